"""What lane and decoder process say to each other, and how a frame lies in the memory they share.

One question at a time: the lane writes the grey frame into the shared memory, asks, and waits for the answer
before it writes again. So one slot is enough and nobody ever reads a half-written frame.

Invariants: one message per packet, none longer than MESSAGE_MAX; the frame comes first in the memory, the
name of the running step in the page behind it.
"""

import mmap

import msgspec
import numpy as np

from kiosk.scanner.frame import FRAME_PIXELS_MAX, Gray
from kiosk.scanner.symbols import Examined

MESSAGE_MAX = 120_000
"""Bytes. The largest text (8,192 characters) takes 33 KB; the system's socket buffer holds 200 KB."""
KNOWN_SIZE_MAX = 400
"""Keys of codes in view that are longer are not told to the decoder; it then only searches longer."""
STEP_SIZE_MAX = 64
MEMORY_SIZE = FRAME_PIXELS_MAX + mmap.PAGESIZE


class Ask(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """Examine the frame in the memory."""

    height: int
    width: int
    budget_ms: float
    known: tuple[str, ...]
    without: tuple[str, ...]


class Answer(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What it showed; `failure` is not empty when a decoder raised an exception instead."""

    examined: Examined
    failure: str = ""


PATIENT = "--patient"
"""The option of a decoder for the second core."""
HELLO = b"decoder ready"
"""The first packet of a decoder that has loaded its libraries."""

_answers = msgspec.msgpack.Decoder(Answer)
_asks = msgspec.msgpack.Decoder(Ask)
_encoder = msgspec.msgpack.Encoder()


def encode_ask(ask: Ask) -> bytes:
    """The packet of a question."""
    return _encoder.encode(ask)


def decode_ask(packet: bytes) -> Ask:
    """The question in a packet. Raises `msgspec.DecodeError`."""
    return _asks.decode(packet)


def encode_answer(answer: Answer) -> bytes:
    """The packet of an answer; of absurdly many absurdly long texts the last ones are left out."""
    packet = _encoder.encode(answer)
    while len(packet) > MESSAGE_MAX:
        fewer = Examined(answer.examined.reads[:-1], answer.examined.unread_bars)
        answer = Answer(examined=fewer, failure=answer.failure[:STEP_SIZE_MAX])
        packet = _encoder.encode(answer)
    return packet


def decode_answer(packet: bytes) -> Answer:
    """The answer in a packet. Raises `msgspec.DecodeError`."""
    return _answers.decode(packet)


def put_frame(memory: mmap.mmap, gray: Gray) -> None:
    """Write a frame (0.1 ms for 720p)."""
    height, width = gray.shape
    frame_in(memory, height, width)[:] = gray


def frame_in(memory: mmap.mmap, height: int, width: int) -> Gray:
    """The frame in the memory, not copied. Raises `ValueError` for a size that cannot be."""
    if min(height, width) < 1 or height * width > FRAME_PIXELS_MAX:
        raise ValueError(f"a frame of {width}x{height} does not fit")
    return np.frombuffer(memory, np.uint8, height * width).reshape(height, width)


def put_step(memory: mmap.mmap, step: str) -> None:
    """Note what the decoder is about to do, where it can be read after its death."""
    memory[FRAME_PIXELS_MAX : FRAME_PIXELS_MAX + STEP_SIZE_MAX] = step.encode()[:STEP_SIZE_MAX].ljust(
        STEP_SIZE_MAX, b"\0"
    )


def step_in(memory: mmap.mmap) -> str:
    """What the decoder was doing; empty when it was waiting."""
    noted = memory[FRAME_PIXELS_MAX : FRAME_PIXELS_MAX + STEP_SIZE_MAX]
    return noted.rstrip(b"\0").decode("utf-8", "replace")
