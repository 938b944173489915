"""Which item is missing or too much."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from retail.interventions import balance as b
from retail.interventions.policy import WeightRules
from retail.weights.explaining import PIECES_MAX, SHOWN_MAX, Explanation, Piece, explain

RULES = WeightRules()
MILK, BREAD, GIN = (1, 1_030), (2, 507), (3, 1_420)


def due(line: tuple[int, int], count: int = 1) -> b.Due:
    line_id, grams = line
    return b.Due(line_id=line_id, grams=grams, tolerance_g=b.tolerance_g(grams, RULES), count=count)


def bagged(*lines: tuple[int, int]) -> b.Balance:
    """Everything was scanned and lies there."""
    balance, weight_g = b.Balance(), 0
    for line in lines:
        weight_g += line[1]
        balance = b.rest_at(b.expect(balance, due(line), RULES), weight_g, RULES)
    assert not balance.dues
    return balance


def now(balance: b.Balance, by_g: int) -> b.Balance:
    """The weight has changed."""
    return b.rest_at(balance, balance.actual_g + by_g, RULES)


def one(line: tuple[int, int]) -> tuple[Piece, ...]:
    return (Piece(line_id=line[0], count=1),)


def test_what_was_taken_away_is_named() -> None:
    assert explain(now(bagged(MILK, BREAD, GIN), -507), RULES) == (Explanation(missing=one(BREAD)),)


def test_a_second_piece_that_was_not_scanned_is_named() -> None:
    assert explain(now(bagged(MILK, BREAD, GIN), 1_420), RULES) == (Explanation(extra=one(GIN)),)


def test_the_weights_own_deviation_is_allowed_and_told() -> None:
    assert explain(now(bagged(MILK, BREAD), -500), RULES) == (Explanation(missing=one(BREAD), off_g=7),)


def test_two_pieces_may_be_missing_or_one_swapped_for_another() -> None:
    both = tuple(Piece(line_id=line_id, count=1) for line_id in (1, 2))
    assert explain(now(bagged(MILK, BREAD, GIN), -1_537), RULES)[0].missing == both
    swapped = explain(now(bagged(MILK, BREAD, GIN), 1_420 - 507), RULES)[0]
    assert (swapped.missing, swapped.extra) == (one(BREAD), one(GIN))


def test_what_is_awaited_may_have_arrived_as_well() -> None:
    awaiting = b.expect(bagged(MILK, GIN), due(BREAD), RULES)
    assert explain(now(awaiting, 507 - 1_030), RULES)[0].missing == one(MILK)
    assert explain(now(awaiting, 507 + 1_420), RULES)[0].extra == one(GIN)


def test_of_what_is_awaited_one_more_may_have_come() -> None:
    awaiting = b.expect(bagged(MILK), due(BREAD), RULES)
    assert explain(now(awaiting, 2 * 507), RULES)[0].extra == one(BREAD)


def test_items_of_one_weight_are_all_told() -> None:
    twins = bagged((1, 500), (2, 501), (3, 1_200))
    assert [told.missing for told in explain(now(twins, -500), RULES)] == [one((1, 0)), one((2, 0))]


def test_the_newest_comes_first_among_equals() -> None:
    told = explain(now(bagged((1, 500), (2, 500), (3, 500), (4, 500)), -500), RULES)
    assert [piece.line_id for answer in told for piece in answer.missing] == [4, 3, 2]
    assert len(told) == SHOWN_MAX


def test_fewer_pieces_are_likelier_than_a_closer_sum() -> None:
    told = explain(now(bagged((1, 1_000), (2, 495), (3, 495)), -990), RULES)
    assert told == (Explanation(missing=one((1, 0)), off_g=10),)


@pytest.mark.parametrize("by_g", [0, 8, -9])
def test_nothing_is_said_while_all_is_right(by_g: int) -> None:
    assert explain(now(bagged(MILK, BREAD), by_g), RULES) == ()
    assert explain(b.Balance(), RULES) == ()


def test_a_stranger_is_not_explained() -> None:
    assert explain(now(bagged(MILK, BREAD), 250), RULES) == ()


def test_no_more_goes_missing_than_lay_there() -> None:
    assert explain(now(bagged(BREAD), -2 * 507), RULES) == ()


def test_a_line_of_several_pieces_may_miss_two() -> None:
    balance = b.expect(b.Balance(), due(BREAD, 3), RULES)
    balance = b.rest_at(balance, 3 * 507, RULES)
    assert explain(now(balance, -2 * 507), RULES)[0].missing == (Piece(line_id=2, count=2),)


LINES = st.lists(st.integers(50, 3_000), min_size=1, max_size=8)


@given(LINES, st.integers(-4_000, 4_000), st.booleans())
def test_every_explanation_adds_up_within_the_tolerance_of_its_pieces(
    weights: list[int], by_g: int, is_awaiting: bool
) -> None:
    lines = list(enumerate(weights, 1))
    balance = now(bagged(*lines[:-1]) if is_awaiting else bagged(*lines), 0)
    balance = b.expect(balance, due(lines[-1]), RULES) if is_awaiting else balance
    balance = replace(balance, actual_g=max(0, balance.actual_g + by_g))
    rise_g = balance.actual_g - balance.accepted_g
    for told in explain(balance, RULES):
        pieces = [*told.missing, *told.extra]
        assert 1 <= sum(piece.count for piece in pieces) <= PIECES_MAX
        gone = sum(weights[piece.line_id - 1] * piece.count for piece in told.missing)
        more = sum(weights[piece.line_id - 1] * piece.count for piece in told.extra)
        arrived = {rise_g - told.off_g + gone - more} - {0, weights[-1] if is_awaiting else 0}
        assert not arrived


def test_a_large_basket_is_answered_soon() -> None:
    """Bounded work: five hundred lines cost what twenty do."""
    lines = [(number, 100 + number * 7) for number in range(1, 501)]
    placed = {line_id: (due((line_id, grams)),) for line_id, grams in lines}
    waiting = tuple(due((1_000 + number, 333)) for number in range(200))
    balance = b.Balance(placed=placed, dues=waiting, accepted_g=1_000_000, actual_g=987_655)
    begun = time.process_time()
    explain(balance, RULES)
    assert time.process_time() - begun < 5
