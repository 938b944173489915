"""Import rules that `.importlinter` cannot say: modules named `codec`, and packages that nobody placed."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("retail", "kiosk", "simulators", "store", "gate")

NOT_PURE = {
    "PIL",
    "PySide6",
    "asyncio",
    "cv2",
    "escpos",
    "numpy",
    "os",
    "pathlib",
    "pysqlite3",
    "pyzbar",
    "random",
    "select",
    "serial",
    "socket",
    "sqlalchemy",
    "sqlite3",
    "subprocess",
    "threading",
    "time",
    "zxingcpp",
}
SHARED_BY_CODECS = ("kiosk.devices.", "kiosk.payment.words_of_terminals.")
"""Values without a device behind them."""
CODECS = sorted(
    path
    for path in (ROOT / "kiosk").rglob("*.py")
    if path.stem == "codec" or "codec" in path.relative_to(ROOT / "kiosk").parts
)


def imports(source: str, package: str) -> Iterator[str]:
    """Full names of everything imported anywhere in the source, also inside functions."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")[: -node.level + 1 or None] if node.level else []
            base = ".".join([*parents, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def imports_of(path: Path) -> set[str]:
    package = ".".join(path.relative_to(ROOT).parent.parts)
    return set(imports(path.read_text(encoding="utf-8"), package))


def test_import_reader_sees_relative_and_nested_imports() -> None:
    source = (
        "import a.b\nfrom . import c\nfrom .d import e\nfrom ..f import g\ndef h():\n    from i import j\n"
    )
    assert set(imports(source, "one.two")) == {"a.b", "one.two.c", "one.two.d.e", "one.f.g", "i.j"}


@pytest.mark.parametrize(
    "path",
    [*CODECS, ROOT / "kiosk/payment/words_of_terminals.py"],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_codecs_are_pure(path: Path) -> None:
    assert {name for name in imports_of(path) if name.split(".")[0] in NOT_PURE} == set()


@pytest.mark.parametrize("path", CODECS, ids=lambda path: str(path.relative_to(ROOT)))
def test_codecs_import_only_their_own_codec_and_the_core(path: Path) -> None:
    parts = path.relative_to(ROOT).with_suffix("").parts
    own = ".".join(parts[: parts.index("codec") + 1])
    strangers = {
        name
        for name in imports_of(path)
        if name.startswith("kiosk.") and not name.startswith((own, *SHARED_BY_CODECS))
    }
    assert strangers == set()


def test_there_are_codecs_to_check() -> None:
    assert {path.relative_to(ROOT / "kiosk").parts[0] for path in CODECS} >= {
        "payment",
        "printer",
        "scale",
        "speech",
    }


def test_nothing_in_the_lane_reaches_for_a_simulator_by_name() -> None:
    """A simulator started in-process by `importlib` would slip past the import rules."""
    found = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "kiosk").rglob("*.py")
        for name in imports_of(path)
        if name.split(".")[0] == "simulators"
    ]
    assert found == []


def test_every_top_level_package_is_placed() -> None:
    packages = {
        path.parent.name
        for path in ROOT.glob("*/__init__.py")
        if path.parent.name not in {"tests", "benchmarks", "tools"}
    }
    assert packages == set(PACKAGES)


def test_import_rules_hold() -> None:
    ran = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
