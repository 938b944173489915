"""Read a shop's list of members: a CSV file, whole or not at all, every mistake named by its line.

| column | what it is |
|---|---|
| `credential`, `card`, `phone` | how the member is recognised; at least one of them |
| `member_id` | a pseudonym; whoever stores the member makes one where it is left out |
| `tier`, `groups` | plain lower words; groups with spaces between |
| `points`, `order_number` | whole numbers |
| `stamps` | `card:number`, with spaces between |

Source: docs/coupons.md, "Members".
Invariants: pure; a mistake never quotes what recognises somebody.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from retail.catalogue import ERRORS_MAX, RowError
from retail.check import BrokenInvariantError
from retail.member import KeyKind, Member, MemberKey, MemberRules, identify_scanned, phone_number

ROWS_MAX = 2_000_000
"""Keys of one file."""
TEXT_MAX = 200
KEYS = ("credential", "card", "phone")
COLUMNS = (*KEYS, "member_id", "tier", "groups", "points", "order_number", "stamps")
_NOBODY = "m-nobody"
"""Stands for a pseudonym that is still to be made."""


class MemberRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the file."""

    line: int
    keys: tuple[MemberKey, ...]
    member: Member
    """Its `member_id` is `m-nobody` where the file names none (`is_named`)."""
    is_named: bool
    more: Mapping[str, str] = {}
    """Columns that only some readers take."""


class MembersRefusedError(ValueError):
    """A list of members with mistakes: nothing was loaded. `errors` lists them, `count` counts them all."""

    def __init__(self, errors: Sequence[RowError], count: int) -> None:
        self.errors = list(errors)
        self.count = count
        shown = "\n".join(f"  line {error.line}: {error.reason}" for error in errors)
        more = f"\n  ... and {count - len(errors)} more" if count > len(errors) else ""
        super().__init__(f"members refused, nothing was loaded; {count} mistake(s):\n{shown}{more}")


def read_member_rows(text: str, rules: MemberRules, more: tuple[str, ...] = ()) -> list[MemberRow]:
    """The lines of the file; `more` names columns allowed beside COLUMNS. Raises `MembersRefusedError`."""
    reader = _Reader(rules, more)
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        header = reader.header(next(rows, []))
        for row in rows:
            if any(cell.strip() for cell in row) and not reader.take(rows.line_num, header, row):
                break
    except csv.Error as error:
        reader.refuse(rows.line_num, f"not readable as CSV: {error}")
    reader.end()
    return reader.found


class _Reader:
    def __init__(self, rules: MemberRules, more: tuple[str, ...]) -> None:
        self._rules = rules
        self._more = more
        self._errors: list[RowError] = []
        self._count = 0
        self._seen: set[tuple[KeyKind, str]] = set()
        self._named: set[str] = set()
        self.found: list[MemberRow] = []

    def refuse(self, line: int, reason: str) -> None:
        self._count += 1
        if len(self._errors) < ERRORS_MAX:
            self._errors.append(RowError(line=line, reason=reason))

    def end(self) -> None:
        if self._count:
            raise MembersRefusedError(self._errors, self._count)

    def header(self, cells: list[str]) -> list[str]:
        header = [column.strip().lower() for column in cells]
        allowed = (*COLUMNS, *self._more)
        strangers = [column for column in header if column not in allowed]
        if strangers or not set(header) & set(KEYS) or len(set(header)) < len(header):
            self.refuse(1, f"the header has columns of {', '.join(allowed)}, each once, one of them a key")
            self.end()
        return header

    def take(self, line: int, header: list[str], row: list[str]) -> bool:
        """Read one line; False when there are too many."""
        if len(self._seen) >= ROWS_MAX:
            self.refuse(line, f"more than {ROWS_MAX} keys")
            return False
        if len(row) != len(header):
            self.refuse(line, f"{len(row)} columns where the header has {len(header)}")
            return True
        cells = dict(zip(header, (cell.strip() for cell in row), strict=True))
        reasons: list[str] = []
        keys = tuple(self._keys(cells, reasons))
        member = _member(cells, reasons)
        reasons.extend("a key stands twice" for key in keys if (key.kind, key.value) in self._seen)
        name = cells.get("member_id", "")
        if name and name in self._named:
            reasons.append(f"member_id {name[:TEXT_MAX]!r} stands twice")
        reasons.extend(
            f"{column} has more than {TEXT_MAX} characters or a control character"
            for column in self._more
            if len(cells.get(column, "")) > TEXT_MAX or not cells.get(column, "").isprintable()
        )
        for reason in reasons:
            self.refuse(line, reason)
        if member is not None and not reasons:
            self._seen.update((key.kind, key.value) for key in keys)
            self._named.add(name)
            more = {column: cells[column] for column in self._more if cells.get(column)}
            self.found.append(MemberRow(line=line, keys=keys, member=member, is_named=bool(name), more=more))
        return True

    def _keys(self, cells: Mapping[str, str], reasons: list[str]) -> Iterator[MemberKey]:
        is_any = False
        for column in KEYS:
            text = cells.get(column, "")
            if not text:
                continue
            is_any = True
            key = _key(column, text, self._rules)
            if key is None:
                reasons.append(f"{column} is none by the shop's rules")
            else:
                yield key
        if not is_any:
            reasons.append("no credential, card or phone")


def _key(column: str, text: str, rules: MemberRules) -> MemberKey | None:
    if column == "phone":
        number = phone_number(text, rules)
        return MemberKey(kind=KeyKind.PHONE, value=number) if number else None
    key = identify_scanned(text, rules).key
    if key is None and column == "credential":
        key = identify_scanned(rules.credential_prefixes[0] + text, rules).key
    return key if key is not None and key.kind.value == column else None


def _member(cells: Mapping[str, str], reasons: list[str]) -> Member | None:
    """The member of a row; None after noting why there is none."""
    points, order = (_number(cells.get(column, "")) for column in ("points", "order_number"))
    stamps = re.findall(r"(\S+):([0-9]{1,6})(?:\s+|$)", cells.get("stamps", ""))
    if points is None or order is None:
        reasons.append("points and order_number are whole numbers")
    if len(stamps) != len(cells.get("stamps", "").split()):
        reasons.append("stamps are written card:number, with spaces between")
    if reasons or points is None or order is None:
        return None
    try:
        return Member(
            member_id=cells.get("member_id") or _NOBODY,
            tier=cells.get("tier", ""),
            groups=tuple(cells.get("groups", "").split()),
            order_number=order or None,
            points=points,
            stamps={card: int(number) for card, number in stamps},
        )
    except BrokenInvariantError as error:
        reasons.append(str(error))
        return None


def _number(text: str) -> int | None:
    """A whole number; 0 where nothing is written."""
    return int(text or "0") if re.fullmatch(r"[0-9]{0,9}", text) else None
