"""Somebody who shops at an installed lane: scans with its hand scanner, touches its screen over VNC, holds a
card.

Where a button is, is known from the lane's own journal: it is folded and shown in a window of the same size
here. The lane sees a scanner's bytes, an ordinary viewer's touches and a card; nothing of it is made for
tests.
"""

import json
import os
import re
import socket
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QGuiApplication

from kiosk.checkout.evolve import fold
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import State
from kiosk.database.journal import JournalReader
from kiosk.ui.application import LaneWindow, ScreenProfile, create_application
from retail.journal import events as e
from simulators.desk.screen import LaneScreen

from .machine import Machine, StepError

SIZE = (540, 960)
FOLDER = "var/lib/kiosk"
TRIAL = f"{FOLDER}/trial"
PATIENCE_S = 120.0
PRESS_AGAIN_S = 2.0
_LOOK_S = 0.3
_TOUCHES = {"scanning": "pay", "tender": "payCard", "receipt": "receiptPaper"}
_PORT = re.compile(r"127\.0\.0\.1:(59\d\d)")


class Shopper:
    """One for all lanes: there is one application for the windows."""

    def __init__(self) -> None:
        self._application = QGuiApplication.instance() or create_application("en")
        self._window = LaneWindow(lambda command: None, ScreenProfile(width=SIZE[0], height=SIZE[1]))

    def close(self) -> None:
        """Leave."""
        self._window.close()

    def scan(self, lane: Machine, code: str) -> None:
        """Show a code to the hand scanner, until it is in the basket."""
        before = _count(lane, e.ItemAdded)
        deadline = time.monotonic() + PATIENCE_S
        while _count(lane, e.ItemAdded) == before:
            _require(deadline, lane, "the scanned code is not in the basket")
            ask(lane, "scanner", {"do": "scan", "text": code})
            _wait(PRESS_AGAIN_S, lambda: _count(lane, e.ItemAdded) > before)

    def pay(self, lane: Machine) -> int:
        """Pay what is in the basket, take the receipt and go; the amount."""
        screen = LaneScreen()
        screen.follow(int(_PORT.findall(lane.run("journalctl -u kiosk -o cat --no-pager"))[-1]))
        closed, has_card, pressed_at = _count(lane, e.TransactionClosed), False, 0.0
        deadline = time.monotonic() + PATIENCE_S
        try:
            while _count(lane, e.TransactionClosed) == closed:
                _require(deadline, lane, f"the purchase stands still at {self._window.screen_name()}")
                screen.newer(10**9, _LOOK_S)
                name = self._look(lane)
                if name == "card" and not has_card:
                    ask(lane, "terminal", {"do": "card", "what": "approve"})
                    has_card = True
                elif name in _TOUCHES and time.monotonic() - pressed_at > PRESS_AGAIN_S:
                    self._press(screen, _TOUCHES[name])
                    pressed_at = time.monotonic()
        finally:
            screen.stop()
        return [event for event in _events(lane) if isinstance(event, e.TransactionClosed)][-1].total_minor

    def _look(self, lane: Machine) -> str:
        reader = JournalReader.open(lane.root / FOLDER / "lane")
        try:
            state = fold((entry.event() for entry in reader.entries()), State())
        finally:
            reader.close()
        self._window.show(Snapshot(sequence=0, state=state))
        for _ in range(10):
            QCoreApplication.processEvents()
        return self._window.screen_name()

    def _press(self, screen: LaneScreen, control: str) -> None:
        try:
            item = self._window.find_control(control)
        except LookupError:  # not there yet
            return
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
        x, y = middle.x() / SIZE[0], middle.y() / SIZE[1]
        screen.touch(x, y, is_down=True)
        time.sleep(0.1)
        screen.touch(x, y, is_down=False)


def ask(lane: Machine, device: str, request: dict[str, str]) -> dict[str, object]:
    """Tell a simulated device of this lane something. Raises `StepError`."""
    path = lane.root / TRIAL / f"{device}.ctl"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
        link.settimeout(PATIENCE_S)
        folder = os.open(path.parent, os.O_PATH)
        try:
            link.connect(f"/proc/self/fd/{folder}/{path.name}")  # a socket's path is short
        finally:
            os.close(folder)
        with link.makefile("rwb") as stream:
            stream.write(json.dumps(request).encode() + b"\n")
            stream.flush()
            answer: dict[str, object] = json.loads(stream.readline())
    if not answer.get("ok"):
        raise StepError(f"the {device} of {lane.name} refuses: {answer}")
    return answer


def _events(lane: Machine) -> list[e.AnyEvent]:
    reader = JournalReader.open(lane.root / FOLDER / "lane")
    try:
        return [entry.event() for entry in reader.entries()]
    finally:
        reader.close()


def _count(lane: Machine, kind: type[msgspec.Struct]) -> int:
    return sum(isinstance(event, kind) for event in _events(lane))


def _wait(seconds: float, until: Callable[[], bool]) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        time.sleep(_LOOK_S)


def _require(deadline: float, lane: Machine, otherwise: str) -> None:
    if time.monotonic() > deadline:
        said = lane.tried(
            "journalctl -u kiosk -n 15 -o cat --no-pager; tail -n 15 /var/lib/kiosk/lane/log/*.log"
        )
        raise StepError(f"{lane.name}: {otherwise}\n{said[1]}")
