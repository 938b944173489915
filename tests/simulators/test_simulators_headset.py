"""The simulated jack as the detector sees it."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.devices.speaker import HeadsetChanged, SpeakerHealth, SpeakerMessage
from kiosk.speech.headset.driver import HeadsetDetector
from simulators.control import ControlClient, ControlError

REPOSITORY = Path(__file__).resolve().parents[2]


def eventually(holds: Callable[[], bool], what: str, within_s: float = 30.0) -> None:
    deadline = time.monotonic() + within_s
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"never happened within {within_s} s: {what}")
        time.sleep(0.01)


class Ear:
    def __init__(self) -> None:
        self.messages: list[SpeakerMessage] = []

    def said(self, message: SpeakerMessage) -> None:
        self.messages.append(message)

    @property
    def plugged(self) -> list[bool]:
        return [message.is_plugged for message in self.messages if isinstance(message, HeadsetChanged)]

    @property
    def codes(self) -> list[str]:
        return [message.code for message in self.messages if isinstance(message, SpeakerHealth)]


@pytest.fixture
def jack(tmp_path: Path) -> Iterator[ControlClient]:
    link, control = tmp_path / "jack", tmp_path / "h.ctl"
    command = [sys.executable, "-m", "simulators.headset", "--link", str(link), "--control", str(control)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.DEVNULL) as process:
        eventually(lambda: link.exists() and control.exists(), "the simulated jack")
        yield ControlClient(control)
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 0
    assert not link.is_symlink()


@pytest.fixture
def ear(jack: ControlClient, tmp_path: Path) -> Iterator[Ear]:
    ear, detector = Ear(), HeadsetDetector(str(tmp_path / "jack"))
    detector.start(ear)
    eventually(lambda: ear.codes == [""], "the jack is open")
    yield ear
    detector.stop()


def test_in_out_noise_and_a_card_that_goes(jack: ControlClient, ear: Ear) -> None:
    jack.do("plug")
    eventually(lambda: ear.plugged == [True], "plugged in")
    jack.do("microphone")
    jack.do("bounce", times=7)
    eventually(lambda: ear.plugged == [True, False], "pulled after scraping")
    jack.do("plug")
    eventually(lambda: ear.plugged == [True, False, True], "plugged in again")
    jack.do("half")
    jack.do("unplug")
    eventually(lambda: ear.plugged[3:] == [False], "a lost jack counts as pulled")
    eventually(lambda: ear.codes == ["", "unplugged"], "and is told")
    jack.do("replug")
    eventually(lambda: ear.codes == ["", "unplugged", ""], "it is back")
    jack.do("plug")
    eventually(lambda: ear.plugged[4:] == [True], "half an event of before is forgotten")


def test_events_the_kernel_lost_change_nothing_until_the_next(jack: ControlClient, ear: Ear) -> None:
    jack.do("drop")
    jack.do("state")
    eventually(lambda: ear.plugged == [True], "the state told again")


def test_what_the_jack_does_not_know_it_refuses(jack: ControlClient) -> None:
    for request in ({"name": "dance"}, {"name": "bounce", "times": 0}, {"name": "raw", "hex": "x"}):
        name = str(request.pop("name"))
        with pytest.raises(ControlError):
            jack.do(name, **request)
    jack.do("unplug")
    with pytest.raises(ControlError, match="gone"):
        jack.do("plug")
    assert jack.do("status")["present"] is False
