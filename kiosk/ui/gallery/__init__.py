"""`kiosk gallery --out DIR`: draw every screen and every part, with a page to look through the pictures.

All situations of `kiosk.ui.samples` and what touches bring over them: in English, upright, as most see
them; and in one way more for each language, together every mode, size of letters, way to hold, reach and
hand. Options ask for other ways, `--all` for all of them. Needs no display.

Invariants: pictures stand still (`kiosk.ui.gallery.draw`), so that the same source gives the same bytes.
"""

import argparse
import itertools
import os
import shutil
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePosixPath

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kiosk.devices.scanner import PreviewFrame
from kiosk.ui.application import ASSETS
from kiosk.ui.comfort import TEXT_PERCENTS, Comfort, Mode
from kiosk.ui.gallery.draw import ORIENTATIONS, LateError, NotStillError, Stage, begin
from kiosk.ui.gallery.drawing import Drawing
from kiosk.ui.gallery.index import PARTS, Around, drawn_of, page
from kiosk.ui.gallery.sheets import drawings
from kiosk.ui.samples.scanner import counter_frame
from kiosk.ui.screens import screen_of
from retail.languages import LANGUAGES

TRIES_MAX = 4
"""Windows in which one picture is tried, should the machine be too busy for the first."""
FORMATS = ("png", "webp")
SMALL_QUALITY = 80
THUMBS, THUMB_WIDTHS = "thumbs", {"portrait": 360, "landscape": 560}
"""The page's small pictures: folder, and pixels."""
COPIED = ("brand", "fonts", "icons", "sounds")
"""Assets the page is written and heard with."""


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """One way of having the screens."""

    language: str = "en"
    orientation: str = "portrait"
    comfort: Comfort = Comfort()

    @property
    def folder(self) -> str:
        """Where its pictures lie."""
        return f"{variant_of(self.comfort)}/{self.orientation}/{self.language}"


WAYS = (
    Way(language="en", orientation="landscape", comfort=Comfort(mode=Mode.DARK, text_percent=125)),
    Way(language="de", comfort=Comfort(mode=Mode.HIGH_CONTRAST, text_percent=200)),
    Way(language="fr", orientation="landscape", comfort=Comfort(text_percent=150, left_handed=True)),
    Way(language="es", comfort=Comfort(mode=Mode.DARK, reach=True)),
    Way(language="zh", orientation="landscape", comfort=Comfort(text_percent=200, reach=True)),
    Way(
        language="ar",
        comfort=Comfort(mode=Mode.HIGH_CONTRAST, text_percent=150, reach=True, left_handed=True),
    ),
)
"""One for each language; every value of every choice is among them."""


def variant_of(comfort: Comfort) -> str:
    """The name of its folder."""
    flags = [name for name, is_on in (("reach", comfort.reach), ("left", comfort.left_handed)) if is_on]
    return "-".join([comfort.mode.value, str(comfort.text_percent), *flags])


def write_index(out: Path, figures: Sequence[tuple[str, str]] = ()) -> int:
    """Write the page of all pictures in the folder, and what it shows besides; returns how many there are."""
    found = [
        PurePosixPath(path.relative_to(out).as_posix())
        for ending in FORMATS
        for path in sorted(out.glob(f"*/*/*/*.{ending}"))
    ]
    for name in COPIED:
        shutil.copytree(ASSETS / name, out / "assets" / name, dirs_exist_ok=True)
    drawn = [drawn_of(path) for path in found]
    around = Around(
        screens={one.name: screen_of(one.shown).value for one in drawings("en")},
        thumbs=frozenset(one.folder for one in drawn)
        - {one.folder for one in drawn if not (out / thumb_of(one.folder, one.situation)).exists()},
        icons=sorted(path.stem for path in (ASSETS / "icons").glob("*.svg")),
        sounds=sorted(path.stem for path in (ASSETS / "sounds").glob("*.wav")),
        figures=(*sizes(), *figures),
    )
    (out / "index.html").write_text(page(drawn, around), encoding="utf-8")
    return len(found)


def thumb_of(folder: str, name: str) -> Path:
    """Where the small picture of one lies, from the gallery's folder."""
    return Path(THUMBS, folder, f"{name}.webp")


def sizes() -> list[tuple[str, str]]:
    """How much of the disk the screens take: fonts, icons, pictures of goods, sounds."""
    return [
        (what, f"{sum(path.stat().st_size for path in (ASSETS / name).iterdir()) / 1_000_000:.2f} MB")
        for name, what in (
            ("fonts", "fonts"),
            ("icons", "icons"),
            ("products", "pictures of goods"),
            ("sounds", "sounds"),
        )
    ]


def draw(out: Path, way: Way, only: str = "", is_small: bool = False) -> tuple[int, list[str]]:
    """Write the pictures of one way that have `only` in their names; how many, and what was missed."""
    folder = out / way.folder
    folder.mkdir(parents=True, exist_ok=True)
    todo: list[Drawing] = [one for one in drawings(way.language) if only in one.name]
    count = 0

    def keep(name: str, picture: QImage) -> None:
        nonlocal count
        count += 1
        save(picture, folder / name, is_small)
        small = out / thumb_of(way.folder, name)
        small.parent.mkdir(parents=True, exist_ok=True)
        scaled(picture, THUMB_WIDTHS[way.orientation]).save(str(small), quality=SMALL_QUALITY)

    missed = draw_way(way, todo, counter_frame(), keep)
    if only in PARTS:
        stage = Stage(way.orientation, way.language, way.comfort, counter_frame())
        keep(PARTS, stage.draw_parts())
        stage.close()
    return count, missed


def draw_way(
    way: Way, drawings: Iterable[Drawing], frame: PreviewFrame, keep: Callable[[str, QImage], None]
) -> list[str]:
    """Draw these in one way; returns what could not be drawn, and why.

    Where the machine was too busy for one, or a screen did not let itself be brought, on in a new window.
    """
    todo, tries, missed = deque(drawings), 0, []
    while todo:
        stage = Stage(way.orientation, way.language, way.comfort, frame)
        try:
            while todo:
                keep(todo[0].name, stage.draw(todo[0]))
                todo.popleft()
                tries = 0
        except (LateError, LookupError, NotStillError) as error:
            tries += 1
            if tries == TRIES_MAX:
                missed.append(f"{way.folder}/{todo.popleft().name}: {error}")
                tries = 0
        finally:
            stage.close()
    return missed


def save(picture: QImage, stem: Path, is_small: bool) -> None:
    """Write one picture."""
    if is_small:
        scaled(picture, picture.width() // 2).save(f"{stem}.webp", quality=SMALL_QUALITY)
    else:
        picture.save(f"{stem}.png")


def scaled(picture: QImage, width: int) -> QImage:
    """The same, of this width."""
    return picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)


def memory_mb() -> float:
    """What this process holds of the machine's memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def ways_of(options: argparse.Namespace) -> list[Way]:
    """The ways that are asked for."""
    asked = (options.language, options.orientation, options.mode, options.scale)
    if not options.all and not any(asked) and not options.reach and not options.left:
        return [Way(), *WAYS]
    plain = (LANGUAGES, tuple(ORIENTATIONS), tuple(mode.value for mode in Mode), TEXT_PERCENTS)
    usual = plain if options.all else (LANGUAGES, tuple(ORIENTATIONS), (Mode.LIGHT.value,), (100,))
    languages, orientations, modes, scales = (one or whole for one, whole in zip(asked, usual, strict=True))
    hands = itertools.product((False, True), repeat=2) if options.all else ((options.reach, options.left),)
    return [
        Way(
            language=language,
            orientation=orientation,
            comfort=Comfort(mode=Mode(mode), text_percent=scale, reach=reach, left_handed=left),
        )
        for (reach, left), mode, scale, orientation, language in itertools.product(
            tuple(hands), modes, scales, orientations, languages
        )
    ]


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(
        prog="kiosk gallery", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the pictures")
    made.add_argument("--all", action="store_true", help="every way there is: many hours; take --small, too")
    made.add_argument("--language", action="append", choices=LANGUAGES, help="only these")
    made.add_argument("--orientation", action="append", choices=list(ORIENTATIONS), help="only these")
    made.add_argument("--mode", action="append", choices=[mode.value for mode in Mode], help="the colours")
    made.add_argument("--scale", action="append", type=int, choices=TEXT_PERCENTS, help="letters, percent")
    made.add_argument("--reach", action="store_true", help="all that can be touched in the lower half")
    made.add_argument("--left", action="store_true", help="for the left hand")
    made.add_argument("--only", default="", metavar="WORD", help="only pictures with this in their name")
    made.add_argument("--small", action="store_true", help="half the size, as WebP")
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw; the exit code."""
    options = parser().parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    begin()
    begun, ways, count, first_mb = time.monotonic(), ways_of(options), 0, 0.0
    missed: list[str] = []
    for number, way in enumerate(ways):
        drawn, late = draw(options.out, way, options.only, options.small)
        count, missed = count + drawn, [*missed, *late]
        first_mb = first_mb or memory_mb()
        print(f"{number + 1} of {len(ways)}: {way.folder}", flush=True)
    names = [one for one in drawings("en") if options.only in one.name]
    last_mb, took_s = memory_mb(), time.monotonic() - begun
    shown = write_index(
        options.out,
        (("memory of the run", f"{last_mb:.0f} MB"), ("time of the run", f"{took_s / 60:.0f} min")),
    )
    print(f"{len(names)} situations x {len(ways)} ways: {count} pictures")
    print(f"memory {first_mb:.0f} MB after the first way, {last_mb:.0f} MB after the last; {took_s:.0f} s")
    print(f"{options.out / 'index.html'} shows {shown}")
    for one in missed:
        print(f"not drawn: {one}", file=sys.stderr)
    return 1 if missed else 0
