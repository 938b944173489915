"""Make the tables of the database in the settings, or bring them to this version of the program.

Safe to run again. Stop the service first when it is of an older version.
"""

import argparse

import sqlalchemy as sa

from store.data import migrate
from store.data.engine import open_engines
from store.data.errors import UnavailableError
from store.settings import Settings


def configure(parser: argparse.ArgumentParser) -> None:
    """No options yet."""


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Upgrade the tables and say what was done."""
    before, after = prepare(settings)
    if before == after:
        print(f"the tables are up to date (revision {after})")
    else:
        print(f"the tables went from revision {before or 'none'} to {after}")
    return 0


def prepare(settings: Settings) -> tuple[str, str]:
    """Upgrade the tables; the revision before and after."""
    try:
        engines = open_engines(settings.dsn, 1)
    except sa.exc.DBAPIError as error:
        raise UnavailableError(f"the database cannot be opened: {error.orig}") from error
    try:
        return migrate.upgrade(engines.writer)
    finally:
        engines.close()
