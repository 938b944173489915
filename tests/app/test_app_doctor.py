"""The doctor: one line per thing, with real drivers and simulated devices, on lanes in every state."""

import datetime
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.app import cli
from kiosk.app.doctor import devices as doctor_devices
from kiosk.app.doctor import examine as doctor
from kiosk.app.doctor import machine as doctor_machine
from kiosk.app.doctor.findings import Finding, Level
from kiosk.app.settings import load
from kiosk.database import sqlite
from kiosk.database.journal import FILE, LOCK, Journal
from retail.journal import events as e
from simulators import settings
from simulators.fleet import Fleet

AT = "2026-11-23T04:00:00.000000Z"


@pytest.fixture(autouse=True)
def _screen(qapp: QGuiApplication) -> None:
    """The doctor looks at fonts through the application that is there."""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A lane whose devices are not there, and whose camera is a picture."""
    path = tmp_path / "kiosk.toml"
    settings.write(
        path,
        {
            "lane": {"folder": str(tmp_path / "lane")},
            "shop": settings.shop_files(),
            "camera": {"source": f"picture:{settings.ASSETS / 'products' / 'apple.png'}"},
            "terminal": {"port": str(tmp_path / "no-terminal")},
            "printer": {"port": str(tmp_path / "no-printer")},
        },
    )
    return path


@pytest.fixture
def fleet(tmp_path: Path) -> Iterator[Fleet]:
    for name in ("logs", "paper"):
        (tmp_path / name).mkdir()
    made = Fleet(tmp_path / "logs", tmp_path / "paper", tmp_path / "ledger.json")
    try:
        made.start()
        yield made
    finally:
        made.stop()


def examine(config: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, str]]:
    """Exit code, and the lines by what they are about."""
    code = cli.main(["doctor", "--config", str(config)])
    lines = capsys.readouterr().out.splitlines()
    return code, {line.split()[1]: line for line in lines}


def test_devices_that_answer_are_ok_and_nothing_was_charged_or_printed(
    config: Path, fleet: Fleet, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = load(config)
    settings.write(
        config,
        {
            "lane": {"folder": str(chosen.lane.folder)},
            "shop": settings.shop_files(),
            "camera": {"source": fleet.camera_source},
            "terminal": {"port": str(fleet.terminal_link)},
            "printer": {"port": str(fleet.printer_link)},
        },
    )
    code, lines = examine(config, capsys)
    assert code == 0, lines
    assert lines["camera"].startswith("OK    camera     mjpeg://127.0.0.1:")
    assert "1280x720" in lines["camera"]
    assert lines["terminal"].startswith("OK ")
    assert ", terminal " in lines["terminal"]
    assert lines["printer"].startswith("OK ")
    assert "proof: fence" in lines["printer"]
    assert fleet.terminal.do("ledger")["ledger"] == []
    assert fleet.printer.do("papers")["papers"] == []

    fleet.printer.do("printer", what="paper_end")
    fleet.camera.do("unplug")
    code, lines = examine(config, capsys)
    assert code == 1
    assert lines["printer"].startswith("FAIL  printer")
    assert "paper_end" in lines["printer"]
    assert lines["camera"].startswith("FAIL  camera     unplugged; ")


def test_the_decoder_is_started_and_a_hand_scanner_opened(config: Path) -> None:
    far, near = os.openpty()
    try:
        text = config.read_text(encoding="utf-8")
        scanner = f'[hand_scanner]\nkind = "serial"\nport = "{os.ttyname(near)}"\n'
        config.write_text(text + scanner, encoding="utf-8")
        [found] = doctor_devices.hand_scanner(load(config))
        assert (found.level, found.found) == (Level.OK, f"serial at {os.ttyname(near)}")
        config.write_text(text + scanner.replace("/dev/pts/", "/dev/pts/no-"), encoding="utf-8")
        [found] = doctor_devices.hand_scanner(load(config))
        assert (found.level, found.found.rpartition(": ")[2]) == (Level.FAIL, "unplugged")
        assert "check the hand scanner's cable" in found.advice
    finally:
        os.close(far)
        os.close(near)
    [found] = doctor_devices.decoder()
    assert (found.level, found.what) == (Level.OK, "decoder")


def test_a_lane_that_never_ran_and_has_no_devices(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, lines = examine(config, capsys)
    assert code == 1
    assert list(lines) == [
        *("settings", "sqlite", "journal", "catalogue", "offers", "camera", "decoder"),
        *("terminal", "printer", "sound", "fonts", "disk", "clock"),
    ]
    assert lines["journal"].startswith("OK    journal    none yet; the first start makes it")
    assert lines["catalogue"] == "OK    catalogue  70 products; loaded at the first start"
    assert lines["camera"].startswith("OK    camera     picture:")
    assert "no-terminal does not exist: is the terminal's cable plugged in?" in lines["terminal"]
    assert "Check its cable and power." in lines["printer"]
    assert lines["fonts"].startswith("OK ")
    assert not load(config).lane.folder.exists()


def test_a_running_lane_owns_its_devices_so_its_journal_is_asked(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = Journal.open(load(config).lane.folder)
    try:
        events: list[e.AnyEvent] = [
            e.DeviceChanged(device="camera", condition="fault", code="before", detail="an earlier run"),
            e.LaneStarted(lane="1", version="0"),
            e.DeviceChanged(device="terminal", condition="ready"),
            e.DeviceChanged(device="printer", condition="fault", code="paper_end", detail="Load paper."),
        ]
        journal.append(events, AT)
        code, lines = examine(config, capsys)
    finally:
        journal.close()
    assert code == 1
    assert lines["journal"].endswith("4 entries, every one follows the one before; the lane is running")
    assert lines["terminal"] == "OK    terminal   ready, says the running lane"
    assert lines["printer"] == "FAIL  printer    fault, says the running lane (paper_end); Load paper."
    assert lines["camera"].startswith("WARN  camera     the running lane owns it and has not heard")


def test_while_the_doctor_looks_the_lane_cannot_start(config: Path) -> None:
    folder = load(config).lane.folder
    Journal.open(folder).close()
    with doctor._lane_held(folder) as is_running:
        assert not is_running
        other = os.open(folder / LOCK, os.O_RDWR)
        with pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.close(other)
    Journal.open(folder).close()


def test_a_journal_that_was_tampered_with_names_the_entry(config: Path) -> None:
    folder = load(config).lane.folder
    journal = Journal.open(folder)
    journal.append([e.HelpCalled(), e.HelpEnded()], AT)
    journal.close()
    engine = sqlite.open_engine(folder / FILE)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER entry_no_UPDATE")
        connection.exec_driver_sql("UPDATE entry SET at = '2020' WHERE sequence = 2")
    engine.dispose()
    found = [finding for finding in doctor_machine.database(folder, False) if finding.what == "journal"]
    assert [(one.level, one.found) for one in found] == [
        (Level.FAIL, "entry 2: its content does not match its hash")
    ]


def test_a_catalogue_with_mistakes_names_the_first(config: Path, tmp_path: Path) -> None:
    goods = tmp_path / "goods.csv"
    shutil.copy(settings.CATALOGUE, goods)
    rows = len(goods.read_text(encoding="utf-8").splitlines())
    with goods.open("a", encoding="utf-8") as file:
        file.write("1,short row\n")
    settings.write(config, {"shop": {"catalogue": str(goods)}})
    (found,) = doctor_machine.catalogue(load(config))
    assert found.level is Level.FAIL
    assert f"1 mistakes, the first in line {rows + 1}: 2 columns" in found.found
    goods.unlink()
    (found,) = doctor_machine.catalogue(load(config))
    assert (found.level, found.advice) == (Level.FAIL, "check [shop] catalogue")


def test_offers_with_mistakes_name_the_first(config: Path, tmp_path: Path) -> None:
    offers = tmp_path / "offers.json"
    settings.write(config, {"shop": {"catalogue": str(settings.CATALOGUE), "offers": str(offers)}})
    (found,) = doctor_machine.offers(load(config))
    assert (found.level, found.advice) == (Level.FAIL, "check [shop] offers")
    offers.write_text('{"currency": "EUR", "offers": [{"id": "half", "derivation": []}]}')
    (found,) = doctor_machine.offers(load(config))
    assert found.level is Level.FAIL
    assert "1 mistakes, the first: offer 'half', derivation" in found.found
    offers.write_text('{"currency": "EUR"}')
    (found,) = doctor_machine.offers(load(config))
    assert (found.level, found.found) == (Level.OK, "0 offers, 0 coupon codes")


@pytest.mark.parametrize(("free_mb", "level"), [(199, Level.FAIL), (999, Level.WARN), (1000, Level.OK)])
def test_disk_space(free_mb: int, level: Level, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=free_mb * 1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    (found,) = doctor_machine.disk(tmp_path / "not" / "there" / "yet")
    assert found.level is level
    assert found.found == f"{free_mb} MB free at {tmp_path}"


def test_a_clock_that_cannot_be_true_is_found(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path)
    journal.append([e.HelpCalled()], "2098-01-01T00:00:00.000000Z")
    journal.close()

    def level(year: int) -> Finding:
        now = datetime.datetime(year, 1, 1, tzinfo=datetime.UTC)
        (found,) = doctor_machine.clock(tmp_path, now)
        return found

    assert "cannot be true" in level(1970).found
    assert "cannot be true" in level(2100).found
    assert "is before the journal's last entry (2098-01-01 00:00 UTC)" in level(2097).found
    assert level(2098).level is Level.OK


def test_a_check_that_breaks_is_a_fail_line_and_the_others_go_on(
    config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> Iterator[Finding]:
        raise ZeroDivisionError("in the doctor")

    monkeypatch.setattr(doctor_machine, "sound", broken)
    code, lines = examine(config, capsys)
    assert code == 1
    assert lines["sound"].startswith("FAIL  sound      cannot be examined (ZeroDivisionError: in the doctor)")
    assert lines["clock"].startswith("OK ")


def test_wrong_settings_end_the_examination(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["doctor", "--config", str(tmp_path / "none.toml")]) == 2
    assert "FAIL  settings" in capsys.readouterr().out
