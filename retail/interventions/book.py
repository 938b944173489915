"""The open interventions of a lane and what approvals still cover: a fold over journal events.

What a store's rules were when an intervention began is in its event, so that a journal read years later says
the same. An intervention leaves the book by `InterventionCleared` or with the purchase it belongs to, and in
no other way.

Source: docs/interventions.md, "In the journal".
Invariants: frozen; at most one intervention is open per kind and subject; at most OPEN_MAX are open; paying
never begins while one that blocks it is open.
"""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from retail.check import require
from retail.interventions import events as v
from retail.interventions.carried import CarriedBook, Open
from retail.interventions.kinds import kind_of
from retail.interventions.words import Blocks, Cover, Role, Scope, Severity
from retail.journal import events as e
from retail.journal import staffed as sd

OPEN_MAX = 1_000
"""More than a basket has lines, twice. What would open one more is refused: see `Refused`."""
GONE_MAX = 64
"""Interventions remembered after they were cleared, to tell who was second."""


class Grant(msgspec.Struct, frozen=True, kw_only=True):
    """An approval that reaches further than the one intervention it was given to."""

    kind: str
    subject: str
    measure: int
    by: str
    role: Role


class Gone(msgspec.Struct, frozen=True, kw_only=True):
    """An intervention that is over."""

    intervention_no: int
    how: str
    by: str


class Book(msgspec.Struct, frozen=True, kw_only=True):
    """All interventions of a lane, as its journal says."""

    next_no: int = 1
    open: tuple[Open, ...] = ()
    """In the order they were raised."""
    grants: tuple[Grant, ...] = ()
    gone: tuple[Gone, ...] = ()
    """The newest that are over."""
    calls: int = 0
    """Interventions of this purchase that called staff."""
    weight_clears: int = 0
    """Differences of weight in this purchase that staff accepted."""

    def find(self, kind: str, subject: str) -> Open | None:
        """The open one of this kind about this subject."""
        return next((one for one in self.open if (one.kind, one.subject) == (kind, subject)), None)

    def numbered(self, intervention_no: int) -> Open | None:
        """The open one with this number."""
        return next((one for one in self.open if one.intervention_no == intervention_no), None)

    @property
    def blocks(self) -> Blocks:
        """What waits now: the most that any open one blocks."""
        return max((one.blocks for one in self.open), key=lambda one: one.rank, default=Blocks.NOTHING)

    @property
    def may_pay(self) -> bool:
        """Whether nothing open keeps the shopper from paying."""
        return self.blocks is Blocks.NOTHING

    @property
    def next_at_us(self) -> int:
        """When `Tick` next has something to do; 0: not by time."""
        times = [_next_at(one) for one in self.open]
        return min((at for at in times if at), default=0)

    def covers(self, kind: str, subject: str, measure: int) -> Grant | None:
        """The approval that reaches this far, if there is one."""
        reach = kind_of(kind).cover
        for grant in self.grants:
            is_same = grant.kind == kind and (reach is Cover.PURCHASE or grant.subject == subject)
            if is_same and reach is not Cover.NOTHING and measure <= grant.measure:
                return grant
        return None

    def carried(self) -> CarriedBook:
        """What the event that ends a purchase has to carry on."""
        return CarriedBook(next_no=self.next_no, open=tuple(one for one in self.open if _outlives(one)))


def book_of(carried: CarriedBook) -> Book:
    """The book of a lane between two purchases."""
    return Book(next_no=carried.next_no, open=carried.open)


def fold(events: Iterable[e.AnyEvent], book: Book) -> Book:
    """`book` after all `events`, in order."""
    for event in events:
        book = evolve(book, event)
    return book


def evolve(book: Book, event: e.AnyEvent) -> Book:
    """`book` after `event`. Events that say nothing of interventions change nothing."""
    match event:
        case v.InterventionRaised():
            return _raised(book, event)
        case v.InterventionEscalated():
            one = _open(book, event)
            called = one.called_at_us or event.at_us
            changed = _put(book, replace(one, severity=event.severity, called_at_us=called))
            return changed if one.called_at_us else replace(changed, calls=book.calls + _calls(one))
        case v.InterventionLooked():
            return _put(book, replace(_open(book, event), looked_by=event.by, looked_at_us=event.at_us))
        case v.InterventionRefused():
            one = _open(book, event)
            looked_by, looked_at_us = one.looked_by or event.by, one.looked_at_us or event.at_us
            return _put(
                book,
                replace(
                    one,
                    refused_by=event.by,
                    refused_why=event.why,
                    refused_at_us=event.at_us,
                    looked_by=looked_by,
                    looked_at_us=looked_at_us,
                ),
            )
        case v.InterventionCleared():
            return _cleared(book, event)
        case e.TransactionStarted() | e.LaneIdle():
            return book_of(book.carried())
        case e.PaymentRequested() | e.NothingDue() | sd.PaidInTraining():
            require(book.may_pay, "nothing that blocks paying is open when paying begins")
            return book
        case _:
            return book


def _raised(book: Book, event: v.InterventionRaised) -> Book:
    known = book.numbered(event.intervention_no)
    if known is not None:
        require((known.kind, known.subject) == (event.kind, event.subject), "a number keeps its subject")
        return _put(book, replace(known, measure=event.measure, why=event.why, line_id=event.line_id))
    require(event.intervention_no == book.next_no, "interventions are numbered without a gap")
    require(len(book.open) < OPEN_MAX, f"at most {OPEN_MAX} interventions are open")
    require(book.find(event.kind, event.subject) is None, "one is open per kind and subject")
    is_called = event.severity is not Severity.NUDGE
    one = Open(
        intervention_no=event.intervention_no,
        kind=event.kind,
        subject=event.subject,
        line_id=event.line_id,
        coupon_no=event.coupon_no,
        measure=event.measure,
        by=event.by,
        why=event.why,
        at_us=event.at_us,
        severity=event.severity,
        graver=event.graver,
        blocks=event.blocks,
        clearer=event.clearer,
        is_remote=event.is_remote,
        needs_picture=event.needs_picture,
        call_at_us=event.call_at_us,
        critical_after_us=event.critical_after_us,
        called_at_us=event.at_us if is_called else 0,
    )
    calls = book.calls + (_calls(one) if is_called else 0)
    return replace(book, next_no=book.next_no + 1, open=(*book.open, one), calls=calls)


def _cleared(book: Book, event: v.InterventionCleared) -> Book:
    one = _open(book, event)
    kind = kind_of(one.kind)
    grants = book.grants
    if event.role is not None and kind.cover is not Cover.NOTHING:
        given = Grant(
            kind=one.kind, subject=one.subject, measure=event.covers_to, by=event.by, role=event.role
        )
        grants = (*(grant for grant in grants if not _within(grant, given)), given)
    over = Gone(intervention_no=one.intervention_no, how=event.how, by=event.by)
    return replace(
        book,
        open=tuple(other for other in book.open if other is not one),
        grants=grants,
        gone=(*book.gone, over)[-GONE_MAX:],
        weight_clears=book.weight_clears + (event.how == "approved" and kind.accepts_weight),
    )


def _within(grant: Grant, given: Grant) -> bool:
    """Whether the older grant says nothing that the new one does not."""
    return (grant.kind, grant.subject) == (given.kind, given.subject) and grant.measure <= given.measure


def _open(book: Book, event: v.InterventionEvent) -> Open:
    one = book.numbered(event.intervention_no)
    require(one is not None, f"intervention {event.intervention_no} is open")
    assert one is not None  # for the type checker; `require` is the check
    return one


def _put(book: Book, one: Open) -> Book:
    changed = (one if other.intervention_no == one.intervention_no else other for other in book.open)
    return replace(book, open=tuple(changed))


def _calls(one: Open) -> int:
    """What it counts as a call of this purchase: neither a failing device nor what the law asks for is the
    shopper's doing."""
    return 0 if _outlives(one) or kind_of(one.kind).is_binding else 1


def _outlives(one: Open) -> bool:
    return kind_of(one.kind).scope is Scope.LANE


def _next_at(one: Open) -> int:
    return one.call_at_us if one.severity is Severity.NUDGE else one.critical_at_us
