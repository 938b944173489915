"""What each offer of the item layer does at the moment, and the one rounding over all of them.

Invariants: the saving is the sum of what the offers do; a unit's saving is its one offer's.
"""

from collections.abc import Iterable
from typing import NamedTuple

from retail.promotions.forms.walk import SCALE
from retail.promotions.index import Ready
from retail.promotions.rounding import Policy, divide
from retail.promotions.settle import Used, settle, settle_up


class Entry(NamedTuple):
    """One offer's part."""

    used: Used
    is_up: bool
    """Whether it was rounded up."""


class Ledger:
    """Entered and forgotten offer by offer; `round` makes the sum right after that."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._used: dict[Ready, Used] = {}
        self._rests: dict[Ready, int] = {}
        """What rounding down cost, of offers that save fractions."""
        self._up: dict[Ready, None] = {}
        self.saving_minor = 0

    @property
    def used(self) -> Iterable[Used]:
        """What each offer in use does, in rank order."""
        ranked = sorted(self._used, key=lambda ready: ready.rank)
        return [self._used[ready] for ready in ranked if self._used[ready].saving]

    def entry(self, ready: Ready) -> Entry | None:
        """An offer's part as it is now."""
        used = self._used.get(ready)
        return None if used is None else Entry(used, ready in self._up)

    def enter(self, used: Used, *, is_up: bool = False) -> None:
        """An offer does this."""
        if not used.saving and not used.rest:
            return
        self._used[used.ready] = used
        if used.rest:
            self._rests[used.ready] = used.rest
        if is_up:
            self._up[used.ready] = None
        self.saving_minor += used.saving
        for record, take in used.takes:
            record.saving = take.amount_minor

    def forget(self, ready: Ready) -> None:
        """An offer does nothing, until it is entered again."""
        used = self._used.pop(ready, None)
        self._rests.pop(ready, None)
        self._up.pop(ready, None)
        if used is not None:
            self.saving_minor -= used.saving
            for record, _ in used.takes:
                record.saving = 0

    def round(self) -> None:
        """Round the layer's saving once: those with the largest rests are rounded up, as many as it takes.

        So the saving is the exact optimum rounded, and one more offer can never make it smaller.
        """
        count = divide(sum(self._rests.values()), SCALE, self._policy.mode)
        order = sorted(self._rests, key=lambda ready: (-self._rests[ready], ready.rank))
        up = dict.fromkeys(order[:count])
        changed = [ready for ready in self._up if ready not in up]
        changed += [ready for ready in up if ready not in self._up]
        for ready in changed:
            before, rest = self._used[ready], self._rests[ready]
            settled = settle_up if ready in up else settle
            self.forget(ready)
            self.enter(settled(ready, before.placing, self._policy)._replace(rest=rest), is_up=ready in up)
