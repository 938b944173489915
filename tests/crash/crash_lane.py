"""The lane's heart in a process of its own, to be killed: real journal, real engine, scripted shoppers.

What the process has been told is durable it writes to its own acknowledgement file *after* the engine showed
or did it, one line each, in one write; a kill can cut that file anywhere but never make it lie.

    python crash_lane.py FOLDER SEED
"""

import random
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import msgspec

from kiosk.app.engine import Engine, NotStoredError
from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.assortment import Assortment
from kiosk.checkout.desk import CouponAnswer, PointsAnswer, StoreAnswer, Verdict
from kiosk.checkout.shop import Shop, Tenders
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase
from kiosk.database.journal import Journal
from kiosk.devices import terminal as t
from kiosk.devices.clock import RandomIds, SystemClock
from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.printer import PrintAnswer, PrintOutcome
from kiosk.devices.scanner import CodeRead
from retail.card import Baseline, CardResult
from retail.catalogue import Goods, Product
from retail.codes import Symbology
from retail.journal.chain import Entry
from retail.journal.events import AnyEvent, ReceiptKind
from retail.member import Member, MemberKey
from retail.pricing import Pricer
from retail.receipt import Seller
from retail.terms import read_terms
from retail.wire.balance import BalanceFound, FindBalance

PEN = Product(
    key="04006381333931",
    gtin="4006381333931",
    names={"": "Pen"},
    price_minor=199,
    currency="EUR",
    tax_rate_bp=1900,
)
LOAD_MINOR = 2_000
SHOP = Shop(
    lane="1",
    currency="EUR",
    seller=Seller(name="Shop"),
    tenders=Tenders(top_up=True, top_up_steps=(LOAD_MINOR,)),
)
SCAN = c.ScanCode(read=CodeRead(text=PEN.gtin, symbology=Symbology.EAN_13))
COMMANDS_MAX = 100_000


PAPERS = [f"THANKS-{number:08}" for number in range(12)]
"""Each counts once, however often it is shown and whenever the power is cut."""
TERMS = read_terms(
    msgspec.json.encode(
        {
            "currency": "EUR",
            "offers": [
                {
                    "id": "thanks",
                    "layer": "coupon",
                    "eligibility": [{"test": "code", "code": "store:THANKS"}],
                    "derivation": [{"type": "amount", "amount_minor": 50}],
                }
            ],
            "coupons": {"codes": [{"code": "THANKS", "serial_length": 8}]},
            "points": {"earn": {"points": 1}, "spend": {"points": 10, "amount_minor": 10}},
        }
    ),
    "EUR",
)


class Anna:
    """A directory with one member."""

    def find(self, key: MemberKey) -> Member | None:
        return Member(member_id="m-anna", points=500) if key.value == "token-of-anna" else None


ASSORTMENT = Assortment(catalogue=Goods([PEN]), terms=TERMS, pricer=Pricer(TERMS), members=Anna(), mark="p1")


def show(text: str) -> c.ScanCode:
    """A QR code is held to the camera."""
    return c.ScanCode(read=CodeRead(text=text, symbology=Symbology.QR))


class NotingJournal(Journal):
    """Notes each entry once `append` has returned it: from then on it must survive."""

    note: "Notes"

    def append(self, events: Sequence[AnyEvent], at: str) -> tuple[Entry, ...]:
        entries = super().append(events, at)
        for entry in entries:
            self.note("stored", entry.sequence, entry.hash)
        return entries


class Notes:
    """The acknowledgement file."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("ab", buffering=0)

    def __call__(self, *words: object) -> None:
        self._file.write((" ".join(map(str, words)) + "\n").encode())


class Lane:
    """Engine, terminal and printer that answer at random but lawfully."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.note = Notes(folder / "notes.txt")
        journal = NotingJournal.open(folder)
        journal.note = self.note
        self.shown = threading.Condition()
        self.last: Snapshot | None = None
        self.answers: list[c.AnyCommand] = []
        self.charges: list[t.PaymentRequest] = []
        self.engine = Engine(
            journal=journal,
            book=journal.book,
            assortment=ASSORTMENT,
            shop=SHOP,
            clock=SystemClock(),
            ids=RandomIds(),
            perform=self.perform,
            show=self.show,
        )

    def show(self, snapshot: Snapshot) -> None:
        with self.shown:
            self.last = snapshot
            self.shown.notify_all()
        self.note("shown", snapshot.state.phase.value)

    def perform(self, effect: f.AnyEffect) -> None:
        match effect:
            case f.Authorise(request=request):
                self.note("authorised", request.attempt_id)
                self.charges.append(request)
            case f.RecoverPayment(attempt=attempt):
                self.note("asked", attempt.request.attempt_id)
                answer = t.NotCharged(reason="asked") if self.random.random() < 0.7 else t.Unknown(reason="x")
                self.answers.append(
                    c.ReportPayment(
                        answer=t.PaymentAnswer(attempt_id=attempt.request.attempt_id, outcome=answer)
                    )
                )
            case f.PrintReceipt(job_id=job_id):
                self.note("printed", job_id)
                self.answers.append(
                    c.ReportPrint(answer=PrintAnswer(job_id=job_id, outcome=PrintOutcome.PRINTED))
                )
            case f.HoldCoupon(transaction_id=sale, coupon_no=number):
                self.note("asked about", f"{sale}/{number}")
                self.answers.append(c.ReportCoupon(answer=self.verdict(sale, number)))
            case f.HoldPoints(transaction_id=sale, points=points):
                verdict = Verdict.HELD if self.random.random() < 0.8 else Verdict.REFUSED
                told = PointsAnswer(transaction_id=sale, points=points, verdict=verdict)
                self.answers.append(c.ReportPoints(answer=told))
            case f.AskStore(question=FindBalance() as asked):
                found = (
                    BalanceFound(verdict="found", account_id="v-anna") if self.random.random() < 0.8 else None
                )
                self.answers.append(c.ReportStore(answer=StoreAnswer(question=asked, answer=found)))
            case f.SetTimer(timer=timer) if timer in (f.Timer.PAID, f.Timer.ASK_TERMINAL):
                self.answers.append(c.FireTimer(timer=timer.value))

    def verdict(self, sale: str, number: int) -> CouponAnswer:
        """A store that often cannot be asked, so that the lane's own book decides."""
        chance = self.random.random()
        verdict = (
            Verdict.NO_LINK if chance < 0.6 else Verdict.HELD if chance < 0.9 else Verdict.HELD_ELSEWHERE
        )
        return CouponAnswer(transaction_id=sale, coupon_no=number, verdict=verdict)

    def pay(self, request: t.PaymentRequest) -> None:
        """What a driver does: keep, then report."""
        result = CardResult(
            result_code=0,
            amount_minor=request.amount_minor,
            currency=request.currency,
            terminal_id="T1",
            receipt_number=self.random.randrange(1, 9999),
        )
        outcome: t.Outcome = t.Declined(result_code=5)
        if self.random.random() < 0.7:
            try:
                if self.engine.keep(request.attempt_id, result):
                    self.note("acknowledged", request.attempt_id)
                    outcome = t.Approved(result=result)
            except NotStoredError:
                outcome = t.Unknown(reason="not stored")
        self.engine.post(
            c.ReportPayment(answer=t.PaymentAnswer(attempt_id=request.attempt_id, outcome=outcome))
        )

    def run(self) -> None:
        self.engine.start("1")
        for device in Device:
            self.engine.post(c.ReportHealth(health=Health(device=device, condition=Condition.READY)))
        baseline = Baseline(terminal_id="T1", receipt_number=self.random.randrange(1, 9999))
        self.engine.post(c.ReportRegistration(registered=t.TerminalRegistered(baseline=baseline)))
        self.note("started")
        for n in range(COMMANDS_MAX):
            self.barrier(n)
            if self.charges:
                self.pay(self.charges.pop())
            elif self.answers:
                self.engine.post(self.answers.pop(0))
            else:
                self.engine.post(self.shopper())

    def barrier(self, number: int) -> None:
        """Wait until everything posted was handled: the engine answers questions in order."""
        try:
            self.engine.keep(f"barrier-{number}", CardResult(result_code=5))
        except NotStoredError:
            raise SystemExit("the engine hangs") from None

    def shopper(self) -> c.AnyCommand:
        assert self.last is not None
        chance = self.random.random()
        match self.last.state.phase:
            case Phase.ATTRACT | Phase.SCANNING:
                if chance < 0.05:
                    return c.TopUp()
                if chance < 0.1:
                    return show("member:token-of-anna")
                if chance < 0.25:
                    return show(self.random.choice(PAPERS))
                return SCAN if chance < 0.6 else c.Pay() if chance < 0.9 else c.RemoveLast()
            case Phase.NOT_FOUND:
                return c.DismissNotFound()
            case Phase.LOAD:
                return self.tops_up(chance)
            case Phase.TENDER:
                return c.PayByCard() if chance < 0.7 else c.UsePoints() if chance < 0.9 else c.LeaveTender()
            case Phase.RECEIPT:
                return c.ChooseReceipt(kind=ReceiptKind.PAPER if chance < 0.7 else ReceiptKind.NONE)
            case _:
                return c.Finish()

    def tops_up(self, chance: float) -> c.AnyCommand:
        """Says who it is, pays, asks again, or leaves."""
        assert self.last is not None
        sale = self.last.state.transaction
        loading = sale.loading if sale is not None else None
        if chance < 0.05:
            return c.CancelTransaction()
        if loading is not None and loading.account_id:
            return c.LoadBy(amount_minor=LOAD_MINOR)
        return c.DismissNotFound() if chance < 0.3 else show("member:token-of-anna")


if __name__ == "__main__":
    Lane(Path(sys.argv[1]), int(sys.argv[2])).run()
