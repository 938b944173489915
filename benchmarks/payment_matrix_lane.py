"""A lane that can be killed at an exact step of a payment: real journal, real engine, real driver, no screen.

    python -m benchmarks.payment_matrix_lane FOLDER PORT MODE [STEP MOMENT]

It buys one pen. STEP is the journal's event at which it kills itself with SIGKILL, MOMENT when: `before` the
commit, once it is `committed` and nothing was done about it, or once it was `acted` upon. Every screen and
the settled answer go to standard output as JSON lines. Standard input takes `again` (pay), `watch` and `end`.
"""

import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.app.engine import Engine
from kiosk.app.listeners import TerminalLink
from kiosk.app.timers import Timers
from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.assortment import Assortment
from kiosk.checkout.shop import Shop
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase
from kiosk.database.journal import Journal
from kiosk.devices.clock import RandomIds, SystemClock
from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.scanner import CodeRead
from kiosk.devices.terminal import CardTerminal
from kiosk.payment.caisse_ap.driver import CaisseApTerminal
from kiosk.payment.caisse_ap.profile import CaisseApProfile
from kiosk.payment.line import Doorbell, Transport
from kiosk.payment.serial_line import SerialTransport
from kiosk.payment.zvt.driver import ZvtTerminal
from kiosk.payment.zvt.profile import TerminalProfile, Unacknowledged
from retail.catalogue import Goods, Product
from retail.codes import Symbology
from retail.journal import events as e
from retail.journal.chain import Entry
from retail.member import Member, MemberKey
from retail.pricing import Pricer
from retail.receipt import Seller
from retail.terms import read_terms

TOTAL_MINOR = 1234
PEN = Product(
    key="04006381333931",
    gtin="4006381333931",
    names={"": "Pen"},
    price_minor=TOTAL_MINOR,
    currency="EUR",
    tax_rate_bp=1900,
)
SHOP = Shop(
    lane="1", currency="EUR", seller=Seller(name="Shop"), ask_terminal_s=0.05, ask_again_s=0.2, paid_s=30.0
)
SCAN = c.ScanCode(read=CodeRead(text=PEN.gtin, symbology=Symbology.EAN_13))
MOMENTS = ("before", "committed", "acted")
CAISSE_AP = "caisse-ap"
"""The mode of a lane with a French terminal."""
_ZVT_WRITES = {
    "PaymentRequested": (b"\x10\x02\x06\x01",),
    "PaymentResultStored": (b"\x10\x02\x80\x00", b"\x10\x02\x84"),
    "PaymentAsked": (b"\x10\x02\x06\x20",),
}
"""What goes to the terminal because of an event; the other events act on the screen."""
_CAISSE_AP_WRITES = {"PaymentRequested": (b"\x02",), "PaymentResultStored": (b"\x06",)}


def driver(port: str, mode: str, killer: "Killer") -> CardTerminal:
    """Fast enough for thousands of payments; the proportions are the standard's."""

    def open_line(name: str, baud: int, doorbell: Doorbell) -> Transport:
        line = SerialTransport(name, baud, doorbell, two_stop_bits=mode != CAISSE_AP)
        return KillingLine(line, killer)

    if mode == CAISSE_AP:
        french = CaisseApProfile(
            port=port,
            answer_s=0.2,
            result_s=2.0,
            late_s=1.0,
            idle_probe_s=0.3,
            reconnect_s=0.05,
            recover_s=5.0,
        )
        return CaisseApTerminal(french, open_line=open_line)
    profile = TerminalProfile(
        port=port,
        unacknowledged=Unacknowledged(mode),
        t1_s=0.1,
        t2_s=0.2,
        t3_s=0.25,
        t4_s=2.0,
        probe_after_s=0.3,
        poll_s=0.03,
        idle_enquiry_s=0.3,
        reconnect_s=0.05,
        recover_s=5.0,
    )
    return ZvtTerminal(profile, open_line=open_line)


class Nobody:
    """A shop without members."""

    def find(self, key: MemberKey) -> Member | None:
        return None


class Killer:
    """Ends this process without a word at one step."""

    def __init__(self, step: str, moment: str, mode: str) -> None:
        self._writes = _CAISSE_AP_WRITES if mode == CAISSE_AP else _ZVT_WRITES
        self._step = step
        self._moment = moment
        self._acts = threading.Event()

    def append(self, names: set[str], store: Callable[[], tuple[Entry, ...]]) -> tuple[Entry, ...]:
        """Around a commit."""
        if self._step not in names:
            return store()
        self._kill_if("before")
        entries = store()
        self._kill_if("committed")
        self._acts.set()
        return entries

    def wrote(self, data: bytes) -> None:
        """After bytes went to the terminal."""
        starts = self._writes.get(self._step, ())
        if self._acts.is_set() and data.startswith(starts) and starts:
            self._kill_if("acted")

    def showed(self) -> None:
        """After the screen was given something new."""
        if self._acts.is_set() and self._step not in self._writes:
            self._kill_if("acted")

    def _kill_if(self, moment: str) -> None:
        if moment == self._moment:
            os.kill(os.getpid(), signal.SIGKILL)


class KillingJournal(Journal):
    """The lane's own journal, with somebody at the switch."""

    killer: Killer

    def append(self, events: Sequence[e.AnyEvent], at: str) -> tuple[Entry, ...]:
        names = {type(event).__name__ for event in events}
        return self.killer.append(names, lambda: super(KillingJournal, self).append(events, at))


class KillingLine:
    """The lane's own serial line, with somebody at the switch."""

    def __init__(self, line: Transport, killer: Killer) -> None:
        self._line, self._killer = line, killer

    def read(self, timeout_s: float) -> bytes:
        return self._line.read(timeout_s)

    def write(self, data: bytes) -> None:
        self._line.write(data)
        self._killer.wrote(data)

    def close(self) -> None:
        self._line.close()


class Lane:
    """Everything of a lane that has to do with money."""

    def __init__(self, folder: Path, port: str, mode: str, killer: Killer) -> None:
        self._killer = killer
        journal = KillingJournal.open(folder)
        journal.killer = killer
        terms = read_terms(b'{"currency": "EUR"}', "EUR")
        goods = Assortment(
            catalogue=Goods([PEN]), terms=terms, pricer=Pricer(terms), members=Nobody(), mark="p1"
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

        self.terminal = driver(port, mode, killer)
        self._turn = threading.Lock()
        self._newest: Snapshot | None = None
        self._last = ("", "", False)
        self._settled = ""
        self._pays = self._scanned = False
        self._paid_for = -1

    def run(self) -> None:
        """Buy, say how it ended, do what standard input asks. Its first line says whether to buy at all."""
        self._pays = sys.stdin.readline().strip() == "again"
        self.engine.start("1")
        for device in (Device.CAMERA, Device.PRINTER):
            self.engine.post(c.ReportHealth(health=Health(device=device, condition=Condition.READY)))
        self.terminal.start(TerminalLink(self.engine))
        for line in sys.stdin:
            if line.strip() == "end":
                break
            with self._turn:
                self._settled, self._pays = "", True
                if self._newest is not None:
                    self._shop(self._newest)
        self.terminal.stop()
        self._timers.stop()
        self.engine.stop()

    def _perform(self, effect: f.AnyEffect) -> None:
        match effect:
            case f.Authorise():
                self.terminal.authorise(effect.request, effect.baseline)
            case f.RecoverPayment():
                self.terminal.recover(effect.attempt)
            case f.CloseTerminalDay():
                self.terminal.end_of_day()
            case f.SetTimer():
                self._timers.set(effect.timer, effect.after_s)

    def _show(self, snapshot: Snapshot) -> None:
        shown = (snapshot.state.phase.value, *words(snapshot))
        if shown != self._last:
            self._last = shown
            say(screen=shown[0], words=shown[1], attendant=shown[2])
        self._killer.showed()
        with self._turn:
            self._newest = snapshot
            self._shop(snapshot)

    def _shop(self, snapshot: Snapshot) -> None:
        """The shopper's next step, or how it ended."""
        state = snapshot.state
        phase, attempts = state.phase, state.transaction.attempts if state.transaction else 0
        if words(snapshot)[1]:
            self._settle("attendant")
        elif phase in (Phase.PAID, Phase.RECEIPT, Phase.THANKS):
            self._settle("paid")
        elif phase in (Phase.CARD, Phase.UNKNOWN):
            return
        elif attempts == self._paid_for and not snapshot.refusal:
            return  # the tap is on its way
        elif not (self._pays or snapshot.refusal):
            self._settle("not_paid")
        elif state.device(Device.TERMINAL).condition is not Condition.READY:
            return
        elif phase is Phase.ATTRACT:
            if not self._scanned:
                self._scanned = True
                self.engine.post(SCAN)
        elif phase is Phase.SCANNING:
            self.engine.post(c.Pay())
        else:
            self._paid_for, self._pays = attempts, False
            self.engine.post(c.PayByCard())

    def _settle(self, how: str) -> None:
        if self._settled != how:
            self._settled = how
            say(settled=how)


def words(snapshot: Snapshot) -> tuple[str, bool]:
    """The terminal's words on the screen, and whether a person is called."""
    sale = snapshot.state.transaction
    payment = sale.payment if sale else None
    if payment is None:
        return "", False
    return (payment.status_text if snapshot.state.phase is Phase.CARD else ""), payment.needs_attendant


def say(**what: object) -> None:
    """One JSON line."""
    print(json.dumps(what), flush=True)


def main(arguments: Sequence[str]) -> None:
    folder, port, mode = arguments[:3]
    step, moment = arguments[3:5] if len(arguments) > 3 else ("", "")
    Lane(Path(folder), port, mode, Killer(step, moment, mode)).run()


if __name__ == "__main__":
    main(sys.argv[1:])
