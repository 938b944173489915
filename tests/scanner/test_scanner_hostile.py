"""Pictures and contents made to hurt: whatever lies on the counter is text or nothing, and never an error."""

import cv2
import numpy as np
import pytest
from scanner_pictures import F, scene, symbol

from kiosk.scanner.decoders import Cascade
from kiosk.scanner.frame import Gray
from kiosk.scanner.locate import locate
from kiosk.scanner.look import BAR_CROPS_MAX, MATRIX_CROPS_MAX, Look
from kiosk.scanner.refine import PARTS_MAX, refined, refined_dots
from kiosk.scanner.symbols import TEXT_SIZE_MAX, normalised

AMPLE_MS = 1000.0
_RNG = np.random.default_rng(70)


def _noise(height: int, width: int) -> Gray:
    return _RNG.integers(0, 256, (height, width), dtype=np.uint8)


def _stripes(period: int, degrees: float) -> Gray:
    y, x = np.mgrid[:360, :640]
    along = x * np.cos(np.radians(degrees)) + y * np.sin(np.radians(degrees))
    return np.asarray(127 + 120 * np.sign(np.sin(2 * np.pi * along / period)), np.uint8)


PICTURES = {
    "black": np.zeros((360, 640), np.uint8),
    "white": np.full((360, 640), 255, np.uint8),
    "noise": _noise(360, 640),
    "coarse noise": np.kron(_noise(45, 80) // 128 * 255, np.ones((8, 8), np.uint8)),
    "fine stripes": _stripes(4, 0),
    "slanting stripes": _stripes(7, 33),
    "chessboard": np.kron(
        np.indices((45, 80)).sum(axis=0).astype(np.uint8) % 2 * 255, np.ones((8, 8), np.uint8)
    ),
    "one column": _noise(720, 1),
    "one row": _noise(1, 1280),
    "a slice of a larger picture": _noise(720, 1280)[::2, ::2],
}


@pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
def test_pictures_without_a_code_show_none_and_are_no_error(picture: Gray) -> None:
    assert Cascade().examine(np.ascontiguousarray(picture), AMPLE_MS).reads == ()


@pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
def test_however_much_looks_like_a_code_the_crops_are_few(picture: Gray) -> None:
    look = Look(np.ascontiguousarray(picture))
    assert len(look.bar_crops) <= BAR_CROPS_MAX
    assert len(look.matrix_crops) <= MATRIX_CROPS_MAX
    for region in look.regions.bars:
        assert len(refined(look.gray, region)) <= PARTS_MAX
    for region in look.regions.matrices:
        assert len(refined_dots(look.gray, region)) <= PARTS_MAX


@pytest.mark.parametrize("cut", [0.25, 0.5, 0.75])
@pytest.mark.parametrize("kind", [F.EAN13, F.Code128, F.ITF])
def test_of_a_code_that_is_cut_off_nothing_wrong_is_believed_by_two_engines(kind: object, cut: float) -> None:
    content = {F.EAN13: "4006381333931", F.Code128: "open lane", F.ITF: "10012345678902"}[kind]
    whole = symbol(content, kind)
    frame = scene((whole[:, : int(cut * whole.shape[1])], 12, (640, 360)))
    engines: dict[str, set[str]] = {}
    for read in Cascade().examine(frame, AMPLE_MS).reads:
        engines.setdefault(read.key, set()).add(read.engine)
    assert not [key for key, by in engines.items() if len(by) > 1]


@pytest.mark.parametrize(
    "content",
    [
        "https://evil.example/?q=<script>alert(1)</script>",
        "'; DROP TABLE articles; --",
        "$(rm -rf /) `reboot` ${HOME} %n%n%n",
        "\x1b[2J\x1b[H\x07\x08\r\n\x7f",
        "\u202e\u2066\ufeff\u0000 right to left",
        "../../../../etc/passwd",
    ],
)
@pytest.mark.parametrize("kind", [F.QRCode, F.DataMatrix])
def test_hostile_contents_come_back_as_the_text_they_are(kind: object, content: str) -> None:
    frame = scene((symbol(content, kind, 5), 10, (640, 360)))
    assert content in {read.text for read in Cascade().examine(frame, AMPLE_MS).reads}


def test_the_largest_qr_code_is_read_and_longer_texts_are_a_decoders_mistake() -> None:
    content = "7" * 7000
    frame = np.full((1080, 1920), 150, np.uint8)
    code = symbol(content, F.QRCode, 5)
    code = np.asarray(cv2.copyMakeBorder(*(code, *(8,) * 4, cv2.BORDER_CONSTANT), value=255), np.uint8)
    frame[60 : 60 + code.shape[0], 400 : 400 + code.shape[1]] = code
    assert content in {read.text for read in Cascade().examine(frame, AMPLE_MS).reads}
    assert normalised("7" * 10_000, "QRCODE") is None
    assert normalised("7" * TEXT_SIZE_MAX, "QRCODE") is not None


def test_two_codes_that_touch_are_two_places() -> None:
    frame = scene(
        (symbol("4006381333931", F.EAN13), 0, (480, 360)), (symbol("96385074", F.EAN8), 0, (860, 360))
    )
    parts = [part for region in locate(frame).bars for part in refined(frame, region)]
    for x in (480, 860):
        assert any(part.box.left < x < part.box.right and part.length < 420 for part in parts)
