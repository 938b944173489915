"""The kill matrix itself: what it covers, how it judges, and a few of its cells.

All of it: `python -m benchmarks.payment_matrix`.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from benchmarks import payment_page
from benchmarks.payment_cells import (
    MODES,
    STEPS,
    WAYS,
    Cell,
    Ledgers,
    Look,
    Outcome,
    cells,
    fault_cells,
    sample,
)
from benchmarks.payment_kill import CAISSE_AP, MOMENTS
from benchmarks.payment_lane_parts import TOTAL_MINOR
from benchmarks.payment_matrix import Results, rigs, run, summary
from benchmarks.payment_rig import Rig
from simulators.caisse_ap import faults as caisse_ap
from simulators.terminal.faults import FAULTS, STATES
from simulators.wallet_gateway import faults as wallets

CELL = Cell(card="approve", step="PaymentApproved", moment="before")
KILLED = (
    Cell(card="approve", step="PaymentResultStored", moment="acted"),
    Cell(card="decline", step="PaymentResultStored", moment="committed", mode=CAISSE_AP),
    Cell(card="silent", step="PaymentAsked", moment="acted", way="phone"),
    Cell(card="approve", step="WalletCodeShown", moment="committed", way="screen"),
    Cell(card="approve", step="TransactionClosed", moment="acted", way="value"),
    Cell(card="approve", step="ValueAsked", moment="acted", way="value"),
    Cell(card="decline", step="PaymentRefused", moment="before", way="split"),
)


def look(said: str, card: int = 0, *, journal: int | None = None, standing: int = 1, value: int = 0) -> Look:
    books = Ledgers(card=card, value=value)
    ours = books if journal is None else Ledgers(card=journal)
    return Look(said=said, ledgers=books, journal=ours, standing=(standing, 0))


def outcome(*looks: Look, papers: tuple[int, ...] = ()) -> Outcome:
    return Outcome(cell=CELL, kills=1, looks=list(looks), papers=papers)


def test_matrix_holds_every_step_moment_and_mode_of_every_way_to_pay() -> None:
    for protocol, size in (("zvt", 108), (CAISSE_AP, 33)):
        steps = sum(map(len, STEPS[protocol].values()))
        cards = [cell for cell in cells(protocol) if cell.way == "card"]
        assert len(cards) == steps * len(MOMENTS) * len(MODES[protocol]) == size
    by_way = Counter(cell.way for cell in cells())
    assert by_way == {"card": 108, "phone": 36, "screen": 36, "value": 24, "split": 51}
    assert set(by_way) == set(WAYS)


def test_sample_takes_every_cell_before_any_again_and_repeats_with_its_seed() -> None:
    whole = len(cells())
    chosen = sample(whole + 12, 7)
    assert chosen == sample(whole + 12, 7) != sample(whole + 12, 8)
    assert chosen[:100] == sample(100, 7), "a larger sample goes on where a smaller one ended"
    seen = Counter((cell.way, cell.card, cell.step, cell.moment, cell.mode) for cell in chosen)
    assert (len(seen), max(seen.values())) == (whole, 2)
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
    by_way = {
        is_card: {cell.faults[-1] for cell in fault_cells() if (cell.way == "card") is is_card}
        for is_card in (True, False)
    }
    assert by_way == {True: set(FAULTS) - left_out, False: set(wallets.FAULTS)}
    assert {cell.faults[-1] for cell in fault_cells(CAISSE_AP)} == set(caisse_ap.FAULTS) - {"deaf"}


@pytest.mark.parametrize(
    ("found", "doubled", "lost"),
    [
        (outcome(look("paid", TOTAL_MINOR)), 0, 0),
        (outcome(look("not_paid", 0, standing=0), look("paid", TOTAL_MINOR)), 0, 0),
        (outcome(look("attendant", TOTAL_MINOR, journal=0)), 0, 0),
        (outcome(look("paid", 0, journal=TOTAL_MINOR)), 0, 1),
        (outcome(look("paid", 1000)), 0, 1),
        (outcome(look("not_paid", TOTAL_MINOR, journal=0)), 0, 1),
        (outcome(look("paid", 2 * TOTAL_MINOR, journal=TOTAL_MINOR)), 1, 1),
        (outcome(look("attendant", 2 * TOTAL_MINOR, journal=0, standing=2)), 1, 0),
        (outcome(look("finished", TOTAL_MINOR), papers=(1, 2)), 0, 0),
        (outcome(look("finished", TOTAL_MINOR), papers=(1, 1)), 0, 1),
    ],
)
def test_judgement_compares_what_the_journal_says_with_the_ledgers(
    found: Outcome, doubled: int, lost: int
) -> None:
    figures = summary([found])
    assert (figures["double_charges"], figures["lost_payments"], figures["kills"]) == (doubled, lost, 1)


def test_gift_card_counts_once_the_service_has_the_sale() -> None:
    both = Ledgers(value=TOTAL_MINOR)
    assert not Look(said="paid", ledgers=Ledgers(), journal=both).is_lost
    assert Look(said="finished", is_sent=True, ledgers=Ledgers(), journal=both).is_lost
    assert Look(said="finished", is_sent=True, held=1, ledgers=both, journal=both).is_lost
    assert not Look(said="finished", is_sent=True, ledgers=both, journal=both).is_lost


def test_page_tells_each_ending_once_and_what_was_not_sampled() -> None:
    found = [outcome(look("paid", TOTAL_MINOR)), outcome(look("paid", TOTAL_MINOR))]
    wallet = Cell(card="approve", faults=("slow",), way="screen")
    faults = [
        Outcome(cell=Cell(card="approve", faults=("nak_once",)), seen=["tender", "card"]),
        Outcome(cell=wallet, seen=["wallet", "paid"], looks=[look("paid", TOTAL_MINOR, journal=0)]),
    ]
    faults[0].looks = [look("paid", TOTAL_MINOR)]
    page = payment_page.page(found, faults, summary(found), "the command", in_memory=1839)
    row = "| approve | PaymentApproved | before | paid: card 12.34 | not sampled | not sampled |"
    assert row in page
    assert "| L2 | `nak_once` | the next block is answered NAK | tender → card | paid: card 12.34 |" in page
    assert "| wallet → paid | paid: card 12.34, journal 0.00 |" in page
    assert "| yes | WalletRequested | before |  | not sampled |" in page
    assert "`the command`" in page
    assert "1,839 kills of the checkout's rules in memory" in page


def test_results_are_kept_and_only_what_is_missing_is_run_again(tmp_path: Path) -> None:
    wanted = sample(3, 1)
    first = Results(tmp_path / "kills.jsonl", wanted)
    first.keep(1, Outcome(cell=wanted[1], kills=2))
    with (tmp_path / "kills.jsonl").open("ab") as file:
        file.write(b'{"number": 2, "outc')  # killed while it was written
    again = Results(tmp_path / "kills.jsonl", wanted)
    assert [number for number, _ in again.missing()] == [0, 2]
    assert again.all() == [Outcome(cell=wanted[1], kills=2)]
    others = [msgspec.structs.replace(cell, moment="elsewhere") for cell in wanted]
    assert len(Results(tmp_path / "kills.jsonl", others).missing()) == 3


@pytest.fixture(scope="module")
def rig() -> Iterator[Rig]:
    with rigs(KILLED, 1) as (made,):
        yield made


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param(cell, marks=[pytest.mark.slow] if cell in (KILLED[1], KILLED[3], KILLED[5]) else [])
        for cell in KILLED
    ],
    ids=lambda cell: f"{cell.way}-{cell.card}-{cell.step}",
)
def test_killed_lane_recovers_to_what_the_ledgers_say(rig: Rig, cell: Cell) -> None:
    found = run(cell, rig)
    assert found.kills == 1, found
    assert found.looks[-1].said == "finished", found
    assert not found.is_doubled, found
    assert not found.is_lost, found
