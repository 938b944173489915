"""Interventions in numbers: how often, by what, who put it right, how long it took; per lane and per shift.

    per 100            interventions raised, in a hundred sales that count
    self-cleared       of those a shopper could settle (all but the lane's own troubles): over by its cause
                       or by the shopper's touch before anybody of the staff had looked
    called             staff were wanted, at once or after the shopper's time
    false alarm        of those that called staff: cleared by staff with "nothing was wrong"
    first attention    from calling staff until somebody looked, refused or approved
    time to clear      from raising until it was over; what merely ended with its purchase has none
    median, p95        the nearest rank: always a time that was really measured

A **shift** is what one person did without a pause of SHIFT_GAP_S. It begins with a sign-on at a lane (badge
or PIN) or at the station, or with the first thing they are known to have done, and ends with the last of
either. A badge at a lane is up for a minute at a time, so one sign-on alone is no shift.

Source: docs/back-office.md, "Interventions"; `benchmarks.store_day_tally` counts a simulated day like this.
Invariants: pure; every intervention stands in one kind and one lane, and in no shift but those of who looked
at or cleared it; an empty period has zeros, never a division.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from retail.interventions.kinds import KINDS
from retail.interventions.reasons import FALSE_ALARM
from retail.interventions.words import Scope
from store.data.lanes.attention import Intervened, Sign

SECOND = 1_000_000
SHIFT_GAP_S = 3 * 3_600
"""So long without a sign of somebody, and the shift is over."""


class Case(msgspec.Struct, kw_only=True):
    """One intervention from beginning to end; times in microseconds since 1970 (UTC), 0: not so far."""

    terminal_id: str
    kind: str = ""
    raised_at: int = 0
    called_at: int = 0
    attended_at: int = 0
    attended_by: str = ""
    refused_by: str = ""
    cleared_at: int = 0
    cleared_by: str = ""
    how: str = ""
    why: str = ""
    is_remote: bool = False
    """Staff cleared it from afar."""

    @property
    def is_the_shoppers(self) -> bool:
        """Whether a shopper could put it right; the lane's own troubles are nobody's."""
        return self.kind not in KINDS or KINDS[self.kind].scope is not Scope.LANE

    @property
    def is_self_cleared(self) -> bool:
        """Put right before anybody of the staff had looked at it."""
        return self.is_the_shoppers and self.how in ("self", "dismissed") and not self.attended_at

    @property
    def is_false_alarm(self) -> bool:
        """Staff came, and nothing was wrong."""
        return bool(self.called_at) and self.how == "approved" and self.why == FALSE_ALARM

    @property
    def wait_us(self) -> int | None:
        """From calling staff to the first attention; None: they were not called, or nobody came yet."""
        is_attended = self.called_at and self.attended_at
        return max(0, self.attended_at - self.called_at) if is_attended else None

    @property
    def clear_us(self) -> int | None:
        """From raising to clearing; None: it is open, or ended with its purchase."""
        is_cleared = self.cleared_at and self.how != "ended"
        return max(0, self.cleared_at - self.raised_at) if is_cleared else None


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """How long something took, in whole seconds."""

    count: int = 0
    median_s: int = 0
    p95_s: int = 0


class Numbers(msgspec.Struct, frozen=True, kw_only=True):
    """Some interventions together."""

    count: int
    sales: int
    called: int
    of_shoppers: int
    """Those that a shopper could have settled."""
    self_cleared: int
    false_alarms: int
    remote: int
    """Cleared by staff from afar."""
    still_open: int
    attention: Spread
    clearing: Spread

    @property
    def per_100(self) -> float:
        """In a hundred sales."""
        return 100 * self.count / self.sales if self.sales else 0.0

    @property
    def self_cleared_share(self) -> float:
        """Of those that shoppers could settle."""
        return self.self_cleared / self.of_shoppers if self.of_shoppers else 0.0

    @property
    def false_alarm_share(self) -> float:
        """Of those that called staff."""
        return self.false_alarms / self.called if self.called else 0.0


class Shift(msgspec.Struct, frozen=True, kw_only=True):
    """One person's time at the lanes and the station, and what they settled in it."""

    staff_id: str
    begun_at: int
    ended_at: int
    signs: int
    """Sign-ons."""
    attended: int
    """Interventions they were the first to look at."""
    cleared: int
    refused: int
    remote: int
    false_alarms: int
    attention: Spread
    clearing: Spread


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the page shows."""

    total: Numbers
    kinds: tuple[tuple[str, Numbers], ...]
    """By word, the most frequent first."""
    lanes: tuple[tuple[str, Numbers], ...]
    """By terminal; lanes without any are there too."""
    shifts: tuple[Shift, ...]
    """Newest first."""
    hours: tuple[int, ...]
    """Calls for staff by hour of the shop's day, 0 to 23."""
    is_cut: bool = False
    """There were more than are counted here."""


def cases(events: Iterable[Intervened], since: int = 0) -> tuple[Case, ...]:
    """Interventions by their events; those raised before `since` only grew in this time and are left out."""
    found: dict[tuple[str, int, int], Case] = {}
    for event in events:
        key = (event.terminal_id, event.epoch, event.intervention_no)
        _tell(found.setdefault(key, Case(terminal_id=event.terminal_id)), event)
    return tuple(case for case in found.values() if case.kind and case.raised_at >= since)


def _tell(case: Case, event: Intervened) -> None:
    if event.event == "raised":
        case.kind = case.kind or event.kind
        case.raised_at = min(case.raised_at or event.at, event.at)
    if event.is_called:
        case.called_at = min(case.called_at or event.at, event.at)
    if event.event == "refused":
        case.refused_by = case.refused_by or event.by
    if _is_by_staff(event) and (not case.attended_at or event.at < case.attended_at):
        case.attended_at, case.attended_by = event.at, event.by
    if event.event == "cleared" and not case.cleared_at:
        case.cleared_at, case.cleared_by = event.at, event.by
        case.how, case.why, case.is_remote = event.how, event.why, event.is_remote


def _is_by_staff(event: Intervened) -> bool:
    """Whether somebody of the staff gave it their attention."""
    return event.event in ("looked", "refused") or (event.event == "cleared" and event.how == "approved")


def report(
    events: Sequence[Intervened],
    signs: Sequence[Sign],
    sales: Mapping[str, int],
    hour_of: Callable[[int], int],
    *,
    since: int = 0,
    is_cut: bool = False,
) -> Report:
    """All figures. `sales`: those that count, by terminal. `hour_of`: a moment's hour on the shop's clock."""
    those = cases(events, since)
    by_kind: dict[str, list[Case]] = {}
    by_lane: dict[str, list[Case]] = {terminal_id: [] for terminal_id in sales}
    hours = [0] * 24
    for case in those:
        by_kind.setdefault(case.kind, []).append(case)
        by_lane.setdefault(case.terminal_id, []).append(case)
        if case.called_at:
            hours[hour_of(case.called_at)] += 1
    total = sum(sales.values())
    kinds = sorted(by_kind.items(), key=lambda item: (-len(item[1]), item[0]))
    return Report(
        total=numbers(those, total),
        kinds=tuple((kind, numbers(some, total)) for kind, some in kinds),
        lanes=tuple((lane, numbers(some, sales.get(lane, 0))) for lane, some in sorted(by_lane.items())),
        shifts=shifts(those, events, signs),
        hours=tuple(hours),
        is_cut=is_cut,
    )


def numbers(those: Sequence[Case], sales: int) -> Numbers:
    """Some interventions together."""
    return Numbers(
        count=len(those),
        sales=sales,
        called=sum(bool(case.called_at) for case in those),
        of_shoppers=sum(case.is_the_shoppers for case in those),
        self_cleared=sum(case.is_self_cleared for case in those),
        false_alarms=sum(case.is_false_alarm for case in those),
        remote=sum(case.how == "approved" and case.is_remote for case in those),
        still_open=sum(not case.cleared_at for case in those),
        attention=spread(case.wait_us for case in those),
        clearing=spread(case.clear_us for case in those),
    )


def spread(times_us: Iterable[int | None]) -> Spread:
    """Median and p95 by the nearest rank, of those that are known."""
    ordered = sorted(time for time in times_us if time is not None)
    if not ordered:
        return Spread()

    def rank(percent: int) -> int:
        return ordered[max(0, math.ceil(percent * len(ordered) / 100) - 1)] // SECOND

    return Spread(count=len(ordered), median_s=rank(50), p95_s=rank(95))


def shifts(those: Sequence[Case], events: Iterable[Intervened], signs: Iterable[Sign]) -> tuple[Shift, ...]:
    """Who worked when, and what they settled. Newest first."""
    traces: dict[str, list[tuple[int, bool]]] = {}
    for sign in signs:
        traces.setdefault(sign.staff_id, []).append((sign.at, sign.is_on))
    for event in events:
        if _is_by_staff(event):
            traces.setdefault(event.by, []).append((event.at, False))
    attended: dict[str, list[Case]] = {}
    cleared: dict[str, list[Case]] = {}
    for case in those:
        if case.attended_by:
            attended.setdefault(case.attended_by, []).append(case)
        if case.how == "approved":
            cleared.setdefault(case.cleared_by, []).append(case)
    found = [
        _shift(staff_id, span, attended.get(staff_id, []), cleared.get(staff_id, []))
        for staff_id, trace in traces.items()
        for span in _spans(sorted(trace))
    ]
    return tuple(sorted(found, key=lambda one: (-one.begun_at, one.staff_id)))


def _spans(trace: Sequence[tuple[int, bool]]) -> list[list[tuple[int, bool]]]:
    """Cut wherever nothing was heard of somebody for SHIFT_GAP_S."""
    spans: list[list[tuple[int, bool]]] = []
    for moment in trace:
        if not spans or moment[0] - spans[-1][-1][0] >= SHIFT_GAP_S * SECOND:
            spans.append([])
        spans[-1].append(moment)
    return spans


def _shift(
    staff_id: str,
    span: Sequence[tuple[int, bool]],
    attended_ever: Iterable[Case],
    cleared_ever: Iterable[Case],
) -> Shift:
    begun, ended = span[0][0], span[-1][0]
    attended = [case for case in attended_ever if begun <= case.attended_at <= ended]
    cleared = [case for case in cleared_ever if begun <= case.cleared_at <= ended]
    return Shift(
        staff_id=staff_id,
        begun_at=begun,
        ended_at=ended,
        signs=sum(is_on for _, is_on in span),
        attended=len(attended),
        cleared=len(cleared),
        refused=sum(case.refused_by == staff_id for case in attended),
        remote=sum(case.is_remote for case in cleared),
        false_alarms=sum(case.is_false_alarm for case in cleared),
        attention=spread(case.wait_us for case in attended),
        clearing=spread(case.clear_us for case in cleared),
    )
