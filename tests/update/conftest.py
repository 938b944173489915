"""One lane that sells with 1.0.0, its repository and a web server, for every test that asks."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.update_world import World

MEMORY = Path("/dev/shm")
"""Thousands of fsyncs are made in these tests; what they are worth is told by the model of a power cut."""


@pytest.fixture
def fast_path(tmp_path: Path) -> Iterator[Path]:
    """A folder of this test, in memory where there is such a place."""
    if not MEMORY.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder)


@pytest.fixture
def world(fast_path: Path) -> Iterator[World]:
    made = World(fast_path)
    yield made
    made.close()
