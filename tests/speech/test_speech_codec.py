"""How espeak-ng is called; and, where it is installed, that it speaks every language of the lane."""

import shutil
import struct
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.speaker import TEXT_MAX
from kiosk.speech import codec

LISTING = """\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  cmn             --/M      Chinese_(Mandarin,_latin_as_English) sit/cmn (zh-cmn 5)(zh 5)
 5  de              --/M      German             gmw/de
 2  en-gb           --/M      English_(Great_Britain) gmw/en         (en 2)
"""


def test_the_usual_call_is_the_one_of_the_manual() -> None:
    usual = "-v en-gb -s 175 -a 100 -b 1 --stdin --stdout"
    assert " ".join(codec.arguments("en", 50, 100)) == usual


@pytest.mark.parametrize(
    ("volume", "speed", "amplitude", "words"),
    [(0, 50, "0", "87"), (100, 300, "200", "450"), (-5, 1, "0", "87"), (900, 900, "200", "450")],
)
def test_volume_and_speed_stay_in_what_the_program_takes(
    volume: int, speed: int, amplitude: str, words: str
) -> None:
    called = codec.arguments("zh", volume, speed)
    assert called[:6] == ("-v", "cmn", "-s", words, "-a", amplitude)


def test_voices_are_the_second_column_of_the_listing() -> None:
    known = codec.voices(LISTING)
    assert known == {"cmn", "de", "en-gb"}
    assert codec.has_voice("zh", known)
    assert codec.has_voice("de", known)
    assert not codec.has_voice("fr", known)
    assert codec.voices("") == frozenset()


def test_a_text_cannot_speak_phonemes_or_carry_controls() -> None:
    assert codec.cleaned("Milk [[pi:]] 1\n\x1b[2J l\u2028now") == "Milk pi: 1 [2J l now"


def test_a_long_text_is_cut_at_a_word() -> None:
    cut = codec.cleaned("word " * 1_000)
    assert len(cut) <= TEXT_MAX
    assert set(cut.split()) == {"word"}
    assert len(codec.cleaned("长" * 2_000)) == TEXT_MAX


@given(st.text(max_size=2_000))
def test_whatever_comes_one_short_line_leaves(text: str) -> None:
    line = codec.cleaned(text)
    assert len(line) <= TEXT_MAX
    assert line == " ".join(line.split())
    assert "[[" not in line
    assert len(line.encode()) < 4_096  # a pipe takes it without waiting


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
@pytest.mark.parametrize(
    ("language", "text"), [("en", "Total: 12 euros"), ("de", "Summe: 12 Euro"), ("zh", "总共十二元")]
)
def test_the_real_program_speaks_every_language_of_the_lane(language: str, text: str) -> None:
    listing = subprocess.run(["espeak-ng", "--voices"], capture_output=True, check=True, timeout=30).stdout
    assert codec.has_voice(language, codec.voices(listing.decode()))
    spoken = subprocess.run(
        ["espeak-ng", *codec.arguments(language, 50, 100)],
        input=text.encode(),
        capture_output=True,
        check=True,
        timeout=30,
    ).stdout
    assert spoken[:4] + spoken[8:12] == b"RIFFWAVE"
    samples = struct.unpack(f"<{(len(spoken) - 44) // 2}h", spoken[44 : 44 + (len(spoken) - 44) // 2 * 2])
    assert len(samples) > 8_000  # a third of a second at least
    assert max(map(abs, samples)) > 1_000
