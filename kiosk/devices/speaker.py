"""The speaker's port: sentences said into a headset, and whether a headset is plugged in.

A sentence that tells what the shopper just did must not wait behind one that tells what was before: such a
sentence interrupts. What must be heard whole (that money moved) does not, and is not interrupted by chance:
it is said in its turn.
"""

from typing import Protocol

import msgspec

from kiosk.devices.health import Condition

TEXT_MAX = 600
"""Characters of one saying; longer ones are cut at a word."""
VOLUME_DEFAULT, SPEED_DEFAULT = 50, 100
SPEED_MIN, SPEED_MAX = 50, 300


class SpeakerHealth(msgspec.Struct, frozen=True, kw_only=True):
    """How speaking is. Sent on every change, never repeated unchanged."""

    condition: Condition
    code: str = ""
    """Stable machine word for the cause: `program_missing`, `voice_missing`, `no_sound`, ..."""
    detail: str = ""
    """English sentence for staff and the log: what is wrong and what to do."""


class HeadsetChanged(msgspec.Struct, frozen=True, kw_only=True):
    """A headset was plugged in or pulled out; also said once when the jack is first known."""

    is_plugged: bool


SpeakerMessage = SpeakerHealth | HeadsetChanged


class SpeakerListener(Protocol):
    """The lane's side. Called from the driver's threads."""

    def said(self, message: SpeakerMessage) -> None:
        """Take one message; never blocks for long."""


class Speaker(Protocol):
    """Says sentences, one after the other. No method blocks; all may be called from any thread."""

    def start(self, listener: SpeakerListener) -> None:
        """Begin to work, and tell how that goes."""

    def say(self, text: str, language: str, *, interrupts: bool = True) -> None:
        """Say a sentence: at once, dropping what is said and what waits, or behind what waits."""

    def is_speaking(self) -> bool:
        """Whether something is being said, or waits to be."""

    def hush(self) -> None:
        """Be silent now; what waits is dropped."""

    def set_volume(self, percent: int) -> None:
        """0 to 100, from the next sentence on."""

    def set_speed(self, percent: int) -> None:
        """Of the voice's usual pace; SPEED_MIN to SPEED_MAX, from the next sentence on."""

    def stop(self) -> None:
        """Be silent and end. Safe to call twice."""
