"""What leads to an account: gift cards by a keyed hash, members by a row of their own; PINs; who may use it.

A card's number is known to whoever holds the card. The service keeps a hash of the hash lanes ask with, under
a key that is not in the database, and its last four digits. A PIN, where a card has one, is an argon2id hash;
each try is counted before it is compared.

Source: docs/stored-value.md, "Numbers"; docs/security.md.
Invariants: a number leads to one account, a member to one; a member who is forgotten leaves an account that
leads to nobody, and what was on it stands in the book `unclaimed`.
"""

from typing import Any

import msgspec
import sqlalchemy as sa

from retail.stored_value.account import AccountKind
from retail.stored_value.limits import ValueLimits
from store.data.clock import SECOND
from store.data.ids import new_id
from store.data.schema.members import member
from store.data.schema.value import value_account, value_card, value_owner
from store.data.stored_value import value
from store.data.stored_value.value import Origin
from store.data.upsert import insert
from store.identity import lockout
from store.identity.lockout import Tries
from store.identity.vault import Vault

PURPOSE = "gift-card"
DAY_US = 24 * 3600 * SECOND


class TakenError(Exception):
    """There is a card of this number."""


class RefusedError(Exception):
    """The shop's limits do not allow it; the message says which."""


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """A try at a PIN, counted already."""

    account_id: str
    pin_hash: str
    is_locked: bool


def lookup_of(vault: Vault, card_key: str) -> str:
    """How a card stands in the table: a keyed hash of what lanes ask with."""
    return vault.mac(PURPOSE, card_key)


def find_card(connection: sa.Connection, lookup: str) -> str | None:
    """The account of a card."""
    return connection.execute(
        sa.select(value_card.c.account_id).where(value_card.c.lookup == lookup)
    ).scalar()


def find_member(connection: sa.Connection, member_id: str) -> str | None:
    """The account of a member's balance; None: they have none."""
    return connection.execute(
        sa.select(value_owner.c.account_id).where(value_owner.c.member_id == member_id)
    ).scalar()


def exists(connection: sa.Connection, account_id: str) -> bool:
    """Whether there is such an account."""
    query = sa.select(value_account.c.account_id).where(value_account.c.account_id == account_id)
    return connection.execute(query).scalar() is not None


def issue(
    connection: sa.Connection,
    lookup: str,
    last_digits: str,
    amount_minor: int,
    limits: ValueLimits,
    *,
    currency: str,
    origin: Origin,
    at: int,
    pin_hash: str = "",
    account_id: str = "",
) -> str:
    """A new gift card with money on it; its account. Raises `TakenError`, `RefusedError`.

    `account_id` names the act, where the caller may do it twice: the second is `TakenError`.
    """
    account_id = account_id or f"v-{new_id()}"
    taken = connection.execute(
        insert(connection, value_card)
        .values(lookup=lookup, account_id=account_id)
        .on_conflict_do_nothing()
        .returning(value_card.c.account_id)
    ).scalar()
    if taken is None:
        raise TakenError("there is a card of this number")
    is_new = _open(
        connection,
        account_id,
        "gift",
        currency,
        origin,
        at,
        last_digits=last_digits,
        pin_hash=pin_hash,
        expires_at=at + limits.valid_days * DAY_US if limits.valid_days else 0,
    )
    if not is_new:
        raise TakenError("there is an account of this name")
    step = value.load(
        connection,
        account_id,
        f"{account_id}:issue",
        amount_minor,
        limits,
        origin=origin,
        at=at,
        kind="issue",
    )
    if step is None or not step.outcome.is_success:
        raise RefusedError(
            f"a card is loaded with {limits.load_min_minor} to {limits.load_max_minor} minor units"
        )
    return account_id


def open_member(
    connection: sa.Connection, member_id: str, *, currency: str, origin: Origin, at: int
) -> str | None:
    """The account of a member, made if there is none; None: nobody of this name, or they were erased."""
    known = connection.execute(
        # the row is locked: nobody is forgotten while an account is made
        sa.update(member)
        .where(member.c.member_id == member_id, sa.not_(member.c.is_erased))
        .values(version=member.c.version + 1)
        .returning(member.c.member_id)
    ).scalar()
    if known is None:
        return None
    account_id = f"v-{new_id()}"
    made = connection.execute(
        insert(connection, value_owner)
        .values(member_id=member_id, account_id=account_id, made_at=at)
        .on_conflict_do_nothing()
        .returning(value_owner.c.account_id)
    ).scalar()
    if made is None:
        return find_member(connection, member_id)
    _open(connection, account_id, "member", currency, origin, at)
    return account_id


def unknown(connection: sa.Connection, *, currency: str, origin: Origin, at: int) -> str:
    """Where a store books what its lanes took, unasked, from cards that do not exist."""
    account_id = f"v-unknown-{origin.store_id}"
    _open(connection, account_id, "unknown", currency, origin, at)
    return account_id


def set_blocked(connection: sa.Connection, account_id: str, *, blocked: bool, at: int) -> bool:
    """Let nothing more be held, or let it again; false if that changed nothing."""
    before, after = ("active", "blocked") if blocked else ("blocked", "active")
    result = connection.execute(
        sa.update(value_account)
        .where(
            value_account.c.account_id == account_id,
            value_account.c.state == before,
            value_account.c.kind != "unknown",
        )
        .values(state=after, version=value_account.c.version + 1, changed_at=at, wrong=0, locked_until=0)
    )
    return result.rowcount == 1


def forget_member(connection: sa.Connection, member_id: str, *, at: int) -> None:
    """A member is forgotten: their account leads to nobody and is closed, what is free of it is unclaimed."""
    account_id = find_member(connection, member_id)
    if account_id is None:
        return
    connection.execute(sa.delete(value_owner).where(value_owner.c.member_id == member_id))
    connection.execute(
        sa.update(value_account)
        .where(value_account.c.account_id == account_id)
        .values(state="closed", version=value_account.c.version + 1, changed_at=at)
    )
    value.close_out(connection, account_id, at=at)


# --- PINs ------------------------------------------------------------------------------------------------


def attempt(connection: sa.Connection, account_id: str, *, at: int, is_shown: bool) -> Attempt | None:
    """Count a try at the account's PIN, unless it is locked or none was shown; None: it has no PIN."""
    row = connection.execute(
        # the row is locked: ten tries at once are ten tries
        sa.update(value_account)
        .where(value_account.c.account_id == account_id)
        .values(version=value_account.c.version + 1)
        .returning(value_account.c.pin_hash, value_account.c.wrong, value_account.c.locked_until)
    ).one()
    if not row.pin_hash:
        return None
    tries = Tries(wrong=row.wrong, locked_until=row.locked_until)
    if tries.is_locked(at):
        return Attempt(account_id=account_id, pin_hash=row.pin_hash, is_locked=True)
    if is_shown:
        _count(connection, account_id, lockout.counted(tries, at))
    return Attempt(account_id=account_id, pin_hash=row.pin_hash, is_locked=False)


def pin_was_right(connection: sa.Connection, account_id: str) -> None:
    """Forget wrong tries."""
    _count(connection, account_id, Tries())


def _count(connection: sa.Connection, account_id: str, tries: Tries) -> None:
    connection.execute(
        sa.update(value_account)
        .where(value_account.c.account_id == account_id)
        .values(wrong=tries.wrong, locked_until=tries.locked_until)
    )


def _open(
    connection: sa.Connection,
    account_id: str,
    kind: AccountKind,
    currency: str,
    origin: Origin,
    at: int,
    **more: Any,
) -> bool:
    """Make an account, unless there is one of this name; whether it was made."""
    values = {
        "balance_minor": 0,
        "held_minor": 0,
        "short_minor": 0,
        "expires_at": 0,
        "version": 1,
        "last_digits": "",
        "pin_hash": "",
        "wrong": 0,
        "locked_until": 0,
        **more,
    }
    made = connection.execute(
        insert(connection, value_account)
        .values(
            account_id=account_id,
            kind=kind,
            currency=currency,
            state="active",
            issued_in=origin.store_id,
            made_at=at,
            changed_at=at,
            **values,
        )
        .on_conflict_do_nothing()
        .returning(value_account.c.account_id)
    )
    return made.scalar() is not None
