"""The camera's thread: open it, read it, bring it back when it is lost.

Only this thread touches the source. It knows nothing of decoding: frames and problems go into the mailbox.

Source: docs/devices/scanner.md, "Threads".
Invariants: never ends before `stop`; waits between attempts, RETRY_MAX_S at most.
"""

import logging
import threading

from kiosk.scanner.mailbox import Mailbox
from kiosk.scanner.sources import CameraError, FrameSource

READ_TIMEOUT_S = 0.25
RETRY_FIRST_S = 0.25
RETRY_MAX_S = 2.0
JOIN_TIMEOUT_S = 12.0
"""V4L2 may hold a read for 10 s when a camera dies."""

_log = logging.getLogger(__name__)


class Capture:
    """Runs one source into one mailbox."""

    def __init__(self, source: FrameSource, mailbox: Mailbox) -> None:
        self._source = source
        self._mailbox = mailbox
        self.spare_s = 0.0
        """Seconds between two frames that are opened while nothing happens; 0 opens every frame."""
        self._stop = threading.Event()
        self._restart = threading.Event()
        self._thread = threading.Thread(target=self._run, name="camera-capture", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def restart(self) -> None:
        """Close and open the source again at the next occasion (it hangs)."""
        self._restart.set()

    def stop(self) -> None:
        """Close the source and end the thread."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(JOIN_TIMEOUT_S)

    def _run(self) -> None:
        retry_s = RETRY_FIRST_S
        while not self._stop.is_set():
            try:
                self._source.open()
                self._restart.clear()
                while not (self._stop.is_set() or self._restart.is_set()):
                    if frame := self._source.read(READ_TIMEOUT_S, self.spare_s):
                        self._mailbox.put(frame)
                        retry_s = RETRY_FIRST_S
            except CameraError as error:
                self._mailbox.put_problem(error.code, str(error))
            except Exception:  # a driver library's surprise must not end the lane's eyes for the day
                _log.exception("the camera source failed in an unforeseen way")
                self._mailbox.put_problem("failed", "The camera failed in an unforeseen way; trying again.")
            finally:
                self._source.close()
            self._stop.wait(retry_s)
            retry_s = min(RETRY_MAX_S, retry_s * 2)
