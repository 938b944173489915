"""Made-up pictures of the camera: an empty counter, and what the scanner makes of it. Pure."""

from kiosk.devices.scanner import PreviewFrame, PreviewMark

MARKS = (
    PreviewMark(
        box=(0.14, 0.3, 0.4, 0.52),
        standing="counted",
        text="4006381333931",
        symbology="EAN-13",
        engines=("zxing", "zbar"),
    ),
    PreviewMark(
        box=(0.52, 0.22, 0.66, 0.4),
        standing="needs_two",
        text="96385074",
        symbology="EAN-8",
        engines=("zxing",),
    ),
    PreviewMark(box=(0.6, 0.58, 0.84, 0.8)),
)
PICTURED = 2
"""The intervention whose item has a picture."""


def counter_frame(width: int = 640, height: int = 360) -> PreviewFrame:
    """A camera picture of an empty counter: a soft vignette; with marks, which only staff see."""
    rows = bytearray()
    for y in range(height):
        for x in range(width):
            shade = 150 - ((x - width // 2) ** 2 + (y - height // 2) ** 2) // 1400
            rows += bytes((max(shade, 0), max(shade - 6, 0), max(shade - 16, 0)))
    return PreviewFrame(
        width=width, height=height, bytes_per_line=width * 3, rgb=bytes(rows), marks=MARKS, decode_ms=9.0
    )
