"""Badges and PINs: five wrong answers lock, and the lock is in the journal."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from interventions_world import ANNA, MAX, NOON, SECOND

from retail.interventions import events as v
from retail.interventions import sign_in as si
from retail.interventions.policy import SignInRules
from retail.interventions.situation import Situation, begin, carried
from retail.interventions.wishes import Ignored, Refused
from retail.interventions.words import Role

RULES = SignInRules()
LOCK = RULES.lock_s * SECOND


def pin(staff_id: str = "anna", *, right: bool = False, revoked: bool = False) -> si.Claim:
    return si.Claim(staff_id=staff_id, how=si.How.PIN, is_right=right, is_revoked=revoked)


def badge(staff_id: str = "anna", *, right: bool = True, revoked: bool = False) -> si.Claim:
    return si.Claim(
        staff_id=staff_id, how=si.How.BADGE, is_right=right, is_revoked=revoked, role=Role.MANAGER
    )


def tried(desk: si.Desk, *claims: si.Claim, at_us: int = NOON, rules: SignInRules = RULES) -> si.Desk:
    for claim in claims:
        desk = si.fold(si.sign_in(desk, claim, rules, at_us), desk)
    return desk


def why(desk: si.Desk, claim: si.Claim, at_us: int = NOON) -> str:
    answer = si.sign_in(desk, claim, RULES, at_us)[-1]
    return answer.why if isinstance(answer, v.SignInRefused) else "in"


def test_the_fifth_wrong_answer_locks_and_the_right_one_is_not_told_from_a_wrong_one() -> None:
    four = tried(si.Desk(), *[pin()] * 4)
    assert why(four, pin(right=True)) == "in"
    locked = tried(four, pin())
    refusals = [si.sign_in(locked, pin(right=right), RULES, NOON + 1) for right in (True, False)]
    assert refusals[0] == refusals[1]
    assert why(locked, badge(), NOON + 1) == "locked"


def test_trying_while_locked_does_not_make_it_longer() -> None:
    locked = tried(si.Desk(), *[pin()] * 5)
    later = tried(locked, *[pin()] * 50, at_us=NOON + LOCK - 1)
    assert later == locked
    assert why(later, pin(right=True), NOON + LOCK) == "in"


def test_after_a_lock_there_are_five_tries_again_and_not_one() -> None:
    locked = tried(si.Desk(), *[pin()] * 5)
    again = tried(locked, *[pin()] * 4, at_us=NOON + LOCK)
    assert why(again, pin(right=True), NOON + LOCK) == "in"
    assert why(tried(again, pin(), at_us=NOON + LOCK), pin(right=True), NOON + LOCK) == "locked"


def test_a_lock_survives_the_program_and_the_end_of_a_purchase() -> None:
    events: list[v.AnyInterventionEvent] = []
    desk = si.Desk()
    for _ in range(5):
        new = si.sign_in(desk, pin(), RULES, NOON)
        events.extend(new)
        desk = si.fold(new, desk)
    stored = [msgspec.json.encode(event) for event in events]
    decoder = msgspec.json.Decoder(v.AnyInterventionEvent)
    refolded = si.fold([decoder.decode(one) for one in stored], si.Desk())
    assert refolded == desk
    kept = begin(carried(Situation(desk=refolded)))
    assert why(kept.desk, pin(right=True), NOON + 1) == "locked"


def test_a_right_answer_starts_the_count_again() -> None:
    desk = tried(si.Desk(), *[pin()] * 4, pin(right=True), *[pin()] * 4)
    assert why(desk, pin(right=True)) == "in"


def test_pins_without_a_name_lock_the_pad_but_not_a_known_badge() -> None:
    locked = tried(si.Desk(), *[pin("")] * 5)
    assert why(locked, pin("max", right=True)) == "locked"
    assert why(locked, badge("max")) == "in"
    assert why(locked, badge("")) == "locked"
    assert why(tried(locked, badge("max")), pin("max", right=True)) == "locked"


def test_one_who_is_locked_does_not_lock_out_another() -> None:
    assert why(tried(si.Desk(), *[pin("anna")] * 5), pin("max", right=True)) == "in"


@pytest.mark.parametrize("claim", [badge(revoked=True), pin(right=True, revoked=True)])
def test_a_revoked_badge_is_refused_and_counted(claim: si.Claim) -> None:
    assert why(si.Desk(), claim) == "revoked"
    assert why(tried(si.Desk(), *[claim] * 5), claim) == "locked"


def test_without_a_time_only_a_manager_unlocks_and_nobody_themselves() -> None:
    forever = SignInRules(lock_s=0)
    locked = tried(si.Desk(), *[pin()] * 5, rules=forever)
    assert why(locked, pin(right=True), NOON + 10 * 365 * 86_400 * SECOND) == "locked"
    assert si.unlock(locked, "anna", ANNA, "forgot it", NOON) == Refused(code="not_yourself")
    free = si.unlock(locked, "anna", MAX, "forgot it", NOON)
    assert isinstance(free, tuple)
    assert why(si.fold(free, locked), pin(right=True)) == "in"
    assert isinstance(si.unlock(si.Desk(), "anna", MAX, "forgot it", NOON), Ignored)


def test_a_second_badge_takes_over_and_both_are_journalled() -> None:
    desk = tried(si.Desk(), pin(right=True))
    assert desk.staff is not None
    events = si.sign_in(desk, badge("max"), RULES, NOON + 5)
    assert [type(event).__name__ for event in events] == ["StaffSignedOut", "StaffSignedIn"]
    after = si.fold(events, desk)
    assert after.staff is not None
    assert (after.staff.staff_id, after.staff.role) == ("max", Role.MANAGER)


def test_the_attendant_layer_closes_by_itself_but_not_while_it_is_used() -> None:
    desk = tried(si.Desk(), pin(right=True))
    quiet = RULES.idle_s * SECOND
    assert isinstance(si.idle_out(desk, RULES, NOON + quiet - 1), Ignored)
    assert isinstance(si.idle_out(desk, RULES, NOON + quiet, active_at_us=NOON + 1), Ignored)
    deed = v.StaffActed(action="reprint", by="anna", role=Role.ATTENDANT, why="x", at_us=NOON + 7)
    assert isinstance(si.idle_out(si.evolve(desk, deed), RULES, NOON + quiet), Ignored)
    out = si.idle_out(desk, RULES, NOON + quiet)
    assert isinstance(out, tuple)
    assert si.fold(out, desk).staff is None
    assert isinstance(si.sign_out(si.fold(out, desk), NOON), Ignored)


def test_more_names_than_a_store_has_count_against_the_pad(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(si, "SUBJECTS_MAX", 3)
    desk = tried(si.Desk(), *(pin(f"guess{number}") for number in range(8)))
    assert len(desk.tries) <= 4
    assert why(desk, pin("max", right=True)) == "locked"


@given(
    st.lists(st.tuples(st.sampled_from(["anna", "max", ""]), st.booleans(), st.integers(0, 400)), max_size=40)
)
def test_nobody_gets_more_wrong_answers_than_the_store_allows(tries: list[tuple[str, bool, int]]) -> None:
    """Between two right answers or locks that are over, at most five wrong ones are looked at."""
    desk, at_us, looked = si.Desk(), NOON, dict.fromkeys(["anna", "max", ""], 0)
    for staff_id, right, seconds in tries:
        at_us += seconds * SECOND
        before = desk.of(staff_id)
        events = si.sign_in(desk, pin(staff_id, right=right), RULES, at_us)
        last = events[-1]
        if before.locked_until_us and not before.is_locked(at_us):
            looked[staff_id] = 0
        if isinstance(last, v.StaffSignedIn):
            looked[staff_id] = looked[""] = 0
        elif isinstance(last, v.SignInRefused) and last.why != "locked":
            looked[staff_id] += 1
            assert looked[staff_id] <= RULES.tries_max
        desk = si.fold(events, desk)
