"""Read a basket from JSON: what is in it, who buys, what was shown, when. For `kiosk price`.

    {
      "at": "2026-11-24T10:30",
      "member": {"tier": "gold", "stamps": {"coffee": 9}},
      "coupons": ["SPRING10"],
      "lines": [
        {"gtin": "9521000003019", "quantity": 2},
        {"name": "Loose tea", "id": "tea", "price_minor": 499, "category": "drinks/tea", "weight_g": 250}
      ]
    }

Source: docs/commands.md, "kiosk price".
Invariants: a file is read whole or refused with every mistake named by its place.
"""

import datetime
from collections.abc import Iterator

import msgspec

from retail.basket import PIECES_MAX, QUANTITY_MAX, WEIGHT_MAX_G, Line
from retail.basket_offers import COUPONS_MAX
from retail.catalogue import Goods, LinkedItem, Product
from retail.catalogue_cells import NAME_MAX, PRICE_MAX_MINOR
from retail.check import BrokenInvariantError
from retail.codes import MEASURE_PATTERNS, ProductCode, Symbology, interpret
from retail.coupons.model import Coupon
from retail.coupons.parse import parse_coupon
from retail.member import Member, OfferUses
from retail.pricing import Basket
from retail.terms import Terms
from retail.unreadable import UNREADABLE

BYTES_MAX = 4 * 1024 * 1024
LINES_MAX = 500
TAX_MAX_BP = 10_000
SHOWN = 64
"""Characters of a wrong text that are repeated."""


class BasketRefusedError(ValueError):
    """A basket with mistakes; each names its place."""

    def __init__(self, mistakes: list[str]) -> None:
        self.mistakes = mistakes
        shown = "\n".join(f"  {mistake}" for mistake in mistakes)
        super().__init__(f"basket refused; {len(mistakes)} mistake(s):\n{shown}")


class _Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    gtin: str = ""
    """A number under a barcode, of the catalogue; with the price or weight inside it, if it has one."""
    name: str = ""
    id: str = ""
    """What offers call it, without a catalogue; the name unless given."""
    price_minor: int | None = None
    """Of one piece, or of a kilogram with `weight_g`. For goods of the catalogue: what a sticker says."""
    quantity: int = 1
    weight_g: int | None = None
    category: str = ""
    tax_rate_bp: int = 0
    deposit_minor: int = 0
    floor_minor: int = 0
    takes_offers: bool = True
    counts: bool = True
    is_marked_down: bool = False


class _Had(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    offer_id: str
    uses: int = 0
    amount_minor: int = 0
    day: str = ""
    day_uses: int = 0
    day_minor: int = 0


class _Member(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    tier: str = ""
    groups: tuple[str, ...] = ()
    order_number: int | None = None
    points: int = 0
    stamps: dict[str, int] = msgspec.field(default_factory=dict)
    uses: list[_Had] = msgspec.field(default_factory=list)


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    lines: list[_Line]
    currency: str | None = None
    at: str = ""
    member: _Member | None = None
    coupons: list[str] = msgspec.field(default_factory=list)
    tender: str = ""


def read_basket(data: bytes, terms: Terms, goods: Goods | None, now: datetime.datetime) -> Basket:
    """The basket of a file, priced as of `now` if it names no time. Raises `BasketRefusedError`."""
    if len(data) > BYTES_MAX:
        raise BasketRefusedError([f"more than {BYTES_MAX} bytes"])
    try:
        file = msgspec.json.decode(data, type=_File)
    except UNREADABLE as error:
        reason, _, path = str(error).partition(" - at `$")
        raise BasketRefusedError([f"{path.strip('.`') or 'file'}: {reason}"]) from None
    reader = _Reader(terms, goods)
    if file.currency not in (None, terms.currency):
        reader.note("currency", f"{file.currency!r}, but the offers are in {terms.currency}")
    at = reader.moment(file.at, now)
    member = reader.member(file.member)
    lines = tuple(reader.lines(file.lines))
    coupons = tuple(reader.coupons(file.coupons))
    if reader.mistakes:
        raise BasketRefusedError(reader.mistakes)
    return Basket(
        lines=lines,
        member=member,
        coupons=coupons,
        started_at=at,
        currency=terms.currency,
        tender=file.tender,
    )


class _Reader:
    """Reads parts and keeps what is wrong with them."""

    def __init__(self, terms: Terms, goods: Goods | None) -> None:
        self._terms = terms
        self._goods = goods
        self.mistakes: list[str] = []

    def note(self, where: str, reason: str) -> None:
        self.mistakes.append(f"{where}: {reason}")

    def moment(self, text: str, now: datetime.datetime) -> str:
        try:
            return (datetime.datetime.fromisoformat(text) if text else now).isoformat(timespec="minutes")
        except ValueError:
            self.note("at", f"{text[:SHOWN]!r} is not a time as 2026-11-24T10:30")
            return ""

    def member(self, given: _Member | None) -> Member | None:
        if given is None:
            return None
        try:
            return Member(
                member_id="member",
                tier=given.tier,
                groups=given.groups,
                order_number=given.order_number,
                points=given.points,
                stamps=given.stamps,
                uses=tuple(OfferUses(**msgspec.structs.asdict(had)) for had in given.uses),
            )
        except BrokenInvariantError as error:
            self.note("member", str(error))
            return None

    def coupons(self, texts: list[str]) -> Iterator[tuple[int, Coupon]]:
        if len(texts) > COUPONS_MAX:
            self.note("coupons", f"more than {COUPONS_MAX}")
        for number, text in enumerate(texts[:COUPONS_MAX], 1):
            parsed = parse_coupon(text, self._terms.coupon_rules, self._terms.store_codes)
            if parsed.coupon is not None:
                yield number, parsed.coupon
            elif parsed.error is not None:
                self.note(f"coupons[{number - 1}]", f"{text[:SHOWN]!r}: {parsed.error.words()}")

    def lines(self, given: list[_Line]) -> Iterator[Line]:
        if len(given) > LINES_MAX:
            self.note("lines", f"more than {LINES_MAX}")
        pieces = 0
        bought: dict[str, int] = {}
        for number, entry in enumerate(given[:LINES_MAX]):
            where = f"lines[{number}]"
            line = self._line(where, number + 1, entry)
            if line is None:
                continue
            product = line.product
            pieces += line.quantity
            bought[product.key] = bought.get(product.key, 0) + line.quantity
            if product.quantity_max and bought[product.key] > product.quantity_max:
                most = f"at most {product.quantity_max} {product.names['']} are sold in one purchase"
                self.note(f"{where}.quantity", most)
            yield line
        if pieces > PIECES_MAX:
            self.note("lines", f"{pieces} pieces; a basket holds at most {PIECES_MAX}")

    def _line(self, where: str, line_id: int, entry: _Line) -> Line | None:
        before = len(self.mistakes)
        for field, least, most in (
            ("quantity", 1, QUANTITY_MAX),
            ("weight_g", 1, WEIGHT_MAX_G),
            ("price_minor", 0, PRICE_MAX_MINOR),
            ("deposit_minor", 0, PRICE_MAX_MINOR),
            ("floor_minor", 0, PRICE_MAX_MINOR),
            ("tax_rate_bp", 0, TAX_MAX_BP),
        ):
            value = getattr(entry, field)
            if value is not None and not least <= value <= most:
                self.note(f"{where}.{field}", f"{value} is not from {least} to {most}")
        if entry.weight_g is not None and entry.quantity != 1:
            self.note(f"{where}.quantity", "a weighed pack is one")
        if bool(entry.gtin) == bool(entry.name or entry.id):
            self.note(where, "either a gtin of the catalogue, or a name and a price_minor")
        if len(self.mistakes) > before:
            return None
        return self._sold(where, line_id, entry) if entry.gtin else self._inline(where, line_id, entry)

    def _inline(self, where: str, line_id: int, entry: _Line) -> Line | None:
        if entry.price_minor is None:
            self.note(f"{where}.price_minor", "is missing")
            return None
        name = entry.name or entry.id
        if not name.isprintable() or len(name) > NAME_MAX:
            self.note(f"{where}.name", f"more than {NAME_MAX} characters, or a control character")
            return None
        deposit = LinkedItem(
            key="deposit", names={"": "Deposit", "de": "Pfand", "zh": "押金"},
            price_minor=entry.deposit_minor, tax_rate_bp=entry.tax_rate_bp,
        )  # fmt: skip
        product = Product(
            key=entry.id or entry.name,
            gtin="",
            names={"": name},
            price_minor=entry.price_minor,
            currency=self._terms.currency,
            tax_rate_bp=entry.tax_rate_bp,
            category=entry.category,
            unit="kg" if entry.weight_g is not None else "piece",
            linked=(deposit,) if entry.deposit_minor else (),
            takes_offers=entry.takes_offers,
            counts=entry.counts,
            floor_minor=entry.floor_minor,
        )
        return Line(
            line_id=line_id,
            product=product,
            quantity=entry.quantity,
            weight_g=entry.weight_g,
            is_marked_down=entry.is_marked_down,
        )

    def _sold(self, where: str, line_id: int, entry: _Line) -> Line | None:
        """A line of goods in the catalogue, as a lane would sell them."""
        code = interpret(entry.gtin, Symbology.KEYED, MEASURE_PATTERNS)
        if not isinstance(code, ProductCode):
            self.note(f"{where}.gtin", f"{entry.gtin[:SHOWN]!r} is not a GTIN with a true check digit")
            return None
        if self._goods is None:
            self.note(f"{where}.gtin", "goods by number need --catalogue")
            return None
        product = self._goods.find(code.key)
        weight_g, price_minor = entry.weight_g, entry.price_minor
        is_marked_down = entry.is_marked_down
        if product is None and code.alternative_key:
            product = self._goods.find(code.alternative_key)
            weight_g, price_minor = code.weight_g or weight_g, code.price_minor or price_minor
            is_marked_down = is_marked_down or code.is_marked_down
        quantity = entry.quantity
        if product is not None and product.pack_of:
            quantity, product = quantity * product.pack_quantity, self._goods.find(product.pack_of)
        if product is None:
            self.note(f"{where}.gtin", f"{entry.gtin} is not in the catalogue")
            return None
        if product.unit == "kg" and weight_g is None and price_minor is None:
            self.note(f"{where}.weight_g", f"{product.names['']} is sold by weight")
            return None
        if not 1 <= quantity <= QUANTITY_MAX:
            self.note(f"{where}.quantity", f"{quantity} pieces are not from 1 to {QUANTITY_MAX}")
            return None
        return Line(
            line_id=line_id,
            product=product,
            quantity=quantity,
            weight_g=weight_g if product.unit == "kg" else None,
            price_minor=price_minor or None,
            is_marked_down=is_marked_down,
        )
