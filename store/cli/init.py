"""Make the tables of the database in the settings, or bring them to this version of the program.

Safe to run again. Stop the service first when it is of an older version.
"""

import argparse
import sys
from pathlib import Path

from store.data import migrate
from store.data.database import Database
from store.settings import Settings


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument(
        "--demo", action="store_true", help="fill the store with the demo shop and print its logins"
    )
    parser.add_argument("--json", action="store_true", help="with --demo: print it as JSON, for programs")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Upgrade the tables and say what was done.

    A key that is given as a credential is noted here, so that it is known from the moment the service manager
    calls the service started: no command makes a key of its own after that.
    """
    from store.identity import vault

    if isinstance(key := vault.given(), Path):
        vault.load(settings.folder, key)
    before, after = migrate.prepare(settings.dsn)
    if not options.json:
        is_new = before != after
        print(
            f"the tables went from revision {before or 'none'} to {after}"
            if is_new
            else f"the tables are up to date (revision {after})"
        )
    return _demo(settings, as_json=options.json) if options.demo else 0


def _demo(settings: Settings, *, as_json: bool) -> int:
    import msgspec

    from store.cli import demo
    from store.identity.errors import KeyFileError
    from store.importing import REFUSALS

    try:
        with Database.open(settings.dsn) as database:
            made = demo.make(database, settings)
    except (*REFUSALS, KeyFileError, OSError) as error:
        print(f"store init: {error}", file=sys.stderr)
        return 1
    print(msgspec.json.encode(made).decode() if as_json else made)
    return 0
