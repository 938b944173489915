"""Halves of codes: read where the other half is hidden, joined over frames, and never into a wrong number."""

import math

import cv2
import numpy as np
import pytest
from scanner_pictures import F, scene, symbol

from kiosk.scanner.decoders import Cascade
from kiosk.scanner.frame import Gray
from kiosk.scanner.halves import FRAMES_MIN, HALVES_MAX, joined, read_halves
from kiosk.scanner.look import Look
from kiosk.scanner.symbols import Box, Decoded, Half, normalised
from kiosk.scanner.tracker import VOTES, Tracker
from retail.codes import Symbology

AMPLE_MS = 1000.0
EAN = "4006381333931"
LEFT, RIGHT = EAN[:7], EAN[7:]


def hidden(degrees: float, *, left: bool, text: str = EAN, kind: object = F.EAN13) -> Gray:
    """A code with a finger over one half."""
    picture = symbol(text, kind, 4).copy()
    width = picture.shape[1]
    covered = slice(0, int(0.42 * width)) if left else slice(int(0.58 * width), width)
    picture[:, covered] = 130
    return scene((picture, degrees, (640, 360)))


def halves(gray: Gray) -> set[tuple[str, bool]]:
    return {(half.digits, half.is_left) for half in Cascade().examine(gray, AMPLE_MS).halves}


@pytest.mark.parametrize("degrees", [0, 33, 90, 180, 251])
def test_the_half_beside_a_finger_is_read_at_any_angle(degrees: float) -> None:
    assert halves(hidden(degrees, left=True)) == {(RIGHT, False)}
    assert halves(hidden(degrees, left=False)) == {(LEFT, True)}


@pytest.mark.parametrize("text", ["4647147098390", "4736135427295"])
def test_half_an_ean_is_never_taken_for_a_upc_e(text: str) -> None:
    for left in (True, False):
        assert Cascade().examine(hidden(15, left=left, text=text), AMPLE_MS).reads == ()


def test_a_upc_e_of_number_system_1_does_not_exist() -> None:
    assert normalised("164714000074", "UPCE") is None
    assert normalised("0164714000074", "UPCE") is None


@pytest.mark.parametrize("kind", [F.Code128, F.ITF])
def test_other_codes_have_no_halves(kind: object) -> None:
    text = {F.Code128: "open lane 12", F.ITF: "10012345678902"}[kind]
    look = Look(scene((symbol(text, kind), 12, (640, 360))))
    assert [read_halves(crop, region) for region, crop in look.bar_crops] == [[]] * len(look.bar_crops)


@pytest.mark.parametrize("seed", range(20))
def test_noise_and_stripes_have_no_halves(seed: int) -> None:
    chance = np.random.default_rng(seed)
    rows = np.repeat(chance.integers(0, 2, (1, 140), dtype=np.uint8) * 200 + 20, 3, axis=1)
    look = Look(scene((symbol(EAN, F.EAN13), 0, (640, 360))))
    [(region, _), *_] = look.bar_crops
    assert read_halves(np.ascontiguousarray(np.repeat(rows, 90, axis=0)), region) == []
    assert len(read_halves(chance.integers(0, 256, (90, 420), dtype=np.uint8), region)) <= HALVES_MAX


def half(digits: str, *, x: float = 640.0, degrees: float = 10.0, module_px: float = 2.5) -> Half:
    return Half(
        digits=digits,
        is_left=len(digits) == 7,
        middle_x=x,
        middle_y=360.0,
        angle_rad=math.radians(degrees),
        module_px=module_px,
    )


def numbers(new: list[Half], *before: list[Half]) -> list[str]:
    return [one.text for one in joined(new, before)]


def test_halves_of_different_frames_make_the_number_once_each_was_read_twice() -> None:
    left, right = [half(LEFT)], [half(RIGHT, x=700)]
    assert FRAMES_MIN == 2
    assert numbers(right, left, left) == []
    assert numbers(right, left, right) == []
    assert numbers(right, left, left, right) == [EAN]
    assert numbers([], left, left, right, right) == []


@pytest.mark.parametrize(
    "other",
    [
        half(RIGHT, degrees=40),
        half(RIGHT, degrees=190),
        half(RIGHT, module_px=3.2),
        half(RIGHT, x=1000),
        half("333932"),
        half(LEFT),
    ],
    ids=["turned", "upside down", "larger", "far away", "another check digit", "the same side"],
)
def test_halves_that_are_not_of_one_code_are_not_joined(other: Half) -> None:
    assert numbers([other], [half(LEFT)], [half(LEFT)], [other]) == []


def test_two_codes_in_one_frame_do_not_lend_each_other_halves() -> None:
    both = [half(LEFT), half(RIGHT, x=700)]  # as far apart as no middle can be from itself
    assert numbers(both, both, both) == []


def test_a_half_that_was_read_otherwise_too_is_not_joined() -> None:
    left, right = [half(LEFT)], [half(RIGHT)]
    assert numbers(right, left, left, right, [half("4006382")]) == []


def told(*beside: Decoded) -> list[tuple[int, str]]:
    """Frame and text of what is accepted while the halves of EAN are seen in turn."""
    tracker, texts = Tracker(), []
    left, right = [half(LEFT)], [half(RIGHT)]
    for number, shown in enumerate([left, left, right, right, right, right]):
        accepted = tracker.saw(number, number / 15, beside, halves=shown)
        texts += [(number, code.text) for code in accepted]
    return texts


def test_a_joined_number_is_evidence_like_a_single_engines_and_can_be_contradicted() -> None:
    assert told() == [(2 + VOTES, EAN)]
    other = Decoded("9780201310054", Symbology.EAN_13, "zxing", Box(600, 340, 680, 380))
    assert EAN not in {text for _, text in told(other)}


def test_a_code_whose_halves_are_hidden_in_turn_is_accepted_once_and_rightly() -> None:
    cascade, tracker = Cascade(), Tracker()
    texts = []
    for number in range(16):
        frame = hidden(20, left=number // 4 % 2 == 0)
        shifted = cv2.warpAffine(frame, np.array([[1.0, 0, 6 * number], [0, 1, 0]]), frame.shape[::-1])
        examined = cascade.examine(np.asarray(shifted, np.uint8), AMPLE_MS)
        accepted = tracker.saw(number, number / 15, examined.reads, halves=examined.halves)
        texts += [(code.text, {one.partition("@")[0] for one in code.evidence}) for code in accepted]
    assert texts == [(EAN, {"halves"})]
