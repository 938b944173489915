"""The page of pictures that are not as accepted: what was (small), what is, and where they differ.

Invariants: the page lies in `var/golden` and needs no network; each part writes its own folder only.
"""

import html
import shutil
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QImage, QPainter

from .listed import SMALL

REVIEW = Path(__file__).parents[2] / "var" / "golden"
STYLE = """
body { font: 16px/1.4 system-ui, sans-serif; margin: 24px; background: #f4f2ec; color: #14261c }
section { display: flex; gap: 20px; margin-bottom: 28px; align-items: flex-start } h2 { font-size: 17px }
figure { margin: 0 } img { height: 380px; border-radius: 6px; box-shadow: 0 1px 6px #0003; background: #fff }
"""


def clear(number: int) -> None:
    """Forget what this part found the last time."""
    shutil.rmtree(REVIEW / f"part-{number}", ignore_errors=True)


def add(number: int, drawn: Path, changed: Sequence[str]) -> Path:
    """Put these pictures, which lie in `drawn`, on the page; where it is."""
    for name in changed:
        here = REVIEW / f"part-{number}" / name
        here.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(drawn / f"{name}.png", here / "new.png")
        old = SMALL / f"{name}.webp"
        if old.exists():
            shutil.copyfile(old, here / "old.webp")
            _difference(old, drawn / f"{name}.webp").save(str(here / "difference.png"))
    REVIEW.mkdir(parents=True, exist_ok=True)
    page = REVIEW / "index.html"
    page.write_text(_page(sorted(REVIEW.glob("part-*/**/new.png"))), encoding="utf-8")
    return page


def _difference(old: Path, new: Path) -> QImage:
    """Black where both are the same."""
    picture = QImage(str(old)).convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, QImage(str(new)))
    painter.end()
    return picture


def _page(found: Sequence[Path]) -> str:
    sections = "".join(_section(path.parent.relative_to(REVIEW)) for path in found)
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures that changed</title>'
        f"<style>{STYLE}</style><h1>{len(found)} pictures are not as accepted</h1>"
        f"<p>If they are as they should be: <code>make golden</code></p>{sections}</html>\n"
    )


def _section(folder: Path) -> str:
    figures = "".join(
        f'<figure><a href="{place}"><img src="{place}" loading="lazy" alt="{what}"></a>'
        f"<figcaption>{what}</figcaption></figure>"
        for what, file in (("was", "old.webp"), ("is", "new.png"), ("difference", "difference.png"))
        if (REVIEW / folder / file).exists()
        for place in [html.escape((folder / file).as_posix(), quote=True)]
    )
    return f"<h2>{html.escape('/'.join(folder.parts[1:]))}</h2><section>{figures}</section>"
