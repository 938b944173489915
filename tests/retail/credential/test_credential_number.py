"""The number to say or type: slips show, guesses end, and nobody is taken for somebody else."""

import hashlib
import hmac

import pytest
from credential_rig import ANNA, AT, subject
from hypothesis import given
from hypothesis import strategies as st

from retail.check import BrokenInvariantError
from retail.credential.attempts import PER_SHOP, PER_TILL, Attempts, Limit, failed, may_try
from retail.credential.code import Kind
from retail.credential.number import (
    CANDIDATES_MAX,
    Number,
    NumberMatch,
    check_digits,
    find,
    key_for,
    number_at,
    read_number,
    spoken,
)
from retail.credential.reasons import Reason
from retail.credential.replay import Seen, remember

SHOP_KEY = b"the shop's key for numbers"
MINUTE = AT // 60 * 60
KEY = key_for(SHOP_KEY, Kind.MEMBER, ANNA)
NUMBERS = st.builds(
    number_at,
    st.binary(min_size=32, max_size=32),
    st.sampled_from(Kind),
    st.integers(0, 2**33),
)


def typed(text: str) -> Number:
    found = read_number(text)
    assert isinstance(found, Number), found
    return found


def people(count: int) -> list[tuple[str, bytes]]:
    return [(subject(who), key_for(SHOP_KEY, Kind.MEMBER, subject(who))) for who in range(count)]


def test_digits_are_those_of_the_rfc() -> None:
    """RFC 6238, appendix B, SHA-256, eight digits; its steps have 30 seconds, ours 60: time 59 is step 1."""
    seed = b"12345678901234567890123456789012"
    for its_time, digits in ((59, "46119246"), (1111111109, "68084774"), (20000000000, "77737706")):
        number = number_at(seed, Kind.MEMBER, its_time // 30 * 60)
        assert number[1:9] == digits


@pytest.mark.parametrize("payload", ["794", "794044", "0", "499999999"])
def test_check_digits_leave_one(payload: str) -> None:
    assert int(payload + check_digits(payload)) % 97 == 1


def test_check_digits_of_the_standard() -> None:
    """ISO/IEC 7064, 9.3: 794 has 44."""
    assert check_digits("794") == "44"


def test_anna_is_known_by_her_number_for_this_minute_and_the_next() -> None:
    number = typed(number_at(KEY, Kind.MEMBER, MINUTE))
    candidates = [*people(50), (ANNA, KEY)]
    for at_s in (MINUTE, MINUTE + 119):
        assert find(number, candidates, at_s) == NumberMatch(kind=Kind.MEMBER, subject=ANNA, shown_s=MINUTE)
    for at_s in (MINUTE - 1, MINUTE + 120):
        assert find(number, candidates, at_s) is Reason.UNKNOWN


def test_a_number_counts_once() -> None:
    found = find(typed(number_at(KEY, Kind.MEMBER, MINUTE)), [(ANNA, KEY)], MINUTE)
    assert isinstance(found, NumberMatch)
    first = remember(Seen(), found.replay_key, found.shown_s, "sale-1", MINUTE)
    again = remember(first.seen, found.replay_key, found.shown_s, "sale-2", MINUTE + 119)
    assert (first.reason, again.reason) == (None, Reason.COPIED)


def test_of_two_whom_a_number_fits_it_names_none() -> None:
    number = typed(number_at(KEY, Kind.MEMBER, MINUTE))
    assert find(number, [(ANNA, KEY), (subject(1), KEY)], MINUTE) is Reason.UNKNOWN
    assert isinstance(find(number, [(ANNA, KEY), (ANNA, KEY)], MINUTE), NumberMatch)


def test_a_number_of_another_kind_or_shop_fits_nobody() -> None:
    other_kind = number_at(key_for(SHOP_KEY, Kind.EXIT, ANNA), Kind.EXIT, MINUTE)
    assert find(typed(other_kind), [(ANNA, KEY)], MINUTE) is Reason.UNKNOWN
    other_shop = number_at(key_for(b"another", Kind.MEMBER, ANNA), Kind.MEMBER, MINUTE)
    assert find(typed(other_shop), [(ANNA, KEY)], MINUTE) is Reason.UNKNOWN


def test_nobody_is_looked_for_among_too_many() -> None:
    number = typed(number_at(KEY, Kind.MEMBER, MINUTE))
    crowd = ((ANNA, KEY) for _ in range(CANDIDATES_MAX + 1))
    assert find(number, crowd, MINUTE) is Reason.BUSY


def test_a_number_is_read_however_it_is_written() -> None:
    number = number_at(KEY, Kind.MEMBER, MINUTE)
    for text in (number, spoken(number), f" {number[:3]}-{number[3:]}\n", f"{number[:5]}.{number[5:]}"):
        assert typed(text) == typed(number)


@given(NUMBERS, st.integers(0, 10), st.sampled_from("0123456789"))
def test_a_wrong_digit_shows(number: str, at: int, digit: str) -> None:
    wrong = number[:at] + digit + number[at + 1 :]
    assert isinstance(read_number(wrong), Number) is (wrong == number)


@given(NUMBERS, st.integers(0, 9))
def test_two_swapped_digits_show(number: str, at: int) -> None:
    wrong = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    assert isinstance(read_number(wrong), Number) is (wrong == number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4006381333931",
        "96385074",
        "012345678905",
        "+4917123456",
        "01712345678",
        "17123456789",
        "2471108153x",
        "２４７１１０８１５３６",
        "9" * 100,
    ],
)
def test_products_and_telephones_are_no_numbers_of_ours(text: str) -> None:
    assert read_number(text) is Reason.NOT_OURS


@given(st.text(max_size=80))
def test_any_text_has_an_answer(text: str) -> None:
    found = read_number(text)
    assert isinstance(found, Number) or found in (Reason.NOT_OURS, Reason.DAMAGED)


def test_repr_shows_no_digit() -> None:
    assert repr(typed(number_at(KEY, Kind.MEMBER, MINUTE))) == "Number(MEMBER)"


def test_each_subject_has_a_key_that_tells_no_other() -> None:
    assert hmac.new(SHOP_KEY, b"number\0M" + ANNA.encode(), hashlib.sha256).digest() == KEY
    assert len({key for _, key in people(100)}) == 100


# guessing


def guess(attempts: Attempts, times: int, at_s: int, limit: Limit = PER_TILL) -> Attempts:
    for _ in range(times):
        attempts = failed(attempts, at_s, limit)
    return attempts


def test_five_wrong_numbers_close_the_keypad_for_ten_minutes() -> None:
    four = guess(Attempts(), 4, AT)
    assert may_try(four, AT) is None
    five = failed(four, AT)
    assert may_try(five, AT + 599) is Reason.LOCKED
    assert may_try(five, AT + 600) is None
    assert five.wrong_s == ()


def test_wrong_numbers_of_long_ago_do_not_count() -> None:
    four = guess(Attempts(), 4, AT)
    assert may_try(failed(four, AT + 600), AT + 600) is None
    assert may_try(failed(four, AT + 599), AT + 599) is Reason.LOCKED


def test_a_closed_keypad_is_not_kept_closed_by_more_guesses() -> None:
    locked = guess(Attempts(), 5, AT)
    assert guess(locked, 100, AT + 500) == locked


def test_a_dozen_tills_together_come_to_the_shops_limit() -> None:
    shop = guess(Attempts(), 49, AT, PER_SHOP)
    assert may_try(shop, AT) is None
    assert may_try(failed(shop, AT, PER_SHOP), AT) is Reason.LOCKED


@given(st.lists(st.integers(0, 400), max_size=200), st.integers(1, 6))
def test_no_stretch_of_time_holds_more_guesses_than_the_limit(waits: list[int], tries_max: int) -> None:
    limit = Limit(tries_max=tries_max)
    attempts, at_s, tried = Attempts(), AT, []
    for wait_s in waits:
        at_s += wait_s
        if may_try(attempts, at_s) is None:
            tried.append(at_s)
            attempts = failed(attempts, at_s, limit)
        assert len(attempts.wrong_s) < tries_max
    for moment in tried:
        assert sum(moment <= other < moment + limit.within_s for other in tried) <= tries_max


@pytest.mark.parametrize(
    ("tries_max", "within_s", "locked_s"), [(0, 1, 1), (1001, 1, 1), (1, 0, 1), (1, 1, 0)]
)
def test_a_limit_that_limits_nothing_is_none(tries_max: int, within_s: int, locked_s: int) -> None:
    with pytest.raises(BrokenInvariantError):
        Limit(tries_max=tries_max, within_s=within_s, locked_s=locked_s)
