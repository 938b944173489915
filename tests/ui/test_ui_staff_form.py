"""What staff begin and finish: one command at the end, nothing before, nothing kept."""

import datetime

import pytest
from msgspec.structs import replace

from kiosk.checkout import staff_commands as sc
from kiosk.checkout.state import Phase, State
from kiosk.ui.forms import staff as sf
from kiosk.ui.samples import READY
from kiosk.ui.samples.attention import RULES, attended, four_open, shopping
from kiosk.ui.samples.returns import returns
from kiosk.ui.samples.staff import ATTENDANT, MANAGER, signed_in
from kiosk.ui.samples.tenders import PHONE
from kiosk.ui.view.staff_form import form_view
from kiosk.ui.view.staff_here import Here
from kiosk.ui.voice import Voice
from retail.interventions.carried import Tries
from retail.interventions.deed_reasons import DEED_REASONS
from retail.interventions.rights import Action
from retail.interventions.sign_in import FOREVER_US
from retail.interventions.wishes import Staff
from retail.wire.returns import ReturnedLine

SCANNING = State(phase=Phase.SCANNING, transaction=shopping(), devices=READY)
TODAY = datetime.date(2026, 7, 14)


def here(state: State = SCANNING, staff: Staff = ATTENDANT, tries: dict[str, Tries] | None = None) -> Here:
    signed = signed_in(attended(state, *four_open()), staff, tries)
    return Here(state=signed, voice=Voice(str, "en", "EUR"), rules=RULES, today=TODAY)


def form_of(answer: sf.Answer) -> sf.Form:
    assert isinstance(answer, sf.Form)
    return answer


def typed(form: sf.Form, marks: str) -> sf.Form:
    for key in marks:
        form = sf.mark(form, key)
    return form


def test_a_line_is_taken_off_with_a_reason() -> None:
    form = form_of(sf.choose(sf.Form(topic="line", line_id=3), "void_line", here()))
    view = form_view(form, here())
    assert (view.step, view.title, view.note) == ("choose", "Take off", "Baguette · Why?")
    assert [choice.key for choice in view.choices] == list(DEED_REASONS[Action.VOID_LINE])
    command = sf.choose(form, "scanned_twice", here())
    assert command == sc.Act(action=Action.VOID_LINE, why="scanned_twice", line_id=3)


def test_a_price_is_typed_in_cents_and_then_given_a_reason() -> None:
    form = form_of(sf.begin(Action.PRICE_OVERRIDE, here(), line_id=1))
    assert form_view(form, here()).shown == "€0.00"
    form = typed(form, "0299")
    view = form_view(form, here())
    assert (view.shown, view.may_confirm) == ("€2.99", True)
    assert view.hint == "You alone: up to 20 % and €20.00"
    reasons = form_of(sf.confirm(form, here()))
    assert form_view(reasons, here()).step == "choose"
    command = sf.choose(reasons, "price_checked", here())
    assert command == sc.Act(action=Action.PRICE_OVERRIDE, why="price_checked", line_id=1, amount_minor=299)


@pytest.mark.parametrize(
    ("action", "marks", "ok"),
    [
        (Action.PRICE_OVERRIDE, "", False),
        (Action.PRICE_OVERRIDE, "000", False),
        (Action.QUANTITY, "0", False),
        (Action.QUANTITY, "99", True),
        (Action.DISCOUNT_SALE, "0", False),
        (Action.DISCOUNT_SALE, "99", True),
        (Action.RESUME, "A4F", False),
        (Action.RESUME, "A4F9", True),
    ],
)
def test_what_cannot_be_meant_cannot_be_confirmed(action: Action, marks: str, ok: bool) -> None:
    form = typed(form_of(sf.begin(action, here(), line_id=1)), marks)
    assert sf.may_confirm(form, here()) is ok
    if not ok:
        assert sf.confirm(form, here()) == form


@pytest.mark.parametrize("action", [*sf.NUMBERED, Action.RESUME])
def test_what_is_typed_is_bounded(action: Action) -> None:
    form = typed(form_of(sf.begin(action, here(), line_id=1)), "9" * 100)
    assert len(form.typed) <= sf.TOKEN_MAX
    assert typed(form, "9") == form


def test_a_quantity_and_a_percent_reach_the_rules_in_their_own_fields() -> None:
    for action, field in ((Action.QUANTITY, "quantity"), (Action.DISCOUNT_LINE, "percent")):
        form = form_of(sf.confirm(typed(form_of(sf.begin(action, here(), line_id=1)), "7"), here()))
        command = sf.choose(form, DEED_REASONS[action][0], here())
        assert isinstance(command, sc.Act)
        assert getattr(command, field) == 7
        assert command.amount_minor == 0


def test_a_suspended_basket_is_asked_for_as_its_token_is_spelled() -> None:
    form = typed(form_of(sf.begin(Action.RESUME, here())), "A4F9")
    assert sf.confirm(form, here()) == sc.Act(action=Action.RESUME, why="other_lane", text="a4f9")


def test_a_message_is_chosen_in_the_language_of_the_screen() -> None:
    form = form_of(sf.begin(Action.MESSAGE, here()))
    command = sf.choose(form, "id", here())
    assert isinstance(command, sc.Act)
    assert command.text == "Please keep your identity card ready."
    taken = sf.choose(form, "none", here())
    assert isinstance(taken, sc.Act)
    assert taken.text == ""


def test_whoever_is_locked_is_named_and_unlocked_with_a_reason() -> None:
    tries = {"4711": Tries(wrong=5, locked_until_us=FOREVER_US), "": Tries(wrong=2)}
    place = here(State(devices=READY), MANAGER, tries)
    form = form_of(sf.begin(Action.UNLOCK, place))
    view = form_view(form, place)
    assert [(choice.key, choice.text) for choice in view.choices] == [
        ("", "The PIN pad of this lane"),
        ("4711", "4711"),
    ]
    assert view.choices[1].note == "Locked until a manager unlocks"
    reasons = form_of(sf.choose(form, "4711", place))
    command = sf.choose(reasons, "who_it_is", place)
    assert command == sc.Act(action=Action.UNLOCK, why="who_it_is", text="4711")


def test_a_deed_with_one_reason_asks_for_nothing() -> None:
    command = sf.begin(Action.DEVICE_TEST, here(), text="printer")
    assert command == sc.Act(action=Action.DEVICE_TEST, why="by_hand", text="printer")


def test_every_deed_can_be_finished() -> None:
    part_paid = replace(SCANNING, phase=Phase.TENDER, transaction=replace(shopping(), taken=(PHONE,)))
    for action in set(Action) - {Action.SETTLE_PAYMENT}:
        place = here(part_paid, tries={"4711": Tries(wrong=5)})
        answer = sf.begin(action, place, line_id=1)
        for _ in range(4):
            if not isinstance(answer, sf.Form):
                break
            if answer.asks == "choose":
                answer = sf.choose(answer, form_view(answer, place).choices[0].key, place)
            else:
                answer = sf.confirm(typed(answer, "4444"), place)
        assert isinstance(answer, sc.Act), action
        assert answer.action is action
        assert answer.why


RETURNING = {name: State(phase=phase, transaction=sale, devices=READY) for name, phase, sale in returns()}


def test_a_receipt_is_typed_and_looked_up_without_a_reason() -> None:
    idle = here(State(devices=READY))
    form = form_of(sf.begin(Action.RETURN, idle))
    assert form_view(form, idle).label == "Code on the receipt"
    assert not form_view(typed(form, "0F9"), idle).may_confirm
    command = sf.confirm(typed(form, "0F9A"), idle)
    assert command == sc.Act(action=Action.RETURN, why="goods_recovered", text="0f9a")


def test_the_sheet_closes_once_the_camera_has_read_the_receipt() -> None:
    form = form_of(sf.begin(Action.RETURN, here(State(devices=READY))))
    assert sf.followed(form, here(State(devices=READY))) == form
    assert sf.followed(form, here(RETURNING["choose"])) == sf.CLOSED


def test_goods_come_back_for_a_reason_and_only_while_they_can() -> None:
    lines = (ReturnedLine(line_id=1, quantity=2),)
    form = sf.Form(topic="return", lines=lines, text="€5.00")
    place = here(RETURNING["choose"])
    view = form_view(form, place)
    assert (view.title, view.note) == ("Why does it come back?", "€5.00 goes back")
    assert [choice.key for choice in view.choices] == list(DEED_REASONS[Action.RETURN])
    assert sf.choose(form, "damaged", place) == sc.ReturnGoods(lines=lines, why="damaged")
    assert sf.followed(form, place) == form
    assert sf.followed(form, here(RETURNING["terminal"])) == sf.CLOSED


def test_stopping_with_money_under_way_is_asked_once_more() -> None:
    form, place = sf.Form(topic="stop"), here(RETURNING["stuck"])
    view = form_view(form, place)
    assert view.note == "€2.00 has gone back. €8.38 does not go back."
    assert sf.choose(form, sf.STOP, place) == sc.StopReturning()
    assert sf.choose(form, sf.KEEP_ON, place) == sf.CLOSED


def test_a_part_given_back_by_hand_is_chosen_by_what_paid_it() -> None:
    place = here(replace(SCANNING, phase=Phase.TENDER, transaction=replace(shopping(), taken=(PHONE,))))
    form = form_of(sf.begin(Action.GIVE_BACK, place))
    (choice,) = form_view(form, place).choices
    assert choice.text == "Alipay+ · €5.00"
    reasons = form_of(sf.choose(form, choice.key, place))
    command = sf.choose(reasons, "refunded_by_hand", place)
    assert command == sc.Act(action=Action.GIVE_BACK, why="refunded_by_hand", text=PHONE.attempt_id)


# --- ages ------------------------------------------------------------------------------------------------


def test_a_card_is_compared_with_the_latest_date_or_its_date_typed() -> None:
    form = sf.Form(topic="born", intervention_no=1)
    view = form_view(form, here())
    assert view.title == "Born on 14\u00a0Jul\u00a02010 or before?"
    fits = sf.choose(form, view.choices[0].key, here())
    assert fits == sc.ApproveIntervention(intervention_no=1, why="id_seen", measure_seen=16)
    form = typed(form, "31121")
    assert form_view(form, here()).shown == "31.12.1___"
    form = typed(form, "999")
    assert form_view(form, here()).shown == "31.12.1999"
    command = sf.confirm(form, here())
    assert isinstance(command, sc.ApproveIntervention)
    assert (command.born, command.measure_seen) == ("31121999", 16)


@pytest.mark.parametrize("date", ["31022000", "00000000", "14072027", "01011800"])
def test_no_date_is_no_answer(date: str) -> None:
    form = typed(sf.Form(topic="born", intervention_no=1), date)
    assert sf.confirm(form, here()) == form
    assert form_view(form, here()).hint == "This is not a date of birth."


def test_a_date_of_birth_is_in_no_text() -> None:
    form = typed(sf.Form(topic="born", intervention_no=1), "31121999")
    assert "1999" not in repr(form)
    assert "1999" not in repr(sf.confirm(form, here()))


# --- forms and the lane ----------------------------------------------------------------------------------


def test_an_approval_names_the_measure_on_the_screen() -> None:
    form = sf.Form(topic="approve", intervention_no=1)
    grown = here()
    state = grown.state
    more = tuple(replace(one, measure=18) for one in state.book.open if one.intervention_no == 1)
    state = signed_in(attended(SCANNING, *more), ATTENDANT)
    command = sf.choose(form, "id_seen", replace(grown, state=state))
    assert isinstance(command, sc.ApproveIntervention)
    assert command.measure_seen == 18


@pytest.mark.parametrize(
    "form",
    [
        sf.Form(topic="refuse", intervention_no=9),
        sf.Form(topic="line", line_id=9),
        sf.Form(topic="deed", action=Action.VOID_LINE, line_id=9, is_filled=True),
    ],
)
def test_a_form_whose_subject_has_gone_closes(form: sf.Form) -> None:
    assert sf.followed(form, here()) == sf.CLOSED


def test_a_form_stays_while_its_subject_is_there_and_goes_with_the_person() -> None:
    form = sf.Form(topic="born", intervention_no=1, typed="31")
    assert sf.followed(form, here()) == form
    nobody = Here(state=attended(SCANNING, *four_open()), voice=Voice(str, "en", "EUR"))
    assert sf.followed(form, nobody) == sf.CLOSED


def test_what_a_role_may_not_do_to_a_line_is_shown_disabled() -> None:
    dear = replace(shopping().lines[0], price_minor=10_001)
    state = replace(SCANNING, transaction=replace(shopping(), lines=(dear,)))
    view = form_view(sf.Form(topic="line", line_id=1), here(state))
    assert {choice.key: choice.note for choice in view.choices if not choice.is_enabled} == {
        "void_line": "Manager's badge",
        "quantity": "Weighed or labelled",
    }
