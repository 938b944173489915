"""Make every check in order, say what came of each, and answer by the exit code.

    libraries, files, database, engines, decoder    the parts
    zvt, escpos                                     each device's driver against a simulated device
    fonts, screens                                  what Qt can show: every screen in every language
    first frame, purchase                           the lane itself, from its first picture to the receipt

Invariants: needs no display, no device, no settings and no right to write but into a temporary folder, which
is gone afterwards; a check that fails never keeps the next from being made; standard output holds nothing
else.
"""

import contextlib
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from kiosk import __version__
from kiosk.app.exit_codes import FAILED, OK
from kiosk.app.selftest import devices, parts
from kiosk.app.selftest.results import CheckFailedError, CheckSkippedError, Outcome, Result, tried
from kiosk.app.settings.schema import Settings

HEADLESS = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "QT_LOGGING_RULES": "qt.*=false"}
SIZE = (540, 960)
SETTLE_MS = 20
COMPLAINTS_MAX = 3
_SETTINGS = """\
[lane]
name = "0"
folder = {folder}
language = "en"

[shop]
name = "Self-test"
address = ["Nowhere 1"]
currency = "EUR"
catalogue = {catalogue}

[camera]
source = {camera}
width = 1280
height = 720

[terminal]
port = {terminal}

[printer]
port = {printer}
columns = 48

[screen]
width = {width}
height = {height}
fullscreen = false
graphics = "software"
"""


def main(*, as_json: bool, everything: bool) -> int:
    """Make the checks and print them; 0 if all hold. With `everything` a skipped check counts as failed."""
    os.environ.update(HEADLESS)
    results: list[Result] = []

    def make(check: str, look: Callable[[], str]) -> None:
        result = tried(check, look)
        results.append(result)
        if not as_json:
            print(result.line(), flush=True)

    with tempfile.TemporaryDirectory(prefix="kiosk-") as folder:
        _all(Path(folder), make)
    bad = {Outcome.FAILED, Outcome.SKIPPED} if everything else {Outcome.FAILED}
    failed = [result.check for result in results if result.outcome in bad]
    if as_json:
        report = {"version": __version__, "passed": not failed, "checks": results}
        print(msgspec.json.encode(report).decode())
    else:
        print(f"FAILED: {', '.join(failed)}" if failed else f"kiosk {__version__} works here", flush=True)
    return FAILED if failed else OK


def _all(folder: Path, make: Callable[[str, Callable[[], str]], None]) -> None:
    make("libraries", parts.libraries)
    make("files", parts.files)
    make("database", lambda: parts.database(folder))
    make("engines", parts.engines)
    make("decoder", lambda: parts.decoder(folder))
    found: list[devices.Devices | None] = []

    def start() -> str:
        found.append(devices.started(folder / "devices"))
        return "terminal and printer run"

    make("simulators", start)
    running = found[0] if found else None
    try:
        settings = _settings(folder, running)
        make("zvt", lambda: devices.zvt(running, _loaded(settings)))
        make("escpos", lambda: devices.escpos(running, _loaded(settings)))
        make("fonts", _fonts)
        make("screens", _screens)
        _buy(settings, running, make)
    finally:
        if running is not None:
            running.stop()


def _settings(folder: Path, running: devices.Devices | None) -> Path:
    from kiosk.ui.application import ASSETS

    def quoted(text: object) -> str:
        return msgspec.json.encode(str(text)).decode()

    picture = folder / "counter.png"
    parts.picture_of(parts.EAN, picture)
    nowhere = folder / "nowhere"
    path = folder / "kiosk.toml"
    path.write_text(
        _SETTINGS.format(
            folder=quoted(folder / "lane"),
            catalogue=quoted(ASSETS / "demo" / "catalogue.csv"),
            camera=quoted(f"picture:{picture}"),
            terminal=quoted(running.terminal_link if running else nowhere / "terminal"),
            printer=quoted(running.printer_link if running else nowhere / "printer"),
            width=SIZE[0],
            height=SIZE[1],
        ),
        encoding="utf-8",
    )
    return path


def _loaded(path: Path) -> Settings:
    from kiosk.app import settings

    return settings.load(path)


def _fonts() -> str:
    from kiosk.ui.application import create_application

    create_application("en")
    return parts.fonts()


def _screens() -> str:
    """Every situation, and every screen in every language, is laid out without a word of complaint."""
    from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop

    from kiosk.ui.application import LaneWindow, ScreenProfile
    from kiosk.ui.samples import situations
    from kiosk.ui.screens import Screen, screen_of

    complaints = _Complaints(logging.WARNING)
    window = LaneWindow(lambda command: None, ScreenProfile(width=SIZE[0], height=SIZE[1]))
    with complaints.heard_in("kiosk.ui"), contextlib.closing(window):
        count = 0
        for language in ("en", *parts.languages()):
            seen: set[Screen] = set()
            for _name, snapshot in situations(language):
                screen = screen_of(snapshot)
                if language != "en" and screen in seen:
                    continue
                seen.add(screen)
                window.show(snapshot)
                deadline = QDeadlineTimer(SETTLE_MS)
                while not deadline.hasExpired():
                    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, SETTLE_MS)
                count += 1
        picture = window.grab()
        shown = len(set(window.shown))
    if complaints.heard:
        raise CheckFailedError("; ".join(complaints.heard))
    if picture.isNull() or picture.allGray():
        raise CheckFailedError("nothing is painted")
    return f"{shown} screens in {count} situations"


class _Complaints(logging.Handler):
    """What the screens' code complains of: a type or a picture that is missing in the package, and whatever
    it raises where Qt called it, which Qt would print and go on from."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.heard: list[str] = []

    @contextlib.contextmanager
    def heard_in(self, name: str) -> Iterator[None]:
        """Listen to this log and to what is raised."""
        before, sys.excepthook = sys.excepthook, self._raised
        logging.getLogger(name).addHandler(self)
        try:
            yield
        finally:
            logging.getLogger(name).removeHandler(self)
            sys.excepthook = before

    def _raised(self, kind: type[BaseException], error: BaseException, _where: object) -> None:
        self._keep(f"{kind.__name__}: {error}")

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the first few."""
        self._keep(record.getMessage())

    def _keep(self, complaint: str) -> None:
        if len(self.heard) < COMPLAINTS_MAX:
            self.heard.append(complaint)


def _buy(
    settings: Path, running: devices.Devices | None, make: Callable[[str, Callable[[], str]], None]
) -> None:
    from kiosk.app.selftest import purchase

    bought: list[purchase.Shopper] = []
    papers_before = purchase.papers(running) if running else 0

    def lane() -> str:
        shopper = purchase.shop(_loaded(settings), running)
        bought.append(shopper)
        if not shopper.first_frame_s:
            raise CheckFailedError(shopper.failure or "no picture")
        return f"{shopper.first_frame_s:.2f} s after the lane was started"

    def sale() -> str:
        if running is None:
            raise CheckSkippedError("no simulated devices here")
        if not bought:
            raise CheckFailedError("the lane did not run")
        if bought[0].failure or not bought[0].is_done:
            raise CheckFailedError(bought[0].failure or "the lane ended by itself")
        return purchase.money(running, _loaded(settings).lane.folder, papers_before)

    make("first frame", lane)
    make("purchase", sale)


if __name__ == "__main__":
    sys.exit(main(as_json=False, everything=False))
