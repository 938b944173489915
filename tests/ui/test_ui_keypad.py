"""Typing a quantity."""

import pytest

from kiosk.checkout.commands import SetQuantity, ShopperCommand
from kiosk.checkout.state import Phase, State
from kiosk.ui.bridges.pad import QuantityPad
from kiosk.ui.forms.keypad import Keypad
from kiosk.ui.samples import snapshot
from kiosk.ui.samples.goods import sale
from kiosk.ui.view import derive
from kiosk.ui.views import LineView
from retail.basket import QUANTITY_MAX


def typed(keys: str, before: int = 3) -> Keypad:
    pad = Keypad(line_id=1, before=before)
    for key in keys:
        pad = pad.delete() if key == "<" else pad.digit(int(key))
    return pad


@pytest.mark.parametrize(
    ("keys", "shown", "quantity"),
    [
        ("", "3", 3),
        ("7", "7", 7),
        ("12", "12", 12),
        ("99", "99", 99),
        ("123", "12", 12),
        ("0", "0", None),
        ("05", "5", 5),
        ("12<", "1", 1),
        ("1<", "0", None),
        ("<", "0", None),
        ("<8", "8", 8),
    ],
)
def test_keys_make_a_number_within_bounds(keys: str, shown: str, quantity: int | None) -> None:
    pad = typed(keys)
    assert (pad.shown, pad.quantity) == (shown, quantity)


def test_no_keys_whatever_go_beyond_the_largest_quantity() -> None:
    for keys in ("9" * 50, "1" * 50, "0" * 50):
        assert int(typed(keys).shown) <= QUANTITY_MAX


def rows(count: int) -> tuple[LineView, ...]:
    state = State(phase=Phase.SCANNING, transaction=sale(count))
    return derive(snapshot(state), lambda text: text).basket.lines


def pad_for(line_id: int) -> tuple[QuantityPad, list[ShopperCommand]]:
    posted: list[ShopperCommand] = []
    pad = QuantityPad(posted.append)
    pad.follow("t-1", rows(4))
    pad.open(line_id)
    return pad, posted


def test_ok_posts_the_quantity_once_and_closes() -> None:
    pad, posted = pad_for(1)
    pad.digit(8)
    pad.confirm()
    pad.confirm()
    assert posted == [SetQuantity(line_id=1, quantity=8)]
    assert not pad.isOpen


def test_zero_is_not_a_quantity() -> None:
    pad, posted = pad_for(1)
    pad.digit(0)
    pad.confirm()
    assert not posted
    assert pad.isOpen


def test_closing_changes_nothing() -> None:
    pad, posted = pad_for(1)
    pad.digit(8)
    pad.close()
    assert not posted
    assert not pad.isOpen


def test_a_weighed_pack_has_no_keypad() -> None:
    pad, _ = pad_for(3)
    assert not pad.isOpen


def test_the_keypad_closes_with_its_line_and_with_its_sale() -> None:
    pad, _ = pad_for(4)
    pad.follow("t-1", rows(3))
    assert not pad.isOpen
    pad, _ = pad_for(4)
    pad.follow("t-2", rows(4))
    assert not pad.isOpen


def test_what_is_typed_survives_another_scan() -> None:
    pad, _ = pad_for(4)
    pad.digit(7)
    pad.follow("t-1", rows(5))
    assert (pad.isOpen, pad.shown) == (True, "7")
