"""Open an envelope and say what it tells: a sale with all its rows, or what happened between two.

The journal's own chain is checked through every entry; then the events are folded the way a lane folds them,
as far as reports need. What does not make a transaction is a fault with a reason, never a guess.

Source: `retail.journal`; docs/store.md, "Projection".
Invariants: pure; the same body gives the same answer for ever.
"""

import msgspec

from retail.journal import envelope
from retail.journal import events as e
from retail.journal import refunds as r
from retail.journal.chain import GENESIS, Entry
from retail.journal.envelope import Content, OpenError
from retail.unreadable import UNREADABLE
from store.data.clock import from_iso
from store.data.journals import terminal_sums
from store.data.people.visits import Use
from store.projector import card_numbers
from store.projector.attention import attention_of
from store.projector.facts import Facts, Fault, LaneEvent, Reason
from store.projector.fold import Fold, OrderError

DETAIL_MAX = 300


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What an envelope tells, and why it is set aside all the same (None: it is not).

    `facts` is None if it could not be read at all.
    """

    facts: Facts | None
    fault: Fault | None
    last_hash: str = ""
    """The journal's hash at its end; empty: not known."""

    def with_uses(self, uses: tuple[Use, ...]) -> "Told":
        """The same, its sale with what it took of its member's own limits."""
        facts = self.facts
        if facts is None or facts.sale is None or not uses:
            return self
        sale = msgspec.structs.replace(facts.sale, uses=uses)
        return msgspec.structs.replace(self, facts=msgspec.structs.replace(facts, sale=sale))


def explode(body: bytes, previous: str | None) -> Told:
    """Open a body. `previous`: the journal's hash at the end of the envelope before, if that is known."""
    try:
        content = envelope.open_body(body)
    except OpenError as error:
        return _set_aside("unreadable", str(error))
    entries = content.unsealed()
    if entries[-1].hash != content.last_hash:
        return _set_aside("chain", "its entries do not match its last hash")
    if content.first == 1 and content.previous != GENESIS:
        return _set_aside("chain", "the first entry of a journal follows nothing")
    if found := _card_number(entries):
        return _set_aside("card_number", found, content.last_hash)
    try:
        facts, fault = _fold(content, entries)
    except UNREADABLE as error:
        return _set_aside("unknown_event", str(error), content.last_hash)
    except (OrderError, ValueError) as error:
        return _set_aside("order", str(error), content.last_hash)
    if fault is None and previous is not None and content.previous != previous:
        fault = Fault(reason="continuity", detail="does not follow the unit before it")
    return Told(facts=facts, fault=fault, last_hash=content.last_hash)


def _card_number(entries: tuple[Entry, ...]) -> str:
    """Where a card number seems to be; empty: nowhere. Nearly always one look at everything is enough."""
    if not card_numbers.may_be_in(b"\n".join(entry.body for entry in entries)):
        return ""
    for entry in entries:
        if field := card_numbers.where(entry.body):
            return f"entry {entry.sequence}, field {field}"
    return ""


def end_of(body: bytes) -> str | None:
    """The journal's hash at the end of a body; None if it cannot be opened."""
    try:
        return envelope.open_body(body).last_hash
    except OpenError:
        return None


def _fold(content: Content, entries: tuple[Entry, ...]) -> tuple[Facts, Fault | None]:
    fold = Fold() if content.kind == "sale" else None
    told: list[LaneEvent] = []
    events: list[e.AnyEvent] = []
    for entry in entries:
        event, at = entry.event(), from_iso(entry.at)
        events.append(event)
        if fold is not None:
            fold.add(event, at)
        if (words := _words(event)) is not None:
            told.append(
                LaneEvent(
                    number=entry.sequence - content.first,
                    event=type(event).__name__,
                    at=at,
                    subject=words[0],
                    detail=words[1][:DETAIL_MAX],
                )
            )
    sale, fault = fold.end() if fold is not None else (None, None)
    claim = fold.claim() if fold is not None and sale is not None and sale.outcome == "sold" else None
    facts = Facts(
        lane=content.lane,
        sale=sale,
        events=tuple(told),
        last_hash=content.last_hash,
        claim=claim,
        attention=attention_of(events),
    )
    return facts, fault


def _words(event: e.AnyEvent) -> tuple[str, str] | None:
    """Subject and detail of an event that is worth a row of its own; None for the rest."""
    match event:
        case e.LaneStarted():
            return event.version, ""
        case e.DeviceChanged():
            return event.device, " ".join(filter(None, (event.condition, event.code, event.detail)))
        case e.TerminalDayClosed():
            return ("closed" if event.succeeded else "failed"), terminal_sums.written(event)
        case e.HelpCalled() | e.HelpEnded():
            return "", ""
        case e.CodeNotFound():
            return event.reason, ""
        case e.PaymentRefused():
            return event.refusal.value, event.text
        case e.PaymentUnknown() | r.RefundUnknown():
            return event.reason, "needs attendant" if event.needs_attendant else ""
        case r.RefundApproved():
            return event.tender, f"{event.amount_minor} given back"
        case r.RefundRefused():
            return event.reason, event.text
        case e.CouponRefused():
            return event.reason, ""
        case e.PrintEnded():
            return event.outcome, event.reason
        case e.TransactionCancelled():
            return event.reason, ""
        case _:
            return None


def _set_aside(reason: Reason, detail: str, last_hash: str = "") -> Told:
    return Told(facts=None, fault=Fault(reason=reason, detail=detail[:DETAIL_MAX]), last_hash=last_hash)
