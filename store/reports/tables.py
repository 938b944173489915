"""Figures as CSV files for other programs: RFC 4180, UTF-8 with a mark so that spreadsheets read it.

Amounts are decimals with a point, in the currency of the column beside them; times are ISO 8601.

Source: docs/back-office.md, "Export".
Invariants: a text that a spreadsheet would run as a formula is not one any more (`=`, `+`, `-`, `@` at its
start are kept as text).
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence

from retail import money
from store.data.clock import to_iso
from store.data.journals.receipts import SaleRow
from store.data.journals.reports import ProductFigure
from store.reports.closing import Close, TaxLine
from store.reports.interventions import Numbers, Report
from store.reports.lanes import LaneFigures

MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | float


def written(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A file."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([_safe(cell) if isinstance(cell, str) else cell for cell in row])
    return MARK + out.getvalue()


def _safe(text: str) -> str:
    is_number = text.removeprefix("-").replace(".", "", 1).isdigit()
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else text


def decimal(minor: int, currency: str) -> str:
    """An amount for programs: `-12.34`."""
    digits = money.exponent(currency)
    whole, fraction = divmod(abs(minor), 10**digits)
    sign = "-" if minor < 0 else ""
    return f"{sign}{whole}.{fraction:0{digits}d}" if digits else f"{sign}{whole}"


def sales(rows: Iterable[SaleRow]) -> str:
    """One line per transaction."""
    header = (
        "business_date", "started_at", "ended_at", "lane", "terminal_id", "number", "transaction_id",
        "outcome", "currency", "list", "saving", "deposit", "total", "items", "lines", "voids", "helps",
        "member_id", "points_earned", "points_spent", "receipt", "priced_as", "envelope_id",
        "of_transaction_id",
    )  # fmt: skip
    return written(header, (_sale(row) for row in rows))


def _sale(row: SaleRow) -> Sequence[Cell]:
    amounts = (row.list_minor, row.saving_minor, row.linked_minor, row.total_minor)
    return (
        row.business_date,
        to_iso(row.started_at),
        to_iso(row.ended_at),
        row.lane,
        row.terminal_id,
        row.number,
        row.transaction_id,
        row.outcome,
        row.currency,
        *(decimal(amount, row.currency) for amount in amounts),
        row.item_count,
        row.line_count,
        row.void_count,
        row.help_count,
        row.member_id,
        row.points_earned,
        row.points_spent,
        row.receipt,
        row.priced_as,
        row.envelope_id,
        row.of_transaction_id,
    )


def goods(rows: Iterable[ProductFigure], currency: str) -> str:
    """One line per product."""
    header = ("key", "name", "category", "pieces", "sales", "currency", "saved", "paid")
    return written(
        header,
        (
            (
                one.key,
                one.name,
                one.category,
                one.pieces,
                one.sales,
                currency,
                decimal(one.saving_minor, currency),
                decimal(one.paid_minor, currency),
            )
            for one in rows
        ),
    )


def vat(rows: Iterable[TaxLine], currency: str) -> str:
    """One line per rate."""
    header = ("rate_percent", "currency", "net", "tax", "gross")
    return written(
        header,
        (
            (
                decimal(one.rate_bp, "EUR"),
                currency,
                decimal(one.net_minor, currency),
                decimal(one.tax_minor, currency),
                decimal(one.gross_minor, currency),
            )
            for one in rows
        ),
    )


def lanes(rows: Iterable[LaneFigures], currency: str) -> str:
    """One line per lane."""
    header = (
        "lane", "terminal_id", "days", "sales", "cancelled", "items", "currency", "total", "utilisation",
        "service_s", "items_per_minute", "helps_per_100", "help_s", "voids_per_100", "cancelled_per_100",
        "retries_per_100", "missing_numbers",
    )  # fmt: skip
    return written(
        header,
        (
            (
                one.lane,
                one.terminal_id,
                one.days,
                one.sales,
                one.cancelled,
                one.items,
                currency,
                decimal(one.total_minor, currency),
                round(one.utilisation, 4),
                one.service_s,
                round(one.items_per_minute, 2),
                round(one.helps_per_100, 2),
                one.help_wait_s,
                round(one.voids_per_100, 2),
                round(one.cancelled_per_100, 2),
                round(one.retries_per_100, 2),
                one.missing_numbers,
            )
            for one in rows
        ),
    )


def interventions(
    found: Report, lane_names: Mapping[str, str], people: Mapping[str, str], local: Callable[[int], str]
) -> str:
    """All together, by kind, by lane, by shift, told apart by the first column. `local`: a moment as ISO."""
    header = (
        "what", "name", "from", "to", "count", "sales", "per_100_sales", "called_staff", "self_cleared",
        "self_cleared_share", "false_alarms", "false_alarm_share", "remote", "open", "attention_median_s",
        "attention_p95_s", "clear_median_s", "clear_p95_s",
    )  # fmt: skip
    rows: list[Sequence[Cell]] = [("all", "", "", "", *_numbers(found.total))]
    rows += [("kind", kind, "", "", *_numbers(one)) for kind, one in found.kinds]
    rows += [("lane", lane_names.get(lane, lane), "", "", *_numbers(one)) for lane, one in found.lanes]
    for one in found.shifts:
        times = (one.attention.median_s, one.attention.p95_s, one.clearing.median_s, one.clearing.p95_s)
        name = people.get(one.staff_id, one.staff_id)
        span = (local(one.begun_at), local(one.ended_at))
        counts = (one.cleared, "", "", one.attended, "", "", one.false_alarms, "", one.remote, "")
        rows.append(("shift", name, *span, *counts, *times))
    return written(header, rows)


def _numbers(one: Numbers) -> Sequence[Cell]:
    return (
        one.count,
        one.sales,
        round(one.per_100, 2),
        one.called,
        one.self_cleared,
        round(one.self_cleared_share, 4),
        one.false_alarms,
        round(one.false_alarm_share, 4),
        one.remote,
        one.still_open,
        one.attention.median_s,
        one.attention.p95_s,
        one.clearing.median_s,
        one.clearing.p95_s,
    )


def day(close: Close, business_date: str, currency: str) -> str:
    """A day close: lanes, rates, tenders and differences, told apart by the first column."""
    header = ("what", "business_date", "name", "count", "currency", "net", "tax", "amount", "detail")
    rows: list[Sequence[Cell]] = []
    for lane in close.lanes:
        amounts = (decimal(lane.tax_minor, currency), decimal(lane.day.total_minor, currency))
        numbers = f"{lane.day.number_min}..{lane.day.number_max}"
        rows.append(("lane", business_date, lane.lane, lane.day.sales, currency, "", *amounts, numbers))
        if lane.day.returns:
            back = decimal(-lane.day.returned_minor, currency)
            rows.append(("returned", business_date, lane.lane, lane.day.returns, currency, "", "", back, ""))
    for tax in close.taxes:
        parts = tuple(decimal(amount, currency) for amount in (tax.net_minor, tax.tax_minor, tax.gross_minor))
        rows.append(("vat", business_date, decimal(tax.rate_bp, "EUR"), "", currency, *parts, ""))
    for tender in close.tenders:
        name = tender.card_name or tender.kind
        amount = decimal(tender.amount_minor, currency)
        rows.append(("tender", business_date, name, tender.count, currency, "", "", amount, tender.kind))
    for one in close.differences:
        amount = "" if one.kind == "numbers" else decimal(one.amount_minor, currency)
        count = one.amount_minor if one.kind == "numbers" else ""
        rows.append(
            (
                "difference",
                business_date,
                one.lane,
                count,
                currency,
                "",
                "",
                amount,
                f"{one.kind} {one.detail}".strip(),
            )
        )
    return written(header, rows)
