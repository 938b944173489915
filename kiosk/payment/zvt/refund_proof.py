"""What a repeated receipt proves about a refund. Pure: values in, a verdict out.

A reversal names the payment it took back, which proves it by itself. A refund names nothing: it is proven
like a payment, by being new, of the amount asked for, and of the right time.

Source: docs/devices/terminal.md, "Giving back".
Invariants: no verdict says "not given back" without evidence; whatever contradicts itself is `Unclear`.
"""

from kiosk.devices.refund import OpenRefund, as_attempt
from kiosk.devices.terminal import TerminalResult
from kiosk.payment.zvt.recovery import (
    Key,
    NotPaid,
    Paid,
    Unclear,
    is_baseline,
    judge_time,
    mismatch,
)
from kiosk.payment.zvt.results import Reported, key_of

RefundVerdict = Paid | NotPaid | Unclear
"""`Paid` to the shopper, here."""


def wrong_payment(told: Reported, refund: OpenRefund) -> str:
    """Why a reversal told is not the one that was meant; empty when it is, or when nobody says."""
    original = refund.request.original
    if original is None or told.original_trace is None or original.trace_number is None:
        return ""
    if told.original_trace == original.trace_number:
        return ""
    return f"the payment with trace {told.original_trace} instead of {original.trace_number}"


def decide_refund(
    refund: OpenRefund,
    last: Reported | None,
    *,
    stored: TerminalResult | None,
    registered_id: str,
    settled: frozenset[Key],
    skew_s: float,
) -> RefundVerdict:
    """What `last`, the terminal's answer to a repeat receipt, proves; `stored` is what it told before."""
    attempt, baseline = as_attempt(refund), refund.baseline
    had_told = stored is not None and stored.result_code == 0
    if last is None:
        return Unclear("the terminal does not tell its last transaction")
    if registered_id and baseline and baseline.terminal_id and baseline.terminal_id != registered_id:
        return Unclear(f"another terminal is connected ({registered_id} instead of {baseline.terminal_id})")
    is_stored = stored is not None and had_told and last.key == key_of(stored)
    if is_baseline(last, attempt):
        if had_told:
            return Unclear("the terminal had told the refund and shows an earlier transaction now")
        return NotPaid("the terminal's last transaction is the one from before")
    if last.key in settled and not is_stored:
        # Another transaction has come since: the refund may stand before it, where nobody can look.
        return Unclear("the terminal's last transaction belongs to a later payment")
    if last.result.result_code != 0:
        if had_told:
            return Unclear(f"the terminal had told the refund and says {last.result.result_code:02X} now")
        return NotPaid(f"the terminal reports result {last.result.result_code:02X}")
    if last.original_trace is not None and stored is not None and last.original_trace == stored.trace_number:
        return NotPaid("the terminal has taken the refund back")
    reason = mismatch(last.result, attempt, registered_id) or wrong_payment(last, refund)
    if reason:
        return Unclear(f"the terminal's last transaction is another one: {reason}")
    if is_stored:
        return Paid(last.result)
    return _judge_new(refund, last, skew_s)


def _judge_new(refund: OpenRefund, last: Reported, skew_s: float) -> RefundVerdict:
    """A transaction nobody has seen before, with amount and currency as asked."""
    original = refund.request.original
    names_it = original is not None and original.trace_number is not None and last.original_trace is not None
    if names_it:
        return Paid(last.result)
    if (original is None) != (last.original_trace is None):
        return Unclear("the terminal's last transaction is of another kind")
    return judge_time(last, as_attempt(refund), skew_s, None)
