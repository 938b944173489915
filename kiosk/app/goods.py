"""Bring the shop's files into the lane's replica, if they have changed, whole or not at all.

Goods, terms and members belong together: an offer names goods, a list of members is read by the terms' rules.
So any change of one of the files makes a new replica of all of them, and a mistake in one keeps the old.
"""

import datetime
import hashlib
import logging
from pathlib import Path

import msgspec

from kiosk.app.members import MembersRefusedError, read_members
from kiosk.app.secret import Secret
from kiosk.database.catalogue import CatalogueStore, Contents
from kiosk.devices.clock import utc_text
from retail.catalogue import CatalogueRefusedError, Goods, RowError, read_csv
from retail.member import Member
from retail.terms import Terms, no_terms, read_terms

FILE_SIZE_MAX = 200 * 1024 * 1024
FORM = "2"
"""Part of the digest: a program that stores the data differently imports the same files again."""
MEMBERS = "members"
"""The use of the secret that member keys are hashed for."""

log = logging.getLogger(__name__)


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """The shop's files."""

    catalogue: Path
    offers: Path | None = None
    members: Path | None = None
    currency: str


def bring_in(sources: Sources, secret: Secret, store: CatalogueStore) -> bool:
    """Import the files unless the store already holds exactly them; whether they were imported.

    Raises `CatalogueRefusedError`, `TermsRefusedError` or `MembersRefusedError` (nothing changed) for a file
    with mistakes, OSError if one cannot be read.
    """
    key = secret.key_for(MEMBERS)
    raw = [
        None if path is None else _bytes_of(path)
        for path in (sources.catalogue, sources.offers, sources.members)
    ]
    digest = _digest(sources.currency, raw, key)
    if digest == store.digest():
        return False
    goods = _goods(raw[0] or b"", sources.currency)
    terms = read_terms(raw[1], sources.currency) if raw[1] is not None else no_terms(sources.currency)
    members = _members(raw[2], terms, key) if raw[2] is not None else {}
    store.replace(
        Contents(
            products=goods.values(),
            digest=digest,
            terms=raw[1],
            members=members,
            member_secret=key,
            told_at=_changed_at(sources.members),
        )
    )
    log.info("catalogue: %d products from %s", len(goods), sources.catalogue)
    log.info("terms: %d offers; members: %d keys", len(terms.offers), len(members))
    return True


def read(path: Path, currency: str) -> Goods:
    """The goods in the file at `path`, stored nowhere. Raises like `bring_in`."""
    return _goods(_bytes_of(path), currency)


def read_offers(path: Path, currency: str) -> Terms:
    """The terms in the file at `path`, stored nowhere. Raises like `bring_in`."""
    return read_terms(_bytes_of(path), currency)


def _digest(currency: str, raw: list[bytes | None], key: bytes) -> str:
    parts = [hashlib.sha256(data).hexdigest() if data is not None else "none" for data in raw]
    text = " ".join([FORM, currency, *parts, hashlib.sha256(key).hexdigest()])
    return hashlib.sha256(text.encode()).hexdigest()


def _bytes_of(path: Path) -> bytes:
    if path.stat().st_size > FILE_SIZE_MAX:
        raise _refused(f"{path.name} is larger than {FILE_SIZE_MAX // 1024**2} MB")
    return path.read_bytes()


def _changed_at(path: Path | None) -> str:
    """When the members' balances were written down."""
    if path is None:
        return ""
    return utc_text(datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC))


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


def _members(raw: bytes, terms: Terms, key: bytes) -> dict[str, Member]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        wrong = RowError(line=line, reason="not UTF-8 text; save the file as UTF-8")
        raise MembersRefusedError([wrong], 1) from error
    return read_members(text, terms.members, key)


def _refused(reason: str, line: int = 1) -> CatalogueRefusedError:
    return CatalogueRefusedError([RowError(line=line, reason=reason)], 1)
