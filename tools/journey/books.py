"""What the programs keep: read from their files and from what they say of themselves, never from a page.

Reading only, beside the running programs: a database is opened read-only and closed at once.
"""

import json
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

DEADLINE_S = 60.0
POLL_S = 0.1
_Found = TypeVar("_Found")


class NeverError(Exception):
    """Something did not come about in time."""


def until(what: str, found: Callable[[], _Found | None]) -> _Found:
    """Wait until it comes to something; what it came to. Raises `NeverError`."""
    ends = time.monotonic() + DEADLINE_S
    while not (value := found()):
        if time.monotonic() >= ends:
            raise NeverError(f"never: {what} (found: {value!r})")
        time.sleep(POLL_S)
    return value


class Books:
    """The store service's database."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """What a statement finds."""
        with closing(sqlite3.connect(f"file:{self._file}?mode=ro", uri=True, timeout=DEADLINE_S)) as book:
            return list(book.execute(statement, tuple(values)))

    def one(self, statement: str, values: Sequence[object] = ()) -> Any:
        """The first value of the first row; None where there is none."""
        found = self.rows(statement, values)
        return found[0][0] if found else None

    def newest_member(self) -> str:
        """Who joined last."""
        found = self.one("SELECT member_id FROM member ORDER BY made_at DESC, member_id DESC LIMIT 1")
        return str(found or "")

    def consents(self, member_id: str) -> dict[str, bool]:
        """The newest word on each purpose."""
        rows = self.rows(
            "SELECT purpose, is_given FROM phone_consent WHERE member_id = ? ORDER BY at, consent_id",
            [member_id],
        )
        return {str(purpose): bool(given) for purpose, given in rows}

    def account(self, member_id: str) -> str:
        """The account of a member's balance; empty where there is none."""
        return str(self.one("SELECT account_id FROM value_owner WHERE member_id = ?", [member_id]) or "")

    def balance(self, account_id: str) -> int:
        """What is on an account, as it stands there."""
        return int(
            self.one("SELECT balance_minor FROM value_account WHERE account_id = ?", [account_id]) or 0
        )

    def postings(self, account_id: str) -> list[tuple[str, int]]:
        """What changed a balance, in order: kind and amount."""
        rows = self.rows(
            "SELECT kind, amount_minor FROM value_entry WHERE account_id = ? AND book = 'balance'"
            " ORDER BY booked_at, posting_id",
            [account_id],
        )
        return [(str(kind), int(amount)) for kind, amount in rows]

    def ledger_sum(self, account_id: str) -> int:
        """All legs of all postings of an account: nothing, in double entry."""
        return int(
            self.one("SELECT sum(amount_minor) FROM value_entry WHERE account_id = ?", [account_id]) or 0
        )

    def tables_naming(self, member_id: str) -> dict[str, int]:
        """Rows that carry a member's pseudonym, by table."""
        found = {}
        for (name,) in self.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
            columns = {str(row[1]) for row in self.rows(f'PRAGMA table_info("{name}")')}
            if "member_id" in columns:
                count = self.one(f'SELECT count(*) FROM "{name}" WHERE member_id = ?', [member_id])
                if count:
                    found[str(name)] = int(count)
        return found


def journal_events(entries: Sequence[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    """The events of one name in a lane's journal."""
    return [dict(entry["event"]) for entry in entries if entry["event"]["event"] == name]


def lines_of_json(text: str) -> list[dict[str, Any]]:
    """Every line that is a JSON object."""
    found = []
    for line in text.splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if isinstance(told, dict):
            found.append(told)
    return found
