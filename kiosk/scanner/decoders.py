"""Read the codes of one frame: a cascade of steps, cheap ones first, within a time budget.

No single library is good enough on camera frames; angle and blur defeat them all. The cascade, as measured:
a fast pass reads what lies straight, turned crops of located bars read what lies at an angle, slower passes
run only when nothing was found and there is time left. `STEPS` is the whole plan; a step runs when its
condition holds and its usual cost still fits the budget.

Source: docs/devices/scanner.md, "The cascade".
Invariants: one frame costs at most the budget plus one step's overrun; nothing is accepted here (that is
`tracker`); the budget is processor time, so that a busy machine reads no worse.
"""

import itertools
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cached_property

from kiosk.scanner import tapir
from kiosk.scanner.engines import (
    LINEAR,
    MATRIX,
    TILL,
    Place,
    at,
    read_soft,
    read_zbar,
    read_zxing,
)
from kiosk.scanner.frame import Gray
from kiosk.scanner.locate import Region, Regions, locate
from kiosk.scanner.rectify import looks_like_bars, matrix_crop, upright_bars
from kiosk.scanner.symbols import MATRIX as MATRIX_SYMBOLOGIES
from kiosk.scanner.symbols import SOFT, TAPIR, ZBAR, ZXING, Box, Decoded, Examined

COST_MEMORY = 0.9
"""How much of the old estimate a step's cost keeps; a skipped step's estimate shrinks likewise, so that one
slow run does not switch it off for ever."""
SOFT_CROPS_MAX = 2
BAR_CROPS_MAX = 3
"""Bar-like places per frame that are tried; nearly all reads come from the first two."""
UNVERIFIED_MAX = 4
"""New codes per frame for which a second opinion is asked."""


@dataclass
class Look:
    """One frame being examined: what is known so far, and pictures made on the way."""

    gray: Gray
    known: Collection[str] = ()
    """Keys already accepted and still in view: they need no second opinion and no further search."""
    found: list[Decoded] = field(default_factory=list)

    @cached_property
    def regions(self) -> Regions:
        """Where bars and dots are; worked out when first asked for."""
        return locate(self.gray)

    @cached_property
    def bar_crops(self) -> tuple[tuple[Region, Gray], ...]:
        """The located bars, turned upright; without what only looked like bars from afar."""
        crops = ((region, upright_bars(self.gray, region)) for region in self.regions.bars)
        likely = ((region, crop) for region, crop in crops if looks_like_bars(crop))
        return tuple(itertools.islice(likely, BAR_CROPS_MAX))

    @property
    def found_new(self) -> bool:
        """Whether a code that is not yet accepted was read."""
        return any(read.key not in self.known for read in self.found)

    @property
    def has_unread_bars(self) -> bool:
        """Whether bars were located where nothing was read."""
        return any(not self.is_read(region.box) for region, _ in self.bar_crops)

    def is_read(self, box: Box) -> bool:
        """Whether a code was read at `box`."""
        return any(read.box.overlaps(box) for read in self.found)

    def unverified(self) -> list[Decoded]:
        """New 1-D codes that only one engine has read."""
        engines: dict[str, set[str]] = {}
        for read in self.found:
            engines.setdefault(read.key, set()).add(read.engine)
        reads = {
            read.key: read
            for read in self.found
            if read.key not in self.known
            and read.symbology not in MATRIX_SYMBOLOGIES
            and len(engines[read.key]) == 1
        }
        return list(reads.values())[:UNVERIFIED_MAX]


def _always(look: Look) -> bool:
    return True


def _nothing_new(look: Look) -> bool:
    return not look.found_new


def _nothing_new_but_bars(look: Look) -> bool:
    return not look.found_new and look.has_unread_bars


def _nothing_at_all(look: Look) -> bool:
    return not look.found


def _needs_second_opinion(look: Look) -> bool:
    return bool(look.unverified())


def _fast(look: Look) -> list[Decoded]:
    return read_zxing(look.gray, TILL, thorough=False)


def _full(look: Look) -> list[Decoded]:
    return read_zxing(look.gray, TILL, thorough=True)


def _turned_bars(look: Look) -> list[Decoded]:
    found: list[Decoded] = []
    for region, crop in look.bar_crops:
        if not look.is_read(region.box):
            found += read_zxing(crop, LINEAR, thorough=False, place=at(region.box))
    return found


def _tapir_bars(look: Look, mode: str) -> list[Decoded]:
    found: list[Decoded] = []
    for region, crop in look.bar_crops:
        if not look.is_read(region.box):
            found += tapir.read(crop, mode, place=at(region.box))
    return found


def _tapir_bars_quick(look: Look) -> list[Decoded]:
    return _tapir_bars(look, "low")


def _tapir_bars_thorough(look: Look) -> list[Decoded]:
    return _tapir_bars(look, "medium")


def _tapir_frame(look: Look) -> list[Decoded]:
    return tapir.read(look.gray, "low")


def _soft_bars(look: Look) -> list[Decoded]:
    found: list[Decoded] = []
    for region, crop in look.bar_crops[:SOFT_CROPS_MAX]:
        if not look.is_read(region.box):
            found += read_soft(crop, place=at(region.box))
    return found


def _matrix_crops(look: Look) -> list[Decoded]:
    found: list[Decoded] = []
    for region in look.regions.matrices:
        if not look.is_read(region.box):
            crop = matrix_crop(look.gray, region)
            found += read_zxing(crop, MATRIX, thorough=True, place=at(region.box))
    return found


def _second_engine(look: Look) -> list[Decoded]:
    return read_zbar(look.gray)


def _second_opinion(look: Look) -> list[Decoded]:
    """Ask the other engines about each new code, on the upright crop where it was read. The two older
    libraries share some mistakes, so that dissent counts too: all are asked, but the slow soft decoder only
    if tapirscan has not confirmed the code."""
    found: list[Decoded] = []
    for read in look.unverified():
        crop = _crop_of(look, read.box)
        confirmed = {read.engine}
        for engine, reader in _ENGINES:
            if engine in confirmed or (engine == SOFT and TAPIR in confirmed):
                continue
            opinions = reader(crop, at(read.box))
            confirmed |= {opinion.engine for opinion in opinions if opinion.key == read.key}
            found += opinions
    return found


def _crop_of(look: Look, box: Box) -> Gray:
    for region, crop in look.bar_crops:
        if region.box.overlaps(box):
            return crop
    height, width = look.gray.shape
    left, right = max(0, int(box.left) - 60), min(width, int(box.right) + 60)
    top, bottom = max(0, int(box.top) - 30), min(height, int(box.bottom) + 30)
    return look.gray[top:bottom, left:right].copy()


def _zxing_crop(crop: Gray, place: Place) -> list[Decoded]:
    return read_zxing(crop, LINEAR, thorough=False, place=place)


def _zbar_crop(crop: Gray, place: Place) -> list[Decoded]:
    return read_zbar(crop, place=place)


def _soft_crop(crop: Gray, place: Place) -> list[Decoded]:
    return read_soft(crop, place=place)


def _tapir_crop(crop: Gray, place: Place) -> list[Decoded]:
    return tapir.read(crop, "low", place=place)


_ENGINES = (
    (ZXING, _zxing_crop),
    *(((TAPIR, _tapir_crop),) if tapir.is_installed() else ()),
    (ZBAR, _zbar_crop),
    (SOFT, _soft_crop),
)


@dataclass(frozen=True)
class Step:
    """One step of the cascade: what it is called, what it usually costs, when and what it runs."""

    name: str
    cost_ms: float
    when: Callable[[Look], bool]
    run: Callable[[Look], list[Decoded]]


def _with_tapir(step: Step) -> tuple[Step, ...]:
    return (step,) if tapir.is_installed() else ()


STEPS = (
    Step("fast pass", 5, _always, _fast),
    Step("turned bars", 6, _nothing_new, _turned_bars),
    Step("matrix crops", 3, _nothing_new, _matrix_crops),
    *_with_tapir(Step("tapir on crops", 4, _nothing_new_but_bars, _tapir_bars_quick)),
    Step("soft EAN-13", 9, _nothing_new_but_bars, _soft_bars),
    *_with_tapir(Step("tapir on crops, thorough", 10, _nothing_new_but_bars, _tapir_bars_thorough)),
    Step("full pass", 14, _nothing_at_all, _full),
    *_with_tapir(Step("tapir", 40, _nothing_at_all, _tapir_frame)),
    Step("second engine", 28, _nothing_new_but_bars, _second_engine),
    Step("second opinion", 4, _needs_second_opinion, _second_opinion),
)


class Cascade:
    """Runs `STEPS` on frames and learns what each step costs on this machine."""

    def __init__(
        self,
        steps: tuple[Step, ...] = STEPS,
        clock: Callable[[], float] = time.thread_time,
        note: Callable[[str], None] = lambda _step: None,
    ) -> None:
        self._steps = steps
        self._clock = clock
        self._note = note
        self._costs = {step.name: step.cost_ms for step in steps}

    def examine(
        self, gray: Gray, budget_ms: float, known: Collection[str] = (), without: Collection[str] = ()
    ) -> Examined:
        """Read `gray` within `budget_ms` of processor time (the first step always runs), leaving out the
        steps named in `without`. `note` hears each step's name before it runs, and "" in the end."""
        look = Look(gray, known)
        begun = now = self._clock()
        for number, step in enumerate(self._steps):
            if step.name in without or not step.when(look):
                continue
            spent_ms = (now - begun) * 1000
            if number and spent_ms + self._costs[step.name] > budget_ms:
                self._costs[step.name] *= COST_MEMORY
                continue
            self._note(step.name)
            look.found += step.run(look)
            before, now = now, self._clock()
            cost_ms = (now - before) * 1000
            usual_ms = COST_MEMORY * self._costs[step.name] + (1 - COST_MEMORY) * cost_ms
            self._costs[step.name] = max(
                cost_ms, usual_ms
            )  # a step that just overran does not fit soon again
        self._note("")
        crops = look.bar_crops if "bar_crops" in vars(look) else ()  # do not start a search for this
        unread = tuple(region.box for region, _ in crops if not look.is_read(region.box))
        return Examined(tuple(look.found), unread)
