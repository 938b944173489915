"""The settings of what a lane asks and offers while somebody shops."""

from typing import Annotated

import msgspec

from retail.settings.key import By, Key

GOODS_MAX = 48
"""Favourites: two pages of tiles."""
BAGS_MAX = 4
_GTIN = {"form": r"\d{8}|\d{12,14}", "form_text": "the number of goods (8, 12, 13 or 14 digits)"}


class LookupSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Goods without a barcode, found by picture and name (docs/screens.md)."""

    categories: Annotated[
        tuple[str, ...],
        Key(
            by=By.MANAGER,
            text="Categories whose goods may be chosen without a barcode, those below them too. "
            "Empty: there is no look-up but of the favourites.",
            most=24,
        ),
    ] = ()
    favourites: Annotated[
        tuple[str, ...],
        Key(
            by=By.MANAGER,
            text="Goods that stand first in the look-up, in this order; of any category.",
            most=GOODS_MAX,
            **_GTIN,
        ),
    ] = ()


class BagSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Bags, asked about once, before paying."""

    goods: Annotated[
        tuple[str, ...],
        Key(
            by=By.MANAGER,
            text="The bags the shop sells. Empty: nobody is asked about bags.",
            most=BAGS_MAX,
            **_GTIN,
        ),
    ] = ()


class DonationSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Rounding up for a charity, offered where the shopper chooses how to pay."""

    charity: Annotated[
        str,
        Key(by=By.MANAGER, text="Whom it goes to, as shoppers read it. Empty: it is not offered.", most=32),
    ] = ""
    step_minor: Annotated[
        int,
        Key(
            by=By.MANAGER,
            text="To the next whole multiple of this many minor units: 100 is a whole euro.",
            least=2,
            most=100_000,
        ),
    ] = 100
