"""Run a relay module: `python -m simulators.relay LINK`; one JSON object a line for each relay that moves.

Reads the bytes as the module's manual has them, not by the gate's codec: A0, number, state, sum. What is not
exactly that moves nothing and is told as `ignored`.

Source: LCUS-1 manual, "communication protocol".
"""

import argparse
import json
import os
import signal
import sys
import tty
from pathlib import Path

FRAME = 4
START = 0xA0


def read_frames(data: bytes) -> tuple[list[dict[str, object]], bytes]:
    """What complete frames say, and the bytes that are left."""
    told: list[dict[str, object]] = []
    while len(data) >= FRAME:
        frame = data[:FRAME]
        if frame[0] != START or sum(frame[:3]) & 0xFF != frame[3] or frame[2] > 1:
            told.append({"ignored": data[:1].hex()})
            data = data[1:]
            continue
        told.append({"relay": frame[1], "on": bool(frame[2])})
        data = data[FRAME:]
    return told, data


def main() -> int:
    """Until it is told to end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("link", type=Path, help="where the port appears")
    link: Path = parser.parse_args().link
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    near, far = os.openpty()
    tty.setraw(far)
    link.unlink(missing_ok=True)
    link.symlink_to(os.ttyname(far))
    print(json.dumps({"ready": str(link)}), flush=True)
    left = b""
    try:
        while True:
            told, left = read_frames(left + os.read(near, 64))
            for one in told:
                print(json.dumps(one), flush=True)
    except KeyboardInterrupt:
        return 0
    finally:
        link.unlink(missing_ok=True)
        os.close(near)
        os.close(far)


if __name__ == "__main__":
    sys.exit(main())
