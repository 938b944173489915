"""How a form of staff looks: its question, its choices, what was typed. Pure."""

from kiosk.checkout.state import Tender
from kiosk.ui.forms.staff import (
    BORN_DIGITS,
    BORN_FITS,
    CODED,
    KEEP_ON,
    NUMBERED,
    STOP,
    Form,
    may_confirm,
)
from kiosk.ui.view.staff import deed
from kiosk.ui.view.staff_here import Here, local_time
from kiosk.ui.view.staff_visits import line_of
from kiosk.ui.view.tenders import tender_name
from kiosk.ui.views.attended import ChoiceView, FormView
from kiosk.ui.words import returns as return_words
from kiosk.ui.words import staff as words
from retail import figures
from retail.basket import Line
from retail.interventions.ages import born_by
from retail.interventions.carried import Open, Tries
from retail.interventions.deed_reasons import DEED_REASONS
from retail.interventions.kinds import kind_of
from retail.interventions.reasons import reason_text
from retail.interventions.rights import NO_LIMIT, WHOLE, Action
from retail.interventions.sign_in import FOREVER_US, PAD

_OF_MONEY = frozenset({"shopper_changed_mind", "charged_wrongly", "goodwill"})
"""Reasons that are not about goods."""
_LINE_ACTIONS = (Action.VOID_LINE, Action.QUANTITY, Action.PRICE_OVERRIDE, Action.DISCOUNT_LINE)
_LABELS = {
    Action.QUANTITY: words.NEW_QUANTITY,
    Action.PRICE_OVERRIDE: words.NEW_PRICE,
    Action.DISCOUNT_LINE: words.PERCENT,
    Action.DISCOUNT_SALE: words.PERCENT,
    Action.RESUME: words.TOKEN,
    Action.RETURN: return_words.SALE_CODE,
}
_DATE = "__.__.____"


def form_view(form: Form, here: Here) -> FormView:
    """The sheet over the layer; without a step there is none."""
    if not form.is_open:
        return FormView()
    one = here.state.book.numbered(form.intervention_no) if form.intervention_no else None
    sale = here.state.transaction
    line = sale.line(form.line_id) if sale and form.line_id else line_of(one, here.state) if one else None
    picture = line.product.picture if line else ""
    shared = FormView(
        step=form.asks,
        title=_title(form, one, here),
        note=_note(form, one, line, here),
        picture=picture if picture in here.pictures else "",
    )
    if form.topic == "born" and one is not None:
        return _born(shared, form, one, here)
    if form.asks == "choose":
        return _with(shared, choices=_choices(form, one, line, here))
    return _with(
        shared,
        label=here.voice.say(_LABELS[form.action]) if form.action else "",
        shown=_shown(form, here),
        hint=_hint(form, here),
        may_confirm=may_confirm(form, here),
    )


def _with(view: FormView, **more: object) -> FormView:
    fields = {name: getattr(view, name) for name in view.__struct_fields__}
    return FormView(**{**fields, **more})


def _title(form: Form, one: Open | None, here: Here) -> str:
    say = here.voice.say
    if form.topic == "born" and one is not None:
        return say(words.BORN_TITLE).format(
            date=figures.day(born_by(one.measure, here.today), here.voice.language)
        )
    if form.topic == "approve":
        return say(words.WHY)
    if form.topic == "refuse":
        return say(words.WHY_REFUSED)
    if form.topic == "line":
        return say(words.WHAT_TO_DO)
    if form.topic == "return":
        return say(return_words.WHY_BACK)
    if form.topic == "stop":
        return say(return_words.STOP_HERE)
    if form.action is Action.GIVE_BACK and not form.is_filled:
        return say(return_words.WHICH_PART)
    if form.action is Action.MESSAGE:
        return say(words.WHICH_MESSAGE)
    if form.action is Action.UNLOCK and not form.is_filled:
        return say(words.WHO_IS_LOCKED)
    return say(words.ACTIONS[form.action]) if form.action else ""


def _note(form: Form, one: Open | None, line: Line | None, here: Here) -> str:
    say = here.voice.say
    name = here.voice.name(line.product.names) if line else ""
    if form.topic == "born" and one is not None:
        return say(words.BORN_NOTE).format(count=one.measure, item=name)
    if one is not None:
        kind = say(words.KINDS.get(one.kind, kind_of(one.kind).name))
        return f"{kind} · {name}" if name else kind
    if form.topic == "return":
        return say(return_words.GIVES_BACK).format(amount=form.text)
    if form.topic == "stop":
        return _stop_note(here)
    if form.topic == "deed" and form.is_filled:
        what = _shown(form, here) if form.action in NUMBERED else _who(form.text, here)
        if form.action not in NUMBERED and form.action is not Action.UNLOCK:
            what = ""
        parts = [part for part in (name, what, say(words.WHY)) if part]
        return " · ".join(parts)
    return f"{name} · {here.voice.money(line.amount_minor)}" if line else ""


def _stop_note(here: Here) -> str:
    """What has moved, and what then does not."""
    returning = here.state.transaction.returning if here.state.transaction else None
    if returning is None:
        return ""
    money = here.voice.money
    given, left = money(returning.given_minor), money(returning.amount_minor - returning.given_minor)
    return here.voice.say(return_words.STOP_NOTE).format(given=given, left=left)


def _stop_choices(here: Here) -> tuple[ChoiceView, ...]:
    say = here.voice.say
    return (
        ChoiceView(key=KEEP_ON, text=say(return_words.KEEP_ON), icon="back", is_first=True),
        ChoiceView(key=STOP, text=say(return_words.STOP), icon="close", is_grave=True),
    )


def _parts_taken(here: Here) -> tuple[ChoiceView, ...]:
    """What cards and wallets have paid so far, to be given back by hand."""
    sale = here.state.transaction
    return tuple(
        ChoiceView(
            key=part.attempt_id,
            text=f"{tender_name(part, here.voice.say)} · {here.voice.money(part.amount_minor)}",
            icon="phone-pay" if part.tender is Tender.WALLET else "card",
        )
        for part in (sale.taken if sale else ())
    )


def _choices(form: Form, one: Open | None, line: Line | None, here: Here) -> tuple[ChoiceView, ...]:
    if one is not None:
        kind = kind_of(one.kind)
        is_refusal = form.topic == "refuse"
        return _reasons(kind.refuse_reasons if is_refusal else kind.approve_reasons, here, is_refusal)
    if form.topic == "line":
        actions: tuple[Action, ...] = _LINE_ACTIONS
        if here.rules.has_scale and line is not None and line.product.expected_g:
            actions = (*actions, Action.TEACH_WEIGHT)
        return tuple(deed(action, here, line) for action in actions)
    if form.topic == "return":
        return _reasons(_why_back(here), here, False)
    if form.topic == "stop":
        return _stop_choices(here)
    if form.action is Action.GIVE_BACK and not form.is_filled:
        return _parts_taken(here)
    if form.is_filled and form.action is not None:
        return _reasons(DEED_REASONS[form.action], here, False)
    if form.action is Action.MESSAGE:
        return tuple(
            ChoiceView(key=key, text=here.voice.say(text), icon="close" if key == "none" else "message")
            for key, text in words.MESSAGES.items()
        )
    tries = here.state.situation.desk.tries
    return tuple(
        ChoiceView(key=who, text=_who(who, here), note=_counted(one, here), icon="lock")
        for who, one in sorted(tries.items())
    )


def _why_back(here: Here) -> tuple[str, ...]:
    """Why something comes back: a top-up is neither damaged nor recalled."""
    sale = here.state.transaction
    is_load = sale is not None and sale.returning is not None and sale.returning.sold.account_id != ""
    why = DEED_REASONS[Action.RETURN]
    return tuple(one for one in why if not is_load or one in _OF_MONEY)


def _reasons(codes: tuple[str, ...], here: Here, is_refusal: bool) -> tuple[ChoiceView, ...]:
    return tuple(
        ChoiceView(
            key=code,
            text=reason_text(code, here.voice.language),
            is_first=number == 0 and not is_refusal,
            is_grave=is_refusal,
        )
        for number, code in enumerate(codes)
    )


def _who(who: str, here: Here) -> str:
    return here.voice.say(words.PIN_PAD) if who == PAD else who


def _counted(one: Tries, here: Here) -> str:
    say = here.voice.say
    if one.locked_until_us >= FOREVER_US:
        return say(words.LOCKED_FOR_EVER)
    if one.locked_until_us:
        return say(words.LOCKED_UNTIL).format(time=local_time(one.locked_until_us))
    return say(words.WRONG_TIMES).format(count=one.wrong)


def _born(view: FormView, form: Form, one: Open, here: Here) -> FormView:
    typed = iter(form.typed)
    shown = "".join(next(typed, "_") if place == "_" else place for place in _DATE)
    say = here.voice.say
    return _with(
        view,
        label=say(words.BORN_LABEL),
        shown=shown,
        hint=say(
            words.BORN_HINT if len(form.typed) < BORN_DIGITS or may_confirm(form, here) else words.NO_DATE
        ),
        may_confirm=may_confirm(form, here),
        choices=(ChoiceView(key=BORN_FITS, text=say(words.BORN_FITS), icon="check", is_first=True),),
    )


def _shown(form: Form, here: Here) -> str:
    match form.action:
        case Action.PRICE_OVERRIDE:
            return here.voice.money(form.number)
        case Action.DISCOUNT_LINE | Action.DISCOUNT_SALE:
            return f"{form.number} %"
        case Action.QUANTITY:
            return str(form.number)
        case _:
            return form.typed


def _hint(form: Form, here: Here) -> str:
    """How far this role goes alone."""
    say = here.voice.say
    if form.action in CODED:
        return say(words.TOKEN_HINT if form.action is Action.RESUME else return_words.SALE_CODE_HINT)
    if form.action is None:
        return ""
    limit = here.rules.policy.staff_rights()[form.action].limit(here.role)
    if limit.percent >= WHOLE and limit.amount_minor >= NO_LIMIT:
        return ""
    text = (
        words.LIMIT_PERCENT
        if limit.amount_minor >= NO_LIMIT
        else words.LIMIT_AMOUNT
        if limit.percent >= WHOLE
        else words.LIMIT_BOTH
    )
    amount = here.voice.money(limit.amount_minor) if limit.amount_minor < NO_LIMIT else ""
    return say(text).format(percent=limit.percent, amount=amount)
