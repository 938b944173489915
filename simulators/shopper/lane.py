"""The lane as a child process: start, kill, steer.

Source: docs/scenarios.md, "How the lane is steered".
"""

import contextlib
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from simulators.control import ControlClient, ControlError
from simulators.fleet import Child, answers, wait_for
from simulators.shopper.state import LaneState

LANE_START_TIMEOUT_S = 60.0
LANE_STOP_TIMEOUT_S = 8.0
ANSWER_TIMEOUT_S = 15.0


class Lane:
    """The lane's process: `kiosk run` with a configuration file, steered through a socket in `sockets`."""

    def __init__(
        self,
        settings: Path,
        sockets: Path,
        log: Path,
        *,
        environment: Mapping[str, str] | None = None,
        transcript: Path | None = None,
    ) -> None:
        """`transcript`: where the lane writes down what it would say, instead of saying it."""
        self._settings = settings
        self._socket = sockets / "lane.ctl"
        self._client = ControlClient(self._socket, ANSWER_TIMEOUT_S)
        self._environment = {**os.environ, **(environment or {})}
        command = lane_command("run", "--config", str(settings), "--steer", str(self._socket))
        if transcript is not None:
            command += ["--transcript", str(transcript.absolute())]
        self.child = Child("lane", command, log, environment)

    def start(self) -> float:
        """Start it and wait until it answers; seconds this took. Raises `FleetError`."""
        begun = time.monotonic()
        with contextlib.suppress(FileNotFoundError):
            self._socket.unlink()
        self.child.start()
        wait_for(lambda: answers(self._client, "state"), "the lane", [self.child], LANE_START_TIMEOUT_S)
        return time.monotonic() - begun

    def kill(self) -> None:
        """kill -9."""
        self.child.kill()

    def stop(self) -> None:
        """Ask it to shut down, then make it."""
        if self.child.is_running:
            with contextlib.suppress(ControlError):
                self._client.do("stop")
                self.child.wait(LANE_STOP_TIMEOUT_S)
        self.child.stop()

    def state(self) -> LaneState:
        """What it shows now. Raises `ControlError`."""
        return LaneState.from_answer(self._client.do("state"))

    def touch(self, control: str, *, held_ms: int = 0) -> None:
        """Press and release a control. Raises `ControlError` with the reason why it cannot be pressed."""
        self._client.do("touch", name=control, **({"held_ms": held_ms} if held_ms else {}))

    def press(self, key: str) -> None:
        """Press a key. Raises `ControlError` if there is none of this name."""
        self._client.do("key", name=key)

    def screenshot(self, path: Path) -> None:
        """Save what the screen shows. Raises `ControlError`."""
        self._client.do("screenshot", path=str(path.absolute()))

    def ask(self, request: str, **arguments: Any) -> dict[str, Any]:
        """Any other request. Raises `ControlError`."""
        return self._client.do(request, **arguments)


def lane_command(*arguments: str) -> list[str]:
    """The command line that runs the lane's own program with these arguments."""
    return [sys.executable, "-m", "kiosk.app.cli", *arguments]
