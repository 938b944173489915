"""Sounds never get in the way."""

import io
import struct
import threading
import time
import wave
from pathlib import Path

import pytest

from kiosk.checkout.effects import Sound
from kiosk.ui.application import ASSETS
from kiosk.ui.sound import PLAYERS, QUEUE_MAX, SoundPlayer, at_volume, find_player


def noting(path: Path, before: str = "") -> tuple[str, ...]:
    """A player that writes down what it was given."""
    return ("sh", "-c", f'{before} echo "$0" >> {path}')


def _wait_for(notes: Path) -> None:
    deadline = time.monotonic() + 5
    while not (notes.exists() and notes.read_text().endswith("\n")):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_every_sound_has_its_file() -> None:
    for sound in Sound:
        assert (ASSETS / "sounds" / f"{sound.value}.wav").is_file()


def test_a_sound_is_given_to_the_player(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    player = SoundPlayer(tmp_path, noting(notes))
    player.play(Sound.PAID)
    _wait_for(notes)
    player.close()
    assert notes.read_text().split() == [str(tmp_path / "paid.wav")]


def test_playing_never_blocks_and_a_flood_is_dropped(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    player = SoundPlayer(tmp_path, noting(notes, "sleep 0.2;"))
    started = time.monotonic()
    for _ in range(1000):
        player.play(Sound.SCAN)
    assert time.monotonic() - started < 0.2
    _wait_for(notes)
    player.close()
    assert len(notes.read_text().split()) <= QUEUE_MAX + 1


def test_a_sound_waits_for_the_voice_and_the_scan_s_own_does_not(tmp_path: Path) -> None:
    notes, speaks = tmp_path / "notes", threading.Event()
    speaks.set()
    player = SoundPlayer(tmp_path, noting(notes))
    player.is_spoken = speaks.is_set
    player.play(Sound.SCAN)
    _wait_for(notes)
    player.play(Sound.PAID)
    assert "paid" not in notes.read_text()
    speaks.clear()
    deadline = time.monotonic() + 5
    while "paid" not in notes.read_text():
        assert time.monotonic() < deadline
        time.sleep(0.01)
    player.close()


def test_no_sound_is_as_long_as_what_may_not_lie_over_speech() -> None:
    for sound in Sound:
        with wave.open(str(ASSETS / "sounds" / f"{sound.value}.wav")) as file:
            assert file.getnframes() / file.getframerate() < 3


@pytest.mark.parametrize("player", [(), ("/nonexistent/player",), ("false",)])
def test_without_a_working_player_it_is_silent(tmp_path: Path, player: tuple[str, ...]) -> None:
    silent = SoundPlayer(tmp_path, player)
    silent.play(Sound.ERROR)
    silent.close()
    silent.close()


def test_the_machine_s_player_is_found_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_player() == ()
    (tmp_path / "aplay").touch(mode=0o755)
    assert find_player() == PLAYERS[1]


def loudest(data: bytes) -> int:
    with wave.open(io.BytesIO(data)) as source:
        frames = source.readframes(source.getnframes())
    return max(abs(sample) for sample in struct.unpack(f"<{len(frames) // 2}h", frames))


@pytest.mark.parametrize("percent", [25, 50, 75])
def test_a_softer_sound_is_the_same_sound_softer(percent: int) -> None:
    data = (ASSETS / "sounds" / "paid.wav").read_bytes()
    softer = at_volume(data, percent)
    assert len(softer) == len(data)
    assert loudest(softer) == pytest.approx(loudest(data) * percent / 100, abs=2)


def test_a_shopper_who_wants_silence_hears_nothing(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    player = SoundPlayer(ASSETS / "sounds", noting(notes))
    player.volume = 0
    player.play(Sound.PAID)
    player.volume = 50
    player.play(Sound.SCAN)
    _wait_for(notes)
    player.close()
    assert [Path(line).name for line in notes.read_text().split()] == ["scan-50.wav"]
