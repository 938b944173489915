"""A sample of `python -m benchmarks.update_matrix`: real processes, SIGKILL, and a lane that starts."""

from pathlib import Path

import pytest

from benchmarks.update_matrix import measure


def test_a_lane_always_starts_whoever_is_killed_and_when(fast_path: Path) -> None:
    tally = measure(6, 20261123, fast_path)
    assert tally.bricked == []
    assert tally.wrong_version == []
    assert tally.kills >= 4


@pytest.mark.slow
def test_every_step_before_and_after(tmp_path: Path) -> None:
    tally = measure(0, 1, tmp_path)
    assert tally.bricked == tally.wrong_version == []
    assert tally.kills > 80
