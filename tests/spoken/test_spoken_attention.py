"""Interventions and the receipt by ear: real sentences, told once, and nothing that only staff may know."""

import re

import pytest
from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase, State
from kiosk.devices.speaker import TEXT_MAX
from kiosk.speech.waiting import WAITING_MAX
from kiosk.spoken import attention, choices, reading
from kiosk.spoken.changes import change
from kiosk.spoken.screens import screen
from kiosk.ui.samples import READY, situations
from kiosk.ui.samples.attention import attended, raised, shopping
from kiosk.ui.samples.goods import paid, sale
from kiosk.ui.view import attention as shown_attention

IDLE = State(devices=READY)
SCANNING = replace(IDLE, phase=Phase.SCANNING, transaction=shopping())
AGE = raised(1, "age_check", line_id=2, measure=16)
SITUATIONS = dict(situations("en"))


def snapshot(state: State, sequence: int = 1, place: int = 0) -> Snapshot:
    return Snapshot(sequence=sequence, state=state, queue_place=place)


def heard(before: Snapshot, after: Snapshot) -> str:
    return " ".join(said.text for said in change(before, after))


def test_an_age_check_is_told_with_its_article_once() -> None:
    before, after = snapshot(SCANNING), snapshot(attended(SCANNING, AGE), 2)
    told = heard(before, after)
    assert "Riesling" in told
    assert "16" in told
    assert heard(after, replace(after, sequence=3)) == ""


def test_a_weight_that_does_not_fit_is_told_when_it_comes_and_when_staff_are_called() -> None:
    nudge = raised(1, "unexpected_item", subject="bagging", measure=412, is_called=False)
    called = raised(1, "unexpected_item", subject="bagging", measure=412)
    first = heard(snapshot(SCANNING), snapshot(attended(SCANNING, nudge), 2))
    again = heard(snapshot(attended(SCANNING, nudge), 2), snapshot(attended(SCANNING, called), 3))
    assert "bagging area" in first.lower() or "scan" in first.lower()
    assert again


def test_who_has_to_wait_hears_for_what_and_that_paying_goes_on() -> None:
    told = screen(SITUATIONS["wait"])
    assert "paying goes on by itself" in told
    assert "You are number 2 in the queue." in told
    assert "Nothing was charged." in told
    near = heard(SITUATIONS["wait"], replace(SITUATIONS["wait"], queue_place=1, sequence=2))
    assert near == "You are next."


def test_a_question_whether_anybody_is_there_is_heard() -> None:
    assert "still there" in screen(SITUATIONS["idle"]).lower()


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_each_nudge_of_the_screen_is_heard(language: str) -> None:
    for name, shown in situations(language):
        state = shown.state
        is_beside = state.phase is Phase.SCANNING and not attention.over(shown, language)
        if not is_beside or shown.outage or state.staff is not None:
            continue
        for one in state.book.open:
            if one.kind in attention.SAID_ELSEWHERE or one.awaits_removal:
                continue
            assert attention.title(one, state, language) or one.refused_by, name


def test_the_ears_and_the_eyes_leave_out_the_same() -> None:
    assert attention.SAID_ELSEWHERE - {"help"} == shown_attention.SAID_ELSEWHERE
    assert attention.LEFT == shown_attention.LEFT
    assert attention.HELD_PHASES == shown_attention._HELD_PHASES


def test_the_basket_is_read_line_by_line_with_what_it_comes_to() -> None:
    told = " ".join(reading.read(SCANNING))
    for line in shopping().lines:
        assert line.product.name("en") in told
    assert told.rstrip(".").endswith("cents") or "Total" in told
    assert "2 times" in told


def test_the_receipt_is_read_with_what_was_paid() -> None:
    state = replace(IDLE, phase=Phase.RECEIPT, transaction=paid(sale(3)))
    told = " ".join(reading.read(state))
    assert "Paid:" in told
    assert "Tax in it" in told
    assert re.search(r"\d+ euros", told)


def test_a_long_basket_fits_what_a_speaker_keeps_waiting() -> None:
    long = replace(SCANNING, transaction=sale(200))
    told = reading.read(long)
    assert len(told) < WAITING_MAX
    assert all(len(one) <= TEXT_MAX for one in told)
    assert any("items more" in one for one in told)
    assert told[-1].startswith(("You save", "With", "Total"))


def test_an_empty_basket_says_so() -> None:
    assert reading.read(replace(SCANNING, transaction=sale(0))) == ("Your basket is empty.",)


def test_where_one_is_says_the_total_and_the_choices() -> None:
    offers = [choices.Offer("payCard", "Pay by card"), choices.Offer("help", "Help")]
    screen_says, choose = choices.where(SITUATIONS["tender"], offers)
    assert "To pay:" in screen_says
    assert choose == "You can choose: Pay by card, Help."
    after = choices.where(snapshot(replace(IDLE, phase=Phase.THANKS, transaction=paid(sale(2)))))
    assert "Paid:" in after[0]
    assert len(after) == 1
