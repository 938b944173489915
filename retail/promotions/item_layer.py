"""The item layer scan by scan: only what a scan touches is worked out again.

A unit that no joining offer touches takes the best offer it can use by itself. Units joined by offers form
components; adding or removing a unit makes its component dirty, and `resolve` searches dirty ones again. An
offer that takes units by itself is rounded over all its units, so it is settled once its units are known.
"""

from collections.abc import Iterable

from retail.promotions.assign import AT_SCAN, TO_FINISH, Effort
from retail.promotions.components import Component, OneMore, Solution, assign
from retail.promotions.index import Ready
from retail.promotions.ledger import Ledger
from retail.promotions.polish import after_scan, polished, worth
from retail.promotions.rounding import Policy
from retail.promotions.settle import Placing, Used, settle
from retail.promotions.thresholds import Thresholds
from retail.promotions.views import Record

LARGE_UNITS = 60
"""A large component is never searched as a whole: asking it about one more unit costs as much as so many."""
SHOWN_UNITS = 300
"""Past so many, a search that starts anew may end dearer than what scans have found and shown; then theirs
stands, and of two orders of the same scans one may end cheaper."""


class ItemLayer:
    """Who uses which unit at the moment. `used` and the records' savings are valid after `resolve`."""

    def __init__(self, policy: Policy, only: Ready | None = None) -> None:
        self._policy = policy
        self._only = only
        """Look at this exclusive offer and at no other."""
        self._component_of: dict[int, Component] = {}
        self._dirty: dict[Component, None] = {}
        self._members: dict[Ready, dict[Record, None]] = {}
        """Units that use an offer by themselves."""
        self._choice: dict[Record, Ready] = {}
        self._alone_dirty: dict[Ready, None] = {}
        self._records: dict[Record, None] = {}
        self._thresholds = Thresholds()
        self._ledger = Ledger(policy)
        self.exclusive: dict[Ready, int] = {}
        """Exclusive offers in touch with the basket, and by how many units."""

    @property
    def used(self) -> Iterable[Used]:
        """What each offer in use does, in rank order."""
        return self._ledger.used

    @property
    def saving_minor(self) -> int:
        """What all of them take off."""
        return self._ledger.saving_minor

    @property
    def is_final(self) -> bool:
        """Whether no search may still find a better answer."""
        return all(component.is_final for component in self._components())

    @property
    def is_exact(self) -> bool:
        """Whether every answer is proved to be the best."""
        return all(component.is_exact for component in self._components())

    def _components(self) -> Iterable[Component]:
        return dict.fromkeys(self._component_of.values())

    # -- units come and go

    def add(self, record: Record) -> None:
        """A unit was scanned."""
        self._records[record] = None
        self._thresholds.measure(record, 1)
        for ready in record.view.exclusive:
            self.exclusive[ready] = self.exclusive.get(ready, 0) + 1
        joining = self._joining(record)
        if not joining:
            self._choose(record)
            return
        merged = {
            self._component_of[ready.rank]: None for ready in joining if ready.rank in self._component_of
        }
        component = max(merged, key=lambda one: len(one.records)) if merged else Component()
        for other in merged:
            if other is not component:
                component.take_in(other)
                self._dirty.pop(other, None)
                for rank in other.joining:
                    self._component_of[rank] = component
        for ready in joining:
            component.joining[ready.rank] = ready
            self._component_of[ready.rank] = component
        component.records[record] = None
        self._dirty[component] = None

    def remove(self, record: Record) -> None:
        """A unit was voided."""
        del self._records[record]
        self._thresholds.measure(record, -1)
        for ready in record.view.exclusive:
            self.exclusive[ready] -= 1
            if not self.exclusive[ready]:
                del self.exclusive[ready]
        self._leave(record)
        joining = self._joining(record)
        if joining:
            component = self._component_of[joining[0].rank]
            self._drop(component)
            del component.records[record]
            self._split(component)

    def _joining(self, record: Record) -> list[Ready]:
        if self._only is None:
            return record.view.joining
        return [self._only] if self._only in record.view.exclusive else []

    def _split(self, component: Component) -> None:
        """Make new components of what one falls into."""
        for rank in component.joining:
            self._component_of.pop(rank, None)
        self._dirty.pop(component, None)
        by_rank: dict[int, list[Record]] = {}
        for record in component.records:
            for ready in self._joining(record):
                by_rank.setdefault(ready.rank, []).append(record)
        waiting = dict(component.records)
        while waiting:
            part = Component()
            border = [waiting.popitem()[0]]
            while border:
                record = border.pop()
                part.records[record] = None
                for ready in self._joining(record):
                    if ready.rank not in part.joining:
                        part.joining[ready.rank] = ready
                        self._component_of[ready.rank] = part
                        for other in by_rank[ready.rank]:
                            if waiting.pop(other, 0) is None:
                                border.append(other)
            self._dirty[part] = None

    # -- units by themselves

    def _best_alone(self, record: Record) -> tuple[int, Ready] | None:
        if self._only is not None:
            return None
        return next((entry for entry in record.view.alone if self._thresholds.hold(entry[1])), None)

    def _choose(self, record: Record) -> None:
        best = self._best_alone(record)
        self._enter(record, None if best is None else best[1])

    def _enter(self, record: Record, ready: Ready | None) -> None:
        if self._choice.get(record) is ready:
            if ready is not None:
                self._alone_dirty[ready] = None
            return
        self._leave(record)
        if ready is not None:
            self._choice[record] = ready
            self._members.setdefault(ready, {})[record] = None
            self._alone_dirty[ready] = None

    def _leave(self, record: Record) -> None:
        record.saving = 0
        before = self._choice.pop(record, None)
        if before is not None:
            del self._members[before][record]
            self._alone_dirty[before] = None

    # -- one more

    def one_more(self, record: Record, room: int) -> tuple[OneMore | None, int]:
        """What a unit that is not there yet would bring; nothing changes. Also how many units were looked at.

        Answers only where the present answer is proved (else a difference may come from searching again), and
        where no more than `room` units have to be looked at. After `resolve`.
        """
        view = record.view
        component = self._component_of.get(view.joining[0].rank) if view.joining else None
        if component is None or component.solution is None or not component.is_exact:
            return None, 0
        if view in component.one_more and not view.tested:
            return component.one_more[view], 0
        count = LARGE_UNITS if component.is_large else len(component.records)
        if count > room:
            return None, 0
        found = component.one_more[view] = self._with_one_more(component, component.solution, record)
        return found, count

    def _with_one_more(self, component: Component, before: Solution, record: Record) -> OneMore | None:
        value = worth(before, self._alternatives(component.records))
        records = sorted((*component.records, record), key=lambda one: one.key)
        flipped, self._thresholds.flipped = self._thresholds.flipped, {}
        self._thresholds.measure(record, 1)
        best, live = self._alternatives(records), self._live(component)
        self._thresholds.measure(record, -1)
        self._thresholds.flipped = flipped
        if component.is_large:
            after = after_scan(before, component.known, records, live, best)
        else:
            after = assign(records, live, best)
        saving = worth(after, best) - value
        grown = {
            ready: placing.exact - (before.placed[ready].exact if ready in before.placed else 0)
            for ready, placing in after.placed.items()
        }
        offers = [ready for ready in record.view.joining if grown.get(ready, 0) > 0]
        if saving <= 0 or not offers:
            return None
        return OneMore(max(offers, key=lambda ready: (grown[ready], -ready.rank)), saving)

    def _alternatives(self, records: Iterable[Record]) -> dict[Record, tuple[int, Ready]]:
        """Each unit's best offer if it is left to itself."""
        return {record: entry for record in records if (entry := self._best_alone(record)) is not None}

    def _live(self, component: Component) -> list[Ready]:
        """The component's offers whose tests hold, in rank order."""
        joining = [component.joining[rank] for rank in sorted(component.joining)]
        return [ready for ready in joining if self._thresholds.hold(ready)]

    # -- working it out

    def resolve(self, effort: Effort = AT_SCAN) -> None:
        """Bring everything up to date. More effort than at a scan also finishes searches cut short."""
        if self._thresholds.flipped:
            self._mark_flipped()
        if effort != AT_SCAN:
            for component in self._components():
                if not component.is_final:
                    self._dirty[component] = None
        before = {
            ready: self._ledger.entry(ready)
            for component in self._dirty
            for ready in (component.solution.placed if component.solution is not None else ())
        }
        for component in self._dirty:
            self._search(component, effort)
        for ready in self._alone_dirty:
            self._ledger.forget(ready)
        for component in self._dirty:
            assert component.solution is not None
            for ready, placing in component.solution.placed.items():
                entry = before.get(ready)
                if entry is not None and entry.used.placing is placing:
                    self._ledger.enter(entry.used, is_up=entry.is_up)
                else:
                    self._ledger.enter(settle(ready, placing, self._policy))
        for ready in self._alone_dirty:
            members = self._members.get(ready)
            if members:
                exact = sum(self._gain(record, ready) for record in members)
                uses = [(0, record) for record in members]
                self._ledger.enter(settle(ready, Placing(ready.derivations[0][0], uses, exact), self._policy))
        self._dirty.clear()
        self._alone_dirty.clear()
        self._ledger.round()

    @staticmethod
    def _gain(record: Record, ready: Ready) -> int:
        return next(gain for gain, own in record.view.alone if own is ready)

    def _mark_flipped(self) -> None:
        flipped = self._thresholds.flipped
        for ready in flipped:
            component = self._component_of.get(ready.rank)
            if component is not None:
                self._dirty[component] = None
        for record in self._records:
            if any(ready in flipped for _, ready in record.view.alone):
                joining = self._joining(record)
                if joining:
                    self._dirty[self._component_of[joining[0].rank]] = None
                else:
                    self._choose(record)
        self._thresholds.flipped = {}

    def _search(self, component: Component, effort: Effort) -> None:
        before, known = component.solution, component.known
        self._drop(component)
        records = sorted(component.records, key=lambda record: record.key)
        best, live = self._alternatives(records), self._live(component)
        if before is not None and component.is_large and effort == AT_SCAN:
            solution = after_scan(before, known, records, live, best)
        else:
            solution = assign(records, live, best, effort)
            if not solution.is_exact:
                component.is_large = True
                if before is not None and (effort == AT_SCAN or len(records) > SHOWN_UNITS):
                    attempt = after_scan(before, known, records, live, best)
                    solution = max(solution, attempt, key=lambda one: worth(one, best))
                if effort == TO_FINISH:
                    solution = polished(solution, records, live, best)
        component.solution = solution
        component.one_more.clear()
        component.known = set(records)
        component.is_exact = solution.is_exact
        component.is_final = solution.is_exact or effort == TO_FINISH
        for record in records:
            self._enter(record, solution.alone.get(record))

    def _drop(self, component: Component) -> None:
        for ready in component.solution.placed if component.solution is not None else ():
            self._ledger.forget(ready)
        for ready in component.joining.values():
            self._ledger.forget(ready)
        component.solution = None
