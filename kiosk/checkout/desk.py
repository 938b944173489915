"""Whom the lane asks about scarce things: whether a coupon was used, what points and stored value may pay.

Offers and goods are on the lane. What may be spent only once is known to the store service alone; without a
link the rules of `retail.coupons.offline` say what a lane may risk. Questions never block the engine: every
answer comes back as a command, and "no link" is an answer.

Source: docs/coupons.md, "Redemption" and "Offline".
"""

import enum
from typing import Protocol

import msgspec

from retail.coupons.model import Coupon
from retail.wire.questions import AnyAnswer, AnyQuestion
from retail.wire.returns import ReturnedLine, ReturnPart, SoldSale


class Verdict(enum.Enum):
    """What the store says of a coupon or of points."""

    HELD = "held"
    """Held for this transaction."""
    HELD_ELSEWHERE = "held_elsewhere"
    """Another basket holds it."""
    USED = "used"
    """Redeemed before, for ever."""
    REFUSED = "refused"
    """The store knows it and does not take it (withdrawn, not enough points)."""
    NO_LINK = "no_link"
    """Nobody could be asked in time."""


class CouponAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The answer about one coupon of one transaction."""

    transaction_id: str
    coupon_no: int
    verdict: Verdict
    by: str = "store"
    """`store` or `online`."""
    coupon: Coupon | None = None
    """The coupon with its worth filled in, where only its own service knows it."""


class PointsAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The answer about points."""

    transaction_id: str
    points: int
    verdict: Verdict


class ValueAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The answer about a gift card or a balance."""

    transaction_id: str
    ask_no: int
    """Of the question; an answer to an older one is not waited for any more."""
    verdict: Verdict
    reason: str = ""
    """`retail.wire.stored_value.Reason`: why nothing is held."""
    amount_minor: int = 0
    """What is held; may be less than was asked for."""
    left_minor: int = 0
    """What is free on the account besides."""
    account_id: str = ""
    """A pseudonym made by the store: what the journal knows the account by."""
    last_digits: str = ""


class SuspendedLine(msgspec.Struct, frozen=True, kw_only=True):
    """Goods of a suspended basket, to be looked up and priced anew where they are resumed."""

    key: str
    """GTIN-14."""
    quantity: int = 1
    weight_g: int | None = None
    price_minor: int | None = None
    is_marked_down: bool = False
    best_before: str = ""


class ResumeAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The store's answer about a suspended basket. `HELD`: it is this lane's now, and nobody else's."""

    token: str
    by: str
    """Who of the staff asked."""
    verdict: Verdict
    of_transaction_id: str = ""
    lines: tuple[SuspendedLine, ...] = ()


class BasketAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The store's answer about the basket of a phone. `HELD`: it is this purchase's, and no other's."""

    transaction_id: str
    verdict: Verdict
    reason: str = ""
    """`retail.wire.handover.PhoneBasket.reason`."""
    token: str = ""
    member_subject: str = ""
    lines: tuple[SuspendedLine, ...] = ()
    coupons: tuple[str, ...] = ()


class StoreAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The store's answer to a question; None: it could not be asked."""

    question: AnyQuestion
    answer: AnyAnswer | None = None


class SoldAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The store's answer about an earlier sale."""

    token: str
    by: str
    """Who of the staff asked."""
    verdict: Verdict
    sold: SoldSale | None = None


class ReturnAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The store's answer about goods that come back. `HELD`: nobody else gives them back."""

    return_id: str
    verdict: Verdict
    reason: str = ""
    amount_minor: int = 0
    parts: tuple[ReturnPart, ...] = ()


class StoreDesk(Protocol):
    """The store service as the checkout sees it. Calls return at once; answers are posted as commands."""

    def hold_coupon(self, transaction_id: str, coupon_no: int, coupon: Coupon) -> None:
        """Hold a coupon for a transaction; answered by `ReportCoupon`."""

    def release_coupon(self, transaction_id: str, coupon_no: int, coupon: Coupon) -> None:
        """Let go of it. Not answered; the store's lease ends it anyway."""

    def hold_points(self, transaction_id: str, member_id: str, points: int) -> None:
        """Hold points for a transaction; answered by `ReportPoints`."""

    def release_points(self, transaction_id: str, member_id: str) -> None:
        """Let go of them. Not answered."""

    def hold_value(
        self,
        transaction_id: str,
        ask_no: int,
        amount_minor: int,
        currency: str,
        *,
        card_key: str = "",
        member_id: str = "",
        pin: str = "",
    ) -> None:
        """Hold up to an amount of a gift card (`GiftNumber.key`) or a member's balance.

        Answered once, by a `ValueAnswer`. `ask_no` counts from 1 in the transaction; the same number again is
        the same question.
        """

    def release_value(
        self,
        transaction_id: str,
        ask_no: int,
        *,
        account_id: str = "",
        card_key: str = "",
        member_id: str = "",
    ) -> None:
        """Let go of what questions up to `ask_no` hold. Not answered; the store's hold ends by itself.

        By the account that was answered, or by what was asked with if no answer came.
        """

    def find_sale(self, token: str, by: str) -> None:
        """Find an earlier sale; answered by `ReportSold`."""

    def claim_return(
        self, return_id: str, of_transaction_id: str, lines: tuple[ReturnedLine, ...], by: str, why: str
    ) -> None:
        """Hold what comes back; answered by `ReportReturn`. The same id again is the same question."""

    def release_return(self, return_id: str) -> None:
        """Nothing of it came back. Not answered."""

    def claim_suspended(self, token: str, by: str) -> None:
        """Take over a suspended basket; answered by `ReportResume`. Once claimed it is gone for others."""

    def claim_basket(self, transaction_id: str, code: str) -> None:
        """Take over the basket of a phone by its code; answered by `ReportBasket`."""

    def ask(self, question: AnyQuestion) -> None:
        """Ask anything that has one answer; answered by `ReportStore`, once."""
