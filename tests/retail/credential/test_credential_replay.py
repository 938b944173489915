"""A copy is no second code: what one till, or one shop, remembers of a minute."""

import pytest
from credential_rig import ANNA, AT, counts, live, till
from hypothesis import given
from hypothesis import strategies as st

from retail.check import BrokenInvariantError
from retail.credential.reasons import Reason
from retail.credential.replay import CLOCK_BACK_MAX_S, ENTRIES_MAX, KEPT_S, Entry, Seen, remember
from retail.credential.verify import WINDOW_MAX_S

KEY = f"M{ANNA}"


def show(
    seen: Seen, shown_s: int, at_s: int, use: str = "sale-1", key: str = KEY
) -> tuple[Seen, Reason | None]:
    answer = remember(seen, key, shown_s, use, at_s)
    return answer.seen, answer.reason


def test_a_copy_shown_in_another_sale_is_refused() -> None:
    answer = counts(live(), till(), AT)
    seen, reason = show(Seen(), answer.credential.shown_s, AT, key=answer.replay_key)
    assert reason is None
    assert show(seen, answer.credential.shown_s, AT + 5, "sale-2", answer.replay_key)[1] is Reason.COPIED


def test_a_shopper_who_scans_twice_is_not_refused() -> None:
    seen, _ = show(Seen(), AT, AT)
    assert show(seen, AT, AT + 3)[1] is None


def test_the_next_code_counts_anywhere_and_ends_all_before_it() -> None:
    seen, _ = show(Seen(), AT, AT)
    seen, reason = show(seen, AT + 20, AT + 20, "sale-2")
    assert reason is None
    for use in ("sale-1", "sale-2"):
        assert show(seen, AT, AT + 25, use)[1] is Reason.COPIED


def test_one_persons_code_does_not_stop_another() -> None:
    seen, _ = show(Seen(), AT, AT)
    assert show(seen, AT, AT, "sale-2", "Mother")[1] is None


def test_a_clock_set_back_an_hour_brings_no_copy_back() -> None:
    """The copy was genuine an hour ago, and by this till's clock it is an hour ago."""
    copy = live(AT)
    seen, _ = show(Seen(), AT + 3600, AT + 3600)
    answer = counts(copy, till(), AT)
    assert show(seen, answer.credential.shown_s, AT, "sale-2")[1] is Reason.CLOCK


def test_a_clock_corrected_by_a_little_stops_nobody() -> None:
    seen, _ = show(Seen(), AT, AT)
    seen, reason = show(seen, AT + 20, AT - CLOCK_BACK_MAX_S, "sale-2")
    assert reason is None
    assert seen.latest_s == AT
    assert show(seen, AT + 40, AT - CLOCK_BACK_MAX_S - 1, "sale-3")[1] is Reason.CLOCK


def test_a_refusal_leaves_the_entries_as_they_were() -> None:
    seen, _ = show(Seen(), AT, AT)
    after, reason = show(seen, AT, AT + 1, "sale-2")
    assert reason is Reason.COPIED
    assert (after.entries, after.latest_s) == (seen.entries, AT + 1)
    after, reason = show(seen, AT, AT - 100, "sale-2")
    assert (after, reason) == (seen, Reason.CLOCK)


def test_what_can_no_longer_count_is_forgotten() -> None:
    seen, _ = show(Seen(), AT, AT)
    seen, _ = show(seen, AT, AT + KEPT_S - 1, key="Mother")
    assert set(seen.entries) == {KEY, "Mother"}
    seen, _ = show(seen, AT, AT + KEPT_S, key="Manother")
    assert set(seen.entries) == {"Mother", "Manother"}


def test_a_clock_corrected_backwards_shortens_no_memory() -> None:
    seen, _ = show(Seen(latest_s=AT), AT, AT - CLOCK_BACK_MAX_S)
    seen, _ = show(seen, AT, AT + KEPT_S - 1, key="Mother")
    assert show(seen, AT, AT + KEPT_S - 1, "sale-2")[1] is Reason.COPIED


def test_a_full_memory_refuses_rather_than_forgets() -> None:
    full = Seen(
        entries={str(number): Entry(shown_s=AT, use="sale", seen_s=AT) for number in range(ENTRIES_MAX)},
        latest_s=AT,
    )
    seen, reason = show(full, AT, AT)
    assert reason is Reason.BUSY
    assert show(seen, AT, AT, "other", "0")[1] is Reason.COPIED
    assert show(seen, AT + 20, AT, "other", "0")[1] is None
    assert show(seen, AT, AT + KEPT_S)[1] is None


def test_a_code_is_used_for_something() -> None:
    with pytest.raises(BrokenInvariantError):
        remember(Seen(), KEY, AT, "", AT)


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.integers(0, 12),
            st.sampled_from(["s1", "s2", "s3"]),
            st.integers(0, 15),
        ),
        max_size=40,
    )
)
def test_no_code_ever_counts_for_two_sales(steps: list[tuple[str, int, str, int]]) -> None:
    """Codes of three people shown in any order at a clock that moves on; those too old never get this far."""
    seen, at_s = Seen(), AT
    counted: dict[tuple[str, int], str] = {}
    for who, index, use, wait_s in steps:
        at_s += wait_s
        shown_s = AT + 20 * index
        if not shown_s - 20 <= at_s < shown_s - 20 + WINDOW_MAX_S:
            continue
        seen, reason = show(seen, shown_s, at_s, use, who)
        if reason is None:
            assert counted.setdefault((who, shown_s), use) == use
