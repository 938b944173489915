"""How a lane gets and proves its identity.

An administrator makes a one-time code; the lane makes an Ed25519 key that never leaves it and shows code and
public key once; from then on it asks for short tokens by signing, and signs every request it makes with one.

Source: docs/protocol.md, "Identity".
"""

import hashlib

import msgspec

ENROL_PATH = "/v1/enrol"
TOKEN_PATH = "/v1/token"
TOKEN_LIFE_S = 900
SKEW_MAX_S = 120
"""How far a signature's time may be from the service's clock; lanes correct theirs by `server_time`."""
HEADER_TERMINAL = "x-terminal"
HEADER_TIME = "x-time"
HEADER_NONCE = "x-nonce"
HEADER_SIGNATURE = "x-signature"


class EnrolRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Code and key. `proof` is the key's signature over `enrol_bytes(code, public_key)`."""

    code: str
    public_key: str
    """Ed25519, raw 32 bytes, base64."""
    proof: str
    name: str = ""
    """What the lane calls itself."""
    version: str = ""


class Enrolled(msgspec.Struct, frozen=True, kw_only=True):
    """200: who the lane is from now on."""

    store_id: str
    terminal_id: str
    epoch: int
    scopes: tuple[str, ...]
    """Feeds to follow."""
    service_keys: dict[str, str]
    """Key id to Ed25519 public key (base64): what snapshots and settings are signed with."""
    server_time: int


class TokenRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Signed over `token_bytes`."""

    terminal_id: str
    at: int
    """Microseconds since 1970, UTC, by the lane's corrected clock."""
    nonce: str
    signature: str


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """200: a token bound to the lane's key. `may_sell` false: revoked; uploads only."""

    token: str
    expires_at: int
    may_sell: bool
    server_time: int


def enrol_bytes(code: str, public_key: str) -> bytes:
    """What an enrolment's proof is over."""
    return f"enrol\n{code}\n{public_key}\n".encode()


def token_bytes(terminal_id: str, at: int, nonce: str) -> bytes:
    """What a token request's signature is over."""
    return f"token\n{terminal_id}\n{at}\n{nonce}\n".encode()


def request_bytes(method: str, target: str, body: bytes, at: int, nonce: str) -> bytes:
    """What every other request's signature is over. `target` is the path with its query."""
    return (
        f"request\n{method.upper()}\n{target}\n{hashlib.sha256(body).hexdigest()}\n{at}\n{nonce}\n".encode()
    )


KEY_PATH = "/v1/key"


class KeyChange(msgspec.Struct, frozen=True, kw_only=True):
    """A lane's new key, in a request signed with the old one. `proof`: the new key's, over `key_bytes`."""

    public_key: str
    """Ed25519, raw 32 bytes, base64."""
    proof: str


class KeyChanged(msgspec.Struct, frozen=True, kw_only=True):
    """200: the new key counts from now on, the old one until `old_until`. Ask for a token with the new."""

    key_id: str
    old_until: int
    service_keys: dict[str, str]
    """As in `Enrolled`; the service may have a new one."""
    server_time: int


def key_bytes(terminal_id: str, public_key: str) -> bytes:
    """What a new key's proof is over."""
    return f"key\n{terminal_id}\n{public_key}\n".encode()
