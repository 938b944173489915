"""What a built lane says of itself and what packages hold; units, page and rehearsal fit each other."""

import importlib
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kiosk import __version__
from kiosk.database.journal import SCHEMA_VERSION
from kiosk.update.release import read_release
from tools.rollout.page import blocks

ROOT = Path(__file__).resolve().parents[2]
SERVICE = (ROOT / "deploy/systemd/kiosk.service").read_text(encoding="utf-8")


def tool(name: str) -> ModuleType:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(ROOT / "tools"))


release, deb = tool("package_release"), tool("package_deb")


@pytest.fixture(autouse=True)
def _built_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    monkeypatch.delenv("PACKAGE_VERSION", raising=False)


def test_a_lane_says_its_version_its_time_and_the_journals_it_reads(tmp_path: Path) -> None:
    release.describe(tmp_path)
    said = read_release(tmp_path)
    assert said is not None
    assert (said.version, said.made) == (__version__, "2026-11-18T11:06:40Z")
    assert (said.writes_schema, said.reads_schema) == (SCHEMA_VERSION, (1, SCHEMA_VERSION))


def test_the_same_source_can_be_built_as_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules = [("kiosk", str(ROOT / "kiosk/__init__.py"), "PYMODULE"), ("retail", "r.py", "PYMODULE")]
    assert release.as_version(modules, tmp_path) == modules
    monkeypatch.setenv("PACKAGE_VERSION", "9.8.7")
    (_, source, _), other = release.as_version(modules, tmp_path)
    told: dict[str, str] = {}
    exec(Path(source).read_text(encoding="utf-8"), told)
    assert (told["__version__"], other) == ("9.8.7", modules[1])
    assert release.describe(tmp_path).version == "9.8.7"


def test_a_version_no_updater_could_order_ends_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PACKAGE_VERSION", "1.0-rc1")
    with pytest.raises(ValueError, match="is not a version"):
        release.describe(tmp_path)


@pytest.mark.parametrize("name", sorted(deb.RECIPES))
def test_everything_a_package_holds_is_there(name: str) -> None:
    recipe = deb.RECIPES[name]
    assert [source for source, _target in recipe.files if not (ROOT / source).is_file()] == []
    held = {target for _source, target in recipe.files}
    assert set(recipe.settings) <= held


def test_every_unit_is_in_a_package() -> None:
    held = {source for recipe in deb.RECIPES.values() for source, _target in recipe.files}
    units = {f"deploy/systemd/{path.name}" for path in (ROOT / "deploy/systemd").iterdir()}
    assert units <= held


def test_the_chooser_picks_the_release_before_each_start_and_every_failed_start_counts() -> None:
    assert "ExecStartPre=+/opt/kiosk/boot/kiosk-boot choose" in SERVICE
    assert "KIOSK_HOUSE=/opt/kiosk KIOSK_DOOR=/var/lib/kiosk/door" in SERVICE
    assert "RestartPreventExitStatus=" not in SERVICE
    burst = re.search(r"^StartLimitBurst=(\d+)$", SERVICE, re.MULTILINE)
    assert burst is not None
    assert int(burst[1]) > 5, "a switch, three tries and the way back are not a crash loop"
    assert (ROOT / "kiosk/update/boot/kiosk-boot").stat().st_mode & 0o111


def test_the_page_names_every_block_the_rehearsal_runs_by_name() -> None:
    found = blocks(ROOT / "docs/deploy.md")
    assert {block.where for block in found} == {"the server", "each lane", "the signer"}
    rehearsal = (ROOT / "tools/rollout/__main__.py").read_text(encoding="utf-8")
    wanted = set(re.findall(r'(?:named|_sign)\("([a-z ]+)"', rehearsal)) | {"trial", "with devices"}
    assert wanted == {block.name for block in found} - {""}
    assert all(block.commands.strip() for block in found)
