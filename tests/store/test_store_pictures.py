"""The camera's picture of an item at the service: whose it is, what of it is kept, and when it is gone."""

import subprocess
from pathlib import Path

import pytest
import sqlalchemy as sa
from store_photos import photo

from retail.wire.live import AlertRaised, Waiting
from retail.wire.pictures import SIZE_MAX, mark_of
from store.data import backup
from store.data.backup import NEVER_COPIED
from store.data.database import Database
from store.data.goods import pictures
from store.data.lanes import alerts
from store.data.schema.pictures import item_picture

NOW, SECOND, KEEP_S = 1_700_000_000_000_000, 1_000_000, 60
ONE, OTHER = photo(50), photo(200)


def said(jpeg: bytes = ONE, mark: str | None = None, alert_id: str = "a-1") -> AlertRaised:
    name = mark_of(jpeg) if mark is None else mark
    waiting = Waiting(intervention_no=1, kind="age_check", picture=name)
    return AlertRaised(alert_id=alert_id, kind="age_check", text="wine", waiting=waiting, picture=jpeg)


def follow(
    database: Database, message: AlertRaised, lane: str = "1-1", at: int = NOW, keep_s: int = KEEP_S
) -> str:
    return database.write_sync(lambda c: pictures.follow(c, "1", lane, message, at, keep_s))


def shown(database: Database, at: int = NOW, store: str = "1") -> dict[tuple[str, str], str]:
    return dict(database.read_sync(lambda c: pictures.marks(c, store, at)))


def rows(database: Database) -> int:
    count = sa.select(sa.func.count()).select_from(item_picture).where(item_picture.c.store_id == "1")
    return int(database.read_sync(lambda c: c.execute(count).scalar()))


def test_a_picture_is_kept_under_its_name_and_its_name_keeps_it(database: Database) -> None:
    name = mark_of(ONE)
    assert follow(database, said()) == name
    assert follow(database, said(b"", name)) == name, "another change of the alert"
    assert shown(database) == {("1-1", "a-1"): name}
    read = lambda lane, store="1", at=NOW: database.read_sync(  # noqa: E731 - a question
        lambda c: pictures.read(c, store, lane, "a-1", name, at)
    )
    assert read("1-1") == ONE
    assert read("1-2") is None
    assert read("1-1", store="2") is None
    assert read("1-1", at=NOW + KEEP_S * SECOND) is None
    assert follow(database, said(OTHER)) == mark_of(OTHER), "the newest counts"
    assert (rows(database), read("1-1")) == (1, None)


@pytest.mark.parametrize("ending", ["no name", "other name", "cleared", "late"])
def test_it_goes_with_the_first_reason_to_go(database: Database, ending: str) -> None:
    alert = {"terminal_id": "1-1", "kind": "age_check", "text": "wine", "alert_id": "a-1", "at": NOW}
    database.write_sync(lambda c: alerts.open_alert(c, "1", **alert))
    follow(database, said())
    match ending:
        case "no name":
            assert follow(database, said(b"", "")) == ""
        case "other name":
            assert follow(database, said(b"", "0" * 16)) == "", "one that was never sent"
        case "cleared":
            assert database.write_sync(lambda c: alerts.clear(c, "1", "a-1", "1-1", NOW))
        case _:
            late = NOW + KEEP_S * SECOND
            assert shown(database, late) == {}
            assert database.write_sync(lambda c: pictures.sweep(c, late - 1)) == 0
            assert database.write_sync(lambda c: pictures.sweep(c, late)) == 1
    assert rows(database) == 0


@pytest.mark.parametrize(
    "message",
    [
        said(b"<svg onload='alert(1)'/>"),
        said(ONE + b"PK\x03\x04"),
        said(ONE + b"\x00" * SIZE_MAX),
        said(ONE, mark_of(OTHER)),
        said(ONE, "../../etc/passwd"),
    ],
)
def test_a_strangers_bytes_are_not_kept(
    database: Database, message: AlertRaised, caplog: pytest.LogCaptureFixture
) -> None:
    assert follow(database, message) == ""
    assert rows(database) == 0
    assert "a picture of lane 1-1 is not kept" in caplog.text
    caplog.clear()


def test_none_is_kept_where_the_service_keeps_none(database: Database) -> None:
    assert follow(database, said(), keep_s=0) == ""
    assert rows(database) == 0


def test_a_lane_reaches_its_own_pictures_only_and_has_so_many(database: Database) -> None:
    follow(database, said(ONE))
    follow(database, said(OTHER), lane="1-2")
    assert shown(database) == {("1-1", "a-1"): mark_of(ONE), ("1-2", "a-1"): mark_of(OTHER)}
    follow(database, said(b"", ""), lane="1-2")
    assert shown(database) == {("1-1", "a-1"): mark_of(ONE)}
    for number in range(pictures.OF_LANE_MAX * 2):
        follow(database, said(OTHER, alert_id=f"b-{number:02}"), lane="1-2", at=NOW + number * SECOND)
    newest = {f"b-{number:02}" for number in range(pictures.OF_LANE_MAX, pictures.OF_LANE_MAX * 2)}
    assert {alert for lane, alert in shown(database) if lane == "1-2"} == newest
    assert ("1-1", "a-1") in shown(database)


def test_no_copy_holds_one(sqlite_dsn: str, tmp_path: Path) -> None:
    with Database.open(sqlite_dsn) as database:
        follow(database, said())
        copy = backup.backup(sqlite_dsn, tmp_path / "copy.db").path
        assert rows(database) == 1
    assert ONE[200:400] not in copy.read_bytes(), "not even in its free pages"
    backup.restored(f"sqlite:///{copy}")
    with Database.open(f"sqlite:///{copy}") as restored:
        assert rows(restored) == 0


def test_a_dump_is_told_to_leave_them_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        told.extend(command)
        return subprocess.CompletedProcess(command, 1, b"", b"enough")

    monkeypatch.setattr(backup.subprocess, "run", run)  # type: ignore[attr-defined]  # its import
    monkeypatch.setattr(backup, "_pg_dump", lambda: Path("/usr/bin/pg_dump"))
    with pytest.raises(backup.BackupError, match="enough"):
        backup.backup("postgresql://nobody@localhost/none", tmp_path / "copy.dump")
    assert [f"--exclude-table-data=*.{table}" for table in NEVER_COPIED] == [
        one for one in told if "exclude" in one
    ]
    assert "item_picture" in NEVER_COPIED


def test_what_is_thrown_away_leaves_no_bytes_in_the_file(sqlite_dsn: str) -> None:
    path = Path(sqlite_dsn.removeprefix("sqlite:///"))
    with Database.open(sqlite_dsn) as database:
        follow(database, said())
        database.write_sync(lambda c: pictures.drop(c, "1", "a-1"))
        assert rows(database) == 0
    assert ONE[200:400] not in path.read_bytes()
