"""Scales in the settings, made by the hardware, and looked at by the doctor."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from scale_line import eventually

from kiosk.app import hardware
from kiosk.app.doctor import devices as doctor
from kiosk.app.doctor.findings import Level
from kiosk.app.settings import SettingsError, load
from kiosk.devices.health import Device, Health
from kiosk.devices.scale import ScaleMessage, Settled
from kiosk.scale.codec.protocols import PROTOCOLS
from kiosk.scale.profile import EXACT
from kiosk.scale.weighing import WeighRules
from simulators.control import ControlClient

ROOT = Path(__file__).resolve().parents[2]
GOOD = """
[shop]
name = "Lindenkorb"
catalogue = "goods.csv"
[terminal]
port = "/dev/ttyS0"
[printer]
port = "/dev/ttyS1"
"""


def written(folder: Path, more: str) -> Path:
    path = folder / "kiosk.toml"
    path.write_text(GOOD + more, encoding="utf-8")
    return path


def refused(folder: Path, more: str) -> str:
    with pytest.raises(SettingsError) as raised:
        load(written(folder, more))
    return str(raised.value)


def test_a_lane_has_no_scales_until_they_are_set(tmp_path: Path) -> None:
    chosen = load(written(tmp_path, ""))
    assert hardware.scale_profile(chosen) is None
    assert hardware.bagging_scale_profile(chosen) is None
    assert list(doctor.scales(chosen)) == []


def test_what_is_set_reaches_the_drivers(tmp_path: Path) -> None:
    chosen = load(
        written(
            tmp_path,
            '[scale]\nprotocol = "toledo-8217"\nport = "/dev/ttyS2"\nbaud = 4800\nframe = "7E1"\nstep_g = 5\n'
            "least_g = 100\nwait_s = 12.0\n"
            '[bagging_scale]\nprotocol = "mt-sics"\nport = "/dev/ttyS3"\nunstable_s = 30.0\n',
        )
    )
    scale, bags = hardware.scale_profile(chosen), hardware.bagging_scale_profile(chosen)
    assert scale is not None
    assert bags is not None
    assert (scale.device, scale.protocol, scale.port) == (Device.SCALE, "toledo-8217", "/dev/ttyS2")
    assert (scale.baud, scale.frame, scale.settling) == (4_800, "7E1", EXACT)
    assert scale.weighing == WeighRules(wait_s=12.0, step_g=5, least_g=100)
    assert (bags.device, bags.protocol, bags.port) == (Device.BAGGING_SCALE, "mt-sics", "/dev/ttyS3")
    assert (bags.frame, bags.unstable_s) == ("8N1", 30.0)


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ('[scale]\nprotocol = "mt-sics"\n', "port is missing"),
        ('[bagging_scale]\nprotocol = "toledo-8217"\n', "port is missing"),
        ('[scale]\nprotocol = "mt-sics"\nport = "/dev/ttyS0"\n', "another device's port"),
        (
            '[scale]\nprotocol = "mt-sics"\nport = "/dev/ttyS2"\n'
            '[bagging_scale]\nprotocol = "mt-sics"\nport = "/dev/ttyS2"\n',
            "another device's port",
        ),
        ('[scale]\nprotocol = "dialog-06"\n', "mt-sics"),
        ('[scale]\nframe = "9X9"\n', "8N1"),
        ("[scale]\nstep_g = 0\n", "1"),
        ("[scale]\nleast_g = -1\n", "0"),
    ],
)
def test_settings_that_cannot_be_are_refused_by_name(tmp_path: Path, more: str, reason: str) -> None:
    assert reason in refused(tmp_path, more)


@pytest.fixture
def simulated(tmp_path: Path) -> Iterator[tuple[Path, ControlClient]]:
    link, control = tmp_path / "scale", tmp_path / "s.ctl"
    command = [sys.executable, "-m", "simulators.scale", "--link", str(link), "--control", str(control)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    eventually(lambda: link.exists() and control.exists(), "the simulated scale")
    yield link, ControlClient(control)
    process.terminate()
    assert process.wait(15) == 0


def test_the_doctor_says_what_lies_on_a_scale_and_what_is_wrong_with_it(
    tmp_path: Path, simulated: tuple[Path, ControlClient]
) -> None:
    link, control = simulated
    control.do("put", name="milk", grams=1_030)
    chosen = load(written(tmp_path, f'[bagging_scale]\nprotocol = "mt-sics"\nport = "{link}"\n'))
    [found] = doctor.scales(chosen)
    assert (found.level, found.what) == (Level.OK, "bagging_scale")
    assert "1030 g" in found.found
    control.do("fault", what="pounds")
    [found] = doctor.scales(chosen)
    assert found.level is Level.FAIL
    assert "wrong_unit" in found.found


def test_the_hardware_starts_and_stops_the_scales_of_a_lane(
    tmp_path: Path, simulated: tuple[Path, ControlClient]
) -> None:
    heard: list[ScaleMessage] = []

    class Ear:
        def said(self, message: ScaleMessage) -> None:
            heard.append(message)

    link, _ = simulated
    chosen = load(written(tmp_path, f'[bagging_scale]\nprotocol = "mt-sics"\nport = "{link}"\n'))
    scales = hardware.start_scales(chosen, Ear())
    eventually(lambda: any(isinstance(one, Settled) for one in heard), "the empty scale")
    hardware.stop_scales(scales)
    assert set(scales) == {Device.BAGGING_SCALE}
    count = len(heard)
    assert any(isinstance(one, Health) and not one.code for one in heard)
    scales[Device.BAGGING_SCALE].ask_weight("late")
    assert len(heard) == count + 1  # refused at once


def test_every_protocol_can_be_chosen(tmp_path: Path) -> None:
    for name in PROTOCOLS:
        more = f'[scale]\nprotocol = "{name}"\nport = "/dev/ttyS2"\n'
        assert load(written(tmp_path, more)).scale.protocol == name
