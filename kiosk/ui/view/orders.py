"""What the screen of an order shows: what it is, what is in it, and why not.

Invariants: pure; nothing of a person is shown; only what may be paid or handed out here has its
button.
"""

from kiosk.checkout.snapshot import Snapshot
from kiosk.ui.screens import Screen, screen_of
from kiosk.ui.views.orders import OrderView
from kiosk.ui.voice import Voice
from kiosk.ui.words import orders as w
from kiosk.ui.words.messages import Message, Say


def order_view(snapshot: Snapshot, say: Say) -> OrderView:
    """The screen of this state."""
    shown = snapshot.state.order
    if shown is None or screen_of(snapshot) is not Screen.ORDER:
        return OrderView()
    key = shown.told
    told, found = w.WORDS[key], shown.found
    voice = Voice(say, snapshot.state.language, found.currency if found is not None else "")
    has_goods = found is not None and (shown.may_pay or key in ("found", "unsure"))
    return OrderView(
        step=key,
        told=Message(say(told.title), say(told.body)),
        name=say(w.NAMED).format(name=found.short) if found is not None and found.short else "",
        goods=tuple(w.PIECES.format(count=one.quantity, name=voice.name(one.names)) for one in found.goods)
        if has_goods and found is not None
        else (),
        due=say(w.DUE).format(amount=voice.money(found.due_minor))
        if found is not None and shown.may_pay
        else "",
        may_pay=shown.may_pay,
        may_hand_out=shown.may_hand_out,
        is_asking=shown.step in ("asking", "paying", "handing"),
        is_done=shown.step == "handed",
    )
