"""The neutral coupon: what any coupon barcode or code says, before anyone decides what it is worth here.

Five barcode families and a shop's own codes say the same few things: who pays, what must be bought, what is
saved, until when. They are read into one struct, so that the pricing engine, the redemption books and the
screen never learn what an "AI 8110" is.

Source: docs/coupons.md.
Invariants: frozen; amounts are minor units; a percentage is an integer of thousandths of a percent; a text
that is no coupon, or a broken one, is a value (`Fault`), never an exception.
"""

import datetime
import enum

import msgspec


class CouponKind(enum.Enum):
    """How the coupon came."""

    NORTH_AMERICAN = "ai-8110"
    POSITIVE_OFFER = "ai-8112"
    """A number in a central offer file. Worth nothing until that file has been asked."""
    GLOBAL_NUMBER = "ai-255"
    EAN = "ean"
    """GS1 prefixes 981-984, and 99 where a country gives it a value field."""
    UPC_5 = "upc-5"
    """U.P.C. number system 5, and the same layout under EAN prefix 99."""
    STORE_CODE = "store-code"


class Redemption(enum.Enum):
    """Who must be asked before the coupon counts. Source: docs/coupons.md, "Offline"."""

    ONLINE_ONLY = "online_only"
    STORE_AUTHORITY = "store_authority"
    """The store's server, reachable on the shop's own network, keeps the truth."""
    LOCAL_OK = "local_ok"
    """The lane may decide alone, within the slice it was granted."""


class Measure(enum.Enum):
    """In what a purchase requirement counts."""

    UNITS = "units"
    SPEND = "spend"
    """Minor units spent on qualifying goods."""
    BASKET_SPEND = "basket_spend"
    """Minor units of the whole basket."""
    POUNDS = "pounds"
    """Hundredths of a pound."""
    GRAMS = "grams"
    STAFF = "staff"
    """Printed in words only: a person has to read it."""


class Requirement(msgspec.Struct, frozen=True, kw_only=True):
    """Something that must be bought."""

    measure: Measure
    amount: int
    """In the unit of `measure`."""
    company_prefix: str | None = None
    """GS1 company prefix of the maker, as encoded; None: any maker."""
    family: str | None = None
    """The maker's three-digit family code; None: not told."""
    keys: tuple[str, ...] = ()
    """The very products (GTIN-14), where an offer file names them."""

    def weight_met_by(self, weight_g: int) -> bool:
        """Whether a weight is enough, exactly (a pound is 453.59237 g). For measures of weight only."""
        if self.measure is Measure.POUNDS:
            return weight_g * 10_000_000 >= self.amount * 45_359_237
        return self.measure is Measure.GRAMS and weight_g >= self.amount


class Rule(enum.Enum):
    """How several requirements join."""

    ALL = "all"
    ANY = "any"
    FIRST_AND_ANOTHER = "first_and_another"
    ANOTHER = "another"
    """Any but the first, which only names who pays."""


class Benefit(enum.Enum):
    """What kind of saving it is."""

    AMOUNT = "amount"
    """Minor units off the qualifying goods."""
    BASKET_AMOUNT = "basket_amount"
    """Minor units off the whole basket."""
    FREE_ITEM = "free_item"
    """One qualifying item, worth at most `value` minor units; 0: without a cap."""
    FREE_ITEMS = "free_items"
    """`value` qualifying items."""
    PERCENT = "percent"
    """Thousandths of a percent off one qualifying item: 20 % is 20000."""
    POINTS = "points"
    """Loyalty points, no money."""
    LISTED = "listed"
    """The code does not tell; the shop's offer with this trigger does."""
    STAFF = "staff"
    """Printed in words only: a person has to read it."""


PERCENT_WHOLE = 100_000
"""100 % in thousandths of a percent."""


class Saving(msgspec.Struct, frozen=True, kw_only=True):
    """What the coupon gives."""

    benefit: Benefit
    value: int = 0
    """In the unit of `benefit`."""
    applies_to: int = 0
    """Index of the requirement whose goods become cheaper."""
    items: int | None = 1
    """How many qualifying items get it; None: all of them (store coupons may say so)."""

    @property
    def ceiling_minor(self) -> int | None:
        """The most it can be worth; None when the code alone does not bound it."""
        if self.benefit in (Benefit.AMOUNT, Benefit.BASKET_AMOUNT):
            return None if self.items is None else self.value * self.items
        if self.benefit is Benefit.FREE_ITEM and self.value:
            return self.value
        return 0 if self.benefit is Benefit.POINTS else None


class Funder(enum.Enum):
    """Who pays for the saving, and so who is billed and whose rules for combining count."""

    MAKER = "maker"
    STORE = "store"


class Coupon(msgspec.Struct, frozen=True, kw_only=True):
    """One coupon as read. Two papers of one campaign differ in `serial` only, if they carry one."""

    kind: CouponKind
    text: str
    """The code in its plain form: no brackets, no separators at the front."""
    coupon_id: str
    """Names the campaign; what an offer's trigger refers to."""
    serial: str | None = None
    """Names this one paper; None: every copy is alike."""
    funder: Funder = Funder.MAKER
    funder_prefix: str | None = None
    """GS1 company prefix of who is billed, as encoded."""
    requirements: tuple[Requirement, ...] = ()
    rule: Rule = Rule.ALL
    saving: Saving
    currencies: tuple[str, ...] = ()
    """Currencies its amounts may be in; empty: the code does not tell."""
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None
    """The last day it counts."""
    retailer: str | None = None
    """GS1 company prefix or GLN of the only retailer that may take it."""
    may_multiply: bool = True
    """False: a store must not double it, nor let another coupon share its goods."""
    redemption: Redemption
    needs_staff: str = ""
    """Why a person must look at it (a key of `STAFF_REASONS`); empty: no need."""

    @property
    def redemption_key(self) -> str | None:
        """What may be redeemed once for ever; None when copies cannot be told apart."""
        return f"{self.coupon_id}/{self.serial}" if self.serial else None


STAFF_REASONS = {
    "printed_conditions": "what must be bought is printed on the coupon only",
    "printed_value": "what it is worth is printed on the coupon only",
    "free_by_measure": "it gives goods free by weight or value",
    "no_such_item": "it makes an item cheaper that it does not ask for",
    "any_product": "it does not say which goods it is for",
}


class Fault(enum.Enum):
    """Why a text gave no coupon."""

    NOT_A_COUPON = "not_a_coupon"
    TOO_LONG = "too_long"
    NOT_DIGITS = "not_digits"
    CUT_SHORT = "cut_short"
    BAD_LENGTH = "bad_length"
    BAD_CODE = "bad_code"
    BAD_VALUE = "bad_value"
    BAD_DATE = "bad_date"
    DATES_REVERSED = "dates_reversed"
    EXCESS_DATA = "excess_data"
    BAD_CHECK_DIGIT = "bad_check_digit"
    BAD_SERIAL = "bad_serial"


class CouponError(msgspec.Struct, frozen=True, kw_only=True):
    """The first thing wrong with a code."""

    fault: Fault
    field: str = ""
    """The part of the code, by its name in the standard; empty: the code as a whole."""
    at: int = 0
    """Characters before the fault."""

    def words(self) -> str:
        """The fault as an English sentence for logs and tools; screens translate `fault` instead."""
        where = f" ({self.field.replace('_', ' ')}, after {self.at} characters)" if self.field else ""
        return _WORDS[self.fault] + where


_WORDS = {
    Fault.NOT_A_COUPON: "this code is not a coupon",
    Fault.TOO_LONG: "longer than any coupon",
    Fault.NOT_DIGITS: "a coupon code of this kind holds digits only",
    Fault.CUT_SHORT: "the code ends too early",
    Fault.BAD_LENGTH: "a length indicator has no meaning",
    Fault.BAD_CODE: "a code digit has no meaning",
    Fault.BAD_VALUE: "a value is impossible",
    Fault.BAD_DATE: "a date does not exist",
    Fault.DATES_REVERSED: "it ends before it starts",
    Fault.EXCESS_DATA: "the code goes on after its end",
    Fault.BAD_CHECK_DIGIT: "the check digit is wrong",
    Fault.BAD_SERIAL: "the code is a shop's, its serial number is not",
}


class ParsedCoupon(msgspec.Struct, frozen=True, kw_only=True):
    """A coupon or why there is none. Exactly one of the two is set."""

    coupon: Coupon | None = None
    error: CouponError | None = None


def refused(fault: Fault, field: str = "", at: int = 0) -> ParsedCoupon:
    """A parse that gave no coupon."""
    return ParsedCoupon(error=CouponError(fault=fault, field=field, at=at))


class RedemptionPolicy(msgspec.Struct, frozen=True, kw_only=True):
    """Up to which worth a lane decides alone, and from which it must be online. The shop's setting."""

    local_max_minor: int = 500
    online_from_minor: int = 2000

    def redemption(self, kind: CouponKind, serial: str | None, saving: Saving) -> Redemption:
        """Who must be asked. An unbounded worth is never decided by the lane alone."""
        if kind is CouponKind.POSITIVE_OFFER:
            return Redemption.ONLINE_ONLY
        ceiling = saving.ceiling_minor
        if ceiling is not None and ceiling >= self.online_from_minor:
            return Redemption.ONLINE_ONLY
        if serial is not None or ceiling is None or ceiling > self.local_max_minor:
            return Redemption.STORE_AUTHORITY
        return Redemption.LOCAL_OK
