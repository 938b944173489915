"""A transaction's whole history in plain words: every entry of the journal as one line.

Texts are English keys with places (`{name}`), for whoever translates them; amounts are written by the caller.

Source: `retail.journal.events`; docs/back-office.md, "One sale".
Invariants: pure; every event has words, a new one at least its own name.
"""

import re
from collections.abc import Callable, Iterable
from typing import Literal

import msgspec

from retail.journal import events as e
from retail.journal import value as v
from retail.journal.chain import Entry

Tone = Literal["", "good", "caution", "danger"]
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


class _Said(msgspec.Struct, frozen=True, kw_only=True):
    text: str
    values: dict[str, str] = {}
    tone: Tone = ""
    detail: str = ""


def steps(entries: Iterable[Entry], write: Write) -> tuple[Step, ...]:
    """The history of these entries. Raises `msgspec.DecodeError` for an event nobody knows."""
    lines: dict[int, str] = {}
    told = []
    for entry in entries:
        event = entry.event()
        if isinstance(event, e.ItemAdded):
            lines[event.line_id] = event.product.name("")
        said = _say(event, lines, write)
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


def _say(event: e.AnyEvent, lines: dict[int, str], write: Write) -> _Said:
    for say in (_basket, _paying, _rest):
        if (said := say(event, lines, write)) is not None:
            return said
    return _Said(text=re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(event).__name__).capitalize())


def _basket(event: e.AnyEvent, lines: dict[int, str], write: Write) -> _Said | None:
    match event:
        case e.TransactionStarted():
            detail = f"{event.transaction_id}" + (f" · {event.prices}" if event.prices else "")
            return _Said(text="The sale begins, number {n}", values={"n": str(event.number)}, detail=detail)
        case e.ItemAdded():
            many = event.quantity > 1
            return _Said(
                text="{n} × {name} added" if many else "{name} added",
                values={"name": event.product.name(""), "n": str(event.quantity)},
                detail=" · ".join(filter(None, (event.scanned, *event.evidence[:2]))),
            )
        case e.QuantityChanged():
            name = lines.get(event.line_id, str(event.line_id))
            return _Said(text="{name}: {n} pieces", values={"name": name, "n": str(event.quantity)})
        case e.ItemVoided():
            return _Said(
                text="{name} taken off",
                values={"name": lines.get(event.line_id, str(event.line_id))},
                tone="caution",
            )
        case e.CodeNotFound():
            return _Said(
                text="A code was not for sale here: {reason}",
                values={"reason": event.reason.replace("_", " ")},
                tone="caution",
                detail=event.text,
            )
        case e.CodeNotFoundDismissed():
            return _Said(text="The shopper has seen it")
        case e.BasketPriced():
            values = {"amount": write(event.priced.total_minor)}
            return _Said(text="The basket costs {amount}", values=values)
        case e.MemberIdentified():
            return _Said(
                text="The shopper is a member, known by {how}",
                values={"how": event.how},
                tone="good",
                detail=event.member.tier,
            )
        case e.MemberForgotten():
            return _Said(text="The membership was taken back out")
        case e.CouponShown():
            return _Said(text="A coupon was shown: {coupon}", values={"coupon": event.coupon.coupon_id})
        case e.CouponHeld():
            return _Said(text="The coupon counts, held by the {who}", values={"who": event.by})
        case e.CouponRefused():
            return _Said(
                text="The coupon does not count: {reason}",
                values={"reason": event.reason.replace("_", " ")},
                tone="caution",
            )
        case e.CouponReleased():
            return _Said(text="The coupon is free again")
        case e.CouponRedeemed():
            return _Said(
                text="The coupon {coupon} was used and saved {amount}",
                values={"coupon": event.coupon_id, "amount": write(event.saving_minor)},
                tone="caution" if event.is_at_risk else "good",
            )
        case e.CampaignUsed():
            values = {"offer": event.offer_id, "n": str(event.uses), "amount": write(event.amount_minor)}
            return _Said(text="The campaign {offer} gave {amount}, {n} uses", values=values)
        case _:
            return None


def _paying(event: e.AnyEvent, _lines: dict[int, str], write: Write) -> _Said | None:
    match event:
        case e.TenderingStarted():
            return _Said(text="To pay: {amount}", values={"amount": write(event.total_minor)})
        case e.TenderingLeft():
            return _Said(text="Back to the basket without paying")
        case v.ValueAsked():
            values = {"amount": write(event.amount_minor), "last": event.last_digits or "–"}
            return _Said(text="The shopper wants to pay {amount} with stored value (…{last})", values=values)
        case v.ValueHeld():
            values = {"amount": write(event.amount_minor)}
            tone: Tone = "caution" if event.is_at_risk else ""
            return _Said(text="{amount} of stored value are held", values=values, tone=tone)
        case v.ValueRefused():
            values = {"reason": event.reason.replace("_", " ")}
            return _Said(text="Stored value cannot be used now: {reason}", values=values, tone="caution")
        case v.ValueReleased():
            return _Said(text="The stored value is the customer's again")
        case v.ValueCaptured():
            values = {"amount": write(event.amount_minor), "last": event.last_digits or "–"}
            return _Said(text="{amount} were paid with stored value (…{last})", values=values, tone="good")
        case v.ValueLoaded():
            return _Said(text="{amount} were put on a balance", values={"amount": write(event.amount_minor)})
        case v.ValueRefunded():
            return _Said(text="{amount} went back to a balance", values={"amount": write(event.amount_minor)})
        case e.PointsAsked():
            return _Said(text="The shopper wants to pay with {n} points", values={"n": str(event.points)})
        case e.PointsHeld():
            values = {"n": str(event.points), "amount": write(event.amount_minor)}
            return _Said(text="{n} points are held; they pay {amount}", values=values)
        case e.PointsRefused():
            values = {"reason": event.reason.replace("_", " ")}
            return _Said(text="Points cannot be used now: {reason}", values=values, tone="caution")
        case e.PointsReleased():
            return _Said(text="The points are the shopper's again")
        case e.CampaignUsed():
            values = {"n": str(event.uses), "offer": event.offer_id}
            return _Said(text="{n} uses of the campaign {offer}", values=values)
        case e.PaymentRequested():
            values = {"amount": write(event.amount_minor)}
            return _Said(
                text="The card terminal is asked for {amount}", values=values, detail=event.attempt_id
            )
        case e.PaymentStatusShown():
            return _Said(text="The terminal says: {text}", values={"text": event.text})
        case e.PaymentCancelAsked():
            return _Said(text="The shopper wants to stop the payment", tone="caution")
        case e.PaymentResultStored():
            return _Said(
                text="The terminal's answer is on disk: result {code}",
                values={"code": str(event.result.result_code)},
                tone="" if event.is_as_requested else "caution",
            )
        case e.PaymentApproved():
            card = " ".join(filter(None, (event.result.card_name, event.result.masked_pan[-4:])))
            return _Said(
                text="Paid {amount} by {card}",
                values={"amount": write(event.amount_minor), "card": card or "card"},
                tone="good",
                detail=event.result.authorisation_code,
            )
        case e.NothingDue():
            return _Said(text="Nothing to pay", tone="good")
        case e.PaymentRefused():
            return _Said(
                text="Not paid: {why}; no money moved",
                values={"why": event.refusal.value.replace("_", " ")},
                tone="caution",
                detail=event.text,
            )
        case e.PaymentUnknown():
            return _Said(
                text="It is not known whether money moved",
                tone="danger",
                detail=event.reason.replace("_", " "),
            )
        case e.PaymentAsked():
            return _Said(text="The terminal is asked what became of it", tone="caution")
        case e.RewardsGranted():
            values = {"earned": str(event.points_earned), "spent": str(event.points_spent)}
            return _Said(text="{earned} points earned, {spent} spent", values=values, tone="good")
        case _:
            return None


def _rest(event: e.AnyEvent, _lines: dict[int, str], write: Write) -> _Said | None:
    match event:
        case e.HelpCalled():
            return _Said(text="The shopper called for help", tone="caution")
        case e.HelpEnded():
            return _Said(text="Help was given, or is no longer wanted")
        case e.LanguageChosen():
            return _Said(text="Language: {language}", values={"language": event.language})
        case e.ReceiptOffered():
            return _Said(text="The receipt is offered")
        case e.ReceiptChosen():
            return _Said(text="Receipt chosen: {kind}", values={"kind": event.kind.value})
        case e.PrintStarted():
            return _Said(text="A copy is printed" if event.copy else "The receipt is printed")
        case e.PrintWaited():
            return _Said(text="The printer waits: {code}", values={"code": event.code}, tone="caution")
        case e.PrintEnded():
            tone: Tone = "" if event.outcome == "printed" else "caution"
            values = {"outcome": event.outcome.replace("_", " ")}
            return _Said(text="Printing ended: {outcome}", values=values, tone=tone, detail=event.reason)
        case e.TransactionClosed():
            return _Said(
                text="The sale is complete: {amount}",
                values={"amount": write(event.total_minor)},
                tone="good",
            )
        case e.TransactionCancelled():
            values = {"reason": event.reason.replace("_", " ")}
            return _Said(text="The sale was cancelled: {reason}", values=values, tone="caution")
        case e.DeviceChanged():
            values = {"device": event.device, "condition": event.condition.replace("_", " ")}
            detail = " ".join(filter(None, (event.code, event.detail)))
            return _Said(text="{device} is {condition}", values=values, detail=detail)
        case e.LaneStarted():
            return _Said(text="The lane started, version {version}", values={"version": event.version})
        case e.TerminalBaselineRead():
            return _Said(text="The card terminal told its last payment")
        case e.LaneIdle():
            return _Said(text="The lane waits for the next shopper")
        case e.LaneClosed():
            return _Said(text="{who} closed the lane", values={"who": event.by}, detail=event.reason)
        case e.LaneOpened():
            return _Said(text="{who} opened the lane", values={"who": event.by})
        case e.StaffMessageShown():
            return _Said(text="{who} wrote to the shopper", values={"who": event.by}, detail=event.text)
        case e.TerminalDayClosed():
            amount = write(event.total_minor) if event.total_minor is not None else "–"
            return _Said(
                text="The card terminal closed its day: {amount}",
                values={"amount": amount},
                tone="good" if event.succeeded else "danger",
                detail=event.text,
            )
        case _:
            return None
