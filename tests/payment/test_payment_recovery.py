"""What a repeated receipt proves: the decision alone, as a table.

Source: docs/devices/terminal.md, "Recovery".
"""

import datetime

import msgspec
import pytest
from payment_rig import Lane

from kiosk.devices.terminal import OpenAttempt, PaymentRequest, TerminalResult
from kiosk.payment.zvt import codec as z
from kiosk.payment.zvt import recovery as r
from kiosk.payment.zvt.attempt import Attempt
from kiosk.payment.zvt.profile import TerminalProfile
from kiosk.payment.zvt.results import Reported, key_of
from retail.card import Baseline

TID = "52523535"
UTC = datetime.UTC
BASELINE = Baseline(terminal_id=TID, receipt_number=7, trace_number=70)
ATTEMPT = OpenAttempt(
    request=PaymentRequest(attempt_id="a1", amount_minor=1234, currency="EUR"),
    baseline=BASELINE,
    started_at="2026-11-23T12:00:00Z",
)
OURS = TerminalResult(
    result_code=0,
    amount_minor=1234,
    currency="EUR",
    terminal_id=TID,
    receipt_number=8,
    trace_number=71,
    terminal_time="1123120010",
)
OLD = msgspec.structs.replace(OURS, receipt_number=7, trace_number=70, terminal_time="1123115000")


def decide(
    result: TerminalResult | None,
    attempt: OpenAttempt = ATTEMPT,
    *,
    original_trace: int | None = None,
    settled: frozenset[r.Key] = frozenset(),
    registered_id: str = TID,
    skew_s: float = 60.0,
) -> r.Verdict:
    last = None if result is None else Reported(result=result, original_trace=original_trace)
    return r.decide(
        attempt, last, registered_id=registered_id, settled=settled, skew_s=skew_s, local_zone=UTC
    )


def but(result: TerminalResult = OURS, **changes: object) -> TerminalResult:
    return msgspec.structs.replace(result, **changes)


def stored(result: TerminalResult) -> OpenAttempt:
    return msgspec.structs.replace(ATTEMPT, stored_result=result)


NO_BASELINE = msgspec.structs.replace(ATTEMPT, baseline=None)
UNREAD = msgspec.structs.replace(ATTEMPT, baseline=Baseline(terminal_id=TID))
WRONG = but(amount_minor=1334)

TABLE: list[tuple[str, r.Verdict, type[r.Verdict]]] = [
    ("our payment", decide(OURS), r.Paid),
    ("the one from before", decide(OLD), r.NotPaid),
    ("same amount, from before", decide(but(OLD, amount_minor=1234)), r.NotPaid),
    ("a declined one", decide(but(result_code=5, amount_minor=None)), r.NotPaid),
    ("nothing told", decide(None), r.Unclear),
    ("another amount", decide(WRONG), r.Unclear),
    ("another currency", decide(but(currency="CHF")), r.Unclear),
    ("no currency", decide(but(currency=None)), r.Unclear),
    ("no amount", decide(but(amount_minor=None)), r.Unclear),
    ("another terminal in the result", decide(but(terminal_id="11111111")), r.Unclear),
    ("another terminal connected", decide(OURS, registered_id="11111111"), r.Unclear),
    ("terminal silent about its number", decide(but(terminal_id="")), r.Paid),
    ("belongs to an earlier attempt", decide(OURS, settled=frozenset((key_of(OURS),))), r.NotPaid),
    ("clock slightly behind", decide(but(terminal_time="1123115930")), r.Paid),
    ("from before the attempt", decide(but(terminal_time="1123115000")), r.Unclear),
    ("no time, but a new number", decide(but(terminal_time="")), r.Paid),
    ("impossible time", decide(but(terminal_time="0230120000")), r.Unclear),
    ("no baseline, time fits", decide(OURS, NO_BASELINE), r.Unclear),
    ("no baseline, slightly before", decide(but(terminal_time="1123115930"), NO_BASELINE), r.Unclear),
    ("no baseline, no time", decide(but(terminal_time=""), NO_BASELINE), r.Unclear),
    ("baseline unreadable, time fits", decide(OURS, UNREAD), r.Unclear),
    ("stored, but it is the one from before", decide(OLD, stored(OLD)), r.NotPaid),
    ("stored and found", decide(OURS, stored(OURS)), r.Paid),
    ("stored, found, in settled", decide(OURS, stored(OURS), settled=frozenset((key_of(OURS),))), r.Paid),
    ("stored wrong amount, still there", decide(WRONG, stored(WRONG)), r.MustReverse),
    ("stored, then the one from before", decide(OLD, stored(OURS)), r.NotPaid),
    ("stored, now declined", decide(but(result_code=0x6C), stored(OURS)), r.NotPaid),
    (
        "reversal of ours",
        decide(but(receipt_number=9, trace_number=72), stored(WRONG), original_trace=71),
        r.AlreadyReversed,
    ),
    (
        "reversal of ours that failed",
        decide(but(trace_number=72, result_code=5), stored(WRONG), original_trace=71),
        r.Unclear,
    ),
    ("reversal of an unknown one", decide(but(trace_number=72), original_trace=69), r.Unclear),
    ("reversal from before", decide(OLD, original_trace=69), r.NotPaid),
]


@pytest.mark.parametrize(("name", "verdict", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_verdict(name: str, verdict: r.Verdict, expected: type[r.Verdict]) -> None:
    assert type(verdict) is expected, verdict


def test_transaction_from_before_is_never_taken_for_the_open_attempts_own() -> None:
    """An earlier driver died while it read the baseline: the terminal still repeats that old result."""
    lane = Lane()
    old = z.StatusInformation(
        z.parse_fields(
            bytes.fromhex("27 00 04 00 00 00 00 05 00 49 09 78 87 00 07 0B 00 00 70 29 52 52 35 35")
        )
    )
    attempt = Attempt(ATTEMPT, lane, TerminalProfile(port=""), TID, lambda attempt_id: False)
    assert attempt.status(old) == z.Positive()
    assert (lane.kept, attempt.reported) == ({}, None)


def test_year_change_between_request_and_payment_is_understood() -> None:
    attempt = msgspec.structs.replace(ATTEMPT, started_at="2026-12-31T23:59:58Z")
    assert isinstance(decide(but(terminal_time="0101000003"), attempt), r.Paid)


def test_leap_day_is_understood() -> None:
    attempt = msgspec.structs.replace(ATTEMPT, started_at="2028-02-29T12:00:00Z")
    assert isinstance(decide(but(terminal_time="0229120005"), attempt), r.Paid)


def test_numbers_that_wrapped_are_compared_by_being_different() -> None:
    baseline = Baseline(terminal_id=TID, receipt_number=9999, trace_number=999_999)
    attempt = msgspec.structs.replace(ATTEMPT, baseline=baseline)
    assert isinstance(decide(but(receipt_number=1, trace_number=1), attempt), r.Paid)
