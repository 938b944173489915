"""Every setting of the store service, declared once: name, type, range, default and what it means.

A setting comes from the environment (`STORE_DSN`), else from a TOML file (`dsn = "..."`), else it has its
default. Everything wrong is told at once, with the nearest name for a name nobody knows.

Source: docs/store.md, "Settings", which is printed from here.
Invariants: `load` returns complete, checked settings or raises `SettingsError`; a secret is never quoted.
"""

import difflib
import os
import re
import tomllib
import typing
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import msgspec

from retail import money
from retail.languages import LANGUAGES

FILE = Path("store.toml")
PREFIX = "STORE_"
OTHERS = frozenset({"STORE_CONFIG", "STORE_MASTER_KEY", "STORE_TEST_DSN"})
"""Names of the environment that begin like a setting and are none."""
FILE_SIZE_MAX = 64 * 1024
_NEAR = 0.6


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """What is said about a setting besides its name, type and default."""

    text: str
    least: int = 0
    most: int = 500
    """Of a text: characters."""
    form: str = ""
    """Regular expression the whole text must match."""
    form_text: str = ""
    choices: tuple[str, ...] = ()
    secret: bool = False


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The service's settings."""

    dsn: Annotated[
        str,
        Key(
            text="The database: `sqlite:///PATH` or `postgresql://USER:PASSWORD@HOST/NAME`.",
            form=r"(sqlite|postgres(ql)?)(\+\w+)?://.+",
            form_text="sqlite:///PATH or postgresql://...",
            secret=True,
        ),
    ] = "sqlite:///var/store/store.db"
    folder: Annotated[Path, Key(text="Where the service keeps its keys and ready-made snapshots.")] = Path(
        "var/store"
    )
    host: Annotated[str, Key(text="Address to listen on. TLS is the proxy's business.", least=1)] = (
        "127.0.0.1"
    )
    port: Annotated[int, Key(text="Port to listen on.", most=65535)] = 8400
    public_url: Annotated[
        str,
        Key(
            text="How lanes and browsers reach it; `https` makes cookies secure. Empty: host and port.",
            form=r"(https?://[^\s/]+(/[^\s]*)?)?",
            form_text="http://HOST or https://HOST",
        ),
    ] = ""
    proxies: Annotated[
        str, Key(text="Addresses of proxies whose word about a client's address counts, with commas.")
    ] = "127.0.0.1"
    store_id: Annotated[
        str,
        Key(
            text="The store that `store init` makes and commands mean when they name none.",
            form=r"[a-z0-9][a-z0-9_-]{0,31}",
            form_text="lower letters, digits, - and _",
        ),
    ] = "1"
    name: Annotated[str, Key(text="What the shop is called.", least=1, most=48)] = "Lindenkorb"
    currency: Annotated[
        str, Key(text="ISO 4217 code of every price.", form="[A-Z]{3}", form_text="a code such as EUR")
    ] = "EUR"
    language: Annotated[
        str,
        Key(
            text="What labels, and pages until somebody chooses, speak; English where they do not know it.",
            choices=LANGUAGES,
        ),
    ] = "en"
    timezone: Annotated[str, Key(text="Zone of the shop's business day.", least=1, most=64)] = "Europe/Berlin"
    project: Annotated[
        bool,
        Key(text="Whether `store serve` also opens what lanes send; else `store project` does."),
    ] = True
    pictures_s: Annotated[
        int,
        Key(
            text="Seconds that an item's picture is kept while its lane asks for staff; 0: none is.",
            most=3_600,
        ),
    ] = 900
    rules: Annotated[
        str,
        Key(text="The file of rules lanes have, for marks on phones; empty: the ages of Germany's drinks."),
    ] = ""
    exit_looks_permille: Annotated[
        int,
        Key(
            text="Purchases of a thousand, drawn at random, that staff look at before a gate opens.",
            most=1_000,
        ),
    ] = 0
    exit_looks_open: Annotated[
        bool,
        Key(text="Whether staff look, before a gate opens, at what ended while it still needed them."),
    ] = True
    exit_looks_unproven: Annotated[
        bool,
        Key(text="Whether staff look, before a gate opens, at what has a receipt not proven printed."),
    ] = False
    wallet_url: Annotated[
        str,
        Key(
            text="The gateway of QR wallets that load balances on phones; empty: none.",
            form=r"(https?://[^\s/]+(/[^\s]*)?)?",
            form_text="http://HOST or https://HOST",
        ),
    ] = ""
    wallet_token: Annotated[
        str,
        Key(text="What is shown to that gateway.", form=r"[\x21-\x7e]*", form_text="printable", secret=True),
    ] = ""
    log_level: Annotated[
        str, Key(text="How much is logged.", choices=("debug", "info", "warning", "error"))
    ] = "info"
    log_form: Annotated[
        str,
        Key(text="`plain` for people, `json` for a collector (docs/operate.md).", choices=("plain", "json")),
    ] = "plain"
    metrics_token: Annotated[
        str,
        Key(
            text="What Prometheus shows to read /metrics; empty: there is no such page.",
            form=r"([\x21-\x7e]{16,200})?",
            form_text="16 to 200 printable characters",
            secret=True,
        ),
    ] = ""

    @property
    def url(self) -> str:
        """How the service is reached."""
        return self.public_url.rstrip("/") or f"http://{self.host}:{self.port}"

    @property
    def is_secure(self) -> bool:
        """Whether people reach the service by TLS."""
        return self.public_url.startswith("https:")

    def __repr__(self) -> str:
        shown = ", ".join(
            f"{name}={'(not shown)' if key.secret else repr(getattr(self, name))}"
            for name, (key, _) in declared().items()
        )
        return f"Settings({shown})"


class SettingsError(ValueError):
    """Settings that cannot be used. `mistakes` names everything that is wrong with them."""

    def __init__(self, mistakes: list[str]) -> None:
        self.mistakes = mistakes
        super().__init__("\n".join(["settings refused", *(f"  {one}" for one in mistakes)]))


def declared() -> dict[str, tuple[Key, type]]:
    """Every setting's name with what is declared about it and its type."""
    hints = typing.get_type_hints(Settings, include_extras=True)
    return {name: (hint.__metadata__[0], hint.__origin__) for name, hint in hints.items()}


def load(file: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment and `file` (or STORE_CONFIG, or ./store.toml if it is there).

    Relative paths of the file count from the file's folder. Raises `SettingsError`.
    """
    environment = os.environ if environment is None else environment
    named = file or (Path(environment["STORE_CONFIG"]) if environment.get("STORE_CONFIG") else None)
    path = named or FILE
    given: dict[str, tuple[str, object]] = {}
    mistakes: list[str] = []
    if named is not None or path.exists():
        try:
            given = {name: (f"{path}: {name}", value) for name, value in _document(path).items()}
        except (OSError, ValueError) as error:
            mistakes.append(f"{path}: cannot be read: {error}")
    for variable, text in environment.items():
        if variable.startswith(PREFIX) and variable not in OTHERS:
            given[variable.removeprefix(PREFIX).lower()] = (variable, text)
    values = {}
    keys = declared()
    for name, (where, raw) in given.items():
        if name not in keys:
            mistakes.append(f"{where} is not a setting{_nearest(name, keys)}")
            continue
        value, reason = _checked(raw, *keys[name], is_text=where.startswith(PREFIX))
        if reason:
            mistakes.append(f"{where} {reason}")
        else:
            values[name] = value
    if mistakes:
        raise SettingsError(mistakes)
    settings: Settings = Settings(**values)  # type: ignore[arg-type]
    if not money.is_currency(settings.currency):
        raise SettingsError([f"currency is {settings.currency!r}, which no lane can carry to a terminal"])
    return settings


def markdown() -> str:
    """The table of all settings, for docs/store.md."""
    rows = ["| setting | environment | default | what it is |", "|---|---|---|---|"]
    defaults = Settings()
    for name, (key, kind) in declared().items():
        default = str(getattr(defaults, name)).lower() if kind is bool else getattr(defaults, name)
        rows.append(f"| `{name}` | `{PREFIX}{name.upper()}` | `{default}` | {key.text} |")
    return "\n".join(rows) + "\n"


def _document(path: Path) -> dict[str, object]:
    raw = path.read_bytes()
    if len(raw) > FILE_SIZE_MAX:
        raise ValueError(f"larger than {FILE_SIZE_MAX} bytes")
    document = tomllib.loads(raw.decode("utf-8"))
    keys = declared()
    base = path.absolute().parent
    for name, value in document.items():
        if name in keys and keys[name][1] is Path and isinstance(value, str):
            document[name] = str(base / Path(value).expanduser())
    dsn = document.get("dsn")
    if isinstance(dsn, str) and (found := re.fullmatch(r"(sqlite(?:\+\w+)?:///)([^/:].*)", dsn)):
        document["dsn"] = f"{found[1]}{base / found[2]}"
    return document


def _nearest(name: str, keys: Mapping[str, object]) -> str:
    near = difflib.get_close_matches(name, list(keys), n=1, cutoff=_NEAR)
    return f"; did you mean {near[0]}?" if near else f"; there are {', '.join(keys)}"


def _checked(raw: object, key: Key, wanted: type, *, is_text: bool) -> tuple[object, str]:
    """The value as its declared type, and why it is refused (empty if it is not)."""
    shown = "(not shown)" if key.secret else repr(raw)
    if wanted is bool:
        word = raw.lower() if is_text and isinstance(raw, str) else raw
        known = {True: True, False: False, "true": True, "1": True, "yes": True}
        known |= {"false": False, "0": False, "no": False}
        if not isinstance(word, bool | str) or word not in known or (isinstance(word, str) and not is_text):
            return None, f"is {shown}; allowed: true or false"
        return known[word], ""
    if wanted is int:
        if is_text and isinstance(raw, str) and re.fullmatch(r"\d{1,9}", raw):
            raw = int(raw)
        if isinstance(raw, bool) or not isinstance(raw, int) or not key.least <= raw <= key.most:
            return None, f"is {shown}; allowed: a whole number from {key.least} to {key.most}"
        return raw, ""
    if not isinstance(raw, str) or not key.least <= len(raw) <= key.most or not raw.isprintable():
        return None, f"is {shown}; allowed: a text of {key.least} to {key.most} characters"
    if key.choices and raw not in key.choices:
        return None, f"is {shown}; allowed: {', '.join(key.choices)}"
    if key.form and not re.fullmatch(key.form, raw):
        return None, f"is {shown}; allowed: {key.form_text}"
    return (Path(raw) if wanted is Path else raw), ""
