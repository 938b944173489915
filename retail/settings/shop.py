"""The settings of a lane itself and of the shop it stands in."""

from pathlib import Path
from typing import Annotated

import msgspec

from retail import money
from retail.catalogue import LANGUAGES
from retail.settings.key import LINES_MAX, By, Key, Layer

_PREFIX = {"form": r"(02|2[0-9])", "form_text": "02 or 20 to 29", "most": 11}
LANGUAGE: tuple[str | int, ...] = tuple(LANGUAGES)


def _known_currency(code: str) -> str:
    return "" if money.is_currency(code) else "is not a currency this lane can carry to a terminal"


class LaneSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The lane itself."""

    name: Annotated[
        str,
        Key(
            by=By.MANAGER,
            widest=Layer.LANE,
            text="The lane's name, on receipts and in the journal.",
            least=1,
            most=16,
        ),
    ] = "1"
    folder: Annotated[
        Path,
        Key(
            by=By.FILE,
            text="Where the lane keeps its journal, its catalogue and its log. Never on a network drive.",
        ),
    ] = Path("var/lane")
    journal_days: Annotated[
        int,
        Key(
            text="How long the lane keeps pages of its journal that the store service has; what it has not "
            "stays however old. Longer than the oldest backup of the service that may be restored.",
            unit="days",
            least=90,
            most=36_500,
        ),
    ] = 400
    language: Annotated[
        str, Key(by=By.MANAGER, text="What the screen speaks until a shopper chooses.", choices=LANGUAGE)
    ] = "en"
    languages: Annotated[
        tuple[str, ...],
        Key(
            by=By.MANAGER,
            text="What a shopper may choose from, in this order; one of them is the language above.",
            choices=LANGUAGE,
            distinct=True,
        ),
    ] = LANGUAGES
    joins: Annotated[
        bool, Key(by=By.MANAGER, text="Shoppers may become members at the lane (docs/phone.md).")
    ] = False
    prices_only: Annotated[
        bool, Key(by=By.MANAGER, text="The lane only tells prices of what is held to it, and sells nothing.")
    ] = False


class OrderSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Orders that were placed on the phone (docs/orders.md)."""

    lanes_hand_out: Annotated[
        bool,
        Key(
            by=By.MANAGER,
            text="Orders are handed out at the lane; if not, a lane says that they are ready at the counter.",
        ),
    ] = False


class ShopSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Who sells, what, and in which currency."""

    name: Annotated[
        str, Key(by=By.MANAGER, text="The seller's name, at the top of every receipt.", least=1, most=48)
    ]
    catalogue: Annotated[
        Path,
        Key(
            by=By.FILE,
            text="The goods, as CSV. Read again at start when the file has changed; refused whole if wrong.",
        ),
    ]
    offers: Annotated[
        Path | None,
        Key(
            by=By.FILE,
            text="Offers, coupon codes, points and the rest of the shop's promises, as JSON. Read as above.",
        ),
    ] = None
    members: Annotated[
        Path | None,
        Key(
            by=By.FILE,
            text="The members, as CSV. Read as above; cards and phone numbers are kept as keyed hashes only.",
        ),
    ] = None
    rules: Annotated[
        Path | None,
        Key(
            by=By.FILE,
            text="The store's rules for interventions, as TOML (docs/interventions.md). Empty: as declared.",
        ),
    ] = None
    secret: Annotated[
        str,
        Key(
            by=By.FILE,
            text="Signs coupons for the next visit; the same on all lanes. Empty: each lane has its own.",
            most=128,
            secret=True,
        ),
    ] = ""
    address: Annotated[
        tuple[str, ...], Key(by=By.MANAGER, text="Address lines under the name.", most=LINES_MAX)
    ] = ()
    vat_id: Annotated[str, Key(by=By.MANAGER, text="VAT number, printed on receipts.", most=32)] = ""
    phone: Annotated[str, Key(by=By.MANAGER, text="Telephone number, printed on receipts.", most=32)] = ""
    footer: Annotated[
        tuple[str, ...],
        Key(
            by=By.MANAGER,
            text="Lines at the foot of every receipt; one that begins with a language, as in "
            '"fr: Merci !", stands on receipts in that language only.',
            most=LINES_MAX,
            by_language=True,
        ),
    ] = ()
    currency: Annotated[
        str,
        Key(
            text="ISO 4217 code of every price in the catalogue.",
            form_text="a code such as EUR",
            check=_known_currency,
        ),
    ] = "EUR"
    price_prefixes: Annotated[
        tuple[str, ...], Key(text="In-store EAN-13 prefixes whose measure digits are a price.", **_PREFIX)
    ] = ("22", "23", "24", "25")
    weight_prefixes: Annotated[
        tuple[str, ...],
        Key(text="In-store EAN-13 prefixes whose measure digits are a weight in grams.", **_PREFIX),
    ] = ("26", "27", "28", "29")
    sticker_prefixes: Annotated[
        tuple[str, ...],
        Key(
            text="In-store EAN-13 prefixes of reduced-to-clear stickers, with five digits of price.",
            **_PREFIX,
        ),
    ] = ("20",)
    sticker_goods: Annotated[
        str,
        Key(
            text="Digits before the item number in the EAN-13 of goods with stickers. "
            "Empty: found by the sticker's own number with its price zeroed.",
            form="([0-9]{7})?",
            form_text="seven digits or none",
        ),
    ] = "9521000"
    measure_digits: Annotated[
        int, Key(text="Measure digits before the check digit of in-store EAN-13.", least=4, most=6)
    ] = 5
