"""What is said of a change: the item and its price as it is scanned, a saving, a refusal, a new screen. Pure.

While scanning, only what changed is said, and the total; on every other screen a change that alters what the
screen says has the whole screen said again, because those screens are short and each word of them counts.

Invariants: two equal snapshots say nothing; what tells that money moved is not interrupted by what follows.
"""

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import NOTHING_PRICED, Phase, State, Transaction
from kiosk.spoken import attention, figures, money, private
from kiosk.spoken.asides import aside
from kiosk.spoken.reasons import refused
from kiosk.spoken.screens import joined, language_of, screen
from kiosk.spoken.words.short import ABOVE, CHANGES
from retail.basket import Line

AFTER_PAYING = frozenset({Phase.RECEIPT, Phase.THANKS})
"""Screens that come by themselves after "Paid": they wait until it was heard."""
TO_SCANNING = frozenset({Phase.ATTRACT, Phase.SCANNING, Phase.NOT_FOUND})
"""Screens on which the next item may be scanned."""
LINES_SAID_MAX = 3
"""Of one change; a basket taken over from a phone is told by its total."""


class Spoken(msgspec.Struct, frozen=True, kw_only=True):
    """One saying, in the shopper's language."""

    text: str
    language: str
    interrupts: bool = True


def change(before: Snapshot | None, after: Snapshot) -> tuple[Spoken, ...]:
    """What to say now that the lane is `after`; `before` is None at the start and when a headset comes."""
    state = after.state
    language = language_of(state)
    said: list[Spoken] = []
    if before is None or language != language_of(before.state):
        parts = [ABOVE["language"].in_language(language), screen(after)]
        said.append(Spoken(text=joined(parts, language), language=language))
    elif _is_same_scanning(before.state, state):
        basket = list(_basket(before.state, state, language))
        is_back = (
            before.state.phase is not Phase.SCANNING or aside(before.state, language) != ""
        ) and not basket
        parts = [screen(after)] if is_back else [*basket, *_beside(before, after, language)]
        said.append(Spoken(text=joined(parts, language), language=language))
    elif words := _terminal_says(before, after):
        said.append(Spoken(text=words, language=language))
    elif screen(replace(after, queue_place=before.queue_place)) == screen(before):
        said.append(Spoken(text=_nearer(before, after, language), language=language, interrupts=False))
    else:
        said.append(Spoken(text=screen(after), language=language, interrupts=state.phase not in AFTER_PAYING))
    if after.refusal and (before is None or after.sequence != before.sequence):
        said.append(Spoken(text=refused(after.refusal, language), language=language))
    return tuple(one for one in said if one.text)


def _is_same_scanning(before: State, after: State) -> bool:
    """Whether goods come into the basket that was there, or into a new one: what came is what counts."""
    was, now = before.transaction, after.transaction
    return (
        before.phase in TO_SCANNING
        and after.phase is Phase.SCANNING
        and now is not None
        and (was is None or was.transaction_id == now.transaction_id)
        and (before.staff is None) == (after.staff is None)
        and not aside(after, language_of(after))
    )


def _basket(before: State, after: State, language: str) -> Iterator[str]:
    """Lines that came, changed or went; what it saves; the total, where it is another one."""
    now = after.transaction
    if now is None:
        return
    was = before.transaction or replace(now, lines=(), priced=NOTHING_PRICED, member=None, coupons=())
    lines = list(_lines(was, now, language))
    yield from lines[-LINES_SAID_MAX:]
    saving = now.priced.saving_minor - was.priced.saving_minor
    if saving > 0 or (saving and lines):
        yield (
            CHANGES["saved" if saving > 0 else "dearer"]
            .in_language(language)
            .format(amount=money.said(abs(saving), now, language))
        )
    if now.member is not None and was.member is None:
        yield CHANGES["member"].in_language(language)
    if len(now.coupons) > len(was.coupons):
        yield CHANGES["coupon"].in_language(language)
    if now.priced.total_minor != was.priced.total_minor:
        total = money.said(now.priced.total_minor, now, language)
        yield CHANGES["total"].in_language(language).format(amount=total)
    if now.off is not None and now.off.may_undo and now.off != was.off:
        yield CHANGES["may_undo"].in_language(language)


def _lines(was: Transaction, now: Transaction, language: str) -> Iterator[str]:
    for line in was.lines:
        if now.line(line.line_id) is None:
            yield CHANGES["removed"].in_language(language).format(name=_name(line, language))
    for line in now.lines:
        old = was.line(line.line_id)
        if old is None or old.quantity != line.quantity:
            yield _line(line, now, language, is_new=old is None)
        if old is None and line.linked_minor:
            deposit = money.said(line.linked_minor, now, language)
            yield CHANGES["deposit"].in_language(language).format(amount=deposit)


def _line(line: Line, sale: Transaction, language: str, *, is_new: bool) -> str:
    words = CHANGES["more" if not is_new or line.quantity > 1 else "added"]
    if line.weight_g is not None:
        words = CHANGES["added_weighed"]
    return words.in_language(language).format(
        name=_name(line, language),
        amount=money.said(sale.priced.paid_minor(line.line_id), sale, language),
        quantity=line.quantity,
        weight=figures.weight(line.weight_g or 0, language),
    )


def _name(line: Line, language: str) -> str:
    return private.foreign(line.product.name(language))


def _beside(before: Snapshot, after: Snapshot, language: str) -> Iterator[str]:
    """What is new beside the basket: loose goods to weigh, staff who have to look, a message, an outage."""
    was, now = before.state, after.state
    over = attention.over(after, language)
    if over and over != attention.over(replace(before, queue_place=after.queue_place), language):
        yield screen(after)
    elif over:
        yield _nearer(before, after, language)
    else:
        yield from attention.news(was, now, language)
    is_above_new = (before.outage, was.message) != (after.outage, now.message)
    if is_above_new or (_weighing(now) and _weighing(was) != _weighing(now)):
        yield screen(after)
    if now.time_runs_out and not was.time_runs_out:
        yield CHANGES["ends"].in_language(language)
    if now.help_called and not was.help_called:
        yield ABOVE["help"].in_language(language)


def _terminal_says(before: Snapshot, after: Snapshot) -> str:
    """What the terminal writes now, where nothing else is new: the sum and the warning were heard."""
    was, now = before.state, after.state
    silent = _without_words(was), _without_words(now)
    if was is now or screen(replace(before, state=silent[0])) != screen(replace(after, state=silent[1])):
        return ""
    said = [_words(state) for state in (was, now)]
    return private.foreign(said[1]) if said[0] != said[1] and was.phase is now.phase else ""


def _words(state: State) -> str:
    sale = state.transaction
    if sale is None or state.phase not in (Phase.CARD, Phase.REFUND):
        return ""
    doing = sale.payment if state.phase is Phase.CARD else sale.refund
    return doing.status_text if doing is not None else ""


def _without_words(state: State) -> State:
    if not _words(state) or state.transaction is None:
        return state
    sale = state.transaction
    payment = replace(sale.payment, status_text="") if sale.payment is not None else None
    refund = replace(sale.refund, status_text="") if sale.refund is not None else None
    return replace(state, transaction=replace(sale, payment=payment, refund=refund))


def _nearer(before: Snapshot, after: Snapshot, language: str) -> str:
    return attention.place(after, language) if after.queue_place != before.queue_place else ""


def _weighing(state: State) -> str:
    sale = state.transaction
    return sale.weighing.ask_id if sale is not None and sale.weighing is not None else ""
