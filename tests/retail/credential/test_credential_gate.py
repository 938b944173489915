"""The exit: once per purchase, and a reason staff understand."""

import msgspec
import pytest
from credential_rig import AT, counts, live, paper, refusal, subject, till
from hypothesis import given
from hypothesis import strategies as st

from retail.check import BrokenInvariantError
from retail.coupons.redemption import RedemptionState, Status
from retail.credential.code import Kind, text_of
from retail.credential.gate import (
    Fault,
    GateDecision,
    GateRules,
    Purchase,
    decide,
    passed,
    stands_open,
    use_key_of,
)
from retail.credential.number import NumberMatch
from retail.credential.reasons import Reason
from retail.credential.verify import Refused, Verified

PAPER = text_of(paper())
EXIT = counts(PAPER, till(), AT)
PAID = Purchase(paid_s=AT)
SENSOR = GateRules(has_passage_sensor=True)


def ask(
    shown: Verified | NumberMatch | Refused = EXIT,
    *,
    book: RedemptionState | None = None,
    purchase: Purchase | None = PAID,
    gate: str = "north",
    rules: GateRules | None = None,
    at_s: int = AT + 60,
    fault: Fault | None = None,
    is_alarm: bool = False,
) -> GateDecision:
    return decide(
        shown,
        book=book,
        purchase=purchase,
        gate_id=gate,
        rules=rules or GateRules(),
        at_s=at_s,
        fault=fault,
        is_alarm=is_alarm,
    )


def test_it_opens_for_a_purchase_and_then_never_again() -> None:
    first = ask()
    assert (first.opens, first.reason) == (True, None)
    assert first.book is not None
    assert first.book.status is Status.REDEEMED
    for gate in ("north", "south"):
        assert ask(book=first.book, gate=gate) == GateDecision(opens=False, reason=Reason.USED)


def test_paper_and_phone_of_one_purchase_are_one_way_out() -> None:
    phone = counts(live(kind=Kind.EXIT, subject=EXIT.subject), till(), AT)
    assert use_key_of(phone) == use_key_of(EXIT) == EXIT.use_key
    assert ask(phone, book=ask().book).reason is Reason.USED


def test_it_opens_for_a_signed_code_before_the_shop_has_heard_of_the_sale() -> None:
    assert ask(purchase=None).opens


def test_a_number_opens_only_for_a_purchase_the_shop_knows() -> None:
    number = NumberMatch(kind=Kind.EXIT, subject=EXIT.subject, shown_s=AT)
    assert ask(number).opens
    assert ask(number, purchase=None).reason is Reason.UNKNOWN
    assert ask(number, book=ask().book).reason is Reason.USED


@pytest.mark.parametrize(
    ("purchase", "at_s", "reason"),
    [
        (Purchase(paid_s=None), AT, Reason.NOT_PAID),
        (Purchase(paid_s=AT, is_returned=True), AT, Reason.RETURNED),
        (Purchase(paid_s=AT, needs_check=True), AT, Reason.NEEDS_CHECK),
        (PAID, AT + 1799, None),
        (PAID, AT + 1800, Reason.EXPIRED),
        (None, AT + 1800, Reason.EXPIRED),
        (Purchase(paid_s=AT + 900), AT + 2000, None),
    ],
)
def test_what_the_shop_knows_of_the_purchase_counts(
    purchase: Purchase | None, at_s: int, reason: Reason | None
) -> None:
    answer = ask(purchase=purchase, at_s=at_s)
    assert (answer.opens, answer.reason) == (reason is None, reason)
    assert (answer.book is None) is (reason is not None)


@pytest.mark.parametrize(
    ("text", "at_s", "reason"),
    [
        ("4006381333931", AT, Reason.NOT_OURS),
        (PAPER[:-1], AT, Reason.DAMAGED),
        (PAPER, AT + 1800, Reason.EXPIRED),
        (PAPER[:-1] + ("0" if PAPER[-1] != "0" else "1"), AT, Reason.FORGED),
        (live(kind=Kind.EXIT), AT + 60, Reason.OLD),
        (live(kind=Kind.MEMBER), AT, Reason.WRONG_KIND),
    ],
)
def test_a_refused_code_keeps_it_shut_and_says_why(text: str, at_s: int, reason: Reason) -> None:
    answer = ask(refusal(text, till(), at_s, expected=(Kind.EXIT,)), at_s=at_s)
    assert answer == GateDecision(opens=False, reason=reason)
    assert reason.words("de")


def test_a_genuine_code_for_something_else_is_no_way_out() -> None:
    member = counts(live(), till(), AT)
    assert ask(member).reason is Reason.WRONG_KIND
    assert use_key_of(member) is None


# with a sensor


def test_who_did_not_go_through_is_let_out_again_by_the_same_gate() -> None:
    first = ask(rules=SENSOR)
    assert (first.opens, first.is_again) == (True, False)
    second = ask(book=first.book, rules=SENSOR, at_s=AT + 70)
    assert (second.opens, second.is_again) == (True, True)


def test_another_gate_waits_until_the_first_has_given_up() -> None:
    first = ask(rules=SENSOR, at_s=AT)
    assert ask(book=first.book, rules=SENSOR, gate="south", at_s=AT + 14).reason is Reason.HELD
    assert ask(book=first.book, rules=SENSOR, gate="south", at_s=AT + 15).opens


def test_who_went_through_does_not_again() -> None:
    first = ask(rules=SENSOR)
    assert first.book is not None
    gone = passed(first.book, "north", AT + 63)
    assert gone.status is Status.REDEEMED
    for gate in ("north", "south"):
        assert ask(book=gone, rules=SENSOR, gate=gate, at_s=AT + 64).reason is Reason.USED
    assert passed(gone, "north", AT + 65) == gone


# faults and alarms


@pytest.mark.parametrize("fault", list(Fault))
def test_a_gate_that_cannot_tell_is_open_or_shut_as_the_shop_set_it(fault: Fault) -> None:
    shut = GateRules(opens_on_fault=False)
    for shown in (EXIT, refusal("nothing", till(), AT)):
        assert ask(shown, fault=fault) == GateDecision(opens=True, reason=Reason.FAULT)
        assert ask(shown, fault=fault, rules=shut) == GateDecision(opens=False, reason=Reason.FAULT)
    assert stands_open(fault, False, GateRules())
    assert not stands_open(fault, False, shut)


def test_for_an_alarm_it_is_open_whatever_the_setting() -> None:
    shut = GateRules(opens_on_fault=False)
    for fault in (None, Fault.BOOK):
        assert stands_open(fault, True, shut)
        assert ask(refusal("nothing", till(), AT), fault=fault, rules=shut, is_alarm=True).opens
    assert not stands_open(None, False, GateRules())


def test_a_bad_code_is_no_fault() -> None:
    assert not ask(refusal("nothing", till(), AT)).opens


def test_the_book_must_be_open_at_the_right_page() -> None:
    with pytest.raises(BrokenInvariantError):
        ask(book=RedemptionState(key=f"exit:{subject(99)}"))


@pytest.mark.parametrize("wrong", [{"age_max_s": 0}, {"age_max_s": 86_401}, {"retry_s": 0}, {"retry_s": 121}])
def test_a_gate_without_limits_cannot_be_set_up(wrong: dict[str, int]) -> None:
    with pytest.raises(BrokenInvariantError):
        msgspec.structs.replace(GateRules(), **wrong)


@given(
    st.lists(st.tuples(st.sampled_from(["north", "south"]), st.integers(0, 30), st.booleans()), max_size=30),
    st.booleans(),
)
def test_one_purchase_leaves_once(steps: list[tuple[str, int, bool]], has_sensor: bool) -> None:
    """Two gates on one book: however often the code is shown, at most one person goes through with it."""
    rules = GateRules(has_passage_sensor=has_sensor)
    book: RedemptionState | None = None
    at_s, left = AT, 0
    for gate, wait_s, goes_through in steps:
        at_s += wait_s
        answer = ask(book=book, gate=gate, rules=rules, at_s=at_s)
        book = answer.book or book
        if answer.opens and not has_sensor:
            left += 1
        elif answer.opens and goes_through:
            left += 1
            assert book is not None
            book = passed(book, gate, at_s)
    assert left <= 1
    assert left == 1 or not steps or has_sensor
