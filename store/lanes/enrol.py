"""A lane gets its identity, its tokens, and a new key when the old one is due.

Whatever is wrong with a code is answered alike, so that nobody learns which part was right. A token is
asked for with a signature and a nonce that counts once for all workers.

Source: docs/protocol.md, "Identity"; docs/security.md, "Enrolment", "Requests".
Invariants: a try is counted before a code is compared; a code enrols one key.
"""

from typing import Any

from litestar import Request, post
from litestar.params import JSONBody

from retail.wire.identity import (
    ENROL_PATH,
    KEY_PATH,
    TOKEN_PATH,
    Enrolled,
    EnrolRequest,
    KeyChange,
    KeyChanged,
    Token,
    TokenRequest,
    enrol_bytes,
    key_bytes,
    token_bytes,
)
from store.data import audit
from store.data.lanes import alerts, terminals
from store.data.replication.feed import scopes_of
from store.front.front import Front, front_of
from store.front.gate import lane_of
from store.identity import codes, keyring, signatures, tokens
from store.identity.codes import Code
from store.identity.errors import Rejected
from store.identity.keyring import PUBLIC_BYTES, SIGNATURE_BYTES
from store.identity.principals import Device
from store.service import Room, Service

OVERLAP_S = 24 * 3600
"""How long a lane's old key counts beside its new one."""
BODY_MAX = 4 * 1024
SECOND = 1_000_000
TAGS = ["identity"]

AnyRequest = Request[Any, Any, Any]


def room(service: Service) -> Room:
    """The handlers of this module."""
    front = front_of(service)

    @post(ENROL_PATH, status_code=200, request_max_body_size=BODY_MAX, tags=TAGS, summary="Use a code up")
    async def enrol(data: JSONBody[EnrolRequest]) -> Enrolled:
        """Show a one-time code and a new key; learn who you are from now on."""
        return await _enrol(front, data)

    @post(TOKEN_PATH, status_code=200, request_max_body_size=BODY_MAX, tags=TAGS, summary="Ask for a token")
    async def token(data: JSONBody[TokenRequest]) -> Token:
        """A token for fifteen minutes, bound to the key that signed the wish."""
        return await _token(front, data)

    @post(KEY_PATH, status_code=200, request_max_body_size=BODY_MAX, tags=TAGS, summary="Change the key")
    async def key(request: AnyRequest, data: JSONBody[KeyChange]) -> KeyChanged:
        """A new key in place of the one this request is signed with."""
        return await _key(front, request, data)

    return Room(routes=(enrol, token, key))


async def _enrol(front: Front, data: EnrolRequest) -> Enrolled:
    public, key_id = _checked_key(data.public_key, data.proof, enrol_bytes(data.code, data.public_key))
    code = codes.read(data.code)
    if code is None:
        raise _not_this_code()
    now, store_id = front.clock(), terminals.store_of(code.terminal_id)
    code_hash = await front.service.database.write(
        lambda connection: terminals.open_code(
            connection, store_id, code.terminal_id, code.selector, key_id, now
        )
    )
    if code_hash is None:
        raise _not_this_code()
    if not await front.slow.run(lambda: front.passwords.matches(code_hash, code.secret)):
        await _tell_of_guesses(front, store_id, code, now)
        raise _not_this_code()

    def take(connection: Any) -> Device | None:
        taken = terminals.enrol(
            connection,
            store_id,
            code.terminal_id,
            code_hash=code_hash,
            key_id=key_id,
            public=public,
            version=data.version,
            at=now,
        )
        if taken is not None:
            audit.note(
                connection,
                store_id,
                who=code.terminal_id,
                action="terminal.enrol",
                what=code.terminal_id,
                detail=f"key {key_id}, {data.name} {data.version}",
                at=now,
            )
        return taken

    device = await front.service.database.write(take)
    front.directory.forget(store_id, code.terminal_id)
    if device is None:
        raise _not_this_code()
    return Enrolled(
        store_id=store_id,
        terminal_id=device.terminal_id,
        epoch=device.epoch,
        scopes=scopes_of(store_id, device.terminal_id),
        service_keys=front.keyring.public_keys(),
        server_time=front.clock(),
    )


async def _token(front: Front, data: TokenRequest) -> Token:
    proof = signatures.checked_proof(data.terminal_id, str(data.at), data.nonce, data.signature)
    now, store_id = front.clock(), terminals.store_of(data.terminal_id)
    signatures.check_time(proof.at, now)
    device = await front.directory.device(store_id, data.terminal_id)
    message = token_bytes(data.terminal_id, proof.at, proof.nonce)
    key = next(
        (
            key
            for key in (device.keys if device is not None else ())
            if key.is_valid(now) and keyring.verifies(key.public, proof.signature, message)
        ),
        None,
    )
    if device is None or key is None:
        raise Rejected("signature", "this is not signed by a lane we know")
    if not await front.directory.is_new_nonce(store_id, data.terminal_id, proof.nonce):
        raise Rejected("replayed", "this very request was here before")
    text, ends = tokens.issue(store_id, data.terminal_id, key.key_id, front.keyring, now)
    return Token(token=text, expires_at=ends, may_sell=device.state == "active", server_time=front.clock())


async def _key(front: Front, request: AnyRequest, data: KeyChange) -> KeyChanged:
    lane = lane_of(request)
    public, key_id = _checked_key(data.public_key, data.proof, key_bytes(lane.terminal_id, data.public_key))
    now = front.clock()
    until = now + OVERLAP_S * SECOND

    def change(connection: Any) -> None:
        is_new = terminals.rotate_key(
            connection,
            lane.store_id,
            lane.terminal_id,
            key_id=key_id,
            public=public,
            overlap_until=until,
            at=now,
        )
        if is_new:
            audit.note(
                connection,
                lane.store_id,
                who=lane.terminal_id,
                action="terminal.key",
                what=lane.terminal_id,
                detail=f"key {key_id} in place of {lane.key_id}",
                at=now,
            )

    await front.service.database.write(change)
    front.directory.forget(lane.store_id, lane.terminal_id)
    return KeyChanged(
        key_id=key_id,
        old_until=until,
        service_keys=front.keyring.public_keys(),
        server_time=front.clock(),
    )


def _checked_key(text: str, proof: str, message: bytes) -> tuple[bytes, str]:
    """A public key whose holder signed the message, and its id. Raises `Rejected`."""
    public = keyring.decoded(text, PUBLIC_BYTES, "a public key")
    if not keyring.verifies(public, keyring.decoded(proof, SIGNATURE_BYTES, "a proof"), message):
        raise Rejected("signature", "the proof is not by this key")
    return public, keyring.key_id_of(public)


def _not_this_code() -> Rejected:
    return Rejected("code", "this code does not enrol a lane: wrong, used, too old, or tried too often", 403)


async def _tell_of_guesses(front: Front, store_id: str, code: Code, now: int) -> None:
    """Call a person when a code's last try was wrong: the lane needs another, or somebody is guessing."""

    def tell(connection: Any) -> None:
        if terminals.is_code_spent(connection, store_id, code.terminal_id):
            alerts.open_alert(
                connection,
                store_id,
                terminal_id=code.terminal_id,
                kind="enrolment",
                text_key="enrolment",
                values={"lane": code.terminal_id},
                alert_id=f"enrol-{code.terminal_id}-{code.selector}",
                at=now,
            )

    await front.service.database.write(tell)
    front.bus.hint(store_id)
