"""Pictures for the scanner's tests, drawn here; and where the photographs are, if they are."""

import math
import time
from collections.abc import Callable, Collection
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp

from kiosk.devices.health import Health
from kiosk.devices.scanner import CodeRead, PreviewFrame, ScannerMessage
from kiosk.scanner.decoders import Cascade
from kiosk.scanner.decoding.supervisor import DecoderState
from kiosk.scanner.frame import Gray
from kiosk.scanner.symbols import Box, Decoded, Examined
from retail.codes import Symbology

PHOTOS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "barcode"
needs_photographs = pytest.mark.skipif(
    not (PHOTOS / "manifest.tsv").is_file(), reason=f"the photographs are not at {PHOTOS}"
)
F = zxingcpp.BarcodeFormat


def symbol(text: str, kind: zxingcpp.BarcodeFormat, module: int = 3, *, gs1: bool = False) -> Gray:
    """A clean symbol with its quiet zone; with `gs1` the brackets in `text` are application identifiers."""
    options = {"gs1": True} if gs1 else {}
    return np.asarray(zxingcpp.create_barcode(text, kind, **options).to_image(scale=module), np.uint8)


def scene(*symbols: tuple[Gray, float, tuple[int, int]], size: tuple[int, int] = (1280, 720)) -> Gray:
    """A grey counter with (symbol, degrees, centre) on it, a little noise."""
    frame = np.full((size[1], size[0]), 150, np.uint8)
    for picture, degrees, (x, y) in symbols:
        height, width = picture.shape
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
        turn[:, 2] += (x - width / 2, y - height / 2)
        card = cv2.copyMakeBorder(picture, 12, 12, 12, 12, cv2.BORDER_CONSTANT, value=255)
        turn[:, 2] -= turn[:, :2] @ np.array([12, 12])
        warped = cv2.warpAffine(card, turn, size, flags=cv2.INTER_LINEAR)
        inside = cv2.warpAffine(np.full_like(card, 255), turn, size) > 127
        frame[inside] = warped[inside]
    noise = np.random.default_rng(7).normal(0, 1.5, frame.shape)
    return np.asarray(np.clip(frame + noise, 0, 255), np.uint8)


def read(
    text: str, engine: str = "zxing", symbology: Symbology = Symbology.EAN_13, x: float = 100
) -> Decoded:
    """One decoder's read at a place."""
    return Decoded(text, symbology, engine, Box(x, 100, x + 100, 160))


class InProcess:
    """A decoder in the test's own process: quick to start; its process is tested elsewhere."""

    def __init__(self, cascade: Cascade | None = None) -> None:
        self.cascade = cascade or Cascade()

    def tend(self) -> DecoderState:
        return DecoderState.UP

    def examine(self, gray: Gray, budget_ms: float, known: Collection[str]) -> Examined | None:
        return self.cascade.examine(gray, budget_ms, known)

    def stop(self) -> None:
        pass


class Recorder:
    """A listener that keeps everything and can be waited for."""

    def __init__(self) -> None:
        self.messages: list[ScannerMessage] = []
        self.previews: list[PreviewFrame] = []

    def said(self, message: ScannerMessage) -> None:
        self.messages.append(message)

    def preview(self, frame: PreviewFrame) -> None:
        self.previews.append(frame)

    @property
    def texts(self) -> list[str]:
        return [m.text for m in self.messages if isinstance(m, CodeRead)]

    @property
    def health(self) -> list[str]:
        return [m.code or m.condition.value for m in self.messages if isinstance(m, Health)]


def eventually(holds: Callable[[], bool], what: str, within_s: float = 10.0) -> None:
    """Wait until `holds`, or fail saying `what` never came."""
    deadline = time.monotonic() + within_s
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"never happened within {within_s} s: {what}")
        time.sleep(0.01)


def angle_between(a: float, b: float) -> float:
    """Difference of two directions of a line, 0 to 90 degrees."""
    d = abs(math.degrees(a - b)) % 180
    return min(d, 180 - d)
