"""Which screen a state belongs to."""

import pytest
from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import DeviceState, Phase, State
from kiosk.devices.health import Condition, Device
from kiosk.ui.samples import READY, situations
from kiosk.ui.screens import NEVER_COVERED_BY_HELP, SCREEN_OF_PHASE, Screen, screen_of

FAULT = DeviceState(condition=Condition.FAULT, code="unplugged")


def snap(state: State, outage: str = "") -> Snapshot:
    return Snapshot(sequence=1, state=state, outage=outage)


def test_every_phase_has_its_own_screen() -> None:
    assert set(SCREEN_OF_PHASE) == set(Phase)
    assert len(set(SCREEN_OF_PHASE.values())) == len(Phase)


@pytest.mark.parametrize("phase", Phase)
def test_a_phase_shows_the_screen_of_its_name(phase: Phase) -> None:
    assert screen_of(snap(State(phase=phase, devices=READY))).value == phase.value


@pytest.mark.parametrize("phase", Phase)
def test_help_covers_every_screen_but_scanning_and_those_about_money_in_flight(phase: Phase) -> None:
    covered = phase not in {Phase.SCANNING, Phase.CARD, Phase.WALLET, Phase.REFUND, Phase.UNKNOWN, Phase.PAID}
    expected = Screen.HELP if covered else Screen(phase.value)
    assert screen_of(snap(State(phase=phase, help_called=True))) is expected
    assert covered == (phase not in NEVER_COVERED_BY_HELP)


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("help_called", [False, True])
def test_an_outage_closes_the_lane_whatever_the_phase(phase: Phase, help_called: bool) -> None:
    assert screen_of(snap(State(phase=phase, help_called=help_called), outage="disk_full")) is Screen.CLOSED


@pytest.mark.parametrize("device", [Device.CAMERA, Device.TERMINAL])
def test_a_faulty_camera_or_terminal_closes_only_the_idle_lane(device: Device) -> None:
    state = State(devices={**READY, device: FAULT})
    assert screen_of(snap(state)) is Screen.CLOSED
    assert screen_of(snap(replace(state, phase=Phase.SCANNING))) is Screen.SCANNING


def test_a_faulty_printer_closes_nothing() -> None:
    assert screen_of(snap(State(devices={**READY, Device.PRINTER: FAULT}))) is Screen.ATTRACT


def test_the_samples_show_every_screen() -> None:
    assert {screen_of(snapshot) for _, snapshot in situations("en")} == set(Screen)
