"""The neutral cases, restated from other projects' tests, when their file is at hand; and their runner."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CASES = ROOT.parent / "shared" / "data" / "pricing" / "cases.json"

ONE = {
    "id": "three-for-two",
    "mode": "best",
    "items": [{"id": "a", "price": "3.00", "qty": 9}],
    "promotions": [{"id": "p", "if": [], "give": {"type": "cheapest_free", "n": 3, "of": {"all": True}}}],
    "expected": {"discount": "9.00", "total": "18.00"},
}


def run(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks.pricing_cases", str(path)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_all_cases_pass() -> None:
    if not CASES.exists():
        pytest.skip(f"no case file beside the repository ({CASES.name})")
    done = run(CASES)
    assert (done.returncode, done.stdout) == (
        0,
        f"{json.loads(CASES.read_text())['count']} passed, 0 failed\n",
    )


def test_a_wrong_figure_and_an_unknown_form_fail_and_are_named(tmp_path: Path) -> None:
    wrong = ONE | {"id": "wrong", "expected": {"discount": "3.00"}}
    unknown = ONE | {"id": "unknown", "promotions": [{"id": "p", "give": {"type": "free_lunch"}}]}
    path = tmp_path / "cases.json"
    path.write_text(json.dumps({"cases": [ONE, wrong, unknown]}))
    done = run(path)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "1 passed, 2 failed"
    assert "FAIL wrong: discount: expected 3.00, got 9.00" in done.stdout
    assert "FAIL unknown:" in done.stdout


def test_where_a_peer_is_wrong_our_figure_counts(tmp_path: Path) -> None:
    quirk = ONE | {"expected": {"discount": "3.00"}, "peer_quirk": "frees one", "ours": {"discount": "9.00"}}
    path = tmp_path / "cases.json"
    path.write_text(json.dumps({"cases": [quirk]}))
    assert run(path).stdout == "1 passed, 0 failed\n"
