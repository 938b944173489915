"""Typing a card, a phone, a coupon: sent once, and gone at once."""

import pytest

from kiosk.checkout.commands import ShopperCommand, TypeCode
from kiosk.ui.bridges.code_pad import OVER, CodePad
from kiosk.ui.forms.typed import TYPED_MAX, TYPED_MIN, Typed
from kiosk.ui.screens import Screen


def typed(keys: str) -> Typed:
    pad = Typed(is_open=True)
    for key in keys:
        pad = pad.delete() if key == "<" else pad.key(key)
    return pad


@pytest.mark.parametrize(
    ("keys", "text", "shown"),
    [
        ("", "", ""),
        ("0171", "0171", "0171"),
        ("12345678", "12345678", "12345678"),
        ("0171234567", "0171234567", "0171 2345 67"),
        ("+49171234567", "+49171234567", "+49171234567"),
        ("SPRING10", "SPRING10", "SPRING10"),
        ("AB<C", "AC", "AC"),
        ("<<A", "A", "A"),
        ("a b\n\x1d?ß", "", ""),
    ],
)
def test_keys_make_a_text(keys: str, text: str, shown: str) -> None:
    assert (typed(keys).text, typed(keys).shown) == (text, shown)


def test_what_is_typed_stays_within_bounds() -> None:
    assert len(typed("9" * 500).text) == TYPED_MAX
    assert not typed("9" * (TYPED_MIN - 1)).may_send
    assert typed("9" * TYPED_MIN).may_send


def test_a_closed_keyboard_takes_no_key() -> None:
    assert Typed().key("1") == Typed()


def test_no_log_line_can_show_what_was_typed() -> None:
    assert "0171" not in repr(typed("0171234567"))


def pad_over(screen: Screen = Screen.SCANNING) -> tuple[CodePad, list[ShopperCommand]]:
    posted: list[ShopperCommand] = []
    pad = CodePad(posted.append)
    pad.follow("t-1", screen)
    pad.open()
    return pad, posted


def press(pad: CodePad, keys: str) -> None:
    for key in keys:
        pad.key(key)


def test_ok_sends_it_once_and_forgets_it() -> None:
    pad, posted = pad_over()
    press(pad, "0171234567")
    pad.confirm()
    pad.confirm()
    assert posted == [TypeCode(text="0171234567")]
    assert (pad.isOpen, pad.shown) == (False, "")
    pad.open()
    assert pad.shown == ""


def test_it_is_forgotten_before_it_is_sent() -> None:
    seen: list[str] = []
    pad = CodePad(lambda command: seen.append(pad.shown))
    pad.follow("t-1", Screen.SCANNING)
    pad.open()
    press(pad, "SPRING")
    pad.confirm()
    assert seen == [""]


def test_too_little_is_not_sent() -> None:
    pad, posted = pad_over()
    press(pad, "12")
    pad.confirm()
    assert not posted
    assert pad.isOpen


def test_closing_forgets() -> None:
    pad, posted = pad_over()
    press(pad, "0171234567")
    pad.close()
    pad.open()
    assert (pad.shown, posted) == ("", [])


@pytest.mark.parametrize("screen", set(Screen) - OVER)
def test_it_closes_with_its_screen_and_opens_over_no_other(screen: Screen) -> None:
    pad, _ = pad_over()
    press(pad, "0171234567")
    pad.follow("t-1", screen)
    assert (pad.isOpen, pad.shown) == (False, "")
    pad.open()
    assert not pad.isOpen


def test_it_closes_with_its_sale() -> None:
    pad, _ = pad_over()
    press(pad, "0171234567")
    pad.follow("t-2", Screen.SCANNING)
    assert (pad.isOpen, pad.shown) == (False, "")


def test_what_is_typed_survives_a_scan_and_an_unknown_code() -> None:
    pad, _ = pad_over()
    press(pad, "0171")
    pad.follow("t-1", Screen.NOT_FOUND)
    pad.follow("t-1", Screen.SCANNING)
    assert (pad.isOpen, pad.shown) == (True, "0171")
