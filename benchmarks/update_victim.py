"""One round of the updater in a process that may kill itself at one step.

python -m benchmarks.update_victim FOLDER URL [STEP MOMENT]
"""

import os
import signal
import sys
from pathlib import Path

from benchmarks.update_world import RING
from kiosk.update import fetch
from kiosk.update.door import Door
from kiosk.update.house import House
from kiosk.update.updater import Plan, Updater


def main(folder: Path, url: str, step: str, moment: str) -> None:
    def watch(reached: str, when: str) -> None:
        if (reached, when) == (step, moment):
            os.kill(os.getpid(), signal.SIGKILL)

    plan = Plan(
        house=House(folder / "house"),
        door=Door(folder / "door"),
        url=url,
        root=(folder / "root.json").read_bytes(),
        ring=RING,
        selftest_s=30.0,
        room_left=0,
    )
    with fetch.client() as http:
        print(Updater(plan, http, watch=watch).round().state.value)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], *(sys.argv[3:5] if len(sys.argv) > 4 else ("", "")))
