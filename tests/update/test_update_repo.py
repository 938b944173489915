"""What signs: `tools/update_repo.py`."""

import shutil
from pathlib import Path

import pytest

from benchmarks.update_world import World, make_release, release
from tools import update_repo
from tools.update_repo import RefusedError


def test_the_same_folder_packs_to_the_same_bytes(world: World, tmp_path: Path) -> None:
    source = make_release(tmp_path / "one", "1.1.0", size=1000)
    twin = Path(shutil.copytree(source, tmp_path / "two", symlinks=True))
    for path in twin.rglob("*"):
        if not path.is_symlink():
            path.touch()
    assert update_repo._pack(source, release("1.1.0")) == update_repo._pack(twin, release("1.1.0"))


def test_hard_links_are_packed_as_files_of_their_own(world: World) -> None:
    source = make_release(world.folder / "linked", "1.1.0", size=1000)
    (source / "_internal" / "twin.bin").hardlink_to(source / "_internal" / "data.bin")
    world.repository.add(source, release("1.1.0"), ("canary",))
    assert world.round().next == "1.1.0"
    placed = world.house.release_folder("1.1.0") / "_internal"
    assert (placed / "twin.bin").read_bytes() == (placed / "data.bin").read_bytes()


def test_a_version_is_given_once(world: World) -> None:
    world.offer("1.1.0")
    with pytest.raises(RefusedError, match="given once"):
        world.repository.add(world.folder / "built-1.1.0", release("1.1.0"), ("all",))


def test_keys_are_for_their_owner_only(world: World) -> None:
    modes = {path.name: path.stat().st_mode & 0o777 for path in world.keys.iterdir()}
    assert len(modes) == 7
    assert set(modes.values()) == {0o600}


def test_a_repository_is_never_made_twice(world: World) -> None:
    with pytest.raises(RefusedError, match="exists"):
        world.repository.init()


def test_refreshing_needs_neither_root_nor_release_keys(world: World) -> None:
    world.offer("1.1.0")
    for path in [*world.keys.glob("root-*"), *world.keys.glob("targets-*")]:
        path.unlink()
    world.repository.refresh()
    assert world.round().next == "1.1.0"
    with pytest.raises(RefusedError, match="2 keys of targets"):
        world.repository.set_rings("1.1.0", ("all",))


def test_the_whole_way_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repo, keys = str(tmp_path / "repo"), str(tmp_path / "keys")
    source = str(make_release(tmp_path / "built", "1.4.0"))
    assert update_repo.main(["init", repo, "--keys", keys]) == 0
    assert "1.root.json" in capsys.readouterr().out
    add = ["add", repo, source, "--keys", keys, "--version", "1.4.0", "--rings", "canary"]
    assert update_repo.main(add) == 0
    assert capsys.readouterr().out.strip().endswith("kiosk-1.4.0.tar.zst")
    assert update_repo.main(add) == 1
    assert "given once" in capsys.readouterr().err
    assert update_repo.main(["rings", repo, "1.4.0", "--keys", keys, "--rings", "canary,all"]) == 0
    assert update_repo.main(["rings", repo, "1.4.0", "--keys", keys, "--rings", "Not a ring"]) == 1
    assert update_repo.main(["withdraw", repo, "1.4.0", "--keys", keys]) == 0
    assert update_repo.main(["withdraw", repo, "9.9", "--keys", keys]) == 1
    assert update_repo.main(["refresh", repo, "--keys", keys]) == 0
    assert update_repo.main(["rotate", repo, "timestamp", "--keys", keys]) == 0


def test_a_folder_without_the_program_is_not_signed(world: World, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(RefusedError, match="no program"):
        world.repository.add(tmp_path / "empty", release("1.1.0"), ("all",))
