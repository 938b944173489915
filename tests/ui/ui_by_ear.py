"""A shopper with a headset and a keypad at a lane of the checkout's own rules; every sentence is kept."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui_lane_of_rules import LaneOfRules
from ui_window import Shown, wait_until

from kiosk.app.keypad import keys_of
from kiosk.app.voice import Voice, VoiceProfile
from kiosk.checkout import commands as c
from kiosk.checkout.effects import Timer
from kiosk.devices.printer import PrintAnswer, PrintOutcome
from kiosk.devices.speaker import HeadsetChanged
from kiosk.devices.terminal import Approved, PaymentAnswer
from kiosk.speech.transcript import TranscriptSpeaker
from kiosk.ui.samples.tenders import EVERYTHING
from retail.card import CardResult
from retail.settings.access import KeypadSettings

K = Qt.Key
KEYS = keys_of(KeypadSettings(double_ms=0))


class ByEar:
    """A shopper with a headset and a keypad at a lane of the checkout's own rules."""

    def __init__(self, shown: Shown, start: str = "jack", **shop: object) -> None:
        """`shop`: what this lane's shop has besides (`kiosk.checkout.shop.Shop`)."""
        self.shown = shown
        self.speaker = TranscriptSpeaker()
        self.voice = Voice(self.speaker, VoiceProfile(start=start))
        self.voice.join(shown.lane)
        self.reported: list[object] = []
        self.voice._post = self.reported.append
        self._show = shown.show
        shown.show = self._followed  # type: ignore[method-assign]
        self.lane = LaneOfRules(shown, EVERYTHING, **shop)
        self.voice.painted()
        self._read = 0

    def _followed(self, snapshot: object) -> None:
        self.voice.follow(snapshot)  # type: ignore[arg-type]
        self._show(snapshot)  # type: ignore[arg-type]

    def plug(self, *, is_in: bool = True) -> None:
        self.voice._hear("jack", HeadsetChanged(is_plugged=is_in))
        wait_until(lambda: self.shown.lane.keyboard.may_hide is is_in, "the window to know")

    def news(self) -> str:
        """What was heard since the last time it was asked."""
        said = self.speaker.said
        told, self._read = " ".join(one.text for one in said[self._read :]), len(said)
        return told

    def press(self, *keys: Qt.Key) -> str:
        """Press keys; the lane decides what they asked for. What was heard."""
        for key in keys:
            QTest.keyClick(self.shown.lane.window, key)
            posted, self.shown.posted[:] = list(self.shown.posted), []
            for command in posted:
                self.lane.do(command)
        return self.news()

    def chooses(self, words: str, hears: str) -> str:
        """Walk to it, press it, and wait until this is heard."""
        self.go(words)
        told = self.press(K.Key_Return)

        def is_heard() -> bool:
            nonlocal told
            told += self.news()
            return hears in told

        wait_until(is_heard, f"{hears!r}, not only {told!r}")
        return told

    def waits_at(self, name: str) -> None:
        def is_there() -> bool:
            item = self.shown.lane.keyboard.focus.item
            return item is not None and item.objectName() == name

        wait_until(is_there, f"the focus at {name}")

    def go(self, words: str) -> str:
        """Walk on until these words are heard."""
        told = self.press(K.Key_F3)
        for _ in range(60):
            told = self.press(K.Key_Right)
            if told.startswith(words):
                return told
        raise AssertionError(f"{words!r} is not among what is heard; last was {told!r}")

    def approve(self) -> None:
        """The terminal's answer, as its driver tells it."""
        sale = self.lane.state.transaction
        assert sale is not None
        assert sale.payment is not None
        attempt = sale.payment.attempt_id
        result = CardResult(
            result_code=0,
            amount_minor=sale.payment.amount_minor,
            currency="EUR",
            terminal_id="1",
            receipt_number=2,
            masked_pan="************4711",
        )
        self.lane.do(c.KeepResult(attempt_id=attempt, result=result))
        self.lane.do(
            c.ReportPayment(answer=PaymentAnswer(attempt_id=attempt, outcome=Approved(result=result)))
        )

    def fire(self, timer: Timer) -> str:
        self.lane.do(c.FireTimer(timer=timer.value))
        return self.news()

    def print_it(self) -> str:
        sale = self.lane.state.transaction
        assert sale is not None
        assert sale.printing is not None
        answer = PrintAnswer(job_id=sale.printing.job_id, outcome=PrintOutcome.PRINTED)
        self.lane.do(c.ReportPrint(answer=answer))
        return self.news()
