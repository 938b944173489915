"""The look-up's goods: read from the lane's replica, put in order by what sells at this hour.

What sells is learnt from the lane's own journal at the start and from each purchase that is paid; the journal
knows no person, and only goods and hours are taken from it.

Invariants: read on a thread of its own, and again when the shop's data have changed; until then the lane
sells without a look-up, and a fault here costs it nothing else; at most ENTRIES_MAX entries are learnt from.
"""

import contextlib
import datetime
import logging
import threading
from collections.abc import Callable, Iterable

from kiosk.app.assortments import Assortments
from kiosk.app.engine import Engine
from kiosk.app.settings.schema import Settings
from kiosk.app.shop import shop_of
from kiosk.checkout.lookup import may_choose
from kiosk.checkout.shop import Flow
from kiosk.checkout.snapshot import Snapshot
from kiosk.database.journal import JournalReader
from kiosk.ui.application import LaneWindow
from kiosk.ui.forms.pinyin import Pinyin
from retail.catalogue import Product
from retail.journal import events as e
from retail.lookup.hours import Hours
from retail.lookup.index import LIMIT_MAX, Lookup, Moment

ENTRIES_MAX = 40_000
"""Of the journal: some weeks of a busy lane."""
LOOK_S = 30.0
"""Between two looks at whether the shop's data have changed."""
_STOP_S = 5.0

_log = logging.getLogger(__name__)
Now = Callable[[], datetime.datetime]


def local_now() -> datetime.datetime:
    """Now, with the zone of this machine."""
    return datetime.datetime.now().astimezone()


class LooseGoods:
    """Goods that may be chosen without a barcode, ready to be asked for: a `GoodsIndex` of the screens."""

    def __init__(
        self,
        products: Iterable[Product],
        flow: Flow,
        hours: Hours,
        now: Now = local_now,
        lock: "threading.Lock | None" = None,
    ) -> None:
        """`lock`: held while the hours are asked or learn; they outlive one reading of the goods."""
        loose = [product for product in products if may_choose(product, flow)]
        self._by_key = {product.key: product for product in loose}
        self._favourites = tuple(self._by_key[key] for key in flow.favourites if key in self._by_key)
        self._hours, self._now = hours, now
        self._lookup = Lookup(loose, hours, readings=Pinyin())
        self._lock = lock or threading.Lock()

    def __len__(self) -> int:
        return len(self._by_key)

    def favourites(self, limit: int) -> tuple[Product, ...]:
        """What the shop puts first, then what sells at this hour, then whatever there is."""
        found = dict.fromkeys(product.key for product in self._favourites)
        for one in self._selling("", limit):
            found.setdefault(one.key)
        if len(found) < limit:
            for key in sorted(self._by_key, key=lambda key: self._by_key[key].name("")):
                found.setdefault(key)
        return tuple(self._by_key[key] for key in found)[:limit]

    def ask(self, typed: str, category: str, limit: int) -> tuple[Product, ...]:
        """What fits; a category in the order of what sells now, then of its names."""
        if typed.strip():
            with self._lock:
                found = self._lookup.ask(typed, self._moment(), category=category, limit=limit)
            return tuple(one.product for one in found)
        keys = dict.fromkeys(product.key for product in self._selling(category, limit))
        for product in sorted(self._by_key.values(), key=lambda product: product.name("")):
            if product.category == category or product.category.startswith(f"{category}/"):
                keys.setdefault(product.key)
        return tuple(self._by_key[key] for key in keys)[:limit]

    def categories(self) -> tuple[str, ...]:
        """Those the goods stand in, but not those above them."""
        return tuple(sorted({product.category for product in self._by_key.values() if product.category}))

    def learn(self, key: str, at: datetime.datetime, times: int) -> None:
        """Somebody bought it at this local time."""
        if key in self._by_key:
            with self._lock:
                self._hours.learn(key, at.date().toordinal(), at.hour, times)

    def _selling(self, category: str, limit: int) -> tuple[Product, ...]:
        with self._lock:
            found = self._lookup.ask("", self._moment(), category=category, limit=min(limit, LIMIT_MAX))
        return tuple(one.product for one in found)

    def _moment(self) -> Moment:
        now = self._now()
        return Moment(now.date().toordinal(), now.hour)


class LookupKeeper:
    """Keeps the look-up true while the lane runs (`kiosk.app.companions.Companion`)."""

    def __init__(
        self, flow: Flow, assortments: Assortments, journal: JournalReader, now: Now = local_now
    ) -> None:
        self._flow, self._assortments, self._journal, self._now = flow, assortments, journal, now
        self._hours, self._lock = Hours(), threading.Lock()
        self._goods: LooseGoods | None = None
        self._window: LaneWindow | None = None
        self._learnt = ""
        """The purchase learnt from last."""
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._keep_true, name="look-up", daemon=True)

    def begin(self, window: LaneWindow, engine: Engine, quit_lane: Callable[[], None]) -> None:
        """The window it stands in; the goods follow."""
        self._window = window
        window.offer_goods(None)

    def follow(self, snapshot: Snapshot) -> None:
        """Learn from a purchase that was paid; once."""
        sale, goods = snapshot.state.transaction, self._goods
        if sale is None or goods is None or not sale.is_paid or sale.is_training:
            return
        if sale.transaction_id != self._learnt:
            self._learnt = sale.transaction_id
            now = self._now()
            for line in sale.lines:
                goods.learn(line.product.key, now, line.quantity)

    def painted(self) -> None:
        """The lane can be seen; now there is time."""
        if self._thread.ident is None and not self._over.is_set():
            self._thread.start()

    def end(self) -> None:
        """No more looks."""
        self._over.set()
        if self._thread.ident is not None:
            self._thread.join(_STOP_S)

    def _keep_true(self) -> None:
        seen = ""
        try:
            for entry in self._past():
                _learn(entry, self._hours)
        except Exception:
            _log.exception("what sold before is not known to the look-up")
        while not self._over.is_set():
            try:
                mark = self._assortments.store.mark()
                if mark != seen:
                    self._read()
                    seen = mark
            except Exception:
                _log.exception("the goods of the look-up cannot be read")
            self._over.wait(LOOK_S)

    def _past(self) -> Iterable[tuple[e.ItemAdded, datetime.datetime]]:
        first = max(1, self._journal.last_sequence() - ENTRIES_MAX)
        for entry in self._journal.entries(first, kinds=("ItemAdded",)):
            if self._over.is_set():
                return
            event = entry.event()
            if isinstance(event, e.ItemAdded) and may_choose(event.product, self._flow):
                yield event, datetime.datetime.fromisoformat(entry.at).astimezone()

    def _read(self) -> None:
        with contextlib.closing(self._assortments.store.open_replica()) as replica:
            replica.pin(int(self._now().timestamp() * 1_000_000))
            goods = LooseGoods(replica.products(), self._flow, self._hours, self._now, self._lock)
        self._goods = goods
        _log.info("look-up: %d goods without a barcode", len(goods))
        if self._window is not None and not self._over.is_set():
            self._window.offer_goods(goods)


def lookup_of(chosen: Settings, assortments: Assortments, journal: JournalReader) -> tuple[LookupKeeper, ...]:
    """The keeper of a lane that has a look-up; none for another."""
    flow = shop_of(chosen).flow
    return (LookupKeeper(flow, assortments, journal),) if flow.has_lookup() else ()


def _learn(past: tuple[e.ItemAdded, datetime.datetime], hours: Hours) -> None:
    event, at = past
    hours.learn(event.product.key, at.date().toordinal(), at.hour, event.quantity)
