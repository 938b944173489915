"""Where the shops of a chain are and when they are open.

Source: docs/phone.md, "Shops".
Invariants: a shop has one place; hours are the shop's own, on its clock.
"""

import datetime
import zoneinfo

import msgspec
import sqlalchemy as sa

from retail.check import require
from store.data.schema.stories import shop_place
from store.data.upsert import insert

SHOPS_MAX = 500
TEXT_MAX = 120
MINUTES = 24 * 60


class Hours(msgspec.Struct, frozen=True, kw_only=True):
    """Open from and to, in minutes after midnight; both 0: shut that day."""

    opens: int = 0
    shuts: int = 0

    def __post_init__(self) -> None:
        """Refuse hours of no day."""
        is_shut = self.opens == self.shuts == 0
        require(is_shut or 0 <= self.opens < self.shuts <= MINUTES, "a shop opens before it shuts")

    def __str__(self) -> str:
        if not self.shuts:
            return ""
        return f"{_clock(self.opens)}–{_clock(self.shuts)}"


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A shop, for people."""

    name: str
    address: str = ""
    latitude_e6: int = 0
    """Millionths of a degree; both 0: not known."""
    longitude_e6: int = 0
    timezone: str = "Europe/Berlin"
    week: tuple[Hours, ...] = (Hours(opens=480, shuts=1200),) * 6 + (Hours(),)
    """Monday first."""

    def __post_init__(self) -> None:
        """Refuse what is no place."""
        require(0 < len(self.name) <= TEXT_MAX and len(self.address) <= TEXT_MAX, "a shop has a name")
        require(len(self.week) == 7, "a week has seven days")
        on_earth = abs(self.latitude_e6) <= 90_000_000 and abs(self.longitude_e6) <= 180_000_000
        require(on_earth, "a place on earth")

    def today(self, at: int) -> tuple[Hours, bool]:
        """The hours of the shop's day, and whether it is open now."""
        local = datetime.datetime.fromtimestamp(at / 1_000_000, zoneinfo.ZoneInfo(self.timezone))
        hours = self.week[local.weekday()]
        minute = local.hour * 60 + local.minute
        return hours, hours.opens <= minute < hours.shuts


_decoder = msgspec.json.Decoder(Place)


def listed(connection: sa.Connection) -> dict[str, Place]:
    """Every shop by its id, by name."""
    rows = connection.execute(sa.select(shop_place.c.shop_id, shop_place.c.place).limit(SHOPS_MAX))
    found = {row.shop_id: _decoder.decode(row.place) for row in rows}
    return dict(sorted(found.items(), key=lambda one: (one[1].name, one[0])))


def put(connection: sa.Connection, shop_id: str, place: Place) -> None:
    """Say where a shop is and when it is open."""
    values = {"place": msgspec.json.encode(place)}
    connection.execute(
        insert(connection, shop_place)
        .values(shop_id=shop_id, **values)
        .on_conflict_do_update(index_elements=["shop_id"], set_=values)
    )


def minutes_of(text: str) -> int | None:
    """`08:30` as minutes after midnight; None for anything else. `24:00` is the end of the day."""
    hour, colon, minute = text.partition(":")
    if not (colon and hour.isdigit() and minute.isdigit() and len(hour) <= 2 and len(minute) == 2):
        return None
    found = int(hour) * 60 + int(minute)
    return found if int(minute) < 60 and found <= MINUTES else None


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
