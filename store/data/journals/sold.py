"""What a sale was, out of its sealed journal, for goods that come back: what each unit was paid, and by what.

Source: `retail.journal`; docs/protocol.md, "Returns".
Invariants: pure; prices are the final ones of the journal, never worked out anew.
"""

import msgspec

from retail import tax
from retail.basket import Line
from retail.card import CardResult
from retail.journal import envelope
from retail.journal import events as e
from retail.journal import refunds as r
from retail.journal import staffed as sd
from retail.journal import tenders as td
from retail.journal import value as v
from retail.journal.envelope import OpenError
from retail.priced import PricedBasket
from retail.unreadable import UNREADABLE
from retail.wire.returns import LINES_MAX, ReturnTender, SoldLine, SoldLinked

LOAD_NAMES = {
    "": "Balance top-up",
    "de": "Guthaben aufgeladen",
    "zh": "余额充值",
    "es": "Recarga de saldo",
    "fr": "Recharge de l'avoir",
    "ar": "شحن الرصيد",
}
"""What a top-up is called where goods have their name."""


class Paid(msgspec.Struct, frozen=True, kw_only=True):
    """One means of payment."""

    tender: ReturnTender
    amount_minor: int
    attempt_id: str = ""
    card: CardResult | None = None
    wallet: str = ""
    account_id: str = ""
    card_key: str = ""
    """Of a gift card that was taken without asking: its account is found by it."""
    last_digits: str = ""
    points: int = 0

    @property
    def key(self) -> str:
        """Its name among the tenders of its sale."""
        return key_of(self.tender, self.attempt_id or self.account_id)


def key_of(tender: ReturnTender, name: str = "") -> str:
    """How a tender of a sale is named where what went back to it is counted."""
    return f"{tender}:{name}"


class Sold(msgspec.Struct, frozen=True, kw_only=True):
    """A sale."""

    transaction_id: str
    started_at: str
    currency: str
    lines: tuple[SoldLine, ...]
    """As if nothing had come back yet."""
    tenders: tuple[Paid, ...]
    """In the order paid; points last."""
    member_id: str = ""
    points_earned: int = 0
    base_minor: int = 0
    """What they were earned on."""
    account_id: str = ""
    """Of a top-up: the balance that was loaded."""


def read(body: bytes) -> Sold | None:
    """The sale in an envelope; None if there is none to be read."""
    try:
        told = [entry.event() for entry in envelope.open_body(body).unsealed()]
    except (OpenError, *UNREADABLE):
        return None
    reading = _Reading()
    for event in told:
        reading.add(event)
    return reading.sold()


class _Reading:
    """One sale, event by event."""

    def __init__(self) -> None:
        self._started: e.TransactionStarted | None = None
        self._lines: dict[int, Line] = {}
        self._priced: PricedBasket | None = None
        self._paid: list[Paid] = []
        self._points: e.PointsHeld | None = None
        self._rewards: e.RewardsGranted | None = None
        self._loaded: v.ValueLoaded | None = None
        self._is_closed = False

    def add(self, event: e.AnyEvent) -> None:
        """The next event; most say nothing about it."""
        lines, changed = self._lines, msgspec.structs.replace
        match event:
            case e.TransactionStarted():
                self._started = event
            case e.ItemAdded() if event.line_id in lines:
                known = lines[event.line_id]
                lines[event.line_id] = changed(known, quantity=known.quantity + event.quantity)
            case e.ItemAdded():
                lines[event.line_id] = Line(
                    line_id=event.line_id,
                    product=event.product,
                    quantity=event.quantity,
                    weight_g=event.weight_g,
                    price_minor=event.price_minor,
                    is_marked_down=event.is_marked_down,
                    best_before=event.best_before,
                )
            case e.QuantityChanged() if event.line_id in lines:
                lines[event.line_id] = changed(lines[event.line_id], quantity=event.quantity)
            case sd.LinePriceChanged() if event.line_id in lines:
                lines[event.line_id] = lines[event.line_id].priced_at(event.price_minor)
            case e.ItemVoided():
                lines.pop(event.line_id, None)
            case e.TenderingStarted():
                self._priced = event.priced
            case e.RewardsGranted():
                self._rewards = event
            case e.TransactionClosed():
                self._is_closed = True
            case _:
                self._pay(event)

    def _pay(self, event: e.AnyEvent) -> None:
        match event:
            case e.PointsHeld():
                self._points = event
            case e.PointsReleased() | e.PointsRefused():
                self._points = None
            case e.PaymentApproved():
                card = Paid(
                    tender="card",
                    amount_minor=event.amount_minor,
                    attempt_id=event.attempt_id,
                    card=event.result,
                    last_digits=event.result.masked_pan[-4:],
                )
                self._paid.append(card)
            case td.WalletApproved():
                wallet = Paid(
                    tender="wallet",
                    amount_minor=event.amount_minor,
                    attempt_id=event.attempt_id,
                    wallet=event.wallet,
                )
                self._paid.append(wallet)
            case v.ValueCaptured():
                value = Paid(
                    tender="value",
                    amount_minor=event.amount_minor,
                    account_id=event.account_id,
                    card_key=event.card_key,
                    last_digits=event.last_digits,
                )
                self._paid.append(value)
            case v.ValueLoaded():
                self._loaded = event
            case r.RefundApproved():
                self._paid = [one for one in self._paid if one.attempt_id != event.attempt_id]
            case _:
                pass

    def sold(self) -> Sold | None:
        """The sale; None if nothing was sold."""
        started, rewards = self._started, self._rewards
        if started is None or started.is_training or not self._is_closed or len(self._lines) > LINES_MAX:
            return None
        tenders = list(self._paid)
        if self._points is not None:
            points = Paid(tender="points", amount_minor=self._points.amount_minor, points=self._points.points)
            tenders.append(points)
        letters = tax.letters(line.product.tax_rate_bp for line in self._lines.values())
        loaded = self._loaded
        return Sold(
            transaction_id=started.transaction_id,
            started_at=started.started_at,
            currency=started.currency,
            lines=tuple(self._line(line, letters) for line in self._lines.values())
            if loaded is None
            else (_load_line(loaded),),
            tenders=tuple(tenders),
            member_id=rewards.member_id if rewards else "",
            points_earned=rewards.points_earned if rewards else 0,
            base_minor=rewards.base_minor if rewards else 0,
            account_id=loaded.account_id if loaded is not None else "",
        )

    def _line(self, line: Line, letters: dict[int, str]) -> SoldLine:
        linked = sum(one.price_minor for one in line.product.linked)
        goods = (
            [one.paid_minor for one in self._priced.units if one.line_id == line.line_id]
            if (self._priced is not None)
            else [line.piece_minor] * line.quantity
        )
        units = sorted((paid + linked for paid in goods), reverse=True)
        return SoldLine(
            line_id=line.line_id,
            key=line.product.key,
            names=line.product.names,
            quantity=line.quantity,
            left=len(units),
            unit_minor=tuple(units),
            tax_letter=letters[line.product.tax_rate_bp],
            tax_rate_bp=line.product.tax_rate_bp,
            linked=tuple(
                SoldLinked(tax_rate_bp=one.tax_rate_bp, amount_minor=one.price_minor)
                for one in line.product.linked
            ),
            category=line.product.category,
            weight_g=line.weight_g,
        )


def _load_line(loaded: v.ValueLoaded) -> SoldLine:
    """A top-up as the one thing that may go back: taxed like money, which is not at all."""
    return SoldLine(
        line_id=1, key="", names=LOAD_NAMES, quantity=1, left=1, unit_minor=(loaded.amount_minor,)
    )
