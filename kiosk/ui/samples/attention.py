"""Made-up interventions for the gallery and the tests: nudges, waiting for staff, nobody there. Pure."""

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Phase, State, Transaction
from kiosk.ui.samples.goods import named, sale_of
from retail.basket import Line
from retail.interventions.book import Book, Grant
from retail.interventions.carried import Open
from retail.interventions.kinds import kind_of
from retail.interventions.policy import AgeRules, Policy
from retail.interventions.sale import Sale
from retail.interventions.situation import Rules, Situation
from retail.interventions.words import Blocks, Role, Severity
from retail.journal.weighing import WeighingAsked

NOW_US = 1_784_000_000_000_000
"""When the samples happen: July 2026."""
FAR_MS = 4_000_000_000_000
RULES = Rules(policy=Policy(age=AgeRules(country="DE", categories={"drinks/wine": 16})), has_scale=True)
"""The samples' store sells wine from 16 and has a bagging scale."""
CHEESE = {"": "Gouda 400 g", "de": "Gouda 400 g", "zh": "高达奶酪 400克"}
BREAD = {"": "Baguette", "de": "Baguette", "zh": "法棍面包"}
WINE = {
    "": "Riesling, dry, 0.75 l",
    "de": "Riesling trocken 0,75 l",
    "zh": "雷司令干白葡萄酒 0.75升",
}
FOLIAGE = {"": "Potted Basil, organic", "de": "Basilikum im Topf, bio", "zh": "有机盆栽罗勒"}
PAIN = {"": "Ibuprofen 400 mg, 20 tablets", "de": "Ibuprofen 400 mg, 20 Stück", "zh": "布洛芬 400毫克 20片"}

WHY = {
    "age_check": "from {measure} years",
    "audit": "partial: random",
    "bagging_full": "overload",
    "basket_limit": "{measure} over 50",
    "coupon_check": "worth more than the lane accepts alone",
    "device_offline": "fault",
    "expired_unit": "expired on 2026-07-12",
    "help": "help was called",
    "idle": "nothing happens",
    "item_removed": "-{measure} g",
    "lane_closed": "closed",
    "not_for_sale": "recalled or stopped",
    "own_bag": "{measure} g",
    "pickup_check": "drawn",
    "place_item": "not placed",
    "price_required": "has no price",
    "quantity_over_limit": "{measure} pieces",
    "regulated_quantity": "{measure} units over 2",
    "scale_fault": "fault",
    "security_tag": "1 with a tag",
    "unexpected_item": "+{measure} g",
    "void_over_limit": "{measure} pieces",
    "walk_away": "nobody at the payment step",
    "weight_mismatch": "+{measure} g",
}
"""Kind to its cause, as the watch writes it: staff read it in their language."""
UNKNOWN = "unknown"


def shopping() -> Transaction:
    """A basket with wine on line 2 and no picture on line 4."""
    wine = replace(named(WINE, 799, "", 31), category="drinks/wine")
    lines = (
        Line(line_id=1, product=named(CHEESE, 389, "cheese", 32)),
        Line(line_id=2, product=wine, quantity=2),
        Line(line_id=3, product=named(BREAD, 129, "baguette", 33)),
        Line(line_id=4, product=named(FOLIAGE, 249, "", 34)),
        Line(line_id=5, product=named(PAIN, 595, "", 35), quantity=3),
    )
    return sale_of(lines, transaction_id="t-5")


def raised(
    number: int,
    kind: str,
    *,
    line_id: int = 0,
    measure: int = 0,
    subject: str = "",
    is_called: bool = True,
    **more: object,
) -> Open:
    """An open intervention of a kind, as the table has it."""
    known = kind_of(kind)
    called = is_called and known.severity is not Severity.NUDGE
    one = Open(
        intervention_no=number,
        kind=kind,
        subject=subject or (f"line {line_id}" if line_id else ""),
        line_id=line_id,
        coupon_no=0,
        measure=measure,
        by="lane",
        why=WHY.get(kind, UNKNOWN).format(measure=measure),
        at_us=NOW_US + number,
        severity=known.severity if called else Severity.NUDGE,
        graver=known.severity,
        blocks=known.blocks,
        clearer=known.clearer,
        is_remote=known.is_remote,
        call_at_us=0 if called or known.severity is Severity.NUDGE else NOW_US + 15_000_000,
        critical_after_us=180_000_000,
        called_at_us=NOW_US + number if called else 0,
    )
    return replace(one, **more)


def attended(state: State, *those: Open, grants: tuple[Grant, ...] = ()) -> State:
    """The lane with these interventions open."""
    sale = state.transaction
    known = (
        Sale(
            transaction_id=sale.transaction_id,
            lines={line.line_id: line for line in sale.lines},
            total_minor=sale.priced.total_minor,
        )
        if sale
        else Sale()
    )
    book = Book(next_no=len(those) + 1, open=those, grants=grants)
    return replace(state, situation=Situation(book=book, sale=known, desk=state.situation.desk))


def _snapshot(state: State, place: int = 0) -> Snapshot:
    return Snapshot(sequence=1, state=state, queue_place=place)


def four_open() -> tuple[Open, ...]:
    """A wine, a weight that nobody explains, an item without a price, and a coupon."""
    return (
        raised(1, "age_check", line_id=2, measure=16),
        raised(2, "unexpected_item", subject="bagging", measure=412),
        raised(3, "price_required", line_id=4),
        raised(4, "coupon_check", subject="coupon 1", measure=0),
    )


def situations(idle: State) -> Iterator[tuple[str, Snapshot]]:
    """What a shopper sees of interventions."""
    scanning = replace(idle, phase=Phase.SCANNING, transaction=shopping())
    nudges = {
        "unexpected": raised(1, "unexpected_item", subject="bagging", measure=412, is_called=False),
        "place": raised(1, "place_item", line_id=4),
        "mismatch": raised(1, "weight_mismatch", line_id=3, measure=90, is_called=False),
        "removed": raised(1, "item_removed", measure=300, is_called=False),
        "full": raised(1, "bagging_full", subject="bagging", is_called=False),
        "own-bag": raised(1, "own_bag", measure=900),
        "scale": raised(1, "scale_fault", subject="bagging_scale", is_called=False),
        "age": raised(1, "age_check", line_id=2, measure=16),
        "quantity": raised(1, "quantity_over_limit", subject=shopping().lines[4].product.key, measure=3),
        "medicine": raised(1, "regulated_quantity", subject="ibuprofen", measure=3),
        "not-for-sale": raised(1, "not_for_sale", line_id=3),
        "expired": raised(1, "expired_unit", line_id=3),
        "price": raised(1, "price_required", line_id=4),
        "coupon": raised(1, "coupon_check", subject="coupon 1"),
        "void": raised(1, "void_over_limit", subject="count", measure=6),
        "limit": raised(1, "basket_limit", subject="pieces", measure=60),
        "vision": raised(1, "vision_alert", is_called=False),
        "refused": raised(
            1, "unexpected_item", subject="bagging", refused_by="u-7", refused_why="items_missing"
        ),
        "help": raised(1, "help"),
    }
    for name, one in nudges.items():
        state = replace(scanning, help_called=name == "help")
        yield f"nudge-{name}", _snapshot(attended(state, one), 2 if name == "help" else 0)
    apples = named({"": "Apples, loose", "de": "Äpfel, lose", "zh": "散装苹果"}, 249, "apple", 36)
    asked = WeighingAsked(ask_id="w-1", product=replace(apples, unit="kg"))
    weighed = replace(scanning, transaction=replace(shopping(), weighing=asked))
    yield "nudge-weigh", _snapshot(attended(weighed))
    yield "nudge-several", _snapshot(attended(scanning, *four_open()[1:], nudges["age"]))
    approved = Grant(kind="age_check", subject="line 2", measure=42, by="u-7", role=Role.ATTENDANT)
    yield "age-approved", _snapshot(attended(scanning, grants=(approved,)))
    empty = replace(idle, phase=Phase.SCANNING, transaction=replace(sale_of((), transaction_id="t-6")))
    yield "own-bag-first", _snapshot(empty)
    waiting = replace(shopping(), wants_to_pay=True)
    waits = replace(scanning, transaction=waiting)
    yield "wait", _snapshot(attended(waits, *four_open()), 2)
    yield "wait-one", _snapshot(attended(waits, nudges["age"]))
    many = tuple(raised(number, "security_tag", line_id=number % 5 + 1) for number in range(1, 10))
    yield "wait-many", _snapshot(attended(waits, *many), 1)
    held = raised(1, "pickup_check")
    yield "hold", _snapshot(attended(replace(idle), held))
    at_once = raised(1, "age_check", line_id=2, measure=16, blocks=Blocks.AT_ONCE)
    yield "hold-sale", _snapshot(attended(scanning, at_once), 1)
    idling = raised(1, "idle", is_called=False, call_at_us=FAR_MS * 1_000)
    yield "idle", _snapshot(attended(scanning, idling))
    yield "idle-called", _snapshot(attended(scanning, raised(1, "idle")))
    tender = replace(idle, phase=Phase.TENDER, transaction=shopping())
    left = raised(1, "walk_away", is_called=False, call_at_us=FAR_MS * 1_000)
    yield "walk-away", _snapshot(attended(tender, left))
    yield "help-queue", _snapshot(replace(tender, help_called=True), 3)
    trained = replace(scanning, transaction=replace(shopping(), is_training=True), training_by="u-7")
    yield "training-scanning", _snapshot(attended(trained, nudges["age"]))
    yield "training-attract", _snapshot(replace(idle, training_by="u-7"))
    yield "training-tender", _snapshot(replace(trained, phase=Phase.TENDER))
    critical = raised(1, "help", severity=Severity.CRITICAL)
    yield "light-red", _snapshot(attended(replace(scanning, help_called=True), critical))
