"""Members whose phone shows a live code or number: checked here, by what the feed told, without a link.

Goods and prices are exchanged between two shoppers only; keys and what was taken back are looked up in the
newest data at once, so that a lost phone's code stops from the moment the lane hears of it. The shop is the
one whose feed this lane follows. A lane that was never fed believes no code.

Codes are checked by the service's time, which every answer of the service brings and a clock that never jumps
carries on: a lane whose own clock is an hour off reads them all the same. Only a lane that has not reached
the service since it started goes by its own clock; there a code is refused as old or ahead.

Source: docs/credential.md, "At the lane"; `retail.credential.recognise` for the rules.
Invariants: holds no secret that makes a code; what is remembered is bounded (`retail.credential.replay`);
safe from any thread; a code that counted is gone with the process, and worth nothing a minute later anyhow.
"""

import datetime
import logging
import threading
from collections.abc import Callable, Iterable
from typing import Protocol

import msgspec

from retail.credential import recognise, told
from retail.credential.code import Credential, Kind
from retail.credential.number import Number
from retail.credential.reasons import Reason
from retail.credential.recognise import Memory, Recognised
from retail.credential.told import Told
from retail.credential.verify import Refused, Till, verify_parsed
from retail.member import MemberKey

STORE_SCOPE = "store:"
SECOND_US = 1_000_000
JITTER_S = 2
"""Answers are on their way for a moment: so much of a difference is not worth a word in the log."""
_log = logging.getLogger(__name__)


class Source(Protocol):
    """Where the keys come from (`kiosk.database.catalogue.CatalogueStore`)."""

    @property
    def generation(self) -> int:
        """Grows whenever the data have changed."""

    def settings(self, prefix: str) -> Iterable[tuple[str, bytes]]:
        """The newest settings whose key begins so."""

    def scopes(self) -> Iterable[str]:
        """The feeds this lane follows; none if it was never fed."""


class _Now(msgspec.Struct, frozen=True, kw_only=True):
    """One state of what was told."""

    generation: int
    shop_id: str
    told: Told


class ShownMembers:
    """Who shows a code, at one lane."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._lock = threading.Lock()
        self._now: _Now | None = None
        self._memory = Memory()
        self._service_us: Callable[[], int | None] = lambda: None
        self._is_told = False
        self._off_s = 0

    def follow_clock(self, service_us: Callable[[], int | None]) -> None:
        """Go by the service's time (microseconds since 1970) from now on; None as long as it is not known."""
        with self._lock:
            self._service_us = service_us

    def by_code(self, credential: Credential, utc: str, use: str) -> MemberKey | Reason:
        """Whose code this is at a moment (UTC, ISO 8601). `use`: the transaction it is shown for."""
        with self._lock:
            now, at_s = self._newest(), self._moment(utc)
            found = recognise.by_code(
                credential, now.told, self._memory, shop_id=now.shop_id, at_s=at_s, use=use
            )
            return self._answer(found)

    def by_number(self, typed: Number, utc: str, use: str) -> MemberKey | Reason:
        """Whose number this is."""
        with self._lock:
            now = self._newest()
            found = recognise.by_number(typed, now.told, self._memory, at_s=self._moment(utc), use=use)
            return self._answer(found)

    def order(self, credential: Credential, utc: str) -> Reason | None:
        """Why the code of an order does not count at a moment; None: it does. Copies are the service's."""
        with self._lock:
            now = self._newest()
            till = Till(shop_id=now.shop_id, trust=now.told.trust, revoked=now.told.revoked)
            found = verify_parsed(credential, till, self._moment(utc), (Kind.PICKUP,))
        return found.reason if isinstance(found, Refused) else None

    def _moment(self, utc: str) -> int:
        """The second it really is. What was remembered by a wrong clock is put right with the first word."""
        own_s, told_us = _seconds(utc), self._service_us()
        if told_us is None:
            return own_s
        off_s = told_us // SECOND_US - own_s
        if not self._is_told:
            self._is_told, self._memory = True, self._memory.shifted(off_s)
        if abs(off_s - self._off_s) > JITTER_S:
            self._off_s = off_s
            _log.warning("this lane's clock is %d s behind the service's; codes go by the service's", off_s)
        return own_s + off_s

    def _answer(self, found: Recognised) -> MemberKey | Reason:
        self._memory = found.memory
        if found.key is not None:
            return found.key
        reason = found.reason or Reason.UNKNOWN
        off = f", {found.off_s} s off" if found.off_s else ""
        _log.info("a member's code does not count: %s%s", reason.value, off)
        return reason

    def _newest(self) -> _Now:
        generation = self._source.generation
        if self._now is None or self._now.generation != generation:
            shops = [scope.removeprefix(STORE_SCOPE) for scope in self._source.scopes() if _is_shop(scope)]
            found = told.read(self._source.settings(told.PREFIX))
            if found.left_out:
                _log.warning("%d rows about credentials cannot be used", found.left_out)
            self._now = _Now(generation=generation, shop_id=shops[0] if shops else "", told=found)
        return self._now


def _is_shop(scope: str) -> bool:
    return scope.startswith(STORE_SCOPE)


def _seconds(utc: str) -> int:
    return int(datetime.datetime.fromisoformat(utc).timestamp())
