"""Bring files into the store: goods.csv, offers.json, members.csv. Whole or not at all; safe to repeat.

What a file no longer holds is removed from the store (members are not). Lanes get what changed by the feed;
prices planned in the office stay planned. Every mistake is named, and then nothing is changed.
"""

import argparse
import getpass
import sys
from pathlib import Path

from store.data.clock import now_us
from store.data.database import Database
from store.data.goods.catalogue import CatalogueError
from store.identity import vault
from store.identity.errors import KeyFileError
from store.importing import REFUSALS, Importer
from store.settings import Settings

FILES_MAX = 20


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--store", metavar="S", help="the store (default: the one in the settings)")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="goods, offers or members")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Bring them in, one after the other; stops at the first that is refused."""
    if len(options.files) > FILES_MAX:
        print(f"store import: at most {FILES_MAX} files at once", file=sys.stderr)
        return 2
    with Database.open(settings.dsn) as database:
        try:
            importer = Importer(
                database,
                vault.load(settings.folder, vault.given()),
                now_us,
                store_id=options.store or settings.store_id,
                currency=settings.currency,
                by=f"cli:{getpass.getuser()}",
            )
            for file in options.files:
                try:
                    print(importer.bring_in(file))
                except (*REFUSALS, CatalogueError, OSError) as refused:
                    print(f"{file}: {refused}", file=sys.stderr)
                    return 1
        except KeyFileError as error:
            print(f"store import: {error}", file=sys.stderr)
            return 1
    return 0
