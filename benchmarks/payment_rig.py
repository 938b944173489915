"""The other ends of one lane after the other: card terminals, a wallet gateway, the store service.

Each is a process of its own that lives through many cells, as in a shop; a cell looks only at what was booked
since it began. Processes are started from the main thread, because they end with it.
"""

import contextlib
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from benchmarks.payment_cells import CARD, MODES, SPLIT, VALUE, Cell, Ledgers
from benchmarks.payment_kill import CAISSE_AP
from benchmarks.payment_lane_parts import Enrolment
from benchmarks.payment_store import Store
from kiosk.database.errors import DatabaseError
from kiosk.database.journal import JournalReader
from retail.codes import check_digit
from retail.journal import events as e
from retail.journal import tenders as td
from retail.journal import value as v
from simulators.control import ControlClient
from simulators.fleet import Child, FleetError, answers, wait_for
from simulators.wallet_gateway import faults as wallet_faults

SPEED = 40
WALLET_SLOW_S = 1.5
REST_S = 40.0
SPLIT_VALUE_MINOR, FULL_MINOR = 500, 5000
"""What a gift card is worth that shares, or pays everything."""
_PAYERS = {"approve": "pay", "decline": "decline", "silent": "pay", "wait": "wait"}
_CARDS = {"approve": "approve", "decline": "decline", "silent": "silent", "wrong_amount": "wrong_amount"}
_BY_WALLET = frozenset({"phone", "screen", "split"})


class Rig:
    """Started with `start`, ended with `close`."""

    def __init__(self, modes: Iterable[str], store: Store | None) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="rig-"))
        self._store = store
        self._children: list[Child] = []
        self._terminals: dict[str, ControlClient] = {}
        for mode in modes:
            self._terminals[mode] = ControlClient(self._folder / f"{mode}.ctl")
            self._children.append(self._child(mode, _terminal_command(mode), self.port(mode)))
        self._wallet = ControlClient(self._folder / "wallet.ctl")
        command = ["wallet_gateway", "--token", "secret", "--slow", str(WALLET_SLOW_S)]
        self._children.append(self._child("wallet", command, self._folder / "wallet.json", "--ledger"))
        self._url = ""

    def start(self) -> None:
        """All of it, until it answers."""
        for child in self._children:
            child.start()
        for mode, control in self._terminals.items():
            wait_for(
                lambda mode=mode, control=control: self.port(mode).exists() and answers(control, "status"),  # type: ignore[misc]
                "the terminal",
                self._children,
            )
        wait_for(lambda: answers(self._wallet, "status"), "the wallet gateway", self._children)
        self._url = str(self._wallet.do("status")["url"])

    def close(self) -> None:
        """End it. Safe to call twice."""
        for child in self._children:
            child.stop()
        for path in self._folder.glob("*"):
            path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self._folder.rmdir()

    def port(self, mode: str) -> Path:
        """The card terminal's line."""
        return self._folder / f"{mode}.tty"

    def scene(self, cell: Cell) -> "Scene":
        """Make everything ready for one cell."""
        return Scene(cell, self._terminals[cell.mode], self._wallet, self._url, self._store)

    def _child(self, name: str, command: list[str], path: Path, option: str = "--link") -> Child:
        module, *more = command
        told = [*more, option, str(path), "--control", str(self._folder / f"{name}.ctl")]
        log = self._folder / f"{name}.log"
        return Child(name, [sys.executable, "-m", f"simulators.{module}", *told], log)


class Scene:
    """One cell's view of the other ends."""

    def __init__(
        self, cell: Cell, terminal: ControlClient, wallet: ControlClient, url: str, store: Store | None
    ) -> None:
        self.cell = cell
        self._terminal, self._wallet, self._store = terminal, wallet, store
        self.wallet_url = url if cell.way in _BY_WALLET else ""
        self.enrolment: Enrolment | None = None
        self.gift = self._account = ""
        self._worth = 0
        self.calm()
        self._terminal.do("behave")
        self._seen_card = len(self._rows(terminal))
        self._seen_wallet = len(self._rows(wallet))
        if cell.way in (VALUE, SPLIT):
            self._with_store()

    @property
    def is_silent(self) -> bool:
        """Whether the service's answers about value get lost at first."""
        return self.cell.way == VALUE and self.cell.card == "silent"

    def calm(self) -> None:
        """Everybody answers well from now on. A card terminal's faults end when it is told to behave."""
        self._wallet.do("behave")
        self._wallet.do("payer", what="pay")
        if self._account:
            self.gift = self._good

    def behave(self) -> None:
        """The shopper pays again, with what works."""
        self.calm()
        self._terminal.do("behave")
        self._terminal.do("card", what="approve")

    def books(self, folder: Path) -> tuple[Ledgers, Ledgers, tuple[int, int], int]:
        """What the others have booked, what the journal says, charges that stand, and what is still held."""
        wait_for(lambda: not self._terminal.do("status")["busy"], "the terminal at rest", [], REST_S)
        card, cards = _balance(self._rows(self._terminal)[self._seen_card :])
        wallet, wallets = _balance(self._rows(self._wallet)[self._seen_wallet :])
        taken = held = 0
        if self._store is not None and self._account:
            left, held = self._store.account(self._account)
            taken = self._worth - left
        theirs = Ledgers(card=card, wallet=wallet, value=taken)
        return theirs, journalled(folder), (cards, wallets), held

    def wait_for_capture(self, minor: int) -> None:
        """Until the service has booked what a sale took; a sale that arrived is opened a moment later."""
        store = self._store
        if store is not None and self._account:
            booked = (self._worth - minor, 0)
            with contextlib.suppress(FleetError):  # too late: the look that follows finds what is missing
                wait_for(lambda: store.account(self._account) == booked, "the ledger", [], REST_S)

    def misbehave(self) -> None:
        """What the cell wants, from now on."""
        cell = self.cell
        if cell.way == CARD:
            self._terminal.do("card", what=_CARDS[cell.card])
        elif cell.way in _BY_WALLET:
            self._terminal.do("card", what="approve")
            self._wallet.do("payer", what=_PAYERS[cell.card])
            if cell.card == "silent":
                self._wallet.do("fault", name="mute")
        for fault in cell.faults:
            of = self._wallet if fault in wallet_faults.FAULTS and cell.way in _BY_WALLET else self._terminal
            of.do("fault", name=fault)

    def _with_store(self) -> None:
        if self._store is None:
            raise ValueError(f"{self.cell.way} is paid at the store service")
        self.enrolment = self._store.lane()
        self._worth = SPLIT_VALUE_MINOR if self.cell.way == SPLIT else FULL_MINOR
        self._good, self._account = self._store.card(self._worth)
        self.gift = self._good
        if self.cell.way == VALUE and self.cell.card == "decline":
            self.gift = _unknown_card(self._good)

    @staticmethod
    def _rows(control: ControlClient) -> list[dict[str, object]]:
        return list(control.do("ledger")["ledger"])


def journalled(folder: Path) -> Ledgers:
    """What a lane's journal says was paid."""
    card = wallet = value = 0
    try:
        reader = JournalReader.open(folder)
    except DatabaseError:
        return Ledgers()  # it died before there was one
    try:
        for entry in reader.entries():
            match entry.event():
                case e.PaymentApproved(amount_minor=amount_minor):
                    card += amount_minor
                case td.WalletApproved(amount_minor=amount_minor):
                    wallet += amount_minor
                case v.ValueCaptured(amount_minor=amount_minor):
                    value += amount_minor
    finally:
        reader.close()
    return Ledgers(card=card, wallet=wallet, value=value)


def _terminal_command(mode: str) -> list[str]:
    common = ["--speed", str(SPEED), "--no-pace"]
    if mode == CAISSE_AP:
        return ["caisse_ap", *common]
    return ["terminal", *common, "--unacked", MODES["zvt"][mode]]


def _balance(rows: list[dict[str, object]]) -> tuple[int, int]:
    """Charges less reversals, and how many charges stand."""
    signs = [(1 if row["kind"] == "charge" else -1, int(str(row["amount_minor"]))) for row in rows]
    return sum(sign * amount for sign, amount in signs), sum(sign for sign, _ in signs)


def _unknown_card(known: str) -> str:
    """A number with a right check digit of a card that was never made."""
    payload = known[:-2] + str((int(known[-2]) + 1) % 10)
    return payload + str(check_digit(payload))
