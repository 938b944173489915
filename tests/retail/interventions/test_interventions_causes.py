"""Causes and reasons are told in the language of whoever reads them, and never lose what they say."""

import re
from pathlib import Path

import pytest

from retail.catalogue import LANGUAGES
from retail.interventions import causes
from retail.interventions.causes import CODE_MAX, cause_text, not_on_file
from retail.interventions.kinds import KINDS, TABLE
from retail.interventions.reasons import REASONS, reason_text
from retail.interventions.risk import CAUSES
from retail.interventions.words import SelfClear

SOURCES = Path(causes.__file__).parent
WRITERS = ("watch.py", "goods_watch.py", "bagging.py", "engine.py", "follow.py")


def written() -> set[str]:
    """Every cause that a rule writes whole, as a literal."""
    found = set()
    for name in WRITERS:
        source = (SOURCES / name).read_text(encoding="utf-8")
        found |= set(re.findall(r'why="([^"]+)"', source)) | set(re.findall(r'why = "([^"]+)"', source))
        found |= set(re.findall(r'_on\(line, "\w+", "([^"]+)"', source))
    return found


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_every_cause_that_a_rule_writes_has_words(language: str) -> None:
    assert len(written()) > 10
    untold = {why for why in written() if cause_text(why, language) == why}
    assert untold == set()
    assert all(cause_text(one.name.lower(), language) != one.name.lower() for one in SelfClear)
    assert all(reason_text(code, language) != code for code in REASONS)


@pytest.mark.parametrize(
    ("why", "german"),
    [
        ("from 16 years", "ab 16 Jahren"),
        ("expired on 2027-01-14", "abgelaufen am 2027-01-14"),
        ("12 over 10", "12, erlaubt 10"),
        ("100 units over 60", "100 Einheiten, erlaubt 60"),
        ("3 in a row", "3 Mal hintereinander"),
        ("unknown 4012345678901", "Code 4012345678901"),
        ("partial: random", "einige Artikel: zufällig ausgewählt"),
        ("full: voided, weight_cleared", "alles: Artikel gestrichen, Gewichte angenommen"),
        ("nothing_wrong", "Es war alles in Ordnung"),
        ("end_of_day", "Tagesende"),
        ("+120 g", "+120 g"),
        ("paper_end", "paper_end"),
        ("partial: {0} {odd}", "einige Artikel: {0} {odd}"),
        ("a newer lane's own words {0}", "a newer lane's own words {0}"),
    ],
)
def test_figures_and_what_nobody_declared_stay_as_they_came(why: str, german: str) -> None:
    assert cause_text(why, "de") == german


def test_every_cause_of_a_check_has_words() -> None:
    told = cause_text(f"full: {', '.join(CAUSES)}", "de")
    assert not any(cause in told for cause in CAUSES)


def test_a_code_that_is_not_on_file_is_told_with_it_and_cut() -> None:
    assert not_on_file("unknown", "4012345678901") == "unknown 4012345678901"
    assert not_on_file("unknown", " \x00\n") == "unknown"
    assert not_on_file("not_a_product", "x" * 5_000) == "not_a_product " + "x" * CODE_MAX
    assert cause_text(not_on_file("unknown", "{0}"), "de") == "Code {0}"


def test_an_unknown_item_is_first_of_all_taken_away() -> None:
    assert KINDS["item_not_on_file"].approve_reasons[0] == "item_taken_away"


def test_what_staff_do_is_said_in_every_language() -> None:
    for kind in TABLE:
        assert len({kind.staff_do.of(language) for language in LANGUAGES}) == len(LANGUAGES)
