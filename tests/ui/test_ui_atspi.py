"""A screen reader's own bus: names and roles arrive there, and what it presses reaches the lane.

For real: an X display, D-Bus, the AT-SPI registry. Where those are not installed it is not tried.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SESSION = Path(__file__).with_name("atspi_session.py")
LAUNCHERS = (Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"))
TIMEOUT_S = 150


def _missing() -> str:
    """What this machine lacks, by its Debian package."""
    if shutil.which("Xvfb") is None:
        return "xvfb"
    if shutil.which("dbus-run-session") is None:
        return "dbus"
    if not any(launcher.exists() for launcher in LAUNCHERS):
        return "at-spi2-core"
    gi = subprocess.run(
        ["/usr/bin/python3", "-c", "import gi.repository.Gio"], capture_output=True, check=False
    )
    return "python3-gi" if gi.returncode else ""


@pytest.mark.slow
def test_a_screen_reader_finds_every_name_and_presses_pay(tmp_path: Path) -> None:
    if missing := _missing():
        pytest.skip(f"needs the Debian package {missing}")
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, str(SESSION), "session"],
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        env={
            "PATH": "/usr/bin:/bin",
            "HOME": str(tmp_path),
            "XDG_RUNTIME_DIR": str(tmp_path),
            "LANG": "C.UTF-8",
        },
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    (seen,) = [json.loads(line[5:]) for line in done.stdout.splitlines() if line.startswith("SEEN ")]
    told = {(role, name.replace("\u00a0", " ")) for role, name in seen}
    buttons = {name for role, name in told if role in ("push button", "button")}
    assert {"Pay", "Remove last item", "Help", "Remove Red Apples 1 kg", "Enter a number"} <= buttons
    assert "" not in buttons
    assert ("application", "kiosk") in told
    assert ("frame", "Corner Shop") in told
    assert "POSTED Pay" in done.stdout
