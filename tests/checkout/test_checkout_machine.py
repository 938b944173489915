"""Random shoppers, a terminal and a printer that do anything a real one may, and restarts at any moment.

The terminal here knows the truth (what was charged); the lane only knows what it is told. After every step
the promises of the checkout are checked against that truth and against the journal.
"""

from collections import Counter

from checkout_world import (
    CHEESE,
    FREE,
    MILK,
    NO_RECEIPT,
    PAPER,
    PEN,
    QR,
    World,
    answer,
    ean,
    health,
    paper_out,
    printed,
    scan,
    timer,
)
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.decision import Decision
from kiosk.checkout.evolve import fold
from kiosk.checkout.state import Phase, State
from kiosk.devices import terminal as t
from kiosk.devices.health import Condition, Device
from kiosk.devices.printer import PrintOutcome
from retail.card import CardResult
from retail.journal import events as e

CODES = [PEN, MILK, FREE, CHEESE, ean("261234500250"), ean("221234500777"), "4006381333932", "nonsense"]
SHOPPING = [
    c.StartShopping(), c.RemoveLast(), c.RemoveLine(line_id=1), c.SetQuantity(line_id=1, quantity=3),
    c.SetQuantity(line_id=2, quantity=1), c.DismissNotFound(), c.Pay(), c.Pay(), c.LeaveTender(),
    c.PayByCard(), c.PayByCard(), c.CancelPayment(), c.CancelTransaction(), c.CallHelp(), c.EndHelp(),
    c.Finish(), c.ChooseLanguage(language="de"), PAPER, QR, NO_RECEIPT,
]  # fmt: skip
MEANT: dict[Phase, list[c.AnyCommand]] = {
    Phase.ATTRACT: [scan(text) for text in CODES],
    Phase.SCANNING: [c.Pay(), c.RemoveLast(), c.SetQuantity(line_id=1, quantity=3), scan(PEN), scan(MILK)],
    Phase.TENDER: [c.PayByCard(), c.PayByCard(), c.LeaveTender()],
    Phase.CARD: [c.CancelPayment()],
    Phase.RECEIPT: [PAPER, PAPER, PAPER, QR, NO_RECEIPT, c.Finish(), c.CallHelp(), c.EndHelp()],
    Phase.THANKS: [c.Finish(), c.CallHelp(), c.EndHelp()],
}


class Checkout(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.world = self.new_world()
        self.pending: t.PaymentRequest | None = None
        """What the terminal was asked to charge and has not answered."""
        self.asked: t.OpenAttempt | None = None
        """What the terminal is being asked about."""
        self.charged: dict[str, CardResult | None] = {}
        """The truth: attempt to the charge that stands, or None."""
        self.receipts = 10
        self.job: f.PrintReceipt | None = None
        self.originals: Counter[int] = Counter()
        """Unmarked receipts that may be on paper, per transaction number."""
        self.timers: set[f.Timer] = set()
        self.world.open()
        self.take_effects(self.world.effects)

    def new_world(self) -> World:
        return World()

    @initialize(begins=st.sampled_from(["idle", "shopping", "paying", "receipt", "receipt"]))
    def somebody_is_there_already(self, begins: str) -> None:
        """Purchases are long; half of the runs begin where the printer comes in."""
        if begins == "idle":
            return
        self.do(scan(PEN))
        self.do(scan(MILK))
        if begins == "shopping":
            return
        self.do(c.Pay())
        self.do(c.PayByCard())
        if begins == "paying":
            return
        self.terminal_approves()
        self.timers.discard(f.Timer.PAID)
        self.do(timer(f.Timer.PAID))

    # --- the lane's side ---------------------------------------------------------------------------------

    def do(self, command: c.AnyCommand) -> Decision:
        before = self.world.state
        decision = self.world.do(command)
        if not isinstance(decision, tuple):
            assert self.world.state == before
        self.take_effects(self.world.new)
        return decision

    def take_effects(self, effects: list[f.AnyEffect]) -> None:
        for effect in list(effects):
            match effect:
                case f.Authorise(request=request):
                    assert request.attempt_id not in self.charged, "an attempt is charged once"
                    assert self.pending is None, "one attempt at a time"
                    assert self.asked is None, "no charge while an attempt is being asked about"
                    assert self.open_attempts() == {request.attempt_id}, "no charge while one is unknown"
                    self.pending = request
                    self.charged[request.attempt_id] = None
                case f.RecoverPayment(attempt=attempt):
                    assert self.pending is None
                    self.asked = attempt
                case f.PrintReceipt():
                    assert self.job is None or self.job.job_id != effect.job_id, "a job is printed once"
                    self.job = effect
                case f.SetTimer(timer=which):
                    self.timers.add(which)
                case _:
                    pass

    def open_attempts(self) -> set[str]:
        started = {event.attempt_id for event in self.world.journal if isinstance(event, e.PaymentRequested)}
        ended = {
            event.attempt_id
            for event in self.world.journal
            if isinstance(event, e.PaymentApproved | e.PaymentRefused)
        }
        return started - ended

    def charge(self, request: t.PaymentRequest) -> CardResult:
        self.receipts += 1
        return CardResult(
            result_code=0,
            amount_minor=request.amount_minor,
            currency=request.currency,
            terminal_id="T1",
            receipt_number=self.receipts,
        )

    # --- what may happen ---------------------------------------------------------------------------------

    @precondition(lambda self: self.world.phase in MEANT)
    @rule(data=st.data())
    def shopper_does_what_the_screen_offers(self, data: st.DataObject) -> None:
        self.do(data.draw(st.sampled_from(MEANT[self.world.phase])))

    @rule(command=st.sampled_from([*SHOPPING, *(scan(text) for text in CODES)]))
    def shopper_does_anything(self, command: c.AnyCommand) -> None:
        self.do(command)

    @precondition(lambda self: self.world.phase in (Phase.ATTRACT, Phase.SCANNING, Phase.TENDER))
    @rule(texts=st.lists(st.sampled_from(CODES[:6]), min_size=1, max_size=4))
    def shopper_wants_to_pay(self, texts: list[str]) -> None:
        """The whole way to the terminal in one step, so that what happens there is tried often."""
        self.world.ready()
        for text in texts:
            self.do(scan(text))
        self.do(c.Pay())
        self.do(c.PayByCard())

    @rule(device=st.sampled_from(Device), condition=st.sampled_from(Condition), comes_back=st.booleans())
    def device_changes(self, device: Device, condition: Condition, comes_back: bool) -> None:
        self.do(health(device, condition))
        if comes_back:
            self.do(health(device))

    @precondition(lambda self: self.timers)
    @rule(data=st.data())
    def time_passes(self, data: st.DataObject) -> None:
        which = data.draw(st.sampled_from(sorted(self.timers, key=lambda timer: timer.value)))
        self.timers.discard(which)
        self.do(timer(which))

    @precondition(lambda self: self.pending)
    @rule()
    def terminal_approves(self) -> None:
        """All goes well, twice as often as chance would have it."""
        self.terminal_charges(is_acknowledged=True, ending="approved")

    @precondition(lambda self: self.pending)
    @rule(is_acknowledged=st.booleans(), ending=st.sampled_from(["approved", "unknown"]))
    def terminal_charges(self, is_acknowledged: bool, ending: str) -> None:
        """The charge stands once its report is acknowledged; the ending may still get lost."""
        request = self.pending
        assert request is not None
        told = self.charge(request)
        assert self.world.keep(told, request.attempt_id), "what was asked for is acknowledged"
        assert self.world.keep(told, request.attempt_id), "and again when it is repeated"
        stored = [event for event in self.world.journal if isinstance(event, e.PaymentResultStored)]
        assert stored[-1].result == told
        self.pending = None
        if not is_acknowledged:  # the acknowledgement got lost, the terminal took the money back
            self.do(answer(request.attempt_id, t.Unknown(reason="line lost")))
            return
        self.charged[request.attempt_id] = told
        outcome = t.Approved(result=told) if ending == "approved" else t.Unknown(reason="line lost")
        self.do(answer(request.attempt_id, outcome))

    @precondition(lambda self: self.pending)
    @rule(change=st.sampled_from([{"amount_minor": 1}, {"currency": "CHF"}, {"terminal_id": "T2"}]))
    def terminal_charges_something_else(self, change: dict[str, object]) -> None:
        request = self.pending
        assert request is not None
        told = replace(self.charge(request), **change)
        assert not self.world.keep(told, request.attempt_id)
        self.pending = None
        self.do(answer(request.attempt_id, t.Reversed(reason="not what was asked")))

    @precondition(lambda self: self.pending)
    @rule(
        outcome=st.sampled_from(
            [t.Declined(result_code=5, text="NO"), t.Cancelled(result_code=108), t.NotCharged(reason="x")]
        )
    )
    def terminal_refuses(self, outcome: t.Outcome) -> None:
        request = self.pending
        assert request is not None
        self.pending = None
        self.do(answer(request.attempt_id, outcome))

    @precondition(lambda self: self.pending)
    @rule(is_charged=st.booleans(), needs_attendant=st.booleans())
    def terminal_falls_silent(self, is_charged: bool, needs_attendant: bool) -> None:
        request = self.pending
        assert request is not None
        self.pending = None
        if is_charged:
            self.charged[request.attempt_id] = self.charge(request)
        outcome = t.NeedsAttendant(reason="x") if needs_attendant else t.Unknown(reason="x")
        self.do(answer(request.attempt_id, outcome))

    @precondition(lambda self: self.asked)
    @rule(settles=st.sampled_from(["yes", "yes", "unplugged", "contradiction"]))
    def terminal_is_asked(self, settles: str) -> None:
        """It tells the truth, or nothing."""
        attempt = self.asked
        assert attempt is not None
        self.asked = None
        truth = self.charged[attempt.request.attempt_id]
        outcome: t.Outcome
        if settles == "unplugged":
            outcome = t.Unknown(reason="unplugged")
        elif settles == "contradiction":
            outcome = t.NeedsAttendant(reason="two answers")
        else:
            outcome = t.Approved(result=truth) if truth else t.NotCharged(reason="asked")
        self.do(answer(attempt.request.attempt_id, outcome))

    @rule(number=st.integers(1, 3), attempt=st.integers(1, 2))
    def a_late_report_of_a_charge_arrives(self, number: int, attempt: int) -> None:
        """Nobody waits for it: it must not be acknowledged, so that the terminal takes it back."""
        attempt_id = f"t{number}-{attempt}"
        if attempt_id in self.open_attempts() or self.charged.get(attempt_id):
            return
        request = t.PaymentRequest(attempt_id=attempt_id, amount_minor=199, currency="EUR")
        assert not self.world.keep(self.charge(request), attempt_id)
        self.do(answer(attempt_id, t.Approved(result=self.charge(request))))

    @precondition(lambda self: self.job)
    @rule(outcome=st.sampled_from(PrintOutcome))
    def printer_ends(self, outcome: PrintOutcome) -> None:
        assert self.job is not None
        job, self.job = self.job, None
        self.on_paper(job, outcome is not PrintOutcome.NOT_SENT)
        self.do(printed(job.job_id, outcome))

    @precondition(lambda self: self.world.phase in (Phase.PAID, Phase.RECEIPT))
    @rule(which=st.sampled_from([f.Timer.PAID, f.Timer.RECEIPT]), then_paper=st.booleans())
    def shopper_waits_for_the_receipt(self, which: f.Timer, then_paper: bool) -> None:
        self.do(health(Device.PRINTER))
        if which in self.timers:
            self.timers.discard(which)
            self.do(timer(which))
        if then_paper:
            self.do(PAPER)

    @precondition(lambda self: self.job)
    @rule()
    def printer_waits_for_paper(self) -> None:
        assert self.job is not None
        self.do(paper_out(self.job.job_id))

    def on_paper(self, job: f.PrintReceipt, may_be: bool) -> None:
        if may_be and job.receipt.copy == 1:
            self.originals[job.receipt.number] += 1

    @rule(is_charged=st.booleans(), times=st.integers(1, 3))
    def power_is_cut(self, is_charged: bool, times: int) -> None:
        """All but the journal is lost. A payment on its way may have gone through."""
        if self.pending is not None:
            if is_charged:
                self.charged[self.pending.attempt_id] = self.charge(self.pending)
            self.pending = None
        if self.job is not None:
            self.on_paper(self.job, True)
            self.job = None
        self.asked = None
        states = []
        for _ in range(times):  # it may be cut again while starting
            self.timers.clear()
            self.world.restart()
            self.take_effects(self.world.new)
            states.append(self.world.state)
        assert all(state == states[0] for state in states), "recovering twice is recovering once"
        assert self.pending is None
        assert self.job is None

    # --- what must hold ----------------------------------------------------------------------------------

    @invariant()
    def paid_means_proven_durable_and_charged(self) -> None:
        sale = self.world.state.transaction
        if sale is None or not sale.is_paid or not sale.taken:
            return
        (part,) = sale.taken
        truth = self.charged[part.attempt_id]
        assert truth is not None, "paid, but nothing was charged"
        assert truth.amount_minor == part.amount_minor == sale.priced.total_minor
        assert any(
            isinstance(event, e.PaymentResultStored) and event.is_as_requested and event.result == truth
            for event in self.world.journal
        )

    @invariant()
    def no_sale_is_charged_twice(self) -> None:
        standing = Counter(attempt.rpartition("-")[0] for attempt, charge in self.charged.items() if charge)
        assert all(count == 1 for count in standing.values()), standing

    @invariant()
    def nobody_leaves_without_the_goods_he_was_charged_for(self) -> None:
        """A charge that stands belongs to a sale that is paid, or still locked on this lane."""
        sale = self.world.state.transaction
        paid = {event.attempt_id for event in self.world.journal if isinstance(event, e.PaymentApproved)}
        for attempt, charge in self.charged.items():
            if charge is not None and attempt not in paid:
                assert sale is not None
                assert sale.payment is not None
                assert sale.payment.attempt_id == attempt
                assert self.world.phase in (Phase.CARD, Phase.UNKNOWN)

    @invariant()
    def the_total_is_what_the_journal_adds_up_to(self) -> None:
        """An independent sum over the item events since the sale began."""
        sale = self.world.state.transaction
        if sale is None:
            return
        lines: dict[int, tuple[int, int]] = {}
        for event in self.world.journal:
            match event:
                case e.TransactionStarted():
                    lines = {}
                case e.ItemAdded():
                    each = event.product.price_minor
                    if event.price_minor is not None:
                        each = event.price_minor
                    elif event.weight_g is not None:
                        each = (each * event.weight_g + 500) // 1000
                    lines[event.line_id] = (each, lines.get(event.line_id, (0, 0))[1] + event.quantity)
                case e.QuantityChanged():
                    lines[event.line_id] = (lines[event.line_id][0], event.quantity)
                case e.ItemVoided():
                    del lines[event.line_id]
        assert sale.priced.total_minor == sum(each * count for each, count in lines.values())
        asked = [event for event in self.world.journal if isinstance(event, e.PaymentRequested)]
        if self.world.phase in (Phase.CARD, Phase.UNKNOWN):
            assert asked[-1].amount_minor == sale.due_minor

    @invariant()
    def transaction_numbers_have_no_gap(self) -> None:
        numbers = [event.number for event in self.world.journal if isinstance(event, e.TransactionStarted)]
        assert numbers == list(range(1, len(numbers) + 1))

    @invariant()
    def the_journal_alone_gives_the_state(self) -> None:
        since_idle = self.world.folded()
        whole = fold(self.world.journal, State(language="en"))
        assert whole == self.world.state
        assert replace(since_idle, devices={}) == replace(whole, devices={})

    @invariant()
    def at_most_one_unmarked_receipt_may_be_on_paper(self) -> None:
        assert all(count <= 1 for count in self.originals.values()), self.originals

    @invariant()
    def a_phase_that_waits_is_waited_for(self) -> None:
        """No dead ends: a timer runs, a device is at work, or the shopper has the next word."""
        state = self.world.state
        match state.phase:
            case Phase.CARD:
                assert self.pending is not None
            case Phase.UNKNOWN:
                assert self.asked is not None or f.Timer.ASK_TERMINAL in self.timers
            case Phase.PAID:
                assert f.Timer.PAID in self.timers
            case Phase.NOT_FOUND:
                assert f.Timer.NOT_FOUND in self.timers
            case Phase.RECEIPT:
                assert f.Timer.RECEIPT in self.timers or state.help_called or self.job is not None
            case Phase.THANKS:
                assert f.Timer.THANKS in self.timers or state.help_called
            case _:
                pass


TestCheckout = Checkout.TestCase
TestCheckout.settings = settings(
    max_examples=120, stateful_step_count=70, deadline=None, derandomize=True, database=None
)
