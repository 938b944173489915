"""The log: one line of known fields per record, nothing personal and nothing of cards, whatever is logged."""

import json
import logging
from pathlib import Path

import pytest

from kiosk.app import log, out_of_service
from kiosk.app.scrubbed import scrubbed
from retail.languages import LANGUAGES

CARD, MEMBER, PHONE, MAIL = "4111111111111111", "2612345678901", "+49 151 23456789", "anna@example.org"
CANARIES = (CARD, "4111 1111 1111 1111", MEMBER, PHONE, MAIL, "23456789", "12345678901")
SALE = "019a4c01-d5e2-7abc-8def-0123456789ab"


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_record_is_one_line_with_the_fields_of_opentelemetry(tmp_path: Path) -> None:
    with log.kept(tmp_path) as path:
        log.trace(SALE)
        logging.getLogger("kiosk.test").info("3 items\nfor %s", "nobody", extra={"device": "printer"})
        log.trace("")
        logging.getLogger("kiosk.test").warning("idle")
    first, second = lines(path)
    assert first["body"] == "3 items\nfor nobody"
    assert (first["severity_text"], first["severity_number"]) == ("INFO", 9)
    assert first["trace_id"] == SALE.replace("-", "")
    assert first["resource"]["service.name"] == "kiosk"  # type: ignore[index]
    assert first["attributes"] == {"logger": "kiosk.test", "thread": "MainThread", "device": "printer"}
    assert "trace_id" not in second
    assert set(first) == {
        "timestamp", "severity_text", "severity_number", "body", "trace_id", "resource", "attributes",
    }  # fmt: skip


@pytest.mark.parametrize("canary", CANARIES)
def test_no_canary_gets_in_however_it_is_logged(tmp_path: Path, canary: str) -> None:
    logger = logging.getLogger("kiosk.test")
    with log.kept(tmp_path) as path:
        logger.info("member %s came", canary)
        logger.info(f"member {canary}")
        logger.warning("told %r", {"text": canary})
        logger.info("hello", extra={"member": canary, "code": canary})
        try:
            raise ValueError(f"cannot read {canary}")
        except ValueError:
            logger.exception("failed with %s", canary)
        told = log.last_error()
    whole = path.read_text(encoding="utf-8")
    assert canary not in whole
    assert canary not in told
    assert len(lines(path)) == 5
    assert "ValueError" in whole


def test_fields_that_are_not_allowed_are_left_out(tmp_path: Path) -> None:
    with log.kept(tmp_path) as path:
        logging.getLogger("kiosk.test").info(
            "hello", extra={"customer": "Anna", "outcome": "done", "count": 3}
        )
    assert "Anna" not in path.read_text(encoding="utf-8")
    attributes = lines(path)[0]["attributes"]
    assert attributes == {"logger": "kiosk.test", "thread": "MainThread", "outcome": "done", "count": 3}


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-24 10:00:00.123 sale 019a4c01-d5e2-7abc-8def-0123456789ab of 3 items",
        "the terminal at tcp://192.168.0.20:20007 is silent",
        "no port /dev/serial/by-id/usb-FTDI_FT232R_A10K1234567-if00",
        "first picture 0.85 s after the start; entry 123456",
        "chain@4c01d5e2f3a4.5",
    ],
)
def test_what_is_needed_to_understand_a_fault_stays(text: str) -> None:
    assert scrubbed(text) == text


def test_scrubbing_again_changes_nothing() -> None:
    once = scrubbed(f"{CARD} {MEMBER} {PHONE} {MAIL}")
    assert scrubbed(once) == once


def test_a_record_whose_words_do_not_fit_its_values_is_told_all_the_same() -> None:
    record = logging.LogRecord("kiosk.test", logging.INFO, "", 1, "%d items", ("three",), None)
    assert "does not fit its values" in log.LineFormatter(log.Trace()).format(record)


def test_the_newest_error_is_remembered_for_the_fleet_and_forgotten_at_the_end(tmp_path: Path) -> None:
    with log.kept(tmp_path):
        assert log.last_error() == ""
        logging.getLogger("kiosk.printer").error("paper is out")
        logging.getLogger("kiosk.printer").warning("paper is low")
        assert log.last_error() == "kiosk.printer: paper is out"
    assert log.last_error() == ""


def test_the_level_of_the_settings_counts_at_once(tmp_path: Path) -> None:
    with log.kept(tmp_path) as path:
        log.set_level("error")
        logging.getLogger("kiosk.test").info("not this")
        logging.getLogger("kiosk.test").error("this")
    assert [one["body"] for one in lines(path)] == ["this"]


def test_a_closed_lane_says_so_in_every_language_the_lane_speaks() -> None:
    assert set(out_of_service.TEXTS) == set(LANGUAGES)
    assert len({title for title, _ in out_of_service.TEXTS.values()}) == len(LANGUAGES)


def test_the_page_of_a_closed_lane_shows_the_last_complaint_in_words(tmp_path: Path) -> None:
    with log.kept(tmp_path) as path:
        logging.getLogger("kiosk.app.lane").critical("the journal does not hold together")
        logging.getLogger("kiosk.app.lane").info("ending")
    told = out_of_service._last_complaint(path)
    assert told.endswith("CRITICAL kiosk.app.lane: the journal does not hold together")
    assert "{" not in told
    assert log.plain("2026-11-24 a line of a release before") == "2026-11-24 a line of a release before"
