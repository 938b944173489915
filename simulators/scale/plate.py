"""The plate of a scale: what lies on it, how its weight comes to rest, and what can be wrong with it.

Invariants: grams in, milligrams out; the same seed, deeds and times give the same weights.
"""

import random
from dataclasses import dataclass

from kiosk.scale.codec.answers import MG_PER_G, Load, Sample

FAULTS = (
    "none",
    "unstable",
    "negative",
    "overload",
    "stuck",
    "pounds",
    "silent",
    "noise",
    "drift",
    "busy",
)
"""Never at rest; set to zero with something on it; says it is overloaded; shows the weight of the moment for
ever; switched to pounds; answers nothing; answers rubbish; its weight creeps; says that it cannot weigh."""
THINGS_MAX = 500
GRAMS_MAX = 500_000
SWING_G = 60
NEGATIVE_G = 150
DRIFT_G_PER_S = 4
ZERO_PERCENT = 2
"""Of the capacity: further from the true zero a scale does not set itself to zero."""


@dataclass(frozen=True, kw_only=True)
class Build:
    """What kind of scale it is."""

    capacity_g: int = 30_000
    step_g: int = 1
    settle_s: float = 0.4
    """A load swings for so long after it was touched."""


class Plate:
    """What lies on the scale. Times are passed in."""

    def __init__(self, build: Build, seed: int = 1) -> None:
        self._build = build
        self._random = random.Random(seed)
        self._zero_mg = 0
        self._moved_at = float("-inf")
        self._fault_since = 0.0
        self._frozen_mg = 0
        self.fault = "none"
        self.things: dict[str, int] = {}
        """By name, in grams; the order in which they came."""

    def put(self, name: str, grams: int, at: float) -> None:
        """Put something down. Raises `ValueError` for what cannot be."""
        if name in self.things:
            raise ValueError(f"{name} lies there already")
        if len(self.things) >= THINGS_MAX or not 0 < grams <= GRAMS_MAX:
            raise ValueError(f"at most {THINGS_MAX} things of 1 to {GRAMS_MAX} g")
        self.things[name] = grams
        self._moved_at = at

    def take(self, name: str, at: float) -> None:
        """Take something away. Raises `ValueError` if it is not there."""
        if name not in self.things:
            raise ValueError(f"{name} does not lie there")
        del self.things[name]
        self._moved_at = at

    def clear(self, at: float) -> None:
        """Take everything away."""
        self.things.clear()
        self._moved_at = at

    def break_by(self, fault: str, at: float) -> None:
        """Let this be wrong with the scale from now on. Raises `ValueError` for an unknown fault."""
        if fault not in FAULTS:
            raise ValueError(f"{fault} is none of {', '.join(FAULTS)}")
        self._frozen_mg = self._load_mg(at) - self._zero_mg
        self._zero_mg = self._load_mg(at) + NEGATIVE_G * MG_PER_G if fault == "negative" else 0
        self.fault, self._fault_since = fault, at

    def zero(self, at: float) -> bool:
        """Set the scale to zero; whether it did."""
        load_mg = self._load_mg(at)
        is_near = abs(load_mg) * 100 <= self._build.capacity_g * MG_PER_G * ZERO_PERCENT
        if not is_near or self.sample(at).load is not Load.STABLE:
            return False
        self._zero_mg = load_mg
        if self.fault == "negative":
            self.fault = "none"
        return True

    def sample(self, at: float) -> Sample:
        """What the scale shows now."""
        shown_mg = self._frozen_mg if self.fault == "stuck" else self._load_mg(at) - self._zero_mg
        if self.fault == "busy":
            return Sample(load=Load.NOT_READY)
        if self.fault == "overload" or shown_mg > self._build.capacity_g * MG_PER_G:
            return Sample(load=Load.OVERLOAD)
        is_swinging = self.fault != "stuck" and at - self._moved_at < self._build.settle_s
        if is_swinging or self.fault == "unstable":
            shown_mg += self._random.randint(-SWING_G, SWING_G) * MG_PER_G
            return Sample(load=Load.MOVING, weight_mg=self._rounded(shown_mg))
        return Sample(load=Load.STABLE, weight_mg=self._rounded(shown_mg))

    def _load_mg(self, at: float) -> int:
        load_mg = sum(self.things.values()) * MG_PER_G
        if self.fault == "drift":
            load_mg += int((at - self._fault_since) * DRIFT_G_PER_S) * MG_PER_G
        return load_mg

    def _rounded(self, weight_mg: int) -> int:
        step_mg = self._build.step_g * MG_PER_G
        return (weight_mg + step_mg // 2) // step_mg * step_mg
