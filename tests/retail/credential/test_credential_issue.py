"""What a phone can do with a grant: the chain, one way only."""

import base64
import hashlib
from typing import Any

import msgspec
import pytest
from credential_rig import (
    ANNA,
    AT,
    DAY,
    LANE,
    LAST_LINK,
    OTHER_SHOP,
    SERVICE,
    SHOP,
    live,
    paper,
    phone,
    read,
    signer,
    till,
)
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from retail.check import BrokenInvariantError
from retail.credential import base45, chain, issue
from retail.credential.code import Kind, text_of
from retail.credential.issue import Grant
from retail.credential.verify import Verified, verify

ALL_DAY = phone(life_h=24)


@given(st.integers(0, DAY - 1))
def test_a_phone_alone_has_a_code_that_counts_in_every_second_of_its_grant(after_s: int) -> None:
    text = issue.shown(ALL_DAY, AT + after_s)
    assert text is not None
    assert isinstance(verify(text, till(), AT + after_s), Verified)


@pytest.mark.parametrize("at_s", [AT - 1, AT + 12 * 3600])
def test_outside_its_grant_a_phone_shows_nothing(at_s: int) -> None:
    assert issue.shown(phone(), at_s) is None


def test_a_code_moves_on_every_step_and_never_comes_back() -> None:
    shown = [live(AT + second) for second in range(0, 1200, 10)]
    assert len(set(shown)) == 60
    assert all(first == second for first, second in zip(shown[::2], shown[1::2], strict=True))


def test_who_sees_a_code_can_make_those_before_it_only() -> None:
    """Known: link 5. Links 4 to 0 follow by hashing; link 6 hashes to 5 and is nowhere to be had."""
    fifth = read(live(AT + 80))
    assert fifth.index == 5
    assert chain.back(fifth.head, 5, fifth.link, to=4) == read(live(AT + 60)).link
    sixth = read(live(AT + 100))
    assert chain.back(sixth.head, 6, sixth.link, to=5) == fifth.link
    pretended = msgspec.structs.replace(sixth, link=fifth.link)
    answer = verify(text_of(pretended), till(), AT + 100)
    assert not isinstance(answer, Verified)


def test_chains_of_two_people_have_nothing_in_common() -> None:
    """The same random end, which no service hands out twice, still gives other links."""
    first, second = read(live()), read(live(subject="AAAAAAAAAAAAAAAA"))
    assert first.link != second.link


def test_a_grant_travels_as_json_and_hides_its_secret() -> None:
    grant = phone()
    assert msgspec.json.decode(msgspec.json.encode(grant), type=Grant) == grant
    secret = base64.b64encode(LAST_LINK).decode()
    assert secret not in repr(grant)
    assert str(LAST_LINK) not in repr(grant)


def test_a_phone_written_from_the_page_alone_shows_the_same() -> None:
    """docs/credential.md, "The text" and "The chain", by hand: bytes, hashes, signature."""
    private = Ed25519PrivateKey.from_private_bytes((1).to_bytes(32, "big"))
    key_hint = hashlib.sha256(private.public_key().public_bytes_raw()).digest()[:2]
    shop_hint = hashlib.sha256(b"shop\0" + SHOP.encode()).digest()[:2]
    head = key_hint + shop_hint + base64.b32decode(ANNA) + AT.to_bytes(4, "big") + bytes([12, 20])
    links = {2160: LAST_LINK}
    for at in range(2160, 0, -1):
        before = b"open-self-checkout link 1\0" + head + at.to_bytes(2, "big") + links[at]
        links[at - 1] = hashlib.sha256(before).digest()[:12]
    shop = bytes([len(SHOP)]) + SHOP.encode()
    signature = private.sign(b"open-self-checkout credential 1\0BR" + shop + head + links[0])
    for index in (1, 2, 1000, 2160):
        expected = "OSC1BR:" + base45.encode(head + index.to_bytes(2, "big") + links[index] + signature)
        assert live(AT + (index - 1) * 20, Kind.BASKET, shop_id=SHOP) == expected


@pytest.mark.parametrize(
    "wrong",
    [
        {"last_link": b"short"},
        {"life_h": 25},
        {"life_h": 0},
        {"step_s": 30},
        {"step_s": 10, "life_h": 13},
        {"subject": "anna"},
        {"shop_id": "x" * 65},
        {"by": LANE, "kind": Kind.MEMBER},
        {"by": LANE, "kind": Kind.EXIT, "shop_id": OTHER_SHOP},
        {"by": LANE, "kind": Kind.EXIT, "shop_id": ""},
        {"from_s": AT + 60 * DAY},
    ],
)
def test_a_grant_that_no_till_would_take_is_not_made(wrong: dict[str, Any]) -> None:
    with pytest.raises(BrokenInvariantError):
        phone(**wrong)


def test_no_paper_code_for_what_may_be_shown_again_and_again() -> None:
    for kind in (Kind.MEMBER, Kind.WALLET):
        with pytest.raises(BrokenInvariantError):
            paper(kind, by=SERVICE)


def test_no_credential_outlives_its_key() -> None:
    last_day = signer(9, until_s=AT + 3600)
    with pytest.raises(BrokenInvariantError):
        paper(Kind.PICKUP, by=last_day, life_min=61)
    assert paper(Kind.PICKUP, by=last_day, life_min=60).until_s == AT + 3600


def test_a_signer_shows_no_key() -> None:
    assert repr(SERVICE) == f"Signer({SERVICE.key.hint.hex()})"
