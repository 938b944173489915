"""Impossible offers are refused, naming offer, field and reason."""

import json
from typing import Any

import msgspec
import pytest

from retail.check import BrokenInvariantError
from retail.promotions.offer import Offer
from retail.promotions.units import Item
from retail.promotions.validate import MISTAKES_MAX, OffersRefusedError, read_offers

GOOD: dict[str, Any] = {
    "id": "tea-3for2",
    "name": "Tea 3 for 2",
    "derivation": [{"type": "nth_unit", "quantity": 3, "of": {"categories": ["tea"]}}],
}


def read(*offers: Any, currency: str = "EUR") -> list[Offer]:
    return read_offers(json.dumps({"currency": currency, "offers": list(offers)}).encode(), "EUR")


def refused(*offers: Any, currency: str = "EUR") -> list[tuple[str, str]]:
    with pytest.raises(OffersRefusedError) as caught:
        read(*offers, currency=currency)
    assert all(mistake.reason for mistake in caught.value.mistakes)
    return [(mistake.offer_id, mistake.field) for mistake in caught.value.mistakes]


def test_a_good_file_is_read_and_written_back_the_same() -> None:
    offers = read(GOOD)
    again = msgspec.json.encode({"currency": "EUR", "offers": offers})
    assert read_offers(again, "EUR") == offers


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"id": ""}, "id"),
        ({"name": "a\x1bb"}, "name"),
        ({"derivation": []}, "derivation"),
        ({"derivation": [{"type": "percent", "percent_bp": 10_001}]}, "derivation[0].percent_bp"),
        ({"derivation": [{"type": "percent", "percent_bp": -1}]}, "derivation[0].percent_bp"),
        ({"derivation": [{"type": "amount_each", "amount_minor": -5}]}, "derivation[0].amount_minor"),
        ({"derivation": [{"type": "new_price", "price_minor": -1}]}, "derivation[0].price_minor"),
        ({"derivation": [{"type": "nth_unit", "quantity": 2, "rewarded": 3}]}, "derivation[0].rewarded"),
        (
            {"derivation": [{"type": "group_price", "quantity": 0, "price_minor": 1}]},
            "derivation[0].quantity",
        ),
        ({"derivation": [{"type": "bundle", "slots": [], "price_minor": 1}]}, "derivation[0].slots"),
        ({"derivation": [{"type": "bundle", "slots": [{"of": {}}]}]}, "derivation[0].price_minor"),
        ({"derivation": [{"type": "per_group", "quantity": 2}]}, "derivation[0].amount_minor"),
        (
            {"derivation": [{"type": "distinct_set", "steps": [{"distinct": 1, "percent_bp": 5}]}]},
            "derivation[0].steps[0].distinct",
        ),
        (
            {
                "derivation": [
                    {
                        "type": "ladder",
                        "measure": "quantity",
                        "reward": "percent",
                        "steps": [{"at_least": 5, "reward": 100}, {"at_least": 5, "reward": 200}],
                    }
                ]
            },
            "derivation[0].steps",
        ),
        ({"layer": "shelf"}, "derivation[0]"),
        ({"eligibility": [{"test": "code", "code": "7" * 400}]}, "eligibility[0].code"),
        ({"eligibility": [{"test": "window", "to_minute": 1441}]}, "eligibility[0].to_minute"),
        ({"eligibility": [{"test": "window", "first_day": "2026-02-30"}]}, "eligibility[0].first_day"),
        ({"eligibility": [{"test": "any_of", "tests": []}]}, "eligibility[0].tests"),
        ({"eligibility": [{"test": "min_quantity", "quantity": 0}]}, "eligibility[0].quantity"),
        ({"limits": [{"scope": "basket"}]}, "limits[0].uses"),
        ({"limits": [{"scope": "basket", "uses": -1}]}, "limits[0].uses"),
        ({"priorty": 3}, "offer"),
        ({"derivation": [{"type": "percent", "percent_bp": 10.5}]}, "derivation[0].percent_bp"),
        ({"derivation": [{"type": "free_lunch"}]}, "derivation[0].type"),
    ],
)
def test_an_impossible_offer_is_refused_by_name_and_field(change: dict[str, Any], field: str) -> None:
    found = refused(GOOD | change)
    assert (change.get("id", "tea-3for2"), field) in found


def test_price_bands_must_not_be_crossed() -> None:
    of = {"price_from_minor": 500, "price_to_minor": 100}
    form = {"type": "percent", "percent_bp": 1000, "of": of}
    assert refused(GOOD | {"derivation": [form]}) == [("tea-3for2", "derivation[0].price_to_minor")]


def test_two_offers_with_one_id_are_refused() -> None:
    assert refused(GOOD, GOOD) == [("tea-3for2", "id")]


def test_another_currency_is_refused() -> None:
    assert refused(GOOD, currency="CHF") == [("", "currency")]


def test_a_file_that_is_no_file_is_refused() -> None:
    for data in (b"", b"{", b"[]", b'{"currency":"EUR"}', b"[" * 100_000):
        with pytest.raises(OffersRefusedError):
            read_offers(data, "EUR")


def test_many_mistakes_are_counted_beyond_those_listed() -> None:
    with pytest.raises(OffersRefusedError) as caught:
        read(*(GOOD | {"id": ""} for _ in range(MISTAKES_MAX)))
    assert len(caught.value.mistakes) == MISTAKES_MAX
    assert caught.value.count > MISTAKES_MAX
    assert "more" in str(caught.value)


@pytest.mark.parametrize("price", [-1, 10**13])
def test_a_negative_or_absurd_price_is_no_item(price: int) -> None:
    with pytest.raises(BrokenInvariantError):
        Item(id="a", price_minor=price)


def test_a_currency_is_refused_for_what_is_wrong_with_it() -> None:
    for named, shop, reason in (
        ("USD", "EUR", "'USD' in a shop that sells in EUR"),
        ("KWD", "KWD", "'KWD' is no currency that can be carried to a card terminal"),
    ):
        data = msgspec.json.encode({"currency": named, "offers": []})
        with pytest.raises(OffersRefusedError) as refused:
            read_offers(data, shop)
        assert [(one.field, one.reason) for one in refused.value.mistakes] == [("currency", reason)]
