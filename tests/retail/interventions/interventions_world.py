"""A lane in a few words: goods, events and wishes for the tests of interventions."""

from retail.catalogue import Product
from retail.interventions import events as v
from retail.interventions import wishes as w
from retail.interventions.balance import Balance
from retail.interventions.follow import follow, on_pay, wished
from retail.interventions.policy import Policy
from retail.interventions.policy_file import read_policy
from retail.interventions.situation import Moment, Rules, Situation, fold
from retail.interventions.words import Role
from retail.journal import events as e
from retail.priced import PricedBasket

SECOND = 1_000_000
NOON = 1_790_000_000 * SECOND
ANNA = w.Staff(staff_id="anna", role=Role.ATTENDANT, saw_picture=True)
MAX = w.Staff(staff_id="max", role=Role.MANAGER, saw_picture=True)

BEER, GIN, MILK, PILLS = "09521000000011", "09521000000028", "09521000000035", "09521000000042"
WEIGHTS = {BEER: 520, GIN: 1_200, MILK: 1_030, PILLS: 40}
POLICY = read_policy(
    {
        "age": {"country": "DE", "categories": {"drinks/beer": "beer_wine", "drinks/spirits": "spirits"}},
        "goods": {
            "same_pieces": 5,
            "stopped": ["09521000000059"],
            "tagged": ["drinks/spirits/dear"],
            "regulated": {"paracetamol": {"most": 2, PILLS: 1}},
        },
        "hours": {"closed": {"drinks/spirits": "22:00-06:00"}},
        "limits": {"pieces": 20, "void_lines": 3},
    }
)


def product(key: str = MILK, category: str = "dairy", price_minor: int = 129) -> Product:
    return Product(
        key=key,
        gtin=key,
        names={"": key},
        price_minor=price_minor,
        currency="EUR",
        tax_rate_bp=700,
        category=category,
        expected_g=WEIGHTS.get(key, 0),
    )


def started(number: int = 1) -> e.TransactionStarted:
    return e.TransactionStarted(
        transaction_id=f"t{number}", number=number, started_at="2026-11-23T12:00:00+01:00", currency="EUR"
    )


def added(
    line_id: int, key: str = MILK, category: str = "dairy", quantity: int = 1, **more: object
) -> e.ItemAdded:
    goods = product(key, category, **more)  # type: ignore[arg-type]
    return e.ItemAdded(line_id=line_id, product=goods, quantity=quantity)


def beer(line_id: int, quantity: int = 1) -> e.ItemAdded:
    return added(line_id, BEER, "drinks/beer", quantity)


def gin(line_id: int) -> e.ItemAdded:
    return added(line_id, GIN, "drinks/spirits")


def priced(total_minor: int) -> e.BasketPriced:
    return e.BasketPriced(
        changed=(), priced=PricedBasket(currency="EUR", total_minor=total_minor, item_count=1)
    )


def weight(weight_g: int) -> v.WeightSettled:
    return v.WeightSettled(weight_g=weight_g, at_us=NOON)


def paying() -> e.PaymentRequested:
    return e.PaymentRequested(
        attempt_id="a1", amount_minor=129, currency="EUR", requested_at="2026-11-23T11:00:00Z"
    )


class Lane:
    """A lane that keeps what it journals."""

    def __init__(self, policy: Policy = POLICY, *, has_scale: bool = False, seed: str = "") -> None:
        self.rules = Rules(policy=policy, has_scale=has_scale)
        self.situation = Situation()
        self.journal: list[e.AnyEvent] = []
        self.at_us = NOON
        self.local = "2026-11-23T12:00:00+01:00"
        self.seed = seed

    @property
    def now(self) -> Moment:
        return Moment(at_us=self.at_us, local=self.local, seed=self.seed)

    @property
    def balance(self) -> Balance:
        return self.situation.balance

    def happen(self, *events: e.AnyEvent) -> tuple[e.AnyEvent, ...]:
        """Journal these with what follows from them; returns what followed."""
        done = follow(self.situation, events, self.rules, self.now)
        assert isinstance(done, tuple), done
        self._keep(done)
        return tuple(event for event in done if event not in events)

    def wish(self, *wishes: w.AnyWish) -> object:
        """Do it; returns the events, or why there are none."""
        return self._answer(wished(self.situation, wishes, self.rules, self.now))

    def pay(self) -> object:
        return self._answer(on_pay(self.situation, self.rules, self.now))

    def _answer(self, done: tuple[e.AnyEvent, ...] | w.Refused | w.Ignored) -> object:
        if isinstance(done, tuple):
            self._keep(done)
        return done

    def _keep(self, events: tuple[e.AnyEvent, ...]) -> None:
        self.journal.extend(events)
        self.situation = fold(events, self.situation, self.rules)

    def open(self) -> dict[str, int]:
        """Open interventions: kind to number."""
        return {one.kind: one.intervention_no for one in self.situation.book.open}

    def later(self, seconds: int) -> None:
        self.at_us += seconds * SECOND
