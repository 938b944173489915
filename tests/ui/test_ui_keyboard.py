"""Buying by keys alone: the focus, keypads filled by keys, lists that scroll, no trap."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from ui_lane_of_rules import CHEESE, LaneOfRules
from ui_window import Shown, wait_until

from kiosk.checkout import commands as c
from kiosk.checkout.effects import Timer
from kiosk.devices.terminal import Approved, PaymentAnswer
from kiosk.ui.find import scene_rect
from kiosk.ui.focus import Focused
from kiosk.ui.keyboard import Typed
from kiosk.ui.keys import Action, KeyProfile, UnknownKeyError, keymap
from kiosk.ui.ring import list_of, ring, sheet_of
from kiosk.ui.samples import situations
from kiosk.ui.samples.tenders import EVERYTHING
from retail.card import CardResult
from retail.journal.events import ReceiptKind
from retail.theme.colours import contrast
from retail.theme.default import DEFAULT

KEYS = {
    "next": "Right Down Tab",
    "back": "Left Up Backtab",
    "press": "Return Enter Space",
    "clear": "Backspace Escape",
    "where": "F3",
    "help": "F1",
    "curtain": "F9",
}
PROFILE = KeyProfile(keys=KEYS, strike_ms=0)
K = Qt.Key


class Hands:
    """A shopper with a keypad, and what was told of the focus."""

    def __init__(self, shown: Shown) -> None:
        self.shown, self.keyboard = shown, shown.lane.keyboard
        self.told: list[Focused] = []
        self.typed: list[Typed] = []
        self.asked: list[Action] = []
        self.keyboard.focus.on_focused = self.told.append
        self.keyboard.on_typed = self.typed.append
        self.keyboard.on_asked = self.asked.append

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.shown.lane.window, key)

    @property
    def at(self) -> str:
        item = self.keyboard.focus.item
        return item.objectName() if item is not None else ""

    def go(self, name: str) -> None:
        """Walk to a control, as far as the ring goes round."""
        self._woken()
        for _ in range(200):
            if self.at == name:
                return
            self.press(K.Key_Right)
        raise AssertionError(f"{name} is not on the way; {[focused.name for focused in self.told[-30:]]}")

    def _woken(self) -> None:
        if not self.keyboard.focus.is_on:
            self.press(K.Key_Right)

    def waits_at(self, name: str) -> None:
        wait_until(lambda: self.at == name, f"the focus on {name}, not on {self.at}")


@pytest.fixture
def hands(open_window: Callable[..., Shown]) -> Hands:
    return Hands(open_window(keys=PROFILE, tenders=EVERYTHING))


def show(hands: Hands, name: str) -> None:
    hands.shown.show(dict(situations("en"))[name])


def test_the_first_key_shows_where_one_is_and_presses_nothing(hands: Hands) -> None:
    show(hands, "scanning-8")
    assert hands.at == ""
    hands.press(K.Key_Return)
    assert hands.at == "pay"
    assert hands.shown.posted == []
    assert [focused.name for focused in hands.told] == ["Pay"]
    hands.press(K.Key_Return)
    assert hands.shown.posted == [c.Pay()]


def test_the_ring_goes_round_both_ways_and_never_stands_still(hands: Hands) -> None:
    show(hands, "tender")
    hands.press(K.Key_Right)
    names = [item.objectName() for item in ring(hands.shown.lane.window)]
    seen = [hands.at]
    for _ in names[1:]:
        hands.press(K.Key_Down)
        seen.append(hands.at)
    assert sorted(seen) == sorted(names)
    hands.press(K.Key_Tab)
    assert hands.at == seen[0]
    hands.press(K.Key_Left)
    assert hands.at == seen[-1]


def test_a_long_list_is_walked_whole_and_what_is_focused_is_in_view(hands: Hands) -> None:
    show(hands, "scanning-40")
    hands.press(K.Key_Right)
    window, seen = hands.shown.lane.window, []
    for _ in range(200):
        hands.press(K.Key_Right)
        item = hands.keyboard.focus.item
        assert item is not None
        seen.append(item.objectName())
        page = list_of(item)
        if page is not None:
            assert scene_rect(page).adjusted(-1, -1, 1, 1).contains(scene_rect(item))
        if hands.at == "pay" and len(seen) > 20:
            break
    rows = [name for name in seen if name.startswith("remove-")]
    assert len(rows) == len(set(rows)) == 40
    assert rows == sorted(rows, key=lambda name: int(name.removeprefix("remove-")))
    assert hands.at == "pay"
    hands.press(K.Key_Left)
    assert hands.at == rows[-1]
    assert window.isVisible()


def test_the_focus_stays_on_its_control_while_the_screen_changes(hands: Hands) -> None:
    show(hands, "scanning-8")
    hands.go("cancel")
    show(hands, "scanning-1")
    hands.waits_at("cancel")
    told = len(hands.told)
    show(hands, "tender")
    hands.waits_at("payCard")
    assert hands.told[told].name == "Pay by card"
    assert hands.told[told].note


def test_a_sheet_keeps_the_focus_and_gives_it_back(hands: Hands) -> None:
    show(hands, "scanning-8")
    hands.go("quantity-8")
    hands.press(K.Key_Return)
    wait_until(lambda: sheet_of(hands.shown.lane.window) is not None, "the sheet")
    wait_until(lambda: bool(hands.told[-1].sheet), "its title to be told")
    names = set()
    for _ in range(30):
        hands.press(K.Key_Right)
        names.add(hands.at)
    assert "pay" not in names
    assert {"key1", "keyDelete", "keypadClose"} <= names
    for _ in range(5):  # what stands there, digit by digit, then the sheet
        if sheet_of(hands.shown.lane.window) is not None:
            hands.press(K.Key_Escape)
    hands.waits_at("quantity-8")


def test_digits_fill_the_keypad_that_is_open_and_ok_sends_it(hands: Hands) -> None:
    show(hands, "scanning-8")
    hands.go("quantity-8")
    hands.press(K.Key_Return)
    wait_until(lambda: bool(hands.told[-1].sheet), "the sheet")
    hands.press(K.Key_1, K.Key_2, K.Key_Backspace)
    assert [typed.text for typed in hands.typed] == ["1", "12", "1"]
    hands.press(K.Key_Return)
    assert hands.shown.posted == [c.SetQuantity(line_id=8, quantity=1)]


def test_a_pin_is_told_by_its_length_alone(hands: Hands) -> None:
    show(hands, "tender-gift-pin")
    hands.press(K.Key_Right)
    hands.press(K.Key_2, K.Key_4, K.Key_6)
    assert [(typed.kind, typed.count, typed.text) for typed in hands.typed] == [
        ("pin", 1, ""), ("pin", 2, ""), ("pin", 3, ""),
    ]  # fmt: skip


def test_digits_move_while_nothing_is_typed(hands: Hands) -> None:
    show(hands, "tender")
    hands.press(K.Key_5)
    assert hands.asked == [Action.WHERE]
    here = hands.at
    hands.press(K.Key_6)
    assert hands.at != here
    hands.press(K.Key_4)
    assert hands.at == here


def test_a_held_key_and_a_double_strike_count_once(open_window: Callable[..., Shown]) -> None:
    hands = Hands(open_window(keys=KeyProfile(keys=KEYS, strike_ms=60_000)))
    show(hands, "scanning-8")
    hands.press(K.Key_Right, K.Key_Right, K.Key_Right)
    assert len(hands.told) == 1
    event = QKeyEvent(QEvent.Type.KeyPress, K.Key_Left, Qt.KeyboardModifier.NoModifier, "", True)
    QCoreApplication.sendEvent(hands.shown.lane.window, event)
    assert len(hands.told) == 1


def test_nobody_is_trapped_and_the_next_shopper_finds_no_focus(hands: Hands) -> None:
    show(hands, "scanning-8")
    hands.press(K.Key_Right)
    assert hands.at
    show(hands, "attract")
    assert hands.at == ""


def test_help_is_a_key_on_its_own(hands: Hands) -> None:
    show(hands, "scanning-8")
    hands.press(K.Key_F1)
    assert hands.shown.posted == [c.CallHelp()]
    assert hands.asked == [Action.HELP]


def test_the_curtain_is_for_who_listens_and_ends_with_it(hands: Hands) -> None:
    show(hands, "scanning-8")
    hands.press(K.Key_F9)
    assert not hands.shown.lane.comfort.property("curtain")
    hands.shown.lane.listen(True)
    wait_until(lambda: hands.keyboard.may_hide, "the shopper to listen")
    hands.press(K.Key_F9)
    assert hands.shown.lane.comfort.property("curtain")
    hands.press(K.Key_Right, K.Key_Left)
    assert hands.at == "pay"
    hands.shown.lane.listen(False)
    wait_until(lambda: not hands.shown.lane.comfort.property("curtain"), "the screen")


def test_a_purchase_by_keys_alone(hands: Hands) -> None:
    lane = LaneOfRules(hands.shown, EVERYTHING)

    def press_ok(*, posts: bool = True) -> None:
        before = len(hands.shown.posted)
        hands.press(K.Key_Return)
        assert (len(hands.shown.posted) > before) is posts
        for command in hands.shown.posted:
            lane.do(command)
        hands.shown.posted.clear()

    hands.press(K.Key_Right)
    hands.waits_at("start")
    press_ok()
    lane.scan(CHEESE, CHEESE, CHEESE)
    wait_until(lambda: hands.shown.lane.screen_name() == "scanning" and hands.at != "start", "the basket")
    hands.go("removeLast")
    press_ok()
    lane.scan(CHEESE)
    hands.go("pay")
    press_ok()
    hands.waits_at("payCard")
    press_ok()
    wait_until(lambda: hands.shown.lane.screen_name() == "card", "the card screen")
    sale = lane.state.transaction
    assert sale is not None
    assert sale.payment is not None
    attempt = sale.payment.attempt_id
    result = CardResult(
        result_code=0,
        amount_minor=sale.payment.amount_minor,
        currency="EUR",
        terminal_id="1",
        receipt_number=2,
    )
    lane.do(c.KeepResult(attempt_id=attempt, result=result))
    lane.do(c.ReportPayment(answer=PaymentAnswer(attempt_id=attempt, outcome=Approved(result=result))))
    lane.do(c.FireTimer(timer=Timer.PAID.value))
    hands.waits_at("receiptPaper")
    press_ok()
    assert lane.state.transaction is not None
    assert lane.state.transaction.receipt_kind is ReceiptKind.PAPER


@pytest.mark.parametrize("mode", ["light", "dark", "high_contrast"])
def test_the_focus_is_seen_on_any_ground(hands: Hands, mode: str) -> None:
    hands.shown.lane.comfort.useMode(mode)
    show(hands, "scanning-8")
    hands.press(K.Key_Right)
    show(hands, "scanning-8")
    item = hands.keyboard.focus.item
    assert item is not None
    rect, colours = scene_rect(item), DEFAULT.colours(mode)
    picture = hands.shown.lane.grab()
    y, left = round(rect.center().y()), round(rect.left())
    drawn = [picture.pixelColor(left - 3 * 4 + line * 4 + 2, y).name() for line in range(3)]
    assert drawn == [colours["ink"], colours["card"], colours["ink"]]
    assert contrast(colours["ink"], colours["card"]) >= 3


def test_a_name_that_is_no_key_is_refused() -> None:
    with pytest.raises(UnknownKeyError, match="'Anykey' is not the name of a key"):
        keymap(KeyProfile(keys={"next": "Anykey"}))
    assert keymap(PROFILE)[K.Key_Return] is Action.PRESS
