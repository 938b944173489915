"""Sales as a lane seals them, for tests and measurements of the store service.

Every envelope is real: events of the lane's own vocabulary, priced by `retail`, chained, sealed. Reproducible
by seed, except that a fresh lane gets its own transaction ids.
"""

import datetime
import random
from collections.abc import Sequence

from retail.basket import Line
from retail.card import CardResult
from retail.catalogue import LinkedItem, Product
from retail.codes import check_digit
from retail.journal import events as e
from retail.journal.chain import GENESIS, Entry, seal
from retail.journal.envelope import GENESIS_HASH, Envelope, Kind
from retail.journal.envelope import seal as seal_unit
from retail.pricing import Basket, Pricer
from retail.terms import Terms, no_terms

CURRENCY = "EUR"
START = datetime.datetime(2027, 1, 15, 9, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))


def goods(count: int = 400, seed: int = 1) -> list[Product]:
    """Products with every tax rate, some with a deposit."""
    chance = random.Random(seed)
    found = []
    for number in range(count):
        digits = f"400{number:09}"
        key = f"0{digits}{check_digit(digits)}"
        deposit = LinkedItem(key="04099999999990", names={"": "Deposit"}, price_minor=25, tax_rate_bp=1900)
        found.append(
            Product(
                key=key,
                gtin=key[1:],
                names={"": f"Goods number {number}", "de": f"Ware Nummer {number}"},
                price_minor=chance.randint(29, 1999),
                currency=CURRENCY,
                tax_rate_bp=chance.choice((1900, 700, 700)),
                category=chance.choice(("dairy", "bakery", "drinks", "household")),
                linked=(deposit,) if chance.random() < 0.1 else (),
            )
        )
    return found


class SealingLane:
    """A lane's journal and its envelopes, in memory."""

    def __init__(self, name: str, *, seed: int = 1, terms: Terms | None = None, epoch: int = 1) -> None:
        self.name = name
        self.epoch = epoch
        self.chance = random.Random(f"{seed}/{name}")
        self.goods = goods()
        self.envelopes: list[Envelope] = []
        self.entry: tuple[int, str] = (0, GENESIS)
        """Number and hash of the journal's last entry."""
        self._terms = terms or no_terms(CURRENCY)
        self._pricer = Pricer(self._terms)
        self._number = 0
        self.now = START

    def sale(self, lines: int = 20) -> Envelope:
        """Sell `lines` goods, pay by card, seal."""
        return self.seal(self.sale_events(lines))

    def sale_events(self, lines: int = 20) -> list[e.AnyEvent]:
        """What a lane's journal says of one sale."""
        self._number += 1
        transaction_id = f"{self.name}-{self.epoch}-{self._number}"
        started_at = self.now.isoformat()
        taken = [
            Line(line_id=line_id, product=self.chance.choice(self.goods), quantity=1)
            for line_id in range(1, lines + 1)
        ]
        basket = Basket(lines=tuple(taken), started_at=started_at, currency=CURRENCY)
        priced = self._pricer.finish(basket)
        result = CardResult(
            result_code=0,
            amount_minor=priced.total_minor,
            currency=CURRENCY,
            terminal_id="65000001",
            receipt_number=self._number,
            trace_number=self._number,
            masked_pan="************4242",
            card_name="girocard",
            authorisation_code="123456",
            entry_mode="contactless",
        )
        attempt = f"{transaction_id}-1"
        return [
            e.TransactionStarted(
                transaction_id=transaction_id,
                number=self._number,
                started_at=started_at,
                currency=CURRENCY,
                prices=self._terms.version,
            ),
            *(e.ItemAdded(line_id=line.line_id, product=line.product) for line in taken),
            e.TenderingStarted(total_minor=priced.total_minor, priced=priced),
            e.PaymentRequested(
                attempt_id=attempt,
                amount_minor=priced.total_minor,
                currency=CURRENCY,
                requested_at=started_at,
            ),
            e.PaymentResultStored(attempt_id=attempt, result=result, is_as_requested=True),
            e.PaymentApproved(
                attempt_id=attempt,
                amount_minor=priced.total_minor,
                result=result,
                paid_at=started_at,
            ),
            e.ReceiptOffered(),
            e.ReceiptChosen(kind=e.ReceiptKind.NONE),
            e.TransactionClosed(
                transaction_id=transaction_id, total_minor=priced.total_minor, receipt="none"
            ),
        ]

    def seal(self, events: Sequence[e.AnyEvent], kind: Kind = "sale") -> Envelope:
        """Journal events and seal them into the next envelope."""
        entries: list[Entry] = []
        sequence, previous = self.entry
        for event in events:
            sequence += 1
            self.now += datetime.timedelta(seconds=2)
            at = self.now.astimezone(datetime.UTC).isoformat(timespec="microseconds")
            entry = seal(event, sequence=sequence, at=at, previous=previous)
            entries.append(entry)
            previous = entry.hash
        self.entry = (sequence, previous)
        envelope = seal_unit(
            entries,
            lane=self.name,
            kind=kind,
            seq=len(self.envelopes) + 1,
            envelope_id=self.new_id(),
            prev=self.envelopes[-1].hash if self.envelopes else GENESIS_HASH,
        )
        self.envelopes.append(envelope)
        return envelope

    def new_id(self) -> str:
        """An id as the lane makes them: unique, from its seed."""
        digits = f"{self.chance.getrandbits(128):032x}"
        return f"{digits[:8]}-{digits[8:12]}-7{digits[13:16]}-8{digits[17:20]}-{digits[20:]}"
