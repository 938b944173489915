"""Attacks that The Update Framework names, tried on the updater as it is wired here."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata

from benchmarks.update_world import World
from kiosk.update.errors import Why
from kiosk.update.status import State
from tools.update_repo import RefusedError, UpdateRepository


def copy_of(world: World, name: str) -> Path:
    return Path(shutil.copytree(world.repository.metadata, world.folder / name))


def put_back(world: World, copy: Path) -> None:
    shutil.rmtree(world.repository.metadata)
    shutil.copytree(copy, world.repository.metadata)


def refused(world: World) -> Why | None:
    before = world.house.named("next")
    found = world.round()
    assert world.house.named("next") == before
    assert found.state is State.STUCK
    return found.why


def test_a_repository_that_went_back_is_refused(world: World) -> None:
    world.offer("1.1.0")
    old = copy_of(world, "old")
    world.offer("1.2.0")
    assert world.round().next == "1.2.0"
    put_back(world, old)
    assert refused(world) is Why.UNTRUSTED


def test_a_frozen_repository_is_refused_when_its_time_is_over(world: World) -> None:
    """Whoever keeps news from a lane by showing it yesterday's repository gets two days at most."""
    world.offer("1.1.0")
    UpdateRepository(world.repository.folder, world.keys, now=datetime.now(UTC) - timedelta(days=3)).refresh()
    assert refused(world) is Why.UNTRUSTED


def test_parts_of_different_days_are_refused(world: World) -> None:
    """Mix and match: today's timestamp, today's snapshot by name, and the snapshot of another day inside."""
    world.offer("1.1.0")
    snapshots = sorted(world.repository.metadata.glob("*.snapshot.json"))
    newest, older = snapshots[-1], snapshots[0]
    shutil.copyfile(older, newest)
    assert refused(world) is Why.UNTRUSTED


def test_targets_of_another_day_are_refused(world: World) -> None:
    world.offer("1.1.0")
    world.offer("1.2.0")
    shutil.copyfile(
        world.repository.metadata / "2.targets.json", world.repository.metadata / "3.targets.json"
    )
    assert refused(world) is Why.UNTRUSTED


def test_changed_metadata_is_refused(world: World) -> None:
    world.offer("1.1.0", rings=("other",))
    path = world.repository.metadata / "2.targets.json"
    path.write_bytes(path.read_bytes().replace(b'"other"', b'"canary"'))
    assert refused(world) is Why.UNTRUSTED


def test_one_of_two_keys_is_not_enough_to_release(world: World) -> None:
    world.offer("1.1.0")
    path = world.repository.metadata / "2.targets.json"
    metadata = json.loads(path.read_bytes())
    metadata["signatures"].pop()
    path.write_text(json.dumps(metadata))
    assert refused(world) is Why.UNTRUSTED


def test_the_same_key_twice_is_still_one_key(world: World) -> None:
    world.offer("1.1.0")
    path = world.repository.metadata / "2.targets.json"
    metadata = json.loads(path.read_bytes())
    metadata["signatures"][1] = metadata["signatures"][0]
    path.write_text(json.dumps(metadata))
    assert refused(world) is Why.UNTRUSTED


def test_a_strangers_repository_is_refused(world: World, tmp_path: Path) -> None:
    stranger = UpdateRepository(tmp_path / "stranger", tmp_path / "stranger-keys")
    stranger.init()
    for path in stranger.metadata.iterdir():
        if path.name != "1.root.json":
            shutil.copyfile(path, world.repository.metadata / path.name)
    assert refused(world) is Why.UNTRUSTED


def test_a_new_root_needs_the_old_roots_signatures(world: World) -> None:
    root = Metadata.from_file(str(world.repository.metadata / "1.root.json"))
    root.signed.version = 2
    root.signatures.clear()
    for _ in range(2):
        root.sign(CryptoSigner.generate_ed25519(), append=True)
    root.to_file(str(world.repository.metadata / "2.root.json"))
    assert refused(world) is Why.UNTRUSTED


@pytest.mark.parametrize("role", ["root", "targets", "snapshot", "timestamp"])
def test_new_keys_are_taken_and_old_ones_count_for_nothing(world: World, role: str) -> None:
    world.offer("1.1.0")
    assert world.round().next == "1.1.0"
    stolen = Path(shutil.copytree(world.keys, world.folder / "stolen"))
    world.repository.rotate(role)
    world.offer("1.2.0")
    assert world.round().next == "1.2.0"
    if role != "root":
        with pytest.raises(RefusedError, match=f"keys of {role}"):
            UpdateRepository(world.repository.folder, stolen).set_rings("1.2.0", ["canary"])


def test_without_enough_root_keys_there_is_no_new_root(world: World) -> None:
    for path in sorted(world.keys.glob("root-*.pem"))[:2]:
        path.unlink()
    with pytest.raises(RefusedError, match="2 keys of root"):
        world.repository.rotate("targets")


def test_a_clock_before_the_releases_day_stops_updates(world: World) -> None:
    """With a dead clock nobody can tell whether metadata is old."""
    world.offer("1.1.0")
    found = world.round(days=-3650)
    assert (found.state, found.why, found.next) == (State.STUCK, Why.CLOCK, None)


def test_endless_metadata_ends(world: World) -> None:
    world.server.spoil = lambda path, body: body + b" " * 2_000_000 if "timestamp" in path else body
    world.offer("1.1.0")
    assert refused(world) in (Why.UNTRUSTED, Why.UNREACHABLE)


@pytest.mark.parametrize(
    "name", ["timestamp.json", "snapshot.json", "targets.json", "root_history/1.root.json"]
)
def test_metadata_that_a_power_cut_emptied_is_fetched_again(world: World, name: str) -> None:
    world.offer("1.1.0")
    world.round()
    (world.house.metadata / name).write_bytes(b"")
    world.offer("1.2.0")
    assert world.round().next == "1.2.0"


def test_a_repository_that_does_not_answer_is_tried_again(world: World) -> None:
    world.offer("1.1.0")
    shutil.move(world.repository.metadata / "timestamp.json", world.folder / "away.json")
    assert refused(world) is Why.UNREACHABLE
    shutil.move(world.folder / "away.json", world.repository.metadata / "timestamp.json")
    assert world.round().next == "1.1.0"
