"""Two weeks of a shop's life: a service filled with real envelopes, for tests, pictures and demonstrations.

Shoppers fill baskets from `assets/demo`, `retail` prices them by the shop's own offers, a lane's journal says
what happened, and everything goes through the service's own front door: `journal.receive`, then the
projector. Nothing is written into the tables of sales by hand.

    history = History(database, settings, vault, clock); history.make(days=14, per_day=120)

Reproducible by seed and by the moment it ends.
"""

import datetime
import random
import zoneinfo
from collections.abc import Iterator, Sequence
from itertools import islice

from benchmarks.store_shoppers import LaneBook, Shoppers
from retail.journal import events as e
from retail.journal.envelope import Envelope
from retail.wire.live import LaneStatus
from store.data.database import Connection, Database
from store.data.journals import journal
from store.data.journals.journal import Batch
from store.data.lanes import alerts, commands, lane_status, terminals
from store.data.replication import feed
from store.data.replication.feed import store_scope
from store.data.schema.feed import CHAIN
from store.projector.run import Projector
from store.settings import Settings

SECOND = 1_000_000
BATCH = 50
HOURS = (2, 5, 7, 6, 8, 11, 10, 7, 8, 10, 13, 14, 9, 4)
"""Shoppers by hour from eight o'clock: quiet mornings, lunch, the evening rush."""
OPENS = 8
LANES = ("Lane 1", "Lane 2", "Lane 3", "Lane 4")
VERSION = "1.4.0"
MOMENT = (
    ("scanning", 7, 2345, True, "ready"),
    ("card", 12, 4187, True, "ready"),
    ("attract", 0, 0, True, "warning"),
    ("attract", 0, 0, False, "ready"),
)
"""Each lane now: phase, items, total, whether it is open, how its printer is."""
UNKNOWN_PAYMENT = "The terminal cannot say whether the card was charged. A person must decide."
CALLS = (
    (0, "help", "A shopper asks for help.", "staff", 95),
    (2, "device", "The receipt printer is almost out of paper.", "nudge", 1240),
    (1, "payment_unknown", UNKNOWN_PAYMENT, "critical", 41),
)
"""Who waits: lane, kind, text, severity, since how many seconds."""


class History:
    """Makes the past of one store."""

    def __init__(self, database: Database, settings: Settings, *, now: int, seed: int = 7) -> None:
        self._database = database
        self._settings = settings
        self._store_id = settings.store_id
        self._now = now
        self._chance = random.Random(seed)
        self._zone = zoneinfo.ZoneInfo(settings.timezone)
        self._shoppers = Shoppers(settings.currency, self._zone, self._chance)
        self.lanes: list[LaneBook] = []

    def make(self, *, days: int = 14, per_day: int = 120, troubles: bool = True) -> int:
        """Lanes, their sales until now, what they say now, and what waits for a person; number of sales.

        `troubles`: some deliveries fail a check, and so are set aside.
        """
        ids = self._database.write_sync(lambda one: [self._lane(one, name) for name in LANES])
        self.lanes = [LaneBook(terminal_id, name) for terminal_id, name in zip(ids, LANES, strict=True)]
        ends = self._local(self._now)
        first = (ends - datetime.timedelta(days=days - 1)).date()
        for offset in range(days):
            self._day(first + datetime.timedelta(days=offset), per_day, ends)
        if troubles:
            self._shoppers.wrong_total(self.lanes[2], ends - datetime.timedelta(minutes=9))
        count = sum(lane.number for lane in self.lanes)
        self._upload(held=2 if troubles else 0)
        Projector(self._database, lambda: self._now).run_until_idle()
        self._database.write_sync(self._live)
        return count

    # --- one day ---------------------------------------------------------------------------------------

    def _day(self, day: datetime.date, per_day: int, ends: datetime.datetime) -> None:
        busy = per_day * self._chance.uniform(0.85, 1.15) * (1.35 if day.isoweekday() in (5, 6) else 1)
        share = busy / sum(HOURS)
        opening = datetime.datetime.combine(day, datetime.time(OPENS - 1, 45), self._zone)
        for lane in self.lanes:
            if opening < ends:
                lane.seal(
                    [(opening, e.LaneStarted(lane=lane.name, version=VERSION))],
                    self._shoppers.new_id(),
                    "lane",
                )
                lane.free_at = opening
        for index, weight in enumerate(HOURS):
            hour = datetime.datetime.combine(day, datetime.time(OPENS + index), self._zone)
            for second in sorted(self._chance.randrange(3600) for _ in range(round(share * weight))):
                moment = hour + datetime.timedelta(seconds=second, milliseconds=self._chance.randrange(999))
                lane = min(self.lanes, key=lambda one: (one.free_at > moment, self._chance.random()))
                moment = max(moment, lane.free_at + datetime.timedelta(seconds=8))
                if moment + datetime.timedelta(minutes=6) < ends and moment.date() == day:
                    self._shoppers.shop(lane, moment)
        closing = datetime.datetime.combine(day, datetime.time(OPENS + len(HOURS), 20), self._zone)
        for lane in self.lanes:
            if closing < ends:
                told = e.TerminalDayClosed(succeeded=True, result_code=0, total_minor=None)
                lane.seal([(max(closing, lane.free_at), told)], self._shoppers.new_id(), "lane")

    # --- into the service ------------------------------------------------------------------------------

    def _lane(self, connection: Connection, name: str) -> str:
        known = terminals.find_by_name(connection, self._store_id, name)
        terminal_id = (
            known.terminal_id
            if known
            else terminals.make(connection, self._store_id, name, self._now - 20 * 86_400 * SECOND)
        )
        terminals.set_code(
            connection,
            self._store_id,
            terminal_id,
            selector=terminal_id,
            code_hash=terminal_id,
            until=self._now,
            by="demo",
            at=self._now - 20 * 86_400 * SECOND,
        )
        terminals.enrol(
            connection,
            self._store_id,
            terminal_id,
            code_hash=terminal_id,
            key_id=f"demo-{terminal_id}",
            public=bytes(32),
            version=VERSION,
            at=self._now - 20 * 86_400 * SECOND,
        )
        return terminal_id

    def _upload(self, *, held: int) -> None:
        """Send everything; the last `held` deliveries of the last lane as if it had been revoked."""
        for lane in self.lanes:
            last = len(lane.waiting) - (held if lane is self.lanes[-1] else 0)
            for some in _batches(lane.waiting[:last], BATCH):
                self._send(lane, some, is_held=False)
            if lane.waiting[last:]:
                self._send(lane, lane.waiting[last:], is_held=True)
            lane.waiting.clear()

    def _send(self, lane: LaneBook, items: Sequence[Envelope], *, is_held: bool) -> None:
        batch = Batch(
            store_id=self._store_id,
            terminal_id=lane.terminal_id,
            epoch=1,
            is_held=is_held,
            items=tuple(items),
            received_at=self._now,
        )
        self._database.write_sync(lambda one: journal.receive(one, [batch]))

    def _live(self, connection: Connection) -> None:
        """What the lanes say at this moment, and who waits for a person."""
        scopes = (CHAIN, store_scope(self._store_id))
        heads = {scope: feed.read_head(connection, self._store_id, scope) for scope in scopes}
        positions = {scope: head.head for scope, head in heads.items() if head is not None}
        for index, (lane, (phase, items, total, is_open, printer)) in enumerate(
            zip(self.lanes, MOMENT, strict=True)
        ):
            status = LaneStatus(
                version=VERSION,
                phase=phase,
                is_open=is_open,
                help_called=index == 0,
                item_count=items,
                total_minor=total,
                currency=self._settings.currency,
                unsent=2 if index == 1 else 0,
                positions=positions,
                prices=self._shoppers.prices,
                devices={"camera": "ready", "terminal": "ready", "printer": printer},
                at=self._now,
            )
            at = self._now - 4 * SECOND
            lane_status.tell(connection, self._store_id, lane.terminal_id, status, "demo", at)
        for index, kind, text, severity, ago_s in CALLS:
            alerts.open_alert(
                connection,
                self._store_id,
                terminal_id=self.lanes[index].terminal_id,
                kind=kind,
                text=text,
                severity=severity,
                source="lane",
                at=self._now - ago_s * SECOND,
            )
        commands.give(
            connection,
            self._store_id,
            self.lanes[3].terminal_id,
            "close",
            text="Please use another lane.",
            by="anna",
            at=self._now - 30 * SECOND,
        )

    def _local(self, at: int) -> datetime.datetime:
        return datetime.datetime.fromtimestamp(at / SECOND, self._zone)


def _batches(all_of: Sequence[Envelope], size: int) -> Iterator[list[Envelope]]:
    rest = iter(all_of)
    while some := list(islice(rest, size)):
        yield some
