"""The page of security names tests for what it promises: each of them is there, and every promise has one."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "security.md"
_ROW = re.compile(
    r"^\| (?P<id>V\d+\.\d+|PCI DSS \d+|own) \| (?P<text>[^|]+) \| (?P<tests>[^|]+) \|$", re.MULTILINE
)
_TEST = re.compile(r"`([\w/.]+\.py)::(test_\w+)`")
ROWS = [match.groupdict() for match in _ROW.finditer(PAGE.read_text(encoding="utf-8"))]
NEEDED = {
    "V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V9", "V11", "V13", "V14", "V15", "V16", "PCI", "own",
}  # fmt: skip
"""Chapters that a service and lanes like these have something to do with. Without a row: V10 (OAuth) and V17
(WebRTC), which nothing here speaks, and V12 (TLS), which is the proxy's."""


def names_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['id']} {row['text']}")
def test_every_test_a_requirement_names_is_there(row: dict[str, str]) -> None:
    named = _TEST.findall(row["tests"])
    assert named, "no test is named"
    for file, test in named:
        path = ROOT / (file if "/" in file else f"tests/store/test_store_{file}")
        assert path.is_file(), file
        assert test in names_in(path), f"{file}::{test}"
    assert _TEST.sub("", row["tests"]).strip(" ,") == "", "something else than tests is named"


def test_every_chapter_that_matters_has_a_requirement() -> None:
    assert {re.split(r"[. ]", row["id"])[0] for row in ROWS} == NEEDED
    assert len(ROWS) > 30
