"""A lane behind the window: the checkout's own rules decide each touch; the screen shows what came of it."""

import datetime
from typing import TypeVar

from msgspec.structs import replace
from ui_window import Shown, wait_until

from kiosk.checkout import commands as c
from kiosk.checkout.assortment import Assortment
from kiosk.checkout.decide import decide
from kiosk.checkout.decision import Context, Refused
from kiosk.checkout.evolve import fold
from kiosk.checkout.shop import Shop, Tenders
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import State
from kiosk.devices.clock import utc_text
from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.scanner import CodeRead
from kiosk.ui.view import CARDS_ONLY
from kiosk.ui.view.staff import staff_view
from kiosk.ui.view.staff_here import Here
from kiosk.ui.views.attended import StaffLineView
from kiosk.ui.voice import Voice
from retail.catalogue import Goods, Product
from retail.codes import Symbology, check_digit
from retail.interventions.policy import AgeRules, AuditRules, GoodsRules, Policy
from retail.interventions.sign_in import Claim, How
from retail.interventions.situation import Rules
from retail.interventions.words import Role
from retail.journal import events as e
from retail.member import Member, MemberKey
from retail.pricing import Pricer
from retail.receipt import Seller
from retail.terms import no_terms

NOW = datetime.datetime.now(datetime.UTC)
"""The window compares locks with the machine's clock."""
WINE, CHEESE, KIWI, BAG = (text + str(check_digit(text)) for text in (f"40000000000{at}" for at in range(4)))
NUMBER, PIN = "4711", "2468"
BADGE = "BADGE-ANNA"
SECRET = b"0123456789abcdef"
RULES = Rules(
    policy=Policy(
        goods=GoodsRules(priceless="sold"),
        age=AgeRules(categories={"wine": 18}),
        audit=AuditRules(random_permille=0, partial_from=0, full_from=0),
    )
)

Happened = TypeVar("Happened", bound=e.Event)


def _product(gtin: str, name: str, price_minor: int, category: str = "") -> Product:
    return Product(
        key=gtin.zfill(14),
        gtin=gtin,
        names={"": name},
        price_minor=price_minor,
        currency="EUR",
        tax_rate_bp=1900,
        category=category,
    )


class _Staff:
    """Anna, an attendant."""

    def by_badge(self, text: str) -> Claim | None:
        return Claim(staff_id="anna", how=How.BADGE, is_right=True) if text == BADGE else None

    def by_pin(self, number: str, pin: str) -> Claim:
        staff_id = "anna" if number == NUMBER else ""
        return Claim(staff_id=staff_id, how=How.PIN, is_right=pin == PIN, role=Role.ATTENDANT)

    def name(self, staff_id: str) -> str:
        return staff_id.title()


class _NoMembers:
    def find(self, key: MemberKey) -> Member | None:
        return None


class _NoBook:
    def is_used(self, redemption_key: str) -> bool:
        return False

    def risked_on(self, day: str) -> int:
        return 0

    def points_spent(self, member_id: str, since: str) -> int:
        return 0


class LaneOfRules:
    """Decides each touch as soon as it is posted, and shows what came of it."""

    def __init__(self, shown: Shown, tenders: Tenders = CARDS_ONLY, **shop: object) -> None:
        """`shop`: what this shop has besides (`kiosk.checkout.shop.Shop`)."""
        self.shown = shown
        terms = no_terms("EUR")
        goods = Goods(
            [
                _product(WINE, "Riesling", 799, "wine"),
                _product(CHEESE, "Gouda", 389),
                _product(KIWI, "Kiwi", 45, "produce/fruit"),
                _product(BAG, "Paper bag", 25, "household/bags"),
            ]
        )
        self._sells_by = Assortment(
            catalogue=goods,
            terms=terms,
            pricer=Pricer(terms),
            members=_NoMembers(),
            staff=_Staff(),
            mark="p1",
            card_secret=SECRET,
        )
        plain = Shop(lane="1", currency="EUR", seller=Seller(name="Shop"), rules=RULES, tenders=tenders)
        self._shop = replace(plain, **shop)
        self.state = State()
        self.journal: list[e.AnyEvent] = []
        self._sequence = 0
        for device in (Device.CAMERA, Device.TERMINAL, Device.PRINTER, Device.WALLET):
            self.do(c.ReportHealth(health=Health(device=device, condition=Condition.READY)))

    def do(self, command: c.AnyCommand) -> None:
        """Decide, fold, show."""
        self._sequence += 1
        context = Context(
            assortment=self._sells_by,
            book=_NoBook(),
            shop=self._shop,
            utc=utc_text(NOW),
            local=NOW.astimezone().isoformat(timespec="seconds"),
            new_id=f"t{self._sequence}",
        )
        decision = decide(self.state, command, context)
        refusal = decision.code if isinstance(decision, Refused) else ""
        if isinstance(decision, tuple):
            self.journal.extend(decision)
            self.state = fold(decision, self.state, RULES)
        self.shown.show(Snapshot(sequence=self._sequence, state=self.state, refusal=refusal))

    def scan(self, *texts: str) -> None:
        for text in texts:
            self.do(c.ScanCode(read=CodeRead(text=text, symbology=Symbology.EAN_13, evidence=())))

    def touch(self, *controls: str) -> None:
        """Touch controls one after the other; whatever each posts is decided before the next."""
        for control in controls:
            wait_until(lambda name=control: self._can_be_touched(name), f"{control} to be there")
            self.shown.touch(control)
            self.again()
            for command in self.shown.posted:
                self.do(command)
            self.shown.posted.clear()

    def _can_be_touched(self, name: str) -> bool:
        try:
            self.shown.lane.find_control(name)
        except LookupError:
            return False
        return True

    def again(self) -> None:
        """The same lane once more: whatever was touched has been drawn by then."""
        self._sequence += 1
        self.shown.show(Snapshot(sequence=self._sequence, state=self.state))

    def reads(self, words: str) -> None:
        """The words appear, in their time."""
        wait_until(lambda: words in self.shown.all_text(), words)

    def names(self) -> set[str]:
        """What is on the screen, by name."""
        return {item.objectName() for item, _ in self.shown.items()}

    def find(self, gtin: str) -> Product:
        """One of the goods."""
        product = self._sells_by.catalogue.find(gtin.zfill(14))
        assert product is not None
        return product

    def view_lines(self) -> tuple[StaffLineView, ...]:
        """The basket as staff see it."""
        return staff_view(Here(state=self.state, voice=Voice(str, "en", "EUR"), rules=RULES)).lines

    def happened(self, kind: type[Happened]) -> list[Happened]:
        return [event for event in self.journal if isinstance(event, kind)]
