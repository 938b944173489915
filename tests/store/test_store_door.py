"""The door itself: clients that say too much, too slowly or nothing, and strangers' words in the log."""

import contextlib
import io
import logging
import socket
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn

from store.front import http
from store.front.http import BoundedProtocol
from store.front.log import MESSAGE_MAX, PlainFormatter

DEADLINE_S = 10.0
SHORT_S = 0.15


async def echo(scope: Any, receive: Any, send: Any) -> None:
    """Reads the whole body, then tells its size."""
    assert scope["type"] == "http"
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        size, more = size + len(message.get("body", b"")), message.get("more_body", False)
    body = str(size).encode()
    headers = [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server whose patience is short."""
    monkeypatch.setattr(http, "HEAD_S", SHORT_S)
    monkeypatch.setattr(http, "STALLED_S", SHORT_S)
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(echo, http=BoundedProtocol, loop="uvloop", lifespan="off", log_config=None)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    deadline = time.monotonic() + DEADLINE_S
    while not server.started:
        assert time.monotonic() < deadline
        thread.join(0.01)
    yield listener.getsockname()[1]
    server.should_exit = True
    thread.join(DEADLINE_S)
    listener.close()


@contextlib.contextmanager
def client(port: int) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=DEADLINE_S) as line:
        yield line


def heard(line: socket.socket) -> bytes:
    """Everything until the server ends the connection."""
    found = b""
    with contextlib.suppress(ConnectionResetError):
        while piece := line.recv(65_536):
            found += piece
    return found


@pytest.mark.parametrize("said", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nhost: x\r\n", b"\r\n\r\n"])
def test_who_never_finishes_asking_is_let_go(port: int, said: bytes) -> None:
    with client(port) as line:
        line.sendall(said)
        assert heard(line).startswith(b"HTTP/1.1 408 ")


def test_a_head_that_trickles_has_one_deadline_for_all_of_it(port: int) -> None:
    with client(port) as line, contextlib.suppress(OSError):
        line.sendall(b"GET / HTTP/1.1\r\n")
        line.settimeout(SHORT_S / 10)
        deadline = time.monotonic() + DEADLINE_S
        while time.monotonic() < deadline:
            line.sendall(b"x-slow: 1\r\n")
            with contextlib.suppress(TimeoutError):
                assert line.recv(1_000).startswith(b"HTTP/1.1 408 ")
                return
        pytest.fail("the connection is still open")


def test_a_body_that_stops_coming_ends_the_connection(port: int) -> None:
    with client(port) as line:
        line.sendall(b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf of it")
        assert heard(line).startswith(b"HTTP/1.1 408 ")


def test_a_head_without_end_is_refused(port: int) -> None:
    with client(port) as line, contextlib.suppress(BrokenPipeError, ConnectionResetError):
        line.sendall(b"GET / HTTP/1.1\r\nx-large: ")
        sent = 0
        while sent < 64 * 1024 * 1024:
            line.sendall(b"a" * 65_536)
            sent += 65_536
        pytest.fail("a header of 64 MiB was taken")


def test_a_slow_body_that_keeps_coming_is_taken_and_the_line_goes_on(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "STALLED_S", 6 * SHORT_S)
    with client(port) as line:
        for _ in range(2):
            line.sendall(b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 8\r\n\r\n")
            for _ in range(8):
                threading.Event().wait(SHORT_S)  # slower in all than the patience for a pause
                line.sendall(b"x")
            assert line.recv(1_000).endswith(b"\r\n\r\n8")


def test_bytes_that_begin_nothing_do_not_keep_a_line_open(port: int) -> None:
    with client(port) as line:
        line.sendall(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n")
        assert line.recv(1_000).endswith(b"0")
        line.sendall(b"\r\n")
        assert heard(line).startswith(b"HTTP/1.1 408 ")


# --- the log ---------------------------------------------------------------------------------------------


@pytest.fixture
def written() -> Iterator[tuple[logging.Logger, io.StringIO]]:
    text = io.StringIO()
    handler = logging.StreamHandler(text)
    handler.setFormatter(PlainFormatter())
    logger = logging.getLogger("test.door")
    logger.addHandler(handler)
    logger.propagate = False
    yield logger, text
    logger.removeHandler(handler)
    logger.propagate = True


@pytest.mark.parametrize(
    "word",
    [
        "\n2026-11-23 INFO store: all is well",
        "\r\nx",
        "\x1b[2J",
        "\x9b31m",
        "\u2028x",
        "\u202etxt.exe",
        "\x00\x07",
    ],
)
def test_a_strangers_word_stays_on_its_line(written: tuple[logging.Logger, io.StringIO], word: str) -> None:
    logger, text = written
    logger.error("fault in GET /%s", word)
    line = text.getvalue()
    assert line.splitlines() == [line.removesuffix("\n")]
    assert line.removesuffix("\n").isprintable()


def test_a_traceback_is_indented_and_a_long_word_cut(
    written: tuple[logging.Logger, io.StringIO],
) -> None:
    logger, text = written
    try:
        raise ValueError("first\n2026-11-23 10:00:00 INFO store: forged\x1b[2J")
    except ValueError:
        logger.error("x" * 100_000, exc_info=sys.exc_info())
    first, *below = text.getvalue().splitlines()
    assert len(first) <= MESSAGE_MAX
    assert any("forged" in line for line in below)
    assert all(line.startswith("    ") and line.isprintable() for line in below)
