"""The lane by ear: joins the voice, the jack, the keys and what is said of the lane's state.

A headset that is plugged in starts it: whoever needs it can begin alone, without looking for a switch. What
the lane says comes from `kiosk.spoken`, what has the focus from the screen, and both go to one speaker in
one order.

Source: docs/devices/speech.md; EN 301 549, 5.1.3.
Invariants: nothing here decides or sells, and nothing of it can stop a sale: a voice that fails is a
warning for staff. Volume, speed, focus and curtain go with the shopper. Secrets never come here: keys are
counted.
"""

import logging
import re
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec

from kiosk.app.engine import Engine
from kiosk.app.settings.schema import Settings
from kiosk.checkout import commands as c
from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import State
from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.speaker import SPEED_MAX, SPEED_MIN, HeadsetChanged, Speaker, SpeakerHealth, SpeakerMessage
from kiosk.speech.driver import EspeakSpeaker, SpeechProfile
from kiosk.speech.headset.driver import HeadsetDetector
from kiosk.speech.headset.transport import find_jacks
from kiosk.speech.transcript import TranscriptSpeaker
from kiosk.spoken import attention, choices, figures, money, private, reading
from kiosk.spoken.breaths import breaths
from kiosk.spoken.changes import change
from kiosk.spoken.screens import joined, language_of
from kiosk.spoken.words.listening import LISTENING
from kiosk.ui.application import LaneWindow
from kiosk.ui.focus import Focused
from kiosk.ui.keyboard import Typed
from kiosk.ui.keys import Action
from kiosk.ui.post import Touch

GROUP_MAX = 8
"""Sentences that are said again; a speaker keeps as many waiting."""
VOLUME_STEP, VOLUME_MIN, VOLUME_MAX = 10, 10, 100
SPEED_STEP = 25

_log = logging.getLogger(__name__)


class VoiceProfile(msgspec.Struct, frozen=True, kw_only=True):
    """What starts the voice, and how each shopper finds it."""

    start: str = "jack"
    """`jack`, `keys` or `always` (`retail.settings.access`)."""
    volume: int = 50
    speed: int = 100


class _Ear:
    """Listens to one of the two drivers, so that their faults are told apart."""

    def __init__(self, hear: Callable[[str, SpeakerMessage], None], source: str) -> None:
        self._hear, self._source = hear, source

    def said(self, message: SpeakerMessage) -> None:
        """Take one message."""
        self._hear(self._source, message)


class Voice:
    """Goes along with a lane (`kiosk.app.companions.Companion`) and says it."""

    def __init__(
        self,
        speaker: Speaker,
        profile: VoiceProfile,
        detector: HeadsetDetector | None = None,
    ) -> None:
        self._speaker, self._detector = speaker, detector
        self._profile = profile
        self._lock = threading.RLock()
        self._window: LaneWindow | None = None
        self._post: Callable[[c.AnyCommand | Touch], None] = lambda command: None
        self._snapshot: Snapshot | None = None
        self._focused: Focused | None = None
        self._group: list[str] = []
        """What was said last: what a key says again."""
        self._told: dict[str, SpeakerHealth] = {}
        self._is_on = self._is_started = False
        self._volume, self._speed = profile.volume, profile.speed

    # --- going along -------------------------------------------------------------------------------------

    def begin(self, window: LaneWindow, engine: Engine, quit_lane: Callable[[], None]) -> None:
        """The window is there: listen to its focus and its keys."""
        self.join(window)
        self._post = engine.post

    def join(self, window: LaneWindow) -> None:
        """Hear what this window's focus and keys do."""
        self._window = window
        keyboard = window.keyboard
        keyboard.focus.on_focused, keyboard.on_typed = self.focused, self.typed
        keyboard.on_asked, keyboard.on_first_key = self.asked, self.first_key
        keyboard.on_abandoned = self.abandoned
        window.quiet_while(self._speaker.is_speaking)

    def painted(self) -> None:
        """The first picture is out: the drivers may come up."""
        if self._is_started:
            return
        self._is_started = True
        self._speaker.set_volume(self._volume)
        self._speaker.set_speed(self._speed)
        self._speaker.start(_Ear(self._hear, "voice"))
        if self._detector is not None:
            self._detector.start(_Ear(self._hear, "jack"))
        if self._profile.start == "always":
            self.turn(on=True)

    def end(self) -> None:
        """Silence, and nothing more is said."""
        if self._detector is not None:
            self._detector.stop()
        self._speaker.stop()

    def follow(self, snapshot: Snapshot) -> None:
        """The lane shows this now: say what is new of it. From the engine's thread."""
        try:
            self._follow(snapshot)
        except Exception:  # what cannot be said must not keep the lane from selling
            _log.exception("a change of the lane could not be said")

    def _follow(self, snapshot: Snapshot) -> None:
        with self._lock:
            before, self._snapshot = self._snapshot, snapshot
            if before is not None and _has_left(before.state, snapshot.state):
                self._shopper_gone()
            if not self._is_on:
                return
            for one in change(before, snapshot):
                self._say(one.text, one.language, interrupts=one.interrupts)

    # --- on and off --------------------------------------------------------------------------------------

    def turn(self, *, on: bool) -> None:
        """Begin to speak, or be silent. Safe to call again. From any thread."""
        with self._lock:
            if on is self._is_on:
                return
            self._is_on = on
            self._as_found()
            if on:
                self._welcome()
            else:
                self._group.clear()
                self._speaker.hush()
        if self._window is not None:
            self._window.listen(on)
        _log.info("the voice is %s", "on" if on else "off")

    def first_key(self) -> None:
        """A shopper has pressed their first key."""
        if self._profile.start == "keys":
            self.turn(on=True)

    def abandoned(self) -> None:
        """Whoever pressed keys at an idle lane has left."""
        if self._profile.start == "keys":
            self.turn(on=False)

    def _welcome(self) -> None:
        language = self._language
        self._say(LISTENING["begins"].in_language(language), language)
        if self._snapshot is not None:
            for one in change(None, self._snapshot):
                self._say(one.text, one.language, interrupts=False)

    def _shopper_gone(self) -> None:
        self._as_found()
        if self._profile.start == "keys" and self._is_on:
            self._is_on = False
            if self._window is not None:
                self._window.listen(False)

    def _as_found(self) -> None:
        """As each shopper finds it."""
        self._volume, self._speed = self._profile.volume, self._profile.speed
        self._speaker.set_volume(self._volume)
        self._speaker.set_speed(self._speed)

    # --- what the screen tells ---------------------------------------------------------------------------

    def focused(self, focused: Focused) -> None:
        """Another control has the focus. On the GUI thread."""
        with self._lock:
            self._focused = focused
            if not self._is_on or self._is_staffed:
                return
            self._say(self._named(focused), self._language, interrupts=focused.by_hand)

    def typed(self, typed: Typed) -> None:
        """A key of a keypad was pressed. On the GUI thread."""
        with self._lock:
            if self._is_on and not self._is_staffed:
                self._say(self._counted(typed), self._language)

    def asked(self, action: Action) -> None:
        """A key that asks for something to be said. On the GUI thread."""
        with self._lock:
            if not self._is_on:
                return
            match action:
                case Action.REPEAT:
                    self._again()
                case Action.WHERE:
                    self._where()
                case Action.READ:
                    self._read()
                case Action.LOUDER | Action.QUIETER:
                    self._set_volume(VOLUME_STEP if action is Action.LOUDER else -VOLUME_STEP)
                case Action.FASTER | Action.SLOWER:
                    self._set_speed(SPEED_STEP if action is Action.FASTER else -SPEED_STEP)
                case Action.HELP:
                    if self._snapshot is not None and self._snapshot.state.help_called:
                        self._tell("help_again")
                case Action.CURTAIN:
                    self._tell("curtain" if self._is_dark else "no_curtain")
                case _:
                    pass

    def _again(self) -> None:
        for number, text in enumerate(list(self._group)):
            self._speaker.say(text, self._language, interrupts=number == 0)

    def _where(self) -> None:
        if self._snapshot is None:
            return
        for number, text in enumerate(choices.where(self._snapshot, self._offers(), self._sheet())):
            self._say(text, self._language, interrupts=number == 0)
        if self._focused is not None and not self._is_staffed:
            self._say(self._named(self._focused), self._language, interrupts=False)

    def _offers(self) -> list[choices.Offer]:
        """What keys reach now. On the GUI thread."""
        if self._window is None:
            return []
        offered = self._window.keyboard.focus.offers()
        return [choices.Offer(one.control, self._readable(one.name).rstrip(".。")) for one in offered]

    def _sheet(self) -> str:
        return self._window.keyboard.focus.sheet() if self._window is not None else ""

    def _read(self) -> None:
        if self._snapshot is None or self._is_staffed:
            return
        for number, text in enumerate(reading.read(self._snapshot.state)):
            self._say(text, self._language, interrupts=number == 0)

    def _set_volume(self, by: int) -> None:
        self._volume = min(VOLUME_MAX, max(VOLUME_MIN, self._volume + by))
        self._speaker.set_volume(self._volume)
        self._tell("volume", percent=self._volume)

    def _set_speed(self, by: int) -> None:
        self._speed = min(SPEED_MAX, max(SPEED_MIN, self._speed + by))
        self._speaker.set_speed(self._speed)
        self._tell("speed", percent=self._speed)

    def _tell(self, key: str, **blanks: object) -> None:
        """A word about listening itself; it is not what is said again."""
        text = LISTENING[key].in_language(self._language).format(**blanks)
        self._speaker.say(text, self._language)

    def _named(self, focused: Focused) -> str:
        parts = [focused.sheet, focused.name, focused.note]
        whole = [attention.sentence(self._readable(part), self._language) for part in parts if part]
        chosen = {None: "", True: "chosen", False: "not_chosen"}[focused.is_chosen]
        state = LISTENING[chosen].in_language(self._language) if chosen else ""
        return joined([*whole, state], self._language)

    def _readable(self, text: str) -> str:
        return money.written(private.foreign(text), self._currency, self._language)

    def _counted(self, typed: Typed) -> str:
        language = self._language
        match typed.kind:
            case "quantity":
                return LISTENING["typed_quantity"].in_language(language).format(text=typed.text)
            case "amount":
                minor = int("".join(re.findall(r"\d", typed.text)) or "0")
                return figures.amount(minor, self._currency, language)
            case "search":
                if not typed.text:
                    return private.typed(0, language, is_pin=False)
                found = LISTENING["found"].in_language(language)
                return found.format(text=typed.text, items=figures.items(typed.count, language))
            case kind:
                return private.typed(typed.count, language, is_pin=kind == "pin")

    # --- small things ------------------------------------------------------------------------------------

    @property
    def _language(self) -> str:
        return language_of(self._snapshot.state) if self._snapshot is not None else "en"

    @property
    def _currency(self) -> str:
        sale = self._snapshot.state.transaction if self._snapshot is not None else None
        return sale.currency if sale is not None else ""

    @property
    def _is_staffed(self) -> bool:
        return self._snapshot is not None and self._snapshot.state.staff is not None

    @property
    def _is_dark(self) -> bool:
        return self._window is not None and self._window.comfort.chosen.curtain

    def _say(self, text: str, language: str, *, interrupts: bool = True) -> None:
        if interrupts:
            self._group.clear()
        for number, part in enumerate(breaths(text)):
            self._group = [*self._group, part][-GROUP_MAX:]
            self._speaker.say(part, language, interrupts=interrupts and number == 0)

    def _hear(self, source: str, message: SpeakerMessage) -> None:
        if isinstance(message, HeadsetChanged):
            if self._profile.start == "jack":
                self.turn(on=message.is_plugged)
            return
        with self._lock:
            self._told[source] = message
            worst = next(
                (one for one in self._told.values() if one.condition is not Condition.READY), message
            )
        self._post(c.ReportHealth(health=_health(worst)))


def _health(told: SpeakerHealth) -> Health:
    """A voice that fails is a warning: nothing is sold by it, and nobody is called for it."""
    condition = Condition.WARNING if told.condition is Condition.FAULT else told.condition
    return Health(device=Device.SPEECH, condition=condition, code=told.code, detail=told.detail)


def _has_left(before: State, after: State) -> bool:
    return before.transaction is not None and (
        after.transaction is None or after.transaction.transaction_id != before.transaction.transaction_id
    )


def voice_of(chosen: Settings, transcript: Path | None = None) -> tuple[Voice, ...]:
    """The lane's voice; none where nothing would start it."""
    speech = chosen.speech
    detector = None
    if speech.start == "jack":
        jack = speech.jack or next(iter(find_jacks()), "")
        if not jack:
            return ()
        detector = HeadsetDetector(jack)
    elif speech.start == "off":
        return ()
    speaker = (
        TranscriptSpeaker(transcript) if transcript is not None else EspeakSpeaker(_programs(speech.card))
    )
    profile = VoiceProfile(start=speech.start, volume=speech.volume, speed=speech.speed)
    return (Voice(speaker, profile, detector),)


def _programs(card: str) -> SpeechProfile:
    return SpeechProfile(player=("aplay", "-q", "-D", card, "-")) if card else SpeechProfile()
