"""Open interventions as staff see them: gravest first, with cause, goods, and what can be decided. Pure.

Invariants: what is decided is decided about what is shown: `measure` is that of the text beside it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kiosk.checkout.state import State
from kiosk.devices.health import Device
from kiosk.ui.kind_icons import ICON_OF_ACTION, ICON_OF_KIND
from kiosk.ui.view.staff_here import Here, local_time
from kiosk.ui.views.attended import ChoiceView, VisitView
from kiosk.ui.words import staff as words
from retail.basket import Line
from retail.interventions.carried import Open
from retail.interventions.causes import cause_text
from retail.interventions.kinds import kind_of
from retail.interventions.reasons import reason_text
from retail.interventions.rights import Action
from retail.interventions.words import Role, Severity

AGE = "age_check"
APPROVED_BY: Mapping[str, Action] = MappingProxyType(
    {"price_required": Action.PRICE_OVERRIDE, "lane_closed": Action.OPEN_LANE}
)
"""Kinds that are approved by doing what they wait for."""
NEVER_SHOWN = frozenset({"item_shuffling"})
BORN = "born"
"""The key of "identity card": it asks for the date."""
_CLEARLY = "clearly_of_age"
_COUNTED = {
    AGE: words.YEARS,
    "unexpected_item": words.GRAMS,
    "weight_mismatch": words.GRAMS,
    "item_removed": words.GRAMS,
    "own_bag": words.BAG_GRAMS,
    "skip_bagging": words.PIECES,
    "quantity_over_limit": words.PIECES,
    "expired_unit": words.PIECES,
    "security_tag": words.PIECES,
    "serial_needed": words.PIECES,
    "regulated_quantity": words.UNITS,
    "misuse_count": words.CALLS,
    "payment_declined": words.TRIES,
}
"""What the measure of a kind counts."""
_MONEY = frozenset({"markdown_check", "discount_authority"})
_COUNT_OR_MONEY = {"void_over_limit": "value", "basket_limit": "value"}
"""Kinds that count pieces, or money under this subject."""


def visits(here: Here) -> tuple[VisitView, ...]:
    """All that is open, in the order it should be decided."""
    those = [one for one in here.state.book.open if one.kind not in NEVER_SHOWN]
    those.sort(key=lambda one: (-one.severity.rank, one.at_us, one.intervention_no))
    return tuple(_visit(one, here) for one in those)


def line_of(one: Open, state: State) -> Line | None:
    """The line an intervention is about: by its number, else by its article."""
    sale = state.transaction
    if sale is None:
        return None
    if one.line_id:
        return sale.line(one.line_id)
    return next((line for line in sale.lines if line.product.key == one.subject), None)


def _visit(one: Open, here: Here) -> VisitView:
    say, line = here.voice.say, line_of(one, here.state)
    picture = line.product.picture if line else ""
    name = here.voice.name(line.product.names) if line else ""
    price = here.voice.money(line.amount_minor) if line else ""
    kind = kind_of(one.kind)
    may_decide = here.role.reaches(one.clearer.role or Role.ATTENDANT)
    can_approve = may_decide and bool(kind.approve_reasons) and not one.awaits_removal
    return VisitView(
        intervention_no=one.intervention_no,
        severity=one.severity.value,
        name=say(words.KINDS.get(one.kind, kind.name)),
        about=" · ".join(part for part in (_cause(one, here), name, price) if part),
        item=name,
        picture=picture if picture in here.pictures else "",
        icon=ICON_OF_KIND.get(one.kind, "staff"),
        since=say(words.SINCE).format(time=local_time(one.called_at_us)) if one.wants_staff else "",
        state=_state(one, here, may_decide),
        measure=one.measure,
        approve=_approve(one, here) if can_approve else (),
        has_more=can_approve and one.kind != AGE and (len(kind.approve_reasons) > 1),
        may_refuse=may_decide and bool(kind.refuse_reasons) and not one.refused_by,
        is_age=one.kind == AGE,
    )


def _approve(one: Open, here: Here) -> tuple[ChoiceView, ...]:
    """What one touch approves with. Nothing about money that may have moved is one touch away."""
    say, kind = here.voice.say, kind_of(one.kind)
    if one.kind == AGE:
        looks = say(words.CLEARLY_OLD).format(count=here.rules.policy.age.sight_years)
        return (
            ChoiceView(key=_CLEARLY, text=_reason(_CLEARLY, here), note=looks, icon="check", is_first=True),
            ChoiceView(key=BORN, text=say(words.ID_SEEN), icon="member"),
        )
    if one.kind in APPROVED_BY:
        action = APPROVED_BY[one.kind]
        text = words.ENTER_PRICE if action is Action.PRICE_OVERRIDE else words.ACTIONS[action]
        icon = ICON_OF_ACTION[action]
        return (ChoiceView(key=action.value, text=say(text), icon=icon, is_first=True),)
    if kind.severity is Severity.CRITICAL:
        return ()
    first = kind.approve_reasons[0]
    return (ChoiceView(key=first, text=_reason(first, here), icon="check", is_first=True),)


def _state(one: Open, here: Here, may_decide: bool) -> str:
    say = here.voice.say
    if one.refused_by:
        return say(words.SAID_NO).format(reason=_reason(one.refused_why, here))
    if not may_decide:
        return say(words.NEEDS[one.clearer.role or Role.ATTENDANT])
    if not kind_of(one.kind).approve_reasons:
        return say(words.CLEARS_ITSELF)
    return say(words.NOT_CALLED) if one.call_at_us and not one.wants_staff else ""


def _cause(one: Open, here: Here) -> str:
    say, voice, sale = here.voice.say, here.voice, here.state.transaction
    if one.kind in _COUNTED and one.measure:
        return say(_COUNTED[one.kind]).format(count=one.measure)
    if one.kind in _COUNT_OR_MONEY and one.measure:
        is_money = one.subject == _COUNT_OR_MONEY[one.kind]
        return voice.money(one.measure) if is_money else say(words.PIECES).format(count=one.measure)
    if one.kind in _MONEY and one.measure:
        return voice.money(one.measure)
    if one.kind == "audit":
        return _scan_again(here)
    if one.kind == "payment_unknown" and sale is not None and sale.payment is not None:
        return voice.money(sale.payment.amount_minor)
    if one.kind in ("help", "idle", "lane_closed"):
        return ""
    device = next((device for device in Device if device.value == one.subject), None)
    if device is not None:
        return f"{say(words.DEVICES[device])}: {cause_text(one.why, voice.language)}"
    return cause_text(one.why, voice.language)


def _scan_again(here: Here) -> str:
    check, sale = here.state.situation.sale.check, here.state.transaction
    lines = [sale.line(line_id) for line_id in check.line_ids] if check and sale else []
    names = ", ".join(here.voice.name(line.product.names) for line in lines if line is not None)
    return here.voice.say(words.SCAN_AGAIN).format(items=names) if names else ""


def _reason(code: str, here: Here) -> str:
    return reason_text(code, here.voice.language)
