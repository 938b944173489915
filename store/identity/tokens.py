"""Fifteen-minute tokens: what a lane shows instead of being looked up on every request.

A token names store, lane and the lane's key; it is worth nothing without that key, because every request is
signed with it too. JWT, `alg` EdDSA over Ed25519, `kid` names the service's key.

Source: docs/protocol.md, "Identity"; RFC 7519, RFC 8037, RFC 7800 (`cnf`).
Invariants: pure, given a clock; only Ed25519 is accepted, whatever a token's header says.
"""

import jwt
import msgspec

from retail.wire.identity import TOKEN_LIFE_S
from store.identity.errors import Rejected
from store.identity.keyring import Keyring

ALGORITHM = "EdDSA"
ISSUER = "store"
TOKEN_MAX = 2_048
MICROSECONDS = 1_000_000


class LaneToken(msgspec.Struct, frozen=True, kw_only=True):
    """What a token says."""

    store_id: str
    terminal_id: str
    key_id: str
    """Of the lane's key."""
    expires_at: int
    """Microseconds since 1970, UTC."""


def issue(store_id: str, terminal_id: str, key_id: str, keyring: Keyring, now: int) -> tuple[str, int]:
    """A token and when it ends (microseconds)."""
    ends_s = now // MICROSECONDS + TOKEN_LIFE_S
    claims = {"iss": ISSUER, "sub": terminal_id, "sto": store_id, "cnf": {"kid": key_id}, "exp": ends_s}
    key = keyring.signer
    text = jwt.encode(claims, key.private, algorithm=ALGORITHM, headers={"kid": key.key_id})
    return text, ends_s * MICROSECONDS


def read(text: str, keyring: Keyring, now: int) -> LaneToken:
    """What a token says. Raises `Rejected`: `token_invalid` or `token_expired`."""
    token = _checked(text, keyring)
    if now >= token.expires_at:
        raise Rejected("token_expired", "the token has ended; ask for a new one")
    return token


class TokenReader:
    """Reads tokens and remembers those it has checked, so that a signature is checked once per token."""

    REMEMBERED_MAX = 20_000

    def __init__(self, keyring: Keyring) -> None:
        self.keyring = keyring
        self._checked: dict[str, LaneToken] = {}

    def read(self, text: str, now: int) -> LaneToken:
        """As `read` of this module."""
        token = self._checked.get(text)
        if token is None:
            token = read(text, self.keyring, now)
            while len(self._checked) >= self.REMEMBERED_MAX:
                del self._checked[next(iter(self._checked))]
            self._checked[text] = token
        if now >= token.expires_at:
            self._checked.pop(text, None)
            raise Rejected("token_expired", "the token has ended; ask for a new one")
        return token


def _checked(text: str, keyring: Keyring) -> LaneToken:
    if len(text) > TOKEN_MAX:
        raise Rejected("token_invalid", "the token is too long")
    try:
        key = keyring.find(str(jwt.get_unverified_header(text).get("kid", "")))
        if key is None:
            raise Rejected("token_invalid", "the token is signed with a key that is not in force")
        claims = jwt.decode(
            text,
            key.public,
            algorithms=[ALGORITHM],
            issuer=ISSUER,
            # time is compared with the clock that is passed in
            options={"verify_exp": False, "require": ["exp", "sub", "iss"]},
        )
        return LaneToken(
            store_id=str(claims["sto"]),
            terminal_id=str(claims["sub"]),
            key_id=str(claims["cnf"]["kid"]),
            expires_at=int(claims["exp"]) * MICROSECONDS,
        )
    except (jwt.PyJWTError, KeyError, TypeError, ValueError) as error:
        raise Rejected("token_invalid", "the token is not one of ours") from error
