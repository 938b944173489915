"""Start a headless Chromium and speak to it over its own debugging protocol.

Source: https://chromedevtools.github.io/devtools-protocol/, "Target" (flat sessions).
Invariants: one question at a time; whatever is asked is answered within DEADLINE_S or raises; the newest
EVENTS_MAX events are kept.
"""

import collections
import itertools
import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
"""None where there is no Chromium (Debian: apt install chromium)."""
DEADLINE_S = 40.0
EVENTS_MAX = 5_000
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
    "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--remote-debugging-port=0",
)  # fmt: skip
_READY = "DevTools listening on"


class BrowserError(RuntimeError):
    """The browser did not do what it was told, or a page never became what was waited for."""


class Browser:
    """A running Chromium, for one thread."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._ids = itertools.count(1)
        self.events: collections.deque[dict[str, Any]] = collections.deque(maxlen=EVENTS_MAX)

    def call(self, method: str, session: str = "", /, **parameters: Any) -> dict[str, Any]:
        """Ask for one thing; the answer. Raises `BrowserError`."""
        number = next(self._ids)
        message = {"id": number, "method": method, "params": parameters}
        ends = time.monotonic() + DEADLINE_S
        try:
            self._connection.send(json.dumps(message | ({"sessionId": session} if session else {})))
            while (left_s := ends - time.monotonic()) > 0:
                answer = json.loads(self._connection.recv(timeout=left_s))
                if answer.get("id") == number:
                    if "error" in answer:
                        raise BrowserError(f"{method}: {answer['error'].get('message', answer['error'])}")
                    result: dict[str, Any] = answer["result"]
                    return result
                if "method" in answer:
                    self.events.append(answer)
        except (TimeoutError, OSError, WebSocketException) as error:
            raise BrowserError(f"{method} was never answered: {error!r}") from error
        raise BrowserError(f"{method} was never answered")


@contextmanager
def running(folder: Path, *more: str) -> Iterator[Browser]:
    """A browser that keeps its things in `folder`; `more` are further options. Raises `BrowserError`."""
    if CHROMIUM is None:
        raise BrowserError("there is no Chromium here (Debian: apt install chromium)")
    command = [CHROMIUM, f"--user-data-dir={folder}", *FLAGS, *more, "about:blank"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            line = next((line for line in process.stderr or () if _READY in line), "")
            if not line:
                raise BrowserError(f"Chromium did not start (exit status {process.wait(DEADLINE_S)})")
            # no pings: their answers stand behind a page's events, which nobody reads between two questions
            with connect(line.split()[-1], max_size=None, ping_interval=None) as connection:
                yield Browser(connection)
        finally:
            process.terminate()
            process.wait(DEADLINE_S)
