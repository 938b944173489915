"""The gate: opens once for what the service says, alone by the shop's rule, and stands as set on a fault."""

import queue
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest

from gate import words
from gate.book import FILE, Book
from gate.door import Gate
from gate.settings import Reader, RelaySettings, Settings, SettingsError, load
from kiosk.devices.health import Condition, Device, Health
from kiosk.devices.scanner import CodeRead
from kiosk.sync.answers import Refused, Unreachable
from retail.codes import Symbology
from retail.languages import LANGUAGES
from retail.wire.gate import AskExit, ExitAnswer, ExitReport, Passage, Reason, Reported

DEADLINE_S = 20.0
PAID, OTHER = "ab" * 16, "cd" * 16
AWAY = Unreachable(reason="cut")


class Service:
    """Knows what is paid; may be away, before or after it has done what it was asked."""

    def __init__(self) -> None:
        self.is_away = self.loses_answers = False
        self.asked: list[str] = []
        self.left: dict[str, str] = {}
        self.reported: queue.Queue[Passage] = queue.Queue()

    def open_exit(self, question: AskExit) -> ExitAnswer | Refused | Unreachable:
        self.asked.append(question.ask_id)
        if self.is_away:
            return AWAY
        if question.code not in (PAID, OTHER):
            return ExitAnswer(opens=False, reason="unknown")
        opens = self.left.setdefault(question.code, question.ask_id) == question.ask_id
        if self.loses_answers:
            self.loses_answers = False
            return AWAY
        return ExitAnswer(opens=True) if opens else ExitAnswer(opens=False, reason="used")

    def report_exits(self, told: ExitReport) -> Reported | Refused | Unreachable:
        if self.is_away:
            return AWAY
        for one in told.passages:
            self.reported.put(one)
        return Reported(count=len(told.passages))


class Relay:
    def __init__(self) -> None:
        self.moves: list[str] = []
        self.is_broken = False
        self.stood: queue.Queue[bool] = queue.Queue()

    def open_for(self, seconds: float) -> bool:
        self.moves.append("open")
        return not self.is_broken

    def hold(self, is_open: bool) -> bool:
        self.stood.put(is_open)
        return True

    def close(self) -> None:
        self.moves.append("close")


class Exit:
    """A gate with everything around it."""

    def __init__(self, folder: Path, **rules: str) -> None:
        made = {"folder": str(folder), "reader": Reader(port="x"), "relay": RelaySettings(port="y")}
        self.settings = Settings(**made, **rules)  # type: ignore[arg-type]
        self.service, self.relay = Service(), Relay()
        self.answers: queue.Queue[tuple[ExitAnswer, str]] = queue.Queue()
        self.book = Book(folder)
        self.gate = Gate(
            self.settings,
            self.service,
            self.relay,
            self.book,
            now_us=lambda: 7,
            tell=lambda answer, words: self.answers.put((answer, words)),
        )
        self.gate.start()

    def show(self, code: str) -> tuple[bool, str]:
        self.gate.said(CodeRead(text=code, symbology=Symbology.CODE_128))
        answer, said = self.answers.get(timeout=DEADLINE_S)
        assert (said != "") is (answer.reason != "")
        return answer.opens, answer.reason


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., Exit]]:
    made: list[Exit] = []

    def build(**rules: str) -> Exit:
        made.append(Exit(tmp_path, **rules))
        return made[-1]

    yield build
    for one in made:
        one.gate.stop()


def test_it_opens_once_for_what_is_paid_and_says_why_it_stays_shut(make: Callable[..., Exit]) -> None:
    at = make()
    assert at.show(PAID) == (True, "")
    assert at.show(OTHER) == (True, "")
    assert at.show(PAID) == (False, "used")
    assert at.show("4006381333931") == (False, "unknown")
    assert at.relay.moves == ["open", "open"]


def test_an_answer_that_was_lost_is_asked_for_again_under_its_name(make: Callable[..., Exit]) -> None:
    at = make()
    at.service.loses_answers = True
    assert at.show(PAID) == (True, "")
    assert len(at.service.asked) == 2
    assert len(set(at.service.asked)) == 1


def test_without_a_link_the_shops_rule_counts_and_once(make: Callable[..., Exit]) -> None:
    at = make(without_link="open")
    at.service.is_away = True
    assert at.show(PAID) == (True, "no_link")
    assert at.show(OTHER) == (True, "no_link")
    assert at.show(PAID) == (False, "seen_here")
    assert at.show("OSC1ER:of-a-phone") == (False, "no_link")
    at.service.is_away = False
    at.gate.due.set()
    told = [at.service.reported.get(timeout=DEADLINE_S) for _ in range(2)]
    assert [(one.code, one.opened, one.at) for one in told] == [(PAID, True, 7), (OTHER, True, 7)]


def test_without_a_link_it_may_stay_shut(make: Callable[..., Exit]) -> None:
    at = make(without_link="shut")
    at.service.is_away = True
    assert at.show(PAID) == (False, "no_link")
    assert at.relay.moves == []


def test_what_the_service_let_out_is_not_let_out_again_without_it(make: Callable[..., Exit]) -> None:
    at = make(without_link="open")
    at.show(PAID)
    at.show(OTHER)
    at.service.is_away = True
    assert at.show(PAID) == (False, "seen_here")


@pytest.mark.parametrize(("rule", "opens"), [("open", True), ("shut", False)])
def test_a_book_that_cannot_be_written_is_a_fault(
    make: Callable[..., Exit], tmp_path: Path, rule: str, opens: bool
) -> None:
    at = make(on_fault=rule)
    at.service.is_away = True
    (tmp_path / FILE).mkdir()
    assert at.show(PAID) == (opens, "fault")


@pytest.mark.parametrize(("rule", "stands"), [("open", True), ("shut", False)])
def test_a_reader_that_is_lost_lets_the_gate_stand_as_set(
    make: Callable[..., Exit], rule: str, stands: bool
) -> None:
    at = make(on_fault=rule)
    lost = Health(device=Device.HAND_SCANNER, condition=Condition.FAULT, code="gone")
    at.gate.said(lost)
    assert at.relay.stood.get(timeout=DEADLINE_S) is stands
    at.gate.said(Health(device=Device.HAND_SCANNER, condition=Condition.READY))
    assert at.relay.stood.get(timeout=DEADLINE_S) is False


def test_a_relay_that_does_not_move_is_told(make: Callable[..., Exit]) -> None:
    at = make()
    at.relay.is_broken = True
    assert at.show(PAID) == (False, "fault")


def test_passages_outlive_the_program_and_half_a_line(tmp_path: Path) -> None:
    book = Book(tmp_path)
    one = Passage(ask_id="a", opened=True, reason="no_link", code=PAID, at=1)
    book.write(one)
    with (tmp_path / FILE).open("ab") as file:
        file.write(b'{"ask_id": "b", "op')
    again = Book(tmp_path)
    assert again.next() == (one,)
    assert again.opened_for(PAID)
    again.told((one,))
    assert Book(tmp_path).next() == ()


def test_every_reason_has_a_sentence_in_every_language() -> None:
    for language in LANGUAGES:
        for reason in get_args(Reason):
            said = words.sentence(ExitAnswer(opens=False, reason=reason, detail="old"), language)
            assert bool(said) is bool(reason)
    used = ExitAnswer(opens=False, reason="used")
    for answer in (used, ExitAnswer(opens=False, reason="no_link")):
        assert len({words.sentence(answer, language) for language in LANGUAGES}) == len(LANGUAGES)


def test_settings_are_read_and_every_mistake_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gate.toml"
    good = f'folder = "{tmp_path}"\nwithout_link = "shut"\n[reader]\nport = "a"\n[relay]\nport = "b"\n'
    path.write_text(good)
    assert (load(path).without_link, load(path).on_fault) == ("shut", "open")
    for wrong in (good.replace("shut", "ajar"), good + "number = 9\n", good + "nonsense = 1\n", "x = ["):
        path.write_text(wrong)
        with pytest.raises(SettingsError, match=r"gate\.toml"):
            load(path)


def test_more_codes_than_can_be_looked_at_are_dropped_and_it_goes_on(make: Callable[..., Exit]) -> None:
    at, gate_open = make(), threading.Event()
    ask = at.service.open_exit

    def slow(question: AskExit) -> ExitAnswer | Refused | Unreachable:
        gate_open.wait(DEADLINE_S)
        return ask(question)

    at.service.open_exit = slow  # type: ignore[method-assign]
    for number in range(50):
        at.gate.said(CodeRead(text=str(number), symbology=Symbology.CODE_128))
    gate_open.set()
    at.answers.get(timeout=DEADLINE_S)
    assert at.service.asked
