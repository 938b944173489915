"""One desktop session for `test_ui_atspi.py`: a display, a lane in it, and a reader at the accessibility bus.

    dbus-run-session -- python atspi_session.py session     # all three; what they say on stdout
    python atspi_session.py lane                            # the lane's window; prints what it posts
    /usr/bin/python3 atspi_session.py reader                # what a screen reader sees, as JSON; presses Pay

The reader speaks AT-SPI over D-Bus as screen readers do; GLib's bindings come with the system's Python only.
"""

import json
import os
import select
import subprocess
import sys
import time
from pathlib import Path

DEADLINE_S = 60.0
DEPTH_MAX = 20
SHOWING = 1 << 25
"""ATSPI_STATE_SHOWING."""
READER_PYTHON = "/usr/bin/python3"
ACCESSIBLE = "org.a11y.atspi.Accessible"


def session() -> int:
    """Everything at once; the reader's exit code."""
    reading, writing = os.pipe()
    xvfb = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1080x1920x24", "-nolisten", "tcp"]
    with subprocess.Popen(xvfb, pass_fds=[writing], stderr=subprocess.DEVNULL) as display:
        number = os.read(reading, 16).decode().strip()
        environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "QT_QUICK_BACKEND": "software",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        command = [sys.executable, __file__, "lane"]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as lane:
            code = subprocess.run([READER_PYTHON, __file__, "reader"], check=False).returncode
            if code == 0 and lane.stdout is not None and select.select([lane.stdout], [], [], DEADLINE_S)[0]:
                print(lane.stdout.readline().decode().strip(), flush=True)  # what the press came to
            lane.terminate()
        display.terminate()
    return code


def lane() -> int:
    """A lane with goods in the basket, until it is ended."""
    from kiosk.ui.application import LaneWindow, ScreenProfile, create_application
    from kiosk.ui.samples import situations

    application = create_application("en")
    window = LaneWindow(
        lambda command: print("POSTED", type(command).__name__, flush=True),
        ScreenProfile(shop_name="Corner Shop", lane_name="3"),
    )
    window.show(dict(situations("en"))["scanning-1"])
    return application.exec()


def reader() -> int:
    """Read until Pay shows, print all that shows, press Pay."""
    from gi.repository import Gio, GLib  # type: ignore[import-not-found]

    own = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    address = own.call_sync(
        *("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, 10_000, None)
    ).unpack()[0]
    flags = Gio.DBusConnectionFlags
    kind = flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION
    bus = Gio.DBusConnection.new_for_address_sync(address, kind, None, None)

    def call(node, interface, method, arguments=None):  # type: ignore[no-untyped-def]
        return bus.call_sync(*node, interface, method, arguments, None, 0, 10_000, None).unpack()

    def look(node, depth):  # type: ignore[no-untyped-def]
        told = GLib.Variant("(ss)", (ACCESSIBLE, "Name"))
        name = call(node, "org.freedesktop.DBus.Properties", "Get", told)[0]
        low, high = call(node, ACCESSIBLE, "GetState")[0]
        if depth <= 1 or (high << 32 | low) & SHOWING:
            yield node, call(node, ACCESSIBLE, "GetRoleName")[0], name
        if depth < DEPTH_MAX:
            for child in call(node, ACCESSIBLE, "GetChildren")[0]:
                yield from look(child, depth + 1)

    root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
    deadline = time.monotonic() + DEADLINE_S
    while time.monotonic() < deadline:
        try:
            seen = list(look(root, 0))
        except GLib.Error:  # it is still coming up
            seen = []
        pay = [node for node, role, name in seen if name == "Pay" and role in ("push button", "button")]
        if pay:
            print("SEEN", json.dumps([[role, name] for _, role, name in seen]), flush=True)
            call(pay[0], "org.a11y.atspi.Action", "DoAction", GLib.Variant("(i)", (0,)))
            return 0
        time.sleep(0.2)
    return 1


if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parents[2])]
    sys.exit({"session": session, "lane": lane, "reader": reader}[sys.argv[1]]())
