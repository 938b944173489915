"""The simulated camera as the lane sees it (bytes over HTTP) and as the director steers it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.devices.health import Health
from kiosk.devices.scanner import CodeRead, PreviewFrame, ScannerMessage
from kiosk.scanner.camera import CameraProfile, CameraScanner
from simulators.camera.scene import SceneError, counter, fitted, photograph, place, trembling
from simulators.camera.stage import EMPTY_LOOP, HELD_LOOP, Stage
from simulators.control import ControlClient, ControlError

zxingcpp = pytest.importorskip("zxingcpp")
EAN = "4006381333931"
REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass
class Running:
    """A camera process."""

    process: subprocess.Popen[bytes]
    port: int
    control: ControlClient


def eventually(holds: Callable[[], bool], what: str, within_s: float = 15.0) -> None:
    deadline = time.monotonic() + within_s
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"never happened within {within_s} s: {what}")
        time.sleep(0.01)


@pytest.fixture(scope="module")
def camera(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("camera")
    command = [
        *(sys.executable, "-m", "simulators.camera", "--port", "0", "--fps", "15"),
        *("--port-file", str(folder / "port"), "--control", str(folder / "c.sock")),
    ]
    process = subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.DEVNULL)
    eventually((folder / "port").exists, "the port file")
    yield Running(process, int((folder / "port").read_text()), ControlClient(folder / "c.sock"))
    process.send_signal(signal.SIGTERM)
    assert process.wait(15) == 0
    assert not (folder / "c.sock").exists()


@pytest.fixture
def product(tmp_path: Path) -> Path:
    """A drawn product photograph with an EAN-13."""
    code = np.asarray(zxingcpp.create_barcode(EAN, zxingcpp.BarcodeFormat.EAN13).to_image(scale=3), np.uint8)
    card = np.full((500, 700), 225, np.uint8)
    card[150 : 150 + code.shape[0], 150 : 150 + code.shape[1]] = code
    path = tmp_path / "product.png"
    cv2.imwrite(str(path), card)
    return path


class Lane:
    """A listener that keeps everything."""

    def __init__(self) -> None:
        self.messages: list[ScannerMessage] = []

    def said(self, message: ScannerMessage) -> None:
        self.messages.append(message)

    def preview(self, frame: PreviewFrame) -> None:
        """Not of interest here."""

    @property
    def texts(self) -> list[str]:
        return [m.text for m in self.messages if isinstance(m, CodeRead)]

    @property
    def health(self) -> list[str]:
        return [m.code or m.condition.value for m in self.messages if isinstance(m, Health)]


@pytest.fixture
def lane(camera: Running) -> Iterator[Lane]:
    camera.control.do("replug")
    listener = Lane()
    profile = CameraProfile(source=f"mjpeg://127.0.0.1:{camera.port}/video", budget_ms=200)
    scanner = CameraScanner(profile)
    scanner.start(listener)
    eventually(lambda: listener.health == ["ready"], "a ready camera")
    yield listener
    scanner.stop()
    camera.control.do("replug")


def test_a_shown_product_is_scanned_once_and_again_when_shown_again(
    camera: Running, lane: Lane, product: Path
) -> None:
    camera.control.do("show", path=str(product), for_s=1.0, wait=True)
    assert lane.texts == [EAN]
    assert camera.control.do("status")["showing"] is False
    empty_from = camera.control.do("status")["frames"]
    eventually(lambda: camera.control.do("status")["frames"] > empty_from + 18, "an empty counter")
    camera.control.do("show", path=str(product), for_s=1.0, wait=True)
    assert lane.texts == [EAN, EAN]


def test_unplugged_and_plugged_in_again(camera: Running, lane: Lane) -> None:
    camera.control.do("unplug")
    eventually(lambda: lane.health == ["ready", "unplugged"], "the fault")
    assert camera.control.do("status")["plugged"] is False
    camera.control.do("replug")
    eventually(lambda: lane.health == ["ready", "unplugged", "ready"], "recovery")


@pytest.mark.parametrize(("command", "code"), [("freeze", "frozen"), ("black", "black")])
def test_faults_the_lane_must_notice(camera: Running, lane: Lane, command: str, code: str) -> None:
    camera.control.do(command)
    eventually(lambda: lane.health == ["ready", code], "the fault")
    camera.control.do("replug")
    eventually(lambda: lane.health == ["ready", code, "ready"], "recovery")


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        ({"path": "/no/such/photo.jpg"}, "cannot be opened"),
        ({"path": __file__}, "not a picture"),
        ({}, "must name a picture"),
        ({"path": "x.png", "for_s": "long"}, "number of seconds"),
        ({"path": "x.png", "for_s": 1e9}, "between"),
        ({"path": "x.png", "for_s": 0}, "between"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_a_sentence(
    camera: Running, request_: dict[str, object], words: str
) -> None:
    with pytest.raises(ControlError, match=words):
        camera.control.do("show", **request_)
    assert camera.control.do("status")["showing"] is False


def test_a_pack_drawn_here_is_held_and_named_and_the_lane_reads_it(camera: Running, lane: Lane) -> None:
    said = camera.control.do("pack", seed=11, for_s=8.0)
    assert said["kind"] == "ean13"
    eventually(lambda: lane.texts == [said["text"]], "the code")
    camera.control.do("clear")


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        ({"kind": "runes"}, "must be one of"),
        ({"kind": 5}, "must be one of"),
        ({"seed": -1}, "from 0 to"),
        ({"seed": True}, "from 0 to"),
        ({"for_s": 0}, "between"),
        ({"gtin": "40O6381333931"}, "digits"),
        ({"gtin": 4006381333931}, "digits"),
        ({"gtin": "4006381333932"}, "cannot be drawn"),
    ],
)
def test_what_is_no_pack_is_refused_with_a_sentence(
    camera: Running, request_: dict[str, object], words: str
) -> None:
    with pytest.raises(ControlError, match=words):
        camera.control.do("pack", **request_)


def test_an_unknown_command_is_refused(camera: Running) -> None:
    with pytest.raises(ControlError, match="does not know how to 'dance'"):
        camera.control.do("dance")


@pytest.mark.parametrize("request_", [b"POST / HTTP/1.1\r\n\r\n", b"x" * 9000])
def test_only_a_get_is_answered_with_pictures(camera: Running, request_: bytes) -> None:
    with socket.create_connection(("127.0.0.1", camera.port), 5) as link:
        link.sendall(request_)
        link.settimeout(5)
        assert b"multipart" not in link.recv(4096)


def test_the_stream_is_what_network_cameras_send(camera: Running) -> None:
    with socket.create_connection(("127.0.0.1", camera.port), 5) as link:
        link.sendall(b"GET /video HTTP/1.1\r\nHost: x\r\n\r\n")
        link.settimeout(5)
        held = b""
        while held.count(b"\xff\xd8\xff") < 2:
            held += link.recv(65536)
    assert held.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"Content-Type: multipart/x-mixed-replace; boundary=frame\r\n" in held
    head, _, rest = held.partition(b"--frame\r\n")[2].partition(b"\r\n\r\n")
    length = int(head.split(b"Content-Length: ")[1])
    assert rest[:2] == b"\xff\xd8"
    assert rest[length - 2 : length] == b"\xff\xd9"


def test_help_names_every_command() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "simulators.camera", "--help"],
        cwd=REPOSITORY, capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "120"},
    )  # fmt: skip
    for name in ("show", "unplug", "replug", "freeze", "black", "status"):
        assert f'"do": "{name}"' in shown.stdout


@pytest.mark.parametrize("option", ["--size=12", "--size=99999x10", "--fps=0", "--fps=x", "--packs=-1"])
def test_impossible_options_are_refused(option: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "simulators.camera", option], cwd=REPOSITORY, capture_output=True, check=False
    )
    assert run.returncode == 2


def test_a_stage_is_deterministic_and_empty_frames_all_differ() -> None:
    one, two = Stage((320, 180), 15), Stage((320, 180), 15)
    frames = [one.next_frame() for _ in range(EMPTY_LOOP)]
    assert frames == [two.next_frame() for _ in range(EMPTY_LOOP)]
    assert len(set(frames)) == EMPTY_LOOP


def test_a_showing_comes_stays_for_its_time_and_goes() -> None:
    stage = Stage((320, 180), 10)
    empty = {stage.next_frame() for _ in range(EMPTY_LOOP)}
    stage.begin(stage.prepare(np.full((100, 100, 3), 255, np.uint8), 2.0))
    frames = 0
    while stage.next_frame() not in empty:
        frames += 1
    assert frames == 2 + 20 + 2
    assert not stage.is_showing


def test_a_photograph_can_be_taken_away_before_its_time() -> None:
    stage = Stage((320, 240), 10)
    stage.clear()
    stage.begin(stage.prepare(np.full((90, 120, 3), 200, np.uint8), 60))
    for _ in range(5):
        stage.next_frame()
    assert stage.is_showing
    stage.clear()
    for _ in range(4):
        stage.next_frame()
    assert not stage.is_showing


def test_the_hand_moves_a_few_pixels_and_returns_to_where_it_was() -> None:
    places = [trembling(n) for n in range(HELD_LOOP)]
    assert trembling(HELD_LOOP) == places[0]
    assert len(set(places)) > HELD_LOOP / 2
    assert all(abs(x) <= 6 and abs(y) <= 6 for x, y in places)


def test_a_photograph_is_shrunk_never_enlarged() -> None:
    assert fitted(np.zeros((3000, 1000, 3), np.uint8), (1280, 720)).shape[:2] == (720, 240)
    assert fitted(np.zeros((30, 10, 3), np.uint8), (1280, 720)).shape[:2] == (30, 10)


def test_a_photograph_out_of_frame_leaves_the_counter_empty() -> None:
    empty = counter((320, 180))
    assert np.array_equal(place(empty, np.zeros((50, 50, 3), np.uint8), (0, 500)), empty)


def test_a_damaged_photograph_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.jpg").write_bytes(b"\xff\xd8\xff\xe0damaged")
    with pytest.raises(SceneError, match="damaged"):
        photograph(tmp_path / "bad.jpg")
