"""The simulated hand scanner as the driver sees it; and a whole sale with camera and hand scanner, in the
middle of which the decoder's process is killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.devices.health import Health
from kiosk.devices.scanner import CodeRead, PreviewFrame, ScannerMessage
from kiosk.scanner.decoding.wire import PATIENT
from kiosk.scanner.hand import HandScanner, HandScannerProfile
from simulators import goods, packs, settings
from simulators.control import ControlClient, ControlError
from simulators.fleet import Fleet
from simulators.shopper.lane import Lane

REPOSITORY = Path(__file__).resolve().parents[2]
EAN, OTHER = "4006381333931", "9780201310054"
HEADLESS = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


def eventually(holds: Callable[[], bool], what: str, within_s: float = 20.0) -> None:
    deadline = time.monotonic() + within_s
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"never happened within {within_s} s: {what}")
        time.sleep(0.01)


@dataclass
class Gun:
    """A scanner's process."""

    link: Path
    control: ControlClient
    options: dict[str, str]


Start = Callable[..., Gun]


@pytest.fixture
def gun(tmp_path: Path) -> Iterator[Start]:
    running: list[subprocess.Popen[bytes]] = []

    def start(**options: str) -> Gun:
        link, control = tmp_path / "scanner", tmp_path / "s.ctl"
        named = [part for key, value in options.items() for part in (f"--{key}", value)]
        command = [sys.executable, "-m", "simulators.scanner", *named]
        command += ["--link", str(link), "--control", str(control)]
        running.append(subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.DEVNULL))
        eventually(lambda: link.exists() and control.exists(), "the simulated scanner")
        return Gun(link, ControlClient(control), options)

    yield start
    for process in running:
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 0
    assert not (tmp_path / "scanner").is_symlink()


class Ear:
    """A listener that keeps everything."""

    def __init__(self) -> None:
        self.messages: list[ScannerMessage] = []

    def said(self, message: ScannerMessage) -> None:
        self.messages.append(message)

    def preview(self, frame: PreviewFrame) -> None:
        pass

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.messages if isinstance(message, CodeRead)]

    @property
    def health(self) -> list[str]:
        return [m.code or m.condition.value for m in self.messages if isinstance(m, Health)]


@pytest.fixture
def listen() -> Iterator[Callable[[Gun], Ear]]:
    started: list[HandScanner] = []

    def begin(at: Gun) -> Ear:
        ear = Ear()
        driver = HandScanner(HandScannerProfile(port=str(at.link), **at.options))  # type: ignore[arg-type]
        started.append(driver)
        driver.start(ear)
        eventually(lambda: ear.health == ["ready"], "ready")
        return ear

    yield begin
    for driver in started:
        driver.stop()


@pytest.mark.parametrize(
    "options",
    [
        {"kind": "serial"},
        {"kind": "serial", "prefix": "<STX>", "suffix": "<ETX>"},
        {"kind": "hid", "suffix": "<TAB>"},
        {"kind": "hid", "layout": "de", "prefix": "~"},
    ],
    ids=lambda options: "-".join(options.values()),
)
def test_every_setup_is_read_in_bursts_and_in_pieces(
    gun: Start, listen: Callable[[Gun], Ear], options: dict[str, str]
) -> None:
    one = gun(**options)
    ear = listen(one)
    one.control.do("scan", texts=[f"]E0{EAN}", f"]E0{OTHER}"])
    eventually(lambda: ear.texts == [EAN, OTHER], "both of a burst")
    one.control.do("scan", text=f"]E0{EAN}", piece=7, pause_s=0.001)
    eventually(lambda: ear.texts == [EAN, OTHER, EAN], "one in pieces")
    element = "010952100000001410LOT\x1d3922199"
    one.control.do("scan", text=f"]e0{element}")
    eventually(lambda: ear.texts[-1] == element, "an element string with its separator")


def test_lost_keys_cost_the_code_under_way_only(gun: Start, listen: Callable[[Gun], Ear]) -> None:
    one = gun(kind="hid")
    ear = listen(one)
    one.control.do("half", text=EAN[:6])
    one.control.do("drop")
    one.control.do("scan", text=EAN[6:])
    one.control.do("scan", text=OTHER)
    eventually(lambda: bool(ear.texts), "a code")
    assert ear.texts == [OTHER]


def test_noise_and_a_pulled_cable_leave_nothing_behind(gun: Start, listen: Callable[[Gun], Ear]) -> None:
    one = gun(kind="serial")
    ear = listen(one)
    one.control.do("raw", hex="00ff1b0d")
    one.control.do("half", text=EAN[:6])
    one.control.do("unplug")
    eventually(lambda: ear.health[-1] == "unplugged", "the fault")
    with pytest.raises(ControlError, match="cable is out"):
        one.control.do("scan", text=EAN)
    one.control.do("replug")
    eventually(lambda: ear.health[-1] == "ready", "recovery")
    one.control.do("scan", text=OTHER)
    eventually(lambda: OTHER in ear.texts, "a code after it")
    assert EAN not in ear.texts
    assert not any(OTHER in text and text != OTHER for text in ear.texts)


@pytest.mark.parametrize(
    "request_",
    [
        {"do": "scan"},
        {"do": "scan", "text": 5},
        {"do": "scan", "text": "x" * 30_000},
        {"do": "scan", "text": "x", "piece": -1},
        {"do": "scan", "text": "x", "pause_s": 99},
        {"do": "raw", "hex": "zz"},
        {"do": "dance"},
    ],
)
def test_what_the_scanner_cannot_do_is_refused_with_a_sentence(
    gun: Start, request_: dict[str, object]
) -> None:
    one = gun(kind="serial")
    with pytest.raises(ControlError):
        one.control.do(str(request_.pop("do")), **request_)
    assert one.control.do("status")["sent"] == 0


def decoder_of(pid: int) -> int:
    """The process that reads every frame; the patient one beside it is missed by hard codes only."""
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            command = Path(f"/proc/{child}/cmdline").read_bytes()
            if b"decoding.worker" in command and PATIENT.encode() not in command:
                return int(child)
    return 0


def test_a_sale_with_both_scanners_goes_on_after_its_decoder_is_killed(tmp_path: Path, gun: Start) -> None:
    for name in ("logs", "paper", "lane"):
        (tmp_path / name).mkdir()
    fleet = Fleet(tmp_path / "logs", tmp_path / "paper", tmp_path / "ledger.json")
    config, log = tmp_path / "lane" / "kiosk.toml", tmp_path / "lane" / "log" / "lane.log"
    lane = Lane(config, fleet.folder, tmp_path / "lane.log", environment=HEADLESS)
    one = gun(kind="hid", layout="de")
    first, second, third = [article for article in goods.articles() if not article.is_weighed][:3]
    try:
        fleet.start()
        settings.write(
            config,
            {
                "lane": {"folder": str(tmp_path / "lane")},
                "shop": settings.shop_files(),
                "camera": {"source": fleet.camera_source},
                "hand_scanner": {"kind": "hid", "port": str(one.link), "layout": "de"},
                "terminal": {"port": str(fleet.terminal_link)},
                "printer": {"port": str(fleet.printer_link)},
            },
        )
        lane.start()
        for device in ("camera", "terminal", "hand_scanner"):
            eventually(lambda device=device: log.exists() and f"{device} is ready" in log.read_text(), device)

        def basket() -> list[str]:
            return [str(line["gtin"]) for line in lane.state().lines]

        fleet.camera.do("show", path=str(packs.picture_of(first, tmp_path / "packs")), for_s=1.5)
        eventually(lambda: basket() == [first.gtin], "the first, by the camera")
        os.kill(decoder_of(lane.child.pid), signal.SIGKILL)
        one.control.do("scan", text=second.gtin)
        eventually(lambda: basket() == [first.gtin, second.gtin], "the second, by hand")
        eventually(lambda: "decoder_restarted" in log.read_text(), "the crash is told")
        fleet.camera.do("show", path=str(packs.picture_of(third, tmp_path / "packs")), for_s=3.0)
        eventually(
            lambda: basket() == [first.gtin, second.gtin, third.gtin], "the third, by the next decoder"
        )
        one.control.do("scan", text=third.gtin)  # in view of the camera, which has counted it
        one.control.do("scan", text=second.gtin)
        eventually(
            lambda: sum(int(line["quantity"]) for line in lane.state().lines) == 4, "one more, not two"
        )
        lane.touch("pay")
        eventually(lambda: lane.state().screen == "tender", "paying goes on")
    finally:
        lane.stop()
        fleet.stop()
