"""Paying with several means in a real window: every control posts its one command; phones read its code."""

from collections.abc import Callable

import numpy as np
import pytest
import zxingcpp
from msgspec.structs import replace
from PySide6.QtGui import QImage
from ui_window import Shown, wait_until

from kiosk.checkout import commands as c
from kiosk.devices.scanner import PreviewFrame
from kiosk.ui.camera_view import CameraView
from kiosk.ui.post import Touch
from kiosk.ui.samples import situations
from kiosk.ui.samples.tenders import EMVCO_QR, EVERYTHING

SITUATIONS = dict(situations("en"))
CONTROLS: list[tuple[str, list[str], Touch]] = [
    ("tender", ["payCard"], c.PayByCard()),
    ("tender", ["payWallet", "showCode"], c.PayByWallet()),
    ("tender", ["payPart", "share-2"], c.ChoosePart(amount_minor=2930)),
    ("tender", ["payPart", "key2", "key0", "key0", "key0", "keyOk"], c.ChoosePart(amount_minor=2000)),
    (
        "tender",
        ["payGift", "typeNumber", *(f"key{digit}" for digit in "9712345678901"), "keyOk"],
        c.UseGiftCard(text="9712345678901"),
    ),
    ("tender-part", ["payAll"], c.ChoosePart(amount_minor=0)),
    ("tender-points", ["payBalance"], c.UseBalance()),
    ("tender-points", ["usePoints"], c.UsePoints()),
    ("tender-gift", ["takeBack-value-1"], c.KeepValue(ask_no=1)),
    ("tender-points-held", ["takeBack-points"], c.KeepPoints()),
    ("tender-gift-asking", ["stopAsking"], c.KeepValue(ask_no=0)),
    ("tender-gift-pin", ["key1", "key2", "key3", "key4", "keyOk"], c.GivePin(pin="1234")),
    ("tender-gift-pin-wrong", ["sheetClose"], c.KeepValue(ask_no=0)),
    ("tender-split", ["giveBack", "giveBackNow"], c.TakeBack()),
    ("wallet-shown", ["cancel"], c.CancelPayment()),
    ("wallet-confirming", ["cancel"], c.CancelPayment()),
]


def opened(open_window: Callable[..., Shown], *size: int) -> Shown:
    """A window whose basket is made already: made in the background, its rows would change meanwhile."""
    shown = open_window(*size, tenders=EVERYTHING)
    shown.show(SITUATIONS["scanning-1"])
    return shown


def names(shown: Shown) -> set[str]:
    return {item.objectName() for item, _ in shown.items()}


def touch_all(shown: Shown, controls: list[str]) -> None:
    for control in controls:
        wait_until(lambda name=control: name in names(shown), control)
        shown.touch(control)


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_each_control_posts_its_command_and_nothing_else(
    open_window: Callable[..., Shown], size: tuple[int, int]
) -> None:
    shown = opened(open_window, *size)
    for situation, controls, command in CONTROLS:
        shown.show(SITUATIONS["attract"])
        shown.show(SITUATIONS[situation])
        shown.posted.clear()
        touch_all(shown, controls)
        wait_until(lambda: bool(shown.posted), f"the command of {controls} on {situation}")
        shown.show(replace(SITUATIONS[situation], sequence=2))  # a second command would have come by now
        assert shown.posted == [command], (situation, controls)


def test_under_a_sheet_nothing_can_be_touched_and_after_it_everything(
    open_window: Callable[..., Shown],
) -> None:
    shown = opened(open_window)
    shown.show(SITUATIONS["tender"])
    touch_all(shown, ["payPart"])
    wait_until(lambda: "padShown" in names(shown), "the sheet")
    with pytest.raises(LookupError, match="disabled"):
        shown.lane.find_control("payCard")
    touch_all(shown, ["sheetClose"])
    wait_until(lambda: "padShown" not in names(shown), "the sheet to go")
    assert shown.lane.find_control("payCard")
    assert shown.posted == []


def test_what_cannot_be_had_is_not_there_or_disabled(open_window: Callable[..., Shown]) -> None:
    shown = opened(open_window)
    shown.show(SITUATIONS["tender-split"])
    assert {"cancel", "takeBack-value-2"} & names(shown) == set()
    shown.show(SITUATIONS["tender"])
    assert "payBalance" not in names(shown)
    assert "giveBack" not in names(shown)
    shown.show(SITUATIONS["tender-gift-asking"])
    with pytest.raises(LookupError, match="disabled"):
        shown.lane.find_control("payWallet")
    for name in ("wallet-stopping", "refund-card", "unknown"):
        shown.show(SITUATIONS[name])
        buttons = {item.objectName() for item, _ in shown.buttons() if item.isEnabled()}
        assert buttons <= {"help", "comfort", "languages"}, name


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_a_phone_reads_the_wallet_s_code_from_the_screen(
    open_window: Callable[..., Shown], size: tuple[int, int]
) -> None:
    shown = opened(open_window, *size)
    for name in ("wallet-shown", "wallet-shown-part"):
        shown.show(SITUATIONS[name])
        shown.settle()
        picture = shown.lane.grab().convertToFormat(QImage.Format.Format_Grayscale8)
        pixels = np.frombuffer(picture.constBits(), np.uint8).reshape(
            picture.height(), picture.bytesPerLine()
        )
        (code,) = zxingcpp.read_barcodes(pixels[:, : picture.width()])
        assert code.text == EMVCO_QR


def test_a_code_nobody_should_pay_any_more_is_gone(open_window: Callable[..., Shown]) -> None:
    shown = opened(open_window)
    shown.show(SITUATIONS["wallet-shown"])
    assert "walletCode" in names(shown)
    shown.show(SITUATIONS["wallet-stopping"])
    assert "walletCode" not in names(shown)


def test_the_camera_shows_where_it_reads_what_pays_and_only_once(open_window: Callable[..., Shown]) -> None:
    shown = opened(open_window)
    frame = PreviewFrame(width=4, height=2, bytes_per_line=12, rgb=bytes([200, 30, 30] * 8))

    def cameras() -> list[CameraView]:
        return [item for item, _ in shown.items() if isinstance(item, CameraView)]

    shown.show(SITUATIONS["tender"])
    shown.settle()
    shown.lane.preview(frame)
    wait_until(lambda: any(camera.hasFrame for camera in cameras()), "the frame")
    (on_screen,) = cameras()
    touch_all(shown, ["payWallet"])
    wait_until(lambda: "showCode" in names(shown), "the sheet")
    assert not on_screen.hasFrame
    (on_sheet,) = cameras()
    assert on_sheet is not on_screen
    shown.lane.preview(frame)
    wait_until(lambda: bool(on_sheet.hasFrame), "the frame on the sheet")
    shown.show(SITUATIONS["attract"])
    assert cameras() == []


def test_a_pin_left_behind_goes_with_the_screen(open_window: Callable[..., Shown]) -> None:
    shown = opened(open_window)
    shown.show(SITUATIONS["tender-gift-pin"])
    touch_all(shown, ["key1", "key2"])
    wait_until(lambda: shown.text_of("padShown") == "●●", "what was typed")
    shown.show(SITUATIONS["attract"])
    shown.show(SITUATIONS["tender-gift-pin"])
    wait_until(lambda: "padShown" in names(shown), "the pad")
    assert shown.text_of("padShown") == ""


def test_a_shop_with_cards_only_looks_as_it_did(shown: Shown) -> None:
    shown.show(SITUATIONS["tender"])
    assert not {"payWallet", "payGift", "payBalance"} & names(shown)


def test_a_wallets_order_nobody_will_pay_can_be_given_up_and_a_cards_payment_not(
    open_window: Callable[..., Shown],
) -> None:
    shown = opened(open_window)
    shown.show(SITUATIONS["unknown"])
    assert "cancel" not in names(shown)
    shown.show(SITUATIONS["unknown-wallet"])
    shown.touch("cancel")
    assert shown.posted == [c.CancelPayment()]
