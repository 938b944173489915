"""What a simulated day came to, read from the events its lanes journalled, and what must hold of them.

Invariants, checked while the day runs: no payment starts while something blocks it; nothing with an age is
paid without somebody's verdict that reaches so far; every purchase ends exactly once; every intervention that
was raised is cleared, or belongs to a device that still waits.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from benchmarks.figures import quantile
from benchmarks.store_day_clock import SECOND_US
from benchmarks.store_day_lane import Lane
from kiosk.checkout.state import State
from retail.check import require
from retail.interventions import events as v
from retail.interventions.kinds import kind_of
from retail.interventions.reasons import FALSE_ALARM
from retail.interventions.words import Blocks, Scope, Severity
from retail.journal import events as e
from retail.journal import staffed as sd

HOUR_S = 3_600


@dataclass(kw_only=True)
class Case:
    """One intervention from its beginning to its end."""

    kind: str
    lane: int
    raised_us: int
    called_us: int = 0
    looked_us: int = 0
    cleared_us: int = 0
    how: str = ""
    why: str = ""
    is_remote: bool = False
    was_refused: bool = False

    @property
    def is_self_cleared(self) -> bool:
        """It was put right before anybody of the staff had looked at it."""
        return self.how in ("self", "dismissed") and not self.looked_us

    @property
    def is_false_alarm(self) -> bool:
        """Staff were called, looked, and nothing was wrong."""
        return self.how == "approved" and self.why == FALSE_ALARM

    @property
    def wait_s(self) -> float:
        """From calling staff until somebody looked."""
        return (self.looked_us - self.called_us) / SECOND_US


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """The day in numbers. Shares are of 1; `self_cleared_share` of all interventions, `false_alarm_share` of
    those that called staff. Times are simulated seconds."""

    baskets: int
    paid: int
    cancelled: int
    suspended: int
    interventions_per_100: float
    staff_calls_per_100: float
    self_cleared_share: float
    false_alarm_share: float
    remote_share: float
    staff_wait_p50_s: float
    staff_wait_p95_s: float
    stops_per_100: float
    """How often a shopper could not go on."""
    stops_while_scanning_per_100: float
    stopped_s_per_basket: float
    stopped_p95_s: float
    """Of the baskets that were stopped at all."""
    queue_p95_s: float
    lane_s_per_basket: float
    baskets_per_hour: float
    """From opening until the last one had left."""
    capacity_per_hour: float
    """What the lanes would take if somebody always stood in line."""


@dataclass
class Tally:
    """Everything that is counted."""

    cases: dict[tuple[int, int], Case] = field(default_factory=dict)
    ends: Counter[str] = field(default_factory=Counter)
    begun: int = 0
    stops: int = 0
    stops_while_scanning: int = 0
    stopped_s: list[float] = field(default_factory=list)
    """Of each basket."""
    lane_s: list[float] = field(default_factory=list)
    queue_s: list[float] = field(default_factory=list)
    opened_us: int = 0
    ended_us: int = 0
    _standing: dict[int, int] = field(default_factory=dict)
    _stopped_us: Counter[int] = field(default_factory=Counter)
    _begun_us: dict[int, int] = field(default_factory=dict)
    _reach: dict[int, int] = field(default_factory=dict)
    """By lane, up to which age somebody of the staff has said yes in this purchase."""

    def note(self, lane: Lane, before: State, event: e.AnyEvent) -> None:
        """Count one event of a lane."""
        now_us = lane.clock.now_us
        if isinstance(event, v.InterventionEvent):
            self._case(lane, event)
        match event:
            case e.TransactionStarted():
                self.begun += 1
                self._begun_us[lane.number], self._reach[lane.number] = now_us, 0
            case e.PaymentRequested() | e.NothingDue():
                require(before.book.may_pay, "no payment starts while something blocks it")
                self._check_ages(lane)
            case e.TransactionClosed():
                self._ended(lane, "paid")
            case e.TransactionCancelled():
                self._ended(lane, "cancelled")
            case sd.TransactionSuspended():
                self._ended(lane, "suspended")
            case _:
                pass
        self._watch_standing(lane, now_us)

    # --- interventions -----------------------------------------------------------------------------------

    def _case(self, lane: Lane, event: v.InterventionEvent) -> None:
        key = (lane.number, event.intervention_no)
        if isinstance(event, v.InterventionRaised):
            case = self.cases.setdefault(key, Case(kind=event.kind, lane=lane.number, raised_us=event.at_us))
            is_called = event.severity is not Severity.NUDGE
            case.called_us = case.called_us or (event.at_us if is_called else 0)
            return
        case = self.cases[key]
        require(not case.cleared_us, "what is over stays over")
        match event:
            case v.InterventionEscalated():
                case.called_us = case.called_us or event.at_us
            case v.InterventionLooked():
                case.looked_us = case.looked_us or event.at_us
            case v.InterventionRefused():
                case.was_refused = True
                case.looked_us = case.looked_us or event.at_us
            case v.InterventionCleared():
                case.cleared_us, case.how, case.why = event.at_us, event.how, event.why
                case.is_remote = event.is_remote
                if event.how == "approved":
                    case.looked_us = case.looked_us or event.at_us
                    if case.kind == "age_check":
                        self._reach[lane.number] = max(self._reach.get(lane.number, 0), event.covers_to)
            case _:
                pass

    def _check_ages(self, lane: Lane) -> None:
        rules = lane.shop.rules.policy.age
        for line in lane.sale.lines if lane.sale else ():
            years = rules.years(line.product.category)
            require(years <= self._reach[lane.number], "nothing with an age is paid without a verdict")

    # --- purchases ---------------------------------------------------------------------------------------

    def _ended(self, lane: Lane, how: str) -> None:
        begun_us = self._begun_us.pop(lane.number, 0)
        require(begun_us > 0, "a purchase ends once")
        self.ends[how] += 1
        self.ended_us = lane.clock.now_us
        self._stands(lane, lane.clock.now_us, is_standing=False)
        self.lane_s.append((lane.clock.now_us - begun_us) / SECOND_US)
        self.stopped_s.append(self._stopped_us.pop(lane.number, 0) / SECOND_US)

    def _watch_standing(self, lane: Lane, now_us: int) -> None:
        sale = lane.sale
        if sale is None or sale.is_paid:
            return
        is_held = lane.state.book.blocks is Blocks.AT_ONCE
        if is_held and lane.number not in self._standing and not sale.wants_to_pay:
            self.stops_while_scanning += 1
        self._stands(lane, now_us, is_standing=is_held or sale.wants_to_pay)

    def _stands(self, lane: Lane, now_us: int, *, is_standing: bool) -> None:
        since_us = self._standing.get(lane.number)
        if is_standing and since_us is None:
            self._standing[lane.number] = now_us
            self.stops += 1
        elif not is_standing and since_us is not None:
            self._stopped_us[lane.number] += now_us - since_us
            del self._standing[lane.number]

    # --- the end -----------------------------------------------------------------------------------------

    def close(self, lanes: Iterable[Lane]) -> None:
        """The day is over: nothing may be left open but what belongs to a device."""
        require(self.begun == self.ends.total(), "every purchase ends")
        still = {(lane.number, one.intervention_no) for lane in lanes for one in lane.state.book.open}
        for key, case in self.cases.items():
            require(bool(case.cleared_us) != (key in still), f"{case.kind} is cleared or still open")
            is_of_lane = kind_of(case.kind).scope is Scope.LANE
            require(bool(case.cleared_us) or is_of_lane, f"{case.kind} ends with its purchase")

    def figures(self, lanes: int) -> Figures:
        """All of it as numbers."""
        baskets, cases = self.ends.total(), self.cases.values()
        called = [case for case in cases if case.called_us]
        waits = [case.wait_s for case in called if case.looked_us >= case.called_us]
        decided = [case for case in cases if case.how == "approved"]
        hours = (self.ended_us - self.opened_us) / SECOND_US / HOUR_S
        stopped = [seconds for seconds in self.stopped_s if seconds]
        return Figures(
            baskets=baskets,
            paid=self.ends["paid"],
            cancelled=self.ends["cancelled"],
            suspended=self.ends["suspended"],
            interventions_per_100=_per_100(len(cases), baskets),
            staff_calls_per_100=_per_100(len(called), baskets),
            self_cleared_share=_share(sum(case.is_self_cleared for case in cases), len(cases)),
            false_alarm_share=_share(sum(case.is_false_alarm for case in called), len(called)),
            remote_share=_share(sum(case.is_remote for case in decided), len(decided)),
            staff_wait_p50_s=_quantile(waits, 0.5),
            staff_wait_p95_s=_quantile(waits, 0.95),
            stops_per_100=_per_100(self.stops, baskets),
            stops_while_scanning_per_100=_per_100(self.stops_while_scanning, baskets),
            stopped_s_per_basket=round(sum(self.stopped_s) / max(1, baskets), 1),
            stopped_p95_s=_quantile(stopped, 0.95),
            queue_p95_s=_quantile(self.queue_s, 0.95),
            lane_s_per_basket=round(sum(self.lane_s) / max(1, baskets), 1),
            baskets_per_hour=round(baskets / hours, 1) if hours else 0.0,
            capacity_per_hour=round(lanes * HOUR_S * baskets / max(1.0, sum(self.lane_s)), 1),
        )


def _per_100(count: int, baskets: int) -> float:
    return round(100 * count / max(1, baskets), 1)


def _share(count: int, of: int) -> float:
    return round(count / max(1, of), 3)


def _quantile(values: list[float], part: float) -> float:
    return round(quantile(values, part), 1) if values else 0.0
