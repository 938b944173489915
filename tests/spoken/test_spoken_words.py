"""The voice has words for whatever the lane can say: complete, in every language, with the same figures."""

import re
import string

import pytest

from kiosk.checkout.state import Phase
from kiosk.spoken import reasons
from kiosk.spoken.screens import SAYS
from kiosk.spoken.words import codes, commands, coupons, listening, money, screens, short
from kiosk.spoken.words.entry import LANGUAGES, Words
from kiosk.ui.words import messages, refusals
from kiosk.ui.words import tenders as tender_words
from retail.journal.events import Refusal

TABLES: dict[str, dict[str, Words]] = {
    "goods": codes.GOODS,
    "members": codes.MEMBERS,
    "coupons": coupons.COUPONS,
    "commands": commands.COMMANDS,
    "payments": money.PAYMENTS,
    "value": money.VALUE,
    "points": money.POINTS,
    "printer": money.PRINTER,
    "screens": screens.SCREENS,
    "changes": short.CHANGES,
    "above": short.ABOVE,
    "choices": short.CHOICES,
    "listening": listening.LISTENING,
}
ALL = [(f"{table}.{key}", words) for table, rows in TABLES.items() for key, words in rows.items()]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize(("where", "words"), ALL, ids=[where for where, _ in ALL])
def test_each_text_is_there_in_each_language_with_the_same_figures(where: str, words: Words) -> None:
    assert all(text.strip() == text and text for text in words)
    assert places(words.en) == places(words.de) == places(words.zh)
    assert re.search(r"[\u3000-\u9fff\uff00-\uffef]", words.zh)
    assert not re.search(r"[\u4e00-\u9fff]", words.en + words.de)


@pytest.mark.parametrize(("where", "words"), ALL, ids=[where for where, _ in ALL])
def test_nobody_is_told_to_touch_what_they_cannot_see(where: str, words: Words) -> None:
    assert not re.search(r"\b(touch|tap|click)\b", words.en, re.IGNORECASE)
    assert not re.search(r"tipp(en|e)? |berühr", words.de, re.IGNORECASE)
    assert not re.search(r"点按|点击|触摸|轻触", words.zh)


@pytest.mark.parametrize(("where", "words"), ALL, ids=[where for where, _ in ALL])
def test_german_shoppers_are_addressed_in_one_way(where: str, words: Words) -> None:
    assert not re.search(r"\b([Dd]u|[Dd]ein\w*|[Dd]ich|[Dd]ir)\b", words.de)


def test_every_phase_has_a_screen_for_the_ears() -> None:
    assert set(SAYS) == set(Phase)


@pytest.mark.parametrize("refusal", Refusal)
def test_every_way_in_which_a_payment_ends_unpaid_says_whether_money_moved(refusal: Refusal) -> None:
    assert "charged" in reasons.payment_refused(refusal, "en")
    assert "abgebucht" in reasons.payment_refused(refusal, "de")
    assert "扣" in reasons.payment_refused(refusal, "zh")


def test_what_the_screen_explains_the_voice_explains() -> None:
    assert set(refusals.NOT_FOUND) <= set(reasons.CODES)
    assert set(tender_words.VALUE_REASONS) <= set(money.VALUE)
    assert set(refusals.POINTS_REASONS) <= set(money.POINTS)
    assert set(messages.PRINTER_REASONS) <= set(money.PRINTER)
    assert set(messages.REFUSED_COMMAND) | set(tender_words.REFUSED_TENDER) <= set(commands.COMMANDS)
    assert reasons.BEHIND_THE_SCENES == messages.REFUSED_BEHIND_THE_SCENES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_nobody_foresaw_still_says_something_true(language: str) -> None:
    for told in (
        reasons.refused("something_new", language),
        reasons.not_found("something_new", language),
        reasons.value_reason("something_new", language),
        reasons.points_reason("something_new", language),
        reasons.printer_reason("something_new", language),
    ):
        assert told
    assert reasons.refused("late_payment_answer", language) == ""


def test_what_needs_weighing_is_told_by_whether_there_is_a_scale() -> None:
    assert "colleague" in reasons.not_found("needs_weight", "en")
    assert "scale" in reasons.not_found("needs_weight", "en", has_scale=True)
