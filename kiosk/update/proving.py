"""Let a new release test itself before any shopper meets it: as its own process, quietly, within a time.

Its self-test shows nothing and claims no device, so it runs beside the lane that sells.
"""

import contextlib
import os
import signal
import subprocess
import tempfile
from pathlib import Path

from kiosk.update.errors import UpdateError, Why
from kiosk.update.release import PROGRAM

SAID_MAX = 1_500
"""Of what it printed, the end that is kept as the reason."""


def prove(folder: Path, timeout_s: float) -> None:
    """UpdateError unless `kiosk selftest` of this release ends with 0 in time (SELF_TEST, SLOW)."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(
                ["nice", "-n", "10", str(folder / PROGRAM), "selftest"],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except OSError as error:
            raise UpdateError(Why.DISK, f"the self-test does not start: {error}") from error
        try:
            code = process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            raise UpdateError(Why.SLOW, f"the self-test took longer than {timeout_s:g} s") from None
        finally:
            with contextlib.suppress(ProcessLookupError):  # and whatever it started
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        if code != 0:
            raise UpdateError(Why.SELF_TEST, f"the self-test ended with {code}: {_end_of(said.fileno())}")


def _end_of(descriptor: int) -> str:
    size = os.fstat(descriptor).st_size
    return os.pread(descriptor, SAID_MAX, max(0, size - SAID_MAX)).decode("utf-8", "replace").strip()
