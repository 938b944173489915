"""Buying by ear: the lane's own rules, a keypad, a screen that is dark, and every sentence that was heard."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from ui_by_ear import KEYS, ByEar
from ui_lane_of_rules import CHEESE, WINE
from ui_window import Shown, wait_until

from kiosk.app.exit_codes import RefusedError
from kiosk.app.keypad import keys_of
from kiosk.checkout import commands as c
from kiosk.checkout.effects import Timer
from kiosk.checkout.state import Phase
from kiosk.devices.health import Condition, Device
from kiosk.devices.speaker import SpeakerHealth
from kiosk.ui.focus import Focused
from kiosk.ui.samples.tenders import EVERYTHING
from retail.settings.access import KeypadSettings

K = Qt.Key


@pytest.fixture
def by_ear(open_window: Callable[..., Shown]) -> ByEar:
    return ByEar(open_window(keys=KEYS, tenders=EVERYTHING))


def test_a_whole_purchase_by_ear_with_a_dark_screen(by_ear: ByEar) -> None:
    lane = by_ear.lane
    by_ear.plug()
    by_ear.waits_at("start")
    told = by_ear.news()
    assert "You can shop by ear." in told
    assert "Welcome. Scan your first item" in told
    assert "Start shopping" in told

    assert "The screen is dark now." in by_ear.press(K.Key_F9)
    assert by_ear.shown.lane.comfort.chosen.curtain
    by_ear.press(K.Key_Return)
    assert lane.state.phase is Phase.SCANNING

    heard = []
    for _ in range(6):
        lane.scan(CHEESE)
        heard.append(by_ear.news())
    assert "Gouda, 3 euros and 89 cents." in heard[0]
    assert "Total 3 euros and 89 cents." in heard[0]
    assert "Gouda, now 6, 23 euros and 34 cents." in heard[5]

    told = by_ear.press(K.Key_F3)
    assert "Your basket: 6 items. Total 23 euros and 34 cents." in told
    assert "You can choose: scan an item, hear the basket, " in told
    assert "remove an item, Pay, " in told
    told = by_ear.press(K.Key_F4)
    assert "6 times Gouda, 23 euros and 34 cents." in told

    by_ear.go("Pay.")
    told = by_ear.press(K.Key_Return)
    assert "How would you like to pay? To pay: 23 euros and 34 cents, for 6 items." in told
    by_ear.waits_at("payCard")
    assert "Pay by card." in told + by_ear.news()
    told = by_ear.press(K.Key_Return)
    assert "23 euros and 34 cents, by card. Please follow the card terminal." in told
    assert "You have paid only when we say so." in told

    by_ear.approve()
    assert "Paid: 23 euros and 34 cents. Thank you." in by_ear.news()
    told = by_ear.fire(Timer.PAID)
    assert "Would you like a receipt, on paper or as a code?" in told
    told = by_ear.press(K.Key_F4)
    assert "6 times Gouda" in told
    assert "Tax in it:" in told
    assert "Paid: 23 euros and 34 cents." in told
    by_ear.go("On paper.")
    assert "printing" in by_ear.press(K.Key_Return)
    told = by_ear.print_it()
    assert "Your receipt is printed." in told or "Thank you." in told

    transcript = [one.text for one in by_ear.speaker.said]
    assert not [text for text in transcript if "4711" in text or re.search(r"\d{6,}", text)]
    assert by_ear.shown.lane.comfort.chosen.curtain
    for timer in (Timer.RECEIPT, Timer.THANKS):
        by_ear.fire(timer)
    assert lane.state.transaction is None
    wait_until(lambda: not by_ear.shown.lane.comfort.chosen.curtain, "the screen to be as it was found")
    assert "Welcome." in by_ear.speaker.said[-1].text or "Welcome." in by_ear.speaker.said[-2].text


def test_a_headset_pulled_while_paying_is_silence_and_the_purchase_goes_on(by_ear: ByEar) -> None:
    by_ear.plug()
    by_ear.lane.scan(CHEESE)
    by_ear.waits_at("pay")
    by_ear.press(K.Key_F9)
    by_ear.press(K.Key_Return)
    by_ear.waits_at("payCard")
    assert "by card" in by_ear.press(K.Key_Return)
    hushes = by_ear.speaker.hushes
    by_ear.plug(is_in=False)
    assert by_ear.speaker.hushes > hushes
    assert not by_ear.shown.lane.comfort.chosen.curtain
    by_ear.news()
    by_ear.approve()
    assert by_ear.lane.state.phase is Phase.PAID
    assert by_ear.news() == ""
    by_ear.plug()
    assert "Paid: 3 euros and 89 cents." in by_ear.news()


def test_an_age_check_is_heard_and_paying_goes_on_by_itself(by_ear: ByEar) -> None:
    by_ear.plug()
    by_ear.lane.scan(WINE)
    told = by_ear.news()
    assert "Riesling, 7 euros and 99 cents." in told
    assert "18" in told
    by_ear.go("Pay.")
    told = by_ear.press(K.Key_Return)
    assert "paying goes on by itself" in told
    assert "Nothing was charged." in told


def test_a_refusal_is_heard(by_ear: ByEar) -> None:
    by_ear.plug()
    by_ear.lane.scan("4006381333931")
    assert by_ear.news()
    assert by_ear.lane.state.phase is Phase.NOT_FOUND
    told = by_ear.press(K.Key_F3)
    assert "Try again" in told


def test_what_was_said_is_said_again_and_volume_and_speed_go_with_the_shopper(by_ear: ByEar) -> None:
    by_ear.plug()
    by_ear.lane.scan(CHEESE)
    by_ear.waits_at("pay")
    told = by_ear.news()
    assert "Volume 60 percent." in by_ear.press(K.Key_Plus)
    assert "Speed 125 percent." in by_ear.press(K.Key_PageUp)
    again = by_ear.press(K.Key_F2)
    assert "Gouda, 3 euros and 89 cents." in told
    assert "Gouda, 3 euros and 89 cents." in again or "Pay." in again
    assert (by_ear.speaker.said[-1].volume, by_ear.speaker.said[-1].speed) == (60, 125)
    by_ear.plug(is_in=False)
    by_ear.plug()
    assert (by_ear.speaker.said[-1].volume, by_ear.speaker.said[-1].speed) == (50, 100)


def test_a_number_that_is_typed_is_counted_and_never_named(by_ear: ByEar) -> None:
    by_ear.plug()
    by_ear.lane.scan(CHEESE)
    by_ear.waits_at("pay")
    for _ in range(30):
        item = by_ear.shown.lane.keyboard.focus.item
        if item is not None and item.objectName() == "enterCode":
            break
        by_ear.press(K.Key_Right)
    told = by_ear.press(K.Key_Return)
    wait_until(lambda: by_ear.shown.lane.keyboard.focus._sheet != "", "the sheet")
    assert "Enter a number. 1." in told + by_ear.news()
    told = by_ear.press(K.Key_9, K.Key_8, K.Key_7)
    assert told == "1 digit 2 digits 3 digits"
    assert "Cleared" in by_ear.press(K.Key_Backspace, K.Key_Backspace, K.Key_Backspace)


def test_a_key_that_writes_nothing_says_nothing_of_what_was_typed(by_ear: ByEar) -> None:
    by_ear.plug()
    by_ear.lane.scan(CHEESE)
    by_ear.chooses("Enter a number.", "1.")
    by_ear.go("ABC.")
    assert "Cleared" not in by_ear.press(K.Key_Return)
    assert "123." in by_ear.go("123.")


def test_a_voice_that_fails_is_a_warning_and_sells_on(by_ear: ByEar) -> None:
    fault = SpeakerHealth(condition=Condition.FAULT, code="program_missing", detail="espeak-ng is missing.")
    by_ear.voice._hear("voice", fault)
    by_ear.voice._hear("jack", SpeakerHealth(condition=Condition.READY))
    told = [command.health for command in by_ear.reported if isinstance(command, c.ReportHealth)]
    assert {one.device for one in told} == {Device.SPEECH}
    assert told[-1].condition is Condition.WARNING
    assert Condition.FAULT not in {one.condition for one in told}
    by_ear.lane.scan(CHEESE)
    assert by_ear.lane.state.is_open


def test_without_a_jack_the_first_key_begins_and_the_next_shopper_finds_silence(
    open_window: Callable[..., Shown],
) -> None:
    by_ear = ByEar(open_window(keys=KEYS, tenders=EVERYTHING), start="keys")
    assert by_ear.speaker.said == ()
    assert "You can shop by ear." in by_ear.press(K.Key_Right)
    by_ear.waits_at("start")
    by_ear.lane.scan(CHEESE)
    by_ear.lane.do(c.CancelTransaction())
    wait_until(lambda: by_ear.lane.state.transaction is None, "the end")
    by_ear.news()
    by_ear.lane.do(c.ChooseLanguage(language="de"))
    assert by_ear.news() == ""


def test_who_only_pressed_a_key_and_left_leaves_silence_and_no_focus(
    open_window: Callable[..., Shown],
) -> None:
    by_ear = ByEar(open_window(keys=KEYS, tenders=EVERYTHING), start="keys")
    keyboard = by_ear.shown.lane.keyboard
    keyboard._forget.setInterval(1)
    by_ear.press(K.Key_Right)
    wait_until(lambda: not keyboard.focus.is_on, "the focus to go")
    by_ear.news()
    by_ear.lane.do(c.ChooseLanguage(language="de"))
    assert by_ear.news() == ""


def test_amounts_in_the_names_of_controls_are_said_as_amounts(by_ear: ByEar) -> None:
    by_ear.plug()
    by_ear.lane.scan(CHEESE)
    by_ear.waits_at("pay")
    by_ear.voice.focused(Focused(name="Half €1.95", note="Rest 1.94 €", by_hand=True))
    assert by_ear.news().endswith("Half 1 euro and 95 cents. Rest 1 euro and 94 cents.")


def test_a_key_that_does_not_exist_is_refused_in_words() -> None:
    with pytest.raises(RefusedError, match="'Anykey' is not the name of a key"):
        keys_of(KeypadSettings(next="Anykey"))


def test_staff_at_the_lane_are_not_read_out(by_ear: ByEar) -> None:
    by_ear.plug()
    by_ear.lane.scan(CHEESE)
    by_ear.lane.scan("BADGE-ANNA")
    assert by_ear.lane.state.staff is not None
    told = by_ear.news()
    assert "A colleague works at this checkout." in told
    assert by_ear.press(K.Key_Right, K.Key_Right, K.Key_F4) == ""
