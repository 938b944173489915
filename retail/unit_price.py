"""What goods cost per kilogram, litre or piece, so that packs can be compared.

Source: Directive 98/6/EC, articles 2b and 3: the final price for one kilogram, litre, metre or piece; in
Germany PAngV 2022, section 5.
Invariants: pure; rounded half up once; nothing is guessed where the content is not known.
"""

from typing import Literal

import msgspec

from retail.check import require

Unit = Literal["g", "ml", "piece"]
CONTENT_MAX = 10_000_000
"""Ten tonnes."""
_WHOLE: dict[Unit, tuple[int, str]] = {"g": (1000, "kg"), "ml": (1000, "l"), "piece": (1, "piece")}


class Net(msgspec.Struct, frozen=True, kw_only=True):
    """What a pack holds, without the pack."""

    amount: int
    unit: Unit

    def __post_init__(self) -> None:
        """Refuse what no pack holds."""
        require(0 < self.amount <= CONTENT_MAX, "a pack holds something")


class UnitPrice(msgspec.Struct, frozen=True, kw_only=True):
    """An amount per `kg`, `l` or `piece`."""

    amount_minor: int
    per: str


def unit_price(price_minor: int, net: Net | None) -> UnitPrice | None:
    """The price of one whole unit; None where the content is not known, or is one piece."""
    if net is None or (net.unit == "piece" and net.amount == 1):
        return None
    whole, per = _WHOLE[net.unit]
    return UnitPrice(amount_minor=(2 * price_minor * whole + net.amount) // (2 * net.amount), per=per)
