"""What goes into a package and what stays out: the rules `kiosk.spec` applies to what PyInstaller found.

PyInstaller takes whole libraries. Qt alone would be 150 MB more: every style, plugin and translation. So
unwanted files are named here by rule, and then every shared library goes that nothing kept needs any more.

Invariants: a library some kept file links to is never dropped; what is dropped follows from the names alone,
so two builds drop the same.
"""

import pickle
import platform
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import package_icu
from package_elf import read

Entry = tuple[str, str, str]
"""As in PyInstaller: name in the package, file on this machine, kind."""

_QML_KEPT = (
    r"builtins\.qmltypes|jsroot\.qmltypes"
    r"|QtQml(/[^/]+|/(Base|Models|WorkerScript)/.*)"
    r"|QtQuick/([^/]+|(Window|Layouts|Templates|Effects)/.*|Controls/([^/]+|(Basic|impl)/.*))"
)
_PLUGINS_KEPT = (
    r"platforms/libq(offscreen|minimal|vnc|xcb|wayland(-generic|-egl)?)\.so"
    r"|imageformats/libq(svg|jpeg)\.so"
    r"|iconengines/libqsvgicon\.so"
    r"|platforminputcontexts/.*compose.*"
    r"|generic/libqevdev.*"
    r"|xcbglintegrations/.*"
    r"|wayland-(shell-integration|graphics-integration-client)/.*"
    r"|tls/libqopensslbackend\.so"
)
DROPPED = re.compile(
    rf"PySide6/Qt/qml/(?!({_QML_KEPT})$).*"
    rf"|PySide6/Qt/plugins/(?!({_PLUGINS_KEPT})$).*"
    r"|PySide6/Qt/(translations|metatypes|libexec|resources)/.*"
    r"|PySide6/Qt(Test|Sql|Widgets|OpenGLWidgets|PrintSupport|Xml|Help|Designer)\..*"
    r"|.*\.(pyi|qmltypes|h|c|cpp|pyx|pxd|a)"
    # a C++ runtime older than the one the machine's graphics driver was built with stops that driver
    r"|libstdc\+\+\.so\..*|libgcc_s\.so\..*"
    r"|(.*/)?(tests?|testing)/.*\.(py|txt|json)"
    r"|escpos/capabilities\.json"
    r"|cv2/data/.*|cv2/qt/.*"
    r"|(PIL|numpy)/.*\.(md|rst)"
    r"|.*\.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json|entry_points\.txt|top_level\.txt|WHEEL)"
)
"""Files that a lane never opens, by their name in the package."""
DEBUGGED = re.compile(
    r"libpython.*"
    r"|(zstandard|pysqlite3|sqlalchemy|yaml|cryptography|_cffi_backend|python3\.\d+/lib-dynload)([/.].*)\.so"
    r"|PIL/_imaging\..*"
)
"""Modules whose wheels come with symbols for debuggers: 65 MB of them."""
_PLAIN_LIBRARY = re.compile(r"(PySide6/Qt/lib/|PySide6/|[^/]+\.libs/|)lib[^/]*\.so(\.[^/]+)?")
"""Where libraries lie that are loaded because others link to them; anything else is loaded by name."""
_BY_NAME = re.compile(r"libzbar\.so.*|libpython.*")
"""Among those, but asked for by name."""


def binaries() -> list[tuple[str, str]]:
    """Libraries that are asked for by name only, and where they go."""
    found = _library("libzbar.so.0")
    return [(found, ".")]


def _library(soname: str) -> str:
    listed = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    for line in listed.splitlines():
        name, _, path = line.partition(" => ")
        if name.split()[:1] == [soname]:
            return str(Path(path).resolve().with_name(soname))
    raise SystemExit(f"{soname} is missing on this machine: run `make setup` first")


def capabilities(folder: Path) -> list[tuple[str, str]]:
    """What python-escpos knows of printers, read once at build time, and where it goes.

    Python's own version is in the name; another version's lane would quietly read its YAML again.
    """
    import escpos
    import yaml  # type: ignore[import-untyped]  # comes with python-escpos, which brings no types

    known = yaml.safe_load((Path(escpos.__file__).parent / "capabilities.json").read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    cache = folder / f"{platform.python_version()}.capabilities.pickle"
    cache.write_bytes(pickle.dumps(known, protocol=2))
    return [(str(cache), "escpos-cache")]


def slim(entries: Iterable[Entry]) -> list[Entry]:
    """What of PyInstaller's list is kept, in a fixed order."""
    return sorted(entry for entry in entries if not DROPPED.fullmatch(entry[0]))


def linked(entries: Iterable[Entry], roots: Iterable[Entry] = ()) -> list[Entry]:
    """Those of `entries` that something kept needs: programs, modules and plugins, and what they link to."""
    kept = list(entries)
    by_name: dict[str, list[Entry]] = {}
    for entry in kept:
        by_name.setdefault(Path(entry[0]).name, []).append(entry)
    wanted = [entry for entry in kept if not _is_plain_library(entry[0])]
    seen = {entry[0] for entry in wanted}
    queue = [*wanted, *roots]
    while queue:
        _, source, _ = queue.pop()
        found = read(Path(source)) if Path(source).is_file() else None
        for needed in found.needed if found else ():
            for entry in by_name.get(needed, []):
                if entry[0] not in seen:
                    seen.add(entry[0])
                    queue.append(entry)
    return sorted(entry for entry in kept if entry[0] in seen)


def without_debugging(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """The same, with copies in `folder` of modules that carry what only a debugger reads.

    Others stay as they are: what was repaired after linking (Qt, NumPy, OpenCV), binutils can break.
    """
    folder.mkdir(parents=True, exist_ok=True)
    result = []
    for name, source, kind in entries:
        if DEBUGGED.fullmatch(name):
            copy = folder / name.replace("/", "-")
            subprocess.run(["strip", "--strip-unneeded", "-o", str(copy), source], check=True)
            source = str(copy)
        result.append((name, source, kind))
    return result


def with_less_icu(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """The same, with the data of ICU that a lane needs, in `folder`, in place of all of it."""
    return [
        (name, str(package_icu.smaller(Path(source), folder)), kind)
        if package_icu.LIBRARY.fullmatch(name)
        else (name, source, kind)
        for name, source, kind in entries
    ]


def drop_dangling(folder: Path) -> None:
    """Take away the links to libraries that stayed out: PyInstaller makes them from the full list."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() and not path.exists():
            path.unlink()


def _is_plain_library(name: str) -> bool:
    return bool(_PLAIN_LIBRARY.fullmatch(name)) and not _BY_NAME.fullmatch(name)
