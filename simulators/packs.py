"""Draw the demo shop's products as packs in front of the camera, each with a barcode that can be read.

One picture per article: a pack in the colours of its department, its picture, its name, a true EAN-13, held a
little askew under the lamp. Loose goods carry the label of the scale, with the weight in the code.

Source: assets/demo/catalogue.csv (goods), assets/products (pictures), `simulators.ean13`.
Invariants: the same catalogue gives the same pixels.
"""

import argparse
import zlib
from pathlib import Path

import cv2
import numpy as np

from simulators import ean13, goods
from simulators.goods import Article
from simulators.photo import JPEG_QUALITY, SCALE, Image, photograph, to_bytes, write
from simulators.settings import ASSETS, CATALOGUE

VERSION = 1
"""Part of a cached picture's name: count it up when the drawing changes."""
_PANEL = (760, 520)
_MODULE_PX = 3
_LABEL_MARGIN = 18
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


def picture_of(article: Article, folder: Path) -> Path:
    """The article's picture in `folder`, drawn if it is not there yet."""
    path = folder / f"{article.slug}-{VERSION}.jpg"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".new.jpg")
        cv2.imwrite(str(draft), draw(article), [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
        draft.replace(path)
    return path


def draw(article: Article) -> Image:
    """The pack in front of the camera (BGR)."""
    chance = np.random.default_rng(zlib.crc32(article.gtin.encode()))
    return photograph(front(article), chance)


def front(article: Article) -> Image:
    """The front of the pack, flat, at `SCALE` times its size (BGR)."""
    width, height = (side * SCALE for side in _PANEL)
    ground, blob = _COLOURS.get(article.department, _COLOURS["household"])
    shade = np.linspace(1.06, 0.90, height, dtype=np.float32)[:, None, None]
    panel = to_bytes(np.full((height, width, 3), ground, np.float32) * shade)
    centre = (round(width * 0.25), round(height * 0.58))
    cv2.circle(panel, centre, round(height * 0.47), blob, -1, cv2.LINE_AA)
    cv2.rectangle(panel, (0, 0), (width, round(height * 0.235)), ground, -1)
    write(panel, article.name, (0.035, 0.045), 0.93, 0.115, (255, 255, 255))
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
    area[:] = to_bytes(area * (1 - opacity) + picture[:, :, :3].astype(np.float32) * opacity)


def _paste_label(panel: Image, article: Article) -> None:
    """The white field with the barcode and its digits, lower right; the scale's label says more."""
    height, width = panel.shape[:2]
    module, margin = _MODULE_PX * SCALE, _LABEL_MARGIN * SCALE
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
        write(panel, grams, ((x + 20) / width, (y + 8) / height), 0.4, 0.095, _INK)
        y += round(height * 0.14)
    panel[y : y + bars.shape[0], x : x + bars.shape[1]] = bars[:, :, None]
    text = f"{article.code[0]} {article.code[1:7]} {article.code[7:]}"
    write(panel, text, ((x + 40) / width, (y + bars.shape[0] + 10) / height), 0.42, 0.072, _INK)


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
