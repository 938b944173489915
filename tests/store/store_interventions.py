"""Events of interventions, signs of staff and weights as a lane journals them, for tests of their figures."""

from typing import Any

from benchmarks.store_sales import SealingLane
from retail.interventions import events as v
from retail.interventions.words import Blocks, Clearer, Role, Severity
from retail.journal import events as e

SECOND = 1_000_000
DAY = 1_800_000_000_000_000
"""2027-01-15T08:00:00 UTC: nine o'clock in the shop."""


def at(clock: str) -> int:
    """A moment of that day by the shop's clock: `10:01:05`."""
    hours, minutes, seconds = (int(part) for part in clock.split(":"))
    return DAY + ((hours - 9) * 3_600 + minutes * 60 + seconds) * SECOND


def raised(number: int, kind: str, clock: str, *, nudge: bool = False, why: str = "test") -> e.AnyEvent:
    severity = Severity.NUDGE if nudge else Severity.STAFF
    return v.InterventionRaised(
        intervention_no=number, by="lane", why=why, at_us=at(clock), kind=kind, severity=severity,
        graver=Severity.STAFF, blocks=Blocks.PAYMENT, clearer=Clearer.ATTENDANT, is_remote=True,
    )  # fmt: skip


def called(number: int, clock: str, why: str = "time") -> e.AnyEvent:
    return v.InterventionEscalated(
        intervention_no=number, by="lane", why=why, at_us=at(clock), severity=Severity.STAFF
    )


def looked(number: int, clock: str, by: str, where: str = "lane") -> e.AnyEvent:
    return v.InterventionLooked(
        intervention_no=number, by=by, why=where, at_us=at(clock), role=Role.ATTENDANT
    )


def refused(number: int, clock: str, by: str, why: str = "too_young") -> e.AnyEvent:
    return v.InterventionRefused(intervention_no=number, by=by, why=why, at_us=at(clock), role=Role.ATTENDANT)


def approved(
    number: int, clock: str, by: str, why: str = "item_checked", *, afar: bool = False
) -> e.AnyEvent:
    return v.InterventionCleared(
        intervention_no=number, by=by, why=why, at_us=at(clock), how="approved", role=Role.ATTENDANT,
        is_remote=afar,
    )  # fmt: skip


def over(number: int, clock: str, how: str = "self", why: str = "weight_matches") -> e.AnyEvent:
    return v.InterventionCleared(intervention_no=number, by="lane", why=why, at_us=at(clock), how=how)


def signed_on(by: str, clock: str) -> e.AnyEvent:
    return v.StaffSignedIn(by=by, role=Role.ATTENDANT, how="badge", at_us=at(clock))


def signed_off(by: str, clock: str) -> e.AnyEvent:
    return v.StaffSignedOut(by=by, why="left", at_us=at(clock))


def rests(weight_g: int, clock: str) -> e.AnyEvent:
    return v.WeightSettled(weight_g=weight_g, at_us=at(clock))


def sale_with(lane: SealingLane, *more: e.AnyEvent, lines: int = 1) -> Any:
    """A sold purchase in which this happened after scanning; its envelope."""
    started, *rest = lane.sale_events(lines)
    items = [event for event in rest if isinstance(event, e.ItemAdded)]
    others = [event for event in rest if not isinstance(event, e.ItemAdded)]
    return lane.seal([started, *items, *more, *others])
