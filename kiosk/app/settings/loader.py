"""Read a lane's settings file and say everything that is wrong with it at once.

A till that guesses is worse than one that does not start: unknown keys, wrong types and values out of range
are refused, each with its line, what is allowed and the nearest name.

Source: TOML 1.0; the keys are declared in `retail.settings.schema`.
Invariants: `settings_of` returns complete, checked settings or raises `SettingsError` with every mistake;
relative paths count from the file's folder.
"""

import difflib
import itertools
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from kiosk.app.settings.credentials import CredentialError, secrets_given
from retail.settings.schema import Declared, Settings, declared, sections
from retail.settings.values import checked

FILE_SIZE_MAX = 256 * 1024
_NO_FILE = "there is no such file (`kiosk settings` lists what goes into it; `kiosk demo` needs none)"
_NEAR = 0.6
"""How alike two names must be (0 to 1) to suggest one for the other."""


class Mistake(msgspec.Struct, frozen=True, kw_only=True):
    """One thing wrong with a settings file."""

    where: str
    """`[section] key`, `[section]` or empty for the file itself."""
    reason: str
    line: int | None = None
    section: str = ""
    name: str = ""


class SettingsError(ValueError):
    """A settings file that cannot be used. `mistakes` names everything that is wrong with it."""

    def __init__(self, path: Path, mistakes: list[Mistake]) -> None:
        self.path = path
        self.mistakes = mistakes
        super().__init__(
            "\n".join([f"settings refused: {path}", *(f"  {_sentence(one)}" for one in mistakes)])
        )


class SettingsFile(msgspec.Struct, frozen=True, kw_only=True):
    """A settings file as it was read, not yet checked."""

    path: Path
    text: str
    document: dict[str, object]


def read_file(path: Path) -> SettingsFile:
    """The file at `path`. Raises `SettingsError` if it cannot be read or is not TOML."""
    path = Path(path).absolute()
    try:
        raw = path.read_bytes()
        if len(raw) > FILE_SIZE_MAX:
            raise SettingsError(path, [Mistake(where="", reason=f"is larger than {FILE_SIZE_MAX} bytes")])
        text = raw.decode("utf-8")
        document = tomllib.loads(text)
    except FileNotFoundError as error:
        raise SettingsError(path, [Mistake(where="", reason=_NO_FILE)]) from error
    except OSError as error:
        raise SettingsError(path, [Mistake(where="", reason=f"cannot be read: {error.strerror}")]) from error
    except UnicodeDecodeError as error:
        raise SettingsError(path, [Mistake(where="", reason="is not UTF-8 text")]) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(path, [Mistake(where="", reason=f"is not TOML: {error}")]) from error
    return SettingsFile(path=path, text=text, document=_with_secrets(path, document))


def _with_secrets(path: Path, document: dict[str, object]) -> dict[str, object]:
    """The document with the secrets that the service manager gives. Raises `SettingsError`."""
    try:
        given = secrets_given()
    except CredentialError as error:
        raise SettingsError(path, [Mistake(where="", reason=str(error))]) from error
    for name, value in given.items():
        section, _, key = name.partition(".")
        table = document.get(section, {})
        if not isinstance(table, dict):
            continue  # told by whoever checks the document
        if key in table:
            twice = Mistake(
                where=f"[{section}] {key}", reason="is a credential, too: take it out of the file"
            )
            raise SettingsError(path, [twice])
        document = {**document, section: {**table, key: value}}
    return document


def settings_of(file: SettingsFile, over: Mapping[str, object] = {}) -> Settings:
    """The settings of a file, with the values of `over` (by path) in the place of its own.

    Raises `SettingsError` with every mistake of both.
    """
    document = dict(file.document)
    for path, value in over.items():
        section, _, name = path.partition(".")
        table = document.get(section, {})
        document[section] = {**table, name: value} if isinstance(table, dict) else table
    return _Reader(file.path, file.text).read(document)


class _Reader:
    """Turns one parsed document into settings, collecting mistakes on the way."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = _lines_of(text)
        self._mistakes: list[Mistake] = []

    def read(self, document: dict[str, object]) -> Settings:
        known = {name: declared(name) for name in sections()}
        for name in document:
            if name not in known:
                self._add(name, None, _unknown_section(name, known))
        values = {}
        for section, keys in known.items():
            table = document.get(section, {})
            if not isinstance(table, dict):
                self._add(section, None, f"is a section: write [{section}] on a line of its own")
                continue
            for name in table:
                if name not in keys:
                    self._add(section, name, _unknown_key(name, section, known))
            values[section] = {name: self._value(table.get(name, None), one) for name, one in keys.items()}
        self._agree(values)
        if self._mistakes:
            raise SettingsError(self._path, sorted(self._mistakes, key=lambda one: one.line or 0))
        return Settings(**{name: struct(**values[name]) for name, struct in sections().items()})  # type: ignore[arg-type]

    def _add(self, section: str, name: str | None, reason: str) -> None:
        where = f"[{section}] {name}" if name else f"[{section}]"
        places = ((section, name or ""), (section, ""), ("", section))  # of the key, of its section
        line = next((self._lines[place] for place in places if place in self._lines), None)
        self._mistakes.append(
            Mistake(where=where, reason=reason, line=line, section=section, name=name or "")
        )

    def _value(self, given: object, one: Declared) -> object:
        """The value of a key, its default, or None after noting a mistake."""
        if given is None:
            if one.default is msgspec.NODEFAULT:
                self._add(one.section, one.name, f"is missing: {one.key.text}")
                return None
            value = one.default
        else:
            value, reason = checked(given, one)
            if reason:
                self._add(one.section, one.name, reason)
                return None
        if isinstance(value, Path):
            return self._path.parent / value.expanduser()
        if (one.section, one.name) == ("camera", "source"):
            return self._source(str(value))
        return value

    def _source(self, source: str) -> str:
        """A file a camera source names also counts from the settings file's folder."""
        kind, _, rest = source.partition(":")
        return f"{kind}:{self._path.parent / rest}" if kind in ("file", "picture") else source

    def _agree(self, values: dict[str, dict[str, object]]) -> None:
        """Keys that are right alone but not together."""
        terminal, printer = values.get("terminal", {}).get("port"), values.get("printer", {}).get("port")
        if terminal is not None and terminal == printer:
            self._add("printer", "port", "is the terminal's port too: each device needs its own")
        hand = values.get("hand_scanner", {})
        if hand.get("kind") in ("serial", "hid") and hand.get("port") == "":
            self._add("hand_scanner", "port", f"is missing: a {hand['kind']} scanner needs one")
        if hand.get("port") and hand.get("port") in (terminal, printer):
            self._add("hand_scanner", "port", "is another device's port too: each device needs its own")
        taken = [port for port in (terminal, printer, hand.get("port")) if port]
        for name in ("scale", "bagging_scale"):
            scale = values.get(name, {})
            port = scale.get("port")
            if scale.get("protocol") not in ("none", None) and port == "":
                self._add(name, "port", f"is missing: a {scale['protocol']} scale needs one")
            if port and port in taken:
                self._add(name, "port", "is another device's port too: each device needs its own")
            taken.append(port)
        lane = values.get("lane", {})
        language, offered = lane.get("language"), lane.get("languages")
        if isinstance(offered, tuple) and language is not None and language not in offered:
            self._add(
                "lane", "languages", f"is without {language}, which the lane speaks first ([lane] language)"
            )
        shop = values.get("shop", {})
        for name, before in itertools.combinations(
            ("sticker_prefixes", "weight_prefixes", "price_prefixes"), 2
        ):
            these, those = shop.get(name), shop.get(before)
            if isinstance(these, tuple) and isinstance(those, tuple) and (both := set(these) & set(those)):
                twice = ", ".join(sorted(both))
                self._add("shop", name, f"has {twice}, which {before} has too: a prefix is one or the other")


def _sentence(mistake: Mistake) -> str:
    line = f"line {mistake.line}: " if mistake.line else ""
    return f"{line}{mistake.where} {mistake.reason}".replace("  ", " ").strip()


def nearest(name: str, names: Iterable[str]) -> str:
    """The most similar of `names`, if any is similar at all."""
    return next(iter(difflib.get_close_matches(name, list(names), n=1, cutoff=_NEAR)), "")


def _unknown_section(name: str, known: dict[str, dict[str, Declared]]) -> str:
    homes = [section for section, keys in known.items() if name in keys]
    if homes:
        return f"is not a section; the key {name} belongs under {' or '.join(f'[{home}]' for home in homes)}"
    near = nearest(name, known)
    return "is not a section" + (f"; did you mean [{near}]?" if near else f"; there are {', '.join(known)}")


def _unknown_key(name: str, section: str, known: dict[str, dict[str, Declared]]) -> str:
    near = nearest(name, known[section])
    if near:
        return f"is not a setting; did you mean {near}?"
    homes = [f"[{home}]" for home, keys in known.items() if name in keys]
    if homes:
        return f"is not a setting here; it belongs under {' or '.join(homes)}"
    return f"is not a setting; this section has {', '.join(known[section])}"


def _lines_of(text: str) -> dict[tuple[str, str], int]:
    """Where sections and keys stand. A miss only costs a message its line."""
    found: dict[tuple[str, str], int] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[\s*([\w-]+)\s*\]", line):
            section = header[1]
            found.setdefault((section, ""), number)
        elif pair := re.match(r"""\s*["']?([\w-]+)["']?\s*=""", line):
            found.setdefault((section, pair[1]), number)
    return found
