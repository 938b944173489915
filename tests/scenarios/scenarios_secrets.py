"""What must stand in no file of a shop: card data a terminal leaks, telephone numbers, what a phone keeps."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import zstandard

from simulators.terminal.card_data import CANARIES

FAR_END = ("terminal-ledger.json", "terminal.log")
"""The simulated terminal's own: there they may stand."""
PICTURES = {".png", ".jpg"}
_PACKED = b"\x28\xb5\x2f\xfd"
_GAPS = re.compile(rb"[ \-]")


def secrets_in(folder: Path, secrets: Sequence[str], *, but: Sequence[Path] = ()) -> dict[str, list[str]]:
    """Which of them stand in which file, as text, with gaps, in UTF-16, packed, or sealed for upload."""
    found = {}
    for name, content in _contents(folder, [path.resolve() for path in but]):
        forms = {content, _GAPS.sub(b"", content), content.replace(b"\x00", b"")}
        here = [one for one in secrets if any(form in data for form in _forms(one) for data in forms)]
        if here:
            found[name] = here
    return found


def card_data_in(folder: Path, *, but: Sequence[Path] = ()) -> dict[str, list[str]]:
    """Where something of what the terminal's fault `card_data` says was kept."""
    return secrets_in(folder, CANARIES, but=but)


def _forms(secret: str) -> tuple[bytes, ...]:
    if not secret.isdecimal() or len(secret) < 8:
        return (secret.encode(),)
    return secret.encode(), bytes.fromhex(secret if len(secret) % 2 == 0 else secret + "f")


def _contents(folder: Path, but: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        left_out = path.name in FAR_END or path.suffix in PICTURES or any(one in path.parents for one in but)
        if left_out or not path.is_file():
            continue
        yield str(path), path.read_bytes()
        if path.suffix == ".db":
            for number, body in enumerate(_unpacked(path)):
                yield f"{path}, packed value {number}", body


def _unpacked(path: Path) -> Iterator[bytes]:
    """Every packed value of every table."""
    with closing(sqlite3.connect(path)) as book:
        for (table,) in book.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in book.execute(f'SELECT * FROM "{table}"'):
                for value in row:
                    if isinstance(value, bytes) and value.startswith(_PACKED):
                        yield zstandard.ZstdDecompressor().decompress(value, max_output_size=1 << 24)
