"""A lane that can be killed at an exact step of a payment: real journal, engine, drivers and desk, no screen.

    python -m benchmarks.payment_matrix_lane

It buys one pen. The first line of standard input is its task (`benchmarks.payment_lane_parts.Task`): how the
shopper pays, and the journal's event at which it kills itself with SIGKILL: `before` the commit, once it is
`committed` and nothing was done about it, or once it was `acted` upon. Further lines: `{"do": "prepare"}`
(until it could sell), `watch` (settle what was open), `pay` (with a `gift` card's number and `pin`, and
whether the store is `silent`), `cancel`, `finish` (take the paper, go, and wait until the sale is sent),
`end`. Every screen and answer go to standard output as JSON lines.
"""

import contextlib
import json
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.payment_kill import Killer, KillingJournal
from benchmarks.payment_lane_parts import PEN, SHOP, Nobody, StoreSide, Task, gateway, terminal
from kiosk.app.engine import Engine
from kiosk.app.listeners import TerminalLink, WalletLink
from kiosk.app.timers import Timers
from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.assortment import Assortment
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase, State, Transaction
from kiosk.devices.clock import RandomIds, SystemClock
from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.printer import PrintAnswer, PrintOutcome
from kiosk.devices.scanner import CodeRead
from retail.catalogue import Goods
from retail.codes import Symbology
from retail.journal.events import ReceiptKind
from retail.pricing import Pricer
from retail.terms import read_terms

PAPERS = "papers"
"""What was printed: a line for each job, the number of the copy first."""
SPLIT_CARD_MINOR = 300
"""What the card pays where three means of payment share."""
POLL_S = 0.02
_OPEN = frozenset({Phase.CARD, Phase.WALLET, Phase.UNKNOWN})
_OVER = frozenset({Phase.PAID, Phase.RECEIPT, Phase.THANKS})
_NEEDS = {
    "card": (Device.TERMINAL,),
    "value": (),
    "split": (Device.TERMINAL, Device.WALLET),
}
"""What must be ready before the shopper goes on; by default the wallet gateway."""
_SCAN = c.ScanCode(read=CodeRead(text=PEN.gtin, symbology=Symbology.EAN_13))
PHONE_CODE = "288888888888888888"
"""What the shopper's phone shows."""
_PHONE = c.ScanCode(read=CodeRead(text=PHONE_CODE, symbology=Symbology.QR))
Say = Callable[..., None]


class Lane:
    """Everything of a lane that has to do with money."""

    def __init__(self, task: Task, say: Say) -> None:
        self._task, self._say = task, say
        self._folder = Path(task.folder)
        self._killer = killer = Killer(task.step, task.moment, task.mode, asks=task.way != "card")
        self._journal = journal = KillingJournal.open(self._folder)
        journal.killer = killer
        terms = read_terms(b'{"currency": "EUR"}', "EUR")
        store = task.store
        goods = Assortment(
            catalogue=Goods([PEN]),
            terms=terms,
            pricer=Pricer(terms),
            members=Nobody(),
            mark="p1",
            card_secret=bytes.fromhex(store.card_secret) if store else b"",
        )
        self.engine = Engine(
            journal=journal,
            book=journal.book,
            assortment=goods,
            shop=SHOP,
            clock=SystemClock(),
            ids=RandomIds(),
            perform=self._perform,
            show=self._show,
        )
        self._timers = Timers(lambda timer: self.engine.post(c.FireTimer(timer=timer.value)))
        self.terminal = terminal(task.port, task.mode, killer)
        self.wallet = gateway(task.wallet_url, killer) if task.wallet_url else None
        self._store = StoreSide(self._folder, store, self.engine, killer) if store else None
        self._turn = threading.Lock()
        self._newest: Snapshot | None = None
        self._last = ("", "", False)
        self._settled = self._gift = self._pin = ""
        self._pays = self._finishes = self._prepares = False
        self._failed = -1
        self._tapped: tuple[object, ...] | None = None
        self._done = threading.Event()

    def run(self, told: Iterable[str]) -> None:
        """Do what is told, line by line."""
        orders = iter(told)
        self._hear(json.loads(next(orders)))
        self.engine.start("1")
        for device in (Device.CAMERA, Device.PRINTER):
            self.engine.post(c.ReportHealth(health=Health(device=device, condition=Condition.READY)))
        if self._task.port:
            self.terminal.start(TerminalLink(self.engine))
        if self.wallet is not None:
            self.wallet.start(WalletLink(self.engine))
        if self._store is not None:
            self._store.start()
        self._see_off()
        for line in orders:
            order = json.loads(line)
            if order["do"] == "end":
                break
            self._hear(order)
            self._see_off()
        self._stop()

    def _hear(self, order: dict[str, Any]) -> None:
        if order["do"] == "cancel":
            self.engine.post(c.CancelPayment())
            return
        with self._turn:
            self._settled, self._failed, self._tapped = "", -1, None
            self._pays, self._finishes = order["do"] == "pay", order["do"] == "finish"
            self._prepares = order["do"] == "prepare"
            self._gift, self._pin = order.get("gift", ""), order.get("pin", "")
            if self._store is not None:
                self._store.lose_answers(loses=order.get("silent", False))
            if self._newest is not None:
                self._shop(self._newest)

    def _stop(self) -> None:
        self.terminal.stop()
        if self.wallet is not None:
            self.wallet.stop()
        if self._store is not None:
            self._store.stop()
        self._timers.stop()
        self.engine.stop()
        self._journal.close()

    def _see_off(self) -> None:
        """If the shopper goes: once they are gone and the service has the sale, it is over."""
        if not self._finishes:
            return
        self._done.wait()
        while self._store is not None and self._store.unsent():
            threading.Event().wait(POLL_S)
        self._say(settled="finished")

    # --- the engine's thread ----------------------------------------------------------------------------

    def _perform(self, effect: f.AnyEffect) -> None:
        match effect:
            case f.Authorise():
                self.terminal.authorise(effect.request, effect.baseline)
            case f.CancelAuthorisation():
                self.terminal.cancel(effect.attempt_id)
            case f.RecoverPayment():
                self.terminal.recover(effect.attempt)
            case f.CloseTerminalDay():
                self.terminal.end_of_day()
            case f.SetTimer():
                self._timers.set(effect.timer, effect.after_s)
            case f.PrintReceipt():
                with (self._folder / PAPERS).open("a") as papers:
                    papers.write(f"{effect.receipt.copy} {effect.job_id}\n")
                answer = PrintAnswer(job_id=effect.job_id, outcome=PrintOutcome.PRINTED)
                self.engine.post(c.ReportPrint(answer=answer))
            case _:
                self._ask(effect)

    def _ask(self, effect: f.AnyEffect) -> None:
        match effect:
            case f.CreateWalletOrder() if self.wallet is not None:
                self.wallet.create(effect.request, effect.code)
            case f.CancelWalletOrder() if self.wallet is not None:
                self.wallet.cancel(effect.order_number)
            case f.QueryWalletOrder() if self.wallet is not None:
                self.wallet.query(effect.request)
            case f.HoldValue() if self._store is not None:
                self._store.desk.hold_value(
                    effect.transaction_id,
                    effect.ask_no,
                    effect.amount_minor,
                    effect.currency,
                    card_key=effect.card_key,
                    pin=effect.pin,
                )
            case f.ReleaseValue() if self._store is not None:
                self._store.desk.release_value(
                    effect.transaction_id,
                    effect.ask_no,
                    account_id=effect.account_id,
                    card_key=effect.card_key,
                )

    def _show(self, snapshot: Snapshot) -> None:
        shown = (snapshot.state.phase.value, *words(snapshot.state))
        if shown != self._last:
            self._last = shown
            self._say(screen=shown[0], words=shown[1], attendant=shown[2])
        self._killer.showed()
        with self._turn:
            self._newest = snapshot
            self._shop(snapshot)

    # --- the shopper ------------------------------------------------------------------------------------

    def _shop(self, snapshot: Snapshot) -> None:
        """The shopper's next step, or how it ended."""
        state, phase = snapshot.state, snapshot.state.phase
        if words(state)[1]:
            self._settle("attendant")
        elif self._finishes:
            self._leave(phase)
        elif phase in _OVER:
            self._settle("paid")
        elif phase in _OPEN or (state.transaction is not None and state.transaction.value_asked):
            return
        else:
            self._go_on(state, again=bool(snapshot.refusal))

    def _go_on(self, state: State, *, again: bool) -> None:
        failed = _failed(state.transaction)
        if self._failed < 0:
            self._failed = failed
        needed = _NEEDS.get(self._task.way, (Device.WALLET,))
        is_ready = all(state.device(one).condition is Condition.READY for one in needed)
        if self._prepares:
            if is_ready:
                self._settle("ready")
            return
        if self._pays and state.transaction is not None and state.transaction.value_pin is not None:
            self._give_pin()
            return
        if not self._pays or failed > self._failed:
            self._pays = False
            self._settle("not_paid")
            return
        if not is_ready:
            return
        here = _place(state)
        if here != self._tapped or again:
            self._tapped = here
            self.engine.post(self._tap(state))

    def _tap(self, state: State) -> c.AnyCommand:
        if state.phase is Phase.ATTRACT:
            return _SCAN
        if state.phase is Phase.SCANNING or state.transaction is None:
            return c.Pay()
        match self._task.way:
            case "phone":
                return _PHONE
            case "screen":
                return c.PayByWallet()
            case "value":
                return self._card_with_money()
            case "split":
                return self._share(state.transaction)
            case _:
                return c.PayByCard()

    def _share(self, sale: Transaction) -> c.AnyCommand:
        """A gift card, then a part by card, the rest by wallet."""
        if not sale.values:
            return self._card_with_money()
        if not sale.taken:
            is_chosen = sale.part_minor == SPLIT_CARD_MINOR
            return c.PayByCard() if is_chosen else c.ChoosePart(amount_minor=SPLIT_CARD_MINOR)
        return c.PayByWallet()

    def _give_pin(self) -> None:
        """Once; whoever has none waits."""
        pin, self._pin = self._pin, ""
        if pin:
            self.engine.post(c.GivePin(pin=pin))

    def _card_with_money(self) -> c.AnyCommand:
        return c.ScanCode(read=CodeRead(text=f"gift:{self._gift}", symbology=Symbology.QR))

    def _leave(self, phase: Phase) -> None:
        if phase is Phase.RECEIPT:
            self.engine.post(c.ChooseReceipt(kind=ReceiptKind.PAPER))
        elif phase is Phase.THANKS:
            self.engine.post(c.Finish())
        elif phase is Phase.ATTRACT:
            self._done.set()

    def _settle(self, how: str) -> None:
        if self._settled != how:
            self._settled = how
            self._say(settled=how)


def _failed(sale: Transaction | None) -> int:
    """How often somebody has said no."""
    if sale is None:
        return 0
    return sale.attempts - len(sale.taken) + sale.value_asks - len(sale.values)


def _place(state: State) -> tuple[object, ...]:
    """Where the shopper stands: at each place one thing is tapped."""
    sale = state.transaction
    if sale is None:
        return (state.phase,)
    return (state.phase, sale.attempts, sale.value_asks, len(sale.taken), len(sale.values), sale.part_minor)


def words(state: State) -> tuple[str, bool]:
    """The terminal's words on the screen, and whether a person is called."""
    payment = state.transaction.payment if state.transaction else None
    if payment is None:
        return "", False
    return (payment.status_text if state.phase is Phase.CARD else ""), payment.needs_attendant


def serve(orders: Iterable[str], write: Callable[[str], object]) -> None:
    """Be a lane: orders come in as lines, answers go out as lines."""
    lines, turn = iter(orders), threading.Lock()

    def say(**what: object) -> None:
        with turn, contextlib.suppress(BrokenPipeError):
            write(json.dumps(what) + "\n")

    Lane(msgspec.json.decode(next(lines), type=Task), say).run(lines)


def main() -> None:
    def write(text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()

    serve(sys.stdin, write)


if __name__ == "__main__":
    main()
