"""The wire: TCP and ptys, full buffers, hang-ups, and things that are not there."""

import os
import socket
import tty

import pytest

from kiosk.printer.transport import CHUNK_MAX, LinkLostError, open_transport


@pytest.fixture
def pty_pair():
    master, slave = os.openpty()
    tty.setraw(slave)
    yield master, os.ttyname(slave)
    os.close(master)
    os.close(slave)


def test_bytes_go_both_ways_over_tcp_and_a_closed_peer_is_a_lost_link():
    with socket.create_server(("127.0.0.1", 0)) as server:
        wire = open_transport(f"tcp:127.0.0.1:{server.getsockname()[1]}", 0)
        peer, _ = server.accept()
        with peer:
            assert wire.move(b"\x10\x04\x01", 1.0).sent == 3
            assert peer.recv(16) == b"\x10\x04\x01"
            peer.sendall(b"\x12")
            assert wire.move(b"", 1.0).received == b"\x12"
        with pytest.raises(LinkLostError, match="hung up"):
            wire.move(b"", 1.0)
        wire.close()
        wire.close()


def test_a_pty_takes_chunks_and_a_full_one_never_blocks(pty_pair):
    master, path = pty_pair
    wire = open_transport(path, 115200)
    sent = [wire.move(b"x" * 100_000, 0.0).sent for _ in range(400)]
    assert max(sent) == CHUNK_MAX
    assert sent[-1] == 0
    assert os.read(master, 10) == b"x" * 10
    wire.close()


def test_a_second_owner_of_a_serial_port_is_refused(pty_pair):
    _, path = pty_pair
    wire = open_transport(path, 115200)
    with pytest.raises(LinkLostError):
        open_transport(path, 115200)
    wire.close()


def test_waking_ends_a_wait_early(pty_pair):
    _, path = pty_pair
    wire = open_transport(path, 115200)
    read_end, write_end = os.pipe()
    os.write(write_end, b"w")
    moved = wire.move(b"", 60.0, read_end)
    assert moved.woken
    assert moved.received == b""
    os.close(read_end)
    os.close(write_end)
    wire.close()


@pytest.mark.parametrize(
    "address", ["/dev/does-not-exist", "/dev/usb/lp-none", "tcp:127.0.0.1:1", "tcp:127.0.0.1:not-a-port"]
)
def test_what_is_not_there_is_a_lost_link_with_its_name(address):
    with pytest.raises(LinkLostError, match=r"exist|none|127\.0\.0\.1"):
        open_transport(address, 9600)


def test_a_closed_wire_is_a_lost_link(pty_pair):
    _, path = pty_pair
    wire = open_transport(path, 9600)
    wire.close()
    with pytest.raises(LinkLostError, match="closed"):
        wire.move(b"x", 0.0)
