"""A service that is there only to fill a hub's list, the hub, and lanes that call it."""

import asyncio
import contextlib
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx

from benchmarks.store_server import serving
from kiosk.checkout.evolve import fold
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import State
from kiosk.sync import client
from kiosk.sync.alerts import AlertBook
from kiosk.sync.backoff import Backoff
from kiosk.sync.client import ServiceClock
from kiosk.sync.hub import HubWay, LaneAtHub
from kiosk.sync.identity import Identity
from kiosk.sync.live import LiveChannel
from retail.interventions import events as v
from retail.interventions.words import Blocks, Clearer, Severity
from retail.wire.live import CommandDone, LaneCommand, LaneStatus
from store.app import ROOMS, create_app
from store.cli import enrol_code
from store.data import migrate
from store.data.clock import now_us
from store.data.database import Database
from store.front import front
from store.front.admission import UNLIMITED, Rates
from store.hub import identity, link
from store.hub.app import create_hub, open_database, settings_of
from store.hub.link import HubClock, Link
from store.identity import sessions, vault
from store.identity.passwords import Passwords
from store.identity.roles import Role
from store.office import accounts
from store.service import Room, Service
from store.settings import Settings

WEAK = Passwords(time_cost=1, memory_kib=8)
FREE = Rates(stranger_address=UNLIMITED, person=UNLIMITED)
DEADLINE_S = 30.0
PIN = "2580"
BADGE = "LK-0042-7781"
PEOPLE = {"anna": (Role.ATTENDANT, "117"), "ben": (Role.ATTENDANT, "118"), "max": (Role.MANAGER, "201")}
HTMX = {"hx-request": "true", "hx-target": "station"}


def until(what: str, condition: Callable[[], Any]) -> Any:
    """Wait until it is true; what it came to."""
    ends = time.monotonic() + DEADLINE_S
    while not (found := condition()):
        assert time.monotonic() < ends, f"never: {what}"
        time.sleep(0.01)
    return found


class ServiceHouse:
    """The central service, in this process when it is wanted."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        dsn = f"sqlite:///{folder / 'store.db'}"
        migrate.prepare(dsn)
        self.settings = Settings(dsn=dsn, folder=folder / "keys", project=False)
        self.database = Database.open(dsn)
        self.vault = vault.load(self.settings.folder)
        self.staff_ids: dict[str, str] = {}
        for login, (role, number) in PEOPLE.items():
            badge = BADGE if login == "anna" else ""
            way = accounts.way_in(WEAK, self.vault, login=login, pin=PIN, number=number, badge=badge)
            self.staff_ids[login] = self.database.write_sync(
                lambda connection, login=login, role=role, way=way: accounts.add_person(
                    connection, "1", login=login, name=login.title(), role=role, way=way, who="test",
                    at=now_us(),
                )
            )  # fmt: skip

    @contextlib.contextmanager
    def running(self) -> Iterator[str]:
        """Its address."""

        def shared(service: Service) -> Room:
            service.shared.update({front.RATES: FREE, front.PASSWORDS: WEAK})
            return Room()

        with serving(create_app(self.settings, self.database, rooms=(shared, *ROOMS))) as port:
            yield f"http://127.0.0.1:{port}"

    def code(self, name: str, *, is_hub: bool = False) -> str:
        return enrol_code.make(self.database, "1", name, is_hub=is_hub).written


def enrol_lane(house: ServiceHouse, url: str, name: str) -> Identity:
    answer = client.enrol(url, house.code(name), name, "1")
    assert isinstance(answer, tuple), answer
    return answer[0]


def enrol_hub(house: ServiceHouse, url: str, folder: Path) -> None:
    link.enrol(folder, url, house.code("Hub", is_hub=True), "Hub")
    refresh(folder, url)


def refresh(folder: Path, url: str) -> None:
    """The hub asks the service once, wherever that is now."""
    who = identity.HubIdentity(**{**_fields(identity.load(folder)), "url": url})

    async def once() -> None:
        asking = Link(folder, who, HubClock())
        try:
            await asking.refresh()
        finally:
            await asking.close()

    asyncio.run(once())


def _fields(who: identity.HubIdentity) -> dict[str, Any]:
    return {name: getattr(who, name) for name in who.__struct_fields__}


class HubHouse:
    """The hub of one folder, in this process, on a port of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextlib.contextmanager
    def running(self) -> Iterator["HubHouse"]:
        clock = HubClock()
        self.link = Link(self.folder, identity.load(self.folder), clock)
        self.key = identity.station_key(self.folder)
        with open_database(self.folder) as self.database:
            own = settings_of(self.link, Settings(), self.folder, host="127.0.0.1", port=0, url="")

            def shared(service: Service) -> Room:
                service.shared.update({front.RATES: FREE, front.PASSWORDS: WEAK})
                return Room()

            with serving(create_hub(own, self.database, self.link, clock, self.key, shared)) as port:
                self.url = f"http://127.0.0.1:{port}"
                yield self


class Tablet:
    """A browser without a screen."""

    def __init__(self, hub: HubHouse, *, is_known: bool = True) -> None:
        self.http = httpx.Client(base_url=hub.url, timeout=DEADLINE_S)
        self.csrf = ""
        if is_known:
            self.http.get("/", params={"shown": hub.key})

    def __enter__(self) -> "Tablet":
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def sign_in(self, who: str, pin: str = PIN) -> httpx.Response:
        answer = self.http.post("/office/login", data={"who": who, "pin": pin})
        if answer.status_code == 303:
            cookie = self.http.cookies[sessions.COOKIE_INSECURE]
            self.csrf = sessions.csrf_of(cookie.rpartition(".")[2])
        return answer

    def station(self) -> str:
        return self.http.get("/station", headers=HTMX).text

    def decide(self, lane: str, number: int, deed: str = "approve", **fields: str) -> str:
        """What whoever touched is told."""
        page = self.station()
        alert = page.partition(f'value="{number}"')[0].rpartition('name="alert" value="')[2].partition('"')[0]
        form = {
            "deed": deed, "number": str(number), "alert": alert, "reason": "id_seen", "measure": "18",
            sessions.CSRF_FIELD: self.csrf, **fields,
        }  # fmt: skip
        return self._touch(f"/station/{lane}/decide", form)

    def lane(self, lane: str, name: str, text: str = "") -> str:
        return self._touch(
            f"/station/{lane}/lane", {"name": name, "text": text, sessions.CSRF_FIELD: self.csrf}
        )

    def _touch(self, path: str, form: dict[str, str]) -> str:
        answer = self.http.post(path, data=form, headers=HTMX)
        return answer.headers.get("hx-trigger", answer.text)


class LaneDouble:
    """A lane's engine in few lines: what waits, who was first, and what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[LaneCommand, str]] = []
        self.decided: dict[int, str] = {}
        self._events: list[Any] = []
        self._sequence = 0
        self._lock = threading.Lock()
        self.answers_after = threading.Event()
        self.answers_after.set()
        self.place = 0

    def wants(self, number: int, kind: str = "age_check", **more: Any) -> None:
        """Something waits for staff."""
        raised = v.InterventionRaised(
            intervention_no=number, by=v.LANE, why="from 18 years", at_us=now_us(), kind=kind,
            subject=f"line {number}", measure=18, severity=Severity.STAFF, graver=Severity.STAFF,
            blocks=Blocks.PAYMENT, clearer=Clearer.ATTENDANT, is_remote=True, **more,
        )  # fmt: skip
        self._happens(raised)

    def _happens(self, event: Any) -> None:
        with self._lock:
            self._events.append(event)
            self._sequence += 1

    def latest(self) -> Snapshot | None:
        with self._lock:
            return Snapshot(sequence=self._sequence, state=fold(tuple(self._events), State()))

    def status(self, snapshot: Snapshot) -> LaneStatus:
        return LaneStatus(version="1", phase="scanning", is_open=True, help_called=False, at=now_us())

    def carry_out(self, command: LaneCommand, via: str = "") -> CommandDone:
        assert self.answers_after.wait(DEADLINE_S)
        self.asked.append((command, via))
        reason = ""
        if command.name in ("approve", "refuse"):
            number = command.intervention_no
            if number in self.decided:
                reason = "staff_already_cleared"
            else:
                self.decided[number] = command.by
                self._happens(
                    v.InterventionCleared(
                        intervention_no=number, by=v.LANE, why="done", at_us=now_us(), how="ended"
                    )
                )
        return CommandDone(
            command_id=command.command_id, outcome="refused" if reason else "done", reason=reason
        )

    def feed_moved(self) -> None:
        raise AssertionError("a hub has no feed")

    def stands_at(self, place: int) -> None:
        self.place = place


class Calling:
    """A lane's line to a hub, as `kiosk.sync.line` makes it."""

    def __init__(self, url: str, who: Identity, lane: LaneDouble) -> None:
        self.is_needed = True

        def book() -> AlertBook:
            name = f"{who.terminal_id}-{secrets.token_hex(6)}"
            return AlertBook(name, name)

        self.channel = LiveChannel(
            HubWay(url, lambda: who, ServiceClock()),
            LaneAtHub(lane),
            book,
            Backoff(lambda: 0.0, 1.0),
            is_needed=lambda: self.is_needed,
            name="hub",
        )

        self.channel.start()

    def __enter__(self) -> "Calling":
        return self

    def __exit__(self, *_: object) -> None:
        self.channel.stop()

    def connected(self) -> "Calling":
        until("the lane is at the hub", lambda: self.channel.is_connected)
        return self
