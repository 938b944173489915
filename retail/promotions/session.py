"""A basket being filled: each scan costs only what it touches.

Four layers, each on the prices the one before left: the shelf's, worked out once per product; item offers,
searched component by component; basket offers; coupons.

Invariants: the answer depends on the units and the context, not on the order of scans; removing a unit gives
the answer from before it was added.
"""

from bisect import bisect_left, insort
from collections.abc import Sequence
from typing import NamedTuple

from retail.check import require
from retail.promotions import explain, sequence
from retail.promotions.assign import AT_SCAN, TO_FINISH, Effort
from retail.promotions.index import Book, Ready
from retail.promotions.item_layer import ItemLayer
from retail.promotions.outcome import Outcome
from retail.promotions.rounding import OURS, Policy
from retail.promotions.sequence import Applied, quick_saving
from retail.promotions.standing import Standing
from retail.promotions.taxes import TaxPolicy
from retail.promotions.units import UNITS_MAX, Context, Item, Moment, Unit
from retail.promotions.views import Record, View, make_view


class Priced(NamedTuple):
    """The layers' work on one state of the basket; `outcome` writes it out."""

    records: Sequence[Record]
    standing: Standing
    item_layer: ItemLayer
    applied: list[Applied]
    context: Context
    taxes: TaxPolicy
    is_final: bool
    """Whether every search was finished."""
    is_exact: bool
    """Whether every search proved its answer to be the best."""

    @property
    def goods_minor(self) -> int:
        """What the goods cost after all offers."""
        return sum(self.standing.left)

    def outcome(self) -> Outcome:
        """Every unit's price with its reasons, tax and totals."""
        return explain.write_out(self)


class OpenBasket:
    """Prices a basket scan by scan."""

    def __init__(
        self,
        book: Book,
        context: Context | None = None,
        policy: Policy = OURS,
        taxes: TaxPolicy | None = None,
    ) -> None:
        self.book = book
        self.policy = policy
        self.taxes = taxes or TaxPolicy()
        self._units: dict[int, Record] = {}
        self._begin(context or Context())

    def _begin(self, context: Context) -> None:
        self.context = context
        self._views: dict[tuple[Item, Moment | None], View] = {}
        self._live: dict[int, bool] = {}
        self._order: list[Record] = []
        self._shelf_total = 0
        self._touched: dict[int, int] = {}
        self.items = ItemLayer(self.policy)

    # -- changing the basket

    def add(self, unit: Unit) -> None:
        """Scan a unit."""
        require(unit.id not in self._units, "a unit is scanned once")
        require(len(self._units) < UNITS_MAX, "a basket has room for the unit")
        self._enter(unit)

    def remove(self, unit_id: int) -> Unit:
        """Void a unit; everything is as if it had never been scanned."""
        require(unit_id in self._units, "only a scanned unit is voided")
        record = self._units.pop(unit_id)
        at = bisect_left(self._order, record.key, key=lambda other: other.key)
        require(self._order[at] is record, "the order holds every unit")
        del self._order[at]
        for rank in record.view.later:
            self._touched[rank] -= 1
            if not self._touched[rank]:
                del self._touched[rank]
        self._shelf_total -= record.view.price
        self.items.remove(record)
        return record.unit

    def set_context(self, context: Context) -> None:
        """A card, a code or a means of payment came: all prices are worked out again."""
        units = [record.unit for record in self._units.values()]
        self._units = {}
        self._begin(context)
        for unit in units:
            self._enter(unit)

    def _enter(self, unit: Unit) -> None:
        view = self.view(unit.item, unit.moment)
        record = Record(unit, view, is_listed=self.policy.spread == "last")
        self._units[unit.id] = record
        insort(self._order, record, key=lambda other: other.key)
        for rank in view.later:
            self._touched[rank] = self._touched.get(rank, 0) + 1
        self._shelf_total += view.price
        self.items.add(record)

    def view(self, item: Item, moment: Moment | None = None) -> View:
        """What the offers see of an item in this context."""
        key = item, moment
        view = self._views.get(key)
        if view is None:
            view = make_view(item, moment or self.context.moment, self.book, self._is_live, self.policy)
            self._views[key] = view
        return view

    def _is_live(self, ready: Ready) -> bool:
        live = self._live.get(ready.rank)
        if live is None:
            live = self._live[ready.rank] = ready.is_live(self.context)
        return live

    # -- pricing

    @property
    def units(self) -> list[Unit]:
        """What was scanned, in the order offers look at it."""
        return [record.unit for record in self._order]

    def price(self) -> Priced:
        """Price the basket as it is."""
        self.items.resolve()
        return self._price()

    def finish(self) -> Priced:
        """Price the basket and finish every search that was cut short; may take a second."""
        self.items.resolve(TO_FINISH)
        return self._price(TO_FINISH)

    def total(self) -> int:
        """What the goods cost now, without writing out why: what a scan needs at once."""
        self.items.resolve()
        later = self.later()
        if len(later) <= 1 and not self.items.exclusive:
            saving = 0 if not later else quick_saving(later[0], self._order)
            if saving is not None:
                return self._shelf_total - self.items.saving_minor - saving
        return self._price().goods_minor

    def later(self) -> list[Ready]:
        """Offers that may lower prices after the item layer's search."""
        in_order = self.policy.item_layer == "priority"
        touched = (self.book.ready[rank] for rank in self._touched)
        return [ready for ready in touched if not ready.is_extra and (in_order or ready.layer != "item")]

    def _price(self, effort: Effort = AT_SCAN) -> Priced:
        layer, records, is_final, is_exact = self._item_layer(effort)
        standing = self._standing(records)
        applied: list[Applied] = []
        touched = [self.book.ready[rank] for rank in sorted(self._touched)]
        in_order = self.policy.item_layer == "priority"
        item = [ready for ready in touched if ready.layer == "item" and (in_order or ready.is_extra)]
        if item:
            applied += sequence.run(item, standing, records, self.policy, best=False)
        for name in ("basket", "coupon"):
            offers = [ready for ready in touched if ready.layer == name]
            if offers:
                best = self.policy.basket_layer == "best"
                applied += sequence.run(offers, standing, records, self.policy, best=best)
        return Priced(records, standing, layer, applied, self.context, self.taxes, is_final, is_exact)

    def _item_layer(self, effort: Effort) -> tuple[ItemLayer, list[Record], bool, bool]:
        """The item layer's answer: the best of all offers together and of each exclusive one alone.

        Also whether all these searches were finished, and whether all were proved.
        """
        best, best_records = self.items, self._order
        is_final, is_exact = best.is_final, best.is_exact
        for ready in sorted(self.items.exclusive, key=lambda one: one.rank):
            layer = ItemLayer(self.policy, only=ready)
            records = [Record(record.unit, record.view) for record in self._order]
            for record, twin in zip(self._order, records, strict=True):
                twin.key = record.key
                layer.add(twin)
            layer.resolve(effort)
            is_final, is_exact = is_final and layer.is_final, is_exact and layer.is_exact
            if layer.saving_minor > best.saving_minor:
                best, best_records = layer, records
        return best, best_records, is_final, is_exact

    def _standing(self, records: Sequence[Record]) -> Standing:
        lines: dict[str, int] = {}
        views = [record.view for record in records]
        items = [view.item for view in views]
        rates = self.taxes.rates_bp
        return Standing(
            [record.view.price - record.saving for record in records],
            [item.floor_minor for item in items],
            [lines.setdefault(item.id, len(lines)) for item in items],
            [rates.get(item.tax, 0) for item in items] if rates and self.taxes.prices == "net" else None,
            [item.price_minor for item in items],
        )
