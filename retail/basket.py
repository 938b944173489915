"""What a shopper has put into a basket: lines of goods, before anybody has said what they cost together.

Invariants: frozen; a line is some pieces of one product snapshot, or one measured pack.
"""

import msgspec
from msgspec.structs import replace

from retail.catalogue import Product
from retail.check import require
from retail.money import divide_half_up

QUANTITY_MAX = 99
PIECES_MAX = 2_000
"""In one basket: more than any trolley holds. A scan beyond it is refused and a person helps."""
WEIGHT_MAX_G = 99_999


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a basket: some pieces of a product, or one weighed pack."""

    line_id: int
    product: Product
    quantity: int = 1
    weight_g: int | None = None
    price_minor: int | None = None
    """Price read from the code; else the product's price counts."""
    is_marked_down: bool = False
    """Bears a reduced-to-clear sticker: `price_minor` is the sticker's. See `is_reduced`."""
    best_before: str = ""
    """ISO 8601 date that the code of this very piece tells; kept only where an offer looks at it."""

    def __post_init__(self) -> None:
        require(1 <= self.quantity <= QUANTITY_MAX, f"a quantity is 1 to {QUANTITY_MAX}")
        require(self.weight_g is None or 0 < self.weight_g <= WEIGHT_MAX_G, "a weight is 1 g to 99.999 kg")
        require(self.price_minor is None or self.price_minor > 0, "a price read from a code is not zero")

    @property
    def unit_price_minor(self) -> int:
        """Price of one piece, or of one kilogram for a weighed line."""
        if self.price_minor is None:
            return self.product.price_minor
        return self.piece_minor

    @property
    def piece_minor(self) -> int:
        """List price of one piece or one pack, without what is linked to it.

        A price in the code is that of a pack weighed behind the counter and stands. One on a reduced-to-clear
        sticker never makes goods dearer than they are on the shelf: a sticker left from before the price
        fell, or keyed wrongly, must not cost the shopper money.
        """
        shelf = self.shelf_minor
        if self.price_minor is None:
            return self.product.price_minor if shelf is None else shelf
        return min(self.price_minor, shelf) if self.is_marked_down and shelf is not None else self.price_minor

    @property
    def shelf_minor(self) -> int | None:
        """What the piece or pack costs by the product's price; None: nobody has weighed it."""
        if self.weight_g is not None:
            return divide_half_up(self.product.price_minor * self.weight_g, 1000)
        return None if self.product.unit == "kg" else self.product.price_minor

    @property
    def is_reduced(self) -> bool:
        """Whether a sticker makes it cheaper. Where it does not, it is as if it were not there."""
        shelf = self.shelf_minor
        return self.is_marked_down and (shelf is None or self.piece_minor < shelf)

    @property
    def amount_minor(self) -> int:
        """List price of the line, without what is linked to it."""
        return self.quantity * self.piece_minor

    @property
    def linked_minor(self) -> int:
        """Deposits and other linked items of the line."""
        return self.quantity * sum(linked.price_minor for linked in self.product.linked)

    def priced_at(self, price_minor: int) -> "Line":
        """The line at a price that staff have set, for a piece or a weighed pack. Offers leave it alone."""
        product = replace(self.product, takes_offers=False)
        return replace(self, product=product, price_minor=price_minor, is_marked_down=False)

    def may_merge(self, other: "Line") -> bool:
        """Whether `other` is one more of the same: same product snapshot, same date, nothing measured."""
        if self.best_before != other.best_before:
            return False
        measured = self.weight_g, self.price_minor, other.weight_g, other.price_minor
        return self.product == other.product and measured == (None, None, None, None)
