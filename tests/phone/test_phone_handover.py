"""From the phone's basket to a lane and back: its code, who may have it, the receipt; how the page looks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from phone_browser import CHROMIUM, Browser, Phone
from phone_shop import Client, Known, Shop, heard

from retail.credential import issue
from retail.credential.code import Credential, Kind, parse
from retail.credential.issue import Grant
from retail.credential.verify import Till, Verified, verify
from retail.wire.handover import PhoneBasket
from store.data.journals import handover

SOLD, STRANGE = "9521000001084", "5901234123457"
READY = "document.getElementById('pay')?.dataset.state === 'ready'"


def hand(phone: Known, *codes: str) -> Any:
    return phone.ask("/phone/api/handover", {"lines": [{"code": code, "quantity": 2} for code in codes]})


def where(phone: Known) -> dict[str, str]:
    answer = phone.get("/phone/api/handover")
    assert answer.status_code == 200
    return dict(answer.json())


def take(shop: Shop, subject: str, sale: str = "x1", lane: str = "lane-2") -> PhoneBasket:
    return shop.database.write_sync(lambda one: handover.claim(one, "1", lane, subject, sale, shop.clock()))


def end(shop: Shop, subject: str, outcome: Any, sale: str = "x1", lane: str = "lane-2") -> None:
    shop.database.write_sync(
        lambda one: handover.ended(one, "1", lane, sale, outcome, resumed_of=subject, envelope_id="e-1")
    )


def granted(answer: Any) -> Grant:
    assert answer.status_code == 200, answer.text
    return msgspec.convert(answer.json()["grant"], Grant)


def test_the_code_counts_at_this_shops_lanes_and_carries_what_was_scanned(anna: Known, shop: Shop) -> None:
    answer = hand(anna, SOLD, STRANGE)
    grant, known = granted(answer), heard(shop)
    text = issue.shown(grant, shop.clock.now_s)
    assert text is not None
    till = Till(shop_id="1", trust=known.trust, revoked=known.revoked)
    assert isinstance(verify(text, till, shop.clock.now_s, (Kind.BASKET,)), Verified)
    assert (answer.json()["pieces"], answer.json()["left_out"]) == (2, 1)
    basket = take(shop, grant.subject)
    assert [(line.key, line.quantity) for line in basket.lines] == [(SOLD.zfill(14), 2)]
    assert basket.member_subject


def test_at_a_lane_it_is_not_changed_and_paid_it_is_the_receipts(anna: Known, shop: Shop) -> None:
    assert where(anna)["state"] == "none"
    subject = granted(hand(anna, SOLD)).subject
    assert where(anna)["state"] == "open"
    take(shop, subject)
    assert where(anna) == {"state": "claimed", "lane": "lane-2", "receipt": ""}
    refused = hand(anna, SOLD)
    assert (refused.status_code, refused.json()["code"]) == (409, "at_lane")
    assert anna.ask("/phone/api/handover/back").json() == {"is_back": False}
    end(shop, subject, "sold")
    assert where(anna) == {"state": "paid", "lane": "lane-2", "receipt": "e-1"}
    assert hand(anna, SOLD).status_code == 200


def test_given_back_by_the_lane_or_taken_back_by_the_phone(anna: Known, shop: Shop) -> None:
    subject = granted(hand(anna, SOLD)).subject
    take(shop, subject)
    end(shop, subject, "cancelled")
    assert where(anna)["state"] == "open"
    assert anna.ask("/phone/api/handover/back").json() == {"is_back": True}
    assert take(shop, subject, "x2").reason == "changed"


def test_nothing_a_lane_could_take_over_is_no_basket(anna: Known) -> None:
    for codes in ((), (STRANGE,), ("x" * 300,)):
        answer = hand(anna, *codes)
        assert (answer.status_code, answer.json()["code"]) == (422, "empty")
    assert hand(anna, *[SOLD] * 101).status_code == 422
    assert where(anna)["state"] == "none"


def test_nobody_sees_or_takes_somebody_elses_basket(anna: Known, client: Client) -> None:
    hand(anna, SOLD)
    ben = Known(client)
    assert where(ben)["state"] == "none"
    assert ben.ask("/phone/api/handover/back").json() == {"is_back": False}
    assert where(anna)["state"] == "open"
    client.cookies.clear()
    assert client.get("/phone/api/handover").status_code == 401


def test_an_erased_members_basket_is_gone_at_once(anna: Known, shop: Shop) -> None:
    subject = granted(hand(anna, SOLD)).subject
    assert anna.post("/phone/me/erase", word="erase").status_code == 303
    assert take(shop, subject).reason == "unknown"


# --- the page ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def url(shop: Shop) -> Iterator[str]:
    with shop.served() as address:
        yield address


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt install chromium)")
def test_the_page_shows_the_code_waits_for_the_lane_and_ends_with_the_receipt(
    browser: Browser, url: str, shop: Shop, tmp_path: Path
) -> None:
    with Phone(browser) as phone:
        phone.speaks("en")
        phone.open(f"{url}/phone/join")
        phone.run(
            "document.querySelector('[name=name]').value = 'Anna';"
            "document.querySelector('[name=agree_club]').click();"
            "document.querySelector('button[type=submit]').click()"
        )
        phone.until("location.pathname === '/phone' && document.getElementById('card') !== null")
        phone.run(f"localStorage.setItem('basket', JSON.stringify([{{code: '{SOLD}', quantity: 3}}]))")
        phone.open(f"{url}/phone/scan")
        phone.until("document.getElementById('scan').dataset.priced === '1'")
        phone.picture(tmp_path / "scan.png")
        phone.open(f"{url}/phone/pay")
        phone.until(READY)
        phone.picture(tmp_path / "open.png")
        shown = parse(phone.run("document.getElementById('pay').dataset.code"))
        assert isinstance(shown, Credential)
        assert take(shop, shown.subject, "x7", "lane-7").verdict == "held"
        phone.until("document.getElementById('pay').dataset.state === 'claimed'")
        phone.picture(tmp_path / "claimed.png")
        end(shop, shown.subject, "sold", "x7", "lane-7")
        phone.until("document.getElementById('pay').dataset.state === 'paid'")
        phone.picture(tmp_path / "paid.png")
        assert phone.run("localStorage.getItem('basket')") is None
        assert phone.run("document.querySelector('[data-part=receipt]').pathname") == "/phone/receipts/e-1"
        phone.open(f"{url}/phone/pay")
        phone.until("document.getElementById('pay').dataset.state === 'empty'")
        assert phone.complaints() == []
