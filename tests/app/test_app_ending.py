"""A full screen is locked against everybody but the lane: what ends the lane still ends it."""

import os
import subprocess
import sys

ENDED_S = 60
LANE = """
import os, signal
from PySide6.QtCore import QTimer
from kiosk.app.signals import EndingSignals
from kiosk.ui.application import LaneWindow, ScreenProfile, create_application

application = create_application("en")
window = LaneWindow(lambda command: None, ScreenProfile(width=540, height=960, fullscreen=True))
signals = EndingSignals(application.quit)
QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGTERM))
code = application.exec()
signals.close()
window.close()
print("ended", code)
"""


def test_a_signal_ends_a_lane_on_a_locked_full_screen() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", LANE],
        env=environment,
        capture_output=True,
        text=True,
        timeout=ENDED_S,
        check=False,
    )
    assert done.stdout == "ended 0\n", done.stderr


FROM_A_THREAD = """
import threading
from PySide6.QtCore import QTimer
from kiosk.app.running import end_loop
from kiosk.ui.application import LaneWindow, ScreenProfile, create_application

application = create_application("en")
window = LaneWindow(lambda command: None, ScreenProfile(width=540, height=960, fullscreen=True))
asking = threading.Thread(target=end_loop, daemon=True)

def busy():
    asking.start()
    asking.join(20)
    print("waits" if asking.is_alive() else "goes on", flush=True)

QTimer.singleShot(0, busy)
code = application.exec()
window.close()
print("ended", code)
"""


def test_another_thread_ends_the_lane_without_waiting_for_its_screen() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", FROM_A_THREAD],
        env=environment,
        capture_output=True,
        text=True,
        timeout=ENDED_S,
        check=False,
    )
    assert done.stdout == "goes on\nended 0\n", done.stderr
