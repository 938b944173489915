"""The camera's picture of an item that staff are asked about: how small it is, and what it must look like.

A lane sends one beside an alert (`retail.wire.live.AlertRaised`). To whoever receives it, its bytes are a
stranger's: they are walked through from the first marker to the last, and what is not a plain small picture
and nothing else (no camera's notes, no place, no second file behind it) is not kept.

Source: ITU-T T.81, B.1 and B.2 (markers, frame header, scan); JFIF 1.02.
Invariants: pure; never raises on any bytes; looks at each byte at most once.
"""

import hashlib
import re

WIDTH_MAX = 320
HEIGHT_MAX = 320
SIZE_MAX = 24 * 1024
"""Bytes of a picture."""
MARK_SIZE = 16
_MARK = re.compile(rf"[0-9a-f]{{{MARK_SIZE}}}")
_START, _END = b"\xff\xd8", b"\xff\xd9"
_BASELINE, _SCAN = 0xC0, 0xDA
_ALLOWED = frozenset({0xE0, 0xDB, 0xC4, 0xDD, _BASELINE, _SCAN})
"""JFIF's own header, tables, the restart interval, one baseline frame, one scan."""
_JFIF = b"JFIF\x00"
_JFIF_SIZE = 16
"""Of its header without a thumbnail."""


def mark_of(picture: bytes) -> str:
    """A picture's name: nobody can show another one under it."""
    return hashlib.sha256(picture).hexdigest()[:MARK_SIZE]


def is_mark(text: str) -> bool:
    """Whether this could be a picture's name."""
    return _MARK.fullmatch(text) is not None


def wrong_with(picture: bytes) -> str:
    """Why these bytes are no picture that is kept; empty if they are one."""
    if len(picture) > SIZE_MAX:
        return f"larger than {SIZE_MAX} bytes"
    if not picture.startswith(_START):
        return "not a JPEG"
    position, has_frame = len(_START), False
    while True:
        if position + 4 > len(picture) or picture[position] != 0xFF:
            return "broken off between two markers"
        marker = picture[position + 1]
        ends = position + 2 + int.from_bytes(picture[position + 2 : position + 4])
        body = picture[position + 4 : ends]
        if marker not in _ALLOWED:
            return f"holds more than a plain picture (marker {marker:02x})"
        if ends < position + 4 or ends > len(picture):
            return "a marker longer than the file"
        if marker == 0xE0 and (not body.startswith(_JFIF) or ends - position - 2 != _JFIF_SIZE):
            return "holds more than a plain picture (a header of its own)"
        if marker == _BASELINE:
            if has_frame or (reason := _wrong_frame(body)):
                return "more than one frame" if has_frame else reason
            has_frame = True
        if marker == _SCAN:
            return _wrong_scan(picture, ends) if has_frame else "a scan without a frame"
        position = ends


def _wrong_frame(body: bytes) -> str:
    height, width = int.from_bytes(body[1:3]), int.from_bytes(body[3:5])
    if len(body) < 6 or not (0 < width <= WIDTH_MAX and 0 < height <= HEIGHT_MAX):
        return f"not within {WIDTH_MAX} x {HEIGHT_MAX}"
    return ""


def _wrong_scan(picture: bytes, begins: int) -> str:
    """The picture's own bytes: nothing but restarts until its end, and nothing behind that."""
    position = picture.find(b"\xff", begins)
    while 0 <= position < len(picture) - 1:
        follower = picture[position + 1]
        if follower != 0 and not 0xD0 <= follower <= 0xD7:
            is_end = picture[position:] == _END
            return "" if is_end else "something behind the picture"
        position = picture.find(b"\xff", position + 2)
    return "broken off"
