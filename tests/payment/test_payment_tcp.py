"""ZVT over TCP: bare APDUs in a stream, the same promises about money.

Source: ZVT transport PA00P016 sections 2.2 and 4: no blocks, no checksum, no length prefix.
"""

import contextlib
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from payment_rig import Rig, fast_profile, wait_for

from kiosk.devices import terminal as t
from kiosk.payment import tcp_line
from kiosk.payment.line import Doorbell, LineLostError
from kiosk.payment.tcp_line import TcpTransport
from kiosk.payment.zvt import codec as z
from kiosk.payment.zvt.link import QUEUE_MAX
from kiosk.payment.zvt.stream import StreamLink
from simulators.terminal.settings import Card

AUTH = bytes.fromhex("06 01 0A 04 00 00 00 01 10 00 49 09 78")
COMPLETION = bytes.fromhex("06 0F 00")


@pytest.fixture
def tcp(tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(tmp_path, over_tcp=True)
    try:
        yield rig.start()
    finally:
        rig.close()


@pytest.fixture
def bell() -> Iterator[Doorbell]:
    doorbell = Doorbell()
    yield doorbell
    doorbell.close()


class Wire:
    """A connection that delivers what it is given."""

    def __init__(self, *pieces: bytes) -> None:
        self.pieces = list(pieces)
        self.written = b""

    def read(self, timeout_s: float) -> bytes:
        return self.pieces.pop(0) if self.pieces else b""

    def write(self, data: bytes) -> None:
        self.written += data

    def close(self) -> None:
        pass


def link(wire: Wire, seconds: list[float]) -> StreamLink:
    return StreamLink(
        wire, fast_profile(Path("x")), lambda: seconds.pop(0) if seconds else 9.0, lambda: False
    )


def test_apdus_are_cut_apart_by_their_own_lengths() -> None:
    long = bytes.fromhex("06 D3 FF 61 04") + bytes(1121)
    assert z.ApduStream().feed(AUTH + long + COMPLETION) == [AUTH, long, COMPLETION]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.binary(max_size=300), max_size=4), st.lists(st.integers(1, 7), max_size=40))
def test_any_split_gives_the_same_apdus(bodies: list[bytes], cuts: list[int]) -> None:
    apdus = [z.encode_apdu(z.Apdu(0x06D3, body)) for body in bodies]
    data, stream, found, at = b"".join(apdus), z.ApduStream(), [], 0
    for size in cuts:
        found += stream.feed(data[at : at + size])
        at += size
    found += stream.feed(data[at:])
    assert found == apdus
    assert not stream.in_apdu


def connect_until_refused(port: str, bell: Doorbell, opened: contextlib.ExitStack) -> None:
    for _ in range(8):
        opened.callback(TcpTransport(port, 0, bell).close)


def test_nothing_but_the_apdu_goes_out() -> None:
    wire = Wire()
    link(wire, []).send(AUTH)
    assert wire.written == AUTH


def test_message_that_stops_in_the_middle_ends_the_connection() -> None:
    with pytest.raises(LineLostError) as lost:
        link(Wire(AUTH[:5]), [0.0, 0.0, 0.0, 0.1]).receive(60.0)
    assert lost.value.code == "line_noise"


def test_flood_of_messages_ends_the_connection() -> None:
    with pytest.raises(LineLostError, match="faster"):
        link(Wire(COMPLETION * (QUEUE_MAX + 1)), []).receive(1.0)


@pytest.mark.parametrize(
    ("card", "outcome", "balance"),
    [
        (Card.APPROVE, t.Approved, 1234),
        (Card.DECLINE, t.Declined, 0),
        (Card.CANCEL, t.Cancelled, 0),
        (Card.WRONG_AMOUNT, t.Reversed, 0),
        (Card.SILENT, t.NotCharged, 0),
        (Card.UNPLUG, t.Approved, 1234),
    ],
)
def test_each_card_ends_as_over_a_serial_line(
    tcp: Rig, card: Card, outcome: type[t.Outcome], balance: int
) -> None:
    tcp.terminal.present_card(card)
    attempt = tcp.request()
    answer = tcp.authorise(attempt)
    if card in (Card.SILENT, Card.UNPLUG):
        assert isinstance(answer, t.Unknown), answer
        answer = tcp.recover(attempt)
    assert isinstance(answer, outcome), answer
    assert tcp.ledger.balance() == balance


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        ("duplicate", t.Approved),
        ("byte_by_byte", t.Approved),
        ("cut_block", t.NotCharged),
        ("unplug_command", t.NotCharged),
        ("unplug_accepted", t.Approved),
        ("unplug_answered", t.Approved),
        ("unplug_completion", t.Approved),
        ("long_wait", t.Approved),
        ("no_completion", t.Approved),
        ("abort_after_approval", t.Reversed),
    ],
)
def test_faults_end_in_a_proven_answer(tcp: Rig, fault: str, outcome: type[t.Outcome]) -> None:
    attempt = tcp.request()
    tcp.faults.arm(fault)
    answer = tcp.authorise(attempt)
    if isinstance(answer, t.Unknown):
        answer = tcp.recover(attempt)
    charges = [entry for entry in tcp.ledger.entries() if entry.kind == "charge"]
    assert len(charges) <= 1
    assert tcp.ledger.balance() == (1234 if isinstance(answer, t.Approved) else 0)
    if fault not in ("cut_block", "unplug_accepted"):  # what these come to depends on who is quicker
        assert isinstance(answer, outcome), answer


def test_terminal_that_went_away_is_connected_to_again(tcp: Rig) -> None:
    tcp.faults.arm("unplug_completion")
    tcp.authorise(tcp.request())
    wait_for(lambda: ("fault", "disconnected") in tcp.lane.health(), "disconnected")
    wait_for(lambda: tcp.lane.health()[-1] == ("ready", ""), "ready again")


def test_terminal_nobody_listens_for_is_named(tcp: Rig) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    tcp.driver.stop()
    tcp.driver = tcp.new_driver(fast_profile(f"tcp://127.0.0.1:{port}"))
    tcp.driver.start(tcp.lane)
    wait_for(lambda: ("fault", "refused") in tcp.lane.health(), "refused")
    assert tcp.authorise(tcp.request()) == t.NotCharged(reason="the terminal is not connected")


@pytest.mark.parametrize(
    ("port", "code"),
    [("tcp://nothing", "port_error"), ("tcp://no.such.name.invalid:20007", "host_unknown")],
)
def test_address_that_leads_nowhere_is_named(port: str, code: str, bell: Doorbell) -> None:
    with pytest.raises(LineLostError) as lost:
        TcpTransport(port, 0, bell)
    assert lost.value.code == code


def test_every_address_of_a_name_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`localhost` may mean ::1 first, and the terminal listens on 127.0.0.1 only."""
    rig = Rig(tmp_path, over_tcp=True)
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 1)),
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", int(rig.port.rpartition(":")[2]))),
    ]
    monkeypatch.setattr(tcp_line.socket, "getaddrinfo", lambda *_, **__: found)
    try:
        rig.start()
        assert isinstance(rig.authorise(rig.request()), t.Approved)
    finally:
        rig.close()


def test_peer_that_never_answers_the_connection_is_given_up(
    bell: Doorbell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tcp_line, "CONNECT_TIMEOUT_S", 0.05)
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        host, port = full.getsockname()
        with contextlib.ExitStack() as opened, pytest.raises(LineLostError) as lost:
            connect_until_refused(f"tcp://{host}:{port}", bell, opened)
    assert lost.value.code == "unreachable"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tcp://terminal.shop:20007", ("terminal.shop", 20007)),
        ("tcp://[fe80::1]:20007", ("fe80::1", 20007)),
        ("tcp://10.0.0.7", None),
        ("tcp://10.0.0.7:0", None),
        ("tcp://10.0.0.7:70000", None),
        ("tcp://user@host:1", None),
        ("/dev/ttyUSB0", None),
    ],
)
def test_addresses_are_read_strictly(text: str, found: tuple[str, int] | None) -> None:
    assert tcp_line.address(text) == found
