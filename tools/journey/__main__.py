"""`python -m tools.journey --out DIR`: 0, everything was so; 1, something was not; 2, it did not start."""

import argparse
import datetime
import shutil
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from zoneinfo import ZoneInfo

from simulators.browser import BrowserError, running
from simulators.clock import MovedClock
from simulators.control import ControlError
from simulators.fleet import EndOnSignals, FleetError, Stopped

from . import at_the_lane, first_day, goods, next_day
from .album import Album, NotSoError
from .books import NeverError
from .hands import Phone, Tablet
from .page import page
from .place import Place
from .story import Story, tell

FINE, NOT_SO, NOT_RUN = 0, 1, 2
ZONE = "Europe/Berlin"
WEEKDAY, HOUR, MINUTE = 3, 16, 30
"""A Thursday afternoon, whatever day it is: none of the demo's offers for a day or an hour counts then."""
MORNING = datetime.time(10, 5)
DAYS_BACK = 2
MARK = ".journey"
"""In a folder that an earlier journey made."""
TITLE = "A shopper's two days"
TEXT = (
    "Every picture was taken of running programs: the store service, a lane with simulated devices at its "
    "wires, the exit gate, and a phone's browser. What stands below was looked up in the books meanwhile."
)
FIRST_DAY = (
    first_day.joins,
    first_day.says_what_she_likes,
    first_day.checks_in,
    first_day.fills_the_balance,
    first_day.scans,
    at_the_lane.arrives_at_the_lane,
    at_the_lane.is_old_enough,
    at_the_lane.pays,
    at_the_lane.leaves,
    first_day.orders,
)
NEXT_DAY = (
    next_day.collects,
    next_day.reads_the_receipt,
    next_day.takes_her_data,
    next_day.is_forgotten,
    next_day.the_books_are_closed,
)
STEPS = len(FIRST_DAY) + len(NEXT_DAY)


def main(arguments: Sequence[str] | None = None) -> int:
    """The whole journey; the exit status."""
    parser = argparse.ArgumentParser(prog="make journey", description="One shopper's two days with the shop.")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for pictures and page")
    parser.add_argument("--steps", type=int, default=STEPS, metavar="N", help="stop after so many steps")
    options = parser.parse_args(arguments)
    out: Path = options.out.absolute()
    try:
        _made_anew(out)
    except OSError as error:
        return _said(f"cannot write to {out}: {error}", NOT_RUN)
    clock = MovedClock.at(first_moment(datetime.datetime.now(ZoneInfo(ZONE))), ZONE)
    place = Place(out, clock)
    try:
        with EndOnSignals(place.close):
            return _journey(place, out, options.steps)
    except Stopped as signal:
        return _said(f"stopped by {signal}", NOT_SO)


def first_moment(now: datetime.datetime) -> datetime.datetime:
    """When the journey begins: the last Thursday afternoon of which the next day is over too."""
    day = now - datetime.timedelta(days=DAYS_BACK)
    day -= datetime.timedelta(days=(day.weekday() - WEEKDAY) % 7)
    return day.replace(hour=HOUR, minute=MINUTE, second=0, microsecond=0)


def _journey(place: Place, out: Path, steps: int) -> int:
    album = Album(out, lambda: place.clock.now(), print)
    try:
        with ExitStack() as stack:
            place.open()
            folder = Path(
                stack.enter_context(
                    tempfile.TemporaryDirectory(prefix="journey-", ignore_cleanup_errors=True)
                )
            )
            film = goods.camera_film(goods.BY_CAMERA, folder)
            camera = f"--use-file-for-fake-video-capture={film}"
            browser = stack.enter_context(running(folder / "chromium", camera))
            story = Story(
                place,
                album,
                Phone(browser, place.store.address, album),
                Tablet(browser, place.store.address, album),
                Tablet(browser, place.store.address, album),
            )
            story.begin_day()
            tell(story, FIRST_DAY[:steps])
            if steps <= len(FIRST_DAY):
                return _said("so far all of it was so", FINE)
            morning = datetime.datetime.combine(
                place.clock.now().date() + datetime.timedelta(days=1), MORNING, ZoneInfo(ZONE)
            )
            place.next_day(MovedClock.at(morning, ZONE))
            story.begin_day()
            tell(story, NEXT_DAY[: steps - len(FIRST_DAY)])
    except (FleetError, OSError) as error:
        return _said(f"the shop did not start: {error}", NOT_RUN if not album.steps else NOT_SO)
    except (NotSoError, NeverError, BrowserError, ControlError) as error:
        return _said(f"NOT SO: {error}", NOT_SO)
    finally:
        _write(album, out)
    return _said(f"all of it was so; look at {out / 'index.html'}", FINE)


def _write(album: Album, out: Path) -> None:
    more = [
        (file, what)
        for file, what in (
            ("receipt.txt", "The receipt's text"),
            (next_day.EXPORT, "Her data, as exported"),
            ("journal.jsonl", "The lane's journal"),
        )
        if (out / file).exists()
    ]
    (out / "index.html").write_text(page(TITLE, TEXT, album.steps, more), encoding="utf-8")


def _made_anew(out: Path) -> None:
    """An empty folder: what an earlier journey left is removed. Raises OSError for somebody else's."""
    if out.exists() and any(out.iterdir()):
        if not (out / MARK).is_file():
            raise FileExistsError("it holds something else: choose another OUT")
        shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)
    (out / MARK).touch()


def _said(words: str, status: int) -> int:
    print(words, file=sys.stdout if status == FINE else sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
