"""Make ICU's data as small as a lane needs it: 32 MB of every language and character set become 5.

Qt's core is linked to ICU and will not start without its data. A lane uses it to compare and to name time
zones at most; its texts are ours and its files are UTF-8. Kept is what every language shares and what
the six languages of the lane add to it; what is not there falls back to what is shared, as ICU does for
languages it does not know.

Source: ICU user guide, "ICU Data"; the archive's form is `icu/source/common/ucmndata.h` (a header, then a
table of names and offsets, sorted by name).
Invariants: kept entries are the same bytes under the same names; the same library gives the same file.
"""

import re
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

LIBRARY = re.compile(r".*/libicudata\.so\.(\d+)")
LANGUAGES = "root|en|de|fr|es|zh|ar"
KEPT = re.compile(
    rf"(coll/|brkitr/|curr/|zone/|lang/|region/|unit/)?(({LANGUAGES})(_[A-Za-z_]+)?|pool|res_index)\.res"
    r"|(zoneinfo64|timezoneTypes|metaZones|windowsZones|supplementalData|numberingSystems|likelySubtags"
    r"|keyTypeData|plurals|pluralRanges|dayPeriods|genderList|icustd|icuver|currencyNumericCodes|langInfo"
    r"|units|grammaticalFeatures)\.res"
    r"|coll/ucadata\.icu|brkitr/(char|word|line|sent|title)[a-z_]*\.brk"
    r"|[^/]+\.(icu|nrm)"
)
"""Names after the archive's own prefix."""
_MAGIC, _FORMAT = b"\xda\x27", b"CmnD"
_ALIGN = 16
_SYMBOL = re.compile(rb"icudt(\d+)_dat\0")


class NotIcuError(ValueError):
    """The library does not hold what ICU's libraries hold."""


def smaller(library: Path, folder: Path) -> Path:
    """The library again, in `folder`, with the data a lane needs. Raises `NotIcuError`."""
    data = library.read_bytes()
    symbol = _SYMBOL.search(data)
    if symbol is None:
        raise NotIcuError(f"{library} names no data of ICU")
    folder.mkdir(parents=True, exist_ok=True)
    part, source, made = folder / "icu.dat", folder / "icu.s", folder / library.name
    part.write_bytes(filtered(data))
    name = symbol[0][:-1].decode()
    source.write_text(
        f".section .rodata\n.balign {_ALIGN}\n.global {name}\n.type {name}, @object\n"
        f'{name}:\n.incbin "{part}"\n.size {name}, . - {name}\n'
        '.section .note.GNU-stack, "", @progbits\n'
    )
    subprocess.run(["as", "-o", str(folder / "icu.o"), str(source)], check=True)
    linked = ["ld", "-shared", "--build-id=none", "--hash-style=gnu", "-soname", library.name]
    subprocess.run([*linked, "-z", "noexecstack", "-o", str(made), str(folder / "icu.o")], check=True)
    return made


def filtered(library: bytes) -> bytes:
    """The archive in a library, with the entries that are kept. Raises `NotIcuError`."""
    start = _start(library)
    size = struct.unpack_from("<H", library, start)[0]
    kept = [(name, data) for name, data in _entries(library, start + size) if KEPT.fullmatch(_bare(name))]
    table_size = 4 + 8 * len(kept)
    names = b"".join(name + b"\0" for name, _data in kept)
    table, contents = bytearray(struct.pack("<I", len(kept))), bytearray()
    name_at, first = table_size, _aligned(table_size + len(names))
    for name, data in kept:
        table += struct.pack("<II", name_at, first + len(contents))
        name_at += len(name) + 1
        contents += data + b"\0" * (_aligned(len(data)) - len(data))
    head = library[start : start + size]
    return head + bytes(table) + names.ljust(first - table_size, b"\0") + bytes(contents)


def _bare(name: bytes) -> str:
    return name.decode().partition("/")[2]


def _start(library: bytes) -> int:
    at = library.find(_MAGIC)
    while at >= 0:
        if library[at + 10 : at + 14] == _FORMAT:
            return at - 2
        at = library.find(_MAGIC, at + 1)
    raise NotIcuError("no archive of ICU in this library")


def _entries(library: bytes, base: int) -> Iterator[tuple[bytes, bytes]]:
    count = struct.unpack_from("<I", library, base)[0]
    found = [struct.unpack_from("<II", library, base + 4 + 8 * number) for number in range(count)]
    if sorted(at for _name, at in found) != [at for _name, at in found]:
        raise NotIcuError("the archive's entries are not in order")
    for number, (name_at, data_at) in enumerate(found):
        name = library[base + name_at : library.index(b"\0", base + name_at)]
        # the last one is bounded by its own kind: it is a resource of a zone and of no language we keep
        end = found[number + 1][1] if number + 1 < count else data_at
        yield name, library[base + data_at : base + end]


def _aligned(size: int) -> int:
    return -(-size // _ALIGN) * _ALIGN
