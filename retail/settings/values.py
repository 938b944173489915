"""Check one value of a settings file or layer against what its key declares.

Invariants: pure; a refused value comes with a sentence that says what is allowed; a secret is never quoted.
"""

import math
import re
from pathlib import Path

from retail.languages import LANGUAGES, lines_in
from retail.settings.key import LINES_MAX, TEXT_MAX, Key
from retail.settings.schema import Declared

_SHOWN_MAX = 60
PATHS = (Path, Path | None)
"""Types of keys that name a file; the second may be left out."""


def checked(given: object, one: Declared) -> tuple[object, str]:
    """The value as its declared type, and why it is refused (empty if it is not)."""
    key = one.key
    if one.type is bool:
        return given, "" if isinstance(given, bool) else _wrong_type(given, key, "true or false")
    if one.type in (int, float):
        return _number(given, one)
    if one.type in PATHS:
        if not isinstance(given, str) or not given or not given.isprintable():
            return None, _wrong_type(given, key, "a path in quotes")
        return Path(given), ""
    if one.type is str:
        if not isinstance(given, str):
            return None, _wrong_type(given, key, "a text in quotes")
        return given, _text_reason(given, key, int(key.most or TEXT_MAX))
    if not isinstance(given, list) or not all(isinstance(entry, str) for entry in given):
        return None, _wrong_type(given, key, 'a list of texts like ["one", "two"]')
    most = int(key.most or LINES_MAX)
    count = max(len(lines_in(given, one)) for one in LANGUAGES) if key.by_language else len(given)
    if count > most:
        return None, f"has {count} entries; at most {most} are allowed"
    if key.distinct and (not given or len(set(given)) < len(given)):
        return None, f"{'is empty' if not given else 'names one twice'}; allowed: {allowed(one)}"
    reasons = (_text_reason(entry, key, TEXT_MAX) for entry in given)
    return tuple(given), next((reason for reason in reasons if reason), "")


def allowed(one: Declared) -> str:
    """What a key accepts, in words."""
    key = one.key
    unit = f" {key.unit}" if key.unit else ""
    if key.choices:
        some = "some of " if one.type == tuple[str, ...] else ""
        return some + ", ".join(map(str, key.choices)) + unit
    if one.type in (int, float):
        kind = "a whole number" if one.type is int else "a number"
        return f"{kind} from {_figure(key.least)} to {_figure(key.most)}{unit}"
    if one.type is bool:
        return "true or false"
    if one.type in PATHS:
        return "a path"
    if one.type is str:
        return key.form_text or f"a text of at most {_figure(key.most or TEXT_MAX)} characters"
    entries = f"at most {_figure(key.most or LINES_MAX)} texts" + (
        " in each language" if key.by_language else ""
    )
    return f"{entries}, each {key.form_text}" if key.form_text else entries


def _figure(value: float | None) -> str:
    return f"{value:g}" if value is not None else "any"


def _number(given: object, one: Declared) -> tuple[object, str]:
    key = one.key
    if isinstance(given, bool) or not isinstance(given, (int, float) if one.type is float else int):
        return None, _wrong_type(given, key, allowed(one))
    beyond = (key.least is not None and given < key.least) or (key.most is not None and given > key.most)
    if beyond or not math.isfinite(given) or (key.choices and given not in key.choices):
        return None, f"is {given}; allowed: {allowed(one)}"
    return one.type(given), ""


def _text_reason(text: str, key: Key, most: int) -> str:
    if key.choices and text not in key.choices:
        return f"is {_shown(text, key)}; allowed: {', '.join(map(str, key.choices))}"
    if len(text) > most:
        return f"has {len(text)} characters; at most {most} are allowed"
    if key.least and len(text) < key.least:
        return "must not be empty"
    if not text.isprintable():
        return "has characters that cannot be printed"
    if key.form and not re.fullmatch(key.form, text):
        return f"is {_shown(text, key)}; allowed: {key.form_text}"
    if key.check and (reason := key.check(text)):
        return f"{_shown(text, key)} {reason}" + (f"; allowed: {key.form_text}" if key.form_text else "")
    return ""


def _wrong_type(given: object, key: Key, wanted: str) -> str:
    return f"is {_shown(given, key)}; allowed: {wanted}"


def _shown(given: object, key: Key) -> str:
    """A value for a message: short, and never a secret."""
    if key.secret:
        return "(not shown)"
    if isinstance(given, dict):
        return "a table"
    text = {True: "true", False: "false"}[given] if isinstance(given, bool) else repr(given)
    return text if len(text) <= _SHOWN_MAX else f"{text[:_SHOWN_MAX]}..."
