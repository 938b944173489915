"""The hub: the service's own station on a small machine in the shop, for the time without the service.

    WS   /v1/hub/live     lanes, signed both ways (`store.hub.line`)
    GET  /?shown=KEY      makes a tablet known, once
    ...  /office/login    staff sign in with number or badge and PIN (`store.hub.session`)
    ...  /station         the station, as at the service: the same pages, tables and rules

It is the service's program with few rooms, on a database of its own that holds nothing but what waits now,
who may decide it and what was decided lately.

Source: docs/store.md, "Hub"; docs/security.md, "Hub".
Invariants: only who is on the signed list is heard or let in; what is over is thrown away after a week.
"""

import asyncio
import contextlib
import functools
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
from litestar import Litestar

from store.app import create_app
from store.data import migrate
from store.data.database import Database
from store.data.errors import DataError
from store.data.lanes import events, lane_status
from store.data.replication import hub_copy
from store.front import front
from store.front.front import Front, front_of
from store.front.problems import PAGE
from store.hub import line, session
from store.hub.identity import HubError
from store.hub.link import HubClock, Link, is_same
from store.office import events as told
from store.office.pages import statics, station, today
from store.office.pages.shell import Pages
from store.service import MakeRoom, Room, Service
from store.settings import Settings

FILE = "hub.db"
REFRESH_S, RETRY_S = 30.0, 10.0
"""How old the list may be while the service is there; how soon it is asked again when it was not."""
LOOK_AGAIN_S = 2.0
"""Between two looks at the service, however many lanes call."""
TIDY_S = 30.0
"""Pictures go in time."""
_log = logging.getLogger(__name__)


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What the hub says of itself on its pages."""

    staff_at: int
    """When the service last said who works here; 0: never."""
    is_linked: bool
    """Whether it was reached lately."""
    station: str
    """The service's own station."""


class Hub:
    """Keeps the list fresh, and the database what the list says."""

    def __init__(self, link: Link, the_front: Front) -> None:
        self._link = link
        self._front = the_front
        self._database = the_front.service.database
        self._is_linked = False
        self._called = asyncio.Event()

    def lane_called(self) -> None:
        """A lane has come: it cannot reach the service, and we should see whether we can."""
        self._called.set()

    def about(self) -> About:
        """How it is."""
        shop = self._link.shop
        return About(
            staff_at=shop.made_at if shop is not None else 0,
            is_linked=self._is_linked,
            station=f"{self._link.who.url}{station.PATH}",
        )

    @contextlib.asynccontextmanager
    async def work(self) -> AsyncIterator[None]:
        """What runs beside the requests."""
        await self._begin()
        tasks = [asyncio.create_task(self._keep_fresh()), asyncio.create_task(self._keep_tidy())]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self._link.close()

    async def _begin(self) -> None:
        shop, now = self._link.shop, self._front.clock()
        if shop is None:
            return
        await self._database.write(lambda connection: hub_copy.begin(connection, shop.store_id, now))
        await self._database.write(lambda connection: hub_copy.keep(connection, shop, now))

    async def refresh(self) -> None:
        """Ask the service once. Raises `HubError`, `DataError`."""
        before = self._link.shop
        shop = await self._link.refresh()
        if not is_same(before, shop):
            now = self._front.clock()
            await self._database.write(lambda connection: hub_copy.keep(connection, shop, now))
            for lane in {one.terminal_id for one in (*shop.lanes, *(before.lanes if before else ()))}:
                self._front.directory.forget(shop.store_id, lane)
            self._front.bus.hint(shop.store_id)

    async def _keep_fresh(self) -> None:
        while True:
            self._called.clear()
            was_linked = self._is_linked
            try:
                await self.refresh()
                self._is_linked = True
            except (HubError, DataError) as error:
                self._is_linked = False
                if was_linked:
                    _log.warning("the shop's list is not fresh: %s", error)
            if self._is_linked is not was_linked:
                await self._tell_pages()
            await asyncio.sleep(LOOK_AGAIN_S)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._called.wait(), REFRESH_S if self._is_linked else RETRY_S)

    async def _tell_pages(self) -> None:
        """Whether the service is there has changed: pages say so."""
        shop, now = self._link.shop, self._front.clock()
        if shop is None:
            return
        news: dict[str, object] = {"is_linked": self._is_linked}
        try:
            await self._database.write(
                lambda connection: events.publish(connection, shop.store_id, lane_status.KIND, "", news, now)
            )
        except DataError as error:  # a page looks by itself now and then
            _log.warning("pages are not told about the service: %s", error)
        self._front.bus.hint(shop.store_id)

    async def _keep_tidy(self) -> None:
        while True:
            shop, now = self._link.shop, self._front.clock()
            try:
                if shop is not None:
                    await self._database.write(
                        functools.partial(hub_copy.forget, store_id=shop.store_id, at=now)
                    )
            except DataError as error:
                _log.warning("tidying put off: %s", error)
            await asyncio.sleep(TIDY_S)


def open_database(folder: Path) -> Database:
    """The hub's own database, made or brought to this version. Raises `DataError`."""
    dsn = f"sqlite:///{folder / FILE}"
    migrate.prepare(dsn)
    return Database.open(dsn)


def settings_of(link: Link, base: Settings, folder: Path, *, host: str, port: int, url: str) -> Settings:
    """The hub's settings: how people reach it, and of the shop what the service last said."""
    shop = link.shop
    own = msgspec.structs.replace(
        base,
        dsn=f"sqlite:///{folder / FILE}",
        folder=folder,
        host=host,
        port=port,
        public_url=url,
        proxies="",
        project=False,
    )
    if shop is None:
        return own
    return msgspec.structs.replace(
        own,
        store_id=shop.store_id,
        name=shop.name,
        currency=shop.currency,
        language=shop.language,
        timezone=shop.timezone,
        pictures_s=shop.pictures_s,
    )


def create_hub(
    settings: Settings, database: Database, link: Link, clock: HubClock, station_key: str, *more: MakeRoom
) -> Litestar:
    """The hub's application. `more`: rooms that come first, for tests."""
    rooms = (*more, front.room, told.room, _room(link, station_key))
    return create_app(settings, database, clock, rooms=rooms)


def _room(link: Link, station_key: str) -> MakeRoom:
    """What is the hub's own."""

    def room(service: Service) -> Room:
        the_front = front_of(service)
        hub = Hub(link, the_front)
        pages = Pages(the_front, login="hub_login.html", about=hub.about)
        service.share(PAGE, lambda: pages.problem)
        key = session.StationKey(station_key, the_front)
        return Room(
            routes=(
                line.route(the_front, link, hub.lane_called),
                statics.serve,
                today.language(pages),
                *station.routes(pages),
                *session.routes(pages, link, key),
            ),
            work=(hub.work,),
        )

    return room
