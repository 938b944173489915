"""Say that the database came from a backup: every feed begins anew, so that no lane trusts an old position.

A copied SQLite database is not served before this was done.
"""

import argparse

from store.data.backup import restored
from store.settings import Settings


def configure(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Begin the feeds anew."""
    print(f"{restored(settings.dsn)} feeds begin anew; lanes fetch a snapshot and send what is missing")
    return 0
