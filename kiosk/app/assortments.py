"""Open what a lane sells by, and exchange it while the lane runs.

Invariants: an assortment is read from one replica, which stays as it was until the assortment is closed; a
file with mistakes changes nothing, whenever it is found.
"""

import gc
from collections.abc import Callable

from kiosk.app import goods
from kiosk.app.members import CountedMembers, Purchases
from kiosk.app.secret import Secret
from kiosk.app.settings.schema import ShopSettings
from kiosk.app.shown import ShownMembers
from kiosk.app.staff import StaffList
from kiosk.checkout.assortment import Assortment
from kiosk.database.catalogue import MEMBER_SECRET, CatalogueStore
from kiosk.database.replica import Replica
from retail.campaigns import Left
from retail.pricing import Pricer
from retail.terms import Terms, no_terms, read_terms

NEXT_VISIT = "next visit"
"""The use of the shop's secret that coupons for the next visit are signed for. The replica carries it: lanes
fed by one store, or given one secret, take each other's coupons."""


class Assortments:
    """Makes assortments from the lane's replica and lets go of them."""

    def __init__(
        self,
        store: CatalogueStore,
        sources: goods.Sources,
        secret: Secret,
        campaigns: Callable[[str], Left] = lambda utc: (),
        purchases: Purchases = lambda member_id, told: (),
    ) -> None:
        """`campaigns`: what the lane has left of them at a moment (`kiosk.database.leases`).

        `purchases`: what members bought at this lane (`kiosk.database.book`).
        """
        self.store = store
        self.staff = StaffList(store)
        """Who works here, as the newest data say."""
        self._shown = ShownMembers(store)
        self._purchases = purchases
        self._read: tuple[bytes | None, Terms] | None = None
        self._campaigns = campaigns
        self._sources = sources
        self._secret = secret
        self._open: list[tuple[Assortment, Replica]] = []

    @property
    def has_any(self) -> bool:
        """Whether something was ever imported, or fed by the store service."""
        return self.store.digest() != "" or self.is_fed

    @property
    def is_fed(self) -> bool:
        """Whether the store service feeds this lane; then it reads no files any more."""
        return bool(self.store.positions())

    def follow_clock(self, service_us: Callable[[], int | None]) -> None:
        """Check what phones show by the service's time, once it is known (`kiosk.app.shown`)."""
        self._shown.follow_clock(service_us)

    def bring_in(self) -> bool:
        """Import the shop's files if they have changed. Raises like `goods.bring_in`."""
        if self.is_fed:
            return False
        return goods.bring_in(self._sources, self._secret, self.store)

    def open(self) -> Assortment:
        """What the replica holds now. Raises `TermsRefusedError` for terms this program cannot read."""
        replica = self.store.open_replica()
        try:
            terms = self._terms(replica.terms())
        except BaseException:
            replica.close()
            raise
        shops_own = bytes.fromhex(replica.about(MEMBER_SECRET))
        pricer, told = Pricer(terms), replica.told()
        members = CountedMembers(replica.members, told, pricer.member_limited, self._purchases, self._shown)
        made = Assortment(
            catalogue=replica,
            terms=terms,
            pricer=pricer,
            members=members,
            shown=members,
            staff=self.staff,
            mark=replica.mark(),
            pin=replica.pin,
            campaigns=self._campaigns if replica.is_fed else _own_limits,
            told_at=told.at,
            card_secret=shops_own if replica.is_fed else b"",
            secret=Secret(shops_own).key_for(NEXT_VISIT) if shops_own else b"",
        )
        self._open.append((made, replica))
        return made

    def _terms(self, raw: bytes | None) -> Terms:
        """Terms as written; those that did not change are not compiled again for every member's purchase."""
        if self._read is None or self._read[0] != raw:
            currency = self._sources.currency
            self._read = raw, read_terms(raw, currency) if raw is not None else no_terms(currency)
            gc.freeze()  # compiled offers live long: a collection in a scan need not walk them all
        return self._read[1]

    def retire(self, assortment: Assortment) -> None:
        """Close what nobody sells by any more."""
        for pair in [pair for pair in self._open if pair[0] is assortment]:
            self._open.remove(pair)
            pair[1].close()

    def close(self) -> None:
        """Close all of them. Safe to call twice."""
        while self._open:
            self._open.pop()[1].close()


def _own_limits(utc: str) -> None:
    """A lane that reads files has nobody to share a campaign with: the limit in its file counts."""


def sources_of(shop: ShopSettings) -> goods.Sources:
    """The files the settings name."""
    return goods.Sources(
        catalogue=shop.catalogue, offers=shop.offers, members=shop.members, currency=shop.currency
    )
