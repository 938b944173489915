"""`kiosk settings explain KEY`: which layer's value counts, and what the others say."""

import json
import sys
from pathlib import Path

import msgspec

from kiosk.app.exit_codes import FAILED, MISUSED, OK
from kiosk.app.settings.kept import Kept
from kiosk.app.settings.layered import Loaded, folder_of, load_all
from kiosk.app.settings.loader import SettingsError, nearest
from retail.settings.key import MANAGED, By, Layer
from retail.settings.schema import Declared, every_key
from retail.settings.values import allowed

NAME_WIDTH = 10


def main(config: Path, path: str) -> int:
    """Print it; the exit code."""
    one = every_key().get(path)
    if one is None:
        near = nearest(path, every_key())
        print(
            f"kiosk settings: {path} is not a setting" + (f"; did you mean {near}?" if near else ""),
            file=sys.stderr,
        )
        return MISUSED
    try:
        loaded = load_all(config)
    except SettingsError as error:
        print(f"kiosk settings: {error}", file=sys.stderr)
        return FAILED
    folder = folder_of(loaded.file)
    print("\n".join([*explained(loaded, one), *_standing(Kept(folder) if folder is not None else None)]))
    return OK


def explained(loaded: Loaded, one: Declared) -> list[str]:
    """One line per layer, the one that counts marked."""
    said = _said(loaded, one)
    counts = loaded.used[one.path].layer if one.path in loaded.used else None
    if counts is None:
        counts = Layer.FILE if Layer.FILE in said else Layer.DEFAULT
    lines = [f"{one.path}: {one.key.text}", f"  allowed: {allowed(one)}"]
    versions = {layer.layer: layer.version for layer in loaded.layers}
    for layer in Layer:
        if layer in MANAGED and one.key.by is By.FILE:
            continue
        name = loaded.file.path.name if layer is Layer.FILE else layer.word
        about = f" (version {versions[layer.word]})" if layer.word in versions else ""
        mark = "  <- counts" if layer is counts else ""
        lines.append(f"  {name:<{NAME_WIDTH}} {said.get(layer, '-')}{about}{mark}")
    if one.key.by is By.FILE:
        lines.append("  It is set in the lane's own file only.")
    lines += [
        f"  not used: {reason}" for reason in loaded.left_out if one.path in reason or one.name in reason
    ]
    return lines


def _said(loaded: Loaded, one: Declared) -> dict[Layer, str]:
    """What each layer says, as it is written."""
    said = {} if one.default is msgspec.NODEFAULT else {Layer.DEFAULT: _written(one, one.default)}
    section = loaded.file.document.get(one.section, {})
    if isinstance(section, dict) and one.name in section:
        said[Layer.FILE] = _written(one, section[one.name])
    for layer in loaded.layers:
        if one.path in layer.values:
            said[Layer[layer.layer.upper()]] = _written(one, layer.values[one.path])
    return said


def _written(one: Declared, value: object) -> str:
    if one.key.secret:
        return "(not shown)"
    return json.dumps(value, ensure_ascii=False, default=str) + (f" {one.key.unit}" if one.key.unit else "")


def _standing(kept: Kept | None) -> list[str]:
    """What is on trial, and what was refused."""
    if kept is None:
        return []
    trial, verdict, lines = kept.trial(), kept.verdict(), []
    if trial is not None:
        lines.append(f"  These settings are on trial: start {trial.starts}.")
    if verdict is not None:
        word = "refused" if verdict.state == "refused" else "gone back from"
        lines.append(f"  Newer settings were {word}: {'; '.join(verdict.reasons)}")
    return lines
