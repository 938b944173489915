"""Files for other programs: CSV as RFC 4180, POSLog against its schema, both saying what the pages say."""

import csv
import io
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from store_office import Client, Office, Person
from store_world import watched

from store.data import audit
from store.data.database import Database
from store.data.journals import receipts, reports
from store.data.journals.receipts import Part, SaleFilter, SaleWhole
from store.data.journals.reports import Days
from store.reports import poslog, tables

DAY = "2027-01-14"
SCHEMA = etree.XMLSchema(etree.parse(str(Path(poslog.__file__).with_name("poslog.xsd"))))
N = f"{{{poslog.NAMESPACE}}}"


@pytest.fixture(scope="module")
def office(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("export")
    shutil.copyfile(sqlite_template, folder / "store.db")
    with watched(Database.open(f"sqlite:///{folder / 'store.db'}")) as database:
        yield Office(database, folder, days=2, per_day=20)


@pytest.fixture(scope="module")
def client(office: Office) -> Iterator[Client]:  # type: ignore[override]
    with office.running() as opened:
        yield opened


@pytest.fixture(scope="module")
def manager(client: Client) -> Person:
    return Person(client, "max")


def rows(answer: Any) -> list[dict[str, str]]:
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    text = answer.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def minor(text: str) -> int:
    return int(Decimal(text) * 100)


def test_sales_as_csv_add_up_to_the_report(office: Office, manager: Person) -> None:
    found = rows(manager.get(f"/office/export/sales.csv?first={DAY}&last={DAY}"))
    days = Days(first=DAY, last=DAY)
    totals = office.database.read_sync(lambda one: reports.totals(one, "1", days))
    sold = [row for row in found if row["outcome"] == "sold"]
    assert (len(sold), len(found)) == (totals.sales, totals.sales + totals.cancelled)
    assert sum(minor(row["total"]) for row in sold) == totals.total_minor
    assert sum(minor(row["saving"]) for row in sold) == totals.saving_minor


@pytest.mark.parametrize("name", ["goods", "vat", "lanes"])
def test_reports_as_csv_add_up(office: Office, manager: Person, name: str) -> None:
    found = rows(manager.get(f"/office/export/{name}.csv?first={DAY}&last={DAY}"))
    totals = office.database.read_sync(lambda one: reports.totals(one, "1", Days(first=DAY, last=DAY)))
    column = {"goods": "paid", "vat": "gross", "lanes": "total"}[name]
    expected = totals.total_minor - (totals.linked_minor if name == "goods" else 0)
    assert sum(minor(row[column]) for row in found) == expected


def test_day_as_csv_names_lanes_rates_tenders(manager: Person) -> None:
    found = rows(manager.get(f"/office/export/day.csv?first={DAY}&last={DAY}"))
    kinds = [row["what"] for row in found]
    assert set(kinds) >= {"lane", "vat", "tender"}
    sums = {kind: sum(minor(row["amount"]) for row in found if row["what"] == kind) for kind in set(kinds)}
    assert sums["lane"] == sums["vat"] == sums["tender"]


def test_spreadsheet_runs_no_text_as_a_formula() -> None:
    written = tables.written(("a",), [("=1+1",), ("-12.50",), ("@cmd",), ('say "x", y',), ("+49",)])
    cells = [row[0] for row in csv.reader(io.StringIO(written.removeprefix(tables.MARK), newline=""))][1:]
    assert cells == ["'=1+1", "-12.50", "'@cmd", 'say "x", y', "'+49"]


@pytest.mark.parametrize(
    ("amount", "currency", "text"), [(-5, "EUR", "-0.05"), (1200, "JPY", "1200"), (1, "KWD", "0.001")]
)
def test_amounts_are_exact_decimals(amount: int, currency: str, text: str) -> None:
    assert tables.decimal(amount, currency) == text


def test_poslog_fits_its_schema_and_adds_up(office: Office, manager: Person) -> None:
    answer = manager.get(f"/office/export/poslog.xml?first={DAY}&last={DAY}")
    assert answer.headers["content-type"].startswith("application/xml")
    document = etree.fromstring(answer.content)
    SCHEMA.assertValid(document)
    totals = office.database.read_sync(lambda one: reports.totals(one, "1", Days(first=DAY, last=DAY)))
    transactions = document.findall(f"{N}Transaction")
    sold = [one for one in transactions if one.get("CancelFlag") == "false"]
    assert (len(sold), len(transactions)) == (totals.sales, totals.sales + totals.cancelled)
    grand = [
        one.text for one in document.iter(f"{N}Total") if one.get("TotalType") == "TransactionGrandAmount"
    ]
    assert sum(minor(str(text)) for text in grand) == totals.total_minor
    for one in sold:
        goods = [item for item in one.iter(f"{N}LineItem") if item.get("VoidFlag") == "false"]
        paid = sum(minor(str(item.findtext(f"{N}Sale/{N}ExtendedAmount", "0"))) for item in goods)
        deposits = sum(minor(str(item.findtext(f"{N}Sale/{N}DepositAmount", "0"))) for item in goods)
        tendered = sum(minor(str(item.findtext(f"{N}Tender/{N}Amount", "0"))) for item in goods)
        assert paid + deposits == tendered


def test_poslog_of_one_sale_and_of_none(office: Office, manager: Person) -> None:
    row = office.database.read_sync(lambda one: receipts.listed(one, "1", SaleFilter(outcome="sold")))[0]
    document = etree.fromstring(manager.get(f"/office/export/poslog.xml?q={row.envelope_id}").content)
    assert [one.findtext(f"{N}TransactionID") for one in document] == [row.transaction_id]
    empty = etree.fromstring(
        manager.get("/office/export/poslog.xml?first=2020-01-01&last=2020-01-01").content
    )
    SCHEMA.assertValid(empty)
    assert len(empty) == 0


def test_poslog_carries_weights_and_survives_odd_names(office: Office) -> None:
    row = office.database.read_sync(lambda one: receipts.listed(one, "1", SaleFilter(outcome="sold")))[0]
    values = {
        "line_id": 1,
        "is_voided": False,
        "product_key": "02000001000005",
        "name": "Käse \x07<b>&",
        "category": "",
        "unit_price_minor": 1990,
        "paid_minor": 663,
        "quantity": 1,
        "weight_g": 333,
        "tax_rate_bp": 700,
        "linked_minor": 0,
    }
    line = Part(values=values)
    sale = SaleWhole(row=row, lines=(line,), discounts=(), taxes=(), tenders=(), coupons=())
    document = etree.fromstring(poslog.document([sale], "1"))
    SCHEMA.assertValid(document)
    quantity = next(document.iter(f"{N}Quantity"))
    assert (quantity.text, quantity.get("Units"), quantity.get("UnitOfMeasureCode")) == ("1", "0.333", "KGM")
    assert next(document.iter(f"{N}Description")).text == "Käse <b>&"


def test_export_is_noted_and_only_for_managers(office: Office, client: Client, manager: Person) -> None:
    manager.get(f"/office/export/vat.csv?first={DAY}&last={DAY}")
    newest = office.database.read_sync(lambda one: audit.newest(one, "1", limit=1))[0]
    assert (newest.who, newest.action, newest.what) == ("max", "report.export", "vat.csv")
    assert Person(client, "anna").get("/office/export/sales.csv").status_code == 403
    assert manager.get("/office/export/everything.zip").status_code == 404


def test_what_does_not_fit_is_said(office: Office, manager: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    from store.office.pages import exports

    monkeypatch.setattr(exports, "SALES_MAX", 3)
    answer = manager.get(f"/office/export/sales.csv?first={DAY}&last={DAY}")
    assert len(rows(answer)) == 3
    assert exports.LEFT_OUT in answer.headers
