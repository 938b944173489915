"""Write a lane's settings file for the simulated devices, from the demo shop's template.

Only what the simulators and a scenario decide is changed; everything else stays as the template says, so that
the demo shop and every scenario run the same lane.
"""

import csv
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ASSETS = Path(__file__).resolve().parents[1] / "assets"
TEMPLATE = ASSETS / "demo" / "kiosk.toml"
CATALOGUE = ASSETS / "demo" / "catalogue.csv"
HEADER = "# Written for simulated devices. Do not edit: it is written anew at every start.\n"


def write(path: Path, changes: Mapping[str, Mapping[str, Any]], *, template: Path = TEMPLATE) -> None:
    """Write `template` with the `changes` (section -> key -> value) to `path`."""
    tables = tomllib.loads(template.read_text(encoding="utf-8"))
    for section, keys in changes.items():
        tables.setdefault(section, {}).update(keys)
    path.write_text(HEADER + dumps(tables), encoding="utf-8")


def dumps(tables: Mapping[str, Mapping[str, Any]]) -> str:
    """TOML of tables that hold texts, numbers, booleans and lists of them."""
    blocks = []
    for section, keys in tables.items():
        lines = [f"{key} = {_value(value)}" for key, value in keys.items()]
        blocks.append("\n".join([f"[{section}]", *lines]))
    return "\n\n".join(blocks) + "\n"


def currency_of(catalogue: Path) -> str | None:
    """The currency of the file's first row, or None: the lane itself says what is wrong with a bad file."""
    try:
        with catalogue.open(encoding="utf-8-sig", newline="") as file:
            row = next(csv.DictReader(file), {})
    except (OSError, UnicodeDecodeError, csv.Error):
        return None
    return (row.get("currency") or "").strip() or None


def _value(value: Any) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Path):
        value = str(value)
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
