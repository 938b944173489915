"""The gateway's orders, refunds and money, changed under one lock; its ledger is the truth.

Invariants: an order number and a refund number are taken once; never more is given back than was paid; a
closed order is never paid, except where a fault says so.
"""

import enum
import threading
from pathlib import Path
from typing import Any

import msgspec

from kiosk.payment.wallet.codec import (
    Absent,
    Order,
    OrderState,
    Refund,
    RefundState,
    RefundStep,
    State,
)
from retail import emvco
from simulators.terminal.faults import Faults

ORDERS_MAX = 100_000
WRONG_MINOR = 100
WRONG_CURRENCY = "CHF"
TEXT = "Wallet says no"


class Payer(enum.Enum):
    """What the shopper's phone does with the next order."""

    PAY = "pay"
    DECLINE = "decline"
    WAIT = "wait"
    """Nothing, until the order ends."""
    EXPIRE = "expire"


class Movement(msgspec.Struct, frozen=True, kw_only=True):
    """One movement of money."""

    kind: str
    """`charge` or `reversal`."""
    order_number: str
    amount_minor: int
    currency: str


class _Stored(msgspec.Struct, kw_only=True):
    movements: list[Movement] = []
    orders: dict[str, OrderState] = {}
    bodies: dict[str, Order] = {}
    refunds: dict[str, RefundState] = {}


class ConflictError(Exception):
    """The number is taken, with another content."""


class AbsentError(Exception):
    """There is no such order or refund."""

    def __init__(self, what: Absent) -> None:
        super().__init__(what.value)
        self.what = what


class Book:
    """Kept in memory and, with a path, in a file that is replaced whole after every change."""

    def __init__(self, faults: Faults, path: Path | None = None) -> None:
        self._faults = faults
        self._path = path
        self._lock = threading.RLock()
        self._stored = _Stored()
        self._payers: dict[str, Payer] = {}
        self._looks: dict[str, int] = {}
        self.next_payer = Payer.PAY
        if path is not None and path.exists():
            self._stored = msgspec.json.decode(path.read_bytes(), type=_Stored)

    def create(self, number: str, order: Order) -> OrderState:
        """Open an order, or find it as it is."""
        with self._lock:
            known, bare = self._stored.orders.get(number), msgspec.structs.replace(order, code="")
            if known is not None:
                if self._stored.bodies.get(number, bare) != bare:
                    raise ConflictError
                return known
            if len(self._stored.orders) >= ORDERS_MAX:
                raise RuntimeError(f"the book is full ({ORDERS_MAX} orders)")
            payer, self.next_payer = self.next_payer, Payer.PAY
            self._payers[number] = payer
            self._stored.bodies[number] = bare
            present = "" if order.code else self._code(number, order)
            return self._put(OrderState(order_number=number, state=State.PENDING, present=present))

    def query(self, number: str) -> OrderState:
        """Where an order is. Each look gives the shopper time to do something."""
        with self._lock:
            state = self._stored.orders.get(number)
            if state is None:
                raise AbsentError(Absent.ORDER)
            before = state
            if state.state is State.PENDING:
                state = self._act(state)
            if state.state is State.PAID and self._faults.take("stale"):
                return msgspec.structs.replace(
                    before, state=State.PENDING, amount_minor=None, currency=None, wallet="", reference=""
                )
            return state

    def cancel(self, number: str) -> OrderState:
        """Close an order nobody has paid; one that never came is closed before it can."""
        with self._lock:
            state = self._stored.orders.get(number)
            if state is None:
                return self._put(OrderState(order_number=number, state=State.CANCELLED))
            if state.state is not State.PENDING:
                return state
            if self._faults.take("pays_before_cancel"):
                return self._pay(state)
            if self._faults.take("cancel_gives_back"):
                return self._returned(self._pay(state))
            closed = self._put(msgspec.structs.replace(state, state=State.CANCELLED, present=""))
            if self._faults.take("pays_after_cancel"):
                self._returned(self._pay(closed))
            if self._faults.take("revives"):
                self._pay(closed)
            return closed

    def refund(self, number: str, refund_id: str, refund: Refund) -> RefundState:
        """Give back, once per number."""
        with self._lock:
            order = self._stored.orders.get(number)
            if order is None:
                raise AbsentError(Absent.ORDER)
            known = self._stored.refunds.get(f"{number}/{refund_id}")
            if known is not None:
                if (known.amount_minor, known.currency) != (refund.amount_minor, refund.currency):
                    raise ConflictError
                return self._told(known)
            paid = (order.amount_minor or 0) - order.refunded_minor if order.state is State.PAID else 0
            refused = refund.amount_minor > paid or refund.currency != order.currency
            if refused or self._faults.take("refund_refused"):
                return self._put_refund(number, refund_id, refund, RefundStep.REFUSED)
            if self._faults.take("refund_part"):
                refund = msgspec.structs.replace(refund, amount_minor=refund.amount_minor - WRONG_MINOR)
            self._book("reversal", number, refund.amount_minor, refund.currency)
            total = order.refunded_minor + refund.amount_minor
            self._put(msgspec.structs.replace(order, refunded_minor=total))
            return self._told(self._put_refund(number, refund_id, refund, RefundStep.REFUNDED))

    def refund_query(self, number: str, refund_id: str) -> RefundState:
        """Where a refund is."""
        with self._lock:
            if number not in self._stored.orders:
                raise AbsentError(Absent.ORDER)
            known = self._stored.refunds.get(f"{number}/{refund_id}")
            if known is None:
                raise AbsentError(Absent.REFUND)
            return self._told(known)

    def rows(self) -> list[dict[str, Any]]:
        """All movements of money, for the control channel."""
        with self._lock:
            return [msgspec.to_builtins(movement) for movement in self._stored.movements]

    def balance(self, number: str | None = None) -> int:
        """Charges minus reversals, of one order or of all."""
        sign = {"charge": 1, "reversal": -1}
        with self._lock:
            movements = list(self._stored.movements)
        return sum(
            sign[found.kind] * found.amount_minor
            for found in movements
            if number in (None, found.order_number)
        )

    # Under the lock.

    def _act(self, state: OrderState) -> OrderState:
        number = state.order_number
        match self._payers.get(number, Payer.WAIT):
            case Payer.PAY:
                return self._pay(state)
            case Payer.DECLINE:
                return self._put(msgspec.structs.replace(state, state=State.DECLINED, present="", text=TEXT))
            case Payer.EXPIRE:
                return self._put(msgspec.structs.replace(state, state=State.EXPIRED, present=""))
            case Payer.WAIT:
                return state

    def _pay(self, state: OrderState) -> OrderState:
        order = self._stored.bodies[state.order_number]
        amount, currency = order.amount_minor, order.currency
        if self._faults.take("wrong_amount"):
            amount += WRONG_MINOR
        if self._faults.take("wrong_currency"):
            currency = WRONG_CURRENCY
        self._book("charge", state.order_number, amount, currency)
        told = None if self._faults.take("no_amount") else amount
        paid = OrderState(
            order_number=state.order_number,
            state=State.PAID,
            amount_minor=told,
            currency=currency,
            wallet="TestPay",
            reference=f"GW-{len(self._stored.movements):06d}",
        )
        return self._put(paid)

    def _returned(self, paid: OrderState) -> OrderState:
        """The gateway closes a paid order and gives the money back by itself."""
        taken = self._stored.movements[-1]
        amount, currency = taken.amount_minor, taken.currency
        self._book("reversal", paid.order_number, amount, currency)
        return self._put(msgspec.structs.replace(paid, state=State.CANCELLED, refunded_minor=amount))

    def _told(self, refund: RefundState) -> RefundState:
        if self._faults.take("refund_pending"):
            return msgspec.structs.replace(refund, state=RefundStep.PENDING)
        return refund

    def _code(self, number: str, order: Order) -> str:
        amount = order.amount_minor + (WRONG_MINOR if self._faults.take("wrong_code") else 0)
        text = emvco.encode(
            emvco.payment(
                account=("26", emvco.join((("00", "wallet.example"), ("01", "4711")))),
                amount_minor=amount,
                currency=order.currency,
                country="DE",
                name="Demo shop",
                city="Berlin",
                reference=number[-25:],
            )
        )
        return text[:-1] + ("0" if text[-1] != "0" else "1") if self._faults.take("bad_code") else text

    def _book(self, kind: str, number: str, amount_minor: int, currency: str) -> None:
        self._stored.movements.append(
            Movement(kind=kind, order_number=number, amount_minor=amount_minor, currency=currency)
        )

    def _put(self, state: OrderState) -> OrderState:
        self._stored.orders[state.order_number] = state
        self._save()
        return state

    def _put_refund(self, number: str, refund_id: str, refund: Refund, step: RefundStep) -> RefundState:
        state = RefundState(
            order_number=number,
            refund_id=refund_id,
            state=step,
            amount_minor=refund.amount_minor,
            currency=refund.currency,
            reference=f"GR-{len(self._stored.refunds):06d}",
            text="" if step is RefundStep.REFUNDED else "more than was paid",
        )
        self._stored.refunds[f"{number}/{refund_id}"] = state
        self._save()
        return state

    def _save(self) -> None:
        if self._path is None:
            return
        temporary = self._path.with_name(f".{self._path.name}.new")
        temporary.write_bytes(msgspec.json.encode(self._stored))
        temporary.replace(self._path)
