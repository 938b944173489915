"""The check at the end of scanning: drawn once a purchase, and what scanning again has found.

Goods of an order that is paid here were picked by staff, and may lie at the counter: they are not drawn, and
whether they are scanned again or not, nothing differs by that.

Source: docs/interventions.md, "Checks".
Invariants: pure; a purchase is drawn once, whatever is scanned afterwards, so paying twice is no second lot;
only what the shopper has scanned is drawn.
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
    for line_id, count in situation.sale.scanned.items():
        pieces[situation.sale.lines[line_id].product.key] += count
    return pieces


def drawn(
    situation: Situation, rules: Rules, now: Moment, more: Mapping[str, int] | None = None
) -> CheckDrawn | None:
    """The draw of this purchase; None: it has been drawn, or there is nothing to scan again."""
    sale = situation.sale
    scanned = tuple(sale.scanned)
    if sale.check is not None or not scanned:
        return None
    found = check(scanned, counts(situation, more), now.seed, rules.policy.audit)
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
    seen, least = Counter(scanned), _by_article(situation)
    most = {key: sale.pieces_of(key) for key in {line.product.key for line in sale.lines.values()}}
    asked = {sale.lines[line_id].product.key for line_id in sale.check.line_ids if line_id in sale.lines}
    compared = sorted(asked | {key for key in seen if seen[key] > most.get(key, 0)})
    return tuple(
        Finding(key=key, listed=min(max(seen[key], least[key]), most.get(key, 0)), found=seen[key])
        for key in compared
        if not least[key] <= seen[key] <= most.get(key, 0)
    )
