"""The picture of an item on the station's card: who is shown it, how it is served, what it allows."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from store_office import Client, Office, Person, text_of
from store_photos import photo
from store_world import watched

from retail.wire.live import AlertRaised, LaneStatus, Waiting
from retail.wire.pictures import mark_of
from store.data.database import Database
from store.data.goods import pictures
from store.data.lanes import alerts, commands, lane_status
from store.identity.roles import Role
from store.office.pages import station

LANE, OTHER, SECOND = "1-1", "1-2", 1_000_000
JPEG = photo(90)
NAME = mark_of(JPEG)
NONE = "It is approved by the picture of the item, and there is none: go there."


@pytest.fixture(scope="module")
def office(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("pictures")
    shutil.copyfile(sqlite_template, folder / "store.db")
    with watched(Database.open(f"sqlite:///{folder / 'store.db'}")) as database:
        office = Office(database, folder, days=1, per_day=4)
        office.hire("olga", Role.MANAGER, store_id="2")
        yield office


@pytest.fixture
def client(office: Office) -> Iterator[Client]:
    with office.running() as running:
        yield running


def tell(
    office: Office, jpeg: bytes, name: str = NAME, *, lane: str = LANE, alert: str = "p-1", **more: Any
) -> None:
    """What a lane's line stores of an alert with a picture."""
    now = office.clock()
    kind = more.pop("kind", "age_check")
    waiting = Waiting(intervention_no=1, kind=kind, measure=18, called_at=now, picture=name, **more)
    raised = AlertRaised(alert_id=alert, kind=kind, text="wine", waiting=waiting, picture=jpeg)

    def job(c: Any) -> None:
        status = LaneStatus(version="1", phase="scanning", is_open=True, help_called=False)
        lane_status.tell(c, "1", lane, status, "x", now)
        shown = pictures.follow(c, "1", lane, raised, now, 600)
        told = msgspec.structs.replace(waiting, picture=shown)
        alerts.open_alert(
            c, "1", terminal_id=lane, kind=kind, at=now, text_key=f"intervention.{kind}", waiting=told,
            alert_id=alert, source="lane",
        )  # fmt: skip

    office.database.write_sync(job)


@pytest.fixture(autouse=True)
def _quiet(office: Office) -> None:
    def begin(c: Any) -> None:
        for one in alerts.still_open(c, "1"):
            alerts.clear(c, "1", one.alert_id, "test", office.clock())

    office.database.write_sync(begin)


def address(alert: str, lane: str = LANE, name: str = NAME) -> str:
    return f"/station/{lane}/picture/{alert}?v={name}"


def test_the_card_shows_it_and_serves_it_as_nothing_but_a_picture(office: Office, client: Client) -> None:
    tell(office, JPEG, alert="p-2", needs_picture=True)
    anna = Person(client, "anna")
    page = anna.get("/station")
    assert f'src="{address("p-2")}"' in page.text
    assert f'name="picture" value="{NAME}"' in page.text
    assert "No picture" not in text_of(page)
    answer = anna.get(address("p-2"))
    assert (answer.status_code, answer.content) == (200, JPEG)
    told = {
        "content-type": "image/jpeg",
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
        "content-security-policy": "default-src 'none'; sandbox",
        "cross-origin-resource-policy": "same-origin",
    }
    assert {name: answer.headers[name] for name in told} == told


def test_it_is_shown_to_staff_of_its_store_only(office: Office, client: Client) -> None:
    tell(office, JPEG, alert="p-3")
    assert client.get(address("p-3"), follow_redirects=False).status_code in (302, 303, 401)
    olga = Person(client, "olga", store_id="2")
    assert olga.get(address("p-3")).status_code == 404
    anna = Person(client, "anna")
    for wrong in (
        address("p-3", lane=OTHER),
        address("p-3", name="0" * 16),
        address("p-9"),
        address("p-3")[:-9],
    ):
        assert anna.get(wrong).status_code == 404, wrong


def test_it_is_gone_with_the_decision_and_with_the_time(office: Office, client: Client) -> None:
    anna = Person(client, "anna")
    tell(office, JPEG, alert="p-4")
    office.database.write_sync(lambda c: alerts.clear(c, "1", "p-4", LANE, office.clock()))
    assert anna.get(address("p-4")).status_code == 404
    tell(office, JPEG, alert="p-5", needs_picture=True)
    tell(office, b"", "", alert="p-5", needs_picture=True)  # the lane has none any more
    assert anna.get(address("p-5")).status_code == 404
    assert NONE in text_of(anna.get("/station"))


def test_without_it_an_age_is_not_approved_from_here_but_refused(office: Office, client: Client) -> None:
    tell(office, b"", "", alert="p-6", needs_picture=True)
    page = Person(client, "max").get("/station")
    assert NONE in text_of(page)
    assert "No picture of the item." not in text_of(page), "said once"
    assert 'value="approve"' not in page.text
    assert 'value="refuse"' in page.text
    tell(office, b"", "", alert="p-6", needs_picture=False)
    assert 'value="approve"' in Person(client, "max").get("/station").text, "the store does without"


def test_a_lane_that_is_away_sends_none_and_the_card_says_so(office: Office, client: Client) -> None:
    tell(office, b"", "", alert="p-7", kind="price_required")
    office.database.write_sync(lambda c: lane_status.gone(c, "1", LANE, "x", office.clock()))
    assert "No picture of the item: the lane is not connected." in text_of(
        Person(client, "anna").get("/station")
    )
    tell(office, b"", "", alert="p-8", lane=OTHER, kind="help")
    shown = text_of(Person(client, "anna").get("/station"))
    assert shown.count("No picture") == 1, "help is about no item"


def test_a_strangers_name_for_it_stays_text(office: Office, client: Client) -> None:
    tell(office, JPEG, '"><script>alert(1)</script>', alert="p-10")
    page = Person(client, "anna").get("/station").text
    assert "<script>alert" not in page
    assert "/picture/" not in page


def test_the_decision_says_which_picture_was_before_whom(
    office: Office, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(station, "OUTCOME_S", 0.05)
    tell(office, JPEG, alert="p-11", needs_picture=True)
    form = {"deed": "approve", "number": "1", "alert": "p-11", "reason": "clearly_of_age", "measure": "18"}
    headers = {"hx-request": "true", "hx-target": "station"}
    Person(client, "anna").send_form(f"/station/{LANE}/decide", {**form, "picture": NAME}, headers)
    (sent,) = office.database.read_sync(lambda c: commands.waiting(c, "1", LANE, office.clock()))
    assert sent.picture_seen == NAME
    office.database.write_sync(
        lambda c: commands.done(
            c, "1", LANE, sent.command_id, "refused", "staff_needs_picture", office.clock()
        )
    )
    assert station.station_view.refused("staff_needs_picture") == NONE
