"""The hand scanner's driver on a pty; camera and hand scanner together."""

import os
import pty
import stat
import threading
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest
from scanner_pictures import Recorder, eventually

from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.scanner import CodeRead, PreviewFrame, ScannerListener
from kiosk.scanner import hand
from kiosk.scanner.hand import HandScanner, HandScannerProfile, parts
from kiosk.scanner.hid import transport
from kiosk.scanner.hid.codec import US, keystrokes
from kiosk.scanner.line import LineLostError
from kiosk.scanner.together import AFTER_HAND_S, KEPT_MAX, SAME_MOMENT_S, Moments, TwoScanners
from retail.codes import TEXT_MAX, Symbology

EAN, KEY = "4006381333931", "04006381333931"
OTHER = "9780201310054"


class Cable:
    """A pty whose near end has a name that can go away."""

    def __init__(self, link: Path) -> None:
        self.link, self.far, self.near = link, -1, -1

    def plug(self) -> None:
        self.far, self.near = pty.openpty()
        tty.setraw(self.near)
        self.link.symlink_to(os.ttyname(self.near))

    def pull(self) -> None:
        self.link.unlink(missing_ok=True)
        for end in (self.far, self.near):
            if end >= 0:
                os.close(end)
        self.far = self.near = -1

    def send(self, data: bytes) -> None:
        os.write(self.far, data)


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    made = Cable(tmp_path / "scanner")
    made.plug()
    yield made
    made.pull()


@pytest.fixture
def begin(cable: Cable) -> Iterator[object]:
    started: list[HandScanner] = []

    def start(kind: str = "serial", **more: object) -> tuple[HandScanner, Recorder]:
        scanner = HandScanner(HandScannerProfile(kind=kind, port=str(cable.link), **more))  # type: ignore[arg-type]
        listener = Recorder()
        started.append(scanner)
        scanner.start(listener)
        eventually(lambda: listener.health == ["ready"], "ready")  # opening a serial port empties it
        return scanner, listener

    yield start
    for scanner in started:
        scanner.stop()
        scanner.stop()  # safe twice
    assert not [thread for thread in threading.enumerate() if thread.name == "hand-scanner"]


@pytest.mark.parametrize("kind", ["serial", "hid"])
def test_a_code_is_told_with_its_symbology_and_how_it_came(cable: Cable, begin, kind: str) -> None:  # type: ignore[no-untyped-def]
    _scanner, listener = begin(kind)
    sent = f"]E0{EAN}\r"
    cable.send(sent.encode() if kind == "serial" else keystrokes(sent, US))
    eventually(lambda: listener.texts == [EAN], "the code")
    [read] = [m for m in listener.messages if isinstance(m, CodeRead)]
    assert (read.symbology, read.evidence) == (Symbology.EAN_13, (kind,))
    assert 0 < read.first_seen_at <= read.frame_at


def test_a_pulled_cable_is_told_and_a_plugged_one_read_again(cable: Cable, begin) -> None:  # type: ignore[no-untyped-def]
    _scanner, listener = begin()
    cable.send(EAN[:5].encode())
    cable.pull()
    eventually(lambda: listener.health == ["ready", "unplugged"], "the fault", within_s=5)
    cable.plug()
    eventually(lambda: listener.health == ["ready", "unplugged", "ready"], "ready again")
    cable.send(f"{OTHER}\r".encode())
    eventually(lambda: bool(listener.texts), "a code")
    assert listener.texts == [OTHER]  # not joined with the half before


def test_codes_while_not_reading_are_dropped_not_kept_for_the_next_shopper(cable: Cable, begin) -> None:  # type: ignore[no-untyped-def]
    scanner, listener = begin()
    scanner.enable(False)
    cable.send(f"{EAN}\r".encode() + OTHER[:6].encode())
    eventually(lambda: scanner._decoder.is_inside, "the wire is read all the same")
    scanner.enable(True)
    cable.send(f"{OTHER[6:]}\r".encode())
    eventually(lambda: bool(listener.texts), "a code")
    assert listener.texts == [OTHER]


def test_half_a_code_is_given_up_after_silence(
    cable: Cable,
    begin,
    monkeypatch: pytest.MonkeyPatch,  # type: ignore[no-untyped-def]
) -> None:
    monkeypatch.setattr(hand, "HALF_CODE_S", 0.0)
    scanner, listener = begin()
    cable.send(b"400638")
    eventually(lambda: scanner._heard_at > 0, "the half")
    eventually(lambda: not scanner._decoder.is_inside, "the half is dropped")
    cable.send(f"{OTHER}\r".encode())
    eventually(lambda: listener.texts == [OTHER], "the next code, whole")


def test_an_endless_text_is_cut_and_latin_1_is_read(cable: Cable, begin) -> None:  # type: ignore[no-untyped-def]
    _scanner, listener = begin()
    cable.send(b"x" * 3000 + b"\r")
    cable.send("Käse\r".encode("latin-1"))
    eventually(lambda: listener.texts == ["x" * TEXT_MAX, "Käse"], "both")


@pytest.mark.parametrize("kind", ["serial", "hid"])
def test_a_port_that_is_not_there_is_a_fault_that_names_it(tmp_path: Path, kind: str) -> None:
    opened, _codec = parts(HandScannerProfile(kind=kind, port=str(tmp_path / "nothing")))
    with pytest.raises(LineLostError, match="nothing") as lost:
        opened()
    assert lost.value.code == "unplugged"


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="serial or hid"):
        HandScanner(HandScannerProfile(kind="psychic", port="x"))


def test_an_input_device_is_grabbed_and_refused_if_another_program_holds_it(
    cable: Cable, monkeypatch: pytest.MonkeyPatch
) -> None:
    grabs: list[tuple[int, int]] = []

    def ioctl(_descriptor: int, request: int, value: int) -> int:
        grabs.append((request, value))
        if len(grabs) > 1:
            raise OSError(16, "Device or resource busy")
        return 0

    monkeypatch.setattr(transport, "is_input_device", lambda _status: True)
    monkeypatch.setattr(transport.fcntl, "ioctl", ioctl)
    transport.EventLine(str(cable.link)).close()
    with pytest.raises(LineLostError, match="would reach the screen") as lost:
        transport.EventLine(str(cable.link))
    assert lost.value.code == "port_busy"
    assert grabs == [(0x40044590, 1)] * 2  # EVIOCGRAB of linux/input.h


def test_only_character_devices_of_the_input_layer_need_a_grab(tmp_path: Path) -> None:
    def status(mode: int, major: int) -> os.stat_result:
        fields = [0] * 10
        fields[0] = mode
        return os.stat_result(fields, {"st_rdev": os.makedev(major, 64)})

    assert transport.is_input_device(status(stat.S_IFCHR | 0o660, 13))
    assert not transport.is_input_device(status(stat.S_IFCHR | 0o660, 136))
    assert not transport.is_input_device(status(stat.S_IFREG | 0o660, 13))
    assert not transport.is_input_device(tmp_path.stat())


class Clockwork:
    """`Moments` and a clock moved by hand."""

    def __init__(self) -> None:
        self.moments, self.now, self.in_view = Moments(), 10.0, frozenset[str]()

    def camera(self, key: str = KEY) -> bool:
        self.in_view |= {key}
        return self.moments.is_new(key, by_camera=True, at=self.now, in_view=self.in_view)

    def hand(self, key: str = KEY) -> bool:
        return self.moments.is_new(key, by_camera=False, at=self.now, in_view=self.in_view)


def test_the_hand_scanner_after_the_camera_is_the_same_presentation_only_for_a_moment() -> None:
    one = Clockwork()
    assert one.camera()
    one.in_view = frozenset()
    one.now += SAME_MOMENT_S
    assert not one.hand()
    assert one.hand()  # a second press of the trigger is a second piece
    late = Clockwork()
    assert late.camera()
    late.in_view = frozenset()
    late.now += SAME_MOMENT_S + 0.1
    assert late.hand()


def test_while_the_camera_still_sees_what_it_counted_the_hand_scanner_reads_the_same_piece() -> None:
    one = Clockwork()
    assert one.camera()
    one.now += 20
    assert not one.hand()
    assert one.hand()


def test_a_pack_on_its_way_to_the_bag_is_not_counted_by_the_camera_again() -> None:
    one = Clockwork()
    assert one.hand()
    one.now += AFTER_HAND_S - 0.1
    assert not one.camera()
    late = Clockwork()
    assert late.hand()
    late.now += AFTER_HAND_S + 0.1
    assert late.camera()


def test_two_pieces_read_by_hand_before_the_camera_answer_for_two_presentations() -> None:
    one = Clockwork()
    assert one.hand()
    assert one.hand()
    assert not one.camera()
    assert not one.camera()
    assert one.camera()


def test_other_codes_do_not_matter_and_a_new_shopper_starts_afresh() -> None:
    one = Clockwork()
    assert one.camera()
    assert one.hand("09780201310054")
    one.moments.forget()
    assert one.hand()
    for n in range(3 * KEPT_MAX):
        one.hand(str(n))
    assert len(one.moments._told) <= KEPT_MAX


class Puppet:
    """A scanner that says what the test wants."""

    def __init__(self) -> None:
        self.present: frozenset[str] = frozenset()
        self.calls: list[object] = []
        self.listener: ScannerListener = Recorder()

    def start(self, listener: ScannerListener) -> None:
        self.listener = listener

    def enable(self, reading: bool) -> None:
        self.calls.append(reading)

    def stop(self) -> None:
        self.calls.append("stop")

    def read(self, text: str) -> None:
        self.listener.said(CodeRead(text=text, symbology=Symbology.EAN_13))


def test_both_scanners_are_one_and_health_and_pictures_pass() -> None:
    camera, gun, listener, clock = Puppet(), Puppet(), Recorder(), [5.0]
    both = TwoScanners(camera, gun, lambda: clock[0])
    both.start(listener)
    camera.read(EAN)
    gun.read(EAN)
    gun.read(OTHER)
    gun.listener.said(Health(device=Device.HAND_SCANNER, condition=Condition.READY))
    camera.listener.preview(PreviewFrame(width=1, height=1, bytes_per_line=3, rgb=b"abc"))
    assert (listener.texts, listener.health, len(listener.previews)) == ([EAN, OTHER], ["ready"], 1)
    both.enable(False)
    both.enable(True)
    camera.read(OTHER)  # the next shopper's
    assert listener.texts == [EAN, OTHER, OTHER]
    both.stop()
    assert camera.calls == gun.calls == [False, True, "stop"]
