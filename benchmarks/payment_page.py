"""The page of results: docs/reliability/payment.md, written from a run and from nothing else."""

import datetime
from collections.abc import Mapping, Sequence

from benchmarks.figures import machine
from benchmarks.payment_cells import ANSWERS, CARD, MODES, STEPS, WAYS, Ledgers, Look, Outcome
from benchmarks.payment_kill import CAISSE_AP, MOMENTS
from benchmarks.payment_lane_parts import TOTAL_MINOR
from simulators.caisse_ap import faults as caisse_ap
from simulators.terminal.faults import FAULTS, Fault
from simulators.wallet_gateway import faults as wallets

_HEAD = """\
# Payments, killed and broken on purpose

Was the shopper charged? Every cell below came from a run: a lane in its own process with the journal,
engine, drivers and desk that ship; a card terminal in another, a pty between them; a wallet gateway in a
third; the real store service in a fourth; an order of {total}. The lane is killed (SIGKILL) at one step of
the payment: *before* the event is committed, once it is *committed* and nothing was done about it, or once it
was *acted* upon. A quarter of the cells kill the next lane too, while it recovers. Then a lane starts and
recovers; where it says that nothing was paid, the shopper pays again, takes the receipt and leaves. The
others' ledgers have the last word: each must hold what the journal says, nothing or the whole order, once,
or a person was called; a finished sale has one receipt (a print nobody saw the end of is repeated as a marked
copy), and a gift card holds nothing back.

*Written by `{command}`, {when}, {machine}.*

"""
_NOT_TRIED = """\
## Not in this run

- Cards on a serial line; ZVT and Caisse-AP have a page each. ZVT over TCP: `tests/payment/`.
- Money given back has its own tests (`tests/payment/test_payment_refund.py`,
  `tests/checkout/test_checkout_kills.py`), and so has a member's balance: it is asked for like a gift card.
- No screen: the lane here has no window, and the shopper is a script. The terminal's waiting times are
  divided by 40, and the lane's for wallets are short, so the recovery times show what the lane adds, not what
  a real terminal takes.
- Seven cells of eight are forked from a process that has imported the program already; the eighth is a
  program started from nothing. Recovery is timed with those only.
- No real terminal and no real wallet has been connected.
- Faults of other commands (end of day, states of an idle terminal, a cancel that is refused):
  `tests/payment/test_payment_faults.py`. Random mixes of faults: `make nightly` (2,000 seeds of
  `tests/payment/test_payment_random.py`, 500 of `tests/payment/test_payment_wallet_random.py`).
"""


_OTHER_ROWS = """\
Rows of the list of faults that are no fault of one payment run elsewhere:

| row | what | where |
|---|---|---|
| A6 | a cancel that is refused or ignored, an approval that comes after it | `test_payment_faults.py` |
| A7 | an approval nobody acknowledged: reversed, dropped, kept | columns above; `test_payment_faults.py` |
| A9 | a question in the middle of a payment is answered "busy" | `long_wait`; `test_payment_driver.py` |
| A11 | the end of day fails, the terminal updates itself | `test_payment_faults.py`, `test_payment_day.py` |
| A12 | states of an idle terminal | `test_payment_faults.py` |
| K1 | killed at every step; disk full; two sales of one amount | this page; `test_payment_driver.py` |

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
    in_memory: int = 0,
) -> str:
    """The whole page. `in_memory`: kills of the checkout's own test, which has no processes."""
    when = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    head = _HEAD.format(total=_money(TOTAL_MINOR), command=command, when=when, machine=machine())
    parts = [head, _figures(figures), _in_memory(in_memory), "## Killed at every step: card\n\n"]
    parts.append(_matrix([one for one in outcomes if one.cell.way == CARD], protocol))
    if protocol != CAISSE_AP:
        parts += [_way(outcomes, way) for way in WAYS if way != CARD]
    cards = [one for one in faults if one.cell.way == CARD]
    parts += ["## Every fault of the card terminal once\n\n", _fault_table(cards, protocol)]
    if protocol != CAISSE_AP:
        parts.append(_OTHER_ROWS)
    gateway = [one for one in faults if one.cell.way != CARD]
    if gateway:
        parts += ["## Every fault of the wallet gateway once\n\n", _fault_table(gateway, protocol)]
    return "".join([*parts, _NOT_TRIED])


def _figures(figures: Mapping[str, float]) -> str:
    words = {
        "payments": "payments, with those of the tables of faults",
        "kills": "kills of real processes",
        "double_charges": "charged twice, or too much with nobody called",
        "lost_payments": "ledger and journal disagree with nobody called, or no receipt, or two",
        "stuck": "nothing settled within 40 s",
        "to_attendant": "ended with a person",
        "recoveries_timed": "recoveries timed",
        "recovery_p50_s": "from the start of the new process to the settled answer, p50, s",
        "recovery_p99_s": "the same, p99, s",
        "wallet_recovery_p99_s": "the same for wallets, p99, s",
        "load_p50": "load of the machine at each payment's start, p50 (a run has two lanes at a time)",
    }
    rows = [f"| {words[key]} | {figures[key]:g} |" for key in words if key in figures]
    return "\n".join(["| what | figure |", "|---|---|", *rows]) + "\n\n"


def _in_memory(kills: int) -> str:
    if not kills:
        return ""
    return (
        f"A separate number, not in the table above: {kills:,} kills of the checkout's rules in memory, at "
        "every command\nof every way to pay and of giving back, some with a second kill in the recovery "
        "from the first\n(`tests/checkout/test_checkout_kills.py`, run with this page).\n\n"
    )


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
                    _cell([o for o in outcomes if _is(o, card, step, moment) and o.cell.mode == mode])
                    for mode in MODES[protocol]
                ]
                lines.append(f"| {card} | {step} | {moment} | {' | '.join(found)} |")
    return "\n".join(lines) + "\n\n"


def _way(outcomes: Sequence[Outcome], way: str) -> str:
    """One way to pay: rows of answer, step and moment."""
    mine = [one for one in outcomes if one.cell.way == way]
    lines = [
        f"## Killed at every step: {WAYS[way]}",
        "",
        "*Saw* is what the shopper saw from the restart on. Books are read whenever the lane has said how it",
        "ended: after the recovery, after paying again where nothing was paid, with the sale at the store.",
        "",
        "| answer | killed at | moment | the shopper saw | lane: ledgers, journal |",
        "|---|---|---|---|---|",
    ]
    for card, steps in STEPS[way].items():
        for step in steps:
            for moment in MOMENTS:
                found = [one for one in mine if _is(one, card, step, moment)]
                saw = "; ".join(dict.fromkeys(_saw(one) for one in found))
                lines.append(f"| {ANSWERS[card]} | {step} | {moment} | {saw} | {_cell(found)} |")
    return "\n".join(lines) + "\n\n"


def _is(outcome: Outcome, card: str, step: str, moment: str) -> bool:
    cell = outcome.cell
    return (cell.card, cell.step, cell.moment) == (card, step, moment)


def _saw(outcome: Outcome) -> str:
    seen = (" ".join(screen.replace("|", "/").split()) for screen in outcome.seen)
    return " → ".join(screen for screen in seen if screen not in ("attract", "scanning"))


def _cell(outcomes: Sequence[Outcome]) -> str:
    """Every different ending once."""
    return "; ".join(dict.fromkeys(map(_ending, outcomes))) or "not sampled"


def _ending(outcome: Outcome) -> str:
    """Each look; the last one only where it says more: that the service has booked what a gift card paid."""
    looks = [look for look in outcome.looks if not look.is_sent or look.ledgers.value or look.journal.value]
    return ", then ".join(map(_look, looks)) or "stuck"


def _look(look: Look) -> str:
    said = {"not_paid": "not paid", "finished": "at the store"}.get(look.said, look.said)
    if look.is_sent:
        ledgers, journal = look.ledgers, look.journal
    else:  # the service has not heard of the sale yet
        ledgers = _without_value(look.ledgers)
        journal = _without_value(look.journal)
    theirs, ours = _books(ledgers), _books(journal)
    if look.journal.value and not look.is_sent:
        by_value = f"value {_money(look.journal.value)} journalled"
        theirs, ours = (
            by_value if not books.total else f"{_books(books)} + {by_value}" for books in (ledgers, journal)
        )
    return f"{said}: {theirs}" if theirs == ours else f"{said}: {theirs}, journal {ours}"


def _without_value(books: Ledgers) -> Ledgers:
    return Ledgers(card=books.card, wallet=books.wallet)


def _books(books: Ledgers) -> str:
    """Amounts by who has them; 0.00 for nobody.

    >>> _books(Ledgers(card=300, value=934))
    'card 3.00 + value 9.34'
    """
    amounts = {"card": books.card, "wallet": books.wallet, "value": books.value}
    return " + ".join(f"{who} {_money(amount)}" for who, amount in amounts.items() if amount) or "0.00"


def _fault_table(outcomes: Sequence[Outcome], protocol: str) -> str:
    """Fault, what the shopper saw, what lane and ledgers say."""
    lines = [
        "Nobody is killed here. *Saw* leaves out the screens before a means of payment is chosen.",
        "",
        "| row | fault | what happens | the shopper saw | lane: ledgers, journal |",
        "|---|---|---|---|---|",
    ]
    for outcome in outcomes:
        fault = _fault(outcome, protocol)
        cell = outcome.cell
        more = [] if cell.card == "approve" else [ANSWERS[cell.card]]
        more += [] if cell.way == CARD else [WAYS[cell.way].partition(", ")[2]]
        note = f" ({'; '.join(more)})" if more else ""
        told = (fault.row, f"`{cell.faults[-1]}`{note}", fault.what, _saw(outcome), _ending(outcome))
        lines.append(f"| {' | '.join(told)} |")
    return "\n".join(lines) + "\n\n"


def _fault(outcome: Outcome, protocol: str) -> Fault:
    if outcome.cell.way != CARD:
        return wallets.FAULTS[outcome.cell.faults[-1]]
    return (caisse_ap.FAULTS if protocol == CAISSE_AP else FAULTS)[outcome.cell.faults[-1]]


def _money(amount_minor: int) -> str:
    return f"{amount_minor / 100:.2f}"
