"""Make a Debian package of a frozen folder: `package_deb.py kiosk FOLDER --into DIR`.

What the package depends on is not written down but found: every ELF file in the folder is asked which
libraries it needs, those that came along are taken off, and the rest belongs to packages of this machine.

Invariants: the same folder and the same SOURCE_DATE_EPOCH give the same bytes; files belong to root; a
library that no package owns ends the build.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import package_elf
import package_release
import package_sbom

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
MAINTAINER = "The operator of these lanes <root@localhost>"
LINKED_AGAINST = ("libc6", "libgcc-s1", "libstdc++6")
"""Of these, this machine's version is the least that will do: the libraries were linked against it."""


@dataclass(frozen=True)
class Recipe:
    """What differs between the packages."""

    summary: str
    place: str
    """Where the folder goes; `@VERSION@` stands for the version."""
    depends: tuple[str, ...] = ()
    recommends: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    """Under deploy/ or docs/, and where they go."""
    links: tuple[tuple[str, str], ...] = ()
    """Name, and what it points to."""
    settings: tuple[str, ...] = ()
    """Files of the administrator's."""


RECIPES = {
    "kiosk": Recipe(
        summary="Self-checkout lane: scan with a camera, pay by card, take the receipt",
        place="/opt/kiosk/releases/@VERSION@",
        # Pillow loads libfribidi by itself where letters run from right to left: receipts in Arabic
        depends=("adduser", "libfribidi0"),
        # sound and the voice of the headset; the locked screen, whose cage does not start without xwayland
        recommends=("alsa-utils", "cage", "espeak-ng", "seatd", "xwayland"),
        files=(
            ("kiosk/update/boot/kiosk-boot", "/opt/kiosk/boot/kiosk-boot"),
            ("deploy/debian/kiosk/kiosk.toml", "/etc/kiosk/kiosk.toml"),
            ("deploy/debian/kiosk/update.toml", "/etc/kiosk/update.toml"),
            *(
                (f"deploy/systemd/{unit}", f"/lib/systemd/system/{unit}")
                for unit in ("kiosk-update.service", "kiosk-nightly.service", "kiosk-nightly.timer")
            ),
            ("deploy/systemd/kiosk.service", "/lib/systemd/system/kiosk.service"),
            ("deploy/systemd/kiosk-screen.service", "/lib/systemd/system/kiosk-screen.service"),
            (
                "deploy/systemd/kiosk-out-of-service.service",
                "/lib/systemd/system/kiosk-out-of-service.service",
            ),
            ("deploy/udev/60-kiosk.rules", "/lib/udev/rules.d/60-kiosk.rules"),
            *(
                (f"docs/{page}.md", f"/usr/share/doc/kiosk/{page}.md")
                for page in ("deploy", "operate", "updates")
            ),
        ),
        links=(
            ("/usr/bin/kiosk", "/opt/kiosk/current/kiosk"),
            ("/usr/bin/kiosk-update", "/opt/kiosk/current/kiosk-update"),
        ),
        settings=("/etc/kiosk/kiosk.toml", "/etc/kiosk/update.toml"),
    ),
    "kiosk-simulators": Recipe(
        summary="Simulated card terminal and receipt printer, for the self-test of a lane",
        place="/usr/lib/kiosk-simulators",
    ),
    "kiosk-store": Recipe(
        summary="Store service of self-checkout lanes: receives every sale, feeds the lanes",
        place="/usr/lib/kiosk-store",
        depends=("adduser", "tzdata"),
        files=(
            ("deploy/debian/kiosk-store/store.toml", "/etc/kiosk-store/store.toml"),
            ("deploy/systemd/kiosk-store.service", "/lib/systemd/system/kiosk-store.service"),
            ("docs/deploy.md", "/usr/share/doc/kiosk-store/deploy.md"),
        ),
        links=(("/usr/bin/store", "/usr/lib/kiosk-store/store"),),
        settings=("/etc/kiosk-store/store.toml",),
    ),
}


def main() -> int:
    """Make one package and say what it became."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("name", choices=RECIPES)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--into", type=Path, required=True)
    options = parser.parse_args()
    version = package_release.version()
    with tempfile.TemporaryDirectory(prefix="package-") as root:
        tree = Path(root) / "tree"
        installed = lay_out(tree, options.name, options.folder, version)
        target = options.into / f"{options.name}_{version}_{architecture()}.deb"
        write(tree, options.name, version, depends(options.folder, RECIPES[options.name]), target)
    print(
        f"{target.name}: {target.stat().st_size / 1e6:.1f} MB, {installed / 1e6:.1f} MB installed", flush=True
    )
    return 0


def architecture() -> str:
    """This machine's, in Debian's words."""
    return subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()


def lay_out(tree: Path, name: str, folder: Path, version: str) -> int:
    """Put everything where it will be installed; how many bytes that is."""
    recipe = RECIPES[name]
    place = _under(tree, recipe.place.replace("@VERSION@", version))
    shutil.copytree(folder, place, symlinks=True)
    for source, target in recipe.files:
        shutil.copy(ROOT / source, _made(_under(tree, target)))
    for link, target in recipe.links:
        _made(_under(tree, link)).symlink_to(target)
    papers = _under(tree, f"/usr/share/doc/{name}")
    papers.mkdir(parents=True, exist_ok=True)
    package_sbom.describe(folder, name, version, papers)
    shutil.copyfile(ROOT / "LICENSE", papers / "copyright")
    if (folder / "_internal" / "PySide6").is_dir():
        import PySide6

        offer = (DEPLOY / "qt-source-offer.txt").read_text(encoding="utf-8")
        (papers / "qt-source-offer.txt").write_text(
            offer.replace("@PYSIDE@", PySide6.__version__), encoding="utf-8"
        )
    return sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink())


def depends(folder: Path, recipe: Recipe) -> list[str]:
    """The packages whose libraries the folder needs and does not bring."""
    needed, brought = set[str](), set[str]()
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        brought.add(path.name)
        if (linked := package_elf.read(path)) is not None:
            needed.update(linked.needed)
            brought.add(linked.soname)
    owners = {_owner(name) for name in sorted(needed - brought)}
    versioned = [
        f"{name} (>= {_upstream(name)})" if name in LINKED_AGAINST else name for name in sorted(owners)
    ]
    return sorted({*versioned, *recipe.depends})


def _owner(library: str) -> str:
    listed = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    places = [line.partition(" => ")[2] for line in listed.splitlines() if line.split()[:1] == [library]]
    for place in [*places, *(str(Path(place).resolve()) for place in places)]:
        for path in (place, f"/usr{place}", place.removeprefix("/usr")):
            done = subprocess.run(["dpkg", "-S", path], capture_output=True, text=True, check=False)
            if done.returncode == 0:
                return done.stdout.partition(":")[0]
    raise SystemExit(f"no package of this machine holds {library}, which the folder needs")


def _upstream(package: str) -> str:
    done = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True, check=True
    )
    return done.stdout.rpartition("-")[0] or done.stdout


def write(tree: Path, name: str, version: str, needs: list[str], target: Path) -> None:
    """Write the package."""
    recipe, control = RECIPES[name], tree / "DEBIAN"
    control.mkdir()
    size_kb = sum(path.lstat().st_size for path in tree.rglob("*") if not path.is_dir()) // 1024
    lines = {
        "Package": name,
        "Version": version,
        "Architecture": architecture(),
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size_kb),
        "Depends": ", ".join(needs),
        "Recommends": ", ".join(recipe.recommends),
        "Section": "misc",
        "Priority": "optional",
        "Description": recipe.summary,
    }
    text = "".join(f"{key}: {value}\n" for key, value in lines.items() if value)
    (control / "control").write_text(text, encoding="utf-8")
    if recipe.settings:
        (control / "conffiles").write_text("".join(f"{path}\n" for path in recipe.settings))
    for script in ("postinst", "prerm", "postrm"):
        source = DEPLOY / "debian" / name / script
        if source.is_file():
            (control / script).write_text(source.read_text(encoding="utf-8").replace("@VERSION@", version))
            (control / script).chmod(0o755)
    _settle(tree)
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [
            "dpkg-deb",
            "-Zxz",
            f"-z{os.environ.get('PACKAGE_XZ', '6')}",
            "--root-owner-group",
            "--build",
            tree,
            target,
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )


def _settle(tree: Path) -> None:
    """One time and plain modes for every file: neither clock nor umask of the builder is in the package."""
    moment = int(os.environ["SOURCE_DATE_EPOCH"])
    for path in [tree, *sorted(tree.rglob("*"))]:
        if not path.is_symlink():
            is_program = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if is_program else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)


def _under(tree: Path, place: str) -> Path:
    return tree / place.lstrip("/")


def _made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


if __name__ == "__main__":
    sys.exit(main())
