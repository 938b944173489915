"""The weight that goods are sold by: one question, one answer.

Source: docs/devices/scale.md, "Weighing goods".
Invariants: pure, time is passed in; one answer per question; a weight is confirmed by CONFIRMED_BY samples
that came after the question; what was weighed last is not sold a second time unless it was taken off.
"""

import msgspec

from kiosk.devices.scale import TARE_MAX_G, NoWeight, NoWeightReason, WeightTaken
from kiosk.scale.codec.answers import MG_PER_G
from kiosk.scale.settler import LoadState, Phase
from retail.check import require

CONFIRMED_BY = 2
"""The first answer after a question may still be one to the question before."""
EMPTY_BELOW_MG = 2 * MG_PER_G
SAME_WITHIN_MG = 10 * MG_PER_G
"""Goods that were only moved weigh the same within this."""


class WeighRules(msgspec.Struct, frozen=True, kw_only=True):
    """What a store's scale may sell."""

    wait_s: float = 30.0
    """So long goods may take to be put down and come to rest."""
    step_g: int = 1
    """The scale's interval: a tare is rounded up to it."""
    least_g: int = 0
    """Gross, what the scale may weigh at least for a sale."""


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked."""

    ask_id: str
    tare_g: int = 0
    may_be_same: bool = False

    def __post_init__(self) -> None:
        require(bool(self.ask_id), "a question has a name")
        require(0 <= self.tare_g <= TARE_MAX_G, f"a tare is 0 to {TARE_MAX_G} g")


class Weigher:
    """Answers questions for the weight from the states of the load."""

    def __init__(self, rules: WeighRules) -> None:
        self._rules = rules
        self._ask: Ask | None = None
        self._until = 0.0
        self._samples = 0
        self._taken_mg: int | None = None
        """What was weighed last and has not been taken off."""

    def begin(self, ask: Ask, at: float) -> NoWeight | None:
        """Take a question; the answer to an older one that it ends."""
        ended = self.end(NoWeightReason.CANCELLED)
        self._ask, self._until, self._samples = ask, at + self._rules.wait_s, 0
        if ask.may_be_same:
            self._taken_mg = None
        return ended

    def cancel(self, ask_id: str) -> NoWeight | None:
        """Take a question back."""
        is_open = self._ask is not None and self._ask.ask_id == ask_id
        return self.end(NoWeightReason.CANCELLED) if is_open else None

    def end(self, reason: NoWeightReason) -> NoWeight | None:
        """End the open question without a weight."""
        ask, self._ask = self._ask, None
        return NoWeight(ask_id=ask.ask_id, reason=reason) if ask is not None else None

    def take(self, state: LoadState, at: float) -> WeightTaken | NoWeight | None:
        """What follows from one more sample."""
        self._see(state)
        if self._ask is None:
            return None
        self._samples += 1
        if self._samples >= CONFIRMED_BY:
            judged = self._judge(state, self._ask)
            if isinstance(judged, WeightTaken):
                self._ask, self._taken_mg = None, state.weight_mg
                return judged
            if at >= self._until:
                return self.end(judged)
        return None

    def _see(self, state: LoadState) -> None:
        """Notice that what was weighed last has gone."""
        if self._taken_mg is None or state.phase is not Phase.RESTING:
            return
        is_same = abs(state.weight_mg - self._taken_mg) <= SAME_WITHIN_MG
        if state.weight_mg < EMPTY_BELOW_MG or not is_same:
            self._taken_mg = None

    def _judge(self, state: LoadState, ask: Ask) -> WeightTaken | NoWeightReason:
        match state.phase:
            case Phase.MOVING:
                return NoWeightReason.UNSTABLE
            case Phase.OVERLOAD:
                return NoWeightReason.OVERLOAD
            case Phase.UNDER_ZERO:
                return NoWeightReason.UNDER_ZERO
            case Phase.RESTING:
                return self._weigh(state.weight_mg, ask)

    def _weigh(self, weight_mg: int, ask: Ask) -> WeightTaken | NoWeightReason:
        if weight_mg < EMPTY_BELOW_MG:
            return NoWeightReason.EMPTY
        if self._taken_mg is not None:
            return NoWeightReason.SAME_WEIGHT
        gross_g, finer = divmod(weight_mg, MG_PER_G)
        require(not finer, "a weight that is sold is whole grams")
        tare_g = -(-ask.tare_g // self._rules.step_g) * self._rules.step_g
        if gross_g <= tare_g or gross_g < self._rules.least_g:
            return NoWeightReason.TOO_LIGHT
        return WeightTaken(ask_id=ask.ask_id, net_g=gross_g - tare_g, tare_g=tare_g, gross_g=gross_g)
