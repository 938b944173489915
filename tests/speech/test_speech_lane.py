"""The lane's voice on its real drivers: a jack at its wire, a voice in killed processes."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec.structs import replace
from speech_rig import PLAYS, Programs, wait_for

from kiosk.app import voice
from kiosk.app.voice import Voice, VoiceProfile
from kiosk.checkout import commands as c
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase, State
from kiosk.devices.health import Condition, Device
from kiosk.speech.driver import EspeakSpeaker
from kiosk.speech.headset.driver import HeadsetDetector
from kiosk.ui.samples import READY
from kiosk.ui.samples.goods import paid, paying, sale
from retail.settings.access import SpeechSettings
from simulators.control import ControlClient

REPOSITORY = Path(__file__).resolve().parents[2]
IDLE = State(devices=READY)
FEW = sale(2)


def at(sequence: int, state: State) -> Snapshot:
    return Snapshot(sequence=sequence, state=state)


class SpokenLane:
    """A lane's voice, its drivers, and what reaches the engine."""

    def __init__(self, folder: Path) -> None:
        self.programs = Programs(folder)
        self.speaker = EspeakSpeaker(self.programs.profile)
        detector = HeadsetDetector(str(folder / "jack"))
        self.voice = Voice(self.speaker, VoiceProfile(start="jack"), detector)
        self.posted: list[object] = []
        self.voice._post = self.posted.append

    def heard(self, words: str) -> None:
        wait_for(lambda: any(words in line for line in self.programs.heard), words)

    def health(self) -> list[Condition]:
        told = [command.health for command in self.posted if isinstance(command, c.ReportHealth)]
        assert {one.device for one in told} <= {Device.SPEECH}
        return [one.condition for one in told]


@pytest.fixture
def jack(tmp_path: Path) -> Iterator[ControlClient]:
    link, control = tmp_path / "jack", tmp_path / "h.ctl"
    command = [sys.executable, "-m", "simulators.headset", "--link", str(link), "--control", str(control)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.DEVNULL) as process:
        wait_for(lambda: link.exists() and control.exists(), "the simulated jack")
        yield ControlClient(control)
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 0


@pytest.fixture
def lane(tmp_path: Path, jack: ControlClient) -> Iterator[SpokenLane]:
    made = SpokenLane(tmp_path)
    made.voice.painted()
    yield made
    made.voice.end()
    assert not [thread for thread in threading.enumerate() if thread.name in ("speech", "headset")]


def test_a_headset_starts_speech_and_pulled_while_paying_it_is_silent(
    lane: SpokenLane, jack: ControlClient
) -> None:
    lane.voice.follow(at(1, IDLE))
    jack.do("plug")
    lane.heard("You can shop by ear.")
    lane.heard("Welcome. Scan your first item")
    card = replace(IDLE, phase=Phase.CARD, transaction=replace(FEW, payment=paying(FEW)))
    lane.voice.follow(at(2, card))
    lane.heard("by card. Please follow the card terminal.")
    jack.do("pull")
    wait_for(lambda: not lane.voice._is_on, "silence")
    lane.voice.follow(at(3, replace(IDLE, phase=Phase.PAID, transaction=paid(FEW))))
    jack.do("plug")
    lane.heard("Paid:")
    assert sum("Paid:" in line for line in lane.programs.heard) == 1


def test_a_voice_that_is_killed_costs_one_sentence_and_is_a_warning(
    lane: SpokenLane, jack: ControlClient
) -> None:
    lane.programs.voice("kill -9 $$")
    lane.voice.follow(at(1, IDLE))
    jack.do("plug")
    wait_for(lambda: lane.programs.asked.read_text().count("\n") >= 2, "the voice to be tried")
    lane.programs.voice("exec cat")
    lane.voice.follow(at(2, replace(IDLE, phase=Phase.SCANNING, transaction=FEW)))
    lane.heard("Total")
    assert Condition.FAULT not in lane.health()


def test_a_player_that_fails_is_told_as_a_warning_until_it_plays_again(
    lane: SpokenLane, jack: ControlClient
) -> None:
    lane.programs.player("echo no such card >&2; exit 1")
    lane.voice.follow(at(1, IDLE))
    jack.do("plug")
    wait_for(lambda: Condition.WARNING in lane.health(), "a warning")
    lane.programs.player(PLAYS)
    lane.voice.follow(at(2, replace(IDLE, phase=Phase.SCANNING, transaction=FEW)))
    lane.heard("Total")
    wait_for(lambda: lane.health()[-1] is Condition.READY, "the warning to end")
    assert Condition.FAULT not in lane.health()


def test_something_is_said_until_its_player_ends(lane: SpokenLane) -> None:
    lane.programs.player(f"{PLAYS}; exec sleep 600")
    assert not lane.speaker.is_speaking()
    lane.speaker.say("Welcome.", "en")
    assert lane.speaker.is_speaking()
    wait_for(lambda: bool(lane.programs.heard), "the sentence")
    assert lane.speaker.is_speaking()
    lane.speaker.hush()
    wait_for(lambda: not lane.speaker.is_speaking(), "silence")


def test_what_starts_the_voice_is_a_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = SimpleNamespace(speech=SpeechSettings(), shop=None)
    monkeypatch.setattr(voice, "find_jacks", lambda: ())
    assert voice.voice_of(chosen) == ()  # type: ignore[arg-type]
    monkeypatch.setattr(voice, "find_jacks", lambda: ("/dev/input/event7",))
    assert len(voice.voice_of(chosen)) == 1  # type: ignore[arg-type]
    chosen.speech = SpeechSettings(start="off", jack="/dev/input/event7")
    assert voice.voice_of(chosen) == ()  # type: ignore[arg-type]
    chosen.speech = SpeechSettings(start="always")
    (made,) = voice.voice_of(chosen, tmp_path / "transcript")  # type: ignore[arg-type]
    made.follow(at(1, IDLE))
    made.painted()
    made.end()
    assert "You can shop by ear." in (tmp_path / "transcript").read_text()
