"""Staff at the hub: who is let in, what they see, what they decide, and that it counts once."""

import concurrent.futures
import json
from pathlib import Path

import msgspec
import pytest
from hub_world import BADGE, PIN, Calling, HubHouse, LaneDouble, ServiceHouse, Tablet, refresh, until

from kiosk.sync.identity import Identity
from retail.wire.hub import HubShop
from store.data import audit
from store.data.clock import now_us
from store.data.people import staff
from store.hub import identity

LANE = "1-1"


def told(text: str) -> str:
    """The sentence of an answer."""
    return str(json.loads(text)["told"]["text"])


# --- signing in --------------------------------------------------------------------------------------------


def test_number_or_badge_with_the_pin_opens_the_station(hub: HubHouse) -> None:
    for who in ("117", BADGE):
        with Tablet(hub) as tablet:
            assert tablet.sign_in(who).headers["location"] == "/station"
            page = tablet.station()
            assert "Lane 1" in page
            assert "Staff as known at" in page


def test_a_tablet_that_never_opened_the_link_is_not_asked(hub: HubHouse) -> None:
    with Tablet(hub, is_known=False) as tablet:
        page = tablet.http.get("/office/login", headers={"accept": "text/html"})
        assert page.status_code == 403
        assert 'name="pin"' not in page.text
        assert tablet.sign_in("117").status_code == 403
        assert tablet.http.get("/", params={"shown": "guess"}).headers.get("set-cookie") is None
        assert (
            tablet.http.get("/station", headers={"accept": "text/html"})
            .headers["location"]
            .startswith("/office/login")
        )


@pytest.mark.parametrize(
    ("who", "pin"), [("117", "0000"), ("999", PIN), ("", PIN), ("117", ""), ("x" * 200, PIN), (BADGE, "1")]
)
def test_what_is_wrong_is_all_answered_alike(hub: HubHouse, who: str, pin: str) -> None:
    with Tablet(hub) as tablet:
        answer = tablet.sign_in(who, pin)
        assert (answer.status_code, answer.json()["code"]) == (403, "login")
        assert answer.json()["detail"].startswith("Wrong, or locked")


def test_the_fifth_wrong_pin_locks_and_a_restart_does_not_open_it(folder: Path) -> None:
    with HubHouse(folder).running() as hub, Tablet(hub) as tablet:
        for _ in range(5):
            assert tablet.sign_in("117", "0000").status_code == 403
        assert tablet.sign_in("117").status_code == 403
        assert tablet.sign_in("118").status_code == 303, "a colleague is not locked"
    with HubHouse(folder).running() as again, Tablet(again) as tablet:
        assert tablet.sign_in("117").status_code == 403


def test_who_left_is_out_with_the_next_list(folder: Path, house: ServiceHouse) -> None:
    def close(is_active: bool) -> None:
        house.database.write_sync(
            lambda connection: staff.change(
                connection, "1", house.staff_ids["ben"], now_us(), is_active=is_active
            )
        )

    with HubHouse(folder).running() as hub, Tablet(hub) as tablet:
        assert tablet.sign_in("118").status_code == 303
        cookies = dict(tablet.http.cookies)
    close(is_active=False)
    try:
        with house.running() as url:
            refresh(folder, url)
    finally:
        close(is_active=True)
    with HubHouse(folder).running() as again, Tablet(again) as tablet:
        assert tablet.sign_in("118").status_code == 403
        tablet.http.cookies.update(cookies)
        page = tablet.http.get("/station", headers={"accept": "text/html"})
        assert page.headers["location"].startswith("/office/login")


def test_nothing_personal_is_kept_but_names_and_roles(hub: HubHouse, folder: Path) -> None:
    shop = msgspec.json.decode((folder / identity.SHOP).read_bytes(), type=HubShop)
    assert {person.login for person in shop.people} == {"anna", "ben", "max"}
    assert b"password" not in (folder / identity.SHOP).read_bytes()
    kept = hub.database.read_sync(lambda connection: list(staff.listed(connection, "1")))
    assert [one.has_password for one in kept] == [False, False, False]
    assert {path.stat().st_mode & 0o077 for path in folder.glob("*.json")} == {0}


def test_the_hub_has_no_other_rooms(hub: HubHouse) -> None:
    """Whoever is signed in finds the station, and nothing of the office."""
    with Tablet(hub) as tablet:
        tablet.sign_in("201")
        for path in ("/office/people", "/office/goods", "/office/api/staff", "/v1/tx", "/v1/hub/shop"):
            assert tablet.http.get(path).status_code == 404, path
        assert tablet.http.get("/office").headers["location"] == "/station"
        assert tablet.http.get("/healthz").json()["status"] == "ok"
        assert "/v1/tx" not in tablet.http.get("/openapi.json").text


# --- deciding ----------------------------------------------------------------------------------------------


def test_what_waits_is_seen_and_decided_and_the_lane_knows_who_and_where(
    hub: HubHouse, lane: Identity, house: ServiceHouse
) -> None:
    double = LaneDouble()
    double.wants(1)
    with Calling(hub.url, lane, double).connected(), Tablet(hub) as tablet:
        tablet.sign_in("117")
        page = until("it is shown", lambda: (found := tablet.station()) and "Age check" in found and found)
        assert "from 18 years" in page
        assert "Identity card seen" in page
        assert told(tablet.decide(LANE, 1)) == "Approved."
        ((command, via),) = [one for one in double.asked if one[0].name == "approve"]
        assert (command.by, command.reason, via) == (house.staff_ids["anna"], "id_seen", "hub")
        until("it is over", lambda: "Age check" not in tablet.station())
        assert told(tablet.lane(LANE, "close")) == "The lane is closed."
        assert told(tablet.lane(LANE, "message", "I am coming.")) == "The message was sent."
        deeds = [(one.name, one.by) for one, _ in double.asked[1:]]
        assert deeds == [("close", "anna"), ("message", "anna")]
    noted = hub.database.read_sync(lambda connection: list(audit.newest(connection, "1", what=LANE)))
    assert [one.who for one in noted] == ["anna"] * 3


def test_of_two_who_decide_at_once_the_first_counts_and_the_second_is_told_who(
    hub: HubHouse, lane: Identity
) -> None:
    double = LaneDouble()
    double.wants(1)
    double.answers_after.clear()
    with Calling(hub.url, lane, double).connected(), Tablet(hub) as anna, Tablet(hub) as ben:
        anna.sign_in("117")
        ben.sign_in("118")
        until("it is shown", lambda: "Age check" in anna.station())
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            both = [pool.submit(one.decide, LANE, 1) for one in (anna, ben)]
            until(
                "both are on their way",
                lambda: len(hub.database.read_sync(lambda c: list(audit.newest(c, "1", what=LANE)))) == 2,
            )
            double.answers_after.set()
            answers = [told(one.result()) for one in both]
        assert answers.count("Approved.") == 1
        assert sum(" was faster: approved at " in answer for answer in answers) == 1
        assert len(double.decided) == 1


def test_a_lane_that_does_not_answer_is_told_as_that_and_a_late_word_changes_nothing(
    hub: HubHouse, lane: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.office.pages.station.OUTCOME_S", 0.2)
    double = LaneDouble()
    double.wants(1)
    double.answers_after.clear()
    with Calling(hub.url, lane, double).connected(), Tablet(hub) as tablet:
        tablet.sign_in("117")
        until("it is shown", lambda: "Age check" in tablet.station())
        assert told(tablet.decide(LANE, 1)).startswith("The lane has not answered yet.")
        double.answers_after.set()
        until("it was done once", lambda: double.decided)
        until("it is over", lambda: "Age check" not in tablet.station())
    assert [command.name for command, _ in double.asked] == ["approve"]


# --- coming and going --------------------------------------------------------------------------------------


def test_when_the_service_is_back_the_lane_leaves_nothing_at_the_hub_and_may_come_again(
    hub: HubHouse, lane: Identity
) -> None:
    double = LaneDouble()
    double.wants(1)
    with Calling(hub.url, lane, double).connected() as calling, Tablet(hub) as tablet:
        tablet.sign_in("117")
        until("it is shown", lambda: "Age check" in tablet.station())
        calling.is_needed = False
        until("the lane has left", lambda: not calling.channel.is_connected)
        until("nothing waits at the hub", lambda: "Age check" not in tablet.station())
        assert "not at the hub" in tablet.station()
        calling.is_needed = True
        calling.connected()
        until("it is shown again", lambda: "Age check" in tablet.station())
        assert told(tablet.decide(LANE, 1)) == "Approved."


def test_a_hub_that_was_killed_shows_everything_again(folder: Path, lane: Identity) -> None:
    double = LaneDouble()
    double.wants(1)
    for _ in range(2):
        with (
            HubHouse(folder).running() as hub,
            Calling(hub.url, lane, double).connected(),
            Tablet(hub) as tablet,
        ):
            tablet.sign_in("117")
            until("it is shown once", lambda: tablet.station().count("<article") == 1)


def test_the_oldest_lane_comes_first(hub: HubHouse, lane: Identity, other_lane: Identity) -> None:
    first, second = LaneDouble(), LaneDouble()
    second.wants(1)
    first.wants(1)
    with (
        Calling(hub.url, lane, first).connected(),
        Calling(hub.url, other_lane, second).connected(),
        Tablet(hub) as tablet,
    ):
        tablet.sign_in("117")
        page = until("both wait", lambda: (one := tablet.station()).count("<article") == 2 and one)
        assert page.index('id="visit-1-2"') < page.index('id="visit-1-1"')
        until("each lane knows its place", lambda: (first.place, second.place) == (2, 1))
