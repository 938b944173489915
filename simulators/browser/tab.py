"""One tab: a screen of its own size, with cookies and keys that no other tab sees.

A person waits for a thing to appear and then touches it. So `touch` waits until what it is to touch can be
seen and nothing lies in front of it, and everything that waits has a deadline.

Source: Chromium's debugging protocol, "Page", "Runtime", "Emulation", "Input".
"""

import base64
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from simulators.browser.chromium import DEADLINE_S, Browser, BrowserError

PHONE, TABLET = (390, 844), (1180, 820)
PHONE_WIDTH_MAX = 600
POLL_S = 0.02
DOMAINS = ("Page", "Runtime", "Log", "Network")
_PLACE = """(() => {
  const one = %s;
  if (!one || one.disabled) return null;
  one.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = one.getBoundingClientRect();
  const at = [box.x + box.width / 2, box.y + box.height / 2];
  return one.contains(document.elementFromPoint(...at)) ? at : null;
})()"""


_CLOCK = """(() => {
  const Real = Date, ahead = %d;
  globalThis.Date = class Date extends Real {
    constructor(...given) { given.length ? super(...given) : super(Real.now() + ahead); }
    static now() { return Real.now() + ahead; }
  };
})()"""


class Tab:
    """One tab of the browser; closed with its context when left. Raises `BrowserError`."""

    def __init__(self, browser: Browser, size: tuple[int, int] = PHONE, *, scale: float = 1) -> None:
        """`scale`: dots of a picture for each point of the screen."""
        self._browser = browser
        self._size = size
        self.touches = 0
        self._clock = ""
        self._context = browser.call("Target.createBrowserContext")["browserContextId"]
        target = browser.call("Target.createTarget", url="about:blank", browserContextId=self._context)
        found = browser.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = found["sessionId"]
        for domain in DOMAINS:
            self.call(f"{domain}.enable")
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=size[0],
            height=size[1],
            deviceScaleFactor=scale,
            mobile=size[0] < PHONE_WIDTH_MAX,
        )
        self.call("Emulation.setTouchEmulationEnabled", enabled=True)

    def __enter__(self) -> "Tab":
        self._browser.events.clear()
        return self

    def __exit__(self, *_: object) -> None:
        self._browser.call("Target.disposeBrowserContext", browserContextId=self._context)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One thing of the debugging protocol."""
        return self._browser.call(method, self._session, **parameters)

    def speaks(self, language: str) -> None:
        """The language the browser asks for."""
        self.call("Network.setExtraHTTPHeaders", headers={"accept-language": language})

    def clock_ahead(self, seconds: int) -> None:
        """From the next page on, its scripts read a clock that is so far ahead of the machine's."""
        if self._clock:
            self.call("Page.removeScriptToEvaluateOnNewDocument", identifier=self._clock)
        told = self.call("Page.addScriptToEvaluateOnNewDocument", source=_CLOCK % (seconds * 1000))
        self._clock = str(told["identifier"])

    def run(self, script: str) -> Any:
        """What a script comes to."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise BrowserError(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def until(self, condition: str) -> Any:
        """Wait until a script is true; what it came to. A page that is just changing is asked again."""
        return self._wait(lambda: self._value(condition), condition)

    def open(self, url: str, path: str = "") -> None:
        """Go to an address; it may lead on to `path`."""
        self.call("Page.navigate", url=url)
        wanted = (
            f"location.pathname === {json.dumps(path)}" if path else f"location.href === {json.dumps(url)}"
        )
        self.until(f"document.readyState === 'complete' && {wanted}")

    def until_kept(self, url: str) -> None:
        """Open a page until the service worker serves it, and so keeps it."""

        def is_kept() -> Any:
            self.open(url)
            return self.run("navigator.serviceWorker.controller !== null")

        self._wait(is_kept, "the service worker serves the page")
        self.open(url)

    def touch(self, script: str) -> None:
        """Put a finger on the element a script finds, once it can be seen."""
        x, y = self.until(_PLACE % script)
        self.touches += 1
        self.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def picture(self, path: Path, *, whole: bool = False) -> bytes:
        """What the screen shows, as PNG; `whole`: the page to its foot."""
        extra: dict[str, Any] = {}
        if whole:
            height = self.run("document.documentElement.scrollHeight")
            extra = {
                "captureBeyondViewport": True,
                "clip": {"x": 0, "y": 0, "width": self._size[0], "height": height, "scale": 1},
            }
        shot = base64.b64decode(self.call("Page.captureScreenshot", format="png", **extra)["data"])
        path.write_bytes(shot)
        return shot

    def downloads_to(self, folder: Path) -> None:
        """Keep what pages hand out in `folder`, without asking."""
        self._browser.call(
            "Browser.setDownloadBehavior",
            behavior="allow",
            browserContextId=self._context,
            downloadPath=str(folder.absolute()),
        )

    def complaints(self) -> list[str]:
        """What the browser complained about: the policy, scripts, files that were not there."""
        return [
            str(event["params"])[:400]
            for event in self._browser.events
            if event["method"] == "Runtime.exceptionThrown"
            or (event["method"] == "Log.entryAdded" and event["params"]["entry"]["level"] == "error")
        ]

    def _value(self, script: str) -> Any:
        """What a script comes to; None where it fails."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        return None if "exceptionDetails" in answer else answer["result"].get("value")

    def _wait(self, found: Callable[[], Any], what: str) -> Any:
        ends = time.monotonic() + DEADLINE_S
        while not (value := found()):
            if time.monotonic() >= ends:
                shown = self._value("location.href + '\\n' + document.body.innerText")
                raise BrowserError(f"never true: {what}\n{shown}")
            time.sleep(POLL_S)
        return value
