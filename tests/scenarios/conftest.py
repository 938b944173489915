"""Whole purchases: a scripted shopper, the lane as its own process, the simulated devices at its wires."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

SHOPPING_TIMEOUT_S = 300


@dataclass(frozen=True)
class Trip:
    """What came of one scenario."""

    exit_status: int
    said: str
    out: Path

    @property
    def summary(self) -> dict[str, Any]:
        return dict(json.loads((self.out / "summary.json").read_text()))

    @property
    def events(self) -> list[dict[str, Any]]:
        """What the journal holds, in order."""
        lines = (self.out / "journal.jsonl").read_text().splitlines()
        return [json.loads(line)["event"] for line in lines]

    def count(self, event: str) -> int:
        return sum(entry["event"] == event for entry in self.events)

    @property
    def ledger(self) -> list[tuple[str, int]]:
        return [(entry["kind"], entry["amount_minor"]) for entry in self.summary["terminal_ledger"]]

    @property
    def pieces_of_paper(self) -> int:
        return len(list((self.out / "paper").glob("receipt-*.txt")))

    def require_success(self) -> None:
        """Fail with the shopper's own account and the lane's last words."""
        assert self.exit_status == 0, f"{self.said}\n{_tail(self.out / 'lane.log')}"


Shop = Callable[..., Trip]


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """Perform a scenario given as TOML text; relative pictures lie in `tmp_path`."""

    def perform(text: str) -> Trip:
        scenario, out = tmp_path / "scenario.toml", tmp_path / "out"
        scenario.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "simulators.shopper", str(scenario), "--out", str(out)]
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=SHOPPING_TIMEOUT_S, check=False
        )
        return Trip(done.returncode, done.stdout + done.stderr, out)

    return perform


def _tail(path: Path) -> str:
    return "\n".join(path.read_text(errors="replace").splitlines()[-20:]) if path.exists() else ""
