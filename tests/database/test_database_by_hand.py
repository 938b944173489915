"""docs/journal.md promises that a journal can be checked without this project: its program is run here."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.app import journal_tools
from kiosk.database.journal import Journal
from retail.catalogue import Product
from retail.journal import events as e

PAGE = Path(__file__).resolve().parents[2] / "docs" / "journal.md"
PEN = Product(
    key="04006381333931",
    gtin="4006381333931",
    names={"": 'Pen, "previous":', "zh": "蓝笔"},
    price_minor=199,
    currency="EUR",
    tax_rate_bp=1900,
)


@pytest.fixture
def exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    journal = Journal.open(tmp_path)
    journal.append([e.LaneStarted(lane="1", version="1")], "2026-03-01T10:00:00.000000Z")
    journal.append(
        [e.ItemAdded(line_id=1, product=PEN, scanned='"event":x\n', evidence=("zxing@1",)), e.HelpCalled()],
        "2026-03-01T10:00:01.000000Z",
    )
    journal.close()
    journal_tools.export(tmp_path, 1)
    return capsys.readouterr().out


def check(lines: str) -> subprocess.CompletedProcess[str]:
    (program,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    return subprocess.run(
        [sys.executable, "-I", "-c", program], input=lines, capture_output=True, text=True, timeout=30
    )


def test_the_program_in_the_document_checks_an_export(exported: str) -> None:
    ran = check(exported)
    assert (ran.returncode, ran.stdout.strip()) == (0, "3 entries hold")


@pytest.mark.parametrize(
    ("old", "new"), [('"price_minor":199', '"price_minor":198'), ("10:00:00", "10:00:09"), ("zxing", "zbar")]
)
def test_and_names_the_entry_that_was_changed(exported: str, old: str, new: str) -> None:
    assert old in exported
    place = next(n for n, line in enumerate(exported.splitlines(), start=1) if old in line)
    ran = check(exported.replace(old, new, 1))
    assert (ran.returncode, ran.stderr.strip()) == (1, f"entry {place} does not hold")
