"""Forms that need several units together: multi-buys, bundles, sets of different products, ladders.

The same contract as `takes_units`. Groups are numbered; each unit of a group says which one it belongs to.
"""

from collections.abc import Iterator, Sequence

from retail.promotions.forms.takes_units import Pools, percent_off, rounded
from retail.promotions.offer import (
    Bundle,
    BuyGet,
    DistinctSet,
    GroupPrice,
    Ladder,
    NthUnit,
    PerGroup,
)
from retail.promotions.rounding import Policy, divide
from retail.promotions.standing import Standing, Take


def _blocks(units: Sequence[int], size: int, times: int | None) -> Iterator[Sequence[int]]:
    count = len(units) // size
    for number in range(count if times is None else min(count, times)):
        yield units[number * size : (number + 1) * size]


def _rewarded(
    groups: list[tuple[Sequence[int], Sequence[int]]], percent_bp: int, standing: Standing, policy: Policy
) -> list[Take]:
    """Takes of groups given as (all units, rewarded units): one rounding over all rewarded units."""
    shares = percent_off([unit for _, rewarded in groups for unit in rewarded], percent_bp, standing, policy)
    return [
        Take(unit, shares.get(unit, 0) if unit in rewarded else 0, number, unit in rewarded)
        for number, (units, rewarded) in enumerate(groups)
        for unit in units
    ]


def group_price(form: GroupPrice, pools: Pools, standing: Standing, policy: Policy) -> list[Take]:
    """Source: forms 11, 12."""
    units = standing.payable(pools[0])
    units = standing.cheapest_first(units) if form.pick == "cheapest" else standing.dearest_first(units)
    groups = [(group, form.price_minor) for group in _blocks(units, form.quantity, None)]
    rest = len(units) % form.quantity
    if form.part_groups and rest:
        price = divide(form.price_minor * rest, form.quantity)
        groups.append((units[-rest:], price))
    takes: list[Take] = []
    instance = 0
    for group, price in groups:
        saving = sum(standing.left[unit] for unit in group) - price
        if saving <= 0 or (form.times is not None and instance >= form.times):
            continue
        shares = standing.spread(saving, sorted(group), policy)
        takes.extend(Take(unit, shares.get(unit, 0), instance) for unit in group)
        instance += 1
    return takes


def nth_unit(form: NthUnit, pools: Pools, standing: Standing, policy: Policy) -> list[Take]:
    """Source: forms 13, 14."""
    units = standing.dearest_first(standing.payable(pools[0]))
    groups: list[tuple[Sequence[int], Sequence[int]]] = []
    if form.grouping == "customer":
        for block in _blocks(units, form.quantity, form.times):
            groups.append((block, block[form.quantity - form.rewarded :]))
    else:
        count = len(list(_blocks(units, form.quantity, form.times)))
        cheap = units[len(units) - count * form.rewarded :]
        paid = form.quantity - form.rewarded
        for number in range(count):
            rewarded = cheap[number * form.rewarded : (number + 1) * form.rewarded]
            groups.append(([*units[number * paid : (number + 1) * paid], *rewarded], rewarded))
    return _rewarded(groups, form.percent_bp, standing, policy)


def per_group(form: PerGroup, pools: Pools, standing: Standing, policy: Policy) -> list[Take]:
    """Source: form 21."""
    units = standing.dearest_first(standing.payable(pools[0]))
    groups = list(_blocks(units, form.quantity, form.times))
    if form.percent_bp is not None:
        return _rewarded([(group, group) for group in groups], form.percent_bp, standing, policy)
    amount = form.amount_minor or 0
    return [
        Take(unit, min(amount, standing.room(unit)), number)
        for number, group in enumerate(groups)
        for unit in group
    ]


def buy_get_groups(
    form: BuyGet, buy: Sequence[int], get: Sequence[int], standing: Standing
) -> tuple[list[int], list[int]]:
    """The units that are bought and those that are given, for as many whole groups as there are."""
    get = standing.payable(get)
    ordered = standing.cheapest_first(get) if form.pick == "cheapest" else standing.dearest_first(get)
    bought = standing.dearest_first(buy)
    given_back = set(get)
    bought.sort(key=given_back.__contains__)  # what cannot be given is bought first
    most = min(len(get) // form.get_quantity, len(set(buy) | given_back) // form.buy_quantity)
    if form.times is not None:
        most = min(most, form.times)
    for count in range(most, 0, -1):
        given = set(ordered[: count * form.get_quantity])
        rest = [unit for unit in bought if unit not in given]
        if len(rest) >= count * form.buy_quantity:
            return rest[: count * form.buy_quantity], ordered[: count * form.get_quantity]
    return [], []


def buy_get(form: BuyGet, pools: Pools, standing: Standing, policy: Policy) -> list[Take]:
    """Source: forms 15, 16, 18."""
    bought, given = buy_get_groups(form, pools[0], pools[1], standing)
    if form.percent_bp is not None:
        shares = percent_off(given, form.percent_bp, standing, policy)
    else:
        shares = {unit: min(form.amount_minor or 0, standing.room(unit)) for unit in given}
    takes = [Take(unit, 0, place // form.buy_quantity, False) for place, unit in enumerate(bought)]
    takes += [Take(unit, shares.get(unit, 0), place // form.get_quantity) for place, unit in enumerate(given)]
    return takes


def bundle(form: Bundle, pools: Pools, standing: Standing, policy: Policy) -> list[Take]:
    """Source: form 19. The pools are disjoint here: a walk has placed each unit in its slot."""
    count = min(len(pool) // slot.quantity for pool, slot in zip(pools, form.slots, strict=True))
    if form.times is not None:
        count = min(count, form.times)
    takes: list[Take] = []
    groups: list[tuple[Sequence[int], Sequence[int]]] = []
    for number in range(count):
        units = [
            unit
            for pool, slot in zip(pools, form.slots, strict=True)
            for unit in pool[number * slot.quantity : (number + 1) * slot.quantity]
        ]
        total = sum(standing.left[unit] for unit in units)
        if form.price_minor is not None:
            saving = total - form.price_minor
        elif form.amount_minor is not None:
            saving = min(total, form.amount_minor)
        else:
            groups.append((units, units))
            continue
        shares = standing.spread(saving, units, policy)
        takes.extend(Take(unit, shares.get(unit, 0), number) for unit in units)
    return takes + _rewarded(groups, form.percent_bp or 0, standing, policy)


def distinct_set(form: DistinctSet, pools: Pools, standing: Standing, policy: Policy) -> list[Take]:
    """Source: form 20. Pool k holds the units a walk has placed in sets of the k-th step."""
    takes: list[Take] = []
    instance = 0
    placed = list(zip(form.steps, pools, strict=True))
    exact = {unit: standing.left[unit] * step.percent_bp for step, pool in placed for unit in pool}
    shares = rounded(exact, standing, policy)
    for step, pool in placed:
        lines = standing.by_line(pool)
        while any(lines.values()):
            fullest = sorted(lines.values(), key=len, reverse=True)[: step.distinct]
            for units in fullest:
                unit = units.pop()
                takes.append(Take(unit, shares.get(unit, 0), instance))
            instance += 1
    return takes


def ladder(form: Ladder, pools: Pools, standing: Standing, policy: Policy) -> list[Take]:
    """Source: forms 22, 23, 25, 27, 29."""
    prices = standing.list_prices if form.basis == "list" else standing.left
    measured = len(pools[0]) if form.measure == "quantity" else sum(prices[unit] for unit in pools[0])
    reached = [step for step in form.steps if step.at_least <= measured]
    if not reached:
        return []
    units = standing.payable(pools[1])
    if form.excess_only:
        takes: list[Take] = []
        exact: dict[int, int] = {}
        ordered = standing.dearest_first(units)
        bounds = [step.at_least for step in reached[1:]] + [len(ordered) + 1]
        for step, end in zip(reached, bounds, strict=True):
            part = ordered[max(0, step.at_least - 1) : end - 1]
            if form.reward == "percent":
                exact |= {unit: standing.left[unit] * step.reward for unit in part}
            else:
                takes += _step(form, step.reward, part, standing, policy)
        takes += [Take(unit, amount) for unit, amount in rounded(exact, standing, policy).items()]
        return takes
    return _step(form, reached[-1].reward, units, standing, policy)


def _step(form: Ladder, reward: int, units: Sequence[int], standing: Standing, policy: Policy) -> list[Take]:
    match form.reward:
        case "percent":
            shares = percent_off(units, reward, standing, policy)
        case "amount":
            shares = standing.spread(reward, units, policy, over_basket=True)
        case "amount_each":
            shares = {unit: min(reward, standing.room(unit)) for unit in units}
        case "new_price":
            shares = {unit: min(standing.left[unit] - reward, standing.room(unit)) for unit in units}
    return [Take(unit, amount) for unit, amount in shares.items() if amount > 0]
