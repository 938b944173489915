"""Looking at stored value: an account with its ledger, the figures of a shop, and whether everything holds.

Source: docs/stored-value.md, "The ledger", "Verifying".
Invariants: read only; a card is named by its last digits, a member by nothing.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from retail.stored_value.postings import BOOKS
from store.data.schema.value import value_account, value_entry, value_hold, value_owner

LEDGER_MAX = 500
LISTED_MAX = 100
FAULTS_MAX = 50
"""Named, each kind; more are the same trouble."""


class AccountRow(msgspec.Struct, frozen=True, kw_only=True):
    """An account as staff see it."""

    account_id: str
    kind: str
    currency: str
    state: str
    balance_minor: int
    held_minor: int
    short_minor: int
    expires_at: int
    last_digits: str
    has_pin: bool
    locked_until: int
    issued_in: str
    made_at: int
    changed_at: int

    @property
    def free_minor(self) -> int:
        """What may be spent now."""
        return self.balance_minor - self.held_minor


class EntryRow(msgspec.Struct, frozen=True, kw_only=True):
    """A leg of the ledger."""

    posting_id: str
    book: str
    kind: str
    amount_minor: int
    transaction_id: str
    booked_in: str
    terminal_id: str
    booked_by: str
    why: str
    booked_at: int


class HoldRow(msgspec.Struct, frozen=True, kw_only=True):
    """A purchase's hold."""

    transaction_id: str
    state: str
    amount_minor: int
    captured_minor: int
    held_until: int
    booked_in: str
    terminal_id: str
    changed_at: int


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """An account with everything that happened on it, newest first."""

    account: AccountRow
    entries: tuple[EntryRow, ...]
    holds: tuple[HoldRow, ...]


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """What a shop's accounts come to."""

    cards: int
    members: int
    owed_minor: int
    """All balances: what the shop owes."""
    held_minor: int
    lost_minor: int
    """Spent without being there and not got back."""
    breakage_minor: int


def one(connection: sa.Connection, account_id: str) -> AccountRow | None:
    """An account."""
    row = connection.execute(
        sa.select(value_account).where(value_account.c.account_id == account_id)
    ).one_or_none()
    return _account(row) if row is not None else None


def statement(connection: sa.Connection, account_id: str) -> Statement | None:
    """An account with its ledger and its purchases' holds."""
    account = one(connection, account_id)
    if account is None:
        return None
    entries = connection.execute(
        sa.select(*_named(value_entry, EntryRow))
        .where(value_entry.c.account_id == account_id)
        .order_by(value_entry.c.booked_at.desc(), value_entry.c.posting_id, value_entry.c.amount_minor)
        .limit(LEDGER_MAX)
    )
    holds = connection.execute(
        sa.select(*_named(value_hold, HoldRow))
        .where(value_hold.c.account_id == account_id)
        .order_by(value_hold.c.changed_at.desc(), value_hold.c.transaction_id)
        .limit(LEDGER_MAX)
    )
    return Statement(
        account=account,
        entries=tuple(sorted((EntryRow(**row._mapping) for row in entries), key=_newest_and_whole)),
        holds=tuple(HoldRow(**row._mapping) for row in holds),
    )


def of_member(connection: sa.Connection, member_id: str) -> Statement | None:
    """A member's balance with its ledger; None: they have none."""
    account_id = connection.execute(
        sa.select(value_owner.c.account_id).where(value_owner.c.member_id == member_id)
    ).scalar()
    return statement(connection, account_id) if account_id is not None else None


def listed(connection: sa.Connection, store_id: str, *, ending: str = "") -> Sequence[AccountRow]:
    """Gift cards a store issued, last changed first; `ending`: of these last digits."""
    query = sa.select(value_account).where(
        value_account.c.issued_in == store_id, value_account.c.kind == "gift"
    )
    if ending:
        query = query.where(value_account.c.last_digits == ending)
    rows = connection.execute(
        query.order_by(value_account.c.changed_at.desc(), value_account.c.account_id).limit(LISTED_MAX)
    )
    return [_account(row) for row in rows]


def losses(connection: sa.Connection, store_id: str, *, limit: int = 50) -> Sequence[EntryRow]:
    """What was spent in a store without being there, newest first, and what was got back of it."""
    rows = connection.execute(
        sa.select(*_named(value_entry, EntryRow))
        .where(value_entry.c.booked_in == store_id, value_entry.c.book == "loss")
        .order_by(value_entry.c.booked_at.desc(), value_entry.c.posting_id)
        .limit(limit)
    )
    return [EntryRow(**row._mapping) for row in rows]


def figures(connection: sa.Connection, store_id: str) -> Figures:
    """The sums of a store's accounts and books."""
    accounts = {
        row.kind: row
        for row in connection.execute(
            sa.select(
                value_account.c.kind,
                sa.func.count().label("accounts"),
                sa.func.sum(value_account.c.balance_minor).label("balance"),
                sa.func.sum(value_account.c.held_minor).label("held"),
            )
            .where(value_account.c.issued_in == store_id)
            .group_by(value_account.c.kind)
        )
    }
    sums = connection.execute(
        sa.select(value_entry.c.book, sa.func.sum(value_entry.c.amount_minor).label("amount"))
        .where(value_entry.c.booked_in == store_id)
        .group_by(value_entry.c.book)
    )
    books = {row.book: int(row.amount) for row in sums}
    return Figures(
        cards=accounts["gift"].accounts if "gift" in accounts else 0,
        members=accounts["member"].accounts if "member" in accounts else 0,
        owed_minor=int(sum(row.balance for row in accounts.values())),
        held_minor=int(sum(row.held for row in accounts.values())),
        lost_minor=-books.get("loss", 0),
        breakage_minor=books.get("breakage", 0),
    )


def faults(connection: sa.Connection) -> Sequence[str]:
    """What in the whole ledger does not hold, in words; for `store verify`."""
    return list(_faults(connection))


def _faults(connection: sa.Connection) -> Iterator[str]:
    entry, account, held = value_entry, value_account, value_hold
    total = sa.func.sum(entry.c.amount_minor)
    unbalanced = (
        sa.select(entry.c.account_id, entry.c.posting_id, total.label("sum"))
        .group_by(entry.c.account_id, entry.c.posting_id)
        .having(sa.or_(total != 0, sa.func.count() < 2))
        .limit(FAULTS_MAX)
    )
    for row in connection.execute(unbalanced):
        yield f"posting {row.posting_id} of account {row.account_id} sums to {row.sum}"
    booked = (
        sa.select(entry.c.account_id, total.label("balance"))
        .where(entry.c.book == "balance")
        .group_by(entry.c.account_id)
        .subquery()
    )
    open_holds = (
        sa.select(held.c.account_id, sa.func.sum(held.c.amount_minor).label("held"))
        .where(held.c.state == "held")
        .group_by(held.c.account_id)
        .subquery()
    )
    balance, in_hold = sa.func.coalesce(booked.c.balance, 0), sa.func.coalesce(open_holds.c.held, 0)
    wrong = (
        sa.select(
            account.c.account_id,
            account.c.balance_minor,
            account.c.held_minor,
            balance.label("booked"),
            in_hold.label("in_hold"),
        )
        .outerjoin(booked, booked.c.account_id == account.c.account_id)
        .outerjoin(open_holds, open_holds.c.account_id == account.c.account_id)
        .where(
            sa.or_(
                account.c.balance_minor != balance,
                account.c.held_minor != in_hold,
                account.c.balance_minor < 0,
                account.c.held_minor > account.c.balance_minor,
            )
        )
        .limit(FAULTS_MAX)
    )
    for one_wrong in connection.execute(wrong):
        yield (
            f"account {one_wrong.account_id} has {one_wrong.balance_minor} by its row and {one_wrong.booked} "
            f"by its ledger, and holds {one_wrong.held_minor} by its row and {one_wrong.in_hold} by its "
            f"purchases"
        )
    yield from _uncaptured(connection)
    strange = sa.select(entry.c.book).where(entry.c.book.not_in(list(BOOKS))).distinct().limit(FAULTS_MAX)
    for book in connection.execute(strange).scalars():
        yield f"a posting stands in the book {book}, which there is not"


def _uncaptured(connection: sa.Connection) -> Iterator[str]:
    """Purchases whose capture and whose posting tell different amounts."""
    entry, held = value_entry, value_hold
    spent = (
        sa.select(entry.c.account_id, entry.c.transaction_id, entry.c.amount_minor)
        .where(
            sa.or_(
                sa.and_(entry.c.kind == "capture", entry.c.book == "spent"),
                sa.and_(entry.c.kind == "give_back", entry.c.book == "paid_in"),
            )
        )
        .subquery()
    )
    query = (
        sa.select(held.c.account_id, held.c.transaction_id, held.c.captured_minor, spent.c.amount_minor)
        .outerjoin(
            spent,
            sa.and_(
                spent.c.account_id == held.c.account_id,
                spent.c.transaction_id == held.c.transaction_id,
            ),
        )
        .where(held.c.state == "captured", sa.func.coalesce(spent.c.amount_minor, 0) != held.c.captured_minor)
        .limit(FAULTS_MAX)
    )
    for row in connection.execute(query):
        yield (
            f"purchase {row.transaction_id} took {row.captured_minor} of account {row.account_id}, "
            f"and {row.amount_minor or 0} of it is booked"
        )


def _account(row: Any) -> AccountRow:
    plain = {name: getattr(row, name) for name in AccountRow.__struct_fields__ if name != "has_pin"}
    return AccountRow(**plain, has_pin=bool(row.pin_hash))


def _newest_and_whole(leg: EntryRow) -> tuple[int, str, bool, str]:
    """The legs of a posting together, the customer's first."""
    return -leg.booked_at, leg.posting_id, leg.book != "balance", leg.book


def _named(table: sa.Table, kind: type[msgspec.Struct]) -> list[sa.Column[Any]]:
    return [table.c[name] for name in kind.__struct_fields__]
