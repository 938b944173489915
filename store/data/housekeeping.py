"""Throw away what is past its time: old tombstones, imports that died, coupons and daily offers
used long ago, codes and phones that are over. Tell lanes who works here, where a program of before did not.

In small transactions, so that nobody waits for it.

Source: docs/store.md, "Upkeep".
Invariants: may be stopped anywhere and run again; several workers at once do no harm.
"""

import functools

from store.data.database import Database
from store.data.goods import changes, coupons
from store.data.journals import exits, handover
from store.data.people import credential_keys, credential_news, phones, staff, visits
from store.data.replication import feed
from store.data.schema.feed import CHAIN

SECOND = 1_000_000


def tidy(database: Database, *, at: int) -> int:
    """Tidy every store; how many rows were thrown away. For a thread of its own."""
    count = 0
    for store_id in database.read_sync(feed.stores):
        for scope in database.read_sync(functools.partial(feed.scopes, store_id=store_id)):
            prune = functools.partial(feed.prune, store_id=store_id, scope=scope, at=at)
            while gone := database.write_sync(prune):
                count += gone
        for change_id in database.read_sync(functools.partial(changes.abandoned, store_id=store_id, at=at)):
            discard = functools.partial(changes.discard, store_id=store_id, change_id=change_id)
            while not database.write_sync(discard):
                count += 1
        if store_id == CHAIN:
            continue
        database.write_sync(functools.partial(staff.tell_lanes, store_id=store_id, at=at))
        forget = functools.partial(coupons.forget_used, store_id=store_id, at=at)
        while gone := database.write_sync(forget):
            count += gone
        close = functools.partial(credential_news.tidy_numbers, store_id=store_id, at_s=at // SECOND)
        while gone := database.write_sync(close):
            count += gone
        tidy_exits = functools.partial(exits.tidy, store_id=store_id, at=at)
        while gone := database.write_sync(tidy_exits):
            count += gone
        drop = functools.partial(handover.tidy, store_id=store_id, at=at)
        while gone := database.write_sync(drop):
            count += gone
        end_keys = functools.partial(credential_keys.tidy, store_id=store_id, at_s=at // SECOND)
        count += database.write_sync(end_keys)
    for forget_over in (
        functools.partial(credential_news.tidy_revoked, at_s=at // SECOND),
        functools.partial(phones.tidy, at=at),
    ):
        while gone := database.write_sync(forget_over):
            count += gone
    while gone := database.write_sync(functools.partial(visits.forget_daily, at=at)):
        count += gone
    return count
