"""What members' purchases leave behind for the next one: its number, stamps, uses of offers limited for each.

A purchase is counted once, by its transaction, however often its envelope is opened. The number of the next
purchase and the stamps stand in the member's row; what counts against limits is a list that is only added to,
so that sales may arrive in any order and a day's count is never in doubt.

Source: docs/coupons.md, "Limits per member"; `retail.member_limits`.
Invariants: a purchase counts once; nothing here names a person; lanes are told by
`store.data.people.members`.
"""

import datetime
from collections.abc import Mapping, Sequence

import msgspec
import sqlalchemy as sa

from retail.member import CARDS_MAX, USES_MAX, OfferUses, is_card_name
from store.data import upsert
from store.data.schema.members import member, member_offer_use, member_visit

SECOND = 1_000_000
DAILY_TOLD_DAYS = 2
"""Uses that count on their day alone are told this long: today's everywhere on earth are among them."""
DAILY_KEPT_DAYS = 35
FORGET_MAX = 1_000
STAMPS_MAX = 100_000
"""On one card."""


class Use(msgspec.Struct, frozen=True, kw_only=True):
    """What a purchase took of an offer."""

    offer_id: str
    day: str
    """The business day, ISO."""
    uses: int
    amount_minor: int
    is_daily: bool
    """It counts on its day alone."""


def book(
    connection: sa.Connection,
    store_id: str,
    member_id: str,
    transaction_id: str,
    *,
    stamps: Mapping[str, int],
    uses: Sequence[Use],
    at: int,
) -> bool:
    """Count a purchase; false if it is counted already. `stamps`: by how much each card changes.

    A lane's word for a card that is none, or for more cards than a member has, is left out: what lanes are
    told of a member must stay what they can read.
    """
    first = connection.execute(
        upsert.insert(connection, member_visit)
        .values(member_id=member_id, transaction_id=transaction_id, booked_in=store_id, booked_at=at)
        .on_conflict_do_nothing()
        .returning(member_visit.c.transaction_id)
    ).one_or_none()
    if first is None:
        return False
    if uses:
        own = {"member_id": member_id, "transaction_id": transaction_id}
        own_at = {"booked_in": store_id, "booked_at": at}
        values = [own | msgspec.structs.asdict(one) | own_at for one in uses]
        connection.execute(sa.insert(member_offer_use), values)
    _move_on(connection, member_id, stamps, at)
    return True


def _move_on(connection: sa.Connection, member_id: str, stamps: Mapping[str, int], at: int) -> None:
    row = connection.execute(
        # the row is locked: two purchases of one member are counted one after the other
        sa.update(member)
        .where(member.c.member_id == member_id, sa.not_(member.c.is_erased))
        .values(order_number=member.c.order_number + 1, version=member.c.version + 1, changed_at=at)
        .returning(member.c.stamps)
    ).one_or_none()
    if row is None or not any(stamps.values()):
        return
    cards = msgspec.json.decode(row.stamps, type=dict[str, int])
    for card, more in sorted(stamps.items()):
        if card in cards or (is_card_name(card) and len(cards) < CARDS_MAX):
            cards[card] = min(max(0, cards.get(card, 0) + more), STAMPS_MAX)
    connection.execute(
        sa.update(member)
        .where(member.c.member_id == member_id)
        .values(stamps=msgspec.json.encode(cards, order="deterministic").decode())
    )


def uses_of(connection: sa.Connection, member_id: str, at: int) -> tuple[OfferUses, ...]:
    """What a member has had, as lanes are told: the newest USES_MAX offers.

    Days that are still to come are those of lanes with a wrong clock: they count in all, and hide no day.
    """
    table = member_offer_use
    tomorrow = _day(at, -1)
    rows = connection.execute(
        sa.select(
            table.c.offer_id,
            table.c.day,
            sa.func.sum(table.c.uses).label("uses"),
            sa.func.sum(table.c.amount_minor).label("amount_minor"),
        )
        .where(
            table.c.member_id == member_id,
            sa.or_(sa.not_(table.c.is_daily), table.c.day >= _day(at, DAILY_TOLD_DAYS)),
        )
        .group_by(table.c.offer_id, table.c.day)
        .order_by(table.c.offer_id, table.c.day)
    )
    found: dict[str, OfferUses] = {}
    for row in rows:
        known = found.get(row.offer_id, OfferUses(offer_id=row.offer_id))
        known = msgspec.structs.replace(
            known, uses=known.uses + int(row.uses), amount_minor=known.amount_minor + int(row.amount_minor)
        )
        if row.day <= tomorrow:
            known = msgspec.structs.replace(
                known, day=row.day, day_uses=int(row.uses), day_minor=int(row.amount_minor)
            )
        found[row.offer_id] = known
    newest = sorted(found.values(), key=lambda one: one.day, reverse=True)
    return tuple(newest[:USES_MAX])


def forget(connection: sa.Connection, member_id: str) -> None:
    """Take out what an erased member had of offers."""
    for table in (member_offer_use, member_visit):
        connection.execute(sa.delete(table).where(table.c.member_id == member_id))


def forget_daily(connection: sa.Connection, *, at: int) -> int:
    """Throw away uses that counted on a day long past; how many. Repeat to 0."""
    table = member_offer_use
    keys = (table.c.member_id, table.c.transaction_id, table.c.offer_id)
    old = connection.execute(
        sa.select(*keys).where(table.c.is_daily, table.c.day < _day(at, DAILY_KEPT_DAYS)).limit(FORGET_MAX)
    ).all()
    for row in old:
        connection.execute(
            sa.delete(table).where(*(key == value for key, value in zip(keys, row, strict=True)))
        )
    return len(old)


def _day(at: int, before: int) -> str:
    today = datetime.datetime.fromtimestamp(at // SECOND, datetime.UTC).date()
    return (today - datetime.timedelta(days=before)).isoformat()
