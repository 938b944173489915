"""The service is gone, and the shop goes on: staff decide at the hub, and the journal tells so afterwards."""

import os
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest
from scenarios_attended import DEADLINE_S, Shop, opened, story, until
from scenarios_browser import CHROMIUM, tablet
from scenarios_hub import HubHouse, sign_in

WINE, TOTAL = "rosé-wine-dry-0-75-l", 599
PICTURES = os.environ.get("HUB_PICTURES", "")
"""Where pictures of the pages are kept for somebody to look at; empty: with the test's own files."""


def guessing_locks_over_a_power_cut(hub: HubHouse, number: str, pin: str) -> None:
    """Five wrong PINs, the plug, and the right one opens nothing."""

    def answer(shown: str) -> int:
        with httpx.Client(base_url=hub.address, timeout=DEADLINE_S) as tablet:
            tablet.get(hub.link)
            return tablet.post("/office/login", data={"who": number, "pin": shown}).status_code

    wrong = f"{(int(pin) + 1) % 10 ** len(pin):0{len(pin)}}"
    assert [answer(wrong) for _ in range(5)] == [403] * 5
    hub.kill()
    hub.start()
    assert answer(pin) == 403


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt install chromium)")
def test_wine_is_approved_at_the_hub_while_the_service_is_dead(tmp_path: Path) -> None:
    pictures = Path(PICTURES) if PICTURES else tmp_path
    with ExitStack() as stack:
        shop: Shop = stack.enter_context(opened(tmp_path / "shop"))
        hub = HubHouse(tmp_path / "hub", shop.store, stack)
        lane = shop.lane(1, {"store": {"hub": hub.address.rstrip("/")}})
        hub.start()
        until("the hub knows the lane", lambda: '"Lane 1"' in hub.list)
        anna = lane.world.afar("anna").staff_id
        number, pin, _ = shop.store.sign_in_of("anna")
        shop.store.child.kill()
        guessing_locks_over_a_power_cut(hub, *shop.store.sign_in_of("max")[:2])
        with tablet(tmp_path / "chromium") as hand:
            sign_in(hand, hub, number, pin)
            hand.picture(pictures / "hub-station.png")
            lane.do(f'show = "pack:{WINE}"', f'bag = "pack:{WINE}"', 'touch = "pay"')
            hand.until("document.querySelectorAll('.need').length === 1")
            hand.until("document.querySelector('.at-hub.caution') !== null")
            hand.picture(pictures / "hub-wine.png")
            hand.touch("document.querySelector('.need .acts button.primary')")
            hand.until("document.querySelector('.nobody') !== null")
            hand.picture(pictures / "hub-calm.png")
            lane.do(
                f'expect = {{ screen = "tender", total_minor = {TOTAL}, open = 0 }}',
                'touch = "payCard"',
                'wait = "paid"',
                'touch = "receiptNone"',
            )
            assert hand.complaints() == []
            assert shop.sales() == []
            shop.store.start()
            lane.world.restart()  # else it waits for its next try: the longer, the longer nobody was there
            until("the sale has arrived", lambda: ("sold", TOTAL) in shop.sales())
            hand.until("document.querySelector('.at-hub.good') !== null")
            hand.picture(pictures / "hub-service-back.png")
        lane.world.lane.stop()
        events = lane.journal()
    (raised,) = [one for one in story(events, "InterventionRaised") if one["kind"] == "age_check"]
    number = raised["intervention_no"]
    (cleared,) = [one for one in story(events, "InterventionCleared") if one["intervention_no"] == number]
    told = {name: cleared[name] for name in ("by", "how", "is_remote", "via", "saw_picture")}
    assert told == {"by": anna, "how": "approved", "is_remote": True, "via": "hub", "saw_picture": True}
    assert cleared["why"]
