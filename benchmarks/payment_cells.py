"""The kill matrix of card payments: what is done to each, and what became of it."""

import random

import msgspec

from benchmarks.payment_matrix_lane import MOMENTS, TOTAL_MINOR
from simulators.terminal.faults import FAULTS, STATES

STEPS = {
    "approve": ("PaymentRequested", "PaymentStatusShown", "PaymentResultStored", "PaymentApproved"),
    "decline": ("PaymentRequested", "PaymentStatusShown", "PaymentResultStored", "PaymentRefused"),
    "silent": ("PaymentRequested", "PaymentUnknown", "PaymentAsked", "PaymentRefused"),
}
MODES = {"auto_reverse": "auto_reverse", "drop": "drop", "keep_for_1F1F": "keep"}
"""The driver's setting and the simulator's option."""
AGAIN = ("PaymentAsked", "PaymentResultStored")
"""Steps at which a recovering lane is killed as well."""
AGAIN_SHARE = 0.25
OTHER_COMMANDS = {"end_of_day_fails", "software_update", "repeat_older", *STATES}
"""Faults that a first payment does not meet."""
NEEDS_CANCEL = {"refuse_abort", "ignore_abort"}


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What is done to one payment."""

    card: str
    step: str = ""
    moment: str = ""
    mode: str = "auto_reverse"
    again: tuple[str, str] | None = None
    faults: tuple[str, ...] = ()


class Outcome(msgspec.Struct, kw_only=True):
    """What became of it."""

    cell: Cell
    kills: int = 0
    seen: list[str] = []
    """What the shopper saw from the last start on, until it was settled."""
    settled: str = ""
    balance: int = 0
    """Charges less reversals when it was settled."""
    charges: int = 0
    end: str = ""
    end_balance: int = 0
    recovered_s: float = 0.0

    @property
    def is_doubled(self) -> bool:
        """More was taken than the order costs."""
        return max(self.balance, self.end_balance) > TOTAL_MINOR

    @property
    def is_lost(self) -> bool:
        """Lane and terminal disagree and nobody was called."""
        pairs = ((self.settled, self.balance), (self.end, self.end_balance))
        due = {"paid": TOTAL_MINOR, "not_paid": 0}
        return any(how in due and balance != due[how] for how, balance in pairs)


def cells() -> list[Cell]:
    """The whole matrix."""
    return [
        Cell(card=card, step=step, moment=moment, mode=mode)
        for card, steps in STEPS.items()
        for step in steps
        for moment in MOMENTS
        for mode in MODES
    ]


def sample(size: int, seed: int) -> list[Cell]:
    """Cells in random order, all of them before any comes again."""
    dice, chosen = random.Random(seed), list[Cell]()
    while len(chosen) < size:
        whole = cells()
        dice.shuffle(whole)
        for cell in whole[: size - len(chosen)]:
            again = (dice.choice(AGAIN), dice.choice(MOMENTS)) if dice.random() < AGAIN_SHARE else None
            chosen.append(msgspec.structs.replace(cell, again=again))
    return chosen


def fault_cells() -> list[Cell]:
    """Each fault of the simulator once, with the card that lets it strike. Nobody is killed."""
    found = []
    for fault in FAULTS:
        if fault in OTHER_COMMANDS | NEEDS_CANCEL:
            continue
        if fault.startswith("repeat_"):
            found.append(Cell(card="silent", faults=(fault,)))
        elif fault.startswith("reversal_"):
            found.append(Cell(card="wrong_amount", faults=("ignore_refusal", fault)))
        else:
            card = {"ignore_refusal": "wrong_amount", "latin1": "decline"}.get(fault, "approve")
            found.append(Cell(card=card, faults=(fault,)))
    return found


def name(cell: Cell) -> str:
    """One line for the log."""
    words = [cell.card, cell.mode, cell.step, cell.moment, *(cell.again or ()), *cell.faults]
    return " ".join(word for word in words if word)
