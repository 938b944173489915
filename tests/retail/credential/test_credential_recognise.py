"""What the feed tells a till, and who a code or number is by it: once, in time, and nobody else."""

import msgspec
import pytest
from credential_rig import (
    ANNA,
    AT,
    DAY,
    OTHER_SHOP,
    SERVICE,
    SHOP,
    STRANGER,
    live,
    phone,
    read,
    signer,
    subject,
)

from retail.credential import number, recognise, told
from retail.credential.attempts import PER_TILL
from retail.credential.code import Kind
from retail.credential.number import Number, read_number
from retail.credential.reasons import Reason
from retail.credential.recognise import Memory, Recognised
from retail.credential.told import NumberKey, Told
from retail.credential.trust import FOR_EVER, KEYS_MAX, KEYS_PER_HINT_MAX, Revocation, TrustedKey
from retail.languages import LANGUAGES

SHOP_KEY = bytes(range(32))
USE = "transaction-1"


def open_number(who: str = ANNA, until_s: int = AT + DAY) -> NumberKey:
    key = number.key_for(SHOP_KEY, Kind.MEMBER, who)
    return NumberKey(kind=Kind.MEMBER, subject=who, key=key, until_s=until_s)


def heard(*rows: tuple[str, bytes], keys: tuple[TrustedKey, ...] = (SERVICE.key,)) -> Told:
    return told.read([*(told.key_row(key) for key in keys), *rows])


def by_code(
    text: str, what: Told, memory: Memory | None = None, at_s: int = AT, use: str = USE, shop_id: str = SHOP
) -> Recognised:
    return recognise.by_code(read(text), what, memory or Memory(), shop_id=shop_id, at_s=at_s, use=use)


def by_number(
    typed: str, what: Told, memory: Memory | None = None, at_s: int = AT, use: str = USE
) -> Recognised:
    number_read = read_number(typed)
    assert isinstance(number_read, Number)
    return recognise.by_number(number_read, what, memory or Memory(), at_s=at_s, use=use)


def test_every_row_comes_back_as_it_was_told() -> None:
    revocation = Revocation(subject=ANNA, before_s=AT)
    what = heard(told.revoked_row(revocation), told.number_row(open_number()), ("help_text", b'"Hi"'))
    assert what.trust.named(SERVICE.key.hint) == (SERVICE.key,)
    assert what.revoked.covers(ANNA, AT - 1)
    assert not what.revoked.covers(ANNA, AT)
    assert (what.numbers, what.left_out) == ((open_number(),), 0)


@pytest.mark.parametrize(
    "row",
    [
        (told.KEY + "x", b"{}"),
        (told.KEY + "x", b"\xff"),
        (told.KEY + "x", msgspec.json.encode({"public": "AA==", "from_s": 0, "until_s": 1})),
        (told.REVOKED + ANNA, b"[]"),
        (told.NUMBER + ANNA, b"[" * 100_000),
    ],
)
def test_a_row_that_cannot_be_read_is_counted_and_takes_no_other_away(row: tuple[str, bytes]) -> None:
    what = heard(row)
    assert what.left_out == 1
    assert by_code(live(), what).key is not None


def test_more_keys_than_a_till_believes_are_left_out() -> None:
    keys = tuple(signer(seed).key for seed in range(10, 10 + KEYS_MAX))
    what = heard(keys=(SERVICE.key, *keys))
    assert what.trust.count == KEYS_MAX
    assert what.left_out == 1


def test_keys_made_to_share_a_hint_stop_at_the_limit() -> None:
    same = [(f"{told.KEY}{at}", told.key_row(SERVICE.key)[1]) for at in range(KEYS_PER_HINT_MAX + 3)]
    what = told.read(same)
    assert (what.trust.count, what.left_out) == (KEYS_PER_HINT_MAX, 3)


def test_a_live_code_names_the_member() -> None:
    found = by_code(live(), heard())
    assert found.key is not None
    assert found.key.value == f"#{ANNA}"


@pytest.mark.parametrize(
    ("what", "text", "after_s", "shop_id", "reason"),
    [
        ("a picture a minute later", live(), 60, SHOP, Reason.OLD),
        ("a phone an hour slow", live(), 3600, SHOP, Reason.OLD),
        ("a phone an hour fast", live(AT + 3600), 0, SHOP, Reason.AHEAD),
        ("signed by a stranger", live(by=STRANGER), 0, SHOP, Reason.UNKNOWN_KEY),
        ("of another shop", live(shop_id=OTHER_SHOP), 0, SHOP, Reason.WRONG_SHOP),
        ("a basket", live(kind=Kind.BASKET, shop_id=SHOP), 0, SHOP, Reason.WRONG_KIND),
        (
            "a letter changed",
            live()[:-2] + ("0" if live()[-2] != "0" else "1") + live()[-1],
            0,
            SHOP,
            Reason.FORGED,
        ),
    ],
)
def test_what_is_refused_has_words_and_is_not_remembered(
    what: str, text: str, after_s: int, shop_id: str, reason: Reason
) -> None:
    found = by_code(text, heard(), at_s=AT + after_s, shop_id=shop_id)
    assert (found.reason, found.key, found.memory) == (reason, None, Memory()), what
    assert all(reason.words(language) for language in LANGUAGES)


def test_a_phone_that_was_reported_stops_and_the_next_one_counts() -> None:
    what = heard(told.revoked_row(Revocation(subject=ANNA, before_s=AT + 1)))
    assert by_code(live(), what).reason is Reason.REVOKED
    assert by_code(live(AT + 60, from_s=AT + 60), what, at_s=AT + 60).key is not None


def test_a_copy_in_the_same_minute_is_refused_to_another_sale_and_not_to_the_same() -> None:
    first = by_code(live(), heard())
    again = by_code(live(), heard(), first.memory, at_s=AT + 5)
    assert again.key == first.key
    copied = by_code(live(), heard(), again.memory, at_s=AT + 6, use="transaction-2")
    assert (copied.reason, copied.key) == (Reason.COPIED, None)


def test_a_number_names_whoever_has_it_open_once() -> None:
    what = heard(told.number_row(open_number()), told.number_row(open_number(subject(2))))
    typed = number.number_at(open_number().key, Kind.MEMBER, AT)
    found = by_number(typed, what)
    assert found.key is not None
    assert found.key.value == f"#{ANNA}"
    assert by_number(typed, what, found.memory, use="transaction-2").reason is Reason.COPIED


@pytest.mark.parametrize("after_s", [120, 3600])
def test_a_number_of_a_while_ago_is_nobodys(after_s: int) -> None:
    typed = number.number_at(open_number().key, Kind.MEMBER, AT)
    assert by_number(typed, heard(told.number_row(open_number())), at_s=AT + after_s).reason is Reason.UNKNOWN


def test_a_number_counts_neither_closed_nor_taken_back() -> None:
    typed = number.number_at(open_number().key, Kind.MEMBER, AT)
    closed = heard(told.number_row(open_number(until_s=AT)))
    revoked = heard(
        told.number_row(open_number()), told.revoked_row(Revocation(subject=ANNA, before_s=FOR_EVER))
    )
    assert by_number(typed, closed).reason is Reason.UNKNOWN
    assert by_number(typed, revoked).reason is Reason.UNKNOWN


def test_five_wrong_numbers_close_the_keypad_to_the_right_one_too() -> None:
    what, memory = heard(told.number_row(open_number())), Memory()
    right = number.number_at(open_number().key, Kind.MEMBER, AT)
    for guess in range(PER_TILL.tries_max):
        payload = f"2{guess:08d}"
        found = by_number(payload + number.check_digits(payload), what, memory)
        assert found.reason is Reason.UNKNOWN
        memory = found.memory
    assert by_number(right, what, memory).reason is Reason.LOCKED
    assert (
        by_number(right, what, memory, at_s=AT + 600).reason is Reason.UNKNOWN
    )  # over, and so is the number


def test_a_grant_shows_neither_its_secret_nor_whose_number_it_is() -> None:
    assert str(open_number().key) not in repr(open_number())
    assert phone().last_link.hex() not in repr(phone())
