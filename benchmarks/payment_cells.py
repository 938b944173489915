"""The kill matrix of payments: what is done to each, and what became of it."""

import random

import msgspec

from benchmarks.payment_kill import CAISSE_AP, MOMENTS
from benchmarks.payment_lane_parts import TOTAL_MINOR
from simulators.caisse_ap import faults as caisse_ap
from simulators.terminal.faults import FAULTS, STATES
from simulators.wallet_gateway import faults as wallets

PROTOCOLS = ("zvt", CAISSE_AP)
CARD, PHONE, SCREEN, VALUE, SPLIT = "card", "phone", "screen", "value", "split"
WAYS = {
    CARD: "card",
    PHONE: "wallet, the phone shows the code",
    SCREEN: "wallet, the lane shows the code",
    VALUE: "stored value: a gift card that covers everything",
    SPLIT: "split: gift card 5.00, card 3.00, the rest by wallet",
}
_APPROVED = ("PaymentRequested", "PaymentStatusShown", "PaymentResultStored", "PaymentApproved")
_DECLINED = ("PaymentRequested", "PaymentStatusShown", "PaymentResultStored", "PaymentRefused")
_NOBODY_KNOWS = ("WalletRequested", "PaymentUnknown", "PaymentAsked")
_SHOWN = ("WalletRequested", "WalletCodeShown")
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
    PHONE: {
        "approve": ("WalletRequested", "WalletConfirming", "WalletApproved"),
        "decline": ("WalletRequested", "WalletConfirming", "PaymentRefused"),
        "silent": _NOBODY_KNOWS,
        "wait": ("WalletRequested", "WalletConfirming", "PaymentRefused"),
    },
    SCREEN: {
        "approve": (*_SHOWN, "WalletApproved"),
        "decline": (*_SHOWN, "PaymentRefused"),
        "silent": _NOBODY_KNOWS,
        "wait": (*_SHOWN, "PaymentRefused"),
    },
    VALUE: {
        "approve": ("ValueAsked", "ValueHeld", "ReceiptChosen", "TransactionClosed"),
        "decline": ("ValueAsked", "ValueRefused"),
        "silent": ("ValueAsked", "ValueRefused"),
    },
    SPLIT: {
        "approve": (
            *("ValueAsked", "ValueHeld", "TenderPartChosen", *_APPROVED),
            *(*_SHOWN, "WalletApproved", "TransactionClosed"),
        ),
        "decline": (*_SHOWN, "PaymentRefused"),
        "silent": _NOBODY_KNOWS,
    },
}
"""Journal steps at which a lane is killed: by card protocol or way to pay, then by what is answered."""
ANSWERS = {
    "approve": "yes",
    "decline": "no",
    "silent": "no answer arrives",
    "wait": "nobody pays in time",
    "wrong_amount": "another amount",
}
MODES: dict[str, dict[str, str]] = {
    "zvt": {"auto_reverse": "auto_reverse", "drop": "drop", "keep_for_1F1F": "keep"},
    CAISSE_AP: {CAISSE_AP: ""},
}
"""The driver's mode and the simulator's option for it."""
AGAIN = {
    CARD: ("PaymentAsked", "PaymentResultStored"),
    PHONE: ("PaymentAsked", "WalletApproved"),
    SCREEN: ("PaymentAsked", "WalletApproved"),
    VALUE: ("ValueHeld", "TransactionClosed"),
    SPLIT: ("PaymentAsked", "WalletApproved"),
}
"""Steps at which a recovering lane is killed as well."""
AGAIN_SHARE = 0.25
OTHER_COMMANDS = {"end_of_day_fails", "software_update", "repeat_older", *STATES}
"""Faults that a first payment does not meet."""
NEVER_READY = {"deaf"}
"""With these the lane never offers the card."""
NEEDS_CANCEL = {"refuse_abort", "ignore_abort"}
_AT_CANCEL = ("pays_before_cancel", "cancel_gives_back", "pays_after_cancel", "revives")
"""They strike when nobody pays in time and the lane closes the order."""
_AT_REFUND = ("late_refund", "refund_refused", "refund_pending", "refund_part")
"""They strike when a wrong payment is given back."""


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What is done to one payment."""

    card: str
    """How the first payment is answered (`ANSWERS`)."""
    step: str = ""
    moment: str = ""
    mode: str = "auto_reverse"
    again: tuple[str, str] | None = None
    faults: tuple[str, ...] = ()
    way: str = CARD


class Ledgers(msgspec.Struct, frozen=True, kw_only=True):
    """Minor units that somebody says were paid: card terminal, wallet gateway, store service or journal."""

    card: int = 0
    wallet: int = 0
    value: int = 0

    @property
    def total(self) -> int:
        """Of all three."""
        return self.card + self.wallet + self.value


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """Everybody's books at one moment, when nobody had anything left to do."""

    said: str
    """What the lane says: `paid`, `not_paid`, `attendant`, `stuck`, `finished`."""
    ledgers: Ledgers
    journal: Ledgers
    standing: tuple[int, int] = (0, 0)
    """Charges that were not given back: at the terminal, at the gateway."""
    is_sent: bool = False
    """Whether the store service has the sale, so that its ledger counts."""
    held: int = 0
    """What is still held of the gift card."""

    @property
    def is_doubled(self) -> bool:
        """Two charges stand, or more was taken than the sale costs and nobody was called."""
        too_much = self.said != "attendant" and self.ledgers.total > TOTAL_MINOR
        return max(self.standing) > 1 or too_much

    @property
    def is_lost(self) -> bool:
        """A ledger and the journal disagree, or a paid sale is not paid whole, and nobody was called."""
        if self.said in ("attendant", "stuck"):
            return False
        theirs, ours = self.ledgers, self.journal
        apart = (theirs.card, theirs.wallet) != (ours.card, ours.wallet)
        if self.is_sent:
            apart |= theirs.value != ours.value or self.held != 0
        if self.said in ("paid", "finished"):
            return apart or ours.total != TOTAL_MINOR
        return apart or ours.value != 0


class Outcome(msgspec.Struct, kw_only=True):
    """What became of it."""

    cell: Cell
    kills: int = 0
    seen: list[str] = []
    """What the shopper saw from the last start on, until it was settled."""
    looks: list[Look] = []
    papers: tuple[int, ...] = ()
    """What was printed for a finished sale: the number of the copy; 1 is the receipt, more are marked."""
    recovered_s: float = 0.0
    is_cold: bool = True
    """Whether the lane that recovered was a program started from nothing."""
    load: float = 0.0

    @property
    def settled(self) -> str:
        """What the first answer was, after all kills."""
        return self.looks[0].said if self.looks else "stuck"

    @property
    def is_doubled(self) -> bool:
        """At any look."""
        return any(look.is_doubled for look in self.looks)

    @property
    def is_lost(self) -> bool:
        """At any look; a finished sale has its paper, and never two that do not say that they are copies."""
        is_finished = any(look.said == "finished" for look in self.looks)
        is_wrong = is_finished and (not self.papers or self.papers.count(1) > 1)
        return is_wrong or any(look.is_lost for look in self.looks)

    @property
    def to_attendant(self) -> bool:
        """Whether a person was called."""
        return any(look.said == "attendant" for look in self.looks)

    @property
    def is_stuck(self) -> bool:
        """Whether nothing was settled in time."""
        return any(look.said == "stuck" for look in self.looks)


def cells(protocol: str = "zvt") -> list[Cell]:
    """The whole matrix: cards of one protocol; with ZVT every other way to pay as well."""
    cards = [
        Cell(card=card, step=step, moment=moment, mode=mode)
        for card, steps in STEPS[protocol].items()
        for step in steps
        for moment in MOMENTS
        for mode in MODES[protocol]
    ]
    others = [
        Cell(card=answer, step=step, moment=moment, way=way)
        for way in (WAYS if protocol == "zvt" else ())
        if way != CARD
        for answer, steps in STEPS[way].items()
        for step in steps
        for moment in MOMENTS
    ]
    return cards + others


def sample(size: int, seed: int, protocol: str = "zvt") -> list[Cell]:
    """Cells in random order, all of them before any comes again; a larger sample begins with a smaller."""
    dice, chosen = random.Random(seed), list[Cell]()
    while len(chosen) < size:
        whole = cells(protocol)
        dice.shuffle(whole)
        for cell in whole[: size - len(chosen)]:
            again = (dice.choice(AGAIN[cell.way]), dice.choice(MOMENTS))
            is_killed_again = dice.random() < AGAIN_SHARE
            chosen.append(msgspec.structs.replace(cell, again=again) if is_killed_again else cell)
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
    return found + [_gateway_cell(fault) for fault in wallets.FAULTS]


def _gateway_cell(fault: str) -> Cell:
    if fault in _AT_REFUND:
        return Cell(card="approve", way=PHONE, faults=("wrong_amount", fault))
    return Cell(card="wait" if fault in _AT_CANCEL else "approve", way=SCREEN, faults=(fault,))


def name(cell: Cell) -> str:
    """One line for the log."""
    mode = cell.mode if cell.way == CARD else ""
    words = [cell.way, cell.card, mode, cell.step, cell.moment, *(cell.again or ()), *cell.faults]
    return " ".join(word for word in words if word)
