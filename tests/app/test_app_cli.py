"""The command line: help, exit codes, and that nothing heavy is loaded before it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import __version__
from kiosk.app import cli, lane
from kiosk.app.settings import load
from retail.journal import events as e

GOODS = "gtin,name,price_minor,currency,tax_rate_percent,category\n4006381333931,Pen,199,EUR,19,office\n"
COMMANDS = ("run", "demo", "shop", "doctor", "journal", "settings")


def test_help_lists_every_command_and_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert all(f"\n    {command} " in said for command in COMMANDS)
    assert "exit codes: 0 done" in said


@pytest.mark.parametrize("arguments", [["run"], ["doctor"], ["journal"], ["journal", "verify"], ["settings"]])
def test_every_command_explains_itself_and_hides_what_is_not_for_shops(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([*arguments, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith("usage: kiosk " + " ".join(arguments))
    assert "--steer" not in said


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"kiosk {__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["dance"], ["run", "--fast"], ["journal"]])
def test_a_wrong_command_line_is_exit_code_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    assert ended.value.code == 2
    assert "usage: kiosk" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["run"], ["doctor"], ["journal", "verify"], ["journal", "export"]])
def test_wrong_settings_are_exit_code_2_for_every_command(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text("[lan]\nname = 1\n")
    assert cli.main([*arguments, "--config", str(path)]) == 2
    said = capsys.readouterr()
    assert "did you mean [lane]?" in said.out + said.err


def test_a_build_without_simulators_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "simulators", None)
    for name in [name for name in sys.modules if name.startswith("simulators.")]:
        monkeypatch.delitem(sys.modules, name)
    assert cli.main(["demo", "--port", "1"]) == 1
    assert "this installation has no simulators" in capsys.readouterr().err


def test_a_lane_whose_settings_name_no_catalogue_does_not_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["run", "--config", str(lane_file(tmp_path))]) == 2
    assert f"there is no catalogue at {tmp_path / 'goods.csv'}" in capsys.readouterr().err


def test_a_catalogue_with_wrong_rows_is_refused_whole_and_every_row_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "goods.csv").write_text(
        GOODS + "4006381333932,Pencil,99,EUR,19,office\n9521000001015,Milk,-3,EUR,7,dairy\n"
    )
    assert cli.main(["run", "--config", str(lane_file(tmp_path))]) == 2
    said = capsys.readouterr().err
    assert "line 3: gtin '4006381333932'" in said
    assert "line 4: price_minor '-3'" in said
    assert "nothing was loaded" in said


def test_a_broken_offers_file_is_refused_with_offer_field_and_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "goods.csv").write_text(GOODS)
    (tmp_path / "offers.json").write_text(
        '{"currency": "EUR", "offers": [{"id": "half", '
        '"derivation": [{"type": "percent", "percent_bp": 20000}]}]}'
    )
    settings = lane_file(tmp_path)
    settings.write_text(settings.read_text().replace("[shop]", '[shop]\noffers = "offers.json"'))
    assert cli.main(["run", "--config", str(settings)]) == 2
    said = capsys.readouterr().err
    assert "offers.json: offers refused, nothing was loaded; 1 mistake(s)" in said
    assert "offer 'half', derivation[0].percent_bp: " in said
    (tmp_path / "offers.json").unlink()
    assert cli.main(["run", "--config", str(settings)]) == 2
    assert f"there is no file of offers at {tmp_path / 'offers.json'}" in capsys.readouterr().err


def test_an_open_purchase_keeps_its_prices_over_a_restart(tmp_path: Path) -> None:
    (tmp_path / "goods.csv").write_text(GOODS)
    chosen = load(lane_file(tmp_path))
    with lane.stores(chosen) as (journal, assortments, is_late):
        assert not is_late
        mark = assortments.open().mark
        started = e.TransactionStarted(
            transaction_id="t1", number=1, started_at="2026-03-01T11:00:00+01:00", currency="EUR", prices=mark
        )
        journal.append([started], "2026-03-01T10:00:00.000000Z")
    (tmp_path / "goods.csv").write_text(GOODS.replace("199", "249"))
    with lane.stores(chosen) as (journal, assortments, is_late):
        assert is_late
        assert assortments.open().mark == mark
        idle = (e.TransactionCancelled(reason="shopper"), e.LaneIdle(next_number=2, language="en"))
        journal.append(idle, "2026-03-01T10:01:00.000000Z")
    with lane.stores(chosen) as (journal, assortments, is_late):
        assert not is_late
        assert assortments.open().mark != mark


def test_help_loads_neither_screen_nor_database_nor_decoders() -> None:
    heavy = "PySide6", "sqlalchemy", "cv2", "numpy", "serial", "msgspec"
    program = (
        "import sys; from kiosk.app.cli import main\n"
        "try: main(['--help'])\n"
        f"except SystemExit: print([name for name in {heavy} if name in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=True
    )
    assert said.stdout.splitlines()[-1] == "[]"


def lane_file(folder: Path) -> Path:
    path = folder / "kiosk.toml"
    path.write_text(
        '[lane]\nfolder = "lane"\n[shop]\nname = "S"\ncatalogue = "goods.csv"\n'
        '[terminal]\nport = "t"\n[printer]\nport = "p"\n'
    )
    return path


def test_a_fault_of_the_program_ends_in_one_line_and_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "goods.csv").write_text(
        "gtin,name,price_minor,currency,tax_rate_percent,category\n9521000001015,Milk,129,EUR,7,dairy\n"
    )

    def broken(*_arguments: object, **_options: object) -> int:
        raise ZeroDivisionError("in the middle")

    monkeypatch.setattr("kiosk.app.running.RunningLane.__init__", broken)
    assert cli.main(["run", "--config", str(lane_file(tmp_path))]) == 1
    log = tmp_path / "lane" / "log" / "lane.log"
    said = capsys.readouterr().err
    assert said == f"kiosk run: ended by a fault (ZeroDivisionError: in the middle); details in {log}\n"
    assert "Traceback" in log.read_text()


def test_a_folder_that_cannot_be_made_is_said_plainly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lane").write_text("a file where the folder should be")
    assert cli.main(["run", "--config", str(lane_file(tmp_path))]) == 1
    assert "the lane's folder cannot be written" in capsys.readouterr().err
