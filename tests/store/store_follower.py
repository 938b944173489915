"""A lane as the feed sees it: rows it holds, a cursor, and what it does when the cursor is lost."""

from dataclasses import dataclass, field

from retail.wire.feed import MODULUS, row_hash
from store.data.database import Database
from store.data.replication import feed_pages
from store.data.replication.feed_pages import Page


@dataclass
class Follower:
    """Reads one scope page by page."""

    database: Database
    store_id: str
    scope: str
    wire: int = 1
    rows: dict[tuple[str, str], bytes] = field(default_factory=dict)
    cursor: int = 0
    fresh_starts: int = 0

    def step(self, limit: int = 100) -> Page:
        """Read and apply one page."""
        page = self.database.read_sync(
            lambda connection: feed_pages.page(
                connection, self.store_id, self.scope, after=self.cursor, limit=limit, wire=self.wire
            )
        )
        assert page is not None, "the scope has begun"
        if 0 < self.cursor < page.head.pruned_to:
            self.rows, self.cursor, self.fresh_starts = {}, 0, self.fresh_starts + 1
            return self.step(limit=2_000)  # as a snapshot: all at once
        for row in page.rows:
            assert self.cursor < row.pos <= page.head.head
            if row.op == "put":
                self.rows[row.kind, row.key] = row.body
            else:
                self.rows.pop((row.kind, row.key), None)
            self.cursor = row.pos
        self.cursor = page.to
        return page

    def catch_up(self, limit: int = 100) -> Page:
        """Read until there is no more; the last page."""
        while (page := self.step(limit)).more:
            pass
        return page

    @property
    def checksum(self) -> int:
        """The order-free sum over what is held."""
        return sum(row_hash(kind, key, body) for (kind, key), body in self.rows.items()) % MODULUS
