"""The scale's electronics: reads the lane's questions from the line and answers them in bytes.

Invariants: a question is answered by the plate as it is then; what is not understood is answered as the
protocol says, or not at all; never holds more than ASKED_MAX bytes of a question.
"""

import random
import select
import threading
import time

from kiosk.scale.codec import mt_sics, toledo_8217
from kiosk.scale.codec.answers import MG_PER_G, Load
from simulators.printer.port import Port
from simulators.scale.plate import Plate

ASKED_MAX = 256
READ_MAX = 256
IDLE_S = 0.02
WATCH_S = 0.1
NOISE_MAX = 40
_SERIAL_NUMBER = "SIM0001"


class Machine:
    """Answers on `port` until stopped. `lock` guards the plate, which others change."""

    def __init__(self, plate: Plate, port: Port, protocol: str, lock: threading.Lock) -> None:
        self._plate, self._port, self._protocol, self._lock = plate, port, protocol, lock
        self._asked = bytearray()
        self._random = random.Random(2)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="scale", daemon=True)
        self.answered = 0
        """Questions for the weight that were answered."""

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self) -> None:
        """Answer no more."""
        self._stop.set()
        self._thread.join()

    def answers(self, data: bytes, at: float) -> bytes:
        """What the scale sends when `data` arrives."""
        self._asked += data
        del self._asked[:-ASKED_MAX]
        if self._protocol == "toledo-8217":
            letters, self._asked = bytes(self._asked), bytearray()
            return b"".join(self._toledo(bytes([letter]), at) for letter in letters)
        *lines, rest = bytes(self._asked).split(mt_sics.END)
        self._asked = bytearray(rest)
        return b"".join(self._sics(line + mt_sics.END, at) for line in lines)

    def _run(self) -> None:
        while not self._stop.is_set():
            if not self._port.is_plugged:
                self._asked.clear()
                time.sleep(IDLE_S)
                continue
            try:
                if not select.select([self._port.master], [], [], WATCH_S)[0]:
                    continue
                asked = self._port.read(READ_MAX)
                with self._lock:
                    answer = self.answers(asked, time.monotonic())
                self._port.write(answer)
            except (OSError, ValueError):  # the cable was pulled in between
                time.sleep(IDLE_S)

    def _sics(self, command: bytes, at: float) -> bytes:
        fault = self._plate.fault
        if fault == "silent":
            return b""
        if fault == "noise":
            return self._random.randbytes(self._random.randint(1, NOISE_MAX)) + b"\r\n"
        match command:
            case mt_sics.ASK_WEIGHT:
                self.answered += 1
                sample = self._plate.sample(at)
                if fault == "pounds" and sample.load is Load.STABLE:
                    return f"S S {_pounds(sample.weight_mg):>10} lb\r\n".encode()
                return mt_sics.encode(sample)
            case mt_sics.ZERO:
                return b"Z A\r\n" if self._plate.zero(at) else b"Z I\r\n"
            case mt_sics.ASK_NAME | mt_sics.CANCEL:
                return f'I4 A "{_SERIAL_NUMBER}"\r\n'.encode()
            case _:
                return b"ES\r\n"

    def _toledo(self, letter: bytes, at: float) -> bytes:
        fault = self._plate.fault
        if fault == "silent" or letter not in (toledo_8217.ASK_WEIGHT, toledo_8217.ZERO):
            return b""
        if fault == "noise":
            return self._random.randbytes(self._random.randint(1, NOISE_MAX)) + b"\r"
        if letter == toledo_8217.ZERO:
            return toledo_8217.status(toledo_8217.AT_ZERO if self._plate.zero(at) else 0)
        self.answered += 1
        sample = self._plate.sample(at)
        if fault == "pounds" and sample.load is Load.STABLE:
            return f"\x02{_pounds(max(0, sample.weight_mg)):0>5}\r".encode()
        return toledo_8217.encode(sample)


def _pounds(weight_mg: int) -> str:
    """As a display in pounds shows it."""
    hundredths = round(weight_mg / MG_PER_G / 453.59237 * 100)
    return f"{hundredths / 100:.2f}"
