"""What may come back of a sale: found, held for one return at a time, let go, or given as its journal tells.

Every step locks the sale's row first, so that of two lanes that ask at once each is given only what is left.
What is left is what was sold, less what was given, less what is held.

Source: docs/protocol.md, "Returns"; `retail.giving_back`.
Invariants: a name is answered once, and the same for ever; a hold has no end of its own: the journal of its
return ends it, the lane, or a person.
"""

from collections.abc import Callable, Mapping, Sequence

import msgspec
import sqlalchemy as sa

from retail import giving_back
from retail.giving_back import Left
from retail.wire.returns import (
    ClaimReturn,
    ReturnedLine,
    ReturnHold,
    ReturnPart,
    SoldLine,
    SoldSale,
    SoldTender,
)
from store.data import upsert
from store.data.clock import SECOND, from_iso
from store.data.journals import sold as selling
from store.data.journals.sold import Paid, Sold
from store.data.schema.ingest import envelope
from store.data.schema.returns import return_claim, return_line, return_sale, return_tender
from store.data.schema.sales import lane_event, sale, sale_tender
from store.data.stored_value import load_back
from store.data.stored_value.value import Origin

TOKEN_MIN = 6
"""Characters of a transaction's name that may be typed: its last ones."""
END_DAYS = 120
"""A sale older than this is found by its whole name only."""
MATCHES_MAX = 2
_COUNTS = ("held", "given")
ELSEWHERE, NOTHING_LEFT, NO_SALE, NOTHING = (
    "returned_elsewhere",
    "nothing_left_to_return",
    "no_such_sale",
    "nothing_to_return",
)
"""Why not, in the words lanes know."""

AccountOf = Callable[[sa.Connection, Paid], str]
"""Finds the account of stored value that was taken without asking."""


class Original(msgspec.Struct, frozen=True, kw_only=True):
    """A sale that was found."""

    sold: Sold
    envelope_id: str
    terminal_id: str
    lane: str
    number: int
    member_id: str


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What is held or was given of a sale."""

    lines: Mapping[int, tuple[int, int]]
    """Line to units and money."""
    tenders: Mapping[str, tuple[int, int]]
    """Tender to money and points."""


# --- finding -----------------------------------------------------------------------------------------------


def original(connection: sa.Connection, store_id: str, transaction_id: str) -> Original | None:
    """The sale of this name, if it was one of this store and counts."""
    return _original(connection, store_id, sale.c.transaction_id == transaction_id)


def find(connection: sa.Connection, store_id: str, token: str, at: int) -> Original | None:
    """The sale a receipt is of, by its whole name, or by the end of it where that tells one apart."""
    wanted = token.strip()
    if len(wanted) < TOKEN_MIN or not wanted.isprintable():
        return None
    found = original(connection, store_id, wanted) or original(connection, store_id, wanted.lower())
    if found is not None:
        return found
    since = at - END_DAYS * 86_400 * SECOND
    ends = sa.func.lower(sale.c.transaction_id).endswith(wanted.lower(), autoescape=True)
    return _original(connection, store_id, sa.and_(sale.c.started_at >= since, ends))


def _original(connection: sa.Connection, store_id: str, which: sa.ColumnElement[bool]) -> Original | None:
    rows = connection.execute(
        sa.select(sale.c.envelope_id, sale.c.terminal_id, sale.c.lane, sale.c.number, sale.c.member_id)
        .where(sale.c.store_id == store_id, sale.c.outcome.in_(("sold", "loaded")), which)
        .limit(MATCHES_MAX)
    ).all()
    if len(rows) != 1:
        return None
    (row,) = rows
    raw = connection.execute(
        sa.select(envelope.c.body).where(envelope.c.store_id == store_id, envelope.c.id == row.envelope_id)
    ).scalar()
    sold = selling.read(bytes(raw)) if raw is not None else None
    return Original(sold=sold, **row._mapping) if sold is not None else None


def with_accounts(connection: sa.Connection, found: Original, account_of: AccountOf) -> Original:
    """The same, each stored value with its account."""
    tenders = tuple(
        msgspec.structs.replace(one, account_id=account_of(connection, one))
        if one.tender == "value" and not one.account_id
        else one
        for one in found.sold.tenders
    )
    changed = msgspec.structs.replace(found.sold, tenders=tenders)
    return msgspec.structs.replace(found, sold=changed)


def taken_of(connection: sa.Connection, store_id: str, transaction_id: str) -> Taken:
    """What is held or was given of a sale."""

    def summed(table: sa.Table, key: str, *columns: str) -> dict[object, tuple[int, int]]:
        rows = connection.execute(
            sa.select(table.c[key], *(sa.func.sum(table.c[name]) for name in columns))
            .select_from(
                table.join(
                    return_claim,
                    sa.and_(
                        return_claim.c.store_id == table.c.store_id,
                        return_claim.c.return_id == table.c.return_id,
                    ),
                )
            )
            .where(
                table.c.store_id == store_id,
                return_claim.c.store_id == store_id,
                return_claim.c.of_transaction_id == transaction_id,
                return_claim.c.state.in_(_COUNTS),
            )
            .group_by(table.c[key])
        )
        return {row[0]: (int(row[1]), int(row[2])) for row in rows}

    lines = summed(return_line, "line_id", "quantity", "amount_minor")
    tenders = summed(return_tender, "tender_key", "amount_minor", "points")
    return Taken(
        lines={int(str(key)): value for key, value in lines.items()},
        tenders={str(key): value for key, value in tenders.items()},
    )


def told(found: Original, taken: Taken, token: str) -> SoldSale:
    """The sale as a lane is told of it."""
    lines = lines_left(found.sold, taken)
    tenders = tuple(
        SoldTender(
            tender=one.tender,
            attempt_id=one.attempt_id,
            amount_minor=one.amount_minor,
            left_minor=_left(one, taken).left_minor,
            card=one.card,
            wallet=one.wallet,
            account_id=one.account_id,
            last_digits=one.last_digits,
            points=_left(one, taken).points,
        )
        for one in found.sold.tenders
    )
    return SoldSale(
        token=token,
        verdict="held" if any(line.left for line in lines) else "used",
        transaction_id=found.sold.transaction_id,
        number=found.number,
        lane=found.lane,
        sold_at=found.sold.started_at,
        currency=found.sold.currency,
        lines=lines,
        tenders=tenders,
        account_id=found.sold.account_id,
    )


def lines_left(sold: Sold, taken: Taken) -> tuple[SoldLine, ...]:
    """The lines of a sale with what is left of each."""
    found = []
    for line in sold.lines:
        units, given = taken.lines.get(line.line_id, (0, 0))
        left = giving_back.left_of(line.unit_minor, units, given)
        found.append(msgspec.structs.replace(line, left=len(left), unit_minor=left))
    return tuple(found)


def _left(one: Paid, taken: Taken) -> Left:
    amount, points = taken.tenders.get(one.key, (0, 0))
    return Left(
        key=one.key,
        tender=one.tender,
        left_minor=max(0, one.amount_minor - amount),
        points=max(0, one.points - points),
    )


# --- holding -----------------------------------------------------------------------------------------------


def lock(connection: sa.Connection, store_id: str, transaction_id: str) -> None:
    """Nobody else changes what is held or given of this sale before this transaction ends."""
    fresh = upsert.insert(connection, return_sale).values(
        store_id=store_id, transaction_id=transaction_id, version=1
    )
    connection.execute(
        fresh.on_conflict_do_update(
            index_elements=["store_id", "transaction_id"], set_={"version": return_sale.c.version + 1}
        )
    )


def claim(
    connection: sa.Connection,
    store_id: str,
    terminal_id: str,
    asked: ClaimReturn,
    found: Original | None,
    at: int,
) -> ReturnHold:
    """Hold these units for one return, or say why not; a hold is answered the same again."""
    if found is None:
        return refused(asked.return_id, NO_SALE)
    lock(connection, store_id, asked.of_transaction_id)
    known = connection.execute(
        sa.select(return_claim).where(
            return_claim.c.store_id == store_id, return_claim.c.return_id == asked.return_id
        )
    ).one_or_none()
    if known is not None:
        is_same = (known.terminal_id, known.of_transaction_id) == (terminal_id, asked.of_transaction_id)
        if known.state == "released" or not is_same:
            return refused(asked.return_id, NOTHING)
        return msgspec.json.decode(known.answer, type=ReturnHold)
    _supersede(connection, store_id, terminal_id, asked.return_id, at)
    taken = taken_of(connection, store_id, asked.of_transaction_id)
    worth = _worth(lines_left(load_back.within_balance(connection, found.sold), taken), asked.lines)
    if worth is None:
        return ReturnHold(return_id=asked.return_id, verdict="used", reason=ELSEWHERE)
    amount = sum(minor for _, minor in worth.values())
    tenders = {one.key: one for one in found.sold.tenders}
    parts = giving_back.shares(amount, [_left(one, taken) for one in found.sold.tenders])
    if not parts:
        return refused(asked.return_id, NOTHING)
    origin = Origin(store_id=store_id, terminal_id=terminal_id)
    if found.sold.account_id and not load_back.hold(
        connection, found.sold, asked.return_id, amount, origin, at
    ):
        return ReturnHold(return_id=asked.return_id, verdict="used", reason=NOTHING_LEFT)
    hold = ReturnHold(
        return_id=asked.return_id,
        verdict="held",
        amount_minor=amount,
        parts=tuple(
            _part(connection, store_id, terminal_id, found, tenders[part.key], part) for part in parts
        ),
    )
    _put(connection, store_id, terminal_id, asked, found.sold.currency, hold, at)
    _put_parts(
        connection,
        store_id,
        asked.return_id,
        [(line_id, quantity, minor, 0) for line_id, (quantity, minor) in worth.items()],
        [(part.key, part.amount_minor, part.points) for part in parts],
    )
    return hold


def refused(return_id: str, reason: str) -> ReturnHold:
    """Nothing is held."""
    return ReturnHold(return_id=return_id, verdict="refused", reason=reason)


def _worth(lines: Sequence[SoldLine], asked: Sequence[ReturnedLine]) -> dict[int, tuple[int, int]] | None:
    """Units and money of each line asked for; None if they are not all left."""
    known = {line.line_id: line for line in lines}
    found: dict[int, tuple[int, int]] = {}
    for one in asked:
        line = known.get(one.line_id)
        if line is None or one.line_id in found or one.quantity > line.left:
            return None
        found[one.line_id] = (one.quantity, sum(line.unit_minor[: one.quantity]))
    return found


def _part(
    connection: sa.Connection,
    store_id: str,
    terminal_id: str,
    found: Original,
    paid: Paid,
    part: giving_back.Share,
) -> ReturnPart:
    card = paid.card
    is_whole = card is not None and part.amount_minor == paid.amount_minor
    if (
        not is_whole
        or card is None
        or not _is_at_hand(connection, store_id, terminal_id, found, card.terminal_id)
    ):
        card = None
    return ReturnPart(
        tender=paid.tender,
        amount_minor=part.amount_minor,
        attempt_id=paid.attempt_id,
        card=card,
        wallet=paid.wallet,
        account_id=paid.account_id,
        last_digits=paid.last_digits,
        points=part.points,
    )


def _is_at_hand(
    connection: sa.Connection, store_id: str, terminal_id: str, found: Original, card_terminal: str
) -> bool:
    """Whether the lane's card terminal took the payment and has not closed its day since."""
    since = from_iso(found.sold.started_at)
    newest = connection.execute(
        sa.select(sale_tender.c.card_terminal)
        .select_from(
            sale.join(
                sale_tender,
                sa.and_(
                    sale_tender.c.store_id == sale.c.store_id,
                    sale_tender.c.envelope_id == sale.c.envelope_id,
                ),
            )
        )
        .where(
            sale.c.store_id == store_id,
            sale.c.started_at >= since,
            sale.c.terminal_id == terminal_id,
            sale_tender.c.store_id == store_id,
            sale_tender.c.kind == "card",
            sale_tender.c.card_terminal != "",
        )
        .order_by(sale_tender.c.paid_at.desc())
        .limit(1)
    ).scalar()
    if not card_terminal or newest != card_terminal:
        return False
    closed = connection.execute(
        sa.select(lane_event.c.at)
        .where(
            lane_event.c.store_id == store_id,
            lane_event.c.terminal_id.in_({terminal_id, found.terminal_id}),
            lane_event.c.at >= since,
            lane_event.c.event == "TerminalDayClosed",
            lane_event.c.subject == "closed",
        )
        .limit(1)
    ).scalar()
    return closed is None


def _put(
    connection: sa.Connection,
    store_id: str,
    terminal_id: str,
    asked: ClaimReturn,
    currency: str,
    hold: ReturnHold,
    at: int,
) -> None:
    row = new_row(store_id, asked.return_id, asked.of_transaction_id, terminal_id, at)
    row |= {
        "state": "held",
        "amount_minor": hold.amount_minor,
        "currency": currency,
        "by": asked.by,
        "why": asked.why,
        "answer": msgspec.json.encode(hold),
    }
    connection.execute(sa.insert(return_claim).values(**row))


def new_row(
    store_id: str, return_id: str, of_transaction_id: str, terminal_id: str, at: int
) -> dict[str, object]:
    """A claim of which nothing is known yet."""
    return {
        "store_id": store_id,
        "return_id": return_id,
        "of_transaction_id": of_transaction_id,
        "terminal_id": terminal_id,
        "state": "released",
        "amount_minor": 0,
        "given_minor": 0,
        "currency": "",
        "by": "",
        "why": "",
        "answer": b"",
        "made_at": at,
        "changed_at": at,
        "transaction_id": "",
        "envelope_id": "",
        "released_by": "",
        "look": "",
        "looked_by": "",
        "looked_at": 0,
    }


def put_parts(
    connection: sa.Connection,
    store_id: str,
    return_id: str,
    lines: Sequence[tuple[int, int, int, int]],
    tenders: Sequence[tuple[str, int, int]],
) -> None:
    """Replace what a claim holds: lines as (line, units, money, of it for goods), tenders as
    (key, money, points)."""
    for table in (return_line, return_tender):
        connection.execute(
            sa.delete(table).where(table.c.store_id == store_id, table.c.return_id == return_id)
        )
    _put_parts(connection, store_id, return_id, lines, tenders)


def _put_parts(
    connection: sa.Connection,
    store_id: str,
    return_id: str,
    lines: Sequence[tuple[int, int, int, int]],
    tenders: Sequence[tuple[str, int, int]],
) -> None:
    own = {"store_id": store_id, "return_id": return_id}
    names = ("line_id", "quantity", "amount_minor", "goods_minor")
    if lines:
        rows = [own | dict(zip(names, line, strict=True)) for line in lines]
        connection.execute(sa.insert(return_line), rows)
    if tenders:
        keys = ("tender_key", "amount_minor", "points")
        parts = [own | dict(zip(keys, part, strict=True)) for part in tenders]
        connection.execute(sa.insert(return_tender), parts)


# --- letting go --------------------------------------------------------------------------------------------


def release(connection: sa.Connection, store_id: str, terminal_id: str, return_id: str, at: int) -> bool:
    """The lane gave nothing back, and will not. Told before its question, the question comes too late."""
    load_back.let_go(connection, [return_id], Origin(store_id=store_id, terminal_id=terminal_id), at)
    done = connection.execute(
        _of_lane(store_id, terminal_id)
        .where(return_claim.c.return_id == return_id)
        .values(state="released", released_by="lane", changed_at=at)
    )
    if done.rowcount:
        return True
    row = new_row(store_id, return_id, "", terminal_id, at) | {"released_by": "lane"}
    connection.execute(upsert.insert(connection, return_claim).values(**row).on_conflict_do_nothing())
    return False


def release_asked(
    connection: sa.Connection, store_id: str, terminal_id: str, return_ids: Sequence[str], at: int
) -> None:
    """The journal tells that nothing came of these."""
    if return_ids:
        load_back.let_go(connection, return_ids, Origin(store_id=store_id, terminal_id=terminal_id), at)
        connection.execute(
            _of_lane(store_id, terminal_id)
            .where(return_claim.c.return_id.in_(list(return_ids)))
            .values(state="released", released_by="journal", changed_at=at)
        )


def _supersede(connection: sa.Connection, store_id: str, terminal_id: str, return_id: str, at: int) -> None:
    """A return asks again only if it was told nothing of its question before: that one is held for nobody."""
    named, dash, _ = return_id.rpartition("-")
    if dash and named:
        ended = connection.execute(
            _of_lane(store_id, terminal_id)
            .where(return_claim.c.return_id.startswith(named + dash, autoescape=True))
            .values(state="released", released_by="lane", changed_at=at)
            .returning(return_claim.c.return_id)
        )
        names = [str(one) for one in ended.scalars()]
        load_back.let_go(connection, names, Origin(store_id=store_id, terminal_id=terminal_id), at)


def _of_lane(store_id: str, terminal_id: str) -> sa.Update:
    return sa.update(return_claim).where(
        return_claim.c.store_id == store_id,
        return_claim.c.terminal_id == terminal_id,
        return_claim.c.state == "held",
    )
