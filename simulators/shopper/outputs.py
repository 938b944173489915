"""Collect what a run leaves behind: receipt, journal, summary.

Source: docs/scenarios.md, "What it writes".
"""

import contextlib
import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from simulators.shopper.adding import add_up
from simulators.shopper.lane import lane_command

COMMAND_TIMEOUT_S = 60.0
RECEIPT_PARTS = ("png", "txt", "bin")


def save_receipt(papers: Sequence[Mapping[str, Any]], out: Path) -> bool:
    """Copy the newest paper that was cut off to `receipt.png`, `.txt` and `.bin`; whether there is one."""
    whole = [paper for paper in papers if paper["ended"] == "cut"]
    if not whole:
        return False
    for part in RECEIPT_PARTS:
        shutil.copyfile(whole[-1][part], out / f"receipt.{part}")
    return True


def check_receipt(
    papers: Sequence[Mapping[str, Any]], columns: int, total_minor: int | None
) -> tuple[bool | None, str]:
    """Add the newest receipt up: whether it is right (None: it cannot be read), and what is wrong with it.

    `total_minor` is what the lane says; None: the paper is of another sale.
    """
    added = add_up(_receipt_text(papers), columns)
    if added is None:
        return None, ""
    faults = list(added.faults)
    if total_minor is not None and added.total != total_minor:
        faults.append(f"the total says {added.total}, the lane says {total_minor}")
    return not faults, "; ".join(faults)


def _receipt_text(papers: Sequence[Mapping[str, Any]]) -> str:
    """The newest paper that was cut off, with the piece before it if the paper ended in between."""
    text, is_whole = "", False
    for paper in reversed(papers):
        if paper["ended"] == "cut" and is_whole:
            break
        is_whole = is_whole or paper["ended"] == "cut"
        if is_whole:
            text = Path(paper["txt"]).read_text(encoding="utf-8") + text
    return text


def export_journal(settings: Path, out: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Write `journal.jsonl` and check the chain of hashes; what to say of it, and the entries.

    A lane that never came so far has no journal, and there is nothing to say of it.
    """
    if not (settings.parent / "journal.db").exists():
        return {"verifies": False, "entries": 0, "said": ""}, []
    exported = _lane("journal", "export", "--config", str(settings))
    entries = []
    if exported.returncode == 0:
        (out / "journal.jsonl").write_bytes(exported.stdout)
        for line in exported.stdout.splitlines():
            with contextlib.suppress(ValueError):
                entries.append(json.loads(line))
    verified = _lane("journal", "verify", "--config", str(settings))
    said = (verified.stdout + verified.stderr).decode(errors="replace").strip()
    return {"verifies": verified.returncode == 0, "entries": len(entries), "said": said}, entries


def write_summary(summary: Mapping[str, Any], out: Path) -> None:
    """Write `summary.json`, whole or not at all."""
    draft = out / "summary.json.new"
    draft.write_text(json.dumps(summary, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    draft.replace(out / "summary.json")


def _lane(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        lane_command(*arguments), capture_output=True, timeout=COMMAND_TIMEOUT_S, env=environment, check=False
    )
