"""The ESC/POS requests this lane sends, as bytes.

Only commands that 80 mm and 58 mm printers of every common make understand are here; anything newer is
asked for by the driver's probe and never taken for granted.

Source: docs/devices/printer.md, "Requests".
"""

from retail.check import require

INITIALISE = b"\x1b@"
"""Drops the print buffer and every mode: once per job, first."""
CHARACTER_SET_USA = b"\x1bR\x00"
CODE_PAGE_CP858 = b"\x1bt\x13"
"""Page 19. Forced once; `€` is D5 there. Pages chosen per character differ between makes."""
FONT_A = b"\x1b!\x00"
BOLD_ON = b"\x1bE\x01"
BOLD_OFF = b"\x1bE\x00"
SIZE_NORMAL = b"\x1d!\x00"
SIZE_DOUBLE_HEIGHT = b"\x1d!\x01"
"""Height only: double width would halve the columns."""
ALIGN_LEFT = b"\x1ba\x00"
ALIGN_CENTRE = b"\x1ba\x01"
LINE_FEED = b"\n"
CUT = b"\x1dVB\x00"
"""Feeds to the knife, then cuts: no blank lines wasted."""

STATUS_PUSH_ON = b"\x1da\x0f"
"""Automatic status back for drawer, online, error and paper; the state is sent once at once."""
PAPER_QUERY = b"\x1dr\x01"
"""Queued, so its answer proves that everything before it was processed. Carries no identity."""
RECOVER_AND_RESUME = b"\x10\x05\x01"
"""After a cleared cutter jam: go on from the line where the error stood."""
RESYNC_FILL = b"\x00" * 8192
"""Feeds an aborted raster that may still be eating bytes; NUL does nothing otherwise."""

TOKEN_SIZE = 4


def status_query(which: int) -> bytes:
    """`DLE EOT n`: 1 printer, 2 why offline, 3 which error, 4 paper. Overtakes the buffer."""
    require(1 <= which <= 4, "a real-time status query is 1..4")
    return bytes((0x10, 0x04, which))


def process_id(token: bytes) -> bytes:
    """`GS ( H` function 48: the printer repeats `token` once everything before it is on paper."""
    is_token = len(token) == TOKEN_SIZE and all(0x20 <= byte <= 0x7E for byte in token)
    require(is_token, "a token is 4 printable characters")
    return b"\x1d(H\x06\x0000" + token


def line_spacing(dots: int) -> bytes:
    """Distance from line to line; printers with finer units fall back to the character's own height."""
    require(0 <= dots <= 255, "line spacing fits a byte")
    return bytes((0x1B, 0x33, dots))


def feed_dots(dots: int) -> bytes:
    """Print what is buffered and feed `dots` further."""
    require(0 <= dots <= 255, "a feed fits a byte")
    return bytes((0x1B, 0x4A, dots))


def barcode_code128(data: bytes, height_dots: int, module_dots: int) -> bytes:
    """Code 128 with its text below. `data` already carries code set selectors (see `code128`)."""
    require(2 <= len(data) <= 255, "a Code 128 command carries 2 to 255 bytes")
    require(1 <= height_dots <= 255 and 2 <= module_dots <= 6, "barcode height and module are in range")
    size = bytes((0x1D, 0x68, height_dots, 0x1D, 0x77, module_dots))
    text_below = b"\x1dH\x02\x1df\x00"
    return size + text_below + bytes((0x1D, 0x6B, 73, len(data))) + data
