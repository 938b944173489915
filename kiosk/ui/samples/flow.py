"""Made-up moments of what a shopper is asked, offered and may undo, for the gallery and the tests. Pure."""

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase, State, TakenOff
from kiosk.ui.samples.goods import CURRENCY, basket, priced, sale, sale_of
from kiosk.ui.samples.names import in_every_language
from retail import donation
from retail.basket import Line
from retail.catalogue import Product
from retail.journal.shopping import RoundUpOffered

_GOODS = (
    ("Apples, loose", "Äpfel, lose", "散装苹果", 249, "apple", "produce/fruit", "kg"),
    ("Bananas, loose", "Bananen, lose", "散装香蕉", 179, "banana", "produce/fruit", "kg"),
    ("Avocado", "Avocado", "牛油果", 129, "avocado", "produce/exotic", "piece"),
    ("Butter Croissant", "Butter-Croissant", "黄油羊角面包", 119, "croissant", "bakery/snacks", "piece"),
    ("Pretzel", "Laugenbrezel", "碱水结", 89, "pretzel", "bakery/snacks", "piece"),
    ("Tomatoes, loose", "Tomaten, lose", "散装番茄", 349, "tomato", "produce/vegetables", "kg"),
    ("Mushrooms, loose", "Champignons, lose", "散装蘑菇", 899, "mushroom", "produce/vegetables", "kg"),
    ("Broccoli", "Brokkoli", "西兰花", 179, "broccoli", "produce/vegetables", "piece"),
    ("Kiwi", "Kiwi", "猕猴桃", 45, "kiwi", "produce/exotic", "piece"),
    ("Kohlrabi with leaves", "Kohlrabi mit Blättern", "苤蓝", 99, "", "produce/vegetables", "piece"),
    ("Lemons, loose", "Zitronen, lose", "散装柠檬", 399, "lemon", "produce/fruit", "kg"),
    ("Farmhouse Bread", "Bauernbrot", "农家面包", 329, "bread", "bakery/bread", "piece"),
    ("Red Peppers, loose", "Rote Paprika, lose", "散装红椒", 499, "pepper", "produce/vegetables", "kg"),
    ("Baguette", "Baguette", "法棍面包", 149, "baguette", "bakery/bread", "piece"),
)
AVOCADO, CARRIER = f"{3:014d}", f"{101:014d}"
"""Keys of goods that pictures are taken of."""
CHARITY = "Food Bank Berlin"
ROUND_UP_MINOR = 37


def _product(number: int, row: tuple[str, str, str, int, str, str, str]) -> Product:
    english, german, chinese, price_minor, picture, category, unit = row
    return Product(
        key=f"{number:014d}",
        gtin=f"{number:013d}",
        names=in_every_language({"": english, "de": german, "zh": chinese}),
        price_minor=price_minor,
        currency=CURRENCY,
        tax_rate_bp=700,
        picture=picture,
        category=category,
        unit=unit,
    )


GOODS = tuple(_product(number, row) for number, row in enumerate(_GOODS, start=1))
BAGS = tuple(
    _product(number, row)
    for number, row in enumerate(
        (
            ("Paper Carrier Bag", "Papiertragetasche", "纸质购物袋", 25, "bag", "household/bags", "piece"),
            (
                "Cotton Bag, to use again",
                "Baumwolltasche, mehrfach verwendbar",
                "可重复使用的棉布袋",
                199,
                "",
                "household/bags",
                "piece",
            ),
        ),
        start=101,
    )
)


class SampleGoods:
    """A look-up that only knows the samples."""

    def favourites(self, limit: int) -> tuple[Product, ...]:
        """The first of them."""
        return GOODS[: min(limit, 12)]

    def ask(self, typed: str, category: str, limit: int) -> tuple[Product, ...]:
        """Those with a name that begins so, or of a category."""
        return tuple(
            product
            for product in GOODS
            if product.category.startswith(category)
            and any(name.lower().startswith(typed) for name in product.names.values())
        )[:limit]

    def categories(self) -> tuple[str, ...]:
        """Those of the samples."""
        return tuple(sorted({product.category for product in GOODS}))


def given(line_id: int = 90) -> Line:
    """What somebody gives."""
    return Line(line_id=line_id, product=donation.product(CHARITY, CURRENCY), price_minor=ROUND_UP_MINOR)


def situations(idle: State) -> Iterator[tuple[str, Snapshot]]:
    """Bags, rounding up, undoing; and the scanning screen the look-up opens over."""

    def shown(state: State) -> Snapshot:
        return Snapshot(sequence=1, state=state)

    scanning, tender = replace(idle, phase=Phase.SCANNING), replace(idle, phase=Phase.TENDER)
    few = sale()
    yield "flow-empty", shown(replace(scanning, transaction=sale(0)))
    yield "flow-bags", shown(replace(scanning, transaction=replace(few, bags=BAGS)))
    off = TakenOff(line=basket(7)[6], pieces=1, may_undo=True)
    yield "flow-removed", shown(replace(scanning, transaction=replace(few, off=off)))
    yield "flow-cancelling", shown(replace(scanning, transaction=replace(few, cancel_asked=True)))
    offered = RoundUpOffered(amount_minor=ROUND_UP_MINOR, charity=CHARITY)
    yield "flow-round-up", shown(replace(tender, transaction=replace(few, round_up=offered)))
    lines = (*basket(6), given())
    rounded = sale_of(lines, priced(lines), transaction_id="t-1")
    yield "flow-rounded-up", shown(replace(tender, transaction=rounded))
