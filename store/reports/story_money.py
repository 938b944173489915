"""What moved money besides cards, in plain words: parts, phones, stored value, and what went back.

Source: `retail.journal.tenders`, `value`, `refunds`, `returns`; docs/back-office.md, "One sale".
Invariants: pure; whether money moved is said where it is known, and that it is not known where it is not.
"""

from retail.journal import events as e
from retail.journal import refunds as r
from retail.journal import returns as rt
from retail.journal import tenders as td
from retail.journal import value as v
from store.reports.story_attended import Said, Speech, Tone


def say(event: e.AnyEvent, speech: Speech) -> Said | None:
    """The line of an event; None: it is not of this kind."""
    return _phone(event, speech) or _value(event, speech) or _refund(event, speech) or _back(event, speech)


def _phone(event: e.AnyEvent, speech: Speech) -> Said | None:
    write = speech.write
    match event:
        case td.TenderPartChosen(amount_minor=0):
            return Said(text="The next means of payment shall pay all that is left")
        case td.TenderPartChosen():
            text = "The next means of payment shall pay {amount}"
            return Said(text=text, values={"amount": write(event.amount_minor)})
        case td.WalletRequested():
            values = {"amount": write(event.amount_minor)}
            text = "An order over {amount} is made for a phone that showed its code"
            if event.is_shown:
                text = "An order over {amount} is made; the lane will show its code"
            return Said(text=text, values=values, detail=event.attempt_id)
        case td.WalletCodeShown():
            return Said(text="The lane shows the code to pay by phone")
        case td.WalletConfirming():
            return Said(text="The shopper has to confirm on the phone")
        case td.WalletApproved():
            values = {"amount": write(event.amount_minor), "wallet": event.wallet or speech.say("phone")}
            if event.settled_by:
                values["who"] = speech.who(event.settled_by)
                text = "{who} saw that {amount} were paid by {wallet}"
                return Said(text=text, values=values, tone="caution", detail=event.reference)
            return Said(text="Paid {amount} by {wallet}", values=values, tone="good", detail=event.reference)
        case _:
            return None


def _value(event: e.AnyEvent, speech: Speech) -> Said | None:
    write = speech.write
    match event:
        case v.ValuePinAsked():
            values = {"last": event.last_digits or "–"}
            return Said(text="The gift card (…{last}) is good only with its PIN", values=values)
        case v.ValueAsked():
            values = {"amount": write(event.amount_minor), "last": event.last_digits or "–"}
            return Said(text="The shopper wants to pay {amount} with stored value (…{last})", values=values)
        case v.ValueHeld():
            values = {"amount": write(event.amount_minor)}
            tone: Tone = "caution" if event.is_at_risk else ""
            return Said(text="{amount} of stored value are held", values=values, tone=tone)
        case v.ValueRefused():
            values = {"reason": event.reason.replace("_", " ")}
            return Said(text="Stored value cannot be used now: {reason}", values=values, tone="caution")
        case v.ValueReleased():
            return Said(text="The stored value is the customer's again")
        case v.ValueCaptured():
            values = {"amount": write(event.amount_minor), "last": event.last_digits or "–"}
            return Said(text="{amount} were paid with stored value (…{last})", values=values, tone="good")
        case v.ValueLoaded():
            return Said(text="{amount} were put on a balance", values={"amount": write(event.amount_minor)})
        case v.ValueRefunded():
            values = {"amount": write(event.amount_minor)}
            return Said(text="{amount} went back to a balance", values=values, tone="good")
        case _:
            return None


def _refund(event: e.AnyEvent, speech: Speech) -> Said | None:
    write = speech.write
    match event:
        case r.RefundRequested():
            who = speech.who(event.by) if event.by else speech.say("The shopper")
            values = {"amount": write(event.amount_minor), "who": who}
            if event.is_by_hand:
                text = "{who} gives {amount} back by hand"
                return Said(text=text, values=values, tone="caution", detail=speech.cause(event.why))
            text = "{who} wants {amount} back on the card"
            if event.tender == "wallet":
                text = "{who} wants {amount} back on the phone"
            if event.by:
                text = "{who} gives {amount} back to the card it came from"
            if event.by and event.tender == "wallet":
                text = "{who} gives {amount} back to the phone it came from"
            return Said(text=text, values=values, detail=event.refund_id)
        case r.RefundStatusShown():
            return Said(text="The terminal says: {text}", values={"text": event.text})
        case r.RefundResultStored():
            values = {"code": str(event.result.result_code)}
            return Said(text="The terminal's answer is on disk: result {code}", values=values)
        case r.RefundApproved() if event.settled_by:
            values = {"amount": write(event.amount_minor), "who": speech.who(event.settled_by)}
            return Said(text="{who} saw that {amount} went back", values=values, tone="caution")
        case r.RefundApproved():
            values = {"amount": write(event.amount_minor)}
            detail = event.result.masked_pan[-4:] if event.result is not None else event.reference
            return Said(
                text="{amount} went back to where it came from", values=values, tone="good", detail=detail
            )
        case r.RefundRefused():
            values = {"why": event.reason.replace("_", " ")}
            text = "Not given back: {why}; no money moved"
            return Said(text=text, values=values, tone="caution", detail=event.text)
        case r.RefundUnknown():
            detail = event.reason.replace("_", " ")
            return Said(text="It is not known whether the money went back", tone="danger", detail=detail)
        case r.RefundAsked():
            return Said(text="It is asked whether the money went back", tone="caution")
        case _:
            return None


def _back(event: e.AnyEvent, speech: Speech) -> Said | None:
    write = speech.write
    match event:
        case rt.ReturnOpened():
            values = {
                "who": speech.who(event.by),
                "n": str(event.sold.number),
                "lane": event.sold.lane or "–",
            }
            text = "{who} takes goods back: receipt {n} of lane {lane}"
            if event.sold.account_id:
                text = "{who} gives a top-up back: receipt {n} of lane {lane}"
            return Said(text=text, values=values, detail=event.sold.transaction_id)
        case rt.ReturnAsked():
            values = {"n": str(sum(one.quantity for one in event.lines)), "why": speech.cause(event.why)}
            text = "{n} pieces shall come back ({why}); the store is asked to hold them"
            return Said(text=text, values=values, detail=event.return_id)
        case rt.ReturnHeld():
            values = {"amount": write(event.amount_minor), "n": str(len(event.parts))}
            return Said(text="The store holds them: {amount} go back, in {n} parts", values=values)
        case rt.ReturnRefused():
            values = {"reason": speech.cause(event.reason)}
            return Said(text="They do not come back: {reason}; no money moved", values=values, tone="caution")
        case rt.PointsGivenBack():
            values = {"n": str(event.points), "amount": write(event.amount_minor)}
            text = "{n} points, which had paid {amount}, are the member's again"
            return Said(text=text, values=values, tone="good")
        case rt.ReturnEnded() if event.is_whole:
            values = {"amount": write(event.given_minor)}
            return Said(text="All of it was given back: {amount}", values=values, tone="good")
        case rt.ReturnEnded():
            values = {"amount": write(event.given_minor)}
            text = "Staff stopped: {amount} were given back, the rest did not move"
            return Said(text=text, values=values, tone="caution")
        case e.TransactionClosed() if event.total_minor < 0:
            values = {"amount": write(-event.total_minor)}
            return Said(text="The return is complete: {amount}", values=values, tone="good")
        case _:
            return None
