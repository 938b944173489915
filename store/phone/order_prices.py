"""What an order costs, and whether its goods may be ordered.

An order is priced by the lanes' engine for the member, without offers that are counted: those with a limit of
a member, a day or a campaign are given at the lane, where a sale counts them.

Source: docs/orders.md, "Prices".
Invariants: pure; belongs to the thread that prices; what cannot be ordered says why.
"""

import msgspec

from retail.basket import QUANTITY_MAX, Line
from retail.catalogue import Product
from retail.check import BrokenInvariantError
from retail.member import USES_MAX, Member, OfferUses
from retail.pricing import Basket, Pricer
from store.data.ordering.order import GOODS_MAX, Goods
from store.phone.prices import Found

_ALL_USED = 10**6


class Costed(msgspec.Struct, frozen=True, kw_only=True):
    """What goods cost together; `problems`: product to why it cannot be ordered, in English."""

    goods: tuple[Goods, ...] = ()
    total_minor: int = 0
    saving_minor: int = 0
    problems: dict[str, str] = {}

    @property
    def years(self) -> int:
        """The age its goods ask for; 0: none."""
        return max((one.years for one in self.goods), default=0)


def cost(
    pricer: Pricer, read: Found, wanted: dict[str, int], *, local: str, currency: str, years: dict[str, int]
) -> Costed:
    """The price of these goods now, for who asks. `years`: the age a product asks for."""
    problems: dict[str, str] = {}
    lines = []
    for number, (key, quantity) in enumerate(list(wanted.items())[:GOODS_MAX], 1):
        product = read.products.get(key)
        if (problem := why_not(product, quantity)) is not None or product is None:
            problems[key] = problem or ""
            continue
        lines.append(Line(line_id=number, product=product, quantity=quantity))
    if not lines:
        return Costed(problems=problems)
    basket = Basket(
        lines=tuple(lines),
        member=_uncounted(pricer, read.member, local[:10]),
        started_at=local,
        currency=currency,
        campaigns=(),
    )
    priced = pricer.price(basket, nudges=False)
    goods = tuple(
        Goods(
            key=line.product.key,
            names=dict(line.product.names),
            quantity=line.quantity,
            paid_minor=priced.paid_minor(line.line_id),
            list_minor=line.amount_minor,
            deposit_minor=line.linked_minor,
            years=years.get(line.product.key, 0),
        )
        for line in lines
    )
    return Costed(
        goods=goods, total_minor=priced.total_minor, saving_minor=priced.saving_minor, problems=problems
    )


def why_not(product: Product | None, quantity: int) -> str | None:
    """Why a product cannot be ordered; None: it can."""
    if product is None or product.pack_of:
        return "We do not sell this any more."
    if product.unit == "kg":
        return "This is sold by weight, at the lane."
    if not 1 <= quantity <= QUANTITY_MAX or (product.quantity_max and quantity > product.quantity_max):
        return "That many are not sold at once."
    try:
        Line(line_id=1, product=product, quantity=quantity)
    except BrokenInvariantError:
        return "This cannot be ordered."
    return None


def _uncounted(pricer: Pricer, member: Member | None, day: str) -> Member | None:
    """The member as one who had everything that is counted."""
    if member is None:
        return None
    uses = tuple(
        OfferUses(
            offer_id=offer_id,
            uses=_ALL_USED,
            amount_minor=_ALL_USED * 1000,
            day=day,
            day_uses=_ALL_USED,
            day_minor=_ALL_USED * 1000,
        )
        for offer_id in list(pricer.member_limited)[:USES_MAX]
    )
    return msgspec.structs.replace(member, uses=uses)
