"""`store enrol-code` and `store staff`: what an administrator does at the machine."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from benchmarks.store_lane import Lane
from store.app import ROOMS, create_app
from store.cli import main
from store.data import audit
from store.data.database import Database
from store.identity import codes
from store.settings import Settings

PASSWORD, BADGE, PIN = "korrektes pferd", "S-0042-7781", "2580"
Run = Callable[..., int]


@pytest.fixture
def store_dsn(sqlite_dsn: str) -> str:
    return sqlite_dsn


@pytest.fixture
def run(store_dsn: str, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command with lines on its standard input."""
    file = tmp_path / "store.toml"
    file.write_text(f'dsn = "{store_dsn}"\nfolder = "{settings.folder}"\n', encoding="utf-8")

    def command(*arguments: str, typed: str = "") -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        return main(["--config", str(file), *arguments])

    return command


def log_in(settings: Settings, **shown: str) -> int:
    with (
        Database.open(settings.dsn) as database,
        TestClient(create_app(settings, database, rooms=ROOMS)) as client,
    ):
        return int(client.post("/office/login", json=shown).status_code)


def test_a_code_from_the_command_enrols_a_lane(
    run: Run, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("enrol-code", "--lane", "Lane 1", "--quiet") == 0
    written = capsys.readouterr().out.strip()
    code = codes.read(written)
    assert code is not None
    assert code.written() == written
    with (
        Database.open(settings.dsn) as database,
        TestClient(create_app(settings, database, rooms=ROOMS)) as client,
    ):
        wish: Any = msgspec.json.encode(Lane().enrol_request(written))
        answer = client.post("/v1/enrol", content=wish, headers={"content-type": "application/json"})
        assert (answer.status_code, answer.json()["terminal_id"]) == (200, "1-1")
        deeds = database.read_sync(lambda connection: audit.newest(connection, "1"))
    assert [deed.action for deed in deeds] == ["terminal.enrol", "terminal.code", "terminal.add"]
    assert deeds[1].who.startswith("cli:")


def test_a_second_code_is_for_the_same_lane(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("enrol-code", "--lane", "Lane 1", "--quiet")
    run("enrol-code", "--lane", "Lane 1", "--quiet")
    run("enrol-code", "--lane", "Lane 2", "--quiet", "--store", "north")
    read = [codes.read(line) for line in capsys.readouterr().out.split()]
    assert [code.terminal_id for code in read if code is not None] == ["1-1", "1-1", "north-1"]


@pytest.mark.parametrize(
    "arguments", [("--lane", ""), ("--lane", "x" * 61), ("--lane", "L", "--store", "No rth")]
)
def test_names_that_cannot_be_are_refused(run: Run, arguments: tuple[str, ...]) -> None:
    assert run("enrol-code", *arguments) == 2


def test_a_lane_is_not_made_a_hub(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("enrol-code", "--lane", "Lane 1") == 0
    assert run("enrol-code", "--lane", "Lane 1", "--hub") == 1
    assert "is a lane" in capsys.readouterr().err


def test_the_first_manager_is_made_at_the_machine(
    run: Run, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        run("staff", "add", "Anna", "--role", "manager", "--name", "Anna Linde", typed=f"{PASSWORD}\n") == 0
    )
    assert run("staff", "badge", "anna", typed=f"{BADGE}\n{PIN}\n") == 0
    assert log_in(settings, login="anna", password=PASSWORD) == 200
    assert log_in(settings, badge=BADGE, pin=PIN) == 200
    assert run("staff", "list") == 0
    told = capsys.readouterr().out
    assert "manager" in told
    assert "password, badge" in told
    assert PASSWORD not in told


def test_an_account_is_closed_opened_and_unlocked(run: Run, settings: Settings) -> None:
    run("staff", "add", "anna", typed=f"{PASSWORD}\n")
    assert run("staff", "close", "anna") == 0
    assert log_in(settings, login="anna", password=PASSWORD) == 403
    assert run("staff", "open", "anna") == 0
    for _ in range(5):
        log_in(settings, login="anna", password="wrong")
    assert log_in(settings, login="anna", password=PASSWORD) == 403
    assert run("staff", "unlock", "anna") == 0
    assert log_in(settings, login="anna", password=PASSWORD) == 200
    assert run("staff", "password", "anna", typed="noch ein pferd\n") == 0
    assert log_in(settings, login="anna", password="noch ein pferd") == 200


@pytest.mark.parametrize(
    ("arguments", "typed", "fault"),
    [
        (("add", "anna"), "short\n", "8 to 128"),
        (("add", "anna"), "", "8 to 128"),
        (("password", "nobody"), f"{PASSWORD}\n", "no nobody"),
        (("badge", "nobody"), "", "no nobody"),
    ],
)
def test_a_refusal_says_why(
    run: Run, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], typed: str, fault: str
) -> None:
    assert run("staff", *arguments, typed=typed) == 1
    assert fault in capsys.readouterr().err
    assert run("staff", "list") == 0
    assert capsys.readouterr().out == ""


def test_a_login_is_taken_once(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("staff", "add", "anna", typed=f"{PASSWORD}\n")
    assert run("staff", "add", "anna", typed=f"{PASSWORD}\n") == 1
    assert "already" in capsys.readouterr().err


def test_a_hub_that_is_not_enrolled_says_what_to_do(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("hub") == 1
    assert "--enrol CODE" in capsys.readouterr().err
    assert run("hub", "--enrol", "CODE") == 2
