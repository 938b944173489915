"""Draw the demo shop's products as packs in front of the camera, each with a barcode that can be read.

One picture per article: a pack in the colours of its department, its picture, its name, a true EAN-13, held a
little askew under the lamp. Loose goods carry the label of the scale, with the weight in the code.

Source: assets/demo/catalogue.csv (goods), assets/products (pictures), `simulators.ean13`.
Invariants: the same catalogue gives the same pixels; every picture is PICTURE_SIZE large.
"""

import argparse
import functools
import math
import zlib
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from simulators import ean13, goods
from simulators.goods import Article
from simulators.settings import ASSETS, CATALOGUE

PICTURE_SIZE = (1280, 720)
VERSION = 1
"""Part of a cached picture's name: count it up when the drawing changes."""
_PANEL = (760, 520)
_SCALE = 2
"""The panel is drawn at twice its size, so that it stays sharp when turned."""
_MODULE_PX = 3
_LABEL_MARGIN = 18
_FONT = str(ASSETS / "fonts" / "NotoSansCJKsc-Bold-subset.otf")
_PAPER = (250, 252, 252)
_INK = (38, 34, 30)
_COLOURS = {  # department -> ground, blob behind the picture (BGR)
    "produce": ((92, 140, 62), (206, 236, 214)),
    "bakery": ((96, 142, 196), (214, 236, 250)),
    "dairy": ((186, 132, 62), (250, 240, 226)),
    "pantry": ((70, 92, 190), (214, 228, 252)),
    "drinks": ((132, 112, 30), (238, 240, 214)),
    "sweets": ((142, 76, 170), (244, 222, 246)),
    "meat_fish": ((84, 66, 178), (226, 222, 250)),
    "household": ((150, 104, 92), (246, 234, 230)),
}
Image = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]


def picture_of(article: Article, folder: Path) -> Path:
    """The article's picture in `folder`, drawn if it is not there yet."""
    path = folder / f"{article.slug}-{VERSION}.jpg"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".new.jpg")
        cv2.imwrite(str(draft), draw(article), [cv2.IMWRITE_JPEG_QUALITY, 92])
        draft.replace(path)
    return path


def draw(article: Article) -> Image:
    """The pack in front of the camera (BGR)."""
    chance = np.random.default_rng(zlib.crc32(article.gtin.encode()))
    return _photograph(_panel(article), chance)


def _panel(article: Article) -> Image:
    """The front of the pack, flat, at `_SCALE` times its size (BGR)."""
    width, height = (side * _SCALE for side in _PANEL)
    ground, blob = _COLOURS.get(article.category, _COLOURS["household"])
    shade = np.linspace(1.06, 0.90, height, dtype=np.float32)[:, None, None]
    panel = _to_bytes(np.full((height, width, 3), ground, np.float32) * shade)
    centre = (round(width * 0.25), round(height * 0.58))
    cv2.circle(panel, centre, round(height * 0.47), blob, -1, cv2.LINE_AA)
    cv2.rectangle(panel, (0, 0), (width, round(height * 0.235)), ground, -1)
    _write(panel, article.name, (0.035, 0.045), 0.93, 0.115, (255, 255, 255))
    stripe = round(height * 0.235)
    cv2.rectangle(panel, (0, stripe), (width, stripe + 8), _PAPER, -1)
    _paste_picture(panel, article.picture, centre, round(height * 0.66))
    _paste_label(panel, article)
    return panel


def _paste_picture(panel: Image, name: str, centre: tuple[int, int], side: int) -> None:
    path = ASSETS / "products" / f"{name}.png"
    picture = cv2.imread(str(path), cv2.IMREAD_UNCHANGED) if name and path.is_file() else None
    if picture is None:
        return
    picture = cv2.resize(picture, (side, side), interpolation=cv2.INTER_CUBIC)
    left, top = centre[0] - side // 2, min(centre[1] - side // 2, panel.shape[0] - side)
    left = max(left, 8)
    area = panel[top : top + side, left : left + side]
    opacity = picture[:, :, 3:4].astype(np.float32) / 255
    area[:] = _to_bytes(area * (1 - opacity) + picture[:, :, :3].astype(np.float32) * opacity)


def _paste_label(panel: Image, article: Article) -> None:
    """The white field with the barcode and its digits, lower right; the scale's label says more."""
    height, width = panel.shape[:2]
    module, margin = _MODULE_PX * _SCALE, _LABEL_MARGIN * _SCALE
    bars = ean13.image(article.code, module, round(height * (0.30 if article.is_weighed else 0.40)))
    label_height = bars.shape[0] + margin + round(height * (0.26 if article.is_weighed else 0.12))
    label_width = bars.shape[1] + margin
    right, bottom = width - margin, height - margin
    left, top = right - label_width, bottom - label_height
    panel[top:bottom, left:right] = _PAPER
    cv2.rectangle(panel, (left, top), (right, bottom), (196, 200, 200), 2, cv2.LINE_AA)
    x, y = left + margin // 2, top + margin // 2
    if article.is_weighed:
        grams = f"{article.weight_g / 1000:.3f} kg"
        _write(panel, grams, ((x + 20) / width, (y + 8) / height), 0.4, 0.095, _INK)
        y += round(height * 0.14)
    panel[y : y + bars.shape[0], x : x + bars.shape[1]] = bars[:, :, None]
    text = f"{article.code[0]} {article.code[1:7]} {article.code[7:]}"
    _write(panel, text, ((x + 40) / width, (y + bars.shape[0] + 10) / height), 0.42, 0.072, _INK)


def _write(
    image: Image, text: str, at: tuple[float, float], width: float, size: float, colour: tuple[int, int, int]
) -> None:
    """Write one line with its top left at `at`, made smaller until it fits (all in parts of the image)."""
    height_px, width_px = image.shape[:2]
    size_px, most_px = round(height_px * size), round(width_px * width)
    font = _font()
    _, _, text_width, _ = cv2.getTextSize((width_px, height_px), text, (0, 0), font, size_px)
    if text_width > most_px:
        size_px = math.floor(size_px * most_px / text_width)
    baseline = (round(width_px * at[0]), round(height_px * at[1] + size_px * 0.86))
    cv2.putText(image, text, baseline, colour, font, size_px)


@functools.cache
def _font() -> cv2.FontFace:
    return cv2.FontFace(_FONT)


def _photograph(panel: Image, chance: np.random.Generator) -> Image:
    """The panel as a camera would see it: askew, with a shadow, under a lamp, a little soft."""
    width, height = PICTURE_SIZE
    frame = _backdrop()
    ph, pw = panel.shape[:2]
    corners = _corners(chance)
    turn = cv2.getPerspectiveTransform(np.array([[0, 0], [pw, 0], [pw, ph], [0, ph]], np.float32), corners)
    seen = cv2.warpPerspective(panel, turn, (width, height), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(_rounded_mask(panel.shape[:2], 26 * _SCALE), turn, (width, height))
    soft = mask.astype(np.float32)[:, :, None] / 255
    shadow = cv2.GaussianBlur(np.roll(mask, (22, 14), (0, 1)).astype(np.float32) / 255, (0, 0), 18)
    lit = frame.astype(np.float32) * (1 - 0.6 * shadow[:, :, None])
    lit = lit * (1 - soft) + seen.astype(np.float32) * _lamp(chance)[:, :, None] * soft
    return _to_bytes(cv2.GaussianBlur(lit, (0, 0), 0.6) + chance.normal(0, 1.5, lit.shape))


def _corners(chance: np.random.Generator) -> Floats:
    """Where the panel's corners come to lie: turned by up to 5 degrees, one side a little farther away."""
    width, height = PICTURE_SIZE
    angle = math.radians(chance.uniform(-5, 5))
    lean = chance.uniform(-0.035, 0.035, 2)
    half = np.array(_PANEL, np.float64) / 2
    turned = []
    for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        x, y = sx * half[0], sy * half[1]
        near = 1 + lean[0] * sx + lean[1] * sy
        x, y = x * near, y * near
        turned.append(
            (
                width / 2 + x * math.cos(angle) - y * math.sin(angle) + chance.uniform(-6, 6),
                height / 2 + x * math.sin(angle) + y * math.cos(angle) + chance.uniform(-6, 6),
            )
        )
    return np.array(turned, np.float32)


def _backdrop() -> Image:
    """The counter's dark glass."""
    width, height = PICTURE_SIZE
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    glow = np.exp(-(((x - 0.42 * width) / (0.55 * width)) ** 2 + ((y - 0.3 * height) / (0.7 * height)) ** 2))
    return _to_bytes(
        np.array([44, 38, 34], np.float32) + glow[:, :, None] * np.array([46, 44, 40], np.float32)
    )


def _lamp(chance: np.random.Generator) -> Floats:
    """How bright the lamp makes each spot."""
    width, height = PICTURE_SIZE
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    cx, cy = chance.uniform(0.25, 0.6) * width, chance.uniform(0.1, 0.5) * height
    light: Floats = 0.82 + 0.22 * np.exp(
        -(((x - cx) / (0.6 * width)) ** 2 + ((y - cy) / (0.8 * height)) ** 2)
    )
    return light


def _rounded_mask(shape: tuple[int, ...], radius: int) -> Image:
    height, width = shape[:2]
    mask = np.zeros((height, width), np.uint8)
    cv2.rectangle(mask, (radius, 0), (width - radius, height), 255, -1)
    cv2.rectangle(mask, (0, radius), (width, height - radius), 255, -1)
    for cx in (radius, width - radius - 1):
        for cy in (radius, height - radius - 1):
            cv2.circle(mask, (cx, cy), radius, 255, -1, cv2.LINE_AA)
    return mask


def _to_bytes(values: npt.ArrayLike) -> Image:
    return np.asarray(np.clip(values, 0, 255), np.uint8)


def main() -> None:
    """Draw every pack of a catalogue into a folder."""
    parser = argparse.ArgumentParser(
        prog="python -m simulators.packs", description="Draw the demo shop's products as packs with barcodes."
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--catalogue", type=Path, default=CATALOGUE, metavar="FILE.csv")
    options = parser.parse_args()
    for article in goods.articles(options.catalogue):
        print(f"{article.code}  {picture_of(article, options.out)}")


if __name__ == "__main__":
    main()
