"""A chain of links: how a code moves on every few seconds although it was signed once.

    c[N] random ──hash──► c[N-1] ──► … ──► c[1] ──hash──► c[0], the anchor that is signed

The phone shows c[1], then c[2], and so on. Whoever sees one can make those before it, which no longer
count, and not one that will come. A till hashes its way back to the anchor and checks the one signature
over it, so it needs no secret and a phone needs no private key.

Source: docs/credential.md, "The chain"; the idea is that of S/KEY (RFC 2289, after Lamport 1981).
Invariants: pure; every hash also covers head and index, so that no work spent on one chain helps against
another.
"""

import hashlib

from retail.check import require
from retail.credential.code import LINK_BYTES, STEPS_MAX

_USE = b"open-self-checkout link 1\0"


def back(head: bytes, index: int, link: bytes, to: int = 0) -> bytes:
    """The link `to` that comes before link `index`; the anchor is link 0."""
    require(0 <= to <= index <= STEPS_MAX, "one goes back along a chain of bounded length")
    start = hashlib.sha256(_USE + head)
    for at in range(index, to, -1):
        step = start.copy()
        step.update(at.to_bytes(2, "big") + link)
        link = step.digest()[:LINK_BYTES]
    return link
