"""The hub: alerts reach attendants while the service is away, and only from the shop's own lanes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from benchmarks.store_lane import Lane, enrolled
from benchmarks.store_server import serving
from retail.wire.hub import ALERTS_PATH, HubLanes, LaneAlerts
from retail.wire.live import AlertRaised
from store.app import ROOMS, create_app
from store.cli import enrol_code
from store.data import terminals
from store.data.clock import now_us
from store.data.database import Database
from store.hub import identity, link
from store.hub.app import COOKIE, Hub, create_hub
from store.hub.board import SILENT, WATCHERS_MAX, Board
from store.hub.identity import HubError, HubIdentity
from store.hub.link import HubClock, Link
from store.identity import keyring
from store.settings import Settings

HELP = AlertRaised(alert_id="a-1", kind="help", text="A shopper asks for help.")
Client = TestClient[Any]


@pytest.fixture
def store_dsn(sqlite_dsn: str) -> str:
    return sqlite_dsn


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "hub"


@pytest.fixture
def lane(database: Database) -> Lane:
    return enrolled(database, name="Lane 1")


@pytest.fixture
def hub(settings: Settings, database: Database, folder: Path, lane: Lane) -> Hub:
    """A hub that has fetched its list from a service which is gone now."""
    code = enrol_code.make(database, "1", "Hub", is_hub=True).written
    clock = HubClock()
    with serving(create_app(settings, database, rooms=ROOMS)) as port:
        who = link.enrol(folder, f"http://127.0.0.1:{port}", code, "hub")
        fetching = Link(folder, who, clock)
        with TestClient(create_hub(Hub(fetching, clock, ""))) as once:  # its work fetches the list
            deadline = now_us() + 20_000_000
            while fetching.lanes is None and now_us() < deadline:
                once.get("/static/hub.css")
    return Hub(Link(folder, who, clock), clock, identity.station_key(folder))


@pytest.fixture
def client(hub: Hub) -> Iterator[Client]:
    with TestClient(create_hub(hub)) as opened:
        yield opened


def tell(client: Client, lane: Lane, *alerts: AlertRaised, **headers: str) -> Any:
    body = msgspec.json.encode(LaneAlerts(alerts=alerts))
    signed = lane.headers("POST", ALERTS_PATH, body)
    del signed["authorization"]  # without a service there is no token
    return client.post(ALERTS_PATH, content=body, headers={**signed, **headers})


def test_a_lane_of_the_shop_is_heard_without_the_service(client: Client, hub: Hub, lane: Lane) -> None:
    answer = tell(client, lane, HELP)
    assert answer.status_code == 200
    assert answer.json()["shown_to"] == 0
    shown = hub.picture()
    assert (shown.lanes, shown.is_linked, shown.shop) == (1, False, "Lindenkorb")
    assert [(alert.lane, alert.text) for alert in shown.alerts] == [("Lane 1", HELP.text)]


def test_what_a_lane_no_longer_tells_is_over(client: Client, hub: Hub, lane: Lane) -> None:
    tell(client, lane, HELP)
    tell(client, lane)
    assert hub.picture().alerts == ()


@pytest.mark.parametrize("how", ["stranger", "other key", "changed", "replayed", "old", "unsigned"])
def test_nobody_else_is_heard(client: Client, hub: Hub, lane: Lane, how: str) -> None:
    body = msgspec.json.encode(LaneAlerts(alerts=(HELP,)))
    headers = lane.headers("POST", ALERTS_PATH, body)
    expected, status = "signature", 401
    if how == "stranger":
        headers, expected = Lane("1-99").headers("POST", ALERTS_PATH, body), "unknown_lane"
    elif how == "other key":
        headers = Lane(lane.terminal_id).headers("POST", ALERTS_PATH, body)
    elif how == "changed":
        body = body.replace(b"help", b"fire")
    elif how == "replayed":
        assert client.post(ALERTS_PATH, content=body, headers=headers).status_code == 200
        hub.board.heard(lane.terminal_id, "Lane 1", (), now_us())
        expected = "replayed"
    elif how == "old":
        headers = lane.headers("POST", ALERTS_PATH, body, at=now_us() - 600_000_000)
        expected = "wrong_time"
    else:
        headers, expected = {}, "unsigned"
    answer = client.post(ALERTS_PATH, content=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (status, expected)
    assert hub.picture().alerts == ()


def test_only_a_station_sees_and_takes(client: Client, hub: Hub, lane: Lane) -> None:
    tell(client, lane, HELP)
    take = {"terminal_id": lane.terminal_id, "alert_id": "a-1"}
    for path in ("/", "/events", "/?key=guess"):
        assert client.get(path).status_code == 403
    assert client.post("/take", json=take).status_code == 403
    assert client.get(f"/?key={hub.station_key}", follow_redirects=False).headers["location"] == "/"
    assert client.cookies[COOKIE] == hub.station_key
    page = client.get("/")
    assert page.status_code == 200
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert client.post("/take", json=take).json() == {"taken": True}
    assert hub.picture().alerts[0].taken
    tell(client, lane, HELP)
    assert hub.picture().alerts[0].taken


def test_the_page_needs_nothing_from_elsewhere() -> None:
    from store.hub.app import STATIC

    for file in STATIC.iterdir():
        assert "http" not in file.read_text(encoding="utf-8").replace("http-equiv", "")


def test_the_list_is_kept_over_a_restart_and_its_files_are_private(hub: Hub, folder: Path) -> None:
    assert hub.link.lanes is not None
    again = Link(folder, identity.load(folder), HubClock())
    assert again.lanes == hub.link.lanes
    assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}


def _told(hub: Hub, **changes: Any) -> HubLanes:
    assert hub.link.lanes is not None
    return msgspec.structs.replace(hub.link.lanes, **changes)


def test_a_list_that_the_service_did_not_sign_is_refused(hub: Hub, folder: Path) -> None:
    who = identity.load(folder)
    key_id, private = keyring.make()
    own = keyring.Keyring([keyring.from_private(key_id, private)])
    unsigned = _told(hub, lanes=())
    forged = msgspec.structs.replace(_told(hub, key_id=key_id), signature="")
    forged = msgspec.structs.replace(forged, signature=own.sign(forged.signed_bytes())[1])
    for told, fault in ((unsigned, "not signed"), (forged, "does not know")):
        with pytest.raises(HubError, match=fault):
            identity.accepted(who, msgspec.json.encode(told), None)
    for raw in (b"", b"{}", b'{"store_id": 1}'):
        with pytest.raises(HubError):
            identity.accepted(who, raw, None)


def test_another_stores_list_or_an_older_one_is_refused(hub: Hub, folder: Path) -> None:
    key_id, private = keyring.make()
    own = keyring.Keyring([keyring.from_private(key_id, private)])
    who = msgspec.structs.replace(identity.load(folder), service_keys=own.public_keys())

    def signed(**changes: Any) -> bytes:
        told = _told(hub, key_id=key_id, **changes)
        return msgspec.json.encode(msgspec.structs.replace(told, signature=own.sign(told.signed_bytes())[1]))

    known = identity.accepted(who, signed(), None)
    with pytest.raises(HubError, match="older"):
        identity.accepted(who, signed(made_at=known.made_at - 1), known)
    with pytest.raises(HubError, match="another store"):
        identity.accepted(who, signed(store_id="2"), None)


def test_a_revoked_lane_is_not_on_the_next_list(
    settings: Settings, database: Database, hub: Hub, folder: Path, lane: Lane
) -> None:
    database.write_sync(
        lambda connection: terminals.set_state(connection, "1", lane.terminal_id, revoked=True, at=now_us())
    )
    with serving(create_app(settings, database, rooms=ROOMS)) as port:
        who = msgspec.structs.replace(identity.load(folder), url=f"http://127.0.0.1:{port}")
        fresh = Hub(Link(folder, who, HubClock()), HubClock(), "key")
        with TestClient(create_hub(fresh)) as client:
            deadline = now_us() + 20_000_000
            while not fresh.is_linked and now_us() < deadline:
                client.get("/static/hub.css")
            assert tell(client, lane, HELP).json()["code"] == "unknown_lane"


def test_a_hub_that_was_never_enrolled_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(HubError, match="store hub --enrol"):
        identity.load(tmp_path)


def test_a_hub_may_read_its_list_and_nothing_else(
    settings: Settings, database: Database, hub: Hub, folder: Path
) -> None:
    who: HubIdentity = identity.load(folder)
    device = Lane(who.terminal_id)
    device.private = who.key()
    with TestClient(create_app(settings, database, rooms=ROOMS)) as client:
        json = {"content-type": "application/json"}
        wish = msgspec.json.encode(device.token_request())
        device.token = client.post("/v1/token", content=wish, headers=json).json()["token"]
        assert client.get("/v1/hub/lanes", headers=device.headers("GET", "/v1/hub/lanes")).status_code == 200
        for method, path in (("POST", "/v1/tx"), ("POST", "/v1/key")):
            answer = client.request(method, path, headers=device.headers(method, path))
            assert answer.json()["code"] == "wrong_device"


# --- the board -------------------------------------------------------------------------------------------


def test_a_silent_lanes_alerts_stay_and_are_marked() -> None:
    board = Board()
    board.heard("1-1", "Lane 1", (HELP,), 0)
    assert [alert.is_sure for alert in board.alerts(SILENT - 1)] == [True]
    assert [alert.is_sure for alert in board.alerts(SILENT)] == [False]


def test_the_oldest_alert_comes_first_and_keeps_its_time() -> None:
    board = Board()
    board.heard("1-2", "Lane 2", (HELP,), 10)
    board.heard("1-1", "Lane 1", (HELP,), 20)
    board.heard("1-2", "Lane 2", (HELP,), 30)
    assert [(alert.terminal_id, alert.since) for alert in board.alerts(40)] == [("1-2", 10), ("1-1", 20)]


def test_watchers_are_woken_by_a_change_only_and_are_bounded() -> None:
    board = Board()
    watcher = board.watch()
    assert watcher is not None
    watcher.clear()
    board.heard("1-1", "Lane 1", (HELP,), 10)
    assert watcher.is_set()
    watcher.clear()
    board.heard("1-1", "Lane 1", (HELP,), 20)
    assert not watcher.is_set()
    others = [board.watch() for _ in range(WATCHERS_MAX)]
    assert others.count(None) == 1
    board.leave(watcher)
    assert board.watch() is not None


def test_a_lane_that_left_the_list_leaves_the_board() -> None:
    board = Board()
    board.heard("1-1", "Lane 1", (HELP,), 10)
    board.keep_only({"1-2"})
    assert board.alerts(20) == ()
