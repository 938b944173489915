"""Raise, settle, look, approve, refuse, dismiss, escalate: what each means now, as events or an answer. Pure.

The ladder is the same for all kinds: the shopper is asked first where the kind allows it, staff are called
when the time is over or paying is reached, and it turns critical when nobody comes.

Source: docs/interventions.md, "The ladder".
Invariants: a refused or ignored wish changes nothing; doing anything twice does nothing the second time;
nobody clears without the right to; what blocks paying is let go by a decision, its cause, or the purchase's
end, and each is an event that says who, when and why.
"""

from typing import assert_never

from retail.interventions import events as v
from retail.interventions import wishes as w
from retail.interventions.book import Book, fold
from retail.interventions.carried import Open
from retail.interventions.kind import Kind
from retail.interventions.kinds import kind_of
from retail.interventions.policy import Policy
from retail.interventions.words import Blocks, Clearer, Cover, Role, Scope, SelfClear, Severity

SECOND_US = 1_000_000
_OPEN_MAX_CODE = "too_many_open"


def decide(book: Book, wish: w.AnyWish, policy: Policy, at_us: int) -> w.Decision:
    """The events `wish` leads to, or why there are none."""
    match wish:
        case w.Raise():
            return _raise(book, wish, policy, at_us)
        case w.Settle():
            return _settle(book, wish, at_us)
        case w.Look():
            return _look(book, wish, at_us)
        case w.Approve():
            return _approve(book, wish, at_us)
        case w.Refuse():
            return _refuse(book, wish, at_us)
        case w.Dismiss():
            return _dismiss(book, wish, at_us)
        case w.CallStaff():
            return _call_staff(book, wish, at_us)
        case w.AskToPay():
            waiting = [one for one in book.open if one.blocks is not Blocks.NOTHING]
            return _escalated(waiting, "paying", at_us) or w.Ignored(reason="nobody new to call")
        case w.Tick():
            return _tick(book, at_us)
        case w.EndPurchase():
            ended = [one for one in book.open if kind_of(one.kind).scope is not Scope.LANE]
            events = tuple(_clear(one, "ended", v.LANE, wish.why, at_us) for one in ended)
            return events or w.Ignored(reason="nothing to end")
        case _:
            assert_never(wish)


def decide_all(book: Book, wishes: tuple[w.AnyWish, ...], policy: Policy, at_us: int) -> w.Decision:
    """Several wishes one after the other, as one commit; the first refusal refuses all."""
    events: list[v.AnyInterventionEvent] = []
    for wish in wishes:
        decision = decide(book, wish, policy, at_us)
        if isinstance(decision, w.Refused):
            return decision
        if not isinstance(decision, w.Ignored):
            events.extend(decision)
            book = fold(decision, book)
    return tuple(events) or w.Ignored(reason="nothing to do")


def _raise(book: Book, wish: w.Raise, policy: Policy, at_us: int) -> w.Decision:
    kind = kind_of(wish.kind)
    if book.covers(wish.kind, wish.subject, wish.measure) is not None:
        return w.Ignored(reason="an approval reaches this far")
    known = book.find(wish.kind, wish.subject)
    if known is not None and wish.measure <= known.measure:
        return w.Ignored(reason="already open")
    if known is None and len(book.open) >= w.RAISED_MAX:
        return w.Refused(code=_OPEN_MAX_CODE)
    effective = policy.effective(kind)
    is_nudge = kind.severity is Severity.NUDGE or effective.nudge_s > 0
    calls = kind.severity is not Severity.NUDGE and effective.nudge_s > 0
    return (
        v.InterventionRaised(
            intervention_no=known.intervention_no if known else book.next_no,
            by=wish.by,
            why=wish.why,
            at_us=at_us,
            kind=kind.word,
            subject=wish.subject,
            line_id=wish.line_id,
            coupon_no=wish.coupon_no,
            measure=wish.measure,
            severity=known.severity if known else Severity.NUDGE if is_nudge else kind.severity,
            graver=kind.severity,
            blocks=effective.blocks,
            clearer=effective.clearer,
            is_remote=effective.is_remote,
            needs_picture=effective.is_remote and effective.needs_picture,
            call_at_us=at_us + effective.nudge_s * SECOND_US if calls else 0,
            critical_after_us=effective.overdue_s * SECOND_US if kind.severity is Severity.STAFF else 0,
        ),
    )


def _settle(book: Book, wish: w.Settle, at_us: int) -> w.Decision:
    why = wish.because.name.lower()
    events = tuple(
        _clear(one, "self", wish.by, why, at_us)
        for one in book.open
        if wish.is_about(one) and not (wish.because is SelfClear.CODE_RESOLVED and one.wants_staff)
    )
    return events or w.Ignored(reason="nothing of this kind clears by itself now")


def _look(book: Book, wish: w.Look, at_us: int) -> w.Decision:
    new = [one for one in book.open if one.intervention_no in wish.numbers and not one.looked_by]
    events = tuple(
        v.InterventionLooked(
            intervention_no=one.intervention_no,
            by=wish.staff.staff_id,
            role=wish.staff.role,
            why=(wish.staff.via or "remote") if wish.is_remote else "lane",
            at_us=at_us,
        )
        for one in new
    )
    return events or w.Ignored(reason="looked at already, or over")


def _approve(book: Book, wish: w.Approve, at_us: int) -> w.Decision:
    one = book.numbered(wish.intervention_no)
    if one is None:
        return _over(book, wish.intervention_no)
    kind = kind_of(one.kind)
    if (stopped := _may_decide(one, wish.staff, wish.is_remote)) is not None:
        return stopped
    if wish.is_remote and one.needs_picture and not wish.staff.saw_picture:
        return w.Refused(code="needs_picture")
    if one.awaits_removal:
        return w.Refused(code="already_refused", detail=one.refused_by)
    if wish.why not in kind.approve_reasons:
        return w.Refused(code="unknown_reason", detail=wish.why)
    if wish.measure_seen < one.measure:
        return w.Refused(code="changed_since_seen", detail=str(one.measure))
    reach = one.measure * kind.reach_percent // 100 if wish.covers_to is None else wish.covers_to
    if reach < one.measure:
        return w.Refused(code="does_not_reach", detail=str(one.measure))
    staff = wish.staff
    approved = v.InterventionCleared(
        intervention_no=one.intervention_no,
        by=staff.staff_id,
        why=wish.why,
        at_us=at_us,
        how="approved",
        role=staff.role,
        is_remote=wish.is_remote,
        via=staff.via,
        covers_to=reach,
        saw_picture=wish.is_remote and staff.saw_picture,
    )
    also = [other for other in book.open if other is not one and _reaches(kind, one, other, reach)]
    return approved, *(_clear(other, "covered", staff.staff_id, wish.why, at_us) for other in also)


def _refuse(book: Book, wish: w.Refuse, at_us: int) -> w.Decision:
    one = book.numbered(wish.intervention_no)
    if one is None:
        return _over(book, wish.intervention_no)
    kind = kind_of(one.kind)
    if (stopped := _may_decide(one, wish.staff, wish.is_remote)) is not None:
        return stopped
    if not kind.refuse_reasons:
        return w.Refused(code="cannot_be_refused")
    if wish.why not in kind.refuse_reasons:
        return w.Refused(code="unknown_reason", detail=wish.why)
    if one.refused_by:
        return w.Ignored(reason="refused already")
    return (
        v.InterventionRefused(
            intervention_no=one.intervention_no,
            by=wish.staff.staff_id,
            role=wish.staff.role,
            why=wish.why,
            at_us=at_us,
            is_remote=wish.is_remote,
            via=wish.staff.via,
        ),
    )


def _dismiss(book: Book, wish: w.Dismiss, at_us: int) -> w.Decision:
    one = book.numbered(wish.intervention_no)
    if one is None:
        return w.Ignored(reason="over")
    if one.clearer is not Clearer.SHOPPER:
        return w.Refused(code="not_allowed", detail=one.clearer.value)
    return (_clear(one, "dismissed", v.SHOPPER, "seen", at_us),)


def _call_staff(book: Book, wish: w.CallStaff, at_us: int) -> w.Decision:
    one = book.numbered(wish.intervention_no)
    events = _escalated([one] if one else [], "asked", at_us)
    return events or w.Ignored(reason="staff are called, or need not be")


def _tick(book: Book, at_us: int) -> w.Decision:
    late = [one for one in book.open if 0 < one.call_at_us <= at_us]
    critical = [one for one in book.open if 0 < one.critical_at_us <= at_us]
    events = _escalated(late, "time", at_us) + tuple(
        _escalation(one, Severity.CRITICAL, "nobody came", at_us) for one in critical
    )
    return events or w.Ignored(reason="nothing is due")


def _escalated(those: list[Open], why: str, at_us: int) -> tuple[v.InterventionEscalated, ...]:
    """Staff are called to those that had not called them."""
    return tuple(
        _escalation(one, one.graver, why, at_us)
        for one in those
        if one.severity is Severity.NUDGE and one.graver is not Severity.NUDGE
    )


def _escalation(one: Open, severity: Severity, why: str, at_us: int) -> v.InterventionEscalated:
    return v.InterventionEscalated(
        intervention_no=one.intervention_no, by=v.LANE, why=why, at_us=at_us, severity=severity
    )


def _clear(one: Open, how: str, by: str, why: str, at_us: int) -> v.InterventionCleared:
    return v.InterventionCleared(intervention_no=one.intervention_no, by=by, why=why, at_us=at_us, how=how)


def _may_decide(one: Open, staff: w.Staff, is_remote: bool) -> w.Refused | None:
    """Why this person may not decide this here; None: they may."""
    if not staff.role.reaches(one.clearer.role or Role.ATTENDANT):
        return w.Refused(code="not_allowed", detail=one.clearer.value)
    if is_remote and not one.is_remote:
        return w.Refused(code="must_be_there")
    return None


def _over(book: Book, intervention_no: int) -> w.Refused:
    """Who was first, or that there never was such a one."""
    gone = next((one for one in book.gone if one.intervention_no == intervention_no), None)
    if gone is None:
        return w.Refused(code="no_such_intervention")
    return w.Refused(code="already_cleared", detail=gone.by)


def _reaches(kind: Kind, one: Open, other: Open, reach: int) -> bool:
    """Whether approving `one` up to `reach` also answers `other`."""
    if other.kind != one.kind or other.refused_by or other.measure > reach:
        return False
    return kind.cover is Cover.PURCHASE or (kind.cover is Cover.SUBJECT and other.subject == one.subject)
