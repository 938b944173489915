"""Shoppers of the demo shop: what they scan, how they pay, and how a lane's journal tells it.

Goods and offers are those of `assets/demo`, prices are `retail`'s. Every sale is sealed as a lane seals it.
"""

import datetime
import random
import zoneinfo
from collections.abc import Sequence
from pathlib import Path

import msgspec

from retail.basket import Line
from retail.card import CardResult
from retail.catalogue import Product, read_csv
from retail.coupons.model import Coupon
from retail.coupons.parse import parse_coupon
from retail.journal import events as e
from retail.journal.chain import GENESIS, Entry, seal
from retail.journal.envelope import GENESIS_HASH, Envelope, Kind, open_body
from retail.journal.envelope import seal as seal_unit
from retail.member import Member
from retail.priced import PricedBasket
from retail.pricing import Basket, Pricer
from retail.terms import Terms, read_terms

ASSETS = Path(__file__).resolve().parent.parent / "assets" / "demo"
CARDS = (("girocard", 6), ("VISA", 3), ("Mastercard", 3), ("Maestro", 1))


class LaneBook:
    """One lane's journal, sealed as it goes."""

    def __init__(self, terminal_id: str, name: str) -> None:
        self.terminal_id = terminal_id
        self.name = name
        self.number = 0
        self.free_at = datetime.datetime.min.replace(tzinfo=datetime.UTC)
        self.waiting: list[Envelope] = []
        self._entry: tuple[int, str] = (0, GENESIS)
        self._seq = 0
        self._hash = GENESIS_HASH

    def seal(
        self, told: Sequence[tuple[datetime.datetime, e.AnyEvent]], envelope_id: str, kind: Kind = "sale"
    ) -> None:
        """Journal events with their times and seal them."""
        entries: list[Entry] = []
        sequence, previous = self._entry
        for moment, event in told:
            sequence += 1
            at = moment.astimezone(datetime.UTC).isoformat(timespec="microseconds")
            entry = seal(event, sequence=sequence, at=at, previous=previous)
            entries.append(entry)
            previous = entry.hash
        self._entry = (sequence, previous)
        self._seq += 1
        envelope = seal_unit(
            entries, lane=self.name, kind=kind, seq=self._seq, envelope_id=envelope_id, prev=self._hash
        )
        self._hash = envelope.hash
        self.waiting.append(envelope)

    def step_back(self, sealed: Envelope) -> None:
        """Forget the last envelope, to say it differently."""
        content = open_body(sealed.body)
        self._entry = (content.first - 1, content.previous)
        self._seq, self._hash = sealed.seq - 1, sealed.prev


class Shoppers:
    """Who comes to the demo shop and what they do. Reproducible by seed."""

    def __init__(self, currency: str, zone: zoneinfo.ZoneInfo, chance: random.Random) -> None:
        self._currency = currency
        self._zone = zone
        self._chance = chance
        goods = read_csv((ASSETS / "catalogue.csv").read_text(encoding="utf-8"))
        linked = {part.key for product in goods.values() for part in product.linked}
        self._goods = [
            product
            for product in goods.values()
            if product.key not in linked and product.unit == "piece" and not product.pack_of
        ]
        self._weights = [min(chance.paretovariate(1.1), 9.0) for _ in self._goods]
        self._terms: Terms = read_terms((ASSETS / "offers.json").read_bytes(), currency)
        self._pricer = Pricer(self._terms)
        self._members = [Member(member_id=f"club-{number}", order_number=number) for number in range(2, 40)]

    @property
    def prices(self) -> str:
        """The mark of the terms they shop by."""
        return self._terms.version

    def new_id(self) -> str:
        """An id as lanes make them."""
        digits = f"{self._chance.getrandbits(128):032x}"
        return f"{digits[:8]}-{digits[8:12]}-7{digits[13:16]}-8{digits[17:20]}-{digits[20:]}"

    def shop(self, lane: LaneBook, moment: datetime.datetime) -> None:
        """One shopper, from the first scan to the receipt, sealed."""
        chance = self._chance
        lane.number += 1
        transaction_id = self.new_id()
        shopping = _Shopping(self._zone, moment)
        tell = shopping.tell
        tell(
            e.TransactionStarted(
                transaction_id=transaction_id,
                number=lane.number,
                started_at=shopping.local(),
                currency=self._currency,
                prices=self._terms.version,
            ),
            0,
        )
        started_at = shopping.local()
        if chance.random() < 0.25:
            tell(e.LanguageChosen(language=chance.choice(("de", "de", "en", "zh"))), 2)
        member = chance.choice(self._members) if chance.random() < 0.3 else None
        if member is not None:
            tell(e.MemberIdentified(member=member, how=chance.choice(("card", "phone", "credential"))), 4)
        lines = self._scan(shopping)
        coupons = self._coupons(shopping)
        if chance.random() < 0.05:
            tell(e.HelpCalled(), 5)
            tell(e.HelpEnded(), chance.randint(25, 150))
        if chance.random() < 0.03:
            for line in lines:
                tell(e.ItemVoided(line_id=line.line_id), 2)
            tell(e.TransactionCancelled(reason=chance.choice(("shopper", "shopper", "staff"))), 3)
        else:
            basket = Basket(
                lines=tuple(lines),
                member=member,
                coupons=tuple(coupons),
                started_at=started_at,
                currency=self._currency,
            )
            self._pay(shopping, lane, transaction_id, basket)
        lane.free_at = shopping.now
        lane.seal(shopping.told, self.new_id())

    def wrong_total(self, lane: LaneBook, moment: datetime.datetime) -> None:
        """A sale that says it cost more than its goods come to: somebody should look."""
        self.shop(lane, moment)
        sealed = lane.waiting.pop()
        told = [
            (datetime.datetime.fromisoformat(entry.at), entry.event())
            for entry in open_body(sealed.body).unsealed()
        ]
        wrong = [
            (at, msgspec.structs.replace(event, total_minor=event.total_minor + 100))
            if isinstance(event, e.TransactionClosed)
            else (at, event)
            for at, event in told
        ]
        lane.step_back(sealed)
        lane.seal(wrong, sealed.id)

    def _scan(self, shopping: "_Shopping") -> list[Line]:
        chance = self._chance
        lines: dict[str, Line] = {}
        for _ in range(max(1, min(30, round(chance.lognormvariate(1.75, 0.65))))):
            product: Product = chance.choices(self._goods, self._weights)[0]
            known = lines.get(product.key)
            line_id = known.line_id if known else len(lines) + 1
            lines[product.key] = Line(
                line_id=line_id, product=product, quantity=known.quantity + 1 if known else 1
            )
            shopping.tell(
                e.ItemAdded(line_id=line_id, product=product, scanned=product.gtin), chance.randint(2, 9)
            )
            if chance.random() < 0.012:
                shopping.tell(e.CodeNotFound(text="9520000000004", reason="unknown"), 3)
                shopping.tell(e.CodeNotFoundDismissed(), 2)
        if len(lines) > 2 and chance.random() < 0.06:
            key = chance.choice(list(lines))
            shopping.tell(e.ItemVoided(line_id=lines.pop(key).line_id), 4)
        return list(lines.values())

    def _coupons(self, shopping: "_Shopping") -> list[tuple[int, Coupon]]:
        if self._chance.random() > 0.06:
            return []
        code = self._chance.choice(("RICE25", "SPRING10", "SPRING10"))
        coupon = parse_coupon(code, self._terms.coupon_rules, self._terms.store_codes).coupon
        if coupon is None:
            raise ValueError(f"{code} is no coupon of the demo shop")
        shopping.tell(e.CouponShown(coupon_no=1, coupon=coupon), 4)
        shopping.tell(e.CouponHeld(coupon_no=1, by="lane"), 1)
        return [(1, coupon)]

    def _pay(self, shopping: "_Shopping", lane: LaneBook, transaction_id: str, basket: Basket) -> None:
        chance, tell = self._chance, shopping.tell
        priced = msgspec.structs.replace(self._pricer.finish(basket), nudges=())
        tell(e.TenderingStarted(total_minor=priced.total_minor, priced=priced), 6)
        if priced.total_minor == 0:
            tell(e.NothingDue(paid_at=shopping.local()), 1)
        else:
            self._card(shopping, lane, transaction_id, priced)
        for number, coupon in basket.coupons:
            saving = sum(one.saving_minor for one in priced.offers if one.coupon_no == number)
            if saving:
                tell(
                    e.CouponRedeemed(
                        coupon_no=number,
                        coupon_id=coupon.coupon_id,
                        redemption_key="",
                        saving_minor=saving,
                        by="lane",
                        redeemed_on=shopping.now.date().isoformat(),
                    ),
                    0,
                )
        if basket.member is not None and priced.rewards.points:
            tell(
                e.RewardsGranted(
                    member_id=basket.member.member_id,
                    points_earned=priced.rewards.points,
                    points_spent=0,
                    base_minor=priced.rewards.base_minor,
                ),
                0,
            )
        tell(e.ReceiptOffered(), 1)
        kind = chance.choices(tuple(e.ReceiptKind), (5, 2, 6))[0]
        tell(e.ReceiptChosen(kind=kind), chance.randint(2, 6))
        receipt = {"paper": "printed", "qr": "qr", "none": "none"}[kind.value]
        if kind is e.ReceiptKind.PAPER:
            job_id, digest = self.new_id(), f"{chance.getrandbits(256):064x}"
            tell(e.PrintStarted(job_id=job_id, copy=0, receipt_sha256=digest), 0)
            tell(e.PrintEnded(job_id=job_id, outcome="printed"), 3)
        tell(
            e.TransactionClosed(
                transaction_id=transaction_id, total_minor=priced.total_minor, receipt=receipt
            ),
            2,
        )

    def _card(self, shopping: "_Shopping", lane: LaneBook, transaction_id: str, priced: PricedBasket) -> None:
        chance, tell = self._chance, shopping.tell
        currency, amount = self._currency, priced.total_minor
        for attempt in range(1, 4):
            attempt_id = f"{transaction_id}-{attempt}"
            requested = shopping.now.astimezone(datetime.UTC).isoformat()
            tell(
                e.PaymentRequested(
                    attempt_id=attempt_id, amount_minor=amount, currency=currency, requested_at=requested
                ),
                2,
            )
            tell(e.PaymentStatusShown(attempt_id=attempt_id, status_code=10, text="Please insert card"), 2)
            if attempt < 3 and chance.random() < 0.04:
                tell(
                    e.PaymentRefused(
                        attempt_id=attempt_id, refusal=e.Refusal.DECLINED, text="Declined by the bank"
                    ),
                    6,
                )
                continue
            name = chance.choices([card for card, _ in CARDS], [weight for _, weight in CARDS])[0]
            result = CardResult(
                result_code=0,
                amount_minor=amount,
                currency=currency,
                terminal_id=f"6500000{lane.terminal_id[-1]}",
                receipt_number=lane.number,
                trace_number=10_000 + lane.number,
                masked_pan=f"************{chance.randrange(10_000):04}",
                card_name=name,
                authorisation_code=f"{chance.randrange(1_000_000):06}",
                entry_mode=chance.choices(("contactless", "chip"), (4, 1))[0],
            )
            tell(e.PaymentResultStored(attempt_id=attempt_id, result=result, is_as_requested=True), 5)
            tell(
                e.PaymentApproved(
                    attempt_id=attempt_id, amount_minor=amount, result=result, paid_at=shopping.local()
                ),
                0,
            )
            return


class _Shopping:
    """One shopper's time at a lane."""

    def __init__(self, zone: zoneinfo.ZoneInfo, moment: datetime.datetime) -> None:
        self._zone = zone
        self.now = moment
        self.told: list[tuple[datetime.datetime, e.AnyEvent]] = []

    def tell(self, event: e.AnyEvent, after_s: float) -> None:
        """What happens next, so many seconds later."""
        self.now += datetime.timedelta(seconds=after_s)
        self.told.append((self.now, event))

    def local(self) -> str:
        """The shop's own time."""
        return self.now.astimezone(self._zone).isoformat(timespec="seconds")
