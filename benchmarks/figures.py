"""What figures are made of: quantiles, the machine's name, processor time from /proc."""

import math
import os
import platform
from collections.abc import Sequence
from pathlib import Path


def quantile(values: Sequence[float], part: float) -> float:
    """The value that `part` (0 to 1) of all do not exceed: the nearest rank, never between two."""
    if not values:
        return float("nan")
    ordered = sorted(values)
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]


def cpu_seconds(pid: int) -> float:
    """Processor time of a process and its ended children so far (utime, stime, cutime, cstime)."""
    text = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    fields = text.rpartition(")")[2].split()  # the name may hold anything; field 3 comes next
    return sum(int(field) for field in fields[11:15]) / os.sysconf("SC_CLK_TCK")


def family_cpu_seconds(pid: int) -> float:
    """The same, with its running children: a lane's decoder is a process of its own."""
    children = [
        int(child)
        for listed in Path(f"/proc/{pid}/task").glob("*/children")
        for child in listed.read_text(encoding="ascii").split()
    ]
    return sum(map(cpu_seconds, (pid, *children)))


def machine() -> str:
    """Processor, cores, memory, system, Python: one line."""
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    names = [line.partition(":")[2].strip() for line in info.splitlines() if line.startswith("model name")]
    memory_gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{names[0] if names else platform.machine()}, {os.cpu_count()} cores, {memory_gib:.0f} GiB, "
        f"Linux {platform.release().split('-')[0]}, Python {platform.python_version()}"
    )


Row = tuple[str, str, str, str]
"""What was measured, the figure, the goal, remarks."""


def table(rows: Sequence[Row]) -> str:
    """Rows as a Markdown table."""
    lines = ["| what | measured | goal | remarks |", "|---|---|---|---|"]
    return "\n".join(lines + [f"| {' | '.join(row)} |" for row in rows])
