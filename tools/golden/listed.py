"""The list of what was accepted: a line a picture, the SHA-256 of its pixels and its name; small pictures."""

from collections.abc import Mapping
from pathlib import Path

ACCEPTED = Path(__file__).parents[2] / "tests" / "ui" / "golden"
LIST = ACCEPTED / "pictures.sha256"
SMALL = ACCEPTED / "small"


def read(file: Path) -> dict[str, str]:
    """Name to hash; nothing while there is no list."""
    if not file.exists():
        return {}
    lines = file.read_text(encoding="ascii").splitlines()
    return {name: pixels for pixels, name in (line.split("  ", 1) for line in lines)}


def write(file: Path, hashes: Mapping[str, str]) -> None:
    """The list, in the order of names."""
    lines = [f"{pixels}  {name}\n" for name, pixels in sorted(hashes.items())]
    file.write_text("".join(lines), encoding="ascii")
