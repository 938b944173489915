"""Say what a package is made of: a CycloneDX list of parts, and every part's licence texts.

A part is a Python distribution of which at least one file or module is in the folder, or a Debian package of
the build machine from which a library was taken. Written from what is really there, not from what was asked
for.

Source: CycloneDX 1.6, JSON.
Invariants: the same folder gives the same bytes; a part without a known licence is named as such, never left
out.
"""

import hashlib
import importlib.metadata
import json
import platform
import re
import shutil
import subprocess
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LICENCE_FILES = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|AUTHORS|THIRD_PARTY)", re.IGNORECASE)
OWN = "open-self-checkout"
_NAMESPACE = uuid.UUID("6f1f6a4e-7f43-4ae0-9b5a-53c0f6a2b1a7")


@dataclass(frozen=True, order=True)
class Part:
    """Something others made that is in the package."""

    kind: str
    """`pypi`, `deb` or `generic`."""
    name: str
    version: str
    licence: str

    @property
    def purl(self) -> str:
        """Its package URL."""
        vendor = "debian/" if self.kind == "deb" else ""
        return f"pkg:{self.kind}/{vendor}{self.name.lower()}@{self.version}"


def modules_in(folder: Path) -> set[str]:
    """The top-level names of every Python module in the folder, those in the program's archive included."""
    from PyInstaller.archive.readers import CArchiveReader  # type: ignore[import-untyped]

    internal = folder / "_internal"
    names = {path.name.partition(".")[0] for path in internal.iterdir()}
    for program in folder.iterdir():
        if program.is_file() and not program.is_symlink() and program.stat().st_mode & 0o100:
            archive = CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz")
            names |= {name.partition(".")[0] for name in archive.toc}
    return names


def python_parts(modules: Iterable[str]) -> Iterator[tuple[Part, importlib.metadata.Distribution]]:
    """The distributions these modules belong to."""
    wanted = set(modules)
    owners = importlib.metadata.packages_distributions()
    names = {name for module in wanted for name in owners.get(module, [])}
    for name in sorted(names, key=str.lower):
        found = importlib.metadata.distribution(name)
        if name != OWN:
            yield Part("pypi", name, found.version, _licence(found)), found


def _licence(found: importlib.metadata.Distribution) -> str:
    told = found.metadata
    if "License-Expression" in told:
        return told["License-Expression"]
    classes = [
        one.rpartition(" :: ")[2] for one in told.get_all("Classifier", []) if one.startswith("License")
    ]
    return ", ".join(classes) or _first_line(told["License"] or "")


def _first_line(text: str) -> str:
    return next((line.strip()[:100] for line in text.splitlines() if line.strip()), "unknown")


def debian_parts(sources: Iterable[Path]) -> Iterator[Part]:
    """The packages of this machine that these libraries come from."""
    names = set()
    for source in sources:
        # a merged /usr: the package may know its file by the shorter name
        for place in (str(source), str(source).removeprefix("/usr")):
            done = subprocess.run(["dpkg", "-S", place], capture_output=True, text=True, check=False)
            if done.returncode == 0:
                names.add(done.stdout.partition(": ")[0])
                break
    for name in sorted(names):
        shown = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Package} ${Version}", name],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        yield Part("deb", shown[0], shown[1], "see licences/" + shown[0])


def system_libraries(folder: Path) -> list[Path]:
    """Where on this machine the libraries at the top of the folder were taken from."""
    listed = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    places: dict[str, Path] = {}
    for line in listed.splitlines()[1:]:
        name, _, path = line.strip().partition(" => ")
        places.setdefault(name.split()[0], Path(path))
    here = [path.name for path in (folder / "_internal").glob("lib*.so*")]
    return sorted(
        places[name].resolve() for name in here if name in places and not name.startswith("libpython")
    )


def bill(name: str, version: str, parts: Iterable[Part]) -> str:
    """The CycloneDX document."""
    listed = sorted(parts)
    digest = hashlib.sha256(repr((name, version, listed)).encode()).hexdigest()
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_NAMESPACE, digest)}",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": name, "name": name, "version": version}},
        "components": [
            {
                "type": "library",
                "bom-ref": part.purl,
                "name": part.name,
                "version": part.version,
                "purl": part.purl,
                "licenses": [{"license": {"name": part.licence}}],
            }
            for part in listed
        ],
    }
    return json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def describe(folder: Path, name: str, version: str, into: Path) -> list[Part]:
    """Write the list of parts and their licences into `into`; the parts."""
    parts = [Part("generic", "python", platform.python_version(), "PSF-2.0")]
    if icu := sorted((folder / "_internal").glob("PySide6/Qt/lib/libicudata.so.*")):
        parts.append(Part("generic", "icu", icu[0].name.rpartition(".")[2], "Unicode-3.0"))
    for part, found in python_parts(modules_in(folder)):
        parts.append(part)
        for file in found.files or ():
            if LICENCE_FILES.match(file.name) and ".dist-info" in str(file):
                _copy(Path(str(file.locate())), into / "licences" / part.name / file.name)
    for part in debian_parts(system_libraries(folder)):
        parts.append(part)
        _copy(Path("/usr/share/doc") / part.name / "copyright", into / "licences" / part.name / "copyright")
    (into / "sbom.cdx.json").write_text(bill(name, version, parts), encoding="utf-8")
    return parts


def _copy(source: Path, target: Path) -> None:
    if source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
