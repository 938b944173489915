"""What devices say becomes exactly one command each; pictures go past the engine."""

import pytest

from kiosk.app.listeners import PrinterLink, ScannerLink, TerminalLink
from kiosk.checkout import commands as c
from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.printer import PrintAnswer, PrintOutcome, PrintWaiting
from kiosk.devices.scanner import CodeRead, PreviewFrame
from kiosk.devices.terminal import (
    Declined,
    EndOfDayAnswer,
    PaymentAnswer,
    TerminalRegistered,
    TerminalResult,
    TerminalText,
)
from retail.card import Baseline, CardResult
from retail.codes import Symbology

HEALTH = Health(device=Device.PRINTER, condition=Condition.FAULT, code="paper_end", detail="Load paper.")
REGISTERED = TerminalRegistered(baseline=Baseline(terminal_id="7"))
TEXT = TerminalText(attempt_id="a", status_code=10, text="Insert card")
ANSWER = PaymentAnswer(attempt_id="a", outcome=Declined(result_code=5))
WAITING = PrintWaiting(job_id="j", code="paper_end")
PRINTED = PrintAnswer(job_id="j", outcome=PrintOutcome.PRINTED)
READ = CodeRead(text="4006381333931", symbology=Symbology.EAN_13)


class Inbox:
    def __init__(self) -> None:
        self.posted: list[c.AnyCommand] = []
        self.kept: list[tuple[str, TerminalResult]] = []

    def post(self, command: c.AnyCommand) -> None:
        self.posted.append(command)

    def keep(self, attempt_id: str, result: TerminalResult) -> bool:
        self.kept.append((attempt_id, result))
        return result.result_code == 0


@pytest.mark.parametrize(
    ("message", "command"),
    [
        (REGISTERED, c.ReportRegistration(registered=REGISTERED)),
        (TEXT, c.ReportTerminalText(text=TEXT)),
        (ANSWER, c.ReportPayment(answer=ANSWER)),
        (HEALTH, c.ReportHealth(health=HEALTH)),
    ],
)
def test_the_terminals_words(message: TerminalText, command: c.AnyCommand) -> None:
    inbox = Inbox()
    TerminalLink(inbox).said(message)
    assert inbox.posted == [command]


def test_the_end_of_day_is_for_the_journal() -> None:
    inbox = Inbox()
    answer = EndOfDayAnswer(succeeded=True, result_code=0, total_minor=1999)
    TerminalLink(inbox).said(answer)
    assert inbox.posted == [c.ReportEndOfDay(answer=answer)]


@pytest.mark.parametrize("code", [0, 5])
def test_keeping_a_result_answers_what_the_engine_answers(code: int) -> None:
    inbox = Inbox()
    result = CardResult(result_code=code)
    assert TerminalLink(inbox).keep("a", result) is (code == 0)
    assert inbox.kept == [("a", result)]


@pytest.mark.parametrize(
    ("message", "command"),
    [
        (WAITING, c.ReportPrintWaiting(waiting=WAITING)),
        (PRINTED, c.ReportPrint(answer=PRINTED)),
        (HEALTH, c.ReportHealth(health=HEALTH)),
    ],
)
def test_the_printers_words(message: PrintAnswer, command: c.AnyCommand) -> None:
    inbox = Inbox()
    PrinterLink(inbox).said(message)
    assert inbox.posted == [command]


def test_the_scanners_words_and_its_pictures() -> None:
    inbox, frames = Inbox(), []
    link = ScannerLink(inbox, frames.append)
    frame = PreviewFrame(width=1, height=1, bytes_per_line=3, rgb=b"rgb")
    link.said(READ)
    link.said(HEALTH)
    link.preview(frame)
    assert inbox.posted == [c.ScanCode(read=READ), c.ReportHealth(health=HEALTH)]
    assert frames == [frame]


def test_a_fault_is_in_the_log_with_what_to_do(caplog: pytest.LogCaptureFixture) -> None:
    PrinterLink(Inbox()).said(HEALTH)
    assert "printer is fault paper_end Load paper." in caplog.text
