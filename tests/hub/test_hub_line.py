"""The line between lane and hub: each proves who it is, and nobody in between can say a word."""

import base64
import time
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hub_world import DEADLINE_S, Calling, HubHouse, LaneDouble, ServiceHouse, refresh, until
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from kiosk.sync.client import ServiceClock
from kiosk.sync.hub import COMMANDS, ForgedError, HubWay, LaneAtHub, SignedWire, check_voucher, met
from kiosk.sync.identity import Identity
from kiosk.sync.live import NoWayError
from retail.wire import hub as wire
from retail.wire.hub import HubHello, HubVoucher
from retail.wire.live import LaneCommand, LaneStatus
from store.data.clock import now_us
from store.data.lanes import alerts, lane_status, terminals
from store.hub import identity

STATUS = LaneStatus(version="1", phase="scanning", is_open=True, help_called=False)
SERVICE, HUB, LANE = (Ed25519PrivateKey.from_private_bytes(one * 32) for one in (b"s", b"h", b"l"))
NONCE = "n" * 24


def public(key: Ed25519PrivateKey) -> str:
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def signed(key: Ed25519PrivateKey, message: bytes) -> str:
    return base64.b64encode(key.sign(message)).decode()


WHO = Identity(
    url="http://service",
    store_id="1",
    terminal_id="1-1",
    scopes=(),
    service_keys={"k": public(SERVICE)},
    private_key=base64.b64encode(b"l" * 32).decode(),
)


def voucher(signer: Ed25519PrivateKey = SERVICE, **changes: Any) -> HubVoucher:
    told = HubVoucher(store_id="1", hub_id="1-9", keys=(public(HUB),), made_at=10, until=100, key_id="k")
    told = msgspec.structs.replace(told, **changes)
    return msgspec.structs.replace(told, signature=signed(signer, told.signed_bytes()))


def hello(key: Ed25519PrivateKey = HUB, told: HubVoucher | None = None, nonce: str = NONCE) -> str:
    """A hub's first frame to lane 1-1."""
    paper = told or voucher()
    body = msgspec.json.encode(HubHello(voucher=paper, nonce="own", server_time=50)).decode()
    session = wire.session_of("1-1", nonce, paper.hub_id, "own")
    return wire.frame(signed(key, wire.frame_bytes("down", session, 0, body)), body)


class Pipe:
    """What the other end says, in order; and what it was told."""

    def __init__(self, *says: str | bytes) -> None:
        self.says = list(says)
        self.told: list[str] = []

    def send(self, message: str, /) -> None:
        self.told.append(message)

    def recv(self, timeout: float) -> str | bytes:
        return self.says.pop(0)


# --- the lane believes no other hub ------------------------------------------------------------------------


def test_a_lane_believes_the_hub_that_the_service_vouches_for() -> None:
    told, _ = met(Pipe(), WHO, NONCE, hello(), 50)
    assert told.server_time == 50


@pytest.mark.parametrize(
    ("frame", "why"),
    [
        (hello(key=LANE), "does not have the key"),
        (hello(nonce="m" * 24), "does not have the key"),
        (hello(told=voucher(signer=HUB)), "not signed by the service"),
        (hello(told=voucher(key_id="other")), "a key this lane does not know"),
        (hello(told=voucher(store_id="2")), "another store"),
        (hello(told=msgspec.structs.replace(voucher(), until=10**18)), "not signed by the service"),
        (hello(told=voucher(until=50)), "too old"),
        (hello(told=voucher(keys=("no key",))), "no key"),
        ("", "is no hub"),
        ("x" * 200, "is no hub"),
        (b"bytes", "is no hub"),
    ],
)
def test_a_forged_hub_is_told_nothing(frame: str | bytes, why: str) -> None:
    pipe = Pipe()
    with pytest.raises(NoWayError, match=why):
        met(pipe, WHO, NONCE, frame, 50)
    assert pipe.told == []


def test_a_voucher_counts_for_its_time_only() -> None:
    check_voucher(voucher(), WHO, 99)
    with pytest.raises(NoWayError, match="too old"):
        check_voucher(voucher(), WHO, 100)


def frames(*bodies: str, start: int = 0, way: wire.Way = "down") -> list[str]:
    key = HUB if way == "down" else LANE
    return [
        wire.frame(signed(key, wire.frame_bytes(way, "session", number, body)), body)
        for number, body in enumerate(bodies, start)
    ]


@pytest.mark.parametrize("how", ["changed", "repeated", "left out", "swapped", "its own", "another line"])
def test_a_frame_that_is_not_the_next_one_ends_the_line(how: str) -> None:
    one, two, three = frames("one", "two", "three")
    said = {
        "changed": [one, two.replace("two", "too")],
        "repeated": [one, one],
        "left out": [one, three],
        "swapped": [two, one],
        "its own": [frames("one", way="up")[0]],
        "another line": [hello()],
    }[how]
    line = SignedWire(Pipe(*said), LANE, HUB.public_key(), "session")
    with pytest.raises(ForgedError):
        _ = [line.recv(1) for _ in said]
    honest = SignedWire(Pipe(one, two, three), LANE, HUB.public_key(), "session")
    assert [honest.recv(1) for _ in range(3)] == ["one", "two", "three"]


def test_a_hub_asks_for_nothing_but_what_staff_decide() -> None:
    double = LaneDouble()
    at_hub = LaneAtHub(double)
    for name in LaneCommand.__annotations__["name"].__args__:
        done = at_hub.carry_out(LaneCommand(command_id=name, name=name, intervention_no=1))
        assert (done.reason == "not_from_the_hub") is (name not in COMMANDS)
    assert {command.name for command, _ in double.asked} == COMMANDS
    assert {via for _, via in double.asked} == {"hub"}


# --- the hub believes no other lane ------------------------------------------------------------------------


class Stranger:
    """Says hello as some lane and then whatever it is told to."""

    def __init__(self, hub: HubHouse, terminal_id: str) -> None:
        self.terminal_id = terminal_id
        headers = {"x-terminal": terminal_id, "x-nonce": NONCE}
        self._stack = ExitStack()
        opening = connect(hub.url.replace("http", "ws") + wire.LINE_PATH, additional_headers=headers)
        self.line = self._stack.enter_context(opening)
        _, body = wire.opened(str(self.line.recv(DEADLINE_S)))
        self.hello = msgspec.json.decode(body, type=HubHello)
        self.session = wire.session_of(terminal_id, NONCE, self.hello.voucher.hub_id, self.hello.nonce)
        self.said = 0

    def say(self, key: Ed25519PrivateKey, body: str, number: int | None = None) -> None:
        number = self.said if number is None else number
        self.line.send(wire.frame(signed(key, wire.frame_bytes("up", self.session, number, body)), body))
        self.said = number + 1

    def ended(self) -> str:
        """Why the hub hung up."""
        with pytest.raises(ConnectionClosed) as closed:
            _ = [self.line.recv(DEADLINE_S) for _ in range(100)]
        assert closed.value.rcvd is not None
        return closed.value.rcvd.reason

    def __enter__(self) -> "Stranger":
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()


def told_status(hub: HubHouse) -> bool:
    return bool(hub.database.read_sync(lambda c: list(lane_status.listed(c, "1", now_us()))))


def test_only_a_lane_of_the_list_is_talked_to(hub: HubHouse) -> None:
    for terminal_id in ("1-99", "1-3", "", "x" * 500):
        with pytest.raises(InvalidStatus):
            Stranger(hub, terminal_id)


def test_a_forged_lane_is_not_heard(hub: HubHouse) -> None:
    with Stranger(hub, "1-1") as stranger:
        stranger.say(LANE, "")
        assert stranger.ended() == "signature"
    with Stranger(hub, "1-1") as stranger:
        stranger.line.send("nothing signed")
        assert stranger.ended() == "signature"
    assert not told_status(hub)


@pytest.mark.parametrize("how", ["changed", "repeated", "left out"])
def test_a_lane_whose_frames_are_meddled_with_is_let_go(hub: HubHouse, lane: Identity, how: str) -> None:
    status = msgspec.json.encode(STATUS).decode()
    with Stranger(hub, lane.terminal_id) as line:
        line.say(lane.key(), "")
        if how == "changed":
            text = wire.frame(
                signed(lane.key(), wire.frame_bytes("up", line.session, 1, status)), status + " "
            )
            line.line.send(text)
        else:
            line.say(lane.key(), status, 0 if how == "repeated" else 2)
        assert line.ended() == "signature"
    assert not told_status(hub)


def test_a_lane_that_says_nothing_is_let_go(hub: HubHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "HELLO_S", 0.1)
    with Stranger(hub, "1-1") as stranger:
        assert stranger.ended() == "silent"


def test_only_so_many_strangers_are_met_at_once(hub: HubHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.hub.line.MEETING_MAX", 1)
    with Stranger(hub, "1-1"), pytest.raises(InvalidStatus):
        Stranger(hub, "1-2")


# --- the list ----------------------------------------------------------------------------------------------


@pytest.fixture
def revoked(house: ServiceHouse, other_lane: Identity) -> Iterator[str]:
    """A lane that the service has revoked."""

    def revoke(is_revoked: bool) -> None:
        house.database.write_sync(
            lambda connection: terminals.set_state(
                connection, "1", other_lane.terminal_id, revoked=is_revoked, at=now_us()
            )
        )

    revoke(is_revoked=True)
    yield other_lane.terminal_id
    revoke(is_revoked=False)


def test_a_revoked_lane_is_not_on_the_next_list(folder: Any, house: ServiceHouse, revoked: str) -> None:
    with house.running() as url:
        refresh(folder, url)
    with HubHouse(folder).running() as hub, pytest.raises(InvalidStatus):
        Stranger(hub, revoked)


def test_a_line_goes_on_when_the_hub_does_not(folder: Any, lane: Identity) -> None:
    """The lane tries again by itself, and an alert of the line before is not left behind."""
    double = LaneDouble()
    double.wants(1)
    with HubHouse(folder).running() as hub, Calling(hub.url, lane, double) as calling:
        calling.connected()
        ours = lambda: hub.database.read_sync(lambda c: list(alerts.still_open(c, "1")))  # noqa: E731
        until("it waits", lambda: len(ours()) == 1)
        first = ours()[0].alert_id
        hub.link.shop, kept = None, hub.link.shop
        calling.is_needed = False
        until("it has left", lambda: not calling.channel.is_connected and not ours())
        calling.is_needed = True
        until("it was refused", lambda: calling.channel.is_away)
        hub.link.shop = kept
        calling.connected()
        until("it waits again", lambda: [one.alert_id for one in ours()] not in ([], [first]))


def test_the_way_to_nobody_says_why() -> None:
    way = HubWay("http://127.0.0.1:9", lambda: WHO, ServiceClock())
    begun = time.monotonic()
    with pytest.raises(OSError, match="refused"), way.open():
        pass
    assert time.monotonic() - begun < DEADLINE_S


def test_the_identity_tells_no_secret(folder: Any) -> None:
    assert identity.load(folder).private_key not in repr(identity.load(folder))
