"""Where the screen is shown: the display there is, else VNC that answers on the loopback address only."""

import os
import signal
import socket
import struct
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app import display
from kiosk.app.timing import Timing, process_age_s
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import State
from simulators.shopper.lane import lane_command

DEADLINE_S = 20.0
LOOPBACK_HEX = "0100007F"


@pytest.mark.parametrize(
    "environment",
    [{"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "linuxfb"}],
)
def test_a_display_somebody_has_is_used(environment: dict[str, str]) -> None:
    before = dict(environment)
    assert display.choose(environment, 1080, 1920) is None
    assert environment == before


def test_without_a_display_a_free_loopback_port_is_reserved() -> None:
    environment: dict[str, str] = {"DISPLAY": ""}
    first = display.choose(environment, 1080, 1920)
    second = display.choose({}, 1080, 1920)
    assert first is not None
    assert second is not None
    try:
        assert environment["QT_QPA_PLATFORM"] == "vnc:port=0:size=1080x1920"
        assert display.PORT_FIRST <= first.port < second.port
        assert f"vncviewer 127.0.0.1::{first.port}" in first.advice()
        assert f"ssh -L {first.port}:127.0.0.1:{first.port} " in first.advice()
    finally:
        first.close()
        second.close()


def test_with_every_port_taken_there_is_a_clear_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "PORTS_TRIED", 0)
    with pytest.raises(display.DisplayError, match="no free port for VNC"):
        display.choose({}, 1080, 1920)


@pytest.fixture
def lane(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A lane on a machine without a display; its devices are not there, which must not matter."""
    (tmp_path / "goods.csv").write_text(
        "gtin,name,price_minor,currency,tax_rate_percent,category\n9521000001015,Milk,129,EUR,7,dairy\n"
    )
    config = tmp_path / "kiosk.toml"
    config.write_text(
        '[lane]\nfolder = "lane"\n[shop]\nname = "S"\ncatalogue = "goods.csv"\n'
        '[camera]\nsource = "picture:none.jpg"\n'
        '[terminal]\nport = "no-terminal"\n[printer]\nport = "no-printer"\n'
        "[screen]\nwidth = 480\nheight = 640\n"
    )
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    process = subprocess.Popen(
        lane_command("run", "--config", str(config), "--timing"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    yield process
    process.kill()
    process.communicate()


def test_the_screen_is_served_on_the_loopback_address_and_nowhere_else(
    lane: subprocess.Popen[str],
) -> None:
    assert lane.stdout is not None
    said = lane.stdout.readline()
    port = int(said.split("127.0.0.1:")[1].split()[0])
    while not said.startswith("first_frame_s="):
        said = lane.stdout.readline()
    assert 0 < float(said.split("=")[1]) < DEADLINE_S

    assert listening(lane.pid) == {f"{LOOPBACK_HEX}:{port:04X}"}
    with socket.create_connection(("127.0.0.1", port), DEADLINE_S) as viewer:
        assert picture_size(viewer) == (480, 640)

    lane.send_signal(signal.SIGTERM)
    _, complaints = lane.communicate(timeout=DEADLINE_S)
    assert lane.returncode == 0
    assert complaints == ""


def listening(pid: int) -> set[str]:
    """Addresses on which a process listens for network connections, as the kernel writes them."""
    inodes = set()
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        target = str(entry.readlink())
        if target.startswith("socket:["):
            inodes.add(target[len("socket:[") : -1])
    found = set()
    for table in ("tcp", "tcp6"):
        for row in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
            fields = row.split()
            if fields[3] == "0A" and fields[9] in inodes:
                found.add(fields[1])
    return found


def picture_size(viewer: socket.socket) -> tuple[int, int]:
    """Speak RFB 3.3 (RFC 6143) until a whole picture of the screen has come."""
    with viewer.makefile("rwb") as stream:
        assert stream.read(12) == b"RFB 003.003\n"
        stream.write(b"RFB 003.003\n")
        stream.flush()
        assert stream.read(4) == struct.pack(">I", 1)  # no password, which is why nobody else may come near
        stream.write(b"\x01")
        stream.flush()
        width, height, pixel_format, name_size = struct.unpack(">HH16sI", stream.read(24))
        stream.read(name_size)
        stream.write(struct.pack(">B3x16s", 0, pixel_format))
        stream.write(struct.pack(">BxHi", 2, 1, 0))
        stream.write(struct.pack(">BBHHHH", 3, 0, 0, 0, width, height))
        stream.flush()
        deadline = time.monotonic() + DEADLINE_S
        wanted = width * height * 4
        while wanted > 0:
            assert time.monotonic() < deadline
            (rectangles,) = struct.unpack(">2xH", stream.read(4))
            for _ in range(rectangles):
                _x, _y, across, down, _encoding = struct.unpack(">HHHHi", stream.read(12))
                wanted -= len(stream.read(across * down * 4))
    return width, height


def test_the_age_of_this_process_is_known_and_grows() -> None:
    first = process_age_s()
    assert first > 0
    assert process_age_s() >= first


def test_the_way_from_frame_to_paint_is_measured_once_per_frame() -> None:
    timing = Timing()
    without_frame = Snapshot(sequence=1, state=State())
    with_frame = Snapshot(sequence=2, state=State(), first_seen_at=9.9, frame_at=10.0)
    timing.painted(without_frame, 10.5)
    timing.painted(with_frame, 10.05)
    timing.painted(with_frame, 11.0)
    assert timing.figures() == {
        "first_frame_s": None,
        "frame_to_paint_ms": [pytest.approx(50.0)],
        "first_seen_to_paint_ms": [pytest.approx(150.0)],
    }
