"""Checks at the end of scanning: fair draws, and a score that can be read out."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.check import BrokenInvariantError
from retail.interventions.policy import AuditRules
from retail.interventions.risk import CAUSES, TIMES_MAX, check, draw, sample, score

LINES = tuple(range(1, 21))
NEVER = AuditRules(random_permille=0)
COUNTS = st.dictionaries(st.sampled_from(sorted(CAUSES)), st.integers(0, 30))


def test_a_score_says_what_it_is_made_of() -> None:
    assert score({"voided": 3, "vision_alert": 1, "dear_item": 0}, NEVER) == (
        ("vision_alert", 8),
        ("voided", 6),
    )
    own = AuditRules(points={"voided": 0, "dear_item": 7})
    assert score({"voided": 3, "dear_item": 2}, own) == (("dear_item", 14),)
    assert score({"dear_item": 1_000}, NEVER) == (("dear_item", TIMES_MAX),)
    with pytest.raises(BrokenInvariantError, match="is a declared cause"):
        score({"looks": 1}, NEVER)


def test_the_score_decides_what_is_scanned_again() -> None:
    assert check(LINES, {"voided": 4}, "s", NEVER).extent == "none"
    partial = check(LINES, {"voided": 5}, "s", NEVER)
    assert (partial.extent, len(partial.line_ids), partial.because) == ("partial", 5, (("voided", 10),))
    assert check(LINES, {"voided": 10, "vision_alert": 2}, "s", NEVER).line_ids == LINES
    assert check((), {"voided": 5}, "s", NEVER).extent == "none"


def test_a_drawn_purchase_says_that_the_lot_decided() -> None:
    drawn = check(LINES, {}, "s", AuditRules(random_permille=1_000))
    assert (drawn.extent, drawn.because, drawn.score) == ("partial", (("random", 0),), 0)


def test_zero_means_never() -> None:
    off = AuditRules(random_permille=0, partial_from=0, full_from=0)
    assert check(LINES, {"vision_alert": 10}, "s", off).extent == "none"


def test_draws_are_as_frequent_as_the_store_says() -> None:
    drawn = sum(draw(f"t{number}", "audit") < 50 for number in range(20_000))
    assert 900 <= drawn <= 1_100  # 1,000 expected; three standard deviations are 92


def test_every_line_is_as_likely_as_any_other() -> None:
    seen = Counter(line for number in range(4_000) for line in sample(LINES, 5, f"t{number}"))
    assert all(880 <= seen[line] <= 1_120 for line in LINES)  # 1,000 each


@given(st.text(max_size=20), st.text(max_size=10))
def test_the_same_seed_draws_the_same(seed: str, what: str) -> None:
    assert 0 <= draw(seed, what) < 1_000
    assert draw(seed, what) == draw(seed, what)


@given(counts=COUNTS, more=st.sampled_from(sorted(CAUSES)), seed=st.text(max_size=8))
def test_doing_more_of_it_never_makes_the_check_smaller(counts: dict[str, int], more: str, seed: str) -> None:
    rank = ["none", "partial", "full"]
    rules = AuditRules()
    worse = {**counts, more: counts.get(more, 0) + 1}
    assert rank.index(check(LINES, worse, seed, rules).extent) >= rank.index(
        check(LINES, counts, seed, rules).extent
    )


@given(
    lines=st.lists(st.integers(1, 99), unique=True, max_size=30),
    size=st.integers(1, 50),
    seed=st.text(max_size=8),
)
def test_a_sample_is_of_the_basket_in_its_order(lines: list[int], size: int, seed: str) -> None:
    chosen = sample(lines, size, seed)
    assert len(chosen) == min(size, len(lines))
    assert [line for line in lines if line in chosen] == list(chosen)
    assert set(sample(lines[::-1], size, seed)) == set(chosen), (
        "the order of scanning cannot be used to escape"
    )
