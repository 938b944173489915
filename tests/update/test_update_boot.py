"""The chooser: which release starts, whatever is broken, missing or full. It runs as the real script."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.update_world import BOOT, DIES, HANGS, World, make_release

DEADLINE_S = 30.0


@pytest.fixture
def staged(world: World) -> World:
    """1.1.0 is proved and waits."""
    world.offer("1.1.0")
    assert world.round().next == "1.1.0"
    return world


def on_trial(world: World, run: str) -> World:
    world.offer("1.1.0", run=run)
    world.round()
    world.door.allow_switch("1.1.0")
    return world


def test_without_the_lanes_word_nothing_is_switched(staged: World) -> None:
    assert [staged.start_lane() for _ in range(3)] == ["1.0.0"] * 3
    assert staged.house.named("next") == "1.1.0"


def test_the_lanes_word_counts_for_one_start_and_one_release(staged: World) -> None:
    staged.door.allow_switch("1.2.0")
    assert staged.start_lane() == "1.0.0"
    staged.house.drop("next")
    staged.door.allow_switch("1.1.0")
    assert staged.start_lane() == "1.0.0"
    staged.house.point("next", "1.1.0")
    assert staged.start_lane() == "1.0.0"


def test_a_switch_keeps_the_way_back(staged: World) -> None:
    staged.door.allow_switch("1.1.0")
    assert staged.start_lane() == "1.1.0"
    house = staged.house
    assert [house.named(name) for name in ("current", "previous", "next", "trial")] == [
        "1.1.0",
        "1.0.0",
        None,
        "1.1.0",
    ]


def test_a_release_that_says_it_is_well_stays(staged: World) -> None:
    staged.door.allow_switch("1.1.0")
    assert [staged.start_lane() for _ in range(6)] == ["1.1.0"] * 6
    assert not staged.house.is_on_trial()
    assert staged.house.condemned() == []


def test_a_release_that_dies_comes_back_after_three_starts_and_never_again(world: World) -> None:
    on_trial(world, DIES)
    assert [world.start_lane() for _ in range(5)] == ["1.1.0", "1.1.0", "1.1.0", "1.0.0", "1.0.0"]
    assert world.house.condemned() == ["1.1.0"]
    assert world.round().next is None
    world.offer("1.2.0")
    assert world.round().next == "1.2.0"


def test_a_release_that_is_never_well_counts_as_failed_though_it_runs(world: World) -> None:
    on_trial(world, "exit 0")
    assert [world.start_lane() for _ in range(4)][-1] == "1.0.0"


def test_a_release_that_hangs_is_ended(world: World) -> None:
    on_trial(world, HANGS)
    assert world.start_lane(KIOSK_HEALTHY_S="0") == "1.1.0"
    assert [world.start_lane(KIOSK_HEALTHY_S="0") for _ in range(3)][-1] == "1.0.0"


def test_the_lane_is_the_process_that_was_started(world: World) -> None:
    """Its service manager watches that process number, also on trial."""
    on_trial(world, 'echo $$; echo 1.1.0 >"$KIOSK_DOOR/healthy"')
    ran = subprocess.Popen(
        ["sh", str(BOOT), "run"], env=world.environment(), stdout=subprocess.PIPE, text=True
    )
    said, _ = ran.communicate(timeout=DEADLINE_S)
    assert said.split() == ["1.1.0", str(ran.pid)]


def test_the_lane_inherits_no_lock(world: World) -> None:
    on_trial(world, "ls /proc/$$/fd | wc -l; readlink /proc/$$/fd/9; exit 0")
    assert world.start_lane().split("\n")[1:] in (["3"], ["4"])  # ls shows the folder it reads


def test_a_release_that_is_gone_does_not_stop_the_lane(staged: World) -> None:
    staged.door.allow_switch("1.1.0")
    staged.start_lane()
    staged.start_lane()
    shutil.rmtree(staged.house.release_folder("1.1.0"))
    assert staged.start_lane() == "1.0.0"
    assert staged.house.named("current") == "1.0.0"


@pytest.mark.parametrize("link", ["missing", "empty", "elsewhere", "itself"])
def test_a_broken_current_is_put_right(world: World, link: str) -> None:
    world.house.drop("current")
    target = {"empty": "releases/", "elsewhere": "/etc", "itself": "current"}.get(link)
    if target:
        (world.house.folder / "current").symlink_to(target)
    assert world.start_lane() == "1.0.0"
    assert world.house.named("current") == "1.0.0"


def test_of_what_is_left_the_newest_that_did_not_fail_starts(world: World) -> None:
    make_release(world.house.release_folder("1.9.0"), "1.9.0")
    make_release(world.house.release_folder("1.10.0"), "1.10.0")
    make_release(world.house.release_folder("2.0.0"), "2.0.0")
    for version in ("1.9.0", "1.10.0", "2.0.0"):
        shutil.copy(world.house.release_folder("1.0.0") / "release.json", world.house.release_folder(version))
    world.house.prepare()
    world.house.condemn("2.0.0", "failed")
    world.house.drop("current")
    assert world.start_lane() == "1.10.0"


def test_a_house_without_any_release_says_so(world: World) -> None:
    shutil.rmtree(world.house.releases)
    ran = subprocess.run(
        ["sh", str(BOOT), "run"], env=world.environment(), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert "no release" in ran.stderr


def test_a_staged_release_that_was_damaged_since_is_not_switched_to(staged: World) -> None:
    (staged.house.release_folder("1.1.0") / "kiosk").unlink()
    staged.door.allow_switch("1.1.0")
    assert staged.start_lane() == "1.0.0"


def test_while_the_updater_changes_links_the_old_release_starts(staged: World) -> None:
    staged.door.allow_switch("1.1.0")
    with staged.house.locked():
        assert staged.start_lane(KIOSK_LOCK_S="0") == "1.0.0"
    staged.door.allow_switch("1.1.0")
    assert staged.start_lane() == "1.1.0"


@pytest.mark.parametrize("word", ["may-switch", "healthy"])
def test_a_lane_that_plays_tricks_at_the_door_only_harms_itself(staged: World, word: str) -> None:
    """The chooser may run as root: it must not wait at a pipe, follow a link or read without end."""
    os.mkfifo(staged.door.folder / word)
    assert staged.start_lane() == "1.0.0"
    (staged.door.folder / word).unlink(missing_ok=True)
    (staged.door.folder / word).symlink_to("/dev/zero")
    assert staged.start_lane() == "1.0.0"
    (staged.door.folder / word).unlink(missing_ok=True)
    (staged.door.folder / word).write_bytes(b"$(touch /tmp/never)\n" * 100_000)
    assert staged.start_lane() == "1.0.0"
    assert not Path("/tmp/never").exists()


def test_choosing_alone_puts_the_links_right(staged: World) -> None:
    """As a service's first step, with privileges; the service itself then starts `current` without any."""
    staged.door.allow_switch("1.1.0")
    subprocess.run(["sh", str(BOOT), "choose"], env=staged.environment(), check=True, capture_output=True)
    assert staged.house.named("current") == "1.1.0"


def test_the_lanes_arguments_are_handed_on(world: World) -> None:
    program = world.house.release_folder("1.0.0") / "kiosk"
    program.write_text('#!/bin/sh\necho "$#:$1:$2"\n', encoding="ascii")
    command = ["sh", str(BOOT), "run", "run", "--config=a b"]
    ran = subprocess.run(command, env=world.environment(), capture_output=True, text=True, check=True)
    assert ran.stdout == "2:run:--config=a b\n"


def test_whoever_misuses_it_is_told(world: World) -> None:
    ran = subprocess.run(
        ["sh", str(BOOT)], env=world.environment(), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2
    assert "usage" in ran.stderr


def test_no_python_is_needed_to_start(world: World) -> None:
    """Only a shell, coreutils, sed and flock: nothing that a broken release could have taken along."""
    needed = (
        "sh",
        "head",
        "readlink",
        "sync",
        "ln",
        "mv",
        "rm",
        "mkdir",
        "sort",
        "cut",
        "sleep",
        "flock",
        "sed",
    )
    bare = world.folder / "bin"
    bare.mkdir()
    for name in needed:
        found = shutil.which(name)
        assert found is not None
        (bare / name).symlink_to(found)
    on_trial(world, DIES)
    seen = [world.start_lane(PATH=str(bare)) for _ in range(4)]
    assert seen == ["1.1.0", "1.1.0", "1.1.0", "1.0.0"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m,nr_inodes=200", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("nothing may be mounted here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path) -> None:
    """To the last byte and the last name."""
    with (folder / "ballast").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(65_536)):
                pass
        except OSError:
            pass
    for number in range(1000):
        try:
            (folder / f"name-{number}").touch()
        except OSError:
            return
    raise AssertionError("the disk does not get full")


def test_a_broken_release_goes_back_on_a_disk_without_a_byte_or_a_name_left(small_disk: Path) -> None:
    world = World(small_disk / "world")
    try:
        on_trial(world, DIES)
        assert world.start_lane() == "1.1.0"
        fill(small_disk)
        assert [world.start_lane() for _ in range(3)] == ["1.1.0", "1.1.0", "1.0.0"]
        assert world.start_lane() == "1.0.0"
    finally:
        world.close()


def test_a_full_disk_stops_the_update_and_not_the_lane(small_disk: Path) -> None:
    world = World(small_disk / "world")
    try:
        world.offer("1.1.0", size=200_000)
        fill(small_disk)
        assert world.round().next is None
        assert world.start_lane() == "1.0.0"
        for path in small_disk.glob("name-*"):
            path.unlink()
        (small_disk / "ballast").unlink()
        assert world.round().next == "1.1.0"
        fill(small_disk)
        world.door.folder.joinpath("may-switch").unlink(missing_ok=True)
        assert world.start_lane() == "1.0.0"
    finally:
        world.close()
