"""Offers made ready: which of ten thousand touch this product, without looking at the others.

Every selector of an offer is filed under the product keys or categories it names; only a selector that names
neither is looked at for every product. An offer's selectors are numbered (its *places*): first those of its
derivations, then those of its conditions; which places a product fits is a set of bits.

Invariants: compiling does not change an offer; ranks follow the order offers are applied in.
"""

from collections import ChainMap
from collections.abc import Iterable, MutableMapping, Sequence

from retail.check import require
from retail.promotions.copies import alike
from retail.promotions.forms.extras import EXTRAS
from retail.promotions.offer import (
    LAYERS,
    AnyOf,
    Code,
    Condition,
    Derivation,
    Member,
    MinQuantity,
    MinSpend,
    Offer,
    OrderNumber,
    Selector,
    Tender,
    Window,
)
from retail.promotions.selectors import passes, places
from retail.promotions.units import Context, Item, Moment


class Ready:
    """One offer, compiled."""

    __slots__ = (
        "basket_tests",
        "derivations",
        "layer",
        "offer",
        "payable_bits",
        "payable_selectors",
        "rank",
        "selectors",
        "static_tests",
        "uses_left",
        "windows",
    )

    def __init__(self, offer: Offer, rank: int) -> None:
        self.offer = offer
        self.rank = rank
        self.layer = offer.layer
        selectors: list[Selector] = []
        derivations: list[tuple[Derivation, int, int]] = []
        for derivation in offer.derivation:
            own = places(derivation)
            derivations.append((derivation, len(selectors), len(own)))
            selectors.extend(own)
        self.payable_bits = (1 << len(selectors)) - 1
        """The places of the derivations."""
        basket_tests: list[tuple[MinQuantity | MinSpend, int]] = []
        static_tests: list[Condition] = []
        windows: list[Window] = []
        for test in offer.eligibility:
            if isinstance(test, MinQuantity | MinSpend):
                basket_tests.append((test, len(selectors)))
                selectors.append(test.of)
            elif isinstance(test, Window):
                windows.append(test)
            else:
                static_tests.append(test)
        self.derivations = tuple(derivations)
        """Each with its first place and how many it has."""
        self.selectors = tuple(selectors)
        self.payable_selectors = self.selectors[: self.payable_bits.bit_length()]
        """Those of the derivations."""
        self.basket_tests = tuple(basket_tests)
        self.static_tests = tuple(static_tests)
        self.windows = tuple(windows)
        left = [limit.uses - limit.used for limit in offer.limits if limit.uses is not None]
        self.uses_left = max(0, min(left)) if left else None

    def fits(self, item: Item, is_marked_down: bool) -> int:
        """The bits of the places this item fits."""
        bits = 0
        for place, selector in enumerate(self.selectors):
            if passes(selector, item, is_marked_down):
                bits |= 1 << place
        return bits if item.takes_offers else bits & ~self.payable_bits

    def money_left(self) -> int | None:
        """How much the offer may still give, by its limits in money."""
        left = [
            limit.amount_minor - limit.used_minor
            for limit in self.offer.limits
            if limit.amount_minor is not None
        ]
        return max(0, min(left)) if left else None

    def is_live(self, context: Context) -> bool:
        """Whether the tests that look neither at basket nor clock hold, and uses are left."""
        if self.uses_left == 0 or self.money_left() == 0:
            return False
        return all(holds(test, context) for test in self.static_tests)

    @property
    def is_extra(self) -> bool:
        """Whether it gives something other than a lower price: a gift, free delivery, a next-visit coupon."""
        return isinstance(self.derivations[0][0], EXTRAS)


def holds(test: Condition, context: Context) -> bool:
    """Whether a test that does not look at the basket holds."""
    match test:
        case Member():
            return context.is_member and (not test.groups or not context.groups.isdisjoint(test.groups))
        case Code():
            return test.code in context.codes
        case OrderNumber():
            return context.order_number == test.number
        case Tender():
            return context.tender in test.kinds
        case Window():
            return is_within(test, context.moment)
        case AnyOf():
            return any(holds(inner, context) for inner in test.tests)
        case MinQuantity() | MinSpend():
            raise TypeError("a basket test needs the basket")


def is_within(window: Window, moment: Moment | None) -> bool:
    """Whether a moment lies in a window; an unknown moment does not."""
    if moment is None:
        return False
    if window.first_day and moment.day < window.first_day:
        return False
    if window.last_day and moment.day > window.last_day:
        return False
    weekday = moment.weekday
    if window.from_minute <= window.to_minute:
        inside = window.from_minute <= moment.minute < window.to_minute
    else:
        inside = moment.minute >= window.from_minute or moment.minute < window.to_minute
        if moment.minute < window.to_minute:
            weekday = (weekday - 2) % 7 + 1  # the window began the day before
    return inside and (not window.weekdays or weekday in window.weekdays)


class Book:
    """All offers of a shop, filed. Build it once per change of offers; share it between baskets."""

    def __init__(self, offers: Iterable[Offer], under: "Book | None" = None) -> None:
        listed = list(offers)
        order = sorted(
            range(len(listed)), key=lambda at: (not listed[at].exclusive, -listed[at].priority, at)
        )
        first = len(under.ready) if under else 0
        own = [Ready(listed[at], first + rank) for rank, at in enumerate(order)]
        names = {ready.offer.id: ready for ready in own}
        self.ready: list[Ready] = [*under.ready, *own] if under else own
        """By rank."""
        self.by_name: MutableMapping[str, Ready] = ChainMap(names, under.by_name) if under else names
        self._under = under
        self.looks_at_dates: bool = (under is not None and under.looks_at_dates) or any(
            selector.days_left_to is not None for ready in own for selector in ready.selectors
        )
        """Whether any offer asks for a best-before date."""
        self._by_id: dict[str, list[Ready]] = {}
        self._by_category: dict[str, list[Ready]] = {}
        self._everywhere: list[Ready] = []
        self.copy_of: dict[int, Ready] = dict(under.copy_of) if under else {}
        """Rank of an offer that can never save more than another does, to that other: it takes no part."""
        firsts: dict[object, Ready] = {}
        for ready in own:
            same = firsts.setdefault(alike(ready.offer) or ready.rank, ready)
            if same is ready:
                self._file(ready)
            else:
                self.copy_of[ready.rank] = same

    def with_offers(self, extra: Iterable[Offer]) -> "Book":
        """This book with more offers ranked behind its own: those of the coupons of one basket.

        Shares what is compiled, so that a coupon costs nothing of the ten thousand offers under it.
        """
        more = list(extra)
        names = [offer.id for offer in more]
        require(
            len(set(names)) == len(names) and not any(name in self.by_name for name in names),
            "every offer has an id of its own",
        )
        return Book(more, under=self) if more else self

    def _file(self, ready: Ready) -> None:
        ids: set[str] = set()
        categories: set[str] = set()
        for selector in ready.selectors:
            if selector.ids:
                ids.update(selector.ids)
            elif selector.categories:
                categories.update(selector.categories)
            else:
                self._everywhere.append(ready)
                return
        for key in ids:
            self._by_id.setdefault(key, []).append(ready)
        for key in categories:
            self._by_category.setdefault(key, []).append(ready)

    def candidates(self, item: Item) -> Sequence[Ready]:
        """Offers that may touch this item, in rank order."""
        under = self._under.candidates(item) if self._under else ()
        found = {ready.rank: ready for ready in self._everywhere}
        for ready in self._by_id.get(item.id, ()):
            found[ready.rank] = ready
        for name in item.categories:
            for ready in self._by_category.get(name, ()):
                found[ready.rank] = ready
        return [*under, *(found[rank] for rank in sorted(found))]

    def of_layer(self, layer: str) -> list[Ready]:
        """All offers of a layer in rank order; for tools, not for the scan path."""
        assert layer in LAYERS
        return [ready for ready in self.ready if ready.layer == layer]
