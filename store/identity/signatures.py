"""A lane's signature: is it by the lane's key, over this very request, just now, and for the first time?

Time is the service's: a lane corrects its own clock by the `server_time` of every answer, so that a wrong
clock costs it one refused request. Within the window a nonce counts once: every worker remembers those it
has seen. Another worker does not know them; that is enough, because every signed request is safe to repeat.
The two that give something new (a token, a live connection) are remembered in the database besides.

Source: docs/security.md, "Requests".
Invariants: nothing is remembered of a request that was not signed by the lane; memory is bounded.
"""

import re
from collections.abc import Mapping

import msgspec

from retail.wire.identity import (
    HEADER_NONCE,
    HEADER_SIGNATURE,
    HEADER_TERMINAL,
    HEADER_TIME,
    SKEW_MAX_S,
    request_bytes,
)
from store.identity.errors import Rejected
from store.identity.keyring import SIGNATURE_BYTES, decoded, verifies

MICROSECONDS = 1_000_000
WINDOW = SKEW_MAX_S * MICROSECONDS
NONCES_MAX = 250_000
_NONCE = re.compile(r"[A-Za-z0-9_-]{8,64}")
_TERMINAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_TIME = re.compile(r"[0-9]{1,18}")


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """The headers that prove who asks."""

    terminal_id: str
    at: int
    nonce: str
    signature: bytes


def read_proof(headers: Mapping[str, str]) -> Proof:
    """The proof in a request's headers (lower-case names). Raises `Rejected`."""
    terminal_id, time = headers.get(HEADER_TERMINAL, ""), headers.get(HEADER_TIME, "")
    nonce, signature = headers.get(HEADER_NONCE, ""), headers.get(HEADER_SIGNATURE, "")
    if not (terminal_id and time and nonce and signature):
        raise Rejected("unsigned", "a lane signs its requests")
    return checked_proof(terminal_id, time, nonce, signature)


def checked_proof(terminal_id: str, time: str, nonce: str, signature: str) -> Proof:
    """A proof from its parts. Raises `Rejected` for shapes that no lane sends."""
    if not (_TERMINAL.fullmatch(terminal_id) and _TIME.fullmatch(time) and _NONCE.fullmatch(nonce)):
        raise Rejected("malformed", "terminal, time or nonce is not written as it must be", status=400)
    return Proof(
        terminal_id=terminal_id,
        at=int(time),
        nonce=nonce,
        signature=decoded(signature, SIGNATURE_BYTES, "a signature"),
    )


def check_time(at: int, now: int) -> None:
    """Raise `Rejected` with code `wrong_time` unless the proof was made just now."""
    if abs(at - now) > WINDOW:
        raise Rejected("wrong_time", f"signed {(at - now) / MICROSECONDS:+.0f} s from the service's time")


def check_request(proof: Proof, public: bytes, method: str, target: str, body: bytes) -> None:
    """Raise `Rejected` with code `signature` unless this request was signed by this key."""
    check_signature(proof, public, request_bytes(method, target, body, proof.at, proof.nonce))


def check_signature(proof: Proof, public: bytes, message: bytes) -> None:
    """Raise `Rejected` with code `signature` unless the message was signed by this key."""
    if not verifies(public, proof.signature, message):
        raise Rejected("signature", "the signature is not by this lane's key over this request")


class Nonces:
    """The nonces one worker has seen within the window, oldest first. Not for several threads."""

    def __init__(self, limit: int = NONCES_MAX) -> None:
        self._limit = limit
        self._seen: dict[tuple[str, str], int] = {}

    def __len__(self) -> int:
        return len(self._seen)

    def check(self, proof: Proof, now: int) -> None:
        """Remember the nonce. Raises `Rejected` with code `replayed` if it was there already."""
        key = (proof.terminal_id, proof.nonce)
        if key in self._seen:
            raise Rejected("replayed", "this very request was here before")
        while self._seen and (len(self._seen) >= self._limit or next(iter(self._seen.values())) < now):
            del self._seen[next(iter(self._seen))]
        self._seen[key] = now + 2 * WINDOW  # a proof from the edge of the future stays valid that long
