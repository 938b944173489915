"""The page of a simulated day: docs/benchmarks-attended.md, written from a run and from nothing else."""

import datetime
import statistics
from collections.abc import Iterator, Mapping
from typing import Protocol

from benchmarks.figures import machine
from benchmarks.store_day_clock import SECOND_US
from benchmarks.store_day_odds import (
    BASKETS,
    CHANCES,
    DN_BASKETS,
    HOURS,
    ROLL_RECEIPTS,
    SCALE_FAULTS,
    SCALE_SPREAD_G,
    SCALE_STEP_G,
    SPANS,
    TERMINAL_FAULTS,
)
from benchmarks.store_day_shop import RANDOM_CHECKS_PERMILLE, SHOPPER_FIRST, STOP_AT_ONCE
from benchmarks.store_day_tally import Case, Figures, Tally
from retail.interventions.kinds import KINDS

_HEAD = """\
# A store day, twice

*Written by `{command}`, {when}, {machine}, {took_s:.0f} s of one core for both. Do not edit.*

{shoppers} shoppers come to {lanes} lanes in a day; looking after them: {attendants} {tablet}, and a
manager in the office for what nobody else may decide. Everything they meet is decided by the checkout that
ships (`kiosk.checkout`, `retail.interventions`), with its timers honoured in simulated time. The second day
has the same people, goods, mistakes, faults and payments, under other rules: whatever keeps from paying stops
the lane at once, and staff are called at once. Nothing else differs.

The day is a simulation: what people do is assumed (below), what follows from it is not. It compares rules; it
does not foretell a store.

"""
_WORDS: Mapping[str, str] = {
    "baskets": "Purchases begun, and ended in some way",
    "paid": "of them paid",
    "cancelled": "given up, or ended by staff",
    "suspended": "put aside",
    "interventions_per_100": "Interventions per 100 purchases, nudges included",
    "staff_calls_per_100": "that called staff, per 100 purchases",
    "self_cleared_share": "Share of interventions put right before any of the staff had looked",
    "false_alarm_share": "Share of calls that ended with “nothing was wrong”",
    "remote_share": "Share of approvals given on the tablet",
    "staff_wait_p50_s": "From a call to somebody's first look, median, s",
    "staff_wait_p95_s": "The same, 95 of 100, s",
    "stops_per_100": "Times a shopper could not go on, per 100 purchases",
    "stops_while_scanning_per_100": "of them before they wanted to pay",
    "stopped_s_per_basket": "Time a shopper stood still, mean of all purchases, s",
    "stopped_p95_s": "The same, 95 of 100 of those that were stopped, s",
    "lane_s_per_basket": "A purchase from its first scan to its end, mean, s",
    "queue_p95_s": "Waiting for a free lane, 95 of 100, s",
    "baskets_per_hour": "Purchases per hour, opening to last leaving (as many as come)",
    "capacity_per_hour": "Purchases per hour if somebody always stood in line",
}
_LIMITS = """\
## What this does not show

- No camera, terminal, printer or scale: their answers are made up, and take the time the tables say. The real
  drivers have their own pages.
- Shoppers behave as the tables say; nobody argues, and nobody learns.
- What is never put on the scale (left in the trolley on purpose) is seen by no rule here, and not simulated.
- Vision alerts, exit gates, cash and collected orders are raised outside the checkout, and are not in it.
"""


class Options(Protocol):
    """What the command was given."""

    seed: int
    shoppers: int
    lanes: int
    attendants: int
    no_tablet: bool


def page(
    tallies: Mapping[str, Tally], figures: Mapping[str, Figures], options: Options, took_s: float
) -> str:
    """The whole page."""
    command = f"python -m benchmarks.store_day --seed {options.seed} --shoppers {options.shoppers}"
    head = _HEAD.format(
        command=f"{command} --write docs/benchmarks-attended.md",
        when=datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        machine=machine(),
        took_s=took_s,
        shoppers=f"{options.shoppers:,}",
        lanes=options.lanes,
        attendants=_people(options.attendants),
        tablet="without a tablet" if options.no_tablet else "with a tablet",
    )
    parts = [head, *_figures(figures), "", *_kinds(tallies), "", *_assumed(), "", _LIMITS]
    return "\n".join(parts)


def _people(count: int) -> str:
    return "one attendant" if count == 1 else f"{count} attendants"


def _figures(figures: Mapping[str, Figures]) -> Iterator[str]:
    first, stopping = figures[SHOPPER_FIRST], figures[STOP_AT_ONCE]
    yield "| | shopper first, stop at payment | stop at once |"
    yield "|---|---|---|"
    for name, words in _WORDS.items():
        yield f"| {words} | {getattr(first, name):g} | {getattr(stopping, name):g} |"


def _kinds(tallies: Mapping[str, Tally]) -> Iterator[str]:
    """One row per kind that occurred, with both days beside each other."""
    yield "## By kind"
    yield ""
    yield "For each: raised / called staff / cleared by the shopper / nothing was wrong; and the median time"
    yield "from raising to the end, in seconds."
    yield ""
    yield "| kind | shopper first | to the end | stop at once | to the end |"
    yield "|---|---|---|---|---|"
    for word in KINDS:
        sides = [[case for case in tallies[day].cases.values() if case.kind == word] for day in tallies]
        if any(sides):
            yield f"| `{word}` | " + " | ".join(_side(cases) for cases in sides) + " |"


def _side(cases: list[Case]) -> str:
    if not cases:
        return "– | –"
    called = sum(bool(case.called_us) for case in cases)
    alone = sum(case.is_self_cleared for case in cases)
    nothing = sum(case.is_false_alarm for case in cases)
    times = [(case.cleared_us - case.raised_us) / SECOND_US for case in cases if case.cleared_us]
    middle = f"{statistics.median(times):.0f}" if times else "–"
    return f"{len(cases)} / {called} / {alone} / {nothing} | {middle}"


def _assumed() -> Iterator[str]:
    yield "## What is assumed"
    yield ""
    yield f"Arrivals by hour from opening, as weights: {', '.join(map(str, HOURS))}. Items of a basket: "
    yield "; ".join(f"{least} to {most} in {permille / 10:g} %" for permille, least, most in BASKETS)
    yield f"({DN_BASKETS})."
    yield f"Goods are drawn evenly from the demo shop; {RANDOM_CHECKS_PERMILLE} ‰ of purchases are drawn"
    yield "for a re-scan. An honest item's weight spreads so that its tolerance is three standard deviations;"
    yield f"the scale shows steps of {SCALE_STEP_G} g and spreads by {SCALE_SPREAD_G:g} g. A roll of paper"
    yield f"holds {ROLL_RECEIPTS} receipts. Scales fail {SCALE_FAULTS} times a day, terminals"
    yield f"{TERMINAL_FAULTS} times."
    yield ""
    yield "| how often | of | what | source |"
    yield "|---|---|---|---|"
    for chance in CHANCES.values():
        yield f"| {chance.permille / 10:g} % | {chance.of} | {chance.what} | {chance.source} |"
    yield ""
    yield "Times are lognormal: the median, and the spread of the logarithm."
    yield ""
    yield "| median | spread | what | source |"
    yield "|---|---|---|---|"
    for span in SPANS.values():
        yield f"| {span.median_s:g} s | {span.spread:g} | {span.what} | {span.source} |"
