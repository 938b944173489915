"""Every command in every phase, from every reachable state: handled, ignored with a reason, or refused."""

import re
import typing
from pathlib import Path

import pytest

from kiosk.checkout import commands as c
from kiosk.checkout import diagram
from kiosk.checkout import effects as f
from kiosk.checkout.attempts import open_attempt
from kiosk.checkout.decide import TABLE
from kiosk.checkout.decision import Ignored, Refused
from kiosk.checkout.evolve import evolve
from kiosk.checkout.reactions import reactions
from kiosk.checkout.shop import Shop
from kiosk.checkout.state import PAYING, Phase, State
from retail.journal import events as e
from retail.journal.chain import GENESIS, first_fault, seal
from retail.journal.refunds import RefundRequested
from retail.journal.tenders import WalletRequested
from retail.receipt import Seller

ROOT = Path(__file__).resolve().parents[2]
SHOP = Shop(lane="1", currency="EUR", seller=Seller(name="Shop"))


@pytest.fixture(scope="module")
def steps() -> list[tuple[State, c.AnyCommand, typing.Any, State]]:
    return list(diagram.steps())


@pytest.fixture(scope="module")
def arrows(steps: list[typing.Any]) -> dict[tuple[Phase, Phase], list[str]]:
    return diagram.arrows(steps)


def test_the_table_has_every_command_in_every_phase() -> None:
    assert set(TABLE) == set(typing.get_args(c.AnyCommand))
    assert all(set(row) == set(Phase) for row in TABLE.values())


def test_the_samples_reach_every_pair_and_every_event(steps: list[typing.Any]) -> None:
    pairs = {(type(command), state.phase) for state, command, _, _ in steps}
    assert pairs == {(kind, phase) for kind in TABLE for phase in Phase}
    told = {type(event) for _, _, decision, _ in steps if isinstance(decision, tuple) for event in decision}
    assert told == set(typing.get_args(e.AnyEvent))


def test_each_pair_has_events_or_says_why_not(steps: list[typing.Any]) -> None:
    for state, command, decision, after in steps:
        if isinstance(decision, Refused):
            assert re.fullmatch(r"[a-z_]+", decision.code), (command, state.phase)
        elif isinstance(decision, Ignored):
            assert decision.reason, (command, state.phase)
        else:
            assert decision, (command, state.phase)
        if not isinstance(decision, tuple):
            assert after == state


def test_every_event_that_can_happen_survives_being_stored(steps: list[typing.Any]) -> None:
    sequence, previous, entries = 0, GENESIS, []
    for _, _, decision, _ in steps:
        for event in decision if isinstance(decision, tuple) else ():
            entry = seal(event, sequence=sequence + 1, at="2026-03-01T10:00:00.000000Z", previous=previous)
            assert entry.event() == event
            entries.append(entry)
            sequence, previous = entry.sequence, entry.hash
    assert first_fault(entries) is None


def test_phases_have_the_parts_they_speak_of(steps: list[typing.Any]) -> None:
    for _, _, _, state in steps:
        sale = state.transaction
        assert (sale is None) == (state.phase is Phase.ATTRACT)
        if sale is None:
            continue
        paid_phases = (Phase.PAID, Phase.RECEIPT, Phase.THANKS)
        assert sale.is_paid == (state.phase in paid_phases)
        assert (open_attempt(sale) is not None) == (state.phase in PAYING - {Phase.REFUND})
        assert (sale.refund is not None) == (state.phase is Phase.REFUND)
        assert sale.due_minor >= 0
        if sale.is_paid and not sale.is_training:
            assert sale.due_minor == 0
        newest = sale.payment
        if newest is not None and newest.approved is not None and not newest.settled_by:
            assert newest.stored_as_requested  # or a person has read it there, and says so with their name
            assert newest.approved == newest.stored
        assert (sale.returning is not None) or (state.phase is not Phase.RETURN)
        assert sorted(set(sale.added)) == sorted(line.line_id for line in sale.lines)
        assert len(sale.added) == sale.priced.item_count


def test_only_a_payment_request_charges_and_only_a_print_start_prints(steps: list[typing.Any]) -> None:
    for before, command, decision, _ in steps:
        state = before
        for event in decision if isinstance(decision, tuple) else ():
            earlier, state = state, evolve(state, event, diagram.SHOP.rules)
            for effect in reactions(state, event, SHOP, before=earlier, said=command):
                if isinstance(effect, f.CreateWalletOrder):
                    assert isinstance(event, WalletRequested)
                    assert before.phase is Phase.TENDER
                if isinstance(effect, f.RefundToCard):
                    assert isinstance(event, RefundRequested)
                    assert before.phase in (Phase.TENDER, Phase.RETURN, Phase.REFUND)
                if isinstance(effect, f.Authorise):
                    assert isinstance(event, e.PaymentRequested)
                    assert before.phase in (Phase.TENDER, Phase.LOAD)
                if isinstance(effect, f.PrintReceipt):
                    assert isinstance(event, e.PrintStarted)
                    assert before.phase is Phase.RECEIPT or before.staff is not None
                if isinstance(effect, f.RecoverPayment):
                    assert before.phase is Phase.UNKNOWN


def test_starting_twice_decides_nothing_the_second_time(steps: list[typing.Any]) -> None:
    for state, command, decision, after in steps:
        if not isinstance(command, c.StartLane):
            continue
        assert isinstance(decision[0], e.LaneStarted), state.phase
        again = diagram.decide(after, command, diagram.context(after))
        assert again == (decision[0],)
        assert evolve(after, decision[0], diagram.SHOP.rules) == after


def test_no_phase_is_a_dead_end(arrows: dict[tuple[Phase, Phase], list[str]]) -> None:
    """From anywhere the lane can come back to the next shopper."""
    for phase in Phase:
        reached, grown = {phase}, True
        while grown:
            more = {after for before, after in arrows if before in reached} - reached
            reached, grown = reached | more, bool(more)
        assert Phase.ATTRACT in reached, phase


def test_no_way_leads_from_unknown_to_another_charge(arrows: dict[tuple[Phase, Phase], list[str]]) -> None:
    ways = {after for before, after in arrows if before is Phase.UNKNOWN}
    assert ways == {Phase.TENDER, Phase.LOAD, Phase.PAID}


def test_money_goes_back_only_while_paying_is_chosen_or_goods_come_back(
    arrows: dict[tuple[Phase, Phase], list[str]],
) -> None:
    assert {before for before, after in arrows if after is Phase.REFUND} == {Phase.TENDER, Phase.RETURN}
    ways = {after for before, after in arrows if before is Phase.REFUND}
    assert ways == {Phase.TENDER, Phase.RETURN, Phase.RECEIPT}


def test_paid_is_reached_only_by_a_proven_approval_or_nothing_due(
    arrows: dict[tuple[Phase, Phase], list[str]],
) -> None:
    ways = {(before, *names) for (before, after), names in arrows.items() if after is Phase.PAID}
    assert ways == {
        (Phase.SCANNING, "AnswerBags", "Pay"),
        # By card or phone only in training: nothing is charged.
        (Phase.TENDER, "ScanCode", "PayByCard", "PayByWallet", "ReportPoints", "ReportValue"),
        (Phase.CARD, "ReportPayment(Approved)"),
        (Phase.WALLET, "ReportWallet(WalletPaid)"),
        (
            Phase.UNKNOWN,
            "ReportWallet(WalletPaid)",
            "ReportPayment(Approved)",
            "ApproveIntervention",  # read on the terminal by staff
        ),
    }


def test_the_page_of_states_is_what_the_rules_say(steps: list[typing.Any]) -> None:
    written = (ROOT / diagram.TARGET).read_text(encoding="utf-8")
    assert written == diagram.document(steps), "run `python -m kiosk.checkout.diagram`"


def test_the_walk_through_the_states_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagram, "STATES_MAX", 10)
    with pytest.raises(OverflowError):
        list(diagram.steps())
