"""Compare a day of card payments in the journal with what the terminal says it took.

The terminal adds up by card scheme when it closes its day. Its sums and ours must be the same; where they are
not, staff get a list of what differs and what may explain it: payments nobody could settle, and payments
outside the terminal's day. Nothing is corrected here.

Source: ZVT commands PA00P015 section 2.16 (end of day) and BMP 60; docs/devices/terminal.md, "End of day".
Invariants: pure; no difference means equal counts and sums in every group the terminal told; amounts are
minor units of one currency.
"""

import enum
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from retail.card import CardResult
from retail.card_schemes import CardGroup, CardTotal, TerminalDay, group_of
from retail.journal import events as e
from retail.journal import refunds as r

RECEIPTS = 9999
"""Receipt numbers begin again at 1 after this."""


class Booked(msgspec.Struct, frozen=True, kw_only=True):
    """One payment (or, with a negative amount, one refund) of the journal."""

    attempt_id: str
    amount_minor: int
    group: CardGroup
    receipt_number: int | None = None


class OpenQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A payment of the day of which nobody knows what became of it."""

    attempt_id: str
    amount_minor: int


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """The journal's side."""

    booked: tuple[Booked, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()


class What(enum.Enum):
    """Kinds of difference; the value is the stored name and the key of its text."""

    NOT_TOLD = "not_told"
    """The terminal told no total: nothing can be compared."""
    TOTAL = "total"
    GROUP_COUNT = "group_count"
    GROUP_AMOUNT = "group_amount"
    OUTSIDE_DAY = "outside_day"
    """A payment of ours whose receipt number is not of the terminal's day."""
    NOT_SETTLED = "not_settled"
    """A payment nobody could settle; it explains a difference when its amount is the difference."""


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One line for staff: what differs, by group where there is one."""

    what: What
    group: CardGroup | None = None
    ours: int = 0
    theirs: int = 0
    attempt_id: str = ""
    explains: bool = False
    """Its amount is exactly what the totals differ by."""


def day_of(events: Iterable[e.AnyEvent]) -> Day:
    """Payments and open questions since the terminal's last closed day, from a journal in its order."""
    requested: dict[str, int] = {}
    unknown: dict[str, None] = {}
    booked: dict[str, Booked] = {}
    for event in events:
        match event:
            case e.TerminalDayClosed() if event.succeeded:
                booked.clear()
            case e.PaymentRequested():
                requested[event.attempt_id] = event.amount_minor
                unknown[event.attempt_id] = None
            case e.PaymentRefused():
                unknown.pop(event.attempt_id, None)
            case e.PaymentApproved():
                unknown.pop(event.attempt_id, None)
                booked[event.attempt_id] = Booked(
                    attempt_id=event.attempt_id,
                    amount_minor=event.amount_minor,
                    group=group_of(event.result),
                    receipt_number=event.result.receipt_number,
                )
            case r.RefundRequested() if event.tender == "card":
                requested[event.refund_id] = -event.amount_minor
                unknown[event.refund_id] = None
            case r.RefundRefused():
                unknown.pop(event.refund_id, None)
            case r.RefundApproved() if event.tender == "card":
                unknown.pop(event.refund_id, None)
                back = event.result or CardResult(result_code=0)
                booked[event.refund_id] = Booked(
                    attempt_id=event.refund_id,
                    amount_minor=-event.amount_minor,
                    group=group_of(back) if event.result else _group_of(booked, event.attempt_id),
                    receipt_number=back.receipt_number,
                )
    questions = tuple(OpenQuestion(attempt_id=name, amount_minor=requested[name]) for name in unknown)
    return Day(booked=tuple(booked.values()), questions=questions)


def _group_of(booked: Mapping[str, Booked], attempt_id: str) -> CardGroup:
    """The scheme a payment of today was booked with."""
    payment = booked.get(attempt_id)
    return payment.group if payment is not None else CardGroup.OTHER


def compare(day: Day, terminal: TerminalDay) -> tuple[Difference, ...]:
    """Everything that differs, the total first; empty when the day is right."""
    ours = sum(found.amount_minor for found in day.booked)
    found: list[Difference] = []
    gap = 0
    if terminal.total_minor is None:
        if not terminal.totals:
            found.append(Difference(what=What.NOT_TOLD, ours=ours))
    elif terminal.total_minor != ours:
        gap = terminal.total_minor - ours
        found.append(Difference(what=What.TOTAL, ours=ours, theirs=terminal.total_minor))
    if terminal.totals:
        found += _groups(day.booked, terminal.totals)
    found += _outside(day.booked, terminal, gap)
    for question in day.questions:
        found.append(
            Difference(
                what=What.NOT_SETTLED,
                ours=question.amount_minor,
                attempt_id=question.attempt_id,
                explains=gap != 0 and question.amount_minor == gap,
            )
        )
    return tuple(found)


def _groups(booked: Sequence[Booked], told: Sequence[CardTotal]) -> list[Difference]:
    counts: Counter[CardGroup] = Counter()
    sums: Counter[CardGroup] = Counter()
    for payment in booked:
        counts[payment.group] += 1
        sums[payment.group] += payment.amount_minor
    found = []
    for group in CardGroup:
        count = sum(total.count for total in told if total.group is group)
        amount = sum(total.amount_minor for total in told if total.group is group)
        if counts[group] != count:
            found.append(Difference(what=What.GROUP_COUNT, group=group, ours=counts[group], theirs=count))
        if sums[group] != amount:
            found.append(Difference(what=What.GROUP_AMOUNT, group=group, ours=sums[group], theirs=amount))
    return found


def _outside(booked: Sequence[Booked], terminal: TerminalDay, gap: int) -> list[Difference]:
    first, last = terminal.first_receipt, terminal.last_receipt
    if first is None or last is None:
        return []
    return [
        Difference(
            what=What.OUTSIDE_DAY,
            ours=payment.amount_minor,
            attempt_id=payment.attempt_id,
            explains=gap != 0 and payment.amount_minor == -gap,
        )
        for payment in booked
        if payment.receipt_number is not None and not _between(first, payment.receipt_number, last)
    ]


def _between(first: int, number: int, last: int) -> bool:
    """Within a range that may begin again at 1 on the way."""
    return (number - first) % RECEIPTS <= (last - first) % RECEIPTS
