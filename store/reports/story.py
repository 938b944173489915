"""A transaction's whole history in plain words: every entry of the journal as one line.

Texts are English keys with places (`{name}`), for whoever translates them; amounts are written by the caller.

Source: `retail.journal.events`; docs/back-office.md, "One sale".
Invariants: pure; every event has words, a new one at least its own name.
"""

import re
from collections.abc import Callable, Iterable

import msgspec

from retail.journal import events as e
from retail.journal.chain import Entry
from retail.journal.returns import ReturnOpened
from store.reports import story_money
from store.reports.story_attended import Said, Speech, Told, Tone

Write = Callable[[int], str]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One line."""

    number: int
    """In the lane's journal."""
    at: str
    """ISO 8601, UTC."""
    event: str
    text: str
    values: dict[str, str] = {}
    tone: Tone = ""
    detail: str = ""
    """Added as it is: what a device or a bank said."""


def steps(entries: Iterable[Entry], speech: Speech) -> tuple[Step, ...]:
    """The history of these entries. Raises `msgspec.DecodeError` for an event nobody knows."""
    lines: dict[int, str] = {}
    attended, told = Told(speech, lines), []
    events = [(entry, entry.event()) for entry in entries]
    is_return = any(isinstance(event, ReturnOpened) for _, event in events)
    for entry, event in events:
        if isinstance(event, e.ItemAdded):
            lines[event.line_id] = event.product.name("")
        said = attended.say(event) or story_money.say(event, speech) or _say(event, lines, speech.write)
        if is_return and isinstance(event, e.TransactionStarted):
            text = "The return begins, number {n}"
            said = msgspec.structs.replace(said, text=text)
        told.append(
            Step(
                number=entry.sequence,
                at=entry.at,
                event=type(event).__name__,
                text=said.text,
                values=said.values,
                tone=said.tone,
                detail=said.detail,
            )
        )
    return tuple(told)


def _say(event: e.AnyEvent, lines: dict[int, str], write: Write) -> Said:
    for say in (_basket, _paying, _rest):
        if (said := say(event, lines, write)) is not None:
            return said
    return Said(text=re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(event).__name__).capitalize())


def _basket(event: e.AnyEvent, lines: dict[int, str], write: Write) -> Said | None:
    match event:
        case e.TransactionStarted():
            detail = f"{event.transaction_id}" + (f" · {event.prices}" if event.prices else "")
            return Said(text="The sale begins, number {n}", values={"n": str(event.number)}, detail=detail)
        case e.ItemAdded():
            many = event.quantity > 1
            return Said(
                text="{n} × {name} added" if many else "{name} added",
                values={"name": event.product.name(""), "n": str(event.quantity)},
                detail=" · ".join(filter(None, (event.scanned, *event.evidence[:2]))),
            )
        case e.QuantityChanged():
            name = lines.get(event.line_id, str(event.line_id))
            return Said(text="{name}: {n} pieces", values={"name": name, "n": str(event.quantity)})
        case e.ItemVoided():
            return Said(
                text="{name} taken off",
                values={"name": lines.get(event.line_id, str(event.line_id))},
                tone="caution",
            )
        case e.CodeNotFound():
            return Said(
                text="A code was not for sale here: {reason}",
                values={"reason": event.reason.replace("_", " ")},
                tone="caution",
                detail=event.text,
            )
        case e.CodeNotFoundDismissed():
            return Said(text="The shopper has seen it")
        case e.BasketPriced():
            values = {"amount": write(event.priced.total_minor)}
            return Said(text="The basket costs {amount}", values=values)
        case e.MemberIdentified():
            return Said(
                text="The shopper is a member, known by {how}",
                values={"how": event.how},
                tone="good",
                detail=event.member.tier,
            )
        case e.MemberForgotten():
            return Said(text="The membership was taken back out")
        case e.CouponShown():
            return Said(text="A coupon was shown: {coupon}", values={"coupon": event.coupon.coupon_id})
        case e.CouponHeld():
            return Said(text="The coupon counts, held by the {who}", values={"who": event.by})
        case e.CouponRefused():
            return Said(
                text="The coupon does not count: {reason}",
                values={"reason": event.reason.replace("_", " ")},
                tone="caution",
            )
        case e.CouponReleased():
            return Said(text="The coupon is free again")
        case e.CouponRedeemed():
            return Said(
                text="The coupon {coupon} was used and saved {amount}",
                values={"coupon": event.coupon_id, "amount": write(event.saving_minor)},
                tone="caution" if event.is_at_risk else "good",
            )
        case e.CampaignUsed():
            values = {"offer": event.offer_id, "n": str(event.uses), "amount": write(event.amount_minor)}
            return Said(text="The campaign {offer} gave {amount}, {n} uses", values=values)
        case _:
            return None


def _paying(event: e.AnyEvent, _lines: dict[int, str], write: Write) -> Said | None:
    match event:
        case e.TenderingStarted():
            return Said(text="To pay: {amount}", values={"amount": write(event.total_minor)})
        case e.TenderingLeft():
            return Said(text="Back to the basket without paying")
        case e.PointsAsked():
            return Said(text="The shopper wants to pay with {n} points", values={"n": str(event.points)})
        case e.PointsHeld():
            values = {"n": str(event.points), "amount": write(event.amount_minor)}
            return Said(text="{n} points are held; they pay {amount}", values=values)
        case e.PointsRefused():
            values = {"reason": event.reason.replace("_", " ")}
            return Said(text="Points cannot be used now: {reason}", values=values, tone="caution")
        case e.PointsReleased():
            return Said(text="The points are the shopper's again")
        case e.CampaignUsed():
            values = {"n": str(event.uses), "offer": event.offer_id}
            return Said(text="{n} uses of the campaign {offer}", values=values)
        case e.PaymentRequested():
            values = {"amount": write(event.amount_minor)}
            return Said(
                text="The card terminal is asked for {amount}", values=values, detail=event.attempt_id
            )
        case e.PaymentStatusShown():
            return Said(text="The terminal says: {text}", values={"text": event.text})
        case e.PaymentCancelAsked():
            return Said(text="The shopper wants to stop the payment", tone="caution")
        case e.PaymentResultStored():
            return Said(
                text="The terminal's answer is on disk: result {code}",
                values={"code": str(event.result.result_code)},
                tone="" if event.is_as_requested else "caution",
            )
        case e.PaymentApproved():
            card = " ".join(filter(None, (event.result.card_name, event.result.masked_pan[-4:])))
            return Said(
                text="Paid {amount} by {card}",
                values={"amount": write(event.amount_minor), "card": card or "card"},
                tone="good",
                detail=event.result.authorisation_code,
            )
        case e.NothingDue():
            return Said(text="Nothing to pay", tone="good")
        case e.PaymentRefused():
            return Said(
                text="Not paid: {why}; no money moved",
                values={"why": event.refusal.value.replace("_", " ")},
                tone="caution",
                detail=event.text,
            )
        case e.PaymentUnknown():
            return Said(
                text="It is not known whether money moved",
                tone="danger",
                detail=event.reason.replace("_", " "),
            )
        case e.PaymentAsked():
            return Said(text="It is asked what became of the payment", tone="caution")
        case e.RewardsGranted():
            values = {"earned": str(event.points_earned), "spent": str(event.points_spent)}
            return Said(text="{earned} points earned, {spent} spent", values=values, tone="good")
        case _:
            return None


def _rest(event: e.AnyEvent, _lines: dict[int, str], write: Write) -> Said | None:
    match event:
        case e.HelpCalled():
            return Said(text="The shopper called for help", tone="caution")
        case e.HelpEnded():
            return Said(text="Help was given, or is no longer wanted")
        case e.LanguageChosen():
            return Said(text="Language: {language}", values={"language": event.language})
        case e.ReceiptOffered():
            return Said(text="The receipt is offered")
        case e.ReceiptChosen():
            return Said(text="Receipt chosen: {kind}", values={"kind": event.kind.value})
        case e.PrintStarted():
            return Said(text="A copy is printed" if event.copy else "The receipt is printed")
        case e.PrintWaited():
            return Said(text="The printer waits: {code}", values={"code": event.code}, tone="caution")
        case e.PrintEnded():
            tone: Tone = "" if event.outcome == "printed" else "caution"
            values = {"outcome": event.outcome.replace("_", " ")}
            return Said(text="Printing ended: {outcome}", values=values, tone=tone, detail=event.reason)
        case e.TransactionClosed():
            return Said(
                text="The sale is complete: {amount}",
                values={"amount": write(event.total_minor)},
                tone="good",
            )
        case e.DeviceChanged():
            values = {"device": event.device, "condition": event.condition.replace("_", " ")}
            detail = " ".join(filter(None, (event.code, event.detail)))
            return Said(text="{device} is {condition}", values=values, detail=detail)
        case e.LaneStarted():
            return Said(text="The lane started, version {version}", values={"version": event.version})
        case e.TerminalBaselineRead():
            return Said(text="The card terminal told its last payment")
        case e.LaneIdle():
            return Said(text="The lane waits for the next shopper")
        case e.TerminalDayClosed():
            amount = write(event.total_minor) if event.total_minor is not None else "–"
            return Said(
                text="The card terminal closed its day: {amount}",
                values={"amount": amount},
                tone="good" if event.succeeded else "danger",
                detail=event.text,
            )
        case _:
            return None
