"""The plan by which a frame is read: `STEPS`, what each does and when it is worth its time.

No single library is good enough on camera frames; angle and blur defeat them all. A fast pass reads what lies
straight, crops turned upright read what lies at an angle, slower engines run only while nothing was found.
The order is by reads gained per millisecond, as measured on photographs.

Source: docs/devices/scanner.md, "The cascade".
Invariants: a step only reads; what it costs usually is in the table and is learned while running.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

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
from kiosk.scanner.halves import read_halves
from kiosk.scanner.look import Crop, Look
from kiosk.scanner.symbols import SOFT, TAPIR, UNLIKE, ZBAR, ZXING, Decoded
from retail.codes import Symbology

SOFT_CROPS_MAX = 2
HALVES_CROPS_MAX = 4
TAPIR_DOTS_MAX = 2
TAPIR_DOTS_SIDE_MAX = 400.0
UPRIGHT_CROPS_MAX = 2
"""Upright crops of one code on which a second opinion is asked."""
ROOM_X, ROOM_Y = 60, 20
"""Pixels around a code read in the frame, for the second opinion."""


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


def _nothing_new_but_dots(look: Look) -> bool:
    return not look.found_new and look.has_unread_dots


def _fast(look: Look) -> list[Decoded]:
    return read_zxing(look.gray, TILL, thorough=False)


def _full(look: Look) -> list[Decoded]:
    return read_zxing(look.gray, TILL, thorough=True)


def _on(look: Look, crops: Iterable[Crop], reader: Callable[[Gray, Place], list[Decoded]]) -> list[Decoded]:
    """What `reader` reads on those crops where nothing was read yet."""
    found: list[Decoded] = []
    for region, crop in crops:
        if not look.is_read(region.box):
            found += reader(crop, at(region.box))
    return found


def _turned_bars(look: Look) -> list[Decoded]:
    return _on(look, look.bar_crops, _zxing_crop)


def _loose_bars(look: Look) -> list[Decoded]:
    return _on(look, look.loose_crops, _zxing_crop)


def _matrix_crops(look: Look) -> list[Decoded]:
    return _on(look, look.matrix_crops, _zxing_dots)


def _tapir_bars(look: Look) -> list[Decoded]:
    return _on(look, look.bar_crops, _tapir_crop)


def _tapir_dots(look: Look) -> list[Decoded]:
    square = [
        (region, crop)
        for region, crop in look.matrix_crops
        if region.is_square and region.length <= TAPIR_DOTS_SIDE_MAX
    ]
    return _on(
        look,
        square[:TAPIR_DOTS_MAX],
        lambda crop, place: tapir.read(crop, "low", formats=tapir.DOTS, place=place),
    )


def _tapir_frame(look: Look) -> list[Decoded]:
    return tapir.read(look.gray, "medium", formats=tapir.BARS + tapir.DOTS)


def _soft_quick(look: Look) -> list[Decoded]:
    return _on(look, look.bar_crops[:1], lambda crop, place: read_soft(crop, quick=True, place=place))


def _soft_bars(look: Look) -> list[Decoded]:
    return _on(look, look.bar_crops[:SOFT_CROPS_MAX], _soft_crop)


def _halves(look: Look) -> list[Decoded]:
    """Halves are noted, not read: they are no code yet."""
    for region, crop in look.upright_bars[:HALVES_CROPS_MAX]:
        if not look.is_read(region.box):
            look.halves += read_halves(crop, region)
    return []


def _second_engine(look: Look) -> list[Decoded]:
    return read_zbar(look.gray)


def _second_opinion(look: Look) -> list[Decoded]:
    """Ask the other engines about each new code, where it was read, until one that shares no mistakes with
    the first confirms it. The two older libraries do share some: after them dissent counts too, and the
    others are asked as well."""
    found: list[Decoded] = []
    for read in look.unverified():
        confirmed = look.engines_of(read.key)
        for engine, reader, kinds in _ENGINES:
            if len(confirmed) > 1 and confirmed & UNLIKE:
                break
            if engine in confirmed or read.symbology not in kinds:
                continue
            for crop in _crops_of(look, read):
                opinions = reader(crop, at(read.box))
                found += opinions
                if any(opinion.key == read.key for opinion in opinions):
                    confirmed.add(engine)
                    break
    return found


def _needs_soft_opinion(look: Look) -> bool:
    return any(read.symbology in _EAN_13 for read in look.unverified()) and bool(look.upright_bars)


def _soft_opinion(look: Look) -> list[Decoded]:
    """Weigh all numbers where an EAN-13 or UPC-A was read that nobody else could confirm."""
    reads = [read for read in look.unverified() if read.symbology in _EAN_13 and read.engine != SOFT]
    return [
        opinion
        for read in reads[:SOFT_CROPS_MAX]
        for opinion in read_soft(_crops_of(look, read)[0], quick=True, place=at(read.box))
    ]


def _crops_of(look: Look, read: Decoded) -> list[Gray]:
    """Where `read` was read: the upright crops that the search for bars has made, then the frame itself,
    where it was read if it lies straight. Exact ends are sometimes found too tight, so one is not enough."""
    crops = [crop for region, crop in look.upright_bars if region.box.overlaps(read.box)][:UPRIGHT_CROPS_MAX]
    box = read.box
    height, width = look.gray.shape
    left, right = max(0, int(box.left) - ROOM_X), min(width, int(box.right) + ROOM_X)
    top, bottom = max(0, int(box.top) - ROOM_Y), min(height, int(box.bottom) + ROOM_Y)
    return [*crops, look.gray[top:bottom, left:right].copy()]


def _zxing_crop(crop: Gray, place: Place) -> list[Decoded]:
    return read_zxing(crop, LINEAR, thorough=False, place=place)


def _zxing_dots(crop: Gray, place: Place) -> list[Decoded]:
    return read_zxing(crop, MATRIX, thorough=True, place=place)


def _zbar_crop(crop: Gray, place: Place) -> list[Decoded]:
    return read_zbar(crop, place=place)


def _soft_crop(crop: Gray, place: Place) -> list[Decoded]:
    return read_soft(crop, place=place)


def _tapir_crop(crop: Gray, place: Place) -> list[Decoded]:
    return tapir.read(crop, "low", place=place)


def _tapir_databar(crop: Gray, place: Place) -> list[Decoded]:
    return tapir.read(crop, "low", formats=tapir.DATABAR, place=place)


_EAN_13 = frozenset({Symbology.EAN_13, Symbology.UPC_A})
_BARS = _EAN_13 | {Symbology.EAN_8, Symbology.UPC_E, Symbology.CODE_128, Symbology.GS1_128}
_ALL_BARS = _BARS | {Symbology.ITF, Symbology.ITF_14}
_DATABAR = frozenset({Symbology.DATABAR, Symbology.DATABAR_LIMITED, Symbology.DATABAR_EXPANDED})
_TAPIR = ((TAPIR, _tapir_crop, _ALL_BARS), (TAPIR, _tapir_databar, _DATABAR))
_ENGINES = (
    (ZXING, _zxing_crop, _ALL_BARS),
    *(_TAPIR if tapir.is_installed() else ()),
    (ZBAR, _zbar_crop, _BARS),
)
"""Who is asked for a second opinion, in this order, about which symbologies."""


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
    Step("fast pass", 2, _always, _fast),
    Step("turned bars", 5, _nothing_new, _turned_bars),
    Step("loose bars", 1, _nothing_new_but_bars, _loose_bars),
    *_with_tapir(Step("tapir on crops", 3, _nothing_new_but_bars, _tapir_bars)),
    Step("halves", 2, _nothing_new_but_bars, _halves),
    Step("soft EAN-13, one band", 14, _nothing_new_but_bars, _soft_quick),
    Step("matrix crops", 4, _nothing_new, _matrix_crops),
    *_with_tapir(Step("tapir on dots", 5, _nothing_new_but_dots, _tapir_dots)),
    Step("full pass", 8, _nothing_at_all, _full),
    Step("soft EAN-13", 50, _nothing_new_but_bars, _soft_bars),
    *_with_tapir(Step("tapir", 40, _nothing_at_all, _tapir_frame)),
    Step("second engine", 15, _nothing_new_but_bars, _second_engine),
    Step("second opinion", 2, _needs_second_opinion, _second_opinion),
    Step("soft opinion", 15, _needs_soft_opinion, _soft_opinion),
)
"""Name, usual cost in milliseconds, when, what. In this order."""
