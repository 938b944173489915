"""Open whatever has arrived, a chunk at a time, beside the service or alone (`store project`).

It never holds up the lanes: it reads and computes on its own thread, gives way while uploads wait to be
written, and an envelope it cannot make sense of is set aside, not in the way. It may be stopped at any moment
and run by several workers: a chunk counts only if the lanes' cursors still stand where it began.

Source: docs/store.md, "Projection".
Invariants: every envelope ends up as rows or in quarantine, once; the rows of a chunk and its cursors become
visible together.
"""

import contextlib
import logging
import random
import threading
import time
from collections.abc import AsyncIterator, Sequence

import msgspec

from store.data.clock import SECOND, Clock
from store.data.database import Connection, Database
from store.data.errors import ClosedError, DataError
from store.data.journals import sales
from store.data.journals.sales import Arrived, Cursor, Moved
from store.data.lanes import events
from store.data.people import members
from store.front.front import open_vault
from store.identity.vault import Vault
from store.projector.explode import Told, end_of, explode
from store.projector.facts import ACCEPTABLE, Fault, Sale
from store.projector.followers import followers, members_of
from store.projector.reprice import OWN, Repricer
from store.projector.rows import merged, rows_of
from store.service import Room, Service

CHUNK = 100
"""Envelopes in one transaction."""
LANES_MAX = 200
"""Lanes looked at in one step."""
IDLE_S = 0.25
LOOK_BACK = 120 * SECOND
"""Heads that moved this lately are looked at each time; all of them every FULL_LOOK_S."""
FULL_LOOK_S = 60.0
GIVE_WAY_S = 0.002
GIVE_WAY_MAX = 50
TROUBLE_S = 1.0
_log = logging.getLogger(__name__)


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """An envelope with what it tells."""

    arrival: Arrived
    told: Told
    priced_as: str = OWN.priced_as
    accepted_by: str = ""

    @property
    def fault(self) -> Fault | None:
        """Why it is set aside; None if its rows count."""
        fault = self.told.fault
        if fault is None and self.arrival.is_held:
            fault = Fault(reason="held", detail="the lane was revoked when it sent this")
        if fault is not None and self.accepted_by and fault.reason in ACCEPTABLE and self.told.facts:
            return None
        return fault


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A lane's part of a chunk."""

    moved: Moved
    opened: tuple[Opened, ...]


class Projector:
    """Opens what has arrived. Belongs to one thread; `retry` may be called from any."""

    def __init__(self, database: Database, clock: Clock, vault: Vault | None = None) -> None:
        """Without `vault` cards that a lane took unasked are booked as unknown."""
        self._database = database
        self._clock = clock
        self._followers = followers(vault)
        self._repricer = Repricer(database)
        self._looked_at_all = float("-inf")
        self._chance = random.Random()

    def run_until_idle(self) -> int:
        """Open everything there is; how many envelopes."""
        total = 0
        while count := self.step(everything=True):
            total += count
        return total

    def step(self, *, everything: bool = False) -> int:
        """Open one chunk; how many envelopes (and empty numbers) were passed.

        It looks at lanes that sent something lately, from time to time (or with `everything`) at all.
        """
        cursors = self._waiting(everything)
        if not cursors:
            return 0
        self._chance.shuffle(cursors)  # several workers begin with different lanes
        steps, room = [], CHUNK
        for cursor in cursors:
            step = self._open(cursor, room)
            steps.append(step)
            room -= len(step.opened)
            if room <= 0:
                break
        self._give_way()
        self._write(steps)
        return sum(step.moved.after - step.moved.before for step in steps)

    def retry(self, store_id: str, envelope_id: str, accepted_by: str = "") -> Fault | None:
        """Open an envelope again, after a fix; why it is still set aside, or None.

        `accepted_by`: a person takes it as it is, where that may be (`facts.ACCEPTABLE`). KeyError if there
        is no such envelope.
        """
        arrival = self._database.read_sync(lambda connection: sales.one(connection, store_id, envelope_id))
        if arrival is None:
            raise KeyError(envelope_id)
        found = arrival
        body = self._database.read_sync(lambda connection: sales.before(connection, found.key, found.seq))
        opened = self._opened(found, end_of(body) if body is not None else None, accepted_by)

        def job(connection: Connection) -> None:
            sales.take_out(connection, store_id, envelope_id)
            self._put(connection, [opened])
            if opened.fault is None:
                sales.solve(connection, store_id, envelope_id, accepted_by, self._clock())

        self._database.write_sync(job)
        return opened.fault

    def retry_all(self, store_id: str | None = None) -> tuple[int, int]:
        """Try everything in quarantine again; how many were tried, how many are solved."""
        ones = self._database.read_sync(lambda connection: sales.set_aside_ones(connection, store_id))
        solved = [self.retry(one.store_id, one.envelope_id) is None for one in ones]
        return len(solved), sum(solved)

    # --- the parts -------------------------------------------------------------------------------------

    def _waiting(self, everything: bool) -> list[Cursor]:
        now = time.monotonic()
        full = everything or now - self._looked_at_all >= FULL_LOOK_S
        since = 0 if full else self._clock() - LOOK_BACK
        found = self._database.read_sync(
            lambda connection: sales.waiting(connection, since=since, limit=LANES_MAX)
        )
        if full and len(found) < LANES_MAX:
            self._looked_at_all = now
        return list(found)

    def _open(self, cursor: Cursor, limit: int) -> Step:
        arrivals = self._database.read_sync(
            lambda connection: sales.arrived(connection, cursor.key, cursor.projected, cursor.acked, limit)
        )
        previous: str | None = cursor.journal_hash or None
        expected = cursor.projected + 1
        opened = []
        for arrival in arrivals:
            known = previous if arrival.seq == expected else None  # what was sent again is not opened again
            one = self._opened(arrival, known)
            opened.append(one)
            previous, expected = one.told.last_hash or None, arrival.seq + 1
        after = arrivals[-1].seq if len(arrivals) == limit else cursor.acked
        if after >= expected:
            previous = None
        moved = Moved(key=cursor.key, before=cursor.projected, after=after, journal_hash=previous or "")
        return Step(moved=moved, opened=tuple(opened))

    def _opened(self, arrival: Arrived, previous: str | None, accepted_by: str = "") -> Opened:
        """What an envelope tells, its sale priced again."""
        try:
            told = explode(arrival.body, previous)
            claim = told.facts.claim if told.facts is not None else None
            answer = OWN
            if claim is not None and told.fault is None:
                answer = self._repricer.answer(arrival.key[0], arrival.key[1], claim)
                told = told.with_uses(answer.uses)
        except DataError:
            raise
        except Exception as error:
            _log.exception("envelope %s cannot be opened", arrival.envelope_id)
            told, answer = _defect(error), OWN
        if answer.fault is not None:
            told = msgspec.structs.replace(told, fault=answer.fault)
        return Opened(arrival=arrival, told=told, priced_as=answer.priced_as, accepted_by=accepted_by)

    def _write(self, steps: Sequence[Step]) -> None:
        """Write a chunk; where the database refuses some row, envelope by envelope."""

        def job(connection: Connection) -> None:
            counted = [one for step in steps if sales.advance(connection, step.moved) for one in step.opened]
            self._put(connection, counted)

        try:
            self._database.write_sync(job)
        except DataError:
            raise
        except Exception:
            _log.exception("a chunk cannot be written; its envelopes are written one by one")
            for step in steps:
                self._write_apart(step)

    def _write_apart(self, step: Step) -> None:
        moved = step.moved
        for number, opened in enumerate(step.opened):
            is_last = number == len(step.opened) - 1
            after = moved.after if is_last else opened.arrival.seq
            ends = moved.journal_hash if is_last else opened.told.last_hash
            small = Moved(key=moved.key, before=moved.before, after=after, journal_hash=ends)
            self._write_one(small, opened)
            moved = msgspec.structs.replace(moved, before=after)

    def _write_one(self, moved: Moved, opened: Opened) -> None:
        def job(one: Opened, connection: Connection) -> None:
            if sales.advance(connection, moved):
                self._put(connection, [one])

        try:
            self._database.write_sync(lambda connection: job(opened, connection))
        except DataError:
            raise
        except Exception as error:
            _log.exception("envelope %s cannot be written down", opened.arrival.envelope_id)
            told = msgspec.structs.replace(_defect(error), last_hash=opened.told.last_hash)
            aside = Opened(arrival=opened.arrival, told=told)
            self._database.write_sync(lambda connection: job(aside, connection))

    def _put(self, connection: Connection, opened: Sequence[Opened]) -> None:
        now = self._clock()
        rows = []
        for one in opened:
            fault, facts = one.fault, one.told.facts
            if fault is not None or facts is None:
                aside = fault or Fault(reason="unreadable", detail="")
                sales.set_aside(connection, one.arrival, aside.reason, aside.detail, now)
            else:
                rows.append(rows_of(one.arrival, facts, "accepted" if one.accepted_by else one.priced_as))
        sales.put(connection, merged(rows))
        counted: list[Sale] = []
        for one in opened:
            facts = one.told.facts
            if one.fault is None and facts is not None and facts.sale is not None:
                counted.append(facts.sale)
                for follow in self._followers:
                    follow(connection, one.arrival, facts.sale, now)
        if changed := members_of(counted):
            members.tell_lanes(connection, changed, now)
        self._tell(connection, opened, now)

    def _tell(self, connection: Connection, opened: Sequence[Opened], now: int) -> None:
        """Hint to whoever watches: new sales, or something new in quarantine. Last, as it must be."""
        sold: dict[str, list[Opened]] = {}
        aside: dict[str, list[Opened]] = {}
        for one in opened:
            if one.fault is not None:
                aside.setdefault(one.arrival.key[0], []).append(one)
            elif one.told.facts is not None and one.told.facts.sale is not None:
                sold.setdefault(one.arrival.key[0], []).append(one)
        for kind, by_store in (("sale", sold), ("quarantine", aside)):
            for store_id, ones in sorted(by_store.items()):
                last = ones[-1].arrival
                body: dict[str, object] = {
                    "count": len(ones),
                    "envelope_id": last.envelope_id,
                    "terminal_id": last.key[1],
                }
                events.publish(connection, store_id, kind, last.envelope_id, body, now)

    def _give_way(self) -> None:
        for _ in range(GIVE_WAY_MAX):
            if self._database.waiting == 0:
                return
            time.sleep(GIVE_WAY_S)


def _defect(error: Exception) -> Told:
    detail = f"{type(error).__name__}: {error}"[:300]
    return Told(facts=None, fault=Fault(reason="defect", detail=detail))


@contextlib.asynccontextmanager
async def beside(projector: Projector) -> AsyncIterator[None]:
    """Keep a projector running on a thread of its own."""
    stop = threading.Event()

    def run() -> None:
        while not stop.is_set():
            try:
                wait_s = 0.0 if projector.step() else IDLE_S
            except ClosedError:
                return
            except DataError as error:
                _log.warning("opening envelopes: %s", error)
                wait_s = TROUBLE_S
            except Exception:
                _log.exception("opening envelopes")
                wait_s = TROUBLE_S
            stop.wait(wait_s)

    thread = threading.Thread(target=run, name="store-projector", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def room(service: Service) -> Room:
    """The projector beside the service, unless settings leave it to `store project`."""
    if not service.settings.project:
        return Room()
    projector = Projector(service.database, service.clock, open_vault(service))
    return Room(work=(lambda: beside(projector),))
