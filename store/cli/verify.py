"""Check every envelope lanes have ever sent, every feed, the ledger of stored value and the stock. Reads
only; the service may be running.

Ends with what was counted; exit code 1 if anything does not hold.
"""

import argparse

from store.data.database import Database
from store.data.ordering import stock
from store.data.replication import feed_check
from store.data.stored_value import value_books
from store.data.verify import verify
from store.settings import Settings


def configure(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--lanes", action="store_true", help="one line per lane")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Verify and tell."""
    with Database.open(settings.dsn) as database:
        report = verify(database)
        faults = [
            *report.faults,
            *database.read_sync(feed_check.faults),
            *database.read_sync(value_books.faults),
            *database.read_sync(lambda connection: tuple(stock.faults(connection))),
        ]
    for one in report.lanes if options.lanes else ():
        store_id, terminal_id, epoch = one.key
        print(
            f"store {store_id} lane {terminal_id} epoch {epoch}: {one.acked} envelopes, {one.again} again, "
            f"{one.opened} opened: {one.fault or 'ok'}"
        )
    for fault in faults:
        print(f"FAULT {fault}")
    print(
        f"{len(report.lanes)} journals, {report.envelopes} envelopes, {report.sales} sales, "
        f"{report.quarantined} in quarantine, {report.forks} forks: "
        f"{f'{len(faults)} do not hold' if faults else 'everything holds'}"
    )
    return 1 if faults else 0
