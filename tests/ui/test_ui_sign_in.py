"""The pad on which staff sign in: what is shown, what is forgotten, what is said about a wrong answer."""

from kiosk.checkout.staff_commands import SignInByPin
from kiosk.checkout.state import State
from kiosk.ui.bridges.door import Door
from kiosk.ui.forms.sign_in import NUMBER_MAX, PIN_MAX, PIN_MIN, SignInForm, answer
from kiosk.ui.post import Touch
from kiosk.ui.samples.staff import ATTENDANT, signed_in, wrongly_tried
from kiosk.ui.view.staff import door_view
from kiosk.ui.view.staff_here import Here
from kiosk.ui.views.attended import DoorView
from kiosk.ui.voice import Voice
from retail.interventions.sign_in import FOREVER_US

NOW_US = 1_000_000_000
LATER_US = 2_000_000_000


def door(state: State) -> DoorView:
    return door_view(Here(state=state, voice=Voice(str, "en", "")), NOW_US)


def opened() -> tuple[Door, list[Touch]]:
    posted: list[Touch] = []
    made = Door(posted.append)
    made.open()
    return made, posted


def type_in(made: Door, number: str = "4711", pin: str = "2468") -> None:
    for digit in number:
        made.digit(int(digit))
    made.confirm()
    for digit in pin:
        made.digit(int(digit))


def test_a_pin_is_shown_as_dots_and_asked_about_once() -> None:
    made, posted = opened()
    type_in(made)
    assert (made.number, made.dots) == ("4711", "●●●●")
    made.confirm()
    assert posted == [SignInByPin(number="4711", pin="2468")]
    assert (made.number, made.dots) == ("", "")
    made.confirm()
    assert len(posted) == 1


def test_nothing_that_was_typed_is_in_any_text_of_it() -> None:
    form = SignInForm(step="pin", number="4711", pin="2468")
    assert "4711" not in f"{form!r}{form}"
    assert "2468" not in f"{form!r}{form.command!r}{form.command}"


def test_numbers_and_pins_are_bounded_and_a_short_pin_asks_for_nothing() -> None:
    form = SignInForm(step="number")
    for _ in range(NUMBER_MAX + 3):
        form = form.digit(1)
    assert len(form.number) == NUMBER_MAX
    form = form.next()
    for _ in range(PIN_MIN - 1):
        form = form.digit(1)
    assert not form.may_confirm
    for _ in range(PIN_MAX):
        form = form.digit(1)
    assert len(form.pin) == PIN_MAX
    assert form.may_confirm


def test_deleting_leads_back_from_the_pin_to_the_number() -> None:
    form = SignInForm(step="pin", number="47", pin="1")
    assert form.delete() == SignInForm(step="pin", number="47")
    assert form.delete().delete() == SignInForm(step="number", number="47")
    assert form.delete().delete().delete() == SignInForm(step="number", number="4")


def test_a_wrong_answer_is_said_and_only_after_a_question() -> None:
    made, _ = opened()
    made.show(door(wrongly_tried(State(), 1)))
    assert made.note == ""
    type_in(made)
    made.confirm()
    made.show(door(wrongly_tried(State(), 1)))
    assert made.note == ""
    made.show(door(wrongly_tried(State(), 2)))
    assert "not right" in made.note
    made.digit(4)
    assert made.note == ""


def test_a_lock_says_until_when_and_who_can_help() -> None:
    said = answer(door(wrongly_tried(State(), 4)), door(wrongly_tried(State(), 5, LATER_US)))
    assert said.startswith("Locked until ")
    assert "manager" in said
    for_ever = answer(DoorView(), door(wrongly_tried(State(), 5, FOREVER_US)))
    assert for_ever == "Locked. Only a manager can unlock it."


def test_a_right_answer_while_locked_is_not_told_from_a_wrong_one() -> None:
    locked = door(wrongly_tried(State(), 5, LATER_US))
    assert answer(locked, locked).startswith("Locked until ")


def test_a_lock_that_is_over_is_none() -> None:
    assert answer(DoorView(), door(wrongly_tried(State(), 5, NOW_US - 1))) != ""
    over = door(wrongly_tried(State(), 5, NOW_US - 1))
    assert answer(over, over) == ""


def test_who_is_in_closes_the_pad_and_it_does_not_open_over_the_layer() -> None:
    made, _ = opened()
    type_in(made)
    made.show(door(signed_in(State(), ATTENDANT)))
    assert not made.isOpen
    made.open()
    assert not made.isOpen


def test_closing_forgets() -> None:
    made, posted = opened()
    type_in(made)
    made.close()
    made.open()
    assert (made.number, made.dots) == ("", "")
    assert posted == []
