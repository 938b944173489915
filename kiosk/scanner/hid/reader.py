"""Complete barcodes out of input events: what is typed, split like a serial scanner's bytes.

Invariants: a code of which the kernel dropped keys is lost and counted, never told in part.
"""

from kiosk.scanner.hid.codec import Decoder, Layout
from kiosk.scanner.serial.codec import Decoder as Framing


class KeyedCodes:
    """Bytes of an event device in, the codes' bytes (UTF-8) out, without prefix and suffix."""

    def __init__(self, layout: Layout, prefix: bytes = b"", suffix: bytes = b"\r") -> None:
        self._keys = Decoder(layout)
        self._framing = Framing(prefix, suffix)

    @property
    def lost(self) -> int:
        """Codes that were too long, had no prefix, or of which the kernel dropped a part."""
        return self._framing.lost

    @property
    def is_inside(self) -> bool:
        """Whether a code has begun and not ended."""
        return self._framing.is_inside

    def feed(self, data: bytes) -> list[bytes]:
        """The codes that are complete with `data`."""
        codes: list[bytes] = []
        for typed in self._keys.feed(data):
            if typed is None:
                self._framing.spoil()
            else:
                codes += self._framing.feed(typed.encode())
        return codes

    def forget(self) -> None:
        """Drop what has begun: the rest of it will not come."""
        self._keys.forget()
        self._framing.forget()
