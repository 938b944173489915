"""Make the lane's five sounds from sine tones: short, soft-edged, told apart without looking.

Run by hand when a sound changes: .venv/bin/python tools/make_sounds.py

Invariants: 44.1 kHz mono 16 bit, shorter than 0.6 s, never louder than PEAK; same input, same bytes.
"""

from __future__ import annotations

import sys
import wave
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

TARGET = Path(__file__).resolve().parent.parent / "assets" / "sounds"
RATE_HZ = 44_100
PEAK = 0.5
ATTACK_S = 0.004
RELEASE_S = 0.03
OVERTONES = ((1, 1.0), (2, 0.22), (3, 0.08))
"""A little of the second and third partial: a bell rather than a test tone."""


class Note(NamedTuple):
    """One tone: when it starts, its pitch, how long it rings and how fast it fades."""

    start_s: float
    pitch_hz: float
    length_s: float
    fade_s: float = 0.12
    level: float = 1.0


SOUNDS = {
    "scan": (Note(0, 1760, 0.13, 0.05),),
    "paid": (Note(0, 783.99, 0.45, 0.16), Note(0.09, 1046.5, 0.4, 0.16), Note(0.18, 1567.98, 0.38, 0.16)),
    "nudge": (Note(0, 659.26, 0.2, 0.1), Note(0.16, 880, 0.3, 0.13)),
    "staff": (Note(0, 880, 0.24, 0.1), Note(0.22, 659.26, 0.34, 0.14)),
    "error": (Note(0, 311.13, 0.16, 0.12), Note(0.19, 233.08, 0.32, 0.16)),
}


def tone(note: Note) -> NDArray[np.float64]:
    """One note's samples, with edges soft enough not to click."""
    time = np.arange(round(note.length_s * RATE_HZ)) / RATE_HZ
    wave_form = sum(level * np.sin(2 * np.pi * note.pitch_hz * part * time) for part, level in OVERTONES)
    attack = np.clip(time / ATTACK_S, 0, 1)
    release = np.clip((note.length_s - time) / RELEASE_S, 0, 1)
    return np.asarray(wave_form * np.exp(-time / note.fade_s) * attack * release * note.level)


def mix(notes: tuple[Note, ...]) -> bytes:
    """All notes together as 16-bit samples, scaled so that the loudest sample is PEAK."""
    length = max(round((note.start_s + note.length_s) * RATE_HZ) for note in notes) + 1
    samples = np.zeros(length)
    for note in notes:
        one = tone(note)
        start = round(note.start_s * RATE_HZ)
        samples[start : start + len(one)] += one
    samples *= PEAK / np.abs(samples).max()
    return bytes(np.round(samples * 32767).astype("<i2").tobytes())


def main() -> int:
    """Write every sound."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, notes in SOUNDS.items():
        with wave.open(str(TARGET / f"{name}.wav"), "wb") as stream:
            stream.setnchannels(1)
            stream.setsampwidth(2)
            stream.setframerate(RATE_HZ)
            stream.writeframes(mix(notes))
    print(f"{len(SOUNDS)} sounds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
