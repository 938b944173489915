"""The camera barcode scanner: implements the `Scanner` port.

Two threads: one owns the camera (`capture`), one looks at the newest frame (this module). The looking thread
owns everything else, so nothing here needs a lock: watch, motion gate, tracker, preview, and the link to the
decoder, which runs in a process of its own (`decoding`).

A frame that makes a decoder fail is counted and logged, and scanning goes on: a bad picture never stops a
sale, even if it kills the decoder's process.

Source: docs/devices/scanner.md.
"""

import logging
import threading
import time
from collections.abc import Callable

import msgspec

from kiosk.devices.health import Health
from kiosk.devices.scanner import PreviewFrame, ScannerListener
from kiosk.scanner.budgets import FAST_MS
from kiosk.scanner.capture import Capture
from kiosk.scanner.decoding.supervisor import Decoder
from kiosk.scanner.decoding.two_cores import TwoCores
from kiosk.scanner.frame import Frame
from kiosk.scanner.mailbox import Mailbox
from kiosk.scanner.marks import marks
from kiosk.scanner.motion import IDLE_LOOK_S, MotionGate, sample
from kiosk.scanner.sources import FrameSource, SourceSettings, source_from
from kiosk.scanner.symbols import Decoded, Examined
from kiosk.scanner.tracker import Tracker
from kiosk.scanner.view import Seen, place_of
from kiosk.scanner.watch import CameraWatch
from kiosk.scanner.wellbeing import Wellbeing

TAKE_TIMEOUT_S = 0.25
JOIN_TIMEOUT_S = 5.0
"""A decoder that hangs is given up after 2 s."""
RESTART_EVERY_S = 5.0
"""A camera that hangs is opened anew at most this often."""
FAILURES_LOGGED_MAX = 20
"""Failed frames logged with their traceback; later ones are only counted."""

_log = logging.getLogger(__name__)


class CameraProfile(msgspec.Struct, frozen=True, kw_only=True):
    """How the camera is used. Set in `kiosk.toml`, `[scanner]`."""

    source: str
    """`v4l2:/dev/kiosk/camera`, `v4l2:0`, `mjpeg://host:port/path`, `file:clip.avi`, `picture:photo.jpg`."""
    width: int = 1280
    height: int = 720
    fps: int = 30
    exposure_ms: float = 5.0
    """The shortest shutter that is tried, where the camera lets us; 0 leaves it to the camera."""
    focus: int = -1
    """Fixed position of the lens in the camera's own units; -1 leaves it to the camera."""
    budget_ms: float = FAST_MS
    """Processor time for one frame on its way to the screen."""
    idle_budget_ms: float = 10.0
    """Processor time for one frame while nothing moves."""
    preview_width: int = 640
    preview_fps: float = 15.0
    idle_preview_fps: float = 1.0


class ScannerCounts(msgspec.Struct, kw_only=True):
    """What the scanner has done since start, for the doctor and the benchmark."""

    frames: int = 0
    decoded: int = 0
    failed: int = 0
    accepted: int = 0
    decode_ms_last: float = 0.0


class CameraScanner:
    """Reads codes from a camera until stopped."""

    def __init__(
        self,
        profile: CameraProfile,
        *,
        decoder: Decoder | None = None,
        open_source: Callable[[SourceSettings], FrameSource] = source_from,
    ) -> None:
        settings = SourceSettings(
            source=profile.source,
            width=profile.width,
            height=profile.height,
            fps=profile.fps,
            exposure_ms=profile.exposure_ms,
            focus=profile.focus,
        )
        source = open_source(settings)
        self.profile = profile
        self.counts = ScannerCounts()
        self.present: frozenset[str] = frozenset()
        """Keys of accepted codes that are in view. May be read by any thread."""
        self.seen: Seen | None = None
        """The newest frame that was examined, with what it showed. May be read by any thread."""
        self._decoder = decoder or TwoCores()
        self._mailbox = Mailbox()
        self._capture = Capture(source, self._mailbox)
        self._watch = CameraWatch(is_still=source.is_still)
        self._wellbeing = Wellbeing()
        self._gate = MotionGate()
        self._tracker = Tracker()
        self._reading = threading.Event()
        self._reading.set()
        self._stop = threading.Event()
        self._was_reading = True
        self._preview_at = float("-inf")
        self._restarted_at = float("-inf")
        self._moved_since_decode = False
        self._thread: threading.Thread | None = None

    def start(self, listener: ScannerListener) -> None:
        """Open the camera and read until `stop`."""
        self._thread = threading.Thread(target=self._run, args=(listener,), name="camera-decode", daemon=True)
        self._capture.start()
        self._thread.start()

    def enable(self, reading: bool) -> None:
        """Decode (True) or only keep the camera warm and watched (False)."""
        if reading:
            self._reading.set()
        else:
            self._reading.clear()

    def stop(self) -> None:
        """Close the camera and end both threads. Safe to call twice."""
        self._stop.set()
        self._mailbox.close()
        self._capture.stop()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(JOIN_TIMEOUT_S)

    def _run(self, listener: ScannerListener) -> None:
        try:
            while not self._stop.is_set():
                self._step(listener)
        finally:
            self._decoder.stop()

    def _step(self, listener: ScannerListener) -> None:
        """Tend the decoder, take what the camera's thread has, look at it."""
        try:
            self._say(self._wellbeing.decoder(self._decoder.tend()), listener)
            news = self._mailbox.take(TAKE_TIMEOUT_S)
            match news:
                case Frame():
                    self.look(news, listener)
                case (code, sentence):
                    self._tell(self._watch.problem(code, sentence), listener)
                case None if not self._stop.is_set():
                    self._tell(self._watch.silence(time.monotonic()), listener)
                    self._restart_if_hung()
        except Exception:  # a bad picture, or a decoder's bug, must not end scanning
            self.counts.failed += 1
            if self.counts.failed <= FAILURES_LOGGED_MAX:
                _log.exception("looking at a frame failed; scanning goes on")

    @property
    def spare_s(self) -> float:
        """How long the camera may leave frames unopened just now."""
        return self._capture.spare_s

    def look(self, frame: Frame, listener: ScannerListener) -> None:
        """Look at one frame. Called by the looking thread, or on a scanner that was never started by whoever
        brings frames with a clock of their own."""
        self.counts.frames += 1
        pixels = sample(frame.gray)
        self._tell(self._watch.frame(pixels, frame.at), listener)
        self._restart_if_hung()
        moved = self._gate.saw(pixels, frame.at)
        reading = self._reading.is_set()
        if reading != self._was_reading:
            self._was_reading = reading
            self._tracker.forget()
            self.present = frozenset()
            self._gate.wake(frame.at)  # what lies there already is looked at as if it had just come
        self._capture.spare_s = self._gate.spare_s(frame.at) if reading else IDLE_LOOK_S
        if not reading:
            return
        accepted = 0
        try:
            accepted = self._decode(frame, moved, listener)
        finally:
            if not accepted:  # a new line is on its way to the screen: the small picture can wait
                self._show(frame, listener)

    def _decode(self, frame: Frame, moved: bool, listener: ScannerListener) -> int:
        """Examine a frame that is due; how many codes were accepted."""
        self._moved_since_decode |= moved
        if not self._gate.decode_due(frame.at):
            return 0
        budget_ms = self.profile.budget_ms
        if not self._gate.is_active(frame.at):  # thorough looks have been had already
            budget_ms = min(budget_ms, self.profile.idle_budget_ms)
        begun = time.perf_counter()
        examined = self._decoder.examine(frame.gray, budget_ms, self._tracker.present)
        if examined is None:
            self._say(self._wellbeing.decoder(self._decoder.tend()), listener)
            return 0
        self.counts.decode_ms_last = (time.perf_counter() - begun) * 1000
        self.counts.decoded += 1
        moved, self._moved_since_decode = self._moved_since_decode, False
        accepted = self._tracker.saw(
            frame.number,
            frame.at,
            examined.reads,
            moved=moved,
            unread_bars=examined.unread_bars,
            halves=examined.halves,
        )
        self.present = self._tracker.present
        if self._tracker.is_missing_one:
            self._gate.wake(frame.at)
        self.seen = self._seen(frame, examined)
        for read in accepted:
            listener.said(read)
        self.counts.accepted += len(accepted)
        return len(accepted)

    def _seen(self, frame: Frame, examined: Examined) -> Seen:
        by_key: dict[str, list[Decoded]] = {}
        for read in examined.reads:
            by_key.setdefault(read.key, []).append(read)
        places = tuple(place_of(same, self._tracker.standing(key)) for key, same in by_key.items())
        return Seen(frame, places, examined.unread_bars, self.counts.decode_ms_last)

    def _show(self, frame: Frame, listener: ScannerListener) -> None:
        """Make the small picture for the screen, unless that would delay a newer frame."""
        active = self._gate.is_active(frame.at)
        fps = self.profile.preview_fps if active else self.profile.idle_preview_fps
        if frame.at - self._preview_at < 0.9 / fps or self._mailbox.has_frame:
            return
        self._preview_at = frame.at
        rgb = frame.rgb(self.profile.preview_width)
        height, width = rgb.shape[:2]
        found, decode_ms = marks(self.seen, frame.at)
        listener.preview(
            PreviewFrame(
                width=width,
                height=height,
                bytes_per_line=3 * width,
                rgb=rgb.tobytes(),
                marks=found,
                decode_ms=decode_ms,
            )
        )

    def _restart_if_hung(self) -> None:
        now = time.monotonic()
        if self._watch.code in ("frozen", "no_frames") and now - self._restarted_at >= RESTART_EVERY_S:
            self._restarted_at = now
            self._capture.restart()

    def _tell(self, camera: Health | None, listener: ScannerListener) -> None:
        self._say(self._wellbeing.camera(camera), listener)

    @staticmethod
    def _say(health: Health | None, listener: ScannerListener) -> None:
        if health is not None:
            listener.said(health)
