"""The ledger of stored value: what `retail.stored_value.account` decides, written down so that it holds.

Each step locks its account's row, reads what purchases hold of it, decides, and writes with one statement
that names what must still be true: a balance covers its holds and is never negative. Postings are added leg
by leg in the same transaction; one that is told again by its name changes nothing.

Source: docs/stored-value.md; docs/protocol.md, "Stored value".
Invariants: what two steps of one account read and write is never mixed; a posting counts once; every change
says where, by whom and why.
"""

from collections.abc import Callable
from typing import Any

import msgspec
import sqlalchemy as sa

from retail.check import require
from retail.stored_value import account as rules
from retail.stored_value.account import Account, Hold, Outcome, Step, TakenFor
from retail.stored_value.limits import ValueLimits
from retail.stored_value.postings import Kind
from store.data.schema.value import value_account, value_entry, value_hold
from store.data.upsert import insert

WHY_MAX = 300
NAME_MAX = 200
SWEEP_MAX = 200
"""Accounts one transaction of the sweep looks at."""


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where something is done, by whom, and why."""

    store_id: str
    terminal_id: str = ""
    who: str = ""
    why: str = ""


def hold(
    connection: sa.Connection,
    account_id: str,
    transaction_id: str,
    amount_minor: int,
    *,
    currency: str,
    ask_no: int,
    origin: Origin,
    at: int,
) -> Step | None:
    """Hold an amount, or as much as is free; None: no such account."""

    def move(before: Account) -> Step:
        return rules.hold(before, transaction_id, amount_minor, currency=currency, at=at, ask_no=ask_no)

    return _step(connection, account_id, transaction_id, move, origin, at)


def release(
    connection: sa.Connection, account_id: str, transaction_id: str, *, ask_no: int, origin: Origin, at: int
) -> Step | None:
    """Let go of what a purchase holds."""

    def move(before: Account) -> Step:
        return rules.release(before, transaction_id, ask_no=ask_no)

    return _step(connection, account_id, transaction_id, move, origin, at)


def release_all(
    connection: sa.Connection, account_id: str, transaction_id: str, origin: Origin, at: int
) -> bool:
    """The purchase is over, nothing was paid: let go whatever it asked; false if it held nothing."""

    def move(before: Account) -> Step:
        known = before.hold_of(transaction_id)
        return rules.release(before, transaction_id, ask_no=known.ask_no if known is not None else 1)

    step = _step(connection, account_id, transaction_id, move, origin, at)
    return step is not None and step.outcome is Outcome.DONE


def capture(
    connection: sa.Connection,
    account_id: str,
    transaction_id: str,
    amount_minor: int,
    *,
    origin: Origin,
    at: int,
    kind: TakenFor = "capture",
) -> Step | None:
    """Take what a sale was paid with, or what went back of a top-up; what is not there is a loss."""
    return _step(
        connection,
        account_id,
        transaction_id,
        lambda before: rules.capture(before, transaction_id, amount_minor, at=at, kind=kind),
        origin,
        at,
    )


def load(
    connection: sa.Connection,
    account_id: str,
    posting_id: str,
    amount_minor: int,
    limits: ValueLimits | None,
    *,
    origin: Origin,
    at: int,
    kind: Kind = "top_up",
    transaction_id: str = "",
) -> Step | None:
    """Money for the balance. `limits` None: it is paid already."""
    return _once(
        connection,
        account_id,
        posting_id,
        amount_minor,
        lambda before: rules.load(before, posting_id, amount_minor, limits, kind=kind),
        origin,
        at,
        transaction_id,
    )


def refund(
    connection: sa.Connection,
    account_id: str,
    posting_id: str,
    amount_minor: int,
    *,
    origin: Origin,
    at: int,
    transaction_id: str = "",
) -> Step | None:
    """A sale gives back to the balance."""
    return _once(
        connection,
        account_id,
        posting_id,
        amount_minor,
        lambda before: rules.refund(before, posting_id, amount_minor),
        origin,
        at,
        transaction_id,
    )


def adjust(
    connection: sa.Connection,
    account_id: str,
    posting_id: str,
    change_minor: int,
    limits: ValueLimits,
    *,
    origin: Origin,
    at: int,
) -> Step | None:
    """Staff put a balance right; `origin` says who and why."""
    require(origin.who != "" and origin.why != "", "an adjustment says by whom and why")
    return _once(
        connection,
        account_id,
        posting_id,
        change_minor,
        lambda before: rules.adjust(before, posting_id, change_minor, limits),
        origin,
        at,
    )


def sweep(connection: sa.Connection, *, at: int) -> int:
    """Let holds end whose time is over, take what expired; of how many accounts. Repeat while SWEEP_MAX."""
    table, over = value_account, value_hold
    late = (
        sa.select(over.c.account_id).where(over.c.state == "held", over.c.held_until <= at).limit(SWEEP_MAX)
    )
    ended = (
        sa.select(table.c.account_id)
        .where(
            table.c.balance_minor > table.c.held_minor,
            sa.or_(table.c.expires_at.between(1, at), table.c.state == "closed"),
        )
        .limit(SWEEP_MAX)
    )
    both = {*connection.execute(late).scalars(), *connection.execute(ended).scalars()}
    found = sorted(both)[:SWEEP_MAX]
    for account_id in found:
        close_out(connection, account_id, at=at)
    return len(found)


def close_out(connection: sa.Connection, account_id: str, *, at: int) -> Step | None:
    """Let holds end whose time is over; of an expired or closed account take what is free."""
    store_id = connection.execute(
        sa.select(value_account.c.issued_in).where(value_account.c.account_id == account_id)
    ).scalar()
    origin = Origin(store_id=store_id or "", who="service")
    name = f"expire:{at}"
    return _step(connection, account_id, "", lambda before: rules.expire(before, name, at=at), origin, at)


# --- one step --------------------------------------------------------------------------------------------


def _once(
    connection: sa.Connection,
    account_id: str,
    posting_id: str,
    change_minor: int,
    move: Callable[[Account], Step],
    origin: Origin,
    at: int,
    transaction_id: str = "",
) -> Step | None:
    """A step that books one posting of the caller's name, unless it is booked."""

    def decide(before: Account) -> Step:
        booked = connection.execute(
            sa.select(value_entry.c.amount_minor).where(
                value_entry.c.account_id == account_id,
                value_entry.c.posting_id == posting_id,
                value_entry.c.book == "balance",
            )
        ).scalar()
        if booked is None:
            return move(before)
        outcome = Outcome.ALREADY_DONE if booked == change_minor else Outcome.CONTRADICTS
        return Step(account=before, outcome=outcome, amount_minor=abs(booked))

    return _step(connection, account_id, transaction_id, decide, origin, at)


def _step(
    connection: sa.Connection,
    account_id: str,
    transaction_id: str,
    move: Callable[[Account], Step],
    origin: Origin,
    at: int,
) -> Step | None:
    row = connection.execute(
        # the row is locked: two steps of one account wait for each other
        sa.update(value_account)
        .where(value_account.c.account_id == account_id)
        .values(version=value_account.c.version + 1)
        .returning(*value_account.c)
    ).one_or_none()
    if row is None:
        return None
    before = read_account(connection, row, transaction_id)
    step = move(before)
    if step.account != before:
        _write(connection, before, step, transaction_id, origin, at)
    return step


def read_account(connection: sa.Connection, row: Any, transaction_id: str = "") -> Account:
    """An account's row as the rules know it, with its open holds and that of a purchase."""
    holds = connection.execute(
        sa.select(value_hold)
        .where(
            value_hold.c.account_id == row.account_id,
            sa.or_(value_hold.c.state == "held", value_hold.c.transaction_id == transaction_id),
        )
        .order_by(value_hold.c.held_until, value_hold.c.transaction_id)
    )
    return Account(
        account_id=row.account_id,
        kind=row.kind,
        currency=row.currency,
        balance_minor=row.balance_minor,
        state=row.state,
        short_minor=row.short_minor,
        expires_at=row.expires_at,
        holds=tuple(
            Hold(
                transaction_id=one.transaction_id,
                amount_minor=one.amount_minor,
                until=one.held_until,
                ask_no=one.ask_no,
                state=one.state,
                captured_minor=one.captured_minor,
            )
            for one in holds
        ),
    )


def _write(
    connection: sa.Connection, before: Account, step: Step, transaction_id: str, origin: Origin, at: int
) -> None:
    table, after = value_account, step.account
    change = sum(posting.change_minor for posting in step.postings)
    require(before.balance_minor + change == after.balance_minor, "a balance changes by its postings")
    written = connection.execute(
        sa.update(table)
        .where(
            table.c.account_id == after.account_id,
            table.c.balance_minor + change >= after.held_minor,
            table.c.balance_minor + change >= 0,
        )
        .values(
            balance_minor=table.c.balance_minor + change,
            held_minor=after.held_minor,
            short_minor=after.short_minor,
            changed_at=at,
        )
    )
    require(written.rowcount == 1, "a balance covers what is held, and is never negative")
    for posting in step.postings:
        connection.execute(
            sa.insert(value_entry),
            [
                {
                    "account_id": after.account_id,
                    "posting_id": posting.posting_id,
                    "book": leg.book,
                    "kind": posting.kind,
                    "amount_minor": leg.amount_minor,
                    "transaction_id": transaction_id,
                    "booked_in": origin.store_id,
                    "terminal_id": origin.terminal_id,
                    "booked_by": origin.who,
                    "why": origin.why[:WHY_MAX],
                    "booked_at": at,
                }
                for leg in posting.legs
            ],
        )
    known = {one.transaction_id: one for one in before.holds}
    for one in after.holds:
        if known.get(one.transaction_id) != one:
            _write_hold(
                connection, after.account_id, one, origin, at, is_own=one.transaction_id == transaction_id
            )


def _write_hold(
    connection: sa.Connection, account_id: str, one: Hold, origin: Origin, at: int, *, is_own: bool
) -> None:
    values: dict[str, Any] = {
        "state": one.state,
        "amount_minor": one.amount_minor,
        "captured_minor": one.captured_minor,
        "ask_no": one.ask_no,
        "held_until": one.until,
        "changed_at": at,
    }
    place = {"booked_in": origin.store_id, "terminal_id": origin.terminal_id}
    connection.execute(
        insert(connection, value_hold)
        .values(account_id=account_id, transaction_id=one.transaction_id, **values, **place)
        .on_conflict_do_update(
            index_elements=["account_id", "transaction_id"], set_=values | (place if is_own else {})
        )
    )
