import numpy as np
import pytest
from scanner_pictures import F, symbol

from kiosk.devices.health import Condition
from kiosk.scanner.motion import ACTIVE_S, IDLE_DECODE_S, IDLE_LOOK_S, MotionGate
from kiosk.scanner.watch import CameraWatch

RNG = np.random.default_rng(1)


def noisy(level: float = 120.0, sigma: float = 2.0) -> np.ndarray:
    return np.clip(RNG.normal(level, sigma, (90, 160)), 0, 255).astype(np.int16)


def run(watch: CameraWatch, seconds: float, start: float, picture: object = None, fps: int = 15) -> list[str]:
    codes = []
    for n in range(round(seconds * fps)):
        pixels = noisy() if picture is None else picture() if callable(picture) else picture
        if health := watch.frame(pixels, start + n / fps):
            codes.append(health.code or health.condition.value)
    return codes


def test_a_live_camera_is_ready_and_says_so_once() -> None:
    assert run(CameraWatch(), 10, 0) == ["ready"]


def test_a_repeated_picture_is_frozen_within_two_seconds_and_recovers() -> None:
    watch = CameraWatch()
    run(watch, 1, 0)
    assert run(watch, 2, 1, noisy()) == ["frozen"]
    assert run(watch, 1, 3) == ["ready"]


def test_a_still_picture_source_may_repeat_itself() -> None:
    assert run(CameraWatch(is_still=True), 10, 0, noisy()) == ["ready"]


@pytest.mark.parametrize("picture", [np.zeros((90, 160), np.int16), lambda: noisy(4, 1.5)])
def test_a_covered_lens_is_black_within_two_seconds_and_never_frozen(picture: object) -> None:
    watch = CameraWatch()
    run(watch, 1, 0)
    assert run(watch, 2, 1, picture) == ["black"]
    assert run(watch, 2, 3, picture) == []
    assert run(watch, 1, 5) == ["ready"]


def glaring() -> np.ndarray:
    pixels = noisy(256.0)
    pixels[:20] = noisy()[:20]  # the glass's rim is still seen
    return np.clip(pixels, 0, 255)


def test_a_lens_full_of_sun_is_dazzled_within_two_seconds_and_recovers() -> None:
    watch = CameraWatch()
    run(watch, 1, 0)
    assert run(watch, 2, 1, glaring) == ["dazzled"]
    assert run(watch, 4, 3, glaring()) == []  # saturated pictures may repeat themselves
    assert run(watch, 1, 7) == ["ready"]


def test_from_one_blindness_to_the_other_without_a_word_between() -> None:
    watch = CameraWatch()
    run(watch, 1, 0)
    assert run(watch, 2, 1, glaring) + run(watch, 3, 3, lambda: noisy(4, 1.5)) == [
        "dazzled",
        "black",
    ]


def test_a_white_pack_before_the_camera_is_no_glare() -> None:
    watch = CameraWatch()
    run(watch, 1, 0)

    def pack() -> np.ndarray:
        pixels = noisy(235.0, 6.0)
        pixels[30:60, 40:120] = noisy(60.0)[30:60, 40:120]
        return pixels

    assert run(watch, 5, 1, pack) == []


def test_silence_after_frames_is_a_fault_within_two_seconds() -> None:
    watch = CameraWatch()
    run(watch, 1, 0)
    assert watch.silence(2.0) is None
    health = watch.silence(3.0)
    assert health is not None
    assert (health.code, health.condition) == ("no_frames", Condition.FAULT)
    assert watch.silence(4.0) is None


def test_a_problem_is_told_once_with_its_sentence() -> None:
    watch = CameraWatch()
    health = watch.problem("unplugged", "The cable is out.")
    assert health is not None
    assert health.detail == "The cable is out."
    assert watch.problem("unplugged", "The cable is still out.") is None
    assert watch.silence(100.0) is None


def test_an_empty_counter_is_decoded_seldom_and_looked_at_ten_times_a_second() -> None:
    gate, decoded = MotionGate(), 0
    for n in range(150):
        gate.saw(noisy(), n / 15)
        decoded += gate.decode_due(n / 15) and n / 15 > ACTIVE_S
    assert decoded <= (150 / 15 - ACTIVE_S) / IDLE_DECODE_S + 1
    assert decoded >= (150 / 15 - ACTIVE_S) / IDLE_DECODE_S - 1
    assert gate.spare_s(10.0) == IDLE_LOOK_S


def test_after_movement_every_frame_is_decoded() -> None:
    gate = MotionGate()
    for n in range(90):
        gate.saw(noisy(), n / 15)
        gate.decode_due(n / 15)
    changed = noisy()
    changed[20:60, 40:90] = 255 - symbol("4006381333931", F.EAN13)[:40, :50]
    assert gate.saw(changed, 6.0)
    assert gate.spare_s(6.0) == 0
    assert all(gate.decode_due(6.0 + n / 15) for n in range(29))
    assert not gate.decode_due(6.0 + ACTIVE_S)


def test_what_creeps_in_too_slowly_between_two_frames_is_seen_all_the_same() -> None:
    gate = MotionGate()
    for n in range(60):
        gate.saw(noisy(), n / 15)
        gate.decode_due(n / 15)
    assert not gate.is_active(4.0)
    for n in range(60, 75):  # half a sampled column further in every frame: below the gate's share
        pixels = noisy()
        pixels[20:70, : (n - 59) // 2] = 250
        gate.saw(pixels, n / 15)
        gate.decode_due(n / 15)
    assert gate.is_active(5.0)


def test_once_woken_every_frame_is_decoded_though_nothing_moves() -> None:
    gate = MotionGate()
    for n in range(60):
        gate.saw(noisy(), n / 15)
        gate.decode_due(n / 15)
    gate.wake(4.0)
    assert all(gate.decode_due(4.0 + n / 15) for n in range(15))
