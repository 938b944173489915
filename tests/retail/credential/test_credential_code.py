"""The text of a credential: one code, one text; any text, one answer."""

from typing import Any

import msgspec
import pytest
from credential_rig import AT, SHOP, credentials, live, paper, read
from hypothesis import given
from hypothesis import strategies as st

from retail.check import BrokenInvariantError
from retail.credential import base45
from retail.credential.code import (
    ANY_SHOP,
    TEXT_MAX,
    Credential,
    Kind,
    Shape,
    parse,
    shop_hint,
    subject_of,
    text_of,
)
from retail.credential.reasons import Reason

LIVE = live()
PARTS = bytes.fromhex("0000" * 2) + bytes(10) + AT.to_bytes(4, "big")


def moving_text(*, life_h: int = 12, step_s: int = 20, index: int = 1) -> str:
    """A text made by hand, so that it can say what no program would."""
    body = PARTS + bytes([life_h, step_s]) + index.to_bytes(2, "big") + bytes(12) + bytes(64)
    return "OSC1MR:" + base45.encode(body)


def still_text(minutes: int) -> str:
    return "OSC1ES:" + base45.encode(PARTS + minutes.to_bytes(2, "big") + bytes(64))


@given(credentials())
def test_what_is_written_is_read(credential: Credential) -> None:
    text = text_of(credential)
    assert parse(text) == credential
    assert len(text) <= TEXT_MAX


@given(
    st.one_of(
        st.text(max_size=400),
        st.text(base45.ALPHABET, max_size=160).map("OSC1MR:".__add__),
        st.from_regex(r"OSC[0-9][A-Z]{2}:[0-9A-Z $%*+./:-]{0,150}", fullmatch=True),
        credentials().map(text_of),
    )
)
def test_every_text_has_an_answer_and_every_code_one_text(text: str) -> None:
    found = parse(text)
    if isinstance(found, Credential):
        assert text_of(found) == text.strip().upper()
    else:
        assert found in (Reason.NOT_OURS, Reason.NEWER, Reason.DAMAGED)


@given(credentials(), st.data())
def test_a_code_with_a_letter_lost_is_damaged_and_never_another(
    credential: Credential, data: st.DataObject
) -> None:
    text = text_of(credential)
    at = data.draw(st.integers(7, len(text) - 1))
    assert parse(text[:at] + text[at + 1 :]) is Reason.DAMAGED


@pytest.mark.parametrize("around", ["{}\r\n", " {}", "\t{} "])
def test_what_a_scanner_puts_around_a_code_does_not_matter(around: str) -> None:
    assert parse(around.format(LIVE)) == read(LIVE)


def test_a_scanner_with_caps_lock_is_understood() -> None:
    assert parse(LIVE.lower()) == read(LIVE)


@pytest.mark.parametrize("text", ["OSC2" + LIVE[4:], "OSC1ZR:" + LIVE[7:], "OSC1MQ:" + LIVE[7:], "OSC9XX:"])
def test_a_version_kind_or_shape_to_come_is_named_as_newer(text: str) -> None:
    assert parse(text) is Reason.NEWER


@pytest.mark.parametrize(
    "text",
    [
        "",
        "OSC1",
        "OSC1MR",
        "4006381333931",
        "member:Zm9vYmFyYmF6",
        "HC1:6BF",
        LIVE + "0",
        "OſC1MR:",
        "SPRING",
    ],
)
def test_what_does_not_begin_like_one_is_left_to_others(text: str) -> None:
    assert parse(text) is Reason.NOT_OURS


@pytest.mark.parametrize(
    "text",
    [
        moving_text(life_h=0),
        moving_text(life_h=25),
        moving_text(step_s=0),
        moving_text(step_s=255),
        moving_text(step_s=10, life_h=13),
        moving_text(index=0),
        moving_text(index=2161),
        moving_text()[:-3],
        still_text(0),
        still_text(60 * 24 * 31 + 1),
        "OSC1ES:" + LIVE[7:],
        "OSC1MR:" + text_of(paper())[7:],
        "OSC1MR:",
    ],
)
def test_a_code_that_says_what_none_can_say_is_damaged(text: str) -> None:
    assert parse(text) is Reason.DAMAGED


def test_the_limits_themselves_are_read() -> None:
    assert read(moving_text(life_h=24, index=4320)).index == 4320
    assert read(moving_text(step_s=10, life_h=12, index=4320)).life_s == 12 * 3600
    assert read(still_text(60 * 24 * 31)).life_s == 31 * 86_400


@pytest.mark.parametrize(
    "wrong",
    [
        {"key_hint": b"1"},
        {"shop_hint": b"123"},
        {"subject": "anna@example.com"},
        {"subject": "4111111111111111"},
        {"signature": b""},
        {"from_s": 2**32},
        {"life_s": 90},
        {"step_s": 7},
        {"index": 0},
        {"link": b"short"},
        {"shape": Shape.STILL},
    ],
)
def test_a_credential_that_could_not_be_written_cannot_be_built(wrong: dict[str, Any]) -> None:
    with pytest.raises(BrokenInvariantError):
        msgspec.structs.replace(read(LIVE), **wrong)


def test_a_subject_is_made_of_ten_bytes() -> None:
    with pytest.raises(BrokenInvariantError):
        subject_of(b"anna")


def test_shops_have_hints_and_none_is_the_one_for_all() -> None:
    hints = {shop_hint(f"shop-{number}") for number in range(2000)}
    assert shop_hint("shop-11905") != ANY_SHOP  # its hash begins with 00 00
    assert len(hints) > 1900
    assert read(live(kind=Kind.BASKET, shop_id=SHOP)).shop_hint == shop_hint(SHOP)


def test_repr_shows_neither_link_nor_signature() -> None:
    credential = read(LIVE)
    assert repr(credential) == f"Credential(MEMBER, MOVING, …{credential.subject[-4:]}, index=1)"


def test_single_use_is_what_happens_once() -> None:
    assert {kind for kind in Kind if kind.is_single_use} == {Kind.BASKET, Kind.PICKUP, Kind.EXIT}
