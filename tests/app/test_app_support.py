"""What is collected for support: enough to understand a fault; nothing personal, nothing of cards."""

import io
import json
import logging
import os
import zipfile
from pathlib import Path

import pytest

from kiosk.app import cli, log
from kiosk.app.exit_codes import FAILED, MISUSED, OK
from kiosk.app.settings.kept import Kept
from kiosk.app.support import bundle
from kiosk.app.support.bundle import FACTS, collect, facts, packed
from kiosk.database.journal import Journal
from retail.journal import events as e
from retail.journal.events import AnyEvent
from retail.wire.settings import SettingsLayer
from retail.wire.support import SIZE_MAX

CARD, MEMBER, MAIL, NAME = "4111111111111111", "2612345678901", "anna@example.org", "Annabella"
SECRETS = ("654321", "hush-hush-coupons")
AT = "2026-11-24T10:00:00.000000Z"
FILE = f"""\
[lane]
folder = "lane"
[shop]
name = "Lindenkorb"
catalogue = "goods.csv"
secret = "{SECRETS[1]}"
[terminal]
port = "/dev/ttyS0"
password = "{SECRETS[0]}"
[printer]
port = "/dev/ttyS1"
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A lane that has seen people, cards and staff who write names where they should not."""
    path = tmp_path / "kiosk.toml"
    path.write_text(FILE, encoding="utf-8")
    folder = tmp_path / "lane"
    journal = Journal.open(folder)
    events: list[AnyEvent] = [
        e.LaneStarted(lane=NAME, version="1.2.0"),
        e.DeviceChanged(device="printer", condition="fault", code="paper_end", detail=f"for {NAME} {CARD}"),
        e.LaneClosed(by=NAME, reason=NAME),
        e.LaneOpened(by=NAME),
        e.StaffMessageShown(text=f"call {MAIL}", by=NAME),
        e.CodeNotFound(text=MEMBER, reason="unknown"),
    ]
    journal.append(events, AT)
    journal.close()
    with log.kept(folder) as written:
        logging.getLogger("kiosk.test").error("card %s, member %s, %s", CARD, MEMBER, MAIL)
    with written.open("a", encoding="utf-8") as file:  # as a release before wrote it
        file.write(f"2026-11-24 10:00:00 ERROR member {MEMBER} at {MAIL} paid by {CARD}\n")
    layer = SettingsLayer(layer="chain", holder="", version=3, values={"timers.paid_s": 3}, made_at=1)
    Kept(folder).adopt([layer])
    Kept(folder).refuse([layer], [f"shop.name is {MAIL}"])
    return path


def contents(body: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_no_canary_is_in_any_part_nor_in_a_name_of_one(config: Path) -> None:
    parts = contents(collect(config, by="test"))
    for canary in (CARD, MEMBER, MAIL, NAME, *SECRETS):
        assert not any(canary in text or canary in name for name, text in parts.items()), canary


def test_what_support_needs_is_there(config: Path) -> None:
    parts = contents(collect(config, by="ops"))
    assert set(parts) >= {"about.json", "settings.json", "standing.json", "journal.json", "log/lane.log"}
    assert not any("not_collected" in text for text in parts.values()), parts
    assert json.loads(parts["about.json"])["asked_by"] == "ops"
    values = json.loads(parts["settings.json"])["values"]
    assert values["timers.paid_s"] == {"value": 3.0, "from": "chain"}
    assert values["terminal.password"]["value"] == "set"
    assert values["terminal.port"]["value"] == "/dev/ttyS0"
    standing = json.loads(parts["standing.json"])
    assert standing["settings"] == {"chain": 3}
    assert standing["settings_verdict"]["state"] == "refused"
    journal = json.loads(parts["journal.json"])
    assert journal["counts"]["DeviceChanged"] == 1
    printer = next(one for one in journal["newest"] if one["event"] == "DeviceChanged")
    assert (printer["device"], printer["condition"], printer["code"]) == ("printer", "fault", "paper_end")
    assert "ERROR" in parts["log/lane.log"]


def test_facts_of_events_are_fields_that_exist_and_hold_words() -> None:
    for name, fields in FACTS.items():
        assert set(fields) <= set(getattr(e, name).__struct_fields__), name
    assert facts("LaneClosed", {"reason": NAME}) == {}
    assert facts("DeviceChanged", {"device": ["x"], "detail": NAME}) == {}


def test_a_part_that_cannot_be_collected_says_why_and_the_rest_is_there(config: Path) -> None:
    (config.parent / "lane" / "journal.db").write_bytes(b"not a database" * 100)
    parts = contents(collect(config, by="test"))
    assert "not_collected" in parts["journal.json"]
    assert "kiosk" in parts["about.json"]


def test_it_never_grows_beyond_its_bound() -> None:
    noise = {f"part-{number}": os.urandom(1024 * 1024) for number in range(6)}
    body = packed({"about.json": b"{}", **noise})
    assert len(body) <= SIZE_MAX
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        told = json.loads(archive.read("contents.json"))
    assert "about.json" in told["parts"]
    assert told["left_out"] == [name for name in noise if name not in told["parts"]]
    assert told["left_out"]


def test_only_the_newest_lines_of_a_long_log_are_taken(config: Path) -> None:
    path = config.parent / "lane" / "log" / "lane.log"
    path.write_text("old line\n" * 100_000 + "newest line\n", encoding="utf-8")
    text = contents(collect(config, by="test"))["log/lane.log"]
    assert text.rstrip().endswith("newest line")
    assert len(text) <= bundle.LOG_TAIL


def test_the_command_writes_a_private_file_and_never_over_another(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.zip"
    assert cli.main(["support-bundle", str(target), "--config", str(config)]) == OK
    assert target.stat().st_mode & 0o077 == 0
    assert zipfile.is_zipfile(target)
    assert cli.main(["support-bundle", str(target), "--config", str(config)]) == FAILED
    assert "cannot be written" in capsys.readouterr().err
    assert (
        cli.main(["support-bundle", str(tmp_path / "b.zip"), "--config", str(tmp_path / "none")]) == MISUSED
    )
