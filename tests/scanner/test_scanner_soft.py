import cv2
import numpy as np
import pytest
from scanner_pictures import PHOTOS, F, needs_photographs, scene, symbol

from benchmarks.scan_frames import frame_of
from benchmarks.scan_photos import is_read, manifest, wrong_reads
from kiosk.scanner.engines import LINEAR, SOFT, read_soft, read_zxing
from kiosk.scanner.frame import Gray
from kiosk.scanner.locate import locate
from kiosk.scanner.look import Look
from kiosk.scanner.rectify import upright_bars
from kiosk.scanner.soft_ean13 import FIT_MIN, LEAD_MIN, SoftRead, decode
from kiosk.scanner.symbols import Box
from retail.codes import check_digit_ok


def crop_of(gray: Gray) -> Gray:
    return upright_bars(gray, locate(gray).bars[0])


# One number per first digit, so that every parity pattern of ISO/IEC 15420 table 3 is met.
NUMBERS = [
    "0036000291452", "1234567890128", "2071473021937", "3574660239843", "4006381333931",
    "5201815331227", "6291041500213", "7622400791949", "8480000823830", "9780201310054",
]  # fmt: skip


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("degrees", [0, 180, 37])
def test_every_first_digit_is_read_upright_upside_down_and_tilted(number: str, degrees: int) -> None:
    read = decode(crop_of(scene((symbol(number, F.EAN13), degrees, (640, 360)))))
    assert read is not None
    assert read.is_sure
    assert read.digits == number


def test_a_blurred_code_that_the_library_cannot_read_is_read() -> None:
    blurred = cv2.GaussianBlur(scene((symbol("4006381333931", F.EAN13), 0, (640, 360))), (0, 0), 2.4)
    crop = crop_of(np.asarray(blurred, np.uint8))
    assert read_zxing(crop, LINEAR, thorough=True) == []
    read = decode(crop)
    assert read is not None
    assert read.is_sure
    assert read.digits == "4006381333931"


@pytest.mark.parametrize(("kind", "content"), [(F.Code128, "OPEN-LANE-42"), (F.ITF, "10012345678902")])
def test_other_symbologies_are_never_taken_for_an_ean13(kind: object, content: str) -> None:
    read = decode(crop_of(scene((symbol(content, kind), 0, (640, 360)))))
    assert read is None or not read.is_sure


def test_noise_and_plain_paper_are_never_sure() -> None:
    rng = np.random.default_rng(5)
    for _ in range(40):
        read = decode(rng.integers(0, 255, (40, 420), dtype=np.uint8))
        assert read is None or not read.is_sure
    assert decode(np.full((40, 420), 200, np.uint8)) is None


def test_whatever_is_returned_has_a_true_check_digit() -> None:
    rng, returned = np.random.default_rng(6), 0
    crop = crop_of(scene((symbol("4006381333931", F.EAN13), 0, (640, 360))))
    for _ in range(20):
        noisy = np.clip(crop + rng.normal(0, 60, crop.shape[1])[None, :], 0, 255).astype(np.uint8)
        if read := decode(noisy):
            returned += 1
            assert check_digit_ok(read.digits)
    assert returned


def test_only_a_good_fit_with_a_clear_lead_is_sure() -> None:
    assert SoftRead("4006381333931", FIT_MIN, LEAD_MIN).is_sure
    assert not SoftRead("4006381333931", FIT_MIN - 0.01, 9.0).is_sure
    assert not SoftRead("4006381333931", 1.0, LEAD_MIN - 0.01).is_sure


@pytest.mark.parametrize("size", [(1, 8), (8, 9), (160, 60)])
def test_crops_too_small_for_a_code_are_no_error(size: tuple[int, int]) -> None:
    read = decode(np.random.default_rng(1).integers(0, 255, size, dtype=np.uint8))
    assert read is None or not read.is_sure


@needs_photographs
def test_on_real_photographs_it_reads_many_and_none_wrongly() -> None:
    photos = [
        photo for photo in manifest(PHOTOS / "manifest.tsv") if photo.kind in ("ean13", "code128", "databar")
    ][::6]
    correct = 0
    for photo in photos:
        for _region, crop in Look(frame_of(photo, PHOTOS, (1280, 720))).bar_crops:
            for read in read_soft(crop, place=lambda _points: Box(0, 0, 1, 1)):
                assert not wrong_reads(photo, [read])
                assert read.engine == SOFT
                correct += is_read(photo, [read])
    assert correct >= 10
