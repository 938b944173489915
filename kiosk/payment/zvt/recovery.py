"""What a repeated receipt proves about an attempt. Pure: values in, a verdict out.

The terminal tells its last transaction, or its last *successful* one; which of the two depends on the
acquirer. So identity is proven, never assumed: the transaction counts as ours only if result, amount,
currency and terminal are as asked, it is not the one that stood there before, and its time fits.

Source: docs/devices/terminal.md, "Recovery"; ZVT commands PA00P015 section 2.20.
Invariants: no verdict says "not paid" without evidence; whatever contradicts itself is `Unclear`.
"""

import datetime

import msgspec

from kiosk.devices.terminal import OpenAttempt, TerminalResult
from kiosk.payment.zvt.results import Reported, key_of

Key = tuple[str, int | None, int | None]


class Paid(msgspec.Struct, frozen=True):
    """The repeated transaction is the payment that was asked for."""

    result: TerminalResult


class NotPaid(msgspec.Struct, frozen=True):
    """The terminal holds no payment for this attempt."""

    reason: str


class MustReverse(msgspec.Struct, frozen=True):
    """Money moved for this attempt, but not as asked: it has to be given back."""

    result: TerminalResult
    reason: str


class AlreadyReversed(msgspec.Struct, frozen=True):
    """The terminal shows the reversal of this attempt's payment."""

    reason: str


class Unclear(msgspec.Struct, frozen=True):
    """The answers do not settle the question."""

    reason: str


Verdict = Paid | NotPaid | MustReverse | AlreadyReversed | Unclear


def mismatch(result: TerminalResult, attempt: OpenAttempt, registered_id: str) -> str:
    """Why an approved result is not the payment that was asked for; empty when it is."""
    request = attempt.request
    if result.amount_minor != request.amount_minor:
        return f"amount {result.amount_minor} instead of {request.amount_minor}"
    if result.currency != request.currency:
        return f"currency {result.currency} instead of {request.currency}"
    known = registered_id or (attempt.baseline.terminal_id if attempt.baseline else "")
    if result.terminal_id and known and result.terminal_id != known:
        return f"terminal {result.terminal_id} instead of {known}"
    return ""


def decide(
    attempt: OpenAttempt,
    last: Reported | None,
    *,
    registered_id: str,
    settled: frozenset[Key],
    skew_s: float,
    local_zone: datetime.tzinfo | None = None,
) -> Verdict:
    """What `last`, the terminal's answer to a repeat receipt, proves about `attempt`.

    `settled` holds the transactions known to belong to other attempts; `local_zone` is the zone of the
    terminal's clock (None: this machine's).
    """
    if last is None:
        return Unclear("the terminal does not tell its last transaction")
    baseline, stored = attempt.baseline, attempt.stored_result
    if registered_id and baseline and baseline.terminal_id and baseline.terminal_id != registered_id:
        return Unclear(f"another terminal is connected ({registered_id} instead of {baseline.terminal_id})")
    from_before = is_baseline(last, attempt)
    is_stored = stored is not None and stored.result_code == 0 and last.key == key_of(stored)
    is_stored = is_stored and not from_before
    if last.original_trace is not None:
        return _judge_reversal(last, attempt)
    if not is_stored and last.key in settled:
        return NotPaid("the terminal's last transaction belongs to an earlier payment")
    if from_before:
        return NotPaid("the terminal's last transaction is the one from before")
    if last.result.result_code != 0:
        return NotPaid(f"the terminal reports result {last.result.result_code:02X}")
    reason = mismatch(last.result, attempt, registered_id)
    if is_stored:
        return MustReverse(last.result, reason) if reason else Paid(last.result)
    if reason:
        return Unclear(f"the terminal's last transaction is another one: {reason}")
    return judge_time(last, attempt, skew_s, local_zone)


def has_baseline(attempt: OpenAttempt) -> bool:
    """It is known what stood there before the attempt."""
    baseline = attempt.baseline
    return baseline is not None and (baseline.receipt_number, baseline.trace_number) != (None, None)


def is_baseline(last: Reported, attempt: OpenAttempt) -> bool:
    """This transaction stood there before the attempt, so it is never the attempt's own."""
    baseline = attempt.baseline
    if baseline is None or not has_baseline(attempt):
        return False
    return (last.result.receipt_number, last.result.trace_number) == (
        baseline.receipt_number,
        baseline.trace_number,
    )


def _judge_reversal(last: Reported, attempt: OpenAttempt) -> Verdict:
    if is_baseline(last, attempt):
        return NotPaid("the terminal's last transaction is the one from before")
    stored = attempt.stored_result
    if stored is not None and stored.trace_number == last.original_trace and last.result.result_code == 0:
        return AlreadyReversed("the terminal shows the reversal of this payment")
    return Unclear("the terminal's last transaction is a reversal of another one")


def judge_time(
    last: Reported, attempt: OpenAttempt, skew_s: float, local_zone: datetime.tzinfo | None
) -> Paid | Unclear:
    """The last proof: an identical payment from before the attempt must not be taken for it."""
    if not has_baseline(attempt):  # clocks alone prove nothing: the terminal's may be ahead
        return Unclear("no earlier transaction is known to compare with")
    if not last.result.terminal_time:
        return Paid(last.result)
    started = datetime.datetime.fromisoformat(attempt.started_at).astimezone(local_zone)
    happened = _nearest(last.result.terminal_time, started)
    if happened is None:
        return Unclear(f"the terminal's time {last.result.terminal_time} is not a time")
    if happened < started - datetime.timedelta(seconds=skew_s):
        return Unclear(f"the terminal's last transaction is from {happened:%H:%M:%S}, before this payment")
    return Paid(last.result)


def _nearest(terminal_time: str, started: datetime.datetime) -> datetime.datetime | None:
    """`MMDDhhmmss` in the year that brings it closest to `started`."""
    candidates = []
    for year in (started.year - 1, started.year, started.year + 1):
        try:
            naive = datetime.datetime.strptime(f"{year:04d}{terminal_time}", "%Y%m%d%H%M%S")
        except ValueError:
            continue
        candidates.append(naive.replace(tzinfo=started.tzinfo))
    return min(candidates, key=lambda moment: abs(moment - started), default=None)
