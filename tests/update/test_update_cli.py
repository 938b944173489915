"""`kiosk-update` as people and services call it."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.update_world import ROOT, World
from kiosk.update import cli
from kiosk.update.config import load
from kiosk.update.errors import UpdateError, Why

DEADLINE_S = 30.0


@pytest.fixture
def settings(world: World) -> Path:
    file = world.folder / "update.toml"
    text = (
        f'url = "{world.server.url}"\nring = "canary"\nhouse = "{world.house.folder}"\n'
        f'door = "{world.door.folder}"\nroot = "{world.folder / "root.json"}"\n'
        "room_left_mb = 0\nevery_s = 10\n"
    )
    file.write_text(text, encoding="utf-8")
    return file


def test_looking_switching_and_forgiving(
    world: World, settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def call(*words: str) -> int:
        return cli.main(["--config", str(settings), *words])

    assert call("status") == cli.FAILED
    assert call("switch") == cli.FAILED
    world.offer("1.1.0")
    assert call("check") == cli.OK
    assert "waiting: 1.0.0 is in use, ring canary" in capsys.readouterr().out
    assert call("status", "--json") == cli.OK
    assert json.loads(capsys.readouterr().out)["next"] == "1.1.0"
    assert call("switch") == cli.OK
    assert world.start_lane() == "1.1.0"
    assert call("forgive", "1.1.0") == cli.FAILED
    assert call("forgive", "../../etc/passwd") == cli.FAILED
    world.house.condemn("1.3.0", "failed")
    assert call("forgive", "1.3.0") == cli.OK
    world.offer("1.4.0", selftest="exit 1")
    world.start_lane()
    assert call("check") == cli.FAILED
    assert "self_test" in capsys.readouterr().out


def test_in_the_background_it_looks_and_stops_when_told(world: World, settings: Path) -> None:
    world.offer("1.1.0")
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk.update.cli", "--config", str(settings), "run"],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stderr is not None
        for line in process.stderr:
            if "1.1.0 is proved" in line:
                break
        process.send_signal(signal.SIGTERM)
        process.stderr.read()
        assert process.wait(DEADLINE_S) == 0
    assert world.house.named("next") == "1.1.0"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('url = "http://updates.example"', "https"),
        ('url = "http://127.0.0.1.example"', "https"),
        ('url = "https://updates.example"\nring = "Two Words"', "ring"),
        ('url = "https://updates.example"\nevery_s = 1', "every_s"),
        ('url = "https://updates.example"\nrong = "all"', "rong"),
        ("", "url"),
        ("url =", "toml"),
    ],
)
def test_wrong_settings_are_named(tmp_path: Path, text: str, wrong: str) -> None:
    file = tmp_path / "update.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UpdateError, match=wrong) as told:
        load(file)
    assert told.value.why is Why.SETTINGS


def test_settings_that_are_not_there_are_misuse(tmp_path: Path) -> None:
    assert cli.main(["--config", str(tmp_path / "none.toml"), "check"]) == cli.MISUSED


def test_a_root_that_is_not_there_is_misuse(settings: Path, world: World) -> None:
    (world.folder / "root.json").unlink()
    assert cli.main(["--config", str(settings), "check"]) == cli.MISUSED


def test_the_updater_that_brought_a_release_stays_until_it_is_well(world: World) -> None:
    world.offer("1.1.0", run="exit 3")
    world.round()
    assert not cli.is_overtaken(world.house, "1.0.0")
    world.door.allow_switch("1.1.0")
    world.start_lane()
    assert not cli.is_overtaken(world.house, "1.0.0")
    world.door.say_healthy("1.1.0")
    world.round()
    assert cli.is_overtaken(world.house, "1.0.0")
