"""What the tests of speech share: stand-ins for the two programs, and an ear."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.devices.speaker import HeadsetChanged, SpeakerHealth, SpeakerMessage
from kiosk.speech.driver import SpeechProfile

DEADLINE_S = 30.0
PLAYS = """printf '%s\\n' "$(cat)" >> HEARD"""
"""One write: a line is there whole or not at all."""
VOICES = "Pty Language\n 5 en-gb x\n 5 de x\n 5 cmn x\n"


def wait_for(holds: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"never happened: {what}")
        time.sleep(0.005)


class Ear:
    """A listener that keeps everything."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._messages: list[SpeakerMessage] = []

    def said(self, message: SpeakerMessage) -> None:
        with self._lock:
            self._messages.append(message)

    @property
    def codes(self) -> list[str]:
        with self._lock:
            return [message.code for message in self._messages if isinstance(message, SpeakerHealth)]

    @property
    def details(self) -> list[str]:
        with self._lock:
            return [message.detail for message in self._messages if isinstance(message, SpeakerHealth)]

    @property
    def headset(self) -> list[bool]:
        with self._lock:
            return [message.is_plugged for message in self._messages if isinstance(message, HeadsetChanged)]


class Programs:
    """A voice that hands the text through, and a player that writes it down; either can be told to fail."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._heard = folder / "heard"
        self._heard.write_text("")
        self.asked = folder / "asked"
        self.asked.write_text("")
        (folder / "voices").write_text(VOICES)
        self.voice("exec cat")
        self.player(PLAYS)
        self.profile = SpeechProfile(voice=(str(folder / "voice"),), player=(str(folder / "player"),))

    @property
    def heard(self) -> list[str]:
        return self._heard.read_text().splitlines()

    def voice(self, does: str) -> None:
        self._write(
            "voice",
            f'[ "$1" = --voices ] && exec cat {self._folder}/voices\necho "$@" >> {self.asked}\n{does}',
        )

    def player(self, does: str) -> None:
        self._write("player", does.replace("HEARD", str(self._heard)))

    def _write(self, name: str, script: str) -> None:
        fresh = self._folder / f"{name}.new"
        fresh.write_text(f"#!/bin/sh\n{script}\n")
        fresh.chmod(0o755)
        fresh.replace(self._folder / name)
