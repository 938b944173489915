"""A power cut in any step of a round: what was never made durable is gone, yet a lane starts and is updated.

The disk is modelled strictly: a file that nobody synced is empty, and a folder holds the names it had when it
was last synced. Real disks lose less.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from benchmarks.update_world import World
from kiosk.update.status import State
from kiosk.update.updater import STEPS


class PowerCutError(BaseException):
    """Nothing of the program runs after this."""


@dataclass
class Disk:
    """What is durable below one folder: contents by inode, names by folder."""

    folder: Path
    fsync: Callable[[int], None] = os.fsync
    files: set[int] = field(default_factory=set)
    names: dict[int, dict[str, tuple[int, str]]] = field(default_factory=dict)
    """Of each folder: its names, each with what it is and, for a link, where it leads."""

    def take_all(self) -> None:
        """Everything there now counts as durable."""
        for parent, _folders, files in os.walk(self.folder):
            self.files |= {os.lstat(Path(parent, name)).st_ino for name in files}
            self._take_folder(Path(parent))

    def sync(self, descriptor: int) -> None:
        """Stands for os.fsync."""
        self.fsync(descriptor)
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        if path.is_dir():
            self._take_folder(path)
        else:
            self.files.add(os.fstat(descriptor).st_ino)

    def _take_folder(self, path: Path) -> None:
        self.names[path.stat().st_ino] = {
            entry.name: (entry.inode(), str(Path(entry.path).readlink()) if entry.is_symlink() else "")
            for entry in os.scandir(path)
        }

    def cut(self) -> None:
        """Leave what a power cut leaves."""
        self._cut(self.folder)

    def _cut(self, folder: Path) -> None:
        durable = self.names.get(folder.stat().st_ino, {})
        by_inode = {inode: name for name, (inode, _link) in durable.items()}
        for path in list(folder.iterdir()):
            inode = os.lstat(path).st_ino
            if path.is_symlink():
                if durable.get(path.name) != (inode, str(path.readlink())):
                    path.unlink()
                continue
            if by_inode.get(inode) == path.name:
                continue
            if inode in by_inode:  # renamed, and the new name was not durable
                path.rename(folder / by_inode[inode])
            elif path.is_dir():
                self._empty(path)
            else:
                path.unlink()
        for name, (_inode, link) in durable.items():
            if link and not (folder / name).is_symlink():
                (folder / name).symlink_to(link)
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                self._cut(path)
            elif not path.is_symlink() and os.lstat(path).st_ino not in self.files:
                path.write_bytes(b"")

    def _empty(self, folder: Path) -> None:
        for path in list(folder.iterdir()):
            if path.is_dir() and not path.is_symlink():
                self._empty(path)
            else:
                path.unlink()
        folder.rmdir()


def test_the_model_loses_what_was_not_synced_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("old")
    (tmp_path / "link").symlink_to("old")
    disk = Disk(tmp_path)
    disk.take_all()
    (tmp_path / "new").write_text("new")
    (tmp_path / "old").rename(tmp_path / "renamed")
    (tmp_path / "link").unlink()
    (tmp_path / "link").symlink_to("new")
    disk.cut()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "old"]
    assert ((tmp_path / "old").read_text(), str((tmp_path / "link").readlink())) == ("old", "old")


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("step", STEPS[1:])
def test_a_power_cut_in_any_step_costs_a_lane_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch, step: str, moment: str
) -> None:
    world.offer("1.1.0", size=200_000)
    disk = Disk(world.house.folder)
    disk.take_all()

    def cut(reached: str, when: str) -> None:
        if (reached, when) == (step, moment):
            raise PowerCutError

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", disk.sync)
        with pytest.raises(PowerCutError):
            world.round(watch=cut)
    disk.cut()

    staged = world.house.named("next")
    assert staged == ("1.1.0" if (step, moment) in [("stage", "after")] or step == "clear" else None)
    if staged is None:
        assert world.start_lane() == "1.0.0"
        assert world.round().state is State.WAITING
    world.door.allow_switch("1.1.0")
    assert world.start_lane() == "1.1.0"
    assert (world.house.release_folder("1.1.0") / "_internal" / "data.bin").stat().st_size == 200_000
    assert world.start_lane() == "1.1.0"
    assert not world.house.is_on_trial()
