"""Gift cards and balances at a lane: held before they count, let go when the sale does not happen.

Answers are verdicts with a reason, never errors: an empty card is a normal day. A card comes as the keyed
hash of its number. Asking again gives the same answer; what a sale really took is told by its journal
(`store.projector.followers`).

Source: docs/protocol.md, "Stored value"; docs/stored-value.md.
Invariants: nothing is held without an end; a PIN is counted before it is compared, and compared on a thread
of its own; who guesses too often is not listened to.
"""

from typing import Any

from litestar import Request, post
from litestar.params import JSONBody

from retail.money import AMOUNT_MAX_MINOR
from retail.stored_value.account import Outcome, Step
from retail.wire.scarce import Verdict
from retail.wire.stored_value import (
    VALUE_HOLD_PATH,
    VALUE_RELEASE_PATH,
    HoldValue,
    Reason,
    ReleaseValue,
    ValueHold,
)
from store.data.database import Connection
from store.data.lanes import alerts
from store.data.stored_value import value, value_books, value_cards
from store.data.stored_value.value import Origin
from store.data.stored_value.value_cards import Attempt
from store.front.front import Front, front_of
from store.front.gate import lane_of
from store.identity.errors import Rejected
from store.identity.guesses import DEAF_S, Guesses
from store.identity.limits import MICROSECONDS
from store.identity.passwords import PIN_MAX
from store.identity.principals import Lane
from store.service import Room, Service

BODY_MAX = 4 * 1024
NAME_MAX = 200
ASKS_MAX = 1_000
"""Questions one purchase may count."""
KEY_SIZE = 64
TAGS = ["lanes"]
GUESSING = "value_guessing"
_ANSWERS: dict[Outcome, tuple[Verdict, Reason]] = {
    Outcome.DONE: ("held", ""),
    Outcome.ALREADY_DONE: ("held", ""),
    Outcome.EMPTY: ("refused", "empty"),
    Outcome.HELD_ELSEWHERE: ("held_elsewhere", "held"),
    Outcome.USED: ("used", "used"),
    Outcome.LATE: ("refused", "late"),
    Outcome.BLOCKED: ("refused", "blocked"),
    Outcome.EXPIRED: ("refused", "expired"),
    Outcome.OTHER_CURRENCY: ("refused", "other_currency"),
}

AnyRequest = Request[Any, Any, Any]


def room(service: Service) -> Room:
    """The handlers of this module."""
    counter = _Counter(front_of(service))

    @post(VALUE_HOLD_PATH, status_code=200, request_max_body_size=BODY_MAX, tags=TAGS, summary="Hold value")
    async def hold_value(request: AnyRequest, data: JSONBody[HoldValue]) -> ValueHold:
        """Set some of a gift card or balance aside for a purchase, for 15 minutes; asking again renews it."""
        lane = lane_of(request)
        _check(data.transaction_id, data.ask_no, data.card_key, data.member_id)
        if not 0 < data.amount_minor <= AMOUNT_MAX_MINOR:
            raise Rejected("malformed", f"an amount is from 1 to {AMOUNT_MAX_MINOR} minor units", 400)
        if len(data.currency) != 3 or len(data.pin) > PIN_MAX:
            raise Rejected("malformed", "a currency has three letters, a PIN a few digits", 400)
        return await counter.hold(lane, data)

    @post(
        VALUE_RELEASE_PATH,
        status_code=200,
        request_max_body_size=BODY_MAX,
        tags=TAGS,
        summary="Let value go",
    )
    async def release_value(request: AnyRequest, data: JSONBody[ReleaseValue]) -> ValueHold:
        """Let go of what a purchase holds, and of what it asked for up to now."""
        lane = lane_of(request)
        _check(data.transaction_id, data.ask_no, data.card_key, data.member_id, data.account_id)
        return await counter.release(lane, data)

    return Room(routes=(hold_value, release_value))


class _Counter:
    """Answers lanes. Belongs to one event loop."""

    def __init__(self, front: Front) -> None:
        self._front = front
        self._guesses = Guesses()

    async def hold(self, lane: Lane, asked: HoldValue) -> ValueHold:
        """Hold value, once the number and the PIN are right."""
        database, now = self._front.service.database, self._front.clock()
        device = f"{lane.store_id}/{lane.terminal_id}"
        if asked.card_key and self._guesses.is_deaf(device, now):
            return _refused("too_often")

        def find(connection: Connection) -> Attempt | ValueHold | None:
            account_id = self._find(connection, asked)
            if account_id is None:
                return None
            attempt = value_cards.attempt(connection, account_id, at=now, is_shown=asked.pin != "")
            return attempt or _hold(connection, lane, account_id, asked, now)

        found = await database.write(find)
        if isinstance(found, ValueHold):
            return found
        if found is None:
            if asked.member_id:
                return _refused("empty")  # a member without a balance
            await self._wrong(lane, device, now)
            return _refused("unknown")
        if found.is_locked:
            return _refused("pin_locked")
        if not asked.pin:
            return _refused("pin_needed")
        passwords = self._front.passwords
        if not await self._front.slow.run(lambda: passwords.matches(found.pin_hash, asked.pin)):
            return _refused("pin_wrong")

        def take(connection: Connection) -> ValueHold:
            value_cards.pin_was_right(connection, found.account_id)
            return _hold(connection, lane, found.account_id, asked, now)

        return await database.write(take)

    async def release(self, lane: Lane, asked: ReleaseValue) -> ValueHold:
        """Let go."""
        now = self._front.clock()

        def job(connection: Connection) -> None:
            account_id = asked.account_id or self._find(connection, asked)
            if account_id:
                value.release(
                    connection,
                    account_id,
                    asked.transaction_id,
                    ask_no=asked.ask_no,
                    origin=_origin(lane),
                    at=now,
                )

        await self._front.service.database.write(job)
        return ValueHold(verdict="refused")

    def _find(self, connection: Connection, asked: HoldValue | ReleaseValue) -> str | None:
        if asked.member_id:
            return value_cards.find_member(connection, asked.member_id)
        return value_cards.find_card(connection, value_cards.lookup_of(self._front.vault, asked.card_key))

    async def _wrong(self, lane: Lane, device: str, now: int) -> None:
        """A number nobody has: counted, and staff are told when it was one too many."""
        if not self._guesses.wrong(device, now):
            return

        def tell(connection: Connection) -> None:
            alerts.open_alert(
                connection,
                lane.store_id,
                terminal_id=lane.terminal_id,
                kind="security",
                text_key=GUESSING,
                at=now,
                alert_id=f"{GUESSING}-{lane.terminal_id}-{now // (DEAF_S * MICROSECONDS)}",
            )

        await self._front.service.database.write(tell)
        self._front.bus.hint(lane.store_id)


def _hold(connection: Connection, lane: Lane, account_id: str, asked: HoldValue, now: int) -> ValueHold:
    step = value.hold(
        connection,
        account_id,
        asked.transaction_id,
        asked.amount_minor,
        currency=asked.currency,
        ask_no=asked.ask_no,
        origin=_origin(lane),
        at=now,
    )
    account = value_books.one(connection, account_id)
    if step is None or account is None:
        return _refused("unknown")
    return _answer(step, asked.transaction_id, account.last_digits)


def _answer(step: Step, transaction_id: str, last_digits: str) -> ValueHold:
    verdict, reason = _ANSWERS[step.outcome]
    account, held = step.account, step.account.hold_of(transaction_id)
    return ValueHold(
        verdict=verdict,
        reason=reason,
        amount_minor=step.amount_minor if verdict == "held" else 0,
        left_minor=account.free_minor if account.state == "active" else 0,
        account_id=account.account_id,
        last_digits=last_digits,
        held_until=held.until if held is not None and verdict == "held" else 0,
    )


def _refused(reason: Reason) -> ValueHold:
    return ValueHold(verdict="refused", reason=reason)


def _origin(lane: Lane) -> Origin:
    return Origin(store_id=lane.store_id, terminal_id=lane.terminal_id)


def _check(transaction_id: str, ask_no: int, card_key: str, member_id: str, account_id: str = "") -> None:
    names = [one for one in (card_key, member_id, account_id) if one]
    if len(names) != 1:
        raise Rejected("malformed", "one of a card, a member and an account is asked for", 400)
    for name in (transaction_id, *names):
        if not 0 < len(name) <= NAME_MAX or not name.isprintable():
            raise Rejected("malformed", f"an id or key has 1 to {NAME_MAX} printable characters", 400)
    is_hash = len(card_key) == KEY_SIZE and not card_key.strip("0123456789abcdef")
    if card_key and not is_hash:
        raise Rejected("malformed", "a card comes as an HMAC-SHA256 in hex, never as its number", 400)
    if not 1 <= ask_no <= ASKS_MAX:
        raise Rejected("malformed", f"ask_no is from 1 to {ASKS_MAX}", 400)
