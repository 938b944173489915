"""Draws one part of the chosen pictures, in a process that knows nothing of the machine it runs on.

`python -m tools.golden.drawing --part N --out DIR` writes `DIR/N.txt`, and a small picture of each whose
pixels are not those of the list; with `--whole` also the picture itself.

Invariants: time zone, language, fonts, folders and extensions of the processor are named here, never taken
from the machine.
"""

import argparse
import hashlib
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kiosk.ui.gallery import Way, draw_way
from kiosk.ui.gallery.draw import begin
from kiosk.ui.samples.scanner import counter_frame

from .chosen import key, part
from .listed import LIST, read, write

ROOT = Path(__file__).parents[2]
SMALL_WIDTHS = {"portrait": 150, "landscape": 240}
SMALL_QUALITY = 45
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def start(number: int, out: Path, *options: str, **environment: str) -> "subprocess.Popen[bytes]":
    """Begin to draw a part in a process of its own."""
    home = out / f"home-{number}"
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    fonts = home / "fonts.conf"
    fonts.write_text(FONTS.format(fonts=ROOT / "assets" / "fonts", cache=home / "fonts"), encoding="utf-8")
    named = {
        "FONTCONFIG_FILE": str(fonts),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PATH": os.defpath,
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": str(ROOT),
        "QT_NO_CPU_FEATURE": "avx avx2 f16c fma avx512f",
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "TZ": "UTC",
        "XDG_RUNTIME_DIR": str(home),
    }
    program = [sys.executable, "-m", "tools.golden.drawing", "--part", str(number), "--out", str(out)]
    return subprocess.Popen([*program, *options], cwd=ROOT, env={**named, **environment})


def pixels_of(picture: QImage) -> str:
    """The SHA-256 of size and colours."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    digest = hashlib.sha256(f"{plain.width()}x{plain.height()} ".encode())
    digest.update(plain.constBits())
    return digest.hexdigest()


class Writer:
    """Keeps the hash of every picture, and pictures of those that are not as accepted."""

    def __init__(self, out: Path, is_whole: bool) -> None:
        self.hashes: dict[str, str] = {}
        self._out, self._is_whole, self._known = out, is_whole, read(LIST)

    def keep(self, way: Way, name: str, picture: QImage) -> None:
        """One picture was drawn."""
        called = key(way, name)
        self.hashes[called] = pixels_of(picture)
        if self._known.get(called) == self.hashes[called]:
            return
        stem = self._out / called
        stem.parent.mkdir(parents=True, exist_ok=True)
        width = SMALL_WIDTHS[way.orientation]
        small = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        small.save(f"{stem}.webp", quality=SMALL_QUALITY)
        if self._is_whole:
            picture.save(f"{stem}.png")


def main() -> int:
    """Draw; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--first", type=int, metavar="N", help="only the first N of each way")
    options = parser.parse_args()
    begin()
    writer, frame = Writer(options.out, options.whole), counter_frame()
    missed: list[str] = []
    for way, drawings in part(options.part):
        missed += draw_way(way, drawings[: options.first], frame, partial(writer.keep, way))
    write(options.out / f"{options.part}.txt", writer.hashes)
    for one in missed:
        print(f"not drawn: {one}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
