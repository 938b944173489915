"""The command line and the settings: what is asked for is done, what is wrong is named."""

import base64
import gc
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import msgspec
import pytest
from litestar.testing import TestClient

from benchmarks.postgresql import free_port
from benchmarks.store_sales import SealingLane
from retail.wire.upload import BATCH_MAX
from store.app import create_app, from_environment
from store.cli import COMMANDS, main, serve
from store.data import migrate
from store.data.database import Database
from store.data.journals import journal
from store.data.journals.journal import Batch
from store.identity import vault
from store.settings import Settings, SettingsError, declared, load, markdown

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with nothing in it, and no settings from outside."""
    for name in list(os.environ):
        if name.startswith("STORE_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STORE_DSN", f"sqlite:///{tmp_path}/store.db")
    monkeypatch.setenv("STORE_LOG_LEVEL", "error")
    return tmp_path


@pytest.fixture
def filled(environment: Path) -> SealingLane:
    """A database with three sales of a lane."""
    dsn = f"sqlite:///{environment}/store.db"
    migrate.prepare(dsn)
    lane = SealingLane("t1")
    for _ in range(3):
        lane.sale(1)
    batch = Batch(
        store_id="1",
        terminal_id="t1",
        epoch=1,
        is_held=False,
        items=tuple(lane.envelopes),
        received_at=1,
    )
    with Database.open(dsn) as database:
        database.write_sync(lambda connection: journal.receive(connection, [batch]))
    return lane


# --- commands ----------------------------------------------------------------------------------------------


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert all(f"store {name}" in told for name in COMMANDS)


def test_init_makes_the_tables_once(environment: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init"]) == 0
    assert f"to {migrate.newest()}" in capsys.readouterr().out
    assert main(["init"]) == 0
    assert "up to date" in capsys.readouterr().out


def test_from_init_on_no_command_makes_a_key_beside_the_credential(
    environment: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    credential = tmp_path / "given" / vault.FILE_NAME
    credential.parent.mkdir()
    credential.write_text(base64.b64encode(bytes(range(32))).decode(), encoding="ascii")
    monkeypatch.setenv(vault.CREDENTIALS, str(credential.parent))
    assert main(["init"]) == 0
    monkeypatch.delenv(vault.CREDENTIALS)
    assert main(["project"]) == 1
    assert "credential of the service" in capsys.readouterr().err
    assert list(environment.rglob(vault.FILE_NAME)) == [credential]


def test_serving_without_tables_says_what_to_do(
    environment: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve"]) == 1
    assert "run `store init`" in capsys.readouterr().err


def test_several_workers_need_postgresql(environment: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--workers", "2"]) == 2
    assert "PostgreSQL" in capsys.readouterr().err


def test_verify_project_and_backup(filled: SealingLane, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["project"]) == 0
    assert "3 envelopes opened" in capsys.readouterr().out
    assert main(["verify", "--lanes"]) == 0
    told = capsys.readouterr().out
    assert "store 1 lane t1 epoch 1: 3 envelopes, 0 again, 3 opened: ok" in told
    assert "3 sales, 0 in quarantine, 0 forks: everything holds" in told
    assert main(["backup", "copy.db"]) == 0
    assert "integrity checked" in capsys.readouterr().out
    assert main(["backup", "copy.db"]) == 1
    assert "there already" in capsys.readouterr().err


def test_verify_fails_on_a_changed_body(
    filled: SealingLane, environment: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (
        Database.open(f"sqlite:///{environment}/store.db") as database,
        database.engines.writer.connect() as connection,
        connection.begin(),
    ):
        connection.exec_driver_sql("UPDATE envelope SET body = x'00' WHERE store_id = '1' AND seq = 2")
    assert main(["project"]) == 1
    assert "unreadable" in capsys.readouterr().out
    assert main(["verify"]) == 1
    assert "FAULT store 1, lane t1, epoch 1: envelope 2" in capsys.readouterr().out
    assert main(["project", "--accept", filled.envelopes[1].id]) == 1
    assert "cannot be accepted" in capsys.readouterr().out
    assert main(["project", "--accept", "nobody"]) == 1


def test_wrong_settings_are_exit_code_2(
    environment: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STORE_PRT", "1")
    assert main(["init"]) == 2
    assert "did you mean port?" in capsys.readouterr().err


def test_service_starts_answers_and_stops_in_order(environment: Path) -> None:
    port = free_port()
    variables = os.environ | {"STORE_PORT": str(port), "STORE_FOLDER": str(environment)}
    command = [sys.executable, "-m", "store.cli"]
    subprocess.run([*command, "init"], env=variables, cwd=ROOT, check=True, capture_output=True)
    process = subprocess.Popen(
        [*command, "serve"], env=variables, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        answer = _health(port, process)
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=30)
    finally:
        process.kill()
        process.wait()
    assert answer == {"status": "ok", "version": answer["version"]}
    assert process.returncode == 0, told


def _health(port: int, process: "subprocess.Popen[bytes]") -> dict[str, str]:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        try:
            found: dict[str, str] = httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=5).json()
        except httpx.TransportError:
            time.sleep(0.02)
        else:
            return found
    raise AssertionError("the service did not start")


# --- settings ----------------------------------------------------------------------------------------------


def test_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "store.toml"
    file.write_text(
        'port = 9000\nname = "Corner"\nfolder = "data"\ndsn = "sqlite:///data/s.db"\n', encoding="utf-8"
    )
    settings = load(file, {"STORE_PORT": "9001"})
    assert (settings.port, settings.name) == (9001, "Corner")
    assert settings.folder == tmp_path / "data"
    assert settings.dsn == f"sqlite:///{tmp_path}/data/s.db"


def test_everything_wrong_is_told_at_once_and_no_secret(tmp_path: Path) -> None:
    file = tmp_path / "store.toml"
    file.write_text('prot = 1\nproject = "maybe"\n', encoding="utf-8")
    with pytest.raises(SettingsError) as told:
        load(file, {"STORE_DSN": "mysql://user:secret@host/x", "STORE_STORE_ID": "No Good"})
    assert len(told.value.mistakes) == 4
    assert "did you mean port?" in str(told.value)
    assert "secret" not in str(told.value)


def test_password_is_not_shown() -> None:
    assert "secret" not in repr(Settings(dsn="postgresql://user:secret@host/x"))


def test_page_lists_every_setting() -> None:
    page = markdown()
    assert all(f"`{name}`" in page for name in declared())
    assert markdown() in (ROOT / "docs" / "store.md").read_text(encoding="utf-8")


# --- the application ---------------------------------------------------------------------------------------


def test_health_and_description(settings: Settings, database: Database) -> None:
    with TestClient(create_app(settings, database, rooms=())) as client:
        assert client.get("/healthz").json()["status"] == "ok"
        assert client.get("/openapi.json").json()["openapi"].startswith("3.")


def test_what_is_not_there_is_a_problem_with_a_code(settings: Settings, database: Database) -> None:
    with TestClient(create_app(settings, database, rooms=())) as client:
        answer = client.get("/nothing")
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
        assert answer.json()["code"] == "not_found"
        assert client.post("/healthz", content=b"\0" * (BATCH_MAX * 2)).status_code in (405, 413)


def test_database_that_is_gone_is_503_with_retry_after(settings: Settings, store_dsn: str) -> None:
    database = Database.open(store_dsn)
    with TestClient(create_app(settings, database, rooms=())) as client:
        database.close()
        answer = client.get("/healthz")
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) >= 1


def test_what_is_there_at_the_start_is_not_walked_by_every_full_collection(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of them stopped every request for 0.4 s."""
    migrate.prepare(f"sqlite:///{environment}/store.db")
    frozen: list[str] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append("worker"))
    with TestClient(from_environment()):
        assert frozen == ["worker"]

    async def stop() -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(gc, "freeze", lambda: frozen.append("alone"))
    before = signal.getsignal(signal.SIGTERM)
    try:
        settings = msgspec.structs.replace(load(), port=0)
        app = create_app(settings)
        assert serve.serve(app, settings, callback_notify=stop, timeout_notify=0) == 0
    finally:
        signal.signal(signal.SIGTERM, before)
    assert frozen == ["worker", "alone"]
