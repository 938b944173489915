"""Fold the events of a return: what came back of which sale, and where its money went.

Its figures stand below nothing, so that reports of a day come out less what was given back. List prices and
offers stay with the sale: of a return only what was paid counts.

Source: `retail.journal.returns`, `retail.journal.refunds`; `retail.giving_back`.
Invariants: pure; a top-up that went back sold nothing and takes nothing off what was sold; the sale itself is
not needed; what only differs in money is a `Fault` beside the rows.
"""

from collections.abc import Iterable

import msgspec

from retail import tax
from retail.card import CardResult
from retail.giving_back import Share, booked
from retail.journal import events as e
from retail.journal import refunds as r
from retail.journal import returns as rt
from retail.journal import value as v
from retail.receipt import TaxTotal
from retail.wire.returns import ReturnPart, SoldLine
from store.data.journals.return_books import Given
from store.data.journals.sold import key_of
from store.projector.facts import Fault, Line, Sale, Tender

BY_HAND = "by hand"


class Back:
    """A return, event by event; nothing at all for a sale."""

    def __init__(self) -> None:
        self._opened: rt.ReturnOpened | None = None
        self._asked: list[rt.ReturnAsked] = []
        self._held: rt.ReturnHeld | None = None
        self._ended: rt.ReturnEnded | None = None
        self._by_hand: set[str] = set()
        self._tenders: list[Tender] = []
        self._shares: list[Share] = []

    @property
    def is_one(self) -> bool:
        """Whether these events are a return."""
        return self._opened is not None

    @property
    def given_minor(self) -> int:
        """What was given back."""
        return -sum(one.amount_minor for one in self._tenders)

    def add(self, event: e.AnyEvent, at: int) -> None:
        """The next event."""
        match event:
            case rt.ReturnOpened():
                self._opened = event
            case _ if self._opened is None:
                return
            case rt.ReturnAsked():
                self._asked.append(event)
                self._held = None
            case rt.ReturnHeld():
                self._held = event
            case rt.ReturnEnded():
                self._ended = event
            case r.RefundRequested() if event.is_by_hand:
                self._by_hand.add(event.refund_id)
            case r.RefundApproved():
                self._gave(self._refunded(event, at), event.attempt_id)
            case v.ValueRefunded():
                part = self._part("value", event.account_id)
                masked = f"…{part.last_digits}" if part is not None and part.last_digits else ""
                tender = Tender(
                    number=0, kind="value", amount_minor=-event.amount_minor, masked_pan=masked, paid_at=at
                )
                self._gave(tender, event.account_id)
            case rt.PointsGivenBack():
                tender = Tender(number=0, kind="points", amount_minor=-event.amount_minor, paid_at=at)
                self._gave(tender, "", event.points)
            case _:
                pass

    def _gave(self, tender: Tender, name: str, points: int = 0) -> None:
        self._tenders.append(tender)
        share = Share(key=key_of(tender.kind, name), amount_minor=-tender.amount_minor, points=points)
        for index, one in enumerate(self._shares):
            if one.key == share.key:
                self._shares[index] = Share(
                    key=one.key,
                    amount_minor=one.amount_minor + share.amount_minor,
                    points=one.points + share.points,
                )
                return
        self._shares.append(share)

    def _refunded(self, event: r.RefundApproved, at: int) -> Tender:
        result = event.result or CardResult(result_code=0)
        part = self._part(event.tender, event.attempt_id)
        is_card = event.tender == "card"
        return Tender(
            number=0,
            kind=event.tender,
            amount_minor=-event.amount_minor,
            card_name=result.card_name if is_card else (part.wallet if part is not None else ""),
            masked_pan=result.masked_pan,
            authorisation_code=result.authorisation_code if is_card else event.reference,
            card_terminal=result.terminal_id,
            receipt_number=result.receipt_number,
            trace_number=result.trace_number,
            entry_mode=BY_HAND if event.refund_id in self._by_hand else result.entry_mode,
            paid_at=at,
        )

    def _part(self, tender: str, name: str) -> ReturnPart | None:
        parts = self._held.parts if self._held is not None else ()
        return next(
            (one for one in parts if one.tender == tender and name in (one.attempt_id, one.account_id)), None
        )

    # --- the end ---------------------------------------------------------------------------------------

    def booked(self, sale: Sale, ended: object) -> tuple[Sale, Fault | None]:
        """The return as a transaction of its own, made of what a sale without goods would be."""
        opened = self._opened
        if opened is None:
            return sale, None
        own = Given(
            of_transaction_id=opened.sold.transaction_id,
            transaction_id=sale.transaction_id,
            asked=tuple(one.return_id for one in self._asked),
        )
        changed = msgspec.structs.replace
        if not isinstance(ended, e.TransactionClosed):
            fault = None
            if self.given_minor:
                fault = Fault(reason="payment", detail="money was given back by what was cancelled")
            return changed(sale, of_transaction_id=own.of_transaction_id, back=own), fault
        asked = self._asked[-1] if self._asked else None
        wanted = asked.lines if asked is not None else ()
        lines, rest = booked(opened.sold.lines, wanted, self.given_minor)
        known = {line.line_id: line for line in opened.sold.lines}
        taxes = _taxes(
            part for one in lines for part in ((known[one.line_id].tax_rate_bp, one.goods_minor), *one.linked)
        )
        last, is_load = self._ended, opened.sold.account_id != ""
        kept = () if is_load else lines
        return changed(
            sale,
            outcome="load_returned" if is_load else "returned",
            reason=asked.why if asked is not None else "",
            paid_at=max((one.paid_at for one in self._tenders), default=0),
            total_minor=-self.given_minor,
            list_minor=-sum(one.goods_minor for one in kept),
            linked_minor=-sum(one.linked_minor for one in kept),
            item_count=-sum(one.quantity for one in kept),
            lines=tuple(
                _line(known[one.line_id], one.quantity, one.goods_minor, one.linked_minor) for one in kept
            ),
            taxes=() if is_load else taxes,
            tenders=tuple(changed(one, number=number) for number, one in enumerate(self._tenders, 1)),
            of_transaction_id=own.of_transaction_id,
            back=changed(
                own,
                return_id=last.return_id if last is not None else "",
                wanted=wanted,
                held_minor=self._held.amount_minor if self._held is not None else 0,
                given_minor=self.given_minor,
                currency=sale.currency,
                by=opened.by if asked is None else asked.by,
                why=asked.why if asked is not None else "",
                lines=lines,
                tenders=tuple(self._shares),
                account_id=opened.sold.account_id,
            ),
        ), self._fault(ended, rest)

    def _fault(self, closed: e.TransactionClosed, rest: int) -> Fault | None:
        """What does not agree in its money; None if all does."""
        held, ended, given = self._held, self._ended, self.given_minor
        if held is None or ended is None or not self._asked:
            return Fault(reason="payment", detail="the return was closed without being held and given")
        ids = {held.return_id, ended.return_id, self._asked[-1].return_id}
        if len(ids) != 1:
            return Fault(reason="payment", detail=f"one return has the names {', '.join(sorted(ids))}")
        if not ended.given_minor == -closed.total_minor == given:
            detail = f"{given} was given back, {ended.given_minor} and {-closed.total_minor} are told"
            return Fault(reason="payment", detail=detail)
        if rest:
            return Fault(reason="totals", detail=f"{rest} more was given back than the goods cost")
        if given > held.amount_minor or (ended.is_whole and given != held.amount_minor):
            return Fault(
                reason="payment", detail=f"{given} was given back where {held.amount_minor} was held"
            )
        return None


def _taxes(parts: Iterable[tuple[int, int]]) -> tuple[TaxTotal, ...]:
    """Taxes that are given back."""
    return tuple(
        msgspec.structs.replace(
            one, gross_minor=-one.gross_minor, net_minor=-one.net_minor, tax_minor=-one.tax_minor
        )
        for one in tax.totals(parts)
    )


def _line(line: SoldLine, quantity: int, goods_minor: int, linked_minor: int) -> Line:
    return Line(
        line_id=line.line_id,
        product_key=line.key,
        name=line.names.get("") or next(iter(line.names.values()), line.key),
        category=line.category,
        quantity=-quantity,
        weight_g=line.weight_g,
        unit_price_minor=goods_minor // quantity if quantity else goods_minor,
        list_minor=-goods_minor,
        paid_minor=-goods_minor,
        linked_minor=-linked_minor,
        tax_rate_bp=line.tax_rate_bp,
        is_voided=False,
        is_marked_down=False,
    )
