"""Rules of topping up a balance: the member is known, the store names the account, a card pays.

A top-up is a transaction of its own without goods. It is paid by the attempts every payment is made of, so
that a power cut leaves one charge and one load, or none of either: `ValueLoaded` stands in the commit that
records the payment, and the store books it once, whatever limits say by then. Without a link none begins.

Source: docs/stored-value.md, "Topping up at a lane".
Invariants: pure; nobody pays before the store has named the account; a card is asked for exactly the amount
that was chosen; nothing of a card or telephone number that was shown is kept.
"""

from kiosk.checkout import attempts, basket
from kiosk.checkout import commands as c
from kiosk.checkout.decision import Context, Decision, Events, Ignored, Refused
from kiosk.checkout.evolve import fold
from kiosk.checkout.state import Loading, Phase, State, transaction_of
from kiosk.devices.health import Condition, Device
from retail import scanned
from retail.check import require
from retail.credential.code import Kind
from retail.credential.number import Number, read_number
from retail.credential.reasons import Reason
from retail.journal import events as e
from retail.journal import loads as ld
from retail.journal.events import PaymentRequested
from retail.member import KeyKind, Member, MemberKey
from retail.stored_value.limits import ValueLimits
from retail.wire.balance import BalanceFound, FindBalance

ASKS_MAX = 20
"""Members that may be shown to one top-up; whoever needs more looks for something else."""
_WORKS = (Condition.READY, Condition.WARNING)


def begin(state: State, command: c.TopUp, context: Context) -> Decision:
    """Touch to top up, at a free lane or with nothing in the basket."""
    if not context.shop.tenders.top_up:
        return Refused(code="no_top_up_here")
    if state.training_by:
        return Refused(code="not_in_training")
    if state.phase is Phase.ATTRACT:
        if not state.is_open:
            return Refused(code="lane_closed")
        opened: Events = (*basket.started(state, context), ld.LoadOpened())
        return opened
    sale = transaction_of(state)
    if sale.lines or sale.coupons or sale.weighing is not None or sale.resumed_from:
        return Refused(code="basket_not_empty")
    if sale.is_training:
        return Refused(code="not_in_training")
    if sale.member is None:
        return (ld.LoadOpened(),)
    return (ld.LoadOpened(), ld.LoadAsked(ask_no=1))


def show(state: State, command: c.ScanCode | c.TypeCode, context: Context) -> Decision:
    """A card, a phone's code or a number says whose balance it is."""
    sale, loading = transaction_of(state), loading_of(state)
    if loading.is_asked:
        return Ignored(reason="the store is being asked")
    if loading.asks >= ASKS_MAX:
        return Refused(code="too_many_asks")
    found = _member(state, command, context)
    if isinstance(found, str):
        return (ld.LoadRefused(reason=found),)
    member, how = found
    if member == sale.member and loading.account_id:
        return Ignored(reason="already known")
    known = () if member == sale.member else (e.MemberIdentified(member=member, how=how.value),)
    return (*known, ld.LoadAsked(ask_no=loading.asks + 1))


def again(state: State, command: c.DismissNotFound, context: Context) -> Decision:
    """The store could not be asked, or named no account: once more."""
    sale, loading = transaction_of(state), loading_of(state)
    if loading.is_asked or loading.account_id or sale.member is None or loading.asks >= ASKS_MAX:
        return Ignored(reason="there is nothing to ask again")
    return (ld.LoadAsked(ask_no=loading.asks + 1),)


def answered(state: State, question: FindBalance, answer: BalanceFound | None, context: Context) -> Decision:
    """The store names the account, or says why not; None: it could not be asked."""
    sale = state.transaction
    loading = sale.loading if sale is not None else None
    if sale is None or loading is None or not loading.is_asked:
        return Ignored(reason="no balance is asked about")
    if (question.transaction_id, question.ask_no) != (sale.transaction_id, loading.asks):
        return Ignored(reason="nobody waits for this answer")
    if answer is None:
        return (ld.LoadRefused(reason="no_link"),)
    if answer.verdict != "found" or not answer.account_id or answer.balance_minor < 0:
        return (ld.LoadRefused(reason=answer.reason or "unknown"),)
    may = amounts(
        context.shop.tenders.top_up_steps, context.assortment.terms.stored_value, answer.balance_minor
    )
    if not may:
        return (ld.LoadRefused(reason="full"),)
    offered = ld.LoadOffered(
        ask_no=loading.asks, account_id=answer.account_id, balance_minor=answer.balance_minor, amounts=may
    )
    return (offered,)


def silence(state: State, context: Context) -> Decision:
    """Nobody answered in time."""
    sale, loading = transaction_of(state), loading_of(state)
    question = question_of(sale.transaction_id, loading.asks, "", sale.currency)
    return answered(state, question, None, context)


def pay(state: State, command: c.LoadBy, context: Context) -> Decision:
    """By this much, by card. The intent is written down; the authorisation follows the commit."""
    loading = loading_of(state)
    if not loading.account_id:
        return Refused(code="balance_not_known")
    if command.amount_minor not in loading.amounts:
        return Refused(code="amount_not_offered")
    if state.device(Device.TERMINAL).condition not in _WORKS:
        return Refused(code="terminal_not_ready")
    sale = transaction_of(state)
    chosen = ld.LoadChosen(load_id=f"l{sale.attempts + 1}", amount_minor=command.amount_minor)
    there = fold((chosen,), state)
    held_up = attempts.may_start(there, context)
    if held_up != ():
        return held_up
    asked = transaction_of(there)
    require(asked.due_minor == command.amount_minor, "a card pays the amount that was chosen")
    return (
        chosen,
        PaymentRequested(
            attempt_id=attempts.name_of_next(asked),
            amount_minor=asked.due_minor,
            currency=asked.currency,
            baseline=state.baseline,
            requested_at=context.utc,
        ),
    )


def leave(state: State, command: c.CancelTransaction, context: Context) -> Decision:
    """The shopper does not want to after all; nothing was paid."""
    return basket.cancelled(state, context, "top_up_left")


def room_minor(limits: ValueLimits, balance_minor: int) -> int:
    """The most that may be loaded on a balance now; 0: not even the least."""
    room = min(limits.load_max_minor, limits.balance_max_minor - balance_minor)
    return room if room >= limits.load_min_minor else 0


def amounts(steps: tuple[int, ...], limits: ValueLimits, balance_minor: int) -> tuple[int, ...]:
    """What may be chosen: the shop's steps that fit; all there is room for, where none does."""
    room = room_minor(limits, balance_minor)
    fitting = tuple(sorted({step for step in steps if limits.load_min_minor <= step <= room}))
    return fitting or ((room,) if room else ())


def question_of(transaction_id: str, ask_no: int, member_id: str, currency: str) -> FindBalance:
    """What the store is asked."""
    return FindBalance(transaction_id=transaction_id, ask_no=ask_no, member_id=member_id, currency=currency)


def loading_of(state: State) -> Loading:
    """The top-up, where the phase guarantees one."""
    loading = transaction_of(state).loading
    require(loading is not None, f"a top-up is under way while {state.phase.value}")
    assert loading is not None  # for the type checker
    return loading


def _member(state: State, command: c.ScanCode | c.TypeCode, context: Context) -> tuple[Member, KeyKind] | str:
    """Who is shown, and how; why nobody is, else."""
    assortment, use = context.assortment, transaction_of(state).transaction_id
    terms, patterns = assortment.terms, context.shop.patterns
    if isinstance(command, c.TypeCode):
        typed = read_number(command.text)
        if isinstance(typed, Number):
            said = assortment.shown.by_number(typed, context.utc, use)
            if isinstance(said, Member):
                return said, KeyKind.CREDENTIAL
            if said is not Reason.UNKNOWN:
                return f"code_{said.value}"
        read = scanned.read_typed(command.text, terms, patterns, assortment.catalogue)
    else:
        read = scanned.read_scan(
            command.read.text, command.read.symbology, terms, patterns, command.read.add_on
        )
    match read:
        case MemberKey():
            member = assortment.members.find(read)
            return (member, read.kind) if member is not None else "not_a_member"
        case scanned.Shown() if read.credential.kind in (Kind.MEMBER, Kind.WALLET):
            shown = assortment.shown.by_code(read.credential, context.utc, use)
            return (shown, KeyKind.CREDENTIAL) if isinstance(shown, Member) else f"code_{shown.value}"
        case _:
            return "not_a_member"
