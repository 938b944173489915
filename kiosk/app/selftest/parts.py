"""The parts that need no device: libraries, fonts, texts, pictures of codes, the database.

Each check uses what the lane uses, and where the lane uses it: the picture is read by the decoder's own
process, and the journal is written to a disk and read back.
"""

import importlib
import logging
import time
from pathlib import Path

import numpy as np

from kiosk.app.selftest.results import CheckFailedError

LIBRARIES = (
    "PySide6.QtQuick",
    "cryptography.hazmat.primitives.asymmetric.ed25519",
    "cv2",
    "escpos.printer",
    "httpx",
    "kiosk.app.hardware",
    "kiosk.app.running",
    "kiosk.app.store_line",
    "kiosk.update.cli",
    "msgspec",
    "pysqlite3",
    "pyzbar.pyzbar",
    "segno",
    "serial",
    "sqlalchemy",
    "websockets.sync.client",
    "zstandard",
    "zxingcpp",
)
"""What a lane loads in the course of a day; some of it only after hours."""
LETTERS = "Aß€ü中文价格"
"""In names of goods, whatever language the screen speaks."""
DECODER_TIMEOUT_S = 30.0
EAN = "9521000001015"
QUIET = 40
"""Dots of white around a drawn code."""
FONT_SIZE = 12.0
UNKNOWN_SHOWN = 10
_LOOK_S = 0.05
_BUDGET_MS = 400.0


def libraries() -> str:
    """Every library the lane uses can be loaded."""
    broken = []
    root = logging.getLogger()
    handlers = list(root.handlers)
    for name in LIBRARIES:
        try:
            importlib.import_module(name)
        except (ImportError, OSError) as error:
            broken.append(f"{name}: {error}")
    root.handlers[:] = handlers  # one of them sets up a log of its own
    if broken:
        raise CheckFailedError("; ".join(broken))
    return f"{len(LIBRARIES)} load"


def files() -> str:
    """Screens, pictures, sounds and texts lie where the program looks for them."""
    from kiosk.ui.application import ASSETS, QML
    from kiosk.ui.translations import Translations

    wanted = (
        (QML, "Kiosk/Screens/*.qml"),
        (ASSETS, "icons/*.svg"),
        (ASSETS, "products/*.png"),
        (ASSETS, "sounds/*.wav"),
        (ASSETS, "fonts/*.[ot]tf"),
    )
    counts = {pattern: len(list(folder.glob(pattern))) for folder, pattern in wanted}
    if missing := [pattern for pattern, count in counts.items() if not count]:
        raise CheckFailedError(f"nothing matches {', '.join(missing)}")
    for language in (spoken := languages()):
        if not Translations.load(language).letters():
            raise CheckFailedError(f"no texts in {language}")
    found = [f"{count} {pattern.partition('/')[0]}" for pattern, count in counts.items()]
    return ", ".join([*found, f"{len(spoken) + 1} languages"])


def languages() -> tuple[str, ...]:
    """What the screens speak besides English, by the files of texts that ship."""
    from kiosk.ui.translations import FOLDER

    return tuple(sorted(path.stem.removeprefix("kiosk_") for path in FOLDER.glob("kiosk_*.ts")))


def fonts() -> str:
    """The fonts that ship can be read and hold every letter of every text. Needs the application."""
    from PySide6.QtGui import QFont, QFontInfo, QRawFont

    from kiosk.ui.application import ASSETS, FONT_FAMILY
    from kiosk.ui.translations import Translations

    found = QFontInfo(QFont(FONT_FAMILY)).family()
    if found != FONT_FAMILY:
        raise CheckFailedError(f"{FONT_FAMILY} is not there; texts would be shown in {found or 'no font'}")
    shipped = [QRawFont(str(path), FONT_SIZE) for path in sorted((ASSETS / "fonts").glob("*.[ot]tf"))]
    spoken = {"a name": LETTERS, **{name: Translations.load(name).letters() for name in languages()}}
    for language, letters in spoken.items():
        unknown = [one for one in letters if not any(font.supportsCharacter(ord(one)) for font in shipped)]
        if unknown:
            raise CheckFailedError(f"no font has {' '.join(unknown[:UNKNOWN_SHOWN])} of {language}")
    return f"{len(shipped)} with every letter of {len(spoken)} languages"


def picture_of(text: str, path: Path) -> None:
    """Draw a product's code as a camera would see it, lying on a grey counter."""
    import cv2
    import zxingcpp

    drawn = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.EAN13).to_image(scale=4)
    code = np.asarray(drawn, np.uint8)
    counter = np.full((720, 1280), 176, np.uint8)
    label = np.pad(code, QUIET, constant_values=255)
    top, left = (720 - label.shape[0]) // 2, (1280 - label.shape[1]) // 2
    counter[top : top + label.shape[0], left : left + label.shape[1]] = label
    if not cv2.imwrite(str(path), counter):
        raise CheckFailedError(f"{path} cannot be written")


def engines() -> str:
    """Each engine reads the picture by itself: a library that is missing is covered up by the others."""
    import zxingcpp

    from kiosk.scanner import engines as readers
    from kiosk.scanner import tapir

    drawn = zxingcpp.create_barcode(EAN, zxingcpp.BarcodeFormat.EAN13).to_image(scale=3)
    code = np.asarray(drawn, np.uint8)
    gray = np.pad(code, QUIET, constant_values=255)
    found = {
        "zxing-cpp": readers.read_zxing(gray, readers.LINEAR, thorough=False),
        "zbar": readers.read_zbar(gray),
    }
    if not tapir.is_installed():
        raise CheckFailedError("tapirscan is not there")
    found["tapirscan"] = tapir.read(gray, "low")
    if silent := [name for name, codes in found.items() if not any(code.text == EAN for code in codes)]:
        raise CheckFailedError(f"{', '.join(silent)} did not read {EAN}")
    return f"{', '.join(found)} read {EAN}"


def decoder(folder: Path) -> str:
    """The decoder's process starts, and reads a picture that we have drawn."""
    import cv2

    from kiosk.scanner.decoding.process import DecoderProcess

    path = folder / "code.png"
    picture_of(EAN, path)
    gray = np.asarray(cv2.imread(str(path), cv2.IMREAD_GRAYSCALE), np.uint8)
    begun = time.monotonic()
    process = DecoderProcess()
    try:
        while not process.is_ready():
            if time.monotonic() - begun > DECODER_TIMEOUT_S:
                raise CheckFailedError(f"not ready after {DECODER_TIMEOUT_S:.0f} s")
            time.sleep(_LOOK_S)
        ready_s = time.monotonic() - begun
        examined = process.examine(gray, _BUDGET_MS, (), ())
    finally:
        process.stop()
    read = {one.text for one in examined.reads}
    if read != {EAN}:
        raise CheckFailedError(f"read {sorted(read) or 'nothing'} instead of {EAN}")
    by = ", ".join(sorted({one.engine for one in examined.reads}))
    return f"ready after {ready_s:.1f} s, read {EAN} by {by}"


def database(folder: Path) -> str:
    """The right SQLite, with settings under which a commit is durable; what is written can be read."""
    from kiosk.database import sqlite
    from kiosk.database.journal import Journal

    version = ".".join(map(str, sqlite.version()))
    place = folder / "database"
    place.mkdir()
    engine = sqlite.open_engine(place / "pragmas.db")  # raises if version or settings will not do
    try:
        found = sqlite.pragmas(engine)
    finally:
        engine.dispose()
    if found != sqlite.DURABLE:
        raise CheckFailedError(f"SQLite {version} answers {found}")
    journal = Journal.open(place)
    try:
        if fault := journal.first_fault():
            raise CheckFailedError(f"a new journal does not hold together: {fault.reason}")
    finally:
        journal.close()
    return f"SQLite {version}, " + ", ".join(f"{name}={value}" for name, value in found.items())
