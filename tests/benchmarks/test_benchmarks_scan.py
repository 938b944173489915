"""The scanner's measurements: ended runs go on where they were, rates count what they say, pages stay."""

import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.scan_figures import ACCEPTED, Looked, added_up, figures, table
from benchmarks.scan_frames import DEGRADATIONS, presentation
from benchmarks.scan_kept import Kept, OtherMeasurementError
from benchmarks.scan_page import BEGIN, END, PARTS, section, written


def row(path: str, reader: str = "fast", *, is_read: bool = True, **changes: object) -> Looked:
    shown = {"kind": "ean13", "is_drawn": False, "is_negative": False, "wrong": (), "ms": (5.0,)}
    return Looked(path=path, reader=reader, is_read=is_read, **{**shown, **changes})  # type: ignore[arg-type]


def test_a_run_that_was_ended_goes_on_where_it_was(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "kept.jsonl"
    first = Kept(file, "all pictures")
    first.add([row("a.png"), row("a.png", "deep", is_read=False)])
    first.add([row("b.png")])
    again = Kept(file, "all pictures")

    assert again.has("a.png")
    assert not again.has("c.png")
    assert list(again) == list(first)


def test_a_line_torn_by_a_power_cut_is_measured_again(tmp_path: Path) -> None:
    file = tmp_path / "kept.jsonl"
    Kept(file, "all").add([row("a.png")])
    with file.open("ab") as torn:
        torn.write(b'[{"path":"b.pn')
    again = Kept(file, "all")
    again.add([row("b.png")])

    assert [one.path for one in Kept(file, "all")] == ["a.png", "b.png"]


def test_another_measurement_is_never_mixed_in(tmp_path: Path) -> None:
    file = tmp_path / "kept.jsonl"
    Kept(file, "upright").add([row("a.png")])

    with pytest.raises(OtherMeasurementError, match=r"upright.*dark"):
        Kept(file, "dark")


def test_rates_are_of_pictures_with_a_code_and_photographs_are_told_apart() -> None:
    tallies = added_up(
        [
            row("a.png"),
            row("b.png", is_read=False),
            row("c.png", is_drawn=True),
            row("n.png", kind="negative", is_negative=True, is_read=False, wrong=("n.png: EAN-13 1",)),
        ]
    )
    told = figures(tallies)["fast"]

    assert told["read"] == pytest.approx(2 / 3, abs=1e-4)
    assert told["read_photographs"] == 0.5
    assert told["misread"] == pytest.approx(1 / 3, abs=1e-4)
    assert "| photographs | 1/2 5/5 |" in table(tallies)
    assert "| negative | 0/0 x1 5/5 |" in table(tallies)


def test_accepted_tells_wrong_codes_and_frames() -> None:
    tallies = added_up([row("a.png", ACCEPTED, frames=2), row("b.png", ACCEPTED, is_read=False)])

    assert (
        figures(tallies)[ACCEPTED] | {"read": 0.5, "wrong": 0, "frames_p50": 2} == figures(tallies)[ACCEPTED]
    )


def test_the_page_gets_what_was_measured_and_keeps_the_rest(tmp_path: Path) -> None:
    told = {
        name: {"read_photographs": rate} for name, rate in (("zxing-cpp", 0.4), ("fast", 0.8), ("deep", 0.9))
    }
    told[ACCEPTED] = {"read_photographs": 0.9, "wrong": 0}
    table_ = "| class | fast |\n|---|--:|\n| ean13 | 1/1 5/5 |"
    (tmp_path / "upright.txt").write_text(f"Load before: 0.3.\nwhat\n\n{table_}\n{json.dumps(told)}\n")
    (tmp_path / "live.txt").write_text(f"Load before: 1.5.\n{json.dumps({'idle_core_percent': 2.4})}\n")
    made = section(tmp_path)
    page = written(f"before\n{BEGIN}\nold\n{END}\nafter\n", made)

    assert table_ in page
    assert "| as they are | 40.0 % | 80.0 % | 90.0 % | 2.00 | 2.25 | 90.0 %, 0 wrong |" in page
    assert "idle core percent: 2.4" in page
    assert "Highest load before a part: 1.5" in page
    assert "old" not in page
    assert page.startswith("before\n")
    assert page.endswith("after\n")
    assert written(page, made) == page


def test_a_page_without_marks_is_left_alone() -> None:
    with pytest.raises(ValueError, match="no marks"):
        written("a page", "figures")


def test_every_degradation_of_the_page_exists() -> None:
    options = [part.arguments for part in PARTS.values() if "--degrade" in part.arguments]
    named = [one[one.index("--degrade") + 1] for one in options]

    assert {name for name in named if not name.startswith("rot")} == set(DEGRADATIONS)
    assert {"rot90", "rot180", "rot270"} <= set(named)


def test_in_a_presentation_every_frame_has_darkness_of_its_own() -> None:
    still = np.full((90, 160), 120, np.uint8)
    light, dark = (np.stack(list(presentation(still, 5, name)))[-4:].astype(float) for name in ("", "dark"))

    assert light.std() < 5 < 12 < dark.std()
    assert abs(np.corrcoef(dark[0].ravel(), dark[1].ravel())[0, 1]) < 0.1
