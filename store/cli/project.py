"""Open and check what lanes have sent, until nothing is left; then say what is in quarantine.

`store serve` does this all the time; run it alone when the service is told not to (`project = false`), or
with --retry after an update or a fix, to try again what was set aside.
"""

import argparse

from store.data.clock import now_us
from store.data.database import Database
from store.data.journals import sales
from store.identity import vault
from store.projector.anew import work_out_again
from store.projector.facts import REASONS
from store.projector.run import Projector
from store.settings import Settings


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--retry", action="store_true", help="try again what is in quarantine")
    parser.add_argument(
        "--anew",
        action="store_true",
        help="work out again what everything opened so far tells of interventions and weights",
    )
    parser.add_argument("--accept", metavar="ID", help="take one envelope out of quarantine as it is")
    parser.add_argument("--by", default="command line", help="who accepts it (default: %(default)s)")
    parser.add_argument("--store", metavar="ID", help="the store it is in (default: the setting store_id)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Project; exit code 1 if something is in quarantine."""
    with Database.open(settings.dsn) as database:
        keys = vault.load(settings.folder, vault.given())
        projector = Projector(database, now_us, keys)
        print(f"{projector.run_until_idle()} envelopes opened")
        if options.anew:
            print(f"{work_out_again(database)} envelopes worked out again")
        if options.retry:
            tried, solved = projector.retry_all(options.store)
            print(f"{tried} tried again, {solved} solved")
        if options.accept:
            try:
                fault = projector.retry(options.store or settings.store_id, options.accept, options.by)
            except KeyError:
                print(f"there is no envelope {options.accept} in this store")
                return 1
            print(
                f"{options.accept}: {'accepted' if fault is None else f'cannot be accepted: {fault.detail}'}"
            )
        aside = database.read_sync(lambda connection: sales.set_aside_ones(connection, options.store))
        for one in aside:
            words = REASONS.get(one.reason, "")  # type: ignore[call-overload]  # as stored
            print(
                f"quarantine: store {one.store_id}, lane {one.terminal_id}, epoch {one.epoch}, "
                f"envelope {one.seq} ({one.envelope_id}): {one.reason}: {words} {one.detail}"
            )
    return 1 if aside else 0
