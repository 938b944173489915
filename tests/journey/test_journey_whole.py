"""The journey itself, on real programs: its beginning each time, the whole of it where slow tests run."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from simulators.browser import CHROMIUM
from tools.journey.__main__ import STEPS

TIMEOUT_S = 900
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt install chromium)")


def journey(out: Path, steps: int) -> str:
    """Its page."""
    command = [sys.executable, "-m", "tools.journey", "--out", str(out), "--steps", str(steps)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT_S, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return (out / "index.html").read_text(encoding="utf-8")


def shown(page: str, out: Path) -> list[str]:
    """Its pictures, each of them there."""
    pictures = re.findall(r'<img src="([^"]+)"', page)
    assert all((out / one).read_bytes().startswith(b"\x89PNG") for one in pictures)
    return pictures


def test_she_joins_says_what_she_likes_and_gets_offers_that_say_why(tmp_path: Path) -> None:
    page = journey(tmp_path / "out", 3)
    assert page.count('class="step"') == 3
    assert len(shown(page, tmp_path / "out")) == 5
    assert "the gift of the day says: because you checked in today" in page


@pytest.mark.slow
def test_the_whole_journey_is_so(tmp_path: Path) -> None:
    page = journey(tmp_path / "out", STEPS)
    assert page.count('class="step"') == STEPS
    assert len(shown(page, tmp_path / "out")) > 2 * STEPS
    for file in ("my-data.json", "journal.jsonl", "receipt.png"):
        assert (tmp_path / "out" / file).is_file(), file
