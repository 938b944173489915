"""An order shown at a lane, paid there, and handed out there.

The lane sends the code as it read it; the service, which signed it, says what it is. Handing out is asked by
the name the lane gave its asking (`ask_id`): the service hands out only what was last shown under it, once,
and says so again to whoever lost the answer.

What is not paid yet is asked for in the name of a purchase (`PayOrder`): the service gives it to one
purchase at a time, and to that one again. Its goods come with what was promised for them.

Source: docs/protocol.md, "Orders"; docs/orders.md, "At a lane".
Invariants: asking again is safe; an order names nobody.
"""

from typing import Literal

import msgspec

SHOW_PATH = "/v1/orders/show"
PAY_PATH = "/v1/orders/pay"
HAND_OUT_PATH = "/v1/orders/hand-out"
ID_MAX = 80
CODE_MAX = 160
GOODS_MAX = 30


class OrderGoods(msgspec.Struct, frozen=True, kw_only=True):
    """Goods of an order, by name."""

    names: dict[str, str]
    quantity: int


class ShowOrder(msgspec.Struct, frozen=True, kw_only=True):
    """Whose order this code is, here and now."""

    ask_id: str
    code: str
    """As it was read from the phone (docs/credential.md)."""

    def __repr__(self) -> str:
        return f"ShowOrder({self.ask_id!r}, …)"


class OrderShown(msgspec.Struct, frozen=True, kw_only=True):
    """200: the answer."""

    verdict: Literal["found", "refused"]
    reason: str = ""
    """`store.data.ordering.pickup.No`, or `code_` and a `retail.credential.reasons.Reason`."""
    order_id: str = ""
    short: str = ""
    """How staff call it."""
    goods: tuple[OrderGoods, ...] = ()
    years: int = 0
    """The age its goods ask for: handed out by staff who look, at the counter."""
    due_minor: int = 0
    """What is left to pay, at a lane; 0: nothing."""
    currency: str = ""


class PayOrder(msgspec.Struct, frozen=True, kw_only=True):
    """Give the order that was shown under this name to a purchase, to be paid in it."""

    ask_id: str
    order_id: str
    transaction_id: str


class PromisedGoods(msgspec.Struct, frozen=True, kw_only=True):
    """Goods of an order, as they were priced when it was placed."""

    key: str
    """GTIN-14."""
    quantity: int
    paid_minor: int
    """For all of them, after offers, without deposits."""


class OrderToPay(msgspec.Struct, frozen=True, kw_only=True):
    """200: the answer. `held`: it is this purchase's, and no other's."""

    verdict: Literal["held", "refused"]
    reason: str = ""
    member_subject: str = ""
    """What the member is known by at the lane (`retail.credential.code.member_value`)."""
    goods: tuple[PromisedGoods, ...] = ()


class HandOutOrder(msgspec.Struct, frozen=True, kw_only=True):
    """Hand out the order that was shown under this name."""

    ask_id: str
    order_id: str


class OrderHandedOut(msgspec.Struct, frozen=True, kw_only=True):
    """200: the answer. `handed_out`: by this asking, now or when it was asked before."""

    verdict: Literal["handed_out", "refused"]
    reason: str = ""
