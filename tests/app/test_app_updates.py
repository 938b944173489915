"""The lane says that it is well when it is; for a release or the night it ends only when nobody is there."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication

from kiosk.app import updates, watchdog
from kiosk.app.settings import load
from kiosk.app.updates import Updates, is_nobody_there, lanes_side
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import State
from kiosk.database.journal import Journal
from kiosk.ui.samples import situations
from kiosk.update.door import LanesSide
from retail.journal import events as e
from simulators import settings

AT = "2026-11-23T04:00:00.000000Z"
OLD, NEW = "1.0.0", "1.1.0"


class Lane:
    """A lane's companion, with a hand on its clock."""

    def __init__(self, folder: Path) -> None:
        self.house, self.door, self.folder = folder / "house", folder / "door", folder / "lane"
        for made in (self.house / "releases" / OLD, self.house / "releases" / NEW, self.door):
            made.mkdir(parents=True)
        (self.house / "current").symlink_to(f"releases/{OLD}")
        self.journal = Journal.open(self.folder)
        self.journal.append([e.LaneStarted(lane="1", version=OLD)], AT)
        self.now, self.is_fresh, self.ended = 1000.0, True, 0
        self.companion = Updates(
            LanesSide(self.house, self.door, OLD), self.folder, lambda: self.is_fresh, lambda: self.now
        )
        self.companion.begin(None, None, self._quit)  # type: ignore[arg-type]  # it looks at neither
        self.companion.painted()
        self.shows(State())

    def _quit(self) -> None:
        self.ended += 1

    def shows(self, state: State, outage: str = "") -> None:
        self.companion.follow(Snapshot(sequence=1, state=state, outage=outage))

    def offers(self, version: str) -> None:
        (self.house / "next").symlink_to(f"releases/{version}")

    def passes(self, seconds: float) -> None:
        """So long, looked at every two seconds as the timer would."""
        for _ in range(int(seconds / 2)):
            self.now += 2
            self.companion.look()

    def word(self, name: str) -> str:
        path = self.door / name
        return path.read_text().strip() if path.exists() else ""


@pytest.fixture
def lane(tmp_path: Path, qapp: QGuiApplication) -> Iterator[Lane]:
    made = Lane(tmp_path)
    try:
        yield made
    finally:
        made.companion.end()
        made.journal.close()


def selling() -> State:
    return next(snapshot.state for _name, snapshot in situations("en") if snapshot.state.transaction)


def started() -> e.TransactionStarted:
    return e.TransactionStarted(transaction_id="t", number=1, started_at=AT, currency="EUR")


def test_a_lane_that_was_well_for_a_minute_says_so_once(lane: Lane) -> None:
    lane.passes(updates.WELL_AFTER_S - 10)
    assert lane.word("healthy") == ""
    lane.passes(20)
    assert lane.word("healthy") == OLD
    (lane.door / "healthy").unlink()
    lane.passes(200)
    assert lane.word("healthy") == ""


@pytest.mark.parametrize("trouble", ["stale", "outage"])
def test_the_minute_begins_again_after_a_trouble(lane: Lane, trouble: str) -> None:
    lane.passes(updates.WELL_AFTER_S - 10)
    if trouble == "stale":
        lane.is_fresh = False
    else:
        lane.shows(State(), outage="disk_full")
    lane.passes(20)
    lane.is_fresh = True
    lane.shows(State())
    lane.passes(updates.WELL_AFTER_S - 10)
    assert lane.word("healthy") == ""
    lane.passes(20)
    assert lane.word("healthy") == OLD


def test_a_lane_that_paints_nothing_is_not_well(lane: Lane) -> None:
    lane.companion._is_painted = False
    lane.passes(300)
    assert lane.word("healthy") == ""


def test_a_word_that_cannot_be_kept_is_said_again(lane: Lane) -> None:
    lane.door.rename(lane.door.with_name("away"))
    lane.passes(updates.WELL_AFTER_S + 10)
    lane.door.with_name("away").rename(lane.door)
    lane.passes(2)
    assert lane.word("healthy") == OLD


def test_a_release_that_waits_is_switched_to_when_nobody_is_there(lane: Lane) -> None:
    lane.passes(10)
    lane.offers(NEW)
    lane.passes(8)
    assert lane.ended == 0
    lane.passes(10)
    assert lane.ended == 1
    assert lane.word("may-switch") == "", "the engine still runs"
    lane.companion.end()
    assert lane.word("may-switch") == NEW


def test_it_is_asked_to_end_only_once(lane: Lane) -> None:
    lane.offers(NEW)
    lane.passes(200)
    assert lane.ended == 1


@pytest.mark.parametrize(
    "state",
    [
        pytest.param(None, id="a shopper"),
        pytest.param(State(help_called=True), id="help is called"),
        pytest.param(State(training_by="anna"), id="training"),
        pytest.param(State(message="one moment"), id="a message stands"),
    ],
)
def test_nobody_is_disturbed(lane: Lane, state: State | None) -> None:
    busy = state or selling()
    assert not is_nobody_there(busy)
    lane.shows(busy)
    lane.offers(NEW)
    (lane.door / "restart").touch()
    lane.passes(3600)
    assert lane.ended == 0
    lane.shows(State())
    lane.passes(updates.IDLE_S + 4)
    assert lane.ended == 1


def test_who_begins_in_the_last_moment_is_not_switched_under(lane: Lane) -> None:
    lane.offers(NEW)
    lane.passes(updates.IDLE_S + 4)
    assert lane.ended == 1
    lane.journal.append([started()], AT)  # before the engine stopped
    lane.companion.end()
    assert lane.word("may-switch") == ""


def test_a_purchase_of_before_does_not_keep_it_from_switching(lane: Lane) -> None:
    lane.journal.append([started()], AT)
    lane.offers(NEW)
    lane.passes(updates.IDLE_S + 4)
    lane.companion.end()
    assert lane.word("may-switch") == NEW


def test_a_release_on_trial_waits_for_nothing(lane: Lane) -> None:
    (lane.house / "trial").symlink_to(f"releases/{OLD}")
    lane.offers(NEW)
    lane.passes(200)
    assert lane.ended == 0


def test_the_night_ends_an_idle_lane_without_switching(lane: Lane) -> None:
    (lane.door / "restart").touch()
    lane.passes(updates.IDLE_S + 4)
    lane.companion.end()
    assert lane.ended == 1
    assert lane.word("may-switch") == ""


def test_a_start_fulfils_the_nights_wish(lane: Lane) -> None:
    (lane.door / "restart").touch()
    lane.companion.begin(None, None, lane._quit)  # type: ignore[arg-type]  # it looks at neither
    assert not (lane.door / "restart").exists()
    lane.passes(200)
    assert lane.ended == 0


def test_a_journal_that_cannot_be_read_ends_nothing(lane: Lane, caplog: pytest.LogCaptureFixture) -> None:
    (lane.door / "restart").touch()
    lane.companion._folder = lane.folder / "gone"
    lane.passes(200)
    assert lane.ended == 0
    assert "cannot be told" in caplog.text


def test_an_outage_is_no_idle_moment(lane: Lane) -> None:
    (lane.door / "restart").touch()
    lane.shows(replace(State()), outage="disk_full")
    lane.passes(200)
    assert lane.ended == 0


def test_the_ring_of_the_settings_reaches_the_updater_and_leaves_it_again(tmp_path: Path) -> None:
    (tmp_path / "door").mkdir()
    side = LanesSide(tmp_path, tmp_path / "door", OLD)
    for ring in ("canary", "canary", "all", "", ""):
        side.say_ring(ring)
        path = tmp_path / "door" / "ring"
        assert (path.read_text().strip() if path.exists() else "") == ring


def test_the_ring_is_that_of_the_settings_the_lane_was_started_with(
    tmp_path: Path, qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, lane, file = tmp_path / "house", tmp_path / "lane", tmp_path / "kiosk.toml"
    for folder in (house, tmp_path / "door", lane):
        folder.mkdir()
    described = {"version": OLD, "made": "2026-01-01T00:00:00Z", "writes_schema": 1, "reads_schema": [1, 1]}
    (house / "release.json").write_text(json.dumps(described), encoding="utf-8")
    monkeypatch.setenv("KIOSK_HOUSE", str(house))
    monkeypatch.setenv("KIOSK_DOOR", str(tmp_path / "door"))
    monkeypatch.setattr("sys.executable", str(house / "kiosk"))
    changes: dict[str, dict[str, Any]] = {
        "lane": {"folder": str(lane)},
        "shop": settings.shop_files(),
        "terminal": {"port": "/dev/kiosk/terminal"},
        "printer": {"port": "/dev/kiosk/printer"},
    }
    settings.write(file, {**changes, "update": {"ring": "canary"}})
    with watchdog.companions(load(file)) as found:
        (one,) = (companion for companion in found if isinstance(companion, Updates))
        one.begin(None, None, lambda: None)  # type: ignore[arg-type]  # it looks at neither
        one.end()
    assert (tmp_path / "door" / "ring").read_text().strip() == "canary"


def test_only_a_lane_in_a_house_of_releases_looks_for_updates(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    program = tmp_path / "releases" / NEW / "kiosk"
    program.parent.mkdir(parents=True)
    program.touch()
    here = {"KIOSK_HOUSE": str(tmp_path), "KIOSK_DOOR": str(tmp_path / "door")}
    assert lanes_side({}, program) is None
    assert lanes_side({"KIOSK_HOUSE": str(tmp_path)}, program) is None
    assert lanes_side(here, program) is None
    assert "lies in no release" in caplog.text
    said = {"version": NEW, "made": "2026-11-23T00:00:00Z", "writes_schema": 1, "reads_schema": [1, 1]}
    (program.parent / "release.json").write_text(json.dumps(said))
    (tmp_path / "current").symlink_to(f"releases/{NEW}")
    (tmp_path / "door").mkdir()
    side = lanes_side(here, tmp_path / "current" / "kiosk")
    assert side is not None
    side.is_well()
    assert (tmp_path / "door" / "healthy").read_text().strip() == NEW
