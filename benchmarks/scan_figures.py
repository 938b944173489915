"""What readers did with pictures, added up: a table per class of picture, and one line of figures.

Invariants: pure; "all" holds every picture, "photographs" and "drawn" every one of a kind with a code;
negatives count for misreads and time, never for a rate.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec

from benchmarks.figures import quantile

ACCEPTED = "accepted"
ALL, PHOTOGRAPHS, DRAWN = "all", "photographs", "drawn"
LAST = (PHOTOGRAPHS, DRAWN, ALL)


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What one reader did with one picture."""

    path: str
    kind: str
    reader: str
    is_drawn: bool
    is_negative: bool
    is_read: bool
    wrong: tuple[str, ...]
    """Bar codes it read that are not in the picture."""
    ms: tuple[float, ...]
    """Processor time of each frame."""
    frames: int = 0
    """Frames until the right code was accepted; 0 if it was not, or is not asked."""


class Tally(msgspec.Struct):
    """What one reader did with one class of pictures."""

    pictures: int = 0
    read: int = 0
    wrong: list[str] = []
    ms: list[float] = []
    frames: list[int] = []

    @property
    def rate(self) -> float:
        """Share of the pictures that was read."""
        return self.read / self.pictures if self.pictures else 0.0

    def count(self, looked: Looked) -> None:
        """Add one picture."""
        self.ms += looked.ms
        self.wrong += looked.wrong
        self.frames += [looked.frames] if looked.frames else []
        if not looked.is_negative:
            self.pictures += 1
            self.read += looked.is_read

    @property
    def cell(self) -> str:
        """Read/pictures, wrong reads, median/p95 milliseconds."""
        wrong = f" x{len(self.wrong)}" if self.wrong else ""
        times = f"{quantile(self.ms, 0.5):.0f}/{quantile(self.ms, 0.95):.0f}"
        return f"{self.read}/{self.pictures}{wrong} {times}"


Tallies = dict[str, dict[str, Tally]]
"""By reader, by class."""


def added_up(rows: Iterable[Looked]) -> Tallies:
    """Every reader's tallies."""
    tallies: Tallies = defaultdict(lambda: defaultdict(Tally))
    for row in rows:
        classes = [row.kind, ALL]
        if not row.is_negative:
            classes.append(DRAWN if row.is_drawn else PHOTOGRAPHS)
        for name in classes:
            tallies[row.reader][name].count(row)
    return tallies


def table(tallies: Tallies) -> str:
    """Read/pictures, wrong reads (x) and processor time (median/p95) per class and reader, as Markdown."""
    kinds = sorted({kind for by_kind in tallies.values() for kind in by_kind} - set(LAST))
    lines = ["| class | " + " | ".join(tallies) + " |", "|---|" + "--:|" * len(tallies)]
    for kind in (*kinds, *LAST):
        lines.append(f"| {kind} | {' | '.join(by_kind[kind].cell for by_kind in tallies.values())} |")
    for kind in (PHOTOGRAPHS, ALL):
        rates = " | ".join(f"{100 * by_kind[kind].rate:.1f} %" for by_kind in tallies.values())
        lines.append(f"| **read, {kind}** | {rates} |")
    return "\n".join(lines)


def figures(tallies: Tallies) -> dict[str, dict[str, Any]]:
    """The last line: rates as fractions of all pictures with a code; `read_photographs` of photographs."""
    made: dict[str, dict[str, Any]] = {}
    for name, by_kind in tallies.items():
        whole = by_kind[ALL]
        wrong = len({line.partition(": ")[0] for line in whole.wrong})
        if name == ACCEPTED:
            made[name] = {"read": round(whole.rate, 4), "wrong": wrong}
            made[name] |= {
                "frames_p50": quantile(whole.frames, 0.5),
                "frames_p90": quantile(whole.frames, 0.9),
            }
        else:
            made[name] = {"read": round(whole.rate, 4), "misread": round(wrong / max(1, whole.pictures), 4)}
        made[name] |= {f"ms_p{part}": round(quantile(whole.ms, part / 100), 1) for part in (50, 95)}
        made[name]["read_photographs"] = round(by_kind[PHOTOGRAPHS].rate, 4)
    return made
