"""An order at the lane: found, handed out once, or named at the counter; no purchase is opened by it."""

import msgspec
import pytest
from checkout_world import PEN, PLAIN, World, scan, timer

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.assortment import NothingShown
from kiosk.checkout.decision import Ignored
from kiosk.checkout.desk import StoreAnswer
from kiosk.checkout.diagram.shop import ORDER_CODE
from kiosk.checkout.state import OrderAside, Phase
from retail.credential.code import Credential
from retail.credential.reasons import Reason
from retail.journal import events as e
from retail.wire import orders as wire

GOODS = (wire.OrderGoods(names={"": "Pen"}, quantity=2),)
FOUND = wire.OrderShown(verdict="found", order_id="o1", short="ABC123", goods=GOODS)
DONE = wire.OrderHandedOut(verdict="handed_out")


class Verifies(NothingShown):
    def __init__(self, why_not: Reason | None = None) -> None:
        self.why_not = why_not

    def order(self, credential: Credential, utc: str) -> Reason | None:
        return self.why_not


def lane(*, hands_out: bool = True, why_not: Reason | None = None) -> World:
    made = World(msgspec.structs.replace(PLAIN, shown=Verifies(why_not)))
    made.shop = msgspec.structs.replace(made.shop, hands_out=hands_out)
    made.open()
    return made


def order(world: World) -> OrderAside:
    assert world.state.order is not None
    return world.state.order


def asked(world: World) -> list[object]:
    return [one.question for one in world.effects if isinstance(one, f.AskStore)]


def says(answer: wire.OrderShown | None, ask_id: str = "") -> "object":
    def made(world: World) -> c.ReportStore:
        question = wire.ShowOrder(ask_id=ask_id or order(world).ask_id, code="")
        return c.ReportStore(answer=StoreAnswer(question=question, answer=answer))

    return made


def handed(answer: wire.OrderHandedOut | None) -> "object":
    def made(world: World) -> c.ReportStore:
        question = wire.HandOutOrder(ask_id=order(world).ask_id, order_id="o1")
        return c.ReportStore(answer=StoreAnswer(question=question, answer=answer))

    return made


def test_shown_at_a_free_lane_it_is_handed_out_and_no_purchase_is_opened() -> None:
    world = lane()
    world.run(scan(ORDER_CODE), says(FOUND))  # type: ignore[arg-type]
    assert (order(world).told, world.phase, world.state.transaction) == ("found", Phase.ATTRACT, None)
    world.run(c.HandOutOrder(), handed(DONE))  # type: ignore[arg-type]
    assert order(world).told == "handed"
    assert asked(world) == [
        wire.ShowOrder(ask_id=order(world).ask_id, code=ORDER_CODE),
        wire.HandOutOrder(ask_id=order(world).ask_id, order_id="o1"),
    ]
    assert "OSC1" not in str(world.journal), "what was shown is never journalled"
    assert "OSC1" not in repr(asked(world))
    world.run(c.LeaveOrder())
    assert world.state.order is None


@pytest.mark.parametrize(
    ("hands_out", "years", "told"), [(True, 0, "found"), (False, 0, "counter"), (True, 18, "counter")]
)
def test_where_lanes_do_not_hand_out_or_an_age_is_asked_for_the_counter_does(
    hands_out: bool, years: int, told: str
) -> None:
    world = lane(hands_out=hands_out)
    world.run(scan(ORDER_CODE), says(msgspec.structs.replace(FOUND, years=years)))  # type: ignore[arg-type]
    assert order(world).told == told
    assert isinstance(world.do(c.HandOutOrder()), Ignored) == (told == "counter")


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("collected", "collected"),
        ("late", "late"),
        ("code_wrong_shop", "wrong_shop"),
        ("code_copied", "copied"),
        ("something new", "other"),
    ],
)
def test_what_the_service_refuses_is_told_and_cannot_be_handed_out(reason: str, told: str) -> None:
    world = lane()
    world.run(scan(ORDER_CODE), says(wire.OrderShown(verdict="refused", reason=reason)))  # type: ignore[arg-type]
    assert order(world).told == told
    assert isinstance(world.do(c.HandOutOrder()), Ignored)


def test_a_code_that_does_not_count_is_refused_without_asking_anybody() -> None:
    world = lane(why_not=Reason.WRONG_SHOP)
    world.run(scan(ORDER_CODE))
    assert (order(world).told, asked(world)) == ("wrong_shop", [])


def test_without_a_link_it_says_so_also_if_nobody_answers_at_all() -> None:
    world = lane()
    world.run(scan(ORDER_CODE), says(None))  # type: ignore[arg-type]
    assert order(world).told == "no_link"
    world.run(scan(ORDER_CODE), timer(f.Timer.ORDER))
    assert order(world).told == "no_link"
    assert isinstance(world.do(c.HandOutOrder()), Ignored)


def test_a_lost_answer_is_asked_for_again_under_the_same_name_and_heard_late() -> None:
    world = lane()
    world.run(scan(ORDER_CODE), says(FOUND), c.HandOutOrder(), timer(f.Timer.ORDER))  # type: ignore[arg-type]
    assert order(world).told == "unsure"
    world.run(c.HandOutOrder(), handed(None), handed(DONE))  # type: ignore[arg-type]
    first, again = [one for one in asked(world) if isinstance(one, wire.HandOutOrder)]
    assert (first, order(world).told) == (again, "handed")


def test_a_crash_while_handing_out_asks_again_and_any_other_leaves_nothing() -> None:
    world = lane()
    world.run(scan(ORDER_CODE), says(FOUND), c.HandOutOrder())  # type: ignore[arg-type]
    before = order(world)
    world.run(c.StartLane(lane="1", version="1"))
    assert order(world) == before
    assert [one.question for one in world.new if isinstance(one, f.AskStore)] == [
        wire.HandOutOrder(ask_id=before.ask_id, order_id="o1")
    ]
    world.run(handed(DONE), c.StartLane(lane="1", version="1"))  # type: ignore[arg-type]
    assert world.state.order is None


def test_it_stands_beside_an_empty_basket_and_waits_for_a_full_one() -> None:
    world = lane()
    world.run(c.StartShopping(), scan(ORDER_CODE), says(FOUND))  # type: ignore[arg-type]
    assert order(world).told == "found"
    world.run(scan(PEN))
    assert (world.state.order, len(world.sale.lines)) == (None, 1)
    world.run(scan(ORDER_CODE))
    assert (order(world).told, len(world.sale.lines)) == ("not_empty", 1)
    world.run(timer(f.Timer.ORDER))
    assert (world.state.order, world.phase) == (None, Phase.SCANNING)


def test_an_answer_for_an_earlier_asking_changes_nothing() -> None:
    world = lane()
    world.run(scan(ORDER_CODE))
    assert isinstance(world.do(says(FOUND, "another")), Ignored)  # type: ignore[arg-type]
    assert isinstance(world.do(scan(PEN)), Ignored), "one thing at a time"
    assert not [one for one in world.journal if isinstance(one, e.TransactionStarted)]
