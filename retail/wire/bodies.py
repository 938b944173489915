"""What the bodies of feed rows hold: goods with their validity, and the terms of a shop in pieces.

A product's row is the product, so that a reader who knows no validity still sells by it; prices sent ahead
ride in the same row and switch on time without a link. A file of terms travels as one row per offer and one
per section, so that a changed offer is one small row; joined again they are the same bytes on every lane and
at the store, and so have the same `Terms.version`.

Source: docs/protocol.md, "Bodies of rows".
Invariants: pure; what is joined does not depend on the order rows arrived in.
"""

from collections.abc import Iterable, Mapping

import msgspec

from retail.catalogue import Product

LATER_MAX = 8
"""Versions one row carries besides the first."""
TERMS_KIND, OFFER_KIND = "terms", "offer"


class ProductRow(Product, frozen=True, kw_only=True, omit_defaults=True):
    """Body of a `product` row: what is sold now, and what will be."""

    valid_from: int = 0
    """Microseconds since 1970, UTC; 0: always was."""
    valid_to: int = 0
    """The first moment it no longer holds; 0: stays."""
    revision: int = 0
    """Of two versions that begin together, the higher one was said last."""
    later: tuple["ProductRow", ...] = ()
    """Other versions, each with its own validity; at most LATER_MAX, and none has a `later` of its own."""

    def holds(self, at: int) -> bool:
        """Whether this version alone is valid at a moment."""
        return self.valid_from <= at and (self.valid_to == 0 or at < self.valid_to)


_encoder = msgspec.json.Encoder(order="deterministic")
_row_decoder = msgspec.json.Decoder(ProductRow)
_raw_decoder = msgspec.json.Decoder(dict[str, msgspec.Raw])
_PRODUCT_FIELDS = Product.__struct_fields__


class TooManyVersionsError(ValueError):
    """More is planned for one product than a row carries."""


def product_body(row: Product) -> bytes:
    """A product (or a `ProductRow`) as its row's body."""
    return _encoder.encode(row)


def product_row(body: bytes) -> ProductRow:
    """The row of a body. Raises `msgspec.ValidationError` for something else."""
    return _row_decoder.decode(body)


def in_force(row: ProductRow, at: int) -> ProductRow | None:
    """The version that holds at a moment: of those valid then, the one that began last. None: not on sale."""
    return _valid((row, *row.later), at)


def _valid(versions: Iterable[ProductRow], at: int) -> ProductRow | None:
    valid = (version for version in versions if version.holds(at))
    return max(valid, key=lambda version: (version.valid_from, version.revision), default=None)


def sold_at(body: bytes, at: int) -> Product | None:
    """The product as it is sold at a moment (microseconds since 1970, UTC); None: not on sale then."""
    version = in_force(product_row(body), at)
    return plain(version) if version is not None else None


def plain(version: ProductRow) -> Product:
    """The product without its validity, as it travels with a line."""
    return Product(**{name: getattr(version, name) for name in _PRODUCT_FIELDS})


def planned(row: ProductRow | None, new: ProductRow, now: int) -> ProductRow:
    """The row with one more version; those that can hold no more from `now` on are left out.

    The version in force comes first, for readers that know no validity. Raises `TooManyVersionsError`.
    """
    known = [_alone(old) for old in (row, *row.later)] if row is not None else []
    revision = max((old.revision + 1 for old in known if old.valid_from == new.valid_from), default=0)
    versions = [*known, msgspec.structs.replace(new, later=(), revision=revision)]
    changes = {moment for one in versions for moment in (one.valid_from, one.valid_to) if moment > now}
    winners = (_valid(versions, moment) for moment in sorted({now, *changes}))
    kept = {(one.valid_from, one.revision): one for one in winners if one is not None}
    first, *later = kept.values() or versions[-1:]
    if len(later) > LATER_MAX:
        raise TooManyVersionsError(f"at most {LATER_MAX} versions of a product are planned ahead")
    if not later:
        first = msgspec.structs.replace(first, revision=0)
    return msgspec.structs.replace(first, later=tuple(later))


def next_change(row: ProductRow, at: int) -> int:
    """The first moment after `at` at which another version may hold; 0: none."""
    moments = (moment for version in (row, *row.later) for moment in (version.valid_from, version.valid_to))
    return min((moment for moment in moments if moment > at), default=0)


def _alone(version: ProductRow) -> ProductRow:
    return msgspec.structs.replace(version, later=())


def split_terms(file: bytes) -> dict[tuple[str, str], bytes]:
    """A file of terms (`retail.terms`, already accepted) as rows: (kind, key) to body."""
    sections = _raw_decoder.decode(file)
    offers = msgspec.json.decode(sections.pop("offers", msgspec.Raw(b"[]")), type=list[msgspec.Raw])
    rows = {(TERMS_KIND, name): _compact(raw) for name, raw in sections.items()}
    for raw in offers:
        body = _compact(raw)
        rows[OFFER_KIND, str(msgspec.json.decode(body)["id"])] = body
    return rows


def join_terms(sections: Mapping[str, bytes], offers: Iterable[tuple[str, bytes]]) -> bytes:
    """The file again, for `retail.terms.read_terms`: `terms` rows by key, `offer` rows as (key, body)."""
    parts = [_member(name, sections[name]) for name in sorted(sections)]
    listed = b",".join(body for _, body in sorted(offers))
    return b"{" + b",".join((*parts, b'"offers":[' + listed + b"]")) + b"}"


def _member(name: str, body: bytes) -> bytes:
    return _encoder.encode(name) + b":" + body


def _compact(raw: msgspec.Raw) -> bytes:
    return _encoder.encode(msgspec.json.decode(raw))
