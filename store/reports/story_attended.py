"""What staff, scales and interventions did in a transaction, in plain words; beside `store.reports.story`.

Reasons and causes have their words in `retail.interventions`, in every language; names of kinds and deeds are
English keys for whoever translates them.

Source: `retail.interventions.events`, `retail.journal.staffed`; docs/back-office.md, "One sale".
Invariants: pure; a kind, reason or person nobody knows is told as it came.
"""

from collections.abc import Callable, Mapping
from typing import Literal

import msgspec

from retail.interventions import events as v
from retail.interventions.causes import cause_text
from retail.interventions.kinds import KINDS
from retail.interventions.rights import RIGHTS, Action
from retail.interventions.sale import ORDER, PHONE
from retail.interventions.words import Severity
from retail.journal import events as e
from retail.journal import staffed as sd

Tone = Literal["", "good", "caution", "danger"]


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One line: an English key with what stands in its places."""

    text: str
    values: dict[str, str] = {}
    tone: Tone = ""
    detail: str = ""


def _as_it_is(english: str) -> str:
    return english


class Speech(msgspec.Struct, frozen=True, kw_only=True):
    """How things are told: amounts, names of kinds and deeds, the language of reasons, names of people."""

    write: Callable[[int], str]
    say: Callable[[str], str] = _as_it_is
    language: str = "en"
    people: Mapping[str, str] = {}

    def who(self, by: str) -> str:
        """A person by name."""
        words = {v.SHOPPER: "The shopper", v.LANE: "The lane itself"}
        return self.say(words[by]) if by in words else self.people.get(by, by)

    def cause(self, why: str) -> str:
        """Why, in the reader's language; a word nobody declared as plain as it can be."""
        return cause_text(why, self.language).replace("_", " ")

    def kind(self, word: str) -> str:
        """What staff call a kind."""
        return self.say(KINDS[word].name) if word in KINDS else word

    def deed(self, action: str) -> str:
        """What a right allows."""
        known = {one.value: one for one in Action}
        return self.say(RIGHTS[known[action]].text) if action in known else action.replace("_", " ")


class Told:
    """What was told so far: which number is which kind, which line which goods."""

    def __init__(self, speech: Speech, lines: Mapping[int, str]) -> None:
        self._speech = speech
        self._lines = lines
        self._kinds: dict[int, str] = {}

    def say(self, event: e.AnyEvent) -> Said | None:
        """The line of an event; None: it is not of this kind."""
        if isinstance(event, v.InterventionEvent):
            if isinstance(event, v.InterventionRaised):
                self._kinds.setdefault(event.intervention_no, event.kind)
            return self._intervention(event)
        return self._people(event) or self._lane(event) or self._bagging(event)

    def _intervention(self, event: v.InterventionEvent) -> Said:
        speech = self._speech
        number = event.intervention_no
        values = {
            "kind": speech.kind(self._kinds[number]) if number in self._kinds else f"#{number}",
            "who": speech.who(event.by),
            "why": speech.cause(event.why),
        }
        match event:
            case v.InterventionRaised() if event.severity is Severity.NUDGE:
                return Said(text="The shopper is asked first: {kind} ({why})", values=_of(values, "kind why"))
            case v.InterventionRaised():
                text = "Staff are wanted: {kind} ({why})"
                return Said(text=text, values=_of(values, "kind why"), tone="caution")
            case v.InterventionEscalated() if event.severity is Severity.CRITICAL:
                return Said(text="Nobody came: {kind}", values=_of(values, "kind"), tone="danger")
            case v.InterventionEscalated():
                text = "Staff are called: {kind} ({why})"
                return Said(text=text, values=_of(values, "kind why"), tone="caution")
            case v.InterventionLooked():
                text = "{who} is there: {kind}" if event.why == "lane" else "{who} looks from afar: {kind}"
                return Said(text=text, values=_of(values, "kind who"))
            case v.InterventionRefused():
                text = "{who} said no: {kind} ({why})"
                return Said(text=text, values=values, tone="caution")
            case v.InterventionCleared():
                return _cleared(event, values)
            case _:
                return Said(text="Something happened to {kind}", values=_of(values, "kind"))

    def _people(self, event: e.AnyEvent) -> Said | None:
        speech = self._speech
        match event:
            case v.StaffSignedIn():
                values = {"who": speech.who(event.by), "how": speech.say(event.how)}
                return Said(text="{who} signed on at the lane: {how}", values=values)
            case v.StaffSignedOut():
                values = {"who": speech.who(event.by), "why": speech.cause(event.why)}
                return Said(text="{who} signed off ({why})", values=values)
            case v.SignInRefused():
                values = {"why": speech.cause(event.why)}
                tone: Tone = "danger" if event.locked_until_us else "caution"
                return Said(text="A sign-on was refused: {why}", values=values, tone=tone, detail=event.by)
            case v.SignInUnlocked():
                values = {"who": speech.who(event.by), "whom": speech.who(event.subject)}
                return Said(text="{who} unlocked {whom}", values=values, detail=speech.cause(event.why))
            case v.StaffActed():
                values = {
                    "who": speech.who(event.by),
                    "deed": speech.deed(event.action),
                    "why": speech.cause(event.why),
                }
                detail = speech.write(event.amount_minor) if event.amount_minor else ""
                return Said(text="{who}: {deed} ({why})", values=values, tone="caution", detail=detail)
            case sd.LinePriceChanged():
                values = {"name": self._name(event.line_id), "amount": speech.write(event.price_minor)}
                return Said(text="{name} now costs {amount}", values=values, tone="caution")
            case sd.PayAsked():
                return Said(text="The shopper wants to pay; something has to be settled first")
            case sd.TransactionSuspended():
                values = {"who": speech.who(event.by), "why": speech.cause(event.why)}
                return Said(text="{who} put the purchase aside ({why})", values=values, tone="caution")
            case sd.TransactionResumed() if event.by == PHONE:
                return Said(text="The basket of a phone was taken over")
            case sd.TransactionResumed() if event.by == ORDER:
                return Said(text="An order was brought here to be paid", detail=event.token[-6:].upper())
            case sd.TransactionResumed():
                values = {"who": speech.who(event.by)}
                return Said(text="{who} took over a basket that was put aside", values=values)
            case sd.TrainingBegun():
                return Said(text="{who} began training", values={"who": speech.who(event.by)})
            case sd.TrainingEnded():
                return Said(text="{who} ended training", values={"who": speech.who(event.by)})
            case sd.PaidInTraining():
                return Said(text="Paid in training: no money moved")
            case _:
                return None

    def _lane(self, event: e.AnyEvent) -> Said | None:
        speech = self._speech
        match event:
            case e.LaneClosed():
                detail = speech.cause(event.reason)
                return Said(text="{who} closed the lane", values={"who": speech.who(event.by)}, detail=detail)
            case e.LaneOpened():
                return Said(text="{who} opened the lane", values={"who": speech.who(event.by)})
            case e.StaffMessageShown():
                values = {"who": speech.who(event.by)}
                return Said(text="{who} wrote to the shopper", values=values, detail=event.text)
            case e.TransactionCancelled():
                values = {"reason": speech.cause(event.reason)}
                return Said(text="The sale was cancelled: {reason}", values=values, tone="caution")
            case _:
                return None

    def _bagging(self, event: e.AnyEvent) -> Said | None:
        match event:
            case v.CheckDrawn() if event.extent == "none":
                return Said(text="No items are to be scanned again")
            case v.CheckDrawn():
                why = f"{event.extent}: {', '.join(cause for cause, _ in event.because)}"
                values = {"why": self._speech.cause(why), "n": str(event.score)}
                return Said(text="To be scanned again, {n} points: {why}", values=values, tone="caution")
            case v.WeightSettled():
                return Said(text="The bagging scale rests at {n} g", values={"n": str(event.weight_g)})
            case v.BaggingSkipped():
                return Said(text="{name} is not bagged", values={"name": self._name(event.line_id)})
            case v.OwnBagPlaced():
                return Said(text="An own bag was placed; {n} g lie there", values={"n": str(event.weight_g)})
            case v.FullBagsMoved():
                return Said(text="Full bags were moved; {n} g lie there", values={"n": str(event.weight_g)})
            case _:
                return None

    def _name(self, line_id: int) -> str:
        return self._lines.get(line_id, str(line_id))


def _cleared(event: v.InterventionCleared, values: dict[str, str]) -> Said:
    match event.how:
        case "approved":
            where = "{who} approved from afar: {kind} ({why})"
            text = where if event.is_remote else "{who} approved: {kind} ({why})"
            return Said(text=text, values=values, tone="good")
        case "self":
            return Said(text="Settled by itself: {kind} ({why})", values=_of(values, "kind why"), tone="good")
        case "dismissed":
            return Said(text="The shopper has seen it: {kind}", values=_of(values, "kind"))
        case "covered":
            return Said(text="Approved along with another: {kind}", values=_of(values, "kind"))
        case _:
            return Said(text="Over with the purchase: {kind}", values=_of(values, "kind"))


def _of(values: Mapping[str, str], names: str) -> dict[str, str]:
    return {name: values[name] for name in names.split()}
