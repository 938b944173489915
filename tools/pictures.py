"""`make pictures`: the README's pictures, drawn from samples; phone and station from a journey's album.

Each is WebP, at most BYTES_MAX.
"""

import argparse
import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kiosk.ui.comfort import Comfort, Mode
from kiosk.ui.gallery import Way
from kiosk.ui.gallery.draw import Stage, begin
from kiosk.ui.gallery.sheets import drawings
from kiosk.ui.samples.scanner import counter_frame

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
BYTES_MAX = 150_000
HEIGHT = 960
QUALITY = 88
SCREENS: dict[str, tuple[Way, str]] = {
    "offer": (Way(), "attract-offer"),
    "savings": (Way(), "scanning-offers"),
    "arabic": (Way(language="ar"), "scanning-member"),
    "high-contrast": (Way(comfort=Comfort(mode=Mode.HIGH_CONTRAST, text_percent=200)), "tender"),
    "dark": (Way(comfort=Comfort(mode=Mode.DARK)), "scanning-8"),
    "paid": (Way(), "paid-rewarded"),
    "receipt": (Way(), "receipt-qr"),
}
"""Picture to the situation it shows."""


def main() -> int:
    """Draw; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--journey", type=Path, metavar="DIR", help="a journey's folder, for phone and station"
    )
    parser.add_argument("--only", default="", metavar="NAME", help="only this one")
    options = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    PICTURES.mkdir(parents=True, exist_ok=True)
    begin()
    for name, (way, situation) in SCREENS.items():
        if options.only in name:
            keep(name, drawn(way, situation))
    if options.journey is not None:
        for name, pattern in ALBUM.items():
            (found, *_) = sorted(options.journey.glob(pattern))
            keep(name, QImage(str(found)))
    return 0


ALBUM = {"phone": "pictures/01c-*.png", "station": "pictures/07b-*.png"}
"""Picture to the file of the album."""


def drawn(way: Way, situation: str) -> QImage:
    """One screen, at rest."""
    stage = Stage(way.orientation, way.language, way.comfort, counter_frame())
    try:
        (drawing,) = [one for one in drawings(way.language) if one.name == situation]
        return stage.draw(drawing)
    finally:
        stage.close()


def keep(name: str, picture: QImage) -> None:
    """Write one, small enough."""
    file = PICTURES / f"{name}.webp"
    picture.scaledToHeight(HEIGHT, Qt.TransformationMode.SmoothTransformation).save(
        str(file), quality=QUALITY
    )
    if file.stat().st_size > BYTES_MAX:
        sys.exit(f"{file} has {file.stat().st_size} bytes; {BYTES_MAX} are allowed")
    print(f"{file.name}: {file.stat().st_size} bytes")


if __name__ == "__main__":
    raise SystemExit(main())
