"""docs/accessibility.md names only tests that exist, and leaves no clause of the lane's without an answer."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d+(?:\.\d+)+|\d+\.\d+) \| (.+?) \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)
STATES = {"met", "parts", "some", "missing", "hardware", "no case"}
CLAUSES = {
    *(f"5.1.3.{n}" for n in range(1, 17)),
    *("5.1.2.2", "5.1.4", "5.1.5", "5.1.6.1", "5.1.6.2", "5.1.7"),
    *("5.2", "5.3", "5.4", "5.5.1", "5.5.2", "5.6.1", "5.6.2", "5.7", "5.8", "5.9"),
    *("8.1.2", "8.1.3", "8.2.1.1", "8.2.1.2", "8.2.2", "8.3", "8.4.1", "8.4.2", "8.4.3", "8.5"),
    *("11.1.4.3", "11.1.4.4", "11.2.1.1", "11.2.2.1", "11.2.4.3", "11.4.1.2"),
}
TESTS = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))


def functions_of(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_clause_is_answered_once() -> None:
    clauses = [clause for clause, _, _, _ in ROWS]
    assert set(clauses) >= CLAUSES
    assert len(clauses) == len(set(clauses))


@pytest.mark.parametrize(("file", "name"), TESTS, ids=[name for _, name in TESTS])
def test_every_named_test_exists(file: str, name: str) -> None:
    assert name in functions_of(file)


@pytest.mark.parametrize(("clause", "state", "by"), [(row[0], row[2], row[3]) for row in ROWS])
def test_what_is_met_names_its_test_and_what_is_missing_says_what(clause: str, state: str, by: str) -> None:
    assert state in STATES
    assert len(by) > len("none")
    if state in ("met", "parts"):
        assert "`tests/" in by


def test_there_are_tests_to_look_for() -> None:
    assert len(TESTS) > 20
