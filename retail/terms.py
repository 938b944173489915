"""Everything a shop promises besides its goods: offers, coupon codes, member cards, points, stamps.

One JSON file, `offers.json`, read whole or not at all: every mistake is named with where it stands and why. A
lane and the store service read the same bytes and so promise the same; `Terms.version` says which bytes.

Source: docs/offers.md, "The file".
Invariants: pure; terms that were read are consistent: every code triggers an offer, every offer's code can be
shown, every next-visit coupon can be read back.
"""

import datetime
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from retail.check import BrokenInvariantError
from retail.coupons.families import FamilyTable
from retail.coupons.offline import OfflinePolicy
from retail.coupons.parse import CouponRules
from retail.coupons.retail_numbers import EAN_PATTERNS
from retail.coupons.store_codes import StoreCodes, StoreCodesRefusedError
from retail.member import MemberRules
from retail.promotions.index import Book
from retail.promotions.offer import Offer
from retail.promotions.validate import OffersRefusedError, read_offers
from retail.terms_checks import (
    TermsMistake,
    check_coupons,
    check_offers,
    check_points,
    check_stamps,
    check_stored_value,
    check_visits,
    codes_of,
    serial_length,
)
from retail.terms_json import (
    Campaign,
    CouponTerms,
    File,
    MemberRulesJson,
    NextVisitTerms,
    PointsTerms,
    StampTerms,
    StoredValueTerms,
)
from retail.unit_dates import best_before
from retail.unreadable import UNREADABLE

BYTES_MAX = 64 * 1024 * 1024
MISTAKES_MAX = 200
"""Mistakes beyond this many are counted, not listed."""


class TermsRefusedError(ValueError):
    """A file of terms with mistakes: nothing was loaded. `mistakes` lists them, `count` counts them all."""

    def __init__(self, mistakes: Sequence[TermsMistake], count: int | None = None) -> None:
        self.mistakes = list(mistakes[:MISTAKES_MAX])
        self.count = len(mistakes) if count is None else count
        shown = "\n".join(f"  {mistake}" for mistake in self.mistakes)
        hidden = self.count - len(self.mistakes)
        more = f"\n  ... and {hidden} more" if hidden else ""
        super().__init__(f"offers refused, nothing was loaded; {self.count} mistake(s):\n{shown}{more}")


class Terms(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What the shop promises, ready to be used. Share it; it never changes."""

    version: str
    """Names the bytes it was read from."""
    currency: str
    offers: tuple[Offer, ...] = ()
    book: Book
    """The offers, compiled."""
    by_code: Mapping[str, tuple[Offer, ...]] = {}
    """Coupon ids to the shop's own offers they trigger."""
    coupon_rules: CouponRules
    store_codes: StoreCodes
    campaigns: Mapping[str, Campaign] = {}
    families: FamilyTable
    retailer_ids: tuple[str, ...] = ()
    """The shop's GS1 company prefixes and GLNs, for coupons of one retailer."""
    offline: OfflinePolicy = OfflinePolicy()
    members: MemberRules = MemberRules()
    points: PointsTerms = PointsTerms()
    stamps: tuple[StampTerms, ...] = ()
    next_visit: tuple[NextVisitTerms, ...] = ()
    stored_value: StoredValueTerms = StoredValueTerms()
    marked_down_takes_offers: bool = False
    """Whether goods reduced to clear take part in other offers."""

    def date_of(self, scanned: str, today: datetime.date) -> str:
        """The best-before date a code tells, ISO 8601; empty if no offer looks at dates, or none is told."""
        found = best_before(scanned, today) if self.book.looks_at_dates else None
        return found.isoformat() if found is not None else ""

    def next_visit_serial_length(self, code: str) -> int:
        """Characters of the serial number behind a next-visit code."""
        return serial_length(self.store_codes, code)


def no_terms(currency: str) -> Terms:
    """A shop that promises nothing but its prices."""
    return read_terms(msgspec.json.encode({"currency": currency}), currency)


def read_terms(data: bytes, currency: str) -> Terms:
    """Read `offers.json` for a shop that sells in `currency`. Raises `TermsRefusedError`."""
    if len(data) > BYTES_MAX:
        raise TermsRefusedError([TermsMistake(where="file", reason=f"more than {BYTES_MAX} bytes")])
    try:
        file = msgspec.json.decode(data, type=File)
    except UNREADABLE as error:
        raise TermsRefusedError([_mistake("file", str(error))]) from None
    reader = _Reader()
    offers = reader.offers(file, currency)
    coupons = reader.section("coupons", file.coupons, CouponTerms)
    members = reader.section("members", file.members, MemberRulesJson)
    points = reader.section("points", file.points, PointsTerms)
    stamps = reader.section("stamps", file.stamps, tuple[StampTerms, ...])
    visits = reader.section("next_visit", file.next_visit, tuple[NextVisitTerms, ...])
    stored_value = reader.section("stored_value", file.stored_value, StoredValueTerms)
    reader.refuse()  # what joins the sections makes sense only where every section does
    codes = reader.codes(coupons)
    by_code = _by_code(offers)
    reader.note(check_offers(offers, codes))
    reader.note(check_coupons(coupons, by_code))
    reader.note(check_points(points))
    reader.note(check_stamps(stamps))
    reader.note(check_stored_value(stored_value, members))
    reader.note(check_visits(visits, offers, codes))
    reader.refuse()
    return Terms(
        version=hashlib.sha256(currency.encode() + b"\n" + data).hexdigest()[:16],
        currency=currency,
        offers=tuple(offers),
        book=Book(offers),
        by_code=by_code,
        coupon_rules=CouponRules(
            currency=currency,
            policy=coupons.redemption,
            ean_patterns=EAN_PATTERNS if coupons.ean_patterns is None else coupons.ean_patterns,
        ),
        store_codes=codes,
        campaigns={campaign.coupon: campaign for campaign in coupons.campaigns},
        families=FamilyTable(coupons.families),
        retailer_ids=coupons.retailer_ids,
        offline=coupons.offline,
        members=members,
        points=points,
        stamps=stamps,
        next_visit=visits,
        stored_value=stored_value,
        marked_down_takes_offers=file.marked_down_takes_offers,
    )


class _Reader:
    """Reads sections and keeps what is wrong with them."""

    def __init__(self) -> None:
        self.mistakes: list[TermsMistake] = []
        self.count = 0

    def note(self, found: Iterator[TermsMistake]) -> None:
        for mistake in found:
            self.count += 1
            if len(self.mistakes) < MISTAKES_MAX:
                self.mistakes.append(mistake)

    def refuse(self) -> None:
        if self.count:
            raise TermsRefusedError(self.mistakes, self.count)

    def section(self, name: str, raw: msgspec.Raw, kind: Any) -> Any:
        """A section's value; None, and a mistake, if it has none."""
        try:
            return msgspec.json.decode(raw, type=kind)
        except (*UNREADABLE, BrokenInvariantError) as error:
            self.note(iter([_mistake(name, str(error))]))
            return None

    def offers(self, file: File, currency: str) -> list[Offer]:
        try:
            plain = msgspec.json.encode({"currency": file.currency, "offers": file.offers})
            return read_offers(plain, currency)
        except OffersRefusedError as error:
            self.note(
                TermsMistake(
                    where=f"offer {mistake.offer_id!r}, {mistake.field}"
                    if mistake.offer_id
                    else mistake.field,
                    reason=mistake.reason,
                )
                for mistake in error.mistakes
            )
            self.count += error.count - len(error.mistakes)
            return []

    def codes(self, coupons: CouponTerms) -> StoreCodes:
        try:
            return StoreCodes(coupons.codes)
        except StoreCodesRefusedError as error:
            self.note(iter([TermsMistake(where="coupons.codes", reason=str(error))]))
            self.refuse()
            raise


def _mistake(where: str, message: str) -> TermsMistake:
    """A decoder's words, with the path it names joined to the section's name."""
    reason, _, path = message.partition(" - at `$")
    return TermsMistake(where=where + path.rstrip("`"), reason=reason)


def _by_code(offers: Sequence[Offer]) -> dict[str, tuple[Offer, ...]]:
    found: dict[str, tuple[Offer, ...]] = {}
    for offer in offers:
        for code in codes_of(offer):
            found[code] = (*found.get(code, ()), offer)
    return found
