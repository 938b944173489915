"""The table of all kinds of interventions, in the order of docs/interventions.md.

Invariants: words and numbers are unique; numbers run from 1 without a gap.
"""

from collections.abc import Mapping
from types import MappingProxyType

from retail.check import require
from retail.interventions.kind import Kind
from retail.interventions.kinds import bagging, devices, goods, paying, purchase, rebates

TABLE: tuple[Kind, ...] = (
    *bagging.KINDS,
    *goods.KINDS,
    *rebates.KINDS,
    *purchase.KINDS,
    *paying.KINDS,
    *devices.KINDS,
)
"""Every kind, by number."""

KINDS: Mapping[str, Kind] = MappingProxyType({kind.word: kind for kind in TABLE})
"""Every kind by its word."""

require([kind.number for kind in TABLE] == list(range(1, len(TABLE) + 1)), "numbers have no gap")
require(len(KINDS) == len(TABLE), "words are unique")


def kind_of(word: str) -> Kind:
    """The kind with this word, which a caller took from this table or from the journal."""
    require(word in KINDS, f"{word} is a kind of intervention")
    return KINDS[word]
