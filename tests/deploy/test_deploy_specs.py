"""What a specification leaves out is asked for by nobody, and what lies beside the modules comes along."""

import ast
import fnmatch
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LANE, STORE = ROOT / "kiosk.spec", ROOT / "deploy" / "store" / "store.spec"
OF_DEVELOPERS = ("kiosk/app/steering/", "kiosk/ui/gallery/")
"""Asked for by name and only where they are (kiosk.app.lane)."""
NOT_OPENED = (".md", ".mako")


def said_in(spec: Path, name: str) -> Any:
    """A list the specification gives a name to."""
    for line in ast.parse(spec.read_text(encoding="utf-8")).body:
        target = line.targets[0] if isinstance(line, ast.Assign) else None
        if isinstance(line, ast.Assign) and isinstance(target, ast.Name) and target.id == name:
            return ast.literal_eval(line.value)
    raise LookupError(name)


def asked_for(module: Path, excluded: set[str]) -> Iterator[str]:
    text = module.read_text(encoding="utf-8")
    if not any(name.rpartition(".")[2] in text for name in excluded):
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)


@pytest.mark.parametrize(("spec", "packages"), [(LANE, ("kiosk", "retail")), (STORE, ("store", "retail"))])
def test_no_module_asks_for_what_its_package_leaves_out(spec: Path, packages: tuple[str, ...]) -> None:
    excluded = set(said_in(spec, "EXCLUDED"))
    wrong = [
        f"{module.relative_to(ROOT)} asks for {name}"
        for package in packages
        for module in sorted((ROOT / package).rglob("*.py"))
        if not str(module.relative_to(ROOT)).startswith(OF_DEVELOPERS)
        for name in asked_for(module, excluded)
        if any(name == one or name.startswith(f"{one}.") for one in excluded)
        and not name.startswith("kiosk.app.steering")
    ]
    assert not wrong


def beside_modules(package: str) -> Iterator[str]:
    for path in sorted((ROOT / package).rglob("*")):
        is_ours = path.is_file() and "__pycache__" not in path.parts and path.suffix != ".py"
        if is_ours and path.suffix not in NOT_OPENED:
            yield str(path.relative_to(ROOT))


def test_every_file_of_the_service_that_is_no_module_comes_along() -> None:
    shapes = said_in(STORE, "SHAPES")
    assert not [name for name in beside_modules("store") if Path(name).suffix[1:] not in shapes]


def test_every_file_of_the_lane_that_is_no_module_comes_along() -> None:
    taken = [source for source, _ in said_in(LANE, "DATA")]

    def comes_along(name: str) -> bool:
        return any(name.startswith(f"{one}/") or fnmatch.fnmatch(name, one) for one in taken)

    left = [
        name
        for name in beside_modules("kiosk")
        if not comes_along(name) and not name.startswith(OF_DEVELOPERS)
    ]
    assert left == ["kiosk/update/boot/kiosk-boot"], "the package puts the chooser elsewhere"


@pytest.mark.parametrize(("package", "spec"), [("kiosk", LANE), ("store", STORE)])
def test_every_folder_of_assets_that_is_named_comes_along(package: str, spec: Path) -> None:
    """Folders such as `... / "assets" / "products"`, or ASSETS / "fonts"."""
    named = re.compile(r'(?:"assets"|\bASSETS|\bassets\))\s*/\s*"(\w+)"')
    wanted = {
        folder
        for module in (ROOT / package).rglob("*.py")
        for folder in named.findall(module.read_text(encoding="utf-8"))
    }
    text = spec.read_text(encoding="utf-8")
    assert wanted
    assert not [one for one in sorted(wanted) if f'assets/{one}"' not in text]


def test_a_plain_installation_has_the_assets_where_the_code_looks_for_them() -> None:
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = said["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert set(packages) >= {"assets", "kiosk", "retail", "store"}
