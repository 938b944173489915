"""What a long measurement has done so far, in a file: one that was ended goes on where it was.

The first line says what is measured; a file of another measurement is refused, never mixed in.

Invariants: one line per picture, written and flushed before the next is begun; a torn last line is dropped.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from benchmarks.scan_figures import Looked


class OtherMeasurementError(ValueError):
    """The file holds another measurement; the text says which."""


_rows = msgspec.json.Decoder(tuple[Looked, ...])


class Kept:
    """The rows of one measurement, in `path`; without a path they are only remembered."""

    def __init__(self, path: Path | None, what: str) -> None:
        """Begin, or go on with, the measurement `what`. Raises `OtherMeasurementError`."""
        self._path = path
        self._pictures: dict[str, tuple[Looked, ...]] = {}
        if path is None:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        said, *lines = _whole_lines(path) if path.is_file() else [what]
        if said != what:
            raise OtherMeasurementError(f"{path} holds the measurement {said!r}, not {what!r}: remove it")
        for line in lines:
            rows = _rows.decode(line)
            self._pictures[rows[0].path] = rows
        path.write_text("".join(f"{line}\n" for line in (what, *lines)), encoding="utf-8")

    def has(self, path: str) -> bool:
        """Whether a picture was looked at."""
        return path in self._pictures

    def add(self, rows: Iterable[Looked]) -> None:
        """What every reader did with one picture."""
        all_rows = tuple(rows)
        self._pictures[all_rows[0].path] = all_rows
        if self._path is not None:
            with self._path.open("ab") as file:
                file.write(msgspec.json.encode(all_rows) + b"\n")

    def __iter__(self) -> Iterator[Looked]:
        for rows in self._pictures.values():
            yield from rows


def _whole_lines(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8", errors="replace")
    return text[: text.rfind("\n") + 1].splitlines() or [""]
