"""Goods that come back, in words: what staff do, what the one who waits reads, and whether money moved."""

import pytest
from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase, State
from kiosk.ui.forms import returns as rf
from kiosk.ui.samples import READY, situations
from kiosk.ui.samples.goods import sale
from kiosk.ui.samples.returns import CHOOSING, OVER, SOLD, returns
from kiosk.ui.samples.staff import ATTENDANT, MANAGER, signed_in
from kiosk.ui.view import derive
from kiosk.ui.view.returns import return_view
from kiosk.ui.views.returns import ReturnView
from retail.wire.returns import ReturnedLine

STATES = {name: State(phase=phase, transaction=there, devices=READY) for name, phase, there in returns()}


def view_of(name: str) -> ReturnView:
    return return_view(STATES[name], str)


def test_without_goods_that_come_back_there_is_nothing_to_see() -> None:
    assert return_view(State(phase=Phase.SCANNING, transaction=sale()), str) == ReturnView()


@pytest.mark.parametrize("name", STATES)
def test_every_moment_has_a_step_of_its_own_and_words_for_the_one_who_waits(name: str) -> None:
    steps = {"refused": "choose", "no-link": "choose", "stopped": "over"}
    view = view_of(name)
    assert view.step == steps.get(name, name)
    assert view.waits_title
    assert view.waits_body
    assert bool(view.title) == (view.step != "choose")
    assert "{" not in repr(view)


def test_a_line_says_how_many_can_come_back_and_for_how_much() -> None:
    notes = [line.note for line in view_of("choose").lines]
    assert notes[0] == "2 of 3 can come back · €6.49 / €5.49"
    assert notes[3] == "Came back already"
    assert notes[4] == "2 of 2 can come back · €3.29"
    assert view_of("choose").sale == "Receipt 42 of checkout 2 · 23\u00a0Nov\u00a02026 16:05"


def test_the_terminals_words_stand_word_for_word() -> None:
    assert view_of("terminal").status == "Bitte Karte vorhalten"
    assert view_of("wallet").status == ""
    assert view_of("checking").status == ""


@pytest.mark.parametrize(
    ("name", "states"),
    [
        ("wallet", ["now", "waits", "waits", "waits"]),
        ("terminal", ["done", "now", "waits", "waits"]),
        ("stuck", ["done", "stuck", "waits", "waits"]),
        ("checking", ["done", "now", "waits", "waits"]),
        ("over", ["done"] * 4),
        ("stopped", ["done", "stuck", "stuck", "stuck"]),
    ],
)
def test_a_part_is_ticked_off_only_once_it_has_gone_back(name: str, states: list[str]) -> None:
    assert [part.state for part in view_of(name).parts] == states


def test_what_nobody_knows_is_not_said_to_have_moved_or_not() -> None:
    for name in ("checking", "look"):
        view = view_of(name)
        assert view.parts[1].note == "Not known yet"
        assert "another way" in view.body


def test_a_part_is_named_by_what_paid_it() -> None:
    assert [part.text for part in view_of("over").parts] == [
        "Alipay+",
        "Visa Debit …4921",
        "Gift card …4711",
        "100 points",
    ]


@pytest.mark.parametrize("name", ["refused", "no-link"])
def test_why_the_store_holds_nothing_says_that_no_money_moved(name: str) -> None:
    problem = view_of(name).problem
    assert problem.title
    assert "No money has moved" in problem.body


def test_a_reason_nobody_knows_is_told_too() -> None:
    strange = State(
        phase=Phase.RETURN, transaction=replace(sale(0), returning=replace(CHOOSING, reason="moon"))
    )
    assert "No money has moved" in return_view(strange, str).problem.body


def test_by_hand_takes_a_managers_badge() -> None:
    there = STATES["stuck"]
    by_attendant = derive(Snapshot(sequence=1, state=signed_in(there, ATTENDANT)), str).goods_back
    by_manager = derive(Snapshot(sequence=1, state=signed_in(there, MANAGER)), str).goods_back
    assert (by_attendant.by_hand, by_manager.by_hand) == ("Manager's badge", "")


@pytest.mark.parametrize("code", ["no_such_sale", "nothing_left_to_return", "returned_elsewhere", "no_link"])
def test_why_no_sale_was_found_is_said(code: str) -> None:
    shown = Snapshot(sequence=1, state=signed_in(State(devices=READY), ATTENDANT), refusal=code)
    told = derive(shown, str).refusal
    assert told
    assert told != derive(replace(shown, refusal="something new"), str).refusal


def test_nobody_who_got_money_back_is_told_that_they_paid() -> None:
    for name, snapshot in situations("en"):
        sale_here = snapshot.state.transaction
        if sale_here is None or sale_here.returning is None:
            continue
        view = derive(snapshot, str)
        shopper = (view.receipt, view.notice, view.goods_back.waits_body)
        assert "You have paid" not in repr(shopper), name
        assert "basket" not in repr(shopper), name
        if sale_here.is_paid:
            assert "shopping" not in repr(shopper), name


def test_the_receipts_screens_say_what_went_back() -> None:
    over = State(phase=Phase.RECEIPT, transaction=replace(sale(0), returning=OVER, paid_at="2026-11-25"))
    receipt = derive(Snapshot(sequence=1, state=over), str).receipt
    assert (receipt.title, receipt.body) == ("Would you like a slip?", "€10.38 has gone back to you.")


# --- choosing ---------------------------------------------------------------------------------------------


def test_never_more_than_can_come_back_is_chosen_and_never_less_than_none() -> None:
    view, form = view_of("choose"), rf.EMPTY
    for _ in range(5):
        form = rf.changed(form, view, 1, 1)
    assert form.count(1) == 2
    for _ in range(5):
        form = rf.changed(form, view, 1, -1)
    assert form.count(1) == 0
    assert rf.changed(form, view, 4, 1).count(4) == 0
    assert rf.changed(form, view, 99, 1).lines == ()


def test_the_amount_is_what_the_chosen_units_were_paid_dearest_first() -> None:
    view = view_of("choose")
    form = rf.changed(rf.EMPTY, view, 1, 1)
    assert rf.amount_minor(form, view) == 649
    form = rf.changed(form, view, 1, 1)
    assert rf.amount_minor(form, view) == 649 + 549
    assert form.lines == (ReturnedLine(line_id=1, quantity=2),)


def test_all_of_it_is_all_that_is_left() -> None:
    view = view_of("choose")
    form = rf.everything(view)
    assert rf.amount_minor(form, view) == sum(sum(line.unit_minor) for line in SOLD.lines)
    assert {one.line_id for one in form.lines} == {1, 2, 3, 5}


def test_what_was_chosen_is_forgotten_with_its_return() -> None:
    view = view_of("choose")
    form = rf.everything(view)
    assert rf.followed(form, view) == form
    assert rf.followed(form, replace(view, transaction_id="another")) == rf.EMPTY
    assert rf.followed(form, ReturnView()) == rf.EMPTY
