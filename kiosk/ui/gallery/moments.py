"""What comes over a situation that touches alone do not bring: the shop's window, an answer to what was
touched, news of a change, the ring of keys, the curtain. Pure."""

from collections.abc import Iterator, Mapping

from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.gallery.drawing import Drawing
from kiosk.ui.samples import joins as sample_joins
from kiosk.ui.samples import staff as sample_staff
from kiosk.ui.samples.window import SLIDES, WINDOW

NEWS = {
    "news-saved": ("scanning-offers", "scanning-saved"),
    "news-lost": ("scanning-saved", "scanning-unsaved"),
    "news-member": ("scanning-guest", "scanning-member"),
}
"""Changes that are told for a moment, by the situations before and after them."""
DOOR = ("staffDoor", "key4", "key7", "key1", "key1", "keyOk", "key1", "key2", "key3", "key4", "keyOk")


def moments(at: Mapping[str, Snapshot]) -> Iterator[tuple[str, Drawing]]:
    """All of them, each with the situation it belongs to."""
    for what, place in SLIDES.items():
        yield (
            "attract",
            Drawing(name=f"attract-{what}", snapshot=at["attract"], window=WINDOW, slide=place),
        )
    yield "attract", Drawing(name="attract-welcome", snapshot=at["attract"], window=WINDOW)
    yield "closed-staff", Drawing(name="closed-words", snapshot=at["closed-staff"], window=WINDOW)
    for name, then in sample_joins.answers(at["scanning-guest"]):
        yield (
            "scanning-guest",
            Drawing(
                name=f"join-{name}", snapshot=at["scanning-guest"], touches=("join", "joinPhone"), then=then
            ),
        )
    for name, (before, after) in NEWS.items():
        yield after, Drawing(name=name, snapshot=at[before], then=at[after])
    closed = at["closed-staff"]
    for name, wrong, until_us in (("wrong", 1, 0), ("locked", 5, sample_staff.LOCKED_UNTIL_US)):
        tried = sample_staff.wrongly_tried(closed.state, wrong, until_us)
        yield (
            "closed-staff",
            Drawing(
                name=f"door-{name}",
                snapshot=closed,
                touches=DOOR,
                then=Snapshot(sequence=closed.sequence + 1, state=tried),
            ),
        )
    yield "scanning-8", Drawing(name="keys-ring", snapshot=at["scanning-8"], has_keys=True)
    yield "scanning-8", Drawing(name="curtain", snapshot=at["scanning-8"], has_curtain=True)
