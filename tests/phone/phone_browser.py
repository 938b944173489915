"""A shopper's phone: a headless Chromium of 390 x 844, spoken to over its own debugging protocol."""

import base64
import itertools
import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
    "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--remote-debugging-port=0",
)  # fmt: skip
DEADLINE_S = 40.0
SIZE = (390, 844)


class Phone:
    """One phone: a browser context of its own, with its own keys and cookies."""

    def __init__(self, browser: "Browser", *, scale: int = 1) -> None:
        self._browser = browser
        self._context = browser.call("Target.createBrowserContext")["browserContextId"]
        target = browser.call("Target.createTarget", url="about:blank", browserContextId=self._context)
        self._session = browser.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)[
            "sessionId"
        ]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        width, height = SIZE
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=scale,
            mobile=True,
        )
        self.call("Emulation.setTouchEmulationEnabled", enabled=True)

    def __enter__(self) -> "Phone":
        self._browser.events.clear()
        return self

    def __exit__(self, *_: object) -> None:
        self._browser.call("Target.disposeBrowserContext", browserContextId=self._context)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._browser.call(method, self._session, **parameters)

    def run(self, script: str) -> Any:
        """What a script comes to."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def speaks(self, language: str) -> None:
        """What the browser asks for."""
        self.call("Network.setExtraHTTPHeaders", headers={"accept-language": language})

    def open(self, url: str, path: str = "") -> None:
        """Go to an address; it may lead on to `path`."""
        self.call("Page.navigate", url=url)
        wanted = (
            f"location.pathname === {json.dumps(path)}" if path else f"location.href === {json.dumps(url)}"
        )
        self.until(f"document.readyState === 'complete' && {wanted}")

    def until(self, condition: str) -> None:
        """Wait until a script is true; a page that is just changing is asked again."""
        ends = time.monotonic() + DEADLINE_S
        while not self._holds(condition):
            assert time.monotonic() < ends, f"never true: {condition}\n{self.run('document.body.innerText')}"
            time.sleep(0.02)

    def _holds(self, condition: str) -> bool:
        answer = self.call("Runtime.evaluate", expression=condition, returnByValue=True, awaitPromise=True)
        return "exceptionDetails" not in answer and bool(answer["result"].get("value"))

    def until_kept(self, url: str) -> None:
        """Open a page until the service worker serves it, and so keeps it."""
        ends = time.monotonic() + DEADLINE_S
        self.open(url)
        while not self.run("navigator.serviceWorker.controller !== null"):
            assert time.monotonic() < ends, "the service worker never came"
            self.open(url)
        self.open(url)

    def picture(self, path: Path, *, whole: bool = False) -> bytes:
        """What the screen shows, as PNG; `whole`: the page to its foot."""
        extra: dict[str, Any] = {}
        if whole:
            height = self.run("document.documentElement.scrollHeight")
            extra = {
                "captureBeyondViewport": True,
                "clip": {"x": 0, "y": 0, "width": SIZE[0], "height": height, "scale": 1},
            }
        shot = base64.b64decode(self.call("Page.captureScreenshot", format="png", **extra)["data"])
        path.write_bytes(shot)
        return shot

    def complaints(self) -> list[str]:
        """What the browser complained about: the policy, scripts, files that were not there."""
        return [
            str(event["params"])[:400]
            for event in self._browser.events
            if event["method"] == "Runtime.exceptionThrown"
            or (event["method"] == "Log.entryAdded" and event["params"]["entry"]["level"] == "error")
        ]


class Browser:
    """A running Chromium."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._ids = itertools.count(1)
        self.events: list[dict[str, Any]] = []

    def call(self, method: str, session: str = "", /, **parameters: Any) -> dict[str, Any]:
        number = next(self._ids)
        message = {"id": number, "method": method, "params": parameters}
        self._connection.send(json.dumps(message | ({"sessionId": session} if session else {})))
        ends = time.monotonic() + DEADLINE_S
        while time.monotonic() < ends:
            answer = json.loads(self._connection.recv(timeout=DEADLINE_S))
            if answer.get("id") == number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            if "method" in answer:
                self.events.append(answer)
        raise AssertionError(f"{method} was never answered")


@contextmanager
def running(folder: Path, *more: str) -> Iterator[Browser]:
    """A browser of its own."""
    command = [str(CHROMIUM), f"--user-data-dir={folder}", *FLAGS, *more, "about:blank"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            line = next(line for line in process.stderr if "DevTools listening on" in line)
            with connect(line.split()[-1], max_size=None) as connection:
                yield Browser(connection)
        finally:
            process.terminate()
            process.wait(DEADLINE_S)
