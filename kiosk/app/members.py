"""Read the shop's list of members: a CSV file, whole or not at all, hashed before anything is stored.

| column | what it is |
|---|---|
| `credential`, `card`, `phone` | how the member is recognised; at least one of them |
| `member_id` | a pseudonym; made from the keyed hash where it is left out |
| `tier`, `groups` | plain lower words; groups with spaces between |
| `points`, `order_number` | whole numbers |
| `stamps` | `card:number`, with spaces between |

Source: docs/coupons.md, "Members".
Invariants: no card, credential or telephone number leaves this module but as a keyed hash; a mistake is named
by line and column and never quotes a key.
"""

import csv
import io
import re
from collections.abc import Mapping

from kiosk.database.replica import hashed_key
from retail.catalogue import ERRORS_MAX, RowError
from retail.check import BrokenInvariantError
from retail.member import (
    KeyKind,
    Member,
    MemberKey,
    MemberRules,
    identify_scanned,
    phone_number,
)

ROWS_MAX = 2_000_000
KEYS = ("credential", "card", "phone")
COLUMNS = (*KEYS, "member_id", "tier", "groups", "points", "order_number", "stamps")


class MembersRefusedError(ValueError):
    """A list of members with mistakes: nothing was loaded. `errors` lists them, `count` counts them all."""

    def __init__(self, errors: list[RowError], count: int) -> None:
        self.errors = errors
        self.count = count
        shown = "\n".join(f"  line {error.line}: {error.reason}" for error in errors)
        more = f"\n  ... and {count - len(errors)} more" if count > len(errors) else ""
        super().__init__(f"members refused, nothing was loaded; {count} mistake(s):\n{shown}{more}")


def read_members(text: str, rules: MemberRules, secret: bytes) -> dict[str, Member]:
    """Members by hashed key. Raises `MembersRefusedError` naming every bad row."""
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    errors: list[RowError] = []
    count = 0
    found: dict[str, Member] = {}

    def refuse(line: int, reason: str) -> None:
        nonlocal count
        count += 1
        if len(errors) < ERRORS_MAX:
            errors.append(RowError(line=line, reason=reason))

    try:
        header = [column.strip().lower() for column in next(rows, [])]
        strangers = [column for column in header if column not in COLUMNS]
        if strangers or not set(header) & set(KEYS) or len(set(header)) < len(header):
            refuse(1, f"the header has columns of {', '.join(COLUMNS)}, each once, one of them a key")
            raise MembersRefusedError(errors, count)
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            if len(found) >= ROWS_MAX:
                refuse(rows.line_num, f"more than {ROWS_MAX} keys")
                break
            if len(row) != len(header):
                refuse(rows.line_num, f"{len(row)} columns where the header has {len(header)}")
                continue
            cells = dict(zip(header, (cell.strip() for cell in row), strict=True))
            hashes, reasons = _hashes(cells, rules, secret)
            member = _member(cells, hashes, reasons)
            reasons.extend("a key stands twice" for hashed in hashes if hashed in found)
            for reason in reasons:
                refuse(rows.line_num, reason)
            if member is not None and not reasons:
                found.update(dict.fromkeys(hashes, member))
    except csv.Error as error:
        refuse(rows.line_num, f"not readable as CSV: {error}")
    if count:
        raise MembersRefusedError(errors, count)
    return found


def _hashes(cells: Mapping[str, str], rules: MemberRules, secret: bytes) -> tuple[list[str], list[str]]:
    """The row's keys as they are stored, and what is wrong with them."""
    hashes, reasons = [], []
    for column in KEYS:
        text = cells.get(column, "")
        if not text:
            continue
        key = _key(column, text, rules)
        if key is None:
            reasons.append(f"{column} is none by the shop's rules")
        else:
            hashes.append(hashed_key(secret, key))
    if not hashes and not reasons:
        reasons.append("no credential, card or phone")
    return hashes, reasons


def _key(column: str, text: str, rules: MemberRules) -> MemberKey | None:
    if column == "phone":
        number = phone_number(text, rules)
        return MemberKey(kind=KeyKind.PHONE, value=number) if number else None
    key = identify_scanned(text, rules).key
    if key is None and column == "credential":
        key = identify_scanned(rules.credential_prefixes[0] + text, rules).key
    return key if key is not None and key.kind.value == column else None


def _member(cells: Mapping[str, str], hashes: list[str], reasons: list[str]) -> Member | None:
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
            member_id=cells.get("member_id") or f"m-{hashes[0][:20]}",
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
