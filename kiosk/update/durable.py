"""Changing files so that a power cut leaves the old or the new, and what was promised stays.

The order is always: contents, their fsync, the name, the fsync of the folder that holds the name.
"""

import os
import shutil
from pathlib import Path


def sync(path: Path) -> None:
    """Make a file's contents, or a folder's names, durable."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(folder: Path) -> None:
    """The same for everything below a folder, deepest first. Links are names, kept by their folder's."""
    for parent, _folders, files in os.walk(folder, topdown=False):
        for name in files:
            path = Path(parent, name)
            if not path.is_symlink():
                sync(path)
        sync(Path(parent))


def write(path: Path, contents: bytes, mode: int = 0o644) -> None:
    """Put a whole file in place."""
    part = path.with_name(f".{path.name}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(contents)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    sync(path.parent)


def link(path: Path, target: str) -> None:
    """Let a link name something else, by one rename: whoever reads it sees the old or the new."""
    part = path.with_name(f".{path.name}.update")
    part.unlink(missing_ok=True)
    part.symlink_to(target)
    part.replace(path)
    sync(path.parent)


def rename(path: Path, to: Path) -> None:
    """Give something whose contents are durable its name."""
    path.replace(to)
    sync(to.parent)
    if path.parent != to.parent:
        sync(path.parent)


def remove(path: Path) -> None:
    """Take one name away; nothing if it is gone."""
    path.unlink(missing_ok=True)
    sync(path.parent)


def remove_tree(folder: Path) -> None:
    """Remove a folder that nothing names any more. May be cut short anywhere and done again."""
    for path in (folder, *folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    shutil.rmtree(folder)
    sync(folder.parent)
