"""Who may do what at a lane, and how far."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.check import BrokenInvariantError
from retail.interventions.policy_file import read_policy
from retail.interventions.rights import RIGHTS, Action, may
from retail.interventions.words import Role

A, M, S = Role.ATTENDANT, Role.MANAGER, Role.SUPPORT


@pytest.mark.parametrize(
    ("role", "action", "percent", "amount", "reason", "needs"),
    [
        (A, Action.PRICE_OVERRIDE, 20, 2_000, "", None),
        (A, Action.PRICE_OVERRIDE, 21, 100, "limit", M),
        (A, Action.PRICE_OVERRIDE, 5, 2_001, "limit", M),
        (M, Action.PRICE_OVERRIDE, 100, 50_000, "", None),
        (A, Action.DISCOUNT_SALE, 60, 100, "limit", S),
        (M, Action.DISCOUNT_SALE, 60, 100, "limit", S),
        (A, Action.NO_SALE, 0, 0, "role", M),
        (M, Action.NO_SALE, 0, 0, "", None),
        (A, Action.TRAINING, 0, 0, "role", M),
        (A, Action.VOID_LINE, 0, 10_000, "", None),
        (A, Action.VOID_LINE, 0, 10_001, "limit", M),
        (A, Action.SETTLE_PAYMENT, 0, 0, "role", M),
    ],
)
def test_a_deed_beyond_the_limit_says_whose_badge_it_takes(
    role: Role, action: Action, percent: int, amount: int, reason: str, needs: Role | None
) -> None:
    verdict = may(role, action, why="price_checked", percent=percent, amount_minor=amount)
    assert (verdict.is_allowed, verdict.reason, verdict.needs) == (not reason, reason, needs)


@given(
    action=st.sampled_from(list(Action)),
    percent=st.integers(0, 200),
    amount=st.integers(0, 10_000_000),
    remote=st.booleans(),
)
def test_a_higher_role_may_whatever_a_lower_one_may(
    action: Action, percent: int, amount: int, remote: bool
) -> None:
    allowed = [
        may(role, action, why="x", percent=percent, amount_minor=amount, is_remote=remote).is_allowed
        for role in Role
    ]
    assert allowed == sorted(allowed)


@given(
    role=st.sampled_from(list(Role)),
    action=st.sampled_from(list(Action)),
    percent=st.integers(0, 100),
    amount=st.integers(0, 10_000_000),
)
def test_whoever_is_needed_may(role: Role, action: Action, percent: int, amount: int) -> None:
    verdict = may(role, action, why="x", percent=percent, amount_minor=amount)
    if verdict.needs is not None:
        assert verdict.needs.rank > role.rank
        assert may(verdict.needs, action, why="x", percent=percent, amount_minor=amount).is_allowed


def test_nothing_is_done_without_a_reason_nor_from_afar_where_hands_are_needed() -> None:
    assert may(S, Action.REPRINT, why="").reason == "no_reason"
    assert may(S, Action.REPRINT, why="x", is_remote=True).reason == "must_be_there"
    assert may(A, Action.CLOSE_LANE, why="x", is_remote=True).is_allowed
    with pytest.raises(BrokenInvariantError, match="not negative"):
        may(S, Action.PRICE_OVERRIDE, why="x", percent=-1)


def test_a_store_narrows_and_widens_rights() -> None:
    rights = read_policy(
        {
            "rights": {
                "reprint": {"role": "manager"},
                "close_lane": {"remote": "no"},
                "discount_line": {"attendant_percent": 0, "manager_percent": 20},
            }
        }
    ).staff_rights()
    assert may(A, Action.REPRINT, rights, why="x").needs is M
    assert may(M, Action.CLOSE_LANE, rights, why="x", is_remote=True).reason == "must_be_there"
    assert may(A, Action.DISCOUNT_LINE, rights, why="x", percent=1).needs is M
    assert may(M, Action.DISCOUNT_LINE, rights, why="x", percent=21).needs is S
    assert set(rights) == set(RIGHTS)
