"""Move this program's time of day. Python loads a module of this name before anything else.

`time` is a module, so its functions are exchanged. `datetime.datetime` is a class of C that much code names,
so it stays the same class, and its two methods that look at the clock are exchanged in it.

Works on CPython; it looks whether it worked, and ends the program if not.

Source: docs/scenarios.md, "Another day".
"""

import ctypes
import datetime
import gc
import os
import time
from typing import Any

AHEAD_S = int(os.environ.get("SIMULATED_AHEAD_S", "0"))
NS = 1_000_000_000

_time, _time_ns, _localtime, _gmtime = time.time, time.time_ns, time.localtime, time.gmtime


def _now(cls: type[datetime.datetime], tz: datetime.tzinfo | None = None) -> datetime.datetime:
    return cls.fromtimestamp(time.time(), tz)


def _utcnow(cls: type[datetime.datetime]) -> datetime.datetime:
    return cls.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None)


def _exchange(owner: type, name: str, value: Any) -> None:
    """Put a method into a class of C."""
    gc.get_referents(owner.__dict__)[0][name] = value
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(owner))


def _move() -> None:
    time.time = lambda: _time() + AHEAD_S
    time.time_ns = lambda: _time_ns() + AHEAD_S * NS
    time.localtime = lambda seconds=None, /: _localtime(time.time() if seconds is None else seconds)
    time.gmtime = lambda seconds=None, /: _gmtime(time.time() if seconds is None else seconds)
    _exchange(datetime.datetime, "now", classmethod(_now))
    _exchange(datetime.datetime, "utcnow", classmethod(_utcnow))
    moved_s = datetime.datetime.now(datetime.UTC).timestamp() - _time()
    if abs(moved_s - AHEAD_S) > 1:
        raise SystemExit(f"the clock of this Python cannot be moved (it is {moved_s:g} s ahead)")


if AHEAD_S:
    _move()
