"""Draw `docs/states.md` from the checkout's rules: `python -m kiosk.checkout.diagram` writes it.

Nothing here is drawn by hand. The table comes from `decide.TABLE`; the arrows come from running the rules:
every state that sample commands can reach from an empty lane is visited, and each step to another phase is
an arrow. So the picture cannot promise what the code does not do.

Invariants: visits at most STATES_MAX states; the same code always gives the same text.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.checkout import commands as c
from kiosk.checkout import staff_commands as sc
from kiosk.checkout.decide import TABLE, decide
from kiosk.checkout.decision import Ignored, Refused
from kiosk.checkout.desk import CouponAnswer, PointsAnswer, ResumeAnswer, SuspendedLine, Verdict
from kiosk.checkout.diagram.flow import flow_signature, of_flow
from kiosk.checkout.diagram.loads import loading_signature, of_joins, of_loads
from kiosk.checkout.diagram.shop import (
    BADGE,
    COUPON,
    FREE,
    LOOSE,
    MEMBER,
    NOWHERE,
    OTHERS_BADGE,
    PAID,
    PIN,
    SHOP,
    STRANGER,
    WINE,
    context,
)
from kiosk.checkout.diagram.tenders import of_phones, of_returns, of_tenders, paying_signature
from kiosk.checkout.effects import Timer
from kiosk.checkout.evolve import fold
from kiosk.checkout.state import SHOPPING, Phase, State
from kiosk.devices import terminal as t
from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.printer import PrintAnswer, PrintOutcome, PrintWaiting
from kiosk.devices.scale import NoWeight, NoWeightReason, WeightTaken
from kiosk.devices.scanner import CodeRead
from retail.card import Baseline, CardResult
from retail.codes import Symbology
from retail.interventions.kinds import kind_of
from retail.interventions.rights import Action
from retail.interventions.wishes import Staff
from retail.interventions.words import Role
from retail.journal.events import AnyEvent, ReceiptKind

STATES_MAX = 5_000
"""Many times what the samples reach; more means that `signature` no longer folds like states together."""
ITEMS_MAX = 2
TARGET = Path("docs/states.md")


def samples(state: State) -> Iterator[c.AnyCommand]:
    """At least one command of each kind; those that name an attempt, line or job name the state's own."""
    sale = state.transaction
    payment = sale.payment if sale else None
    attempt_id = payment.attempt_id if payment else "none"
    job_id = sale.printing.job_id if sale and sale.printing else "none"
    line_id = sale.lines[0].line_id if sale and sale.lines else 1
    coupon_no = sale.coupons[0].coupon_no if sale and sale.coupons else 1
    sale_id = sale.transaction_id if sale else "none"
    good = CardResult(
        result_code=0,
        amount_minor=payment.amount_minor if payment else 199,
        currency="EUR",
        terminal_id="1",
        receipt_number=2,
    )
    outcomes: tuple[t.Outcome, ...] = (
        t.Approved(result=good),
        t.Declined(result_code=5, text="DECLINED"),
        t.Cancelled(result_code=108),
        t.NotCharged(reason="never sent"),
        t.Reversed(reason="wrong amount"),
        t.Unknown(reason="silent"),
        t.NeedsAttendant(reason="contradiction"),
    )
    yield c.StartLane(lane="1", version="1")
    yield c.StartShopping()
    yield from (c.ChooseLanguage(language=language) for language in ("en", "de"))
    for text in (PAID, FREE, NOWHERE):
        if sale is None or len(sale.added) < ITEMS_MAX or text == NOWHERE:
            yield c.ScanCode(read=CodeRead(text=text, symbology=Symbology.EAN_8 if text == FREE else _EAN))
    yield from (c.TypeCode(text=text) for text in (MEMBER, STRANGER, COUPON))
    yield from (c.ScanCode(read=CodeRead(text=text, symbology=Symbology.QR)) for text in (MEMBER, COUPON))
    yield from (c.ForgetMember(), c.RemoveCoupon(coupon_no=coupon_no), c.UsePoints(), c.KeepPoints())
    for verdict in (Verdict.HELD, Verdict.USED, Verdict.NO_LINK):
        yield c.ReportCoupon(
            answer=CouponAnswer(transaction_id=sale_id, coupon_no=coupon_no, verdict=verdict)
        )
    for points in (500, 100):
        yield c.ReportPoints(answer=PointsAnswer(transaction_id=sale_id, points=points, verdict=Verdict.HELD))
    yield c.ReportPoints(answer=PointsAnswer(transaction_id=sale_id, points=0, verdict=Verdict.REFUSED))
    yield c.RemoveLast()
    yield c.RemoveLine(line_id=line_id)
    yield from (c.SetQuantity(line_id=line_id, quantity=quantity) for quantity in (0, 2))
    yield from (
        c.DismissNotFound(),
        c.TakeMoreTime(),
        c.Pay(),
        c.LeaveTender(),
        c.PayByCard(),
        c.CancelPayment(),
    )
    yield from (c.CancelTransaction(), c.CallHelp(), c.EndHelp(), c.Finish())
    yield from (c.ChooseReceipt(kind=kind) for kind in ReceiptKind)
    yield from (c.CloseLane(by="anna"), c.OpenLane(by="anna"), c.ShowMessage(text="Please wait.", by="anna"))
    for device in Device:
        for condition in (Condition.READY, Condition.FAULT):
            yield c.ReportHealth(health=Health(device=device, condition=condition))
    yield c.ReportEndOfDay(answer=t.EndOfDayAnswer(succeeded=True, result_code=0))
    yield c.ReportRegistration(registered=t.TerminalRegistered(baseline=_BASELINE))
    yield c.ReportTerminalText(text=t.TerminalText(attempt_id=attempt_id, status_code=1, text="INSERT CARD"))
    yield from (c.KeepResult(attempt_id=attempt_id, result=r) for r in (good, CardResult(result_code=5)))
    for outcome in outcomes:
        yield c.ReportPayment(answer=t.PaymentAnswer(attempt_id=attempt_id, outcome=outcome))
    yield c.ReportPayment(answer=t.PaymentAnswer(attempt_id="another", outcome=outcomes[0]))
    yield c.ReportPrintWaiting(waiting=PrintWaiting(job_id=job_id, code="paper_end"))
    yield from (c.ReportPrint(answer=PrintAnswer(job_id=job_id, outcome=one)) for one in PrintOutcome)
    yield from (c.FireTimer(timer=timer.value, at_us=_LATE_US) for timer in Timer)
    yield from of_flow(state)
    yield from of_tenders(state)
    yield from of_returns(state)
    yield from of_phones(state)
    yield from of_loads(state)
    yield from of_joins(state)
    yield from _of_interventions(state)
    yield from _of_staff(state, line_id)


def _of_interventions(state: State) -> Iterator[c.AnyCommand]:
    """What interventions, scale and shoppers who wait add."""
    sale = state.transaction
    if sale is None or not sale.lines:
        yield c.ScanCode(read=CodeRead(text=WINE, symbology=_EAN))
    one = min(state.book.open, key=lambda one: one.kind != "payment_unknown", default=None)
    number = one.intervention_no if one else 1
    kind = kind_of(one.kind) if one else None
    yield from (sc.DismissIntervention(intervention_no=number), sc.CallStaffFor(intervention_no=number))
    yield from (sc.NeedTime(), sc.PlaceOwnBag(), sc.MoveFullBags(), sc.StopWeighing())
    ask_id = sale.weighing.ask_id if sale and sale.weighing else "none"
    yield sc.ReportWeighing(answer=WeightTaken(ask_id=ask_id, net_g=500, tare_g=0, gross_g=500))
    yield sc.ReportWeighing(answer=NoWeight(ask_id=ask_id, reason=NoWeightReason.EMPTY))
    if sale is None or not sale.lines:
        yield c.ScanCode(read=CodeRead(text=LOOSE, symbology=_EAN))
    yield sc.SkipBagging(line_id=sale.lines[0].line_id if sale and sale.lines else 1)
    yield from (sc.ReportWeight(weight_g=weight_g) for weight_g in (0, 900))
    yield sc.LookAt(numbers=frozenset({number}), staff=_ANNA)
    measure = one.measure if one else 0
    for staff in (None, _ANNA):
        for why in ((kind.approve_reasons if kind else ()) or ("helped",))[:3]:
            yield sc.ApproveIntervention(intervention_no=number, why=why, measure_seen=measure, staff=staff)
        why = kind.refuse_reasons[0] if kind and kind.refuse_reasons else "items_missing"
        yield sc.RefuseIntervention(intervention_no=number, why=why, staff=staff)


def _of_staff(state: State, line_id: int) -> Iterator[c.AnyCommand]:
    """Somebody signs in, and does everything there is a right for."""
    for badge in (BADGE, OTHERS_BADGE):
        yield c.ScanCode(read=CodeRead(text=badge, symbology=Symbology.QR))
    yield from (sc.SignInByPin(number="2", pin=pin) for pin in (PIN, "0000"))
    yield sc.SignOut()
    for action in Action:
        yield sc.Act(
            action=action,
            why="helped",
            line_id=line_id,
            quantity=2,
            amount_minor=150,
            percent=10,
            text="ben" if action is Action.UNLOCK else "sample",
        )
    for verdict in (Verdict.HELD, Verdict.REFUSED):
        goods = (SuspendedLine(key=PAID.zfill(14)),)
        yield sc.ReportResume(answer=ResumeAnswer(token="t0", by="anna", verdict=verdict, lines=goods))


_EAN = Symbology.EAN_13
_LATE_US = 4_000_000_000_000_000
"""Later than anything that waits."""
_ANNA = Staff(staff_id="anna", role=Role.MANAGER)
_BASELINE = Baseline(terminal_id="1", receipt_number=1)


_SHOWN = frozenset({"age_check", "audit", "unexpected_item", "walk_away"})
"""Interventions the picture looks at more closely; the rest is walked through in their own tests."""


_LOOKED_AT = {
    Phase.ATTRACT: (Device.TERMINAL, Device.PRINTER),
    Phase.TENDER: (Device.TERMINAL, Device.WALLET),
    Phase.RECEIPT: (Device.TERMINAL, Device.PRINTER),
}
"""Devices whose condition decides something in a phase."""


def signature(state: State) -> str:
    """What makes two states worth visiting apart; numbers, names and texts do not."""
    sale = state.transaction
    payment, printing = (sale.payment, sale.printing) if sale else (None, None)
    paying = loading_signature(state) or paying_signature(state)
    if paying is not None:
        return repr(paying)
    is_over = state.phase in (Phase.RECEIPT, Phase.THANKS)  # then only the receipt is a question
    is_shopping = state.phase in SHOPPING  # then an attempt that came to nothing decides nothing any more
    has_given = sale is not None and (sale.member is not None or len(sale.coupons) > 0)
    waits = sorted(one.kind for one in state.book.open if one.kind in _SHOWN)
    if state.staff or state.training_by or waits or (sale and (sale.wants_to_pay or sale.is_training)):
        return repr(
            (
                state.phase,
                state.staff is not None,
                state.phase is Phase.ATTRACT and "ben" in state.situation.desk.tries,
                state.training_by != "",
                waits,
                [one.refused_by != "" for one in state.book.open if one.kind in _SHOWN],
                sale
                and (
                    sale.weighing is not None,
                    sale.wants_to_pay,
                    len(sale.lines) > 0,
                    sale.is_training,
                    sale.receipt_kind,
                ),
                printing is not None,
            )
        )
    told = (
        state.phase,
        state.phase is Phase.ATTRACT and "ben" in state.situation.desk.tries,
        state.phase is Phase.SCANNING and not has_given and state.situation.balance.actual_g > 0,
        state.phase is Phase.SCANNING and not has_given and len(state.situation.sale.skipped) > 0,
        state.help_called and printing is None and state.phase in (Phase.ATTRACT, Phase.RECEIPT),
        state.closed_by and state.phase is Phase.ATTRACT,
        [state.device(one).condition is Condition.READY for one in _LOOKED_AT.get(state.phase, ())],
        sale and not is_over and (len(sale.added) > 0, sale.priced.total_minor > 0, sale.due_minor > 0),
        sale and sale.receipt_kind,
        sale
        and state.phase in SHOPPING | {Phase.TENDER}
        and (sale.member is not None, [shown.held_by != "" for shown in sale.coupons][:1]),
        sale and not is_over and (sale.points_asked, sale.points_held > 0, sale.weighing is not None),
        payment
        and not (is_over or is_shopping)
        and (payment.cancel_asked, payment.stored_as_requested, payment.approved is not None),
        printing and (printing.state, printing.copy > 1),
        flow_signature(state),
    )
    return repr(told)


Step = tuple[State, c.AnyCommand, tuple[AnyEvent, ...] | Refused | Ignored, State]


def steps() -> Iterator[Step]:
    """Every sample command in every reachable state: before, command, decision, after."""
    empty = State()
    seen = {signature(empty)}
    waiting = deque([empty])
    while waiting:
        state = waiting.popleft()
        for command in samples(state):
            decision = decide(state, command, context(state))
            after = fold(decision, state, SHOP.rules) if isinstance(decision, tuple) else state
            yield state, command, decision, after
            if (found := signature(after)) not in seen:
                seen.add(found)
                waiting.append(after)
                if len(seen) > STATES_MAX:
                    raise OverflowError(f"more than {STATES_MAX} states; fold like states together")


def arrows(walk: Iterable[Step]) -> dict[tuple[Phase, Phase], list[str]]:
    """From phase, to phase: the commands that lead there, in the table's order."""
    found: dict[tuple[Phase, Phase], set[str]] = {}
    for before, command, _, after in walk:
        if before.phase is not after.phase:
            name = type(command).__name__
            if (outcome := _outcome(command)) is not None:
                name = f"{name}({type(outcome).__name__})"
            found.setdefault((before.phase, after.phase), set()).add(name)
    order = [kind.__name__ for kind in TABLE]
    phases = list(Phase)
    return {
        pair: sorted(names, key=lambda name: (order.index(name.partition("(")[0]), name))
        for pair, names in sorted(
            found.items(), key=lambda item: (phases.index(item[0][0]), phases.index(item[0][1]))
        )
    }


def _outcome(command: c.AnyCommand) -> object:
    """What terminal or gateway answered, if the command is an answer."""
    match command:
        case c.ReportPayment(answer=answer):
            return answer.outcome
        case c.ReportWallet(message=message) | c.ReportRefund(message=message):
            return getattr(message, "outcome", None)
        case _:
            return None


def document(walk: Iterable[Step]) -> str:
    """The whole of `docs/states.md`."""
    return "\n".join([_HEAD, *_picture(walk), _TABLE_HEAD, *_table(), _NOTES_HEAD, *_notes()]) + "\n"


_HEAD = """# The states of a lane

Written by `python -m kiosk.checkout.diagram` from the rules themselves; do not edit. A test fails when this
page and the code differ.

## The picture

Each arrow was taken by running the rules: from every state that can be reached from an empty lane, with every
kind of command. What is not drawn cannot happen. No arrow leads from `unknown` to `card` or `wallet`: an
attempt whose outcome is not known is asked about, never repeated.

```mermaid
stateDiagram-v2
    [*] --> attract"""

_TABLE_HEAD = """```

## Every command in every phase

A number is a rule (listed below), `–` means ignored, `✗` means refused.
"""

_NOTES_HEAD = """
## The rules

A rule may still refuse or ignore (an empty basket, a printer that is not ready); its first line says what it
is for.
"""


def _picture(walk: Iterable[Step]) -> Iterator[str]:
    for (before, after), names in arrows(walk).items():
        yield f"    {before.value} --> {after.value}: {', '.join(names)}"


def _rules() -> list[str]:
    named = (
        f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}"
        for row in TABLE.values()
        for rule in row.values()
        if not isinstance(rule, Refused | Ignored)
    )
    return list(dict.fromkeys(named))


def _table() -> Iterator[str]:
    rules = _rules()
    yield f"| command | {' | '.join(phase.value for phase in Phase)} |"
    yield f"|---|{'---|' * len(Phase)}"
    for kind, row in TABLE.items():
        cells = []
        for phase in Phase:
            match row[phase]:
                case Refused():
                    cells.append("✗")
                case Ignored():
                    cells.append("–")
                case rule:
                    cells.append(
                        str(rules.index(f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}") + 1)
                    )
        yield f"| `{kind.__name__}` | {' | '.join(cells)} |"


def _notes() -> Iterator[str]:
    told = {
        f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}": (rule.__doc__ or "").partition("\n")[0]
        for row in TABLE.values()
        for rule in row.values()
        if not isinstance(rule, Refused | Ignored)
    }
    for number, name in enumerate(_rules(), start=1):
        yield f"{number}. `{name}`: {told[name]}"
    yield ""
    yield "Refused or ignored by the table itself:"
    yield ""
    for kind, row in TABLE.items():
        for answer in dict.fromkeys(one for one in row.values() if isinstance(one, Refused | Ignored)):
            word = f"refused, `{answer.code}`" if isinstance(answer, Refused) else f"ignored, {answer.reason}"
            where = ", ".join(phase.value for phase in Phase if row[phase] == answer)
            yield f"- `{kind.__name__}` {word}: {where}"
