"""Made-up goods, sales and prices for the gallery and the tests. Pure: no engine is asked, any case can be.

Invariants: a sample's units, offers and linked items add up to its total, as a real basket's do.
"""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from kiosk.checkout.state import Payment, Taken, Tender, Transaction
from kiosk.ui.samples.names import in_every_language
from retail import tax
from retail.basket import Line
from retail.card import CardResult
from retail.catalogue import LinkedItem, Product
from retail.check import require
from retail.priced import (
    AppliedOffer,
    CouponStanding,
    Cut,
    Gift,
    Nudge,
    PricedBasket,
    UnitPrice,
)
from retail.promotions.offer import Layer

CURRENCY = "EUR"
Names = dict[str, str]
LONG_NAME = {
    "": "Organic Sun-Ripened Mediterranean Vine Tomatoes with Basil, Hand-Picked, Large Family Pack 1 kg",
    "de": "Bio-Sonnengereifte Mittelmeer-Rispentomaten mit Basilikum, handverlesen, Großpackung 1500 g",
    "zh": "有机地中海阳光成熟藤番茄配罗勒手工采摘特大家庭装一千五百克超值优惠限时供应新鲜直达",
}
GOODS: tuple[tuple[str, str, str, int, str], ...] = (
    ("Red Apples 1 kg", "Rote Äpfel 1 kg", "红苹果 1千克", 249, "apple"),
    ("Whole Milk 1 l", "Vollmilch 1 l", "全脂牛奶 1升", 119, "milk"),
    ("Baguette", "Baguette", "法棍面包", 129, "baguette"),
    ("Gouda Cheese 400 g", "Gouda 400 g", "高达奶酪 400克", 389, "cheese"),
    ("Vine Tomatoes 500 g", "Rispentomaten 500 g", "番茄 500克", 249, "tomato"),
    ("Free-Range Eggs, 10", "Eier aus Freilandhaltung, 10 Stück", "散养鸡蛋 10枚", 329, "eggs"),
    ("Dark Chocolate 100 g", "Zartbitterschokolade 100 g", "黑巧克力 100克", 179, "chocolate"),
    ("Ground Coffee 500 g", "Gemahlener Kaffee 500 g", "研磨咖啡 500克", 649, "coffee"),
)
DEPOSIT = LinkedItem(
    key="09990000000007",
    names=in_every_language({"": "Deposit", "de": "Pfand", "zh": "瓶押金"}),
    price_minor=25,
    tax_rate_bp=1900,
)
TEA = {"": "Peppermint Tea, 25 bags", "de": "Pfefferminztee, 25 Beutel", "zh": "薄荷茶 25包"}
LEMONADE = {"": "Lemonade 0.5 l", "de": "Limonade 0,5 l", "zh": "柠檬汽水 0.5升"}
PUDDING = {"": "Vanilla Pudding 200 g", "de": "Vanillepudding 200 g", "zh": "香草布丁 200克"}


class Deal(msgspec.Struct, frozen=True, kw_only=True):
    """An offer as the samples know it: what it takes off which lines."""

    offer_id: str
    names: Names
    cuts: dict[int, int]
    """Line id to amount."""
    layer: Layer = "item"
    reason: str = "percent"
    coupon_no: int = 0


def product(index: int) -> Product:
    """One of the sample goods; every tenth has no picture and an endless name."""
    english, german, chinese, price_minor, picture = GOODS[index % len(GOODS)]
    names = {"": english, "de": german, "zh": chinese}
    if index % 10 == 5:
        names, picture = LONG_NAME, ""
    return named(names, price_minor, picture, index)


def named(names: Names, price_minor: int, picture: str, index: int) -> Product:
    """A product of this name."""
    return Product(
        key=f"{index:014d}",
        gtin=f"{index:013d}",
        names=in_every_language(names),
        price_minor=price_minor,
        currency=CURRENCY,
        tax_rate_bp=700,
        picture=picture,
    )


def weighed(line_id: int) -> Line:
    """A weighed pack: its quantity cannot be changed."""
    bananas = named({"": "Bananas", "de": "Bananen", "zh": "香蕉"}, 199, "banana", 100)
    return Line(line_id=line_id, product=replace(bananas, unit="kg"), weight_g=1236)


def basket(count: int) -> tuple[Line, ...]:
    """`count` lines of various goods, quantities and kinds."""
    return tuple(
        weighed(number)
        if number == 3
        else Line(line_id=number, product=product(number - 1), quantity=1 if number % 4 else 12)
        for number in range(1, count + 1)
    )


def priced(
    lines: Sequence[Line],
    deals: Sequence[Deal] = (),
    *,
    nudges: tuple[Nudge, ...] = (),
    coupons: tuple[CouponStanding, ...] = (),
    gifts: tuple[Gift, ...] = (),
) -> PricedBasket:
    """These lines with these deals, every cent in its place."""
    units = [unit for line in lines for unit in _units(line, deals)]
    paid = sum(unit.paid_minor for unit in units)
    linked = sum(line.linked_minor for line in lines)
    by_line = {line.line_id: line for line in lines}
    taxed = [(by_line[unit.line_id].product.tax_rate_bp, unit.paid_minor) for unit in units]
    taxed += [
        (item.tax_rate_bp, line.quantity * item.price_minor) for line in lines for item in line.product.linked
    ]
    return PricedBasket(
        currency=CURRENCY,
        total_minor=paid + linked,
        item_count=sum(line.quantity for line in lines),
        list_minor=sum(unit.list_minor for unit in units),
        saving_minor=sum(sum(deal.cuts.values()) for deal in deals),
        linked_minor=linked,
        taxes=tax.totals(taxed),
        units=tuple(units),
        offers=tuple(
            AppliedOffer(
                offer_id=deal.offer_id,
                names=deal.names,
                layer=deal.layer,
                reason=deal.reason,
                saving_minor=sum(deal.cuts.values()),
                coupon_no=deal.coupon_no,
            )
            for deal in deals
        ),
        nudges=nudges,
        coupons=coupons,
        gifts=gifts,
    )


def _units(line: Line, deals: Sequence[Deal]) -> list[UnitPrice]:
    """The units of a line; a deal's cut falls on the last of them first, as far as they cost something."""
    left = {deal.offer_id: deal.cuts.get(line.line_id, 0) for deal in deals}
    units = []
    for index in reversed(range(line.quantity)):
        paid, cuts = line.piece_minor, []
        for offer_id, rest in left.items():
            amount = min(rest, paid)
            if amount:
                cuts.append(Cut(offer_id=offer_id, base_minor=paid, amount_minor=amount))
                left[offer_id] -= amount
                paid -= amount
        units.append(
            UnitPrice(
                line_id=line.line_id,
                index=index,
                list_minor=line.piece_minor,
                paid_minor=paid,
                cuts=tuple(cuts),
            )
        )
    require(not any(left.values()), "a sample's deal takes no more than its goods cost")
    return units[::-1]


def sale(count: int = 6) -> Transaction:
    """A transaction with `count` lines and no offers."""
    return sale_of(basket(count), transaction_id="t-1")


def sale_of(
    lines: tuple[Line, ...], prices: PricedBasket | None = None, *, transaction_id: str
) -> Transaction:
    """A transaction with these lines."""
    return Transaction(
        transaction_id=transaction_id,
        number=41,
        started_at="2026-03-14T10:12:00+01:00",
        currency=CURRENCY,
        lines=lines,
        priced=prices or priced(lines),
        next_line_id=max((line.line_id for line in lines), default=0) + 1,
        added=tuple(line.line_id for line in lines),
    )


def paying(transaction: Transaction) -> Payment:
    """An attempt to pay the whole of it."""
    return Payment(
        attempt_id="t-1-1",
        amount_minor=transaction.due_minor,
        currency=transaction.currency,
        baseline=None,
        requested_at="2026-03-14T09:13:00.000000Z",
    )


def paid(transaction: Transaction) -> Transaction:
    """The same sale with its money proven."""
    payment, at = paying(transaction), "2026-03-14T10:13:30+01:00"
    card = CardResult(result_code=0)
    part = Taken(
        attempt_id=payment.attempt_id,
        tender=Tender.CARD,
        amount_minor=payment.amount_minor,
        paid_at=at,
        card=card,
    )
    return replace(
        transaction,
        payment=replace(payment, approved=card, is_settled=True),
        taken=(*transaction.taken, part),
        paid_at=at,
    )
