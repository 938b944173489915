"""The page of six shoppers: what is new is on it once, in words, with what was heard at each step."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from tools.everyone.page import caption, page
from tools.everyone.serving import Served
from tools.everyone.shoppers import EAR, TOUCH


def picture(folder: Path, name: str, shade: int) -> Path:
    path = folder / f"{name}.png"
    assert cv2.imwrite(str(path), np.full((32, 18, 3), shade, np.uint8))
    return path


@pytest.fixture
def served(tmp_path: Path) -> Served:
    steps = [
        "finds",
        "touch start",
        "show milk",
        "show rice",
        "show soap",
        "expect",
        "touch pay",
        "wait tender",
    ]
    shades = [10, 60, 110, 120, 130, 130, 200, 200]
    pictures = [(picture(tmp_path, f"{at}", shade), steps[at]) for at, shade in enumerate(shades)]
    return Served(shopper=TOUCH, out=tmp_path, pictures=pictures, total_minor=1174, is_paid=True)


def test_the_same_is_shown_once_and_of_the_goods_the_first_and_the_last(served: Served) -> None:
    assert [words for _, words in served.telling] == [
        "finds", "touch start", "show milk", "show soap", "touch pay",
    ]  # fmt: skip


def test_steps_are_told_in_words(served: Served) -> None:
    told = page("Six", "Text", [served], "")
    assert "The first screen, as it is found" in told
    assert "How to pay" in told
    assert "touch start" not in told
    assert caption("walk somewhere-new") == "walk somewhere-new"
    assert "Not so:" not in told
    served.failures.append("the <receipt> is missing")
    assert "Not so:</b> the &lt;receipt&gt; is missing" in page("Six", "Text", [served], "")


def test_what_was_heard_stands_under_its_step_and_none_of_it_is_lost(tmp_path: Path) -> None:
    said = [f"Sentence {number}." for number in range(6)]
    transcript = "".join(json.dumps({"text": text}) + "\n" for text in said)
    heard = [("press F9 Right", 2), ("walk start", 2), ("show milk", 5)]
    one = Served(shopper=EAR, out=tmp_path, transcript=tmp_path / "transcript.jsonl", heard=heard)
    told = page("Six", "Text", [one], transcript)
    assert all(told.count(text) == 1 for text in said)
    places = [
        told.index(text) for text in ("The screen is dark", said[0], "Milk", said[2], "Afterwards", said[5])
    ]
    assert places == sorted(places)
    assert "Begun" not in told
