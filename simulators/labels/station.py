"""A base station: fetches what labels are to show, hands it to them, and says what they show.

Source: docs/labels.md, "The feed".
"""

import hashlib
import struct
import threading
import zlib

import httpx
import msgspec

from retail.wire.labels import (
    ACK_PATH,
    ACKS_MAX,
    LABELS_PATH,
    Acknowledged,
    LabelPage,
    LabelRow,
    LabelsShown,
    Shown,
)
from simulators.labels.line import Line, LineError
from simulators.terminal.faults import Faults


class Panel(msgspec.Struct, kw_only=True):
    """What one label shows."""

    row: LabelRow
    before: LabelRow | None = None
    picture: str = ""
    """SHA-256 of the PNG."""
    size: str = ""


class Station:
    """Labels around one base station."""

    def __init__(self, line: Line, faults: Faults, every_s: float) -> None:
        self._line, self._faults, self._every_s = line, faults, every_s
        self._lock = threading.Lock()
        self._panels: dict[str, Panel] = {}
        self._after = 0
        self._unsaid: list[Shown] = []
        self.rounds = 0
        self.trouble = ""
        self._over = threading.Event()

    def run(self) -> None:
        """Ask until `end`."""
        while not self._over.is_set():
            try:
                self._round()
                self.trouble = ""
            except (LineError, httpx.HTTPError, ValueError) as error:
                self.trouble = str(error)[:200]
            self.rounds += 1
            self._over.wait(self._every_s)

    def end(self) -> None:
        """No more rounds."""
        self._over.set()

    def shows(self) -> dict[str, dict[str, object]]:
        """What each label shows, for whoever looks at the shelf."""
        with self._lock:
            return {
                name: {
                    "pos": one.row.pos,
                    "price_minor": one.row.text.price_minor if one.row.text is not None else 0,
                    "name": one.row.text.name if one.row.text is not None else "",
                    "picture": one.picture,
                    "size": one.size,
                }
                for name, one in self._panels.items()
            }

    def _round(self) -> None:
        has_more = True
        while has_more:
            answer = self._line.ask("GET", f"{LABELS_PATH}?after={self._after}")
            page = msgspec.json.decode(answer.content, type=LabelPage)
            words = [word for row in page.rows if (word := self._told(row)) is not None]
            self._unsaid += words
            if self._unsaid and not self._faults.take("lost_word"):
                self._say(self._unsaid[:ACKS_MAX])
                del self._unsaid[:ACKS_MAX]
            self._after, has_more = page.next, page.has_more

    def _told(self, row: LabelRow) -> Shown | None:
        """Let a label show something; what it says then."""
        known = self._panels.get(row.label_id)
        if row.op == "gone":
            with self._lock:
                self._panels.pop(row.label_id, None)
            return None
        if known is not None and self._faults.take("stuck"):
            return Shown(label_id=row.label_id, pos=known.row.pos)
        if known is not None and self._faults.take("goes_back"):
            older = known.before or known.row
            return Shown(label_id=row.label_id, pos=older.pos)
        picture = self._line.ask("GET", row.picture).content
        if self._faults.take("bad_picture"):
            picture = picture[:-20] + bytes(20)
        size = size_of(picture)
        if not size:  # damaged: the panel keeps what it has
            return Shown(label_id=row.label_id, pos=known.row.pos) if known is not None else None
        with self._lock:
            self._panels[row.label_id] = Panel(
                row=row,
                before=known.row if known is not None else None,
                picture=hashlib.sha256(picture).hexdigest(),
                size=size,
            )
        return Shown(label_id=row.label_id, pos=row.pos)

    def _say(self, words: list[Shown]) -> None:
        if self._faults.take("silent"):
            return
        if self._faults.take("made_up"):
            words = [*words, Shown(label_id="nobody-hung-it", pos=1)]
        body = msgspec.json.encode(LabelsShown(shown=tuple(words)))
        if self._faults.take("garbage"):
            try:
                self._line.ask("POST", ACK_PATH, b"{garbage")
            except LineError as error:
                self.trouble = str(error)[:200]
        times = 2 if self._faults.take("twice") else 1
        for _ in range(times):
            answer = self._line.ask("POST", ACK_PATH, body)
            verdicts = msgspec.json.decode(answer.content, type=Acknowledged).verdicts
            if len(verdicts) != len(words):
                raise ValueError("a verdict for each word")


def size_of(picture: bytes) -> str:
    """The size of a whole PNG; empty for anything else: every chunk's checksum is looked at."""
    if picture[:8] != b"\x89PNG\r\n\x1a\n":
        return ""
    at, size = 8, ""
    while at + 12 <= len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        kind, body = picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        if picture[at + 8 + length : at + 12 + length] != struct.pack(">I", zlib.crc32(kind + body)):
            return ""
        if kind == b"IHDR":
            wide, high = struct.unpack(">II", body[:8])
            size = f"{wide}x{high}"
        if kind == b"IEND":
            return size
        at += 12 + length
    return ""
