"""The card terminal's own sums reach the day close: from its event to a difference in words."""

import pytest

from retail.card_schemes import CardGroup, CardTotal
from retail.card_schemes import TerminalDay as Told
from retail.journal.events import TerminalDayClosed
from store.data.journals import terminal_sums
from store.data.journals.lane_reports import LaneDay, TerminalDay
from store.data.journals.reports import TenderFigure, VatFigure
from store.reports import closing

VISA = CardTotal(group=CardGroup.VISA, count=2, amount_minor=1499)
GIROCARD = CardTotal(group=CardGroup.GIROCARD, count=1, amount_minor=-500)


@pytest.mark.parametrize("total", [None, 0, 1999, -20])
@pytest.mark.parametrize("sums", [(), (VISA,), (GIROCARD, VISA)])
def test_what_the_terminal_told_reads_back_as_it_was(total: int | None, sums: tuple[CardTotal, ...]) -> None:
    event = TerminalDayClosed(succeeded=True, result_code=0, total_minor=total, day=Told(totals=sums))
    assert terminal_sums.read(terminal_sums.written(event)) == (total, sums)


@pytest.mark.parametrize("detail", ["", "x", "1999 visa", "1999 visa=1", "1999 visa=a/b", "1999 gold=1/2"])
def test_what_makes_no_sense_is_no_scheme(detail: str) -> None:
    assert terminal_sums.read(detail)[1] == ()


def closed(cards: dict[str, tuple[int, int]], told: tuple[CardTotal, ...]) -> list[closing.Difference]:
    total = sum(amount for _, amount in cards.values())
    figures = [
        TenderFigure(terminal_id="1-1", kind="card", card_name=name, count=count, amount_minor=amount)
        for name, (count, amount) in cards.items()
    ]
    day = LaneDay(
        terminal_id="1-1",
        lane="1",
        day="2027-01-15",
        sales=2,
        cancelled=0,
        items=2,
        total_minor=total,
        voids=0,
        not_found=0,
        helps=0,
        help_s=0,
        attempts=2,
        busy_us=0,
        first_at=0,
        last_at=0,
        number_min=1,
        number_max=2,
    )
    tax = VatFigure(terminal_id="1-1", rate_bp=0, net_minor=total, tax_minor=0, gross_minor=total)
    end = TerminalDay(terminal_id="1-1", at=0, succeeded=True, total_minor=total, schemes=told)
    made = closing.close(names={}, lanes=[day], vat=[tax], tenders=figures, ends=[end])
    return list(made.differences)


def test_right_total_may_hide_a_payment_that_stands_under_another_scheme() -> None:
    found = closed({"VISA DEBIT": (1, 1000), "girocard": (1, 999)}, (VISA, GIROCARD))
    assert [(one.kind, one.detail, one.ours, one.theirs) for one in found] == [
        ("scheme", "girocard", (1, 999), (1, -500)),
        ("scheme", "visa", (1, 1000), (2, 1499)),
    ]


def test_equal_sums_are_no_difference_and_silence_is_not_compared() -> None:
    assert closed({"Visa": (2, 1499)}, (VISA,)) == []
    assert closed({"Visa": (2, 1499)}, ()) == []
