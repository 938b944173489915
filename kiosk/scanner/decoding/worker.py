"""The decoder's own process: takes frames from shared memory, runs the cascade, answers.

Started by `process.DecoderProcess`, never by hand: `python -m kiosk.scanner.decoding.worker SOCKET MEMORY`,
two inherited descriptors. It owns no device, no file and no state worth keeping: it may die at any moment.

Invariants: ends when the lane hangs up or dies; a Python exception of a decoder is an answer, not an end.
"""

import contextlib
import ctypes
import faulthandler
import mmap
import os
import signal
import socket
import sys

import cv2

from kiosk.scanner.decoders import Cascade
from kiosk.scanner.decoding import wire
from kiosk.scanner.symbols import Examined

PATIENT_NICE = 5
"""The decoder of the second core gives way to everything else."""
_PR_SET_PDEATHSIG = 1
_NOTHING = Examined((), ())


def serve(link: socket.socket, memory: mmap.mmap) -> None:
    """Answer until the lane hangs up."""
    cascade = Cascade(note=lambda step: wire.put_step(memory, step))
    link.send(wire.HELLO)
    while packet := link.recv(wire.MESSAGE_MAX):
        link.send(wire.encode_answer(_answered(cascade, memory, wire.decode_ask(packet))))


def _answered(cascade: Cascade, memory: mmap.mmap, ask: wire.Ask) -> wire.Answer:
    try:
        gray = wire.frame_in(memory, ask.height, ask.width)
        examined = cascade.examine(gray, ask.budget_ms, frozenset(ask.known), frozenset(ask.without))
    except Exception as error:  # one frame's bad luck; the lane counts and logs it
        return wire.Answer(examined=_NOTHING, failure=f"{type(error).__name__}: {error}"[:500])
    return wire.Answer(examined=examined)


def main(arguments: list[str]) -> None:
    """Serve on the inherited descriptors."""
    faulthandler.enable()  # a crash says on stderr in which call
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the lane's: it ends us by hanging up
    ctypes.CDLL(None).prctl(
        _PR_SET_PDEATHSIG, signal.SIGKILL
    )  # a decoder that hangs must not outlive the lane
    *patient, link_fd, memory_fd = arguments
    if wire.PATIENT in patient:
        os.nice(PATIENT_NICE)
    cv2.setNumThreads(1)  # one core each: the other one is somebody else's
    with socket.socket(fileno=int(link_fd)) as link, contextlib.suppress(ConnectionError):
        serve(link, mmap.mmap(int(memory_fd), wire.MEMORY_SIZE))


if __name__ == "__main__":
    main(sys.argv[1:])
