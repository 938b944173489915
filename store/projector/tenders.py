"""What paid for a purchase, from its events: cards, wallets, stored value, points; less what went back.

Invariants: a part that was given back is no tender of the sale; tenders are numbered as they were paid.
"""

import msgspec

from retail.journal import events as e
from retail.journal import refunds as r
from retail.journal import tenders as td
from retail.journal import value as v
from store.projector.facts import Tender

_NO_ATTEMPT = ""


class Tenders:
    """The tenders of one sale, while its events come in."""

    def __init__(self) -> None:
        self._parts: list[tuple[str, Tender]] = []
        """With the attempt each came from; stored value has none."""
        self._points: e.PointsHeld | None = None
        self._value_held: set[str] = set()
        self.value: list[v.ValueCaptured | v.ValueLoaded | v.ValueRefunded] = []
        self.paid_at = 0

    def add(self, event: e.AnyEvent, at: int) -> None:
        """The next event; most say nothing about money."""
        match event:
            case e.PointsHeld():
                self._points = event
            case e.PointsReleased() | e.PointsRefused():
                self._points = None
            case e.PaymentApproved():
                self._take(event.attempt_id, _card(event, at))
            case td.WalletApproved():
                self._take(event.attempt_id, _wallet(event, at))
            case r.RefundApproved():
                self._parts = [one for one in self._parts if one[0] != event.attempt_id]
            case e.NothingDue():
                self.paid_at = at
            case v.ValueHeld():
                self._value_held.add(event.account_id)
            case v.ValueCaptured():
                self.value.append(event)
                self._take(_NO_ATTEMPT, _value(event, at))
            case v.ValueLoaded() | v.ValueRefunded():
                self.value.append(event)
            case _:
                pass

    @property
    def value_held(self) -> tuple[str, ...]:
        """Accounts of which something was held; what is not captured is let go when the sale is booked."""
        return tuple(sorted(self._value_held - {""}))

    @property
    def any_money(self) -> bool:
        """Whether anything was taken and not given back."""
        return bool(self._parts)

    def all(self) -> tuple[Tender, ...]:
        """The tenders, numbered from 1; points, which pay with the last of them, stand at the end."""
        parts = [part for _, part in self._parts]
        if self.paid_at and self._points is not None:
            points = Tender(
                number=0, kind="points", amount_minor=self._points.amount_minor, paid_at=self.paid_at
            )
            parts.append(points)
        return tuple(msgspec.structs.replace(part, number=number) for number, part in enumerate(parts, 1))

    def _take(self, attempt_id: str, part: Tender) -> None:
        self._parts.append((attempt_id, part))
        self.paid_at = part.paid_at


def _card(event: e.PaymentApproved, at: int) -> Tender:
    result = event.result
    return Tender(
        number=0,
        kind="card",
        amount_minor=event.amount_minor,
        card_name=result.card_name,
        masked_pan=result.masked_pan,
        authorisation_code=result.authorisation_code,
        card_terminal=result.terminal_id,
        receipt_number=result.receipt_number,
        trace_number=result.trace_number,
        entry_mode=result.entry_mode,
        paid_at=at,
    )


def _wallet(event: td.WalletApproved, at: int) -> Tender:
    return Tender(
        number=0,
        kind="wallet",
        amount_minor=event.amount_minor,
        card_name=event.wallet,
        authorisation_code=event.reference,
        paid_at=at,
    )


def _value(event: v.ValueCaptured, at: int) -> Tender:
    return Tender(
        number=0,
        kind="value",
        amount_minor=event.amount_minor,
        card_name=event.kind,
        masked_pan=f"…{event.last_digits}" if event.last_digits else "",
        paid_at=at,
    )
