"""Work a sale's money out again from its goods, and say where it differs from what the lane said.

The lane is not believed: list prices come from the product snapshots and quantities, what is paid for a unit
from the cuts its offers made, the total from the units and what is linked to them, the taxes from the paid
amounts.

Source: `retail.priced` (what must add up), `retail.tax`.
Invariants: pure; answers with a sentence for the first difference, nothing is raised.
"""

from collections.abc import Iterable, Iterator, Mapping

from retail import tax
from retail.basket import Line
from retail.check import BrokenInvariantError
from retail.priced import PricedBasket, UnitPrice
from retail.priced_writing import linked_parts
from retail.receipt import TaxTotal


def difference(
    lines: Mapping[int, Line], priced: PricedBasket | None, total_minor: int, currency: str
) -> str:
    """Why these lines do not come to this price; empty if they do. Without `priced`: without any offer."""
    try:
        if priced is None:
            found = sum(line.amount_minor + line.linked_minor for line in lines.values())
            return "" if found == total_minor else _is("total", total_minor, found)
        if priced.total_minor != total_minor:
            return _is("total", total_minor, priced.total_minor)
        if priced.currency != currency:
            return f"the price is in {priced.currency}, the sale in {currency}"
        return next(_differences(lines, priced), "")
    except BrokenInvariantError as error:
        return str(error)


def without_offers(lines: Mapping[int, Line]) -> tuple[TaxTotal, ...]:
    """The taxes of lines sold as their labels say."""
    return tax.totals(
        part
        for line in lines.values()
        for part in ((line.product.tax_rate_bp, line.amount_minor), *linked_parts(line))
    )


def _differences(lines: Mapping[int, Line], priced: PricedBasket) -> Iterator[str]:
    by_line: dict[int, list[UnitPrice]] = {line_id: [] for line_id in lines}
    for unit in priced.units:
        if unit.line_id not in by_line:
            yield f"a unit of line {unit.line_id}, which was not sold"
            return
        by_line[unit.line_id].append(unit)
    parts: list[tuple[int, int]] = []
    for line_id, line in lines.items():
        yield from _line_differences(line, by_line[line_id])
        parts.append((line.product.tax_rate_bp, sum(unit.paid_minor for unit in by_line[line_id])))
        parts.extend(linked_parts(line))
    linked = sum(line.linked_minor for line in lines.values())
    goods = sum(unit.paid_minor for unit in priced.units)
    listed = sum(unit.list_minor for unit in priced.units)
    for name, told, found in (
        ("deposits", priced.linked_minor, linked),
        ("list price", priced.list_minor, listed),
        ("saving", priced.saving_minor, listed - goods),
        ("total", priced.total_minor, goods + linked),
        ("number of pieces", priced.item_count, sum(line.quantity for line in lines.values())),
    ):
        if told != found:
            yield _is(name, told, found)
    yield from _offer_differences(priced)
    taxes = tax.totals(parts)
    if taxes != priced.taxes:
        yield f"the taxes are told as {_taxes(priced.taxes)} and come to {_taxes(taxes)}"


def _line_differences(line: Line, units: list[UnitPrice]) -> Iterator[str]:
    where = f"line {line.line_id}"
    if len(units) != line.quantity or {unit.index for unit in units} != set(range(line.quantity)):
        yield f"{where} has {line.quantity} pieces and {len(units)} prices"
        return
    floor = line.product.floor_minor
    for unit in units:
        taken = sum(cut.amount_minor for cut in unit.cuts)
        if unit.list_minor != line.piece_minor:
            yield _is(f"list price of {where}", unit.list_minor, line.piece_minor)
        if unit.list_minor - taken != unit.paid_minor:
            yield _is(f"price of {where} after its offers", unit.paid_minor, unit.list_minor - taken)
        if unit.paid_minor < 0 or any(cut.amount_minor < 0 for cut in unit.cuts):
            yield f"{where} is sold below nothing, or dearer than its price"
        if taken and unit.paid_minor < min(floor, unit.list_minor):
            yield f"{where} is sold below its floor of {floor}"
        if taken and not line.product.takes_offers:
            yield f"{where} takes no offers"


def _offer_differences(priced: PricedBasket) -> Iterator[str]:
    savings: dict[str, int] = {}
    for unit in priced.units:
        for cut in unit.cuts:
            savings[cut.offer_id] = savings.get(cut.offer_id, 0) + cut.amount_minor
    told = {offer.offer_id: offer.saving_minor for offer in priced.offers}
    for offer_id in told.keys() | savings.keys():
        if told.get(offer_id, 0) != savings.get(offer_id, 0):
            yield _is(f"saving by {offer_id}", told.get(offer_id, 0), savings.get(offer_id, 0))


def _is(what: str, told: int, found: int) -> str:
    return f"the {what} is told as {told} and comes to {found}"


def _taxes(taxes: Iterable[TaxTotal]) -> str:
    return str([(one.rate_bp, one.gross_minor, one.tax_minor) for one in taxes])
