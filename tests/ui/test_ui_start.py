"""The first frame must not wait for what it does not need."""

import subprocess
import sys

HEAVY = ("cv2", "numpy", "sqlalchemy", "zxingcpp", "pyzbar", "segno", "serial", "escpos", "PySide6.QtWidgets")


def test_the_screens_load_nothing_heavy() -> None:
    code = f"import sys, kiosk.ui.application; print([name for name in {HEAVY!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
