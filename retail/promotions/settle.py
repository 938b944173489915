"""What an offer takes off the units the search gave it, unit by unit.

Invariants: settled together, an offer's units save what the search counted on, but for one rounding; no unit
goes below its floor.
"""

from collections.abc import Sequence
from typing import NamedTuple

from retail.promotions.forms.takes import TAKES
from retail.promotions.forms.walk import SCALE, Piece
from retail.promotions.forms.walk_floors import floors_matter, grouped
from retail.promotions.index import Ready
from retail.promotions.offer import Bundle, Derivation, DistinctSet, GroupPrice, Ladder
from retail.promotions.rounding import Policy
from retail.promotions.sequence import limited
from retail.promotions.standing import Standing, Take
from retail.promotions.views import Record


class Placing(NamedTuple):
    """The units an offer got, each with its place, and the form it takes for them."""

    form: Derivation
    uses: list[tuple[int, Record]]
    exact: int
    """What it takes off before rounding: minor units times SCALE."""


class Used(NamedTuple):
    """What an offer does to the units it got."""

    ready: Ready
    placing: Placing
    takes: list[tuple[Record, Take]]
    saving: int
    rest: int
    """What rounding down cost: minor units times SCALE."""


def standing_of(records: Sequence[Record]) -> Standing:
    """The records as the item layer finds them."""
    lines: dict[str, int] = {}
    return Standing(
        [record.view.price for record in records],
        [record.view.item.floor_minor for record in records],
        [lines.setdefault(record.view.item.id, len(lines)) for record in records],
        list_prices=[record.view.item.price_minor for record in records],
    )


def times_of(form: object, ready: Ready) -> int | None:
    """How many groups an offer may form."""
    limits = [limit for limit in (getattr(form, "times", None), ready.uses_left) if limit is not None]
    return min(limits) if limits else None


def settle(ready: Ready, placing: Placing, policy: Policy) -> Used:
    """What an offer takes off the units it got: its own form on exactly those.

    Where this shop rounds once per promotion, the result is rounded down and says by how much; the layer
    decides which promotions are rounded up, so that its saving as a whole is rounded only once.
    """
    if policy.at == "line":
        return _settled(ready, placing, policy, 0)
    used = _settled(ready, placing, _DOWN[policy.spread], 0)
    rest = placing.exact - used.saving * SCALE
    return used if not 0 < rest < SCALE else used._replace(rest=rest)


def settle_up(ready: Ready, placing: Placing, policy: Policy) -> Used:
    """The same, rounded up."""
    return _settled(ready, placing, _UP[policy.spread], 0)


_DOWN = {"largest_remainder": Policy(mode="down"), "last": Policy(mode="down", spread="last")}
_UP = {"largest_remainder": Policy(mode="up"), "last": Policy(mode="up", spread="last")}


def _settled(ready: Ready, placing: Placing, policy: Policy, rest: int) -> Used:
    form = placing.form
    seen = list(dict.fromkeys(record for _, record in placing.uses))
    if not any(record.view.item.floor_minor for record in seen):
        seen.sort(key=lambda record: record.key)  # else in the order the search formed its groups
    at = {record: index for index, record in enumerate(seen)}
    standing = standing_of(seen)
    uses = [(place, at[record]) for place, record in placing.uses]
    takes: list[Take] = []
    for instance, own in enumerate(_groups(form, uses, standing, times_of(form, ready))):
        pools: list[list[int]] = [[] for _ in range(_places_of(form, ready))]
        for place, unit in sorted(own, key=lambda use: use[1]):
            pools[place].append(unit)
        if isinstance(form, Ladder):
            pools = [pools[0], pools[0]]
        part = TAKES[type(form)](form, pools, standing, policy)
        takes += [take._replace(instance=take.instance + instance) for take in part]
    takes = limited(takes, ready)
    pairs = [(seen[take.unit], take) for take in takes]
    return Used(ready, placing, pairs, sum(take.amount_minor for take in takes), rest)


def _places_of(form: Derivation, ready: Ready) -> int:
    return len(form.steps) if isinstance(form, DistinctSet) else ready.derivations[0][2]


def _groups(
    form: Derivation, uses: list[tuple[int, int]], standing: Standing, times: int | None
) -> list[list[tuple[int, int]]]:
    """The (place, unit) pairs to settle together: all, unless floors make it matter who stands with whom."""
    if not isinstance(form, GroupPrice | Bundle):
        return [uses]
    count = len(form.slots) if isinstance(form, Bundle) else 1
    pieces = [
        (place, Piece(unit, standing.left[unit], standing.room(unit), standing.lines[unit]))
        for place, unit in uses
    ]
    pools = [[piece for own, piece in pieces if own == place] for place in range(count)]
    if not floors_matter(form, pools):
        return [uses]
    return [[(place, piece.unit) for place, piece in group] for group in grouped(form, pieces, times)]
