"""A disk that can be filled and freed under a running service, without and with the rights to mount one.

`Limited` works for everybody on Linux: the service's process may write no file beyond its first byte, which
its operating system refuses like a quota (EFBIG). `Small` is a file system of a few megabytes in memory,
filled to its last byte, so that the refusal is the real one (ENOSPC); it needs the right to mount.
"""

import contextlib
import functools
import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest

SIZE_MB = 24
PIECE = 64 * 1024
LITTLE = 100_000
"""Bytes of a file that a limited command may still write."""


class Disk(Protocol):
    """Where a service's data lies."""

    folder: Path

    def fill(self, pid: int) -> None:
        """From now on the process can store nothing more."""

    def free(self, pid: int) -> None:
        """There is space again."""

    def before(self) -> None:
        """Run first in a command's process, so that the disk is full for it too."""


class Limited:
    """A process that may not write; others may."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self, pid: int) -> None:
        _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, hard))

    def free(self, pid: int) -> None:
        _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard, hard))

    def before(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (LITTLE, LITTLE))


class Small:
    """A file system without a free byte."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self, pid: int) -> None:
        with self._ballast.open("ab", buffering=0) as file:
            for size in (PIECE, 1):
                with contextlib.suppress(OSError):
                    while file.write(bytes(size)):
                        pass

    def free(self, pid: int) -> None:
        self._ballast.unlink()

    def before(self) -> None:
        pass


@contextlib.contextmanager
def limited(folder: Path) -> Iterator[Disk]:
    folder.mkdir(parents=True)
    yield Limited(folder)


@contextlib.contextmanager
def small(folder: Path) -> Iterator[Disk]:
    """Skips the test where nothing may be mounted."""
    if not may_mount():
        pytest.skip("nothing may be mounted here")
    folder.mkdir(parents=True)
    _mount(folder)
    try:
        yield Small(folder)
    finally:
        _unmount(folder)


@functools.cache
def may_mount() -> bool:
    """Whether this process may mount a file system."""
    if os.geteuid() != 0 or not (shutil.which("mount") and shutil.which("umount")):
        return False
    with tempfile.TemporaryDirectory() as place:
        try:
            _mount(Path(place))
        except subprocess.CalledProcessError:
            return False
        _unmount(Path(place))
    return True


def _mount(folder: Path) -> None:
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE_MB}m", "tmpfs", str(folder)]
    subprocess.run(command, capture_output=True, check=True)


def _unmount(folder: Path) -> None:
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


KINDS: dict[str, Callable[[Path], contextlib.AbstractContextManager[Disk]]] = {
    "limited": limited,
    "small": small,
}
