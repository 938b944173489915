"""The balance of a member who wants to top it up: where the money goes, and what is there.

Nothing is held by this: what a lane loads is told by its journal once it is paid (`ValueLoaded`).

Source: docs/protocol.md, "Stored value".
"""

from typing import Literal

import msgspec

BALANCE_PATH = "/v1/value/balance"

Reason = Literal["", "unknown", "blocked", "other_currency"]


class FindBalance(msgspec.Struct, frozen=True, kw_only=True):
    """The account of a member's balance, made if there is none yet."""

    transaction_id: str
    ask_no: int
    member_id: str
    currency: str


class BalanceFound(msgspec.Struct, frozen=True, kw_only=True):
    """200: the answer."""

    verdict: Literal["found", "refused"]
    reason: Reason = ""
    account_id: str = ""
    balance_minor: int = 0
    """What is on it, with what purchases hold of it."""
