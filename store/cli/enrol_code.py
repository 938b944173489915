"""Make a one-time code that enrols a lane (or a hub) of a store, and print it.

It works for fifteen minutes, once. A lane of that name is made if there is none; one that is there gets a
new key, which ends its old one: for a lane with new hardware.
"""

import argparse
import getpass
import re
import sys

from store.data.clock import now_us
from store.data.database import Database
from store.data.lanes.terminals import NAME_MAX
from store.identity.codes import LIFE_S
from store.identity.errors import Rejected
from store.identity.passwords import Passwords
from store.office import accounts
from store.settings import Settings

_STORE = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}")


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--store", metavar="S", help="the store (default: the one in the settings)")
    parser.add_argument("--lane", required=True, metavar="NAME", help="what people call the lane: 'Lane 1'")
    parser.add_argument("--hub", action="store_true", help="it is a hub, not a lane")
    parser.add_argument("--quiet", action="store_true", help="print the code and nothing else")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Make the code."""
    store_id = options.store or settings.store_id
    if not _STORE.fullmatch(store_id):
        print("store enrol-code: a store is named by lower letters, digits, - and _", file=sys.stderr)
        return 2
    if not 0 < len(options.lane.strip()) <= NAME_MAX:
        print(f"store enrol-code: a lane's name has 1 to {NAME_MAX} characters", file=sys.stderr)
        return 2
    with Database.open(settings.dsn) as database:
        try:
            made = make(database, store_id, options.lane.strip(), is_hub=options.hub)
        except Rejected as refused:
            print(f"store enrol-code: {refused.detail}", file=sys.stderr)
            return 1
    if options.quiet:
        print(made.written)
    else:
        print(made.written)
        print(f"\nenrols {options.lane} ({made.terminal_id}) within {LIFE_S // 60} minutes, once")
    return 0


def make(database: Database, store_id: str, name: str, *, is_hub: bool = False) -> accounts.NewCode:
    """A code for the lane of this name. Raises `Rejected`."""
    who, at = f"cli:{getpass.getuser()}", now_us()
    terminal_id = database.write_sync(
        lambda connection: accounts.add_lane(
            connection, store_id, name, who=who, at=at, kind="hub" if is_hub else "lane"
        )
    )
    code, code_hash = accounts.make_code(Passwords(), terminal_id)
    made = database.write_sync(
        lambda connection: accounts.set_code(connection, store_id, code, code_hash, who=who, at=at)
    )
    if made is None:
        raise Rejected("revoked", f"{name} was revoked; a manager restores it in the office first")
    return made
