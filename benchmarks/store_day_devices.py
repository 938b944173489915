"""What stands around a simulated lane: card terminal, printer and bagging scale, as answers that take time.

The real drivers have benchmarks and tests of their own; here only what they tell the checkout counts.
"""

from typing import TYPE_CHECKING

from benchmarks.store_day_odds import ROLL_LOW, ROLL_RECEIPTS, SCALE_SPREAD_G, SCALE_STEP_G, Dice
from kiosk.checkout import commands as c
from kiosk.devices import terminal as t
from kiosk.devices.health import Condition, Device
from kiosk.devices.printer import PrintAnswer, PrintOutcome, PrintWaiting
from retail.card import CardResult

if TYPE_CHECKING:
    from benchmarks.store_day_lane import Lane

SETTLE_S = 0.8
"""Until the bagging scale is at rest."""
PRINT_S = 3.0
SILENT_S = 30.0
"""After which a payment without an answer is unknown."""
TELL_S = 4.0
"""Until the terminal has told its last transaction."""


class Terminal:
    """Answers as the plan of the shopper at the lane says."""

    def __init__(self, lane: "Lane") -> None:
        self._lane = lane
        self._attempts: dict[str, str] = {}
        self._trace = 1

    @property
    def terminal_id(self) -> str:
        """Its number."""
        return f"T{self._lane.name}"

    def says_paid(self, attempt_id: str) -> bool:
        """What is to be read on it of an attempt nobody knows the outcome of: the card was charged."""
        return self._attempts.get(attempt_id) == "silent"

    def authorise(self, request: t.PaymentRequest) -> None:
        """A card is held to it."""
        lane, visitor = self._lane, self._lane.visitor
        payments = visitor.plan.payments if visitor else ("approved",)
        number = lane.sale.attempts if lane.sale else 1
        said = self._attempts[request.attempt_id] = payments[min(number, len(payments)) - 1]
        outcome: t.Outcome
        if said == "approved":
            outcome = self._approved(request)
        elif said == "declined":
            outcome = t.Declined(result_code=5, text="declined")
        else:
            outcome = t.Unknown(reason="no answer")
        dice = Dice(f"card {request.attempt_id}")
        self._answer(
            request.attempt_id, outcome, SILENT_S if said in ("unknown", "silent") else dice.span_s("card")
        )

    def recover(self, attempt: t.OpenAttempt) -> None:
        """It is asked what became of an attempt."""
        request = attempt.request
        if self._attempts[request.attempt_id] == "silent":
            outcome: t.Outcome = t.NeedsAttendant(reason="the terminal does not tell")
        else:
            outcome = self._approved(request)
        self._answer(request.attempt_id, outcome, TELL_S)

    def _approved(self, request: t.PaymentRequest) -> t.Approved:
        self._trace += 1
        return t.Approved(
            result=CardResult(
                result_code=0,
                amount_minor=request.amount_minor,
                currency=request.currency,
                terminal_id=self.terminal_id,
                receipt_number=self._trace,
                trace_number=self._trace,
                card_name="VISA",
            )
        )

    def _answer(self, attempt_id: str, outcome: t.Outcome, after_s: float) -> None:
        def say() -> None:
            if isinstance(outcome, t.Approved):
                self._lane.do(c.KeepResult(attempt_id=attempt_id, result=outcome.result))
            answer = t.PaymentAnswer(attempt_id=attempt_id, outcome=outcome)
            self._lane.do(c.ReportPayment(answer=answer))

        self._lane.clock.after(after_s, say)


class Printer:
    """A roll that comes to its end."""

    def __init__(self, lane: "Lane", seed: str) -> None:
        self._lane = lane
        self._left = Dice(f"{seed} roll {lane.name}").random.randint(ROLL_LOW, ROLL_RECEIPTS)
        self._stopped = ""

    def print(self, job_id: str) -> None:
        """Print a receipt, or stop in the middle of it."""
        self._left -= 1
        if self._left > 0:
            self._lane.clock.after(PRINT_S, lambda: self._end(job_id))
            return
        self._stopped = job_id
        waiting = PrintWaiting(job_id=job_id, code="paper_end")
        self._lane.clock.after(PRINT_S / 2, lambda: self._run_out(waiting))

    def load(self) -> None:
        """New paper; what stood half printed is printed to its end."""
        self._left = ROLL_RECEIPTS
        self._lane.feels(Device.PRINTER, Condition.READY)
        if self._stopped:
            job_id, self._stopped = self._stopped, ""
            self._lane.clock.after(PRINT_S, lambda: self._end(job_id))

    def _run_out(self, waiting: PrintWaiting) -> None:
        if self._stopped == waiting.job_id:
            self._lane.do(c.ReportPrintWaiting(waiting=waiting))
            self._lane.feels(Device.PRINTER, Condition.FAULT, waiting.code)

    def _end(self, job_id: str) -> None:
        answer = PrintAnswer(job_id=job_id, outcome=PrintOutcome.PRINTED)
        self._lane.do(c.ReportPrint(answer=answer))
        if self._left == ROLL_LOW:
            self._lane.feels(Device.PRINTER, Condition.WARNING, "paper_low")


class Plate:
    """The bagging scale: shows what lies on it once it is at rest, in its own steps, with its own spread."""

    def __init__(self, lane: "Lane", seed: str) -> None:
        self._lane = lane
        self._random = Dice(f"{seed} plate {lane.name}").random
        self._turn = 0
        self.lies_g = 0

    def put(self, grams: int) -> None:
        """Something is laid down, or taken up when it is negative."""
        self.lies_g += grams
        self.shake()

    def shake(self) -> None:
        """Something moved; it comes to rest again."""
        self._turn += 1
        turn = self._turn
        self._lane.clock.after(SETTLE_S, lambda: self._rest(turn))

    def _rest(self, turn: int) -> None:
        if turn == self._turn:
            shown_g = self.lies_g + self._random.gauss(0, SCALE_SPREAD_G)
            self._lane.weigh(round(shown_g / SCALE_STEP_G) * SCALE_STEP_G)
