"""`kiosk support-bundle`: collect what support needs into a file."""

import getpass
import os
import sys
import time
from pathlib import Path

from kiosk.app.exit_codes import FAILED, MISUSED, OK
from kiosk.app.settings.loader import SettingsError
from kiosk.app.support.bundle import collect


def main(config: Path, target: Path | None) -> int:
    """Write it; the exit code. Never writes over a file."""
    try:
        body = collect(config, by=f"cli:{getpass.getuser()}")
    except SettingsError as error:
        print(f"kiosk support-bundle: {error}", file=sys.stderr)
        return MISUSED
    path = target or Path(f"support-{time.strftime('%Y%m%d-%H%M%S')}.zip")
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(body)
    except OSError as error:
        print(f"kiosk support-bundle: {path} cannot be written: {error.strerror}", file=sys.stderr)
        return FAILED
    print(f"{path}: {len(body)} bytes. It holds nothing personal and nothing of cards.")
    return OK
