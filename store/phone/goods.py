"""Goods and the shop on a phone: what a product costs and why, what is on offer, and the basket one scans.

Each offer that names a product says what it does for it now, or what is missing to it, in the words of the
engine (`retail.pricing.Pricer.why_not`). Of what the data do not hold (ingredients, stock), nothing is said.

Source: docs/phone.md, "Goods", "The basket".
Invariants: whatever is scanned or typed has an answer; a basket on a phone is never sold by: the lane prices
it again.
"""

import datetime
from typing import Any

import msgspec
from litestar import Response, get, post
from litestar.params import JSONBody

from retail import scanned
from retail.basket import QUANTITY_MAX, Line
from retail.catalogue import Product
from retail.check import BrokenInvariantError
from retail.codes import ProductCode, Symbology, interpret
from retail.coupons.model import Coupon
from retail.interventions.policy import AgeRules
from retail.priced import PricedBasket
from retail.pricing import Basket, Pricer
from retail.terms import Terms
from store.front.gate import shopper_of
from store.identity.errors import Rejected
from store.phone.offers import Told, of_product, today_of
from store.phone.prices import Found, Kept, Prices, about
from store.phone.shell import AnyRequest, Phone
from store.phone.statics import picture, thumb
from store.phone.words import Words

BODY_MAX = 64 * 1024
LINES_MAX = 100
CODE_MAX = 200
KEY_MAX = 20
OFFERS_MAX = 60


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a phone's basket."""

    code: str
    """As scanned or typed."""
    quantity: int = 1


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """What a basket costs."""

    lines: tuple[Wanted, ...]


class Cut(msgspec.Struct, frozen=True, kw_only=True):
    """What an offer takes off a line, in words."""

    name: str
    amount: str


class Priced(msgspec.Struct, frozen=True, kw_only=True):
    """A line with its price, in words; `problem`: why it has none."""

    code: str
    quantity: int
    key: str = ""
    name: str = ""
    picture: str = ""
    amount: str = ""
    list_amount: str = ""
    """Where it differs."""
    cuts: tuple[Cut, ...] = ()
    deposit: str = ""
    check: str = ""
    """What staff will look at, in words."""
    problem: str = ""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """200: the basket, priced."""

    lines: tuple[Priced, ...]
    total: str
    saving: str
    """Empty: nothing is saved."""
    hints: tuple[str, ...]
    """What would save more."""
    count: int


def routes(phone: Phone, prices: Prices) -> tuple[Any, ...]:
    """The handlers of this module."""
    kept = Kept(phone)

    @get("/phone/shop", include_in_schema=False)
    async def shop(request: AnyRequest) -> Response[bytes]:
        """The shop and what is on offer today."""
        who, words = await phone.shopper(request), phone.words(request)

        def offers(pricer: Pricer, read: Found) -> list[Told]:
            basket = _basket((), read, phone)
            shown = (today_of(pricer, basket, offer, words) for offer in pricer.terms.offers)
            return [one for one in shown if one is not None][:OFFERS_MAX]

        today = await kept.of(words.language, lambda: prices.ask((), who, offers), is_shared=who is None)
        day = words.day(phone.local()[:10])
        return phone.page(request, "shop.html", who=who, offers=today, day=day, zone=str(phone.zone))

    @get("/phone/scan", include_in_schema=False)
    async def scan(request: AnyRequest) -> Response[bytes]:
        """Scan goods with the camera, or type their number."""
        return phone.page(
            request, "scan.html", who=shopper_of(request), scans=True, lines_max=LINES_MAX, most=QUANTITY_MAX
        )

    @post("/phone/api/basket", status_code=200, request_max_body_size=BODY_MAX, include_in_schema=False)
    async def basket(request: AnyRequest, data: JSONBody[Ask]) -> Answer:
        """What a basket costs now, and why."""
        who, words = shopper_of(request), phone.words(request)
        if len(data.lines) > LINES_MAX:
            raise Rejected("too_large", f"a basket on a phone has at most {LINES_MAX} lines", 422)
        read = [(line, read_code(line.code, phone.settings.currency)) for line in data.lines]
        keys = {
            key for _, code in read if code is not None for key in (code.key, code.alternative_key) if key
        }
        return await prices.ask(keys, who, lambda pricer, known: _priced(pricer, known, read, words, phone))

    return shop, scan, basket


# --- the basket --------------------------------------------------------------------------------------------


def _priced(
    pricer: Pricer,
    read: Found,
    wanted: list[tuple[Wanted, ProductCode | None]],
    words: Words,
    phone: Phone,
) -> Answer:
    lines: list[Line | str] = [
        line_of(at, one, code, read, date_of(pricer.terms, one, phone))
        for at, (one, code) in enumerate(wanted)
    ]
    goods = tuple(line for line in lines if isinstance(line, Line))
    basket = _basket(goods, read, phone)
    try:
        priced = pricer.price(basket)
    except BrokenInvariantError as error:
        raise Rejected("too_large", "this basket is too large for a phone", 422) from error
    return Answer(
        lines=tuple(
            _untold(one, line, pricer.terms, words)
            if isinstance(line, str)
            else _told(one, line, priced, words, phone.ages)
            for (one, _), line in zip(wanted, lines, strict=True)
        ),
        total=words.amount(priced.total_minor),
        saving=words.amount(priced.saving_minor) if priced.saving_minor else "",
        hints=tuple(_hint(nudge, words) for nudge in priced.nudges[:2]),
        count=priced.item_count,
    )


def line_of(at: int, one: Wanted, code: ProductCode | None, read: Found, best_before: str) -> Line | str:
    """A line of the basket, or why it is none. `best_before`: what `date_of` says of its code."""
    if code is None:
        return "This code is not one of our goods."
    product = read.products.get(code.key)
    weight_g, price_minor = (None, None) if code.alternative_key else (code.weight_g, code.price_minor)
    if product is None and code.alternative_key:
        product = read.products.get(code.alternative_key)
        weight_g, price_minor = code.weight_g, code.price_minor
    if product is None or product.pack_of:
        return "We do not know this product. Please show it at the lane."
    if product.unit != "kg":
        weight_g = None
    elif weight_g is None and price_minor is None:
        return "This is sold by weight. Please weigh it at the lane."
    if not 1 <= one.quantity <= QUANTITY_MAX or (
        product.quantity_max and one.quantity > product.quantity_max
    ):
        return "That many are not sold at once."
    try:
        return Line(
            line_id=at + 1,
            product=product,
            quantity=one.quantity if weight_g is None and price_minor is None else 1,
            weight_g=weight_g,
            price_minor=price_minor,
            is_marked_down=code.is_marked_down,
            best_before=best_before,
        )
    except BrokenInvariantError:
        return "This label cannot be read. Please show it at the lane."


def date_of(terms: Terms, one: Wanted, phone: Phone) -> str:
    """The best-before date in a code that was scanned, where an offer looks at it."""
    return terms.date_of(one.code, datetime.date.fromisoformat(phone.local()[:10]))


def is_coupon(text: str, terms: Terms) -> bool:
    """Whether a scanned text is a coupon; what it is worth, the lane says."""
    return isinstance(scanned.read_scan(text, Symbology.QR, terms, ()), Coupon)


def _untold(one: Wanted, problem: str, terms: Terms, words: Words) -> Priced:
    """What has no price here: a coupon, or goods with a problem."""
    if is_coupon(one.code, terms):
        check = words.text("Counts at the lane")
        return Priced(code=one.code, quantity=1, name=words.text("Coupon"), check=check)
    return Priced(code=one.code, quantity=one.quantity, problem=words.text(problem))


def _told(one: Wanted, line: Line, priced: PricedBasket, words: Words, ages: AgeRules) -> Priced:
    paid = priced.paid_minor(line.line_id)
    years = ages.years(line.product.category)
    named = {offer.offer_id: offer.names for offer in priced.offers}
    return Priced(
        code=one.code,
        quantity=line.quantity,
        key=line.product.key,
        name=words.name(line.product.names),
        picture=thumb(line.product.picture) if line.product.picture else "",
        amount=words.amount(paid),
        list_amount=words.amount(line.amount_minor) if line.amount_minor != paid else "",
        cuts=tuple(
            Cut(name=words.name(named[offer_id]), amount=words.amount(-amount))
            for offer_id, amount in priced.cuts_of_line(line.line_id).items()
            if offer_id in named
        ),
        deposit=words.amount(line.linked_minor) if line.linked_minor else "",
        check=words.text("From {n} years: staff check at the lane", n=years) if years else "",
    )


def _hint(nudge: Any, words: Words) -> str:
    name, saves = words.name(nudge.names), words.amount(nudge.saves_minor)
    if nudge.missing_minor:
        missing = words.amount(nudge.missing_minor)
        return words.text(
            "{missing} more and you save {saves}: {offer}", missing=missing, saves=saves, offer=name
        )
    return words.text(
        "{n} more and you save {saves}: {offer}", n=nudge.missing_units or 1, saves=saves, offer=name
    )


# --- one product, and the shop ------------------------------------------------------------------------------


def product_values(
    pricer: Pricer, read: Found, product: Product, words: Words, phone: Phone
) -> tuple[dict[str, Any], int]:
    """What a page says of one product, and what one of it costs who asks."""
    is_loose = product.unit == "kg"
    line = Line(line_id=1, product=product, weight_g=1000 if is_loose else None)
    basket = _basket((line,), read, phone)
    priced = pricer.price(basket)
    paid = priced.paid_minor(1)
    offers = [
        told
        for offer_id in about(pricer.terms, product)
        if (told := of_product(pricer, basket, priced, offer_id, words)) is not None
    ]
    values = {
        "product": product,
        "name": words.name(product.names),
        "image": picture(product.picture) if product.picture else "",
        "price": words.amount(paid),
        "list_price": words.amount(line.amount_minor) if line.amount_minor != paid else "",
        "is_loose": is_loose,
        "deposits": [(words.name(one.names), words.amount(one.price_minor)) for one in product.linked],
        "offers": offers,
        "tax": words.rate(product.tax_rate_bp),
        "years": phone.ages.years(product.category),
        "shelf": [part.replace("_", " ") for part in product.category.split("/") if part],
    }
    return values, paid


def _basket(lines: tuple[Line, ...], read: Found, phone: Phone) -> Basket:
    return Basket(lines=lines, member=read.member, started_at=phone.local(), currency=phone.settings.currency)


def read_code(text: str, currency: str) -> ProductCode | None:
    """The goods a scanned or typed text names, whether or not they are sold here."""
    if not 0 < len(text) <= CODE_MAX:
        return None
    plain = text.strip().replace(" ", "")
    read = interpret(plain, Symbology.KEYED if plain.isdigit() else Symbology.QR, currency=currency)
    return read if isinstance(read, ProductCode) else None


def key_of(text: str, currency: str) -> str | None:
    """The key of goods by their number; None for anything else."""
    read = read_code(text, currency)
    return read.key if read is not None else None
