"""Gives the lane a new key every ninety days, and learns the service's new ones on the way.

The new key is on disk before anybody hears of it. If the answer gets lost, either key may be the one that
counts: the old one is tried first, then the new one.

Source: docs/protocol.md, "Identity"; `retail.wire.identity.KeyChange`.
Invariants: at every moment one of the keys on disk is one the service takes.
"""

import base64
import logging
from collections.abc import Callable
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace

from kiosk.sync.answers import Failure, Refused, Unreachable
from kiosk.sync.identity import Identity
from retail.wire.identity import KeyChange, KeyChanged, key_bytes

KEY_LIFE_S = 90 * 24 * 3600
LOOK_S = 3600.0
AGAIN_S = 300.0
MICROSECONDS = 1_000_000
REFUSED_PROOF = 401

log = logging.getLogger(__name__)


class KeyHolder(Protocol):
    """The service, as this lane (`kiosk.sync.client.StoreClient`)."""

    @property
    def identity(self) -> Identity:
        """Who the lane is now."""

    def change_key(self, change: KeyChange) -> KeyChanged | Failure:
        """Show a new key, signed with the old one."""

    def use(self, identity: Identity) -> None:
        """Be this from now on."""


class Rotation:
    """Looks once an hour whether the key is due. `step` is called by one thread."""

    def __init__(self, service: KeyHolder, now: Callable[[], int], save: Callable[[Identity], None]) -> None:
        """`now` is the service's time in microseconds; `save` keeps an identity durably."""
        self._service = service
        self._now = now
        self._save = save
        self._is_wanted = False

    def want(self) -> None:
        """Rotate at the next step: the service signs with a key this lane does not know."""
        self._is_wanted = True

    def step(self) -> float:
        """Rotate if it is due; seconds to wait."""
        who = self._service.identity
        if not who.made_at:
            self._be(replace(who, made_at=self._now()))
            return LOOK_S
        is_due = self._now() - who.made_at >= KEY_LIFE_S * MICROSECONDS
        if not (is_due or self._is_wanted or who.next_key):
            return LOOK_S
        if not who.next_key:
            who = replace(who, next_key=_text(Ed25519PrivateKey.generate().private_bytes_raw()))
            self._be(who)
        return self._rotate(who)

    def _rotate(self, who: Identity) -> float:
        new = Ed25519PrivateKey.from_private_bytes(base64.b64decode(who.next_key))
        public = _text(new.public_key().public_bytes_raw())
        proof = _text(new.sign(key_bytes(who.terminal_id, public)))
        answer = self._service.change_key(KeyChange(public_key=public, proof=proof))
        if isinstance(answer, KeyChanged):
            self._is_wanted = False
            self._be(_renewed(who, answer.service_keys, self._now()))
            log.info("this lane has a new key")
            return LOOK_S
        if isinstance(answer, Refused) and answer.status == REFUSED_PROOF:
            # an earlier answer was lost, and the old key no longer counts: the new one does
            self._service.use(replace(who, private_key=who.next_key))
            again = self._service.change_key(KeyChange(public_key=public, proof=proof))
            if isinstance(again, KeyChanged):
                self._be(_renewed(who, again.service_keys, self._now()))
                return LOOK_S
            self._service.use(who)
        words = answer.reason if isinstance(answer, Unreachable) else f"{answer.code}: {answer.detail}"
        log.warning("no new key for this lane yet: %s", words)
        return AGAIN_S

    def _be(self, who: Identity) -> None:
        self._save(who)
        self._service.use(who)


def _renewed(who: Identity, service_keys: dict[str, str], now: int) -> Identity:
    return replace(who, private_key=who.next_key, next_key="", made_at=now, service_keys=service_keys)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
