"""Returns as they ended: what journals say was given beside what was held, and what staff see of them.

A journal is booked whatever was held: the money has gone. Where it tells something else than the hold, or
there was none, a person looks at it.

Source: docs/protocol.md, "Returns"; docs/back-office.md, "Returns".
Invariants: telling it again changes nothing; what was given counts from its journal on, for ever.
"""

from typing import Any, Literal

import msgspec
import sqlalchemy as sa

from retail.giving_back import BackLine, Share
from retail.wire.returns import ReturnedLine
from store.data import upsert
from store.data.journals import returns
from store.data.schema.returns import return_claim, return_line, return_tender
from store.data.schema.sales import sale
from store.data.stored_value import load_back
from store.data.stored_value.value import Origin

Look = Literal["", "unheld", "released", "different", "twice"]
LOOKS: dict[str, str] = {
    "unheld": "It was never held here: the service was restored since, or the lane did not ask.",
    "released": "It had been let go before the lane told that money went back.",
    "different": "The lane gave back something else than was held for it.",
    "twice": "Two transactions tell of the same return.",
}
"""In words for staff."""
LISTED_MAX = 200


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """A return, as its journal tells it."""

    of_transaction_id: str
    transaction_id: str
    asked: tuple[str, ...]
    """Every hold it asked for; of those but the last, nothing came."""
    return_id: str = ""
    """The hold that was given back for; empty: nothing came back."""
    wanted: tuple[ReturnedLine, ...] = ()
    held_minor: int = 0
    given_minor: int = 0
    currency: str = ""
    by: str = ""
    why: str = ""
    lines: tuple[BackLine, ...] = ()
    tenders: tuple[Share, ...] = ()
    account_id: str = ""
    """Of a top-up that went back: the balance it is taken from."""


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A return, as staff see it."""

    return_id: str
    of_transaction_id: str
    terminal_id: str
    state: str
    amount_minor: int
    given_minor: int
    currency: str
    by: str
    why: str
    made_at: int
    changed_at: int
    transaction_id: str
    envelope_id: str
    released_by: str
    look: str
    looked_by: str
    looked_at: int
    sale_envelope_id: str = ""
    """Of the sale; empty: it is not here."""
    sale_number: int = 0

    @property
    def words(self) -> str:
        """Why a person should look at it (English)."""
        return LOOKS.get(self.look, self.look)


COLUMNS = tuple(name for name in Listed.__struct_fields__ if name in return_claim.c)


def settle(
    connection: sa.Connection, store_id: str, terminal_id: str, envelope_id: str, told: Given, at: int
) -> Look:
    """Book what was given for a return; why a person should look at it."""
    returns.lock(connection, store_id, told.of_transaction_id)
    return_id, row = told.return_id, _row(connection, store_id, told.return_id)
    if row is not None and row.state == "given" and row.envelope_id != envelope_id:
        return_id = f"{told.return_id}#{envelope_id}"
        row = _row(connection, store_id, return_id)
        look: Look = "twice"
    elif row is None:
        look = "unheld"
    elif row.envelope_id == envelope_id:
        look = row.look
    else:
        look = _look(connection, store_id, terminal_id, row, told)
    values: dict[str, Any] = {
        "of_transaction_id": told.of_transaction_id,
        "state": "given",
        "amount_minor": told.held_minor,
        "given_minor": told.given_minor,
        "currency": told.currency,
        "transaction_id": told.transaction_id,
        "envelope_id": envelope_id,
        "look": look,
        "changed_at": at,
    }
    fresh = returns.new_row(store_id, return_id, told.of_transaction_id, terminal_id, at)
    fresh |= {"by": told.by, "why": told.why} | values
    connection.execute(
        upsert.insert(connection, return_claim)
        .values(**fresh)
        .on_conflict_do_update(index_elements=["store_id", "return_id"], set_=values)
    )
    returns.put_parts(
        connection,
        store_id,
        return_id,
        [(one.line_id, one.quantity, one.amount_minor, one.goods_minor) for one in told.lines],
        [(one.key, one.amount_minor, one.points) for one in told.tenders],
    )
    return look


def _look(connection: sa.Connection, store_id: str, terminal_id: str, row: sa.Row[Any], told: Given) -> Look:
    if row.state == "released":
        return "released"
    own = (row.terminal_id, row.of_transaction_id, row.amount_minor)
    if own != (terminal_id, told.of_transaction_id, told.held_minor):
        return "different"
    lines = connection.execute(
        sa.select(return_line.c.line_id, return_line.c.quantity).where(
            return_line.c.store_id == store_id, return_line.c.return_id == told.return_id
        )
    ).all()
    if {(line.line_id, line.quantity) for line in lines} != {
        (one.line_id, one.quantity) for one in told.wanted
    }:
        return "different"
    tenders = connection.execute(
        sa.select(return_tender.c.tender_key, return_tender.c.amount_minor).where(
            return_tender.c.store_id == store_id, return_tender.c.return_id == told.return_id
        )
    ).all()
    held = {one.tender_key: one.amount_minor for one in tenders}
    is_within = all(one.amount_minor <= held.get(one.key, 0) for one in told.tenders)
    return "" if is_within else "different"


def goods_given(connection: sa.Connection, store_id: str, of_transaction_id: str, return_id: str) -> int:
    """Money for goods, without deposits, that other returns of a sale gave back."""
    found = connection.execute(
        sa.select(sa.func.sum(return_line.c.goods_minor))
        .select_from(
            return_line.join(
                return_claim,
                sa.and_(
                    return_claim.c.store_id == return_line.c.store_id,
                    return_claim.c.return_id == return_line.c.return_id,
                ),
            )
        )
        .where(
            return_line.c.store_id == store_id,
            return_claim.c.store_id == store_id,
            return_claim.c.of_transaction_id == of_transaction_id,
            return_claim.c.state == "given",
            return_claim.c.return_id != return_id,
        )
    ).scalar()
    return int(found or 0)


# --- what staff see and do ---------------------------------------------------------------------------------


def listed(connection: sa.Connection, store_id: str) -> tuple[Listed, ...]:
    """Returns that wait: held and not finished, and those to be looked at; the oldest first."""
    is_odd = sa.and_(return_claim.c.look != "", return_claim.c.looked_at == 0)
    query = _listed(store_id).where(sa.or_(return_claim.c.state == "held", is_odd))
    rows = connection.execute(query.order_by(return_claim.c.made_at).limit(LISTED_MAX))
    return tuple(Listed(**row._mapping) for row in rows)


def over(connection: sa.Connection, store_id: str, *, limit: int = 30) -> tuple[Listed, ...]:
    """Returns that ended, the latest first; those that came to nothing without a person's doing left out."""
    is_told = sa.or_(
        return_claim.c.state == "given",
        sa.and_(return_claim.c.state == "released", return_claim.c.released_by.not_in(["lane", "journal"])),
    )
    is_seen = sa.or_(return_claim.c.look == "", return_claim.c.looked_at > 0)
    query = _listed(store_id).where(is_told, is_seen)
    rows = connection.execute(query.order_by(return_claim.c.changed_at.desc()).limit(limit))
    return tuple(Listed(**row._mapping) for row in rows)


def of_sale(connection: sa.Connection, store_id: str, transaction_id: str) -> tuple[Listed, ...]:
    """What came back of a sale, or is held, in order."""
    query = _listed(store_id).where(
        return_claim.c.of_transaction_id == transaction_id, return_claim.c.state != "released"
    )
    rows = connection.execute(query.order_by(return_claim.c.made_at).limit(LISTED_MAX))
    return tuple(Listed(**row._mapping) for row in rows)


def _listed(store_id: str) -> sa.Select[Any]:
    joined = return_claim.outerjoin(
        sale,
        sa.and_(
            sale.c.store_id == return_claim.c.store_id,
            sale.c.transaction_id == return_claim.c.of_transaction_id,
            sale.c.outcome == "sold",
        ),
    )
    return (
        sa.select(
            *(return_claim.c[name] for name in COLUMNS),
            sa.func.coalesce(sale.c.envelope_id, "").label("sale_envelope_id"),
            sa.func.coalesce(sale.c.number, 0).label("sale_number"),
        )
        .select_from(joined)
        .where(return_claim.c.store_id == store_id)
    )


def let_go(connection: sa.Connection, store_id: str, return_id: str, who: str, at: int) -> bool:
    """A person knows that nothing was given back; false if it is not held any more."""
    done = connection.execute(
        sa.update(return_claim)
        .where(
            return_claim.c.store_id == store_id,
            return_claim.c.return_id == return_id,
            return_claim.c.state == "held",
        )
        .values(state="released", released_by=who, changed_at=at)
    )
    if done.rowcount == 1:
        load_back.let_go(connection, [return_id], Origin(store_id=store_id, who=who), at)
    return done.rowcount == 1


def looked(connection: sa.Connection, store_id: str, return_id: str, who: str, at: int) -> bool:
    """A person has looked at it; false if there was nothing to look at."""
    done = connection.execute(
        sa.update(return_claim)
        .where(
            return_claim.c.store_id == store_id,
            return_claim.c.return_id == return_id,
            return_claim.c.look != "",
            return_claim.c.looked_at == 0,
        )
        .values(looked_by=who, looked_at=at)
    )
    return done.rowcount == 1


def _row(connection: sa.Connection, store_id: str, return_id: str) -> sa.Row[Any] | None:
    return connection.execute(
        sa.select(return_claim).where(
            return_claim.c.store_id == store_id, return_claim.c.return_id == return_id
        )
    ).one_or_none()
