"""The service's figures and its log for collectors: who may read them, what they tell, what never gets in."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from litestar.testing import TestClient
from prometheus_client.parser import text_string_to_metric_families
from store_world import ManualClock, watched

from retail.wire.live import LaneStatus
from retail.wire.settings import SettingsNow
from store.app import create_app
from store.data.database import Database
from store.data.lanes import lane_status
from store.front import log, tracing
from store.settings import Settings, SettingsError, load

TOKEN = "a-token-of-more-than-16"


@pytest.fixture
def database(sqlite_dsn: str) -> Iterator[Database]:
    with watched(Database.open(sqlite_dsn)) as opened:
        yield opened


def told(
    database: Database, tmp_path: Path, clock: ManualClock, token: str, **headers: str
) -> tuple[int, str]:
    settings = Settings(dsn="sqlite:///unused", folder=tmp_path, project=False, metrics_token=token)
    with TestClient(create_app(settings, database, clock)) as client:
        answer = client.get("/metrics", headers=headers)
        return answer.status_code, answer.text


def test_figures_are_told_to_whoever_shows_the_token_and_to_nobody_else(
    database: Database, tmp_path: Path, clock: ManualClock
) -> None:
    for token, headers in (
        ("", {}), ("", {"authorization": "Bearer "}), (TOKEN, {}), (TOKEN, {"authorization": TOKEN}),
        (TOKEN, {"authorization": "Bearer another-token-of-16"}),
    ):  # fmt: skip
        status, text = told(database, tmp_path, clock, token, **headers)
        assert status == 404, headers
        assert "store_lanes" not in text
    assert told(database, tmp_path, clock, TOKEN, authorization=f"Bearer {TOKEN}")[0] == 200


def test_lanes_are_counted_by_version_line_and_settings(
    database: Database, tmp_path: Path, clock: ManualClock
) -> None:
    status = LaneStatus(version="1.2.0", phase="attract", is_open=True, help_called=False, unsent=3)
    refused = msgspec.structs.replace(status, settings=SettingsNow(state="refused"), unsent=4)
    database.write_sync(lambda one: lane_status.tell(one, "1", "1-1", status, "a", clock()))
    database.write_sync(lambda one: lane_status.tell(one, "2", "2-1", refused, "b", clock()))
    _, text = told(database, tmp_path, clock, TOKEN, authorization=f"Bearer {TOKEN}")
    found = {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }
    assert found["store_lanes", "1.2.0", "yes"] == 2.0
    assert found["store_unsent_envelopes",] == 7.0
    assert found["store_lanes_settings", "refused"] == 1.0
    assert found["store_set_aside_envelopes",] == 0.0
    assert "process_resident_memory_bytes" in text


def test_a_short_token_is_refused_and_never_shown() -> None:
    with pytest.raises(SettingsError) as refused:
        load(environment={"STORE_METRICS_TOKEN": "short"})
    assert "short" not in str(refused.value)
    assert TOKEN not in repr(Settings(metrics_token=TOKEN))


def test_a_line_for_a_collector_names_its_request_and_cannot_be_forged() -> None:
    record = logging.LogRecord(
        "store.test", logging.WARNING, "", 1, "path %s", ('/x\n{"body": "forged"}',), None
    )
    line = log.JsonFormatter().format(record)
    assert "\n" not in line
    found = json.loads(line)
    assert found["severity_number"] == 13
    assert found["body"] == 'path /x\\n{"body": "forged"}'
    assert set(found) <= {
        "timestamp", "severity_text", "severity_number", "body", "trace_id", "resource", "attributes",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "is_taken"),
    [
        ("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", True),
        ("00-00000000000000000000000000000000-00f067aa0ba902b7-01", False),
        ("00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01", False),
        ("junk\x1b[2J", False),
        ("", False),
    ],
)
def test_a_callers_trace_is_taken_only_in_its_lawful_form(
    database: Database, tmp_path: Path, clock: ManualClock, sent: str, is_taken: bool
) -> None:
    class Connection:
        """What the guard looks at."""

        headers = {tracing.HEADER: sent}  # noqa: RUF012 - never changed

    tracing.begin(Connection(), None)  # type: ignore[arg-type]
    assert len(tracing.trace_id()) == 32
    assert (tracing.trace_id() == sent[3:35]) is is_taken
