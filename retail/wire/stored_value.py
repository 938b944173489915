"""Questions about stored value: hold some of an account for a purchase, let it go.

A card is named by the keyed hash of its number, as members' cards are: a number never travels. A member's
balance is named by the member. The answer names the account by a pseudonym, which is what journals know.

Source: docs/protocol.md, "Stored value"; rules in `retail.stored_value.account`.
"""

from typing import Literal

import msgspec

from retail.wire.scarce import Verdict

VALUE_HOLD_PATH = "/v1/value/hold"
VALUE_RELEASE_PATH = "/v1/value/release"

Reason = Literal[
    "",
    "unknown",
    "empty",
    "held",
    "used",
    "late",
    "blocked",
    "expired",
    "other_currency",
    "pin_needed",
    "pin_wrong",
    "pin_locked",
    "too_often",
]
"""Why nothing is held. `late`: the purchase has asked or let go since."""


class HoldValue(msgspec.Struct, frozen=True, kw_only=True):
    """Hold up to an amount for a transaction. Exactly one of `card_key` and `member_id` is set."""

    transaction_id: str
    ask_no: int
    """Counts from 1 in its transaction. The same number again is the same question."""
    amount_minor: int
    currency: str
    card_key: str = ""
    """`retail.stored_value.number.GiftNumber.key`."""
    member_id: str = ""
    pin: str = ""

    def __repr__(self) -> str:
        return f"HoldValue({self.transaction_id}, {self.ask_no}, {self.amount_minor} {self.currency})"


class ValueHold(msgspec.Struct, frozen=True, kw_only=True):
    """200: the answer."""

    verdict: Verdict
    reason: Reason = ""
    amount_minor: int = 0
    """What is held; may be less than was asked for."""
    left_minor: int = 0
    """What the account has besides, free."""
    account_id: str = ""
    last_digits: str = ""
    held_until: int = 0


class ReleaseValue(msgspec.Struct, frozen=True, kw_only=True):
    """Let go of what a transaction holds of an account, by its questions up to `ask_no`.

    `account_id` as answered; where no answer came, what was asked with.
    """

    transaction_id: str
    ask_no: int
    account_id: str = ""
    card_key: str = ""
    member_id: str = ""
