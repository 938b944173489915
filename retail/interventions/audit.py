"""The check at the end of scanning: drawn once a purchase, and what scanning again has found.

Source: docs/interventions.md, "Checks".
Invariants: pure; a purchase is drawn once, whatever is scanned afterwards, so paying twice is no second lot.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from retail.interventions.events import CheckDrawn
from retail.interventions.risk import REPEATED_FREE, check
from retail.interventions.situation import Moment, Rules, Situation


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """An article of which another number was found than is on the list."""

    key: str
    listed: int
    found: int


def counts(situation: Situation, more: Mapping[str, int] | None = None) -> Mapping[str, int]:
    """Causes of risk in this purchase, and how often.

    `more` is what only the caller knows: dear items, what earlier checks of a member who agreed have found.
    """
    sale = situation.sale
    own = {
        "voided": sale.voids,
        "price_overridden": sale.overridden,
        "weight_cleared": situation.book.weight_clears,
        "bagging_skipped": len(sale.skipped),
        "marked_down": sale.marked_down,
        "vision_alert": sale.vision_alerts,
        "restarted": int(sale.was_restarted),
        "repeated_code": sum(max(0, pieces - REPEATED_FREE) for pieces in _by_article(situation).values()),
    }
    return {**own, **(more or {})}


def _by_article(situation: Situation) -> Counter[str]:
    pieces: Counter[str] = Counter()
    for line in situation.sale.lines.values():
        pieces[line.product.key] += line.quantity
    return pieces


def drawn(
    situation: Situation, rules: Rules, now: Moment, more: Mapping[str, int] | None = None
) -> CheckDrawn | None:
    """The draw of this purchase; None: it has been drawn, or there is nothing to scan again."""
    sale = situation.sale
    if sale.check is not None or not sale.lines:
        return None
    found = check(tuple(sale.lines), counts(situation, more), now.seed, rules.policy.audit)
    return CheckDrawn(
        extent=found.extent,
        score=found.score,
        because=found.because,
        line_ids=found.line_ids,
        at_us=now.at_us,
    )


def findings(situation: Situation, scanned: Iterable[str]) -> tuple[Finding, ...]:
    """Where the articles scanned again differ from the list; empty: the check matches.

    Of a partial check only its articles are compared, and anything that is on no list; of a full one, all.
    """
    sale = situation.sale
    if sale.check is None:
        return ()
    seen = Counter(scanned)
    listed = Counter({key: sale.pieces_of(key) for key in (line.product.key for line in sale.lines.values())})
    asked = {sale.lines[line_id].product.key for line_id in sale.check.line_ids if line_id in sale.lines}
    compared = sorted(asked | {key for key in seen if seen[key] > listed[key]})
    return tuple(
        Finding(key=key, listed=listed[key], found=seen[key]) for key in compared if listed[key] != seen[key]
    )
