"""The pages in a real browser: nothing breaks the policy, nothing is cut off, news arrive by themselves.

Headless Chromium, spoken to over its own debugging protocol. Skipped where there is no Chromium.
"""

import contextlib
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from store_office import PASSWORD, Office
from store_world import watched

from retail.wire.live import LaneCommand, Waiting
from simulators.browser import CHROMIUM, PHONE, TABLET, Browser, Tab, running
from store.cli import serve
from store.data.database import Database
from store.data.lanes import alerts, commands
from store.office.pages import shell, station

DEADLINE_S = 30.0
PAGES = [
    *(item.path for _, items in shell.MENU for item in items),
    "/office/lanes/1-1",
    "/office/reports/interventions",
    "/office/offers/week-strawberries",
    "/office/goods/09521000001084",
]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt install chromium)")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with running(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


@pytest.fixture(scope="module")
def office(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("browser")
    shutil.copyfile(sqlite_template, folder / "store.db")
    with watched(Database.open(f"sqlite:///{folder / 'store.db'}")) as database:
        yield Office(database, folder, days=2, per_day=20)


@pytest.fixture(scope="module")
def url(office: Office) -> Iterator[str]:
    """The service on a port of its own."""
    with socket.socket() as bound, contextlib.ExitStack() as stack:
        bound.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{bound.getsockname()[1]}"
        server = uvicorn.Server(serve.config(office.app(), office.settings))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        stack.callback(thread.join, DEADLINE_S)
        stack.callback(setattr, server, "should_exit", True)
        thread.start()
        ends = time.monotonic() + DEADLINE_S
        while not server.started:
            assert time.monotonic() < ends
            time.sleep(0.01)
        yield address


def log_in(tab: Tab, url: str, login: str) -> None:
    """Through the form, as a person does."""
    tab.open(f"{url}/office/login")
    tab.run(
        f"document.getElementById('login').value = '{login}';"
        f"document.getElementById('password').value = '{PASSWORD}';"
        "document.querySelector('form').requestSubmit()"
    )
    tab.until("location.pathname === '/office' && document.readyState === 'complete'")


@pytest.mark.parametrize("size", [TABLET, PHONE], ids=["tablet", "phone"])
def test_every_page_fits_and_breaks_no_policy(browser: Browser, url: str, size: tuple[int, int]) -> None:
    with Tab(browser, size) as tab:
        log_in(tab, url, "ops")
        for path in PAGES:
            tab.open(url + path)
            wide = tab.run("document.documentElement.scrollWidth")
            assert wide <= size[0], f"{path} is {wide} wide"
            assert tab.run("getComputedStyle(document.body).backgroundColor") == "rgb(250, 247, 240)", path
        assert tab.complaints() == []


def test_alert_appears_by_itself_and_is_cleared_with_one_tap(
    browser: Browser, url: str, office: Office
) -> None:
    with Tab(browser, TABLET) as tab:
        log_in(tab, url, "anna")
        tab.open(f"{url}/office/alerts")
        tab.until("document.getElementById('live').classList.contains('is-live')")
        before = tab.run("Number(document.querySelector('[data-count]').textContent)")
        office.database.write_sync(
            lambda one: alerts.open_alert(
                one, "1", terminal_id="1-2", kind="help", text="Somebody wants wine.", at=office.clock()
            )
        )
        tab.until("document.body.innerText.includes('Somebody wants wine.')")
        tab.until(f"Number(document.querySelector('[data-count]').textContent) === {before + 1}")
        card = "[...document.querySelectorAll('article')].find(one => one.innerText.includes('wine'))"
        tab.run(f"{card}.querySelector('button.primary').click()")
        tab.until("document.body.innerText.includes('anna is on the way')")
        tab.run(f"[...{card}.querySelectorAll('button')].find(one => one.innerText.includes('Done')).click()")
        tab.until(f"!({card})")
        assert tab.complaints() == []
        (mine,) = [
            one
            for one in office.database.read_sync(lambda one: _past(one))
            if one.text == "Somebody wants wine."
        ]
        assert (mine.seen_by, mine.cleared_by) == ("anna", "anna")


def test_the_station_shows_what_waits_keeps_what_is_open_and_says_what_became_of_a_touch(
    browser: Browser, url: str, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(station, "OUTCOME_S", DEADLINE_S)  # the "lane" of this test is as slow as the machine
    database, now = office.database, office.clock()

    def wait(number: int, item: str) -> None:
        told = Waiting(intervention_no=number, kind="age_check", item=item, measure=18, called_at=now)
        database.write_sync(
            lambda one: alerts.open_alert(
                one, "1", terminal_id="1-3", kind="age_check", text_key="intervention.age_check",
                waiting=told, alert_id=f"wine-{number}", source="lane", at=now,
            )
        )  # fmt: skip

    with Tab(browser, TABLET) as tab:
        log_in(tab, url, "anna")
        tab.open(f"{url}/station")
        tab.until("document.getElementById('live').classList.contains('is-live')")
        wait(1, "Red wine")
        tab.until("document.body.innerText.includes('Red wine')")
        tab.run("document.querySelector('#more-wine-1 summary').click()")
        tab.until("document.querySelector('#more-wine-1').dataset.look === undefined")  # it was looked at
        wait(2, "White wine")
        tab.until("document.body.innerText.includes('White wine')")
        assert tab.run("document.querySelector('#more-wine-1').open")
        given = database.read_sync(lambda one: commands.waiting(one, "1", "1-3", now))
        assert [(one.name, one.intervention_no) for one in given] == [("look", 1)]
        tab.run(
            "document.querySelector('#more-wine-2').closest('.need').querySelector('form button').click()"
        )
        approve: list[LaneCommand] = []
        ends = time.monotonic() + DEADLINE_S
        while not approve:
            assert time.monotonic() < ends
            given = database.read_sync(lambda one: commands.waiting(one, "1", "1-3", now))
            approve = [one for one in given if one.name == "approve"]
        wait(3, "Rose wine")  # the board is another one by the time the lane answers
        tab.until("document.body.innerText.includes('Rose wine')")
        database.write_sync(
            lambda one: commands.done(
                one, "1", "1-3", approve[0].command_id, "refused", "staff_changed_since_seen", now
            )
        )
        tab.until("document.getElementById('notice').innerText.includes('It is more by now.')")
        database.write_sync(
            lambda one: [alerts.clear(one, "1", f"wine-{number}", "1-3", now) for number in (1, 2, 3)]
        )
        tab.until("!document.body.innerText.includes('wine')")
        assert tab.complaints() == []


def _past(connection: Any) -> Any:
    from store.data.lanes import lane_pages

    return lane_pages.past_alerts(connection, "1")


def test_page_is_walked_by_keyboard(browser: Browser, url: str) -> None:
    with Tab(browser, TABLET) as tab:
        log_in(tab, url, "anna")

        def press(key: str, code: int) -> None:
            for kind in ("keyDown", "keyUp"):
                tab.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

        press("Tab", 9)
        assert tab.run("document.activeElement.getAttribute('href')") == "#content"
        seen = set()
        for _ in range(30):
            press("Tab", 9)
            seen.add(tab.run("document.activeElement.getAttribute('href') || document.activeElement.tagName"))
            ring = "getComputedStyle(document.activeElement).boxShadow !== 'none'"
            assert tab.run(f"document.activeElement === document.body || {ring}"), seen
        assert {"/office/alerts", "/office/sales", "BUTTON"} <= seen


def test_without_scripts_the_forms_still_work(url: str, office: Office) -> None:
    """The same forms, sent by a client that runs no script at all."""
    alert_id = office.database.write_sync(
        lambda one: alerts.open_alert(
            one, "1", terminal_id="1-1", kind="help", text="Hello?", at=office.clock()
        )
    )
    with httpx.Client(base_url=url, headers={"accept": "text/html"}, follow_redirects=True) as plain:
        page = plain.post("/office/login", data={"login": "max", "password": PASSWORD})
        assert page.url.path == "/office"
        secret = page.text.partition('name="csrf_token" value="')[2].partition('"')[0]
        answer = plain.post(f"/office/alerts/{alert_id}/seen", data={"csrf_token": secret})
        assert (answer.status_code, answer.url.path) == (200, "/office/alerts")
        assert "max is on the way" in answer.text
