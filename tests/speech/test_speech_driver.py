"""The speaker: what is heard, in which order, and how it says why nothing is heard."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from speech_rig import PLAYS, Ear, Programs, wait_for

from kiosk.devices.speaker import Speaker
from kiosk.speech.driver import EspeakSpeaker, SpeechProfile
from kiosk.speech.waiting import WAITING_MAX, Saying, Waiting

STUCK = f"{PLAYS}; exec sleep 600"
"""A player that has played and does not end."""


@pytest.fixture
def programs(tmp_path: Path) -> Programs:
    return Programs(tmp_path)


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def speaker(programs: Programs) -> Iterator[EspeakSpeaker]:
    made = EspeakSpeaker(programs.profile)
    yield made
    made.stop()
    assert not [thread for thread in threading.enumerate() if thread.name == "speech"]


def test_it_is_a_speaker() -> None:
    port: Speaker = EspeakSpeaker()
    port.stop()
    port.stop()


def test_sentences_that_do_not_interrupt_are_said_in_turn(
    speaker: EspeakSpeaker, programs: Programs, ear: Ear
) -> None:
    speaker.start(ear)
    for text in ("Paid.", "Take the receipt.", "Danke"):
        speaker.say(text, "de", interrupts=False)
    wait_for(lambda: len(programs.heard) == 3, "three sentences")
    assert programs.heard == ["Paid.", "Take the receipt.", "Danke"]
    assert ear.codes == [""]


def test_volume_and_speed_count_from_the_next_sentence(
    speaker: EspeakSpeaker, programs: Programs, ear: Ear
) -> None:
    speaker.set_volume(100)
    speaker.set_speed(200)
    speaker.start(ear)
    speaker.say("x", "zh")
    wait_for(lambda: bool(programs.heard), "a sentence")
    assert programs.asked.read_text().split()[:6] == ["-v", "cmn", "-s", "350", "-a", "200"]


def test_what_interrupts_is_heard_at_once_and_what_waited_is_not(
    speaker: EspeakSpeaker, programs: Programs, ear: Ear
) -> None:
    programs.player(STUCK)
    speaker.start(ear)
    speaker.say("first", "en")
    wait_for(lambda: programs.heard == ["first"], "the first sentence")
    speaker.say("stale", "en", interrupts=False)
    speaker.say("newest", "en")
    wait_for(lambda: "newest" in programs.heard, "the newest sentence")
    assert programs.heard == ["first", "newest"]
    assert ear.codes == [""]  # being cut off is no fault


def test_hush_is_silence_and_speech_goes_on_after_it(
    speaker: EspeakSpeaker, programs: Programs, ear: Ear
) -> None:
    programs.player(STUCK)
    speaker.start(ear)
    speaker.say("first", "en")
    wait_for(lambda: programs.heard == ["first"], "the first sentence")
    speaker.say("dropped", "en", interrupts=False)
    speaker.hush()
    speaker.say("next", "en", interrupts=False)
    wait_for(lambda: len(programs.heard) > 1, "the next sentence")
    assert programs.heard == ["first", "next"]


def test_nobody_waits_for_a_voice_that_hangs(speaker: EspeakSpeaker, programs: Programs, ear: Ear) -> None:
    programs.voice("exec sleep 600")
    speaker.start(ear)
    wait_for(lambda: ear.codes == [""], "ready")
    for n in range(200):
        speaker.say(f"{n}", "en", interrupts=False)
    speaker.stop()  # and the thread is gone after it, which saying them all would keep for hours
    assert programs.heard == []


@pytest.mark.parametrize("missing", ["voice", "player"])
def test_a_missing_program_is_told_before_anybody_speaks(
    missing: str, programs: Programs, ear: Ear, tmp_path: Path
) -> None:
    (tmp_path / missing).unlink()
    speaker = EspeakSpeaker(programs.profile)
    speaker.start(ear)
    wait_for(lambda: bool(ear.codes), "a word about it")
    for _ in range(20):
        speaker.say("x", "en", interrupts=False)
    speaker.stop()
    assert ear.codes == ["program_missing"]
    assert missing in ear.details[0]
    assert "install" in ear.details[0]


def test_a_program_that_is_installed_later_is_found(
    speaker: EspeakSpeaker, programs: Programs, ear: Ear, tmp_path: Path
) -> None:
    (tmp_path / "voice").rename(tmp_path / "away")
    speaker.start(ear)
    wait_for(lambda: ear.codes == ["program_missing"], "told missing")
    (tmp_path / "away").rename(tmp_path / "voice")
    speaker.say("again", "en")
    wait_for(lambda: programs.heard == ["again"], "heard")
    assert ear.codes[1:] == [""]


def test_a_language_without_a_voice_is_told_and_others_still_speak(
    speaker: EspeakSpeaker, programs: Programs, ear: Ear
) -> None:
    speaker.start(ear)
    speaker.say("nuqneH", "tlh", interrupts=False)
    wait_for(lambda: ear.codes == ["", "voice_missing"], "told missing")
    assert "tlh" in ear.details[1]
    speaker.say("hello", "en")
    wait_for(lambda: ear.codes == ["", "voice_missing", ""], "well again")
    assert programs.heard == ["hello"]


@pytest.mark.parametrize(
    ("voice", "player", "code", "why"),
    [
        ("exec cat", "echo 'audio open error: No such file' >&2; exit 1", "no_sound", "audio open error"),
        ("cat > /dev/null; echo 'no data' >&2; exit 7", "cat > /dev/null; exit 1", "voice_failed", "no data"),
        ("exec cat", "kill -SEGV $$", "no_sound", "did not say why"),
    ],
    ids=["no sound card", "the voice fails", "the player dies"],
)
def test_what_fails_is_named_with_its_own_words_once_and_gets_well(
    voice: str, player: str, code: str, why: str, speaker: EspeakSpeaker, programs: Programs, ear: Ear
) -> None:
    programs.voice(voice)
    programs.player(player)
    speaker.start(ear)
    speaker.say("1", "en", interrupts=False)
    speaker.say("2", "en", interrupts=False)
    wait_for(lambda: len(ear.codes) > 1, "a fault")
    wait_for(lambda: len(programs.asked.read_text().splitlines()) == 2, "both tried")
    assert ear.codes == ["", code]
    assert why in ear.details[1]
    programs.voice("exec cat")
    programs.player(PLAYS)
    speaker.say("well", "en", interrupts=False)
    wait_for(lambda: "well" in programs.heard, "heard again")
    wait_for(lambda: ear.codes == ["", code, ""], "well again")


def test_a_file_that_is_no_program_is_a_fault_and_not_the_end(ear: Ear, tmp_path: Path) -> None:
    programs = Programs(tmp_path)
    speaker = EspeakSpeaker(SpeechProfile(voice=programs.profile.voice, player=(str(tmp_path / "player"),)))
    speaker.start(ear)
    wait_for(lambda: ear.codes == [""], "ready")
    (tmp_path / "player").chmod(0o644)
    speaker.say("x", "en")
    wait_for(lambda: ear.codes == ["", "program_missing"], "a fault")
    speaker.stop()


def test_the_queue_is_bounded_and_the_newest_stay() -> None:
    waiting = Waiting()
    for n in range(WAITING_MAX + 3):
        waiting.put(Saying(str(n), "en", 50, 100, 0))
    assert waiting.dropped == 3
    taken = [waiting.take() for _ in range(WAITING_MAX)]
    assert [saying and saying.text for saying in taken] == [str(n) for n in range(3, WAITING_MAX + 3)]
    waiting.close()
    waiting.put(Saying("late", "en", 50, 100, 0))
    assert waiting.take() is None
