"""What the service says to electronic shelf labels, and what they answer.

A base station of labels is enrolled as a lane is and asks by cursor: what changed since, label by label, each
with what it is to show and where its picture is. It tells what each label really shows; the service keeps
that word, because it is the proof of what the shelf said.

Source: docs/labels.md, "The feed".
Invariants: `VERSION` changes when a reader of before would be wrong; fields are only ever added.
"""

from typing import Literal

import msgspec

VERSION = 1
LABELS_PATH, ACK_PATH = "/v1/labels", "/v1/labels/shown"
PICTURE_PATH = LABELS_PATH + "/{label_id:str}/picture"
PAGE_MAX = 200
"""Labels of one answer."""
ACKS_MAX = 500
ID_MAX = 64
SIZES: dict[str, tuple[int, int]] = {"296x128": (296, 128), "400x300": (400, 300), "800x480": (800, 480)}
"""Pixels of common panels: 2.9, 4.2 and 7.5 inches; black, white and red."""

Verdict = Literal["kept", "old", "unknown"]


class Deal(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An offer a label tells of."""

    name: str
    first_day: str = ""
    """ISO 8601; empty: no bound."""
    last_day: str = ""


class LabelText(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a label shows. Amounts are minor units, tax included."""

    key: str
    gtin: str
    name: str
    currency: str
    price_minor: int
    """For everybody, for one piece or one kilogram; 0: not on sale."""
    list_minor: int = 0
    """Where the price is lower than it was: struck through."""
    unit: str = "piece"
    unit_price_minor: int = 0
    """0: not known, or the same."""
    unit_price_per: str = ""
    """`kg`, `l` or `piece`."""
    deposit_minor: int = 0
    deal: Deal | None = None


class LabelRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A label as it is to be from now on."""

    label_id: str
    pos: int
    """Its place in the feed, and the name of this content of this label."""
    op: Literal["show", "gone"] = "show"
    size: str = ""
    text: LabelText | None = None
    picture: str = ""
    """Path of the PNG."""


class LabelPage(msgspec.Struct, frozen=True, kw_only=True):
    """200: what changed after a cursor."""

    version: int = VERSION
    rows: tuple[LabelRow, ...]
    next: int
    """The cursor to ask with next."""
    has_more: bool
    language: str
    """Of texts and pictures."""


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A label shows this content now."""

    label_id: str
    pos: int


class LabelsShown(msgspec.Struct, frozen=True, kw_only=True):
    """What labels show now; telling it again is safe."""

    shown: tuple[Shown, ...]


class Acknowledged(msgspec.Struct, frozen=True, kw_only=True):
    """200: a verdict for each. `old`: kept, but the label is to show something newer."""

    verdicts: tuple[Verdict, ...]
