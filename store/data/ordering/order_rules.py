"""When orders of a shop may be collected, and how long they are kept.

    09:00 ─ window ─ window ─ … ─ 20:00        a window stays open KEPT longer at the counter

Source: docs/orders.md, "Windows".
Invariants: windows lie on the shop's own clock, also where clocks change; there are at most WINDOWS_MAX.
"""

import datetime
import zoneinfo

import msgspec
import sqlalchemy as sa

from retail.check import require
from store.data.clock import SECOND
from store.data.schema.orders import order_rule
from store.data.upsert import insert

WINDOWS_MAX = 200


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """A shop's rules. Its setting."""

    first_hour: int = 9
    last_hour: int = 20
    """The last window ends then, on the shop's clock."""
    window_min: int = 60
    lead_min: int = 60
    """From the order to its first window: time to pick it."""
    days: int = 3
    kept_min: int = 120
    """How long after its window an order may still be collected; then it is cancelled and paid back."""
    delivers: bool = True
    at_lanes: bool = True
    """An order may be placed unpaid and paid at a lane when it is collected."""
    unpaid_max: int = 2
    """Orders of one member that wait to be paid at a lane."""

    def __post_init__(self) -> None:
        require(0 <= self.first_hour < self.last_hour <= 24, "the counter opens before it closes")
        require(self.window_min in (15, 30, 60, 120, 180), "a window is a quarter of an hour to three hours")
        require(0 <= self.lead_min <= 2880 and 1 <= self.days <= 14, "an order is for the next days")
        require(0 <= self.kept_min <= 2880, "an order is kept two days at most")
        require(1 <= self.unpaid_max <= 20, "a member has 1 to 20 orders that are not paid")


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """When an order is collected or brought; microseconds since 1970."""

    from_at: int
    until_at: int


def of_store(connection: sa.Connection, store_id: str) -> Rules:
    """A shop's rules; the defaults where it has set none."""
    kept = connection.execute(sa.select(order_rule.c.rules).where(order_rule.c.store_id == store_id)).scalar()
    return msgspec.json.decode(kept, type=Rules) if kept else Rules()


def keep(connection: sa.Connection, store_id: str, rules: Rules, at: int) -> None:
    """Set a shop's rules; orders that are placed keep their windows."""
    values = {"rules": msgspec.json.encode(rules), "changed_at": at}
    connection.execute(
        insert(connection, order_rule)
        .values(store_id=store_id, **values)
        .on_conflict_do_update(index_elements=["store_id"], set_=values)
    )


def windows(rules: Rules, at: int, zone: zoneinfo.ZoneInfo) -> tuple[Window, ...]:
    """The windows one may choose from now, the earliest first."""
    ready = at + rules.lead_min * 60 * SECOND
    today = datetime.datetime.fromtimestamp(at / SECOND, zone).date()
    found = []
    for day in range(rules.days):
        date = today + datetime.timedelta(days=day)
        for minute in range(rules.first_hour * 60, rules.last_hour * 60, rules.window_min):
            end = min(minute + rules.window_min, rules.last_hour * 60)
            window = Window(from_at=_moment(date, minute, zone), until_at=_moment(date, end, zone))
            if window.from_at >= ready and window.from_at < window.until_at:
                found.append(window)
    return tuple(found[:WINDOWS_MAX])


def _moment(date: datetime.date, minute: int, zone: zoneinfo.ZoneInfo) -> int:
    day = date + datetime.timedelta(days=minute // 1440)
    clock = datetime.time(minute % 1440 // 60, minute % 60)
    return round(datetime.datetime.combine(day, clock, zone).timestamp()) * SECOND
