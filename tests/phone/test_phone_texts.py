"""Every text of the phone pages in every language, with the same places to fill in."""

import ast
import re
import zoneinfo
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.data.people import interests
from store.phone import agreements, offers, orders, shell, wallet, words

ROOM = Path(words.__file__).parent
PLACES = re.compile(r"\{(\w+)\}")
OTHERS = [code for code, _ in words.LANGUAGES if code != "en"]
_CALL = re.compile(r"""\bt\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
_ELSE = re.compile(r"""else t\("([^"]*)"\)""")


def in_templates() -> Iterator[str]:
    for path in sorted((ROOM / "templates").glob("*.html")):
        text = path.read_text("utf-8")
        yield from (ast.literal_eval(found) for found in _CALL.findall(text))
        yield from _ELSE.findall(text)


TOLD = ("goods.py", "order_prices.py", "ordering.py", "wallet_ordering.py")
"""Modules that return what is told."""


def in_modules() -> Iterator[str]:
    """What is handed to `text`, or told as a mistake or a problem."""
    for path in sorted(ROOM.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "text" and node.args:
                yield from _constants(node.args[0])
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "mistake":
                yield from _constants(node.value)
            if isinstance(node, ast.keyword) and node.arg == "mistake":
                yield from _constants(node.value)
            if isinstance(node, ast.Return) and path.name in TOLD:
                yield from (one for one in _constants(node.value) if " " in one)


def _constants(node: ast.expr | None) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from (*_constants(node.body), *_constants(node.orelse))
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value


def in_tables() -> Iterator[str]:
    yield from (tab.text for tab in shell.TABS)
    yield from shell.MESSAGES.values()
    yield from offers._WHY_NOT.values()
    yield from wallet.KINDS.values()
    yield from orders.STATES.values()
    yield orders.UNPAID
    yield from interests.INTERESTS.values()
    for one in agreements.AGREEMENTS:
        yield from (one.title, one.text)


ALL = sorted({*in_templates(), *in_modules(), *in_tables()})


def test_there_are_texts_to_check() -> None:
    assert len(ALL) > 120
    assert "To join, please agree to the membership." in ALL
    assert "This code is not one of our goods." in ALL


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_has_a_translation_with_the_same_places(language: str) -> None:
    known = words.texts(language)
    missing = [text for text in ALL if text not in known]
    assert missing == []
    other = [text for text in ALL if set(PLACES.findall(text)) != set(PLACES.findall(known[text]))]
    assert other == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_left_over(language: str) -> None:
    assert sorted(set(words.texts(language)) - set(ALL)) == []


@pytest.mark.parametrize(
    ("wished", "spoken"),
    [
        (("fr-CH", "de"), "fr"),
        (("it", "de-AT"), "de"),
        (("xx",), "en"),
        ((), "en"),
        (words.of_header("nl, fr;q=0.8, de;q=0.7"), "fr"),
        (words.of_header("x" * 100_000), "en"),
    ],
)
def test_a_phone_gets_the_first_language_it_asks_for_that_is_spoken(
    wished: tuple[str, ...], spoken: str
) -> None:
    assert words.chosen(wished, "en") == spoken


def test_amounts_and_days_are_written_as_people_of_each_language_write_them() -> None:

    zone = zoneinfo.ZoneInfo("Europe/Berlin")
    written = {
        code: (speaks.amount(123456), speaks.day("2027-01-05"), speaks.rate(1900), speaks.weight(1250))
        for code, _ in words.LANGUAGES
        for speaks in [words.Words(code, "EUR", zone)]
    }
    assert written == {
        "en": ("€1,234.56", "5 Jan 2027", "19%", "1.250 kg"),
        "de": ("1.234,56\u00a0€", "05.01.2027", "19\u00a0%", "1,250 kg"),
        "fr": ("1\u202f234,56\u00a0€", "5 janv. 2027", "19\u00a0%", "1,250 kg"),
    }
