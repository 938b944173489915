"""The item layer of some units: who uses which, and what that takes off.

Units that share offers are searched together; offers that cannot be filled by the units at hand are left
out first, which mostly splits them into small independent searches.

Invariant: a unit is used by at most one offer.
"""

from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

from retail.promotions.assign import AT_SCAN, Effort, solve
from retail.promotions.entrants import Entrant
from retail.promotions.forms.walk import Piece
from retail.promotions.forms.walks import alone, walks_for
from retail.promotions.index import Ready
from retail.promotions.offer import (
    Amount,
    AmountEach,
    Bundle,
    BuyGet,
    Derivation,
    DistinctSet,
    GroupPrice,
    Ladder,
    NewPrice,
    NthUnit,
    Percent,
    PerGroup,
)
from retail.promotions.settle import Placing, standing_of, times_of
from retail.promotions.standing import Standing
from retail.promotions.views import Record, View


class Solution(NamedTuple):
    """A search's answer: places for offers that join units; the best offer for units left to themselves."""

    placed: dict[Ready, Placing]
    alone: dict[Record, Ready]
    is_exact: bool


class OneMore(NamedTuple):
    """What one more unit of a product would bring."""

    ready: Ready
    """The offer that gains most by it."""
    saving: int
    """Minor units times SCALE."""


class Component:
    """Units joined by offers, and the offers that join them."""

    __slots__ = ("is_exact", "is_final", "is_large", "joining", "known", "one_more", "records", "solution")

    def __init__(self) -> None:
        self.records: dict[Record, None] = {}
        self.joining: dict[int, Ready] = {}
        self.solution: Solution | None = None
        self.known: set[Record] = set()
        """The units the solution was found for."""
        self.one_more: dict[View, OneMore | None] = {}
        """What was found out about one more unit of a product since."""
        self.is_exact = True
        """Whether the search proved its answer to be the best."""
        self.is_final = True
        """Whether it did, or was given all the time there is."""
        self.is_large = False
        """Whether a scan's search was cut short before: then scans improve the answer there is."""

    def take_in(self, other: "Component") -> None:
        """Another component turned out to be joined with this one."""
        self.records |= other.records
        self.joining |= other.joining
        self.is_exact = self.is_exact and other.is_exact
        self.is_large = self.is_large or other.is_large
        self.known |= other.known
        if other.solution is not None:
            mine = self.solution or Solution({}, {}, True)
            placed, alone = mine.placed | other.solution.placed, mine.alone | other.solution.alone
            self.solution = Solution(placed, alone, self.is_exact)


def assign(
    records: Sequence[Record],
    joining: Iterable[Ready],
    best_alone: dict[Record, tuple[int, Ready]],
    effort: Effort = AT_SCAN,
    free: Set[Record] | None = None,
) -> Solution:
    """Search the best use of units in canonical order by the offers that join them.

    `free`: only these may be used. What an offer falls on ("the cheapest of all") still depends on all units.
    """
    standing = standing_of(records)
    pieces = _pieces(records, standing)
    entrants: list[Entrant] = []
    forms: list[tuple[Ready, Derivation]] = []
    for ready in joining:
        found, form = _entrants(len(forms), ready, pieces, records)
        if free is not None:
            found = _restricted(found, {at for at, record in enumerate(records) if record in free})
        if found:
            entrants += found
            forms.append((ready, form))
    placed: dict[Ready, Placing] = {}
    taken: dict[Record, Ready] = {}
    is_exact = True
    for cluster in _clusters(entrants):
        units = {unit for entrant in cluster for unit in (*entrant.fits, *entrant.gains)}
        own = [piece for piece in pieces if piece.unit in units]
        solo = {
            piece.unit: best_alone[records[piece.unit]][0]
            for piece in own
            if records[piece.unit] in best_alone
        }
        plan = solve(own, [Entrant(-1, None, {}, solo), *cluster], effort)
        is_exact = is_exact and plan.is_exact
        for rank, uses in plan.uses.items():
            if rank >= 0:
                ready, form = forms[rank]
                own_uses = [(place, records[unit]) for place, unit in uses]
                placed[ready] = Placing(form, own_uses, plan.gains[rank])
    used = {record for placing in placed.values() for _, record in placing.uses}
    for record in records if free is None else (record for record in records if record in free):
        if record not in used and record in best_alone:
            taken[record] = best_alone[record][1]
    return Solution(placed, taken, is_exact)


def _restricted(entrants: Sequence[Entrant], units: Set[int]) -> list[Entrant]:
    found = []
    for entrant in entrants:
        fits = {unit: bits for unit, bits in entrant.fits.items() if unit in units}
        gains = {unit: gain for unit, gain in entrant.gains.items() if unit in units}
        if fits or gains:
            found.append(Entrant(entrant.rank, entrant.walk, fits, gains))
    return found


def _pieces(records: Sequence[Record], standing: Standing) -> list[Piece]:
    ordered = sorted(range(len(records)), key=lambda at: (-standing.left[at], standing.lines[at], at))
    return [Piece(at, standing.left[at], standing.room(at), standing.lines[at]) for at in ordered]


def _entrants(
    index: int, ready: Ready, pieces: Sequence[Piece], records: Sequence[Record]
) -> tuple[list[Entrant], Derivation]:
    """An offer as the search sees it and the form it takes; no entrant if these units cannot fill it."""
    rank = ready.rank
    fits = {}
    for piece in pieces:
        bits = records[piece.unit].bits.get(rank, 0) & ready.payable_bits
        if bits:
            fits[piece.unit] = bits
    form, _, count = ready.derivations[0]
    pools = [[piece for piece in pieces if fits.get(piece.unit, 0) >> place & 1] for place in range(count)]
    taken_as = resolved(form, pools, records)
    if taken_as is None or not _can_fill(taken_as, pools):
        return [], form
    form = taken_as
    paying = [piece for piece in pools[-1] if piece.room > 0]
    if isinstance(form, Percent | AmountEach | NewPrice):
        gains = {piece.unit: alone(form, piece) for piece in _picked(form, paying)}
        return [Entrant(index, None, {}, gains)], form
    if isinstance(form, Amount) and form.max_units is not None:
        kept = {piece.unit for piece in _picked(form, paying)}
        pools = [[piece for piece in pools[0] if piece.unit in kept]]
    free = [[piece for piece in pool if piece.room > 0] for pool in pools]
    pools = [pools[0], free[1]] if isinstance(form, BuyGet) else free
    allowed = {piece.unit for pool in pools for piece in pool}
    fits = {unit: bits for unit, bits in fits.items() if unit in allowed}
    return [Entrant(index, walk, fits) for walk in walks_for(form, pools, times_of(form, ready))], form


def resolved(
    form: Derivation, pools: Sequence[Sequence[Piece]], records: Sequence[Record]
) -> Derivation | None:
    """A ladder measured on what does not depend on the assignment becomes the step it has reached."""
    if not isinstance(form, Ladder):
        return form
    by_units = form.measure == "quantity" and form.pay_on is None and form.reward != "amount"
    if by_units or form.excess_only:
        return form
    counted = [piece for piece in pools[0] if records[piece.unit].counts]
    measured = len(counted)
    if form.measure == "spend":
        measured = sum(records[piece.unit].view.item.price_minor for piece in counted)
    reached = [step for step in form.steps if step.at_least <= measured]
    if not reached:
        return None
    reward = reached[-1].reward
    match form.reward:
        case "percent":
            return Percent(percent_bp=reward)
        case "amount":
            return Amount(amount_minor=reward)
        case "amount_each":
            return AmountEach(amount_minor=reward)
        case "new_price":
            return NewPrice(price_minor=reward)


def _can_fill(form: Derivation, pools: Sequence[Sequence[Piece]]) -> bool:
    match form:
        case GroupPrice():
            return form.part_groups or len(pools[0]) >= form.quantity
        case NthUnit() | PerGroup():
            return len(pools[0]) >= form.quantity
        case BuyGet():
            return len(pools[0]) >= form.buy_quantity and len(pools[1]) >= form.get_quantity
        case Bundle():
            return all(len(pool) >= slot.quantity for pool, slot in zip(pools, form.slots, strict=True))
        case DistinctSet():
            lines = {piece.line for piece in pools[0]}
            return len(lines) >= min(step.distinct for step in form.steps)
        case Ladder(excess_only=False):
            return len(pools[0]) >= form.steps[0].at_least
    return bool(pools[-1])


def _picked(form: Percent | AmountEach | NewPrice | Amount, pieces: list[Piece]) -> list[Piece]:
    """The units a limited offer falls on, whatever else competes for them."""
    per_line = getattr(form, "max_units_per_line", None)
    if per_line is not None:
        counts: dict[int, int] = {}
        kept = []
        for piece in pieces:
            counts[piece.line] = counts.get(piece.line, 0) + 1
            if counts[piece.line] <= per_line:
                kept.append(piece)
        pieces = kept
    most = getattr(form, "max_units", None)
    if most is None or len(pieces) <= most:
        return pieces
    dearest = getattr(form, "pick", "cheapest") == "dearest"
    return sorted(pieces, key=lambda piece: piece.price, reverse=dearest)[:most]


def _clusters(entrants: Sequence[Entrant]) -> list[list[Entrant]]:
    """Entrants that share units, directly or through others."""
    owner: dict[int, list[Entrant]] = {}
    clusters: list[list[Entrant]] = []
    for entrant in entrants:
        merged = [entrant]
        for unit in (*entrant.fits, *entrant.gains):
            other = owner.get(unit)
            if other is not None and other[0] is not merged[0]:
                clusters = [cluster for cluster in clusters if cluster is not other]
                for member in other:
                    for own in (*member.fits, *member.gains):
                        owner[own] = merged
                merged.extend(other)
            owner[unit] = merged
        clusters.append(merged)
    return [sorted(cluster, key=lambda entrant: entrant.rank) for cluster in clusters]
