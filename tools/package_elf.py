"""Read from an ELF file which shared libraries it needs, and by which name others need it.

Enough of the format for 64-bit little-endian machines (x86-64, ARM64), so that a package can be scanned
without binutils.

Source: the System V ABI, "Object Files" and "Dynamic Linking".
Invariants: a file that is no such ELF file is None, a broken one raises ValueError; nothing is executed.
"""

import struct
from dataclasses import dataclass
from pathlib import Path

MAGIC = b"\x7fELF\x02\x01"
"""64 bits, little-endian."""
_HEADER = struct.Struct("<16sHHIQQQIHHHHHH")
_SEGMENT = struct.Struct("<IIQQQQQQ")
_ENTRY = struct.Struct("<qQ")
_PT_LOAD, _PT_DYNAMIC = 1, 2
_DT_NULL, _DT_NEEDED, _DT_STRTAB, _DT_SONAME = 0, 1, 5, 14
_NAME_MAX = 4096


@dataclass(frozen=True)
class Linked:
    """What the dynamic linker is told about one file."""

    needed: tuple[str, ...]
    soname: str


def read(path: Path) -> Linked | None:
    """What `path` needs; None if it is no ELF file. Raises ValueError for a broken one."""
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            return None
    data = path.read_bytes()
    try:
        return _linked(data)
    except (struct.error, IndexError) as error:
        raise ValueError(f"{path} is a broken ELF file: {error}") from error


def _linked(data: bytes) -> Linked:
    header = _HEADER.unpack_from(data)
    offset, size, count = header[5], header[9], header[10]
    segments = [_SEGMENT.unpack_from(data, offset + number * size) for number in range(count)]
    loads = [(segment[3], segment[2], segment[5]) for segment in segments if segment[0] == _PT_LOAD]
    dynamic = [segment for segment in segments if segment[0] == _PT_DYNAMIC]
    if not dynamic:
        return Linked((), "")
    entries = []
    for tag, value in _ENTRY.iter_unpack(data[dynamic[0][2] : dynamic[0][2] + dynamic[0][5]]):
        if tag == _DT_NULL:
            break
        entries.append((tag, value))
    tables = [value for tag, value in entries if tag == _DT_STRTAB]
    if not tables:
        return Linked((), "")
    strings = _offset_of(tables[0], loads)
    names = {
        kind: tuple(_text(data, strings + value) for tag, value in entries if tag == kind)
        for kind in (_DT_NEEDED, _DT_SONAME)
    }
    return Linked(names[_DT_NEEDED], next(iter(names[_DT_SONAME]), ""))


def _offset_of(address: int, loads: list[tuple[int, int, int]]) -> int:
    """Where in the file the byte lies that is loaded at `address`."""
    for start, offset, size in loads:
        if start <= address < start + size:
            return offset + address - start
    raise IndexError(f"no segment holds the address {address:#x}")


def _text(data: bytes, start: int) -> str:
    end = data.index(b"\0", start, start + _NAME_MAX)
    return data[start:end].decode("utf-8", errors="surrogateescape")
