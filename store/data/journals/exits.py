"""Whether a purchase may leave: once, soon after it was paid, whichever of its codes is shown at which gate.

The opening is a row named after the purchase: of two gates that ask at once one writes it. The question's own
name stands in it, so that a gate whose answer was lost asks again and gets the same.

Source: docs/gate.md.
Invariants: a purchase leaves once; the same question has the same answer; a passage told late is kept as it
was, also where it is the second.
"""

import msgspec
import sqlalchemy as sa

from retail.credential.code import Kind
from retail.credential.gate import GateRules
from retail.credential.trust import Revoked, Trust
from retail.credential.verify import Refused, Till, verify
from retail.wire.gate import AskExit, ExitAnswer, Passage, Reason, receipt_token
from store.data import upsert
from store.data.journals import exit_checks
from store.data.journals.exit_checks import LookRules
from store.data.lanes import events
from store.data.people import credential_keys
from store.data.schema.gate import exit_event, exit_opening, exit_pass
from store.data.schema.returns import return_claim
from store.data.schema.sales import sale

KIND = "gate"
"""Of the event; its key is the gate."""
SECOND = 1_000_000
PASS_S = 3600
KEPT_S = 30 * 86_400
LISTED_MAX = 200
TIDY_MAX = 500
RULES = GateRules()


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A passage, for people."""

    ask_id: str
    gate_id: str
    opened: bool
    reason: str
    detail: str
    transaction_id: str
    at: int


def ask(
    connection: sa.Connection,
    store_id: str,
    gate_id: str,
    asked: AskExit,
    at: int,
    looks: LookRules = exit_checks.NOTHING_DRAWN,
) -> ExitAnswer:
    """Open for this code, or say why not. `looks`: what the shop looks at first."""
    before = connection.execute(
        sa.select(exit_event).where(exit_event.c.store_id == store_id, exit_event.c.ask_id == asked.ask_id)
    ).one_or_none()
    if before is not None:
        return ExitAnswer(opens=before.opened, reason=before.reason, detail=before.detail)
    purchase = _purchase(connection, store_id, asked.code, at)
    if isinstance(purchase, ExitAnswer):
        answer, transaction_id = purchase, ""
    else:
        transaction_id = purchase
        answer = _may_leave(connection, store_id, gate_id, asked.ask_id, transaction_id, looks, at)
    _keep(
        connection,
        store_id,
        Listed(
            ask_id=asked.ask_id,
            gate_id=gate_id,
            opened=answer.opens,
            reason=answer.reason,
            detail=answer.detail,
            transaction_id=transaction_id,
            at=at,
        ),
        at,
    )
    return answer


def report(connection: sa.Connection, store_id: str, gate_id: str, told: Passage, at: int) -> None:
    """Keep what a gate did by itself; a purchase that had left before is told as `used`."""
    transaction_id = receipt_token(told.code) or ""
    reason: Reason = told.reason
    if (
        told.opened
        and transaction_id
        and not _write(connection, store_id, gate_id, told.ask_id, transaction_id, told.at)
    ):
        reason = "used"
    listed = Listed(
        ask_id=told.ask_id,
        gate_id=gate_id,
        opened=told.opened,
        reason=reason,
        detail="",
        transaction_id=transaction_id,
        at=told.at,
    )
    _keep(connection, store_id, listed, at)


def give_pass(connection: sa.Connection, store_id: str, subject: str, transaction_id: str, at: int) -> None:
    """Let codes of a subject be the way out of a purchase."""
    connection.execute(
        sa.insert(exit_pass).values(
            store_id=store_id, subject=subject, transaction_id=transaction_id, until=at + PASS_S * SECOND
        )
    )


def newest(connection: sa.Connection, store_id: str) -> list[Listed]:
    """What gates did last, newest first."""
    rows = connection.execute(
        sa.select(*(exit_event.c[name] for name in Listed.__struct_fields__))
        .where(exit_event.c.store_id == store_id)
        .order_by(exit_event.c.at.desc(), exit_event.c.ask_id)
        .limit(LISTED_MAX)
    )
    return [Listed(**row) for row in rows.mappings()]


def tidy(connection: sa.Connection, store_id: str, at: int) -> int:
    """Forget codes that are over and passages of a month ago; how many. What has left stays written."""
    count = 0
    for table, name, column, before in (
        (exit_pass, exit_pass.c.subject, exit_pass.c.until, at),
        (exit_event, exit_event.c.ask_id, exit_event.c.at, at - KEPT_S * SECOND),
    ):
        old = sa.select(name).where(table.c.store_id == store_id, column <= before).limit(TIDY_MAX)
        count += connection.execute(
            sa.delete(table).where(table.c.store_id == store_id, name.in_(old.scalar_subquery()))
        ).rowcount
    return count


def _purchase(connection: sa.Connection, store_id: str, code: str, at: int) -> str | ExitAnswer:
    """The purchase a code names."""
    token = receipt_token(code)
    if token is not None:
        return token
    trust = Trust(credential_keys.listed(connection, store_id))
    till = Till(shop_id=store_id, trust=trust, revoked=Revoked())
    shown = verify(code, till, at // SECOND, (Kind.EXIT,))
    if isinstance(shown, Refused):
        return ExitAnswer(opens=False, reason="code", detail=shown.reason.value)
    found = connection.execute(
        sa.select(exit_pass.c.transaction_id).where(
            exit_pass.c.store_id == store_id, exit_pass.c.subject == shown.credential.subject
        )
    ).scalar()
    return str(found) if found is not None else ExitAnswer(opens=False, reason="unknown")


def _may_leave(
    connection: sa.Connection,
    store_id: str,
    gate_id: str,
    ask_id: str,
    transaction_id: str,
    looks: LookRules,
    at: int,
) -> ExitAnswer:
    row = connection.execute(
        sa.select(sale.c.outcome, sale.c.ended_at, sale.c.envelope_id, sale.c.receipt).where(
            sale.c.store_id == store_id, sale.c.transaction_id == transaction_id
        )
    ).first()
    if row is None:
        return ExitAnswer(opens=False, reason="unknown")
    if row.outcome not in ("sold", "loaded"):  # who topped a balance up leaves, too
        return ExitAnswer(opens=False, reason="not_paid")
    left = connection.execute(
        sa.select(exit_opening.c.at).where(
            exit_opening.c.store_id == store_id, exit_opening.c.transaction_id == transaction_id
        )
    ).scalar()
    if left is None and _came_back(connection, store_id, transaction_id):
        return ExitAnswer(opens=False, reason="returned")
    since = max(row.ended_at, exit_checks.looked_at(connection, store_id, transaction_id))
    if left is None and at >= since + RULES.age_max_s * SECOND:
        return ExitAnswer(opens=False, reason="expired")
    purchase = exit_checks.Purchase(
        transaction_id=transaction_id, envelope_id=row.envelope_id, receipt=row.receipt
    )
    if left is None and exit_checks.is_due(connection, store_id, gate_id, purchase, looks, at):
        return ExitAnswer(opens=False, reason="needs_check")
    if left is None and _write(connection, store_id, gate_id, ask_id, transaction_id, at):
        return ExitAnswer(opens=True)
    return ExitAnswer(opens=False, reason="used", used_at=left or at)


def _came_back(connection: sa.Connection, store_id: str, transaction_id: str) -> bool:
    """Whether goods of a purchase came back, or are just being given back at a lane."""
    query = sa.select(return_claim.c.return_id).where(
        return_claim.c.store_id == store_id,
        return_claim.c.of_transaction_id == transaction_id,
        return_claim.c.state != "released",
    )
    return connection.execute(query.limit(1)).scalar() is not None


def _write(
    connection: sa.Connection, store_id: str, gate_id: str, ask_id: str, transaction_id: str, at: int
) -> bool:
    """Write that a purchase leaves; false if it had. The same question again is no second time."""
    written = connection.execute(
        upsert.insert(connection, exit_opening)
        .values(store_id=store_id, transaction_id=transaction_id, ask_id=ask_id, gate_id=gate_id, at=at)
        .on_conflict_do_nothing()
        .returning(exit_opening.c.ask_id)
    ).scalar()
    if written is not None:
        return True
    by = connection.execute(
        sa.select(exit_opening.c.ask_id).where(
            exit_opening.c.store_id == store_id, exit_opening.c.transaction_id == transaction_id
        )
    ).scalar()
    return by == ask_id


def _keep(connection: sa.Connection, store_id: str, listed: Listed, at: int) -> None:
    kept = connection.execute(
        upsert.insert(connection, exit_event)
        .values(store_id=store_id, **msgspec.structs.asdict(listed))
        .on_conflict_do_nothing()
        .returning(exit_event.c.ask_id)
    ).scalar()
    if kept is not None:
        events.publish(
            connection,
            store_id,
            KIND,
            listed.gate_id,
            {"opened": listed.opened, "reason": listed.reason},
            at,
        )
