"""Alerts reach the shop's own hub when the service cannot be reached, signed, and only then."""

import base64

import httpx
import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.sync.client import ServiceClock
from kiosk.sync.hub import LOOK_S, HubTeller
from kiosk.sync.identity import Identity
from retail.wire.hub import ALERTS_PATH, AlertsTaken, LaneAlerts
from retail.wire.live import BEAT_S, AlertRaised
from store.identity import signatures
from store.identity.errors import Rejected

KEY = Ed25519PrivateKey.from_private_bytes(b"l" * 32)
WHO = Identity(
    url="http://service",
    store_id="1",
    terminal_id="1-1",
    scopes=(),
    service_keys={},
    private_key=base64.b64encode(b"l" * 32).decode(),
)
HELP = AlertRaised(alert_id="1-1-a-1", kind="help", text="A shopper asks for help.")
NOW = 1_800_000_000_000_000


class Hub:
    """A hub that takes what the lane has signed; `down` and `now` as told."""

    def __init__(self) -> None:
        self.told: list[list[str]] = []
        self.is_down = False
        self.now = NOW

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if self.is_down:
            raise httpx.ConnectError("no route")
        proof = signatures.read_proof(request.headers)
        try:
            signatures.check_time(proof.at, self.now)
            signatures.check_request(
                proof, KEY.public_key().public_bytes_raw(), "POST", ALERTS_PATH, request.content
            )
        except Rejected as error:
            return httpx.Response(error.status, headers={"x-server-time": str(self.now)})
        alerts = msgspec.json.decode(request.content, type=LaneAlerts).alerts
        self.told.append([alert.alert_id for alert in alerts])
        return httpx.Response(200, content=msgspec.json.encode(AlertsTaken(shown_to=1, server_time=self.now)))


class Lane:
    """What the lane wants people for, and whether the service can be told."""

    def __init__(self) -> None:
        self.hub = Hub()
        self.alerts: list[AlertRaised] = []
        self.is_cut = True
        clock = ServiceClock()
        clock.told(NOW)
        self.teller = HubTeller(
            "http://hub", WHO, clock, lambda: self.alerts, lambda: self.is_cut,
            transport=httpx.MockTransport(self.hub),
        )  # fmt: skip

    def steps(self, seconds: float) -> None:
        for _ in range(round(seconds / LOOK_S)):
            self.teller.step()


@pytest.fixture
def lane() -> Lane:
    return Lane()


def test_an_alert_is_told_at_once_repeated_every_beat_and_taken_back_once(lane: Lane) -> None:
    lane.steps(5)
    assert lane.hub.told == [], "nothing to tell"
    lane.alerts = [HELP]
    lane.steps(1)
    assert lane.hub.told == [[HELP.alert_id]]
    lane.steps(2 * BEAT_S)
    assert lane.hub.told == [[HELP.alert_id]] * 3
    lane.alerts = []
    lane.steps(2 * BEAT_S)
    assert lane.hub.told == [[HELP.alert_id]] * 3 + [[]]


def test_the_hub_is_left_alone_while_the_service_is_there(lane: Lane) -> None:
    lane.alerts, lane.is_cut = [HELP], False
    lane.steps(10)
    assert lane.hub.told == []
    lane.is_cut = True
    lane.steps(1)
    lane.is_cut = False
    lane.steps(1)
    assert lane.hub.told == [[HELP.alert_id], []], "the service shows it now"


def test_a_hub_that_is_down_is_tried_again(lane: Lane) -> None:
    lane.alerts, lane.hub.is_down = [HELP], True
    assert lane.teller.step() > LOOK_S
    assert lane.teller.trouble == "ConnectError: no route"
    lane.hub.is_down = False
    lane.steps(1)
    assert (lane.hub.told, lane.teller.trouble) == ([[HELP.alert_id]], "")


def test_a_wrong_clock_is_put_right_by_the_hubs_refusal(lane: Lane) -> None:
    lane.hub.now = NOW + 10**12
    lane.alerts = [HELP]
    lane.steps(1)
    assert lane.teller.trouble == "http_401: "
    lane.steps(1)
    assert lane.hub.told == [[HELP.alert_id]]
