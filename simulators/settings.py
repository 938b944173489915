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
OFFERS = ASSETS / "demo" / "offers.json"
MEMBERS = ASSETS / "demo" / "members.csv"
RULES = ASSETS / "demo" / "rules.toml"
HEADER = "# Written for simulated devices. Do not edit: it is written anew at every start.\n"


def write(path: Path, changes: Mapping[str, Mapping[str, Any]], *, template: Path = TEMPLATE) -> None:
    """Write `template` with the `changes` (section -> key -> value) to `path`; None takes a key out."""
    tables = tomllib.loads(template.read_text(encoding="utf-8"))
    for section, keys in changes.items():
        table = {**tables.get(section, {}), **keys}
        tables[section] = {key: value for key, value in table.items() if value is not None}
    path.write_text(HEADER + dumps(tables), encoding="utf-8")


def shop_files(
    catalogue: Path | None = None, offers: Path | None = None, members: Path | None = None
) -> dict[str, str | None]:
    """The files of `[shop]`: the demo shop's, as far as its template names them; or those of another shop.

    With another shop's goods, the demo shop's offers and members do not count; its rules do.
    """
    if catalogue is not None:
        given = {"catalogue": catalogue, "offers": offers, "members": members, "rules": RULES}
        return {key: str(path.absolute()) if path else None for key, path in given.items()}
    named = tomllib.loads(TEMPLATE.read_text(encoding="utf-8"))["shop"]
    given = {"offers": offers, "members": members}
    ours = {"catalogue": CATALOGUE, "offers": offers or OFFERS, "members": members or MEMBERS}
    ours["rules"] = RULES
    return {key: str(path.absolute()) for key, path in ours.items() if key in named or given.get(key)}


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
