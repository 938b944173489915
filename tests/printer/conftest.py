"""A printer in its own process, a driver on its wire, and receipts to print."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from kiosk.devices.printer import PrintAnswer, PrinterMessage, PrintJob, PrintWaiting
from kiosk.printer.driver import EscPosPrinter
from kiosk.printer.escpos import render
from kiosk.printer.profile import PrinterProfile
from retail.receipt import (
    CardTender,
    MemberNote,
    NextVisit,
    Receipt,
    ReceiptDiscount,
    ReceiptLine,
    ReceiptLinked,
    Returned,
    Seller,
    StampCard,
    TaxTotal,
    ValueTender,
    WalletTender,
)
from simulators.control import ControlClient

DEADLINE_S = 15.0


def _line(en: str, de: str, zh: str, price: int, amount: int, letter: str, **more: Any) -> ReceiptLine:
    more.setdefault("quantity", 1)
    return ReceiptLine(
        names={"en": en, "de": de, "zh": zh},
        unit_price_minor=price,
        amount_minor=amount,
        tax_letter=letter,
        **more,
    )


def _receipt(**changes: Any) -> Receipt:
    fields: dict[str, Any] = {
        "seller": Seller(
            name="Grünhof Market",
            lines=("Lindenstraße 12", "10969 Berlin"),
            vat_id="DE123456789",
            phone="030 555 0142",
        ),
        "lane": "3",
        "transaction_id": "20261123-003-00042",
        "number": 42,
        "started_at": "2026-11-23T16:01:00+01:00",
        "ended_at": "2026-11-23T16:05:12+01:00",
        "currency": "EUR",
        "lines": (
            _line(
                "Whole milk 3.5 % fat, organic, from the region",
                "Frische Bio-Vollmilch 3,5 % aus der Region",
                "有机全脂牛奶 3.5% 本地牧场 新鲜直供",
                129,
                258,
                "A",
                quantity=2,
            ),
            _line("Bananas", "Bananen", "香蕉", 179, 221, "A", weight_g=1236),
            _line("Sparkling water 6 x 0.5 l", "Mineralwasser Classic 6 x 0,5 l", "气泡水", 399, 399, "B"),
        ),
        "total_minor": 878,
        "taxes": (
            TaxTotal(letter="A", rate_bp=700, gross_minor=479, net_minor=448, tax_minor=31),
            TaxTotal(letter="B", rate_bp=1900, gross_minor=399, net_minor=335, tax_minor=64),
        ),
        "tenders": (
            CardTender(
                amount_minor=878,
                card_name="Visa Debit",
                masked_pan="************4921",
                application_id="A0000000031010",
                authorisation_code="503918",
                terminal_id="52500041",
                merchant_id="100764992",
                receipt_number=17,
                trace_number=43,
                entry_mode="contactless",
                verification="device",
            ),
        ),
        "language": "en",
    }
    return Receipt(**{**fields, **changes})


def _off(en: str, de: str, zh: str, amount: int, *, is_coupon: bool = False) -> ReceiptDiscount:
    return ReceiptDiscount(names={"": en, "de": de, "zh": zh}, amount_minor=amount, is_coupon=is_coupon)


def _deposit(quantity: int) -> ReceiptLinked:
    return ReceiptLinked(
        names={"": "Deposit", "de": "Pfand", "zh": "押金"},
        quantity=quantity,
        unit_price_minor=25,
        amount_minor=25 * quantity,
        tax_letter="B",
    )


def _return_slip(**changes: Any) -> Receipt:
    """Goods that came back, paid back to what had paid for them; every figure was added up by hand."""
    fields: dict[str, Any] = {
        "number": 57,
        "ended_at": "2026-11-25T10:12:40+01:00",
        "lines": (
            _line("Apple Juice 1 l", "Apfelsaft 1 l", "苹果汁 1升", -199, -398, "B", quantity=2),
            _line("Apple Juice 1 l", "Apfelsaft 1 l", "苹果汁 1升", -25, -25, "B"),
            _line("Ground Coffee 500 g", "Filterkaffee 500 g", "咖啡粉 500克", -549, -549, "A"),
            _line("Mountain Cheese", "Bergkäse", "山地奶酪", -427, -427, "A"),
        ),
        "total_minor": -1299,
        "points_minor": -100,
        "taxes": (),
        "tenders": (
            CardTender(
                amount_minor=-399,
                card_name="girocard",
                masked_pan="************4921",
                terminal_id="52500041",
                receipt_number=19,
                trace_number=47,
            ),
            WalletTender(amount_minor=-300, wallet="Alipay+", reference="2026112522001401420512"),
            ValueTender(amount_minor=-500, last_digits="4711"),
        ),
        "returned": Returned(
            number=42, lane="3", sold_at="2026-11-23T16:05:12+01:00", points=100, not_given_minor=100
        ),
    }
    return _receipt(**{**fields, **changes})


def _offers_receipt(**changes: Any) -> Receipt:
    """A member's purchase with an offer of every kind; every figure was added up by hand."""
    juice = _off("Juice: 3 for the price of 2", "Säfte: 3 kaufen, 2 bezahlen", "果汁买三付二", 199)
    member = _off("Member price", "Mitgliederpreis", "会员价", 40)
    tea = _off(
        "Autumn weeks: every second pack of tea at half price",
        "Herbstwochen: jede zweite Packung Tee zum halben Preis",
        "金秋特惠：任选茶叶第二件半价，多买多省",
        139,
    )
    fields: dict[str, Any] = {
        "lines": (
            _line(
                *("Apple Juice 1 l", "Apfelsaft 1 l", "苹果汁 1升", 199, 597, "B"),
                quantity=3,
                discounts=(juice,),
                linked=(_deposit(3),),
            ),
            _line(
                "Butter 250 g",
                "Deutsche Markenbutter 250 g",
                "黄油 250克",
                229,
                229,
                "A",
                discounts=(member,),
            ),
            _line("Mountain Cheese", "Bergkäse", "山地奶酪", 1290, 427, "A", weight_g=331),
            _line(
                "Green Tea, 20 bags",
                "Grüner Tee, 20 Beutel",
                "绿茶 20袋",
                279,
                558,
                "A",
                quantity=2,
                discounts=(tea,),
            ),
            _line(
                "Farmhouse Loaf 750 g",
                "Bauernbrot 750 g",
                "农家面包 750克",
                145,
                145,
                "A",
                is_marked_down=True,
            ),
            _line("Ground Coffee 500 g", "Filterkaffee 500 g", "咖啡粉 500克", 649, 649, "A"),
        ),
        "discounts": (
            _off("2.00 off from 20.00", "2,00 Rabatt ab 20,00", "满20减2", 200),
            _off("Coffee, 1.00 off", "1,00 auf Kaffee", "咖啡立减1元", 100, is_coupon=True),
        ),
        "total_minor": 2002,
        "saving_minor": 678,
        "points_minor": 500,
        "taxes": (
            TaxTotal(letter="A", rate_bp=700, gross_minor=1550, net_minor=1449, tax_minor=101),
            TaxTotal(letter="B", rate_bp=1900, gross_minor=452, net_minor=380, tax_minor=72),
        ),
        "tenders": (
            CardTender(
                amount_minor=1502,
                card_name="girocard",
                masked_pan="************4921",
                application_id="A0000000031010",
                authorisation_code="503918",
                terminal_id="52500041",
                receipt_number=17,
                entry_mode="contactless",
            ),
        ),
        "member": MemberNote(
            points_earned=19,
            points_spent=500,
            points_after=1244,
            stamps={"coffee": 7},
            stamp_cards={
                "coffee": StampCard(
                    names={"": "Coffee card", "de": "Kaffeekarte", "zh": "咖啡集章卡"}, goal=9
                )
            },
        ),
        "next_visit": NextVisit(
            code="THANKS3007K2Q9F", value_minor=300, valid_from="2026-11-24", valid_until="2026-12-07"
        ),
    }
    return _receipt(**{**fields, **changes})


@pytest.fixture
def make_offers_receipt() -> Callable[..., Receipt]:
    return _offers_receipt


def _split_receipt(**changes: Any) -> Receipt:
    """The same purchase paid by a gift card, a phone and two cards."""
    (card,) = _offers_receipt().tenders
    assert isinstance(card, CardTender)
    second = replace(
        card,
        amount_minor=200,
        card_name="Visa Debit",
        masked_pan="************0071",
        authorisation_code="881204",
        receipt_number=18,
        entry_mode="chip",
        verification="pin",
    )
    fields: dict[str, Any] = {
        "points_minor": 0,
        "member": None,
        "tenders": (
            ValueTender(amount_minor=1000, last_digits="4711", left_minor=1500),
            WalletTender(amount_minor=500, wallet="Alipay+", reference="2026112322001401420512"),
            replace(card, amount_minor=302),
            second,
        ),
    }
    return _offers_receipt(**{**fields, **changes})


@pytest.fixture
def make_split_receipt() -> Callable[..., Receipt]:
    return _split_receipt


@pytest.fixture
def make_return_slip() -> Callable[..., Receipt]:
    return _return_slip


@pytest.fixture
def make_receipt() -> Callable[..., Receipt]:
    return _receipt


class Heard:
    """A listener that keeps everything and can wait for it."""

    def __init__(self) -> None:
        self.messages: list[PrinterMessage] = []
        self._changed = threading.Condition()

    def said(self, message: PrinterMessage) -> None:
        with self._changed:
            self.messages.append(message)
            self._changed.notify_all()

    def wait(self, holds: Callable[[list[PrinterMessage]], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: holds(self.messages), DEADLINE_S), self.messages

    def answer(self, job_id: str) -> PrintAnswer:
        self.wait(lambda said: any(isinstance(m, PrintAnswer) and m.job_id == job_id for m in said))
        return next(m for m in self.messages if isinstance(m, PrintAnswer) and m.job_id == job_id)

    def waiting(self, code: str) -> None:
        self.wait(lambda said: any(isinstance(m, PrintWaiting) and m.code == code for m in said))

    def health(self, code: str) -> None:
        self.wait(
            lambda said: [m for m in said if hasattr(m, "condition")][-1:] != [] and _last(said) == code
        )


def _last(said: list[PrinterMessage]) -> str:
    return [m.code for m in said if hasattr(m, "condition")][-1]


class Bench:
    """One simulator process and the drivers that were started on it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[str] | None = None
        self._drivers: list[EscPosPrinter] = []
        self.address = str(folder / "tty-printer")
        self._control = ControlClient(folder / "printer.sock")

    def simulate(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "simulators.printer", "--link", self.address]
        command += ["--control", str(self._folder / "printer.sock"), "--paper", str(self._folder / "paper")]
        command += ["--speed-mm-s", "1500", *arguments]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        assert "ready" in self._process.stdout.readline()

    def drive(self, **settings: Any) -> tuple[EscPosPrinter, Heard]:
        quick = {
            "answer_s": 1.0,
            "probe_s": 0.6,
            "fence_s": 1.0,
            "cut_s": 1.0,
            "stall_s": 1.0,
            "poll_s": 0.1,
            "reconnect_s": 0.05,
        }
        driver = EscPosPrinter(PrinterProfile(address=self.address, **{**quick, **settings}))
        heard = Heard()
        driver.start(heard)
        self._drivers.append(driver)
        return driver, heard

    def do(self, what: str, **arguments: Any) -> None:
        self._control.do("printer", what=what, **arguments)

    def status(self) -> dict[str, Any]:
        return self._control.do("status")

    def papers(self) -> list[dict[str, Any]]:
        papers: list[dict[str, Any]] = self._control.do("papers")["papers"]
        return papers

    def wait_status(self, holds: Callable[[dict[str, Any]], bool]) -> None:
        deadline = time.monotonic() + DEADLINE_S
        while not holds(self.status()):
            assert time.monotonic() < deadline, self.status()

    def texts(self) -> str:
        return "\n".join(Path(paper["txt"]).read_text("utf-8") for paper in self.papers())

    def close(self) -> None:
        for driver in self._drivers:
            driver.stop()
        if self._process is not None:
            self._process.terminate()
            self._process.communicate(timeout=DEADLINE_S)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.close()


@pytest.fixture
def make_job(make_receipt: Callable[..., Receipt]) -> Callable[..., PrintJob]:
    def make(job_id: str = "job-1", columns: int = 48, **changes: Any) -> PrintJob:
        payload, height_mm = render(make_receipt(**changes), columns)
        return PrintJob(job_id=job_id, payload=payload, height_mm=height_mm)

    return make
