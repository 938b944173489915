"""Random lanes: goods come and go, staff of every rank decide, time passes. What must hold does."""

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from interventions_world import ANNA, MAX, NOON, Lane, added, beer, gin, started

from retail.interventions import events as v
from retail.interventions import wishes as w
from retail.interventions.kinds import KINDS
from retail.interventions.situation import Situation, begin, carried, fold
from retail.interventions.visits import visit_of
from retail.interventions.words import Blocks, Severity
from retail.journal import events as e

STAFF = st.sampled_from([ANNA, MAX])
KIND = st.sampled_from(sorted(KINDS))
_decoder = msgspec.json.Decoder(v.AnyInterventionEvent)


class Interventions(RuleBasedStateMachine):
    @initialize()
    def begin_purchase(self) -> None:
        self.lane = Lane()
        self.next_line = 1
        self.lane.happen(started())

    # --- what happens

    @rule(what=st.sampled_from([beer, gin, added]), quantity=st.integers(1, 3))
    def scan(self, what: object, quantity: int) -> None:
        make = gin if what is gin else lambda line: what(line, quantity=quantity)  # type: ignore[operator]
        self.lane.happen(make(self.next_line))
        self.next_line += 1

    @rule(line_id=st.integers(1, 6))
    def take_off(self, line_id: int) -> None:
        if line_id in self.lane.situation.sale.lines:
            self.lane.happen(e.ItemVoided(line_id=line_id))

    @rule(line_id=st.integers(1, 6), quantity=st.integers(1, 8))
    def change_quantity(self, line_id: int, quantity: int) -> None:
        if line_id in self.lane.situation.sale.lines:
            self.lane.happen(e.QuantityChanged(line_id=line_id, quantity=quantity))

    @rule(kind=KIND, measure=st.integers(0, 30))
    def report(self, kind: str, measure: int) -> None:
        self.lane.wish(w.Raise(kind=kind, measure=measure, why="reported"))

    @rule(seconds=st.sampled_from([1, 20, 200, 1_000]))
    def wait(self, seconds: int) -> None:
        self.lane.later(seconds)
        self.lane.wish(w.Tick())

    @rule()
    def pay(self) -> None:
        self.lane.pay()
        if self.lane.situation.book.may_pay:
            self.lane.happen(e.NothingDue(paid_at="2026-11-23T12:00:00+01:00"))

    @rule(number=st.integers(1, 12), staff=STAFF, remote=st.booleans(), reason=st.integers(0, 3))
    def approve(self, number: int, staff: w.Staff, remote: bool, reason: int) -> None:
        one = self.lane.situation.book.numbered(number)
        reasons = KINDS[one.kind].approve_reasons if one else ("id_seen",)
        why = reasons[reason % len(reasons)] if reasons else "none"
        seen = one.measure if one else 0
        wish = w.Approve(intervention_no=number, staff=staff, why=why, measure_seen=seen, is_remote=remote)
        before = self.lane.situation
        done = self.lane.wish(wish)
        if isinstance(done, tuple):
            assert one is not None
            needed = one.clearer.role
            assert needed is None or staff.role.reaches(needed), "nobody clears without the right to"
            assert one.is_remote or not remote
            after = self.lane.situation
            assert isinstance(self.lane.wish(wish), w.Refused), "clearing twice does nothing"
            assert self.lane.situation == after
        else:
            assert self.lane.situation == before

    @rule(number=st.integers(1, 12), staff=STAFF, reason=st.integers(0, 3))
    def refuse(self, number: int, staff: w.Staff, reason: int) -> None:
        one = self.lane.situation.book.numbered(number)
        reasons = KINDS[one.kind].refuse_reasons if one else ()
        why = reasons[reason % len(reasons)] if reasons else "none"
        blocked = self.lane.situation.book.blocks
        self.lane.wish(w.Refuse(intervention_no=number, staff=staff, why=why))
        assert self.lane.situation.book.blocks is blocked, "a refusal lets nothing go"

    @rule(number=st.integers(1, 12))
    def dismiss(self, number: int) -> None:
        self.lane.wish(w.Dismiss(intervention_no=number))

    @rule(numbers=st.frozensets(st.integers(1, 12)), staff=STAFF)
    def look(self, numbers: frozenset[int], staff: w.Staff) -> None:
        self.lane.wish(w.Look(numbers=numbers, staff=staff))

    @rule(closed=st.booleans())
    def end(self, closed: bool) -> None:
        ended = (
            e.TransactionClosed(transaction_id="t1", total_minor=1, receipt="none")
            if closed
            else e.TransactionCancelled(reason="shopper")
        )
        self.lane.happen(ended, e.LaneIdle(next_number=2, language="en"))
        kept = begin(carried(self.lane.situation))
        assert kept.book.open == self.lane.situation.book.open, "what outlives a purchase is carried whole"
        assert kept.book.next_no == self.lane.situation.book.next_no
        self.lane.happen(started(2))
        self.next_line = 1

    # --- what must hold

    @invariant()
    def folding_the_journal_again_gives_the_same(self) -> None:
        assert fold(self.lane.journal, Situation(), self.lane.rules) == self.lane.situation

    @invariant()
    def nothing_that_blocks_paying_is_lost(self) -> None:
        """Told from the journal alone: what was raised and not cleared is open, and the other way round."""
        raised: dict[int, v.InterventionRaised] = {}
        for event in self.lane.journal:
            if isinstance(event, v.InterventionRaised):
                raised[event.intervention_no] = event
            elif isinstance(event, v.InterventionCleared):
                del raised[event.intervention_no]
        book = self.lane.situation.book
        assert set(raised) == {one.intervention_no for one in book.open}
        blocking = [one for one in raised.values() if one.blocks is not Blocks.NOTHING]
        assert book.may_pay == (not blocking)

    @invariant()
    def every_step_says_who_when_and_why(self) -> None:
        known = {v.LANE, v.SHOPPER, ANNA.staff_id, MAX.staff_id}
        for event in self.lane.journal:
            if isinstance(event, v.InterventionEvent):
                assert event.by in known
                assert event.why
                assert NOON <= event.at_us <= self.lane.at_us

    @invariant()
    def the_shopper_was_asked_first_wherever_the_kind_allows(self) -> None:
        for event in self.lane.journal[-3:]:
            if isinstance(event, v.InterventionRaised) and KINDS[event.kind].is_shopper_first:
                one = self.lane.situation.book.numbered(event.intervention_no)
                assert event.severity is Severity.NUDGE or (one and one.measure >= event.measure)

    @invariant()
    def ages_that_were_approved_are_not_asked_again(self) -> None:
        approved = max(
            (grant.measure for grant in self.lane.situation.book.grants if grant.kind == "age_check"),
            default=0,
        )
        for one in self.lane.situation.book.open:
            assert one.kind != "age_check" or one.measure > approved or one.refused_by

    @invariant()
    def restricted_goods_are_never_paid_without_a_verdict(self) -> None:
        situation = self.lane.situation
        years = [
            self.lane.rules.policy.age.years(line.product.category) for line in situation.sale.lines.values()
        ]
        covered = situation.book.covers("age_check", "", max(years, default=0))
        assert not any(years) or covered or not situation.book.may_pay

    @invariant()
    def staff_see_one_visit_with_everything_in_it(self) -> None:
        book = self.lane.situation.book
        visit = visit_of(book)
        assert (visit is None) == (not any(one.wants_staff for one in book.open))
        if visit is not None:
            assert sorted(one.intervention_no for one in visit.needs) == [
                o.intervention_no for o in book.open
            ]
            assert visit.since_us == min(one.called_at_us for one in book.open if one.wants_staff)

    @invariant()
    def events_are_stored_and_read_back(self) -> None:
        for event in self.lane.journal[-3:]:
            if isinstance(event, v.InterventionEvent):
                assert _decoder.decode(msgspec.json.encode(event)) == event


Interventions.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestInterventions = Interventions.TestCase
