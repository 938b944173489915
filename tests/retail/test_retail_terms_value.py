"""The terms of stored value: read whole, checked, told from members' cards."""

import msgspec
import pytest

from retail.stored_value.number import GiftNumber, make_number, read_number
from retail.terms import Terms, TermsRefusedError, no_terms, read_terms


def terms(**section: object) -> Terms:
    return read_terms(msgspec.json.encode({"currency": "EUR", "stored_value": section}), "EUR")


def test_a_shop_that_says_nothing_takes_nothing_without_asking() -> None:
    value = no_terms("EUR").stored_value
    assert (value.balance_max_minor, value.offline.worst_loss_minor(100), value.ean_prefixes) == (
        15_000,
        0,
        (),
    )


def test_a_section_says_limits_risks_and_how_numbers_begin() -> None:
    value = terms(
        balance_max_minor=20_000,
        load_max_minor=10_000,
        valid_days=1095,
        offline={"floor_minor": 500, "cards_per_day": 4},
        ean_prefixes=["2990"],
    ).stored_value
    assert value.offline.worst_loss_minor(3) == 6000
    number = make_number(lambda limit: limit // 7, "2990")
    assert isinstance(read_number(number.digits, value.numbers), GiftNumber)


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ({"balance_max": 5}, "balance_max"),
        ({"load_max_minor": 20_000}, "fits on an account"),
        ({"offline": {"floor_minor": -1}}, "not negative"),
        ({"ean_prefixes": ["2"]}, "2 to 4 fixed digits"),
        ({"ean_prefixes": ["2199"]}, "members' cards begin with 21"),
    ],
)
def test_mistakes_are_named(section: dict[str, object], words: str) -> None:
    with pytest.raises(TermsRefusedError, match=words):
        terms(**section)
