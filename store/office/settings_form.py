"""Settings as a form of the back office: what a person types, checked, and what it would change where.

Source: docs/operate.md, "Settings"; `retail.settings`.
Invariants: pure but for `Effect.of`; an empty field means that this layer does not set the key; what may not
be changed by this person stays as it is, whatever was sent.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from retail.settings.key import Layer
from retail.settings.layers import chosen, may_change, value_mistake
from retail.settings.schema import Declared, declared, every_key, sections
from retail.settings.values import allowed
from retail.wire.settings import SettingsLayer, Value

FIELD = "set."
"""Before the path, in the name of a field."""
LANES_SHOWN_MAX = 200


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One setting on the page."""

    path: str
    name: str
    text: str
    allowed: str
    kind: str
    """`flag`, `choice`, `number`, `list` or `text`: how it is typed."""
    choices: tuple[str, ...]
    typed: str
    """What this layer sets, as it is typed; empty: nothing."""
    counts: str
    """What counts without this layer."""
    counts_from: str
    """The layer that says so; empty: the lane's file."""
    restart: bool


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A section with what this person may set in this layer."""

    name: str
    text: str
    rows: tuple[Row, ...]
    set_count: int


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of one setting on one lane."""

    path: str
    before: str
    after: str
    """Empty: as in the lane's file."""


class LaneChange(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of one lane."""

    terminal_id: str
    name: str
    changes: tuple[Change, ...]
    restart: bool


def form(
    layer: Layer, own: SettingsLayer | None, wider: Sequence[SettingsLayer], *, is_support: bool
) -> list[Section]:
    """The page's sections: what this layer sets, and what counts without it."""
    below, values = chosen(wider), own.values if own is not None else {}
    found = []
    for section, struct in sections().items():
        rows = tuple(
            _row(one, values.get(one.path), below.get(one.path))
            for one in declared(section).values()
            if may_change(one.key, layer, is_support=is_support)
        )
        if rows:
            count = sum(1 for row in rows if row.typed)
            text = (struct.__doc__ or "").strip().partition("\n")[0]
            found.append(Section(name=section, text=text, rows=rows, set_count=count))
    return found


def _row(one: Declared, value: Value | None, below: object) -> Row:
    counts, layer = getattr(below, "value", None), getattr(below, "layer", None)
    return Row(
        path=one.path,
        name=one.name.replace("_", " ").removesuffix(" s").capitalize(),
        text=one.key.text,
        allowed=allowed(one),
        kind=_kind(one),
        choices=tuple(map(str, one.key.choices)),
        typed=typed(value),
        counts=shown(counts, one) if layer is not None else "",
        counts_from=layer.word if layer is not None else "",
        restart=one.key.restart,
    )


def _kind(one: Declared) -> str:
    if one.type is bool:
        return "flag"
    if one.key.choices and one.type is not tuple[str, ...]:
        return "choice"
    if one.type in (int, float):
        return "number"
    return "text" if one.type is str else "list"


def typed(value: Value | None) -> str:
    """A value as it is typed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "\n".join(value) if isinstance(value, list) else str(value)


def shown(value: object, one: Declared) -> str:
    """A value as it is read."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = ", ".join(value) if isinstance(value, list) else str(value)
    return f"{text} {one.key.unit}".rstrip()


def read(
    fields: Mapping[str, str], layer: Layer, own: SettingsLayer | None, *, is_support: bool
) -> tuple[dict[str, Value], list[str]]:
    """The layer's values after a form, and what is wrong with them. Keys out of reach keep their value."""
    keys = every_key()
    values: dict[str, Value] = {
        path: value
        for path, value in (own.values if own is not None else {}).items()
        if path in keys and not may_change(keys[path].key, layer, is_support=is_support)
    }
    mistakes = []
    for field, text in fields.items():
        one = keys.get(field.removeprefix(FIELD)) if field.startswith(FIELD) else None
        if one is None or not text.strip() or not may_change(one.key, layer, is_support=is_support):
            continue
        value = parsed(one, text.strip())
        if reason := value_mistake(layer, one, value):
            mistakes.append(f"{one.path} {reason}")
        else:
            values[one.path] = value
    return values, mistakes


def parsed(one: Declared, text: str) -> Value:
    """What somebody typed, as the key's type if it is one; the check that follows tells if it is not."""
    if one.type is bool:
        return {"yes": True, "no": False}.get(text, text)
    if one.type is int and text.removeprefix("-").isdecimal():
        return int(text)
    if one.type is float:
        try:
            return float(text.replace(",", "."))
        except ValueError:
            return text
    if one.type in (str, int):
        return text
    return [line.strip() for line in text.splitlines() if line.strip()]


def changes(before: Sequence[SettingsLayer], after: Sequence[SettingsLayer]) -> tuple[Change, ...]:
    """What a lane with these layers would do differently."""
    keys, old, new = every_key(), chosen(before), chosen(after)
    return tuple(
        Change(path=path, before=_told(old, path, keys), after=_told(new, path, keys))
        for path in sorted({*old, *new})
        if path in keys
        and (old[path].value if path in old else None) != (new[path].value if path in new else None)
    )


def _told(values: Mapping[str, object], path: str, keys: Mapping[str, Declared]) -> str:
    found = values.get(path)
    return shown(getattr(found, "value", ""), keys[path]) if found is not None else ""


def restarts(paths: Iterable[str]) -> bool:
    """Whether a lane starts anew for one of these."""
    keys = every_key()
    return any(keys[path].key.restart for path in paths if path in keys)
