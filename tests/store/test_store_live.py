"""The live channel and what browsers hear, over real sockets, with two workers on one database."""

import asyncio
import contextlib
import http.client
import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from store_photos import photo
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from benchmarks.store_lane import Lane, enrolled
from benchmarks.store_server import serving
from retail.wire.live import (
    MESSAGE_MAX,
    PATH,
    AlertCleared,
    AlertRaised,
    AlertSeen,
    CommandDone,
    Down,
    FeedMoved,
    LaneCommand,
    LaneStatus,
    Up,
    Waiting,
)
from retail.wire.pictures import mark_of
from store.app import ROOMS, create_app
from store.data.clock import now_us
from store.data.database import Database
from store.data.goods import pictures
from store.data.lanes import alerts, commands, events, lane_status, terminals
from store.data.replication import feed
from store.data.schema.alerts import command
from store.front import front
from store.identity import sessions
from store.identity.passwords import Passwords
from store.identity.roles import Role
from store.lanes import live as live_room
from store.lanes.live_status import SECOND, Statuses
from store.office import accounts
from store.service import Room, Service
from store.settings import Settings

WEAK = Passwords(time_cost=1, memory_kib=8)
DEADLINE_S = 20
on_each_engine = pytest.mark.parametrize("store_dsn", ["sqlite", "postgresql"], indirect=True)
_down = msgspec.json.Decoder(Down)


def eventually(ask: Callable[[], Any], what: str) -> Any:
    """The first true answer."""
    deadline = time.monotonic() + DEADLINE_S
    while not (answer := ask()):
        assert time.monotonic() < deadline, f"still not: {what}"
        time.sleep(0.02)
    return answer


@pytest.fixture
def store_dsn(request: pytest.FixtureRequest) -> str:
    """SQLite, and each engine for tests marked `on_each_engine`; the one under test with STORE_TEST_DSN."""
    usual = "postgresql" if os.environ.get("STORE_TEST_DSN") else "sqlite"
    dsn: str = request.getfixturevalue(f"{getattr(request, 'param', usual)}_dsn")
    return dsn


@pytest.fixture
def start(settings: Settings, database: Database) -> Iterator[Callable[[], int]]:
    """Start a worker on a port of its own."""

    def shared(service: Service) -> Room:
        service.shared[front.PASSWORDS] = WEAK
        return Room()

    with contextlib.ExitStack() as stack:
        yield lambda: stack.enter_context(serving(create_app(settings, database, rooms=(shared, *ROOMS))))


@pytest.fixture
def worker(start: Callable[[], int]) -> int:
    return start()


@pytest.fixture
def lane(worker: int, database: Database) -> Lane:
    return with_token(worker, enrolled(database))


def ask(port: int, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> Any:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=DEADLINE_S)
    with contextlib.closing(connection):
        raw = msgspec.json.encode(body) if body is not None else b""
        connection.request(method, path, raw, {"content-type": "application/json", **(headers or {})})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()


def with_token(port: int, lane: Lane) -> Lane:
    status, _, raw = ask(port, "POST", "/v1/token", lane.token_request())
    assert status == 200, raw
    lane.token = json.loads(raw)["token"]
    return lane


@contextlib.contextmanager
def line(port: int, lane: Lane, headers: dict[str, str] | None = None) -> Iterator[ClientConnection]:
    proof = headers or lane.headers("GET", PATH)
    with connect(f"ws://127.0.0.1:{port}{PATH}", additional_headers=proof, open_timeout=DEADLINE_S) as opened:
        yield opened


def say(opened: ClientConnection, message: Up) -> None:
    opened.send(msgspec.json.encode(message).decode())


def hear(opened: ClientConnection, kind: type[Any]) -> Any:
    """The next message of a kind; others are let pass."""
    deadline = time.monotonic() + DEADLINE_S
    while time.monotonic() < deadline:
        message = _down.decode(opened.recv(timeout=DEADLINE_S))
        if isinstance(message, kind):
            return message
    raise AssertionError(f"no {kind.__name__} came")


def hung_up(opened: ClientConnection) -> tuple[int, str]:
    """How the service ended the line."""
    ended: ConnectionClosed | None = None
    while ended is None:
        try:
            opened.recv(timeout=DEADLINE_S)
        except ConnectionClosed as closed:
            ended = closed
    assert ended.rcvd is not None, "the line broke instead of being hung up"
    return ended.rcvd.code, ended.rcvd.reason


STATUS = LaneStatus(version="1", phase="attract", is_open=True, help_called=False, currency="EUR")
HELP = AlertRaised(alert_id="a-1", kind="help", text="A shopper asks for help.", at=5)


def status_of(database: Database, lane: Lane) -> lane_status.LaneNow | None:
    found = database.read_sync(lambda connection: lane_status.listed(connection, "1", now_us()))
    return next((now for now in found if now.terminal_id == lane.terminal_id), None)


def give(database: Database, lane: Lane, name: str = "close", life_s: int = 60) -> str:
    return database.write_sync(
        lambda connection: commands.give(
            connection, "1", lane.terminal_id, name, by="anna", at=now_us(), life_s=life_s
        )
    )


# --- the line --------------------------------------------------------------------------------------------


def test_an_alert_is_told_to_be_seen_only_once_it_is_stored(
    worker: int, lane: Lane, database: Database
) -> None:
    with line(worker, lane) as opened:
        say(opened, HELP)
        assert hear(opened, AlertSeen).alert_id == "a-1"
        stored = database.read_sync(lambda connection: alerts.still_open(connection, "1"))
        assert [(alert.alert_id, alert.terminal_id, alert.kind) for alert in stored] == [
            ("a-1", lane.terminal_id, "help")
        ]


@on_each_engine
def test_an_alert_that_is_repeated_on_another_line_is_the_same_alert(
    worker: int, start: Callable[[], int], lane: Lane, database: Database
) -> None:
    for port in (worker, start(), worker):
        with line(port, lane) as opened:
            say(opened, HELP)
            hear(opened, AlertSeen)
    assert len(database.read_sync(lambda connection: alerts.still_open(connection, "1"))) == 1


def test_an_alert_that_was_cleared_does_not_come_back(worker: int, lane: Lane, database: Database) -> None:
    with line(worker, lane) as opened:
        say(opened, HELP)
        hear(opened, AlertSeen)
        say(opened, AlertCleared(alert_id="a-1"))
        eventually(
            lambda: not database.read_sync(lambda connection: alerts.still_open(connection, "1")),
            "the alert is cleared",
        )
        say(opened, HELP)
        hear(opened, AlertSeen)
    assert not database.read_sync(lambda connection: alerts.still_open(connection, "1"))


@on_each_engine
def test_a_picture_comes_with_its_alert_and_a_bad_one_is_left_out(
    worker: int, lane: Lane, database: Database
) -> None:
    jpeg = photo()
    waiting = Waiting(intervention_no=1, kind="age_check", needs_picture=True, picture=mark_of(jpeg))
    wine = AlertRaised(alert_id="a-1", kind="age_check", text="wine", waiting=waiting, picture=jpeg)

    def shown() -> tuple[Any, Any]:
        return database.read_sync(lambda c: (pictures.marks(c, "1", now_us()), alerts.get(c, "1", "a-1")))

    with line(worker, lane) as opened:
        for bad in (b"<svg onload='alert(1)'/>", jpeg + b"PK\x03\x04", b"\xff\xd8" * 12_000):
            say(opened, msgspec.structs.replace(wine, picture=bad))
            hear(opened, AlertSeen)
            found, alert = shown()
            assert found == {}
            assert alert.waiting.picture == "", "the card says that there is none"
        say(opened, wine)
        hear(opened, AlertSeen)
        found, alert = shown()
        assert found == {(lane.terminal_id, "a-1"): mark_of(jpeg)}
        assert alert.waiting.picture == mark_of(jpeg)
        say(opened, AlertCleared(alert_id="a-1"))
        eventually(lambda: not shown()[0], "the picture is gone with its alert")


def test_a_lane_cannot_clear_another_lanes_alert(worker: int, lane: Lane, database: Database) -> None:
    other = with_token(worker, enrolled(database, name="other"))
    with line(worker, lane) as mine, line(worker, other) as theirs:
        say(mine, HELP)
        hear(mine, AlertSeen)
        say(theirs, AlertCleared(alert_id="a-1"))
        say(theirs, AlertRaised(alert_id="a-2", kind="help", text="help"))
        hear(theirs, AlertSeen)  # handled in order: the clearing is behind us
    stored = database.read_sync(lambda connection: alerts.still_open(connection, "1"))
    assert {alert.alert_id for alert in stored} == {"a-1", "a-2"}


@on_each_engine
def test_a_command_given_at_any_worker_reaches_the_lane_once_per_line(
    worker: int, start: Callable[[], int], lane: Lane, database: Database
) -> None:
    early = give(database, lane)
    with line(worker, lane) as opened:
        assert hear(opened, LaneCommand).command_id == early
        late = give(database, lane, "message")  # no worker is told: it is found by looking
        assert hear(opened, LaneCommand).command_id == late
        say(opened, CommandDone(command_id=early, outcome="done"))
        say(opened, CommandDone(command_id=early, outcome="refused", reason="second thoughts"))
        third = give(database, lane, "open")
        assert hear(opened, LaneCommand).command_id == third
    with line(start(), lane) as again:  # not done: they come again, in order
        assert [hear(again, LaneCommand).command_id for _ in range(2)] == [late, third]


def test_a_command_that_is_too_late_or_for_another_lane_is_not_sent(
    worker: int, lane: Lane, database: Database
) -> None:
    give(database, lane, life_s=0)
    give(database, enrolled(database, name="other"))
    meant = give(database, lane, "open")
    with line(worker, lane) as opened:
        assert hear(opened, LaneCommand).command_id == meant


def test_a_command_that_was_not_done_in_time_is_marked_when_the_next_is_given(
    lane: Lane, database: Database
) -> None:
    late = give(database, lane, life_s=0)
    give(database, lane, "open")
    outcomes = database.read_sync(
        lambda connection: dict(
            connection.execute(
                sa.select(command.c.command_id, command.c.outcome).where(command.c.store_id == "1")
            ).all()  # type: ignore[arg-type]
        )
    )
    assert outcomes.pop(late) == "expired"
    assert list(outcomes.values()) == [""]


def test_only_the_lane_itself_says_what_became_of_a_command(
    worker: int, lane: Lane, database: Database
) -> None:
    command_id = give(database, lane)
    other = with_token(worker, enrolled(database, name="other"))
    with line(worker, other) as theirs:
        say(theirs, CommandDone(command_id=command_id, outcome="done"))
        say(theirs, HELP)
        hear(theirs, AlertSeen)
    waiting = database.read_sync(
        lambda connection: commands.waiting(connection, "1", lane.terminal_id, now_us())
    )
    assert [command.command_id for command in waiting] == [command_id]


def publish(database: Database) -> None:
    row = feed.Row(kind="setting", key="help_text", body=b"%d" % now_us())
    database.write_sync(lambda connection: feed.publish(connection, "1", "store:1", [row], at=now_us()))


@on_each_engine
def test_the_lane_hears_that_a_feed_moved(worker: int, lane: Lane, database: Database) -> None:
    with line(worker, lane) as opened:
        say(opened, HELP)
        hear(opened, AlertSeen)
        deadline = time.monotonic() + DEADLINE_S
        moved = None
        while moved is None and time.monotonic() < deadline:  # until the line has begun to follow
            publish(database)
            with contextlib.suppress(TimeoutError):
                message = _down.decode(opened.recv(timeout=0.5))
                moved = message if isinstance(message, FeedMoved) else None
        assert moved is not None
        assert moved.scope == "store:1"


def test_how_a_lane_is_is_kept_and_that_it_left(worker: int, lane: Lane, database: Database) -> None:
    with line(worker, lane) as opened:
        say(opened, STATUS)
        now = eventually(lambda: status_of(database, lane), "the status is kept")
        assert (now.is_connected, now.status) == (True, STATUS)
        calling = msgspec.structs.replace(STATUS, help_called=True)
        say(opened, calling)
        eventually(lambda: status_of(database, lane).status == calling, "a change that matters is kept")
    eventually(lambda: not status_of(database, lane).is_connected, "the lane is known to be gone")


def test_a_count_that_goes_up_is_not_written_each_time(worker: int, lane: Lane, database: Database) -> None:
    with line(worker, lane) as opened:
        for count in range(60):
            say(opened, msgspec.structs.replace(STATUS, item_count=count))
        say(opened, HELP)
        hear(opened, AlertSeen)
        told = database.read_sync(lambda connection: events.after(connection, "1", 0, 1000))
    assert len([event for event in told if event.kind == lane_status.KIND]) <= 2


def test_the_last_count_is_written_all_the_same() -> None:
    kept: list[int] = []

    async def keep(status: LaneStatus, now: int) -> None:
        kept.append(status.item_count)

    async def play() -> None:
        statuses = Statuses(keep)
        for count in range(5):
            await statuses.heard(msgspec.structs.replace(STATUS, item_count=count), 10 * SECOND + count)
        assert (kept, statuses.is_late) == ([0], True)
        await statuses.flush(11 * SECOND)
        assert (kept, statuses.is_late) == ([0, 4], False)
        await statuses.flush(12 * SECOND)
        assert kept == [0, 4]
        await statuses.heard(msgspec.structs.replace(STATUS, item_count=5), 17 * SECOND)
        assert kept == [0, 4, 5]

    asyncio.run(play())


@on_each_engine
def test_a_line_that_is_older_does_not_say_that_the_lane_is_gone(
    worker: int, start: Callable[[], int], lane: Lane, database: Database
) -> None:
    with line(start(), lane) as new:
        with line(worker, lane) as old:
            say(old, STATUS)
            eventually(lambda: status_of(database, lane), "the old line speaks")
            say(new, msgspec.structs.replace(STATUS, phase="scanning"))
            eventually(lambda: status_of(database, lane).status.phase == "scanning", "the new line speaks")
        say(new, HELP)
        hear(new, AlertSeen)
        assert status_of(database, lane).is_connected


# --- who may speak ---------------------------------------------------------------------------------------


def refused(port: int, lane: Lane, headers: dict[str, str] | None = None) -> int:
    with pytest.raises(InvalidStatus) as answer, line(port, lane, headers):
        pass
    return answer.value.response.status_code


def test_a_line_needs_token_and_signature(worker: int, lane: Lane) -> None:
    assert refused(worker, lane, {"x-terminal": lane.terminal_id}) == 403
    assert refused(worker, lane, lane.headers("GET", "/v1/feed/chain")) == 403
    thief = Lane(lane.terminal_id)
    thief.token = lane.token
    assert refused(worker, thief) == 403


@on_each_engine
def test_a_handshake_counts_once_for_all_workers(worker: int, start: Callable[[], int], lane: Lane) -> None:
    proof = lane.headers("GET", PATH)
    with line(worker, lane, proof):
        assert refused(start(), lane, proof) == 403


def test_a_revoked_lane_is_let_go_within_a_beat(
    settings: Settings, worker: int, lane: Lane, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_room, "BEAT_S", 0.1)
    with line(worker, lane) as opened:
        database.write_sync(
            lambda connection: terminals.set_state(
                connection, "1", lane.terminal_id, revoked=True, at=now_us()
            )
        )
        assert hung_up(opened) == (live_room.POLICY, "revoked")


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ("nonsense", live_room.UNSUPPORTED),
        ('{"type":"Reboot"}', live_room.UNSUPPORTED),
        ('{"type":"AlertRaised"}', live_room.UNSUPPORTED),
        (b"\x00\x01", live_room.UNSUPPORTED),
        ("x" * (MESSAGE_MAX + 1), live_room.TOO_LARGE),
    ],
)
def test_what_no_lane_says_ends_the_line(worker: int, lane: Lane, frame: str | bytes, code: int) -> None:
    with line(worker, lane) as opened:
        opened.send(frame)
        assert hung_up(opened)[0] == code


def test_a_lane_that_floods_is_let_go(worker: int, lane: Lane) -> None:
    with line(worker, lane) as opened:
        with contextlib.suppress(ConnectionClosed):
            for _ in range(int(live_room.MESSAGES.burst) * 3):
                say(opened, STATUS)
        assert hung_up(opened)[0] == live_room.POLICY


def test_a_silent_lane_is_let_go(worker: int, lane: Lane, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_room, "SILENT_S", 0.3)
    with line(worker, lane) as opened:
        assert hung_up(opened) == (live_room.GOING_AWAY, "silent")


# --- browsers --------------------------------------------------------------------------------------------


class Browser:
    """Listens to /office/events on a thread."""

    def __init__(self, port: int, cookie: str, last: str = "") -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=DEADLINE_S)
        headers = {"cookie": cookie, **({"last-event-id": last} if last else {})}
        self._connection.request("GET", "/office/events", headers=headers)
        self.answer = self._connection.getresponse()
        self.frames: list[dict[str, str]] = []
        self._thread = threading.Thread(target=self._read)
        self._thread.start()

    def _read(self) -> None:
        frame: dict[str, str] = {}
        with contextlib.suppress(OSError, ValueError, http.client.HTTPException, AttributeError):
            while raw := self.answer.readline():
                name, _, value = raw.decode().rstrip("\n").partition(": ")
                if name:
                    frame[name] = value
                else:
                    self.frames.append(frame)
                    frame = {}

    def close(self) -> None:
        if self._connection.sock is not None:
            self._connection.sock.shutdown(2)
        self._thread.join(DEADLINE_S)
        self.answer.close()
        self._connection.close()

    def told(self, kind: str) -> list[dict[str, str]]:
        return [frame for frame in self.frames if frame.get("event") == kind]


@pytest.fixture
def browse(worker: int, database: Database) -> Iterator[Callable[..., Browser]]:
    way = accounts.WayIn(password_hash=WEAK.hash("korrektes pferd"))
    database.write_sync(
        lambda connection: accounts.add_person(
            connection, "1", login="anna", name="Anna", role=Role.ATTENDANT, way=way, who="test", at=now_us()
        )
    )
    _, headers, raw = ask(worker, "POST", "/office/login", {"login": "anna", "password": "korrektes pferd"})
    cookie = headers["set-cookie"].partition(";")[0]
    opened: list[Browser] = []

    def listen(port: int = worker, last: str = "") -> Browser:
        browser = Browser(port, cookie, last)
        opened.append(browser)
        return browser

    listen.csrf = json.loads(raw)["csrf"]  # type: ignore[attr-defined]
    listen.cookie = cookie  # type: ignore[attr-defined]
    yield listen
    for browser in opened:
        browser.close()


def raise_alert(database: Database, alert_id: str) -> None:
    database.write_sync(
        lambda connection: alerts.open_alert(
            connection, "1", terminal_id="1-1", kind="help", text="help", alert_id=alert_id, at=now_us()
        )
    )


@on_each_engine
def test_a_browser_hears_an_alert_raised_at_another_worker(
    start: Callable[[], int], lane: Lane, browse: Callable[..., Browser]
) -> None:
    browser = browse()
    eventually(lambda: browser.frames, "the stream has begun")
    with line(start(), lane) as opened:
        say(opened, HELP)
        hear(opened, AlertSeen)
        told = eventually(lambda: browser.told("alert"), "the alert is told")
    body = json.loads(told[0]["data"])
    assert (body["alert_id"], body["terminal_id"], body["cleared_at"]) == ("a-1", lane.terminal_id, 0)


@on_each_engine
def test_a_browser_that_comes_back_hears_what_it_missed_and_nothing_twice(
    start: Callable[[], int], database: Database, browse: Callable[..., Browser]
) -> None:
    first = browse()
    eventually(lambda: first.frames, "the stream has begun")
    raise_alert(database, "one")
    last = eventually(lambda: first.told("alert"), "the first alert")[-1]["id"]
    first.close()
    for name in ("two", "three"):
        raise_alert(database, name)
    second = browse(start(), last)
    raise_alert(database, "four")
    eventually(lambda: len(second.told("alert")) >= 3, "everything since")
    assert [json.loads(frame["data"])["alert_id"] for frame in second.told("alert")] == [
        "two",
        "three",
        "four",
    ]
    assert not second.told("reset")


def test_a_browser_that_missed_too_much_or_comes_from_the_future_starts_over(
    database: Database, browse: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    from store.front import bus

    monkeypatch.setattr(bus, "BACKLOG_MAX", 3)
    for number in range(6):
        raise_alert(database, f"alert-{number}")
    for last in ("1", "999"):
        browser = browse(last=last)
        eventually(lambda: browser.told("reset"), "it is told to start over")  # noqa: B023
        assert not browser.told("alert")


def test_who_logs_out_stops_hearing(
    worker: int, browse: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    from store.office import events as events_room

    monkeypatch.setattr(events_room, "BEAT_S", 0.1)
    browser = browse()
    eventually(lambda: browser.frames, "the stream has begun")
    headers = {"cookie": browse.cookie, sessions.CSRF_HEADER: browse.csrf}  # type: ignore[attr-defined]
    assert ask(worker, "POST", "/office/logout", headers=headers)[0] == 200
    eventually(lambda: not browser._thread.is_alive(), "the stream ends")


def test_nobody_listens_without_a_session(worker: int) -> None:
    assert ask(worker, "GET", "/office/events")[0] == 401


def test_an_attendant_takes_an_alert_and_commands_the_lane(
    worker: int, lane: Lane, database: Database, browse: Callable[..., Browser]
) -> None:
    headers = {"cookie": browse.cookie, sessions.CSRF_HEADER: browse.csrf}  # type: ignore[attr-defined]
    with line(worker, lane) as opened:
        say(opened, STATUS)
        say(opened, HELP)
        hear(opened, AlertSeen)
        status, _, raw = ask(worker, "POST", "/office/api/alerts/a-1/seen", headers=headers)
        assert (status, json.loads(raw)["seen_by"]) == (200, "anna")
        path = f"/office/api/lanes/{lane.terminal_id}/commands"
        status, _, raw = ask(worker, "POST", path, {"name": "end_help"}, headers)
        command = hear(opened, LaneCommand)
        assert (status, json.loads(raw)["command_id"]) == (200, command.command_id)
        assert (command.name, command.by) == ("end_help", "anna")
        lanes = json.loads(ask(worker, "GET", "/office/api/lanes", headers=headers)[2])
        assert [(entry["device"]["terminal_id"], entry["now"]["is_connected"]) for entry in lanes] == [
            (lane.terminal_id, True)
        ]
