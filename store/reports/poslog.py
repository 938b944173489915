"""Sales as XML in the shape of ARTS POSLog: for enterprise systems that read transaction logs.

The words and nesting are those of POSLog 6 (`RetailTransaction`, `LineItem`, `Sale`, `Tax`, `Tender`,
`RetailPriceModifier`); it is *ARTS-style*, not a certified document: `poslog.xsd` beside this module says
exactly what is written, and every file is checked against it in tests.

Source: ARTS/OMG POSLog 6.0 (names and nesting); docs/back-office.md, "Export".
A return is a transaction of its own: its goods stand in `Return`, with the transaction they were sold in, and
what went back in `Tender` of the type `Refund`, both above nothing; its taxes and totals stand below it.

Invariants: pure; amounts are decimals in the currency of the transaction; texts that XML cannot carry lose
those characters.
"""

import re
from collections.abc import Iterable
from typing import Any
from xml.etree import ElementTree as Xml

from store.data.clock import to_iso
from store.data.journals.receipts import SaleWhole
from store.reports.tables import decimal

NAMESPACE = "http://www.nrf-arts.org/IXRetail/namespace/"
VERSION = "6.0.0"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def document(sales: Iterable[SaleWhole], store_id: str) -> bytes:
    """A whole file: UTF-8 with its XML declaration."""
    Xml.register_namespace("", NAMESPACE)
    root = Xml.Element(_name("POSLog"), {"MajorVersion": "6", "MinorVersion": "0", "FixVersion": "0"})
    for sale in sales:
        root.append(transaction(sale, store_id))
    Xml.indent(root)
    raw: bytes = Xml.tostring(root, encoding="UTF-8", xml_declaration=True)
    return raw


def transaction(sale: SaleWhole, store_id: str) -> Xml.Element:
    """One `Transaction`."""
    row = sale.row
    is_sold = row.outcome in ("sold", "returned", "loaded", "load_returned")
    top = Xml.Element(_name("Transaction"), {"CancelFlag": "false" if is_sold else "true"})
    unit = _add(top, "BusinessUnit")
    _add(unit, "UnitID", store_id)
    _add(top, "WorkstationID", row.terminal_id)
    _add(top, "SequenceNumber", str(row.number))
    _add(top, "TransactionID", row.transaction_id)
    _add(top, "BusinessDayDate", row.business_date)
    _add(top, "BeginDateTime", to_iso(row.started_at))
    _add(top, "EndDateTime", to_iso(row.ended_at))
    _add(top, "CurrencyCode", row.currency)
    retail = _add(top, "RetailTransaction")
    retail.set("TransactionStatus", "Delivered" if is_sold else "Canceled")
    number = 0
    for line in sale.lines:
        number += 1
        _line(retail, number, sale, line)
    for tender in sale.tenders if is_sold else ():
        number += 1
        _tender(retail, number, row.currency, tender, is_back=row.outcome in ("returned", "load_returned"))
    for tax in sale.taxes if is_sold else ():
        number += 1
        _tax(retail, number, row.currency, tax)
    if is_sold:
        for kind, minor in (
            ("TransactionGrossAmount", row.list_minor + row.linked_minor),
            ("TransactionTotalSavings", row.saving_minor),
            ("TransactionGrandAmount", row.total_minor),
        ):
            _add(retail, "Total", decimal(minor, row.currency)).set("TotalType", kind)
    if row.member_id:
        _add(_add(retail, "Customer"), "CustomerID", row.member_id)
    return top


def _line(retail: Xml.Element, number: int, sale: SaleWhole, line: Any) -> None:
    currency = sale.row.currency
    item = _item(retail, number, is_void=line.is_voided)
    is_back = sale.row.outcome == "returned"
    sign = -1 if is_back else 1
    sold = _add(item, "Return" if is_back else "Sale")
    sold.set("ItemType", "Stock")
    identity = _add(sold, "POSIdentity")
    identity.set("POSIDType", "GTIN")
    _add(identity, "POSItemID", line.product_key)
    _add(sold, "Description", line.name)
    if line.category:
        _add(sold, "MerchandiseHierarchy", line.category)
    _add(sold, "RegularSalesUnitPrice", decimal(line.unit_price_minor, currency))
    _add(sold, "ExtendedAmount", decimal(sign * line.paid_minor, currency))
    quantity = _add(sold, "Quantity", str(sign * line.quantity))
    if line.weight_g:
        quantity.set("Units", _kilograms(line.weight_g))
        quantity.set("UnitOfMeasureCode", "KGM")
    for cut in sale.discounts if not line.is_voided else ():
        if cut.line_id == line.line_id:
            modifier = _add(sold, "RetailPriceModifier")
            modifier.set("MethodCode", "Promotion")
            _add(modifier, "Amount", decimal(cut.amount_minor, currency)).set("Action", "Subtract")
            _add(modifier, "PromotionID", cut.offer_id)
            _add(modifier, "Description", cut.name)
    _add(sold, "TaxPercent", decimal(line.tax_rate_bp, "EUR"))
    if line.linked_minor:
        _add(sold, "DepositAmount", decimal(sign * line.linked_minor, currency))
    if is_back:
        link = _add(sold, "TransactionLink")
        link.set("ReasonCode", "Return")
        _add(link, "TransactionID", sale.row.of_transaction_id)


_TENDERS = {
    "card": "CreditDebit",
    "wallet": "MobilePayment",
    "value": "StoredValue",
    "points": "LoyaltyPoints",
}


def _tender(retail: Xml.Element, number: int, currency: str, tender: Any, *, is_back: bool) -> None:
    part = _add(_item(retail, number), "Tender")
    part.set("TenderType", _TENDERS[tender.kind])
    part.set("TypeCode", "Refund" if is_back else "Sale")
    _add(part, "Amount", decimal(-tender.amount_minor if is_back else tender.amount_minor, currency))
    if tender.kind == "wallet":
        wallet = _add(part, "Authorization")
        _add(wallet, "CardName", tender.card_name)
        _add(wallet, "AuthorizationCode", tender.authorisation_code)
    if tender.kind == "card":
        card = _add(part, "Authorization")
        _add(card, "CardName", tender.card_name)
        _add(card, "MaskedAccountNumber", tender.masked_pan)
        _add(card, "AuthorizationCode", tender.authorisation_code)
        _add(card, "TerminalID", tender.card_terminal)


def _tax(retail: Xml.Element, number: int, currency: str, tax: Any) -> None:
    part = _add(_item(retail, number), "Tax")
    part.set("TaxType", "VAT")
    _add(part, "TaxableAmount", decimal(tax.net_minor, currency))
    _add(part, "Amount", decimal(tax.tax_minor, currency))
    _add(part, "Percent", decimal(tax.rate_bp, "EUR"))


def _item(retail: Xml.Element, number: int, *, is_void: bool = False) -> Xml.Element:
    item = _add(retail, "LineItem")
    item.set("VoidFlag", "true" if is_void else "false")
    _add(item, "SequenceNumber", str(number))
    return item


def _add(parent: Xml.Element, name: str, text: str = "") -> Xml.Element:
    element = Xml.SubElement(parent, _name(name))
    if text:
        element.text = _FORBIDDEN.sub("", text)
    return element


def _kilograms(weight_g: int) -> str:
    return f"{weight_g // 1000}.{weight_g % 1000:03}"


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
