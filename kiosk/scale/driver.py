"""A scale: implements the `Scale` port for both uses, over any of the protocols.

One thread owns the line and asks for the weight again and again: a scale that was switched off and on, or a
cable that was pulled, costs a few questions and nothing else. What it says is judged by `settler` and
`weighing`; this module owns the time.

Source: docs/devices/scale.md.
Invariants: never ends before `stop`; every request is answered once, also when the line is down or the driver
is stopped; while the load is not known, it is said so (`Silent`) before the health that says why.
"""

import logging
import threading
from collections.abc import Callable
from typing import assert_never

from kiosk.devices.clock import Clock, SystemClock
from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.scale import (
    Moving,
    NoWeight,
    NoWeightReason,
    Overload,
    ScaleListener,
    ScaleMessage,
    Settled,
    Silent,
    UnderZero,
    ZeroAnswer,
)
from kiosk.scale.codec.answers import MG_PER_G, Answer, Load, Other, Sample, WrongMode, WrongUnit, ZeroRefused
from kiosk.scale.codec.protocols import PROTOCOLS, Decoder
from kiosk.scale.profile import ScaleProfile
from kiosk.scale.requests import Cancel, Request, Requests, Zero
from kiosk.scale.settler import ZERO_BAND_MG, LoadState, Phase, Settler
from kiosk.scale.transport import Line, LineLostError, SerialLine
from kiosk.scale.weighing import Ask, Weigher
from kiosk.scale.wellbeing import Trouble, Wellbeing
from retail.check import require

RETRY_FIRST_S = 0.25
RETRY_MAX_S = 2.0
MISSES_MAX = 3
"""Questions in a row without an answer after which the scale counts as silent."""
REOPEN_AFTER = 30
"""And after which the port is opened anew: some adapters come back only so."""
JOIN_TIMEOUT_S = 5.0
OpenLine = Callable[[ScaleProfile], Line]

_log = logging.getLogger(__name__)


def open_serial(profile: ScaleProfile) -> Line:
    """The serial line to the scale. Raises `LineLostError`."""
    return SerialLine(profile.port, profile.baud, profile.frame)


class SerialScale:
    """Watches one scale until stopped."""

    def __init__(
        self, profile: ScaleProfile, clock: Clock | None = None, open_line: OpenLine = open_serial
    ) -> None:
        require(profile.device in (Device.SCALE, Device.BAGGING_SCALE), "a scale weighs goods or the bags")
        self._profile = profile
        self._protocol = PROTOCOLS[profile.protocol]
        self._clock = clock or SystemClock()
        self._open_line = open_line
        self._requests = Requests()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._listener: ScaleListener
        self._decoder = Decoder(self._protocol)
        self._settler = Settler(profile.settling)
        self._weigher = Weigher(profile.weighing)
        self._wellbeing = Wellbeing(profile)
        self._told: ScaleMessage | None = None
        """The newest word about the load."""
        self._zero_until: float | None = None
        """Set while the scale is being set to zero."""
        self._garbled_before = 0

    # What the lane calls, from its own thread.

    def start(self, listener: ScaleListener) -> None:
        """Open the line and watch the load until `stop`."""
        require(self._thread is None, "a driver is started once")
        self._listener = listener
        self._thread = threading.Thread(target=self._run, name=self._profile.device.value, daemon=True)
        self._thread.start()

    def ask_weight(self, ask_id: str, *, tare_g: int = 0, may_be_same: bool = False) -> None:
        """Weigh what lies there, or will be put there. One `WeightTaken` or `NoWeight` follows."""
        self._post(Ask(ask_id=ask_id, tare_g=tare_g, may_be_same=may_be_same))

    def cancel(self, ask_id: str) -> None:
        """Take a question back; without effect once it is answered."""
        self._post(Cancel(ask_id=ask_id))

    def zero(self) -> None:
        """Set the empty scale to zero. One `ZeroAnswer` follows."""
        self._post(Zero())

    def stop(self) -> None:
        """Close the line and end the thread. Safe to call twice."""
        self._stop.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(JOIN_TIMEOUT_S)

    def _post(self, request: Request) -> None:
        if not self._requests.post(request):
            self._refuse(request)

    # The driver's thread.

    def _run(self) -> None:
        retry_s = RETRY_FIRST_S
        try:
            while not self._stop.is_set():
                try:
                    line = self._open_line(self._profile)
                    retry_s = RETRY_FIRST_S
                    try:
                        self._watch(line)
                    finally:
                        line.close()
                except LineLostError as lost:
                    self._lose(Trouble(lost.code, lost.detail))
                except Exception:  # a library's surprise must not end the scale for the day
                    _log.exception("the %s failed in an unforeseen way", self._profile.device.value)
                    self._lose(Trouble("failed", "The scale failed in an unforeseen way; trying again."))
                self._refuse_all()
                self._stop.wait(retry_s)
                self._refuse_all()
                retry_s = min(RETRY_MAX_S, retry_s * 2)
        finally:
            self._requests.close()
            self._end_open(NoWeightReason.CANCELLED)
            self._refuse_all()

    def _watch(self, line: Line) -> None:
        """Ask for the weight until the driver is stopped or the line lost."""
        misses = 0
        line.write(self._protocol.hello)
        while not self._stop.is_set():
            asked_at = self._clock.monotonic()
            while (request := self._requests.take()) is not None:
                self._serve(request, line)
            if self._poll(line):
                misses = 0
            else:
                misses += 1
                self._miss(misses)
            self._look_at_time()
            self._stop.wait(max(0.0, asked_at + self._profile.poll_s - self._clock.monotonic()))

    def _poll(self, line: Line) -> bool:
        """One question for the weight; whether it was answered."""
        while line.read(0):  # an answer that came too late belongs to nobody
            pass
        self._decoder.forget()
        line.write(self._protocol.ask_weight)
        until = self._clock.monotonic() + self._profile.answer_s
        is_answered = False
        while not is_answered and (rest := until - self._clock.monotonic()) > 0 and not self._stop.is_set():
            for answer in self._decoder.feed(line.read(rest)):
                is_answered |= self._take(answer)
        return is_answered

    def _miss(self, misses: int) -> None:
        """A question stayed without an answer that could be read."""
        is_garbled = self._decoder.garbled != self._garbled_before
        self._garbled_before = self._decoder.garbled
        if misses < MISSES_MAX:
            return
        if is_garbled:
            detail = "What the scale sends cannot be read: compare protocol, baud rate and frame."
            self._lose(Trouble("garbled", detail))
        else:
            self._lose(Trouble("no_answer", "The scale does not answer: check its power and cable."))
        if misses >= REOPEN_AFTER:
            raise LineLostError("no_answer", "The scale does not answer: check its power and cable.")

    def _take(self, answer: Answer) -> bool:
        """Judge one answer; whether it answers the question for the weight."""
        at = self._clock.monotonic()
        match answer:
            case Sample():
                self._take_sample(answer, at)
            case WrongUnit(unit=unit):
                self._lose(
                    Trouble("wrong_unit", f"The scale weighs in {unit}: set it to kilograms or grams.")
                )
            case WrongMode():
                self._lose(
                    Trouble("tare_at_scale", "The scale has a tare of its own: clear it at the scale.")
                )
            case ZeroRefused():
                self._end_zero(succeeded=False)
                return False
            case Other():
                return False
            case _:
                assert_never(answer)
        return True

    def _take_sample(self, sample: Sample, at: float) -> None:
        if sample.load is Load.NOT_READY:
            if self._wellbeing.is_not_ready_for_long(at):
                self._lose(Trouble("not_ready", "The scale says that it cannot weigh: look at its display."))
            return
        self._wellbeing.was_ready()
        if self._profile.device is Device.SCALE and sample.weight_mg % MG_PER_G:
            detail = (
                "The scale shows parts of a gram, and this lane sells by whole grams: set its step to 1 g."
            )
            self._lose(Trouble("resolution", detail))
            return
        state = self._settler.take(sample, at)
        if state is None:
            return
        self._tell_load(state)
        self._tell_health(self._wellbeing.judge(state, at))
        self._say(self._weigher.take(state, at))
        is_at_zero = state.phase is Phase.RESTING and state.weight_mg <= ZERO_BAND_MG
        if self._zero_until is not None and is_at_zero and sample.weight_mg >= -ZERO_BAND_MG:
            self._end_zero(succeeded=True)

    def _look_at_time(self) -> None:
        if self._zero_until is not None and self._clock.monotonic() >= self._zero_until:
            self._end_zero(succeeded=False)

    # Requests.

    def _serve(self, request: Request, line: Line) -> None:
        match request:
            case Ask():
                self._say(self._weigher.begin(request, self._clock.monotonic()))
                if self._settler.state is None:
                    self._end_open(NoWeightReason.NOT_READY)
            case Cancel():
                self._say(self._weigher.cancel(request.ask_id))
            case Zero():
                self._end_zero(succeeded=False)
                self._zero_until = self._clock.monotonic() + self._profile.zero_s  # before the line may fail
                line.write(self._protocol.zero)
            case _:
                assert_never(request)

    def _refuse(self, request: Request) -> None:
        """There is no scale to ask."""
        match request:
            case Ask():
                self._say(NoWeight(ask_id=request.ask_id, reason=NoWeightReason.NOT_READY))
            case Zero():
                self._say(ZeroAnswer(device=self._profile.device, succeeded=False))
            case Cancel():
                pass
            case _:
                assert_never(request)

    def _refuse_all(self) -> None:
        while (request := self._requests.take()) is not None:
            self._refuse(request)

    def _end_open(self, reason: NoWeightReason) -> None:
        """What was asked cannot be answered any more."""
        self._say(self._weigher.end(reason))
        self._end_zero(succeeded=False)

    def _end_zero(self, *, succeeded: bool) -> None:
        if self._zero_until is not None:
            self._zero_until = None
            self._say(ZeroAnswer(device=self._profile.device, succeeded=succeeded))

    # What is told.

    def _lose(self, trouble: Trouble) -> None:
        """What lies there is not known any more."""
        self._settler.forget()
        self._tell(Silent(device=self._profile.device))
        self._tell_health(self._wellbeing.tell(trouble))
        self._end_open(NoWeightReason.NOT_READY)

    def _tell_load(self, state: LoadState) -> None:
        device = self._profile.device
        match state.phase:
            case Phase.MOVING:
                self._tell(Moving(device=device))
            case Phase.RESTING:
                weight_g = (state.weight_mg + MG_PER_G // 2) // MG_PER_G
                self._tell(Settled(device=device, weight_g=weight_g))
            case Phase.OVERLOAD:
                self._tell(Overload(device=device))
            case Phase.UNDER_ZERO:
                self._tell(UnderZero(device=device))

    def _tell(self, message: ScaleMessage) -> None:
        """Say it unless it is what was said last about the load."""
        if message != self._told:
            self._told = message
            self._say(message)

    def _tell_health(self, trouble: Trouble | None) -> None:
        if trouble is not None:
            condition = Condition.FAULT if trouble.code else Condition.READY
            device = self._profile.device
            self._say(Health(device=device, condition=condition, code=trouble.code, detail=trouble.detail))

    def _say(self, message: ScaleMessage | None) -> None:
        if message is not None:
            self._listener.said(message)
