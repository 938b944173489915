"""Interventions for the ears: an age to check, a weight that does not fit, "Are you still there?". Pure.

The words are the kind's own (`retail.interventions.telling`), as on the screen; what another screen says
already is said once.

Invariants: what staff alone may know is not said; the same intervention is not new twice.
"""

from collections.abc import Iterator

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import SHOPPING, Phase, State
from kiosk.spoken import figures, private
from kiosk.spoken.words.listening import LISTENING
from retail.interventions.carried import Open
from retail.interventions.reasons import REASONS
from retail.interventions.telling import told
from retail.interventions.words import Blocks
from retail.money import format_amount

SAID_MAX = 4
"""Of what goes on at once; the rest is met at the till."""
LEFT = ("idle", "walk_away")
SAID_ELSEWHERE = frozenset(
    {
        *LEFT,
        "item_shuffling",
        "payment_declined",
        "payment_unknown",
        "signature_check",
        "rest_to_pay",
        "offline_over_limit",
        "receipt_paper",
        "device_offline",
        "data_stale",
        "lane_closed",
        "exit_refused",
        "cancel_sale",
        "help",
    }
)
"""As on the screen (`kiosk.ui.view.attention`), and the shopper's own call, which has its own sentence."""
HELD_PHASES = SHOPPING | {Phase.ATTRACT, Phase.TENDER, Phase.RECEIPT, Phase.THANKS}


def over(snapshot: Snapshot, language: str) -> list[str]:
    """What stands over the screen and is said instead of it; nothing where nothing does."""
    state = snapshot.state
    held = next((one for one in state.book.open if one.blocks is Blocks.AT_ONCE), None)
    if held is not None and state.phase in HELD_PHASES:
        return [said(held, state, language), place(snapshot, language)]
    left = next((one for one in state.book.open if one.kind in LEFT), None)
    if left is not None and state.phase in SHOPPING | {Phase.TENDER}:
        return [said(left, state, language)]
    if is_waiting(state):
        blocking = [one for one in state.book.open if one.blocks is not Blocks.NOTHING][:SAID_MAX]
        titles = [title(one, state, language) for one in blocking]
        return [LISTENING["wait"].in_language(language), *titles, place(snapshot, language)]
    return []


def is_waiting(state: State) -> bool:
    """Whether the shopper asked to pay and staff have to look first."""
    sale = state.transaction
    return sale is not None and sale.wants_to_pay and not state.book.may_pay and state.phase in SHOPPING


def beside(state: State, language: str) -> Iterator[str]:
    """What goes on beside the basket, newest first."""
    those = sorted(_shown(state), key=lambda one: (-one.at_us, -one.intervention_no))
    yield from (said(one, state, language) for one in those[:SAID_MAX])


def news(before: State, after: State, language: str) -> Iterator[str]:
    """What has come up, has been looked at, or now has somebody called for it."""
    known = {_mark(one) for one in before.book.open}
    fresh = [one for one in _shown(after) if _mark(one) not in known]
    yield from (said(one, after, language) for one in fresh[-SAID_MAX:])


def said(one: Open, state: State, language: str) -> str:
    """Title and body in one breath, or why staff said no."""
    if one.refused_by and one.refused_why in REASONS:
        reason = REASONS[one.refused_why].of(language)
        return LISTENING["refused"].in_language(language).format(reason=reason)
    head, body = _told(one, state, language)
    return sentence(head, language) + ("" if language == "zh" else " ") + sentence(body, language)


def title(one: Open, state: State, language: str) -> str:
    """What it is about."""
    return sentence(_told(one, state, language)[0], language)


def place(snapshot: Snapshot, language: str) -> str:
    """The place in the queue; empty while it is not known."""
    if snapshot.queue_place <= 0:
        return ""
    words = LISTENING["next_in_queue" if snapshot.queue_place == 1 else "in_queue"]
    return words.in_language(language).format(place=snapshot.queue_place)


def _shown(state: State) -> list[Open]:
    return [one for one in state.book.open if one.kind not in SAID_ELSEWHERE and not one.awaits_removal]


def _mark(one: Open) -> tuple[int, bool, bool]:
    return one.intervention_no, one.wants_staff, bool(one.refused_by)


def _told(one: Open, state: State, language: str) -> tuple[str, str]:
    """The kind's own words, with amounts as a voice reads them."""
    sale, known = state.transaction, state.situation.sale
    total = sale.priced.total_minor if sale is not None and one.kind in LEFT else None
    currency = sale.currency if sale is not None else ""
    texts = told(one, known, language, currency, amount_minor=total)
    if sale is None:
        return texts
    amount = total if total is not None else one.measure or known.total_minor
    written = format_amount(amount, currency, language, symbol=True)
    spoken = figures.amount(amount, currency, language)
    head, body = (private.foreign(text.replace(written, spoken)) for text in texts)
    return head, body


def sentence(text: str, language: str) -> str:
    """A text of the screen as a sentence of its own.

    >>> sentence("Pay", "en"), sentence("No barcode?", "en")
    ('Pay.', 'No barcode?')
    """
    if not text or text[-1] in ".!?。！？؟":
        return text
    return text + ("。" if language == "zh" else ".")
