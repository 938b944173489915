"""All figures of the scanner: measure what is not measured yet, and write them into its page.

Each part is a process of its own whose output is kept; a run that is ended goes on where it was, within a
part too. `--write` puts what is there between the marks in docs/devices/scanner.md.

    python -m benchmarks.scan_page MANIFEST [--root DIR] [--only PART...] [--afresh] [--write]
"""

import argparse
import datetime
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.figures import machine

PAGE = Path("docs/devices/scanner.md")
BEGIN, END = "<!-- figures: python -m benchmarks.scan_page -->", "<!-- end of figures -->"
FOLDER = Path("var/benchmarks/scanner")
READERS = ("zxing-cpp", "fast", "deep")


class Part(NamedTuple):
    """One measurement."""

    title: str
    module: str
    arguments: tuple[str, ...]
    minutes: int
    """About how long it takes on a quiet machine."""


_QUICK = ("--quick", "--no-presentations")
PARTS = {
    "upright": Part("as they are", "scan", (), 8),
    "hd": Part("as they are, 1920x1080", "scan", ("--frame", "1920x1080", *_QUICK), 2),
    **{
        f"rot{degrees}": Part(
            f"turned by {degrees} degrees", "scan", ("--degrade", f"rot{degrees}", *_QUICK), 2
        )
        for degrees in (90, 180, 270, 20, 45)
    },
    "dark": Part("a fifth of the light, noise 3, gain 5", "scan", ("--degrade", "dark", "--quick"), 8),
    "dim": Part("a fifth of the light, a good sensor", "scan", ("--degrade", "dim", *_QUICK), 2),
    "darker": Part("a tenth of the light, gain 10", "scan", ("--degrade", "darker", *_QUICK), 3),
    "noise": Part("noise 8", "scan", ("--degrade", "noise", *_QUICK), 2),
    "blur": Part("out of focus by 1.5 pixels", "scan", ("--degrade", "blur", *_QUICK), 2),
    "blur-strong": Part("out of focus by 2.5 pixels", "scan", ("--degrade", "blur-strong", *_QUICK), 2),
    "motion": Part("moved by 7 pixels", "scan", ("--degrade", "motion", *_QUICK), 2),
    "stream": Part("300 packs", "scan_stream", ("--packs", "300", "--seed", "1"), 35),
    "live": Part("ten minutes", "scan_live", ("--minutes", "10"), 11),
    "live-hd": Part("one minute, 1920x1080", "scan_live", ("--minutes", "1", "--size", "1920x1080"), 2),
}


def measure(name: str, manifest: Path, root: Path, folder: Path) -> None:
    """Run a part unless its output is there."""
    out, part = folder / f"{name}.txt", PARTS[name]
    if out.is_file():
        return
    arguments = list(part.arguments)
    if part.module == "scan":
        arguments = [str(manifest), "--root", str(root), *arguments]
    if part.module != "scan_live":
        arguments += ["--keep", str(folder / f"{name}.jsonl")]
    print(f"{name}: {part.title}, about {part.minutes} min", file=sys.stderr, flush=True)
    before = f"Load before: {os.getloadavg()[0]:.1f}.\n"
    command = [sys.executable, "-m", f"benchmarks.{part.module}", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    draft = out.with_suffix(".new")
    draft.write_text(before + done.stdout, encoding="utf-8")
    draft.replace(out)


def section(folder: Path) -> str:
    """The page's figures, from the parts that are there."""
    outputs = {name: _read(folder / f"{name}.txt") for name in PARTS if (folder / f"{name}.txt").is_file()}
    newest = max((folder / f"{name}.txt").stat().st_mtime for name in outputs)
    when = datetime.datetime.fromtimestamp(newest, tz=datetime.UTC).date().isoformat()
    load = max(float(text.splitlines()[0].split()[-1].rstrip(".")) for text in outputs.values())
    blocks = [f"Measured {when}: {machine()}. Highest load before a part: {load:.1f}."]
    if whole := outputs.get("upright"):
        blocks += [_table_in(whole), _wrong_in(whole)]
    if rows := [_row(name, text) for name, text in outputs.items() if PARTS[name].module == "scan"]:
        names = " | ".join(READERS)
        head = f"| share of the photographs read | {names} | fast / zxing-cpp | deep / zxing-cpp | accepted |"
        blocks.append("\n".join([head, "|---|" + "--:|" * (len(READERS) + 3), *rows]))
    for name, text in outputs.items():
        if PARTS[name].module != "scan":
            blocks.append(f"{PARTS[name].title} (`benchmarks.{PARTS[name].module}`):\n\n{_listed(text)}")
    return "\n\n".join(block for block in blocks if block)


def written(page: str, figures: str) -> str:
    """The page with these figures between its marks. Raises `ValueError` if it has none."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page has no marks {BEGIN!r} and {END!r}")
    return f"{before}{BEGIN}\n\n{figures}\n\n{END}{after}"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip()


def _figures_in(text: str) -> dict[str, Any]:
    figures: dict[str, Any] = json.loads(text.splitlines()[-1])
    return figures


def _table_in(text: str) -> str:
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return "\n".join([*lines, "", "Per cell: read/pictures, x wrong reads, processor ms median/p95."])


def _wrong_in(text: str) -> str:
    lines = [line for line in text.splitlines() if line.startswith("wrong, accepted")]
    return "\n".join(f"- {line}" for line in lines) or "Nothing wrong was accepted."


def _row(name: str, text: str) -> str:
    told = _figures_in(text)
    rates = [told[reader]["read_photographs"] for reader in READERS]
    cells = [f"{100 * rate:.1f} %" for rate in rates]
    beside = [f"{rate / rates[0]:.2f}" if rates[0] else "-" for rate in rates[1:]]
    accepted = told.get("accepted")
    last = f"{100 * accepted['read_photographs']:.1f} %, {accepted['wrong']} wrong" if accepted else ""
    return f"| {PARTS[name].title} | {' | '.join([*cells, *beside, last])} |"


def _listed(text: str) -> str:
    return "\n".join(f"- {name.replace('_', ' ')}: {value}" for name, value in _figures_in(text).items())


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and, if asked, write."""
    made = argparse.ArgumentParser(
        prog="python -m benchmarks.scan_page",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("manifest", type=Path, help="as for benchmarks.scan")
    made.add_argument("--root", type=Path, help="where the paths begin (default: beside the manifest)")
    made.add_argument("--only", nargs="+", choices=list(PARTS), help="only these parts")
    made.add_argument("--folder", type=Path, default=FOLDER, help="what is kept (default: %(default)s)")
    made.add_argument("--afresh", action="store_true", help="forget what was measured of these parts")
    made.add_argument("--no-measuring", action="store_true", help="only write what is there")
    made.add_argument("--write", action="store_true", help=f"write the figures into {PAGE}")
    options = made.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    for name in options.only or PARTS if not options.no_measuring else ():
        if options.afresh:
            for kept in (f"{name}.txt", f"{name}.jsonl"):
                (options.folder / kept).unlink(missing_ok=True)
        measure(name, options.manifest, options.root or options.manifest.parent, options.folder)
    figures = section(options.folder)
    print(figures)
    if options.write:
        PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), figures), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
