"""The doctor's look at the devices, through the drivers that ship."""

import queue
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from kiosk.app import hardware
from kiosk.app.doctor.findings import Finding, Level
from kiosk.app.settings.schema import Settings
from kiosk.devices.health import Condition, Health
from kiosk.devices.printer import PrinterMessage
from kiosk.devices.scale import ScaleMessage, Settled
from kiosk.devices.scanner import PreviewFrame, ScannerMessage
from kiosk.devices.terminal import TerminalMessage, TerminalRegistered, TerminalResult
from kiosk.payment.tcp_line import is_tcp
from kiosk.printer.driver import EscPosPrinter
from kiosk.scale.driver import SerialScale
from kiosk.scale.profile import ScaleProfile
from kiosk.scanner.decoding.process import DecoderLostError, DecoderProcess
from kiosk.scanner.hand import HandScanner
from kiosk.scanner.sources import CameraError, SourceSettings, source_from

CAMERA = Path("/dev/kiosk/camera")
"""What udev calls the lane's camera (deploy/udev/60-kiosk.rules)."""
CAMERA_TIMEOUT_S = 6.0
TERMINAL_TIMEOUT_S = 12.0
"""Registration, status enquiry and repeat receipt, each answered within T3 (5 s) by a sound terminal."""
PRINTER_TIMEOUT_S = 6.0
HAND_SCANNER_TIMEOUT_S = 3.0
SCALE_TIMEOUT_S = 6.0
"""Three questions without an answer, and a little."""
DECODER_TIMEOUT_S = 20.0
_HEARD_MAX = 100
_LOOK_S = 0.05


_Message = TerminalMessage | PrinterMessage | ScannerMessage | ScaleMessage


class _Ear:
    """Listens to a driver: the newest messages, in order."""

    def __init__(self) -> None:
        self.heard: queue.Queue[_Message] = queue.Queue(_HEARD_MAX)

    def said(self, message: _Message) -> None:
        """Take one message."""
        if not self.heard.full():
            self.heard.put_nowait(message)

    def keep(self, attempt_id: str, result: TerminalResult) -> bool:
        """A payment left over from a crash is the lane's to settle: refuse to take it."""
        raise RuntimeError("the doctor stores no payments")

    def preview(self, frame: PreviewFrame) -> None:
        """A hand scanner shows no pictures."""

    def first_health(self, timeout_s: float) -> tuple[Health | None, TerminalRegistered | None]:
        """The first settled condition, and what the terminal told on the way."""
        registered = None
        deadline = time.monotonic() + timeout_s
        while (left := deadline - time.monotonic()) > 0:
            try:
                message = self.heard.get(timeout=left)
            except queue.Empty:
                break
            if isinstance(message, TerminalRegistered):
                registered = message
            elif isinstance(message, Health) and message.condition is not Condition.UNKNOWN:
                return message, registered
        return None, registered

    def first_weight(self, timeout_s: float) -> int | None:
        """The first resting weight in grams, if there is one in time."""
        deadline = time.monotonic() + timeout_s
        while (left := deadline - time.monotonic()) > 0:
            try:
                message = self.heard.get(timeout=left)
            except queue.Empty:
                break
            if isinstance(message, Settled):
                return message.weight_g
        return None


def camera(chosen: Settings) -> Iterator[Finding]:
    """Whether it opens and delivers a picture."""
    wanted = chosen.camera
    source = source_from(
        SourceSettings(source=wanted.source, width=wanted.width, height=wanted.height, fps=wanted.fps)
    )
    begun = time.monotonic()
    try:
        source.open()
        frame = None
        while frame is None and time.monotonic() - begun < CAMERA_TIMEOUT_S:
            frame = source.read(0.5)
    except CameraError as error:
        yield Finding(level=Level.FAIL, what="camera", found=error.code, advice=str(error))
        return
    finally:
        source.close()
    if frame is None:
        yield Finding(
            level=Level.FAIL,
            what="camera",
            found="opens but delivers no picture",
            advice="restart the camera",
        )
        return
    height, width = frame.gray.shape
    took = time.monotonic() - begun
    found = f"{wanted.source}: {width}x{height} after {took:.1f} s{_stays(wanted.source)}"
    if (width, height) == (wanted.width, wanted.height) or wanted.source.startswith(("picture:", "file:")):
        yield Finding(level=Level.OK, what="camera", found=found)
    else:
        yield Finding(
            level=Level.WARN,
            what="camera",
            found=f"{found}, not {wanted.width}x{wanted.height}",
            advice="set [camera] width and height to what it can do",
        )


def _stays(source: str, name: Path = CAMERA) -> str:
    """What to write instead of a camera's number, which is given to whichever camera is found first."""
    kind, _, number = source.partition(":")
    is_this = kind == "v4l2" and number.isdecimal() and name.resolve().name == f"video{int(number)}"
    return f' (a name that stays: source = "v4l2:{name}")' if is_this else ""


def decoder() -> Iterator[Finding]:
    """Whether the process that reads bar codes starts and answers."""
    begun = time.monotonic()
    try:
        process = DecoderProcess()
        try:
            while not process.is_ready() and time.monotonic() - begun < DECODER_TIMEOUT_S:
                time.sleep(_LOOK_S)
            process.examine(np.zeros((72, 128), np.uint8), 10.0, (), ())
        finally:
            process.stop()
    except (DecoderLostError, OSError) as error:
        yield Finding(level=Level.FAIL, what="decoder", found=str(error), advice="install the lane again")
        return
    took = time.monotonic() - begun
    yield Finding(level=Level.OK, what="decoder", found=f"starts and answers after {took:.1f} s")


def hand_scanner(chosen: Settings) -> Iterator[Finding]:
    """Whether it can be opened, and a keyboard scanner be grabbed. What it reads cannot be known."""
    profile = hardware.hand_scanner_profile(chosen)
    if profile is None:
        return
    ear = _Ear()
    driver = HandScanner(profile)
    driver.start(ear)
    try:
        health, _ = ear.first_health(HAND_SCANNER_TIMEOUT_S)
    finally:
        driver.stop()
    yield _finding("hand_scanner", f"{profile.kind} at {profile.port}", health, HAND_SCANNER_TIMEOUT_S)


def terminal(chosen: Settings) -> Iterator[Finding]:
    """Whether it registers and answers a status enquiry."""
    ear = _Ear()
    driver = hardware.card_terminal(chosen)
    driver.start(ear)
    try:
        health, registered = ear.first_health(TERMINAL_TIMEOUT_S)
    finally:
        driver.stop()
    wanted = chosen.terminal
    rate = "" if is_tcp(wanted.port) else f" at {wanted.baud} baud"
    name = registered.baseline.terminal_id if registered else ""
    where = f"{wanted.protocol} on {wanted.port}{rate}" + (f", terminal {name}" if name else "")
    yield _finding("terminal", where, health, TERMINAL_TIMEOUT_S)


def printer(chosen: Settings) -> Iterator[Finding]:
    """Whether it answers with its status."""
    ear = _Ear()
    driver = EscPosPrinter(hardware.printer_profile(chosen))
    driver.start(ear)
    try:
        health, _ = ear.first_health(PRINTER_TIMEOUT_S)
    finally:
        driver.stop()
    where = chosen.printer.port
    proof = driver.proof.value if driver.proof else "not probed"
    yield _finding(
        "printer", f"{where}, {chosen.printer.columns} columns, proof: {proof}", health, PRINTER_TIMEOUT_S
    )


def scales(chosen: Settings) -> Iterator[Finding]:
    """Whether each scale answers, and what lies on it."""
    for profile in (hardware.scale_profile(chosen), hardware.bagging_scale_profile(chosen)):
        if profile is not None:
            yield _scale(profile)


def _scale(profile: ScaleProfile) -> Finding:
    ear = _Ear()
    driver = SerialScale(profile)
    driver.start(ear)
    try:
        health, _ = ear.first_health(SCALE_TIMEOUT_S)
        weight_g = (
            ear.first_weight(SCALE_TIMEOUT_S) if health and health.condition is Condition.READY else None
        )
    finally:
        driver.stop()
    where = f"{profile.protocol} on {profile.port} at {profile.baud} baud, {profile.frame}"
    if weight_g is not None:
        where += f", {weight_g} g lie on it"
    return _finding(profile.device.value, where, health, SCALE_TIMEOUT_S)


def _finding(what: str, where: str, health: Health | None, waited_s: float) -> Finding:
    if health is None:
        return Finding(
            level=Level.FAIL,
            what=what,
            found=f"{where}: no answer within {waited_s:g} s",
            advice="check power, cable, port and baud rate",
        )
    levels = {Condition.READY: Level.OK, Condition.WARNING: Level.WARN}
    found = f"{where}: {health.code}" if health.code else where
    return Finding(
        level=levels.get(health.condition, Level.FAIL), what=what, found=found, advice=health.detail
    )
