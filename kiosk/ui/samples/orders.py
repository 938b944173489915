"""Made-up snapshots of orders that are shown, for the gallery and the tests. Pure."""

from collections.abc import Iterator

from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import OrderAside, State
from kiosk.ui.samples.goods import sale
from kiosk.ui.words.orders import WORDS
from retail.journal.orders import OrderFound
from retail.wire.orders import OrderGoods

_STEPS = (
    "asking", "found", "counter", "due", "due_counter", "paying", "not_paid", "handing", "handed", "unsure",
)  # fmt: skip


def situations(idle: State) -> Iterator[tuple[str, Snapshot]]:
    """Every moment of collecting an order."""

    def shown(order: OrderAside) -> Snapshot:
        return Snapshot(sequence=1, state=replace(idle, order=order))

    lines = sale(4).lines
    goods = tuple(OrderGoods(names=one.product.names, quantity=n + 1) for n, one in enumerate(lines))
    found = OrderFound(ask_id="a1", order_id="o1", short="4F2A9C", goods=goods, hands_out=True)
    order = OrderAside(ask_id="a1")
    yield "order-asking", shown(order)
    yield "order-found", shown(replace(order, step="found", found=found))
    yield "order-time", shown(replace(order, step="found", found=found, time_runs_out=True))
    yield "order-counter", shown(replace(order, step="found", found=replace(found, hands_out=False)))
    due = replace(found, due_minor=sum(one.amount_minor for one in lines), currency="EUR")
    yield "order-due", shown(replace(order, step="found", found=due))
    yield "order-due_counter", shown(replace(order, step="found", found=replace(due, hands_out=False)))
    yield "order-paying", shown(replace(order, step="paying", found=due))
    yield "order-not_paid", shown(replace(order, step="refused", reason="no_link", found=due))
    yield "order-handing", shown(replace(order, step="handing", found=found))
    yield "order-handed", shown(replace(order, step="handed", found=found))
    yield "order-unsure", shown(replace(order, step="refused", reason="no_link", found=found))
    reasons = {"copied": "code_copied", "wrong_shop": "code_wrong_shop"}
    for reason in (one for one in WORDS if one not in _STEPS):
        yield f"order-{reason}", shown(replace(order, step="refused", reason=reasons.get(reason, reason)))
