"""A tablet: one tab of a headless Chromium, spoken to over its own debugging protocol."""

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
    "--remote-debugging-port=0", "about:blank",
)  # fmt: skip
DEADLINE_S = 40.0
TABLET = (1180, 820)


class Tablet:
    """What an attendant holds."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._ids = itertools.count(1)
        self._session = ""
        self.touches = 0
        self.complaints: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")
        width, height = TABLET
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.call("Emulation.setTouchEmulationEnabled", enabled=True)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._ids)
        message: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        self._connection.send(json.dumps(message | ({"sessionId": self._session} if self._session else {})))
        while True:
            answer = json.loads(self._connection.recv(timeout=DEADLINE_S))
            if answer.get("id") == number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            is_error = answer.get("params", {}).get("entry", {}).get("level") == "error"
            if answer.get("method") == "Runtime.exceptionThrown" or is_error:
                self.complaints.append(str(answer["params"])[:400])

    def run(self, script: str) -> Any:
        """What a script comes to."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def until(self, condition: str) -> Any:
        """Wait until a script is true."""
        ends = time.monotonic() + DEADLINE_S
        while not (found := self.run(condition)):
            assert time.monotonic() < ends, f"never: {condition}\n{self.run('document.body.innerText')}"
            time.sleep(0.05)
        return found

    def open(self, url: str) -> None:
        self.call("Page.navigate", url=url)
        self.until(f"document.readyState === 'complete' && location.href === {json.dumps(url)}")

    def log_in(self, address: str, login: str, password: str) -> None:
        """Through the form, as a person does."""
        self.open(f"{address}office/login")
        for field, text in (("login", login), ("password", password)):
            self.run(f"document.getElementById('{field}').value = {json.dumps(text)}")
        self.run("document.querySelector('form').requestSubmit()")
        self.until("location.pathname === '/office' && document.readyState === 'complete'")

    def touch(self, script: str) -> None:
        """Put a finger on the element a script finds, once it can be seen."""
        place = (
            "(() => { const one = " + script + "; if (!one || one.disabled) return null;"
            " one.scrollIntoView({block: 'center'}); const box = one.getBoundingClientRect();"
            " const at = [box.x + box.width / 2, box.y + box.height / 2];"
            " return one.contains(document.elementFromPoint(...at)) ? at : null; })()"
        )
        x, y = self.until(place)
        self.touches += 1
        self.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def picture(self, path: Path) -> None:
        """Keep what is on the screen."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))


@contextmanager
def tablet(folder: Path) -> Iterator[Tablet]:
    """A tablet, put away afterwards."""
    command = [str(CHROMIUM), f"--user-data-dir={folder}", *FLAGS]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            line = next(line for line in process.stderr if "DevTools listening on" in line)
            with connect(line.split()[-1], max_size=None) as connection:
                yield Tablet(connection)
        finally:
            process.terminate()
            process.wait(DEADLINE_S)
