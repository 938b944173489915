"""The camera's picture of the item that staff are asked about: taken at the scan, gone with the decision.

Of every item that the camera reads one small picture is kept for a while (`SHOTS_MAX`), of every open
intervention about an item the one of its scan. It stays in this process's memory: never journalled, logged or
written to a disk; the store line shows it to the attendant station (`kiosk.sync.live`), the window to staff
at the lane. A read that was no item (a badge, a card, a coupon) leaves none.

Source: docs/security.md, "Pictures".
Invariants: safe from any thread; nothing here decides or delays a sale: what fails means that there is no
picture; a picture is gone when its intervention is decided or over, when its purchase ends, after `keep_s`.
"""

import logging
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import msgspec

from kiosk.app.listeners import Inbox, ScannerLink
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Transaction
from kiosk.devices.scanner import CodeRead, PreviewFrame, ScannerMessage
from retail.interventions.carried import Open
from retail.interventions.kinds import kind_of
from retail.interventions.words import Picture
from retail.wire.pictures import SIZE_MAX, mark_of, wrong_with

if TYPE_CHECKING:  # OpenCV comes with the scanner, long after the first picture on the screen
    from kiosk.scanner.view import Seen

SHOTS_MAX = 24
"""Pictures of codes read, of one purchase: half a megabyte."""
KEPT_MAX = 16
"""Interventions with a picture at once."""
LINES_MAX = 500
RECENT_S = 10.0
"""A nudge without a code of its own is about what was read no longer ago than this."""
FRESH_S = 2.0
"""Without any such read, it is about what the camera examined no longer ago than this."""

log = logging.getLogger(__name__)


@runtime_checkable
class Camera(Protocol):
    """A scanner that looks (`kiosk.scanner.camera`, `kiosk.scanner.together`)."""

    @property
    def seen(self) -> "Seen | None":
        """The newest frame that was examined."""


class Shot(msgspec.Struct, frozen=True, kw_only=True):
    """One picture."""

    jpeg: bytes
    mark: str
    at: float
    """When the frame was handed over, monotonic."""


class ItemPictures:
    """The pictures of one lane."""

    def __init__(self, keep_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        """`keep_s`: how long one is kept at the longest; 0: none is."""
        self._keep_s = keep_s
        self._clock = clock
        self._lock = threading.Lock()
        self._camera: Camera | None = None
        self._shots: OrderedDict[float, Shot] = OrderedDict()
        """By the time of the frame that settled the code."""
        self._lines: dict[int, float] = {}
        """Line to the frame of its newest scan."""
        self._weighed = 0.0
        """The frame of goods that wait for their weight; 0: none do."""
        self._no_items: deque[float] = deque(maxlen=SHOTS_MAX)
        """Frames of reads that were no items."""
        self._wanted: dict[int, float] = {}
        """Intervention to the frame it is about."""
        self._sale, self._added = "", 0
        self._expiry: threading.Timer | None = None
        self.changed: Callable[[], None] = _nothing
        """Called when there are other pictures than before, from any thread."""

    # --- the camera ----------------------------------------------------------------------------------------

    def look_through(self, scanner: object) -> None:
        """Take pictures with this scanner, if it is one that looks."""
        self._camera = scanner if isinstance(scanner, Camera) else None

    def read(self, read: CodeRead) -> None:
        """A code was told; called behind it, on the scanner's thread."""
        camera = self._camera
        seen = camera.seen if camera is not None else None
        if seen is None or not self._keep_s or seen.frame.at != read.frame_at:
            return  # a hand scanner's: what the camera sees meanwhile need not be this item
        shot = _taken(seen, read.text)
        if shot is None:
            return
        with self._lock:
            if shot.at in self._no_items:
                return
            self._shots[shot.at] = shot
            is_wanted = shot.at in (wanted := self._wanted.values())
            for at in [at for at in self._shots if at not in wanted][: max(0, len(self._shots) - SHOTS_MAX)]:
                del self._shots[at]
        if is_wanted:  # the lane was faster than the picture
            self.changed()

    # --- the lane ------------------------------------------------------------------------------------------

    def follow(self, snapshot: Snapshot) -> None:
        """The lane is in a new state. Called for every snapshot, in order."""
        if not self._keep_s:
            return
        now, state, frame_at = self._clock(), snapshot.state, snapshot.frame_at
        with self._lock:
            before = self._marks(now)
            self._follow_sale(state.transaction, frame_at)
            wanted = {one.intervention_no: one for one in state.book.open if _is_about_an_item(one)}
            numbers = sorted(wanted)[-KEPT_MAX:]
            for gone in self._wanted.keys() - set(numbers):
                del self._wanted[gone]
            new = [wanted[number] for number in numbers if number not in self._wanted]
            for one in new:
                self._wanted[one.intervention_no] = self._frame_of(one, frame_at, now)
            if frame_at and frame_at not in (*self._lines.values(), *self._wanted.values(), self._weighed):
                self._no_items.append(frame_at)
                self._shots.pop(frame_at, None)
            lacking = [one.intervention_no for one in new if not self._wanted[one.intervention_no]]
        shot = self._now(now) if lacking else None
        with self._lock:
            if shot is not None:
                self._shots[shot.at] = shot
                self._wanted.update(dict.fromkeys(lacking, shot.at))
            is_other = self._marks(now) != before
            self._watch_expiry(now)
        if is_other:
            self.changed()

    def _follow_sale(self, sale: Transaction | None, frame_at: float) -> None:
        """Which line each read went to; nothing is left of a purchase that is over."""
        transaction_id = sale.transaction_id if sale is not None else ""
        if transaction_id != self._sale:
            if self._sale:
                self._shots.clear()
            self._sale, self._added, self._weighed = transaction_id, 0, 0.0
            self._lines.clear()
        if sale is None:
            return
        if frame_at and sale.weighing is not None:
            self._weighed = frame_at
        if (at := frame_at or self._weighed) and len(sale.added) > self._added:
            self._lines[sale.added[-1]] = at
            while len(self._lines) > LINES_MAX:
                del self._lines[next(iter(self._lines))]
        if sale.weighing is None:
            self._weighed = 0.0
        self._added = len(sale.added)

    def _frame_of(self, one: Open, frame_at: float, now: float) -> float:
        """The frame it is about: its line's, that of the code just read, the last item's; 0: none."""
        if one.line_id or frame_at:
            return self._lines.get(one.line_id, frame_at)
        newest = max(self._lines.values(), default=0.0)
        return newest if now - newest <= RECENT_S else 0.0

    def _now(self, now: float) -> Shot | None:
        """What lies before the camera. Not while any code can be read there: it may be a badge."""
        camera = self._camera
        seen = camera.seen if camera is not None else None
        if seen is None or seen.places or now - seen.frame.at > FRESH_S:
            return None
        return _taken(seen, "")

    # --- who looks -----------------------------------------------------------------------------------------

    def marks(self) -> Mapping[int, str]:
        """The picture's name of each open intervention that has one."""
        with self._lock:
            return self._marks(self._clock())

    def jpeg(self, intervention_no: int) -> bytes:
        """The picture; empty: there is none, or none any more."""
        with self._lock:
            self._forget(self._clock())
            shot = self._shots.get(self._wanted.get(intervention_no, 0.0))
            return shot.jpeg if shot is not None else b""

    def frame(self, intervention_no: int) -> PreviewFrame | None:
        """The same for the screen."""
        jpeg = self.jpeg(intervention_no)
        return _unpacked(jpeg) if jpeg else None

    def close(self) -> None:
        """Forget everything."""
        with self._lock:
            if self._expiry is not None:
                self._expiry.cancel()
                self._expiry = None
            self._keep_s = 0.0
            self._shots.clear()
            self._wanted.clear()

    # --- time ----------------------------------------------------------------------------------------------

    def _marks(self, now: float) -> dict[int, str]:
        self._forget(now)
        return {number: self._shots[at].mark for number, at in self._wanted.items() if at in self._shots}

    def _forget(self, now: float) -> None:
        for at in [at for at in self._shots if now - at >= self._keep_s]:
            del self._shots[at]

    def _watch_expiry(self, now: float) -> None:
        """Look again when the oldest is due, so that it goes though nothing happens."""
        if self._expiry is None and self._shots:
            self._expiry = threading.Timer(max(0.0, min(self._shots) + self._keep_s - now), self._expire)
            self._expiry.daemon = True
            self._expiry.start()

    def _expire(self) -> None:
        with self._lock:
            self._expiry = None
            now = self._clock()
            self._forget(now)
            self._watch_expiry(now)
        self.changed()


class PicturingLink(ScannerLink):
    """A scanner's link that also has pictures taken, behind what it tells."""

    def __init__(
        self, pictures: ItemPictures, inbox: Inbox, show_frame: Callable[[PreviewFrame], None]
    ) -> None:
        super().__init__(inbox, show_frame)
        self._pictures = pictures

    def said(self, message: ScannerMessage) -> None:
        """Take one message."""
        super().said(message)
        if isinstance(message, CodeRead):
            self._pictures.read(message)


def _nothing() -> None:
    """Nobody wants to know."""


def _is_about_an_item(one: Open) -> bool:
    """Whether staff are shown its picture: it is about an item, and not refused already."""
    return kind_of(one.kind).picture is not Picture.NONE and not one.refused_by


def _taken(seen: "Seen", text: str) -> Shot | None:
    """A picture of the item; None, and a line in the log, if it cannot be made."""
    from kiosk.scanner.view import item_jpeg

    try:
        jpeg = item_jpeg(seen, text, SIZE_MAX)
    except Exception:  # OpenCV's own errors among them; a bad picture never stops a sale
        log.exception("no picture of the item")
        return None
    if reason := wrong_with(jpeg):
        log.warning("no picture of the item: %s", reason)
        return None
    return Shot(jpeg=jpeg, mark=mark_of(jpeg), at=seen.frame.at)


def _unpacked(jpeg: bytes) -> PreviewFrame:
    import cv2
    import numpy as np

    bgr = cv2.imdecode(np.frombuffer(jpeg, dtype=np.uint8), cv2.IMREAD_COLOR)
    if bgr is None:
        raise ValueError("a picture of our own cannot be unpacked")
    rgb = cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB)
    height, width = rgb.shape[:2]
    return PreviewFrame(width=width, height=height, bytes_per_line=3 * width, rgb=rgb.tobytes())
