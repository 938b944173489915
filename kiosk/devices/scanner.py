"""The barcode scanner's port: codes read, with how sure and from which frame.

Times are seconds of the monotonic clock, so that the way from frame to screen can be measured.
"""

from typing import Literal, Protocol

import msgspec

from kiosk.devices.health import Health
from retail.codes import Symbology


class CodeRead(msgspec.Struct, frozen=True, kw_only=True):
    """One accepted presentation of one code (UnifiedPOS: data event); not repeated while in view."""

    text: str
    """The code's content; FNC1 separators as \\x1d. At most `retail.codes.TEXT_MAX` characters."""
    symbology: Symbology
    add_on: str = ""
    """The two or five digits beside an EAN or UPC, where they were read: a magazine's issue. Never part of
    the product's number."""
    evidence: tuple[str, ...] = ()
    """How it was obtained: decoder names and frames that agreed, e.g. `("zxing@812", "zbar@812")`."""
    first_seen_at: float = 0.0
    """When the first frame that showed this code was handed over."""
    frame_at: float = 0.0
    """When the frame that settled it was handed over."""


class PreviewMark(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the picture where a code was read, or bars that nobody could read."""

    box: tuple[float, float, float, float]
    """Left, top, right, bottom, as shares of the picture's width and height."""
    standing: Literal["counted", "settled", "one_look", "needs_two", "contradicted", "unread"] = "unread"
    """Why it counts, or not yet; `unread`: bars only."""
    text: str = ""
    """A product's number; of any other code only its beginning, since it may be somebody's secret."""
    symbology: str = ""
    engines: tuple[str, ...] = ()
    """Which decoders read it in this frame."""


class PreviewFrame(msgspec.Struct, frozen=True, kw_only=True):
    """A small picture for the screen: 8-bit RGB, rows top to bottom, `bytes_per_line` apart."""

    width: int
    height: int
    bytes_per_line: int
    rgb: bytes
    marks: tuple[PreviewMark, ...] = ()
    """What the newest examined frame showed: for staff, never drawn for shoppers."""
    decode_ms: float = 0.0
    """How long that took; 0 if no frame was examined lately."""


ScannerMessage = CodeRead | Health


class ScannerListener(Protocol):
    """The lane's side. Called from the scanner's threads."""

    def said(self, message: ScannerMessage) -> None:
        """Take one message; never blocks for long."""

    def preview(self, frame: PreviewFrame) -> None:
        """Take the newest picture for the screen; older ones may be dropped."""


class Scanner(Protocol):
    """A source of codes."""

    def start(self, listener: ScannerListener) -> None:
        """Open the device and read until `stop`."""

    def enable(self, reading: bool) -> None:
        """Decode (True) or only keep the device warm (False), e.g. while paying."""

    def stop(self) -> None:
        """Close the device and end its threads. Safe to call twice."""
