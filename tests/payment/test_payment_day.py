"""The terminal's end of day against the lane's own sums, over the wire and from a recorded sample."""

import pytest
from payment_rig import Rig, wait_for

from kiosk.devices import terminal as t
from kiosk.payment.zvt.codec import ProtocolError, encode_totals, parse_totals
from retail.card_schemes import CardGroup
from retail.journal import events as e
from retail.reconciliation import What, compare, day_of
from simulators.terminal.settings import Card

RECORDED = bytes.fromhex("02330234" + "00000000000000" * 2 + "02000000000958" + "00000000000000" * 4)
"""EVerest/zvt, zvt/data/1680761828.489701000_pt_ecr.blob, BMP 60: a day of two Mastercards, 9.58."""


def test_recorded_sums_are_read_and_written_back() -> None:
    found = parse_totals(RECORDED)
    assert (found.first_receipt, found.last_receipt) == (233, 234)
    assert [(g.group, g.count, g.amount_minor) for g in found.groups if g.count] == [("mastercard", 2, 958)]
    assert encode_totals(found) == RECORDED


@pytest.mark.parametrize("raw", [b"", RECORDED[:-1], RECORDED + b"\x00", b"\xff" * 53])
def test_sums_that_make_no_sense_are_an_error(raw: bytes) -> None:
    with pytest.raises(ProtocolError):
        parse_totals(raw)


def pay(rig: Rig, amount: int) -> list[e.AnyEvent]:
    """One payment and what the journal says of it."""
    opened = rig.request(amount)
    outcome = rig.authorise(opened)
    request = opened.request
    asked = e.PaymentRequested(
        attempt_id=request.attempt_id, amount_minor=amount, currency="EUR", requested_at=opened.started_at
    )
    if not isinstance(outcome, t.Approved):
        return [asked]
    paid = e.PaymentApproved(
        attempt_id=request.attempt_id, amount_minor=amount, result=outcome.result, paid_at=opened.started_at
    )
    return [asked, paid]


def close_day(rig: Rig) -> t.EndOfDayAnswer:
    def answers() -> list[t.EndOfDayAnswer]:
        return [message for message in list(rig.lane.messages) if isinstance(message, t.EndOfDayAnswer)]

    before = len(answers())
    rig.driver.end_of_day()
    return wait_for(lambda: answers()[before:], "end of day")[0]


def test_day_of_payments_agrees_with_the_terminal_scheme_by_scheme(rig: Rig) -> None:
    events = [*pay(rig, 700), *pay(rig, 534)]
    answer = close_day(rig)
    mastercard = next(total for total in answer.day.totals if total.group is CardGroup.MASTERCARD)
    assert (mastercard.count, mastercard.amount_minor) == (2, 1234)
    assert compare(day_of(events), answer.day) == ()


def test_payment_the_lane_never_heard_the_end_of_is_named_as_the_reason(rig: Rig) -> None:
    events = pay(rig, 700)
    rig.faults.arm("no_completion")
    events += pay(rig, 534)
    answer = close_day(rig)
    total, *rest = compare(day_of(events), answer.day)
    assert (total.what, total.ours, total.theirs) == (What.TOTAL, 700, 1234)
    assert [found.attempt_id for found in rest if found.explains] == ["a2"]


def test_next_day_begins_at_nothing(rig: Rig) -> None:
    pay(rig, 700)
    close_day(rig)
    rig.terminal.present_card(Card.APPROVE)
    wait_for(lambda: rig.lane.health()[-1] == ("ready", ""), "ready")
    events = pay(rig, 300)
    assert compare(day_of(events), close_day(rig).day) == ()
