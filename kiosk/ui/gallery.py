"""Draw every screen to PNG files, to be looked at: `python -m kiosk.ui.gallery --out DIR`.

All situations of `kiosk.ui.samples`, in every language, portrait and landscape, in the colours and letters
that are asked for, without a display; every part in every state, and `index.html` to look through them all.
"""

import argparse
import contextlib
import itertools
import os
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QMetaObject
from PySide6.QtQml import QQmlComponent, qmlEngine
from PySide6.QtQuick import QQuickItem

from kiosk.checkout.snapshot import Snapshot
from kiosk.devices.scanner import PreviewFrame
from kiosk.ui.application import LaneWindow, ScreenProfile, create_application
from kiosk.ui.comfort import TEXT_PERCENTS, Comfort, Mode
from kiosk.ui.find import visible_items
from kiosk.ui.gallery_index import drawn_of, page
from kiosk.ui.sample_attention import RULES
from kiosk.ui.sample_flow import AVOCADO, CARRIER, SampleGoods
from kiosk.ui.sample_tenders import EVERYTHING
from kiosk.ui.samples import situations
from retail.languages import LANGUAGES

ORIENTATIONS = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
TOUCH_MS = 40
"""From a touch to what it brings being laid out."""
SETTLE_MS = 450
"""Longer than any fade or move, shorter than a celebration."""
APPEAR_MS = 5_000
"""Longer than a fade takes on a machine that does other things."""
SHEETS: dict[str, dict[str, list[str]]] = {
    "attract": {"comfort": ["comfort"]},
    "flow-empty": {
        "lookup": ["lookup"],
        "lookup-typed": ["lookup", "letter-b"],
        "lookup-nothing": ["lookup", *("letter-" + letter for letter in "xxnn")],
        "lookup-category": ["lookup", "category-produce/vegetables"],
        "lookup-count": ["lookup", f"goods-{AVOCADO}", "more-goods"],
    },
    "flow-bags": {"bags-two": [f"more-{CARRIER}", f"more-{CARRIER}"]},
    "scanning-guest": {
        "join-choose": ["join"],
        "join-number": ["join", "joinHere", *(f"key{digit}" for digit in "01717655443")],
        "join-agree": ["join", "joinHere", *(f"key{digit}" for digit in "01717655443"), "keyOk"],
    },
    "scanning-8": {
        "keypad": ["quantity-8"],
        "code-empty": ["enterCode"],
        "code-digits": ["enterCode", *(f"key{digit}" for digit in "0171234567890")],
        "code-letters": ["enterCode", "keyLetters", *(f"key{mark}" for mark in "SPRING10")],
    },
    "tender": {
        "tender-show-phone": ["payWallet"],
        "tender-show-gift": ["payGift"],
        "tender-number": ["payGift", "typeNumber", *(f"key{digit}" for digit in "9712345678901")],
        "tender-part-sheet": ["payPart", *(f"key{digit}" for digit in "2000")],
    },
    "tender-split": {"tender-give-back": ["giveBack"]},
    "tender-gift-pin": {"tender-pin-typed": ["key1", "key2", "key3", "key4"]},
    "nudge-full": {"nudge-moving": ["nudge-move"]},
    "closed-staff": {
        "door": ["staffDoor"],
        "door-pin": ["staffDoor", "key4", "key7", "keyOk", "key1", "key2", "key3"],
    },
    "staff-four": {
        "staff-tab-sale": ["tab-sale"],
        "staff-tab-lane": ["tab-lane"],
        "staff-tab-devices": ["tab-devices"],
        "staff-scanner-eye": ["tab-devices", "scannerEyeOpen"],
        "staff-line": ["tab-basket", "line-1"],
        "staff-void-why": ["tab-basket", "line-1", "choice-void_line"],
        "staff-price": ["tab-basket", "line-1", "choice-price_override", "key2", "key9", "key9"],
        "staff-price-why": ["tab-basket", "line-1", "choice-price_override", "key2", "key9", "key9", "keyOk"],
        "staff-born": ["approve-1-born", "key3", "key1", "key1"],
        "staff-refuse": ["refuse-1"],
        "staff-message": ["tab-sale", "deed-message"],
        "staff-cancel": ["tab-sale", "deed-cancel"],
        "staff-discount": ["tab-sale", "deed-discount_sale", "key5"],
    },
    "staff-idle": {
        "staff-unlock": ["tab-lane", "deed-unlock"],
        "staff-return-code": ["tab-sale", "deed-return", "keyLetters", "keyA", "key4", "keyF", "key9"],
        "staff-resume": ["tab-sale", "deed-resume", "keyLetters", "keyA", "key4", "keyF", "key9"],
    },
    "staff-return-choose": {
        "staff-return-all": ["returnAll"],
        "staff-return-chosen": ["returnAll", "less-1", "less-3"],
        "staff-return-why": ["returnGive"],
    },
    "staff-return-stuck": {"staff-return-stop": ["returnStopStuck"]},
}
"""Pictures of what a few touches bring over a situation."""
CLOSERS = ("joinClose", "countClose", "keypadClose", "doorClose", "formClose", "sheetClose", "comfortClose")
PLAIN = Comfort()
QR_SAMPLE = "https://example.com/r/" + "7F3A9C01" * 24


def settle(milliseconds: int = SETTLE_MS) -> None:
    """Let Qt work for a while."""
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def counter_frame(width: int = 640, height: int = 360) -> PreviewFrame:
    """A camera picture of an empty counter: a soft vignette."""
    rows = bytearray()
    for y in range(height):
        for x in range(width):
            shade = 150 - ((x - width // 2) ** 2 + (y - height // 2) ** 2) // 1400
            rows += bytes((max(shade, 0), max(shade - 6, 0), max(shade - 16, 0)))
    return PreviewFrame(width=width, height=height, bytes_per_line=width * 3, rgb=bytes(rows))


def appear(window: LaneWindow) -> None:
    """Wait until the screen has appeared fully, on a busy machine too."""
    deadline = QDeadlineTimer(APPEAR_MS)
    while any(item.opacity() < 1 for item in slots(window)) and not deadline.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def slots(window: LaneWindow) -> list[QQuickItem]:
    """The places of screens that show now."""
    return [item for item in visible_items(window.window) if isinstance(item.property("turn"), int)]


def variant_of(comfort: Comfort) -> str:
    """The name of its folder."""
    flags = [name for name, is_on in (("reach", comfort.reach), ("left", comfort.left_handed)) if is_on]
    return "-".join([comfort.mode.value, str(comfort.text_percent), *flags])


def write_index(out: Path) -> int:
    """Write the page of all pictures in the folder; returns how many there are."""
    found = [PurePosixPath(path.relative_to(out).as_posix()) for path in out.glob("*/*/*/*.png")]
    (out / "index.html").write_text(page(drawn_of(path) for path in found), encoding="utf-8")
    return len(found)


def draw_parts(window: LaneWindow, file: Path) -> None:
    """Every part in every state, in the window's comfort."""
    engine = qmlEngine(window.window)
    if engine is None:
        raise RuntimeError("the window has no engine")
    component = QQmlComponent(engine)
    component.loadFromModule("Kiosk.Gallery", "PartsPage")
    item = component.create()
    if not isinstance(item, QQuickItem):
        raise RuntimeError(component.errorString())
    item.setParentItem(window.window.contentItem())
    item.setSize(window.window.size().toSizeF())
    settle(TOUCH_MS)
    window.grab().save(str(file))
    item.setVisible(False)
    item.deleteLater()


def draw(
    out: Path, languages: list[str], orientations: list[str], only: str, comfort: Comfort = PLAIN
) -> int:
    """Write the pictures; returns how many."""
    count = 0
    frame = counter_frame()
    out = out / variant_of(comfort)
    for orientation in orientations:
        width, height = ORIENTATIONS[orientation]
        profile = ScreenProfile(
            width=width, height=height, shop_name="Lindenkorb", lane_name="3", comfort=comfort, joins=True
        )
        window = LaneWindow(lambda command: None, profile, qr_text=_qr_text, rules=RULES, tenders=EVERYTHING)
        window.offer_goods(SampleGoods())
        for language in languages:
            for name, snapshot in situations(language):
                if only not in name:
                    continue
                window.show(snapshot)
                window.preview(frame)
                settle()
                appear(window)
                folder = out / orientation / language
                folder.mkdir(parents=True, exist_ok=True)
                window.grab().save(str(folder / f"{name}.png"))
                count += 1
                for sheet, touches in SHEETS.get(name, {}).items():
                    for touch in touches:
                        QMetaObject.invokeMethod(window.find_control(touch), "click")
                        settle(TOUCH_MS)
                    window.preview(frame)
                    settle()
                    window.grab().save(str(folder / f"{sheet}.png"))
                    count += 1
                    _close(window)
        if only in "parts" and orientation == "landscape":
            parts = out / orientation / languages[0]
            parts.mkdir(parents=True, exist_ok=True)
            draw_parts(window, parts / "parts.png")
            count += 1
        window.close()
    return count


def _close(window: LaneWindow) -> None:
    """Put away whatever the touches have brought."""
    for closer in CLOSERS:
        with contextlib.suppress(LookupError):
            QMetaObject.invokeMethod(window.find_control(closer), "click")


def _qr_text(snapshot: Snapshot) -> str:
    return QR_SAMPLE


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    parser.add_argument("--language", action="append", help="only these languages (en, ar ...)")
    parser.add_argument("--orientation", action="append", choices=list(ORIENTATIONS), help="only these")
    parser.add_argument("--only", default="", help="only situations with this in their name")
    parser.add_argument("--mode", action="append", choices=[mode.value for mode in Mode], help="the colours")
    parser.add_argument("--scale", action="append", type=int, choices=TEXT_PERCENTS, help="letters, percent")
    parser.add_argument("--reach", action="store_true", help="all that can be touched in the lower half")
    parser.add_argument("--left", action="store_true", help="for the left hand")
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    create_application("en")
    languages, orientations = (
        arguments.language or list(LANGUAGES),
        arguments.orientation or list(ORIENTATIONS),
    )
    count = 0
    for mode, percent in itertools.product(arguments.mode or ["light"], arguments.scale or [100]):
        comfort = Comfort(
            mode=Mode(mode), text_percent=percent, reach=arguments.reach, left_handed=arguments.left
        )
        count += draw(arguments.out, languages, orientations, arguments.only, comfort)
    print(f"{count} pictures drawn; {arguments.out / 'index.html'} shows {write_index(arguments.out)}")


if __name__ == "__main__":
    main()
