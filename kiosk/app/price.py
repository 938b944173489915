"""`kiosk price`: price a basket by a file of offers, in the terminal, and say why each cent is what it is.

For whoever writes offers: the same engine as on the lane, no database and no devices.
"""

import argparse
import codecs
import datetime
import sys
from pathlib import Path

import msgspec

from kiosk.app.basket_file import BYTES_MAX, BasketRefusedError, read_basket
from kiosk.app.exit_codes import MISUSED, OK
from kiosk.app.price_text import explained, text_of
from retail.catalogue import CatalogueRefusedError, Goods, read_csv
from retail.priced_writing import names_of
from retail.pricing import Pricer
from retail.terms import BYTES_MAX as TERMS_BYTES_MAX
from retail.terms import Terms, TermsRefusedError, read_terms
from retail.unreadable import UNREADABLE

CATALOGUE_BYTES_MAX = 200 * 1024 * 1024


class _Currency(msgspec.Struct):
    """Of a file of offers, before the rest of it is read."""

    currency: str


def main(options: argparse.Namespace) -> int:
    """Price a basket. Every bad input is named on standard error (exit code 2)."""
    try:
        terms = _terms(options.offers)
        goods = _goods(options.catalogue, terms) if options.catalogue else None
        now = datetime.datetime.now().astimezone()
        basket = read_basket(_bytes_of(options.basket, BYTES_MAX), terms, goods, now)
    except _UnreadableError as error:
        print(f"kiosk price: {error}", file=sys.stderr)
        return MISUSED
    except (BasketRefusedError, CatalogueRefusedError, TermsRefusedError) as error:
        name = options.basket
        if isinstance(error, TermsRefusedError):
            name = options.offers
        elif isinstance(error, CatalogueRefusedError):
            name = options.catalogue
        print(f"kiosk price: {name}: {error}", file=sys.stderr)
        return MISUSED
    pricer = Pricer(terms)
    hints = pricer.price(basket).nudges
    priced = msgspec.structs.replace(pricer.finish(basket), nudges=hints)
    why = pricer.why_not(basket, options.explain) if options.explain else None
    if options.json:
        answer = {"priced": priced} if why is None else {"priced": priced, "explained": why}
        print(msgspec.json.format(msgspec.json.encode(answer), indent=2).decode())
        return OK
    print(text_of(basket, priced, options.language), end="")
    if why is not None:
        applied = priced.offer(why.offer_id)
        known = terms.book.by_name.get(why.offer_id)
        names = applied.names if applied else names_of(known.offer) if known else {}
        print()
        print(explained(why, priced, names, options.language), end="")
    return OK


class _UnreadableError(Exception):
    """A file that cannot be read at all."""


def _bytes_of(path: Path, most: int) -> bytes:
    try:
        if path.stat().st_size > most:
            raise _UnreadableError(f"{path} is larger than {most} bytes")
        return path.read_bytes().removeprefix(codecs.BOM_UTF8)
    except OSError as error:
        raise _UnreadableError(f"{path}: {error.strerror or error}") from error


def _terms(path: Path) -> Terms:
    data = _bytes_of(path, TERMS_BYTES_MAX)
    try:
        currency = msgspec.json.decode(data, type=_Currency).currency
    except UNREADABLE as error:
        raise _UnreadableError(f"{path}: {error}") from None
    return read_terms(data, currency)


def _goods(path: Path, terms: Terms) -> Goods:
    try:
        goods = read_csv(_bytes_of(path, CATALOGUE_BYTES_MAX).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _UnreadableError(f"{path}: not UTF-8 text") from error
    currency = next(iter(goods.values())).currency
    if currency != terms.currency:
        raise _UnreadableError(f"{path}: prices in {currency}, but the offers are in {terms.currency}")
    return goods
