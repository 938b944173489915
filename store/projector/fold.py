"""Fold the events of one transaction into the rows reports need.

Source: `retail.journal.events`; the lane folds the same events in `kiosk.checkout.evolve`.
Invariants: pure; an order of events no lane can produce raises `OrderError`; what only differs in money is a
`Fault` beside the rows.
"""

import datetime
from collections import Counter

import msgspec

from retail.basket import Line as BasketLine
from retail.check import BrokenInvariantError
from retail.coupons.model import Coupon as CouponPaper
from retail.journal import events as e
from retail.journal import orders as od
from retail.journal import staffed as sd
from retail.member import Member
from retail.priced import PricedBasket
from retail.pricing import Basket
from retail.receipt import TaxTotal
from retail.wire.suspended import LINES_MAX as ASIDE_MAX
from store.data.clock import SECOND, from_iso
from store.data.journals.suspended import Aside, KeptLine
from store.projector import totals
from store.projector.back import Back
from store.projector.facts import Claim, Coupon, Fault, Sale
from store.projector.lines import discounts, told_lines
from store.projector.load import Load
from store.projector.tenders import Tenders

LINES_MAX = 5_000
Ended = e.TransactionClosed | e.TransactionCancelled | sd.TransactionSuspended


class OrderError(ValueError):
    """Events that make no transaction; the message says why."""


class Fold:
    """One transaction, event by event."""

    def __init__(self) -> None:
        self._started: e.TransactionStarted | None = None
        self._lines: dict[int, BasketLine] = {}
        self._voided: dict[int, BasketLine] = {}
        self._priced: PricedBasket | None = None
        self._total: int | None = None
        self._tenders = Tenders()
        self._back = Back()
        self._load = Load()
        self._coupons: dict[int, Coupon] = {}
        self._redeemed: list[e.CouponRedeemed] = []
        self._rewards: e.RewardsGranted | None = None
        self._member: Member | None = None
        self._held: dict[int, CouponPaper] = {}
        self._shown: dict[int, CouponPaper] = {}
        self._tendered: Basket | None = None
        self._language = ""
        self._resumed_of = ""
        self._hands_out = False
        self._counts: Counter[str] = Counter()
        self._help_since = 0
        self._help_us = 0
        self._begun_at = self._ended_at = 0
        self._ended: Ended | None = None

    def add(self, event: e.AnyEvent, at: int) -> None:
        """The next event. Raises `OrderError`."""
        if self._ended is not None:
            raise OrderError(f"{type(event).__name__} after the transaction ended")
        if isinstance(event, e.TransactionStarted):
            if self._started is not None:
                raise OrderError("a second transaction in one envelope")
            self._started, self._begun_at = event, at
            return
        if self._started is None:
            raise OrderError(f"{type(event).__name__} before the transaction started")
        self._counts[type(event).__name__] += 1
        try:
            self._basket(event)
        except (KeyError, BrokenInvariantError) as error:
            raise OrderError(f"{type(event).__name__}: {error}") from error
        self._paying(event)
        self._tenders.add(event, at)
        self._back.add(event, at)
        self._load.add(event)
        self._beside(event, at)

    def _basket(self, event: e.AnyEvent) -> None:
        match event:
            case e.ItemAdded():
                known = self._lines.get(event.line_id)
                if known is not None:
                    quantity = known.quantity + event.quantity
                    self._lines[event.line_id] = msgspec.structs.replace(known, quantity=quantity)
                    return
                if len(self._lines) >= LINES_MAX:
                    raise OrderError(f"more than {LINES_MAX} lines")
                self._lines[event.line_id] = BasketLine(
                    line_id=event.line_id,
                    product=event.product,
                    quantity=event.quantity,
                    weight_g=event.weight_g,
                    price_minor=event.price_minor,
                    is_marked_down=event.is_marked_down,
                    best_before=event.best_before,
                )
            case e.QuantityChanged():
                line = self._lines[event.line_id]
                self._lines[event.line_id] = msgspec.structs.replace(line, quantity=event.quantity)
            case sd.LinePriceChanged():
                self._lines[event.line_id] = self._lines[event.line_id].priced_at(event.price_minor)
            case e.ItemVoided():
                self._voided[event.line_id] = self._lines.pop(event.line_id)
            case e.CouponShown():
                self._shown[event.coupon_no] = event.coupon
                self._coupons[event.coupon_no] = Coupon(
                    coupon_no=event.coupon_no,
                    coupon_id=event.coupon.coupon_id,
                    redemption_key=event.coupon.redemption_key or "",
                    held_by="",
                    outcome="shown",
                    reason="",
                    saving_minor=0,
                )
            case e.CouponHeld():
                self._coupon(event.coupon_no, held_by=event.by)
                self._held[event.coupon_no] = event.coupon or self._shown[event.coupon_no]
            case e.CouponRefused():
                self._coupon(event.coupon_no, outcome="refused", reason=event.reason)
                self._held.pop(event.coupon_no, None)
            case e.CouponReleased():
                self._coupon(event.coupon_no, outcome="released")
                self._held.pop(event.coupon_no, None)
            case e.CouponRedeemed():
                self._coupon(event.coupon_no, outcome="redeemed", saving_minor=event.saving_minor)
                self._redeemed.append(event)
            case _:
                pass

    def _coupon(self, coupon_no: int, **changes: str | int) -> None:
        self._coupons[coupon_no] = msgspec.structs.replace(self._coupons[coupon_no], **changes)

    def _paying(self, event: e.AnyEvent) -> None:
        match event:
            case e.TenderingStarted():
                self._priced, self._total = event.priced, event.total_minor
                self._tendered = self._basket_now()
            case e.TenderingLeft():
                self._priced = self._total = self._tendered = None
            case e.RewardsGranted():
                self._rewards = event
            case _:
                pass

    def _beside(self, event: e.AnyEvent, at: int) -> None:
        match event:
            case e.MemberIdentified():
                self._member = event.member
            case e.MemberForgotten():
                self._member = None
            case sd.TransactionResumed():
                self._resumed_of = event.of_transaction_id
            case od.OrderTaken():
                self._hands_out = event.hands_out
            case e.LanguageChosen():
                self._language = event.language
            case e.HelpCalled():
                self._help_since = self._help_since or at
            case e.HelpEnded():
                self._end_help(at)
            case e.TransactionClosed() | e.TransactionCancelled() | sd.TransactionSuspended():
                self._end_help(at)
                self._ended, self._ended_at = event, at
            case _:
                pass

    def _end_help(self, at: int) -> None:
        if self._help_since:
            self._help_us += max(0, at - self._help_since)
            self._help_since = 0

    def _basket_now(self) -> Basket | None:
        """The basket as the lane's pricer reads it (`kiosk.checkout.prices.basket_of`)."""
        if self._started is None:
            return None
        return Basket(
            lines=tuple(self._lines.values()),
            member=self._member,
            coupons=tuple(sorted(self._held.items())),
            started_at=self._started.started_at,
            currency=self._started.currency,
            campaigns=self._started.campaigns,
        )

    def claim(self) -> Claim | None:
        """What was asked for the basket; None where there is no whole price."""
        started, basket, priced = self._started, self._tendered, self._priced
        if started is None or basket is None or priced is None:
            return None
        return Claim(basket=basket, priced=priced, mark=started.prices)

    # --- the end ---------------------------------------------------------------------------------------

    def end(self) -> tuple[Sale | None, Fault | None]:
        """The sale (none: it was training), and what is wrong with its money. Raises `OrderError`."""
        started, ended = self._started, self._ended
        if started is None or ended is None:
            raise OrderError("the transaction neither started nor ended here")
        if started.is_training:
            return None, self._no_money_fault()
        if self._back.is_one:
            sale, odd = self._back.booked(self._sale(started, ended), ended)
            if self._lines or self._tenders.any_money:
                odd = Fault(reason="payment", detail="goods were sold, or money was taken, in a return")
            return sale, odd
        if self._load.is_one:
            sale = self._load.booked(self._sale(started, ended))
            return sale, self._load.fault(sale, ended, sells=bool(self._lines or self._voided))
        fault = self._money_fault(ended) if isinstance(ended, e.TransactionClosed) else self._no_money_fault()
        return self._sale(started, ended), fault

    def _sale(self, started: e.TransactionStarted, ended: Ended) -> Sale:
        is_sold = isinstance(ended, e.TransactionClosed)
        local = datetime.datetime.fromisoformat(started.started_at)
        priced = self._priced if is_sold else None
        return Sale(
            transaction_id=started.transaction_id,
            number=started.number,
            outcome="sold" if is_sold else "cancelled",
            reason=_reason(ended),
            business_date=local.date().isoformat(),
            hour=local.hour,
            started_at=from_iso(started.started_at),
            paid_at=self._tenders.paid_at,
            ended_at=self._ended_at,
            currency=started.currency,
            total_minor=ended.total_minor if isinstance(ended, e.TransactionClosed) else 0,
            list_minor=sum(line.amount_minor for line in self._lines.values()) if is_sold else 0,
            saving_minor=priced.saving_minor if priced else 0,
            linked_minor=sum(line.linked_minor for line in self._lines.values()) if is_sold else 0,
            item_count=sum(line.quantity for line in self._lines.values()),
            void_count=len(self._voided),
            not_found_count=self._counts["CodeNotFound"],
            help_count=self._counts["HelpCalled"],
            help_s=self._help_us // SECOND,
            attempt_count=self._counts["PaymentRequested"] + self._counts["WalletRequested"],
            member_id=self._member.member_id if self._member else "",
            prices=started.prices,
            receipt=ended.receipt if isinstance(ended, e.TransactionClosed) else "",
            language=self._language,
            lines=told_lines(self._lines, self._voided, priced),
            discounts=discounts(priced),
            taxes=self._taxes(priced) if is_sold else (),
            tenders=self._tenders.all(),
            coupons=tuple(self._coupons.values()),
            redeemed=tuple(self._redeemed),
            rewards=self._rewards,
            aside=self._aside(),
            resumed_of=self._resumed_of,
            hands_out=self._hands_out,
            stamps=self._stamps(),
            value=tuple(self._tenders.value),
            value_held=self._tenders.value_held,
        )

    def _aside(self) -> Aside | None:
        """The basket that was put aside, as another lane will take it over."""
        ended = self._ended
        if not isinstance(ended, sd.TransactionSuspended):
            return None
        lines = tuple(
            KeptLine(
                key=line.product.key,
                name=line.product.name(""),
                quantity=line.quantity,
                weight_g=line.weight_g,
                price_minor=line.price_minor,
                is_marked_down=line.is_marked_down,
                best_before=line.best_before,
            )
            for line in list(self._lines.values())[:ASIDE_MAX]
        )
        return Aside(
            token=ended.token,
            by=ended.by,
            why=ended.why,
            item_count=ended.item_count,
            total_minor=ended.total_minor,
            lines=lines,
        )

    def _stamps(self) -> dict[str, int]:
        """By how much the member's stamp cards change: others may change them meanwhile, too."""
        if self._rewards is None or self._member is None:
            return {}
        before = self._member.stamps
        return {card: after - before.get(card, 0) for card, after in self._rewards.stamps.items()}

    def _money_fault(self, closed: e.TransactionClosed) -> Fault | None:
        started = self._started
        if started is None or closed.transaction_id != started.transaction_id:
            raise OrderError("another transaction was closed than was started")
        if self._total is None or not self._tenders.paid_at:
            return Fault(reason="payment", detail="the transaction was closed without being paid")
        if difference := totals.difference(self._lines, self._priced, closed.total_minor, started.currency):
            return Fault(reason="totals", detail=difference)
        paid = sum(tender.amount_minor for tender in self._tenders.all())
        if paid != closed.total_minor or self._total != closed.total_minor:
            detail = f"{paid} was paid for what costs {closed.total_minor}"
            return Fault(reason="payment", detail=detail)
        return None

    def _no_money_fault(self) -> Fault | None:
        if self._tenders.any_money or self._back.given_minor:
            return Fault(reason="payment", detail="money was taken for what was not sold")
        return None

    def _taxes(self, priced: PricedBasket | None) -> tuple[TaxTotal, ...]:
        if priced is not None:
            return priced.taxes
        return totals.without_offers(self._lines)


def _reason(ended: Ended) -> str:
    """Why nothing was sold; empty if it was. A basket put aside comes back as a transaction of its own."""
    match ended:
        case e.TransactionClosed():
            return ""
        case e.TransactionCancelled():
            return ended.reason
        case sd.TransactionSuspended():
            return "suspended"
