"""The kill matrix of card payments: what is done to each, and what became of it."""

import random

import msgspec

from benchmarks.payment_matrix_lane import CAISSE_AP, MOMENTS, TOTAL_MINOR
from simulators.caisse_ap import faults as caisse_ap
from simulators.terminal.faults import FAULTS, STATES

PROTOCOLS = ("zvt", CAISSE_AP)
_APPROVED = ("PaymentRequested", "PaymentStatusShown", "PaymentResultStored", "PaymentApproved")
_DECLINED = ("PaymentRequested", "PaymentStatusShown", "PaymentResultStored", "PaymentRefused")
STEPS: dict[str, dict[str, tuple[str, ...]]] = {
    "zvt": {
        "approve": _APPROVED,
        "decline": _DECLINED,
        "silent": ("PaymentRequested", "PaymentUnknown", "PaymentAsked", "PaymentRefused"),
    },
    CAISSE_AP: {
        "approve": _APPROVED,
        "decline": _DECLINED,
        "silent": ("PaymentRequested", "PaymentStatusShown", "PaymentUnknown"),
    },
}
MODES: dict[str, dict[str, str]] = {
    "zvt": {"auto_reverse": "auto_reverse", "drop": "drop", "keep_for_1F1F": "keep"},
    CAISSE_AP: {CAISSE_AP: ""},
}
"""The driver's mode and the simulator's option for it."""
AGAIN = ("PaymentAsked", "PaymentResultStored")
"""Steps at which a recovering lane is killed as well."""
AGAIN_SHARE = 0.25
OTHER_COMMANDS = {"end_of_day_fails", "software_update", "repeat_older", *STATES}
"""Faults that a first payment does not meet."""
NEVER_READY = {"deaf"}
"""With these the lane never offers the card."""
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
    standing: int = 0
    """The most charges that were not given back at any of the two looks."""
    end: str = ""
    end_balance: int = 0
    recovered_s: float = 0.0

    @property
    def is_doubled(self) -> bool:
        """Two charges stand, or more was taken than the lane believes and nobody was called."""
        looks = ((self.settled, self.balance), (self.end, self.end_balance))
        too_much = any(how != "attendant" and balance > TOTAL_MINOR for how, balance in looks)
        return self.standing > 1 or too_much

    @property
    def is_lost(self) -> bool:
        """Lane and terminal disagree and nobody was called."""
        pairs = ((self.settled, self.balance), (self.end, self.end_balance))
        due = {"paid": TOTAL_MINOR, "not_paid": 0}
        return any(how in due and balance != due[how] for how, balance in pairs)


def cells(protocol: str = "zvt") -> list[Cell]:
    """The whole matrix of one protocol."""
    return [
        Cell(card=card, step=step, moment=moment, mode=mode)
        for card, steps in STEPS[protocol].items()
        for step in steps
        for moment in MOMENTS
        for mode in MODES[protocol]
    ]


def sample(size: int, seed: int, protocol: str = "zvt") -> list[Cell]:
    """Cells in random order, all of them before any comes again."""
    dice, chosen = random.Random(seed), list[Cell]()
    while len(chosen) < size:
        whole = cells(protocol)
        dice.shuffle(whole)
        for cell in whole[: size - len(chosen)]:
            again = (dice.choice(AGAIN), dice.choice(MOMENTS)) if dice.random() < AGAIN_SHARE else None
            chosen.append(msgspec.structs.replace(cell, again=again))
    return chosen


def fault_cells(protocol: str = "zvt") -> list[Cell]:
    """Each fault of the simulator once, with the card that lets it strike. Nobody is killed."""
    if protocol == CAISSE_AP:
        faults = [fault for fault in caisse_ap.FAULTS if fault not in NEVER_READY]
        return [Cell(card="approve", mode=CAISSE_AP, faults=(fault,)) for fault in faults]
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
