"""What a basket costs. Every amount on screen and receipt comes from here and nowhere else.

A `Pricer` keeps the last basket open, so that one more scan costs what the scan touches; the answer is the
same as pricing the basket afresh. Lane, store service and phone use the same one.

Invariants: pure (its memory is only of the last basket); the total is what is paid for the units plus what is
linked to them; the offers' savings add up to the saving; per-rate totals add up to the total; the order of
scans does not matter.
"""

import datetime

import msgspec
from msgspec.structs import replace

from retail.basket import PIECES_MAX, Line
from retail.basket_offers import BasketOffers, basket_offers
from retail.campaigns import Left, LimitedBook, has_campaign, within
from retail.check import require
from retail.coupons.model import Coupon
from retail.member import Member, OfferUses
from retail.member_limits import Limited, counted, has_member_limit
from retail.priced import PricedBasket
from retail.priced_writing import UNITS_PER_LINE, write
from retail.promotions.index import Book
from retail.promotions.offer import Offer
from retail.promotions.outcome import Refusal
from retail.promotions.reasons import why_not
from retail.promotions.session import OpenBasket, Priced
from retail.promotions.units import Context, Item, Moment, Unit
from retail.terms import Terms


class Basket(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a price depends on, besides the terms."""

    lines: tuple[Line, ...] = ()
    member: Member | None = None
    coupons: tuple[tuple[int, Coupon], ...] = ()
    """Coupons that may count (held), each with its number in the purchase."""
    started_at: str
    """Local time of the transaction's start, ISO 8601 with offset: offers and dates are this moment's."""
    currency: str
    tender: str = ""
    """The means of payment, once chosen: `card`, `cash`, the shop's own kinds."""
    staff_agreed: tuple[int, ...] = ()
    """Coupons a member of staff has read and agreed to."""
    campaigns: Left | None = None
    """What the lane has left of campaigns. None: it is fed by no store, and their own limits count."""


class Pricer:
    """Prices baskets by one shop's terms. Belongs to one thread; remembers the last basket."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self._campaigns = {
            ready.offer.id: ready.offer for ready in terms.book.ready if has_campaign(ready.offer.limits)
        }
        self.member_limited: Limited = {
            ready.offer.id: ready.offer for ready in terms.book.ready if has_member_limit(ready.offer.limits)
        }
        """Offers with a limit per member."""
        self.forget()

    def forget(self) -> None:
        """Keep nothing of the last basket and its shopper."""
        self._open: OpenBasket | None = None
        self._left: tuple[Left | None, tuple[OfferUses, ...]] = (None, ())
        """What was left of campaigns, and what the member had had, when it was opened."""
        self._over = BasketOffers()
        self._lines: dict[int, tuple[Line, Item]] = {}
        """By line id: what stands in the open basket."""
        self._searched: tuple[Basket, PricedBasket] | None = None
        """The last basket whose price took a search, and what was found."""

    def price(self, basket: Basket, *, nudges: bool = True) -> PricedBasket:
        """The price now. Where `is_final` is false, `finish` may find a better one, which then stands."""
        if self._searched is not None and self._searched[0] == basket:
            return self._searched[1]
        opened = self._opened(basket, line_by_line=True)
        return self._write(basket, opened, opened.price(), nudges=nudges)

    def finish(self, basket: Basket) -> PricedBasket:
        """The final price, every search taken to its end; may take a second. What is paid and stored."""
        if self._searched is not None and self._searched[0] == basket:
            return self._searched[1]
        opened = self._opened(basket)
        priced = opened.price()
        took_search = not priced.is_final
        answer = self._write(basket, opened, opened.finish() if took_search else priced, nudges=False)
        self._searched = (basket, answer) if took_search else None
        return answer

    def why_not(self, basket: Basket, offer_id: str) -> Refusal:
        """Why an offer takes nothing off this basket; reason `applied` if it does."""
        return why_not(self._opened(basket), offer_id)

    def _write(self, basket: Basket, opened: OpenBasket, priced: Priced, *, nudges: bool) -> PricedBasket:
        day = datetime.datetime.fromisoformat(basket.started_at).date()
        return write(self.terms, self._lines, basket.member, day, self._over, opened, priced, nudges=nudges)

    # -- keeping up with the basket

    def _opened(self, basket: Basket, *, line_by_line: bool = False) -> OpenBasket:
        """The engine's basket, brought up to this one.

        `line_by_line` prices it after each line, as if it were scanned: where many offers overlap, an answer
        that is not searched to the end is much better for it.
        """
        check(basket, self.terms)
        started_at = datetime.datetime.fromisoformat(basket.started_at)
        today = started_at.date()
        lines = {line.line_id: (line, self._item(line, today)) for line in basket.lines}
        over = self._over_for(basket, lines, today)
        context = context_of(basket, started_at, over.codes)
        opened = self._open
        left = basket.campaigns, self._had(basket.member)
        is_other = over.offers != self._over.offers or left != self._left
        if opened is None or is_other or context != opened.context:
            opened = self._open = OpenBasket(
                self._book(*left, today.isoformat()).with_offers(over.offers), context
            )
            self._lines = {}
        self._over, self._left = over, left
        for line_id in [line_id for line_id in self._lines if line_id not in lines]:
            _take_out(opened, self._lines[line_id][0], 0)
        for line_id, (line, item) in lines.items():
            _exchange(opened, self._lines.get(line_id), line, item)
            if line_by_line:
                opened.items.resolve()
        self._lines = lines
        return opened

    def _had(self, member: Member | None) -> tuple[OfferUses, ...]:
        """What a member had before of offers with a limit per member."""
        if member is None:
            return ()
        return tuple(one for one in member.uses if one.offer_id in self.member_limited)

    def _book(self, left: Left | None, had: tuple[OfferUses, ...], day: str) -> Book:
        """The shop's offers, within what the lane has left of campaigns and the member of their own."""
        limited: dict[str, Offer] = {}
        if left is not None:
            mine = {one.offer_id: one for one in left}
            limited = {name: within(offer, mine.get(name)) for name, offer in self._campaigns.items()}
        for one in had:
            offer = limited.get(one.offer_id, self.member_limited[one.offer_id])
            limited[one.offer_id] = counted(offer, one, day)
        return LimitedBook(self.terms.book, limited.values()) if limited else self.terms.book

    def _item(self, line: Line, today: datetime.date) -> Item:
        known = self._lines.get(line.line_id) if not line.best_before else None
        if known is not None and (known[0] is line or known[0] == line):
            return known[1]
        return item_of(line, self.terms, today)

    def _over_for(
        self, basket: Basket, lines: dict[int, tuple[Line, Item]], day: datetime.date
    ) -> BasketOffers:
        if not basket.coupons and (basket.member is None or not self.terms.stamps):
            return BasketOffers()
        items: dict[Item, int] = {}
        for line, item in lines.values():
            items[item] = items.get(item, 0) + line.quantity
        over = basket_offers(self.terms, basket.coupons, basket.member, items, day, basket.staff_agreed)
        return _without_copies(
            over, is_lent=basket.campaigns is not None, is_member=basket.member is not None
        )


def check(basket: Basket, terms: Terms) -> None:
    """What the lane has made sure of before anything is priced."""
    require(basket.currency == terms.currency, f"the terms are in {basket.currency}")
    require(
        all(line.product.currency == basket.currency for line in basket.lines),
        f"every price is in {basket.currency}",
    )
    require(
        sum(line.quantity for line in basket.lines) <= PIECES_MAX,
        f"a basket holds at most {PIECES_MAX} pieces",
    )
    ids = {line.line_id for line in basket.lines}
    require(len(ids) == len(basket.lines), "every line has an id of its own")


def context_of(basket: Basket, started_at: datetime.datetime, codes: frozenset[str]) -> Context:
    """Who buys and when, in the engine's words. The time is what the clock on the wall says."""
    member = basket.member
    return Context(
        is_member=member is not None,
        groups=member.offer_groups if member else frozenset(),
        order_number=member.order_number if member else None,
        codes=codes,
        tender=basket.tender,
        moment=Moment(
            day=started_at.date().isoformat(),
            weekday=started_at.isoweekday(),
            minute=started_at.hour * 60 + started_at.minute,
        ),
    )


def item_of(line: Line, terms: Terms, today: datetime.date) -> Item:
    """A line's goods in the engine's words today. Goods reduced to clear stand outside offers by default.

    Goods whose sticker asks no less than the shelf are not reduced: they cost what they do on the shelf, and
    take part in offers.
    """
    product = line.product
    return Item(
        id=product.key,
        price_minor=line.piece_minor,
        categories=categories(product.category),
        floor_minor=min(product.floor_minor, line.piece_minor),
        takes_offers=product.takes_offers and (terms.marked_down_takes_offers or not line.is_reduced),
        is_marked_down=line.is_reduced,
        counts=product.counts,
        tax=str(product.tax_rate_bp),
        days_left=_days_left(line.best_before, today),
        without_sticker=_without_sticker(line, terms, today),
    )


def _days_left(best_before: str, today: datetime.date) -> int | None:
    return (datetime.date.fromisoformat(best_before) - today).days if best_before else None


def _without_sticker(line: Line, terms: Terms, today: datetime.date) -> Item | None:
    if not line.is_reduced or line.shelf_minor is None:
        return None
    return item_of(replace(line, price_minor=None, is_marked_down=False), terms, today)


def categories(path: str) -> tuple[str, ...]:
    """A category and all it stands under: `drinks/tea` is in `drinks` and in `drinks/tea`."""
    parts = [part for part in path.split("/") if part]
    return tuple("/".join(parts[:count]) for count in range(1, len(parts) + 1))


def _without_copies(over: BasketOffers, *, is_lent: bool, is_member: bool) -> BasketOffers:
    """A second paper triggers its offer once more, but what is counted over purchases is for the first."""

    def is_counted(offer: Offer) -> bool:
        return (is_lent and has_campaign(offer.limits)) or (is_member and has_member_limit(offer.limits))

    if not any(is_counted(offer) for offer in over.offers):
        return over
    offers = tuple(within(offer, None) if is_counted(offer) else offer for offer in over.offers)
    return replace(over, offers=offers)


def _exchange(opened: OpenBasket, known: tuple[Line, Item] | None, line: Line, item: Item) -> None:
    """Bring a line's units up to what they are now."""
    kept = 0
    if known is not None:
        kept = min(known[0].quantity, line.quantity) if known[1] == item else 0
        _take_out(opened, known[0], kept)
    first = line.line_id * UNITS_PER_LINE
    for index in range(kept, line.quantity):
        opened.add(Unit(id=first + index, item=item))


def _take_out(opened: OpenBasket, line: Line, keep: int) -> None:
    first = line.line_id * UNITS_PER_LINE
    for index in reversed(range(keep, line.quantity)):
        opened.remove(first + index)
