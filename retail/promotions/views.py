"""What the offers see of a product in this basket, worked out once per product.

Invariants: a view depends on the item, the moment and the context only, never on the rest of the basket.
"""

from collections.abc import Callable
from typing import NamedTuple

from retail.promotions.forms.takes import TAKES
from retail.promotions.forms.walk import Piece
from retail.promotions.forms.walks import alone
from retail.promotions.index import Book, Ready, is_within
from retail.promotions.offer import AmountEach, NewPrice, Percent, PercentOfTotal
from retail.promotions.rounding import Policy
from retail.promotions.sequence import limited
from retail.promotions.standing import Standing
from retail.promotions.units import Item, Moment, Unit


class ShelfCut(NamedTuple):
    """One offer's part of a lower shelf price."""

    ready: Ready
    base_minor: int
    amount_minor: int


class View:
    """One product as offers see it."""

    __slots__ = (
        "alone",
        "bits",
        "counts",
        "cuts",
        "exclusive",
        "is_marked_down",
        "item",
        "joining",
        "later",
        "price",
        "tested",
    )

    def __init__(self, item: Item) -> None:
        self.item = item
        self.counts = item.counts
        self.price = item.price_minor
        """After the shelf layer."""
        self.cuts: list[ShelfCut] = []
        self.is_marked_down = item.is_marked_down
        self.bits: dict[int, int] = {}
        """Rank to places, of all offers that touch it above the shelf layer."""
        self.later: list[int] = []
        """Ranks of offers applied in order, after the item layer's search."""
        self.joining: list[Ready] = []
        """Item offers that need several units."""
        self.alone: list[tuple[int, Ready]] = []
        """Item offers that take each unit by itself, with their exact gain, the best first."""
        self.exclusive: list[Ready] = []
        """Item offers that tolerate no other."""
        self.tested: list[Ready] = []
        """Item offers whose thresholds this product counts for."""

    @property
    def room(self) -> int:
        """What offers above the shelf layer may take off."""
        return max(0, self.price - self.item.floor_minor)


class Record:
    """One unit in the basket."""

    __slots__ = ("key", "saving", "unit", "view")

    def __init__(self, unit: Unit, view: View, *, is_listed: bool = False) -> None:
        self.unit = unit
        self.view = view
        self.saving = 0
        """What the item layer takes off."""
        self.key = (0, "", unit.id) if is_listed else (-view.item.price_minor, view.item.id, unit.id)
        """Offers look at units in this order: dearest first, then by product; or as they were scanned."""

    @property
    def bits(self) -> dict[int, int]:
        """See `View.bits`."""
        return self.view.bits

    @property
    def counts(self) -> bool:
        """See `View.counts`."""
        return self.view.counts


def stands_alone(ready: Ready) -> bool:
    """Whether each unit uses the offer by itself, so that it joins no units together."""
    if len(ready.derivations) != 1:
        return False
    form = ready.derivations[0][0]
    match form:
        case Percent() | AmountEach():
            return form.max_units is None and form.max_units_per_line is None
        case PercentOfTotal():
            return form.cap_minor is None and form.upto_minor is None
        case NewPrice():
            return True
    return False


def make_view(
    item: Item, moment: Moment | None, book: Book, is_live: Callable[[Ready], bool], policy: Policy
) -> View:
    """Work out a product's view."""
    view = View(item)
    touching = [
        ready
        for ready in book.candidates(item)
        if is_live(ready) and all(is_within(window, moment) for window in ready.windows)
    ]
    shelf = [ready for ready in touching if ready.layer == "shelf"]
    if shelf:
        _cut_shelf_price(view, shelf, policy)
        if item.without_sticker is not None:
            _cut_to_shelf_price(view, item.without_sticker, shelf, policy)
    for ready in touching:
        if ready.layer == "shelf":
            continue
        bits = ready.fits(item, view.is_marked_down)
        if not bits:
            continue
        view.bits[ready.rank] = bits
        if ready.layer != "item" or policy.item_layer == "priority" or ready.is_extra:
            view.later.append(ready.rank)
            continue
        if ready.basket_tests and bits & ~ready.payable_bits:
            view.tested.append(ready)
        if not bits & ready.payable_bits:
            continue
        if ready.offer.exclusive:
            view.exclusive.append(ready)
        elif stands_alone(ready):
            gain = alone(ready.derivations[0][0], Piece(0, view.price, view.room, 0))
            if gain > 0:
                view.alone.append((gain, ready))
        else:
            view.joining.append(ready)
    view.alone.sort(key=lambda entry: (-entry[0], entry[1].rank))
    return view


def _cut_shelf_price(view: View, shelf: list[Ready], policy: Policy) -> None:
    """The best single shelf offer, or all in the retailer's order."""
    item = view.item
    best: list[ShelfCut] = []
    if policy.item_layer == "priority":
        standing = Standing([item.price_minor], [item.floor_minor], [0])
        for ready in shelf:
            best += _cuts(ready, view, standing, policy)
            if best and ready.offer.exclusive:
                break
    else:
        for ready in shelf:
            cuts = _cuts(ready, view, Standing([item.price_minor], [item.floor_minor], [0]), policy)
            if sum(cut.amount_minor for cut in cuts) > sum(cut.amount_minor for cut in best):
                best = cuts
    view.cuts = best
    view.price -= sum(cut.amount_minor for cut in best)
    view.is_marked_down = view.is_marked_down or bool(best)


def _cut_to_shelf_price(view: View, plain: Item, shelf: list[Ready], policy: Policy) -> None:
    """A sticker never costs the shopper money: no dearer than the goods without it, by the shelf's offers."""
    beside = View(plain)
    _cut_shelf_price(beside, shelf, policy)
    if beside.price < view.price:
        listed = view.item.price_minor
        view.price = max(beside.price, view.item.floor_minor)
        view.cuts = [ShelfCut(beside.cuts[-1].ready, listed, listed - view.price)]


def _cuts(ready: Ready, view: View, standing: Standing, policy: Policy) -> list[ShelfCut]:
    bits = ready.fits(view.item, view.is_marked_down)
    cuts = []
    for form, first, _ in ready.derivations:
        if not bits >> first & 1:
            continue
        base = standing.left[0]
        takes = limited(TAKES[type(form)](form, [[0]], standing, policy), ready)
        standing.apply(takes)
        if standing.left[0] < base:
            cuts.append(ShelfCut(ready, base, base - standing.left[0]))
    return cuts
