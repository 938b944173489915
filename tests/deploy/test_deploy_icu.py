"""ICU's data made smaller: what is kept is the same bytes, and Qt compares and names as it did."""

import importlib
import re
import struct
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import PySide6
import pytest

ROOT = Path(__file__).resolve().parents[2]
QT = Path(PySide6.__file__).parent / "Qt" / "lib"
SMALL_MAX = 8_000_000
USE = """
from PySide6.QtCore import QCollator, QLocale, QTimeZone
german, chinese = QLocale("de_DE"), QLocale("zh_CN")
zone, kind, long = QTimeZone(b"Europe/Berlin"), QTimeZone.TimeType.StandardTime, QTimeZone.NameType.LongName
print(sorted(["z", "ä", "a", "Z", "Ä"], key=QCollator(german).sortKey))
print(sorted(["北京", "上海", "阿"], key=QCollator(chinese).sortKey))
print(*(zone.displayName(kind, long, one) for one in (german, chinese)), german.toUpper("straße"))
print(zone.displayName(kind, long, QLocale("it_IT")))
"""


def tool(name: str) -> ModuleType:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(ROOT / "tools"))


icu = tool("package_icu")


@pytest.fixture(scope="module")
def library() -> Path:
    return next(path for path in QT.iterdir() if icu.LIBRARY.fullmatch(str(path)))


def entries(data: bytes) -> dict[str, bytes]:
    start = icu._start(data)
    found = icu._entries(data, start + struct.unpack_from("<H", data, start)[0])
    return {icu._bare(name): contents for name, contents in found}


def used(libraries: Path) -> str:
    """What Qt says with these libraries, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", USE],
        env={"LD_PRELOAD": str(libraries), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_kept_entries_are_the_same_bytes_under_the_same_names(library: Path) -> None:
    before, after = entries(library.read_bytes()), entries(icu.filtered(library.read_bytes()))
    assert {
        "root.res",
        "coll/de.res",
        "coll/zh.res",
        "coll/es.res",
        "coll/ar.res",
        "zoneinfo64.res",
        "nfkc.nrm",
    } <= set(after)
    assert not any(re.match(r"(coll/)?(ja|ko|ru)\b", name) for name in after)
    *names, last = after  # where the last one ends, the table does not tell
    for name in names:
        assert after[name].rstrip(b"\0") == before[name].rstrip(b"\0"), name
    assert last in before


def test_qt_compares_and_names_time_zones_as_before_for_our_languages(library: Path, tmp_path: Path) -> None:
    made = icu.smaller(library, tmp_path / "one")
    assert made.stat().st_size < SMALL_MAX
    before, after = used(library).splitlines(), used(made).splitlines()
    assert after[:3] == before[:3]
    assert after[3] != before[3], "a language that is not ours: this was the smaller library"


def test_the_same_library_gives_the_same_file(library: Path, tmp_path: Path) -> None:
    first = icu.smaller(library, tmp_path / "one").read_bytes()
    assert icu.smaller(library, tmp_path / "two").read_bytes() == first


@pytest.mark.parametrize("contents", [b"", b"icudt73_dat\0 and nothing of it"])
def test_a_library_without_the_data_is_refused(tmp_path: Path, contents: bytes) -> None:
    other = tmp_path / "libicudata.so.73"
    other.write_bytes(contents)
    with pytest.raises(icu.NotIcuError):
        icu.smaller(other, tmp_path / "made")
