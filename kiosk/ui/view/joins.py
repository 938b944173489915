"""What the sheet of joining shows of the purchase. What is typed on it is nowhere in here. Pure."""

import msgspec

from kiosk.checkout.state import SHOPPING, State
from kiosk.ui.views.joins import JoinView
from kiosk.ui.words import joins as w
from kiosk.ui.words.messages import Message, Say


def join_view(state: State, say: Say) -> JoinView:
    """The sheet of this state."""
    sale = state.transaction
    if sale is None or state.phase not in SHOPPING:
        return JoinView()
    joining = sale.joining
    view = JoinView(
        transaction_id=sale.transaction_id,
        is_member=sale.member is not None,
        agreements=tuple(
            (purpose, say(told.title), say(told.body)) for purpose, told in w.AGREEMENTS.items()
        ),
    )
    if joining is None:
        return view
    if joining.is_asked:
        return msgspec.structs.replace(view, step="asking")
    if joining.url:
        return msgspec.structs.replace(view, step="code", url=joining.url)
    told = w.REASONS.get(joining.reason, w.REASON_OTHER)
    problem = Message(say(told.title), say(told.body))
    return msgspec.structs.replace(view, step="refused", problem=problem)
