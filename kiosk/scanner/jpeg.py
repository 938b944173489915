"""Read a JPEG's dimensions from its header, without unpacking it.

A broken or hostile camera may announce a picture of gigapixels; we look before we unpack.

Source: ITU-T T.81, B.1.1 (markers) and B.2.2 (frame header).
Invariants: never raises; never looks at more than SEGMENTS_MAX segments.
"""

SEGMENTS_MAX = 64
_START = b"\xff\xd8"
_FRAME_HEADERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_NO_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})


def jpeg_size(data: bytes) -> tuple[int, int] | None:
    """(width, height), or None if `data` does not start like a JPEG with a frame header."""
    if data[:2] != _START:
        return None
    position = 2
    for _ in range(SEGMENTS_MAX):
        if position + 4 > len(data) or data[position] != 0xFF:
            return None
        marker = data[position + 1]
        if marker == 0xFF:  # fill byte before a marker
            position += 1
            continue
        if marker in _NO_LENGTH:
            position += 2
            continue
        if marker in _FRAME_HEADERS:
            if position + 9 > len(data):
                return None
            height = int.from_bytes(data[position + 5 : position + 7])
            width = int.from_bytes(data[position + 7 : position + 9])
            return (width, height) if width and height else None
        position += 2 + int.from_bytes(data[position + 2 : position + 4])
    return None
