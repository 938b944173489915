"""The best assignment by trying everything: slow, and written without looking at the engine's search.

An *application* is one offer used once on certain units with what it saves. Any set of applications that do
not share a unit, with no offer used more often than allowed, is a possible basket; the best one wins.
Savings are in minor units times BASIS_POINTS, before rounding.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, product

from retail.promotions.offer import (
    BASIS_POINTS,
    AmountEach,
    Bundle,
    BuyGet,
    DistinctSet,
    GroupPrice,
    NewPrice,
    NthUnit,
    Offer,
    Percent,
    PerGroup,
)
from retail.promotions.selectors import passes
from retail.promotions.units import Unit

Application = tuple[int, int, int]
"""Offer's number, units as bits, saving."""


def applications(units: Sequence[Unit], offers: Sequence[Offer]) -> list[Application]:
    found = []
    for number, offer in enumerate(offers):
        for used, saving in _single(units, offer):
            if saving > 0:
                found.append((number, sum(1 << at for at in used), saving))
    return found


def best_saving(units: Sequence[Unit], offers: Sequence[Offer]) -> int:
    """The highest saving; only the offers' `times` couple applications besides the units."""
    by_unit: dict[int, list[Application]] = {}
    for one in applications(units, offers):
        by_unit.setdefault(one[1].bit_length() - 1, []).append(one)
    times = tuple(getattr(offer.derivation[0], "times", None) for offer in offers)

    @cache
    def best(free: int, counts: tuple[int, ...]) -> int:
        if not free:
            return 0
        top = free.bit_length() - 1
        most = best(free & ~(1 << top), counts)
        for number, mask, saving in by_unit.get(top, ()):
            if mask & ~free or counts[number] == 0:
                continue
            left = counts
            if times[number] is not None:
                left = (*counts[:number], counts[number] - 1, *counts[number + 1 :])
            most = max(most, saving + best(free & ~mask, left))
        return most

    return best((1 << len(units)) - 1, tuple(-1 if limit is None else limit for limit in times))


def _single(units: Sequence[Unit], offer: Offer) -> Iterator[tuple[tuple[int, ...], int]]:
    form = offer.derivation[0]
    price = [unit.item.price_minor for unit in units]
    room = [max(0, unit.item.price_minor - unit.item.floor_minor) for unit in units]

    def select(selector: object) -> list[int]:
        return [at for at, unit in enumerate(units) if passes(selector, unit.item, False)]  # type: ignore[arg-type]

    def payable(selector: object) -> list[int]:
        return [at for at in select(selector) if room[at]]

    def percent(group: Iterable[int], percent_bp: int) -> int:
        return sum(min(price[at] * percent_bp, room[at] * BASIS_POINTS) for at in group)

    def together(group: Sequence[int], wanted: int) -> int:
        """Off a group as a whole: what one unit's floor keeps is taken off the others."""
        return min(wanted, sum(room[at] for at in group)) * BASIS_POINTS

    match form:
        case Percent():
            yield from (((at,), percent([at], form.percent_bp)) for at in select(form.of))
        case AmountEach():
            yield from (((at,), min(room[at], form.amount_minor) * BASIS_POINTS) for at in select(form.of))
        case NewPrice():
            for at in select(form.of):
                yield (at,), min(room[at], price[at] - form.price_minor) * BASIS_POINTS
        case GroupPrice():
            for group in combinations(payable(form.of), form.quantity):
                yield group, together(group, sum(price[at] for at in group) - form.price_minor)
        case NthUnit():
            for group in combinations(payable(form.of), form.quantity):
                cheapest = sorted(group, key=price.__getitem__)[: form.rewarded]
                yield group, percent(cheapest, form.percent_bp)
        case PerGroup():
            for group in combinations(payable(form.of), form.quantity):
                if form.percent_bp is not None:
                    yield group, percent(group, form.percent_bp)
                else:
                    amount = form.amount_minor or 0
                    yield group, sum(min(room[at], amount) for at in group) * BASIS_POINTS
        case Bundle():
            for group in product(*(at for slot in form.slots for at in [payable(slot.of)] * slot.quantity)):
                if len(set(group)) < len(group):
                    continue
                if form.price_minor is not None:
                    yield group, together(group, sum(price[at] for at in group) - form.price_minor)
                elif form.amount_minor is not None:
                    yield group, together(group, form.amount_minor)
                else:
                    yield group, percent(group, form.percent_bp or 0)
        case BuyGet():
            yield from _buy_get(form, select(form.buy), payable(form.get), price, room)
        case DistinctSet():
            for step in form.steps:
                for group in combinations(payable(form.of), step.distinct):
                    if len({units[at].item.id for at in group}) == step.distinct:
                        yield group, percent(group, step.percent_bp)
        case _:
            raise NotImplementedError(form)


def _buy_get(
    form: BuyGet, buy: list[int], get: list[int], price: list[int], room: list[int]
) -> Iterator[tuple[tuple[int, ...], int]]:
    """The cheapest are given: as many as all groups together could give."""
    groups = min(len(get) // form.get_quantity, len({*buy, *get}) // (form.buy_quantity + form.get_quantity))
    groups = groups if form.times is None else min(groups, form.times)
    ordered = sorted(get, key=lambda at: price[at], reverse=form.pick == "dearest")
    last = price[ordered[groups * form.get_quantity - 1]] if groups else -1
    dearest = form.pick == "dearest"
    given = [at for at in get if groups and (price[at] >= last if dearest else price[at] <= last)]
    for reward in combinations(given, form.get_quantity):
        saving = sum(min(price[at] * (form.percent_bp or 0), room[at] * BASIS_POINTS) for at in reward)
        for bought in combinations([at for at in buy if at not in reward], form.buy_quantity):
            yield (*bought, *reward), saving
