"""Which purchases are checked at the end of scanning, and which items: at random, or by a declared score.

The score is a sum that can be read out: each cause has points, and the answer lists them. It looks at this
purchase only; a member's history counts only where the caller has that member's consent and passes it in.
Neither traffic nor a shopper's trust changes what a weight may be (docs/interventions.md, "Cautions").

Invariants: pure; the same purchase and the same draw give the same answer; the draw is made by the caller,
journalled with the check, and can be made again by anybody from its seed.
"""

import hashlib
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import msgspec

from retail.check import require
from retail.interventions.policy import AuditRules

CAUSES: Mapping[str, int] = MappingProxyType(
    {
        "voided": 2,
        "price_overridden": 3,
        "weight_cleared": 3,
        "bagging_skipped": 2,
        "marked_down": 2,
        "dear_item": 1,
        "repeated_code": 1,
        "vision_alert": 8,
        "restarted": 5,
        "found_before": 10,
    }
)
"""Causes and their points each time. `found_before`: earlier checks of this member found something.
`repeated_code`: pieces of one article beyond REPEATED_FREE, as when one pack is shown for many others."""
REPEATED_FREE = 12
"""Pieces of one article that are nothing but a family's shopping."""
TIMES_MAX = 10
"""A cause counts at most this often: many small things are not a theft."""
DRAW_MAX = 1_000


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """The verdict: what is to be scanned again, and why exactly."""

    extent: str
    """`none`, `partial` or `full`."""
    score: int
    because: tuple[tuple[str, int], ...] = ()
    """Cause and its points; `random` with 0 when the lot decided."""
    line_ids: tuple[int, ...] = ()
    """Lines to be scanned again, in basket order."""


def draw(seed: str, what: str) -> int:
    """A number from 0 to 999 that follows from a seed nobody can choose afterwards (a transaction's id and
    the lane's secret), and is told apart by `what` it is drawn for."""
    digest = hashlib.sha256(f"{seed}\n{what}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % DRAW_MAX


def score(counts: Mapping[str, int], rules: AuditRules) -> tuple[tuple[str, int], ...]:
    """Points by cause, greatest first. Counts of unknown causes are a programming error."""
    for cause in counts:
        require(cause in CAUSES, f"{cause} is a declared cause of risk")
    points = {
        cause: min(times, TIMES_MAX) * rules.points.get(cause, CAUSES[cause])
        for cause, times in counts.items()
        if times > 0
    }
    return tuple(sorted(((cause, n) for cause, n in points.items() if n), key=lambda one: (-one[1], one[0])))


def check(lines: Sequence[int], counts: Mapping[str, int], seed: str, rules: AuditRules) -> Check:
    """Whether a purchase with these lines is checked, and which lines."""
    because = score(counts, rules)
    total = sum(points for _, points in because)
    if rules.full_from and total >= rules.full_from:
        return Check(extent="full", score=total, because=because, line_ids=tuple(lines))
    is_risky = rules.partial_from and total >= rules.partial_from
    if not lines or not (is_risky or draw(seed, "audit") < rules.random_permille):
        return Check(extent="none", score=total, because=because)
    return Check(
        extent="partial",
        score=total,
        because=because if is_risky else (*because, ("random", 0)),
        line_ids=sample(lines, rules.sample, seed),
    )


def sample(lines: Sequence[int], size: int, seed: str) -> tuple[int, ...]:
    """`size` of the lines, each as likely as any other, in basket order."""
    ranked = sorted(set(lines), key=lambda line: hashlib.sha256(f"{seed}\nline\n{line}".encode()).digest())
    chosen = set(ranked[:size])
    return tuple(line for line in dict.fromkeys(lines) if line in chosen)
