"""One offer after another on what is left: the basket and coupon layers, and any layer in priority order.

An offer without effect is not applied and uses no limit. Thresholds look at what earlier offers left.
"""

from collections.abc import Sequence
from itertools import permutations
from typing import NamedTuple, Protocol

from retail.promotions.assign import solve
from retail.promotions.entrants import Entrant
from retail.promotions.forms.extras import gift_count
from retail.promotions.forms.takes import PLACED, TAKES
from retail.promotions.forms.walk import Piece
from retail.promotions.forms.walks import walks_for
from retail.promotions.index import Ready
from retail.promotions.offer import Amount, FreeDelivery, Gift, MinQuantity, MinSpend, NextVisit
from retail.promotions.qualifiers import Fitting, marks_of, qualifiers
from retail.promotions.rounding import Policy, share_within
from retail.promotions.standing import Standing, Take
from retail.promotions.units import Item

ORDERS_OFFERS_MAX = 4
"""Up to so many offers of one layer every order is tried (24); more are taken in priority order."""


class Seen(Protocol):
    """What the quick way needs of a product."""

    @property
    def bits(self) -> dict[int, int]:
        """Offer's rank to bits."""

    @property
    def counts(self) -> bool:
        """Whether it counts for thresholds."""

    @property
    def item(self) -> Item:
        """The product."""

    @property
    def price(self) -> int:
        """After the shelf layer."""


class Priceable(Protocol):
    """What the quick way needs of a unit."""

    @property
    def view(self) -> Seen:
        """Its product."""

    @property
    def saving(self) -> int:
        """What the item layer takes off."""


class Extra(NamedTuple):
    """Something given besides a lower price."""

    rank: int
    gift_id: str = ""
    gifts: int = 0
    value_minor: int = 0
    """List price of the gifts, or value of the next-visit coupon."""
    is_free_delivery: bool = False


class Applied(NamedTuple):
    """An offer that had an effect."""

    ready: Ready
    takes: list[Take]
    extras: list[Extra]
    bases: dict[int, int]
    """What was left to pay of each unit it touched, before it."""

    @property
    def saving(self) -> int:
        """What it takes off."""
        return sum(take.amount_minor for take in self.takes)


def run(
    offers: Sequence[Ready], standing: Standing, fitting: Sequence[Fitting], policy: Policy, *, best: bool
) -> list[Applied]:
    """Apply a layer's offers to the standing; answer those that had an effect, in the order applied."""
    exclusive = [ready for ready in offers if ready.offer.exclusive]
    others = [ready for ready in offers if not ready.offer.exclusive]
    if not exclusive and (not best or len(others) == 1):
        return _in_order(others, standing, fitting, policy)
    before = list(standing.left), bytearray(standing.used)
    chosen: list[Ready] = []
    most = -1
    for ready in exclusive:
        applied = _in_order([ready], standing, fitting, policy)
        saving = _worth(applied)
        _restore(standing, before)
        if applied and saving > most:
            chosen, most = [ready], saving
            if not best:
                break
    if not chosen or best:
        for order in _orders(others, best):
            applied = _in_order(order, standing, fitting, policy)
            saving = _worth(applied)
            _restore(standing, before)
            if saving > most:
                chosen, most = order, saving
    return _in_order(chosen, standing, fitting, policy)


def _orders(offers: list[Ready], best: bool) -> list[list[Ready]]:
    if not best or not 1 < len(offers) <= ORDERS_OFFERS_MAX:
        return [offers]
    return [list(order) for order in permutations(offers)]


def _worth(applied: Sequence[Applied]) -> int:
    return sum(one.saving for one in applied)


def _restore(standing: Standing, before: tuple[list[int], bytearray]) -> None:
    standing.left[:] = before[0]
    standing.used[:] = before[1]


def _in_order(
    offers: Sequence[Ready], standing: Standing, fitting: Sequence[Fitting], policy: Policy
) -> list[Applied]:
    result: list[Applied] = []
    groups_done: set[str] = set()
    for ready in offers:
        group = ready.offer.group
        if not group:
            applied = apply_one(ready, standing, fitting, policy)
        elif group in groups_done:
            continue
        else:
            groups_done.add(group)
            rivals = [other for other in offers if other.offer.group == group]
            applied = _best_of(rivals, standing, fitting, policy)
        if applied is not None:
            result.append(applied)
    return result


def _best_of(
    rivals: Sequence[Ready], standing: Standing, fitting: Sequence[Fitting], policy: Policy
) -> Applied | None:
    before = list(standing.left), bytearray(standing.used)
    winner: Ready | None = None
    most = -1
    for ready in rivals:
        applied = apply_one(ready, standing, fitting, policy)
        _restore(standing, before)
        if applied is not None and applied.saving > most:
            winner, most = ready, applied.saving
    return None if winner is None else apply_one(winner, standing, fitting, policy)


def apply_one(ready: Ready, standing: Standing, fitting: Sequence[Fitting], policy: Policy) -> Applied | None:
    """Apply one offer if its basket tests hold and it has an effect."""
    pools: list[list[int]] = [[] for _ in ready.selectors]
    rank = ready.rank
    marks = marks_of(ready)
    closed = standing.used
    for unit, own in enumerate(fitting):
        bits = own.bits.get(rank, 0)
        if bits and not closed[unit] & marks:
            for place in range(len(pools)):
                if bits >> place & 1:
                    pools[place].append(unit)
    if not all(reached(test, pools[place], standing, fitting) for test, place in ready.basket_tests):
        return None
    bases = {unit: standing.left[unit] for pool in pools for unit in pool}
    takes: list[Take] = []
    extras: list[Extra] = []
    for form, first, count in ready.derivations:
        own_pools = pools[first : first + count]
        match form:
            case Gift():
                gifts = gift_count(form, sum(fitting[unit].counts for unit in own_pools[0]))
                if ready.uses_left is not None:
                    gifts = min(gifts, ready.uses_left)
                if gifts:
                    extras.append(Extra(rank, form.item_id, gifts, gifts * form.price_minor))
            case FreeDelivery():
                extras.append(Extra(rank, is_free_delivery=True))
            case NextVisit():
                extras.append(Extra(rank, value_minor=form.amount_minor))
            case _:
                if isinstance(form, PLACED):
                    own_pools = placed(form, own_pools, standing, ready.uses_left)
                taken = limited(TAKES[type(form)](form, own_pools, standing, policy), ready)
                standing.apply(taken)
                takes += taken
    if not extras and not any(take.amount_minor for take in takes):
        return None
    if marks:
        takes += qualifiers(ready, pools, takes, standing, fitting)
        for take in takes:
            standing.used[take.unit] |= marks
    return Applied(ready, takes, extras, bases)


def reached(
    test: MinQuantity | MinSpend, pool: Sequence[int], standing: Standing, fitting: Sequence[Fitting]
) -> bool:
    """Whether a threshold is reached by the units that count."""
    counted = [unit for unit in pool if fitting[unit].counts]
    if isinstance(test, MinQuantity):
        return len(counted) >= test.quantity
    prices = standing.list_prices if test.basis == "list" else standing.left
    return sum(prices[unit] for unit in counted) >= test.amount_minor


def quick_saving(ready: Ready, fitting: Sequence[Priceable]) -> int | None:
    """What a single offer over a sum takes off, without sharing it out; None if it takes more to know."""
    form, first, _ = ready.derivations[0]
    if len(ready.derivations) > 1 or ready.offer.limits or len(ready.basket_tests) > 1:
        return None
    if not isinstance(form, Amount) or form.max_units is not None:
        return None
    rank = ready.rank
    count = spend = room = 0
    test, place = ready.basket_tests[0] if ready.basket_tests else (None, 0)
    if isinstance(test, MinSpend) and test.basis == "list":
        return None
    for unit in fitting:
        view = unit.view
        bits = view.bits.get(rank)
        if bits:
            left = view.price - unit.saving
            if bits >> place & 1 and view.counts:
                count += 1
                spend += left
            if bits >> first & 1 and left > view.item.floor_minor:
                room += left - view.item.floor_minor
    if isinstance(test, MinQuantity) and count < test.quantity:
        return 0
    if isinstance(test, MinSpend) and spend < test.amount_minor:
        return 0
    return min(form.amount_minor, room)


def limited(takes: list[Take], ready: Ready) -> list[Take]:
    """What an offer's limits leave of its takes: whole groups first, then money."""
    if ready.uses_left is not None:
        takes = [take for take in takes if take.instance < ready.uses_left]
    money = ready.money_left()
    total = sum(take.amount_minor for take in takes)
    if money is None or total <= money:
        return takes
    amounts = [take.amount_minor for take in takes]
    shares = share_within(money, amounts, amounts)
    return [take._replace(amount_minor=share) for take, share in zip(takes, shares, strict=True)]


def placed(
    form: object, pools: Sequence[Sequence[int]], standing: Standing, times: int | None
) -> list[list[int]]:
    """Let a walk put each unit in its place, for forms whose own best use is a search."""
    fits: dict[int, int] = {}
    for place, pool in enumerate(pools):
        for unit in standing.payable(pool):
            fits[unit] = fits.get(unit, 0) | 1 << place
    pieces = make_pieces(sorted(fits), standing)
    own = [[piece for piece in pieces if fits[piece.unit] >> place & 1] for place in range(len(pools))]
    plan = solve(pieces, [Entrant(0, walk, fits) for walk in walks_for(form, own, times)])
    count = 1 + max((place for place, _ in plan.uses.get(0, ())), default=0)
    result: list[list[int]] = [[] for _ in range(max(count, len(pools), _steps_of(form)))]
    for place, unit in plan.uses.get(0, ()):
        result[place].append(unit)
    return result


def _steps_of(form: object) -> int:
    return len(getattr(form, "steps", ()))


def make_pieces(units: Sequence[int], standing: Standing) -> list[Piece]:
    """Units as the search wants them: dearest first, units of one line together."""
    ordered = sorted(units, key=lambda unit: (-standing.left[unit], standing.lines[unit], unit))
    return [Piece(unit, standing.left[unit], standing.room(unit), standing.lines[unit]) for unit in ordered]
