"""A lane without machinery: decide, evolve and react in memory, with everything recorded and checked."""

from collections.abc import Callable
from typing import TypeVar

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.assortment import Assortment
from kiosk.checkout.decide import decide
from kiosk.checkout.decision import Context, Decision, Ignored, Refused
from kiosk.checkout.evolve import evolve, fold
from kiosk.checkout.payment import may_acknowledge
from kiosk.checkout.reactions import reactions
from kiosk.checkout.shop import Shop
from kiosk.checkout.state import Phase, State, Transaction
from kiosk.devices import terminal as t
from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.printer import PrintAnswer, PrintOutcome, PrintWaiting
from kiosk.devices.scanner import CodeRead
from retail.card import Baseline, CardResult
from retail.catalogue import Goods, Product
from retail.codes import Symbology, check_digit
from retail.interventions.policy import AuditRules, GoodsRules, Policy
from retail.interventions.situation import Rules
from retail.journal import events as e
from retail.journal.value import ValueCaptured
from retail.member import Member, MemberKey
from retail.pricing import Pricer
from retail.receipt import Seller
from retail.stored_value.limits import ValueRisked
from retail.terms import Terms, no_terms

Happened = TypeVar("Happened", bound=e.Event)
POLICY = Policy(
    goods=GoodsRules(priceless="sold"), audit=AuditRules(random_permille=0, partial_from=0, full_from=0)
)
SHOP = Shop(lane="1", currency="EUR", seller=Seller(name="Shop"), rules=Rules(policy=POLICY))


def product(gtin: str, price_minor: int, *, unit: str = "piece", rate_bp: int = 1900) -> Product:
    return Product(
        key=gtin.zfill(14),
        gtin=gtin,
        names={"": f"product {gtin}", "de": f"Ware {gtin}"},
        price_minor=price_minor,
        currency="EUR",
        tax_rate_bp=rate_bp,
        unit=unit,
    )


def ean(payload: str) -> str:
    return payload + str(check_digit(payload))


PEN, MILK, FREE = "4006381333931", "5901234123457", "96385074"
CHEESE, CAKE = ean("261234500000"), ean("221234500000")
GOODS = Goods(
    [
        product(PEN, 199),
        product(MILK, 109, rate_bp=700),
        product(FREE, 0),
        product(CHEESE, 1299, unit="kg", rate_bp=700),
        product(CAKE, 100),
    ]
)


class Members:
    """A directory of members by what they show."""

    def __init__(self, **by_value: Member) -> None:
        self.by_value = by_value

    def find(self, key: MemberKey) -> Member | None:
        return self.by_value.get(key.value)


class Book:
    """The lane's book, read from the journal as it is."""

    def __init__(self, journal: list[e.AnyEvent]) -> None:
        self.journal = journal

    def is_used(self, redemption_key: str) -> bool:
        return any(event.redemption_key == redemption_key for event in self.of(e.CouponRedeemed))

    def risked_on(self, day: str) -> int:
        return sum(event.is_at_risk and event.redeemed_on == day for event in self.of(e.CouponRedeemed))

    def value_risked(self, card_key: str, day: str) -> ValueRisked:
        taken = [one for one in self.of(ValueCaptured) if one.is_at_risk and one.captured_on == day]
        return ValueRisked(
            spent_minor=sum(one.amount_minor for one in taken if one.card_key == card_key),
            other_cards=len({one.card_key for one in taken} - {card_key}),
        )

    def points_spent(self, member_id: str, since: str) -> int:
        return sum(event.points_spent for event in self.of(e.RewardsGranted) if event.member_id == member_id)

    def of(self, kind: type[Happened]) -> list[Happened]:
        return [event for event in self.journal if isinstance(event, kind)]


def assortment(terms: Terms, goods: Goods, members: Members | None = None, mark: str = "p1") -> Assortment:
    return Assortment(
        catalogue=goods,
        terms=terms,
        pricer=Pricer(terms),
        members=members or Members(),
        mark=mark,
        card_secret=b"the shop's own",
        secret=b"the shop's own",
    )


PLAIN = assortment(no_terms("EUR"), GOODS)


class World:
    """One lane. `journal` is all that survives `restart`."""

    def __init__(self, sells_by: Assortment = PLAIN) -> None:
        self.sells_by = sells_by
        self.shop = SHOP
        self.day = "2026-03-01"
        self.journal: list[e.AnyEvent] = []
        self.effects: list[f.AnyEffect] = []
        self.new: list[f.AnyEffect] = []
        """Effects of the last command."""
        self.state = State(language=SHOP.language)
        self.ids = 0

    @property
    def phase(self) -> Phase:
        return self.state.phase

    @property
    def sale(self) -> Transaction:
        assert self.state.transaction is not None
        return self.state.transaction

    @property
    def attempt_id(self) -> str:
        assert self.sale.payment is not None
        return self.sale.payment.attempt_id

    @property
    def job_id(self) -> str:
        assert self.sale.printing is not None
        return self.sale.printing.job_id

    def do(self, asked: "c.AnyCommand | Callable[[World], c.AnyCommand]") -> Decision:
        """Decide; store and apply what was decided. A function is given the lane as it is by then."""
        command = asked(self) if callable(asked) else asked
        self.ids += 1
        context = Context(
            assortment=self.sells_by,
            book=Book(self.journal),
            shop=self.shop,
            utc=f"{self.day}T10:{self.ids // 60 % 60:02}:{self.ids % 60:02}.000000Z",
            local=f"{self.day}T11:{self.ids // 60 % 60:02}:{self.ids % 60:02}+01:00",
            new_id=f"t{self.ids}",
        )
        decision = decide(self.state, command, context)
        self.new = []
        if isinstance(decision, tuple):
            for event in decision:
                before, self.state = self.state, evolve(self.state, event, self.shop.rules)
                self.journal.append(event)
                self.new.extend(reactions(self.state, event, self.shop, before=before, said=command))
            self.effects.extend(self.new)
        return decision

    def run(self, *commands: "c.AnyCommand | Callable[[World], c.AnyCommand]") -> None:
        """Commands that must all lead to events."""
        for command in commands:
            decision = self.do(command)
            assert isinstance(decision, tuple), (command, decision)

    def refused(self, command: c.AnyCommand) -> str:
        """The code with which `command` is refused, having changed nothing."""
        before = self.state
        decision = self.do(command)
        assert isinstance(decision, Refused), decision
        assert self.state == before
        return decision.code

    def ignored(self, command: "c.AnyCommand | Callable[[World], c.AnyCommand]") -> str:
        before = self.state
        decision = self.do(command)
        assert isinstance(decision, Ignored), decision
        assert self.state == before
        return decision.reason

    def folded(self) -> State:
        """What a program that starts now reads from the journal."""
        idle = [index for index, event in enumerate(self.journal) if isinstance(event, e.LaneIdle)]
        return fold(self.journal[idle[-1] if idle else 0 :], State(language=SHOP.language), self.shop.rules)

    def restart(self) -> None:
        """Lose everything but the journal, and start."""
        self.state = self.folded()
        self.run(c.StartLane(lane="1", version="1"))

    def ready(self, *devices: Device) -> None:
        for device in devices or tuple(Device):
            self.do(health(device))

    def open(self) -> None:
        """A started lane with all devices well."""
        self.run(c.StartLane(lane="1", version="1"))
        self.ready()
        self.run(c.ReportRegistration(registered=t.TerminalRegistered(baseline=BASELINE)))

    def to_card(self, *texts: str) -> None:
        self.run(*[scan(text) for text in texts or (PEN,)], c.Pay(), c.PayByCard())

    def to_receipt(self) -> None:
        self.to_card()
        self.run(answer(self.attempt_id, t.Approved(result=result(self))), timer(f.Timer.PAID))

    def keep(self, told: CardResult, attempt_id: str | None = None) -> bool:
        """What the engine does for a driver: store, then say whether to acknowledge."""
        attempt_id = attempt_id or self.attempt_id
        self.do(c.KeepResult(attempt_id=attempt_id, result=told))
        return may_acknowledge(self.state, attempt_id, told)

    def count(self, kind: type[f.Effect]) -> int:
        return sum(isinstance(effect, kind) for effect in self.effects)

    def closed_as(self) -> str:
        """How the newest closed sale's receipt ended."""
        return next(
            event.receipt for event in reversed(self.journal) if isinstance(event, e.TransactionClosed)
        )


BASELINE = Baseline(terminal_id="T1", receipt_number=7, trace_number=70)


def scan(text: str, symbology: Symbology | None = None) -> c.ScanCode:
    kind = symbology or (Symbology.EAN_8 if len(text) == 8 else Symbology.EAN_13)
    return c.ScanCode(read=CodeRead(text=text, symbology=kind, evidence=("zxing@1",)))


def health(device: Device, condition: Condition = Condition.READY, code: str = "") -> c.ReportHealth:
    return c.ReportHealth(health=Health(device=device, condition=condition, code=code))


def answer(attempt_id: str, outcome: t.Outcome) -> c.ReportPayment:
    return c.ReportPayment(answer=t.PaymentAnswer(attempt_id=attempt_id, outcome=outcome))


def result(world: World, *, amount_minor: int | None = None, code: int = 0) -> CardResult:
    payment = world.sale.payment
    asked_minor = payment.amount_minor if payment else world.sale.due_minor
    return CardResult(
        result_code=code,
        amount_minor=asked_minor if amount_minor is None else amount_minor,
        currency="EUR",
        terminal_id="T1",
        receipt_number=8,
        trace_number=80,
        card_name="VISA",
    )


def timer(which: f.Timer) -> c.FireTimer:
    return c.FireTimer(timer=which.value)


def printed(job_id: str, outcome: PrintOutcome = PrintOutcome.PRINTED) -> c.ReportPrint:
    return c.ReportPrint(answer=PrintAnswer(job_id=job_id, outcome=outcome))


def paper_out(job_id: str) -> c.ReportPrintWaiting:
    return c.ReportPrintWaiting(waiting=PrintWaiting(job_id=job_id, code="paper_end"))


PAPER = c.ChooseReceipt(kind=e.ReceiptKind.PAPER)
QR = c.ChooseReceipt(kind=e.ReceiptKind.QR)
NO_RECEIPT = c.ChooseReceipt(kind=e.ReceiptKind.NONE)
