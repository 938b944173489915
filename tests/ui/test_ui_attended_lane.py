"""Shopper and staff at a window with the checkout's own rules behind it: from touch to journal."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from ui_lane_of_rules import BADGE, CHEESE, NOW, NUMBER, PIN, RULES, WINE, LaneOfRules
from ui_window import Shown, wait_until

from kiosk.checkout import staff_commands as sc
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase, State
from kiosk.ui.samples import READY, situations
from retail.interventions import events as v
from retail.journal import events as e
from retail.journal import staffed as sd

SITUATIONS = dict(situations("en"))


@pytest.fixture
def lane(open_window: Callable[..., Shown]) -> LaneOfRules:
    return LaneOfRules(open_window(rules=RULES))


def digits(text: str) -> list[str]:
    return [f"key{digit}" for digit in text]


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_an_age_check_never_stops_scanning_and_waits_only_before_paying(
    open_window: Callable[..., Shown], size: tuple[int, int]
) -> None:
    lane = LaneOfRules(open_window(*size, rules=RULES))
    lane.scan(WINE)
    assert "Checked before you pay" in lane.shown.all_text()
    lane.touch("nudge-seen")
    assert "nudge" not in lane.names()
    lane.scan(CHEESE)
    lane.touch("pay")
    assert lane.state.phase is Phase.SCANNING
    assert "A colleague comes to you" in lane.shown.all_text()
    lane.touch("goOn")
    assert "A colleague comes to you" not in lane.shown.all_text()
    lane.touch("pay")
    lane.scan(BADGE)
    assert lane.shown.lane.screen_name() == "staff"
    lane.touch("approve-1-clearly_of_age")
    assert lane.state.phase is Phase.TENDER
    lane.touch("signOut")
    assert lane.shown.lane.screen_name() == "tender"
    (cleared,) = lane.happened(v.InterventionCleared)
    assert (cleared.by, cleared.why) == ("anna", "clearly_of_age")


def test_a_date_of_birth_approves_and_is_kept_nowhere(lane: LaneOfRules) -> None:
    lane.scan(WINE, BADGE)
    lane.touch("approve-1-born", *digits("31121999"))
    assert lane.shown.text_of("formShown") == "31.12.1999"
    lane.touch("keyOk")
    assert not lane.state.book.open
    assert "approved" in {line.mark for line in lane.view_lines()}
    assert "1999" not in repr(lane.journal)
    assert "1999" not in lane.shown.all_text()


def test_too_young_is_said_and_refusing_takes_the_item_off(lane: LaneOfRules) -> None:
    lane.scan(CHEESE, WINE, BADGE)
    lane.touch("approve-1-born", *digits(f"0101{NOW.year - 5}"), "keyOk")
    lane.reads("Too young for this item")
    assert lane.state.book.open
    lane.touch("refuse-1", "choice-too_young")
    (refused,) = lane.happened(v.InterventionRefused)
    assert refused.why == "too_young"
    assert lane.state.transaction is not None
    assert [line.product.gtin for line in lane.state.transaction.lines] == [CHEESE]


def test_staff_sign_in_by_pin_from_the_help_page(lane: LaneOfRules) -> None:
    lane.touch("help", "staffDoor", *digits(NUMBER), "keyOk", *digits("1111"))
    assert lane.shown.text_of("doorPin") == "●●●●"
    lane.touch("keyOk")
    assert lane.shown.text_of("doorNote") == "Number or PIN not right"
    lane.touch(*digits(NUMBER), "keyOk", *digits(PIN), "keyOk")
    assert lane.shown.lane.screen_name() == "staff"
    assert "Anna" in lane.shown.text_of("staffWho")
    assert PIN not in lane.shown.all_text()


def test_the_fifth_wrong_pin_locks_and_the_pad_says_until_when(lane: LaneOfRules) -> None:
    lane.touch("help", "staffDoor")
    for _ in range(5):
        lane.touch(*digits(NUMBER), "keyOk", *digits("1111"), "keyOk")
    assert lane.shown.text_of("doorNote").startswith("Locked until ")
    lane.touch(*digits(NUMBER), "keyOk", *digits(PIN), "keyOk")
    assert lane.shown.text_of("doorNote").startswith("Locked until ")
    assert lane.state.staff is None


def test_the_mark_of_the_shop_held_down_opens_the_pad(shown: Shown) -> None:
    shown.show(SITUATIONS["scanning-8"])
    shown.hold_at(80, 72)
    wait_until(lambda: "doorNumber" in {item.objectName() for item, _ in shown.items()}, "the pad")
    assert shown.posted == []


def test_a_price_is_overridden_and_a_line_voided_with_reasons(lane: LaneOfRules) -> None:
    lane.scan(CHEESE, WINE, BADGE)
    lane.touch("line-1", "choice-price_override", *digits("349"), "keyOk", "choice-price_checked")
    assert lane.shown.text_of("staffTotal") == "€11.48"
    lane.touch("line-2", "choice-void_line", "choice-shopper_changed_mind")
    assert lane.shown.text_of("staffTotal") == "€3.49"
    assert [(event.action, event.why, event.line_id) for event in lane.happened(v.StaffActed)] == [
        ("price_override", "price_checked", 1),
        ("void_line", "shopper_changed_mind", 2),
    ]
    assert not lane.state.book.open


def test_beyond_an_attendant_s_limit_says_whose_badge_it_takes(lane: LaneOfRules) -> None:
    lane.scan(CHEESE, BADGE)
    lane.touch("line-1", "choice-price_override", *digits("100"), "keyOk", "choice-goodwill")
    lane.reads("Ask a manager")
    assert lane.shown.text_of("staffTotal") == "€3.89"
    assert not lane.happened(v.StaffActed)


def test_a_basket_is_suspended_with_a_reason_and_the_lane_is_free(lane: LaneOfRules) -> None:
    lane.scan(CHEESE, BADGE)
    lane.touch("tab-sale", "deed-suspend", "choice-other_lane")
    assert lane.happened(sd.TransactionSuspended)
    assert lane.state.phase is Phase.ATTRACT
    assert lane.shown.lane.screen_name() == "attract"


def test_help_is_called_scanning_goes_on_and_staff_end_it(lane: LaneOfRules) -> None:
    lane.scan(CHEESE)
    lane.touch("help")
    assert "A colleague is coming" in lane.shown.all_text()
    lane.scan(CHEESE)
    assert lane.state.transaction is not None
    assert lane.state.transaction.lines[0].quantity == 2
    lane.touch("nudge-end_help")
    assert lane.happened(e.HelpEnded)
    assert "A colleague is coming" not in lane.shown.all_text()


def test_a_closed_lane_is_opened_where_it_waits(lane: LaneOfRules) -> None:
    lane.scan(BADGE)
    lane.touch("tab-lane", "deed-close_lane", "choice-cleaning")
    assert lane.state.closed_by == "anna"
    (closed,) = lane.state.book.open
    lane.touch(f"approve-{closed.intervention_no}-open_lane")
    assert lane.state.closed_by == ""
    assert not lane.state.book.open


def test_a_badge_closes_what_a_shopper_was_typing(lane: LaneOfRules) -> None:
    lane.scan(CHEESE)
    lane.touch("enterCode", *digits("017"))
    lane.scan(BADGE)
    lane.touch("signOut")
    assert "keypadShown" not in lane.names()


def test_a_touch_that_comes_too_late_decides_nothing(shown: Shown) -> None:
    """The sheet of reasons is open, and the item goes: the sheet closes, and nothing is posted."""
    shown.show(SITUATIONS["staff-four"])
    shown.settle()
    shown.touch("refuse-1")
    wait_until(lambda: "formTitle" in {item.objectName() for item, _ in shown.items()}, "the reasons")
    gone = SITUATIONS["staff-four"].state
    book = replace(gone.situation.book, open=gone.situation.book.open[1:])
    shown.show(Snapshot(sequence=2, state=replace(gone, situation=replace(gone.situation, book=book))))
    assert "formTitle" not in {item.objectName() for item, _ in shown.items()}
    assert shown.posted == []


def test_a_manager_s_matter_cannot_be_touched_by_an_attendant(shown: Shown) -> None:
    shown.show(SITUATIONS["staff-grave"])
    names = {item.objectName() for item, _ in shown.buttons()}
    assert not any(name.startswith(("approve-1", "refuse-1", "approve-2", "refuse-2")) for name in names)
    shown.show(SITUATIONS["staff-manager"])
    names = {item.objectName() for item, _ in shown.buttons()}
    assert {"approve-1", "refuse-1", "approve-2-nothing_wrong"} <= names


def test_each_device_is_tested_by_its_own_button(shown: Shown) -> None:
    shown.show(SITUATIONS["staff-idle"])
    shown.settle()
    shown.touch("tab-devices")
    shown.show(replace(SITUATIONS["staff-idle"], sequence=2))
    shown.touch("test-printer")
    wait_until(lambda: bool(shown.posted), "the command")
    (command,) = shown.posted
    assert isinstance(command, sc.Act)
    assert (command.action.value, command.text) == ("device_test", "printer")
    assert "unplugged" not in shown.text_of("device-terminal")
    assert "does not answer" in shown.text_of("device-terminal")


def test_training_is_named_above_every_screen(shown: Shown) -> None:
    for name in ("training-attract", "training-scanning", "training-tender", "staff-training"):
        shown.show(SITUATIONS[name])
        assert shown.overhead("training") == "Training – nothing is sold", name
    shown.show(SITUATIONS["attract"])
    assert shown.overhead("training") == ""


def test_the_countdown_runs_towards_the_call(shown: Shown) -> None:
    shown.show(SITUATIONS["idle"])
    assert shown.text_of("countdown") == "999"
    late = State(phase=Phase.SCANNING, devices=READY)
    shown.show(Snapshot(sequence=2, state=late))
    assert "countdown" not in {item.objectName() for item, _ in shown.items()}
