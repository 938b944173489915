"""The way to the wallets' gateway, and whoever follows each charge to its end.

Every question is safe to ask again: an order is ours by its number, an unknown one is closed by cancelling
it, and what the gateway took first holds. Nothing is booked but a `paid` of the very amount and currency.

Source: docs/devices/wallet.md, "What a gateway must do"; `store.data.stored_value.wallet_charges`.
Invariants: no answer is believed that is not JSON of the shape; a question without an answer changes nothing.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from typing import Any, Literal

import httpx
import msgspec

from retail import emvco
from store.data.errors import DataError
from store.data.ordering import order_wallet
from store.data.stored_value import wallet_charges
from store.data.stored_value.wallet_charges import Charge, Heard
from store.service import Service
from store.settings import Settings

PATH = "/v1/orders"
TIMEOUT_S = 10.0
BODY_MAX = 65_536
LOOK_S = 1.0
"""Between two rounds while somebody waits."""
IDLE_S = 5.0
GIVE_UP_US = 86_400_000_000
"""A charge that has had no end for so long is a person's, and asked for slowly."""
STEPS = (1000, 2000, 5000)
"""Amounts to choose from, in minor units."""
_log = logging.getLogger(__name__)


class OrderState(msgspec.Struct, frozen=True, kw_only=True):
    """What the gateway knows of an order."""

    order_number: str
    state: Literal["pending", "paid", "declined", "expired", "cancelled"]
    amount_minor: int | None = None
    currency: str | None = None
    refunded_minor: int = 0
    present: str = ""
    wallet: str = ""
    reference: str = ""


class RefundState(msgspec.Struct, frozen=True, kw_only=True):
    """What the gateway knows of a refund."""

    state: Literal["pending", "refunded", "refused"]
    amount_minor: int | None = None


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """It does not take this question: nothing was charged by it."""

    is_absent: bool = False
    """It knows no such order."""


class Gateway:
    """Follows charges. One per process; belongs to its event loop."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._settings: Settings = service.settings
        self._woken = asyncio.Event()

    @property
    def is_there(self) -> bool:
        """Whether the shop takes wallets on phones."""
        return bool(self._settings.wallet_url)

    def wake(self) -> None:
        """Somebody waits."""
        self._woken.set()

    @contextlib.asynccontextmanager
    async def work(self) -> AsyncIterator[None]:
        """Follows charges until the service stops."""
        if not self.is_there:
            yield
            return
        token = self._settings.wallet_token
        headers = {"authorization": f"Bearer {token}"} if token else {}
        async with httpx.AsyncClient(
            base_url=self._settings.wallet_url, timeout=TIMEOUT_S, headers=headers, trust_env=False
        ) as client:
            following = asyncio.create_task(self._follow(client), name="wallet charges")
            try:
                yield
            finally:
                following.cancel()
                await asyncio.gather(following, return_exceptions=True)

    async def _follow(self, client: httpx.AsyncClient) -> None:
        while True:
            waits = IDLE_S
            try:
                waits = LOOK_S if await self.look(client) else IDLE_S
            except DataError as error:
                _log.warning("wallet charges put off: %s", error)
            except Exception:  # charges go on being followed: the next round may do better
                _log.exception("wallet charges failed")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), waits)
            self._woken.clear()

    async def look(self, client: httpx.AsyncClient) -> int:
        """One round over what is open; how many there were."""
        now, database = self._service.clock(), self._service.database
        found = await database.read(wallet_charges.still_open)
        once_more = await database.read(lambda one: wallet_charges.to_look_at(one, now))
        for charge in (*found, *once_more):
            await self._step(client, charge)
        return len(found) + len(once_more)

    async def _step(self, client: httpx.AsyncClient, charge: Charge) -> None:
        now = self._service.clock()
        if charge.is_open and charge.made_at + GIVE_UP_US <= now:
            _log.error("the end of the wallet's payment %s is not known: ask the gateway", charge.charge_id)
            await self._keep(lambda one: wallet_charges.gave_up(one, charge, at=now))
            return
        if charge.state == "giving_back":
            await self._give_back(client, charge)
            return
        number = f"{PATH}/{charge.charge_id}"
        if charge.until <= now or not charge.is_open:
            answer = await _ask(client, "POST", f"{number}/cancel", {}, OrderState)
        elif charge.state == "pending":
            answer = await _ask(client, "GET", number, None, OrderState)
        else:
            wanted = {
                "amount_minor": charge.amount_minor,
                "currency": charge.currency,
                "valid_s": wallet_charges.VALID_S,
                "code": "",
            }
            answer = await _ask(client, "PUT", number, wanted, OrderState)
        await self._heard(client, charge, answer)

    async def _heard(
        self, client: httpx.AsyncClient, charge: Charge, answer: OrderState | Refused | None
    ) -> None:
        now = self._service.clock()
        if isinstance(answer, Refused) and charge.is_open:
            is_news = answer.is_absent is (charge.state == "pending")
            if is_news and charge.until > now:  # it was never opened, or is gone: closed for ever by a cancel
                await self._keep(lambda one: wallet_charges.cut_short(one, charge, at=now))
            return
        if not isinstance(answer, OrderState) or answer.order_number != charge.charge_id:
            if not charge.is_open:
                await self._keep(lambda one: wallet_charges.heard(one, charge, "no_answer", at=now))
            return  # asked again at the next round
        if answer.state == charge.heard == "pending" and charge.is_open:
            return  # nothing new
        is_ending = await self._keep(lambda one: _told(one, charge, answer, now))
        if is_ending and not charge.is_open:  # at once: it is looked at once
            await self._give_back(client, charge)
        elif answer.state == "pending" and charge.state == "asked" and charge.until > now:
            await self._show(charge, answer.present, now)

    async def _show(self, charge: Charge, present: str, now: int) -> None:
        """A code is shown only if it asks for what we asked for."""
        try:
            is_ours = emvco.parse(present).amount_minor == charge.amount_minor
        except emvco.PayloadError:
            is_ours = False
        if is_ours:
            await self._keep(lambda one: wallet_charges.presented(one, charge, present))
        else:
            _log.warning("the gateway's code for %s does not ask for what was asked", charge.charge_id)
            await self._keep(lambda one: wallet_charges.cut_short(one, charge, at=now))

    async def _give_back(self, client: httpx.AsyncClient, charge: Charge) -> None:
        paid = await _ask(client, "GET", f"{PATH}/{charge.charge_id}", None, OrderState)
        if not isinstance(paid, OrderState) or paid.amount_minor is None:
            return
        now, back, has = self._service.clock(), paid.amount_minor - paid.refunded_minor, paid.amount_minor
        if back <= 0:
            await self._keep(lambda one: _gave_back(one, charge, True, has, paid.refunded_minor, now))
            return
        wanted = {"amount_minor": back, "currency": paid.currency}
        path = f"{PATH}/{charge.charge_id}/refunds/R-{charge.charge_id}"
        answer = await _ask(client, "PUT", path, wanted, RefundState)
        if answer is None or (isinstance(answer, RefundState) and answer.state == "pending"):
            return
        gone = 0
        if isinstance(answer, RefundState) and answer.state == "refunded":
            gone = answer.amount_minor or 0
        await self._keep(
            lambda one: _gave_back(one, charge, gone == back, has, paid.refunded_minor + gone, now)
        )

    async def _keep(self, job: Callable[[Any], bool]) -> bool:
        return await self._service.database.write(job)


def _told(connection: Any, charge: Charge, answer: OrderState, now: int) -> bool:
    """Keep what the gateway says, and what follows from it; whether it is to be given back now."""
    has, back = answer.amount_minor or 0, answer.refunded_minor
    is_ours = answer.currency in (None, charge.currency)
    word: Heard = answer.state if is_ours else "other_currency"
    known = {"has_minor": has, "back_minor": back} if is_ours else {}
    wallet_charges.heard(connection, charge, word, at=now, **known)
    if answer.state == "pending":
        return False
    if answer.state != "paid":
        wallet_charges.failed(connection, charge, at=now)
    elif (answer.amount_minor, answer.currency) == (charge.amount_minor, charge.currency) and not back:
        wallet_charges.paid(connection, charge, answer.wallet[:60], answer.reference[:100], at=now)
    elif has and back >= has:
        wallet_charges.failed(connection, charge, at=now)
    else:
        wallet_charges.wrong(connection, charge, at=now)
    order_wallet.follow(connection, charge, at=now)
    now_is = wallet_charges.one(connection, charge.store_id, charge.charge_id)
    return now_is is not None and now_is.state == "giving_back"


def _gave_back(connection: Any, charge: Charge, is_done: bool, has: int, gone: int, now: int) -> bool:
    """Keep how giving back ended, and what is left at the gateway."""
    if charge.heard != "other_currency":
        wallet_charges.heard(connection, charge, "paid", has_minor=has, back_minor=gone, at=now)
    return wallet_charges.gave_back(connection, charge, is_done=is_done, at=now)


async def _ask(
    client: httpx.AsyncClient, method: str, path: str, body: object, kind: type[Any]
) -> Any | Refused | None:
    """An answer that can be believed; None: asked in vain."""
    content = msgspec.json.encode(body) if body is not None else None
    try:
        answer = await client.request(
            method, path, content=content, headers={"content-type": "application/json"}
        )
    except httpx.HTTPError as error:
        _log.info("the wallets' gateway gave no answer: %s", type(error).__name__)
        return None
    if answer.status_code == 404:
        return Refused(is_absent=True) if b'"missing"' in answer.content else None
    if 400 <= answer.status_code < 500:
        return Refused()
    if answer.is_error or len(answer.content) > BODY_MAX:
        return None
    try:
        return msgspec.json.decode(answer.content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
