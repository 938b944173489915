"""The table of kinds holds together, says what it must to shoppers, and is what the page shows."""

import inspect
from pathlib import Path

import msgspec
import pytest

from retail.check import BrokenInvariantError
from retail.interventions import events as v
from retail.interventions import page
from retail.interventions.deed_reasons import DEED_REASONS
from retail.interventions.kind import Kind
from retail.interventions.kinds import KINDS, TABLE
from retail.interventions.reasons import REASONS
from retail.interventions.words import Blocks, Clearer, Severity
from retail.journal import events as e

ROOT = Path(__file__).resolve().parents[3]
REPORTED = {"Timer", "Raise"}
"""What raises besides events."""


def test_all_forty_six_rows_are_there_in_their_order() -> None:
    assert [kind.number for kind in TABLE] == list(range(1, 47))


@pytest.mark.parametrize("kind", TABLE, ids=lambda kind: kind.word)
def test_what_raises_a_kind_is_an_event_or_a_declared_report(kind: Kind) -> None:
    known = {name for module in (e, v) for name, _ in inspect.getmembers(module, inspect.isclass)}
    assert set(kind.raised_by) <= known | REPORTED


@pytest.mark.parametrize("kind", TABLE, ids=lambda kind: kind.word)
def test_texts_are_three_languages_and_not_one_copied(kind: Kind) -> None:
    for text in (kind.title, kind.body):
        assert len({text.en, text.de, text.zh}) == 3
        assert any("一" <= letter <= "鿿" for letter in text.zh), "Chinese is written in Chinese"
        assert "�" not in text.en + text.de + text.zh


@pytest.mark.parametrize("kind", TABLE, ids=lambda kind: kind.word)
def test_shoppers_are_told_what_to_do_without_blame(kind: Kind) -> None:
    told = f"{kind.title.en} {kind.body.en}".lower()
    assert not {"stole", "theft", "steal", "suspect", "illegal", "forbidden", "error"} & set(told.split())
    assert kind.body.en.endswith((".", "”.", "?"))


@pytest.mark.parametrize("word", ["payment_declined", "payment_unknown", "walk_away", "cancel_sale", "idle",
                                  "rest_to_pay", "offline_over_limit", "audit"])  # fmt: skip
def test_where_money_matters_the_text_says_whether_it_moved(word: str) -> None:
    kind = KINDS[word]
    told = f"{kind.title.en} {kind.body.en}"
    assert any(sign in told for sign in ("charged", "went through", "given back"))


def test_nobody_is_told_to_stop_scanning_but_for_the_one_that_stops_at_once() -> None:
    assert [kind.word for kind in TABLE if kind.blocks is Blocks.AT_ONCE] == ["pickup_check"]


def test_whatever_the_shopper_can_put_right_alone_is_tried_alone_first() -> None:
    alone = {"unexpected_item", "weight_mismatch", "item_removed", "code_unreadable", "item_not_on_file",
             "scale_fault", "serial_needed", "payment_declined", "idle", "vision_alert"}  # fmt: skip
    assert all(KINDS[word].is_shopper_first for word in alone)


def test_what_binds_needs_staff_and_a_refusal_or_a_way_out() -> None:
    for kind in TABLE:
        if kind.is_binding:
            assert kind.clearer is not Clearer.SHOPPER
            assert kind.blocks is not Blocks.NOTHING
            assert kind.severity is not Severity.NUDGE
            assert kind.refuse_reasons


def test_every_reason_is_used_and_written_in_three_languages() -> None:
    used = {code for kind in TABLE for code in (*kind.approve_reasons, *kind.refuse_reasons)}
    used |= {code for codes in DEED_REASONS.values() for code in codes}
    assert used == set(REASONS)
    for text in REASONS.values():
        assert text.en
        assert text.de
        assert any("一" <= letter <= "鿿" for letter in text.zh)


@pytest.mark.parametrize(
    ("change", "must_hold"),
    [
        ({"word": "Age Check"}, "lower-case word"),
        ({"approve_reasons": ("because",)}, "the reason because is declared"),
        ({"approve_reasons": ()}, "staff have a reason to choose"),
        ({"refuse_reasons": ()}, "reasons to refuse exist"),
        ({"clearer": Clearer.SHOPPER}, "what binds is not dismissed"),
        ({"reach_percent": 50}, "at least its own measure"),
        ({"nudge_s": 9_999}, "up to an hour"),
        ({"raised_by": ()}, "something raises it"),
    ],
)
def test_a_row_that_contradicts_itself_cannot_be_built(change: dict[str, object], must_hold: str) -> None:
    with pytest.raises(BrokenInvariantError, match=must_hold):
        msgspec.structs.replace(KINDS["age_check"], **change)


def test_texts_must_share_their_placeholders() -> None:
    kind = KINDS["age_check"]
    wrong = msgspec.structs.replace(kind.title, de=kind.title.de + " {age}")
    with pytest.raises(BrokenInvariantError, match="same placeholders"):
        msgspec.structs.replace(kind, title=wrong)


def test_the_page_is_what_the_tables_say() -> None:
    assert (ROOT / page.TARGET).read_text(encoding="utf-8") == page.page()


def test_every_row_of_the_pages_tables_has_as_many_cells_as_its_head() -> None:
    cells = 0
    for line in page.page().splitlines():
        if not line.startswith("|"):
            cells = 0
            continue
        count = line.replace("\\|", "").count("|")
        cells = cells or count
        assert count == cells, line
