"""Six shoppers buy the same six goods, each as it suits them; who comes next finds nothing of the one before.

A lane with its simulated devices, each a process of its own. Who shops by ear alone is in every run
(test_scenarios_by_ear.py). `make everyone OUT=DIR` shows all six in pictures.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tools.everyone.__main__ import mistakes_of, run
from tools.everyone.shoppers import ARABIC, EVERYONE, LARGE, TOTAL_MINOR, Shopper

SAMPLE = (LARGE, ARABIC)
"""What changes most of the screens, and would be seen most by who comes next."""


def _shop(shoppers: Sequence[Shopper], out: Path) -> None:
    served = run(shoppers, out)
    assert [one.shopper for one in served] == list(shoppers)
    mistakes = {one.shopper.name: found for one in served if (found := mistakes_of(one))}
    assert not mistakes
    for one in served:
        assert (one.is_paid, one.total_minor) == (True, TOTAL_MINOR)
        assert one.receipt is not None
        assert one.receipt.stat().st_size > 0
        assert all(picture.is_file() for picture, _ in one.pictures)


@pytest.mark.slow
def test_two_of_them_finish_the_same_basket_at_one_lane(tmp_path: Path) -> None:
    _shop(SAMPLE, tmp_path)


@pytest.mark.slow
def test_all_six_finish_the_same_basket(tmp_path: Path) -> None:
    _shop(EVERYONE, tmp_path)
    said = (tmp_path / "transcript.jsonl").read_text(encoding="utf-8").splitlines()
    assert any("11 euros and 74 cents" in json.loads(line)["text"] for line in said)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert all(f'id="{shopper.name}"' in page for shopper in EVERYONE)
    assert "Not so:" not in page
