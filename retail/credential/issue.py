"""Making credentials: a grant for a phone, a code for paper, and what a phone shows at a moment.

The service signs once; the phone then needs neither it nor a network until the grant is over. The phone
page does in JavaScript what `shown` does here; docs/credential.md holds the samples both are checked
against.

Source: docs/credential.md, "Making one".
Invariants: pure: random bytes are handed in; a grant never outlives the key that signed it.
"""

from collections.abc import Callable

import msgspec

from retail.check import require
from retail.credential import chain
from retail.credential.code import (
    ANY_SHOP,
    LINK_BYTES,
    Credential,
    Kind,
    Shape,
    head_of,
    shop_hint,
    text_of,
)
from retail.credential.trust import TrustedKey, message

STEP_S = 20
LIFE_H = 12
"""A grant lasts a day in the shop; a stolen phone is worth no more than what is left of it."""


class Signer(msgspec.Struct, frozen=True, kw_only=True):
    """A key that signs: what tills know of it, and the Ed25519 signature of some bytes."""

    key: TrustedKey
    sign: Callable[[bytes], bytes]

    def __repr__(self) -> str:
        return f"Signer({self.key.hint.hex()})"


class Grant(msgspec.Struct, frozen=True, kw_only=True):
    """What a phone is given to make its codes from. JSON writes bytes as base 64; `repr` hides the secret."""

    kind: Kind
    subject: str
    from_s: int
    life_s: int
    step_s: int
    head: bytes
    last_link: bytes
    """The end of the chain, from which all others follow. Whoever has it can show every code of the grant."""
    signature: bytes

    def __repr__(self) -> str:
        return f"Grant({self.kind.name}, …{self.subject[-4:]}, from {self.from_s})"


def moving(
    kind: Kind,
    subject: str,
    *,
    shop_id: str,
    from_s: int,
    last_link: bytes,
    signer: Signer,
    life_h: int = LIFE_H,
    step_s: int = STEP_S,
) -> Grant:
    """A grant for a phone. `last_link`: 12 random bytes, never used before. `shop_id` empty: all shops."""
    require(len(last_link) == LINK_BYTES, "a chain ends in 12 random bytes")
    life_s = life_h * 3600
    _check(signer, kind, shop_id, from_s + life_s)
    head = _head(Shape.MOVING, subject, shop_id, from_s, life_s, step_s, signer)
    anchor = chain.back(head, life_s // step_s, last_link)
    return Grant(
        kind=kind,
        subject=subject,
        from_s=from_s,
        life_s=life_s,
        step_s=step_s,
        head=head,
        last_link=last_link,
        signature=signer.sign(message(kind, Shape.MOVING, shop_id, head, anchor)),
    )


def still(
    kind: Kind, subject: str, *, shop_id: str, from_s: int, life_min: int, signer: Signer
) -> Credential:
    """A code for paper or a mail. What it names must be single use: paper can be copied."""
    require(kind.is_single_use, "a code that stands still names something that happens once")
    life_s = life_min * 60
    _check(signer, kind, shop_id, from_s + life_s)
    head = _head(Shape.STILL, subject, shop_id, from_s, life_s, 0, signer)
    return Credential(
        kind=kind,
        shape=Shape.STILL,
        key_hint=signer.key.hint,
        shop_hint=shop_hint(shop_id) if shop_id else ANY_SHOP,
        subject=subject,
        from_s=from_s,
        life_s=life_s,
        signature=signer.sign(message(kind, Shape.STILL, shop_id, head)),
    )


def shown(grant: Grant, at_s: int) -> str | None:
    """The text a phone shows in that second by its clock (set by the service's); None outside the grant."""
    if not grant.from_s <= at_s < grant.from_s + grant.life_s:
        return None
    index = (at_s - grant.from_s) // grant.step_s + 1
    return text_of(
        Credential(
            kind=grant.kind,
            shape=Shape.MOVING,
            key_hint=grant.head[:2],
            shop_hint=grant.head[2:4],
            subject=grant.subject,
            from_s=grant.from_s,
            life_s=grant.life_s,
            step_s=grant.step_s,
            index=index,
            link=chain.back(grant.head, grant.life_s // grant.step_s, grant.last_link, to=index),
            signature=grant.signature,
        )
    )


def _check(signer: Signer, kind: Kind, shop_id: str, until_s: int) -> None:
    require(kind in signer.key.kinds, "a key signs the kinds it is for")
    require(signer.key.shop_id in ("", shop_id), "a shop's key signs for that shop")
    require(until_s <= signer.key.until_s, "no credential outlives its key")


def _head(
    shape: Shape, subject: str, shop_id: str, from_s: int, life_s: int, step_s: int, signer: Signer
) -> bytes:
    return head_of(
        shape,
        key_hint=signer.key.hint,
        shop_hint=shop_hint(shop_id) if shop_id else ANY_SHOP,
        subject=subject,
        from_s=from_s,
        life_s=life_s,
        step_s=step_s,
    )
