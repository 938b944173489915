"""A TCP connection to a terminal in the shop's network. Knows no protocol.

The lane opens it and the lane closes it. A connection can be dead without saying so, hence keep-alives and a
limit on unacknowledged data; the driver's own status enquiries find the rest.

Source: ZVT transport PA00P016 section 4: the terminal listens on port 20007.
Invariants: connecting takes no longer than CONNECT_TIMEOUT_S for each of ADDRESSES_MAX addresses.
"""

import contextlib
import errno
import os
import re
import select
import socket
import time

from kiosk.payment.line import GONE, READ_MAX, Doorbell, LineLostError

SCHEME = "tcp://"
CONNECT_TIMEOUT_S = 2.0
ADDRESSES_MAX = 2
"""A name may have an address of each kind; a driver has five seconds to stop."""
WRITE_TIMEOUT_S = 10.0
KEEP_ALIVE_S = 10
_ADDRESS = re.compile(r"tcp://(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<host>[A-Za-z0-9_.-]+)):(?P<port>[0-9]{1,5})")


def is_tcp(port: str) -> bool:
    """The setting names a host, not a serial port."""
    return port.startswith(SCHEME)


def address(port: str) -> tuple[str, int] | None:
    """Host and port number of `tcp://HOST:PORT`; None if it is not one.

    >>> address("tcp://10.0.0.7:20007")
    ('10.0.0.7', 20007)
    """
    found = _ADDRESS.fullmatch(port)
    if found is None or not 0 < int(found["port"]) <= 0xFFFF:
        return None
    return found["six"] or found["host"], int(found["port"])


class TcpTransport:
    """A connection to `tcp://HOST:PORT`. The rate means nothing here."""

    def __init__(self, port: str, baud: int, doorbell: Doorbell) -> None:
        self._doorbell = doorbell
        where = address(port)
        if where is None:
            raise LineLostError("port_error", f"{port} is not an address like tcp://192.168.0.20:20007.")
        try:
            found = socket.getaddrinfo(*where, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise LineLostError("host_unknown", f"{where[0]} is not known in this network.") from error
        failed: OSError | None = None
        for family, kind, protocol, _, target in found[:ADDRESSES_MAX]:
            self._socket = socket.socket(family, kind, protocol)
            try:
                self._prepare()
                self._connect(target)
                return
            except OSError as error:
                self._socket.close()
                failed = error
        raise _not_connected(port, failed) from failed

    def read(self, timeout_s: float) -> bytes:
        """What has arrived; empty after `timeout_s` or when woken."""
        try:
            waited_for: list[socket.socket | Doorbell] = [self._socket, self._doorbell]
            ready, _, _ = select.select(waited_for, [], [], max(0.0, timeout_s))
            if self._doorbell in ready:
                self._doorbell.silence()
            if self._socket not in ready:
                return b""
            data = self._socket.recv(READ_MAX)
        except BlockingIOError:
            return b""
        except (OSError, ValueError) as error:
            raise LineLostError("disconnected", GONE) from error
        if not data:
            raise LineLostError("disconnected", "The terminal closed the connection.")
        return data

    def write(self, data: bytes) -> None:
        """Send all of `data`."""
        rest, deadline = memoryview(data), time.monotonic() + WRITE_TIMEOUT_S
        try:
            while rest:
                _, ready, _ = select.select([], [self._socket], [], max(0.0, deadline - time.monotonic()))
                if not ready:
                    raise LineLostError("disconnected", "The terminal takes no more data.")
                rest = rest[self._socket.send(rest) :]
        except (OSError, ValueError) as error:
            raise LineLostError("disconnected", GONE) from error

    def close(self) -> None:
        """Close the connection."""
        self._socket.close()

    def _prepare(self) -> None:
        self._socket.setblocking(False)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        with contextlib.suppress(AttributeError, OSError):  # not every system has the finer settings
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, KEEP_ALIVE_S)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, KEEP_ALIVE_S)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, int(WRITE_TIMEOUT_S * 1000))

    def _connect(self, target: tuple[object, ...]) -> None:
        begun = self._socket.connect_ex(target)
        if begun not in (0, errno.EINPROGRESS, errno.EWOULDBLOCK):
            raise OSError(begun, os.strerror(begun))
        _, ready, _ = select.select([], [self._socket], [], CONNECT_TIMEOUT_S)
        if not ready:
            raise TimeoutError(errno.ETIMEDOUT, "no answer")
        failed = self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if failed:
            raise OSError(failed, os.strerror(failed))


def _not_connected(port: str, error: OSError | None) -> LineLostError:
    number = error.errno if error else None
    where = port.removeprefix(SCHEME)
    if number == errno.ECONNREFUSED:
        return LineLostError("refused", f"{where} refuses the connection: is the terminal's till port open?")
    if number in (errno.EHOSTUNREACH, errno.ENETUNREACH, errno.ETIMEDOUT):
        return LineLostError("unreachable", f"{where} does not answer: network cable, power, address?")
    return LineLostError("port_error", f"{where} cannot be connected to ({error}).")
