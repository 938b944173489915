"""The grant a phone shows its codes from, asked for with its session and its own key; and its short number.

The phone's key never leaves its browser's keychain, so that a cookie that was stolen gets no grant. What is
signed is a moment of the service's clock, so that an old signature gets none either.

Source: docs/credential.md, "Making one", "The number"; docs/phone.md, "The code".
Invariants: a grant is for the phone that asks, for this shop, and no longer than a day in the shop; nothing
of it is kept here.
"""

import secrets
from typing import Any

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from litestar import get, post
from litestar.params import JSONBody

from retail.credential import issue
from retail.credential.code import LINK_BYTES, Kind
from retail.credential.issue import Grant
from store.data.people import credential_keys, credential_news
from store.front.gate import shopper_of
from store.identity.errors import Rejected
from store.identity.principals import Shopper
from store.identity.sessions import is_same
from store.phone.shell import AnyRequest, Phone

BODY_MAX = 1024
CHALLENGE_PURPOSE = "phone-challenge"
CHALLENGE_S = 120
SIGNATURE_BYTES = 64
USE = b"open-self-checkout phone 1\n"


class Challenge(msgspec.Struct, frozen=True, kw_only=True):
    """200: what to sign, behind `open-self-checkout phone 1` and a line feed."""

    challenge: str


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """The challenge, signed with the phone's key: ECDSA P-256 with SHA-256, r and s behind each other."""

    challenge: str = ""
    signature: bytes = b""


class Granted(msgspec.Struct, frozen=True, kw_only=True):
    """200: what the phone shows its codes from."""

    grant: Grant
    number_key: bytes
    """Works out the short numbers at this shop."""
    shop: str
    server_s: int
    """The service's clock: codes are shown by it, whatever the phone's own says."""


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """200: the short number counts at this shop until then."""

    until_s: int
    server_s: int


def routes(phone: Phone) -> tuple[Any, ...]:
    """The handlers of this module."""
    vault = phone.front.vault

    @get("/phone/api/challenge", include_in_schema=False)
    async def challenge(request: AnyRequest) -> Challenge:
        """Something new to sign."""
        return Challenge(challenge=_challenge(phone, shopper_of(request), phone.now_s()))

    @post("/phone/api/grant", status_code=200, request_max_body_size=BODY_MAX, include_in_schema=False)
    async def grant(request: AnyRequest, data: JSONBody[Proof]) -> Granted:
        """A grant for this phone at this shop."""
        who, now_s = shopper_of(request), phone.now_s()
        check_proof(phone, who, data, now_s)
        signer = await phone.write(
            lambda connection: credential_keys.signer(connection, vault, phone.store_id, now_s)
        )
        made = issue.moving(
            Kind.MEMBER,
            who.subject,
            shop_id=phone.store_id,
            from_s=now_s,
            last_link=secrets.token_bytes(LINK_BYTES),
            signer=signer,
        )
        return Granted(
            grant=made,
            number_key=credential_news.number_key(vault, phone.store_id, Kind.MEMBER, who.subject),
            shop=phone.settings.name,
            server_s=now_s,
        )

    @post("/phone/api/number", status_code=200, request_max_body_size=BODY_MAX, include_in_schema=False)
    async def open_number(request: AnyRequest) -> Opened:
        """Let this phone's short number count at this shop for half an hour."""
        who, now_s = shopper_of(request), phone.now_s()
        opened = await phone.write(
            lambda connection: credential_news.open_number(
                connection, vault, phone.store_id, who.subject, now_s
            )
        )
        return Opened(until_s=opened.until_s, server_s=now_s)

    return challenge, grant, open_number


def _challenge(phone: Phone, who: Shopper, at_s: int) -> str:
    return f"{at_s}.{phone.front.vault.mac(CHALLENGE_PURPOSE, f'{who.device_id} {who.session} {at_s}')}"


def check_proof(phone: Phone, who: Shopper, proof: Proof, now_s: int) -> None:
    """Whether the phone that asks holds its key. Raises `Rejected`."""
    if not who.public:
        return  # its browser keeps none: the session is all there is
    at = proof.challenge.partition(".")[0]
    is_number = at.isascii() and at.isdigit() and len(at) <= 12
    is_ours = is_number and is_same(_challenge(phone, who, int(at)), proof.challenge)
    if not is_ours or not 0 <= now_s - int(at) <= CHALLENGE_S:
        raise Rejected("challenge", "ask for a new challenge and sign it", 403)
    if len(proof.signature) != SIGNATURE_BYTES:
        raise Rejected("signature", "the phone's signature is missing", 403)
    r, s = (int.from_bytes(half, "big") for half in (proof.signature[:32], proof.signature[32:]))
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), who.public)
    try:
        key.verify(encode_dss_signature(r, s), USE + proof.challenge.encode(), ec.ECDSA(hashes.SHA256()))
    except InvalidSignature as error:
        raise Rejected("signature", "that is not this phone's signature", 403) from error
