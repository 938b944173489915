"""Read a store's rules for interventions from a parsed settings file, whole or not at all.

Every mistake is named with its key, what is allowed and the nearest name. What the law, the licence or the
safety of money asks for cannot be loosened: such a setting is refused with that reason.

Source: docs/interventions.md, "A store's own rules".
Invariants: `read_policy` returns a consistent policy or raises `PolicyRefusedError` with every mistake.
"""

import difflib
import re
import typing
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from retail.interventions.ages import CLASSES, COUNTRIES
from retail.interventions.kinds import KINDS
from retail.interventions.policy import ENTRIES_MAX, Key, KindRules, Policy, RightRules
from retail.interventions.rights import RIGHTS, Action, Right
from retail.interventions.risk import CAUSES
from retail.interventions.words import Blocks, Clearer, Picture, Role, Severity

MISTAKES_MAX = 100
"""Mistakes beyond this many are counted, not listed."""
_NEAR = 0.6
_SHOWN_MAX = 40
_KINDS, _RIGHTS = "kinds", "rights"
_NAMED: Mapping[str, tuple[type[msgspec.Struct], tuple[str, ...], str]] = {
    _KINDS: (KindRules, tuple(KINDS), "kind of intervention"),
    _RIGHTS: (RightRules, tuple(action.value for action in Action), "right"),
}
"""Sections with a table for each kind or right: what declares one, their names, and what they are."""


class PolicyMistake(msgspec.Struct, frozen=True, kw_only=True):
    """One thing wrong. `where` is the key's path: `age.country`."""

    where: str
    reason: str


class PolicyRefusedError(ValueError):
    """Rules that cannot be used. `mistakes` names what is wrong with them, `count` counts it all."""

    def __init__(self, mistakes: list[PolicyMistake]) -> None:
        self.mistakes = mistakes[:MISTAKES_MAX]
        self.count = len(mistakes)
        shown = "\n".join(f"  {one.where} {one.reason}" for one in self.mistakes)
        hidden = self.count - len(self.mistakes)
        more = f"\n  ... and {hidden} more" if hidden else ""
        super().__init__(f"rules for interventions refused; {self.count} mistake(s):\n{shown}{more}")


class Declared(msgspec.Struct, frozen=True, kw_only=True):
    """A setting as its section declares it."""

    name: str
    type: typing.Any
    key: Key
    default: object


def sections() -> dict[str, type[msgspec.Struct]]:
    """Section name to the struct that declares it, without those in `_NAMED`."""
    hints = typing.get_type_hints(Policy)
    return {name: hint for name, hint in hints.items() if name not in _NAMED}


def declared(struct: type[msgspec.Struct]) -> dict[str, Declared]:
    """The settings of a section by name."""
    hints = typing.get_type_hints(struct, include_extras=True)
    found = {}
    for field in msgspec.structs.fields(struct):
        kind, key = typing.get_args(hints[field.name])[:2]
        factory = field.default_factory
        default = field.default if factory is msgspec.NODEFAULT else factory()
        found[field.name] = Declared(name=field.name, type=kind, key=key, default=default)
    return found


def read_policy(document: Mapping[str, object]) -> Policy:
    """The rules in a parsed document (TOML or JSON). Raises `PolicyRefusedError`."""
    mistakes: list[PolicyMistake] = []
    known = sections()
    for name in document:
        if name not in known and name not in _NAMED:
            mistakes.append(PolicyMistake(where=name, reason=_unknown(name, (*known, *_NAMED), "section")))
    values: dict[str, typing.Any] = {
        name: _section(name, struct, document.get(name, {}), mistakes) for name, struct in known.items()
    }
    for name in _NAMED:
        values[name] = _named(name, document.get(name, {}), mistakes)
    if mistakes:
        raise PolicyRefusedError(mistakes)
    policy = Policy(**values)
    mistakes += _together(policy)
    if mistakes:
        raise PolicyRefusedError(mistakes)
    return policy


def _section(
    where: str, struct: type[msgspec.Struct], table: object, mistakes: list[PolicyMistake]
) -> msgspec.Struct | None:
    """A section's struct; None, and mistakes, if something is wrong with it."""
    if not isinstance(table, Mapping):
        mistakes.append(PolicyMistake(where=where, reason="is a section, not a value"))
        return None
    keys, before = declared(struct), len(mistakes)
    for name in table:
        if name not in keys:
            mistakes.append(PolicyMistake(where=f"{where}.{name}", reason=_unknown(name, keys, "setting")))
    for name, one in keys.items():
        if name in table:
            reasons = _wrong(table[name], one.type, one.key)
            mistakes.extend(PolicyMistake(where=f"{where}.{name}", reason=reason) for reason in reasons)
    if len(mistakes) > before:
        return None
    given = {name: tuple(value) if isinstance(value, list) else value for name, value in table.items()}
    return struct(**given)


def _named(section: str, table: object, mistakes: list[PolicyMistake]) -> dict[str, msgspec.Struct]:
    """A section that holds a table for each of several names."""
    struct, names, what = _NAMED[section]
    if not isinstance(table, Mapping):
        mistakes.append(PolicyMistake(where=section, reason="is a section, not a value"))
        return {}
    found = {}
    for word, given in table.items():
        where = f"{section}.{word}"
        if word not in names:
            mistakes.append(PolicyMistake(where=where, reason=_unknown(word, names, what)))
            continue
        rules = _section(where, struct, given, mistakes)
        if rules is not None:
            found[word] = rules
    return found


def _together(policy: Policy) -> Iterator[PolicyMistake]:
    """Settings that are right alone but not together, or not for their kind."""
    for category, years in policy.age.categories.items():
        where = f"age.categories.{category}"
        if isinstance(years, str) and years not in CLASSES:
            yield PolicyMistake(where=where, reason=_unknown(years, CLASSES, "class of goods"))
        elif isinstance(years, str) and not policy.age.country:
            reason = f"names a class, but age.country is empty; allowed: {', '.join(COUNTRIES)}"
            yield PolicyMistake(where=where, reason=reason)
    for substance, items in policy.goods.regulated.items():
        where = f"goods.regulated.{substance}"
        if "most" not in items:
            yield PolicyMistake(where=where, reason="lacks `most`, the units one purchase may hold")
        for key in items:
            if key != "most" and not re.fullmatch(r"\d{14}", key):
                yield PolicyMistake(where=f"{where}.{key}", reason="is not a GTIN-14, nor `most`")
    audit = policy.audit
    if 0 < audit.full_from < audit.partial_from:
        reason = (
            f"is {audit.full_from}, below audit.partial_from {audit.partial_from}: nothing would be partial"
        )
        yield PolicyMistake(where="audit.full_from", reason=reason)
    for cause in audit.points:
        if cause not in CAUSES:
            reason = _unknown(cause, CAUSES, "cause of risk")
            yield PolicyMistake(where=f"audit.points.{cause}", reason=reason)
    for word, rules in policy.kinds.items():
        yield from _against_table(word, rules)
    for word, own in policy.rights.items():
        yield from _against_right(RIGHTS[Action(word)], own)


def _against_table(word: str, own: KindRules) -> Iterator[PolicyMistake]:
    """What a store may not change of a kind."""
    kind, where = KINDS[word], f"{_KINDS}.{word}"
    why = "the law, the licence or the safety of money asks for it"
    if kind.is_binding:
        if own.blocks and Blocks(own.blocks).rank < kind.blocks.rank:
            reason = f"is {own.blocks}; at least {kind.blocks.value}: {why}"
            yield PolicyMistake(where=f"{where}.blocks", reason=reason)
        if own.clearer and Clearer(own.clearer).rank < kind.clearer.rank:
            reason = f"is {own.clearer}; at least {kind.clearer.value}: {why}"
            yield PolicyMistake(where=f"{where}.clearer", reason=reason)
    if own.remote not in ("", "no") and not kind.is_remote:
        because = (
            f"; somebody must be there: {why}" if kind.is_binding else ", but it cannot be done from afar"
        )
        yield PolicyMistake(where=f"{where}.remote", reason=f"is {own.remote}{because}")
    elif own.remote == "picture" and kind.picture is Picture.NONE:
        reason = "is picture, but it is about no item in front of the camera"
        yield PolicyMistake(where=f"{where}.remote", reason=reason)
    if kind.severity is Severity.NUDGE and (own.nudge_s > 0 or own.overdue_s > 0):
        yield PolicyMistake(where=where, reason="never calls staff, so it has no times")
    blocks = Blocks(own.blocks) if own.blocks else kind.blocks
    clearer = Clearer(own.clearer) if own.clearer else kind.clearer
    if blocks is not Blocks.NOTHING and kind.severity is Severity.NUDGE and clearer is not Clearer.SHOPPER:
        yield PolicyMistake(where=f"{where}.blocks", reason="would wait for staff whom nobody calls")
    if clearer is not Clearer.SHOPPER and not kind.approve_reasons:
        yield PolicyMistake(
            where=f"{where}.clearer", reason="is the shopper's only: staff have no reasons for it"
        )


def _against_right(right: Right, own: RightRules) -> Iterator[PolicyMistake]:
    """What a store may not change of a right."""
    where = f"{_RIGHTS}.{right.action.value}"
    if own.role and not Role(own.role).reaches(right.floor):
        reason = f"is {own.role}; nobody below {right.floor.value} may {right.text}"
        yield PolicyMistake(where=f"{where}.role", reason=reason)
    changed = own.of(right)
    attendant, manager = changed.limit(Role.ATTENDANT), changed.limit(Role.MANAGER)
    if not manager.holds(attendant.percent, attendant.amount_minor):
        yield PolicyMistake(where=where, reason="would let an attendant do more than a manager")


def _wrong(value: object, kind: typing.Any, key: Key) -> Iterator[str]:
    """Why a value is refused; nothing if it is not."""
    if kind is int:
        yield from _wrong_number(value, key)
    elif kind is str:
        if not isinstance(value, str) or value not in key.choices:
            allowed = ", ".join(choice for choice in key.choices if choice)
            near = _near(value, key.choices) if isinstance(value, str) else ""
            yield f"is {_shown(value)}; allowed: {allowed}" + (f"; did you mean {near}?" if near else "")
    elif typing.get_origin(kind) is tuple:
        if not isinstance(value, list | tuple):
            yield f"is {_shown(value)}; allowed: a list of texts"
        elif len(value) > ENTRIES_MAX:
            yield f"has {len(value)} entries; at most {ENTRIES_MAX} are allowed"
        else:
            for entry in value:
                yield from _wrong_text(entry, key)
    else:
        yield from _wrong_table(value, typing.get_args(kind)[1], key)


def _wrong_table(value: object, kind: typing.Any, key: Key) -> Iterator[str]:
    if not isinstance(value, Mapping):
        yield f"is {_shown(value)}; allowed: a table"
        return
    if len(value) > ENTRIES_MAX:
        yield f"has {len(value)} entries; at most {ENTRIES_MAX} are allowed"
        return
    for name, entry in value.items():
        if not re.fullmatch(key.key_form, name):
            yield f"has the key {_shown(name)}; allowed: {key.key_text}"
        if typing.get_origin(kind) is dict:
            if not isinstance(entry, Mapping) or len(entry) > ENTRIES_MAX:
                yield f"has {_shown(entry)} at {name}; allowed: a table of at most {ENTRIES_MAX}"
                continue
            for inner in entry.values():
                yield from _wrong_number(inner, key)
        elif isinstance(entry, str) and kind is not int:
            yield from _wrong_text(entry, key)
        elif kind is str:
            yield f"is {_shown(entry)} at {name}; allowed: {key.form_text}"
        else:
            yield from _wrong_number(entry, key)


def _wrong_number(value: object, key: Key) -> Iterator[str]:
    if not isinstance(value, int) or isinstance(value, bool) or not key.least <= value <= key.most:
        unit = f" {key.unit}" if key.unit else ""
        yield f"is {_shown(value)}; allowed: a whole number from {key.least} to {key.most}{unit}"


def _wrong_text(value: object, key: Key) -> Iterator[str]:
    if not isinstance(value, str) or not 0 < len(value) <= 200 or not value.isprintable():
        yield f"is {_shown(value)}; allowed: a text of at most 200 characters"
    elif key.form and not re.fullmatch(key.form, value):
        yield f"is {_shown(value)}; allowed: {key.form_text}"


def _shown(value: object) -> str:
    text = "a table" if isinstance(value, Mapping) else repr(value)
    return text if len(text) <= _SHOWN_MAX else f"{text[:_SHOWN_MAX]}..."


def _near(name: str, names: Iterable[str]) -> str:
    return next(iter(difflib.get_close_matches(name, list(names), n=1, cutoff=_NEAR)), "")


def _unknown(name: object, names: Iterable[str], what: str) -> str:
    near = _near(str(name), names)
    return f"is not a {what}" + (f"; did you mean {near}?" if near else f"; there are {', '.join(names)}")
