"""Write `docs/interventions.md` from the tables: `python -m retail.interventions.page`.

Nothing in the page's tables is written by hand, so that the page cannot promise what the lane does not do.

Invariants: the same tables always give the same text; a test fails when page and tables differ.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from retail.interventions import page_text as prose
from retail.interventions.ages import CLASSES, COUNTRIES, classes_of
from retail.interventions.kind import Kind
from retail.interventions.kinds import TABLE
from retail.interventions.policy import KindRules, RightRules
from retail.interventions.policy_file import Declared, declared, sections
from retail.interventions.reasons import REASONS
from retail.interventions.rights import NO_LIMIT, RIGHTS, WHOLE, Limit, Right
from retail.interventions.risk import CAUSES
from retail.interventions.words import Cover, OnRefusal, Picture, Role, Scope, Severity, Text

TARGET = Path("docs/interventions.md")
_ENDS = {Scope.LINE: "with its line", Scope.PURCHASE: "with the purchase", Scope.LANE: "only so"}


def page() -> str:
    """The whole page."""
    parts: tuple[Iterable[str], ...] = (
        (prose.HEAD,),
        ("## All kinds", "", prose.KINDS, ""),
        _kinds(),
        ("", "## What the shopper is told", "", prose.TOLD, ""),
        _texts(),
        ("", "## What staff do, and their reasons", ""),
        _staff(),
        ("", "## Reason codes", "", prose.REASONS, ""),
        _reasons(),
        ("", prose.LADDER, prose.VISIT, prose.JOURNAL, prose.BAGGING),
        ("## Checks", "", prose.CHECKS, ""),
        _table(("cause", "points"), ((f"`{cause}`", str(points)) for cause, points in CAUSES.items())),
        ("", "## Ages", "", prose.AGES, ""),
        _ages(),
        ("", "## Staff rights", "", prose.RIGHTS, ""),
        _rights(),
        ("", prose.SIGN_IN),
        ("## A store's own rules", "", prose.POLICY, ""),
        _settings(),
        ("", prose.JOINING, prose.CAUTIONS),
    )
    return "\n".join(line for part in parts for line in part).rstrip("\n") + "\n"


def _kinds() -> Iterator[str]:
    head = (
        "#", "kind", "raised when", "grave", "shopper alone", "critical after", "blocks", "cleared by",
        "clears by itself when", "ends", "an approval reaches", "from afar", "binding", "raised by",
    )  # fmt: skip
    yield from _table(head, (_kind(kind) for kind in TABLE))


_AFAR = {
    Picture.NONE: "yes",
    Picture.SHOWN: "yes, with the picture where there is one",
    Picture.NEEDED: "by the picture only",
}


def _kind(kind: Kind) -> tuple[str, ...]:
    is_nudge = kind.severity is Severity.NUDGE
    reach = "–" if kind.cover is Cover.NOTHING else kind.cover.value
    more = f", times {kind.reach_percent / 100:g}" if kind.reach_percent > 100 else ""
    return (
        str(kind.number),
        f"`{kind.word}`",
        kind.trigger,
        kind.severity.value,
        "always" if is_nudge else f"{kind.nudge_s} s" if kind.nudge_s else "–",
        f"{kind.overdue_s} s" if kind.severity is Severity.STAFF and kind.overdue_s else "–",
        kind.blocks.value.replace("_", " "),
        kind.clearer.value,
        "; ".join(one.value for one in kind.clears_by) or "–",
        _ENDS[kind.scope],
        reach + more,
        "–" if is_nudge or not kind.is_remote else _AFAR[kind.picture],
        "yes" if kind.is_binding else "–",
        ", ".join(f"`{name}`" for name in kind.raised_by) or "never",
    )


def _texts() -> Iterator[str]:
    def rows(kind: Kind) -> Iterator[tuple[str, ...]]:
        yield (f"`{kind.title_key}`", *_in_all(kind.title))
        yield (f"`{kind.body_key}`", *_in_all(kind.body))

    yield from _table(("key", "en", "de", "zh"), (row for kind in TABLE for row in rows(kind)))


def _staff() -> Iterator[str]:
    head = ("kind", "staff", "reasons to approve", "reasons to refuse", "a refusal means", "sound", "light")
    yield from _table(
        head,
        (
            (
                f"`{kind.word}`",
                kind.staff_do.en,
                _codes(kind.approve_reasons),
                _codes(kind.refuse_reasons),
                "–" if kind.on_refusal is OnRefusal.IMPOSSIBLE else kind.on_refusal.value,
                kind.sound.value or "–",
                kind.light.value,
            )
            for kind in TABLE
        ),
    )


def _reasons() -> Iterator[str]:
    yield from _table(
        ("code", "en", "de", "zh"), ((f"`{code}`", *_in_all(text)) for code, text in REASONS.items())
    )


def _ages() -> Iterator[str]:
    rows = ((country, *(str(classes_of(country)[one]) for one in CLASSES)) for country in COUNTRIES)
    yield from _table(("country", *(f"`{one}`" for one in CLASSES)), rows)


def _rights() -> Iterator[str]:
    head = ("right", "to", "role", "attendant alone", "manager alone", "from afar", "never below")
    yield from _table(head, (_right(right) for right in RIGHTS.values()))


def _right(right: Right) -> tuple[str, ...]:
    alone = (
        _limit(right.limit(role)) if role.reaches(right.role) else "–"
        for role in (Role.ATTENDANT, Role.MANAGER)
    )
    afar = "yes" if right.is_remote else "–"
    return (f"`{right.action.value}`", right.text, right.role.value, *alone, afar, right.floor.value)


def _limit(limit: Limit) -> str:
    parts = [f"{limit.percent} %"] if limit.percent < WHOLE else []
    if limit.amount_minor < NO_LIMIT:
        parts.append(f"{limit.amount_minor} minor units")
    return " and ".join(parts) or "any"


def _settings() -> Iterator[str]:
    named: dict[str, type[msgspec.Struct]] = {"kinds.<kind>": KindRules, "rights.<right>": RightRules}
    for section, struct in {**sections(), **named}.items():
        yield from (f"### `[{section}]`", "", (struct.__doc__ or "").strip(), "")
        rows = (
            (f"`{one.name}`", f"`{_default(one)}`", _allowed(one), one.key.text)
            for one in declared(struct).values()
        )
        yield from _table(("key", "default", "allowed", "meaning"), rows)
        yield ""


def _default(one: Declared) -> str:
    return msgspec.json.encode(one.default).decode()


def _allowed(one: Declared) -> str:
    key = one.key
    unit = f" {key.unit}" if key.unit else ""
    if key.choices:
        return ", ".join(choice for choice in key.choices if choice)
    if one.type is int:
        return f"{key.least} to {key.most}{unit}"
    if key.key_text:
        values = key.form_text or (f"{key.least} to {key.most}{unit}" if key.most else "a text")
        return f"{key.key_text} = {values}"
    return key.form_text or "texts"


def _in_all(text: Text) -> tuple[str, str, str]:
    return text.en, text.de, text.zh


def _codes(codes: Iterable[str]) -> str:
    return ", ".join(f"`{code}`" for code in codes) or "–"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        cells = (cell.replace("|", "\\|") for cell in row)
        yield f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
