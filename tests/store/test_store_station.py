"""The station: who waits for what, who goes, who decides, and what they are told."""

import json
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from store_office import Client, Office, Person, text_of
from store_world import watched

from retail.wire.live import LaneCommand, LaneStatus, Waiting
from store.data.database import Database
from store.data.lanes import alerts, commands, lane_status
from store.office.pages import station

LANE, OTHER = "1-1", "1-2"
SECOND = 1_000_000
HTMX = {"hx-request": "true", "hx-target": "station"}


@pytest.fixture(scope="module")
def office(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("station")
    shutil.copyfile(sqlite_template, folder / "store.db")
    with watched(Database.open(f"sqlite:///{folder / 'store.db'}")) as database:
        yield Office(database, folder, days=1, per_day=4)


@pytest.fixture(autouse=True)
def _quiet(office: Office) -> None:
    """Nothing waits when a test begins, and lanes are there."""
    database, now = office.database, office.clock()

    def begin(connection: Any) -> None:
        for one in alerts.still_open(connection, "1"):
            alerts.clear(connection, "1", one.alert_id, "test", now)
        for lane in (LANE, OTHER):
            status = LaneStatus(version="1", phase="scanning", is_open=True, help_called=False, item_count=2)
            lane_status.tell(connection, "1", lane, status, "x", now)

    database.write_sync(begin)


@pytest.fixture
def client(office: Office) -> Iterator[Client]:
    with office.running() as running:
        yield running


def wait(office: Office, lane: str, number: int, kind: str, ago_s: int = 10, **more: Any) -> str:
    """Something that waits at a lane."""
    at = office.clock() - ago_s * SECOND
    severity = more.pop("severity", "staff")
    told = Waiting(intervention_no=number, kind=kind, raised_at=at, called_at=at, **more)
    return office.database.write_sync(
        lambda c: alerts.open_alert(
            c, "1", terminal_id=lane, kind=kind, at=at, text_key=f"intervention.{kind}", waiting=told,
            severity=severity, source="lane",
        )
    )  # fmt: skip


class FakeLane:
    """Carries out what its lane is told, one after the other, as `answer` says."""

    def __init__(self, office: Office, answer: Callable[[LaneCommand], str]) -> None:
        self.heard: list[LaneCommand] = []
        self._office, self._answer = office, answer
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> "FakeLane":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ending.set()
        self._thread.join(10)

    def _run(self) -> None:
        database, clock = self._office.database, self._office.clock
        while not self._ending.wait(0.01):
            for command in database.read_sync(lambda c: commands.waiting(c, "1", LANE, clock())):
                self.heard.append(command)
                reason = self._answer(command)
                self._done(command, reason)

    def _done(self, command: LaneCommand, reason: str) -> None:
        outcome, now = "refused" if reason else "done", self._office.clock()
        self._office.database.write_sync(
            lambda c: commands.done(c, "1", LANE, command.command_id, outcome, reason, now)
        )


def told(answer: Any) -> dict[str, Any]:
    """What whoever touched is told."""
    return json.loads(answer.headers["hx-trigger"])["told"] if "hx-trigger" in answer.headers else {}


def decide(person: Person, alert: str, number: int, deed: str = "approve", **fields: str) -> Any:
    form = {
        "deed": deed,
        "number": str(number),
        "alert": alert,
        "reason": "id_seen",
        "measure": "18",
        **fields,
    }
    return person.send_form(f"/station/{LANE}/decide", form, HTMX)


# --- what is shown -----------------------------------------------------------------------------------------


def test_the_gravest_lane_comes_first_then_the_oldest_and_a_lane_is_one_visit(
    office: Office, client: Client
) -> None:
    wait(office, LANE, 1, "age_check", 60, item="Red wine", amount_minor=799, currency="EUR", measure=18)
    wait(office, LANE, 2, "coupon_check", 30, why="its worth is not bounded")
    wait(office, OTHER, 1, "audit", 20, severity="critical")
    page = Person(client, "anna").get("/station")
    assert page.text.count("<article") == 2
    assert page.text.index(f'id="visit-{OTHER}"') < page.text.index(f'id="visit-{LANE}"')
    shown = text_of(page)
    for part in ("Red wine", "€7.99", "from 18 years", "its worth is not bounded", "Identity card seen"):
        assert part in shown, part


@pytest.mark.parametrize(
    ("kind", "more", "why"),
    [
        ("help", {"is_remote": False}, "It has to be seen: it is decided at the lane."),
        ("regulated_quantity", {"clearer": "manager"}, "A manager decides this."),
        ("robot_riot", {}, "Somebody has to go there."),
    ],
)
def test_what_cannot_be_decided_from_here_says_why(
    office: Office, client: Client, kind: str, more: dict[str, Any], why: str
) -> None:
    at = office.clock()
    waiting = Waiting(intervention_no=1, kind=kind, called_at=at, **more)
    office.database.write_sync(
        lambda c: alerts.open_alert(
            c, "1", terminal_id=LANE, kind=kind, at=at, text="Something waits.", waiting=waiting
        )
    )
    page = Person(client, "anna").get("/station")
    assert why in text_of(page)
    assert 'value="approve"' not in page.text
    if more.get("clearer"):
        assert 'value="approve"' in Person(client, "max").get("/station").text


def test_the_page_speaks_german(office: Office, client: Client) -> None:
    wait(office, LANE, 1, "age_check", measure=18)
    anna = Person(client, "anna")
    anna.cookies["store-language"] = "de"
    shown = text_of(anna.get("/station"))
    assert "ab 18 Jahren" in shown
    assert "Ausweis gesehen" in shown


def test_the_card_of_an_unknown_item_shows_its_code_and_offers_to_take_it_away_first(
    office: Office, client: Client
) -> None:
    wait(office, LANE, 1, "item_not_on_file", why="unknown 4012345678901")
    page = Person(client, "anna").get("/station")
    assert "code 4012345678901" in text_of(page)
    first = page.text.index('value="approve"')
    assert page.text.index('value="item_taken_away"', first) < page.text.index('value="item_found"', first)
    anna = Person(client, "anna")
    anna.cookies["store-language"] = "de"
    german = text_of(anna.get("/station"))
    assert "Code 4012345678901" in german
    assert "Artikel nachschlagen und erfassen oder auspreisen, sonst wegnehmen." in german


# --- deciding ----------------------------------------------------------------------------------------------


def test_an_approval_reaches_the_lane_with_who_why_and_what_was_seen(office: Office, client: Client) -> None:
    alert = wait(office, LANE, 7, "age_check", measure=18)
    anna = Person(client, "anna")
    with FakeLane(office, lambda _: "") as lane:
        answer = decide(anna, alert, 7)
    assert told(answer) == {"text": "Approved.", "isBad": False}
    (sent,) = lane.heard
    assert (sent.name, sent.intervention_no, sent.reason, sent.measure_seen) == ("approve", 7, "id_seen", 18)
    people = office.database.read_sync(lambda c: {one.login: one.staff_id for one in _people(c)})
    assert (sent.by, sent.role) == (people["anna"], "attendant")


def _people(connection: Any) -> Any:
    from store.data.people import staff

    return staff.listed(connection, "1")


def test_of_two_who_decide_the_second_is_told_who_was_first(office: Office, client: Client) -> None:
    alert = wait(office, LANE, 8, "age_check", measure=18)
    anna, max_ = Person(client, "anna"), Person(client, "max")
    answers = iter(["", "staff_already_cleared"])
    with FakeLane(office, lambda _: next(answers)):
        assert told(decide(anna, alert, 8))["text"] == "Approved."
        late = told(decide(max_, alert, 8, "refuse", reason="no_id"))
    assert late["isBad"]
    assert late["text"].startswith("Anna was faster: approved at ")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("staff_changed_since_seen", "It is more by now. Look once more."),
        ("staff_not_allowed", "A manager decides this."),
        ("staff_must_be_there", "It has to be seen: it is decided at the lane."),
        ("staff_no_such_intervention", "It is over already."),
        ("a word of tomorrow", "The lane did not do it."),
    ],
)
def test_a_lanes_refusal_is_told_in_plain_words(office: Office, client: Client, code: str, said: str) -> None:
    alert = wait(office, LANE, 9, "age_check", measure=18)
    with FakeLane(office, lambda _: code):
        assert told(decide(Person(client, "anna"), alert, 9)) == {"text": said, "isBad": True}


def test_nothing_is_sent_for_what_is_over(office: Office, client: Client) -> None:
    alert = wait(office, LANE, 10, "age_check", measure=18)
    office.database.write_sync(lambda c: alerts.clear(c, "1", alert, LANE, office.clock()))
    with FakeLane(office, lambda _: "") as lane:
        answer = decide(Person(client, "anna"), alert, 10)
    assert told(answer) == {"text": "It is over already.", "isBad": True}
    assert lane.heard == []


def test_an_alert_of_another_lane_approves_nothing(office: Office, client: Client) -> None:
    alert = wait(office, OTHER, 11, "age_check", measure=18)
    with FakeLane(office, lambda _: "") as lane:
        assert told(decide(Person(client, "anna"), alert, 11))["isBad"]
    assert lane.heard == []


def test_a_lane_that_does_not_answer_is_told_as_that(
    office: Office, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(station, "OUTCOME_S", 0.2)
    alert = wait(office, LANE, 12, "age_check", measure=18)
    answer = told(decide(Person(client, "anna"), alert, 12))
    assert answer["text"].startswith("The lane has not answered yet.")
    (waiting,) = office.database.read_sync(lambda c: commands.waiting(c, "1", LANE, office.clock()))
    late = office.clock() + (commands.DECISION_LIFE_S + 1) * SECOND
    assert office.database.read_sync(lambda c: commands.waiting(c, "1", LANE, late)) == []
    office.database.write_sync(
        lambda c: commands.done(c, "1", LANE, waiting.command_id, "done", "", office.clock())
    )


@pytest.mark.parametrize(
    "wrong",
    [{"reason": "because"}, {"deed": "explode"}, {"number": "-1"}, {"number": "x"}, {"number": "9" * 30}],
)
def test_a_decision_that_is_none_is_refused(office: Office, client: Client, wrong: dict[str, str]) -> None:
    alert = wait(office, LANE, 13, "age_check", measure=18)
    with FakeLane(office, lambda _: "") as lane:
        answer = Person(client, "anna").send_form(
            f"/station/{LANE}/decide",
            {"deed": "approve", "number": "13", "alert": alert, "reason": "id_seen", **wrong},
            HTMX,
        )
    assert answer.status_code == 422
    assert lane.heard == []


# --- going -------------------------------------------------------------------------------------------------


def test_the_first_who_goes_counts_and_the_second_is_told(office: Office, client: Client) -> None:
    wait(office, LANE, 14, "age_check", measure=18)
    wait(office, LANE, 15, "audit")
    anna, max_ = Person(client, "anna"), Person(client, "max")
    with FakeLane(office, lambda _: "") as lane:
        first = anna.send_form(f"/station/{LANE}/look", {}, HTMX)
        second = max_.send_form(f"/station/{LANE}/look", {}, HTMX)
        _until(lambda: len(lane.heard) == 2)
    assert {(one.name, one.intervention_no) for one in lane.heard} == {("look", 14), ("look", 15)}
    assert "Anna is on the way" in text_of(first)
    assert told(second) == {"text": "Anna was first and is on the way.", "isBad": True}


def _until(condition: Callable[[], bool]) -> None:
    ends = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < ends
        time.sleep(0.01)


# --- the lane ----------------------------------------------------------------------------------------------


def test_a_purchase_is_put_aside_and_the_lane_closed_from_here(office: Office, client: Client) -> None:
    anna = Person(client, "anna")
    with FakeLane(office, lambda one: "staff_not_now" if one.name == "suspend" else "") as lane:
        aside = anna.send_form(f"/station/{LANE}/lane", {"name": "suspend"}, HTMX)
        closed = anna.send_form(f"/station/{LANE}/lane", {"name": "close"}, HTMX)
        empty = anna.send_form(f"/station/{LANE}/lane", {"name": "message"}, HTMX)
        restart = anna.send_form(f"/station/{LANE}/lane", {"name": "restart"}, HTMX)
    assert told(aside)["text"] == "Not now: the lane is doing something else."
    assert told(closed) == {"text": "The lane is closed.", "isBad": False}
    assert [one.name for one in lane.heard] == ["suspend", "close"]
    assert (empty.status_code, restart.status_code) == (422, 422)


def test_without_a_script_a_decision_is_a_form_and_a_refusal_a_page(office: Office, client: Client) -> None:
    alert = wait(office, LANE, 16, "age_check", measure=18)
    form = {"deed": "approve", "number": "16", "alert": alert, "reason": "id_seen", "measure": "18"}
    anna = Person(client, "anna")
    answers = iter(["", "staff_already_cleared"])
    with FakeLane(office, lambda _: next(answers)):
        done = anna.send_form(f"/station/{LANE}/decide", form, {})
        again = anna.send_form(f"/station/{LANE}/decide", form, {})
    assert (done.status_code, done.headers["location"]) == (303, "/station?done=told")
    assert again.status_code == 409
    assert "Anna was faster" in text_of(again)


# --- alerts ------------------------------------------------------------------------------------------------


def test_a_lane_that_says_what_is_open_ends_the_rest_of_its_own(office: Office) -> None:
    kept, gone = wait(office, LANE, 17, "audit"), wait(office, LANE, 18, "help")
    others = wait(office, OTHER, 1, "help")
    database, now = office.database, office.clock()
    assert database.write_sync(lambda c: alerts.keep_only(c, "1", LANE, {kept}, now)) == 1
    still = {one.alert_id for one in database.read_sync(lambda c: alerts.still_open(c, "1"))}
    assert (kept in still, gone in still, others in still) == (True, False, True)


def test_words_of_a_lane_are_kept_short_enough_to_be_told(office: Office) -> None:
    alert = wait(office, LANE, 19, "help", item="x" * 50_000, why="y" * 50_000)
    found = office.database.read_sync(lambda c: alerts.get(c, "1", alert))
    assert found is not None
    assert found.waiting is not None
    assert len(msgspec.json.encode(found)) < 2_000
