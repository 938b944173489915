"""Becoming a member at a lane of its own processes: whole there, and begun there and finished on a phone.

The member's prices count in the very purchase, and nothing of who joined is left: not on the screen, not for
who listens, in no file of lane or service.
"""

import os
from pathlib import Path
from typing import Any

import pytest
from scenarios_attended import AttendedLane, opened, story, until
from scenarios_browser import CHROMIUM
from scenarios_secrets import secrets_in
from scenarios_top_up import AMOUNT, NO_SCALES, SETTINGS, TOUCH_AMOUNT

from simulators.browser import PHONE, Tab, running
from tools.everyone.alike import is_alike
from tools.journey.album import NotSoError
from tools.journey.books import Books
from tools.journey.hands import code_in

NUMBER = "01715553344"
NUMBERS = [NUMBER, NUMBER.removeprefix("0")]
"""However it might be written somewhere."""
MILK, MILK_MINOR, CLUB_MINOR = "pack:whole-milk-1-l", 119, 99
CODE_READY = "document.getElementById('card')?.dataset.state === 'ready'"
PICTURES = os.environ.get("JOIN_PICTURES", "")
"""Where pictures are kept for somebody to look at; empty: with the test's own files."""
PAID = ('touch = "pay"', 'touch = "payCard"', 'wait = "receipt"', 'touch = "receiptNone"', 'wait = "attract"')


class FirstScreen:
    """What the lane shows and says when nobody is there."""

    def __init__(self, lane: AttendedLane) -> None:
        lane.do('wait = "attract"')
        lane.picture("nobody-yet")
        self._lane = lane
        self._picture = (lane.world.out / "screens" / "nobody-yet.png").read_bytes()
        self._words = words(lane)

    def is_back(self) -> bool:
        """Whether it is the same again, for eyes and ears."""
        self._lane.picture("nobody-again")
        again = (self._lane.world.out / "screens" / "nobody-again.png").read_bytes()
        return words(self._lane) == self._words and is_alike(again, self._picture)


def words(lane: AttendedLane) -> list[str]:
    """What a screen reader finds."""
    return [str(one) for one in lane.world.lane.ask("read")["words"]]


def newest_member(books: Books) -> dict[str, bool]:
    """What who joined last agreed to."""
    return books.consents(books.newest_member())


def test_who_joins_at_the_lane_pays_the_member_s_price_at_once_and_leaves_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as shop:
        lane = shop.lane(1, SETTINGS, uses=NO_SCALES)
        first, books = FirstScreen(lane), Books(shop.store.folder / "store.db")
        lane.do(f'show = "{MILK}"', f"expect = {{ total_minor = {MILK_MINOR}, member = false }}")
        lane.do('touch = "join"', 'touch = "joinHere"', f'key = "{NUMBER}\\n"')
        lane.do('touch = "agree-club"', 'touch = "joinNow"')
        lane.do(f'expect = {{ total_minor = {CLUB_MINOR}, member = true, offers = ["club-milk"] }}')
        lane.picture("joined")
        assert not any(NUMBER in one.replace(" ", "") for one in words(lane))
        assert newest_member(books) == {"club": True}
        lane.do(*PAID)
        until("the first screen is back", first.is_back)
        until("the sale has arrived", lambda: ("sold", CLUB_MINOR) in shop.sales())
        sale = books.rows("SELECT member_id FROM sale WHERE outcome = 'sold'")
        assert sale == [(books.newest_member(),)]
        # the same number again joins nobody, and says so without saying whose it is
        lane.do(f'show = "{MILK}"', 'touch = "join"', 'touch = "joinHere"', f'key = "{NUMBER}\\n"')
        lane.do('touch = "agree-club"', 'touch = "joinNow"')
        until("it says so", lambda: "This number has a membership" in words(lane))
        lane.do('touch = "joinClose"', "expect = { member = false }")
        events = lane.journal()
        assert [one["reason"] for one in story(events, "JoinRefused")] == ["known"]
        lane.world.stop()
        shop.store.stop()
    assert secrets_in(tmp_path, NUMBERS) == {}


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt install chromium)")
def test_a_phone_finishes_what_the_lane_began_and_is_loaded_by_its_code(tmp_path: Path) -> None:
    with opened(tmp_path / "shop") as shop, running(tmp_path / "chromium") as browser:
        lane = shop.lane(1, SETTINGS, uses=NO_SCALES)
        first, books = FirstScreen(lane), Books(shop.store.folder / "store.db")
        pictures = Path(PICTURES) if PICTURES else lane.world.out / "screens"
        phone = Tab(browser, PHONE, scale=2)
        phone.speaks("en")

        lane.do(f'show = "{MILK}"', 'touch = "join"', 'touch = "joinPhone"')
        until("the lane shows a code", lambda: any("Scan this" in one for one in words(lane)))
        address = until("it can be read", lambda: read_from(lane))
        phone.open(address, "/phone/join")
        phone.run("document.querySelector('[name=name]').value = 'Lena'")
        phone.touch("document.querySelector('[name=agree_club]')")
        phone.touch("document.querySelector('button[type=submit]')")
        phone.until(f"location.pathname === '/phone' && {CODE_READY}")
        lane.do(f"expect = {{ total_minor = {CLUB_MINOR}, member = true }}\ntimeout_s = 30")
        until("the code is off the screen", lambda: not any("Scan this" in one for one in words(lane)))
        lane.picture("joined-by-phone")
        lane.do(*PAID)
        until("the first screen is back", first.is_back)

        member_id = books.newest_member()
        lane.do('touch = "topUp"')
        shown, codes = pictures / "phone-code.png", list[str]()

        def is_known() -> bool:
            """Hold the phone up; a slow machine may be too late for a code, and takes the next."""
            phone.picture(shown)
            codes.append(code_in(shown))
            lane.do(f'show = "{shown}"')
            return any("€20.00" in one for one in words(lane))

        until("the lane knows the phone", is_known)
        lane.do(TOUCH_AMOUNT, 'wait = "receipt"', 'touch = "receiptNone"', 'wait = "attract"')
        until("it is booked", lambda: books.balance(books.account(member_id)) == AMOUNT)
        until("the first screen is back", first.is_back)
        cookies: list[dict[str, Any]] = phone.call("Network.getCookies")["cookies"]
        kept = [str(one["value"]) for one in cookies if one["name"] != "lane_join"]
        assert kept, "the phone has a session"
        assert phone.complaints() == []
        lane.world.stop()
        shop.store.stop()
    secrets = [*codes, *(one.removeprefix("OSC1MR:") for one in codes), *kept, "Lena"]
    assert secrets_in(tmp_path / "shop", secrets) == {}


def read_from(lane: AttendedLane) -> str:
    """What a phone's camera reads from the lane's screen; empty while there is nothing yet."""
    lane.picture("join-code")
    try:
        return code_in(lane.world.out / "screens" / "join-code.png")
    except NotSoError:
        return ""
