"""The kill matrix itself: what it covers, how it judges, and a few of its cells.

All of it: `python -m benchmarks.payment_matrix`.
"""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks import payment_page
from benchmarks.payment_cells import MODES, STEPS, Cell, Outcome, cells, fault_cells, sample
from benchmarks.payment_matrix import run, summary
from benchmarks.payment_matrix_lane import CAISSE_AP, MOMENTS, TOTAL_MINOR
from simulators.caisse_ap import faults as caisse_ap
from simulators.terminal.faults import FAULTS, STATES

CELL = Cell(card="approve", step="PaymentApproved", moment="before")


def outcome(settled: str, balance: int, end: str = "", end_balance: int = 0, standing: int = 1) -> Outcome:
    return Outcome(
        cell=CELL,
        kills=1,
        settled=settled,
        balance=balance,
        end=end,
        end_balance=end_balance,
        standing=standing,
    )


@pytest.mark.parametrize(("protocol", "size"), [("zvt", 108), (CAISSE_AP, 33)])
def test_matrix_holds_every_step_moment_and_mode(protocol: str, size: int) -> None:
    steps = sum(map(len, STEPS[protocol].values()))
    assert len(cells(protocol)) == steps * len(MOMENTS) * len(MODES[protocol]) == size


def test_sample_takes_every_cell_before_any_again_and_repeats_with_its_seed() -> None:
    chosen = sample(120, 7)
    assert chosen == sample(120, 7) != sample(120, 8)
    seen = Counter((cell.card, cell.step, cell.moment, cell.mode) for cell in chosen)
    assert (len(seen), max(seen.values())) == (108, 2)
    assert any(cell.again for cell in chosen)


def test_every_fault_of_a_payment_gets_its_row() -> None:
    left_out = {
        "end_of_day_fails",
        "software_update",
        "repeat_older",
        "refuse_abort",
        "ignore_abort",
        *STATES,
    }
    assert {cell.faults[-1] for cell in fault_cells()} == set(FAULTS) - left_out
    assert {cell.faults[-1] for cell in fault_cells(CAISSE_AP)} == set(caisse_ap.FAULTS) - {"deaf"}


@pytest.mark.parametrize(
    ("found", "doubled", "lost"),
    [
        (outcome("paid", TOTAL_MINOR), 0, 0),
        (outcome("not_paid", 0, "paid", TOTAL_MINOR), 0, 0),
        (outcome("attendant", TOTAL_MINOR), 0, 0),
        (outcome("paid", 0), 0, 1),
        (outcome("not_paid", TOTAL_MINOR), 0, 1),
        (outcome("not_paid", 0, "paid", 2 * TOTAL_MINOR), 1, 1),
        (outcome("attendant", TOTAL_MINOR + 100), 0, 0),
        (outcome("attendant", 2 * TOTAL_MINOR, standing=2), 1, 0),
    ],
)
def test_judgement_compares_what_the_lane_says_with_the_ledger(
    found: Outcome, doubled: int, lost: int
) -> None:
    figures = summary([found])
    assert (figures["double_charges"], figures["lost_payments"], figures["kills"]) == (doubled, lost, 1)


def test_page_tells_each_ending_once_and_what_was_not_sampled() -> None:
    found = [outcome("paid", TOTAL_MINOR), outcome("paid", TOTAL_MINOR)]
    fault = Outcome(cell=Cell(card="approve", faults=("nak_once",)), seen=["tender", "card"], settled="paid")
    page = payment_page.page(found, [fault], summary(found), "the command")
    assert "| approve | PaymentApproved | before | paid, 12.34 | not sampled | not sampled |" in page
    assert "| L2 | `nak_once` | the next block is answered NAK | tender → card | paid, 0.00 |" in page
    assert "`the command`" in page


@pytest.mark.parametrize(
    ("cell", "settled"),
    [
        (Cell(card="approve", step="PaymentResultStored", moment="acted"), "paid"),
        (Cell(card="decline", step="PaymentResultStored", moment="committed", mode=CAISSE_AP), "not_paid"),
        pytest.param(
            Cell(card="decline", step="PaymentRequested", moment="committed"),
            "not_paid",
            marks=pytest.mark.slow,
        ),
        pytest.param(
            Cell(card="silent", step="PaymentAsked", moment="acted", mode="keep_for_1F1F"),
            "not_paid",
            marks=pytest.mark.slow,
        ),
    ],
    ids=["approved", "declined-french", "declined", "silent"],
)
def test_killed_lane_recovers_to_what_the_ledger_says(tmp_path: Path, cell: Cell, settled: str) -> None:
    found = run(cell, tmp_path)
    assert (found.kills, found.settled) == (1, settled), found
    assert not found.is_doubled
    assert not found.is_lost
