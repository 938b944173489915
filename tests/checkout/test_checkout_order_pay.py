"""An order paid at the lane: brought into a purchase by one touch, at what was promised or less, once."""

from collections.abc import Callable

import msgspec
import pytest
from checkout_world import MILK, NO_RECEIPT, PEN, PLAIN, World, scan, timer

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.assortment import NothingShown
from kiosk.checkout.decision import Ignored
from kiosk.checkout.desk import ResumeAnswer, StoreAnswer, SuspendedLine, Verdict
from kiosk.checkout.diagram.shop import ORDER_CODE
from kiosk.checkout.state import OrderAside, Phase
from retail.credential.code import Credential, member_value
from retail.credential.reasons import Reason
from retail.interventions.events import CheckDrawn
from retail.interventions.policy import AuditRules
from retail.journal import events as e
from retail.journal import orders as od
from retail.journal import staffed as sd
from retail.member import KeyKind, Member, MemberKey
from retail.pricing import Pricer
from retail.wire import orders as wire
from store.projector.fold import Fold
from store.projector.reprice import difference

SUBJECT = "P" * 16
ANNA = Member(member_id="m-anna")
DUE = wire.OrderShown(
    verdict="found",
    order_id="o1",
    short="ABC123",
    goods=(wire.OrderGoods(names={"": "Pen"}, quantity=2),),
    due_minor=398,
    currency="EUR",
)


class Members:
    """Knows one phone."""

    def find(self, key: MemberKey) -> Member | None:
        known = MemberKey(kind=KeyKind.CREDENTIAL, value=member_value(SUBJECT))
        return ANNA if key == known else None


class Verifies(NothingShown):
    def order(self, credential: Credential, utc: str) -> Reason | None:
        return None


@pytest.fixture
def lane() -> World:
    made = World(msgspec.structs.replace(PLAIN, shown=Verifies(), members=Members()))
    made.open()
    return made


def order(lane: World) -> OrderAside:
    assert lane.state.order is not None
    return lane.state.order


def due(lane: World) -> c.ReportStore:
    return c.ReportStore(
        answer=StoreAnswer(question=wire.ShowOrder(ask_id=order(lane).ask_id, code=""), answer=DUE)
    )


def held(*goods: tuple[str, int, int], subject: str = SUBJECT) -> wire.OrderToPay:
    """The order with these goods: number, pieces, promised."""
    return wire.OrderToPay(
        verdict="held",
        member_subject=subject,
        goods=tuple(
            wire.PromisedGoods(key=key.zfill(14), quantity=pieces, paid_minor=paid)
            for key, pieces, paid in goods
        ),
    )


def says(answer: wire.OrderToPay | None, sale: str = "") -> Callable[[World], c.ReportStore]:
    def made(lane: World) -> c.ReportStore:
        question = wire.PayOrder(
            ask_id=order(lane).ask_id, order_id="o1", transaction_id=sale or lane.sale.transaction_id
        )
        return c.ReportStore(answer=StoreAnswer(question=question, answer=answer))

    return made


def asked(lane: World) -> list[wire.PayOrder]:
    questions = [one.question for one in lane.effects if isinstance(one, f.AskStore)]
    return [one for one in questions if isinstance(one, wire.PayOrder)]


PENS = held((PEN, 2, 398))


def test_one_touch_brings_goods_member_and_price_in_one_commit(lane: World) -> None:
    lane.run(scan(ORDER_CODE), due)
    assert (order(lane).told, order(lane).may_pay, lane.state.transaction) == ("due_counter", True, None)
    assert isinstance(lane.do(c.HandOutOrder()), Ignored), "nothing is handed out unpaid"
    lane.run(c.PayOrder())
    assert (order(lane).told, lane.phase) == ("paying", Phase.SCANNING)
    before = len(lane.journal)
    lane.run(says(PENS))
    assert [(one.product.key, one.quantity) for one in lane.sale.lines] == [(PEN.zfill(14), 2)]
    assert (lane.sale.priced.total_minor, lane.sale.member, lane.state.order) == (398, ANNA, None)
    taken = [one for one in lane.journal[before:] if isinstance(one, sd.TransactionResumed)]
    assert [(one.of_transaction_id, one.by) for one in taken] == [("o1", "order")]
    assert "OSC1" not in str(lane.journal), "what was shown is never journalled"
    lane.run(c.Pay())
    assert lane.phase is Phase.TENDER


def test_what_became_cheaper_costs_what_it_costs_now(lane: World) -> None:
    lane.run(scan(ORDER_CODE), due, c.PayOrder(), says(held((PEN, 2, 500))))
    assert lane.sale.priced.total_minor == 398


@pytest.mark.parametrize(
    ("goods", "prices"),
    [
        (((PEN, 3, 500),), [(1, 168), (2, 166)]),
        (((PEN, 2, 300), (MILK, 1, 1)), [(2, 150), (1, 1)]),
        (((PEN, 2, 300), (MILK, 1, 0)), [(1, 150), (1, 149), (1, 1)]),
    ],
)
def test_what_became_dearer_costs_what_was_promised(
    lane: World, goods: tuple[tuple[str, int, int], ...], prices: list[tuple[int, int]]
) -> None:
    lane.run(scan(ORDER_CODE), due, c.PayOrder(), says(held(*goods)))
    assert sum(line.amount_minor for line in lane.sale.lines) == sum(paid for _, _, paid in goods)
    assert lane.sale.priced.total_minor == sum(paid for _, _, paid in goods)
    assert sum(line.quantity for line in lane.sale.lines) == sum(pieces for _, pieces, _ in goods)
    assert not any(line.product.takes_offers for line in lane.sale.lines)


def test_what_is_not_sold_here_is_named_and_the_rest_arrives(lane: World) -> None:
    lane.run(scan(ORDER_CODE), due, c.PayOrder(), says(held((PEN, 2, 398), ("4000000000990", 1, 100))))
    assert (lane.phase, len(lane.sale.lines), lane.sale.priced.total_minor) == (Phase.NOT_FOUND, 1, 398)
    assert lane.sale.not_found_text.endswith("4000000000990")


def test_the_answer_again_doubles_nothing(lane: World) -> None:
    lane.run(scan(ORDER_CODE), due, c.PayOrder())
    again = says(PENS)(lane)
    lane.run(again)
    journal = len(lane.journal)
    assert isinstance(lane.do(again), Ignored)
    assert len(lane.journal) == journal


def test_no_answer_charges_nothing_and_the_touch_again_is_the_same_question(lane: World) -> None:
    lane.run(scan(ORDER_CODE), due, c.PayOrder(), timer(f.Timer.ORDER))
    assert order(lane).told == "not_paid"
    lane.run(c.PayOrder(), timer(f.Timer.ORDER))
    first, second = asked(lane)
    assert first == second
    lane.run(says(PENS))
    assert len(lane.sale.lines) == 1, "an answer that is heard late is taken in"


@pytest.mark.parametrize("reason", ["held", "paid", "cancelled", "late"])
def test_what_the_store_refuses_is_told_and_leaving_it_ends_the_purchase(lane: World, reason: str) -> None:
    lane.run(scan(ORDER_CODE), due, c.PayOrder())
    lane.run(says(wire.OrderToPay(verdict="refused", reason=reason)))
    assert order(lane).told == reason
    assert isinstance(lane.do(c.PayOrder()), Ignored)
    lane.run(c.LeaveOrder())
    assert (lane.phase, lane.state.transaction, lane.state.order) == (Phase.ATTRACT, None, None)
    cancelled = [one for one in lane.journal if isinstance(one, e.TransactionCancelled)]
    assert [one.reason for one in cancelled] == ["order_left"], "its journal gives the order back"


def test_a_purchase_that_was_there_before_is_not_ended_by_leaving_the_order(lane: World) -> None:
    lane.run(c.StartShopping(), scan(ORDER_CODE), due, c.PayOrder())
    lane.run(says(wire.OrderToPay(verdict="refused", reason="held")), c.LeaveOrder())
    assert (lane.phase, lane.state.order) == (Phase.SCANNING, None)


def test_an_answer_for_a_purchase_that_is_over_is_not_taken_in(lane: World) -> None:
    lane.run(scan(ORDER_CODE), due, c.PayOrder())
    late = says(PENS)(lane)
    lane.run(timer(f.Timer.ORDER), c.LeaveOrder())
    assert isinstance(lane.do(late), Ignored)
    lane.run(c.StartShopping())
    assert isinstance(lane.do(late), Ignored)
    assert lane.sale.lines == ()


def test_goods_on_the_screen_are_finished_first(lane: World) -> None:
    lane.run(scan(PEN), scan(ORDER_CODE))
    assert order(lane).told == "not_empty"
    assert isinstance(lane.do(c.PayOrder()), Ignored)


def test_killed_while_the_store_is_asked_it_asks_again_for_the_same_purchase(lane: World) -> None:
    lane.run(scan(ORDER_CODE), due, c.PayOrder())
    first, sale = asked(lane)[-1], lane.sale.transaction_id
    lane.run(c.StartLane(lane="1", version="1"))
    assert [one.question for one in lane.new if isinstance(one, f.AskStore)] == [first]
    lane.run(says(PENS))
    assert (lane.sale.transaction_id, len(lane.sale.lines)) == (sale, 1)
    assert len([one for one in lane.journal if isinstance(one, od.OrderTaken)]) == 1


def test_killed_with_the_goods_in_the_basket_they_stay_and_nobody_is_asked_again(lane: World) -> None:
    lane.run(scan(ORDER_CODE), due, c.PayOrder(), says(PENS), c.StartLane(lane="1", version="1"))
    assert [line.quantity for line in lane.sale.lines] == [2]
    assert not [one for one in lane.new if isinstance(one, f.AskStore)]


def test_where_lanes_hand_out_the_journal_says_that_the_goods_went_along(lane: World) -> None:
    lane.shop = msgspec.structs.replace(lane.shop, hands_out=True)
    lane.run(scan(ORDER_CODE), due)
    assert order(lane).told == "due"
    lane.run(c.PayOrder(), says(PENS))
    assert [one.hands_out for one in lane.journal if isinstance(one, od.OrderTaken)] == [True]


def test_put_aside_it_goes_on_elsewhere_at_what_was_promised(lane: World) -> None:
    lane.run(scan(ORDER_CODE), due, c.PayOrder(), says(held((PEN, 3, 500))))
    lines = tuple(
        SuspendedLine(key=one.product.key, quantity=one.quantity, price_minor=one.price_minor)
        for one in lane.sale.lines
    )
    lane.run(c.CancelTransaction())
    answer = ResumeAnswer(token="x", by="s-1", verdict=Verdict.HELD, of_transaction_id="x", lines=lines)
    lane.run(sc.ReportResume(answer=answer))
    assert (lane.phase, lane.sale.priced.total_minor) == (Phase.SCANNING, 500)


def test_a_check_at_random_leaves_the_goods_out_they_may_lie_at_the_counter(lane: World) -> None:
    always = msgspec.structs.replace(lane.shop.rules.policy, audit=AuditRules(random_permille=1_000))
    rules = msgspec.structs.replace(lane.shop.rules, policy=always)
    lane.shop = msgspec.structs.replace(lane.shop, rules=rules)
    lane.run(scan(ORDER_CODE), due, c.PayOrder(), says(PENS), c.Pay())
    assert lane.phase is Phase.TENDER
    lane.run(c.LeaveTender(), scan(MILK), c.Pay())
    (check,) = [one for one in lane.journal if isinstance(one, CheckDrawn)]
    milk = [one.line_id for one in lane.sale.lines if one.product.key == MILK.zfill(14)]
    assert check.line_ids == tuple(milk)


def test_another_currency_is_not_taken(lane: World) -> None:
    lane.run(scan(ORDER_CODE))
    question = wire.ShowOrder(ask_id=order(lane).ask_id, code="")
    answer = msgspec.structs.replace(DUE, currency="CHF")
    lane.run(c.ReportStore(answer=StoreAnswer(question=question, answer=answer)))
    assert not order(lane).may_pay


@pytest.mark.parametrize("promised", [300, 500])
def test_the_service_reads_a_whole_sale_of_this_order_and_prices_it_the_same(
    lane: World, promised: int
) -> None:
    lane.shop = msgspec.structs.replace(lane.shop, hands_out=True)
    lane.run(scan(ORDER_CODE), due, c.PayOrder(), says(held((PEN, 2, promised), (MILK, 1, 100))))
    lane.run(
        c.RemoveLine(
            line_id=next(one.line_id for one in lane.sale.lines if one.product.key == MILK.zfill(14))
        )
    )
    lane.to_receipt()
    lane.run(NO_RECEIPT, c.Finish())
    begun = max(at for at, one in enumerate(lane.journal) if isinstance(one, e.TransactionStarted))
    fold = Fold()
    for event in lane.journal[begun:]:
        if not isinstance(event, e.LaneIdle):
            fold.add(event, 1)
    sale, fault = fold.end()
    assert (fault, sale is not None) == (None, True)
    assert sale is not None
    assert (sale.outcome, sale.resumed_of, sale.hands_out) == ("sold", "o1", True)
    bought = [one for one in sale.lines if not one.is_voided]
    assert {one.product_key for one in bought} == {PEN.zfill(14)}
    assert sum(one.quantity for one in bought) == 3
    claim = fold.claim()
    assert claim is not None
    assert difference(claim.priced, Pricer(lane.sells_by.terms).finish(claim.basket)) == ""
