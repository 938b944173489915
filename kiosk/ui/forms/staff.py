"""What staff have begun and not finished: choosing, typing, giving a reason, until it is one command. Pure.

A deed asks for what it needs (a number, a code, whom), then why; with one reason it asks for none. A date of
birth lives here only, while it is typed.

Invariants: a form without a topic asks for nothing; what is typed is bounded; a form whose subject has gone
closes.
"""

import datetime
from typing import Literal

import msgspec
from msgspec.structs import replace

from kiosk.checkout import staff_commands as sc
from kiosk.checkout.free_lane import LOOKED_UP
from kiosk.checkout.state import Phase
from kiosk.ui.post import Touch
from kiosk.ui.view.staff_here import Here
from kiosk.ui.words.staff import MESSAGES
from retail.basket import QUANTITY_MAX
from retail.interventions.ages import BirthDateRefused, read_birth_date
from retail.interventions.deed_reasons import DEED_REASONS
from retail.interventions.rights import WHOLE, Action
from retail.wire.returns import ReturnedLine

BORN_DIGITS = 8
PRICE_DIGITS = 7
TOKEN_MAX = 40
TOKEN_MIN = 4
NUMBERED = frozenset({Action.QUANTITY, Action.PRICE_OVERRIDE, Action.DISCOUNT_LINE, Action.DISCOUNT_SALE})
"""Deeds that ask for a number."""
_SPOKEN = frozenset({Action.MESSAGE, Action.UNLOCK, Action.GIVE_BACK})
"""Deeds that ask what or whom, from a list."""
CODED = frozenset({Action.RESUME, Action.RETURN})
"""Deeds that ask for a code of a slip or a receipt."""
_MARKS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")
BORN_FITS = "fits"
STOP, KEEP_ON = "stop", "keep_on"
"""Answers to whether nothing more shall go back."""


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """What was begun. Its `repr` shows nothing that was typed."""

    topic: Literal["", "approve", "refuse", "born", "line", "deed", "return", "stop"] = ""
    intervention_no: int = 0
    line_id: int = 0
    action: Action | None = None
    typed: str = ""
    text: str = ""
    """What was chosen: a message, a person, a device."""
    lines: tuple[ReturnedLine, ...] = ()
    """Goods that come back."""
    is_filled: bool = False
    """Only the reason is missing."""

    def __repr__(self) -> str:
        return f"Form({self.topic!r}, {self.intervention_no}, {self.line_id}, {self.action})"

    @property
    def is_open(self) -> bool:
        """Whether something is asked for."""
        return self.topic != ""

    @property
    def asks(self) -> Literal["", "choose", "number", "letters"]:
        """How it is answered."""
        if self.topic == "born":
            return "number"
        if self.topic != "deed" or self.is_filled or self.action in _SPOKEN:
            return "choose" if self.is_open else ""
        if self.action in NUMBERED:
            return "number"
        return "letters" if self.action in CODED else "choose"

    @property
    def number(self) -> int:
        """What was typed as a number; 0: nothing."""
        return int(self.typed) if self.typed.isdigit() else 0


CLOSED = Form()
Answer = Form | Touch


def begin(action: Action, here: Here, *, line_id: int = 0, text: str = "") -> Answer:
    """A deed was chosen: what it asks for, or the command if it asks for nothing."""
    form = Form(topic="deed", action=action, line_id=line_id, text=text)
    if action in NUMBERED or action in CODED or action in _SPOKEN:
        return form
    return _reason_or_act(replace(form, is_filled=True), here)


def choose(form: Form, key: str, here: Here) -> Answer:
    """One of the choices was touched."""
    match form.topic:
        case "approve":
            return sc.ApproveIntervention(
                intervention_no=form.intervention_no, why=key, measure_seen=measure(form, here)
            )
        case "refuse":
            return sc.RefuseIntervention(intervention_no=form.intervention_no, why=key)
        case "born" if key == BORN_FITS:
            return _id_seen(form, here, "")
        case "line":
            return begin(Action(key), here, line_id=form.line_id)
        case "deed" if form.is_filled:
            return _act(form, key, here)
        case "deed" if form.action is Action.MESSAGE:
            text = "" if key == "none" else here.to_shopper(MESSAGES[key])
            return _reason_or_act(replace(form, text=text, is_filled=True), here)
        case "return":
            return sc.ReturnGoods(lines=form.lines, why=key)
        case "stop":
            return sc.StopReturning() if key == STOP else CLOSED
        case "deed" if form.action in (Action.UNLOCK, Action.GIVE_BACK):
            return _reason_or_act(replace(form, text=key, is_filled=True), here)
        case _:
            return form


def mark(form: Form, key: str) -> Form:
    """One more digit or letter; what does not belong there is ignored."""
    if form.asks == "letters" and key in _MARKS and len(form.typed) < TOKEN_MAX:
        return replace(form, typed=form.typed + key)
    if form.asks == "number" and key.isdigit() and len(form.typed) < _digits_max(form):
        typed = form.typed + key
        return replace(form, typed=typed if form.topic == "born" else typed.lstrip("0"))
    return form


def delete(form: Form) -> Form:
    """Take back the last one."""
    return replace(form, typed=form.typed[:-1])


def confirm(form: Form, here: Here) -> Answer:
    """The OK key."""
    if not may_confirm(form, here):
        return form
    if form.topic == "born":
        return _id_seen(form, here, form.typed)
    if form.action in CODED:
        form = replace(form, text=form.typed.lower())
    if form.action is Action.RETURN:
        return _act(form, LOOKED_UP, here)
    return _reason_or_act(replace(form, is_filled=True), here)


def may_confirm(form: Form, here: Here) -> bool:
    """Whether what is typed can be taken."""
    if form.topic == "born":
        return born(form, here) is not None
    match form.action:
        case Action.QUANTITY:
            return 1 <= form.number <= QUANTITY_MAX
        case Action.PRICE_OVERRIDE:
            return form.number > 0
        case Action.DISCOUNT_LINE | Action.DISCOUNT_SALE:
            return 0 < form.number < WHOLE
        case Action.RESUME | Action.RETURN:
            return len(form.typed) >= TOKEN_MIN
        case _:
            return False


def born(form: Form, here: Here) -> datetime.date | None:
    """The date of birth that was typed, once it is one."""
    if len(form.typed) < BORN_DIGITS:
        return None
    read = read_birth_date(form.typed, here.today)
    return None if isinstance(read, BirthDateRefused) else read


def followed(form: Form, here: Here) -> Form:
    """The form in a lane that has changed: closed if what it is about has gone."""
    sale = here.state.transaction
    is_here = here.staff is not None
    if form.intervention_no:
        is_here = is_here and here.state.book.numbered(form.intervention_no) is not None
    if form.line_id:
        is_here = is_here and sale is not None and sale.line(form.line_id) is not None
    if form.topic in ("return", "stop") or (form.topic == "deed" and form.action is Action.RETURN):
        is_here = is_here and here.state.phase is (Phase.ATTRACT if form.topic == "deed" else Phase.RETURN)
    if form.topic == "deed" and form.action is Action.GIVE_BACK:
        is_here = is_here and here.state.phase in (Phase.TENDER, Phase.RETURN)
    return form if is_here else CLOSED


def measure(form: Form, here: Here) -> int:
    """How much the intervention is on the screen now."""
    one = here.state.book.numbered(form.intervention_no)
    return one.measure if one else 0


def _id_seen(form: Form, here: Here, date: str) -> Touch:
    return sc.ApproveIntervention(
        intervention_no=form.intervention_no, why="id_seen", measure_seen=measure(form, here), born=date
    )


def _reason_or_act(form: Form, here: Here) -> Answer:
    reasons = DEED_REASONS[form.action] if form.action else ()
    return _act(form, reasons[0], here) if len(reasons) == 1 else form


def _act(form: Form, why: str, here: Here) -> Answer:
    if form.action is None:
        return form
    is_percent = form.action in (Action.DISCOUNT_LINE, Action.DISCOUNT_SALE)
    return sc.Act(
        action=form.action,
        why=why,
        line_id=form.line_id,
        quantity=form.number if form.action is Action.QUANTITY else 0,
        amount_minor=form.number if form.action is Action.PRICE_OVERRIDE else 0,
        percent=form.number if is_percent else 0,
        text=form.text,
    )


def _digits_max(form: Form) -> int:
    if form.topic == "born":
        return BORN_DIGITS
    if form.action is Action.PRICE_OVERRIDE:
        return PRICE_DIGITS
    return len(str(QUANTITY_MAX)) if form.action is Action.QUANTITY else len(str(WHOLE)) - 1
