"""The table of faults in docs/store.md names tests that are there, and run without being asked for."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
FAULTS = (
    "reply lost",
    "delivered twice, in another order",
    "service killed in the middle of a batch",
    "service restored from yesterday's backup",
    "lane's disk restored from an old image",
    "two lanes with swapped clocks",
    "eight hours offline, 500 sales, a slow link",
    "poison sale",
    "expired token",
    "revoked lane",
    "full disk of the service",
    "full disk of the lane",
    "primary killed under load, standby promoted",
    "several workers over one PostgreSQL",
)


def rows() -> dict[str, list[tuple[str, str]]]:
    text = (ROOT / "docs" / "store.md").read_text(encoding="utf-8")
    section = text.partition("## Faults and their tests")[2].partition("\n## ")[0]
    cells = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return {name: NAMED.findall(tests) for name, tests in cells}


def test_every_fault_has_a_test_that_is_there_and_is_not_left_out() -> None:
    table = rows()
    assert set(FAULTS) <= set(table)
    del table["fault"]
    for fault, tests in table.items():
        assert tests, fault
        for path, name in tests:
            source = (ROOT / path).read_text(encoding="utf-8")
            found = re.search(rf"^((?:@.*\n)*)def {name}\(", source, re.MULTILINE)
            assert found is not None, f"{path}::{name}"
            assert "slow" not in found[1], f"{name} is left out of `make test`"
