"""How a scale is, from how its load has been: what staff can act on.

Source: docs/devices/scale.md, "Health".
Invariants: a change is told once; a scale that has not answered yet is neither well nor ill.
"""

from dataclasses import dataclass

from kiosk.scale.profile import ScaleProfile
from kiosk.scale.settler import LoadState, Phase

_DRIFT = "Its weight creeps although nothing moves: clear it, and look whether something touches the plate."


@dataclass(frozen=True)
class Trouble:
    """A reason why a scale is not well; an empty code means that it is."""

    code: str
    detail: str = ""


WELL = Trouble("")


class Wellbeing:
    """Remembers what was told, so that it is not told twice."""

    def __init__(self, profile: ScaleProfile) -> None:
        self._profile = profile
        self._told: str | None = None
        self._not_ready_since: float | None = None

    def judge(self, state: LoadState, at: float) -> Trouble | None:
        """What is to be told of a scale that answers; None: nothing new."""
        return self.tell(self._trouble(state, at - state.since >= self._profile.unstable_s))

    def tell(self, trouble: Trouble) -> Trouble | None:
        """The trouble, if it is not the one that was told last."""
        if trouble.code == self._told:
            return None
        self._told = trouble.code
        return trouble

    def is_not_ready_for_long(self, at: float) -> bool:
        """The scale said that it cannot weigh; whether it has for longer than it may."""
        if self._not_ready_since is None:
            self._not_ready_since = at
        return at - self._not_ready_since >= self._profile.unstable_s

    def was_ready(self) -> None:
        """The scale weighs."""
        self._not_ready_since = None

    def _trouble(self, state: LoadState, is_long: bool) -> Trouble:
        match state.phase:
            case Phase.MOVING if is_long:
                return Trouble(
                    "unstable", "It does not come to rest: is something leaning on it, or a draught?"
                )
            case Phase.UNDER_ZERO if is_long:
                return Trouble("under_zero", "It shows less than nothing: clear it and set it to zero.")
            case Phase.RESTING if state.is_drifting:
                return Trouble("drift", _DRIFT)
            case Phase.MOVING | Phase.UNDER_ZERO if self._told in ("unstable", "under_zero", "drift"):
                return Trouble(self._told)
            case _:
                return WELL
