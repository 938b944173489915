"""What the attendant layer shows: who is in, what is open, the basket, the lane, the devices. Pure.

What somebody may not do stands there too, disabled and with the badge it takes: nobody has to guess.
"""

from kiosk.checkout.state import SHOPPING, DeviceState, Phase, State
from kiosk.devices.health import Condition, Device
from kiosk.ui.kind_icons import ICON_OF_ACTION
from kiosk.ui.view.basket import checks_of, items
from kiosk.ui.view.staff_here import Here, local_time
from kiosk.ui.view.staff_visits import visits
from kiosk.ui.views.attended import ChoiceView, DeviceView, DoorView, StaffLineView, StaffView, TriesView
from kiosk.ui.words import returns as return_words
from kiosk.ui.words import staff as words
from retail.basket import Line
from retail.interventions.carried import Tries
from retail.interventions.rights import Action, Verdict
from retail.interventions.sign_in import FOREVER_US

BASKET_OPEN = SHOPPING | {Phase.TENDER}
ICON_OF_DEVICE: dict[Device, str] = {
    Device.CAMERA: "camera",
    Device.TERMINAL: "card",
    Device.PRINTER: "printer",
    Device.HAND_SCANNER: "scan-barcode",
    Device.SCALE: "scale",
    Device.BAGGING_SCALE: "bag",
    Device.WALLET: "phone-pay",
    Device.SPEECH: "speaker",
}
ALWAYS_LISTED = (Device.CAMERA, Device.TERMINAL, Device.PRINTER)
"""Devices every lane has; others are listed once they have spoken."""
_PHASE_WORDS: dict[Phase, str] = {
    Phase.ATTRACT: words.AT_ATTRACT,
    Phase.SCANNING: words.AT_SCANNING,
    Phase.NOT_FOUND: words.AT_SCANNING,
    Phase.TENDER: words.AT_PAYING,
    Phase.CARD: words.AT_PAYING,
    Phase.WALLET: words.AT_PAYING,
    Phase.LOAD: words.AT_PAYING,
    Phase.RETURN: words.AT_RETURN,
    Phase.REFUND: words.AT_PAYING,
    Phase.UNKNOWN: words.AT_UNKNOWN,
    Phase.PAID: words.AT_PAID,
    Phase.RECEIPT: words.AT_PAID,
    Phase.THANKS: words.AT_PAID,
}
GRAVE = frozenset({Action.CANCEL, Action.VOID_LINE, Action.RESTART})


def door_view(here: Here, now_us: int) -> DoorView:
    """Whether somebody is in, and what is counted of wrong answers."""
    tries = here.state.situation.desk.tries
    return DoorView(
        is_open=here.staff is not None,
        tries=tuple(
            TriesView(who=who, wrong=one.wrong, text=_said(one, here), is_locked=one.locked_until_us > now_us)
            for who, one in sorted(tries.items())
        ),
    )


def _said(one: Tries, here: Here) -> str:
    say = here.voice.say
    if one.locked_until_us >= FOREVER_US:
        return say(words.SIGN_IN_LOCKED_FOR_EVER)
    if one.locked_until_us:
        return say(words.SIGN_IN_LOCKED).format(time=local_time(one.locked_until_us))
    return say(words.SIGN_IN_WRONG)


def staff_view(here: Here, who: str = "") -> StaffView:
    """The layer, if somebody is in. `who` is what they are called."""
    staff, state, say = here.staff, here.state, here.voice.say
    if staff is None:
        return StaffView()
    sale = state.transaction
    sale_deeds = [Action.DISCOUNT_SALE, Action.SUSPEND, Action.CANCEL]
    sale_deeds += [Action.REPRINT, Action.MESSAGE, Action.RESUME, Action.RETURN]
    if sale is not None and sale.taken and not sale.is_paid:
        sale_deeds.append(Action.GIVE_BACK)
    lane_deeds = [Action.OPEN_LANE if state.closed_by else Action.CLOSE_LANE, Action.TRAINING]
    lane_deeds += [Action.DAY_CLOSE, Action.NO_SALE, Action.RESTART, Action.UNLOCK]
    waits = sale is not None and sale.wants_to_pay and state.phase in SHOPPING
    return StaffView(
        is_open=True,
        who=who or staff.staff_id,
        role=say(words.ROLES[staff.role]),
        visits=visits(here),
        lines=_lines(here),
        total=here.voice.money(sale.priced.total_minor) if sale else "",
        count=items(sale.priced.item_count, here.voice) if sale else "",
        sale_title=say(_title(state, waits=waits)),
        sale_deeds=tuple(deed(action, here) for action in sale_deeds),
        lane_deeds=tuple(deed(action, here) for action in lane_deeds),
        devices=tuple(_devices(here)),
        may_test=here.verdict(Action.DEVICE_TEST).is_allowed,
    )


def _title(state: State, *, waits: bool) -> str:
    """What goes on at the lane."""
    if state.transaction is not None and state.transaction.returning is not None:
        return words.AT_RETURN
    return words.AT_WAITING if waits else _PHASE_WORDS[state.phase]


def deed(action: Action, here: Here, line: Line | None = None) -> ChoiceView:
    """A deed to be chosen, or why it cannot be."""
    note = _not_now(action, here, line) or not_by(
        here.verdict(action, amount_minor=_size(action, here, line))
    )
    ends_training = action is Action.TRAINING and here.state.training_by
    return ChoiceView(
        key=action.value,
        text=here.voice.say(words.END_TRAINING if ends_training else words.ACTIONS[action]),
        note=here.voice.say(note) if note else "",
        icon=ICON_OF_ACTION[action],
        is_enabled=not note,
        is_grave=action in GRAVE,
    )


def _size(action: Action, here: Here, line: Line | None) -> int:
    """The money a deed changes, where it is known before anything is typed."""
    sale = here.state.transaction
    if action is Action.VOID_LINE and line is not None:
        return line.amount_minor
    return sale.priced.total_minor if action is Action.CANCEL and sale else 0


def not_by(verdict: Verdict) -> str:
    """Whose badge it takes, where who is in may not; else empty."""
    if verdict.is_allowed:
        return ""
    return words.NEEDS[verdict.needs] if verdict.needs else words.NOBODY_MAY


def _not_now(action: Action, here: Here, line: Line | None) -> str:
    """Why a deed makes no sense now; the rules would say the same (`kiosk.checkout.deeds`)."""
    state, sale = here.state, here.state.transaction
    has_lines = sale is not None and bool(sale.lines)
    match action:
        case Action.DISCOUNT_SALE | Action.SUSPEND if state.phase not in BASKET_OPEN or not has_lines:
            return words.NO_BASKET
        case Action.CANCEL if state.phase not in BASKET_OPEN:
            return words.NO_BASKET
        case Action.REPRINT if state.phase not in (Phase.RECEIPT, Phase.THANKS):
            return words.NO_RECEIPT
        case Action.RESUME if sale is not None and (has_lines or state.phase not in SHOPPING):
            return words.EMPTY_ONLY
        case Action.RETURN if state.training_by:
            return return_words.NOT_WHILE_TRAINING
        case Action.GIVE_BACK if state.phase is not Phase.TENDER:
            return words.NO_BASKET
        case Action.NO_SALE | Action.RETURN | Action.TRAINING | Action.DAY_CLOSE | Action.RESTART if (
            state.phase is not Phase.ATTRACT
        ):
            return words.BETWEEN_SHOPPERS
        case Action.UNLOCK if not state.situation.desk.tries:
            return words.NOBODY_LOCKED
        case Action.QUANTITY if line is not None and not _is_counted(line):
            return words.FIXED_QUANTITY
        case _:
            return ""


def _is_counted(line: Line) -> bool:
    return line.weight_g is None and line.price_minor is None


def _lines(here: Here) -> tuple[StaffLineView, ...]:
    sale = here.state.transaction
    checks = checks_of(here.state, here.rules)
    marks = {"check": "open", "approved": "approved"}
    return tuple(
        StaffLineView(
            line_id=line.line_id,
            name=here.voice.name(line.product.names),
            picture=line.product.picture if line.product.picture in here.pictures else "",
            note=_note(line, here),
            amount=here.voice.money(line.amount_minor),
            mark=marks.get(checks.get(line.line_id, ""), ""),  # type: ignore[arg-type]  # as listed above
        )
        for line in (sale.lines if sale else ())
    )


def _note(line: Line, here: Here) -> str:
    if line.weight_g is not None:
        return f"{here.voice.kilograms(line.weight_g)} kg"
    return f"{line.quantity} × {here.voice.money(line.piece_minor)}"


def _devices(here: Here) -> list[DeviceView]:
    say = here.voice.say
    shown = []
    for device in Device:
        told = here.state.devices.get(device)
        if told is None and device not in ALWAYS_LISTED:
            continue
        told = told or DeviceState()
        trouble = told.condition in (Condition.FAULT, Condition.WARNING)
        shown.append(
            DeviceView(
                key=device.value,
                name=say(words.DEVICES[device]),
                condition=told.condition.value,
                text=(told.detail or told.code)
                if trouble and told.code
                else say(words.CONDITIONS[told.condition]),
                icon=ICON_OF_DEVICE[device],
            )
        )
    return shown
