import importlib.util
import math
import sys

import numpy as np
import pytest
from scanner_pictures import PHOTOS, F, angle_between, needs_photographs, scene, symbol

from benchmarks.scan_frames import frame_of
from benchmarks.scan_photos import is_read, manifest
from kiosk.scanner import tapir
from kiosk.scanner.decoders import Cascade
from kiosk.scanner.frame import Gray
from kiosk.scanner.locate import BAR_REGIONS_MAX, MATRIX_REGIONS_MAX, locate
from kiosk.scanner.look import Look
from kiosk.scanner.rectify import looks_like_bars, upright_bars
from kiosk.scanner.steps import STEPS, Step
from kiosk.scanner.tracker import Tracker
from retail.codes import Symbology

EAN = "4006381333931"
AMPLE_MS = 1000.0


def texts(gray: Gray, budget_ms: float = AMPLE_MS) -> set[str]:
    return {read.text for read in Cascade().examine(gray, budget_ms).reads}


@pytest.mark.parametrize("degrees", range(0, 360, 15))
def test_an_ean13_is_read_at_any_angle(degrees: int) -> None:
    assert EAN in texts(scene((symbol(EAN, F.EAN13), degrees, (700, 340))))


@pytest.mark.parametrize(
    ("kind", "content", "expected"),
    [
        (F.UPCA, "036000291452", ("036000291452", Symbology.UPC_A)),
        (F.UPCE, "04252614", ("042100005264", Symbology.UPC_E)),
        (F.EAN8, "96385074", ("96385074", Symbology.EAN_8)),
        (F.ITF, "10012345678902", ("10012345678902", Symbology.ITF_14)),
        (F.Code128, "open lane", ("open lane", Symbology.CODE_128)),
        (F.QRCode, "https://id.gs1.org/01/04006381333931", None),
        (F.DataMatrix, "lane", ("lane", Symbology.DATA_MATRIX)),
        (F.DataBarOmni, "(01)04006381333931", ("0104006381333931", Symbology.DATABAR)),
    ],
)
def test_every_till_symbology_is_read(
    kind: object, content: str, expected: tuple[str, Symbology] | None
) -> None:
    found = {
        (r.text, r.symbology)
        for r in Cascade().examine(scene((symbol(content, kind, 4), 8, (640, 360))), AMPLE_MS).reads
    }
    assert (expected or (content, Symbology.QR)) in found


ITEM = "(01)04006381333931"
WEIGHED = "(01)99521000000011(3922)00199(10)LOT7"
"""A pack with its price (AI 392n) and its lot."""


@pytest.mark.parametrize(
    ("kind", "content", "text", "symbology"),
    [
        (F.Code128, "(01)04006381333931(10)AB", "010400638133393110AB", Symbology.GS1_128),
        (F.Code128, "(3922)00199(10)LOT7", "392200199\x1d10LOT7", Symbology.GS1_128),
        (F.DataMatrix, WEIGHED, "0199521000000011392200199\x1d10LOT7", Symbology.GS1_DATA_MATRIX),
        (F.QRCode, ITEM, "0104006381333931", Symbology.GS1_QR),
        (F.MicroQRCode, "LANE", "LANE", Symbology.MICRO_QR),
        (F.DataBarStkOmni, ITEM, "0104006381333931", Symbology.DATABAR),
        (F.DataBarLtd, ITEM, "0104006381333931", Symbology.DATABAR_LIMITED),
        (F.DataBarExp, WEIGHED, "0199521000000011392200199\x1d10LOT7", Symbology.DATABAR_EXPANDED),
        (F.DataBarExpStk, WEIGHED, "0199521000000011392200199\x1d10LOT7", Symbology.DATABAR_EXPANDED),
    ],
)
def test_gs1_content_keeps_its_separators_and_its_symbology(
    kind: object, content: str, text: str, symbology: Symbology
) -> None:
    gs1 = kind in (F.Code128, F.DataMatrix, F.QRCode)
    frame = scene((symbol(content, kind, 4, gs1=gs1), 6, (640, 360)))
    assert (text, symbology) in {(r.text, r.symbology) for r in Cascade().examine(frame, AMPLE_MS).reads}


@pytest.mark.parametrize(
    ("kind", "content", "text", "add_on"),
    [
        (F.EAN13, "9780201310054 51299", "9780201310054", "51299"),
        (F.EAN13, "9771234567003 07", "9771234567003", "07"),
        (F.UPCA, "036000291452 12", "036000291452", "12"),
        (F.UPCE, "04252614 12", "042100005264", "12"),
    ],
)
def test_an_add_on_is_read_beside_its_code_and_told_once_it_is_sure(
    kind: object, content: str, text: str, add_on: str
) -> None:
    frame = scene((symbol(content, kind), 0, (640, 360)))
    tracker, cascade = Tracker(), Cascade()
    accepted = [
        read
        for number in range(3)
        for read in tracker.saw(number, number / 15, cascade.examine(frame, AMPLE_MS).reads)
    ]
    assert [(read.text, read.add_on) for read in accepted] == [(text, add_on)]


def test_without_tapirscan_the_cascade_has_fewer_steps_and_reads_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tapir, "is_installed", lambda: False)  # as on a machine without its wheel
    spec = importlib.util.find_spec("kiosk.scanner.steps")
    assert spec is not None
    assert spec.loader is not None
    poorer = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "kiosk.scanner.steps", poorer)  # dataclasses look themselves up
    spec.loader.exec_module(poorer)
    assert not [step.name for step in poorer.STEPS if "tapir" in step.name]
    reads = Cascade(poorer.STEPS).examine(scene((symbol(EAN, F.EAN13), 30, (640, 360))), AMPLE_MS).reads
    assert {read.engine for read in reads if read.text == EAN} >= {"zxing", "zbar"}


def test_two_products_in_one_frame_are_both_read() -> None:
    frame = scene((symbol(EAN, F.EAN13), 0, (350, 300)), (symbol("036000291452", F.UPCA), 0, (900, 400)))
    assert texts(frame) >= {EAN, "036000291452"}


def test_a_known_product_in_view_does_not_hide_a_tilted_new_one() -> None:
    frame = scene((symbol("036000291452", F.UPCA), 0, (350, 300)), (symbol(EAN, F.EAN13), 40, (900, 400)))
    reads = Cascade().examine(frame, AMPLE_MS, known={"00036000291452"}).reads
    assert EAN in {read.text for read in reads}


def test_a_new_code_is_read_by_two_engines_in_the_same_frame() -> None:
    reads = Cascade().examine(scene((symbol(EAN, F.EAN13), 30, (640, 360))), AMPLE_MS).reads
    assert len({read.engine for read in reads if read.text == EAN}) >= 2


def test_a_known_code_costs_no_second_opinion() -> None:
    frame = scene((symbol(EAN, F.EAN13), 0, (640, 360)))
    reads = Cascade().examine(frame, AMPLE_MS, known={"0" + EAN}).reads
    assert {read.engine for read in reads} == {"zxing"}


def test_an_empty_frame_shows_nothing() -> None:
    assert Cascade().examine(scene(), AMPLE_MS).reads == ()


def test_unreadable_bars_are_reported_where_they_are() -> None:
    stripes = np.repeat(np.tile(np.uint8([0, 255]), 40)[None, :], 90, axis=0).repeat(4, axis=1)
    examined = Cascade().examine(scene((stripes, 20, (640, 360))), AMPLE_MS)
    assert examined.reads == ()
    assert any(b.left < 640 < b.right and b.top < 360 < b.bottom for b in examined.unread_bars)


@pytest.mark.parametrize("size", [(1, 1), (3, 500), (500, 3), (17, 17)])
def test_tiny_pictures_are_no_error(size: tuple[int, int]) -> None:
    assert Cascade().examine(np.zeros(size, np.uint8), AMPLE_MS).reads == ()


def test_a_step_that_does_not_fit_the_budget_is_left_out_and_tried_again_later() -> None:
    now, ran = [0.0], []

    def step(name: str, takes_s: float) -> Step:
        def run(look: Look) -> list[object]:
            ran.append(name)
            now[0] += takes_s
            return []

        return Step(name, 1.0, lambda look: True, run)  # type: ignore[arg-type]

    cascade = Cascade((step("first", 0.010), step("slow", 0.400)), clock=lambda: now[0])
    frame = np.zeros((8, 8), np.uint8)
    cascade.examine(frame, 33.0)
    assert ran == ["first", "slow"]
    cascade.examine(frame, 33.0)
    assert ran == ["first", "slow", "first"]
    for _ in range(30):
        cascade.examine(frame, 33.0)
    assert ran.count("slow") > 1


def test_the_first_step_runs_whatever_the_budget() -> None:
    assert EAN in texts(scene((symbol(EAN, F.EAN13), 0, (640, 360))), budget_ms=0.0)
    assert len({step.name for step in STEPS}) == len(STEPS)


@pytest.mark.parametrize("degrees", [0, 20, 45, 70, 90, 115, 160])
def test_bars_are_located_with_their_angle(degrees: int) -> None:
    gray = scene((symbol(EAN, F.EAN13), degrees, (800, 300)))
    region = locate(gray).bars[0]
    assert math.hypot(region.centre_x - 800, region.centre_y - 300) < 40
    assert angle_between(region.angle_rad, math.radians(-degrees)) < 4
    assert looks_like_bars(upright_bars(gray, region))


def test_a_matrix_code_is_located_as_dots() -> None:
    box = locate(scene((symbol("open self checkout " * 4, F.QRCode, 5), 30, (500, 300)))).matrices[0].box
    assert box.left < 500 < box.right
    assert box.top < 300 < box.bottom


def test_a_picture_full_of_bars_gives_a_limited_number_of_regions() -> None:
    found = locate(scene(*[(symbol(EAN, F.EAN13, 1), 11.0 * i, (90 + 110 * i, 200)) for i in range(11)]))
    assert len(found.bars) <= BAR_REGIONS_MAX
    assert len(found.matrices) <= MATRIX_REGIONS_MAX


@pytest.mark.parametrize("degrees", [0, 45])
def test_a_single_edge_is_not_taken_for_bars(degrees: int) -> None:
    edge = np.zeros((200, 300), np.uint8)
    edge[:, 150:] = 255
    gray = scene((edge, degrees, (640, 360)))
    assert not any(looks_like_bars(upright_bars(gray, region)) for region in locate(gray).bars)


@needs_photographs
def test_of_real_photographs_nine_in_ten_are_read_and_those_without_a_code_show_none() -> None:
    photos = manifest(PHOTOS / "manifest.tsv", sample=70)
    reads = {
        photo: Cascade().examine(frame_of(photo, PHOTOS, (1280, 720)), AMPLE_MS).reads for photo in photos
    }
    with_code = [photo for photo in photos if not photo.is_negative]
    assert sum(is_read(photo, reads[photo]) for photo in with_code) >= 0.9 * len(with_code)
    assert not [reads[photo] for photo in photos if photo.is_negative and reads[photo]]
