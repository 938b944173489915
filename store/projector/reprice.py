"""Price each sale again by the offers of its moment, and say where a lane took something else.

The lane's mark leads to the terms it sold by (`store.data.journals.marks`); who bought, which coupons
counted and when stands in its journal. `retail.pricing.Pricer`, the lane's own, does the rest: it is
deterministic, so an honest sale comes to the same cent. What one copy of the terms costs to make ready is
paid once.

Source: docs/store.md, "Projection".
Invariants: a sale whose terms are not known is never a fault; safe from any thread; keeps at most PRICERS_MAX
sets of offers and nothing of a shopper.
"""

import datetime
import hashlib
import logging
import threading
from collections import OrderedDict

import msgspec

from retail.campaigns import uses_in
from retail.check import BrokenInvariantError
from retail.member_limits import is_daily
from retail.priced import PricedBasket
from retail.pricing import Pricer
from retail.promotions.item_layer import SHOWN_UNITS
from retail.terms import TermsRefusedError, no_terms, read_terms
from store.data.database import Database
from store.data.journals import marks
from store.data.journals.marks import TermsState
from store.data.people.visits import Use
from store.projector.facts import Claim, Fault

PRICERS_MAX = 32
"""Sets of offers kept ready, the last used ones."""
USES_MAX = 100_000
"""Of one offer in one purchase; a lane's word for more is not believed."""
STATES_MAX = 4_096
"""Marks and states remembered; they change with every edit and every member."""
LINES_NAMED_MAX = 5

_log = logging.getLogger(__name__)


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What pricing a sale again has shown."""

    priced_as: str
    """`repriced`: it comes to the same. `own`: its terms are not known here."""
    fault: Fault | None = None
    uses: tuple[Use, ...] = ()
    """What the sale took of its member's own limits."""


OWN = Answer(priced_as="own")


class Repricer:
    """Prices sales of any store again."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._states: OrderedDict[tuple[str, str, str], TermsState] = OrderedDict()
        self._digests: OrderedDict[TermsState, bytes] = OrderedDict()
        self._pricers: OrderedDict[tuple[bytes, str], Pricer | None] = OrderedDict()

    def answer(self, store_id: str, terminal_id: str, claim: Claim) -> Answer:
        """Whether a lane's price is what its offers say."""
        with self._lock:
            pricer = self._pricer(store_id, terminal_id, claim)
            if pricer is None:
                return OWN
            uses = _uses(claim, pricer)
            try:
                found = pricer.finish(claim.basket)
            except BrokenInvariantError as error:
                return _differs(f"it cannot be priced: {error}", uses)
            finally:
                pricer.forget()
        detail = difference(claim.priced, found)
        if detail and not found.is_exact and len(found.units) > SHOWN_UNITS:
            # so large a basket keeps the price its shopper saw, and no price is proved
            return Answer(priced_as="own", uses=uses)
        return _differs(detail, uses) if detail else Answer(priced_as="repriced", uses=uses)

    def _pricer(self, store_id: str, terminal_id: str, claim: Claim) -> Pricer | None:
        state = self._state(store_id, terminal_id, claim.mark)
        if state is None:
            return None
        currency = claim.basket.currency
        digest = self._digests.get(state)
        raw: bytes | None = None
        if digest is None:
            raw = self._terms(state)
            digest = self._digests[state] = hashlib.sha256(raw).digest()
            _trim(self._digests, STATES_MAX)
        key = digest, currency
        if key not in self._pricers:
            self._pricers[key] = _made(raw if raw is not None else self._terms(state), currency)
            _trim(self._pricers, PRICERS_MAX)
        self._pricers.move_to_end(key)
        return self._pricers[key]

    def _state(self, store_id: str, terminal_id: str, mark: str) -> TermsState | None:
        """What is known of a mark once stays known; what is not is looked for again."""
        key = store_id, terminal_id, mark
        state = self._states.get(key)
        if state is None and mark:
            state = self._database.read_sync(
                lambda connection: marks.state_of(connection, store_id, terminal_id, mark)
            )
            if state is not None:
                self._states[key] = state
                _trim(self._states, STATES_MAX)
        return state

    def _terms(self, state: TermsState) -> bytes:
        return self._database.read_sync(lambda connection: marks.terms_of(connection, state))


def difference(told: PricedBasket, found: PricedBasket) -> str:
    """Where two prices of one basket differ in what is paid; empty if they do not."""
    told_lines, found_lines = _paid(told), _paid(found)
    lines = [
        f"line {line_id}: {told_lines.get(line_id, 0)} for {found_lines.get(line_id, 0)}"
        for line_id in sorted(told_lines.keys() | found_lines.keys())
        if told_lines.get(line_id, 0) != found_lines.get(line_id, 0)
    ]
    if told.total_minor == found.total_minor and not lines:
        return ""
    more = f"; and {len(lines) - LINES_NAMED_MAX} more" if len(lines) > LINES_NAMED_MAX else ""
    return (
        f"the lane took {told.total_minor}, the offers of that moment come to {found.total_minor}"
        + "".join(f"; {line}" for line in lines[:LINES_NAMED_MAX])
        + more
    )


def _paid(priced: PricedBasket) -> dict[int, int]:
    paid: dict[int, int] = {}
    for unit in priced.units:
        paid[unit.line_id] = paid.get(unit.line_id, 0) + unit.paid_minor
    return paid


def _differs(detail: str, uses: tuple[Use, ...]) -> Answer:
    return Answer(priced_as="own", fault=Fault(reason="prices", detail=detail[:300]), uses=uses)


def _uses(claim: Claim, pricer: Pricer) -> tuple[Use, ...]:
    """What the member took, as the lane priced it, of offers with a limit per member."""
    if claim.basket.member is None or not pricer.member_limited:
        return ()
    day = datetime.datetime.fromisoformat(claim.basket.started_at).date().isoformat()
    return tuple(
        Use(
            offer_id=one.offer_id,
            day=day,
            uses=min(max(0, one.uses), USES_MAX),
            amount_minor=max(0, min(one.amount_minor, claim.priced.list_minor)),
            is_daily=is_daily(pricer.member_limited[one.offer_id].limits),
        )
        for one in uses_in(claim.priced, pricer.member_limited)
    )


def _made(raw: bytes, currency: str) -> Pricer | None:
    """None: this program cannot read the terms, so nothing is said about sales by them."""
    try:
        return Pricer(read_terms(raw, currency) if raw else no_terms(currency))
    except TermsRefusedError as error:
        _log.warning("sales by these terms are not priced again: %s", error)
        return None


def _trim(kept: OrderedDict, most: int) -> None:  # type: ignore[type-arg]  # any keys, any values
    while len(kept) > most:
        kept.popitem(last=False)
