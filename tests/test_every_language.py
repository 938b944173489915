"""Every text somebody may read or hear at a lane or a gate, in every language, as that language writes it.

The tables stand beside what they speak for, each in its own form; here they are walked as one. A module with
Chinese in it that is not walked fails the first test: so a new table cannot be forgotten.

Source: docs/screens.md, "Languages".
"""

import csv
import importlib
import json
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest

import kiosk.spoken
import retail.interventions
from gate import words as gate_words
from kiosk.app import out_of_service
from kiosk.payment.caisse_ap import words as caisse_ap
from kiosk.payment.words_of_terminals import told
from kiosk.payment.zvt.codec import texts as zvt
from kiosk.printer.words import words as of_receipt
from kiosk.spoken.words.entry import Words
from kiosk.ui.forms.keyboards import ROWS
from kiosk.ui.translations import FOLDER
from retail import basket_offers, digital_receipt, digital_receipt_words, donation
from retail.credential.reasons import Reason
from retail.interventions.words import Text
from retail.languages import FORMS_MARK, LANGUAGES, forms

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "assets" / "demo"
Said = dict[str, str]
"""Language to a text."""
OTHERS = [language for language in LANGUAGES if language != "en"]
BLANK = re.compile(r"{\w*}|%\d")
HAN = r"[\u4e00-\u9fff]"
NO_TABLES = {
    "kiosk/app/basket_file.py": "a sample's deposit, for who writes offers",
    "kiosk/app/doctor/machine.py": "letters that a font is asked for",
    "kiosk/app/selftest/parts.py": "letters that a font is asked for",
    "kiosk/printer/cells.py": "an example",
    "kiosk/printer/encoding.py": "an example",
    "kiosk/printer/test_page.py": "letters that a printer is asked for",
    "kiosk/ui/forms/pinyin.py": "sounds of Chinese",
    "retail/interventions/telling.py": "an example",
}
"""Modules with Chinese in them that say nothing to anybody."""
SAMPLES = ("kiosk/ui/samples/", "kiosk/ui/gallery/")
"""What lies there is for whoever looks at the product's pictures."""


def _held(package: ModuleType, kind: type) -> Iterator[tuple[str, Any]]:
    """Everything of a kind that some module of a package holds, however deep."""
    seen: set[int] = set()

    def look(value: object) -> Iterator[Any]:
        if id(value) in seen or isinstance(value, str | ModuleType | type):
            return
        seen.add(id(value))
        if isinstance(value, kind):
            yield value
        elif isinstance(value, Mapping):
            for one in value.values():
                yield from look(one)
        elif isinstance(value, tuple | list):
            for one in value:
                yield from look(one)
        elif names := getattr(value, "__struct_fields__", ()):
            for name in names:
                yield from look(getattr(value, name))

    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        for value in vars(importlib.import_module(module.name)).values():
            for one in look(value):
                yield module.name, one


def _screens() -> Iterator[Said]:
    found: dict[tuple[str, str], Said] = {}
    for language in OTHERS:
        for context in ElementTree.parse(FOLDER / f"kiosk_{language}.ts").getroot().iter("context"):
            for message in context.iter("message"):
                english = message.findtext("source", "")
                said = found.setdefault((context.findtext("name", ""), english), {"en": english})
                said[language] = message.findtext("translation", "")
    yield from found.values()


def _voice() -> Iterator[Said]:
    for _, one in _held(kiosk.spoken, Words):
        yield {language: one.in_language(language) for language in LANGUAGES}


def _interventions() -> Iterator[Said]:
    for _, one in _held(retail.interventions, Text):
        yield {language: str(one.of(language)) for language in LANGUAGES}


def _terminals() -> Iterator[Said]:
    tables = [*zvt._STATUS.values(), *zvt._RESULTS.values(), zvt._NO_PAYMENT]
    tables += [caisse_ap._FOLLOW, caisse_ap._STOP, caisse_ap._DECLINED]
    for texts in tables:
        yield {language: told(language, texts, zvt.LANGUAGES) for language in LANGUAGES}


def _paper() -> Iterator[Said]:
    for field in fields(of_receipt("en")):
        value = getattr(of_receipt("en"), field.name)
        if isinstance(value, dict):
            for key in value:
                yield {language: getattr(of_receipt(language), field.name)[key] for language in LANGUAGES}
        elif field.name != "language":
            yield {language: getattr(of_receipt(language), field.name) for language in LANGUAGES}


def _digital_receipt() -> Iterator[Said]:
    tables = {**digital_receipt._WORDS, **digital_receipt_words.MORE}
    for key in tables["en"]:
        yield {language: tables[language][key] for language in LANGUAGES}


def _names() -> Iterator[Said]:
    for names in (basket_offers.COUPON_NAMES, basket_offers.STAMP_NAMES, donation._NAMES):
        yield {"en": names[""], **{language: names.get(language, "") for language in OTHERS}}


def _codes() -> Iterator[Said]:
    for reason in Reason:
        yield {language: reason.words(language) for language in LANGUAGES}
    for sentences in gate_words._OWN.values():
        yield {language: sentences.get(language, "") for language in LANGUAGES}


def _closed() -> Iterator[Said]:
    for part in (0, 1):
        yield {language: texts[part] for language, texts in out_of_service.TEXTS.items()}


TABLES: dict[str, tuple[Callable[[], Iterator[Said]], int, tuple[str, ...]]] = {
    "screens": (_screens, 700, ("kiosk/ui/i18n/",)),
    "voice": (_voice, 180, ("kiosk/spoken/",)),
    "interventions": (_interventions, 250, ("retail/interventions/",)),
    "card terminals": (
        _terminals,
        50,
        ("kiosk/payment/zvt/codec/texts.py", "kiosk/payment/caisse_ap/words.py"),
    ),
    "receipts on paper": (_paper, 50, ("kiosk/printer/words.py",)),
    "receipts on phones": (_digital_receipt, 20, ("retail/digital_receipt.py",)),
    "names on receipts": (_names, 3, ("retail/basket_offers.py", "retail/donation.py")),
    "codes and the gate": (_codes, 29, ("retail/credential/reasons.py", "gate/words.py")),
    "out of service": (_closed, 2, ("kiosk/app/out_of_service.py",)),
}
"""Name to what yields its texts, how many there are at least, and where they stand."""
EVERYTHING = [(name, said) for name, (table, _, _) in TABLES.items() for said in table()]
SAME = {
    "de": {"AID", "OK", "Offline", "Online", "PIN", "Support", "Tel.", "Terminal", "minus "},
    "fr": {
        *("1 point", "AID", "OK", "PIN", "Points", "TOTAL", "Terminal", "Test", "Total", "Total {amount}."),
        *(
            "centime",
            "centimes",
            "dollar",
            "dollars",
            "euro",
            "fen",
            "franc",
            "francs",
            "yen",
            "yuan",
        ),
        *("code {0}", "pence", "penny", "signature", "plus {name} {price}"),
    },
    "es": {
        *("AID", "OK", "PIN", "Subtotal", "TOTAL", "Tel.", "Terminal", "Total", "Total {amount}.", "chip"),
        *("euro", "fen", "yen", "yuan"),
    },
    "zh": {"AID"},
    "ar": {"AID"},
}
"""What is written as in English; anything else that is, was forgotten."""
NO_WORDS = re.compile(r"(?:{\w+}|kg|[\W\d_])*")
"""Of a text that is blanks and marks alone."""


def _forms(said: Said, language: str) -> list[str]:
    return said[language].split(FORMS_MARK)


def test_every_module_that_says_something_is_walked() -> None:
    walked = [place for _, _, places in TABLES.values() for place in places]
    for top in ("kiosk", "retail", "gate"):
        for path in sorted((ROOT / top).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if re.search(HAN, path.read_text("utf-8")) and not name.startswith(SAMPLES):
                assert name in NO_TABLES or any(name.startswith(place) for place in walked), name


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_found(name: str) -> None:
    least = TABLES[name][1]
    assert sum(1 for table, _ in EVERYTHING if table == name) >= least


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_in_english(language: str) -> None:
    same = set()
    for name, said in EVERYTHING:
        english = said["en"]
        assert said.get(language) or (language == "zh" and english == " and "), (name, english)
        if said[language] == english and not NO_WORDS.fullmatch(english):
            assert english in SAME[language], (name, english)
            same.add(english)
    assert same == SAME[language]


@pytest.mark.parametrize("language", OTHERS)
def test_blanks_are_those_of_the_english(language: str) -> None:
    for name, said in EVERYTHING:
        wanted = sorted(BLANK.findall(said["en"]))
        # what bends with its number has the number in it
        own = {"{n}"} if "{n}" not in said["en"] and FORMS_MARK in said[language] else set()
        *few, many = _forms(said, language)
        assert sorted(one for one in BLANK.findall(many) if one not in own) == [
            one for one in wanted if one not in own
        ], (name, said["en"])
        for part in few:  # a form for one or two may have a word in the place of the number
            assert set(BLANK.findall(part)) <= {*wanted, *own}, (name, said["en"])


@pytest.mark.parametrize("language", OTHERS)
def test_plural_forms_are_as_many_as_the_language_has(language: str) -> None:
    for name, said in EVERYTHING:
        assert len(_forms(said, language)) in (1, forms(language)), (name, said["en"])


def test_french_marks_stand_behind_a_space_that_does_not_break() -> None:
    for name, said in EVERYTHING:
        text = said["fr"]
        assert not re.search("[ \u202f]:|[^\u00a0]:(?![/\\d])", text), (name, text)
        assert not re.search("[^\u202f][;!?»]|«(?!\u202f)", text), (name, text)
        assert not re.search(r" [%€](?!\d)", text), (name, text)
        assert not re.search(r"\b([Tt]u|[Tt]es|[Tt]oi|[Tt]on)\b", text), ("vous, in a shop", name, text)


def test_spanish_questions_and_exclamations_are_opened() -> None:
    for name, said in EVERYTHING:
        text = said["es"]
        assert (text.count("¿"), text.count("¡")) == (text.count("?"), text.count("!")), (name, text)
        assert not re.search(r"\b([Tt]ú|[Tt]us|[Tt]ienes|[Pp]uedes)\b", text), (
            "usted, in a shop",
            name,
            text,
        )


def test_chinese_marks_are_as_wide_as_its_letters() -> None:
    for name, said in EVERYTHING:
        text = said["zh"]
        assert not re.search(rf"{HAN} ?[,;:!?](?!\S*[A-Za-z])|[,;:!?]{HAN}|{HAN} {HAN}", text), (name, text)


def test_arabic_marks_face_its_letters() -> None:
    for name, said in EVERYTHING:
        assert not re.search("[\u0600-\u06ff] ?[,;?]", said["ar"]), (name, said["ar"])
        assert not re.search("[\u0660-\u0669\u06f0-\u06f9]", said["ar"]), (
            "digits are Western",
            name,
            said["ar"],
        )


def test_the_demo_shop_names_its_goods_and_offers_in_every_language() -> None:
    with (DEMO / "catalogue.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            assert all(row[f"name_{language}"] for language in OTHERS), row["name"]
    terms = json.loads((DEMO / "offers.json").read_text("utf-8"))
    named = [*_named(terms), *_named(json.loads((DEMO / "personal_offers.json").read_text("utf-8")))]
    assert len(named) > 40
    for one in named:
        assert set(one["names"]) == set(OTHERS), one["name"]


def _named(value: Any) -> Iterator[dict[str, Any]]:
    """Whatever has names, however deep."""
    if isinstance(value, list):
        for one in value:
            yield from _named(one)
    elif isinstance(value, dict):
        if "names" in value:
            yield value
        for one in value.values():
            yield from _named(one)


def test_every_language_has_its_keyboard() -> None:
    assert set(ROWS) == set(LANGUAGES)
