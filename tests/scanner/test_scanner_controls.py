"""Shutter and focus of a camera that has all controls, some, or none; against the kernel's own layouts."""

import errno
import struct
from pathlib import Path

import pytest

from kiosk.scanner.sources.controls import (
    DARK_MEAN,
    EXPOSURE_ABSOLUTE,
    EXPOSURE_AUTO,
    EXPOSURE_MAY_SLOW_FRAMES,
    FOCUS_ABSOLUTE,
    FOCUS_AUTO,
    Controls,
    Shutter,
    next_exposure_ms,
    set_focus,
)

ALL = {
    EXPOSURE_AUTO: (0, 3),
    EXPOSURE_ABSOLUTE: (3, 2047),
    EXPOSURE_MAY_SLOW_FRAMES: (0, 1),
    FOCUS_ABSOLUTE: (0, 250),
    FOCUS_AUTO: (0, 1),
}


class Kernel:
    """Answers the two requests as a UVC camera's driver does; layouts written out from videodev2.h."""

    def __init__(self, controls: dict[int, tuple[int, int]], disabled: int = 0) -> None:
        self.controls, self.disabled, self.values = controls, disabled, {}

    def __call__(self, descriptor: int, request: int, data: bytearray) -> int:
        control = int.from_bytes(data[:4], "little")
        if control not in self.controls:
            raise OSError(errno.EINVAL, "Invalid argument")
        if (
            request == 0xC0445624
        ):  # struct v4l2_queryctrl: 68 bytes, minimum at 40, maximum at 44, flags at 56
            assert len(data) == 68
            struct.pack_into("<ii", data, 40, *self.controls[control])
            struct.pack_into("<I", data, 56, 1 if control == self.disabled else 0)
        elif request == 0xC008561C:  # struct v4l2_control: 8 bytes
            assert len(data) == 8
            self.values[control] = struct.unpack_from("<i", data, 4)[0]
        else:
            raise OSError(errno.ENOTTY, "Inappropriate ioctl")
        return 0


def controls(kernel: Kernel, tmp_path: Path) -> Controls:
    device = tmp_path / "video0"
    device.touch()
    return Controls(str(device), kernel)


def test_the_shutter_is_set_short_and_may_not_slow_the_frames(tmp_path: Path) -> None:
    opened = controls(kernel := Kernel(ALL), tmp_path)
    shutter = Shutter(opened, 5.0, 33.0)
    shutter.take_over()
    opened.close()
    assert shutter.is_ours
    assert kernel.values == {EXPOSURE_MAY_SLOW_FRAMES: 0, EXPOSURE_AUTO: 1, EXPOSURE_ABSOLUTE: 50}


def test_in_the_dark_it_gets_longer_up_to_a_frame_and_in_the_light_shorter_again(tmp_path: Path) -> None:
    opened = controls(kernel := Kernel(ALL), tmp_path)
    shutter = Shutter(opened, 5.0, 33.0)
    shutter.take_over()
    for _ in range(20):
        shutter.saw(DARK_MEAN - 1)
    assert kernel.values[EXPOSURE_ABSOLUTE] == 330
    shutter.saw(100)
    assert kernel.values[EXPOSURE_ABSOLUTE] == 330
    for _ in range(20):
        shutter.saw(200)
    opened.close()
    assert kernel.values[EXPOSURE_ABSOLUTE] == 50


@pytest.mark.parametrize("missing", [EXPOSURE_AUTO, EXPOSURE_ABSOLUTE])
def test_a_camera_that_keeps_its_shutter_is_left_to_its_automatics(tmp_path: Path, missing: int) -> None:
    rest = {control: most for control, most in ALL.items() if control != missing}
    opened = controls(kernel := Kernel(rest), tmp_path)
    shutter = Shutter(opened, 5.0, 33.0)
    shutter.take_over()
    shutter.saw(1.0)
    opened.close()
    assert not shutter.is_ours
    assert kernel.values.get(EXPOSURE_AUTO, 3) == 3
    assert EXPOSURE_ABSOLUTE not in kernel.values


def test_focus_is_fixed_inside_its_range_or_left_to_the_camera(tmp_path: Path) -> None:
    opened = controls(kernel := Kernel(ALL), tmp_path)
    set_focus(opened, 9000)
    assert (kernel.values[FOCUS_AUTO], kernel.values[FOCUS_ABSOLUTE]) == (0, 250)
    set_focus(opened, -1)
    opened.close()
    assert kernel.values[FOCUS_AUTO] == 1


def test_a_disabled_control_is_not_touched(tmp_path: Path) -> None:
    opened = controls(kernel := Kernel(ALL, disabled=FOCUS_ABSOLUTE), tmp_path)
    assert not opened.put(FOCUS_ABSOLUTE, 10)
    opened.close()
    assert kernel.values == {}


def test_what_is_no_camera_refuses_without_an_exception(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    opened = Controls(str(tmp_path / "file"))  # a real ioctl on something that is no camera
    assert not opened.put(EXPOSURE_ABSOLUTE, 50)
    opened.close()


def test_exposure_stays_where_the_light_is_right() -> None:
    assert next_exposure_ms(12.0, 90.0, 5.0, 33.0) == 12.0
