"""A shop's terms are read whole or refused with every mistake named; what is odd but possible is handled."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from retail import terms as terms_module
from retail.basket import Line
from retail.catalogue import Product
from retail.coupons.model import Redemption
from retail.coupons.parse import parse_coupon
from retail.priced import PricedBasket
from retail.pricing import Basket, Pricer
from retail.terms import Terms, TermsRefusedError, no_terms, read_terms
from retail.terms_checks import COPIES_MAX

OFFERS_PAGE = Path(__file__).parents[2] / "docs" / "offers.md"
PERCENT = {"type": "percent", "percent_bp": 1000}
SPRING = {
    "id": "spring",
    "layer": "coupon",
    "eligibility": [{"test": "code", "code": "store:SPRING"}],
    "derivation": [{"type": "amount", "amount_minor": 100}],
}
CODES = [{"code": "SPRING", "valid_until": "2026-12-31"}]


def read(file: dict[str, Any] | str, currency: str = "EUR") -> Terms:
    text = file if isinstance(file, str) else json.dumps({"currency": "EUR", **file})
    return read_terms(text.encode(), currency)


def mistakes(file: dict[str, Any] | str, currency: str = "EUR") -> list[str]:
    with pytest.raises(TermsRefusedError) as refused:
        read(file, currency)
    assert refused.value.count >= len(refused.value.mistakes) > 0
    return [str(mistake) for mistake in refused.value.mistakes]


def priced(terms: Terms, price_minor: int, at: str, count: int = 1) -> PricedBasket:
    product = Product(
        key="tea", gtin="", names={"": "Tea"}, price_minor=price_minor, currency="EUR", tax_rate_bp=700
    )
    line = Line(line_id=1, product=product, quantity=count)
    return Pricer(terms).finish(Basket(lines=(line,), started_at=at, currency="EUR"))


NOON = "2026-11-24T12:00:00+01:00"


# --- what is read -----------------------------------------------------------------------------------------


def test_every_section_may_be_left_out() -> None:
    terms = no_terms("EUR")
    assert (terms.offers, len(terms.store_codes), terms.stamps, terms.next_visit) == ((), 0, (), ())
    assert (terms.points.earn, terms.points.spend, terms.marked_down_takes_offers) == (None, None, False)


def test_a_version_names_the_bytes() -> None:
    assert no_terms("EUR").version == no_terms("EUR").version
    assert no_terms("EUR").version != no_terms("CHF").version
    assert read({"offers": []}).version != read({"offers": [], "stamps": []}).version


def test_codes_find_the_offers_they_trigger() -> None:
    either = {
        "id": "either",
        "eligibility": [
            {"test": "any_of", "tests": [{"test": "code", "code": "store:SPRING"}, {"test": "member"}]}
        ],
        "derivation": [PERCENT],
    }
    terms = read({"offers": [SPRING, either], "coupons": {"codes": CODES}})
    assert [offer.id for offer in terms.by_code["store:SPRING"]] == ["spring", "either"]
    coupon = parse_coupon("spring", terms.coupon_rules, terms.store_codes).coupon
    assert coupon is not None
    assert (coupon.coupon_id, coupon.redemption) == ("store:SPRING", Redemption.LOCAL_OK)


def test_the_parts_shown_in_the_documentation_are_terms() -> None:
    page = OFFERS_PAGE.read_text(encoding="utf-8").partition("## The file")[2]
    shown = re.search(r'\n    "coupons": \{.*?\n\n', page, re.DOTALL)
    assert shown is not None
    codes = ("store:SPRING10", "store:THANKS2")
    offers = [
        {
            "id": code[6:],
            "layer": "coupon",
            "eligibility": [{"test": "code", "code": code}],
            "derivation": [PERCENT],
        }
        for code in codes
    ]
    terms = read(f'{{"currency": "EUR", "offers": {json.dumps(offers)}, {shown[0]} }}')
    assert terms.points.earn is not None
    assert terms.points.earn.days[0].multiplier == 3
    assert terms.coupon_rules.ean_patterns[0].prefix == "984"
    assert terms.next_visit_serial_length("thanks-2") == 12
    assert terms.next_visit_serial_length("nothing") == 0
    assert terms.campaigns["ean:981210001"].copies == 2


# --- what is refused --------------------------------------------------------------------------------------


def test_two_offers_with_one_id_are_refused() -> None:
    one = {"id": "tea", "derivation": [PERCENT]}
    assert mistakes({"offers": [one, one]}) == ["offer 'tea', id: another offer has the same id"]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"type": "amount", "amount_minor": -100}, "amount_minor: -100 is not from 1 to"),
        ({"type": "amount", "amount_minor": 10**12}, "amount_minor: 1000000000000 is not from 1 to"),
        ({"type": "new_price", "price_minor": -1}, "price_minor: -1 is not from 0 to"),
        ({"type": "percent", "percent_bp": 10_001}, "percent_bp: 10001 is not from 1 to 10000"),
        ({"type": "percent", "percent_bp": 12.5}, "Expected `int`, got `float`"),
        ({"type": "gratis"}, "Invalid value 'gratis'"),
    ],
)
def test_an_absurd_amount_is_refused_before_it_reaches_a_lane(form: dict[str, Any], words: str) -> None:
    (said,) = mistakes({"offers": [{"id": "odd", "derivation": [form]}]})
    assert said.startswith("offer 'odd', derivation[0]")
    assert words in said


def test_another_currency_is_refused() -> None:
    assert mistakes('{"currency": "CHF", "offers": []}') == ["currency: 'CHF' in a shop that sells in EUR"]


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"coupons": {"codes": CODES}}, "coupons.codes[0]: no offer asks for the code 'SPRING'"),
    ({"offers": [SPRING]}, "offer 'spring', eligibility: no code 'SPRING' stands in coupons.codes"),
    ({"offers": [{**SPRING, "id": "ean:1"}], "coupons": {"codes": CODES}}, "offer 'ean:1', id: begins like"),
    ({"offers": [{"id": "x", "names": {"de": "a\x1b"}, "derivation": [PERCENT]}]}, "offer 'x', names"),
    ({"offers": [{"id": "x", "derivation": [{"type": "next_visit", "amount_minor": 5}], "layer": "basket"}]},
     "offer 'x', derivation: next_visit has no coupon worth 5"),
    ({"coupons": {"codes": [{"code": "AB"}]}}, "coupons.codes: code 'AB' is not 4 to 32"),
    ({"coupons": {"codes": [{"code": "SPRING", "colour": 1}]}}, "coupons.codes[0]: Object contains unknown"),
    ({"coupons": {"campaigns": [{"coupon": "ours:1"}]}}, "coupons.campaigns[0].coupon: 'ours:1' names no"),
    ({"coupons": {"campaigns": [{"coupon": "ean:1"}] * 2}}, "coupons.campaigns[1].coupon: 'ean:1' stands"),
    ({"coupons": {"campaigns": [{"coupon": "ean:1", "copies": COPIES_MAX + 1}]}}, "copies: 21 is not from 1"),
    ({"coupons": {"campaigns": [{"coupon": "ean:1", "of": {"ids": [""]}}]}}, "[0].of.ids: holds an empty"),
    ({"coupons": {"families": [{"key": "1", "family": "650"}]}}, "families[0].key: '1' is not a GTIN-14"),
    ({"coupons": {"families": [{"key": "00614141000012", "family": "6"}]}}, "family: is not three digits"),
    ({"coupons": {"retailer_ids": ["x"]}}, "coupons.retailer_ids: are at most"),
    ({"members": {"card_prefixes": ["2"]}}, "members: a card number begins with at least two fixed digits"),
    ({"members": {"card": 1}}, "members: Object contains unknown field `card`"),
    ({"points": {"earn": {"per_minor": 0}}}, "points: points are earned per amount"),
    ({"points": {"earn": {"days": [{"multiplier": 0}]}}}, "points: points are multiplied by 1 to 100"),
    ({"points": {"earn": {"points": 10**9}}}, "points.earn.points: is not from 0"),
    (
        {"points": {"earn": {"days": [{"multiplier": 3, "weekdays": [1, 0]}]}}},
        "points.earn.days[0].weekdays: a weekday is 1 (Monday) to 7",
    ),
    (
        {
            "points": {
                "earn": {"days": [{"multiplier": 2, "first_day": "2027-02-01", "last_day": "2027-01-31"}]}
            }
        },
        "points.earn.days[0].last_day: is before first_day",
    ),
    ({"points": {"spend": {"amount_minor": 10**10}}}, "points.spend.amount_minor: is more than"),
    ({"points": {"pending_days": -1}}, "points.pending_days: is not from 0"),
    ({"points": {"offline_points_max": -1}}, "points.offline_points_max: is negative"),
    ({"points": {"tiers": [{"name": "a", "points": 1}] * 2}}, "points.tiers: are at most 20"),
    ({"points": {"tiers": [{"name": "A", "points": 1}]}}, "points.tiers[0].name: is not a plain lower word"),
    ({"points": {"tiers": [{"name": "a", "points": 1, "days": 0}]}}, "points.tiers[0]: takes points within"),
    ({"stamps": [{"card": "Coffee", "of": {"ids": ["x"]}}]}, "stamps[0].card: 'Coffee' is not a plain"),
    ({"stamps": [{"card": "c", "of": {"ids": ["x"]}}] * 2}, "stamps[1].card: 'c' stands twice"),
    ({"stamps": [{"card": "c", "of": {}}]}, "stamps[0].of: names no goods"),
    ({"stamps": [{"card": "c", "of": {"ids": ["x"]}, "stamps_needed": 0}]}, "stamps[0].stamps_needed"),
    ({"next_visit": [{"value_minor": 0, "code": "THANKS"}]}, "next_visit[0].value_minor: 0 is not from 1"),
    ({"next_visit": [{"value_minor": 5, "code": "THANKS"}]}, "next_visit[0].code: 'THANKS' has no serial"),
    ({"next_visit": [{"value_minor": 5, "code": "T", "valid_days": 0}]}, "next_visit[0].valid_days: 0"),
    ({"next_visit": [{"value_minor": 5, "code": "T", "from_minor": -1}]}, "next_visit[0].from_minor: -1 is"),
    ({"sale": True}, "file: Object contains unknown field `sale`"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "words"), REFUSED)
def test_a_mistake_is_named_with_its_place(file: dict[str, Any], words: str) -> None:
    found = mistakes(file)
    assert any(words in one for one in found), found


def test_all_mistakes_are_told_at_once() -> None:
    found = mistakes(
        {
            "offers": [{"id": "a", "derivation": []}, {"id": "b", "derivation": [{"type": "x"}]}],
            "points": {"earn": {"per_minor": 0}},
            "stamps": [{"card": "c"}],
        }
    )
    assert [one.partition(":")[0] for one in found] == [
        "offer 'b', derivation[0].type", "offer 'a', derivation", "points", "stamps[0]",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "{", "[]", '"x"', "[" * 10_000, '{"currency": "EUR", "offers": [{]}'])
def test_what_is_no_json_object_is_refused_and_nothing_raised_beside(text: str) -> None:
    assert mistakes(text)


def test_a_file_beyond_all_measure_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms_module, "BYTES_MAX", 100)
    assert mistakes({"offers": [SPRING]}) == ["file: more than 100 bytes"]


def test_mistakes_beyond_the_limit_are_counted_not_listed() -> None:
    with pytest.raises(TermsRefusedError) as refused:
        read({"offers": [{"id": "same", "derivation": [PERCENT]}] * 301})
    assert (refused.value.count, len(refused.value.mistakes)) == (300, 200)
    assert "... and 100 more" in str(refused.value)


# --- odd, but possible ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "form",
    [
        {"type": "amount_each", "amount_minor": 500},
        {"type": "amount", "amount_minor": 5000},
        {"type": "percent", "percent_bp": 10_000},
        {"type": "nth_unit", "quantity": 1},
    ],
)
@pytest.mark.parametrize("layer", ["item", "basket"])
def test_an_offer_worth_more_than_its_goods_makes_them_free_and_never_negative(
    form: dict[str, Any], layer: str
) -> None:
    both = [{"id": name, "layer": layer, "derivation": [form]} for name in ("one", "two")]
    answer = priced(read({"offers": both}), 299, NOON, count=3)
    assert {unit.paid_minor for unit in answer.units} == {0}
    assert (answer.total_minor, answer.saving_minor) == (0, 897)


def test_a_price_that_was_never_raised_is_not_raised_by_an_offer() -> None:
    dear = {"id": "dear", "layer": "shelf", "derivation": [{"type": "new_price", "price_minor": 999}]}
    answer = priced(read({"offers": [dear]}), 299, NOON)
    assert (answer.total_minor, answer.offers) == (299, ())


HAPPY = {
    "id": "happy",
    "eligibility": [{"test": "window", "from_minute": 120, "to_minute": 180}],
    "derivation": [PERCENT],
}
NIGHT = {
    "id": "night",
    "eligibility": [{"test": "window", "from_minute": 1380, "to_minute": 60, "weekdays": [5]}],
    "derivation": [PERCENT],
}


@pytest.mark.parametrize(
    ("at", "applies"),
    [
        ("2026-10-25T02:30:00+02:00", True),
        ("2026-10-25T02:30:00+01:00", True),
        ("2026-10-25T03:00:00+01:00", False),
        ("2026-03-29T01:59:00+01:00", False),
        ("2026-03-29T03:00:00+02:00", False),
    ],
    ids=["before the clock goes back", "the same hour again", "after it", "before the jump", "after it too"],
)  # fmt: skip
def test_when_clocks_change_the_clock_on_the_wall_counts(at: str, applies: bool) -> None:
    assert bool(priced(read({"offers": [HAPPY]}), 299, at).offers) is applies


@pytest.mark.parametrize(
    ("at", "applies"),
    [
        ("2026-11-27T22:59:59+01:00", False),
        ("2026-11-27T23:00:00+01:00", True),
        ("2026-11-28T00:59:59+01:00", True),
        ("2026-11-28T01:00:00+01:00", False),
        ("2026-11-28T23:30:00+01:00", False),
    ],
)
def test_a_night_belongs_to_the_day_it_began(at: str, applies: bool) -> None:
    assert bool(priced(read({"offers": [NIGHT]}), 299, at).offers) is applies


def test_a_purchase_over_midnight_keeps_the_offers_it_began_with() -> None:
    """The basket carries its start; what the clock says at paying is not asked."""
    last_day = {
        "id": "last",
        "eligibility": [{"test": "window", "last_day": "2026-11-24"}],
        "derivation": [PERCENT],
    }
    terms = read({"offers": [last_day]})
    assert priced(terms, 299, "2026-11-24T23:59:59+01:00").saving_minor == 30
    assert priced(terms, 299, "2026-11-25T00:00:00+01:00").saving_minor == 0
