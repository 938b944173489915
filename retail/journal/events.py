"""Everything that happens on a lane, as the journal stores it. State is a fold over these.

An event says what *has* happened, in the past tense, with all facts needed to understand it later (a sold
product is embedded, not referenced). Times are the journal entry's, not the event's.

Source: ARTS POSLog words (retail transaction, line item, void, cancel, tender); docs/architecture.md.
Invariants: frozen; the stored form is JSON tagged by `event`; names and fields are never reused with
another meaning.
"""

import enum

import msgspec

from retail.campaigns import CampaignLeft
from retail.card import Baseline, CardResult
from retail.card_schemes import TerminalDay
from retail.catalogue import Product
from retail.coupons.model import Coupon
from retail.interventions.carried import Carried
from retail.interventions.events import AnyInterventionEvent
from retail.journal.event import Event
from retail.journal.joins import AnyJoinEvent
from retail.journal.loads import AnyLoadEvent
from retail.journal.orders import AnyOrderEvent
from retail.journal.price_checks import AnyPriceCheckEvent
from retail.journal.refunds import AnyRefundEvent
from retail.journal.returns import AnyReturnEvent
from retail.journal.shopping import AnyShoppingEvent
from retail.journal.staffed import AnyStaffedEvent
from retail.journal.tenders import AnyTenderEvent
from retail.journal.value import AnyValueEvent
from retail.journal.weighing import AnyWeighingEvent
from retail.member import Member
from retail.priced import PricedBasket, UnitPrice
from retail.receipt import StampCard

# --- the lane --------------------------------------------------------------------------------------------


class LaneStarted(Event, frozen=True, kw_only=True):
    """The lane's program started. Device conditions are unknown again."""

    lane: str
    version: str


class DeviceChanged(Event, frozen=True, kw_only=True):
    """A device reported a new condition (`kiosk.devices.health` words)."""

    device: str
    condition: str
    code: str = ""
    detail: str = ""


class TerminalBaselineRead(Event, frozen=True, kw_only=True):
    """The idle terminal told its last transaction: what it will repeat if the next attempt never happens."""

    baseline: Baseline


class TerminalDayClosed(Event, frozen=True, kw_only=True):
    """The card terminal was asked for its end of day and answered; totals as it reports them."""

    succeeded: bool
    result_code: int
    total_minor: int | None = None
    text: str = ""
    day: TerminalDay = TerminalDay()
    """Its sums by card scheme, for `retail.reconciliation`; empty when it tells none."""


class LaneClosed(Event, frozen=True, kw_only=True):
    """Staff closed the lane: a purchase under way goes on, no new one begins."""

    by: str
    reason: str = ""
    """What the shopper reads; empty: nothing in particular."""


class LaneOpened(Event, frozen=True, kw_only=True):
    """Staff opened the lane again."""

    by: str


class StaffMessageShown(Event, frozen=True, kw_only=True):
    """Staff wrote to the shopper at the lane; shown until the shopper leaves or something else is written."""

    text: str
    by: str


class LaneIdle(Event, frozen=True, kw_only=True):
    """The lane waits for the next shopper. Carries all that outlives a sale: folding may start here."""

    next_number: int
    language: str
    baseline: Baseline | None = None
    closed_by: str = ""
    """Who has closed the lane; empty: it is open."""
    closed_reason: str = ""
    training_by: str = ""
    """Who trains at this lane; empty: it sells."""
    situation: Carried = Carried()
    """Interventions of the lane itself that are still open, and who guessed a PIN wrong how often."""


class HelpCalled(Event, frozen=True, kw_only=True):
    """The shopper pressed help."""


class HelpEnded(Event, frozen=True, kw_only=True):
    """Help is no longer wanted, or was given."""


class LanguageChosen(Event, frozen=True, kw_only=True):
    """The shopper chose a language (`en`, `de`, `zh`)."""

    language: str


# --- the basket ------------------------------------------------------------------------------------------


class TransactionStarted(Event, frozen=True, kw_only=True):
    """A retail transaction was opened."""

    transaction_id: str
    number: int
    """The lane's gapless transaction number; also the receipt number."""
    started_at: str
    """Local time, ISO 8601 with offset; printed on the receipt. The prices and offers are this moment's."""
    currency: str
    prices: str = ""
    """Which prices and offers the lane sells by: the mark of its replica."""
    campaigns: tuple[CampaignLeft, ...] | None = None
    """What the lane has left of campaigns, of the slices the store lent it. None: a lane without a store."""
    is_training: bool = False
    """Nothing of it is sold: no money, no number of its own, in no report."""


class ItemAdded(Event, frozen=True, kw_only=True):
    """One piece (or one weighed pack) of a product was added as, or to, the line `line_id`."""

    line_id: int
    product: Product
    quantity: int = 1
    weight_g: int | None = None
    price_minor: int | None = None
    """Price read from the code itself (price-embedded numbers); else the product's price counts."""
    scanned: str = ""
    """The text of the code, as read."""
    evidence: tuple[str, ...] = ()
    """How the read was obtained (decoders and frames)."""
    is_marked_down: bool = False
    """Sold under a reduced-to-clear sticker."""
    issue: str = ""
    """Which issue of a periodical it is, from the digits beside its code."""
    best_before: str = ""
    """ISO 8601 date in the code, where an offer of the shop looks at it."""


class QuantityChanged(Event, frozen=True, kw_only=True):
    """The quantity of a line was set."""

    line_id: int
    quantity: int


class ItemVoided(Event, frozen=True, kw_only=True):
    """A line was voided (taken off before paying)."""

    line_id: int


class CodeNotFound(Event, frozen=True, kw_only=True):
    """A code was read that is not for sale here. Nothing was added."""

    text: str
    reason: str
    """`unknown`, `unreadable`, `not_a_product`, `too_long`, `needs_weight` (sold by weight), `limit` (no more
    of it in one purchase), `not_a_member`, `code_` and why a phone's code does not count
    (`retail.credential.reasons`), `bad_coupon` (its code cannot be one), or why a coupon does not
    count (`retail.coupons.Refusal`, `held`, `used`, `refused`, `no_link`, `offline_limit`, `already_shown`:
    this paper is in the basket)."""


class CodeNotFoundDismissed(Event, frozen=True, kw_only=True):
    """The shopper has seen it."""


class BasketPriced(Event, frozen=True, kw_only=True):
    """The basket was priced again. Units whose price did not change are left out."""

    changed: tuple[UnitPrice, ...]
    """Units new or with another price; a unit that has left the basket is simply gone."""
    priced: PricedBasket
    """The whole answer, without its units."""


class MemberIdentified(Event, frozen=True, kw_only=True):
    """The shopper is a member. Names nobody: a pseudonym and what offers need to know."""

    member: Member
    how: str
    """`credential`, `card` or `phone`."""


class MemberForgotten(Event, frozen=True, kw_only=True):
    """The shopper took the membership back out of this purchase."""


class CouponShown(Event, frozen=True, kw_only=True):
    """A coupon was read and may count; whoever keeps the book of coupons is asked to hold it."""

    coupon_no: int
    """1, 2, 3... within the transaction."""
    coupon: Coupon


class CouponHeld(Event, frozen=True, kw_only=True):
    """The coupon is held for this basket and counts from now on."""

    coupon_no: int
    by: str
    """`store` (reserved there), `lane` (no link: at the lane's own risk) or `online` (its own service)."""
    coupon: Coupon | None = None
    """The coupon with its worth filled in, where only its own service knew it."""


class CouponRefused(Event, frozen=True, kw_only=True):
    """The coupon does not count; it is out of the basket. The shopper is told by a `CodeNotFound`."""

    coupon_no: int
    reason: str


class CouponReleased(Event, frozen=True, kw_only=True):
    """The coupon is free again: taken back by the shopper, or the transaction ended without being paid."""

    coupon_no: int


class CouponRedeemed(Event, frozen=True, kw_only=True):
    """The coupon was used, in the commit that records the payment. Once for ever."""

    coupon_no: int
    coupon_id: str
    redemption_key: str
    """Empty for papers that cannot be told apart."""
    saving_minor: int
    by: str = ""
    """Who held it, as in `CouponHeld`."""
    is_at_risk: bool = False
    """The store keeps its book and could not be asked: one of the few a lane accepts a day."""
    redeemed_on: str = ""
    """Local ISO date."""


class CampaignUsed(Event, frozen=True, kw_only=True):
    """A paid basket took this of the lane's slice of a campaign; in the commit that records the payment."""

    offer_id: str
    uses: int
    amount_minor: int


class PointsAsked(Event, frozen=True, kw_only=True):
    """The shopper wants to pay with these points; whoever keeps the ledger is asked to hold them."""

    points: int


class PointsHeld(Event, frozen=True, kw_only=True):
    """The store holds these points for this purchase; they pay `amount_minor` of it."""

    points: int
    amount_minor: int


class PointsRefused(Event, frozen=True, kw_only=True):
    """The points cannot be used now."""

    reason: str


class PointsReleased(Event, frozen=True, kw_only=True):
    """The points are the shopper's again."""


class RewardsGranted(Event, frozen=True, kw_only=True):
    """What the paid purchase earned and spent; in the commit that records the payment."""

    member_id: str
    """Empty: nobody; a next-visit coupon may still be handed out."""
    points_earned: int
    points_spent: int
    base_minor: int
    next_visit_minor: int = 0
    next_visit_code: str = ""
    """The coupon printed for the next visit."""
    next_visit_from: str = ""
    next_visit_until: str = ""
    stamps: dict[str, int] = msgspec.field(default_factory=dict)
    stamp_cards: dict[str, StampCard] = msgspec.field(default_factory=dict)
    """What those cards are, as the receipt says it."""


class TransactionCancelled(Event, frozen=True, kw_only=True):
    """The transaction was cancelled before any tender was taken."""

    reason: str


# --- paying ----------------------------------------------------------------------------------------------


class TenderingStarted(Event, frozen=True, kw_only=True):
    """The shopper wants to pay `total_minor`; the basket is closed for changes."""

    total_minor: int
    priced: PricedBasket | None = None
    """The final prices, whole: what each unit was sold for, and why. Refunds pay back by this."""
    points_possible: int = 0
    """Points of the member that could pay, as the lane knows the balance; 0: none."""
    points_possible_minor: int = 0


class TenderingLeft(Event, frozen=True, kw_only=True):
    """Back to the basket without paying."""


class PaymentRequested(Event, frozen=True, kw_only=True):
    """An authorisation is about to be sent. Written before the first byte; never sent twice."""

    attempt_id: str
    amount_minor: int
    currency: str
    baseline: Baseline | None = None
    requested_at: str
    """UTC, ISO 8601."""


class PaymentStatusShown(Event, frozen=True, kw_only=True):
    """The terminal's own words for the shopper (ZVT intermediate status), shown word for word."""

    attempt_id: str
    status_code: int
    text: str


class PaymentCancelAsked(Event, frozen=True, kw_only=True):
    """The shopper asked to stop the payment. A request: the outcome still comes from the terminal."""

    attempt_id: str


class PaymentResultStored(Event, frozen=True, kw_only=True):
    """The terminal reported a result; it is on disk, and only now may be acknowledged."""

    attempt_id: str
    result: CardResult
    is_as_requested: bool
    """Approved, and amount, currency and terminal are those asked for."""


class PaymentApproved(Event, frozen=True, kw_only=True):
    """The card payment is final. The transaction is paid, unless more is left to pay."""

    attempt_id: str
    amount_minor: int
    result: CardResult
    receipt_lines: tuple[str, ...] = ()
    paid_at: str
    """Local time, ISO 8601 with offset; printed on the receipt."""
    settled_by: str = ""
    """Who of the staff read on the terminal that it was paid; empty: the terminal proved it."""


class NothingDue(Event, frozen=True, kw_only=True):
    """The basket costs nothing: paid without a tender."""

    paid_at: str


class Refusal(enum.Enum):
    """Why an attempt ended without money moving (or with all of it given back)."""

    DECLINED = "declined"
    CANCELLED = "cancelled"
    NOT_CHARGED = "not_charged"
    REVERSED = "reversed"
    EXPIRED = "expired"
    """Nobody paid a wallet's order in time."""


class PaymentRefused(Event, frozen=True, kw_only=True):
    """The attempt is over and the shopper has not paid. Another attempt is safe."""

    attempt_id: str
    refusal: Refusal
    text: str = ""


class PaymentUnknown(Event, frozen=True, kw_only=True):
    """It is not known whether money moved. The order stays locked; the terminal will be asked."""

    attempt_id: str
    reason: str
    needs_attendant: bool = False


class PaymentAsked(Event, frozen=True, kw_only=True):
    """The terminal is being asked what became of the attempt (never a second authorisation)."""

    attempt_id: str


# --- the receipt -----------------------------------------------------------------------------------------


class ReceiptOffered(Event, frozen=True, kw_only=True):
    """The shopper is asked for the kind of receipt."""


class ReceiptKind(enum.Enum):
    """The shopper's choice."""

    PAPER = "paper"
    QR = "qr"
    NONE = "none"


class ReceiptChosen(Event, frozen=True, kw_only=True):
    """The shopper chose."""

    kind: ReceiptKind


class PrintStarted(Event, frozen=True, kw_only=True):
    """A receipt is about to be sent to the printer. Written before the first byte."""

    job_id: str
    copy: int
    receipt_sha256: str
    """Of the receipt as canonical JSON."""


class PrintWaited(Event, frozen=True, kw_only=True):
    """The printer stopped in the middle; the job is neither lost nor repeated."""

    job_id: str
    code: str


class PrintEnded(Event, frozen=True, kw_only=True):
    """The end of a print job (`kiosk.devices.printer.PrintOutcome` words)."""

    job_id: str
    outcome: str
    reason: str = ""


class TransactionClosed(Event, frozen=True, kw_only=True):
    """The transaction is complete: paid, and the receipt question settled."""

    transaction_id: str
    total_minor: int
    receipt: str
    """`printed`, `unproven`, `unknown`, `not printed`, `qr` or `none`."""


AnyEvent = (
    AnyInterventionEvent
    | AnyStaffedEvent
    | AnyShoppingEvent
    | AnyWeighingEvent
    | AnyTenderEvent
    | AnyValueEvent
    | AnyRefundEvent
    | AnyReturnEvent
    | AnyLoadEvent
    | AnyJoinEvent
    | AnyPriceCheckEvent
    | AnyOrderEvent
    | LaneStarted
    | DeviceChanged
    | TerminalBaselineRead
    | TerminalDayClosed
    | LaneClosed
    | LaneOpened
    | StaffMessageShown
    | LaneIdle
    | HelpCalled
    | HelpEnded
    | LanguageChosen
    | TransactionStarted
    | ItemAdded
    | QuantityChanged
    | ItemVoided
    | CodeNotFound
    | CodeNotFoundDismissed
    | BasketPriced
    | MemberIdentified
    | MemberForgotten
    | CouponShown
    | CouponHeld
    | CouponRefused
    | CouponReleased
    | CouponRedeemed
    | CampaignUsed
    | PointsAsked
    | PointsHeld
    | PointsRefused
    | PointsReleased
    | RewardsGranted
    | TransactionCancelled
    | TenderingStarted
    | TenderingLeft
    | PaymentRequested
    | PaymentStatusShown
    | PaymentCancelAsked
    | PaymentResultStored
    | PaymentApproved
    | NothingDue
    | PaymentRefused
    | PaymentUnknown
    | PaymentAsked
    | ReceiptOffered
    | ReceiptChosen
    | PrintStarted
    | PrintWaited
    | PrintEnded
    | TransactionClosed
)
