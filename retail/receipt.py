"""A receipt as data: what must be said, in order, with no layout.

Amounts are integer minor units of `currency`. Layout, language and bytes are the printer's business
(`kiosk.printer`), so that screen, paper and digital receipt say the same.

Source: Directive 2006/112/EC art. 226b (simplified invoice) for what must appear.
"""

from typing import Literal

import msgspec


class Seller(msgspec.Struct, frozen=True, kw_only=True):
    """Who sells, as printed at the top. `lines` is the address, one line each."""

    name: str
    lines: tuple[str, ...] = ()
    vat_id: str = ""
    phone: str = ""


class ReceiptDiscount(msgspec.Struct, frozen=True, kw_only=True):
    """What an offer takes off, as its own line. `names` as in `ReceiptLine`."""

    names: dict[str, str]
    amount_minor: int
    """Positive: printed with a minus."""
    is_coupon: bool = False


class ReceiptLinked(msgspec.Struct, frozen=True, kw_only=True):
    """A deposit or levy under its line."""

    names: dict[str, str]
    quantity: int
    unit_price_minor: int
    amount_minor: int
    tax_letter: str


class ReceiptLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line item. `names` maps language (`en`, `de`, `zh`) to the name; `""` is the fallback."""

    names: dict[str, str]
    quantity: int
    unit_price_minor: int
    """Price of one piece, or of one kilogram when `weight_g` is given."""
    amount_minor: int
    tax_letter: str
    weight_g: int | None = None
    discounts: tuple[ReceiptDiscount, ...] = ()
    """Shelf and item offers on this line; `amount_minor` is before them."""
    linked: tuple[ReceiptLinked, ...] = ()
    is_marked_down: bool = False


class TaxTotal(msgspec.Struct, frozen=True, kw_only=True):
    """What one rate contributes: gross = net + tax. `rate_bp` is in hundredths of a percent (1900 = 19 %)."""

    letter: str
    rate_bp: int
    gross_minor: int
    net_minor: int
    tax_minor: int


class CardTender(msgspec.Struct, frozen=True, kw_only=True, tag_field="tender", tag="card"):
    """The card block every scheme demands. Never an expiry date; PAN masked to its last four."""

    amount_minor: int
    card_name: str = ""
    masked_pan: str = ""
    application_id: str = ""
    authorisation_code: str = ""
    terminal_id: str = ""
    merchant_id: str = ""
    receipt_number: int | None = None
    trace_number: int | None = None
    entry_mode: str = ""
    verification: str = ""
    terminal_lines: tuple[str, ...] = ()
    """The terminal's own customer text; when present it is printed verbatim instead of the fields."""


class WalletTender(msgspec.Struct, frozen=True, kw_only=True, tag_field="tender", tag="wallet"):
    """Paid by phone."""

    amount_minor: int
    wallet: str = ""
    """Which one it was, as the gateway calls it."""
    reference: str = ""
    """The gateway's own number of it."""


class ValueTender(msgspec.Struct, frozen=True, kw_only=True, tag_field="tender", tag="value"):
    """Paid with a gift card or from a member's balance. Never more of a number than its last digits."""

    amount_minor: int
    kind: Literal["gift", "member"] = "gift"
    last_digits: str = ""
    left_minor: int | None = None
    """What is on it afterwards; None when the store could not be asked."""


AnyTender = CardTender | WalletTender | ValueTender


class StampCard(msgspec.Struct, frozen=True, kw_only=True):
    """What a shop calls one of its stamp cards, and how many stamps fill it."""

    names: dict[str, str] = {}
    goal: int = 0
    """0: not told."""


class MemberNote(msgspec.Struct, frozen=True, kw_only=True):
    """What the member earned and spent. Names nobody."""

    points_earned: int = 0
    points_spent: int = 0
    points_after: int | None = None
    """As last known, with this purchase; None when not known."""
    stamps: dict[str, int] = {}
    """Stamp card to the stamps on it now."""
    stamp_cards: dict[str, StampCard] = {}
    """More about those cards, where the shop says it."""


class NextVisit(msgspec.Struct, frozen=True, kw_only=True):
    """A coupon to tear off; dates are ISO."""

    code: str
    value_minor: int
    valid_from: str
    valid_until: str


class Returned(msgspec.Struct, frozen=True, kw_only=True):
    """That goods came back, and of which sale. Every amount of such a receipt is negative."""

    number: int
    """The receipt number of that sale."""
    lane: str
    sold_at: str
    """Local time, ISO 8601 with offset; empty where it is not known."""
    points: int = 0
    """Given back to the member."""
    not_given_minor: int = 0
    """What the goods are worth beyond what went back: staff stopped before all of it had."""


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """That a balance was topped up: nothing was sold, and no tax is owed until goods are bought with it."""

    balance_minor: int
    """What is on it now."""


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """A finished sale, or goods of one that came back.

    `started_at` and `ended_at` are local ISO 8601 with offset.
    """

    seller: Seller
    lane: str
    transaction_id: str
    number: int
    """The lane's gapless receipt number."""
    started_at: str
    ended_at: str
    currency: str
    lines: tuple[ReceiptLine, ...]
    total_minor: int
    taxes: tuple[TaxTotal, ...]
    tenders: tuple[AnyTender, ...]
    """What paid the total, in order; with `points_minor` they are all of it."""
    language: str
    discounts: tuple[ReceiptDiscount, ...] = ()
    """Basket offers and coupons, after the lines."""
    saving_minor: int = 0
    """All discounts together, for "you saved"."""
    points_minor: int = 0
    """Paid with points, before the tenders."""
    member: MemberNote | None = None
    next_visit: NextVisit | None = None
    returned: Returned | None = None
    """Goods came back and money went back: every amount is negative, and `tenders` are where it went."""
    loaded: Loaded | None = None
    """A balance was topped up by the total: there are no lines and no taxes."""
    copy: int = 1
    """1 is the original; everything above carries the word COPY."""
    footer: tuple[str, ...] = ()
