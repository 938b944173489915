"""Dresses the window of a waiting lane: offers of the day, the shop's own pictures and words.

Invariants: looks at goods and offers only while nobody buys, on a thread of its own; what cannot be read is
told in the log and left out; a picture is a small file of a known kind.
"""

import datetime
import logging
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImageReader

from kiosk.app.assortments import Assortments
from kiosk.app.engine import Engine
from kiosk.app.settings.schema import Settings
from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.application import LaneWindow
from kiosk.ui.shop_window import Window
from retail.pricing import Pricer
from retail.shop_window import InWindow, offers_of_the_day

LOOK_S = 60.0
"""Between two looks at whether something has changed: the data, or the hour."""
PICTURES_MAX = 12
PICTURE_BYTES_MAX = 8 * 1024 * 1024
PICTURE_SIDE_MAX = 4096
"""Pixels."""
KINDS = frozenset({".png", ".jpg", ".jpeg"})
_STOP_S = 5.0

_log = logging.getLogger(__name__)


class WindowDresser:
    """Keeps the window true (`kiosk.app.companions.Companion`)."""

    def __init__(self, chosen: Settings, assortments: Assortments) -> None:
        self._settings, self._currency = chosen.attract, chosen.shop.currency
        self._assortments = assortments
        self._window: LaneWindow | None = None
        self._is_idle = True
        self._wake, self._is_over = threading.Event(), False
        self._thread = threading.Thread(target=self._keep_true, name="shop window", daemon=True)

    def begin(self, window: LaneWindow, engine: Engine, quit_lane: Callable[[], None]) -> None:
        """The window it dresses."""
        self._window = window

    def follow(self, snapshot: Snapshot) -> None:
        """Whether somebody buys."""
        self._is_idle = snapshot.state.transaction is None

    def painted(self) -> None:
        """The lane can be seen; now there is time."""
        if not self._thread.is_alive() and not self._is_over and self._thread.ident is None:
            self._thread.start()

    def end(self) -> None:
        """No more looks."""
        self._is_over = True
        self._wake.set()
        if self._thread.ident is not None:
            self._thread.join(_STOP_S)

    def _keep_true(self) -> None:
        pictures = pictures_in(self._settings.pictures)
        seen: tuple[str, str] | None = None
        while not self._is_over:
            try:
                now = datetime.datetime.now().astimezone()
                fresh = self._assortments.store.mark(), now.strftime("%Y-%m-%dT%H")
                if fresh != seen and self._is_idle:
                    self._show(self._offers(now.isoformat(timespec="seconds")), pictures)
                    seen = fresh
            except Exception:
                _log.exception("the offers of the day are not shown")
            self._wake.wait(LOOK_S)

    def _offers(self, local: str) -> tuple[InWindow, ...]:
        if not self._settings.offers:
            return ()
        sold_by = self._assortments.open()
        try:
            return offers_of_the_day(Pricer(sold_by.terms), sold_by.catalogue, local, self._settings.offers)
        finally:
            self._assortments.retire(sold_by)

    def _show(self, offers: tuple[InWindow, ...], pictures: tuple[Path, ...]) -> None:
        if self._window is not None and not self._is_over:
            self._window.show_in_window(
                Window(
                    currency=self._currency,
                    offers=offers,
                    pictures=pictures,
                    welcome=by_language(self._settings.welcome),
                    closed=by_language(self._settings.closed),
                    seconds=self._settings.seconds,
                )
            )


def by_language(texts: tuple[str, ...]) -> dict[str, str]:
    """`("de: Hallo",)` by language."""
    return {language: text.strip() for language, _, text in (one.partition(":") for one in texts)}


def pictures_in(folder: Path | None) -> tuple[Path, ...]:
    """The shop's own pictures, by name; those that cannot be shown are named in the log."""
    if folder is None:
        return ()
    try:
        listed = sorted(path for path in folder.iterdir() if path.suffix.lower() in KINDS)
    except OSError as error:
        _log.error("the shop's pictures in %s cannot be read: %s", folder, error.strerror)
        return ()
    if len(listed) > PICTURES_MAX:
        _log.warning("%s holds %d pictures; the first %d are shown", folder, len(listed), PICTURES_MAX)
    return tuple(path for path in listed[:PICTURES_MAX] if _can_be_shown(path))


def _can_be_shown(path: Path) -> bool:
    reader = QImageReader(str(path))
    size = reader.size()
    if path.stat().st_size > PICTURE_BYTES_MAX or max(size.width(), size.height()) > PICTURE_SIDE_MAX:
        why = f"larger than {PICTURE_SIDE_MAX} pixels or {PICTURE_BYTES_MAX} bytes"
    elif not size.isValid():
        why = reader.errorString()
    else:
        reader.setScaledSize(QSize(64, 64))
        if not reader.read().isNull():
            return True
        why = reader.errorString()
    _log.error("the shop's picture %s is left out: %s", path.name, why)
    return False
