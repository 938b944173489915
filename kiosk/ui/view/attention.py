"""What a shopper sees of interventions: a nudge that can be put right, waiting, "Are you still there?". Pure.

Scanning goes on under a nudge; only what blocks paying is waited for, and only when the shopper asks to pay.
The words are the kind's own (`retail.interventions.telling`).

Invariants: what staff alone may know (who was drawn by which score) is not here; nothing is shown twice: what
another screen says already, like a payment that is not known, is no nudge.
"""

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import SHOPPING, Phase, State
from kiosk.ui.kind_icons import ICON_OF_KIND
from kiosk.ui.views.attended import AttentionView, BlockerView, Light, NudgeView, WishView
from kiosk.ui.words import attention as words
from kiosk.ui.words.messages import Say
from retail.interventions.carried import Open
from retail.interventions.kinds import kind_of
from retail.interventions.reasons import REASONS
from retail.interventions.telling import told
from retail.interventions.visits import light_of
from retail.interventions.words import Blocks, Clearer, Severity
from retail.interventions.words import Light as Lamp

NUDGES_MAX = 20
"""More than anybody reads; the rest is counted."""
_PLAIN_MARKS = str.maketrans({"’": "'", "“": '"', "”": '"', "„": '"'})
"""The font's curly marks are as wide as a Chinese character: right in Chinese, a hole in other languages."""
LEFT = ("idle", "walk_away")
"""Kinds that ask whether anybody is there."""
SAID_ELSEWHERE = frozenset(
    {
        *LEFT,
        "item_shuffling",
        "payment_declined",
        "payment_unknown",
        "signature_check",
        "rest_to_pay",
        "offline_over_limit",
        "receipt_paper",
        "device_offline",
        "data_stale",
        "lane_closed",
        "exit_refused",
        "cancel_sale",
    }
)
"""Kinds that other screens speak of, or that are no shopper's business while scanning."""
TAKEN_OFF = frozenset({"not_for_sale", "expired_unit", "time_restricted"})
"""Kinds a shopper settles by taking the item off the list."""
_HELD_PHASES = SHOPPING | {Phase.ATTRACT, Phase.TENDER, Phase.RECEIPT, Phase.THANKS}
"""Never over what is said about money in flight."""


def attention_view(snapshot: Snapshot, say: Say, pictures: frozenset[str]) -> AttentionView:
    """What stands over the shopper's screens."""
    state = snapshot.state
    view = AttentionView(
        light=_light(snapshot),
        is_training=bool(state.training_by) or _trains(state),
        help_note=say(words.PLACE_SHORT).format(place=snapshot.queue_place) if snapshot.queue_place else "",
    )
    if state.staff is not None or snapshot.outage:
        return view
    currency = state.transaction.currency if state.transaction else ""
    sheet = _sheet(snapshot, say, pictures, currency)
    if sheet is not None:
        return _joined(view, sheet)
    if state.phase is not Phase.SCANNING:
        return view
    nudges = (*_weighing(state, say), *(_nudge(one, snapshot, say, currency) for one in _shown(state)))
    return _joined(view, AttentionView(nudges=nudges[:NUDGES_MAX]))


def spoken(one: Open, state: State, currency: str) -> tuple[str, str]:
    """Title and body in the shopper's language, set for the screens' font."""
    sale, language = state.situation.sale, state.language
    total = _total(state) if one.kind in LEFT else None
    title, body = told(one, sale, language, currency, amount_minor=total)
    return (
        (title, body) if language == "zh" else (title.translate(_PLAIN_MARKS), body.translate(_PLAIN_MARKS))
    )


def place_text(place: int, say: Say) -> str:
    """The place in the queue in words; empty while it is not known."""
    if place <= 0:
        return ""
    return say(words.PLACE_NEXT) if place == 1 else say(words.PLACE).format(place=place)


def picture_of(one: Open, state: State, pictures: frozenset[str]) -> str:
    """The picture of the article an intervention is about, if the shop has one."""
    line = state.transaction.line(one.line_id) if state.transaction and one.line_id else None
    picture = line.product.picture if line else ""
    return picture if picture in pictures else ""


def _joined(view: AttentionView, more: AttentionView) -> AttentionView:
    return AttentionView(
        light=view.light,
        is_training=view.is_training,
        help_note=view.help_note,
        nudges=more.nudges,
        sheet=more.sheet,
        title=more.title,
        body=more.body,
        place=more.place,
        blockers=more.blockers,
        until_ms=more.until_ms,
    )


def _trains(state: State) -> bool:
    return state.transaction is not None and state.transaction.is_training


def _light(snapshot: Snapshot) -> Light:
    if snapshot.outage:
        return "red"
    state = snapshot.state
    match light_of(state.book):
        case Lamp.RED_BLINKING:
            return "red"
        case Lamp.YELLOW:
            return "yellow"
        case _:
            return "green" if state.is_open or state.transaction else "off"


# --- what covers the screen ------------------------------------------------------------------------------


def _sheet(snapshot: Snapshot, say: Say, pictures: frozenset[str], currency: str) -> AttentionView | None:
    state = snapshot.state
    held = next((one for one in state.book.open if one.blocks is Blocks.AT_ONCE), None)
    if held is not None and state.phase in _HELD_PHASES:
        title, body = spoken(held, state, currency)
        return AttentionView(
            sheet="hold",
            title=title,
            body=body if kind_of(held.kind).blocks is Blocks.AT_ONCE else say(words.HOLD_BODY),
            place=place_text(snapshot.queue_place, say),
        )
    sale = state.transaction
    left = next((one for one in state.book.open if one.kind in LEFT), None)
    if left is not None and state.phase in SHOPPING | {Phase.TENDER}:
        title, body = spoken(left, state, currency)
        is_asked = left.severity is Severity.NUDGE
        return AttentionView(
            sheet="idle",
            title=title,
            body=body if is_asked else say(words.IDLE_CALLED),
            until_ms=left.call_at_us // 1_000 if is_asked else 0,
        )
    if sale is not None and sale.time_runs_out and state.phase is Phase.SCANNING:
        asked = kind_of("idle").title.of(state.language)
        return AttentionView(sheet="idle", title=asked, body=say(words.IDLE_EMPTY))
    if sale is not None and sale.wants_to_pay and state.phase in SHOPPING:
        blocking = [one for one in state.book.open if one.blocks is not Blocks.NOTHING]
        return AttentionView(
            sheet="wait",
            title=say(words.WAIT_TITLE),
            body=say(words.WAIT_BODY),
            place=place_text(snapshot.queue_place, say),
            blockers=tuple(_blocker(one, state, pictures, currency) for one in blocking),
        )
    return None


def _total(state: State) -> int:
    return state.transaction.priced.total_minor if state.transaction else 0


def _blocker(one: Open, state: State, pictures: frozenset[str], currency: str) -> BlockerView:
    title, _ = spoken(one, state, currency)
    line = state.transaction.line(one.line_id) if state.transaction and one.line_id else None
    note = line.product.name(state.language) if line else ""
    if one.refused_by:
        note = REASONS[one.refused_why].of(state.language) if one.refused_why in REASONS else note
    return BlockerView(
        title=title,
        note="" if note and note in title else note,
        picture=picture_of(one, state, pictures),
        icon=ICON_OF_KIND.get(one.kind, "staff"),
    )


def _weighing(state: State, say: Say) -> tuple[NudgeView, ...]:
    """Loose goods that the scale waits for. No intervention, but said where those are."""
    asked = state.transaction.weighing if state.transaction else None
    if asked is None:
        return ()
    stop = WishView(key="stop", text=say(words.STOP_WEIGHING), icon="close")
    return (
        NudgeView(
            title=say(words.WEIGH_TITLE).format(item=asked.product.name(state.language)),
            body=say(words.WEIGH_BODY),
            icon="scale",
            wishes=(stop,),
        ),
    )


# --- nudges ----------------------------------------------------------------------------------------------


def _shown(state: State) -> list[Open]:
    """What the shopper can do something about first, then what staff come for; newest first."""
    those = [one for one in state.book.open if one.kind not in SAID_ELSEWHERE and not one.awaits_removal]
    return sorted(those, key=lambda one: (_is_called(one), -one.at_us, -one.intervention_no))


def _is_called(one: Open) -> bool:
    return one.wants_staff and not one.refused_by and one.kind not in TAKEN_OFF


def _nudge(one: Open, snapshot: Snapshot, say: Say, currency: str) -> NudgeView:
    state = snapshot.state
    if one.kind == "help":
        place = place_text(snapshot.queue_place, say)
        title, body = say(words.HELP_TITLE), say(words.HELP_BODY)
        body = f"{place}. {body}" if place else body
    else:
        title, body = spoken(one, state, currency)
    if one.refused_by and one.refused_why in REASONS:
        body = say(words.REFUSED_BODY).format(reason=REASONS[one.refused_why].of(state.language))
    return NudgeView(
        intervention_no=one.intervention_no,
        title=title,
        body=body,
        icon=ICON_OF_KIND.get(one.kind, "staff"),
        is_called=_is_called(one),
        wishes=tuple(_wishes(one, say)),
        moving=(say(words.MOVING_TITLE), say(words.MOVING_BODY)) if one.kind == "bagging_full" else ("", ""),
        line_id=one.line_id,
    )


def _wishes(one: Open, say: Say) -> list[WishView]:
    wishes: list[WishView] = []
    match one.kind:
        case "help":
            return [WishView(key="end_help", text=say(words.END_HELP))]
        case "place_item":
            wishes.append(WishView(key="skip", text=say(words.SKIP), is_first=True))
        case "unexpected_item" if not one.refused_by:
            wishes.append(WishView(key="bag", text=say(words.MY_BAG), icon="bag"))
        case "bagging_full":
            wishes.append(WishView(key="move", text=say(words.MOVE), icon="bag", is_first=True))
            wishes.append(WishView(key="moved", text=say(words.MOVED), icon="check", is_first=True))
        case kind if kind in TAKEN_OFF:
            wishes.append(WishView(key="off", text=say(words.TAKE_OFF), icon="trash", is_first=True))
        case _:
            pass
    if one.severity is Severity.NUDGE and one.graver is not Severity.NUDGE:
        text = words.ALL_SCANNED if one.kind == "vision_alert" else words.CALL
        wishes.append(WishView(key="call", text=say(text), icon="staff"))
    elif one.clearer is Clearer.SHOPPER:
        wishes.append(WishView(key="dismiss", text=say(words.SEEN), icon="check"))
    elif _is_called(one):
        wishes.append(WishView(key="seen", text=say(words.SEEN), icon="check"))
    return wishes
