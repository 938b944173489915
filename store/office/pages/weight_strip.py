"""Samples of a product as a strip: a column for each few grams, what counts dark, what was left out pale.

Behind it the band a piece may weigh by the suggestion, and a line where lanes expect it now.

Invariants: pure; texts are escaped; no inline styles; colour is not the only sign: a table says the same.
"""

from collections import Counter

import markupsafe
import msgspec

from retail.weights.learning import Verdict
from store.office.pages.words import Words
from store.reports.weights import Advice

BINS = 48
"""Columns at most."""
_KINDS = ((Verdict.COUNTS, "counts"), (Verdict.OUTLIER, "odd"), (Verdict.OTHER_GROUP, "other"))


class _Size(msgspec.Struct, frozen=True, kw_only=True):
    width: int
    height: int


_SMALL = _Size(width=280, height=52)
_LARGE = _Size(width=560, height=150)


def small(one: Advice, words: Words) -> markupsafe.Markup:
    """For a list."""
    return _strip(one, words, _SMALL)


def large(one: Advice, words: Words) -> markupsafe.Markup:
    """For a product's own page."""
    return _strip(one, words, _LARGE)


def ends(one: Advice) -> tuple[int, int]:
    """What stands at the left and the right end of a strip, in grams."""
    return _range(one, [sample.weight_g for sample, verdict in one.judged.verdicts if verdict in _RANK])


def _strip(one: Advice, words: Words, size: _Size) -> markupsafe.Markup:
    shown = [(sample.weight_g, verdict) for sample, verdict in one.judged.verdicts if verdict in _RANK]
    if not shown:
        return markupsafe.Markup("")
    least, most = _range(one, [grams for grams, _ in shown])
    step = max(1, -(-(most - least + 1) // BINS))
    columns = Counter(((grams - least) // step, verdict) for grams, verdict in shown)
    tallest = max(
        sum(columns[index, verdict] for verdict in _RANK) for index in {index for index, _ in columns}
    )
    plot = size.height - 4

    def x(grams: float) -> float:
        return round(size.width * (grams - least) / (most - least + 1), 1)

    name = words.text(
        "{n} samples from {least} g to {most} g",
        n=len(shown),
        least=min(grams for grams, _ in shown),
        most=max(grams for grams, _ in shown),
    )
    parts = [
        f'<svg class="strip" viewBox="0 0 {size.width} {size.height}" role="img" '
        f'aria-label="{markupsafe.escape(name)}">'
    ]
    if (learned := one.learned) is not None:
        left, right = x(learned.expected_g - one.reach_g), x(learned.expected_g + one.reach_g + 1)
        parts.append(
            f'<rect class="band" x="{left}" y="0" width="{right - left:.1f}" height="{plot + 4}" rx="4"/>'
        )
    if one.product.expected_g:
        now = x(one.product.expected_g + 0.5)
        parts.append(f'<line class="now" x1="{now}" x2="{now}" y1="0" y2="{plot + 4}"/>')
    parts.append(f'<line class="axis" x1="0" x2="{size.width}" y1="{plot + 4}" y2="{plot + 4}"/>')
    wide = max(1.5, x(least + step) - 1)
    for index in sorted({index for index, _ in columns}):
        base = float(plot + 4)
        for verdict, kind in _KINDS:
            if count := columns[index, verdict]:
                high = max(2.0, plot * count / tallest)
                base -= high
                parts.append(
                    f'<rect class="{kind}" x="{x(least + index * step)}" y="{base:.1f}" width="{wide:.1f}" '
                    f'height="{high:.1f}" rx="1.5"><title>{least + index * step} g: {count}</title></rect>'
                )
    parts.append("</svg>")
    return markupsafe.Markup("".join(parts))


_RANK = {verdict: place for place, (verdict, _) in enumerate(_KINDS)}


def _range(one: Advice, weights: list[int]) -> tuple[int, int]:
    """From the lightest to the heaviest of everything that is drawn, with a little air."""
    drawn = list(weights) or [0]
    if (learned := one.learned) is not None:
        drawn += [learned.expected_g - one.reach_g, learned.expected_g + one.reach_g]
    if one.product.expected_g:
        drawn.append(one.product.expected_g)
    air = max(2, (max(drawn) - min(drawn)) // 25)
    return max(0, min(drawn) - air), max(drawn) + air
