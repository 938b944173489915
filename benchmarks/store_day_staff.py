"""Those who look after the lanes: an attendant with a tablet, and a manager in the office.

They see what the attendant station shows (`retail.interventions.visits`), go to the lane that has waited
longest, or decide on the tablet where the table allows it and the picture is enough. At a lane they sign in
by badge, look at what is really there, and decide by it.

Invariants: nobody decides what their role may not; two of them never go to the same lane; what somebody could
not settle is left to others and not tried again by the same person.
"""

from typing import Protocol

from msgspec.structs import replace

from benchmarks.store_day_clock import Clock, Signal, Steps, Until
from benchmarks.store_day_hands import REST_S
from benchmarks.store_day_lane import Lane
from benchmarks.store_day_odds import Dice
from benchmarks.store_day_shop import MANAGER, badge_of, key_of
from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.devices.health import Condition, Device
from kiosk.devices.scanner import CodeRead
from retail.codes import Symbology
from retail.interventions.carried import Open
from retail.interventions.visits import in_order, visit_of
from retail.interventions.wishes import Staff

ROUNDS_MAX = 50
"""Decisions at one visit; a lane has a handful of open interventions."""
GOODS = frozenset({"unexpected_item", "weight_mismatch", "item_removed"})
FROM_AFAR = GOODS | {
    "age_check", "skip_bagging", "own_bag", "quantity_over_limit", "basket_limit", "void_over_limit",
    "misuse_count",
}  # fmt: skip
"""What a picture is enough for; for the rest they go."""
_WHY = {
    "skip_bagging": "too_large_to_bag",
    "own_bag": "own_bag_checked",
    "quantity_over_limit": "quantity_confirmed",
    "basket_limit": "limit_waived",
    "void_over_limit": "shopper_changed_mind",
    "misuse_count": "nothing_wrong",
    "bagging_full": "bags_moved",
    "code_unreadable": "nothing_wrong",
    "payment_declined": "other_tender",
    "help": "helped",
    "price_required": "price_checked",
}
_TAKES = {
    "age_check": "age",
    "audit": "look",
    "item_not_on_file": "find",
    "help": "help",
    "receipt_paper": "paper",
}


class Floor(Protocol):
    """The lanes, and who is on the way to which."""

    lanes: list[Lane]
    calls: Signal
    """What lanes wait for has changed."""
    taken: set[int]
    """Lanes somebody goes to."""


class Person:
    """One of the staff."""

    def __init__(self, staff: Staff, seed: str, clock: Clock, floor: Floor, *, has_tablet: bool) -> None:
        self.staff = staff
        self._is_manager = staff.staff_id == MANAGER.staff_id
        self._has_tablet = has_tablet and not self._is_manager
        self._dice = Dice(f"staff {seed} {staff.staff_id}")
        self._clock = clock
        self._floor = floor
        self._at_lane = 0
        self._seen_from_afar: set[tuple[int, int]] = set()
        self._left_alone: set[tuple[int, int]] = set()

    def works(self) -> Steps:
        """All day: wait for a call, answer it."""
        while True:
            yield Until(signal=self._floor.calls, holds=lambda: self._next() is not None)
            yield self._span("office") if self._is_manager else self._span("alert")
            lane = self._next()
            if lane is None:
                continue  # it settled itself meanwhile
            self._floor.taken.add(lane.number)
            if self._is_for_tablet(lane):
                yield from self._decides_from_afar(lane)
            else:
                yield from self._goes_to(lane)
            self._floor.taken.discard(lane.number)
            self._floor.calls.changed()

    # --- what to do next ---------------------------------------------------------------------------------

    def _next(self) -> Lane | None:
        """The lane to look after now: gravest and longest waiting first."""
        visits = {}
        for lane in self._floor.lanes:
            visit = visit_of(lane.state.book) if lane.number not in self._floor.taken else None
            if visit is not None and any(one.wants_staff and self._may(lane, one) for one in visit.needs):
                visits[lane.name] = visit
        first = next(iter(in_order(visits)), None)
        return None if first is None else self._floor.lanes[int(first) - 1]

    def _may(self, lane: Lane, one: Open) -> bool:
        """Whether this person can do something about it. Managers come for what nobody else may decide."""
        role = one.clearer.role
        if role is None or (lane.number, one.intervention_no) in self._left_alone:
            return False
        needs_manager = role is MANAGER.role
        return needs_manager if self._is_manager else not needs_manager

    def _is_for_tablet(self, lane: Lane) -> bool:
        """Whether everything that waits can be seen from afar, and nothing of it was in vain before."""
        wanted = [one for one in lane.state.book.open if one.wants_staff and self._may(lane, one)]
        return self._has_tablet and all(
            one.is_remote
            and one.kind in FROM_AFAR
            and (lane.number, one.intervention_no) not in self._seen_from_afar
            for one in wanted
        )

    # --- deciding ----------------------------------------------------------------------------------------

    def _decides_from_afar(self, lane: Lane) -> Steps:
        wanted = [one for one in lane.state.book.open if one.wants_staff and self._may(lane, one)]
        numbers = frozenset(one.intervention_no for one in wanted)
        lane.do(sc.LookAt(numbers=numbers, staff=self.staff))
        for one in wanted:
            yield self._span("remote")
            self._seen_from_afar.add((lane.number, one.intervention_no))
            now = lane.state.book.numbered(one.intervention_no)
            why = self._why_from_afar(lane, one)
            if now is not None and why:
                self._approve(lane, now, why, staff=replace(self.staff, saw_picture=True))

    def _why_from_afar(self, lane: Lane, one: Open) -> str:
        """Why it may go on by what the picture shows; empty: somebody has to go."""
        visitor = lane.visitor
        if visitor is None or visitor.is_gone:
            return ""
        if one.kind == "age_check":
            is_plain = not visitor.plan.looks_young and not visitor.plan.is_too_young
            return "clearly_of_age" if is_plain else ""
        if one.kind in GOODS:
            return "nothing_wrong" if visitor.hands.is_right else ""
        return _WHY[one.kind] if visitor.plan.is_honest else ""

    def _goes_to(self, lane: Lane) -> Steps:
        steps = abs(lane.number - self._at_lane)
        self._at_lane = lane.number
        yield self._span("come") + steps * self._span("step")
        for _ in range(ROUNDS_MAX):
            mine = [one for one in lane.state.book.open if self._may(lane, one)]
            if not mine:
                break
            one = min(mine, key=lambda one: (one.kind != "audit", one.intervention_no))
            self._signs_in(lane)
            yield from self._settles(lane, one)
            if lane.state.book.numbered(one.intervention_no) is not None:
                self._left_alone.add((lane.number, one.intervention_no))
        lane.do(sc.SignOut())

    def _signs_in(self, lane: Lane) -> None:
        if lane.state.staff is None:
            read = CodeRead(text=badge_of(self.staff), symbology=Symbology.QR, evidence=("simulated@1",))
            lane.do(c.ScanCode(read=read))

    def _settles(self, lane: Lane, one: Open) -> Steps:
        """Look at one thing and do what it takes."""
        if one.kind in GOODS or one.kind == "place_item":
            yield from self._looks_into_area(lane, one)
        elif one.kind in ("scale_fault", "device_offline", "receipt_paper"):
            yield from self._mends(lane, one)
        elif one.kind in ("idle", "walk_away"):
            yield from self._asks_who_is_there(lane, one)
        elif one.kind == "audit":
            yield from self._scans_again(lane, one)
        else:
            yield self._span(_TAKES.get(one.kind, "look"))
            self._signs_in(lane)
            now = lane.state.book.numbered(one.intervention_no)
            if now is not None:
                yield from self._judges(lane, now)

    def _looks_into_area(self, lane: Lane, one: Open) -> Steps:
        yield self._span("weight")
        visitor = lane.visitor
        was_right = visitor is None or visitor.hands.is_right
        if visitor is not None and (not was_right or visitor.hands.can_correct):
            self._signs_in(lane)
            yield from visitor.hands.correct(is_watched=True)
            yield REST_S
        now = lane.state.book.numbered(one.intervention_no)
        if now is not None and now.kind in GOODS:
            self._signs_in(lane)
            self._approve(lane, now, "nothing_wrong" if was_right else "item_checked")

    def _mends(self, lane: Lane, one: Open) -> Steps:
        if one.kind == "receipt_paper":
            yield self._span("paper")
            lane.printer.load()
        else:
            yield self._span("device")
            lane.feels(Device(one.subject), Condition.READY)

    def _asks_who_is_there(self, lane: Lane, one: Open) -> Steps:
        yield self._span("look")
        self._signs_in(lane)
        now = lane.state.book.numbered(one.intervention_no)
        visitor = lane.visitor
        if now is not None and visitor is not None:
            self._approve(lane, now, "shopper_gone" if visitor.is_gone else "still_here")

    def _scans_again(self, lane: Lane, one: Open) -> Steps:
        """Scan what was drawn; what does not match is put right with the shopper."""
        yield self._span("look")
        visitor, check = lane.visitor, lane.state.situation.sale.check
        if visitor is None or check is None:
            return
        lines = lane.sale.lines if lane.sale else ()
        drawn = {line.product.key for line in lines if line.line_id in check.line_ids}
        for thing in visitor.hands.things:
            if check.extent == "full" or key_of(thing.code) in drawn:
                yield self._span("scan_again")
                self._signs_in(lane)
                self._scans(lane, thing.code)
        now = lane.state.book.numbered(one.intervention_no)
        if now is not None:
            self._signs_in(lane)
            self._approve(lane, now, "rescan_corrected")
            lane.do(c.LeaveTender())  # letting it go let paying begin
            yield from visitor.hands.correct(is_watched=True)

    def _scans(self, lane: Lane, code: str) -> None:
        lane.do(c.ScanCode(read=CodeRead(text=code, symbology=Symbology.EAN_13, evidence=("simulated@1",))))

    def _judges(self, lane: Lane, one: Open) -> Steps:
        """Yes or no to what a person decides by looking at papers and people."""
        plan = lane.visitor.plan if lane.visitor else None
        match one.kind:
            case "age_check" if plan is not None and plan.is_too_young:
                self._refuse(lane, one, "no_id")
                if lane.visitor is not None:
                    lane.visitor.hands.take_away(one.line_id)
            case "age_check":
                self._approve(lane, one, "id_seen" if plan and plan.looks_young else "clearly_of_age")
            case "coupon_check" if plan is not None and not plan.is_coupon_good:
                self._refuse(lane, one, "coupon_not_valid")
            case "coupon_check":
                self._approve(lane, one, "coupon_checked")
            case "item_not_on_file":
                yield from self._finds(lane, one)
            case "payment_unknown":
                says_paid = lane.terminal.says_paid(one.subject)
                self._approve(lane, one, "terminal_says_paid" if says_paid else "terminal_says_not_paid")
            case "help":
                self._approve(lane, one, "helped")
                lane.do(c.EndHelp())
            case _:
                self._approve(lane, one, _WHY[one.kind])

    def _finds(self, lane: Lane, one: Open) -> Steps:
        """What nobody had on file is found under its right code, and put on the list."""
        self._approve(lane, one, "item_found")
        visitor = lane.visitor
        if visitor is not None and visitor.wants_found is not None:
            yield from visitor.is_given(visitor.wants_found)

    def _approve(self, lane: Lane, one: Open, why: str, *, staff: Staff | None = None) -> None:
        lane.do(
            sc.ApproveIntervention(
                intervention_no=one.intervention_no, why=why, measure_seen=one.measure, staff=staff
            )
        )

    def _refuse(self, lane: Lane, one: Open, why: str) -> None:
        lane.do(sc.RefuseIntervention(intervention_no=one.intervention_no, why=why))

    def _span(self, name: str) -> float:
        return self._dice.span_s(name)
