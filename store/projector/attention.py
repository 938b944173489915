"""What an envelope tells of people and of weights: interventions, who signed on where, what goods weighed.

Interventions stand in envelopes of sales and in those between two (a printer without paper). Their numbers
run on for ever on one journal, so one may begin in one envelope and end in another; here each event becomes a
row of its own, and figures put them together.

Source: `retail.interventions.events`; `retail.weights.samples`.
Invariants: pure; what belongs to a training purchase is left out, but for what belongs to the lane itself.
"""

from collections.abc import Sequence

import msgspec

from retail.interventions import events as v
from retail.interventions.kinds import KINDS
from retail.interventions.words import Scope, Severity
from retail.journal import events as e
from retail.weights.samples import WeightSample, taught

KIND_MAX = 40
REMOTE = frozenset({"remote", "hub"})
"""Where somebody looked who did not stand at the lane."""


class Intervened(msgspec.Struct, frozen=True, kw_only=True):
    """One event of one intervention, as a row of `intervention_event`."""

    number: int
    intervention_no: int
    event: str
    at: int
    kind: str = ""
    by: str = ""
    why: str = ""
    how: str = ""
    is_called: bool = False
    is_remote: bool = False


class Signed(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody signed on or off at a lane, as a row of `staff_sign`."""

    number: int
    at: int
    by: str
    is_on: bool


class Attention(msgspec.Struct, frozen=True, kw_only=True):
    """Everything of this kind that one envelope tells."""

    interventions: tuple[Intervened, ...] = ()
    signs: tuple[Signed, ...] = ()
    samples: tuple[WeightSample, ...] = ()


def attention_of(events: Sequence[e.AnyEvent]) -> Attention:
    """What these events tell, in order: those of one envelope."""
    is_training = any(isinstance(event, e.TransactionStarted) and event.is_training for event in events)
    interventions: list[Intervened] = []
    signs: list[Signed] = []
    practised: set[int] = set()
    for number, event in enumerate(events):
        if isinstance(event, v.InterventionRaised) and is_training and not _is_the_lanes(event.kind):
            practised.add(event.intervention_no)
        match event:
            case v.InterventionEvent() if event.intervention_no not in practised:
                interventions.append(_intervened(number, event))
            case v.StaffSignedIn() | v.StaffSignedOut():
                is_on = isinstance(event, v.StaffSignedIn)
                signs.append(Signed(number=number, at=event.at_us, by=event.by, is_on=is_on))
            case _:
                pass
    return Attention(interventions=tuple(interventions), signs=tuple(signs), samples=tuple(taught(events)))


def _is_the_lanes(word: str) -> bool:
    """Whether it is about the lane itself, whoever stands there."""
    return word in KINDS and KINDS[word].scope is Scope.LANE


def _intervened(number: int, event: v.InterventionEvent) -> Intervened:
    one = Intervened(
        number=number,
        intervention_no=event.intervention_no,
        event="",
        at=event.at_us,
        by=event.by,
        why=event.why,
    )
    changed = msgspec.structs.replace
    match event:
        case v.InterventionRaised():
            is_called = event.severity is not Severity.NUDGE
            return changed(one, event="raised", kind=event.kind[:KIND_MAX], is_called=is_called)
        case v.InterventionEscalated():
            return changed(one, event="called", is_called=True)
        case v.InterventionLooked():
            return changed(one, event="looked", is_remote=event.why in REMOTE)
        case v.InterventionRefused():
            return changed(one, event="refused", is_remote=event.is_remote)
        case v.InterventionCleared():
            return changed(one, event="cleared", how=event.how, is_remote=event.is_remote)
        case _:
            raise TypeError(f"{type(event).__name__} says something new of an intervention")
