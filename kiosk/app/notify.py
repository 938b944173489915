"""Tell systemd how this process is: ready, alive, stopping. Silent where nobody listens.

Source: sd_notify(3), systemd.service(5) "Type=notify", "WatchdogSec=".
Invariants: never blocks and never fails the lane; children do not inherit the socket's name, so that they
cannot speak for the lane.
"""

import logging
import os
import socket
from collections.abc import MutableMapping

SOCKET, WATCHDOG_US, WATCHDOG_PID = "NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"
_STATUS_MAX = 200

_log = logging.getLogger(__name__)


class Notifier:
    """The way to the service manager."""

    def __init__(self, address: str, watchdog_s: float) -> None:
        self.watchdog_s = watchdog_s
        """How long it waits for a sign of life; 0 if it does not wait for any."""
        self._address = "\0" + address[1:] if address.startswith("@") else address
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC)
        self._socket.setblocking(False)

    @classmethod
    def mute(cls) -> "Notifier":
        """For a lane that nobody listens to, and that looks after itself all the same."""
        return cls("", 0.0)

    @classmethod
    def of(cls, environment: MutableMapping[str, str]) -> "Notifier | None":
        """The service manager that `environment` names, if any; its name is taken out."""
        address = environment.pop(SOCKET, "")
        after_us, pid = environment.pop(WATCHDOG_US, "0"), environment.pop(WATCHDOG_PID, "")
        if not address.startswith(("/", "@")):
            return None
        is_ours = after_us.isdecimal() and pid in ("", str(os.getpid()))
        return cls(address, int(after_us) / 1_000_000 if is_ours else 0.0)

    def ready(self) -> None:
        """The first picture is on the screen."""
        self._send("READY=1")

    def alive(self) -> None:
        """Everything is fresh."""
        self._send("WATCHDOG=1")

    def status(self, sentence: str) -> None:
        """What `systemctl status` shows."""
        self._send("STATUS=" + " ".join(sentence.split())[:_STATUS_MAX])

    def stopping(self) -> None:
        """The end has begun."""
        self._send("STOPPING=1")

    def close(self) -> None:
        """Say nothing more."""
        self._socket.close()

    def _send(self, text: str) -> None:
        if not self._address:
            return
        try:
            self._socket.sendto(text.encode(), self._address)
        except OSError as error:  # a full or vanished socket: the next sign of life may get through
            _log.debug("the service manager was not told %s: %s", text.partition("=")[0], error)
