"""Draw every screen to PNG files, to be looked at: `python -m kiosk.ui.gallery --out DIR`.

All situations of `kiosk.ui.samples`, in every language, portrait and landscape, without a display.
"""

import argparse
import contextlib
import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QMetaObject

from kiosk.checkout.snapshot import Snapshot
from kiosk.devices.scanner import PreviewFrame
from kiosk.ui.application import LaneWindow, ScreenProfile, create_application
from kiosk.ui.comfort import TEXT_PERCENTS, Comfort, Mode
from kiosk.ui.sample_attention import RULES
from kiosk.ui.sample_flow import AVOCADO, CARRIER, SampleGoods
from kiosk.ui.sample_tenders import EVERYTHING
from kiosk.ui.samples import situations

ORIENTATIONS = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
TOUCH_MS = 40
"""From a touch to what it brings being laid out."""
SETTLE_MS = 450
"""Longer than any fade or move, shorter than a celebration."""
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
CLOSERS = ("countClose", "keypadClose", "doorClose", "formClose", "sheetClose", "comfortClose")
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


def draw(
    out: Path, languages: list[str], orientations: list[str], only: str, comfort: Comfort = PLAIN
) -> int:
    """Write the pictures; returns how many."""
    count = 0
    frame = counter_frame()
    for orientation in orientations:
        width, height = ORIENTATIONS[orientation]
        profile = ScreenProfile(
            width=width, height=height, shop_name="Lindenkorb", lane_name="3", comfort=comfort
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
    parser.add_argument("--language", action="append", help="only these languages (en, de, zh)")
    parser.add_argument("--orientation", action="append", choices=list(ORIENTATIONS), help="only these")
    parser.add_argument("--only", default="", help="only situations with this in their name")
    parser.add_argument("--mode", choices=[mode.value for mode in Mode], default="light", help="the colours")
    parser.add_argument("--scale", type=int, choices=TEXT_PERCENTS, default=100, help="letters, percent")
    parser.add_argument("--reach", action="store_true", help="all that can be touched in the lower half")
    parser.add_argument("--left", action="store_true", help="for the left hand")
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    create_application("en")
    count = draw(
        arguments.out,
        arguments.language or ["en", "de", "zh"],
        arguments.orientation or list(ORIENTATIONS),
        arguments.only,
        Comfort(
            mode=Mode(arguments.mode),
            text_percent=arguments.scale,
            reach=arguments.reach,
            left_handed=arguments.left,
        ),
    )
    print(f"{count} pictures in {arguments.out}")


if __name__ == "__main__":
    main()
