"""The window: every control posts its command, the newest snapshot wins, languages switch while running."""

import threading
from collections.abc import Callable

import numpy as np
import pytest
import zxingcpp
from msgspec.structs import replace
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from ui_window import QR_TEXT, Shown, wait_until

from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase, State
from kiosk.devices.scanner import PreviewFrame
from kiosk.ui.application import fitted
from kiosk.ui.camera_view import CameraView
from kiosk.ui.comfort import Comfort
from kiosk.ui.find import visible_items
from kiosk.ui.post import Touch
from kiosk.ui.samples import READY, situations, snapshot
from kiosk.ui.samples.goods import sale
from kiosk.ui.screens import Screen, screen_of
from retail.digital_receipt import BYTES_MAX
from retail.journal.events import ReceiptKind

SITUATIONS = dict(situations("en"))
CONTROLS: list[tuple[str, str, Touch]] = [
    ("attract", "start", c.StartShopping()),
    ("attract", "help", c.CallHelp()),
    ("attract", "languageDe", c.ChooseLanguage(language="de")),
    ("attract", "languageZh", c.ChooseLanguage(language="zh")),
    ("scanning-8", "pay", c.Pay()),
    ("scanning-8", "removeLast", c.RemoveLast()),
    ("scanning-8", "cancel", c.CancelTransaction()),
    ("scanning-8", "remove-8", c.RemoveLine(line_id=8)),
    ("scanning-8", "help", c.CallHelp()),
    ("scanning-member", "forgetMember", c.ForgetMember()),
    ("scanning-coupons", "removeCoupon-1", c.RemoveCoupon(coupon_no=1)),
    ("notfound-used", "done", c.DismissNotFound()),
    ("notfound-unknown", "done", c.DismissNotFound()),
    ("notfound-unknown", "cancel", c.DismissNotFound()),
    ("notfound-unknown", "help", c.CallHelp()),
    ("tender", "payCard", c.PayByCard()),
    ("tender", "cancel", c.LeaveTender()),
    ("tender-points", "usePoints", c.UsePoints()),
    ("tender-points-asking", "keepPoints", c.KeepPoints()),
    ("tender-points-held", "takeBack-points", c.KeepPoints()),
    ("tender-points-held", "payCard", c.PayByCard()),
    ("card", "cancel", c.CancelPayment()),
    ("card", "help", c.CallHelp()),
    ("unknown", "help", c.CallHelp()),
    ("receipt", "receiptPaper", c.ChooseReceipt(kind=ReceiptKind.PAPER)),
    ("receipt", "receiptQr", c.ChooseReceipt(kind=ReceiptKind.QR)),
    ("receipt", "receiptNone", c.ChooseReceipt(kind=ReceiptKind.NONE)),
    ("receipt-qr", "done", c.Finish()),
    ("receipt-waiting", "done", c.Finish()),
    ("receipt-waiting", "receiptQr", c.ChooseReceipt(kind=ReceiptKind.QR)),
    ("thanks", "done", c.Finish()),
    ("help-sale", "nudge-end_help", c.EndHelp()),
    ("help-sale", "pay", c.Pay()),
    ("help-idle", "cancel", c.EndHelp()),
    ("own-bag-first", "ownBag", sc.PlaceOwnBag()),
    ("nudge-place", "nudge-skip", sc.SkipBagging(line_id=4)),
    ("nudge-place", "nudge-dismiss", sc.DismissIntervention(intervention_no=1)),
    ("nudge-place", "pay", c.Pay()),
    ("nudge-unexpected", "nudge-bag", sc.PlaceOwnBag()),
    ("nudge-unexpected", "nudge-call", sc.CallStaffFor(intervention_no=1)),
    ("nudge-weigh", "nudge-stop", sc.StopWeighing()),
    ("nudge-expired", "nudge-off", c.RemoveLine(line_id=3)),
    ("wait", "goOn", c.LeaveTender()),
    ("wait-many", "goOn", c.LeaveTender()),
    ("wait", "help", c.CallHelp()),
    ("idle", "needTime", sc.NeedTime()),
    ("walk-away", "needTime", sc.NeedTime()),
    ("hold", "help", c.CallHelp()),
]
DISABLED = [
    ("scanning-empty", "pay"),
    ("scanning-empty", "removeLast"),
    ("tender-fault", "payCard"),
    ("card-stopping", "cancel"),
    ("card-checking", "cancel"),
    ("help-sale", "help"),
]


@pytest.mark.parametrize("offered", [("fr",), ("ar", "en"), ("zh", "de", "es", "en")])
def test_the_languages_are_those_the_lane_offers_in_its_order(
    open_window: Callable[..., Shown], offered: tuple[str, ...]
) -> None:
    shown = open_window(languages=offered)
    for name in ("attract", "closed-staff", "scanning-8"):
        shown.show(SITUATIONS[name])
        shown.settle()
        if any(item.objectName() == "languages" for item, _ in shown.buttons()):
            shown.touch("languages")  # folded: the globe leads to all of them
            wait_until(lambda: bool(_offered(shown)), "the sheet")
        assert _offered(shown) == (list(offered) if len(offered) > 1 else [])


def _offered(shown: Shown) -> list[str]:
    """The languages one may touch, as they are read."""
    tiles = [item for item in visible_items(shown.lane.window) if item.objectName().startswith("language")]
    return [item.objectName().removeprefix("language").lower() for item in tiles if item.property("language")]


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_each_control_posts_its_command_and_nothing_else(
    open_window: Callable[..., Shown], size: tuple[int, int]
) -> None:
    shown = open_window(*size)
    for situation, control, command in CONTROLS:
        shown.show(SITUATIONS[situation])
        shown.posted.clear()
        shown.touch(control)
        wait_until(lambda: bool(shown.posted), f"the command of {control} on {situation}")
        shown.show(replace(SITUATIONS[situation], sequence=2))  # a second command would have come by now
        assert shown.posted == [command], (situation, control)


def test_controls_that_make_no_sense_are_disabled(shown: Shown) -> None:
    for situation, control in DISABLED:
        shown.show(SITUATIONS[situation])
        with pytest.raises(LookupError, match="disabled"):
            shown.lane.find_control(control)


def test_the_attract_screen_starts_wherever_it_is_touched(shown: Shown) -> None:
    shown.show(SITUATIONS["attract"])
    shown.touch_at(300, 900)
    wait_until(lambda: bool(shown.posted), "the start")
    assert shown.posted == [c.StartShopping()]


def test_a_missing_control_is_named(shown: Shown) -> None:
    shown.show(SITUATIONS["attract"])
    with pytest.raises(LookupError, match="no control 'pay' on the screen 'attract'"):
        shown.lane.find_control("pay")


def test_help_can_be_seen_on_every_screen_for_shoppers(shown: Shown) -> None:
    one_of_each = {screen_of(situation): situation for situation in SITUATIONS.values()}
    assert set(one_of_each) == set(Screen)
    for screen, situation in one_of_each.items():
        shown.show(situation)
        names = {item.objectName() for item, _ in shown.buttons()}
        assert ("help" in names) is (screen not in (Screen.CLOSED, Screen.STAFF)), screen


def test_the_history_names_every_screen_once_per_visit(shown: Shown) -> None:
    for name in ("attract", "scanning-1", "scanning-8", "tender", "scanning-8"):
        shown.show(SITUATIONS[name])
    assert list(shown.lane.shown) == ["attract", "scanning", "tender", "scanning"]
    assert shown.lane.shown_count == 4
    assert shown.lane.screen_name() == "scanning"


def test_the_newest_snapshot_wins_from_any_thread(shown: Shown) -> None:
    burst = [replace(SITUATIONS["scanning-8"], sequence=number) for number in range(200)]
    thread = threading.Thread(target=lambda: [shown.lane.show(each) for each in burst])
    thread.start()
    thread.join()
    wait_until(lambda: bool(shown.painted), "a frame")
    assert [each.sequence for each in shown.painted] == [199]


def test_the_language_switches_while_running(shown: Shown) -> None:
    for language, words in (
        ("en", ("Pay", "Total", "Remove last item", "Red Apples")),
        ("de", ("Bezahlen", "Summe", "Letzten entfernen", "Rote Äpfel")),
        ("zh", ("付款", "合计", "移除上一件", "红苹果")),
        ("en", ("Pay", "Total", "Remove last item", "Red Apples")),
    ):
        state = State(language=language, phase=Phase.SCANNING, transaction=sale(2), devices=READY)
        shown.show(snapshot(state))
        said = shown.all_text()
        for word in words:
            assert word in said, (language, word)


def test_a_scan_is_painted_with_its_line_in_the_same_frame(shown: Shown) -> None:
    state = State(phase=Phase.SCANNING, transaction=sale(0), devices=READY)
    shown.show(snapshot(state))
    for count in range(1, 30):
        shown.show(snapshot(replace(state, transaction=sale(count))))
        names = {item.objectName() for item, _ in shown.buttons()}
        assert f"remove-{count}" in names


def test_the_keypad_sets_a_quantity(shown: Shown) -> None:
    shown.show(SITUATIONS["scanning-8"])
    shown.settle()
    shown.touch("quantity-7")
    wait_until(lambda: "keypadShown" in {item.objectName() for item, _ in shown.items()}, "the keypad")
    for key in ("key4", "key2", "keyDelete", "key7"):
        shown.touch(key)
    wait_until(lambda: shown.text_of("keypadShown") == "47", "what was typed")
    with pytest.raises(LookupError, match="disabled"):
        shown.lane.find_control("pay")
    shown.touch("keyOk")
    wait_until(lambda: bool(shown.posted), "the command")
    assert shown.posted == [c.SetQuantity(line_id=7, quantity=47)]
    assert shown.lane.find_control("pay")


def type_code(shown: Shown, keys: list[str]) -> None:
    shown.touch("enterCode")
    wait_until(lambda: "keypadShown" in {item.objectName() for item, _ in shown.items()}, "the keyboard")
    for key in keys:
        shown.touch(f"key{key}")


@pytest.mark.parametrize("situation", ["scanning-8", "notfound-unknown"])
def test_a_number_typed_is_sent_once_and_gone(shown: Shown, situation: str) -> None:
    shown.show(SITUATIONS[situation])
    shown.settle()
    type_code(shown, [*"0171", "Delete", *"+23"])
    wait_until(lambda: shown.text_of("keypadShown") == "017+23", "what was typed")
    with pytest.raises(LookupError, match="disabled"):
        shown.lane.find_control("done" if situation.startswith("notfound") else "pay")
    shown.touch("keyOk")
    wait_until(lambda: bool(shown.posted), "the command")
    assert shown.posted == [c.TypeCode(text="017+23")]
    shown.show(replace(SITUATIONS[situation], sequence=2))
    assert "017" not in shown.all_text()


@pytest.mark.parametrize(("language", "keys"), [("en", "ZYQ1"), ("de", "YZQ1")])
def test_words_are_typed_on_the_keys_of_the_language(shown: Shown, language: str, keys: str) -> None:
    shown.show(dict(situations(language))["scanning-8"])
    shown.settle()
    type_code(shown, ["Letters"])
    wait_until(lambda: "keyQ" in {item.objectName() for item, _ in shown.items()}, "the letters")
    for key in keys:
        shown.touch(f"key{key}")
    z, y = (shown.lane.find_control(name) for name in ("keyZ", "keyY"))
    assert (z.mapToScene(QPointF()).y() > y.mapToScene(QPointF()).y()) is (language == "en")
    shown.touch("keyOk")
    wait_until(lambda: bool(shown.posted), "the command")
    assert shown.posted == [c.TypeCode(text=keys)]


def test_a_number_left_behind_goes_with_the_screen(shown: Shown) -> None:
    shown.show(SITUATIONS["scanning-8"])
    shown.settle()
    type_code(shown, list("0171"))
    shown.show(SITUATIONS["attract"])
    shown.show(SITUATIONS["scanning-8"])
    assert "keypadShown" not in {item.objectName() for item, _ in shown.items()}


def test_a_saving_is_celebrated_in_nobody_s_way(shown: Shown) -> None:
    shown.show(SITUATIONS["scanning-offers"])
    assert "You save" not in [item.property("text") for item, _ in shown.texts()]
    shown.show(SITUATIONS["scanning-saved"])
    said = shown.all_text()
    for words in ("You save", "€2.49", "Tea: 3 for 2", "€7.47", "You save €2.99"):
        assert words in said, words
    for control in ("pay", "remove-3", "quantity-3", "enterCode", "help"):
        assert shown.lane.find_control(control)
    shown.show(SITUATIONS["scanning-unsaved"])
    assert "Tea: 3 for 2 no longer applies" in shown.all_text()
    shown.show(SITUATIONS["scanning-1"])
    assert "no longer applies" not in shown.all_text()


def test_a_shop_without_members_speaks_of_none(open_window: Callable[..., Shown]) -> None:
    shown = open_window(has_members=False)
    shown.show(SITUATIONS["scanning-8"])
    assert "Member" not in shown.all_text()
    assert shown.lane.find_control("enterCode")


def test_what_staff_write_stands_above_the_shopper_s_screens(shown: Shown) -> None:
    for name in ("message-sale", "message-tender", "message-thanks"):
        shown.show(SITUATIONS[name])
        assert shown.text_of("staffMessage").startswith("A colleague is on the way")
    assert shown.lane.find_control("done")
    nobody = State(message="Please keep your ID ready.", devices=READY)
    shown.show(snapshot(nobody))
    assert "staffMessage" not in {item.objectName() for item, _ in shown.items()}


def test_reduced_motion_shows_the_same(open_window: Callable[..., Shown]) -> None:
    shown = open_window(comfort=Comfort(still=True))
    for name in ("attract", "scanning-offers", "scanning-saved", "paid-rewarded"):
        shown.show(SITUATIONS[name])
    assert "You saved" in shown.all_text()


def test_the_newest_line_and_the_coupons_are_both_in_sight(shown: Shown) -> None:
    shown.show(SITUATIONS["scanning-60"])

    def both() -> bool:
        return {"remove-60", "removeCoupon-1"} <= {item.objectName() for item, _ in shown.buttons()}

    wait_until(both, "the newest line and the coupon")


def test_the_amount_on_every_screen_is_the_state_s(shown: Shown) -> None:
    for name in ("tender", "card", "paid"):
        shown.show(SITUATIONS[name])
        assert shown.text_of("amount") == "€58.60"
    shown.show(SITUATIONS["scanning-40"])
    assert shown.text_of("total") == "€686.67"


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_the_qr_code_on_the_screen_says_the_receipt(
    open_window: Callable[..., Shown], size: tuple[int, int]
) -> None:
    shown = open_window(*size)
    shown.show(SITUATIONS["receipt-qr"])
    shown.settle()
    picture = shown.lane.grab().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    assert BYTES_MAX - 50 < len(QR_TEXT.encode()) <= BYTES_MAX
    (code,) = zxingcpp.read_barcodes(pixels[:, : picture.width()])
    assert code.text == QR_TEXT


def test_the_camera_shows_on_the_scanning_screen_only_and_is_forgotten_after(shown: Shown) -> None:
    frame = PreviewFrame(width=4, height=2, bytes_per_line=12, rgb=bytes([200, 30, 30] * 8))

    def cameras() -> list[CameraView]:
        return [item for item, _ in shown.items() if isinstance(item, CameraView)]

    shown.show(SITUATIONS["scanning-1"])
    shown.settle()
    shown.lane.preview(frame)
    wait_until(lambda: any(camera.hasFrame for camera in cameras()), "the frame")
    (camera,) = cameras()
    shown.show(SITUATIONS["tender"])
    shown.settle()
    assert not camera.hasFrame
    shown.lane.preview(frame)
    shown.show(SITUATIONS["attract"])
    assert not camera.hasFrame


def test_a_refused_touch_is_explained_for_a_moment(shown: Shown) -> None:
    shown.show(SITUATIONS["scanning-refused"])
    wait_until(lambda: "basket is full" in shown.all_text(), "the explanation")
    shown.show(SITUATIONS["tender"])
    wait_until(lambda: "basket is full" not in shown.all_text(), "the explanation to go")


def test_a_refusal_is_not_said_again_when_only_the_queue_moves(shown: Shown) -> None:
    refused = SITUATIONS["scanning-refused"]
    told: list[str] = []
    lane = shown.lane._lane
    lane.refused.connect(lambda: told.append(lane.refusal))
    shown.show(refused)
    shown.show(replace(refused, queue_place=2))
    shown.show(replace(refused, sequence=2))
    assert len(told) == 2


def test_the_first_frame_is_told_once(open_window: Callable[..., Shown]) -> None:
    shown = open_window()
    told: list[bool] = []
    shown.lane.on_first_frame = lambda: told.append(True)
    shown.show(SITUATIONS["attract"])
    shown.show(SITUATIONS["tender"])
    assert told == [True]


def test_closing_twice_and_speaking_after_it_is_harmless(shown: Shown) -> None:
    shown.show(SITUATIONS["attract"])
    shown.lane.close()
    shown.lane.show(Snapshot(sequence=9, state=State()))
    shown.lane.close()


@pytest.mark.parametrize(
    ("asked", "room", "size"),
    [
        ((1080, 1920), (3840, 2160), (1080, 1920)),
        ((1080, 1920), (1920, 1080), (607, 1080)),
        ((1920, 1080), (1366, 768), (1365, 768)),
    ],
)
def test_a_window_on_a_desktop_keeps_its_shape(
    asked: tuple[int, int], room: tuple[int, int], size: tuple[int, int]
) -> None:
    assert fitted(*asked, *room) == size
