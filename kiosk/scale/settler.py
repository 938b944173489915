"""From samples to a load at rest.

A scale's own word that it is stable is not enough: between two questions goods come and go, and a bump looks
like a weight. A load counts as what it is once it has been the same for the settling time.

Source: docs/devices/scale.md, "At rest".
Invariants: pure, time is passed in; a resting weight is never below zero; nothing is rounded.
"""

import enum

import msgspec

from kiosk.scale.codec.answers import MG_PER_G, Load, Sample

ZERO_BAND_MG = 2 * MG_PER_G
"""So far below zero an empty scale may be; its own zero tracking takes care of that."""


class SettleRules(msgspec.Struct, frozen=True, kw_only=True):
    """When a load counts as at rest."""

    settle_s: float = 0.3
    """For so long it has been the same."""
    change_mg: int = 2 * MG_PER_G
    """A resting weight that changes by less has not changed. 1: every change counts."""
    creep_mg: int = 5 * MG_PER_G
    """A rest that changes by no more creeps; by more, something came or went, and it has to settle anew."""
    drift_mg: int = 20 * MG_PER_G
    """Creeping this far from where the rest began is a fault of the scale."""


class Phase(enum.Enum):
    """What the load does."""

    MOVING = "moving"
    RESTING = "resting"
    OVERLOAD = "overload"
    UNDER_ZERO = "under_zero"


class LoadState(msgspec.Struct, frozen=True, kw_only=True):
    """How the load is."""

    phase: Phase
    since: float
    """When this phase began."""
    weight_mg: int = 0
    """While it rests."""
    is_drifting: bool = False


class Settler:
    """Follows the samples of one scale."""

    def __init__(self, rules: SettleRules) -> None:
        self._rules = rules
        self.state: LoadState | None = None
        """None: no sample yet."""
        self._seen: tuple[Phase, int] = (Phase.MOVING, 0)
        self._seen_since = 0.0
        self._rest_began_mg = 0

    def forget(self) -> None:
        """The line was lost: what lies there is not known."""
        self.state = None
        self._seen = (Phase.MOVING, 0)

    def take(self, sample: Sample, at: float) -> LoadState | None:
        """The state after one sample."""
        seen = _meaning(sample)
        if seen is None:
            return self.state
        if not self._is_as_seen(seen):
            self._seen, self._seen_since = seen, at
        phase, weight_mg = seen
        if phase is Phase.MOVING:
            self._enter(phase, at)
        elif at - self._seen_since >= self._rules.settle_s:
            if phase is Phase.RESTING:
                self._rest(weight_mg, at)
            else:
                self._enter(phase, at)
        elif self.state is None or not self._is_resting_near(seen):
            self._enter(Phase.MOVING, at)
        return self.state

    def _is_as_seen(self, seen: tuple[Phase, int]) -> bool:
        same_phase = seen[0] is self._seen[0]
        return same_phase and abs(seen[1] - self._seen[1]) < self._rules.change_mg

    def _is_resting_near(self, seen: tuple[Phase, int]) -> bool:
        state = self.state
        is_rest = state is not None and state.phase is Phase.RESTING and seen[0] is Phase.RESTING
        return is_rest and state is not None and abs(seen[1] - state.weight_mg) <= self._rules.creep_mg

    def _enter(self, phase: Phase, at: float) -> None:
        if self.state is None or self.state.phase is not phase:
            self.state = LoadState(phase=phase, since=at)

    def _rest(self, weight_mg: int, at: float) -> None:
        state = self.state
        if state is None or state.phase is not Phase.RESTING:
            self._rest_began_mg = weight_mg
            self.state = LoadState(phase=Phase.RESTING, since=at, weight_mg=weight_mg)
        elif abs(weight_mg - state.weight_mg) >= self._rules.change_mg:
            crept_mg = abs(weight_mg - self._rest_began_mg)
            self.state = LoadState(
                phase=Phase.RESTING,
                since=state.since,
                weight_mg=weight_mg,
                is_drifting=crept_mg >= self._rules.drift_mg,
            )


def _meaning(sample: Sample) -> tuple[Phase, int] | None:
    """What one sample shows; None: nothing."""
    match sample.load:
        case Load.STABLE if sample.weight_mg < -ZERO_BAND_MG:
            return Phase.UNDER_ZERO, 0
        case Load.STABLE:
            return Phase.RESTING, max(0, sample.weight_mg)
        case Load.MOVING:
            return Phase.MOVING, 0
        case Load.OVERLOAD:
            return Phase.OVERLOAD, 0
        case Load.UNDER_ZERO:
            return Phase.UNDER_ZERO, 0
        case Load.NOT_READY:
            return None
