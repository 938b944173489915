"""The journal's day beside the terminal's: equal is silent, everything else is named."""

import pytest

from retail import reconciliation as rec
from retail.card import CardResult
from retail.card_schemes import CardGroup, CardTotal, TerminalDay, group_of
from retail.journal import events as e
from retail.reconciliation import Difference, What

VISA, MASTERCARD = "A0000000031010", "A0000000041010"


def approved(name: str, amount: int, aid: str = VISA, receipt: int | None = None) -> list[e.AnyEvent]:
    result = CardResult(result_code=0, amount_minor=amount, application_id=aid, receipt_number=receipt)
    return [
        requested(name, amount),
        e.PaymentApproved(
            attempt_id=name, amount_minor=amount, result=result, paid_at="2026-11-23T10:00:00+01:00"
        ),
    ]


def requested(name: str, amount: int) -> e.PaymentRequested:
    return e.PaymentRequested(
        attempt_id=name, amount_minor=amount, currency="EUR", requested_at="2026-11-23T09:00:00Z"
    )


def total(group: CardGroup, count: int, amount: int) -> CardTotal:
    return CardTotal(group=group, count=count, amount_minor=amount)


DAY = rec.day_of([*approved("a1", 1000, receipt=5), *approved("a2", 234, MASTERCARD, 6)])
TERMINAL = TerminalDay(
    total_minor=1234,
    totals=(total(CardGroup.VISA, 1, 1000), total(CardGroup.MASTERCARD, 1, 234)),
    first_receipt=5,
    last_receipt=6,
)


def test_day_that_is_right_has_no_differences() -> None:
    assert rec.compare(DAY, TERMINAL) == ()


def test_total_alone_is_compared_when_no_groups_are_told() -> None:
    assert rec.compare(DAY, TerminalDay(total_minor=1234)) == ()
    assert rec.compare(DAY, TerminalDay(total_minor=1000)) == (
        Difference(what=What.TOTAL, ours=1234, theirs=1000),
    )


def test_terminal_that_tells_nothing_is_named() -> None:
    assert rec.compare(DAY, TerminalDay()) == (Difference(what=What.NOT_TOLD, ours=1234),)


def test_same_sum_in_another_group_is_a_difference() -> None:
    told = TerminalDay(total_minor=1234, totals=(total(CardGroup.VISA, 2, 1234),))
    assert rec.compare(DAY, told) == (
        Difference(what=What.GROUP_COUNT, group=CardGroup.MASTERCARD, ours=1, theirs=0),
        Difference(what=What.GROUP_AMOUNT, group=CardGroup.MASTERCARD, ours=234, theirs=0),
        Difference(what=What.GROUP_COUNT, group=CardGroup.VISA, ours=1, theirs=2),
        Difference(what=What.GROUP_AMOUNT, group=CardGroup.VISA, ours=1000, theirs=1234),
    )


def test_payment_nobody_could_settle_explains_the_gap_it_is_as_large_as() -> None:
    day = rec.day_of([*approved("a1", 1000), requested("a2", 300), requested("a3", 400)])
    found = rec.compare(day, TerminalDay(total_minor=1300))
    assert found == (
        Difference(what=What.TOTAL, ours=1000, theirs=1300),
        Difference(what=What.NOT_SETTLED, ours=300, attempt_id="a2", explains=True),
        Difference(what=What.NOT_SETTLED, ours=400, attempt_id="a3"),
    )


def test_refused_payment_is_no_question() -> None:
    day = rec.day_of([requested("a1", 5), e.PaymentRefused(attempt_id="a1", refusal=e.Refusal.DECLINED)])
    assert day == rec.Day()


def test_payment_of_another_day_of_the_terminal_is_named() -> None:
    day = rec.day_of([*approved("a1", 1000, receipt=5), *approved("a2", 234, receipt=7)])
    found = rec.compare(day, TerminalDay(total_minor=1000, first_receipt=4, last_receipt=6))
    assert found[1] == Difference(what=What.OUTSIDE_DAY, ours=234, attempt_id="a2", explains=True)


@pytest.mark.parametrize(
    ("receipt", "is_inside"), [(9998, True), (9999, True), (1, True), (3, True), (4, False)]
)
def test_receipt_numbers_begin_again_within_a_day(receipt: int, is_inside: bool) -> None:
    day = rec.day_of(approved("a1", 5, receipt=receipt))
    found = rec.compare(day, TerminalDay(total_minor=5, first_receipt=9998, last_receipt=3))
    assert (found == ()) is is_inside


def test_day_begins_where_the_terminal_closed_the_one_before() -> None:
    closed = e.TerminalDayClosed(succeeded=True, result_code=0, total_minor=1000)
    failed = e.TerminalDayClosed(succeeded=False, result_code=0x77)
    day = rec.day_of([*approved("a1", 1000), closed, *approved("a2", 5), failed, *approved("a3", 6)])
    assert [found.attempt_id for found in day.booked] == ["a2", "a3"]


def test_payment_told_twice_is_counted_once() -> None:
    assert len(rec.day_of([*approved("a1", 5), *approved("a1", 5)]).booked) == 1


@pytest.mark.parametrize(
    ("aid", "name", "group"),
    [
        ("A0000000031010", "", CardGroup.VISA),
        ("A0000000041010", "girocard", CardGroup.MASTERCARD),
        ("A0000000043060", "", CardGroup.OTHER),
        ("A00000035910100101", "", CardGroup.GIROCARD),
        ("A00000002501", "", CardGroup.AMEX),
        ("A0000000651010", "", CardGroup.JCB),
        ("A0000001523010", "", CardGroup.DINERS),
        ("", "Debit Mastercard", CardGroup.MASTERCARD),
        ("", "V PAY", CardGroup.OTHER),
        ("", "Visa Credit", CardGroup.VISA),
        ("A0000003330101", "UnionPay", CardGroup.OTHER),
    ],
)
def test_group_is_told_by_application_then_by_name(aid: str, name: str, group: CardGroup) -> None:
    assert group_of(CardResult(result_code=0, application_id=aid, card_name=name)) is group
