"""The decoder's worker with a step that dies on frames with a white upper left corner. Tests start it in the
worker's place: the kiosk itself has no such hook.

    python scanner_deadly_worker.py abort|segfault|hang|spin|raise STEP SOCKET MEMORY
"""

import ctypes
import os
import sys
import time
from dataclasses import replace

from kiosk.scanner import decoders
from kiosk.scanner.decoding import worker
from kiosk.scanner.symbols import Decoded


def _die(how: str) -> None:
    match how:
        case "abort":
            os.abort()
        case "segfault":
            ctypes.string_at(0)
        case "hang":
            time.sleep(3600)
        case "spin":
            while True:
                pass
        case "raise":
            raise ValueError("bad luck")


def _deadly(step: decoders.Step, how: str) -> decoders.Step:
    def run(look: decoders.Look) -> list[Decoded]:
        if look.gray[:8, :8].min() >= 250:
            _die(how)
        return step.run(look)

    return replace(step, run=run)


if __name__ == "__main__":
    manner, name, *descriptors = sys.argv[1:]
    steps = tuple(_deadly(step, manner) if step.name == name else step for step in decoders.STEPS)
    decoders.Cascade.__init__.__defaults__ = (steps, *decoders.Cascade.__init__.__defaults__[1:])
    worker.main(descriptors)
