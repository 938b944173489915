"""Write the settings schema down for people: as a table in the terminal and as `docs/settings.md`."""

import json
import textwrap

import msgspec

from kiosk.app.settings.schema import Declared, declared, sections
from retail.settings.key import Layer
from retail.settings.values import PATHS, allowed

WIDTH = 100


def plain() -> str:
    """Every section and key with default and range, for a terminal."""
    parts = ["Settings of a lane (kiosk.toml). Relative paths count from the file's folder."]
    for section, struct in sections().items():
        parts.append(f"\n[{section}]  {(struct.__doc__ or '').strip()}")
        for one in declared(section).values():
            parts.append(f"  {one.name} = {_default(one)}")
            about = f"{one.key.text} ({allowed(one)})" if _tells_more(one) else one.key.text
            parts += textwrap.wrap(about, WIDTH, initial_indent="      ", subsequent_indent="      ")
    return "\n".join(parts) + "\n"


def markdown() -> str:
    """The same as a page of the documentation."""
    parts = [
        "# Settings",
        "",
        "A lane reads one file, `kiosk.toml` (TOML). Relative paths count from the file's folder. Unknown",
        "keys, wrong types and values out of range are refused, all at once, before anything starts.",
        "",
        "A lane of a store service also takes what its chain, region, store and the lane itself are set",
        "to in the back office; the narrower layer counts before the wider, and each before the file. What",
        "only the machine can know stands in the file alone. `kiosk settings explain KEY` says what counts,",
        "and why; [operate.md](operate.md) tells how new settings reach a lane, and how they are gone back",
        "from.",
        "",
        "*Set by*: `file`, the lane's own file only; `manager`, also a manager, for a store and its lanes;",
        "`support`, support only. Every setting but those marked *at once* counts from the lane's next",
        "start, which it makes by itself between two shoppers.",
        "",
        "*Written by `kiosk settings --markdown > docs/settings.md`; from `retail/settings/`.*",
    ]
    for section, struct in sections().items():
        parts += ["", f"## `[{section}]`", "", (struct.__doc__ or "").strip(), ""]
        parts += ["| key | default | allowed | set by | meaning |", "|---|---|---|---|---|"]
        for one in declared(section).values():
            default = f"`{_default(one)}`" if _is_given(one) else f"*{_without(one)}*"
            parts.append(f"| `{one.name}` | {default} | {allowed(one)} | {_by(one)} | {one.key.text} |")
    return "\n".join(parts) + "\n"


def _by(one: Declared) -> str:
    """Who sets it where."""
    widest = f", for a {one.key.widest.word} at the widest" if one.key.widest > Layer.CHAIN else ""
    return f"{one.key.by.value}{widest}{'' if one.key.restart else ', at once'}"


def _tells_more(one: Declared) -> bool:
    return one.type is not bool and one.type not in PATHS


def _is_given(one: Declared) -> bool:
    """Whether the key has a default."""
    return one.default is not msgspec.NODEFAULT and one.default is not None


def _without(one: Declared) -> str:
    """What it means that a key has no default."""
    return "none" if one.default is None else "must be given"


def _default(one: Declared) -> str:
    """The default as it would be written in the file."""
    if not _is_given(one):
        return f"... ({_without(one)})"
    if isinstance(one.default, tuple):
        return json.dumps(list(one.default), ensure_ascii=False)
    return json.dumps(one.default, ensure_ascii=False, default=str)
