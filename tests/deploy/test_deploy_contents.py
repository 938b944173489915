"""What goes into a package, what stays out, and what is said of it."""

import importlib
import json
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def tool(name: str) -> ModuleType:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(ROOT / "tools"))


contents, sbom = tool("package_contents"), tool("package_sbom")


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/qml/QtQuick/Controls/Basic/libqtquickcontrols2basicstyleplugin.so",
        "PySide6/Qt/qml/QtQuick/Layouts/qmldir",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/lib/libicudata.so.73",
        "tapirscan/_native/libtapirscan.so",
        "assets/demo/catalogue.csv",
    ],
)
def test_what_a_lane_opens_is_kept(name: str) -> None:
    assert contents.slim([(name, "/somewhere", "DATA")]) == [(name, "/somewhere", "DATA")]


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/qml/QtQuick/Controls/Material/qmldir",
        "PySide6/Qt/qml/QtQuick/Dialogs/qmldir",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "libstdc++.so.6",
        "escpos/capabilities.json",
    ],
)
def test_what_a_lane_never_opens_stays_out(name: str) -> None:
    assert contents.slim([(name, "/somewhere", "DATA")]) == []


def test_a_library_stays_only_if_something_kept_needs_it(tmp_path: Path) -> None:
    shell = tmp_path / "module.so"
    shutil.copyfile("/bin/sh", shell)
    text = tmp_path / "text"
    text.write_text("no library")
    entries = [
        ("module.so", str(shell), "EXTENSION"),
        ("libc.so.6", str(text), "BINARY"),  # what a shell needs, wherever it comes from
        ("libnobody.so.1", str(text), "BINARY"),
        ("libzbar.so.0", str(text), "BINARY"),  # asked for by name
    ]
    assert [name for name, _, _ in contents.linked(entries)] == ["libc.so.6", "libzbar.so.0", "module.so"]


def test_the_list_of_parts_is_the_same_whatever_order_they_were_found_in() -> None:
    parts = [
        sbom.Part("pypi", "NumPy", "2.4.6", "BSD-3-Clause"),
        sbom.Part("deb", "libzbar0", "0.23", "LGPL"),
    ]
    bill = sbom.bill("kiosk", "1.0", parts)
    assert bill == sbom.bill("kiosk", "1.0", reversed(parts))
    told = json.loads(bill)
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert [part["purl"] for part in told["components"]] == [
        "pkg:deb/debian/libzbar0@0.23",
        "pkg:pypi/numpy@2.4.6",
    ]


def test_a_part_without_a_known_licence_is_named_as_such() -> None:
    (part,) = [part for part, _ in sbom.python_parts({"pysqlite3"})]
    assert (part.name, part.licence) == ("pysqlite3", "unknown")


def test_links_to_what_stayed_out_go_and_others_stay(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "kept.so").touch()
    (tmp_path / "in" / "good.so").symlink_to("../kept.so")
    (tmp_path / "in" / "dangling.so").symlink_to("../dropped.so")
    contents.drop_dangling(tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["good.so", "in", "kept.so"]
