"""Every text of the pages speaks German too, with the same places to fill in; amounts are for people."""

import ast
import re
import string
import zoneinfo
from pathlib import Path

import msgspec
import pytest

from retail.interventions.kinds import KINDS
from retail.interventions.rights import RIGHTS
from retail.wire import alert_texts
from store.data.journals.return_books import LOOKS
from store.data.lanes.alerts import Alert
from store.data.people.interests import INTERESTS
from store.office.pages import exits, lanes, learned, live, orders, reports, sales, shell, words
from store.office.pages.words import Words, texts
from store.reports import weights

OFFICE = Path(words.__file__).resolve().parent.parent
STORIES = tuple((OFFICE.parent / "reports").glob("story*.py"))
BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")
AT = 1_800_028_800_000_000
"""2027-01-15T16:00:00 UTC."""


def in_templates() -> set[str]:
    found = set()
    for path in (OFFICE / "templates").glob("*.html"):
        source = path.read_text(encoding="utf-8")
        found |= {match[2] for match in re.finditer(r"""\bt\(\s*(["'])((?:(?!\1).)*)\1""", source)}
    return found


def in_code() -> set[str]:
    found = set()
    for path in (OFFICE / "pages").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_text = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "text"
            if is_text and node.args and isinstance(node.args[0], ast.Constant):  # type: ignore[attr-defined]
                found.add(node.args[0].value)  # type: ignore[attr-defined]
    return found


def in_story() -> set[str]:
    """Texts a history is told in: every constant given as `text`, or put into a name `text` or `where`."""
    found = set()
    for node in (one for path in STORIES for one in ast.walk(ast.parse(path.read_text(encoding="utf-8")))):
        is_text = isinstance(node, ast.keyword) and node.arg == "text"
        if is_text or (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in ("text", "where")):
            found |= {
                one.value
                for one in ast.walk(node.value)  # type: ignore[attr-defined]
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            }
    return {text for text in found if text.strip().count(" ") and "(?" not in text}


def in_tables() -> set[str]:
    menu = {title for title, _ in shell.MENU} | {item.text for _, items in shell.MENU for item in items}
    tables = (
        words.MESSAGES, live.PHASES, live.CONDITIONS, live.ALERT_KINDS, lanes.COMMANDS, lanes.EVENTS,
        sales.SENTENCES, alert_texts.TEXTS, orders.STATES, orders.REFUSED, learned.REASONS, INTERESTS,
        weights.VERDICTS, weights.WHYS, LOOKS, exits.WHY,
        {word: kind.name for word, kind in KINDS.items()},
        {action: right.text for action, right in RIGHTS.items()},
    )  # fmt: skip
    spans = {text for _, text, _ in reports.SPANS}
    return menu | spans | {text for table in tables for text in table.values()}


def test_every_text_has_its_german() -> None:
    missing = (in_templates() | in_code() | in_story() | in_tables()) - texts("de").keys()
    assert sorted(missing) == []
    assert len(in_templates()) > 300
    assert len(in_story()) > 40


def test_translations_fill_in_the_same_places() -> None:
    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    wrong = {english for english, german in texts("de").items() if places(english) != places(german)}
    assert wrong == set()


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            [
                "€1,234.50",
                "15 Jan 2027, 17:00",
                "7 %",
                "4.4 %",
                "1,234",
                "1.236 kg",
                "2 min 05 s",
                "1 h 00 min",
            ],
        ),
        (
            "de",
            [
                "1.234,50\u00a0€",
                "15.01.2027, 17:00",
                "7 %",
                "4,4 %",
                "1.234",
                "1,236 kg",
                "2 min 05 s",
                "1 h 00 min",
            ],
        ),
        (
            "xx",
            [
                "€1,234.50",
                "15 Jan 2027, 17:00",
                "7 %",
                "4.4 %",
                "1,234",
                "1.236 kg",
                "2 min 05 s",
                "1 h 00 min",
            ],
        ),
    ],
)
def test_amounts_times_and_lengths_are_written_for_people(language: str, expected: list[str]) -> None:
    one = Words(language, "EUR", BERLIN)
    written = [
        one.amount(123450), one.moment(AT), one.rate(700), one.share(0.0442, 1), one.number(1234),
        one.weight(1236), one.length(125), one.length(3600),
    ]  # fmt: skip
    assert written == expected


def test_axis_amounts_lose_only_empty_cents() -> None:
    one, german = Words("en", "EUR", BERLIN), Words("de", "EUR", BERLIN)
    assert [one.round_amount(minor) for minor in (300_000, 250, 200, 0)] == ["€3,000", "€2.50", "€2", "€0"]
    assert german.round_amount(300_000) == "3.000\u00a0€"
    assert Words("en", "JPY", BERLIN).round_amount(3000) == "¥3,000"


def test_message_of_an_unknown_word_is_nothing() -> None:
    assert Words("en", "EUR", BERLIN).message("<script>") == ""
    assert Words("de", "EUR", BERLIN).message("saved") == "Gespeichert."


def alert(**told: object) -> Alert:
    fields = {
        "alert_id": "a", "terminal_id": "1-1", "kind": "device", "text": "As it came.", "severity": "staff",
        "transaction_id": "", "source": "lane", "raised_at": 0, "received_at": 0, "seen_by": "", "seen_at": 0,
        "cleared_by": "", "cleared_at": 0, **told,
    }  # fmt: skip
    return msgspec.convert(fields, Alert)


@pytest.mark.parametrize(
    ("told", "german"),
    [
        ({"text_key": "help"}, "Es wird um Hilfe gebeten."),
        (
            {
                "text_key": "device",
                "values": {
                    "device": "Printer",
                    "trouble": "The receipt printer has no paper. Load a new roll and close the cover.",
                },
            },
            "Drucker: Der Bondrucker hat kein Papier. Neue Rolle einlegen und Klappe schließen.",
        ),
        (
            {"text_key": "device", "values": {"device": "Terminal", "trouble": "COM7 {is} odd"}},
            "Kartengerät: COM7 {is} odd",
        ),
        ({"text_key": "intervention.age_check"}, "Altersprüfung"),
        ({"text_key": "device", "values": {"device": "Printer"}}, "As it came."),
        ({"text_key": "of a newer lane", "values": {"n": "1"}}, "As it came."),
        ({"text": "{0.__class__} {no such}", "text_key": ""}, "{0.__class__} {no such}"),
        ({"text": "A shopper asks for help."}, "Es wird um Hilfe gebeten."),
    ],
)
def test_an_alert_is_said_in_the_language_of_the_page_or_as_it_came(
    told: dict[str, object], german: str
) -> None:
    assert live.said(alert(**told), Words("de", "EUR", BERLIN)) == german
    assert live.said(alert(**told), Words("en", "EUR", BERLIN))
