"""The shopper's phone and the staff's tablets: tabs of one headless Chromium, touched as people do.

What other devices see of the phone is its screen and nothing else: a lane's camera is shown the picture, the
gate's reader what any scanner reads from it.
"""

import json
from pathlib import Path
from typing import Any

import cv2
import zxingcpp

from simulators.browser import PHONE, TABLET, Browser, Tab

from .album import Album, Kind, NotSoError

PHONE_SCALE, TABLET_SCALE = 2.0, 1.25
SHOWN_S = 0.4
"""For a page's own movements to end before it is photographed."""
_STILL = "Promise.all([document.fonts.ready, new Promise((done) => setTimeout(done, %d))]).then(() => true)"


class Hand:
    """One screen in somebody's hand."""

    kind: Kind
    size: tuple[int, int]
    scale: float

    def __init__(self, browser: Browser, address: str, album: Album) -> None:
        self.tab = Tab(browser, self.size, scale=self.scale)
        self.tab.speaks("en")
        self._address = address.rstrip("/")
        self._album = album

    def open(self, path: str, leads_to: str = "") -> None:
        """Go to a page; it may lead on to another."""
        self.tab.open(self._address + path, leads_to)

    def touch(self, selector: str) -> None:
        """Touch the first element of a selector, once it can be seen."""
        self.tab.touch(f"document.querySelector({json.dumps(selector)})")

    def touch_text(self, selector: str, text: str) -> None:
        """Touch the element of a selector that holds a text."""
        found = f"[...document.querySelectorAll({json.dumps(selector)})]"
        self.tab.touch(f"{found}.find((one) => one.textContent.includes({json.dumps(text)}))")

    def write(self, selector: str, text: str) -> None:
        """Write into a field."""
        self.touch(selector)
        self.tab.run(f"document.querySelector({json.dumps(selector)}).value = ''")
        self.tab.call("Input.insertText", text=text)

    def until_at(self, path: str) -> None:
        """Wait for a page that something led to."""
        self.tab.until(f"document.readyState === 'complete' && location.pathname === {json.dumps(path)}")

    def until_text(self, text: str) -> None:
        """Wait until the page says something."""
        self.tab.until(f"document.body.innerText.includes({json.dumps(text)})")

    @property
    def text(self) -> str:
        """What stands on the page."""
        return str(self.tab.run("document.body.innerText"))

    def see(self, selector: str) -> None:
        """Bring something into the middle of the screen."""
        self.tab.run(
            f"document.querySelector({json.dumps(selector)})"
            ".scrollIntoView({ block: 'center', behavior: 'instant' })"
        )

    def photograph(self, caption: str) -> Path:
        """Keep what the screen shows as the step's next picture."""
        self.tab.run(_STILL % round(SHOWN_S * 1000))
        path = self._album.picture(self.kind, caption)
        self.tab.picture(path)
        return path

    def run(self, script: str) -> Any:
        """What a script on the page comes to."""
        return self.tab.run(script)


class Phone(Hand):
    """The shopper's."""

    kind: Kind = "phone"
    size = PHONE
    scale = PHONE_SCALE

    def top(self) -> None:
        """Back to the top of the page."""
        self.tab.run("scrollTo({ top: 0, behavior: 'instant' })")


class Tablet(Hand):
    """An attendant's."""

    kind: Kind = "tablet"
    size = TABLET
    scale = TABLET_SCALE

    def log_in(self, login: str, password: str) -> None:
        """Through the form, as a person does."""
        self.open("/office/login")
        self.write("#login", login)
        self.write("#password", password)
        self.tab.run("document.querySelector('form').requestSubmit()")
        self.until_at("/office")


def code_in(picture: Path) -> str:
    """What a scanner reads from a photograph of a screen. Raises `NotSoError`."""
    pixels = cv2.imread(str(picture))
    found = [] if pixels is None else zxingcpp.read_barcodes(pixels)
    if len(found) != 1:
        raise NotSoError(f"{picture.name} shows {len(found)} codes that a scanner reads, not one")
    return str(found[0].text)
