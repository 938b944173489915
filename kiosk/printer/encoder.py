"""Pictures and QR codes as ESC/POS bytes, encoded by python-escpos.

The library is a good encoder and a poor driver: only its `Dummy` is used, behind this one door. Importing it
installs a root log handler, so the import waits until the first receipt and puts the log back as it was.

Source: docs/devices/printer.md, "What python-escpos is used for".
"""

import functools
import logging
from typing import Any

from PIL import Image

from kiosk.printer.bitmap import Bitmap
from kiosk.printer.codec.realtime import soften

_RASTER_HEADER_SIZE = 8


@functools.cache
def _dummy_class() -> Any:
    root = logging.getLogger()
    handlers = list(root.handlers)
    from escpos.printer import Dummy

    root.handlers[:] = handlers
    return Dummy


def raster(bitmap: Bitmap) -> bytes:
    """`GS v 0` with the picture, changed by single dots where it would hold real-time commands."""
    picture = Image.frombytes("1", (bitmap.width, bitmap.height), bytes(byte ^ 0xFF for byte in bitmap.data))
    printer = _dummy_class()(profile="TM-T20II")
    printer.image(picture, impl="bitImageRaster", fragment_height=bitmap.height)
    command: bytes = printer.output
    return command[:_RASTER_HEADER_SIZE] + soften(command[_RASTER_HEADER_SIZE:])


def qr_code(text: str, module_dots: int) -> bytes:
    """`GS ( k`: the printer draws the QR code itself, error correction M."""
    from escpos.constants import QR_ECLEVEL_M

    printer = _dummy_class()(profile="TM-T20II")
    printer.qr(text, ec=QR_ECLEVEL_M, size=module_dots, native=True)
    command: bytes = printer.output
    return command
