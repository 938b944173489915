"""The samples of docs/credential.md: `python -m retail.credential.vectors` writes them into the page.

Whoever makes codes elsewhere, the phone page above all, checks itself against them. A test fails when page
and code differ.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from retail.credential import base45, chain, issue, number
from retail.credential.code import Kind, Shape, shop_hint, subject_of, text_of
from retail.credential.trust import Revocation, Revoked, Trust, TrustedKey, message
from retail.credential.verify import Till, Verified, verify

PAGE = Path(__file__).parents[2] / "docs" / "credential.md"
BEGIN, END = "<!-- vectors -->\n", "<!-- end of vectors -->\n"
SHOP, OTHER_SHOP = "store-001", "store-002"
FROM_S = 1_800_000_000
NUMBER_KEY = bytes(range(64, 96))
SUBJECTS = {kind: subject_of(bytes(range(at, at + 10))) for at, kind in enumerate(Kind)}


def signer(first: int, *, kinds: tuple[Kind, ...], shop_id: str = "") -> issue.Signer:
    """A key pair whose private key is 32 bytes counting up from `first`. Never use one of these."""
    private = Ed25519PrivateKey.from_private_bytes(bytes(range(first, first + 32)))
    public = private.public_key().public_bytes_raw()
    key = TrustedKey(
        public=public, from_s=FROM_S - 86_400, until_s=FROM_S + 90 * 86_400, kinds=kinds, shop_id=shop_id
    )
    return issue.Signer(key=key, sign=private.sign)


SERVICE = signer(0, kinds=tuple(Kind))
LANE = signer(32, kinds=(Kind.EXIT,), shop_id=SHOP)


def till(shop_id: str = SHOP, *revocations: Revocation) -> Till:
    """A till of a shop that believes both keys."""
    return Till(shop_id=shop_id, trust=Trust([SERVICE.key, LANE.key]), revoked=Revoked(revocations))


def grant(kind: Kind, shop_id: str = SHOP) -> issue.Grant:
    """The grant of the samples: twelve hours of twenty seconds."""
    return issue.moving(
        kind,
        SUBJECTS[kind],
        shop_id=shop_id,
        from_s=FROM_S,
        last_link=bytes(range(128, 140)),
        signer=SERVICE,
    )


def vectors() -> dict[str, Any]:
    """All samples, as JSON holds them. Bytes are hex."""
    member = grant(Kind.MEMBER, "")
    steps = member.life_s // member.step_s
    return {
        "base45": {
            text.hex(): base45.encode(text) for text in (b"AB", b"Hello!!", b"base-45", b"ietf!", b"\xff\xff")
        },
        "keys": {
            "service": _key(SERVICE, bytes(range(32))),
            "lane": _key(LANE, bytes(range(32, 64))),
        },
        "shops": {shop: shop_hint(shop).hex() for shop in (SHOP, OTHER_SHOP)},
        "chain": {
            "kind": member.kind.value,
            "subject": member.subject,
            "from_s": member.from_s,
            "life_s": member.life_s,
            "step_s": member.step_s,
            "steps": steps,
            "head": member.head.hex(),
            "links": {
                str(at): chain.back(member.head, steps, member.last_link, to=at).hex()
                for at in (steps, steps - 1, 2, 1, 0)
            },
            "message": message(
                member.kind, Shape.MOVING, "", member.head, chain.back(member.head, steps, member.last_link)
            ).hex(),
            "signature": member.signature.hex(),
        },
        "moving": [_moving(kind, after_s) for kind in Kind for after_s in _MOMENTS[kind]],
        "still": [
            _still(Kind.PICKUP, 60 * 24 * 7, SERVICE),
            _still(Kind.EXIT, 30, LANE),
        ],
        "numbers": [_number(kind) for kind in Kind],
        "answers": list(_answers()),
    }


_MOMENTS = {
    Kind.MEMBER: (0, 20, 43_199),
    Kind.WALLET: (60,),
    Kind.BASKET: (60,),
    Kind.PICKUP: (60,),
    Kind.EXIT: (60,),
}


def _key(of: issue.Signer, private: bytes) -> dict[str, Any]:
    return {
        "private": private.hex(),
        "public": of.key.public.hex(),
        "hint": of.key.hint.hex(),
        "kinds": [kind.value for kind in of.key.kinds],
        "shop": of.key.shop_id,
    }


def _text(kind: Kind, after_s: int) -> str:
    shop_id = "" if kind in (Kind.MEMBER, Kind.WALLET) else SHOP
    return issue.shown(grant(kind, shop_id), FROM_S + after_s) or ""


def _moving(kind: Kind, after_s: int) -> dict[str, Any]:
    shop_id = "" if kind in (Kind.MEMBER, Kind.WALLET) else SHOP
    text = _text(kind, after_s)
    return {"kind": kind.value, "shop": shop_id, "at_s": FROM_S + after_s, "text": text}


def _still(kind: Kind, life_min: int, by: issue.Signer) -> dict[str, Any]:
    made = issue.still(kind, SUBJECTS[kind], shop_id=SHOP, from_s=FROM_S, life_min=life_min, signer=by)
    return {
        "kind": kind.value,
        "shop": SHOP,
        "from_s": FROM_S,
        "life_s": made.life_s,
        "head": made.head.hex(),
        "text": text_of(made),
    }


def _number(kind: Kind) -> dict[str, Any]:
    key = number.key_for(NUMBER_KEY, kind, SUBJECTS[kind])
    return {
        "kind": kind.value,
        "subject": SUBJECTS[kind],
        "shop_key": NUMBER_KEY.hex(),
        "key": key.hex(),
        "at_s": FROM_S,
        "number": number.number_at(key, kind, FROM_S),
    }


def _answers() -> Iterator[dict[str, Any]]:
    """What a till says to some codes at some moments."""
    member, basket = _text(Kind.MEMBER, 0), _text(Kind.BASKET, 60)
    stolen = Revocation(subject=SUBJECTS[Kind.MEMBER], before_s=FROM_S + 1)
    changed = member[:-3] + ("0" if member[-3] != "0" else "1") + member[-2:]
    cases = [
        ("as shown", member, till(), 0),
        ("20 seconds early: the phone's clock is fast", member, till(), -20),
        ("21 seconds early", member, till(), -21),
        ("its last second", member, till(), 39),
        ("a second too late: a picture", member, till(), 40),
        ("a phone that is an hour slow", member, till(), 3600),
        ("in another shop of the chain", member, till(OTHER_SHOP), 0),
        ("a basket in another shop", basket, till(OTHER_SHOP), 60),
        ("one letter changed", changed, till(), 0),
        ("the last letter lost", member[:-1], till(), 0),
        ("taken back", member, till(SHOP, stolen), 0),
        ("of version 2", "OSC2" + member[4:], till(), 0),
        ("a product", "4006381333931", till(), 0),
    ]
    for name, text, where, after_s in cases:
        answer = verify(text, where, FROM_S + after_s)
        word = "counts" if isinstance(answer, Verified) else answer.reason.value
        revoked = [stolen.subject] if name == "taken back" else []
        yield {
            "case": name,
            "shop": where.shop_id,
            "at_s": FROM_S + after_s,
            "revoked": revoked,
            "text": text,
            "answer": word,
        }


def section() -> str:
    """What stands between the page's marks."""
    return f"{BEGIN}```json\n{json.dumps(vectors(), indent=1)}\n```\n{END}"


def page_with_vectors(page: str) -> str:
    """The page with its samples made anew."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + section() + after


if __name__ == "__main__":
    PAGE.write_text(page_with_vectors(PAGE.read_text("utf-8")), "utf-8")
