"""One frame being examined: what was read so far, and the pictures made of it on the way.

Every picture (the located places, the crops turned upright) is made when a step first asks for it, and once.

Source: docs/devices/scanner.md, "The cascade".
Invariants: at most BAR_CROPS_MAX + LOOSE_CROPS_MAX bar crops and MATRIX_CROPS_MAX matrix crops.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from kiosk.scanner.frame import Gray
from kiosk.scanner.locate import Region, Regions, locate
from kiosk.scanner.rectify import looks_like_bars, matrix_crop, upright_bars
from kiosk.scanner.refine import refined, refined_dots
from kiosk.scanner.symbols import MATRIX, UNLIKE, Box, Decoded, Half

BAR_CROPS_MAX = 4
"""Bar-like places per frame that are tried; nearly all reads come from the first two."""
BAR_REGIONS_TRIED_MAX = 5
LOOSE_CROPS_MAX = 2
"""Places tried as they were located too: the exact ends are sometimes found too tight."""
MATRIX_CROPS_MAX = 3
UNVERIFIED_MAX = 4
"""New codes per frame for which a second opinion is asked."""

Crop = tuple[Region, Gray]


@dataclass
class Look:
    """One frame being examined: what is known so far, and pictures made on the way."""

    gray: Gray
    known: Collection[str] = ()
    """Keys already accepted and still in view: they need no second opinion and no further search."""
    found: list[Decoded] = field(default_factory=list)
    halves: list[Half] = field(default_factory=list)

    @cached_property
    def regions(self) -> Regions:
        """Where bars and dots are; worked out when first asked for."""
        return locate(self.gray)

    @cached_property
    def bar_crops(self) -> tuple[Crop, ...]:
        """The located bars from end to end, turned upright; without what only looked like bars from afar."""
        crops: list[Crop] = []
        for region, around in self._places:
            if not looks_like_bars(around, at=(0.5, 0.25, 0.75)):
                continue
            for part in refined(self.gray, region):
                crop = upright_bars(self.gray, part)
                if looks_like_bars(crop):
                    crops.append((part, crop))
            if len(crops) >= BAR_CROPS_MAX:
                break
        return tuple(crops[:BAR_CROPS_MAX])

    @cached_property
    def loose_crops(self) -> tuple[Crop, ...]:
        """The most bar-like places with all that lies around them, turned upright."""
        return self._places[:LOOSE_CROPS_MAX]

    @cached_property
    def _places(self) -> tuple[Crop, ...]:
        return tuple(
            (region, upright_bars(self.gray, region)) for region in self.regions.bars[:BAR_REGIONS_TRIED_MAX]
        )

    @cached_property
    def matrix_crops(self) -> tuple[Crop, ...]:
        """The located dots from end to end, not turned."""
        parts = [part for region in self.regions.matrices for part in refined_dots(self.gray, region)]
        return tuple((part, matrix_crop(self.gray, part)) for part in parts[:MATRIX_CROPS_MAX])

    @property
    def found_new(self) -> bool:
        """Whether a code that is not yet accepted was read."""
        return any(read.key not in self.known for read in self.found)

    @property
    def has_unread_bars(self) -> bool:
        """Whether bars were located where nothing was read."""
        return any(not self.is_read(region.box) for region, _ in self.bar_crops)

    @property
    def has_unread_dots(self) -> bool:
        """Whether places with dots were located where nothing was read."""
        return any(not self.is_read(region.box) for region, _ in self.matrix_crops)

    @property
    def located_bars(self) -> tuple[Crop, ...]:
        """The bar crops made so far: looking must not start a search."""
        return self.bar_crops if "bar_crops" in vars(self) else ()

    @property
    def upright_bars(self) -> tuple[Crop, ...]:
        """The same, and the loose ones that were made with them."""
        return (*self.bar_crops, *self.loose_crops) if "bar_crops" in vars(self) else ()

    def is_read(self, box: Box) -> bool:
        """Whether a code was read at `box`."""
        return any(read.box.overlaps(box) for read in self.found)

    def engines_of(self, key: str) -> set[str]:
        """Who has read the code in this frame."""
        return {read.engine for read in self.found if read.key == key}

    def unverified(self) -> list[Decoded]:
        """New 1-D codes that only one engine has read, or two that share mistakes."""
        reads = {
            read.key: read
            for read in self.found
            if read.key not in self.known and read.symbology not in MATRIX
        }
        return [one for one in reads.values() if not self._is_confirmed(one.key)][:UNVERIFIED_MAX]

    def _is_confirmed(self, key: str) -> bool:
        engines = self.engines_of(key)
        return len(engines) > 1 and not engines.isdisjoint(UNLIKE)
