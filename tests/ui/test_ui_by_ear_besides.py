"""By ear and keys alone, besides scanning and paying: prices, balances, joining, bags, goods without a
barcode, second thoughts. Each is reached, understood and done without a look at the screen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from ui_by_ear import KEYS, ByEar, K
from ui_lane_of_rules import BAG, CHEESE, KIWI
from ui_window import Shown, wait_until

from kiosk.checkout.effects import Timer
from kiosk.checkout.evolve import fold
from kiosk.checkout.shop import Flow
from kiosk.checkout.state import Phase
from kiosk.ui.find import visible_items
from kiosk.ui.samples.tenders import EVERYTHING
from retail.catalogue import Product
from retail.journal.orders import OrderAsked, OrderFound

FLOW = Flow(loose=("produce",), bags=(BAG.zfill(14),), charity="Food Bank", undo_s=6.0)


class Finds:
    """A look-up that knows one thing."""

    def __init__(self, product: Product) -> None:
        self._goods = (product,)

    def favourites(self, limit: int) -> tuple[Product, ...]:
        return self._goods[:limit]

    def ask(self, typed: str, category: str, limit: int) -> tuple[Product, ...]:
        return tuple(one for one in self._goods if one.names[""].lower().startswith(typed))[:limit]

    def categories(self) -> tuple[str, ...]:
        return ("produce/fruit",)


@pytest.fixture
def by_ear(open_window: Callable[..., Shown]) -> ByEar:
    shown = open_window(keys=KEYS, tenders=EVERYTHING, joins=True)
    made = ByEar(shown, flow=FLOW, joins=True, warn_s=20.0)
    made.plug()
    made.waits_at("start")
    made.press(K.Key_F9)
    made.news()
    return made


def test_a_price_is_asked_for_and_the_item_added(by_ear: ByEar) -> None:
    by_ear.chooses("Check a price.", "What does it cost?")
    by_ear.lane.scan(CHEESE)
    assert "Gouda costs 3 euros and 89 cents. Nothing was added." in by_ear.news()
    told = by_ear.press(K.Key_F3)
    assert "You can choose: scan an item, Add it to my purchase, Back, " in told
    assert "ends by itself" in by_ear.fire(Timer.PRICE)
    by_ear.press(K.Key_Right)
    assert by_ear.lane.state.price_check is not None
    assert not by_ear.lane.state.time_runs_out, "a key that walks is an answer"
    by_ear.chooses("Add it to my purchase.", "Gouda, 3 euros and 89 cents.")


def test_a_balance_is_topped_up_as_far_as_the_card(by_ear: ByEar) -> None:
    by_ear.chooses("Top up balance.", "Whose balance?")
    told = by_ear.press(K.Key_F3)
    assert "Enter a number" in told
    assert "Not now" in told
    by_ear.chooses("Not now.", "Welcome.")


def test_a_membership_is_joined_by_a_number_nobody_hears(by_ear: ByEar) -> None:
    by_ear.lane.scan(CHEESE)
    by_ear.chooses("Become a member.", "With my phone")
    by_ear.chooses("Here.", "Your telephone number.")
    told = by_ear.press(*(getattr(K, f"Key_{digit}") for digit in "0171765544"))
    assert told.endswith("10 digits")
    told = by_ear.press(K.Key_Return)

    def asks() -> bool:
        nonlocal told
        told += by_ear.news()
        return "What may we do?" in told

    wait_until(asks, "the question what may be done")
    assert "Not chosen." in by_ear.go("Membership")
    assert by_ear.press(K.Key_Return).endswith("Chosen.")
    told = by_ear.chooses("Join.", "Your membership is being prepared.")
    assert "0171" not in " ".join(one.text for one in by_ear.speaker.said)


def test_bags_are_counted_aloud(by_ear: ByEar) -> None:
    by_ear.lane.scan(CHEESE)
    by_ear.chooses("Pay.", "Do you need bags?")
    assert by_ear.go("One more: Paper bag.").endswith("0.")
    assert by_ear.press(K.Key_Return).endswith("One more: Paper bag. 1.")
    told = by_ear.press(K.Key_F3)
    assert "One fewer: Paper bag" in told
    by_ear.chooses("1 bag", "How would you like to pay? To pay: 4 euros and 14 cents")


def test_what_was_taken_off_comes_back(by_ear: ByEar) -> None:
    by_ear.lane.scan(CHEESE, KIWI)
    told = by_ear.chooses("Remove Kiwi.", "Removed: Kiwi.")
    assert "Choose undo to have it back." in told
    by_ear.chooses("Undo.", "Kiwi, 45 cents.")


def test_giving_up_is_thought_better_of(by_ear: ByEar) -> None:
    by_ear.lane.scan(CHEESE)
    told = by_ear.chooses("Cancel purchase.", "Your purchase is about to be given up.")
    by_ear.waits_at("undo")
    told = by_ear.press(K.Key_Return)
    assert "Your basket: 1 item." in told + by_ear.news()


def test_goods_without_a_barcode_are_typed_and_counted(by_ear: ByEar) -> None:
    by_ear.shown.lane.offer_goods(Finds(by_ear.lane.find(KIWI)))
    by_ear.lane.scan(CHEESE)
    by_ear.chooses("No barcode?", "No barcode?")
    by_ear.go("k.")
    assert by_ear.press(K.Key_Return).endswith("k. Found: 1 item.")
    assert by_ear.press(K.Key_Backspace).endswith("Cleared")
    by_ear.chooses("Kiwi.", "Add to basket.")
    by_ear.go("One more: Kiwi.")
    assert by_ear.press(K.Key_Return).endswith("2.")
    by_ear.chooses("Add to basket.", "Kiwi, now 2, 90 cents.")


def test_small_change_is_given_and_kept(by_ear: ByEar) -> None:
    by_ear.lane.scan(CHEESE)
    by_ear.chooses("Pay.", "Do you need bags?")
    by_ear.chooses("No bag", "How would you like to pay?")
    by_ear.chooses("Round up.", "To pay: 4 euros, ")
    by_ear.chooses("Take back.", "To pay: 3 euros and 89 cents")


def test_letters_and_colours_are_chosen_and_said(by_ear: ByEar) -> None:
    by_ear.chooses("Colours, letters, reach and sound.", "As you like it.")
    assert "Not chosen." in by_ear.go("High contrast.")
    assert by_ear.press(K.Key_Return).endswith("High contrast. Chosen.")
    assert by_ear.shown.lane.comfort.chosen.mode.value == "high_contrast"


def test_an_empty_purchase_asks_before_it_ends(by_ear: ByEar) -> None:
    by_ear.chooses("Start shopping.", "Your basket is empty.")
    assert "Choose more time if you need it." in by_ear.fire(Timer.IDLE)
    by_ear.waits_at("needTime")
    by_ear.press(K.Key_Return)
    assert by_ear.lane.state.phase is Phase.SCANNING
    assert not by_ear.lane.state.time_runs_out


def test_what_was_typed_is_forgotten_only_after_asking(by_ear: ByEar) -> None:
    by_ear.lane.scan(CHEESE)
    by_ear.chooses("Enter a number.", "1.")
    by_ear.press(K.Key_1, K.Key_2)
    (sheet,) = [
        item for item in visible_items(by_ear.shown.lane.window) if item.property("holdsFocus") is True
    ]
    (forget,) = [one for one in sheet.findChildren(QObject) if one.metaObject().className() == "QQmlTimer"]
    assert forget.property("running") is False
    assert "Are you still there?" in by_ear.fire(Timer.IDLE)
    wait_until(lambda: forget.property("running") is True, "the time to forget")
    by_ear.waits_at("needTime")
    by_ear.press(K.Key_Return)
    wait_until(lambda: forget.property("running") is False, "the sheet to stay")
    assert by_ear.press(K.Key_3).endswith("3 digits")


def test_how_many_is_typed_and_heard(by_ear: ByEar) -> None:
    by_ear.lane.scan(CHEESE)
    by_ear.chooses("Change the quantity of Gouda.", "Quantity: Gouda.")
    assert by_ear.press(K.Key_3).endswith("Quantity 3.")
    assert "Gouda, now 3, 11 euros and 67 cents." in by_ear.press(K.Key_Return)


def test_another_language_is_chosen_and_spoken(by_ear: ByEar) -> None:
    told = by_ear.chooses("Deutsch.", "Willkommen.")
    assert told.index("Deutsch.") < told.index("Willkommen.")
    by_ear.chooses("Preis prüfen.", "Was kostet das?")


def test_a_number_that_is_nothing_here_is_refused_in_words(by_ear: ByEar) -> None:
    by_ear.lane.scan(CHEESE)
    by_ear.chooses("Enter a number.", "1.")
    by_ear.press(*(getattr(K, f"Key_{digit}") for digit in "40063813"))
    assert "Your basket is unchanged." in by_ear.press(K.Key_Return)
    assert "Total 3 euros and 89 cents." in by_ear.press(K.Key_F3)


def test_help_is_called_by_one_key_and_ended_by_another(by_ear: ByEar) -> None:
    by_ear.lane.scan(CHEESE)
    assert "A colleague is coming." in by_ear.press(K.Key_F1)
    assert "A colleague has been called already." in by_ear.press(K.Key_F1)
    by_ear.go("I no longer need help.")
    by_ear.press(K.Key_Return)
    assert not by_ear.lane.state.help_called


def test_an_order_is_understood_and_taken(by_ear: ByEar) -> None:
    found = OrderFound(ask_id="a1", order_id="o1", short="4F2A9C", goods=(), hands_out=True)
    by_ear.lane.state = fold((OrderAsked(ask_id="a1"), found), by_ear.lane.state)
    by_ear.lane.again()
    assert "I have everything" in by_ear.press(K.Key_F3)
    told = by_ear.chooses("I have everything.", "writing down")
    assert "4F2A9C" not in told
