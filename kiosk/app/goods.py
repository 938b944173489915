"""Bring the shop's CSV file into the lane's catalogue, if it has changed, whole or not at all."""

import hashlib
import logging
from pathlib import Path

from kiosk.database.catalogue import CatalogueStore
from retail.catalogue import CatalogueRefusedError, Goods, RowError, read_csv

FILE_SIZE_MAX = 200 * 1024 * 1024
FORM = "1"
"""Part of the digest: a program that stores products differently imports the same file again."""

log = logging.getLogger(__name__)


def bring_in(path: Path, currency: str, store: CatalogueStore) -> bool:
    """Import the file at `path` unless the store already holds exactly it; whether it was imported.

    Raises `CatalogueRefusedError` (nothing changed) for a file with mistakes, OSError if it cannot be read.
    """
    raw = _bytes_of(path)
    digest = hashlib.sha256(f"{FORM} {currency} ".encode() + raw).hexdigest()
    if digest == store.digest():
        return False
    goods = _goods(raw, currency)
    store.replace(goods.values(), digest)
    log.info("catalogue: %d products from %s", len(goods), path)
    return True


def read(path: Path, currency: str) -> Goods:
    """The goods in the file at `path`, stored nowhere. Raises like `bring_in`."""
    return _goods(_bytes_of(path), currency)


def _bytes_of(path: Path) -> bytes:
    if path.stat().st_size > FILE_SIZE_MAX:
        raise _refused(f"the file is larger than {FILE_SIZE_MAX // 1024**2} MB")
    return path.read_bytes()


def _goods(raw: bytes, currency: str) -> Goods:
    try:
        goods = read_csv(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _refused("not UTF-8 text; save the file as UTF-8", line) from error
    strangers = sorted({product.currency for product in goods.values()} - {currency})
    if strangers:
        raise _refused(f"prices in {', '.join(strangers)}, but the shop's currency is {currency}")
    return goods


def _refused(reason: str, line: int = 1) -> CatalogueRefusedError:
    return CatalogueRefusedError([RowError(line=line, reason=reason)], 1)
