"""What an envelope tells, as rows for `store.data.journals.sales`, and why one is set aside.

Invariants: frozen; amounts in minor units, times in microseconds since 1970, UTC.
"""

from typing import Literal

import msgspec

from retail.journal.events import CouponRedeemed, RewardsGranted
from retail.journal.value import ValueCaptured, ValueLoaded, ValueRefunded
from retail.priced import PricedBasket
from retail.pricing import Basket
from retail.receipt import TaxTotal
from store.data.journals.return_books import Given
from store.data.journals.suspended import Aside
from store.data.people.visits import Use
from store.projector.attention import Attention

Reason = Literal[
    "unreadable",
    "chain",
    "continuity",
    "unknown_event",
    "order",
    "payment",
    "totals",
    "prices",
    "card_number",
    "held",
    "defect",
]
REASONS: dict[Reason, str] = {
    "unreadable": "It cannot be opened.",
    "chain": "Its entries do not hold together: somebody or something changed them.",
    "continuity": "It does not follow the one before it: entries of the lane's journal are missing.",
    "unknown_event": "It speaks of something this program does not know. Update the service, then try again.",
    "order": "Its events do not make a transaction.",
    "payment": "What was paid is not what the sale costs.",
    "totals": "Its sums are not what its goods, offers and taxes come to.",
    "prices": "It costs something else by the offers of its moment than the lane took.",
    "card_number": "It seems to hold a whole card number. Only support may look at it.",
    "held": "It comes from a lane that was revoked.",
    "defect": "This program made a mistake with it; its log says which. Update the service, then try again.",
}
"""In words for staff."""
ACCEPTABLE: frozenset[Reason] = frozenset({"continuity", "payment", "totals", "prices", "held"})
"""A person may take such an envelope as it is; the others need a fix."""


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Why an envelope is set aside."""

    reason: Reason
    detail: str


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What a lane asked for a basket, and by which prices: to be priced again."""

    basket: Basket
    """As it was when the shopper went to pay."""
    priced: PricedBasket
    mark: str


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a sale."""

    line_id: int
    product_key: str
    name: str
    category: str
    quantity: int
    weight_g: int | None
    unit_price_minor: int
    list_minor: int
    paid_minor: int
    linked_minor: int
    tax_rate_bp: int
    is_voided: bool
    is_marked_down: bool


class Discount(msgspec.Struct, frozen=True, kw_only=True):
    """What an offer took off a line."""

    line_id: int
    offer_id: str
    name: str
    layer: str
    funder: str
    coupon_no: int
    amount_minor: int


class Tender(msgspec.Struct, frozen=True, kw_only=True):
    """What paid."""

    number: int
    kind: Literal["card", "wallet", "points", "value"]
    amount_minor: int
    card_name: str = ""
    masked_pan: str = ""
    authorisation_code: str = ""
    card_terminal: str = ""
    receipt_number: int | None = None
    trace_number: int | None = None
    entry_mode: str = ""
    paid_at: int


class Coupon(msgspec.Struct, frozen=True, kw_only=True):
    """A coupon that was shown."""

    coupon_no: int
    coupon_id: str
    redemption_key: str
    held_by: str
    outcome: str
    reason: str
    saving_minor: int


class LaneEvent(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened on a lane besides selling."""

    number: int
    event: str
    at: int
    subject: str
    detail: str


class Sale(msgspec.Struct, frozen=True, kw_only=True):
    """A retail transaction."""

    transaction_id: str
    number: int
    outcome: Literal["sold", "cancelled", "returned", "loaded", "load_returned"]
    reason: str
    business_date: str
    hour: int
    started_at: int
    paid_at: int
    ended_at: int
    currency: str
    total_minor: int
    list_minor: int
    saving_minor: int
    linked_minor: int
    item_count: int
    void_count: int
    not_found_count: int
    help_count: int
    help_s: int
    attempt_count: int
    member_id: str
    prices: str
    receipt: str
    language: str
    lines: tuple[Line, ...]
    discounts: tuple[Discount, ...]
    taxes: tuple[TaxTotal, ...]
    tenders: tuple[Tender, ...]
    coupons: tuple[Coupon, ...]
    redeemed: tuple[CouponRedeemed, ...]
    rewards: RewardsGranted | None
    resumed_of: str = ""
    """The basket it went on with: one that was put aside, a phone's, or an order."""
    hands_out: bool = False
    """The goods of the order it paid were given out by the lane."""
    stamps: dict[str, int] = {}
    """By how much each stamp card of the member changes."""
    uses: tuple[Use, ...] = ()
    """What it took of offers with a limit per member, where its terms are known."""
    value: tuple[ValueCaptured | ValueLoaded | ValueRefunded, ...] = ()
    """What it moved on accounts of stored value."""
    value_held: tuple[str, ...] = ()
    """Accounts it held something of."""
    aside: Aside | None = None
    """The basket that was put aside instead of being sold."""
    of_transaction_id: str = ""
    """Of a return: the sale whose goods came back. Its figures are below nothing."""
    back: Given | None = None
    """What came back, and what was given for it."""


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """Everything an envelope tells."""

    lane: str
    sale: Sale | None
    events: tuple[LaneEvent, ...]
    last_hash: str
    """The journal's hash at its end."""
    claim: Claim | None = None
    """Only of a sale with a whole price."""
    attention: Attention = Attention()
    """What it asked of people, and what goods weighed."""
