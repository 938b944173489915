"""Copy the whole database to PATH while the service runs; its SHA-256 goes beside it.

To bring a copy back: stop the service, put the copy in the database's place (PostgreSQL: pg_restore), run
`store restored`, start the service. Lanes notice by themselves and send again what the service has lost.
"""

import argparse
from pathlib import Path

from store.data.backup import backup
from store.settings import Settings


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("path", type=Path, metavar="PATH", help="a new file")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Back up and say what was done."""
    made = backup(settings.dsn, options.path)
    print(f"{made.path}: {made.size:,} bytes, sha256 {made.sha256} ({made.how})")
    return 0
