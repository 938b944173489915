"""The speaker that writes down."""

import json
from pathlib import Path

from speech_rig import Ear

from kiosk.devices.speaker import Speaker
from kiosk.speech import transcript
from kiosk.speech.transcript import TranscriptSpeaker


def test_it_writes_down_what_would_be_heard_and_how(tmp_path: Path) -> None:
    file, ear = tmp_path / "said.jsonl", Ear()
    speaker = TranscriptSpeaker(file)
    port: Speaker = speaker
    port.start(ear)
    port.say("Milch,\n1,29 Euro", "de")
    port.set_volume(150)
    port.set_speed(10)
    port.say("Summe", "de", interrupts=False)
    port.hush()
    port.stop()
    port.say("late", "de")
    port.stop()
    assert ear.codes == [""]
    assert [json.loads(line) for line in file.read_text().splitlines()] == [
        {"text": "Milch, 1,29 Euro", "language": "de", "interrupts": True, "volume": 50, "speed": 100},
        {"text": "Summe", "language": "de", "interrupts": False, "volume": 100, "speed": 50},
    ]
    assert [said.text for said in speaker.said] == ["Milch, 1,29 Euro", "Summe"]
    assert speaker.hushes == 1


def test_it_keeps_a_bounded_number() -> None:
    speaker = TranscriptSpeaker()
    for n in range(transcript.KEPT_MAX + 5):
        speaker.say(str(n), "en")
    assert len(speaker.said) == transcript.KEPT_MAX
    assert speaker.said[0].text == "5"
