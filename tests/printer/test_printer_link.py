"""One connection under a test's hand: which answers count, and which are late, foreign or missing."""

import os
import socket

import pytest

from kiosk.printer.link import Link, SilentError, StoppedError
from kiosk.printer.transport import DescriptorTransport


class Line:
    """A link whose other end is the test."""

    def __init__(self):
        near, self.printer = socket.socketpair()
        self.wake_read, self.wake_write = os.pipe()
        self.is_stopping = False
        self.statuses = []
        transport = DescriptorTransport(near, near.fileno())
        self.link = Link(transport, self.wake_read, lambda: self.is_stopping, self.statuses.append)

    def says(self, hexadecimal):
        self.printer.sendall(bytes.fromhex(hexadecimal))
        self.link.pump(5.0)

    def close(self):
        self.link.close()
        self.printer.close()
        os.close(self.wake_read)
        os.close(self.wake_write)


@pytest.fixture
def line():
    made = Line()
    yield made
    made.close()


def test_only_the_awaited_token_counts(line):
    line.link.token_request(b"0042")
    line.says("37 22 30 30 34 31 00")
    assert not line.link.has_token()
    assert line.link.ignored == 1
    line.says("37 22 30 30 34")
    assert not line.link.has_token()
    line.says("32 00")
    assert line.link.has_token()


def test_every_report_asked_for_must_come_and_more_are_ignored(line):
    line.link.report_request()
    line.link.report_request()
    line.says("00")
    assert not line.link.has_reports()
    line.says("00 00")
    assert line.link.has_reports()
    assert line.link.ignored == 1


def test_a_pushed_status_between_answers_is_not_taken_for_one(line):
    line.link.report_request()
    line.says("18 00 0F 0F")
    assert not line.link.has_reports()
    assert line.link.status.fault == "paper_end"
    assert [status.fault for status in line.statuses] == ["paper_end"]


def test_four_answers_are_folded_into_one_status(line):
    line.printer.settimeout(5.0)
    replies = iter(["1A", "16", "12", "12"])

    class Answering:
        """Replies to each query as a printer would, on the same thread."""

        def __init__(self, transport):
            self.transport = transport

        def move(self, data, timeout_s, wake_fd=None):
            moved = self.transport.move(data, timeout_s, wake_fd)
            if moved.sent:
                assert line.printer.recv(16)[:2] == b"\x10\x04"
                line.printer.sendall(bytes.fromhex(next(replies)))
            return moved

        def close(self):
            self.transport.close()

    line.link._transport = Answering(line.link._transport)
    assert line.link.ask_status(5.0) == (0x1A, 0x16, 0x12, 0x12)
    assert [status.fault for status in line.statuses] == ["cover_open"]


def test_no_answer_is_silence_and_a_wish_to_stop_ends_any_wait(line):
    with pytest.raises(SilentError, match="status query 1"):
        line.link.ask_status(0.01)
    line.is_stopping = True
    with pytest.raises(StoppedError):
        line.link.wait(lambda: False, 60.0)


def test_a_line_that_takes_no_bytes_is_silence_too(line):
    with pytest.raises(SilentError, match="takes no bytes"):
        line.link.send(b"x" * 10_000_000, 0.05)
