"""What goes wrong with a camera while shoppers wait, with the simulated camera's bytes and the real decoder
process: told by its code, recovered by itself, and the next product is read."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.devices.health import Health
from kiosk.devices.scanner import CodeRead, PreviewFrame, ScannerMessage
from kiosk.scanner.camera import CameraProfile, CameraScanner
from simulators import goods, packs
from simulators.control import ControlClient

REPOSITORY = Path(__file__).resolve().parents[2]
ARTICLE = next(article for article in goods.articles() if not article.is_weighed)
PROFILE = {"budget_ms": 150.0}


def eventually(holds: Callable[[], bool], what: str, within_s: float = 30.0) -> None:
    deadline = time.monotonic() + within_s
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"never happened within {within_s} s: {what}")
        time.sleep(0.01)


class Lane:
    """A listener that keeps everything."""

    def __init__(self) -> None:
        self.messages: list[ScannerMessage] = []
        self.preview_size = (0, 0)

    def said(self, message: ScannerMessage) -> None:
        self.messages.append(message)

    def preview(self, frame: PreviewFrame) -> None:
        self.preview_size = (frame.width, frame.height)

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.messages if isinstance(message, CodeRead)]

    @property
    def health(self) -> str:
        told = [m.code or m.condition.value for m in self.messages if isinstance(m, Health)]
        return told[-1] if told else ""


@pytest.fixture(params=["1280x720", "1920x1080"])
def camera(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[ControlClient, Lane]]:
    command = [
        *(sys.executable, "-m", "simulators.camera", "--port", "0", "--fps", "15", "--size", request.param),
        *("--port-file", str(tmp_path / "port"), "--control", str(tmp_path / "c.sock")),
    ]
    process = subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.DEVNULL)
    eventually((tmp_path / "port").exists, "the port file")
    width, height = map(int, request.param.split("x"))
    source = f"mjpeg://127.0.0.1:{(tmp_path / 'port').read_text().strip()}/"
    scanner = CameraScanner(CameraProfile(source=source, width=width, height=height, **PROFILE))
    lane = Lane()
    scanner.start(lane)
    try:
        eventually(lambda: lane.health == "ready", "ready")
        yield ControlClient(tmp_path / "c.sock"), lane
    finally:
        scanner.stop()
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 0


def test_every_fault_is_told_and_recovered_and_the_next_product_is_read(
    camera: tuple[ControlClient, Lane], tmp_path: Path
) -> None:
    control, lane = camera
    for fault, code in (
        ("unplug", "unplugged"),
        ("freeze", "frozen"),
        ("black", "black"),
        ("dazzle", "dazzled"),
    ):
        control.do(fault)
        eventually(lambda code=code: lane.health == code, code)
        control.do("replug")
        eventually(lambda: lane.health == "ready", f"recovery after {fault}")
    assert lane.texts == []
    control.do("show", path=str(packs.picture_of(ARTICLE, tmp_path)), for_s=20.0)
    eventually(lambda: lane.texts == [ARTICLE.gtin], "the product")
    assert lane.preview_size == (640, 360)
