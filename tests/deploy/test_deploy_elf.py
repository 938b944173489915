"""What a shared library needs is read as the system's own linker reads it."""

import importlib.util
import struct
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def tool(name: str) -> ModuleType:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(ROOT / "tools"))


elf = tool("package_elf")


def test_a_modules_needs_are_those_ldd_finds() -> None:
    found = importlib.util.find_spec("pysqlite3._sqlite3")
    assert found is not None
    assert found.origin is not None
    linked = elf.read(Path(found.origin))
    listed = subprocess.run(["ldd", found.origin], capture_output=True, text=True, check=True).stdout
    assert "libc.so.6" in linked.needed
    assert all(name in listed for name in linked.needed)


def test_a_text_is_no_elf_file(tmp_path: Path) -> None:
    (tmp_path / "note").write_text("hello")
    assert elf.read(tmp_path / "note") is None
    (tmp_path / "empty").write_bytes(b"")
    assert elf.read(tmp_path / "empty") is None


@pytest.mark.parametrize("size", [6, 40, 64, 70, 200])
def test_half_an_elf_file_is_refused_by_name(tmp_path: Path, size: int) -> None:
    whole = Path("/bin/sh").read_bytes()
    (tmp_path / "half.so").write_bytes(whole[:size])
    with pytest.raises(ValueError, match=r"half\.so is a broken ELF file"):
        elf.read(tmp_path / "half.so")


def test_an_elf_file_without_a_dynamic_part_needs_nothing(tmp_path: Path) -> None:
    header = struct.pack(
        "<16sHHIQQQIHHHHHH", elf.MAGIC.ljust(16, b"\0"), 2, 62, 1, 0, 64, 0, 0, 64, 56, 0, 0, 0, 0
    )
    (tmp_path / "static").write_bytes(header)
    assert elf.read(tmp_path / "static") == elf.Linked((), "")
