"""Stories that are not told by their own test: read from their files, acted out, and finished as written."""

from pathlib import Path
from typing import Any

import pytest

STORIES = Path(__file__).parent / "stories"
CHARGED = {"price_check": [("charge", 229)], "second_thoughts": [("charge", 500)]}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(CHARGED))
def test_the_story_ends_as_it_is_written(shop: Any, name: str) -> None:
    trip = shop((STORIES / f"{name}.toml").read_text(encoding="utf-8"))
    trip.require_success()
    assert trip.summary["journal"]["verifies"]
    assert trip.ledger == CHARGED[name]
