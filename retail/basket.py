"""What a shopper has put into a basket: lines of goods, before anybody has said what they cost together.

Invariants: frozen; a line is some pieces of one product snapshot, or one measured pack.
"""

import msgspec

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
    """Sold under a reduced-to-clear sticker: `price_minor` is the sticker's."""

    def __post_init__(self) -> None:
        require(1 <= self.quantity <= QUANTITY_MAX, f"a quantity is 1 to {QUANTITY_MAX}")
        require(self.weight_g is None or 0 < self.weight_g <= WEIGHT_MAX_G, "a weight is 1 g to 99.999 kg")
        require(self.price_minor is None or self.price_minor > 0, "a price read from a code is not zero")

    @property
    def unit_price_minor(self) -> int:
        """Price of one piece, or of one kilogram for a weighed line."""
        return self.product.price_minor if self.price_minor is None else self.price_minor

    @property
    def piece_minor(self) -> int:
        """List price of one piece or one pack, without what is linked to it."""
        if self.weight_g is None or self.price_minor is not None:
            return self.unit_price_minor
        return divide_half_up(self.unit_price_minor * self.weight_g, 1000)

    @property
    def amount_minor(self) -> int:
        """List price of the line, without what is linked to it."""
        return self.quantity * self.piece_minor

    @property
    def linked_minor(self) -> int:
        """Deposits and other linked items of the line."""
        return self.quantity * sum(linked.price_minor for linked in self.product.linked)

    def may_merge(self, other: "Line") -> bool:
        """Whether `other` is one more of the same: same product snapshot, nothing measured."""
        measured = self.weight_g, self.price_minor, other.weight_g, other.price_minor
        return self.product == other.product and measured == (None, None, None, None)
