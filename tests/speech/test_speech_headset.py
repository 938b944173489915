"""The headset's jack: the kernel's bytes, and when a state counts."""

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speech_rig import Ear, wait_for

from kiosk.speech.headset import codec
from kiosk.speech.headset.driver import SETTLED_S, HeadsetDetector, Settling
from kiosk.speech.headset.transport import EVIOCGSW, JackLostError, find_jacks

IN = bytes.fromhex(  # evtest on a notebook: type 5 code 2 value 1, then a report
    "000000000000000000000000000000000500020001000000000000000000000000000000000000000000000000000000"
)
OUT = IN.replace(bytes.fromhex("0500020001000000"), bytes.fromhex("0500020000000000"))
LITTLE_64 = struct.calcsize("@l") == 8 and struct.pack("@H", 1) == b"\x01\x00"


@pytest.mark.skipif(not LITTLE_64, reason="the samples are of a 64-bit little-endian machine")
def test_the_kernels_bytes_mean_plugged_and_pulled() -> None:
    assert codec.Decoder().feed(IN + OUT) == [True, False]
    assert codec.events((codec.SW_HEADPHONE_INSERT, True)) == IN


def test_the_request_for_the_state_is_the_kernels_number() -> None:
    assert EVIOCGSW == 0x8008451B


@pytest.mark.parametrize(
    ("switches", "plugged"), [(b"\x04" + bytes(7), True), (bytes(8), False), (b"\x10" + bytes(7), False)]
)
def test_the_answer_about_the_state_is_read_by_its_bit(switches: bytes, plugged: bool) -> None:
    assert codec.is_plugged(switches) is plugged


def test_other_switches_are_not_headphones() -> None:
    assert codec.Decoder().feed(codec.events((codec.SW_MICROPHONE_INSERT, True))) == []
    both = codec.events((codec.SW_HEADPHONE_INSERT, True), (codec.SW_MICROPHONE_INSERT, True))
    assert codec.Decoder().feed(both) == [True]


def test_lost_events_ask_for_the_state_instead_of_guessing() -> None:
    dropped = codec.EVENT.pack(0, 0, codec.EV_SYN, codec.SYN_DROPPED, 0)
    decoder = codec.Decoder()
    assert decoder.feed(dropped + codec.events((codec.SW_HEADPHONE_INSERT, True))) == [None]
    assert decoder.feed(codec.events((codec.SW_HEADPHONE_INSERT, False))) == [False]


@given(st.lists(st.booleans(), max_size=6), st.lists(st.integers(1, 40), max_size=20))
def test_events_may_be_cut_anywhere(states: list[bool], cuts: list[int]) -> None:
    data = b"".join(codec.events((codec.SW_HEADPHONE_INSERT, state)) for state in states)
    decoder, told = codec.Decoder(), []
    for cut in cuts:
        told += decoder.feed(data[:cut])
        data = data[cut:]
    assert told + decoder.feed(data) == states


@given(st.binary(max_size=400))
def test_noise_is_survived(data: bytes) -> None:
    assert all(state in (True, False, None) for state in codec.Decoder().feed(data))


@pytest.mark.parametrize(
    ("capabilities", "has"),
    [("4\n", True), ("14", True), ("10", False), ("0", False), ("", False), ("x", False)],
)
def test_a_jack_is_known_by_its_capabilities(capabilities: str, has: bool) -> None:
    assert codec.has_jack(capabilities) is has


def test_jacks_are_found_by_number(tmp_path: Path) -> None:
    for name, capabilities in (("event2", "4"), ("event10", "14"), ("event3", "0"), ("mouse0", "4")):
        folder = tmp_path / name / "device" / "capabilities"
        folder.mkdir(parents=True)
        (folder / "sw").write_text(capabilities + "\n")
    (tmp_path / "event7").mkdir()
    assert find_jacks(tmp_path) == ("/dev/input/event2", "/dev/input/event10")
    assert find_jacks(tmp_path / "none") == ()


def test_a_state_counts_once_it_has_held() -> None:
    settling = Settling()
    settling.take(True, 10.0)
    assert settling.settled(10.0) is None
    settling.take(False, 10.1)
    settling.take(True, 10.2)
    assert settling.settled(10.2 + SETTLED_S - 0.01) is None
    assert settling.settled(10.2 + SETTLED_S) is True
    assert settling.settled(99.0) is None
    settling.take(False, 100.0)
    settling.take(True, 100.1)
    assert settling.settled(200.0) is None  # scraped, and is where it was


class FakeLine:
    """A jack of this machine: its state can be asked for."""

    def __init__(self, path: str) -> None:
        del path
        self.answers = [True, False]
        self.packets = [codec.EVENT.pack(0, 0, codec.EV_SYN, codec.SYN_DROPPED, 0) + codec.events()]
        self.is_settled = False

    def state(self) -> bool | None:
        return self.answers.pop(0)

    def read(self, timeout_s: float) -> bytes:
        if not self.is_settled:  # the first state settles before anything comes
            self.is_settled = True
            return b""
        if self.packets:
            return self.packets.pop()
        raise JackLostError("unplugged", "gone")

    def close(self) -> None:
        pass


def test_the_state_at_the_start_and_after_lost_events_is_asked_for() -> None:
    ear, hours = Ear(), iter(range(1_000_000))
    opened: list[FakeLine] = []

    def once(path: str) -> FakeLine:
        if opened:
            raise JackLostError("unplugged", "gone")
        opened.append(FakeLine(path))
        return opened[0]

    detector = HeadsetDetector("jack", line=once, clock=lambda: float(next(hours)))  # type: ignore[arg-type]
    detector.start(ear)
    wait_for(lambda: ear.codes == ["", "unplugged"], "the jack is lost")
    detector.stop()
    assert ear.headset == [True, False]


def test_a_jack_that_is_not_there_is_told_and_counts_as_pulled(tmp_path: Path) -> None:
    ear = Ear()
    detector = HeadsetDetector(str(tmp_path / "nowhere"))
    detector.start(ear)
    wait_for(lambda: ear.headset == [False], "pulled")
    detector.stop()
    detector.stop()
    assert ear.codes == ["unplugged"]
