"""Two weeks of a shop's life: a service filled with real envelopes, for tests, pictures and demonstrations.

Shoppers fill baskets from `assets/demo`, `retail` prices them by the shop's own offers, a lane's journal says
what happened, and everything goes through the service's own front door: `journal.receive`, then the
projector. Nothing is written into the tables of sales by hand.

    history = History(database, settings, vault, clock); history.make(days=14, per_day=120)

Reproducible by seed and by the moment it ends.
"""

import datetime
import random
import zoneinfo
from collections.abc import Iterator, Sequence
from itertools import islice
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
from retail.wire.live import LaneStatus
from store.data import alerts, commands, feed, journal, lane_status, terminals
from store.data.database import Connection, Database
from store.data.feed import store_scope
from store.data.journal import Batch
from store.data.schema.feed import CHAIN
from store.projector.run import Projector
from store.settings import Settings

ASSETS = Path(__file__).resolve().parent.parent / "assets" / "demo"
SECOND = 1_000_000
BATCH = 50
HOURS = (2, 5, 7, 6, 8, 11, 10, 7, 8, 10, 13, 14, 9, 4)
"""Shoppers by hour from eight o'clock: quiet mornings, lunch, the evening rush."""
OPENS = 8
CARDS = (("girocard", 6), ("VISA", 3), ("Mastercard", 3), ("Maestro", 1))
LANES = ("Lane 1", "Lane 2", "Lane 3", "Lane 4")
VERSION = "1.4.0"


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


class History:
    """Makes the past of one store."""

    def __init__(self, database: Database, settings: Settings, *, now: int, seed: int = 7) -> None:
        self._database = database
        self._settings = settings
        self._store_id = settings.store_id
        self._now = now
        self._chance = random.Random(seed)
        self._zone = zoneinfo.ZoneInfo(settings.timezone)
        goods = read_csv((ASSETS / "catalogue.csv").read_text(encoding="utf-8"))
        linked = {part.key for product in goods.values() for part in product.linked}
        self._goods = [
            product
            for product in goods.values()
            if product.key not in linked and product.unit == "piece" and not product.pack_of
        ]
        weights = [self._chance.paretovariate(1.1) for _ in self._goods]
        self._weights = [min(weight, 9.0) for weight in weights]
        self._terms: Terms = read_terms((ASSETS / "offers.json").read_bytes(), settings.currency)
        self._pricer = Pricer(self._terms)
        self._members = [Member(member_id=f"club-{number}", order_number=number) for number in range(2, 40)]
        self.lanes: list[LaneBook] = []
        self.clock_now = now

    def make(self, *, days: int = 14, per_day: int = 120, troubles: bool = True) -> int:
        """Lanes, their sales until now, what they say now, and what waits for a person; number of sales.

        `troubles`: some deliveries fail a check, and so are set aside.
        """
        self.lanes = [
            LaneBook(self._database.write_sync(lambda one, name=name: self._lane(one, name)), name)
            for name in LANES
        ]
        ends = self._local(self._now)
        first = (ends - datetime.timedelta(days=days - 1)).date()
        for offset in range(days):
            self._day(first + datetime.timedelta(days=offset), per_day, ends)
        if troubles:
            self._wrong_total(self.lanes[2], ends - datetime.timedelta(minutes=9))
        count = sum(lane.number for lane in self.lanes)
        self._upload(held=2 if troubles else 0)
        Projector(self._database, lambda: self._now).run_until_idle()
        self._live()
        return count

    # --- one day ---------------------------------------------------------------------------------------

    def _day(self, day: datetime.date, per_day: int, ends: datetime.datetime) -> None:
        busy = per_day * self._chance.uniform(0.85, 1.15) * (1.35 if day.isoweekday() in (5, 6) else 1)
        share = busy / sum(HOURS)
        opening = datetime.datetime.combine(day, datetime.time(OPENS - 1, 45), self._zone)
        for lane in self.lanes:
            if opening < ends:
                lane.seal([(opening, e.LaneStarted(lane=lane.name, version=VERSION))], self._id(), "lane")
                lane.free_at = opening
        for index, weight in enumerate(HOURS):
            hour = datetime.datetime.combine(day, datetime.time(OPENS + index), self._zone)
            for second in sorted(self._chance.randrange(3600) for _ in range(round(share * weight))):
                moment = hour + datetime.timedelta(seconds=second, milliseconds=self._chance.randrange(999))
                lane = min(self.lanes, key=lambda one: (one.free_at > moment, self._chance.random()))
                moment = max(moment, lane.free_at + datetime.timedelta(seconds=8))
                if moment + datetime.timedelta(minutes=6) < ends and moment.date() == day:
                    self._shop(lane, moment)
        closing = datetime.datetime.combine(day, datetime.time(OPENS + len(HOURS), 20), self._zone)
        for lane in self.lanes:
            if closing < ends:
                told = e.TerminalDayClosed(succeeded=True, result_code=0, total_minor=None)
                lane.seal([(max(closing, lane.free_at), told)], self._id(), "lane")

    def _shop(self, lane: LaneBook, moment: datetime.datetime) -> None:
        chance = self._chance
        lane.number += 1
        transaction_id = self._id()
        shopping = _Shopping(self._zone, moment)
        tell = shopping.tell
        tell(
            e.TransactionStarted(
                transaction_id=transaction_id,
                number=lane.number,
                started_at=shopping.local(),
                currency=self._settings.currency,
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
                currency=self._settings.currency,
            )
            self._pay(shopping, lane, transaction_id, basket)
        lane.free_at = shopping.now
        lane.seal(shopping.told, self._id())

    def _wrong_total(self, lane: LaneBook, moment: datetime.datetime) -> None:
        """A sale that says it cost more than its goods come to: somebody should look."""
        self._shop(lane, moment)
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
            tell(
                e.PrintStarted(job_id=self._id(), copy=0, receipt_sha256=f"{chance.getrandbits(256):064x}"), 0
            )
            tell(e.PrintEnded(job_id=self._id(), outcome="printed"), 3)
        tell(
            e.TransactionClosed(
                transaction_id=transaction_id, total_minor=priced.total_minor, receipt=receipt
            ),
            2,
        )

    def _card(self, shopping: "_Shopping", lane: LaneBook, transaction_id: str, priced: PricedBasket) -> None:
        chance, tell = self._chance, shopping.tell
        currency, amount = self._settings.currency, priced.total_minor
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

    # --- into the service ------------------------------------------------------------------------------

    def _lane(self, connection: Connection, name: str) -> str:
        known = terminals.find_by_name(connection, self._store_id, name)
        terminal_id = (
            known.terminal_id
            if known
            else terminals.make(connection, self._store_id, name, self._now - 20 * 86_400 * SECOND)
        )
        terminals.set_code(
            connection,
            self._store_id,
            terminal_id,
            selector=terminal_id,
            code_hash=terminal_id,
            until=self._now,
            by="demo",
            at=self._now - 20 * 86_400 * SECOND,
        )
        terminals.enrol(
            connection,
            self._store_id,
            terminal_id,
            code_hash=terminal_id,
            key_id=f"demo-{terminal_id}",
            public=bytes(32),
            version=VERSION,
            at=self._now - 20 * 86_400 * SECOND,
        )
        return terminal_id

    def _upload(self, *, held: int) -> None:
        """Send everything; the last `held` deliveries of the last lane as if it had been revoked."""
        for lane in self.lanes:
            last = len(lane.waiting) - (held if lane is self.lanes[-1] else 0)
            for some in _batches(lane.waiting[:last], BATCH):
                self._send(lane, some, is_held=False)
            if lane.waiting[last:]:
                self._send(lane, lane.waiting[last:], is_held=True)
            lane.waiting.clear()

    def _send(self, lane: LaneBook, items: Sequence[Envelope], *, is_held: bool) -> None:
        batch = Batch(
            store_id=self._store_id,
            terminal_id=lane.terminal_id,
            epoch=1,
            is_held=is_held,
            items=tuple(items),
            received_at=self._now,
        )
        self._database.write_sync(lambda one: journal.receive(one, [batch]))

    def _live(self) -> None:
        """What the lanes say at this moment, and who waits for a person."""
        phases = (
            ("basket", 7, 2345, True, {"scanner": "ready", "terminal": "ready", "printer": "ready"}),
            ("payment", 12, 4187, True, {"scanner": "ready", "terminal": "busy", "printer": "ready"}),
            ("idle", 0, 0, True, {"scanner": "ready", "terminal": "ready", "printer": "paper_low"}),
            ("idle", 0, 0, False, {"scanner": "ready", "terminal": "ready", "printer": "ready"}),
        )
        positions = {
            scope: head.head
            for scope in (CHAIN, store_scope(self._store_id))
            if (
                head := self._database.read_sync(
                    lambda one, scope=scope: feed.read_head(one, self._store_id, scope)
                )
            )
        }
        for index, (lane, (phase, items, total, is_open, devices)) in enumerate(
            zip(self.lanes, phases, strict=True)
        ):
            status = LaneStatus(
                version=VERSION,
                phase=phase,
                is_open=is_open,
                help_called=index == 0,
                item_count=items,
                total_minor=total,
                currency=self._settings.currency,
                unsent=2 if index == 1 else 0,
                positions=positions,
                prices=self._terms.version,
                devices=devices,
                at=self._now,
            )
            self._database.write_sync(
                lambda one, lane=lane, status=status: lane_status.tell(
                    one, self._store_id, lane.terminal_id, status, "demo", self._now - 4 * SECOND
                )
            )
        told = (
            (0, "help", "A shopper has asked for help.", "staff", 95),
            (2, "device", "The receipt printer is almost out of paper.", "nudge", 1240),
            (
                1,
                "payment_unknown",
                "It is not known whether a card was charged; see the terminal.",
                "critical",
                41,
            ),
        )
        for index, kind, text, severity, ago in told:
            self._database.write_sync(
                lambda one, index=index, kind=kind, text=text, severity=severity, ago=ago: alerts.open_alert(
                    one,
                    self._store_id,
                    terminal_id=self.lanes[index].terminal_id,
                    kind=kind,
                    text=text,
                    severity=severity,
                    source="lane",
                    at=self._now - ago * SECOND,
                )
            )
        self._database.write_sync(
            lambda one: commands.give(
                one,
                self._store_id,
                self.lanes[3].terminal_id,
                "close",
                text="Please use another lane.",
                by="anna",
                at=self._now - 30 * SECOND,
            )
        )

    def _local(self, at: int) -> datetime.datetime:
        return datetime.datetime.fromtimestamp(at / SECOND, self._zone)

    def _id(self) -> str:
        digits = f"{self._chance.getrandbits(128):032x}"
        return f"{digits[:8]}-{digits[8:12]}-7{digits[13:16]}-8{digits[17:20]}-{digits[20:]}"


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


def _batches(all_of: Sequence[Envelope], size: int) -> Iterator[list[Envelope]]:
    rest = iter(all_of)
    while some := list(islice(rest, size)):
        yield some
