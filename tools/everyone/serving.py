"""One lane serves shoppers one after the other, and none of them finds anything of the one before.

The lane and its simulated devices are processes of their own. Who comes next must find the first screen as
the first of all did, pixel for pixel: language, colours, letters and reach of the last are gone.

Invariants: every wait has a deadline; what is not as it should be is a sentence in `Served.failures`.
"""

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from simulators.fleet import EndOnSignals
from simulators.shopper import outputs, summary
from simulators.shopper.reach import RealMoment
from simulators.shopper.runner import Runner, file_name
from simulators.shopper.scenario import Scenario, read
from simulators.shopper.world import TRANSCRIPT, ShopWorld, clear_earlier_run

from .alike import is_alike
from .shoppers import Shopper

FREE_TIMEOUT_S = 60.0
"""For the last shopper's thanks to go, or a lane to open."""
SAME_TIMEOUT_S = 20.0
"""For the first screen to come to rest."""
PAPER_TIMEOUT_S = 30.0
LOOK_S = 0.1
PICTURES = "pictures"
QUIET_STEPS = ("expect", "press Plus")
"""Steps whose picture is of no other moment than the one before."""
FIRST_SCREEN = "attract"
QUIET = {"attract": {"offers": 0}}
"""Offers of the day come and go by themselves; without them the first screen rests, and can be compared."""


@dataclass(kw_only=True)
class Served:
    """What came of one shopper. Paths are inside `out`."""

    shopper: Shopper
    out: Path
    pictures: list[tuple[Path, str]] = field(default_factory=list)
    """With the step's words."""
    receipt: Path | None = None
    total_minor: int = 0
    is_paid: bool = False
    seconds: float = 0.0
    transcript: Path | None = None
    heard: list[tuple[str, int]] = field(default_factory=list)
    """Each step's words, and how many sentences had been heard once it was done."""
    failures: list[str] = field(default_factory=list)

    @property
    def telling(self) -> list[tuple[Path, str]]:
        """The main pictures: of the goods the first and the last, and what else shows something new."""
        steps = [(file, words) for file, words in self.pictures if not words.startswith(QUIET_STEPS)]
        shows = [number for number, (_, words) in enumerate(steps) if words.startswith("show")]
        kept: list[tuple[Path, str]] = []
        for number, (file, words) in enumerate(steps):
            is_between = number in shows[1:-1]
            if not is_between and not (kept and is_alike(kept[-1][0].read_bytes(), file.read_bytes())):
                kept.append((file, words))
        return kept


class AlbumWorld(ShopWorld):
    """A lane whose pictures go to the album of whoever shops now."""

    def __init__(self, scenario: Scenario, out: Path) -> None:
        super().__init__(scenario, out, changes=QUIET)
        self.album = out / "screens"

    def screenshot(self, name: str) -> None:
        """Keep what the screen shows in the album."""
        self.album.mkdir(parents=True, exist_ok=True)
        self.lane.screenshot(self.album / f"{name}.png")


def serve(shoppers: Sequence[Shopper], out: Path, lane: Path, say: Callable[[str], None]) -> list[Served]:
    """Let them shop at one lane, whose folder is `lane`. Raises `FleetError` if it does not start."""
    scenarios = [read(shopper.story) for shopper in shoppers]
    lane.mkdir(parents=True, exist_ok=True)
    clear_earlier_run(lane)
    world = AlbumWorld(scenarios[0], lane)
    with EndOnSignals(world.stop):
        world.start()
        first: bytes | None = None
        served = []
        for shopper, scenario in zip(shoppers, scenarios, strict=True):
            say(f"{shopper.title}: {len(scenario.steps)} steps")
            one = Served(shopper=shopper, out=out)
            served.append(one)
            found = _found(world, out / PICTURES / shopper.name, first, one)
            first = first or found
            _shop(world, scenario, one, say)
        if len(served) > 1:
            _found(world, out / PICTURES / "afterwards", first, served[-1])
        ledger = world.ledger()
        world.lane.stop()
        journal, entries = outputs.export_journal(world.settings, lane)
        if not journal["verifies"]:
            served[-1].failures.append(f"the journal does not verify: {journal['said']}")
        if wrong := summary.audit(entries, ledger):
            served[-1].failures.append(wrong)
        if scenarios[0].by_ear:
            served[-1].transcript = out / TRANSCRIPT
            shutil.copyfile(lane / TRANSCRIPT, out / TRANSCRIPT)
    return served


def _found(world: AlbumWorld, album: Path, first: bytes | None, one: Served) -> bytes:
    """The first screen as this shopper finds it; it must come to be as the first of all found it."""
    world.album = album
    picture, seen = album / f"00-{FIRST_SCREEN}.png", b""
    _until(lambda: world.state().screen == FIRST_SCREEN, FREE_TIMEOUT_S)

    def is_same() -> bool:
        nonlocal seen
        before, seen = seen, _photograph(world, picture)
        return is_alike(seen, first) if first is not None else seen == before

    if not _until(is_same, SAME_TIMEOUT_S):
        one.failures.append(
            "the first screen is not as the first shopper found it" if first else "it never rests"
        )
    if first is None or album.name == one.shopper.name:
        one.pictures.append((picture, "finds"))
    return seen


def _photograph(world: AlbumWorld, picture: Path) -> bytes:
    world.screenshot(picture.stem)
    return picture.read_bytes()


def _shop(world: AlbumWorld, scenario: Scenario, one: Served, say: Callable[[str], None]) -> None:
    """One purchase from the first screen to the paper."""
    begun = time.monotonic()
    papers = len(world.papers())
    heard: list[int] = []

    def note(line: str) -> None:
        say(line)
        heard.append(_sentences(world.out / TRANSCRIPT))

    report = Runner(scenario, world, note, RealMoment()).run()
    one.heard = [(told.step, count) for told, count in zip(report.steps, heard, strict=False)]
    _until(lambda: len(world.papers()) > papers and not world.printer_is_busy(), PAPER_TIMEOUT_S)
    state, printed = world.state(), world.papers()[papers:]
    one.seconds = time.monotonic() - begun
    one.total_minor, one.is_paid = state.total_minor, state.is_paid
    one.failures += report.failures
    one.pictures += [
        (world.album / f"{file_name(step)}.png", told.step)
        for step, told in zip(scenario.steps, report.steps, strict=False)
    ]
    if len(printed) != 1 or not outputs.save_receipt(printed, world.album):
        one.failures.append(f"{len(printed)} receipts came out")
        return
    one.receipt = world.album / "receipt.png"
    _, wrong = outputs.check_receipt(printed, scenario.columns, state.total_minor)
    if wrong:
        one.failures.append(f"the receipt does not add up: {wrong}")


def _sentences(transcript: Path) -> int:
    return transcript.read_bytes().count(b"\n") if transcript.is_file() else 0


def _until(is_so: Callable[[], bool], timeout_s: float) -> bool:
    deadline = time.monotonic() + timeout_s
    while not is_so():
        if time.monotonic() >= deadline:
            return False
        time.sleep(LOOK_S)
    return True
