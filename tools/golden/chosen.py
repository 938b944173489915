"""Which pictures are compared. Pure.

Every situation, and what touches bring over it, once in English, upright, as most see it; and every screen in
the gallery's ways, which together hold every language, mode, size of letters, way to hold, reach and hand.
"""

from collections.abc import Iterator

from kiosk.ui.gallery import WAYS, Way
from kiosk.ui.gallery.drawing import Drawing
from kiosk.ui.gallery.sheets import drawings
from kiosk.ui.samples import situations
from kiosk.ui.screens import screen_of

USUAL = Way()
PARTS = 2
"""They are drawn by two processes side by side."""


def chosen() -> Iterator[tuple[Way, list[Drawing]]]:
    """All of them, way by way."""
    yield USUAL, list(drawings(USUAL.language))
    for number, way in enumerate(WAYS):
        by_screen: dict[str, list[Drawing]] = {}
        for name, snapshot in situations(way.language):
            found = by_screen.setdefault(screen_of(snapshot).value, [])
            found.append(Drawing(name=name, snapshot=snapshot))
        yield way, [found[number * len(found) // len(WAYS)] for found in by_screen.values()]


def part(number: int) -> list[tuple[Way, list[Drawing]]]:
    """The share of one process: each second picture of the usual way, and each second of the other ways."""
    (usual, drawn), *others = chosen()
    return [(usual, drawn[number::PARTS]), *others[number::PARTS]]


def key(way: Way, name: str) -> str:
    """What a picture is called in the list, and where its small picture lies."""
    return f"{way.folder}/{name}"


def keys() -> set[str]:
    """The names of all."""
    return {key(way, one.name) for way, drawn in chosen() for one in drawn}
