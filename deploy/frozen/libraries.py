"""Runs before a packaged program: tells libraries where the things lie that came with it.

Three need to be told: pyzbar looks for its library among the system's only; python-escpos reads half a
second of YAML and writes what it read into a new temporary folder, unless it is shown what the build has
read; and programs of the system that we start (the sound player) must not be given our libraries.
"""

import ctypes.util
import os
import sys
from pathlib import Path

FOLDER = Path(sys._MEIPASS)  # type: ignore[attr-defined]  # set by PyInstaller's loader
ZBAR = FOLDER / "libzbar.so.0"
CAPABILITIES = FOLDER / "escpos-cache"

_find_among_the_systems = ctypes.util.find_library


def _find_library(name: str) -> str | None:
    return str(ZBAR) if name == "zbar" and ZBAR.exists() else _find_among_the_systems(name)


ctypes.util.find_library = _find_library  # type: ignore[assignment]

for _cache in CAPABILITIES.glob("*.pickle"):
    os.environ["ESCPOS_CAPABILITIES_PICKLE_DIR"] = str(CAPABILITIES)
    os.environ["ESCPOS_CAPABILITIES_FILE"] = str(_cache)  # the cache is never older than itself

_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
os.environ.pop("LD_LIBRARY_PATH", None)  # read when this process began
os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = (
    "1"  # a program of ours that we start finds its libraries itself
)
if _before:
    os.environ["LD_LIBRARY_PATH"] = _before
