"""Members: recognised in three ways, known by nothing that names a person."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.check import BrokenInvariantError
from retail.member import (
    TEXT_MAX,
    Fault,
    KeyKind,
    Member,
    MemberRules,
    card_number,
    identify_scanned,
    identify_typed,
    phone_number,
)

RULES = MemberRules()
CARD = card_number("210000012345")


def key_of(text: str, rules: MemberRules = RULES, *, typed: bool = False) -> tuple[KeyKind, str]:
    found = (identify_typed if typed else identify_scanned)(text, rules)
    assert found.key is not None, found.fault
    return found.key.kind, found.key.value


@given(st.one_of(st.text(max_size=600), st.text("0123456789+-/() ", max_size=30)), st.booleans())
def test_every_text_gives_a_key_or_a_reason_and_never_both(text: str, typed: bool) -> None:
    found = (identify_typed if typed else identify_scanned)(text, RULES)
    assert (found.key is None) != (found.fault is None)


def test_a_scanned_credential_is_passed_on_unread_whatever_the_case_of_its_mark() -> None:
    assert key_of("member:abc.DEF_123-456") == (KeyKind.CREDENTIAL, "abc.DEF_123-456")
    assert key_of("MEMBER:abc.DEF_123-456") == (KeyKind.CREDENTIAL, "abc.DEF_123-456")
    assert identify_scanned("member:short", RULES).fault is Fault.NOT_A_MEMBER_CODE
    assert identify_scanned("member:" + "a" * (TEXT_MAX + 1), RULES).fault is Fault.TOO_LONG


def test_a_card_number_is_recognised_scanned_and_typed() -> None:
    assert key_of(CARD) == (KeyKind.CARD, CARD)
    assert key_of(f"{CARD[:4]} {CARD[4:]}", typed=True) == (KeyKind.CARD, CARD)


def test_a_mistyped_card_number_is_told_from_a_stranger() -> None:
    wrong = CARD[:-1] + str((int(CARD[-1]) + 1) % 10)
    assert identify_scanned(wrong, RULES).fault is Fault.BAD_CHECK_DIGIT
    assert identify_typed(wrong, RULES).fault is Fault.BAD_CHECK_DIGIT


@pytest.mark.parametrize("text", ["4111111111111111", "4006381333931", "5500005555555559", "2212345678901"])
def test_payment_cards_and_products_are_no_members(text: str) -> None:
    assert identify_scanned(text, RULES).fault is Fault.NOT_A_MEMBER_CODE


@pytest.mark.parametrize(
    "text",
    ["0171 2345678", "0171/234-56-78", "+49 171 2345678", "+49 (0)171 2345678", "0049 171 2345678",
     "(0171) 2345678"],
)  # fmt: skip
def test_one_phone_number_has_one_key_however_it_is_typed(text: str) -> None:
    assert key_of(text, typed=True) == (KeyKind.PHONE, "+491712345678")


def test_a_country_without_a_trunk_prefix_keeps_its_leading_digits() -> None:
    italy = MemberRules(country_code="39", trunk_prefix="")
    assert phone_number("06 1234 5678", italy) == "+390612345678"
    states = MemberRules(country_code="1", trunk_prefix="")
    assert phone_number("(212) 555-0123", states) == "+12125550123"
    assert phone_number("0041 44 668 18 00", italy) == "+41446681800"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("12", Fault.TOO_SHORT),
        ("", Fault.NOT_A_MEMBER_CODE),
        ("hello", Fault.NOT_A_MEMBER_CODE),
        ("+49 171 2345678 901234", Fault.NOT_A_MEMBER_CODE),
        ("٠١٢٣٤٥٦٧٨٩", Fault.NOT_A_MEMBER_CODE),
    ],
)
def test_what_is_no_number_is_refused(text: str, fault: Fault) -> None:
    assert identify_typed(text, RULES).fault is fault


def test_a_phone_number_is_never_read_from_a_scan() -> None:
    assert identify_scanned("01712345678", RULES).fault is Fault.NOT_A_MEMBER_CODE


def test_a_key_is_neither_too_short_nor_too_long() -> None:
    for length, found in ((7, False), (8, True), (400, True), (401, False)):
        assert (identify_scanned("member:" + "a" * length, RULES).key is not None) is found
    for digits, found in (
        ("+4912345", False),
        ("+49123456", True),
        ("+" + "1" * 15, True),
        ("+" + "1" * 16, False),
    ):
        assert (phone_number(digits, RULES) is not None) is found
    assert identify_typed("1" * (TEXT_MAX + 1), RULES).fault is Fault.TOO_LONG
    assert identify_typed("1" * TEXT_MAX, RULES).fault is Fault.NOT_A_MEMBER_CODE


def test_a_shops_cards_may_have_any_usual_length() -> None:
    for length in (8, 19):
        number = card_number("21".ljust(length - 1, "7"))
        assert key_of(number, MemberRules(card_digits=length)) == (KeyKind.CARD, number)


@given(st.from_regex(r"0[1-9][0-9]{8,11}", fullmatch=True))
def test_normalising_a_phone_number_again_changes_nothing(text: str) -> None:
    number = phone_number(text, RULES)
    assert number is not None
    assert phone_number(number, RULES) == number


@pytest.mark.parametrize(
    ("text", "typed"), [("0171 2345678", True), (CARD, False), ("member:abcdefgh12", False)]
)
def test_a_key_never_shows_itself(text: str, typed: bool) -> None:
    key = (identify_typed if typed else identify_scanned)(text, RULES).key
    assert key is not None
    for shown in (repr(key), f"{key}", key.masked(), repr([key])):
        assert key.value not in shown
        assert key.value[3:-2] not in shown


# --- what the lane may know ------------------------------------------------------------------------------


def test_a_members_tier_is_one_of_the_groups_offers_may_ask_for() -> None:
    member = Member(member_id="m-7Kq", tier="gold", groups=("staff",))
    assert member.offer_groups == {"staff", "tier-gold"}
    assert Member(member_id="m-7Kq").offer_groups == frozenset()


@pytest.mark.parametrize(
    "fields",
    [
        {"member_id": "anna@example.org"},
        {"member_id": "+491712345678"},
        {"member_id": "01712345678"},
        {"member_id": CARD},
        {"member_id": ""},
        {"member_id": "m1", "groups": ("Anna Schmidt",)},
        {"member_id": "m1", "tier": "Gold!"},
        {"member_id": "m1", "points": -1},
        {"member_id": "m1", "stamps": {"coffee": -1}},
        {"member_id": "m1", "order_number": 0},
        {"member_id": "m1", "groups": tuple(f"g{index}" for index in range(33))},
    ],
)
def test_a_member_that_names_a_person_or_makes_no_sense_cannot_be_built(fields: dict[str, object]) -> None:
    with pytest.raises(BrokenInvariantError):
        Member(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "name", ["3f9c2b7a-0d41-4e52-9a77-1c2d3e4f5a6b", "m00012345678", "1234567", "A" * 64]
)
def test_a_pseudonym_of_any_usual_kind_is_taken(name: str) -> None:
    assert Member(member_id=name).member_id == name


def test_a_member_may_be_in_many_groups() -> None:
    assert len(Member(member_id="m1", groups=tuple(f"g{index}" for index in range(32))).offer_groups) == 32


def test_a_member_has_no_field_for_a_person() -> None:
    names = {field.name for field in msgspec.structs.fields(Member)}
    assert names == {"member_id", "tier", "groups", "order_number", "points", "stamps", "uses"}


def test_a_member_survives_the_wire() -> None:
    member = Member(member_id="m-7Kq", tier="gold", groups=("staff",), points=120, stamps={"coffee": 4})
    assert msgspec.json.decode(msgspec.json.encode(member), type=Member) == member


@pytest.mark.parametrize(
    "fields",
    [
        {"card_prefixes": ("2",)},
        {"card_digits": 7},
        {"card_digits": 20},
        {"trunk_prefix": "012"},
        {"country_code": "4900"},
        {"credential_prefixes": ("",)},
        {"trunk_prefix": "abc"},
    ],
)
def test_rules_that_would_take_anything_for_a_member_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(BrokenInvariantError):
        MemberRules(**fields)  # type: ignore[arg-type]
