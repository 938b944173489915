"""Money that went back to cards counts against the terminal's day."""

from retail.card import CardResult
from retail.card_schemes import TerminalDay
from retail.journal import events as e
from retail.journal import refunds as r
from retail.reconciliation import compare, day_of

VISA = CardResult(result_code=0, amount_minor=500, card_name="VISA", receipt_number=7)


def paid() -> e.PaymentApproved:
    return e.PaymentApproved(
        attempt_id="t1-1", amount_minor=500, result=VISA, paid_at="2026-03-01T11:00:00+01:00"
    )


def asked() -> r.RefundRequested:
    return r.RefundRequested(
        refund_id="t1-r1",
        tender="card",
        attempt_id="t1-1",
        amount_minor=500,
        currency="EUR",
        requested_at="2026-03-01T10:00:00Z",
    )


def given() -> r.RefundApproved:
    return r.RefundApproved(
        refund_id="t1-r1",
        tender="card",
        attempt_id="t1-1",
        amount_minor=500,
        given_at="2026-03-01T11:01:00+01:00",
        settled_by="anna",
    )


def test_what_went_back_is_taken_off_in_its_scheme() -> None:
    day = day_of([paid(), asked(), given()])
    assert [(one.amount_minor, one.group.value) for one in day.booked] == [(500, "visa"), (-500, "visa")]
    assert compare(day, TerminalDay(total_minor=0)) == ()


def test_a_refund_nobody_could_prove_is_an_open_question() -> None:
    day = day_of([paid(), asked()])
    assert [(one.attempt_id, one.amount_minor) for one in day.questions] == [("t1-r1", -500)]
    (total, question) = compare(day, TerminalDay(total_minor=0))
    assert (total.ours, total.theirs, question.explains) == (500, 0, True)


def test_a_wallets_refund_is_not_the_terminals() -> None:
    day = day_of([paid(), asked().__class__(**{**_fields(asked()), "tender": "wallet"})])
    assert day.questions == ()


def _fields(event: r.RefundRequested) -> dict[str, object]:
    return {name: getattr(event, name) for name in event.__struct_fields__}
