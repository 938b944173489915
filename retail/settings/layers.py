"""Several layers of settings as one: which value counts, which are refused, what each layer says.

    default < the lane's file < chain < region < store < lane

The service's layers count before the file, because the file is what a lane was installed with, and what is
set for all lanes must reach all of them. What only the machine can know (ports, paths, secrets) is set in the
file alone.

Invariants: pure; a key that this program does not know is left out and told, because the service may be
newer; nothing of the service's can set what belongs to the file.
"""

from collections.abc import Sequence

import msgspec

from retail.settings.key import MANAGED, By, Key, Layer
from retail.settings.schema import Declared, every_key
from retail.settings.values import checked
from retail.wire.settings import SettingsLayer, Value

LAYERS = {layer.word: layer for layer in MANAGED}


class LayerMistake(msgspec.Struct, frozen=True, kw_only=True):
    """A value of a layer that cannot be used."""

    layer: Layer
    path: str
    reason: str
    is_unknown: bool = False
    """The key is not known here: left out, not refused."""

    def __str__(self) -> str:
        return f"{self.path} {self.reason} (set by the {self.layer.word})"


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """The value of a key that the service sets, and where it stands."""

    layer: Layer
    value: Value


def ordered(layers: Sequence[SettingsLayer]) -> list[SettingsLayer]:
    """The layers, widest first; without those of no known name."""
    return sorted((one for one in layers if one.layer in LAYERS), key=lambda one: LAYERS[one.layer])


def chosen(layers: Sequence[SettingsLayer]) -> dict[str, Chosen]:
    """What counts of each key that any layer sets."""
    return {
        path: Chosen(layer=LAYERS[one.layer], value=value)
        for one in ordered(layers)
        for path, value in one.values.items()
    }


def layer_mistakes(layers: Sequence[SettingsLayer]) -> list[LayerMistake]:
    """Everything in these layers that cannot be used, each value looked at for itself."""
    keys = every_key()
    return [
        LayerMistake(layer=LAYERS[one.layer], path=path, reason=reason, is_unknown=path not in keys)
        for one in ordered(layers)
        for path, value in one.values.items()
        if (reason := value_mistake(LAYERS[one.layer], keys.get(path), value))
    ]


def value_mistake(layer: Layer, one: Declared | None, value: object) -> str:
    """Why this layer may not give this value to a key; empty if it may."""
    if one is None:
        return "is not a setting of this version"
    if one.key.by is By.FILE:
        return "is set in the lane's own file only"
    if layer < one.key.widest:
        return f"is set for a {one.key.widest.word}, or narrower"
    return checked(value, one)[1]


def may_change(key: Key, layer: Layer, *, is_support: bool) -> bool:
    """Whether a person may set a key in a layer: managers their store and its lanes, support everything."""
    if key.by is By.FILE or layer < key.widest:
        return False
    return is_support or (key.by is By.MANAGER and layer >= Layer.STORE)
