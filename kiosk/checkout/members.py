"""Rules of members: recognised by a card, a code or a phone number; known by a pseudonym.

The directory is the lane's own replica, so the answer comes at once, with or without a link. What was shown
is never journalled: only the pseudonym and what offers need to know.

Source: docs/coupons.md, "Members".
Invariants: pure; the basket costs the same whether the card comes first or last.
"""

from kiosk.checkout import commands as c
from kiosk.checkout.decision import Context, Decision, Ignored
from kiosk.checkout.prices import with_prices
from kiosk.checkout.state import State, transaction_of
from retail.credential.code import Kind
from retail.credential.number import Number
from retail.credential.reasons import Reason
from retail.journal import events as e
from retail.member import Fault, KeyKind, Member, MemberKey, identify_scanned
from retail.scanned import Shown
from retail.terms import Terms


def identify(state: State, key: MemberKey, context: Context) -> Decision:
    """The shopper shows who they are. Another card replaces the one before."""
    member = context.assortment.members.find(key)
    if member is None:
        return (e.CodeNotFound(text=key.masked(), reason="not_a_member"),)
    return _known(state, member, key.kind, context)


def show(state: State, shown: Shown, context: Context) -> Decision:
    """A phone shows its live code. What is no member's is for another place, and said so."""
    if shown.credential.kind not in (Kind.MEMBER, Kind.WALLET):
        return _refused(Reason.WRONG_KIND)
    use = transaction_of(state).transaction_id
    member = context.assortment.shown.by_code(shown.credential, context.utc, use)
    if isinstance(member, Reason):
        return _refused(member)
    return _known(state, member, KeyKind.CREDENTIAL, context)


def say(state: State, typed: Number, context: Context) -> Decision | None:
    """A short number was typed; None: it is nobody's here, and may be something else."""
    use = transaction_of(state).transaction_id
    member = context.assortment.shown.by_number(typed, context.utc, use)
    if member is Reason.UNKNOWN:
        return None
    if isinstance(member, Reason):
        return _refused(member)
    return _known(state, member, KeyKind.CREDENTIAL, context)


def _known(state: State, member: Member, how: KeyKind, context: Context) -> Decision:
    if member == transaction_of(state).member:
        return Ignored(reason="already known")
    return with_prices(state, (e.MemberIdentified(member=member, how=how.value),), context)


def _refused(reason: Reason) -> Decision:
    """Nothing of a code is shown or kept: whoever has it may be somebody."""
    return (e.CodeNotFound(text="", reason=f"code_{reason.value}"),)


def forget(state: State, command: c.ForgetMember, context: Context) -> Decision:
    """Take the membership out of this purchase."""
    if transaction_of(state).member is None:
        return Ignored(reason="no member is known")
    return with_prices(state, (e.MemberForgotten(),), context)


def is_misread(text: str, terms: Terms) -> bool:
    """Whether a text looks like a member's card with a wrong digit: nearly a key, and treated as one."""
    return identify_scanned(text, terms.members).fault is Fault.BAD_CHECK_DIGIT
