"""Cash at the counter: `python -m tools.journey.counter MEMBER AMOUNT_MINOR` puts it on a member's balance.

The store service has no page for it; this books it as `store init --demo` fills a balance, through the ledger
and by its limits.
"""

import sys
from typing import Any

from retail.stored_value.limits import ValueLimits
from store.data import value, value_cards
from store.data.clock import now_us
from store.data.database import Database
from store.data.value import Origin
from store.settings import Settings, load


def main(member_id: str, amount_minor: int, settings: Settings) -> None:
    """Book it once."""
    origin = Origin(store_id=settings.store_id, who="counter", why="cash")

    def job(connection: Any) -> None:
        account_id = value_cards.open_member(
            connection, member_id, currency=settings.currency, origin=origin, at=now_us()
        ) or value_cards.find_member(connection, member_id)
        if account_id is None:
            raise SystemExit("there is no such member")
        posting = f"counter:{member_id}"
        value.load(connection, account_id, posting, amount_minor, ValueLimits(), origin=origin, at=now_us())

    with Database.open(settings.dsn) as database:
        database.write_sync(job)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), load())
