"""Goods are found by what people call them: languages, plurals, accents, beginnings, mistakes, categories."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.catalogue import Product
from retail.check import BrokenInvariantError
from retail.lookup.hours import Hours
from retail.lookup.index import LIMIT_MAX, Found, Lookup, Moment
from retail.lookup.words import WORDS_MAX, stem, words, words_of_name

NOON = Moment(day=738_000, hour=12)
GOODS = [
    ("Apples, loose", "Äpfel, lose", "散装苹果", "produce/fruit"),
    ("Bananas", "Bananen", "香蕉", "produce/fruit"),
    ("Tomatoes", "Tomaten", "番茄", "produce/vegetables"),
    ("Potatoes", "Kartoffeln", "土豆", "produce/vegetables"),
    ("Strawberries", "Erdbeeren", "草莓", "produce/fruit"),
    ("Pretzel roll", "Laugenbrötchen", "椒盐卷饼", "bakery"),
    ("Crème fraîche", "Crème fraîche", "鲜奶油", "dairy"),
    ("Red pepper", "Rote Paprika", "红甜椒", "produce/vegetables"),
    ("Green pepper", "Grüne Paprika", "青椒", "produce/vegetables"),
]
PINYIN = {"香蕉": "xiangjiao", "番茄": "fan qie"}
CATEGORIES = {"produce/fruit": {"": "Fruit", "de": "Obst", "zh": "水果"}, "bakery": {"de": "Backwaren"}}


def product(number: int, english: str, german: str, chinese: str, category: str) -> Product:
    return Product(
        key=f"{number:014d}",
        gtin=str(number),
        names={"": english, "de": german, "zh": chinese},
        price_minor=199,
        currency="EUR",
        tax_rate_bp=700,
        category=category,
        unit="kg",
    )


@cache
def shop() -> Lookup:
    goods = [product(number, *names) for number, names in enumerate(GOODS)]
    return Lookup(
        goods, category_names=CATEGORIES, readings=lambda name: [PINYIN[name]] if name in PINYIN else []
    )


def found(typed: str, **how: object) -> list[str]:
    return [one.product.names[""] for one in shop().ask(typed, NOON, **how)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Apples", "Apples, loose"),
        ("apple", "Apples, loose"),
        ("APFEL", "Apples, loose"),
        ("äpfel", "Apples, loose"),
        ("aepfel", "Apples, loose"),
        ("苹果", "Apples, loose"),
        ("果", "Apples, loose"),
        ("bana", "Bananas"),
        ("bannana", "Bananas"),
        ("bananna", "Bananas"),
        ("xiangjiao", "Bananas"),
        ("xiang", "Bananas"),
        ("fan qie", "Tomatoes"),
        ("tomato", "Tomatoes"),
        ("tomatos", "Tomatoes"),
        ("tomate", "Tomatoes"),
        ("tmoato", "Tomatoes"),
        ("potatoe", "Potatoes"),
        ("kartofel", "Potatoes"),
        ("strawberry", "Strawberries"),
        ("strawbery", "Strawberries"),
        ("erdbeere", "Strawberries"),
        ("laugenbrotchen", "Pretzel roll"),
        ("laugenbroetchen", "Pretzel roll"),
        ("creme fraiche", "Crème fraîche"),
        ("brötchen", "Pretzel roll"),
        ("broetche", "Pretzel roll"),
        ("berries", "Strawberries"),
        ("pepper red", "Red pepper"),
        ("grüne pap", "Green pepper"),
        ("红", "Red pepper"),
    ],
)
def test_the_product_meant_comes_first(typed: str, first: str) -> None:
    assert found(typed)[:1] == [first]


@pytest.mark.parametrize("typed", ["fruit", "Obst", "水果", "obs"])
def test_a_category_finds_what_is_in_it(typed: str) -> None:
    assert set(found(typed)) == {"Apples, loose", "Bananas", "Strawberries"}


def test_a_category_narrows_and_can_be_walked() -> None:
    assert shop().categories() == ("bakery", "dairy", "produce", "produce/fruit", "produce/vegetables")
    assert set(found("p", category="bakery")) == {"Pretzel roll"}
    assert set(found("p", category="produce/vegetables")) >= {"Red pepper", "Green pepper", "Potatoes"}
    assert found("banana", category="bakery") == []


def test_how_it_fits_is_said_and_better_fits_come_first() -> None:
    whys = {one.product.names[""]: one.why for one in shop().ask("p", NOON)}
    assert whys["Potatoes"] == "begins"
    assert whys["Bananas"] == "category"  # produce
    order = [one.why for one in shop().ask("p", NOON)]
    assert order == sorted(order, key=("name", "begins", "ends", "category", "spelling").index)
    assert shop().ask("bannana", NOON)[0].why == "spelling"
    assert shop().ask("banana", NOON)[0].why in ("name", "begins")


def test_what_nobody_sells_finds_nothing_and_part_of_a_question_finds_its_part() -> None:
    assert found("zzzzzz") == []
    assert found("!!!") == []
    assert found("organic bananas") == ["Bananas"]


def test_what_sells_at_this_hour_comes_first() -> None:
    hours = Hours()
    goods = [product(number, *names) for number, names in enumerate(GOODS)]
    lookup = Lookup(goods, hours)
    red, green = goods[7], goods[8]
    hours.learn(green.key, NOON.day, 12, times=3)
    hours.learn(red.key, NOON.day, 20, times=5)
    assert [one.product for one in lookup.ask("pepper", NOON)] == [green, red]
    assert [one.product for one in lookup.ask("pepper", Moment(NOON.day, 20))] == [red, green]
    assert lookup.ask("", NOON)[0] == Found(green, "sells")
    assert [one.product for one in lookup.ask("", NOON, category="bakery")] == []


def test_questions_have_limits() -> None:
    assert len(shop().ask("p", NOON, limit=2)) == 2
    for limit in (0, LIMIT_MAX + 1):
        with pytest.raises(BrokenInvariantError):
            shop().ask("p", NOON, limit=limit)


@given(st.sampled_from(GOODS), st.integers(0, 2))
def test_a_name_typed_as_it_stands_finds_its_product(names: tuple[str, ...], language: int) -> None:
    assert names[0] in found(names[language])


@given(st.sampled_from([names for names in GOODS if len(names[0]) > 7]), st.data())
def test_one_wrong_letter_in_a_long_word_is_forgiven(names: tuple[str, ...], data: st.DataObject) -> None:
    word = names[0].split(",")[0].split()[0]
    if len(word) < 7:
        return
    at = data.draw(st.integers(1, 4))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    assert names[0] in found(word[:at] + letter + word[at + 1 :])


@given(st.text(max_size=300), st.integers(1, LIMIT_MAX))
def test_whatever_is_typed_is_answered_the_same_way_twice(typed: str, limit: int) -> None:
    answer = shop().ask(typed, NOON, limit=limit)
    assert len(answer) <= limit
    assert len({one.product.key for one in answer}) == len(answer)
    assert shop().ask(typed, NOON, limit=limit) == answer


@given(st.text(max_size=400))
def test_words_are_few_folded_and_their_own_stems(text: str) -> None:
    made = words(text)
    assert len(made) <= WORDS_MAX
    assert len(set(made)) == len(made)
    assert all(stem(word) == word for word in made)
    assert set(made[: WORDS_MAX // 2]) <= set(words_of_name(text))


@given(st.text("abcdefgäöüéßÄÖ", min_size=1, max_size=20))
def test_capitals_and_accents_make_no_difference(word: str) -> None:
    assert words(word.upper()) == words(word.lower())
