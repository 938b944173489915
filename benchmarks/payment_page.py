"""The page of results: docs/reliability/payment.md, written from a run and from nothing else."""

import datetime
from collections.abc import Mapping, Sequence

from benchmarks.figures import machine
from benchmarks.payment_cells import MODES, STEPS, Outcome
from benchmarks.payment_matrix_lane import CAISSE_AP, MOMENTS, TOTAL_MINOR
from simulators.caisse_ap import faults as caisse_ap
from simulators.terminal.faults import FAULTS

_HEAD = """\
# Payments, killed and broken on purpose

Was the shopper charged? Every cell below came from a run: a lane in its own process with the journal,
engine and driver that ship, a card terminal in another, a pty between them, an order of {total}. The lane
is killed (SIGKILL) at one step of the payment: *before* the event is committed, once it is *committed*
and nothing was done about it, or once it was *acted* upon. A quarter of the cells kill the next lane too,
while it recovers. Then a lane starts and recovers; where it says that nothing was paid, the shopper pays
again. The terminal's own ledger has the last word: what it holds must be what the lane says, nothing or
the whole order, or a person was called.

*Written by `{command}`, {when}, {machine}.*

"""
_NOT_TRIED = """\
## Not in this run

- Tender: card, on a serial line; ZVT and Caisse-AP have a page each. ZVT over TCP: `tests/payment/`.
- The lane offers no other tender yet. The wallet gateway's driver has its own faults and kills
  (`tests/payment/test_payment_wallet.py`, `test_payment_wallet_kill.py`); money given back to a card has its
  own (`tests/payment/test_payment_refund.py`).
- No screen: the lane here has no window, and the shopper is a script. The terminal's waiting times are
  divided by 40, so the recovery times show what the lane adds, not what a real terminal takes.
- No real terminal has been connected.
- Faults of other commands (end of day, states of an idle terminal, a cancel that is refused):
  `tests/payment/test_payment_faults.py`. Random mixes of faults: `make nightly`
  (2,000 seeds of `tests/payment/test_payment_random.py`).
"""


_GERMAN = """\
What the lane says after recovery and what the terminal's ledger holds, by what the terminal does with an
approval nobody acknowledged (`terminal.unacknowledged`)."""
_FRENCH = """\
What the lane says after recovery and what the terminal's ledger holds. This protocol cannot be asked what
became of a payment: what the terminal does not tell again is a person's."""


def page(
    outcomes: Sequence[Outcome],
    faults: Sequence[Outcome],
    figures: Mapping[str, float],
    command: str,
    protocol: str = "zvt",
) -> str:
    """The whole page."""
    when = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    head = _HEAD.format(total=_money(TOTAL_MINOR), command=command, when=when, machine=machine())
    parts = [head, _figures(figures), "## Killed at every step\n\n", _matrix(outcomes, protocol)]
    parts += ["## Every fault once\n\n", _fault_table(faults, protocol), _NOT_TRIED]
    return "".join(parts)


def _figures(figures: Mapping[str, float]) -> str:
    words = {
        "payments": "payments",
        "kills": "kills",
        "double_charges": "charged twice, or too much with nobody called",
        "lost_payments": "lane and terminal disagree, and nobody was called",
        "stuck": "nothing settled within 40 s",
        "to_attendant": "ended with a person",
        "recovery_p50_s": "from the start of the new process to the settled answer, p50, s",
        "recovery_p99_s": "the same, p99, s",
    }
    rows = [f"| {words[key]} | {figures[key]:g} |" for key in words]
    return "\n".join(["| what | figure |", "|---|---|", *rows]) + "\n\n"


def _matrix(outcomes: Sequence[Outcome], protocol: str) -> str:
    """Rows: card, step and moment. Columns: what the terminal does with an approval nobody acknowledged."""
    words = {CAISSE_AP: _FRENCH}.get(protocol, _GERMAN)
    lines = [
        words,
        "",
        f"| card | killed at | moment | {' | '.join(MODES[protocol])} |",
        "|---|---|---|" + "---|" * len(MODES[protocol]),
    ]
    for card, steps in STEPS[protocol].items():
        for step in steps:
            for moment in MOMENTS:
                found = [
                    _cell([o for o in outcomes if _is(o, card, step, moment, mode)])
                    for mode in MODES[protocol]
                ]
                lines.append(f"| {card} | {step} | {moment} | {' | '.join(found)} |")
    return "\n".join(lines) + "\n\n"


def _is(outcome: Outcome, card: str, step: str, moment: str, mode: str) -> bool:
    cell = outcome.cell
    return (cell.card, cell.step, cell.moment, cell.mode) == (card, step, moment, mode)


def _cell(outcomes: Sequence[Outcome]) -> str:
    """Every different ending once."""
    return "; ".join(dict.fromkeys(map(_ending, outcomes))) or "not sampled"


def _ending(outcome: Outcome) -> str:
    words = {"paid": "paid", "not_paid": "not paid", "attendant": "attendant"}
    text = f"{words.get(outcome.settled, outcome.settled)}, {_money(outcome.balance)}"
    if outcome.end:
        text += f", then {words.get(outcome.end, outcome.end)}, {_money(outcome.end_balance)}"
    return text


def _fault_table(outcomes: Sequence[Outcome], protocol: str) -> str:
    """Fault, what the shopper saw, what lane and ledger say."""
    table = caisse_ap.FAULTS if protocol == CAISSE_AP else FAULTS
    lines = [
        "Nobody is killed here. *Saw* leaves out the screens before the card is asked for.",
        "",
        "| row | fault | what happens | the shopper saw | lane and ledger |",
        "|---|---|---|---|---|",
    ]
    for outcome in outcomes:
        fault = table[outcome.cell.faults[-1]]
        card = "" if outcome.cell.card == "approve" else f" (card: {outcome.cell.card})"
        saw = " → ".join(screen for screen in outcome.seen if screen not in ("attract", "scanning"))
        lines.append(
            f"| {fault.row} | `{outcome.cell.faults[-1]}`{card} | {fault.what} | {saw} | {_ending(outcome)} |"
        )
    return "\n".join(lines) + "\n\n"


def _money(amount_minor: int) -> str:
    return f"{amount_minor / 100:.2f}"
