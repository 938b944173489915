"""Grain: measured truly, taken out only where it hides more than the filter costs, and codes read in it."""

import numpy as np
import pytest
from scanner_pictures import F, scene, symbol

from kiosk.scanner.decoders import CALMING, Cascade
from kiosk.scanner.frame import Gray
from kiosk.scanner.grain import calmed, grain

TEXT = "4006381333931"


def _dark(gray: Gray, noise: float = 3.0) -> Gray:
    """A fifth of the light, brought up again: the noise five times as strong."""
    read = np.clip(gray / 5 + np.random.default_rng(3).normal(0, noise, gray.shape), 0, 255)
    return np.asarray(np.clip(5 * np.round(read), 0, 255), np.uint8)


@pytest.fixture
def counter() -> Gray:
    return scene((symbol(TEXT, F.EAN13, 2), 37, (640, 360)))


@pytest.mark.parametrize("sigma", [4.0, 8.0, 16.0])
def test_grain_is_measured_though_the_picture_is_full_of_bars(counter: Gray, sigma: float) -> None:
    noise = np.random.default_rng(1).normal(0, sigma, counter.shape)
    noisy = np.asarray(np.clip(counter + noise, 0, 255), np.uint8)

    assert grain(noisy) == pytest.approx(sigma, rel=0.15, abs=1.0)


def test_a_picture_in_good_light_is_read_as_it_is(counter: Gray) -> None:
    assert calmed(counter) is counter


@pytest.mark.parametrize("degrees", [0, 30, 45])
def test_a_counter_full_of_fine_bars_is_no_grain(degrees: int) -> None:
    places = [(x, y) for x in range(100, 1280, 215) for y in range(70, 720, 145)]
    crowded = scene(*((symbol(TEXT, F.EAN13, 2), degrees, place) for place in places))

    assert calmed(crowded) is crowded


@pytest.mark.parametrize("shape", [(1, 1), (3, 900), (15, 15), (16, 16)])
def test_pictures_too_small_to_be_measured_do_no_harm(shape: tuple[int, int]) -> None:
    picture = np.asarray(np.random.default_rng(1).integers(0, 256, shape), np.uint8)

    assert calmed(picture).shape == shape


def test_a_black_picture_has_no_grain_worth_a_filter() -> None:
    black = np.asarray(np.random.default_rng(1).integers(0, 3, (720, 1280)), np.uint8)

    assert calmed(black) is black


def test_in_the_dark_the_steps_of_bars_stay_and_the_grain_goes(counter: Gray) -> None:
    dark = _dark(counter)
    quiet = calmed(dark)
    bars = slice(340, 380), slice(620, 660)

    assert grain(quiet) < grain(dark) / 3
    assert np.ptp(np.percentile(quiet[bars], (10, 90))) > 0.8 * np.ptp(np.percentile(counter[bars], (10, 90)))


def test_a_code_in_the_dark_is_read_within_the_screens_budget(counter: Gray) -> None:
    noted: list[str] = []
    examined = Cascade(note=noted.append).examine(_dark(counter), 1000)

    assert TEXT in {read.text for read in examined.reads}
    assert noted[0] == CALMING
