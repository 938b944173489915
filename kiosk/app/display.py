"""Which screen the lane shows itself on; without one, over VNC to this machine only.

Qt's `vnc` platform always listens on every network interface and has no password (measured with Qt 6.11: no
option changes the address). So it is given port 0, and before it can accept anyone, the socket it listens on
is replaced by one that we bound to the loopback address; whoever connected in between is hung up on.

Invariants: the lane's screen never answers on anything but 127.0.0.1; a QT_QPA_PLATFORM somebody set wins.
"""

import os
import socket
import stat
from collections.abc import MutableMapping
from pathlib import Path

HOST = "127.0.0.1"
PORT_FIRST = 5900
PORTS_TRIED = 100
"""VNC's usual range; one of a hundred is free or something else is wrong."""


class DisplayError(RuntimeError):
    """There is no way to show the screen; the text says what to do."""


class VncScreen:
    """A reserved loopback port, before and after Qt serves the screen on it."""

    def __init__(self) -> None:
        self._socket = _reserve()
        self.port: int = self._socket.getsockname()[1]

    def take_over(self) -> None:
        """Put our socket in the place of Qt's. Right after the application was made; once."""
        from PySide6.QtCore import QCoreApplication

        QCoreApplication.sendPostedEvents()  # Qt's server begins to listen in an event of its own
        others = [number for number in _listening() if number != self._socket.fileno()]
        if len(others) != 1:
            raise DisplayError(f"Qt's VNC server has {len(others)} listening sockets; one was expected")
        os.dup2(self._socket.fileno(), others[0], inheritable=False)
        self.close()

    def close(self) -> None:
        """Let go of the reserved port; once Qt has it, that changes nothing."""
        self._socket.close()

    def advice(self) -> str:
        """How to look at the screen."""
        return (
            f"No display here, so the screen is served over VNC at {HOST}:{self.port} (this machine only).\n"
            f"  look at it:            vncviewer {HOST}::{self.port}\n"
            f"  from another machine:  ssh -L {self.port}:{HOST}:{self.port} {socket.gethostname()}\n"
            f"                         then there: vncviewer {HOST}::{self.port}"
        )


def choose(environment: MutableMapping[str, str], width: int, height: int) -> VncScreen | None:
    """Tell Qt its platform, before it starts. A `VncScreen` if there is no display, else None."""
    if environment.get("QT_QPA_PLATFORM"):
        return None
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return None
    screen = VncScreen()
    environment["QT_QPA_PLATFORM"] = f"vnc:port=0:size={width}x{height}"
    return screen


def _reserve() -> socket.socket:
    for port in range(PORT_FIRST, PORT_FIRST + PORTS_TRIED):
        try:
            found = socket.create_server((HOST, port))
        except OSError:
            continue
        found.setblocking(False)  # Qt accepts until nobody waits any more
        return found
    last = PORT_FIRST + PORTS_TRIED - 1
    raise DisplayError(f"no display, and no free port for VNC from {PORT_FIRST} to {last}")


def _listening() -> list[int]:
    """This process's descriptors that listen for network connections."""
    found = []
    for name in [entry.name for entry in Path("/proc/self/fd").iterdir()]:
        try:
            is_socket = stat.S_ISSOCK(os.fstat(int(name)).st_mode)
        except OSError:  # the descriptor by which this folder was read
            continue
        if not is_socket:
            continue
        with socket.socket(fileno=os.dup(int(name))) as copy:
            is_network = copy.family in (socket.AF_INET, socket.AF_INET6)
            if is_network and copy.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                found.append(int(name))
    return found
