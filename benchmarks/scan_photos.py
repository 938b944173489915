"""Photographs with known contents, and when a read of one is right or wrong.

A manifest has columns path, class, kind, expected and (if other true codes are in the picture) also. Forms of
one content are made comparable first: retail numbers as GTIN-14, GS1 texts without brackets and separators. A
wrong read is a bar code that is not in the picture; what a matrix code holds is protected by its own error
correction and differs only in how its letters were encoded.
"""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.scanner.symbols import MATRIX, Decoded
from retail.codes import Symbology, upc_e_to_a

NEGATIVE = "negative"
"""The class of pictures that hold nothing to read."""
_RETAIL_KINDS = frozenset({"ean13", "ean8", "upca", "upce", "ean-addon"})
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|([nrt\\]))")
_NAMED = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}


@dataclass(frozen=True)
class Photo:
    """One line of the manifest."""

    path: str
    kind: str
    """Its class: a symbology, or `negative`."""
    expected: str
    also: tuple[str, ...] = ()
    is_clean: bool = False
    """A symbol drawn by a computer instead of a photograph."""

    @property
    def is_negative(self) -> bool:
        """Whether there is nothing to read."""
        return self.kind == NEGATIVE

    @property
    def truths(self) -> frozenset[str]:
        """Everything that may be read in it, in comparable form."""
        return frozenset(canonical(text, self.kind) for text in (self.expected, *self.also) if text)


def manifest(path: Path, sample: int | None = None) -> list[Photo]:
    """The pictures listed in `path`; every n-th when only a `sample` is wanted."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    photos = [
        Photo(
            path=row["path"],
            kind=row["class"],
            expected=_unescape(row["expected"] or ""),
            also=tuple(filter(None, [_unescape(row.get("also") or "")])),
            is_clean=row["kind"] == "clean",
        )
        for row in rows
    ]
    if sample is not None and sample < len(photos):
        photos = [photos[i * len(photos) // sample] for i in range(sample)]
    return photos


def canonical(text: str, kind: str) -> str:
    """A content of the class `kind` in comparable form."""
    text = _plain(text)
    if kind in _RETAIL_KINDS and text.replace(" ", "").isdigit():
        text = text.replace(" ", "")
        if len(text) in (15, 18):  # with its EAN-2 or EAN-5 add-on, which is no part of the number
            text = text[:13]
        if kind == "upce":
            text = upc_e_to_a(text) or text
        return text.zfill(14)
    if kind in ("databar", "databar-ltd"):
        return _item(text)
    return text


def canonical_read(read: Decoded) -> str:
    """What was read, in the same form."""
    match read.symbology:
        case Symbology.EAN_13 | Symbology.EAN_8 | Symbology.UPC_A | Symbology.UPC_E:
            return read.text.zfill(14)
        case Symbology.DATABAR | Symbology.DATABAR_LIMITED:
            return _item(_plain(read.text))
        case _:
            return _plain(read.text)


def is_read(photo: Photo, reads: Iterable[Decoded]) -> bool:
    """Whether the content of `photo` is among `reads`."""
    return canonical(photo.expected, photo.kind) in {canonical_read(read) for read in reads}


def wrong_reads(photo: Photo, reads: Iterable[Decoded]) -> list[str]:
    """Bar codes that are not in the picture. Of Interleaved 2 of 5 only ITF-14 count: no till takes another
    for goods, whoever read it."""
    truths = photo.truths
    wrong = {
        f"{photo.path}: {read.symbology.value} {read.text} ({read.engine})"
        for read in reads
        if read.symbology not in MATRIX
        and read.symbology is not Symbology.ITF
        and not any(canonical_read(read) in truth or truth in canonical_read(read) for truth in truths)
    }
    return sorted(wrong)


def _plain(text: str) -> str:
    return text.translate({ord(mark): None for mark in "()\x1d\r"}).strip()


def _item(text: str) -> str:
    """The GTIN-14 of a GS1 DataBar, with or without its application identifier."""
    return text[2:] if len(text) == 16 and text.startswith("01") else text


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else _NAMED[found[2]], text)
