"""The door between lane and updater: small words, and nobody trusts the other further than that."""

import os
from pathlib import Path

import pytest

from benchmarks.update_world import World
from kiosk.update.door import Door, LanesSide


def test_the_lane_hears_of_a_release_that_waits_and_ends_for_it(world: World) -> None:
    lane = LanesSide(world.house.folder, world.door.folder, "1.0.0")
    assert lane.waiting() is None
    world.offer("1.1.0")
    world.round()
    assert lane.waiting() == "1.1.0"
    lane.end_for("1.1.0")
    assert world.start_lane() == "1.1.0"


def test_the_lane_on_trial_hears_of_nothing_and_says_that_it_is_well(world: World) -> None:
    world.offer("1.1.0", run="exit 3")
    world.round()
    world.door.allow_switch("1.1.0")
    world.start_lane()
    world.house.point("next", "1.1.0")
    lane = LanesSide(world.house.folder, world.door.folder, "1.1.0")
    assert lane.waiting() is None
    lane.is_well()
    assert world.door.healthy() == "1.1.0"


@pytest.mark.parametrize("word", ["", "1", "../../etc", "1.0.0 1.1.0", "\0", "9" * 5000, "é.0"])
def test_words_that_are_no_version_are_not_heard(tmp_path: Path, word: str) -> None:
    (tmp_path / "healthy").write_text(word, encoding="utf-8")
    assert Door(tmp_path).healthy() is None


def test_links_and_pipes_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("1.0.0\n", encoding="ascii")
    (tmp_path / "healthy").symlink_to("elsewhere")
    os.mkfifo(tmp_path / "ring")
    assert Door(tmp_path).healthy() is None
    assert Door(tmp_path).ring() is None


def test_a_ring_is_a_small_word(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no ring"):
        Door(tmp_path).say_ring("../x")
    Door(tmp_path).say_ring("pilot-2")
    assert Door(tmp_path).ring() == "pilot-2"


def test_a_door_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        Door(tmp_path / "gone").allow_switch("1.0.0")
