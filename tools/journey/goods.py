"""What the shopper of the journey takes, in the words of the demo shop's own files."""

from pathlib import Path

import cv2
import numpy as np
import zxingcpp

from simulators import goods, packs
from simulators.goods import Article

BY_CAMERA = "ground-coffee-500-g"
"""Held before the phone's camera; the rest is typed."""
BY_NUMBER = ("strawberries-500-g", "farmhouse-loaf-750-g", "butter-250-g", "whole-milk-1-l")
WINE = "rosé-wine-dry-0-75-l"
"""Sold from an age: the sixth."""
ORDERED = ("milk-chocolate-100-g", "green-olives-300-g")
FRAME = (720, 1280)
FRAMES = 15
CLOSE = 1.15
"""How much larger than its picture the pack is held before the camera."""
CODE_AT = (360, 600)
"""Where in the frame its barcode is: within the frame that the page draws."""
COUNTER = (196, 206, 212)
"""What lies behind the pack (BGR)."""


def article(slug: str) -> Article:
    """A pack of the demo shop by its name."""
    return goods.by_slug()[slug]


def camera_film(slug: str, folder: Path) -> Path:
    """A short film of one pack held still, its barcode in the middle, as a phone's camera sees it (MJPEG)."""
    picture = cv2.imread(str(packs.picture_of(article(slug), folder)))
    found = [] if picture is None else zxingcpp.read_barcodes(picture)
    if picture is None or len(found) != 1:
        raise OSError(f"the picture of {slug} cannot be read")
    corners = found[0].position
    middle = [
        (getattr(corners.top_left, axis) + getattr(corners.bottom_right, axis)) / 2 for axis in ("x", "y")
    ]
    moved = [wanted - CLOSE * there for wanted, there in zip(CODE_AT, middle, strict=True)]
    placed = np.array([[CLOSE, 0, moved[0]], [0, CLOSE, moved[1]]])
    frame = cv2.warpAffine(picture, placed, FRAME, flags=cv2.INTER_AREA, borderValue=COUNTER)
    _, encoded = cv2.imencode(".jpg", frame)
    film = folder / f"{slug}.mjpeg"
    film.write_bytes(encoded.tobytes() * FRAMES)
    return film
