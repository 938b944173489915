"""What the store is asked of an order that is shown, and how long it stands on the screen. Pure.

Invariants: a code goes from the scanner to the question, past journal and state; after a crash the question
to pay or to hand out is asked again under the same name, so that an order is paid and handed out once.
"""

from kiosk.checkout import commands as c
from kiosk.checkout import effects as f
from kiosk.checkout.shop import Shop
from kiosk.checkout.state import State
from retail.journal import events as e
from retail.journal import orders as od
from retail.wire import orders as wire


def of_orders(
    state: State, event: e.AnyEvent, shop: Shop, said: c.AnyCommand | None
) -> tuple[f.AnyEffect, ...]:
    """Effects of an order's event, and of a start in the middle of handing one out."""
    match event:
        case od.OrderAsked():
            read = said.read.text if isinstance(said, c.ScanCode) else ""
            question = wire.ShowOrder(ask_id=event.ask_id, code=read[: wire.CODE_MAX])
            return (f.Play(sound=f.Sound.SCAN), f.AskStore(question=question), _wait(shop))
        case od.OrderPayAsked() | od.OrderHandOutAsked() | e.LaneStarted():
            return _asked(state, shop)
        case od.OrderFound():
            return (_stand(shop),)
        case od.OrderHandedOut():
            return (f.Play(sound=f.Sound.PAID), _stand(shop))
        case od.OrderRefused():
            return (f.Play(sound=f.Sound.NUDGE), _stand(shop))
        case _:
            return ()


def _asked(state: State, shop: Shop) -> tuple[f.AnyEffect, ...]:
    shown, sale = state.order, state.transaction
    if shown is None or shown.found is None:
        return ()
    question: wire.PayOrder | wire.HandOutOrder
    if shown.step == "handing":
        question = wire.HandOutOrder(ask_id=shown.ask_id, order_id=shown.found.order_id)
    elif shown.step == "paying" and sale is not None:
        question = wire.PayOrder(
            ask_id=shown.ask_id, order_id=shown.found.order_id, transaction_id=sale.transaction_id
        )
    else:
        return ()
    return (f.AskStore(question=question), _wait(shop))


def _wait(shop: Shop) -> f.AnyEffect:
    return f.SetTimer(timer=f.Timer.ORDER, after_s=shop.ask_store_s)


def _stand(shop: Shop) -> f.AnyEffect:
    return f.SetTimer(timer=f.Timer.ORDER, after_s=shop.price_s)
