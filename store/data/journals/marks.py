"""Which terms a sale was priced by: the mark in its journal, found again in the history of the feed.

A mark names positions of feeds (`retail.wire.replica.prices_mark`), and every change of offers and terms is
kept with the position it was published at. So the terms of any moment can be put together again, also for a
lane that comes back after days without a link, and nobody has to keep a list of marks.

Not told: marks of data read from files; of an older feed epoch (the service was restored since: positions
may have been given twice); of positions before the history begins.

Source: docs/protocol.md, "Marks"; docs/store.md, "Projection".
Invariants: the terms of a mark are the bytes the lane had; what cannot be told is None, never a guess.
"""

from collections.abc import Mapping, Sequence

import msgspec
import sqlalchemy as sa

from retail.wire.bodies import OFFER_KIND, TERMS_KIND
from retail.wire.replica import MARK_EPOCH_LENGTH, read_mark
from store.data.goods import catalogue, changes
from store.data.replication import feed
from store.data.replication.feed import scopes_of, store_scope
from store.data.schema.catalogue import change, change_row


class TermsState(msgspec.Struct, frozen=True, kw_only=True):
    """A state of a store's terms. Marks that differ in other things (members, say) have the same one."""

    store_id: str
    feed_epoch: str
    heads: tuple[tuple[str, int], ...]
    """Scope to the head of its newest change a lane had seen."""


def state_of(connection: sa.Connection, store_id: str, terminal_id: str, mark: str) -> TermsState | None:
    """The state a lane's mark names; None if it cannot be told."""
    named = read_mark(mark)
    known = scopes_of(store_id, terminal_id)
    if named is None or store_scope(store_id) not in named or not named.keys() <= set(known):
        return None
    heads: list[tuple[str, int]] = []
    feed_epoch = ""
    for scope, (told_epoch, pos) in sorted(named.items()):
        head = feed.read_head(connection, store_id, scope)
        if head is None or head.feed_epoch[-MARK_EPOCH_LENGTH:] != told_epoch or pos > head.head:
            return None
        before = _head_before(connection, store_id, scope, pos)
        if before is None:
            return None
        feed_epoch = head.feed_epoch
        heads.append((scope, before))
    return TermsState(store_id=store_id, feed_epoch=feed_epoch, heads=tuple(heads))


def terms_of(connection: sa.Connection, state: TermsState) -> bytes:
    """The terms of a state as one file (`retail.terms.read_terms`); empty: it had none."""
    pieces: dict[tuple[str, str], bytes] = {}
    heads: Mapping[str, int] = dict(state.heads)
    for scope, head in heads.items():
        pieces |= _at_head(connection, state.store_id, scope, (TERMS_KIND, OFFER_KIND), head=head)
    return catalogue.joined(pieces) if pieces else b""


def _head_before(connection: sa.Connection, store_id: str, scope: str, pos: int) -> int | None:
    """The newest change a lane at a position of a scope has seen, by its head; 0: there was never any.

    None: it cannot be told, because the history does not go back so far. Two positions with the same answer
    have the same data of every kind that is changed with its history.
    """
    mine = (
        change.c.store_id == feed.owner_of(store_id, scope),
        change.c.scope == scope,
        change.c.state == "published",
    )
    newest = sa.select(sa.func.max(change.c.head)).where(*mine, change.c.head <= pos)
    found = connection.execute(newest).scalar()
    others = sa.select(change.c.change_id).where(*mine)
    if found is not None:
        others = others.where(change.c.head.is_(None))
    if connection.execute(others.limit(1)).first() is not None:
        return None
    return int(found or 0)


def _at_head(
    connection: sa.Connection, store_id: str, scope: str, kinds: Sequence[str], *, head: int
) -> dict[tuple[str, str], bytes]:
    """What rows of these kinds were when a scope's head was here: (kind, key) to body."""
    rows = connection.execute(
        sa.select(change_row.c.kind, change_row.c.key, change_row.c.is_deleted, change_row.c.body)
        .select_from(change_row.join(change, changes.same_change()))
        .where(
            change_row.c.store_id == feed.owner_of(store_id, scope),
            change_row.c.scope == scope,
            change_row.c.kind.in_(list(kinds)),
            change.c.state == "published",
            change.c.head <= head,
        )
        .order_by(change.c.head, change.c.changed_at, change.c.change_id)
    )
    return changes.last_said(rows)
