"""Let a scripted shopper use the lane from outside: look at its state, touch its screen, take pictures.

Off unless `kiosk run --steer PATH` asks for it, and left out of packaged builds. What it can do is what a
person in front of the screen can do, and no more: a touch goes through Qt's own event delivery.

Protocol: JSON lines over a local socket, as in `simulators/control.py`: one request `{"do": ...}`, one answer
`{"ok": true, ...}` or `{"ok": false, "error": sentence}`.

Source: docs/scenarios.md, "How the lane is steered".
Invariants: runs on the GUI thread only; a line never exceeds LINE_MAX; a bad line is answered, never fatal.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtTest import QTest

from kiosk.app.steering.scene import cover_of, words_of
from kiosk.ui.application import LaneWindow
from kiosk.ui.find import centre

LINE_MAX = 64 * 1024
CLIENTS_MAX = 8
SETTLE_MS = 3000
"""How long a touch waits for its control to stand still, e.g. until a screen has faded in."""
LOOK_MS = 25
PRESS_MS = 30
"""How long the finger stays down, unless it is told."""
HOLD_MAX_MS = 5000

Answer = Callable[[dict[str, Any]], None]


class SteeringError(RuntimeError):
    """The request cannot be carried out; the text says why."""


class Steering(QObject):
    """Answers on the socket at `path`. `report` tells of the sale, `figures` what was measured,
    `stop` ends the lane.
    """

    def __init__(
        self,
        path: Path,
        lane: LaneWindow,
        *,
        report: Callable[[], dict[str, Any]],
        figures: Callable[[], dict[str, Any]],
        stop: Callable[[], None],
    ) -> None:
        super().__init__()
        self._lane = lane
        self._report = report
        self._figures = figures
        self._stop = stop
        self._finger = QTest.createTouchDevice()
        self._clients: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(CLIENTS_MAX)
        self._server.newConnection.connect(self._welcome)
        QLocalServer.removeServer(str(path))
        if not self._server.listen(str(path)):
            raise SteeringError(f"cannot listen at {path}: {self._server.errorString()}")

    def close(self) -> None:
        """Hang up and remove the socket."""
        self._server.close()
        for client in list(self._clients):
            client.abort()

    def _welcome(self) -> None:
        while (client := self._server.nextPendingConnection()) is not None:
            if len(self._clients) >= CLIENTS_MAX:
                client.abort()
                client.deleteLater()
                continue
            self._clients.append(client)
            client.setReadBufferSize(LINE_MAX + 1)
            client.readyRead.connect(lambda client=client: self._read(client))
            client.disconnected.connect(lambda client=client: self._forget(client))
            self._read(client)

    def _forget(self, client: QLocalSocket) -> None:
        if client in self._clients:
            self._clients.remove(client)
            client.setParent(None)  # the server would hold what is left of it for as long as it lives
            client.deleteLater()

    def _read(self, client: QLocalSocket) -> None:
        while client.canReadLine():
            self._serve(bytes(client.readLine().data()), lambda fields: _send(client, fields))
        if client.bytesAvailable() > LINE_MAX:
            client.abort()

    def _serve(self, line: bytes, answer: Answer) -> None:
        try:
            request = json.loads(line)
            if not isinstance(request, dict):
                raise SteeringError('a request is a JSON object with "do"')
            match request.get("do"):
                case "state":
                    answer({"ok": True, **self._state()})
                case "figures":
                    answer({"ok": True, **self._figures()})
                case "touch":
                    name, held_ms = str(request.get("name", "")), _held_ms(request.get("held_ms", PRESS_MS))
                    _Touch(self, self._lane, self._finger, name, held_ms, answer)
                case "key":
                    self._press(str(request.get("name", "")))
                    answer({"ok": True})
                case "screenshot":
                    self._screenshot(Path(str(request.get("path", ""))))
                    answer({"ok": True})
                case "read":
                    answer({"ok": True, "words": words_of(self._lane.window)})
                case "stop":
                    answer({"ok": True})
                    self._stop()
                case other:
                    raise SteeringError(
                        f"unknown request {other!r}; there are state, read, touch, key, screenshot, "
                        "figures, stop"
                    )
        except (SteeringError, ValueError) as error:
            answer({"ok": False, "error": str(error)})

    def _state(self) -> dict[str, Any]:
        focused = self._lane.keyboard.focus.item
        focus = focused.objectName() if focused is not None else ""
        shown = {"focus": focus, "shown": list(self._lane.shown), "shown_count": self._lane.shown_count}
        return {"screen": self._lane.screen_name(), **shown, **self._report()}

    def _press(self, name: str) -> None:
        key = getattr(Qt.Key, f"Key_{name}", None)
        if not isinstance(key, Qt.Key):
            raise SteeringError(f"there is no key {name!r}")
        QTest.keyClick(self._lane.window, key)

    def _screenshot(self, path: Path) -> None:
        if not path.is_absolute():
            raise SteeringError("a screenshot needs an absolute path")
        picture = self._lane.grab_whole()
        if picture.isNull() or not picture.save(str(path), "PNG"):  # type: ignore[call-overload]  # stubs say bytes
            raise SteeringError(f"the screenshot could not be saved to {path}")


def _held_ms(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= HOLD_MAX_MS:
        raise SteeringError(f"held_ms must be a whole number up to {HOLD_MAX_MS}")
    return value


class _Touch(QObject):
    """One touch: wait until the control stands still, press, release, answer."""

    def __init__(
        self, parent: QObject, lane: LaneWindow, finger: Any, name: str, held_ms: int, answer: Answer
    ) -> None:
        super().__init__(parent)
        self._lane, self._finger, self._name, self._answer = lane, finger, name, answer
        self._held_ms = held_ms
        self._looks = 0
        self._before: QPointF | None = None
        self._at = QPoint()
        self._look()

    def _look(self) -> None:
        self._looks += 1
        try:
            point = self._where()
        except LookupError as error:
            self._before = None
            if self._looks * LOOK_MS >= SETTLE_MS:
                self._end({"ok": False, "error": str(error)})
                return
        else:
            if point == self._before:
                self._press(point)
                return
            self._before = point
        if self._looks * LOOK_MS >= 2 * SETTLE_MS:
            self._end({"ok": False, "error": f"the control {self._name!r} does not stand still"})
            return
        QTimer.singleShot(LOOK_MS, self, self._look)

    def _where(self) -> QPointF:
        """Where to touch the control. LookupError says why it cannot be touched."""
        item = self._lane.find_control(self._name)
        point = centre(item)
        if cover := cover_of(self._lane.window, item, point):
            raise LookupError(f"control {self._name!r} is covered by {cover}")
        return point

    def _press(self, point: QPointF) -> None:
        self._at = point.toPoint()
        QTest.touchEvent(self._lane.window, self._finger).press(0, self._at, self._lane.window).commit()
        QTimer.singleShot(self._held_ms, self, self._release)

    def _release(self) -> None:
        QTest.touchEvent(self._lane.window, self._finger).release(0, self._at, self._lane.window).commit()
        self._end({"ok": True})

    def _end(self, fields: dict[str, Any]) -> None:
        self._answer(fields)
        self.deleteLater()


def _send(client: QLocalSocket, fields: dict[str, Any]) -> None:
    if client.state() == QLocalSocket.LocalSocketState.ConnectedState:
        client.write(json.dumps(fields, ensure_ascii=False).encode() + b"\n")
        client.flush()
