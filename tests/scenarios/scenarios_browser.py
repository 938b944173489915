"""A tablet: one tab of a headless Chromium, and the form through which an attendant logs in."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simulators.browser import CHROMIUM, TABLET, Browser, Tab, running

__all__ = ["CHROMIUM", "Tablet", "tablet"]


class Tablet(Tab):
    """What an attendant holds."""

    def __init__(self, browser: Browser) -> None:
        super().__init__(browser, TABLET)

    def log_in(self, address: str, login: str, password: str) -> None:
        """Through the form, as a person does."""
        self.open(f"{address}office/login")
        for field, text in (("login", login), ("password", password)):
            self.run(f"document.getElementById('{field}').value = {json.dumps(text)}")
        self.run("document.querySelector('form').requestSubmit()")
        self.until("location.pathname === '/office' && document.readyState === 'complete'")


@contextmanager
def tablet(folder: Path) -> Iterator[Tablet]:
    """A tablet, put away afterwards."""
    with running(folder) as browser:
        yield Tablet(browser)
