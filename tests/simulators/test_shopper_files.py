"""The files around a run: the lane's settings, what an earlier run left, the receipt that is kept."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from simulators import settings
from simulators.shopper import outputs
from simulators.shopper.world import clear_earlier_run


def test_settings_are_the_template_with_what_the_simulators_decide(tmp_path: Path) -> None:
    changes = {"printer": {"port": tmp_path / "p", "columns": 42}, "lane": {"folder": 'a "quoted" \\ näme'}}
    settings.write(tmp_path / "kiosk.toml", changes)
    text = (tmp_path / "kiosk.toml").read_text()
    assert text.startswith(settings.HEADER)
    written, template = tomllib.loads(text), tomllib.loads(settings.TEMPLATE.read_text())
    assert written["printer"] == {"port": str(tmp_path / "p"), "columns": 42}
    assert written["lane"]["folder"] == 'a "quoted" \\ näme'
    assert written["shop"] == template["shop"]
    assert written["screen"] == template["screen"]


def test_the_currency_is_the_catalogue_s_and_a_bad_file_is_left_to_the_lane(tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    path.write_text("\ufeffgtin,name,price_minor,currency\n1,x,1,CHF\n", encoding="utf-8")
    assert settings.currency_of(path) == "CHF"
    for content in (b"gtin,name\n1,x\n", b"", b"\xff\xfe\x00", b"currency\n"):
        path.write_bytes(content)
        assert settings.currency_of(path) is None
    assert settings.currency_of(tmp_path / "none.csv") is None


def test_an_earlier_run_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "lane").mkdir()
    settings.write(tmp_path / "lane" / "kiosk.toml", {})
    (tmp_path / "screens").mkdir()
    for name in ("summary.json", "receipt.png", "notes.txt", "screens/01-x.png"):
        (tmp_path / name).touch()
    clear_earlier_run(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_folder_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "lane").mkdir()
    (tmp_path / "lane" / "kiosk.toml").write_text("# a real lane\n")
    (tmp_path / "summary.json").touch()
    with pytest.raises(FileExistsError, match="choose another --out"):
        clear_earlier_run(tmp_path)
    assert (tmp_path / "summary.json").exists()


def paper(folder: Path, number: int, ended: str) -> dict[str, Any]:
    parts = {part: str(folder / f"{number}.{part}") for part in outputs.RECEIPT_PARTS}
    for path in parts.values():
        Path(path).write_text(f"{number}")
    return {"number": number, "ended": ended, **parts}


def test_the_receipt_is_the_newest_paper_that_was_cut_off(tmp_path: Path) -> None:
    papers = [paper(tmp_path, 1, "cut"), paper(tmp_path, 2, "cut"), paper(tmp_path, 3, "paper_end")]
    assert outputs.save_receipt(papers, tmp_path)
    assert [(tmp_path / f"receipt.{part}").read_text() for part in outputs.RECEIPT_PARTS] == ["2", "2", "2"]


def test_without_a_cut_there_is_no_receipt(tmp_path: Path) -> None:
    assert not outputs.save_receipt([paper(tmp_path, 1, "torn")], tmp_path)
    assert not (tmp_path / "receipt.png").exists()


def test_a_lane_that_never_had_a_journal_is_no_fault(tmp_path: Path) -> None:
    assert outputs.export_journal(tmp_path / "kiosk.toml", tmp_path) == (
        {"verifies": False, "entries": 0, "said": ""},
        [],
    )
