"""One round: rings, proofs, what is remembered, what is thrown away."""

import dataclasses
import shutil
import subprocess
from pathlib import Path

import pytest

from benchmarks.update_world import HANGS, World, make_release, release
from kiosk.update.errors import Why
from kiosk.update.house import House
from kiosk.update.status import State, read
from kiosk.update.updater import STEPS


def test_a_new_release_is_proved_and_waits_and_the_lane_is_left_alone(world: World) -> None:
    world.offer("1.1.0", size=300_000)
    found = world.round()
    assert (found.state, found.current, found.next) == (State.WAITING, "1.0.0", "1.1.0")
    built = world.folder / "built-1.1.0"
    placed = world.house.release_folder("1.1.0")
    for path in built.rglob("*"):
        twin = placed / path.relative_to(built)
        assert twin.is_symlink() == path.is_symlink()
        if path.is_file() and path.name != "release.json":
            assert twin.read_bytes() == path.read_bytes()
            assert twin.stat().st_mode & 0o777 == path.stat().st_mode & 0o777
    assert list(world.house.downloads.iterdir()) == []
    assert read(world.house.state) == found


def test_a_second_round_fetches_nothing_again(world: World) -> None:
    world.offer("1.1.0")
    world.round()
    world.server.asked.clear()
    assert world.round().state is State.WAITING
    assert [path for path, _ in world.server.asked if "/targets/" in path] == []


def test_steps_come_in_their_order(world: World) -> None:
    world.offer("1.1.0")
    seen: list[tuple[str, str]] = []
    world.round(watch=lambda step, moment: seen.append((step, moment)))
    assert seen == [(step, moment) for step in STEPS[1:] for moment in ("before", "after")]


def test_a_release_comes_to_the_rings_it_was_given_to(world: World) -> None:
    world.offer("1.1.0", rings=("canary",))
    assert world.round(ring="all").state is State.UP_TO_DATE
    world.repository.set_rings("1.1.0", ("canary", "all"))
    assert world.round(ring="all").next == "1.1.0"


def test_the_lanes_settings_may_name_the_ring(world: World) -> None:
    world.offer("1.1.0", rings=("canary",))
    world.door.say_ring("canary")
    found = world.round(ring="all")
    assert (found.ring, found.next) == ("canary", "1.1.0")


def test_what_is_withdrawn_before_the_switch_is_not_switched_to(world: World) -> None:
    world.offer("1.1.0")
    world.round()
    world.repository.set_rings("1.1.0", ())
    found = world.round()
    assert (found.state, found.next) == (State.UP_TO_DATE, None)
    assert world.house.whole() == ["1.0.0"]


def test_a_newer_release_takes_the_place_of_one_that_waits(world: World) -> None:
    world.offer("1.1.0")
    world.round()
    world.offer("1.2.0")
    assert world.round().next == "1.2.0"
    assert world.house.whole() == ["1.0.0", "1.2.0"]


def test_a_release_that_fails_its_self_test_is_never_tried_again(world: World) -> None:
    world.offer("1.1.0", selftest="echo no fonts; exit 1")
    found = world.round()
    assert (found.why, found.next, found.condemned) == (Why.SELF_TEST, None, ("1.1.0",))
    assert "no fonts" in found.text
    assert world.house.whole() == ["1.0.0"]
    assert world.round().state is State.UP_TO_DATE
    world.house.forgive("1.1.0")
    assert world.round().why is Why.SELF_TEST


def test_a_release_that_fails_leaves_the_older_new_one_to_be_taken(world: World) -> None:
    world.offer("1.1.0")
    world.offer("1.2.0", selftest="exit 1")
    assert world.round().why is Why.SELF_TEST
    assert world.round().next == "1.1.0"


def test_a_self_test_that_hangs_is_ended_with_all_it_started(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = world.folder / "child.pid"
    world.offer("1.1.0", selftest=f"sleep 600 & echo $! >{mark}; {HANGS}")
    plan = world.plan
    monkeypatch.setattr(world, "plan", lambda *given: dataclasses.replace(plan(*given), selftest_s=1.0))
    found = world.round()
    assert (found.why, found.condemned) == (Why.SLOW, ())
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", mark.read_text().strip()], capture_output=True, text=True, check=False
    ).stdout.strip()
    assert state[:1] in ("", "Z")


def test_a_release_whose_journal_would_be_lost_on_the_way_back_is_refused(world: World) -> None:
    world.offer("1.1.0", writes=2)
    found = world.round()
    assert (found.why, found.next) == (Why.SCHEMA, None)
    assert "could not read the journal" in found.text


def test_a_stepping_stone_that_reads_more_is_taken_first(world: World) -> None:
    source = make_release(world.folder / "stone", "1.1.0")
    world.repository.add(source, release("1.1.0", 1, (1, 2)), ("canary",))
    world.offer("1.2.0", writes=2)
    assert world.round().next == "1.1.0"
    world.door.allow_switch("1.1.0")
    assert [world.start_lane(), world.start_lane()] == ["1.1.0", "1.1.0"]
    assert world.round().next == "1.2.0"


def test_nothing_is_brought_while_a_release_is_on_trial(world: World) -> None:
    world.offer("1.1.0", run="exit 3")
    world.round()
    world.door.allow_switch("1.1.0")
    assert world.start_lane() == "1.1.0"
    world.offer("1.2.0")
    found = world.round()
    assert (found.state, found.next) == (State.ON_TRIAL, None)
    world.door.say_healthy("1.1.0")
    assert world.round().next == "1.2.0"


def test_what_says_it_is_well_must_be_what_is_on_trial(world: World) -> None:
    world.offer("1.1.0", run="exit 3")
    world.round()
    world.door.allow_switch("1.1.0")
    world.start_lane()
    world.door.say_healthy("1.0.0")
    assert world.round().state is State.ON_TRIAL


def test_a_lane_that_switched_while_the_next_release_came_keeps_its_way_back(world: World) -> None:
    """The chooser may switch in the middle of a round: what fitted the old release may not fit the new."""
    world.offer("1.1.0", run="exit 3")
    world.round()
    world.offer("1.2.0")

    def switch(step: str, moment: str) -> None:
        if (step, moment) == ("prove", "after"):
            world.door.allow_switch("1.1.0")
            assert world.start_lane() == "1.1.0"

    found = world.round(watch=switch)
    assert (found.why, found.current, found.previous, found.next) == (Why.BUSY, "1.1.0", "1.0.0", None)


def test_releases_that_nothing_names_are_removed(world: World) -> None:
    make_release(world.house.release_folder("0.9.0"), "0.9.0")
    (world.house.releases / ".0.8.0.new" / "deep").mkdir(parents=True)
    (world.house.releases / ".0.8.0.new" / "deep").chmod(0o500)
    world.round()
    assert [path.name for path in world.house.releases.iterdir()] == ["1.0.0"]


def test_two_updaters_do_not_meet(world: World) -> None:
    world.house.prepare()
    with House(world.house.folder).only_updater():
        assert world.round().why is Why.BUSY


def test_too_little_room_is_said_before_anything_is_fetched(world: World) -> None:
    world.offer("1.1.0")
    found = world.round(room_left=1 << 60)
    assert (found.why, found.next) == (Why.DISK, None)
    assert [path for path, _ in world.server.asked if "/targets/" in path] == []


def test_a_house_without_releases_is_said(world: World) -> None:
    shutil.rmtree(world.house.folder)
    assert world.round().why is Why.SETTINGS


def test_a_current_that_names_nothing_is_said(world: World) -> None:
    world.house.drop("current")
    assert world.round().why is Why.SETTINGS
    assert world.house.whole() == ["1.0.0"]


def test_an_archive_that_lies_about_itself_is_refused(world: World, tmp_path: Path) -> None:
    """Signed as 1.1.0, but packed with the words of another release."""
    source = make_release(tmp_path / "built", "1.1.0")
    world.repository.add(source, release("1.1.0"), ("canary",))
    targets = world.repository._load("targets", object)
    custom = targets.signed.targets["kiosk-1.1.0.tar.zst"].unrecognized_fields["custom"]["kiosk"]
    custom["release"]["version"] = "1.2.0"
    world.repository._publish(targets)
    found = world.round()
    assert (found.why, found.condemned) == (Why.DAMAGED, ("1.2.0",))
    assert world.house.whole() == ["1.0.0"]


def test_an_archive_larger_than_signed_is_refused(world: World) -> None:
    world.offer("1.1.0", size=100_000)
    targets = world.repository._load("targets", object)
    custom = targets.signed.targets["kiosk-1.1.0.tar.zst"].unrecognized_fields["custom"]["kiosk"]
    custom["unpacked_size"] = 1000
    world.repository._publish(targets)
    found = world.round()
    assert found.why is Why.DAMAGED
    assert "more than was signed" in found.text
