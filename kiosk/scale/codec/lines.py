"""Split a scale's bytes into lines.

Invariants: never holds more than LINE_SIZE_MAX bytes; feeding one byte at a time gives the same lines as
feeding all at once; a line that is too long is counted and never given in part.
"""

LINE_SIZE_MAX = 128
"""Bytes of the longest answer of either protocol, several times over."""


class Lines:
    """Bytes in, lines without their end out."""

    def __init__(self, end: bytes, begin: bytes = b"") -> None:
        self._end, self._begin = end, begin
        self._held = bytearray()
        self._is_spoilt = False
        self.lost = 0
        """Lines that were too long."""

    def feed(self, data: bytes) -> list[bytes]:
        """The lines that are complete with `data`. A line begins anew wherever its begin mark stands."""
        lines = []
        for byte in data:
            self._held.append(byte)
            if self._begin and self._held.endswith(self._begin):
                self._held[:] = self._begin
                self._is_spoilt = False
            elif self._held.endswith(self._end):
                if self._is_spoilt:
                    self.lost += 1
                else:
                    lines.append(bytes(self._held[: -len(self._end)]))
                self.forget()
            elif len(self._held) > LINE_SIZE_MAX:
                self._is_spoilt = True
                del self._held[: -len(self._end)]
        return lines

    def forget(self) -> None:
        """Drop what has begun: the rest of it will not come."""
        self._held.clear()
        self._is_spoilt = False
