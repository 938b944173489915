"""The page on which a gallery's pictures are looked through: the design, and every screen in every way.

Invariants: the page lists what is in the folder and nothing else; it needs no network and no program but a
browser; what is written into it cannot break out of it.
"""

import html
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from kiosk.ui.comfort import TEXT_PERCENTS
from kiosk.ui.gallery.tokens import MODE_NAMES, design, variables
from kiosk.ui.screens import Screen
from retail.theme.default import DEFAULT

HERE = Path(__file__).parent / "page"
PARTS, OTHER = "parts", "other"
SCREENS: dict[str, tuple[str, str]] = {
    "attract": ("Waiting", "Come in. How to begin, and what the shop shows meanwhile."),
    "scanning": (
        "Scanning",
        "The basket grows; each line with the saving it brought. Looking up, bags, joining.",
    ),
    "notfound": ("Not found", "A code that is no product: what it is instead, and what to do."),
    "tender": ("How to pay", "Ways to pay, points, coupons, parts of a sum, rounding up."),
    "card": ("By card", "What the terminal says, in the shopper's words."),
    "wallet": ("By phone", "A wallet's code to scan, or the shopper's own."),
    "load": ("Top up", "Money onto a balance."),
    "price": ("Price check", "What something costs, with the offers of the day."),
    "order": ("Orders", "Collecting what was ordered."),
    "return": ("Returns", "Goods that come back, as the shopper sees it."),
    "refund": ("Money back", "Each part goes back the way it came."),
    "unknown": ("Payment unclear", "Nobody pays twice: the lane asks the terminal."),
    "paid": ("Paid", "What was saved and earned."),
    "receipt": ("Receipt", "On paper, by phone, or none."),
    "thanks": ("Thanks", "Goodbye, and nothing left on the screen."),
    "closed": ("Closed", "Out of service: why, and where the money is. The door for staff."),
    "help": ("Help", "A person is on the way."),
    "staff": ("Staff", "What is to be decided, the purchase, the lane, its devices."),
    PARTS: ("Parts", "Every part in every state."),
    OTHER: ("Other", "Pictures of an earlier time."),
}
LANGUAGE_NAMES = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "zh": "中文",
    "ar": "العربية",
}
HELD_NAMES = {"portrait": "upright", "landscape": "lying"}
SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
CHOICES = (
    ("language", "Language"),
    ("colours", "Colours"),
    ("letters", "Letters"),
    ("held", "Held"),
    ("hand", "Hand"),
)


ORDERS = {
    "language": list(LANGUAGE_NAMES.values()),
    "colours": list(MODE_NAMES.values()),
    "letters": [f"{percent} %" for percent in TEXT_PERCENTS],
    "held": list(HELD_NAMES.values()),
    "hand": ["usual", "reach", "left", "reach and left"],
}
"""The values of each choice, in the order they stand in."""


class Drawn(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One picture: `variant/orientation/language/situation.png` (or .webp) in the gallery's folder."""

    situation: str
    variant: str
    orientation: str
    language: str
    ending: str = "png"

    @property
    def folder(self) -> str:
        """Where it lies."""
        return f"{self.variant}/{self.orientation}/{self.language}"

    @property
    def path(self) -> str:
        """Where it lies, from the gallery's folder."""
        return f"{self.folder}/{self.situation}.{self.ending}"


def drawn_of(path: PurePosixPath) -> Drawn:
    """What the place of a picture says about it."""
    variant, orientation, language, _ = path.parts
    return Drawn(
        situation=path.stem,
        variant=variant,
        orientation=orientation,
        language=language,
        ending=path.suffix[1:],
    )


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """What else the page tells."""

    screens: Mapping[str, str] = {}
    """Situation to its screen, in the order of a purchase."""
    thumbs: frozenset[str] = frozenset()
    """Folders of which every picture has a small one."""
    icons: Sequence[str] = ()
    sounds: Sequence[str] = ()
    figures: Sequence[tuple[str, str]] = ()
    """What is measured, and how much."""


def page(drawn: Iterable[Drawn], around: Around) -> str:
    """The whole page."""
    pictures = sorted(drawn, key=lambda one: _turn(one.folder))
    told = _data(pictures, around)
    ways, cases = len(told["ways"]), len(told["situations"])
    used = {case["screen"] for case in told["situations"]} & {screen.value for screen in Screen}
    figures = (
        ("screens", str(len(used))),
        ("situations and sheets", f"{cases:,}"),
        ("ways of having them", f"{ways:,}"),
        ("pictures", f"{len(pictures):,}"),
        *around.figures,
    )
    parts = next((one.path for one in pictures if one.situation == PARTS), "")
    written = {
        "VARIABLES": variables(DEFAULT),
        "STYLE": (HERE / "page.css").read_text(encoding="utf-8"),
        "FIGURES": "".join(
            f"<div><dt>{html.escape(what)}</dt><dd>{html.escape(much)}</dd></div>" for what, much in figures
        ),
        "DESIGN": design(DEFAULT, around.icons, around.sounds, parts),
        "NAMES": "".join(
            f'<li><a href="#{screen["name"]}">{screen["title"]} <span></span></a></li>'
            for screen in told["screens"]
        ),
        "CHOICES": "".join(
            f'<fieldset><legend>{title}</legend><div class="chips" id="of-{kind}"></div></fieldset>'
            for kind, title in CHOICES
        ),
        "DATA": json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
        "SCRIPT": (HERE / "page.js").read_text(encoding="utf-8"),
    }
    text = (HERE / "page.html").read_text(encoding="utf-8")
    for name, value in written.items():
        text = text.replace(f"<!--{name}-->", value)
    return text


def _turn(folder: str) -> tuple[bool, str]:
    """The usual way first."""
    return folder != "light-100/portrait/en", folder


def _data(pictures: Sequence[Drawn], around: Around) -> dict[str, Any]:
    """What the page's script reads."""
    drawn = {one.situation for one in pictures}
    known = [name for name in around.screens if name in drawn]
    screen_of = {name: _screen(name, around) for name in (*known, *sorted(drawn - set(known)))}
    names = [name for screen in SCREENS for name in screen_of if screen_of[name] == screen]
    ways: dict[str, list[Drawn]] = {}
    for one in pictures:
        ways.setdefault(one.folder, []).append(one)
    return {
        "screens": [
            {"name": name, "title": title, "about": about}
            for name, (title, about) in SCREENS.items()
            if name in screen_of.values()
        ],
        "situations": [
            {"name": name, "screen": screen_of[name], "title": _title(name, screen_of[name])}
            for name in names
        ],
        "orders": ORDERS,
        "ways": [_way(folder, there, names, around) for folder, there in ways.items()],
    }


def _screen(name: str, around: Around) -> str:
    screen = PARTS if name == PARTS else around.screens.get(name, OTHER)
    return screen if screen in SCREENS else OTHER


def _title(name: str, screen: str) -> str:
    """`scanning-coupon-pending` on the screen `scanning` is "Coupon pending"."""
    words = name.removeprefix(screen).strip("-").replace("-", " ").replace("_", " ")
    if words.isdecimal():
        return f"{words} lines" if words != "1" else "1 line"
    return words.capitalize() or "As it begins"


def _way(folder: str, there: Sequence[Drawn], names: Sequence[str], around: Around) -> dict[str, object]:
    first = there[0]
    mode, percent, *flags = first.variant.split("-")
    places = {name: number for number, name in enumerate(names)}
    is_whole = len(there) == len(names)
    return {
        "folder": folder,
        "ending": first.ending,
        "language": LANGUAGE_NAMES.get(first.language, first.language),
        "colours": MODE_NAMES.get(mode, mode),
        "letters": f"{percent} %",
        "held": HELD_NAMES.get(first.orientation, first.orientation),
        "hand": " and ".join(flags) or "usual",
        "size": SIZES.get(first.orientation, (0, 0)),
        "thumbs": folder in around.thumbs,
        "all": is_whole,
        "some": [] if is_whole else sorted(places[one.situation] for one in there),
    }
