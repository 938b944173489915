"""What lane and wallet gateway say to each other: JSON bodies, and nothing else.

    PUT  /v1/orders/{order}                 Order   -> OrderState   the same again changes nothing
    GET  /v1/orders/{order}                         -> OrderState, 404 when there is none
    POST /v1/orders/{order}/cancel                  -> OrderState   an unknown order is closed for ever
    PUT  /v1/orders/{order}/refunds/{refund} Refund -> RefundState  the same again changes nothing
    GET  /v1/orders/{order}/refunds/{refund}        -> RefundState, 404 when there is none

A 404 carries Absence: any other one was written by somebody between us and the gateway.

Source: docs/devices/wallet.md, "What a gateway must do".
Invariants: decoding gives a body or `ProtocolError`; a state that is not listed here is no state; amounts are
minor units; no text of the gateway keeps a card number.
"""

import enum
from typing import TypeVar

import msgspec

from retail.card_numbers import hidden
from retail.money import AMOUNT_MAX_MINOR

PATH = "/v1/orders"
BODY_MAX = 65_536
"""Bytes of one body."""
TEXT_MAX = 512
NAME_MAX = 64
JSON = {"content-type": "application/json"}


class ProtocolError(ValueError):
    """The body is not what the gateway may say."""


class State(enum.Enum):
    """Where an order is. All but `pending` are final."""

    PENDING = "pending"
    PAID = "paid"
    DECLINED = "declined"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class RefundStep(enum.Enum):
    """Where a refund is. All but `pending` are final."""

    PENDING = "pending"
    REFUNDED = "refunded"
    REFUSED = "refused"


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """Open an order. `code` is the shopper's; without one the gateway answers with a code to show."""

    amount_minor: int
    currency: str
    valid_s: int
    code: str = ""


class OrderState(msgspec.Struct, frozen=True, kw_only=True):
    """What the gateway knows of an order."""

    order_number: str
    state: State
    amount_minor: int | None = None
    """What was paid."""
    currency: str | None = None
    refunded_minor: int = 0
    present: str = ""
    """The code to show while nobody has paid."""
    wallet: str = ""
    reference: str = ""
    text: str = ""
    """The wallet's own words."""


class Refund(msgspec.Struct, frozen=True, kw_only=True):
    """Give back part or all of a paid order."""

    amount_minor: int
    currency: str


class RefundState(msgspec.Struct, frozen=True, kw_only=True):
    """What the gateway knows of a refund."""

    order_number: str
    refund_id: str
    state: RefundStep
    amount_minor: int | None = None
    currency: str | None = None
    reference: str = ""
    text: str = ""


class Absent(enum.Enum):
    """What a gateway does not know."""

    ORDER = "order"
    REFUND = "refund"


class Absence(msgspec.Struct, frozen=True, kw_only=True):
    """The body of a 404."""

    missing: Absent


Body = Order | OrderState | Refund | RefundState | Absence
_B = TypeVar("_B", Order, OrderState, Refund, RefundState)


def order_path(order_number: str) -> str:
    """Where an order stands."""
    return f"{PATH}/{order_number}"


def cancel_path(order_number: str) -> str:
    """Where a cancel goes."""
    return f"{PATH}/{order_number}/cancel"


def refund_path(order_number: str, refund_id: str) -> str:
    """Where a refund stands."""
    return f"{PATH}/{order_number}/refunds/{refund_id}"


def is_name(text: str) -> bool:
    """An order or refund number that can stand in a path as it is."""
    return 0 < len(text) <= NAME_MAX and text.isascii() and text.replace("-", "").replace("_", "").isalnum()


def encode(body: Body) -> bytes:
    """The bytes of a body."""
    return msgspec.json.encode(body)


def decode(raw: bytes, kind: type[_B]) -> _B:
    """The body in `raw`; `ProtocolError` if it is not one."""
    if len(raw) > BODY_MAX:
        raise ProtocolError(f"{len(raw)} bytes are more than {BODY_MAX}")
    try:
        body = msgspec.json.decode(raw, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ProtocolError(hidden(str(error))) from None  # the error names what it found
    currency = body.currency
    if currency is not None and not (len(currency) == 3 and currency.isascii() and currency.isupper()):
        raise ProtocolError("a currency that is none")
    amounts = [body.amount_minor, getattr(body, "refunded_minor", 0)]
    if any(amount is not None and not 0 <= amount <= AMOUNT_MAX_MINOR for amount in amounts):
        raise ProtocolError("an amount out of range")
    if isinstance(body, OrderState | RefundState):
        return _cleaned(body)
    return body


def decode_absence(raw: bytes) -> Absent:
    """What a 404 says is missing; `ProtocolError` if the gateway did not write it."""
    try:
        return msgspec.json.decode(raw[:BODY_MAX], type=Absence).missing
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ProtocolError(str(error)) from error


def _cleaned(body: _B) -> _B:
    """Texts cut to what anybody reads, without card numbers."""
    fields = [name for name in ("wallet", "reference", "text") if hasattr(body, name)]
    return msgspec.structs.replace(body, **{name: hidden(getattr(body, name))[:TEXT_MAX] for name in fields})
