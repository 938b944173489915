"""What is impossible in a shop's terms although each field is possible.

Codes that trigger nothing, coupons for the next visit that could not be read back, names no printer takes.

Source: docs/offers.md, "The file".
Invariants: pure; finds every mistake, names its place, changes nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from retail.codes import check_digit_ok
from retail.coupons.store_codes import SERIAL_MAX, StoreCodes, normalised
from retail.member import CARDS_MAX, MemberRules
from retail.promotions.offer import EVERYTHING, AnyOf, Code, NextVisit, Offer, Percent, Selector
from retail.promotions.validate import AMOUNT_MAX_MINOR, check
from retail.stored_value.number import EAN_DIGITS
from retail.terms_json import (
    SERIAL_MIN,
    STAMP_OFFER,
    STORE_CODE,
    CouponTerms,
    NextVisitTerms,
    PointsTerms,
    StampTerms,
    StoredValueTerms,
)

COPIES_MAX = 20
"""Papers of one campaign in one purchase; more is a slip of the keyboard."""
RULES_MAX = 50
TIERS_MAX = 20
IDS_MAX = 1_000
DAYS_MAX = 3_660
POINTS_RULE_MAX = 1_000_000
STAMPS_MAX = 1_000
NAME_MAX = 120
NO_BREAK = str.maketrans("\u00a0\u202f", "  ")
"""Spaces that keep a line together, as French sets them before a sign: text, not control characters."""
_RESERVED = (STAMP_OFFER, "8110:", "8112:", "255:", "ean:", "upc-5:", STORE_CODE)
"""Ids of offers that coupons and stamp cards bring along."""
_WORD = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_CAMPAIGN = re.compile(r"(8110|8112|255|ean|upc-5|store):[A-Za-z0-9:.-]{1,60}")


class TermsMistake(msgspec.Struct, frozen=True, kw_only=True):
    """One reason a file of terms was refused."""

    where: str
    """`offer 'tea-3for2', derivation[0].quantity`, `coupons.codes[2]`, `stamps[0].card`."""
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


def codes_of(offer: Offer) -> tuple[str, ...]:
    """The codes an offer asks for, any or all of them."""
    tests = [
        inner for test in offer.eligibility for inner in (test.tests if isinstance(test, AnyOf) else (test,))
    ]
    return tuple(dict.fromkeys(test.code for test in tests if isinstance(test, Code)))


def serial_length(codes: StoreCodes, code: str) -> int:
    """Characters that must follow a code of the list; 0 if none, or if it is not on the list."""
    text = normalised(code)
    lengths = [length for length in range(SERIAL_MAX + 1) if _stands(codes, text, length)]
    return max(lengths, default=0)


def _stands(codes: StoreCodes, text: str, length: int) -> bool:
    found = codes.find(text + "0" * length)
    return found is not None and found[0].serial_length == length and normalised(found[0].code) == text


Found = Iterator[TermsMistake]


def _at(where: str, reason: str) -> TermsMistake:
    return TermsMistake(where=where, reason=reason)


def check_offers(offers: Sequence[Offer], codes: StoreCodes) -> Found:
    """What is impossible between offers and the list of codes."""
    for offer in offers:
        if offer.id.startswith(_RESERVED):
            yield _at(f"offer {offer.id!r}, id", "begins like the id of a coupon or a stamp card")
        yield from _check_names(f"offer {offer.id!r}", offer.name, offer.names)
        for code in codes_of(offer):
            if code.startswith(STORE_CODE) and not _is_listed(codes, code):
                reason = f"no code {code.removeprefix(STORE_CODE)!r} stands in coupons.codes"
                yield _at(f"offer {offer.id!r}, eligibility", reason)


def _is_listed(codes: StoreCodes, coupon_id: str) -> bool:
    text = coupon_id.removeprefix(STORE_CODE)
    return any(_stands(codes, text, length) for length in range(SERIAL_MAX + 1))


def check_coupons(coupons: CouponTerms, by_code: Mapping[str, object]) -> Found:
    """What is impossible in the section of coupons."""
    for number, entry in enumerate(coupons.codes):
        if STORE_CODE + normalised(entry.code) not in by_code:
            yield _at(f"coupons.codes[{number}]", f"no offer asks for the code {entry.code!r}")
    seen: set[str] = set()
    for number, campaign in enumerate(coupons.campaigns):
        where = f"coupons.campaigns[{number}]"
        if not _CAMPAIGN.fullmatch(campaign.coupon):
            yield _at(f"{where}.coupon", f"{campaign.coupon[:NAME_MAX]!r} names no kind of coupon")
        if campaign.coupon in seen:
            yield _at(f"{where}.coupon", f"{campaign.coupon!r} stands twice")
        seen.add(campaign.coupon)
        if not 1 <= campaign.copies <= COPIES_MAX:
            yield _at(f"{where}.copies", f"{campaign.copies} is not from 1 to {COPIES_MAX}")
        yield from _check_names(where, campaign.name, campaign.names)
        if campaign.of is not None:
            yield from _check_goods(where, campaign.of)
    for number, row in enumerate(coupons.families):
        if len(row.key) != 14 or not check_digit_ok(row.key):
            yield _at(f"coupons.families[{number}].key", f"{row.key[:NAME_MAX]!r} is not a GTIN-14")
        if not re.fullmatch("[0-9]{3}", row.family):
            yield _at(f"coupons.families[{number}].family", "is not three digits")
    if len(coupons.retailer_ids) > IDS_MAX or not all(
        re.fullmatch("[0-9]{4,13}", one) for one in coupons.retailer_ids
    ):
        yield _at("coupons.retailer_ids", f"are at most {IDS_MAX} GS1 company prefixes or GLNs")


def check_points(points: PointsTerms) -> Found:
    """What is impossible in the section of points."""
    if points.earn is not None and not 0 <= points.earn.points <= POINTS_RULE_MAX:
        yield _at("points.earn.points", f"is not from 0 to {POINTS_RULE_MAX}")
    if points.spend is not None and not points.spend.amount_minor <= AMOUNT_MAX_MINOR:
        yield _at("points.spend.amount_minor", f"is more than {AMOUNT_MAX_MINOR}")
    for number, days in enumerate(points.earn.days if points.earn is not None else ()):
        where = f"points.earn.days[{number}]"
        if not all(1 <= day <= 7 for day in days.weekdays):
            yield _at(f"{where}.weekdays", "a weekday is 1 (Monday) to 7")
        if days.first_day is not None and days.last_day is not None and days.last_day < days.first_day:
            yield _at(f"{where}.last_day", "is before first_day")
    if not 0 <= points.pending_days <= DAYS_MAX:
        yield _at("points.pending_days", f"is not from 0 to {DAYS_MAX}")
    if points.offline_points_max < 0:
        yield _at("points.offline_points_max", "is negative")
    if len(points.tiers) > TIERS_MAX or len({tier.name for tier in points.tiers}) < len(points.tiers):
        yield _at("points.tiers", f"are at most {TIERS_MAX}, each with a name of its own")
    for number, tier in enumerate(points.tiers):
        if not _WORD.fullmatch(tier.name):
            yield _at(f"points.tiers[{number}].name", "is not a plain lower word")
        if tier.points < 0 or not 0 < tier.days <= DAYS_MAX:
            yield _at(f"points.tiers[{number}]", f"takes points within 1 to {DAYS_MAX} days")


def check_stored_value(value: StoredValueTerms, members: MemberRules) -> Found:
    """Numbers that would be a member's card and a gift card at once."""
    if members.card_digits != EAN_DIGITS:
        return
    for number, prefix in enumerate(value.ean_prefixes):
        for card in members.card_prefixes:
            if prefix.startswith(card) or card.startswith(prefix):
                yield _at(f"stored_value.ean_prefixes[{number}]", f"members' cards begin with {card}")


def check_stamps(stamps: Sequence[StampTerms]) -> Found:
    """What is impossible in the stamp cards."""
    if len(stamps) > CARDS_MAX:
        yield _at("stamps", f"are more than {CARDS_MAX}")
    seen: set[str] = set()
    for number, card in enumerate(stamps[:CARDS_MAX]):
        where = f"stamps[{number}]"
        if not _WORD.fullmatch(card.card):
            yield _at(f"{where}.card", f"{card.card[:NAME_MAX]!r} is not a plain lower word")
        if card.card in seen:
            yield _at(f"{where}.card", f"{card.card!r} stands twice")
        seen.add(card.card)
        if not 1 <= card.stamps_needed <= STAMPS_MAX:
            yield _at(f"{where}.stamps_needed", f"is not from 1 to {STAMPS_MAX}")
        yield from _check_names(where, card.name, card.names)
        yield from _check_goods(where, card.of)
        if card.of == EVERYTHING:
            yield _at(f"{where}.of", "names no goods")


def check_visits(visits: Sequence[NextVisitTerms], offers: Sequence[Offer], codes: StoreCodes) -> Found:
    """What is impossible in the coupons for the next visit."""
    values = {visit.value_minor for visit in visits}
    for offer in offers:
        for form in offer.derivation:
            if isinstance(form, NextVisit) and form.amount_minor not in values:
                reason = f"next_visit has no coupon worth {form.amount_minor}"
                yield _at(f"offer {offer.id!r}, derivation", reason)
    if len(visits) > RULES_MAX:
        yield _at("next_visit", f"are more than {RULES_MAX}")
    for number, visit in enumerate(visits[:RULES_MAX]):
        where = f"next_visit[{number}]"
        if not 1 <= visit.value_minor <= AMOUNT_MAX_MINOR:
            yield _at(f"{where}.value_minor", f"{visit.value_minor} is not from 1 to {AMOUNT_MAX_MINOR}")
        if visit.from_minor is not None and not 0 <= visit.from_minor <= AMOUNT_MAX_MINOR:
            yield _at(f"{where}.from_minor", f"{visit.from_minor} is not from 0 to {AMOUNT_MAX_MINOR}")
        if not 1 <= visit.valid_days <= DAYS_MAX:
            yield _at(f"{where}.valid_days", f"{visit.valid_days} is not from 1 to {DAYS_MAX}")
        if serial_length(codes, visit.code) < SERIAL_MIN:
            reason = (
                f"{visit.code[:NAME_MAX]!r} has no serial number of {SERIAL_MIN} or more in coupons.codes"
            )
            yield _at(f"{where}.code", reason)


def _check_names(where: str, name: str, names: Mapping[str, str]) -> Found:
    for language, text in {"": name, **names}.items():
        is_text = len(text) <= NAME_MAX and text.translate(NO_BREAK).isprintable()
        if not is_text or not re.fullmatch("[a-z]{0,3}", language):
            field = f"{where}, names.{language[:8]}" if language else f"{where}, name"
            yield _at(field, f"has at most {NAME_MAX} characters, none of them a control character")


def _check_goods(where: str, selector: Selector) -> Found:
    """Selectors are checked as the offers they become."""
    offer = Offer(id="x", derivation=(Percent(percent_bp=1, of=selector),))
    for mistake in check([offer]):
        yield _at(f"{where}.of.{mistake.field.rpartition('.')[2]}", mistake.reason)
