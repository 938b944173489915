"""What `kiosk.checkout.diagram` tries out of topping up: begun, shown to, answered, paid or left."""

from collections.abc import Iterator

from kiosk.checkout import commands as c
from kiosk.checkout.desk import StoreAnswer
from kiosk.checkout.diagram.shop import ORDER_CODE, PAID
from kiosk.checkout.state import SHOPPING, State
from kiosk.devices.scanner import CodeRead
from retail.agreements import NEEDED
from retail.codes import Symbology
from retail.member import Member
from retail.wire import joining as jn
from retail.wire import orders as od
from retail.wire.balance import BalanceFound, FindBalance

STEP_MINOR = 1000


def of_loads(state: State) -> Iterator[c.AnyCommand]:
    """At least one command of each kind; those that name something name the state's own."""
    sale = state.transaction
    yield from (c.CheckPrices(), c.AddChecked(), c.LeavePrices())
    yield from (c.PayOrder(), c.HandOutOrder(), c.LeaveOrder(), *_of_orders(state))
    yield from (c.TopUp(), c.LoadBy(amount_minor=STEP_MINOR), c.LoadBy(amount_minor=1))
    question = FindBalance(
        transaction_id=sale.transaction_id if sale else "none",
        ask_no=sale.loading.asks if sale and sale.loading else 1,
        member_id="m-sample",
        currency="EUR",
    )
    found = BalanceFound(verdict="found", account_id="v-sample", balance_minor=500)
    for answer in (found, BalanceFound(verdict="refused", reason="blocked"), None):
        yield c.ReportStore(answer=StoreAnswer(question=question, answer=answer))


def _of_orders(state: State) -> Iterator[c.AnyCommand]:
    """An order that is shown, and what the store says of it."""
    shown = state.order
    ask_id = shown.ask_id if shown is not None else "none"
    show, hand_out = od.ShowOrder(ask_id=ask_id, code=""), od.HandOutOrder(ask_id=ask_id, order_id="o-sample")
    goods = (od.OrderGoods(names={"": "sample"}, quantity=1),)
    found = od.OrderShown(verdict="found", order_id="o-sample", short="SAMPLE", goods=goods)
    yield c.ScanCode(read=CodeRead(text=ORDER_CODE, symbology=Symbology.QR, evidence=("sample",)))
    yield c.ReportStore(answer=StoreAnswer(question=show, answer=found))
    due = od.OrderShown(
        verdict="found", order_id="o-sample", short="SAMPLE", goods=goods, due_minor=100, currency="EUR"
    )
    yield c.ReportStore(answer=StoreAnswer(question=show, answer=due))
    yield c.ReportStore(answer=StoreAnswer(question=show, answer=None))
    sale = state.transaction
    pay = od.PayOrder(
        ask_id=ask_id, order_id="o-sample", transaction_id=sale.transaction_id if sale else "none"
    )
    wanted = od.PromisedGoods(key=PAID.zfill(14), quantity=2, paid_minor=100)
    for held in (od.OrderToPay(verdict="held", goods=(wanted,)), None):
        yield c.ReportStore(answer=StoreAnswer(question=pay, answer=held))
    yield c.ReportStore(answer=StoreAnswer(question=hand_out, answer=od.OrderHandedOut(verdict="handed_out")))
    yield c.ReportStore(answer=StoreAnswer(question=hand_out, answer=None))


def of_joins(state: State) -> Iterator[c.AnyCommand]:
    """Becoming a member, at the lane or by phone."""
    sale = state.transaction
    named, ask_no = (sale.transaction_id, sale.join_asks) if sale else ("none", 1)
    yield from (c.JoinByPhone(), c.LeaveJoin(), c.ReportJoined(transaction_id=named, subject="sample"))
    yield from (c.JoinHere(phone="0171 2345678", agreed=agreed) for agreed in (NEEDED, frozenset[str]()))
    begin = jn.BeginJoin(transaction_id=named, ask_no=ask_no)
    for begun in (jn.JoinBegun(url="https://sample"), None):
        yield c.ReportStore(answer=StoreAnswer(question=begin, answer=begun))
    find = jn.FindJoined(transaction_id=named, ask_no=ask_no, subject="sample")
    for joined in (jn.Joined(member=Member(member_id="m-new")), jn.Joined(reason="known")):
        yield c.ReportStore(answer=StoreAnswer(question=find, answer=joined))


def loading_signature(state: State) -> object:
    """What makes two states of a top-up worth visiting apart; None where there is none."""
    sale, check = state.transaction, state.price_check
    joining = sale.joining if sale is not None and state.phase in SHOPPING else None
    if joining is not None:
        told = (joining.is_asked, joining.url != "", joining.reason != "")
        return (state.phase, joining.how, told, sale is not None and len(sale.lines) > 0)
    if state.order is not None:
        order = state.order
        may = order.may_pay, order.may_hand_out, order.opened
        return (state.phase, order.step, may, sale is not None and len(sale.lines) > 0)
    if check is not None:
        shown = (check.checked is not None, check.reason != "", check.member is not None)
        return (state.phase, shown, sale is not None and len(sale.lines) > 0)
    if sale is None or sale.loading is None:
        return None
    loading, payment, printing = sale.loading, sale.payment, sale.printing
    return (
        state.phase,
        (loading.is_asked, loading.account_id != "", loading.reason != "", loading.asks > 1),
        sale.member is not None,
        payment is not None and (payment.cancel_asked, payment.stored is not None),
        (sale.receipt_kind, printing and printing.state),
    )
