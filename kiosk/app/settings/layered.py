"""The lane's settings from all their layers, so that nothing a layer says keeps a lane from starting.

New layers are looked at as a whole and refused as a whole (`mistakes`). At a start nothing may be refused:
the file may have changed since, or the program. So what does not fit then is left out, key by key, and told.

Invariants: `load` fails only for what is wrong with the lane's own file.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from kiosk.app.settings.kept import Kept
from kiosk.app.settings.loader import SettingsError, SettingsFile, read_file, settings_of
from kiosk.app.settings.schema import Settings
from retail.settings.key import Layer
from retail.settings.layers import Chosen, chosen, layer_mistakes
from retail.settings.schema import declared
from retail.settings.values import checked
from retail.wire.settings import SettingsLayer

ROUNDS_MAX = 5
"""Times that keys are left out before all layers are."""


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """Settings, and where they come from."""

    settings: Settings
    file: SettingsFile
    layers: tuple[SettingsLayer, ...]
    used: dict[str, Chosen]
    """What the service's layers set, by path."""
    left_out: tuple[str, ...] = ()
    """What of them is not used, and why."""


def load(path: Path) -> Settings:
    """The settings of the lane whose file is at `path`. Raises `SettingsError`."""
    return load_all(path).settings


def load_all(path: Path) -> Loaded:
    """The same, with where each comes from. Raises `SettingsError` for the file's own mistakes."""
    file = read_file(path)
    folder = folder_of(file)
    return combine(file, Kept(folder).in_force() if folder is not None else ())


def folder_of(file: SettingsFile) -> Path | None:
    """The lane's folder, which only its file can say; None if it says nothing usable."""
    one, section = declared("lane")["folder"], file.document.get("lane", {})
    given = section.get("folder") if isinstance(section, dict) else None
    value, reason = checked(given, one) if given is not None else (one.default, "")
    return file.path.parent / value.expanduser() if isinstance(value, Path) and not reason else None


def combine(file: SettingsFile, layers: Sequence[SettingsLayer]) -> Loaded:
    """A file with layers over it; what does not fit is left out. Raises `SettingsError` for the file's."""
    wrong = layer_mistakes(layers)
    used = chosen(_cleaned(layers))
    left_out = [str(one) for one in wrong]
    for _ in range(ROUNDS_MAX):
        try:
            settings = settings_of(file, _values(used))
        except SettingsError as error:
            if not used:
                raise
            guilty = _guilty(error, used) or set(used)
            left_out += [f"{one.where} {one.reason}" for one in error.mistakes]
            used = _without(used, guilty)
        else:
            return Loaded(
                settings=settings, file=file, layers=tuple(layers), used=used, left_out=tuple(left_out)
            )
    return Loaded(
        settings=settings_of(file), file=file, layers=tuple(layers), used={}, left_out=tuple(left_out)
    )


def mistakes(file: SettingsFile, layers: Sequence[SettingsLayer]) -> list[str]:
    """Why new layers are refused with this file, by key and reason; nothing if they fit.

    A key this program does not know is no reason: the service may be newer than the lane.
    """
    wrong = [str(one) for one in layer_mistakes(layers) if not one.is_unknown]
    if wrong:
        return wrong
    try:
        settings_of(file, _values(chosen(_cleaned(layers))))
    except SettingsError as error:
        return [f"{one.where} {one.reason}" for one in error.mistakes]
    return []


def needs_restart(before: Mapping[str, Chosen], after: Mapping[str, Chosen]) -> bool:
    """Whether one of the values that differ counts from a start on only."""
    differ = {
        path
        for path in {*before, *after}
        if (before[path].value if path in before else None) != (after[path].value if path in after else None)
    }
    return any(_restarts(path) for path in differ)


def used_of(layers: Sequence[SettingsLayer]) -> dict[str, Chosen]:
    """What layers set that this program knows and may take from them."""
    return chosen(_cleaned(layers))


def _restarts(path: str) -> bool:
    section, _, name = path.partition(".")
    one = declared(section).get(name)
    return one is None or one.key.restart


def _cleaned(layers: Sequence[SettingsLayer]) -> list[SettingsLayer]:
    """The layers without values that are wrong in themselves; a wider layer's counts then."""
    wrong = {(one.layer, one.path) for one in layer_mistakes(layers)}
    return [
        msgspec.structs.replace(
            one, values={path: value for path, value in one.values.items() if not _is_in(one, path, wrong)}
        )
        for one in layers
    ]


def _is_in(one: SettingsLayer, path: str, wrong: set[tuple[Layer, str]]) -> bool:
    return any(layer.word == one.layer and name == path for layer, name in wrong)


def _guilty(error: SettingsError, used: Mapping[str, Chosen]) -> set[str]:
    """Which of the service's values stand where something is wrong: the key, else its section."""
    keys = {f"{one.section}.{one.name}" for one in error.mistakes} & set(used)
    wrong = {one.section for one in error.mistakes}
    return keys or {path for path in used if path.partition(".")[0] in wrong}


def _without(used: Mapping[str, Chosen], paths: set[str]) -> dict[str, Chosen]:
    return {path: value for path, value in used.items() if path not in paths}


def _values(used: Mapping[str, Chosen]) -> dict[str, object]:
    return {path: one.value for path, one in used.items()}
