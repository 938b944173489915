"""How long a lane in a root folder takes to its first picture: `package_frame.py ROOT`, as root.

Two figures: seconds on the clock, as the lane tells them, and seconds of processor until then. The second is
what the package costs; the first is what a shopper waits, and on a machine that is busy with other things it
says more about them. So whoever judges takes the clock where the processor was free, else the processor.

Invariants: the lane runs as its own user, and is ended after its first picture.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

WAIT_S = 60
END_S = 30
_SAID = "first_frame_s="
_TICKS = os.sysconf("SC_CLK_TCK")


def measure(root: Path) -> tuple[float, float]:
    """Seconds on the clock and of processor. Raises RuntimeError if there is no picture."""
    enter = ["chroot", "--userspec=kiosk:kiosk", str(root), "/usr/bin/env", "-i", "-C", "/var/lib/kiosk"]
    environment = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/var/lib/kiosk", "QT_QPA_PLATFORM=offscreen"]
    program = ["timeout", "--foreground", f"{WAIT_S}", "/opt/kiosk/current/kiosk", "run", "--timing"]
    lane = subprocess.Popen(
        [*enter, *environment, *program, "--config", "/etc/kiosk/kiosk.toml"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert lane.stdout is not None  # for the type checker
    try:
        said = next((line for line in lane.stdout if line.startswith(_SAID)), "")
        if not said:
            raise RuntimeError(f"no first picture within {WAIT_S} s")
        return float(said.removeprefix(_SAID)), sum(_processor_s(pid) for pid in _below(lane.pid))
    finally:
        lane.terminate()
        lane.wait(END_S)
        lane.stdout.close()


def _below(pid: int) -> list[int]:
    """A process and all that it started."""
    found = [pid]
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text(encoding="ascii").split():
            found += _below(int(child))
    return found


def _processor_s(pid: int) -> float:
    """What a process has used, itself and those of its children that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / _TICKS


def main() -> int:
    """Print both figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("root", type=Path)
    try:
        clock_s, processor_s = measure(parser.parse_args().root)
    except (RuntimeError, OSError) as error:
        print(f"package_frame: {error}", file=sys.stderr)
        return 1
    print(f"{clock_s:.2f} {processor_s:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
