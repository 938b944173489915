"""Split a network camera's byte stream into JPEG pictures.

The stream is HTTP `multipart/x-mixed-replace`: boundary line, headers, picture, boundary line, and so on.
Most cameras announce each picture's length; some do not, and then the next boundary ends it.

Source: RFC 2046 section 5.1 (multipart); the de-facto "MJPEG over HTTP" of IP cameras.
Invariants: never holds more than PART_SIZE_MAX + HEADER_SIZE_MAX bytes plus one `feed`; feeding one byte at
a time gives the same pictures as feeding all at once; raises `MultipartError` only.
"""

HEADER_SIZE_MAX = 8 * 1024
PART_SIZE_MAX = 8 * 1024 * 1024


class MultipartError(ValueError):
    """The stream breaks the rules: too long a header or picture, or no boundary where one must be."""


class MultipartDecoder:
    """Feed bytes, get complete parts."""

    def __init__(self, boundary: bytes) -> None:
        if not boundary:
            raise MultipartError("the boundary is empty")
        self._marker = b"--" + boundary.removeprefix(b"--")
        self._held = bytearray()
        self._length: int | None = None
        self._in_body = False

    def feed(self, data: bytes) -> list[bytes]:
        """Take bytes; the parts they complete, oldest first."""
        self._held += data
        parts: list[bytes] = []
        while (self._read_body(parts)) if self._in_body else self._read_header():
            pass
        return parts

    def _read_header(self) -> bool:
        """Skip to the boundary and read the part's headers; False if more bytes are needed."""
        start = self._held.find(self._marker)
        end = self._held.find(b"\r\n\r\n", start) if start >= 0 else -1
        if end < 0:
            if len(self._held) > HEADER_SIZE_MAX:
                raise MultipartError(f"no part begins within {HEADER_SIZE_MAX} bytes")
            return False
        self._length = _content_length(bytes(self._held[start:end]))
        del self._held[: end + 4]
        self._in_body = True
        return True

    def _read_body(self, parts: list[bytes]) -> bool:
        """Take one picture off the front; False if more bytes are needed."""
        if self._length is not None:
            if len(self._held) < self._length:
                return False
            end = self._length
        else:
            end = self._held.find(b"\r\n" + self._marker)
            if end < 0:
                if len(self._held) > PART_SIZE_MAX:
                    raise MultipartError(f"a picture is longer than {PART_SIZE_MAX} bytes")
                return False
        parts.append(bytes(self._held[:end]))
        del self._held[:end]
        self._in_body = False
        return True


def _content_length(header: bytes) -> int | None:
    for line in header.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            digits = value.strip()
            if not digits.isdigit() or len(digits) > 9 or int(digits) > PART_SIZE_MAX:
                raise MultipartError(f"a picture's length is not acceptable: {digits[:20]!r}")
            return int(digits)
    return None
