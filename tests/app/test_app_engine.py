"""The engine: one command at a time, durable before anything acts on it, calm when the disk is not."""

import concurrent.futures
import datetime
import threading
import time
from collections.abc import Callable, Iterator, Sequence

import pytest
from msgspec.structs import replace

from kiosk.app import engine as engine_module
from kiosk.app.engine import Engine, NotStoredError
from kiosk.app.held_back import HELD_MAX, HeldBack
from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.assortment import Assortment, NothingShown
from kiosk.checkout.desk import CouponAnswer, PointsAnswer, StoreAnswer, Verdict
from kiosk.checkout.diagram.shop import ORDER_CODE
from kiosk.checkout.evolve import fold
from kiosk.checkout.shop import Shop
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase, State
from kiosk.database.errors import JournalWriteError
from kiosk.devices import terminal as t
from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.printer import PrintAnswer, PrintOutcome
from kiosk.devices.scanner import CodeRead
from retail.card import Baseline, CardResult
from retail.catalogue import Goods, Product
from retail.codes import Symbology
from retail.credential.code import Credential
from retail.credential.reasons import Reason
from retail.interventions.events import InterventionEvent
from retail.interventions.policy import AuditRules, Policy
from retail.interventions.situation import Rules
from retail.journal import events as e
from retail.journal.chain import GENESIS, Entry, seal
from retail.member import Member, MemberKey
from retail.pricing import Pricer
from retail.receipt import Seller
from retail.terms import no_terms
from retail.wire import orders as wire

PEN = Product(
    key="04006381333931",
    gtin="4006381333931",
    names={"": "Pen"},
    price_minor=199,
    currency="EUR",
    tax_rate_bp=1900,
)
NO_LOT = Rules(policy=Policy(audit=AuditRules(random_permille=0, partial_from=0, full_from=0)))
SHOP = Shop(lane="1", currency="EUR", seller=Seller(name="Shop"), thanks_s=1, rules=NO_LOT)
SCAN = c.ScanCode(read=CodeRead(text=PEN.gtin, symbology=Symbology.EAN_13, first_seen_at=1.5, frame_at=2.5))
RESULT = CardResult(result_code=0, amount_minor=199, currency="EUR", terminal_id="T1", receipt_number=8)
DEADLINE_S = 5.0


class Nobody:
    """A directory without members and a book without entries."""

    def find(self, key: MemberKey) -> Member | None:
        return None

    def is_used(self, redemption_key: str) -> bool:
        return False

    def risked_on(self, day: str) -> int:
        return 0

    def points_spent(self, member_id: str, since: str) -> int:
        return 0


def assortment(*products: Product, mark: str = "p1") -> Assortment:
    terms = no_terms("EUR")
    return Assortment(
        catalogue=Goods(products), terms=terms, pricer=Pricer(terms), members=Nobody(), mark=mark
    )


class FakeClock:
    def now(self) -> datetime.datetime:
        return datetime.datetime(2026, 3, 1, 11, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))

    def monotonic(self) -> float:
        return time.monotonic()


class FakeIds:
    def __init__(self) -> None:
        self.made = 0

    def new(self) -> str:
        self.made += 1
        return f"t{self.made}"


class FakeJournal:
    """Stores in memory; refuses while `fault` is set; waits at `gate` if there is one."""

    def __init__(self, log: list[object]) -> None:
        self.log = log
        self.stored: list[Entry] = []
        self.fault: Exception | None = None
        self.gate: threading.Event | None = None
        self.tries = 0

    def append(self, events: Sequence[e.AnyEvent], at: str) -> tuple[Entry, ...]:
        self.tries += 1
        if self.gate is not None:
            assert self.gate.wait(DEADLINE_S)
        if self.fault is not None:
            raise self.fault
        entries = []
        for event in events:
            previous = self.stored[-1].hash if self.stored else GENESIS
            entry = seal(event, sequence=len(self.stored) + 1, at=at, previous=previous)
            self.stored.append(entry)
            entries.append(entry)
            self.log.append(event)
        return tuple(entries)

    def since_idle(self) -> Iterator[Entry]:
        return iter(tuple(self.stored))

    def events(self) -> list[e.AnyEvent]:
        return [entry.event() for entry in self.stored]


class Rig:
    """An engine with everything around it recorded in one order."""

    def __init__(
        self, journal: FakeJournal | None = None, sells_by: Assortment | None = None, shop: Shop = SHOP
    ) -> None:
        self.log: list[object] = []
        self.journal = journal or FakeJournal(self.log)
        self.journal.log = self.log
        self.effects: list[f.AnyEffect] = []
        self.shown: list[Snapshot] = []
        self.fail_on: type[f.Effect] | None = None
        self.engine = Engine(
            journal=self.journal,
            book=Nobody(),
            assortment=sells_by or assortment(PEN),
            shop=shop,
            clock=FakeClock(),
            ids=FakeIds(),
            perform=self._perform,
            show=self._show,
        )

    def _perform(self, effect: f.AnyEffect) -> None:
        if self.fail_on is not None and isinstance(effect, self.fail_on):
            raise RuntimeError("a driver broke its promise")
        self.effects.append(effect)
        self.log.append(effect)

    def _show(self, snapshot: Snapshot) -> None:
        self.shown.append(snapshot)
        self.log.append(snapshot)

    def effects_asked(self) -> list[object]:
        """What the service was asked."""
        return [one.question for one in self.effects if isinstance(one, f.AskStore)]

    @property
    def last(self) -> Snapshot:
        return self.shown[-1]

    @property
    def phase(self) -> Phase:
        return self.last.state.phase

    def wait(self, condition: Callable[[], bool], what: str = "the condition") -> None:
        deadline = time.monotonic() + DEADLINE_S
        while not condition():
            assert time.monotonic() < deadline, f"waited in vain for {what}"
            threading.Event().wait(0.002)

    def do(self, *commands: c.AnyCommand) -> None:
        """Post commands and wait until all were handled."""
        for command in commands:
            self.engine.post(command)
        self.settle()

    def settle(self) -> None:
        """Wait until everything posted before was handled: a question with an answer comes after it."""
        answer: concurrent.futures.Future[bool] = concurrent.futures.Future()
        self.engine._inbox.put((c.KeepResult(attempt_id="nobody", result=RESULT), answer))
        answer.exception(DEADLINE_S)

    def to_card(self) -> None:
        self.do(
            health(Device.TERMINAL),
            health(Device.PRINTER),
            c.ReportRegistration(
                registered=t.TerminalRegistered(baseline=Baseline(terminal_id="T1", receipt_number=7))
            ),
            SCAN,
            c.Pay(),
            c.PayByCard(),
        )
        assert self.phase is Phase.CARD


def health(device: Device, condition: Condition = Condition.READY, code: str = "") -> c.ReportHealth:
    return c.ReportHealth(health=Health(device=device, condition=condition, code=code))


def approved(attempt_id: str = "t5-1") -> c.ReportPayment:
    return c.ReportPayment(answer=t.PaymentAnswer(attempt_id=attempt_id, outcome=t.Approved(result=RESULT)))


FULL = JournalWriteError("disk_full", "the disk is full")


@pytest.fixture
def rig() -> Iterator[Rig]:
    made = Rig()
    made.engine.start("1.0")
    made.wait(lambda: bool(made.shown), "the first snapshot")
    yield made
    made.engine.stop()
    assert not made.engine._thread.is_alive()


def attempt(rig: Rig) -> str:
    payment = rig.last.state.transaction.payment if rig.last.state.transaction else None
    assert payment is not None
    return payment.attempt_id


# --- order -----------------------------------------------------------------------------------------------


def test_the_first_entry_says_that_the_lane_started(rig: Rig) -> None:
    assert rig.journal.events() == [e.LaneStarted(lane="1", version="1.0")]


def test_an_item_is_stored_then_heard_then_shown(rig: Rig) -> None:
    rig.log.clear()
    rig.do(SCAN)
    kinds = [type(item).__name__ for item in rig.log if not isinstance(item, f.SetTimer)]
    assert kinds == ["TransactionStarted", "ItemAdded", "BasketPriced", "Play", "Snapshot"]
    assert (rig.last.first_seen_at, rig.last.frame_at) == (1.5, 2.5)


def test_no_effect_happens_before_the_commit_that_asked_for_it(rig: Rig) -> None:
    rig.to_card()
    rig.journal.gate = threading.Event()
    tries = rig.journal.tries
    rig.engine.post(approved(attempt(rig)))
    rig.wait(lambda: rig.journal.tries > tries, "the append")
    assert not any(isinstance(one, f.Play) and one.sound is f.Sound.PAID for one in rig.effects)
    assert rig.phase is Phase.CARD
    rig.journal.gate.set()
    rig.wait(lambda: rig.phase is Phase.PAID, "paid")
    stored = [type(item).__name__ for item in rig.log if not isinstance(item, Snapshot)]
    assert stored[-4:] == ["PaymentResultStored", "PaymentApproved", "Play", "SetTimer"]


def test_commands_are_handled_in_the_order_they_came(rig: Rig) -> None:
    rig.do(*[SCAN] * 20, *[c.RemoveLast()] * 4, c.Pay())
    assert rig.phase is Phase.TENDER
    sale = rig.last.state.transaction
    assert sale is not None
    assert sale.priced.total_minor == 16 * PEN.price_minor


def test_refusals_are_shown_and_ignored_commands_are_not(rig: Rig) -> None:
    rig.do(c.StartShopping())
    before = len(rig.shown)
    rig.do(c.Pay())
    assert rig.last.refusal == "basket_empty"
    rig.do(c.StartShopping())
    assert len(rig.shown) == before + 1
    rig.do(SCAN)
    assert rig.last.refusal == ""
    assert [one.sequence for one in rig.shown] == list(range(1, len(rig.shown) + 1))


def test_a_whole_purchase_ends_idle_with_one_charge_and_one_receipt(rig: Rig) -> None:
    rig.to_card()
    assert rig.engine.keep(attempt(rig), RESULT) is True
    rig.do(approved(attempt(rig)), c.FireTimer(timer="paid"), c.ChooseReceipt(kind=e.ReceiptKind.PAPER))
    (job,) = [one.job_id for one in rig.effects if isinstance(one, f.PrintReceipt)]
    rig.do(c.ReportPrint(answer=PrintAnswer(job_id=job, outcome=PrintOutcome.PRINTED)))
    assert rig.phase is Phase.THANKS
    rig.do(c.Finish())
    assert rig.phase is Phase.ATTRACT
    assert sum(isinstance(one, f.Authorise) for one in rig.effects) == 1
    assert sum(isinstance(one, f.PrintReceipt) for one in rig.effects) == 1
    assert fold(rig.journal.events(), State(language="en")) == rig.last.state


# --- keep ------------------------------------------------------------------------------------------------


def test_keep_answers_only_after_the_result_is_durable(rig: Rig) -> None:
    rig.to_card()
    rig.journal.gate = threading.Event()
    verdicts: list[bool] = []
    driver = threading.Thread(target=lambda: verdicts.append(rig.engine.keep(attempt(rig), RESULT)))
    tries = rig.journal.tries
    driver.start()
    rig.wait(lambda: rig.journal.tries > tries, "the append")
    assert verdicts == []
    rig.journal.gate.set()
    driver.join(DEADLINE_S)
    assert verdicts == [True]
    assert isinstance(rig.journal.events()[-1], e.PaymentResultStored)


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, True),
        ({"amount_minor": 198}, False),
        ({"amount_minor": None}, False),
        ({"currency": "CHF"}, False),
        ({"currency": None}, False),
        ({"terminal_id": "T2"}, False),
        ({"result_code": 5, "amount_minor": None}, True),
    ],
)
def test_only_what_was_asked_for_is_acknowledged_and_refusals_always(
    rig: Rig, changes: dict[str, object], verdict: bool
) -> None:
    rig.to_card()
    fields = {name: getattr(RESULT, name) for name in RESULT.__struct_fields__} | changes
    result = CardResult(**fields)  # type: ignore[arg-type]
    assert rig.engine.keep(attempt(rig), result) is verdict
    stored = rig.journal.events()[-1]
    assert isinstance(stored, e.PaymentResultStored)
    assert stored.result == result
    assert stored.is_as_requested is (verdict and result.result_code == 0)


def test_a_repeated_result_is_stored_once_and_acknowledged_again(rig: Rig) -> None:
    rig.to_card()
    assert [rig.engine.keep(attempt(rig), RESULT) for _ in range(3)] == [True, True, True]
    assert sum(isinstance(event, e.PaymentResultStored) for event in rig.journal.events()) == 1
    open_attempt = attempt(rig)
    rig.do(approved(open_attempt))
    assert rig.engine.keep(open_attempt, RESULT) is True


def test_an_approval_nobody_waits_for_is_not_acknowledged(rig: Rig) -> None:
    assert rig.engine.keep("t1-1", RESULT) is False
    rig.to_card()
    assert rig.engine.keep("other", RESULT) is False
    assert not any(isinstance(event, e.PaymentResultStored) for event in rig.journal.events())


def test_a_result_that_cannot_be_stored_is_not_acknowledged(rig: Rig) -> None:
    rig.to_card()
    rig.journal.fault = FULL
    with pytest.raises(NotStoredError, match="disk is full"):
        rig.engine.keep(attempt(rig), RESULT)
    rig.journal.fault = None
    assert rig.engine.keep(attempt(rig), RESULT) is True


def test_a_result_that_waits_too_long_is_refused_within_the_terminal_s_patience(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit is for queueing and storing together: a terminal gives up after five seconds."""
    monkeypatch.setattr(engine_module, "KEEP_TIMEOUT_S", 0.05)
    rig.to_card()
    rig.journal.gate = threading.Event()
    rig.engine.post(c.CallHelp())
    started = time.monotonic()
    with pytest.raises(NotStoredError):
        rig.engine.keep(attempt(rig), RESULT)
    assert time.monotonic() - started < 1
    rig.journal.gate.set()
    rig.settle()
    assert not any(isinstance(event, e.PaymentResultStored) for event in rig.journal.events())


# --- outages ---------------------------------------------------------------------------------------------


@pytest.fixture
def fast_retry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "RETRY_S", 0.01)


def test_a_full_disk_changes_nothing_and_says_so(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "RETRY_S", 60)
    rig.do(SCAN)
    state, effects = rig.last.state, list(rig.effects)
    rig.journal.fault = FULL
    rig.do(SCAN)
    assert (rig.last.outage, rig.last.outage_detail) == ("disk_full", "the disk is full")
    assert (rig.last.state, rig.effects) == (state, effects)
    rig.journal.fault = None
    rig.do(SCAN)
    assert rig.last.outage == ""
    sale = rig.last.state.transaction
    assert sale is not None
    assert sale.priced.item_count == 2


@pytest.mark.usefixtures("fast_retry")
def test_the_lane_comes_back_by_itself(rig: Rig) -> None:
    rig.journal.fault = FULL
    rig.engine.post(health(Device.CAMERA, Condition.FAULT, "unplugged"))
    rig.wait(lambda: rig.last.outage == "disk_full", "the outage")
    rig.journal.fault = None
    rig.wait(lambda: rig.last.outage == "", "the end of the outage")
    assert rig.last.state.device(Device.CAMERA).code == "unplugged"


def test_a_payment_s_answer_survives_an_outage_that_a_later_command_ends(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer comes once. A tap that happens to be stored first must not push it out."""
    monkeypatch.setattr(engine_module, "RETRY_S", 60)
    rig.to_card()
    rig.journal.fault = FULL
    rig.do(approved(attempt(rig)))
    assert rig.phase is Phase.CARD
    rig.journal.fault = None
    rig.do(c.CallHelp())
    assert rig.phase is Phase.PAID
    told = [type(event) for event in rig.journal.events() if not isinstance(event, InterventionEvent)]
    assert told[-2:] == [e.PaymentApproved, e.HelpCalled]


def test_what_devices_said_in_an_outage_keeps_its_order(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "RETRY_S", 60)
    rig.journal.fault = FULL
    rig.do(health(Device.TERMINAL, Condition.FAULT, "unplugged"))
    rig.journal.fault = None
    rig.do(health(Device.TERMINAL))
    assert rig.last.outage == ""
    assert rig.last.state.device(Device.TERMINAL).condition is Condition.READY


def test_flapping_devices_do_not_push_a_payment_s_answer_out_of_an_outage(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "RETRY_S", 60)
    rig.to_card()
    rig.journal.fault = FULL
    flapping = [
        health(Device.PRINTER, Condition.FAULT if n % 2 else Condition.WARNING, f"c{n}")
        for n in range(2 * HELD_MAX)
    ]
    rig.engine.post(approved(attempt(rig)))
    for command in flapping:
        rig.engine.post(command)
    rig.settle()
    rig.journal.fault = None
    rig.do(c.CallHelp())
    assert rig.phase is Phase.PAID
    assert rig.last.state.device(Device.PRINTER).code == f"c{2 * HELD_MAX - 1}"
    assert rig.engine.counts["dropped"] == 0


@pytest.mark.usefixtures("fast_retry")
def test_an_outage_ends_even_if_what_was_held_back_means_nothing_any_more(rig: Rig) -> None:
    rig.do(SCAN, c.ScanCode(read=CodeRead(text="1", symbology=Symbology.EAN_13)))
    assert rig.phase is Phase.NOT_FOUND
    rig.journal.fault = FULL
    rig.engine.post(c.FireTimer(timer="notfound"))
    rig.wait(lambda: rig.last.outage == "disk_full", "the outage")
    rig.journal.fault = None
    rig.wait(lambda: rig.last.outage == "", "the end of the outage")
    assert rig.phase is Phase.SCANNING


def test_a_lane_that_starts_on_a_full_disk_starts_when_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "RETRY_S", 60)
    rig = Rig()
    rig.journal.fault = FULL
    rig.engine.start("1.0")
    rig.wait(lambda: bool(rig.shown) and rig.last.outage == "disk_full", "the outage")
    rig.journal.fault = None
    rig.do(SCAN)
    assert [type(event) for event in rig.journal.events()] == [
        e.LaneStarted,
        e.TransactionStarted,
        e.ItemAdded,
        e.BasketPriced,
    ]
    rig.engine.stop()


def test_only_so_much_is_held_back_and_what_a_shopper_tapped_is_not() -> None:
    held = HeldBack()
    assert held.hold(c.Pay())
    assert len(held) == 0
    for n in range(HELD_MAX):
        assert held.hold(c.FireTimer(timer=str(n)))
    assert held.hold(c.FireTimer(timer="0"))  # newer word on the same subject
    assert not held.hold(c.FireTimer(timer="one more"))
    assert len(held) == HELD_MAX
    assert held.oldest() == c.FireTimer(timer="1")


# --- limits and broken promises --------------------------------------------------------------------------


def test_a_full_inbox_drops_and_counts(rig: Rig) -> None:
    rig.journal.gate = threading.Event()
    rig.engine.post(c.CallHelp())
    rig.wait(lambda: rig.engine._inbox.empty(), "the engine to be busy")
    for _ in range(engine_module.INBOX_MAX + 7):
        rig.engine.post(c.EndHelp())
    assert rig.engine.counts["dropped"] == 7
    rig.journal.gate.set()
    rig.wait(lambda: rig.engine._inbox.empty(), "the inbox to empty")
    rig.settle()
    assert rig.last.state.help_called is False


def test_a_broken_promise_stops_the_lane_with_its_state_saved(rig: Rig) -> None:
    rig.do(SCAN)
    rig.fail_on = f.SetTimer
    rig.engine.post(c.Pay())
    rig.wait(lambda: rig.last.outage == "broken", "the stop")
    assert "a driver broke its promise" in rig.last.outage_detail
    assert rig.phase is Phase.TENDER
    stored = len(rig.journal.stored)
    rig.engine.post(c.LeaveTender())
    rig.wait(lambda: not rig.engine._thread.is_alive(), "the end of the thread")
    assert len(rig.journal.stored) == stored
    assert fold(rig.journal.events(), State()).phase is Phase.TENDER


def test_what_cannot_be_folded_is_never_stored(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the lane could never start again: every start folds the journal."""
    rig.do(SCAN)
    stored = len(rig.journal.stored)
    monkeypatch.setattr(engine_module, "decide", lambda *_: (e.ItemVoided(line_id=99),))
    rig.engine.post(c.RemoveLast())
    rig.wait(lambda: rig.last.outage == "broken", "the stop")
    assert len(rig.journal.stored) == stored


def test_stopping_twice_is_safe_and_finishes_what_was_queued() -> None:
    rig = Rig()
    rig.engine.stop()
    rig.engine.start("1.0")
    for _ in range(50):
        rig.engine.post(SCAN)
    rig.engine.stop()
    rig.engine.stop()
    sale = rig.last.state.transaction
    assert sale is not None
    assert sale.priced.item_count == 50


# --- restart ---------------------------------------------------------------------------------------------


def test_a_restart_with_an_open_payment_asks_the_terminal_and_never_charges_again(rig: Rig) -> None:
    rig.to_card()
    open_attempt = attempt(rig)
    rig.engine.stop()
    for _ in range(2):  # recovering twice is recovering once
        again = Rig(rig.journal)
        again.engine.start("1.0")
        again.wait(lambda again=again: bool(again.shown), "the first snapshot")  # type: ignore[misc]
        again.settle()
        assert again.phase is Phase.UNKNOWN
        timers = [one for one in again.effects if isinstance(one, f.SetTimer)]
        assert timers
        assert {timer.timer for timer in timers} == {f.Timer.ASK_TERMINAL}
        again.do(c.FireTimer(timer="ask_terminal"))
        (recover,) = [one for one in again.effects if isinstance(one, f.RecoverPayment)]
        assert recover.attempt.request == t.PaymentRequest(
            attempt_id=open_attempt, amount_minor=199, currency="EUR"
        )
        assert recover.attempt.baseline == Baseline(terminal_id="T1", receipt_number=7)
        assert not any(isinstance(one, f.Authorise) for one in again.effects)
        again.engine.stop()


def test_a_restart_in_the_middle_of_a_receipt_does_not_print_it_again(rig: Rig) -> None:
    rig.to_card()
    rig.do(approved(attempt(rig)), c.FireTimer(timer="paid"), c.ChooseReceipt(kind=e.ReceiptKind.PAPER))
    rig.engine.stop()
    again = Rig(rig.journal)
    again.engine.start("1.0")
    again.do(health(Device.PRINTER))
    assert again.phase is Phase.RECEIPT
    assert not any(isinstance(one, f.PrintReceipt) for one in again.effects)
    again.do(c.ChooseReceipt(kind=e.ReceiptKind.PAPER))
    (copy,) = [one.receipt.copy for one in again.effects if isinstance(one, f.PrintReceipt)]
    assert copy == 2
    again.engine.stop()


# --- what is sold by -------------------------------------------------------------------------------------


CHEAP_PEN = replace(PEN, price_minor=99)


def test_a_new_assortment_waits_for_the_next_shopper_and_the_old_one_is_retired_then(rig: Rig) -> None:
    retired: list[str] = []
    rig.do(SCAN)
    rig.engine.offer_assortment(assortment(CHEAP_PEN, mark="p2"), lambda old: retired.append(old.mark))
    rig.engine.offer_assortment(assortment(CHEAP_PEN, mark="p3"), lambda old: retired.append(old.mark))
    rig.do(SCAN)
    sale = rig.last.state.transaction
    assert sale is not None
    assert (sale.prices, sale.priced.total_minor, retired) == ("p1", 398, [])
    rig.do(c.CancelTransaction(), SCAN)
    sale = rig.last.state.transaction
    assert sale is not None
    assert (sale.prices, sale.priced.total_minor, retired) == ("p3", 99, ["p1", "p2"])


class Noting(Pricer):
    forgotten = 0

    def forget(self) -> None:
        super().forget()
        self.forgotten += 1


def test_the_pricer_forgets_the_shopper_when_the_lane_is_free(rig: Rig) -> None:
    pricer = Noting(no_terms("EUR"))
    pricer.forgotten = 0
    rig.engine.offer_assortment(replace(assortment(PEN), pricer=pricer), lambda old: None)
    rig.do(SCAN, SCAN)
    assert pricer.forgotten == 0
    rig.do(c.CancelTransaction())
    assert pricer.forgotten == 1


def test_answers_about_coupons_and_points_are_held_back_by_what_they_are_about() -> None:
    held = HeldBack()
    verdict = Verdict.HELD
    for number in (1, 2, 1):
        about = CouponAnswer(transaction_id="t1", coupon_no=number, verdict=verdict)
        assert held.hold(c.ReportCoupon(answer=about))
    assert held.hold(c.ReportPoints(answer=PointsAnswer(transaction_id="t1", points=1, verdict=verdict)))
    assert len(held) == 3


# --- orders ----------------------------------------------------------------------------------------------


class Verifies(NothingShown):
    """A lane whose keys make every order's code count."""

    def order(self, credential: Credential, utc: str) -> Reason | None:
        return None


def test_an_order_is_collected_by_the_services_answers_and_stored_before_it_is_asked() -> None:
    made = Rig(sells_by=replace(assortment(PEN), shown=Verifies()), shop=replace(SHOP, hands_out=True))
    made.engine.start("1.0")
    try:
        made.do(c.ScanCode(read=CodeRead(text=ORDER_CODE, symbology=Symbology.QR)))
        shown = made.effects_asked()[-1]
        assert isinstance(shown, wire.ShowOrder)
        found = wire.OrderShown(
            verdict="found", order_id="o1", goods=(wire.OrderGoods(names={"": "Pen"}, quantity=1),)
        )
        made.do(c.ReportStore(answer=StoreAnswer(question=shown, answer=found)), c.HandOutOrder())
        asked = made.effects_asked()[-1]
        assert asked == wire.HandOutOrder(ask_id=shown.ask_id, order_id="o1")
        made.do(
            c.ReportStore(
                answer=StoreAnswer(question=asked, answer=wire.OrderHandedOut(verdict="handed_out"))
            )
        )
        assert made.last.state.order is not None
        assert (made.last.state.order.told, made.phase) == ("handed", Phase.ATTRACT)
        kinds = [type(one).__name__ for one in made.journal.events()]
        assert kinds == ["LaneStarted", "OrderAsked", "OrderFound", "OrderHandOutAsked", "OrderHandedOut"]
        names = [type(one).__name__ for one in made.log]
        assert names.index("OrderAsked") < names.index("AskStore")
    finally:
        made.engine.stop()
