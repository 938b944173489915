"""Keys, tills and phones for the tests of the credential. Nothing is random, so every run is the same."""

from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import strategies as st

from retail.credential import issue
from retail.credential.code import STEPS_MAX, STEPS_S, Credential, Kind, Shape, parse, subject_of
from retail.credential.issue import Grant, Signer
from retail.credential.trust import Revocation, Revoked, Trust, TrustedKey
from retail.credential.verify import Refused, Rules, Till, Verified, verify

AT = 1_900_000_000
DAY = 86_400
SHOP, OTHER_SHOP = "berlin-1", "berlin-2"
LAST_LINK = b"last-link-12"


def subject(number: int) -> str:
    return subject_of(number.to_bytes(10, "big"))


def signer(seed: int, **of_key: Any) -> Signer:
    private = Ed25519PrivateKey.from_private_bytes(seed.to_bytes(32, "big"))
    fields = {"from_s": AT - DAY, "until_s": AT + 60 * DAY, **of_key}
    key = TrustedKey(public=private.public_key().public_bytes_raw(), **fields)
    return Signer(key=key, sign=private.sign)


SERVICE = signer(1)
LANE = signer(2, kinds=(Kind.EXIT,), shop_id=SHOP)
STRANGER = signer(3)
ANNA = subject(0xA11A)


def till(
    *keys: Signer, shop_id: str = SHOP, revoked: tuple[Revocation, ...] = (), rules: Rules | None = None
) -> Till:
    believed = keys or (SERVICE, LANE)
    return Till(
        shop_id=shop_id,
        trust=Trust([key.key for key in believed]),
        revoked=Revoked(revoked),
        rules=rules or Rules(),
    )


def phone(kind: Kind = Kind.MEMBER, *, by: Signer = SERVICE, **of_grant: Any) -> Grant:
    fields: dict[str, Any] = {"shop_id": "", "from_s": AT, "last_link": LAST_LINK, **of_grant}
    return issue.moving(kind, fields.pop("subject", ANNA), signer=by, **fields)


def live(at_s: int = AT, kind: Kind = Kind.MEMBER, **of_grant: Any) -> str:
    text = issue.shown(phone(kind, **of_grant), at_s)
    assert text is not None
    return text


def paper(kind: Kind = Kind.EXIT, *, by: Signer = LANE, **of_code: Any) -> Credential:
    fields: dict[str, Any] = {"shop_id": SHOP, "from_s": AT, "life_min": 30, **of_code}
    return issue.still(kind, fields.pop("subject", subject(0xE)), signer=by, **fields)


def read(text: str) -> Credential:
    found = parse(text)
    assert isinstance(found, Credential), found
    return found


def counts(text: str, where: Till, at_s: int) -> Verified:
    answer = verify(text, where, at_s)
    assert isinstance(answer, Verified), answer
    return answer


def refusal(text: str, where: Till, at_s: int, **more: Any) -> Refused:
    answer = verify(text, where, at_s, **more)
    assert isinstance(answer, Refused), answer
    return answer


@st.composite
def credentials(draw: st.DrawFn) -> Credential:
    """Any credential that can be written down, genuine or not."""
    shape = draw(st.sampled_from(Shape))
    fields: dict[str, Any] = {}
    if shape is Shape.MOVING:
        step_s = draw(st.sampled_from(STEPS_S))
        hours = draw(st.integers(1, min(24, STEPS_MAX * step_s // 3600)))
        fields = {
            "life_s": hours * 3600,
            "step_s": step_s,
            "index": draw(st.integers(1, hours * 3600 // step_s)),
            "link": draw(st.binary(min_size=12, max_size=12)),
        }
    else:
        fields = {"life_s": 60 * draw(st.integers(1, 60 * 24 * 31))}
    return Credential(
        kind=draw(st.sampled_from(Kind)),
        shape=shape,
        key_hint=draw(st.binary(min_size=2, max_size=2)),
        shop_hint=draw(st.binary(min_size=2, max_size=2)),
        subject=subject_of(draw(st.binary(min_size=10, max_size=10))),
        from_s=draw(st.integers(0, 2**32 - 1)),
        signature=draw(st.binary(min_size=64, max_size=64)),
        **fields,
    )
