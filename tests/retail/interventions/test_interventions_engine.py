"""Raise, look, approve, refuse, escalate: one step at a time."""

import pytest
from interventions_world import ANNA, MAX, NOON, SECOND, Lane, beer, gin, paying, started

from retail.check import BrokenInvariantError
from retail.interventions import book as bk
from retail.interventions import events as v
from retail.interventions import wishes as w
from retail.interventions.engine import decide, decide_all
from retail.interventions.policy import KindRules, Policy
from retail.interventions.policy_file import read_policy
from retail.interventions.words import Blocks, Role, SelfClear, Severity
from retail.journal import events as e

AGE = w.Raise(kind="age_check", subject="line 1", line_id=1, measure=18, why="from 18 years")
NUDGE = w.Raise(kind="unexpected_item", subject="bagging", measure=300, why="+300 g")


def after(*wishes: w.AnyWish, at_us: int = NOON, book: bk.Book = bk.Book()) -> bk.Book:  # noqa: B008 - frozen
    decision = decide_all(book, wishes, Policy(), at_us)
    assert isinstance(decision, tuple), decision
    return bk.fold(decision, book)


def approve(
    number: int = 1, staff: w.Staff = ANNA, why: str = "id_seen", seen: int = 18, **more: object
) -> w.Approve:
    return w.Approve(intervention_no=number, staff=staff, why=why, measure_seen=seen, **more)  # type: ignore[arg-type]


def steps(decision: w.Decision) -> tuple[v.AnyInterventionEvent, ...]:
    assert isinstance(decision, tuple), decision
    return decision


def code(decision: w.Decision) -> str:
    assert isinstance(decision, w.Refused), decision
    return decision.code


def test_an_age_check_calls_staff_at_once_and_blocks_only_paying() -> None:
    book = after(AGE)
    assert (book.blocks, book.open[0].severity, book.open[0].called_at_us) == (
        Blocks.PAYMENT, Severity.STAFF, NOON,
    )  # fmt: skip
    with pytest.raises(BrokenInvariantError, match="nothing that blocks paying is open"):
        bk.evolve(book, paying())
    with pytest.raises(BrokenInvariantError, match="nothing that blocks paying is open"):
        bk.evolve(book, e.NothingDue(paid_at="2026-11-23T12:00:00+01:00"))


def test_raising_again_changes_nothing_and_more_of_it_keeps_its_number() -> None:
    book = after(AGE)
    assert isinstance(decide(book, AGE, Policy(), NOON + 1), w.Ignored)
    grown = after(w.Raise(kind="age_check", subject="line 1", line_id=1, measure=21, why="more"), book=book)
    assert [(one.intervention_no, one.measure) for one in grown.open] == [(1, 21)]


def test_what_has_grown_since_it_was_seen_is_not_approved_unseen() -> None:
    book = after(AGE, w.Raise(kind="age_check", subject="line 1", line_id=1, measure=21, why="more"))
    answer = decide(book, approve(seen=18), Policy(), NOON)
    assert answer == w.Refused(code="changed_since_seen", detail="21")
    assert isinstance(decide(book, approve(seen=21), Policy(), NOON), tuple)


def test_the_first_decision_wins_and_the_second_is_told_by_whom() -> None:
    book = after(AGE, approve())
    for second in (
        approve(staff=MAX),
        w.Refuse(intervention_no=1, staff=MAX, why="too_young"),
    ):
        assert decide(book, second, Policy(), NOON) == w.Refused(code="already_cleared", detail="anna")
    assert code(decide(book, approve(number=9), Policy(), NOON)) == "no_such_intervention"


def test_a_decision_at_the_shops_hub_says_that_it_was_made_there() -> None:
    anna = w.Staff(staff_id="anna", role=ANNA.role, via=w.HUB, saw_picture=True)
    book = after(AGE)
    looked = decide(book, w.Look(numbers=frozenset({1}), staff=anna, is_remote=True), Policy(), NOON)
    refused = decide(
        book, w.Refuse(intervention_no=1, staff=anna, why="too_young", is_remote=True), Policy(), NOON
    )
    approved = decide(book, approve(staff=anna, is_remote=True), Policy(), NOON)
    assert isinstance(looked, tuple)
    assert isinstance(refused, tuple)
    assert isinstance(approved, tuple)
    assert (looked[0].why, refused[0].via, approved[0].via) == ("hub", "hub", "hub")  # type: ignore[union-attr]


def test_an_age_is_approved_from_afar_only_by_the_picture_or_the_stores_own_rule() -> None:
    blind = w.Staff(staff_id="max", role=Role.MANAGER)
    book = after(AGE)
    unseen, seen = approve(staff=blind, is_remote=True), approve(staff=MAX, is_remote=True)
    assert code(decide(book, unseen, Policy(), NOON)) == "needs_picture"
    assert isinstance(decide(book, approve(staff=blind), Policy(), NOON), tuple), "at the lane it takes none"
    refusal = w.Refuse(intervention_no=1, staff=blind, why="too_young", is_remote=True)
    assert isinstance(decide(book, refusal, Policy(), NOON), tuple), "no is said without one"
    (cleared,) = steps(decide(book, seen, Policy(), NOON))
    assert isinstance(cleared, v.InterventionCleared)
    assert cleared.saw_picture, "the journal says what the approval rests on"
    for remote, answer in (("yes", ""), ("picture", "needs_picture"), ("no", "must_be_there")):
        policy = Policy(kinds={"age_check": KindRules(remote=remote)})
        raised = bk.fold(steps(decide(bk.Book(), AGE, policy, NOON)), bk.Book())
        decision = decide(raised, unseen, policy, NOON)
        assert (decision.code if isinstance(decision, w.Refused) else "") == answer, remote


def test_an_approval_after_the_item_was_taken_off_is_told_so() -> None:
    gone = w.Settle(because=SelfClear.LINE_REMOVED, line_id=1, by="shopper")
    answer = decide(after(AGE, gone), approve(), Policy(), NOON)
    assert answer == w.Refused(code="already_cleared", detail="shopper")


def test_who_may_not_is_refused_and_nothing_changes() -> None:
    recall = w.Raise(kind="not_for_sale", subject="line 1", line_id=1, why="recalled")
    book = after(recall)
    assert code(decide(book, approve(why="nothing_wrong", seen=0), Policy(), NOON)) == "not_allowed"
    answer = approve(staff=MAX, why="nothing_wrong", seen=0, is_remote=True)
    assert code(decide(book, answer, Policy(), NOON)) == "must_be_there"
    assert isinstance(decide(book, approve(staff=MAX, why="nothing_wrong", seen=0), Policy(), NOON), tuple)
    assert code(decide(book, w.Dismiss(intervention_no=1), Policy(), NOON)) == "not_allowed"
    refusal = w.Refuse(intervention_no=1, staff=ANNA, why="not_for_sale")
    assert code(decide(book, refusal, Policy(), NOON)) == "not_allowed"


def test_staff_choose_a_reason_that_the_kind_has() -> None:
    book = after(AGE)
    assert code(decide(book, approve(why="nothing_wrong"), Policy(), NOON)) == "unknown_reason"
    refusal = w.Refuse(intervention_no=1, staff=ANNA, why="id_seen")
    assert code(decide(book, refusal, Policy(), NOON)) == "unknown_reason"
    help_wanted = after(w.Raise(kind="help", why="help was called", by="shopper"))
    refusal = w.Refuse(intervention_no=1, staff=ANNA, why="helped")
    assert code(decide(help_wanted, refusal, Policy(), NOON)) == "cannot_be_refused"


def test_a_refusal_stays_until_the_line_is_off_and_is_not_talked_round() -> None:
    book = after(AGE, w.Refuse(intervention_no=1, staff=ANNA, why="too_young"))
    assert not book.may_pay
    assert book.open[0].looked_by == "anna"
    assert decide(book, approve(staff=MAX), Policy(), NOON) == w.Refused(
        code="already_refused", detail="anna"
    )
    again = w.Refuse(intervention_no=1, staff=MAX, why="no_id")
    assert isinstance(decide(book, again, Policy(), NOON), w.Ignored)
    book = after(w.Settle(because=SelfClear.LINE_REMOVED, line_id=1), book=book)
    assert book.may_pay


def test_one_approval_of_an_age_covers_items_of_the_same_or_a_lower_age() -> None:
    other = [
        w.Raise(kind="age_check", subject=f"line {line}", line_id=line, measure=years, why="age")
        for line, years in ((2, 16), (3, 18), (4, 21))
    ]
    book = after(AGE, *other, approve())
    assert [one.measure for one in book.open] == [21]
    later = w.Raise(kind="age_check", subject="line 9", line_id=9, measure=18, why="age")
    assert isinstance(decide(book, later, Policy(), NOON), w.Ignored)
    higher = w.Raise(kind="age_check", subject="line 9", line_id=9, measure=19, why="age")
    assert isinstance(decide(book, higher, Policy(), NOON), tuple)


def test_a_date_of_birth_reaches_as_far_as_the_age_it_shows() -> None:
    higher = w.Raise(kind="age_check", subject="line 2", line_id=2, measure=21, why="age")
    assert after(AGE, higher, approve(covers_to=44)).may_pay
    assert code(decide(after(AGE), approve(covers_to=17), Policy(), NOON)) == "does_not_reach"


def test_an_approved_age_is_forgotten_with_the_purchase() -> None:
    book = after(AGE, approve())
    for event in (started(2), e.LaneIdle(next_number=2, language="en")):
        assert isinstance(decide(bk.evolve(book, event), AGE, Policy(), NOON), tuple)


def test_a_refused_item_is_not_covered_by_the_approval_of_another() -> None:
    second = w.Raise(kind="age_check", subject="line 2", line_id=2, measure=16, why="age")
    book = after(AGE, second, w.Refuse(intervention_no=2, staff=ANNA, why="must_not_sell"), approve())
    assert [one.subject for one in book.open] == ["line 2"]


def test_the_shopper_is_asked_first_then_staff_are_called_then_it_is_critical() -> None:
    book = after(NUDGE)
    assert book.open[0].severity is Severity.NUDGE
    assert book.calls == 0
    assert book.next_at_us == NOON + 15 * SECOND
    assert isinstance(decide(book, w.Tick(), Policy(), NOON + 15 * SECOND - 1), w.Ignored)
    book = after(w.Tick(), at_us=NOON + 15 * SECOND, book=book)
    assert (book.open[0].severity, book.calls) == (Severity.STAFF, 1)
    assert isinstance(decide(book, w.Tick(), Policy(), NOON + 15 * SECOND), w.Ignored)
    assert book.next_at_us == NOON + 195 * SECOND
    critical = after(w.Tick(), at_us=book.next_at_us, book=book)
    assert (critical.open[0].severity, critical.next_at_us) == (Severity.CRITICAL, 0)


def test_whoever_was_looked_at_does_not_turn_critical() -> None:
    looked = w.Look(numbers=frozenset({1}), staff=ANNA)
    book = after(AGE, looked)
    assert isinstance(decide(book, w.Tick(), Policy(), NOON + 10_000 * SECOND), w.Ignored)
    assert isinstance(decide(book, looked, Policy(), NOON), w.Ignored)


def test_wanting_to_pay_calls_staff_to_what_still_blocks_it() -> None:
    book = after(NUDGE, w.AskToPay())
    assert book.open[0].severity is Severity.STAFF
    assert isinstance(decide(book, w.AskToPay(), Policy(), NOON), w.Ignored)


def test_a_nudge_never_calls_anybody_by_time_but_the_shopper_may() -> None:
    book = after(w.Raise(kind="place_item", subject="line 1", line_id=1, why="not placed"))
    for wish in (w.Tick(), w.AskToPay(), w.CallStaff(intervention_no=1)):
        assert isinstance(decide(book, wish, Policy(), NOON + 10_000 * SECOND), w.Ignored)
    assert after(w.Dismiss(intervention_no=1), book=book).open == ()
    asked = after(NUDGE, w.CallStaff(intervention_no=1))
    assert asked.open[0].severity is Severity.STAFF


def test_only_what_the_table_says_clears_by_itself() -> None:
    book = after(AGE)
    for because in set(SelfClear) - {SelfClear.LINE_REMOVED}:
        assert isinstance(decide(book, w.Settle(because=because), Policy(), NOON), w.Ignored)


def test_the_stores_rules_of_the_moment_stay_with_the_intervention() -> None:
    strict = read_policy({"kinds": {"age_check": {"clearer": "manager", "blocks": "at_once"}}})
    decision = decide(bk.Book(), AGE, strict, NOON)
    assert isinstance(decision, tuple)
    book = bk.fold(decision, bk.Book())
    assert book.blocks is Blocks.AT_ONCE
    assert code(decide(book, approve(), Policy(), NOON)) == "not_allowed"


def test_one_more_than_a_lane_holds_is_refused_and_none_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bk, "OPEN_MAX", 3)
    monkeypatch.setattr(w, "RAISED_MAX", 3)
    lane = Lane()
    lane.happen(started())
    for line_id in (1, 2, 3):
        lane.happen(gin(line_id))
    answer = lane.wish(w.Raise(kind="age_check", subject="line 4", line_id=4, measure=18, why="age"))
    assert answer == w.Refused(code="too_many_open")
    assert len(lane.situation.book.open) == 3


def test_an_end_names_what_it_ends_and_leaves_what_belongs_to_the_lane() -> None:
    lane = Lane()
    lane.happen(started(), e.HelpCalled(), beer(1))
    followed = lane.happen(e.TransactionCancelled(reason="shopper"))
    assert [(event.how, event.why) for event in followed if isinstance(event, v.InterventionCleared)] == [
        ("ended", "the purchase is cancelled")
    ]
    assert set(lane.open()) == {"help"}
    lane.happen(e.LaneIdle(next_number=2, language="en"))
    assert lane.open() == {}


def test_an_event_without_who_or_why_cannot_be_built() -> None:
    for wrong in ({"by": ""}, {"why": ""}, {"at_us": 0}, {"intervention_no": 0}):
        values: dict[str, object] = {
            "intervention_no": 1,
            "by": "anna",
            "why": "lane",
            "at_us": NOON,
            **wrong,
        }
        with pytest.raises(BrokenInvariantError):
            v.InterventionLooked(role=ANNA.role, **values)  # type: ignore[arg-type]
    with pytest.raises(BrokenInvariantError, match="only staff approve"):
        v.InterventionCleared(intervention_no=1, by="shopper", why="seen", at_us=NOON, how="approved")
    with pytest.raises(BrokenInvariantError, match="ways"):
        v.InterventionCleared(intervention_no=1, by="shopper", why="seen", at_us=NOON, how="magic")
