"""Which purchases somebody looks at before the exit opens, and that they have.

A purchase is drawn when it first asks to leave, so that nobody knows beforehand; or its lane ended it while
something that stops paying was still open; or, where the shop wants it, its receipt was not proven to be
printed. A purchase that is not drawn leaves at once, so there is one draw for each.

Source: docs/gate.md, "A look before it opens".
Invariants: once drawn it stays so until a person says they looked; one look lets it leave once.
"""

import secrets
from collections.abc import Callable

import msgspec
import sqlalchemy as sa

from retail.check import require
from retail.interventions.kinds import KINDS
from retail.interventions.words import Blocks, Scope
from store.data import upsert
from store.data.lanes import events
from store.data.schema.attention import intervention_event
from store.data.schema.gate import exit_check, exit_opening

KIND = "gate"
"""Of the event, as of what gates do."""
PERMILLE = 1000
LISTED_MAX = 50
WHO_MAX = 80
SHOWN_US = 30 * 60 * 1_000_000
"""Who did not wait for the look is not listed longer; the code stays shut until somebody has looked."""
UNPROVEN = frozenset({"unproven", "unknown"})
STOPS = frozenset(
    word for word, kind in KINDS.items() if kind.scope is not Scope.LANE and kind.blocks is not Blocks.NOTHING
)
"""What has to be settled before a purchase is paid."""


class LookRules(msgspec.Struct, frozen=True, kw_only=True):
    """What the shop looks at."""

    drawn_permille: int = 0
    open_interventions: bool = True
    unproven_receipts: bool = False

    def __post_init__(self) -> None:
        require(0 <= self.drawn_permille <= PERMILLE, "a share is up to a thousand of a thousand")


NOTHING_DRAWN = LookRules()


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """A purchase that waits for a look."""

    transaction_id: str
    gate_id: str
    why: str
    """`drawn`, `intervention` or `receipt`."""
    asked_at: int


class Purchase(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked about."""

    transaction_id: str
    envelope_id: str
    receipt: str


def looked_at(connection: sa.Connection, store_id: str, transaction_id: str) -> int:
    """When somebody looked; 0: nobody has."""
    query = sa.select(exit_check.c.looked_at).where(*_one(store_id, transaction_id))
    return connection.execute(query).scalar() or 0


def is_due(
    connection: sa.Connection,
    store_id: str,
    gate_id: str,
    purchase: Purchase,
    rules: LookRules,
    at: int,
    *,
    draw: Callable[[int], int] = secrets.randbelow,
) -> bool:
    """Whether somebody has to look first. Asking draws; what is drawn is kept."""
    found = connection.execute(
        sa.select(exit_check.c.looked_at).where(*_one(store_id, purchase.transaction_id))
    ).one_or_none()
    if found is not None:
        return not found.looked_at
    why = _why(connection, store_id, purchase, rules, draw)
    if not why:
        return False
    connection.execute(
        upsert.insert(connection, exit_check)
        .values(
            store_id=store_id,
            transaction_id=purchase.transaction_id,
            gate_id=gate_id,
            why=why,
            asked_at=at,
            looked_by="",
            looked_at=0,
        )
        .on_conflict_do_nothing()
    )
    return True


def looked(connection: sa.Connection, store_id: str, transaction_id: str, who: str, at: int) -> bool:
    """Somebody has looked into the bag; false if none is due, or a colleague was first."""
    result = connection.execute(
        sa.update(exit_check)
        .where(*_one(store_id, transaction_id), exit_check.c.looked_at == 0)
        .values(looked_by=who[:WHO_MAX], looked_at=at)
    )
    if result.rowcount == 1:
        events.publish(connection, store_id, KIND, transaction_id, {"looked": True}, at)
    return result.rowcount == 1


def due(connection: sa.Connection, store_id: str, at: int) -> list[Due]:
    """Those that wait now, the oldest first."""
    has_left = sa.exists().where(
        exit_opening.c.store_id == exit_check.c.store_id,
        exit_opening.c.transaction_id == exit_check.c.transaction_id,
    )
    rows = connection.execute(
        sa.select(*(exit_check.c[name] for name in Due.__struct_fields__))
        .where(
            exit_check.c.store_id == store_id,
            exit_check.c.looked_at == 0,
            exit_check.c.asked_at > at - SHOWN_US,
            sa.not_(has_left),
        )
        .order_by(exit_check.c.asked_at, exit_check.c.transaction_id)
        .limit(LISTED_MAX)
    )
    return [Due(**row) for row in rows.mappings()]


def _why(
    connection: sa.Connection,
    store_id: str,
    purchase: Purchase,
    rules: LookRules,
    draw: Callable[[int], int],
) -> str:
    if rules.open_interventions and _ended_open(connection, store_id, purchase.envelope_id):
        return "intervention"
    if rules.unproven_receipts and purchase.receipt in UNPROVEN:
        return "receipt"
    return "drawn" if draw(PERMILLE) < rules.drawn_permille else ""


def _ended_open(connection: sa.Connection, store_id: str, envelope_id: str) -> bool:
    """Whether the purchase ended with something open that has to be settled first.

    What is open at the end is cleared as `ended` by the lane, in the same envelope.
    """
    raised, cleared = intervention_event.alias(), intervention_event.alias()
    settled = sa.exists().where(
        cleared.c.store_id == raised.c.store_id,
        cleared.c.envelope_id == raised.c.envelope_id,
        cleared.c.intervention_no == raised.c.intervention_no,
        cleared.c.event == "cleared",
        cleared.c.how != "ended",
    )
    query = sa.select(raised.c.number).where(
        raised.c.store_id == store_id,
        raised.c.envelope_id == envelope_id,
        raised.c.event == "raised",
        raised.c.kind.in_(sorted(STOPS)),
        sa.not_(settled),
    )
    return connection.execute(query.limit(1)).scalar() is not None


def _one(store_id: str, transaction_id: str) -> tuple[sa.ColumnElement[bool], ...]:
    return exit_check.c.store_id == store_id, exit_check.c.transaction_id == transaction_id
