"""Hand the newest frame from the camera's thread to the decoder's: one slot, overwritten, never queued.

A queue would make the decoder read the past. Here a frame that was not taken in time is replaced.

Invariants: holds at most one frame and one problem; a frame is taken at most once.
"""

import threading

from kiosk.scanner.frame import Frame


class Mailbox:
    """One slot for frames, one for the source's current problem."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._frame: Frame | None = None
        self._problem: tuple[str, str] | None = None
        self._is_closed = False
        self.dropped = 0
        """Frames that were replaced before anyone took them."""

    def put(self, frame: Frame) -> None:
        """Offer the newest frame; it also proves that the problem is over."""
        with self._changed:
            self.dropped += self._frame is not None
            self._frame, self._problem = frame, None
            self._changed.notify()

    def put_problem(self, code: str, sentence: str) -> None:
        """Say that the source cannot deliver; a waiting frame is void."""
        with self._changed:
            self._frame, self._problem = None, (code, sentence)
            self._changed.notify()

    def take(self, timeout_s: float) -> Frame | tuple[str, str] | None:
        """The newest frame, else the news of a problem, else None after `timeout_s` or once closed."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._frame is not None or self._problem is not None or self._is_closed, timeout_s
            )
            if self._frame is not None:
                frame, self._frame = self._frame, None
                return frame
            problem, self._problem = self._problem, None
            return problem

    @property
    def has_frame(self) -> bool:
        """Whether a newer frame waits already."""
        return self._frame is not None

    def close(self) -> None:
        """Wake whoever waits."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
