"""`kiosk journal verify` and `export` on made journals: whole, empty, tampered with, missing, locked."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app import cli
from kiosk.database.journal import FILE, Journal
from retail.journal import chain
from retail.journal import events as e

AT = "2026-11-23T04:00:00.000000Z"
EVENTS: list[e.AnyEvent] = [
    e.LaneStarted(lane="1", version="0"),
    e.LanguageChosen(language="zh"),
    e.DeviceChanged(device="printer", condition="fault", code="paper_end", detail="Papier für 纸"),
    e.HelpCalled(),
    e.HelpEnded(),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    journal = Journal.open(tmp_path)
    try:
        for event in EVENTS:
            journal.append([event], AT)
    finally:
        journal.close()
    return tmp_path


def tamper(folder: Path, statement: str) -> None:
    """Do to the file what its triggers refuse, as somebody with an editor would."""
    connection = sqlite3.connect(folder / FILE)
    for name in ("entry_no_UPDATE", "entry_no_DELETE"):
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement)
    connection.commit()
    connection.close()


def verify(folder: Path) -> int:
    return cli.main(["journal", "verify", "--folder", str(folder)])


def test_a_whole_journal_verifies_and_is_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(folder) == 0
    assert capsys.readouterr().out == "OK    5 entries, every one follows the one before\n"


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE entry SET body = CAST(replace(body, 'zh', 'de') AS BLOB) WHERE sequence = 2", "entry 2"),
        ("UPDATE entry SET at = '2020' WHERE sequence = 4", "entry 4: its content does not match its hash"),
        ("DELETE FROM entry WHERE sequence = 3", "entry 3: entry 3 is missing"),
        ("DELETE FROM entry WHERE sequence = 1", "entry 1: entry 1 is missing"),
        ("UPDATE entry SET previous = hash WHERE sequence = 5", "entry 5: does not follow"),
    ],
)  # fmt: skip
def test_the_first_bad_entry_is_named(
    folder: Path, statement: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tamper(folder, statement)
    assert verify(folder) == 1
    spoken = capsys.readouterr()
    assert said in spoken.err
    assert spoken.out == ""


def test_a_file_that_is_no_database_fails_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / FILE).write_bytes(b"not a database, but long enough to be taken for one" * 100)
    assert verify(tmp_path) == 1
    assert "FAIL  from entry 1 on: the journal cannot be read" in capsys.readouterr().err


def test_a_folder_without_a_journal_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(tmp_path) == 1
    assert "no journal in" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_export_prints_every_entry_so_that_its_hash_can_be_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["journal", "export", "--folder", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["event"]["event"] for line in lines] == [
        type(event).__name__ for event in EVENTS
    ]
    assert list(json.loads(lines[0])) == ["sequence", "at", "event", "previous", "hash"]
    assert chain.first_fault(read_back(lines)) is None


def read_back(lines: list[str]) -> Iterator[chain.Entry]:
    """Entries from exported lines; the event's bytes are taken as they stand."""
    for line in lines:
        row = json.loads(line)
        body = line[line.index('"event":') + len('"event":') : line.rindex(',"previous":')]
        yield chain.Entry(
            sequence=row["sequence"],
            at=row["at"],
            body=body.encode(),
            previous=row["previous"],
            hash=row["hash"],
        )


def test_export_starts_where_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["journal", "export", "--folder", str(folder), "--from", "4"]) == 0
    assert [json.loads(line)["sequence"] for line in capsys.readouterr().out.splitlines()] == [4, 5]


def test_export_drops_nothing_that_cannot_be_understood(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tamper(folder, "UPDATE entry SET body = CAST('{broken' AS BLOB) WHERE sequence = 2")
    assert cli.main(["journal", "export", "--folder", str(folder)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows[1]["event"] == "{broken"
    assert len(rows) == 5


def test_both_work_while_a_lane_holds_the_journal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    journal = Journal.open(folder)
    try:
        journal.append([e.HelpCalled()], AT)
        assert verify(folder) == 0
        assert "6 entries" in capsys.readouterr().out
        assert cli.main(["journal", "export", "--folder", str(folder)]) == 0
        assert len(capsys.readouterr().out.splitlines()) == 6
    finally:
        journal.close()


def test_the_folder_comes_from_the_settings_when_not_given(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "kiosk.toml"
    path.write_text(
        '[lane]\nfolder = "."\n[shop]\nname = "S"\ncatalogue = "c.csv"\n'
        '[terminal]\nport = "t"\n[printer]\nport = "p"\n'
    )
    assert cli.main(["journal", "verify", "--config", str(path)]) == 0
    assert "5 entries" in capsys.readouterr().out
