"""Charts as SVG made here: no script, readable without colour, each value in a title and a table nearby.

Invariants: pure; texts are escaped; no inline styles (classes of office.css give the colours).
"""

from collections.abc import Callable, Sequence

import markupsafe
import msgspec

WIDTH, HEIGHT = 760, 250
_LEFT, _TOP, _BOTTOM, _RIGHT = 58, 24, 30, 6
_STEPS = (1, 2, 2.5, 5, 10)


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """One place on the axis."""

    label: str
    value: int
    ghost: int = 0
    """What it is compared with: a pale bar behind."""
    title: str = ""
    """What a pointer or a screen reader is told."""
    is_labelled: bool = True


def bars(
    slots: Sequence[Bar], write: Callable[[int], str], name: str, *, height: int = HEIGHT
) -> markupsafe.Markup:
    """A bar chart. `write` says a value on the axis; `name` says what the chart shows."""
    top = max((max(slot.value, slot.ghost) for slot in slots), default=0)
    step = _step(top)
    ceiling = step * max(1, -(-top // step))
    plot = height - _TOP - _BOTTOM
    pitch = (WIDTH - _LEFT - _RIGHT) / max(1, len(slots))
    wide = min(46.0, pitch * 0.62)

    def y(value: float) -> float:
        return round(_TOP + plot - plot * value / ceiling, 1)

    parts = [f'<svg class="chart" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{_text(name)}">']
    for tick in range(0, ceiling + 1, step):
        line = "axis" if tick == 0 else "grid-line"
        parts.append(
            f'<line class="{line}" x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{y(tick)}" y2="{y(tick)}"/>'
        )
        parts.append(
            f'<text x="{_LEFT - 10}" y="{y(tick) + 4}" text-anchor="end">{_text(write(tick))}</text>'
        )
    peak = max((slot.value for slot in slots), default=0)
    for index, slot in enumerate(slots):
        middle = _LEFT + pitch * (index + 0.5)
        parts.append(f'<g class="slot"><title>{_text(slot.title or slot.label)}</title>')
        parts.append(_rect("hit", _LEFT + pitch * index, _TOP, pitch, plot, 0))
        if slot.ghost:
            parts.append(
                _rect("bar is-ghost", middle - wide / 2 - 3, y(slot.ghost), wide + 6, y(0) - y(slot.ghost), 6)
            )
        if slot.value:
            kind = "bar is-peak" if slot.value == peak else "bar"
            parts.append(_rect(kind, middle - wide / 2, y(slot.value), wide, y(0) - y(slot.value), 5))
        if slot.is_labelled:
            parts.append(
                f'<text x="{middle:.1f}" y="{height - 9}" text-anchor="middle">{_text(slot.label)}</text>'
            )
        parts.append("</g>")
    parts.append("</svg>")
    return markupsafe.Markup("".join(parts))


def share(value: int, most: int) -> markupsafe.Markup:
    """A thin bar that says how much of the most a value is."""
    part = 100 * value / most if most > 0 else 0
    filled = max(0.0, min(100.0, part))
    return markupsafe.Markup(
        '<svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">'
        '<rect width="100" height="14" rx="2"/>'
        f'<rect class="fill" width="{filled:.1f}" height="14" rx="2"/></svg>'
    )


def meter(first: int, second: int, most: int, name: str) -> markupsafe.Markup:
    """What is used for good, what is lent out, and what is left of a limit."""
    one = max(0.0, min(100.0, 100 * first / most)) if most > 0 else 0.0
    two = max(0.0, min(100.0 - one, 100 * second / most)) if most > 0 else 0.0
    return markupsafe.Markup(
        '<svg class="meter" viewBox="0 0 100 12" preserveAspectRatio="none" role="img" '
        f'aria-label="{_text(name)}">'
        '<rect width="100" height="12" rx="2"/>'
        f'<rect class="fill" width="{one:.1f}" height="12" rx="2"/>'
        f'<rect class="out" x="{one:.1f}" width="{two:.1f}" height="12"/></svg>'
    )


def _rect(kind: str, x: float, y: float, width: float, height: float, radius: int) -> str:
    return (
        f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{max(0.0, height):.1f}" '
        f'rx="{radius}"/>'
    )


def _step(top: int) -> int:
    """A round distance between lines so that there are three to six of them."""
    wish, power = max(1.0, top / 4), 1
    while power * 10 <= wish:
        power *= 10
    return max(1, round(next(power * step for step in _STEPS if power * step >= wish)))


def _text(value: str) -> str:
    return str(markupsafe.escape(value))
