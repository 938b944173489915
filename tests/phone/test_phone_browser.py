"""The phone pages in a real browser of a phone's size: codes that count, offline, scanning, how it looks.

Headless Chromium, spoken to over its own debugging protocol. Skipped where there is no Chromium.
"""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from phone_browser import CHROMIUM, Browser, Phone
from phone_shop import Shop, heard
from PIL import Image

from retail.credential.number import Number, read_number
from retail.credential.recognise import Memory, by_number
from retail.credential.verify import Till, Verified, verify

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt install chromium)")
READY = "location.pathname === '/phone' && document.getElementById('card')?.dataset.state === 'ready'"
BARCODE_READ = (Path(__file__).parent / "phone_barcode.js").read_text("utf-8")
"""Draws an EAN-13 and reads it with the page's own reader, under the page's own policy."""
PAGES = (
    "/phone",
    "/phone/wallet",
    "/phone/scan",
    "/phone/receipts",
    "/phone/me",
    "/phone/shelf",
    "/phone/order?q.09521000001084=1",
    "/phone/orders",
    "/phone/likes",
    "/phone/shop",
    "/phone/offline",
)
STRANGERS = (
    "/phone/shops",
    "/phone",
    "/phone/join",
    "/phone/link",
    "/phone/shop",
    "/phone/goods/9521000001084",
)
MEASURED = (Path(__file__).parent / "phone_measured.js").read_text("utf-8")
"""What on a page is hard to read, to touch or to name, as a list of sentences."""


@pytest.fixture(scope="module")
def url(shop: Shop) -> Iterator[str]:
    with shop.served() as address:
        yield address


@pytest.fixture
def phone(browser: Browser) -> Iterator[Phone]:
    with Phone(browser) as opened:
        opened.speaks("en")
        yield opened


def join(phone: Phone, url: str) -> None:
    """Through the form, as a person does."""
    phone.open(f"{url}/phone/join")
    phone.run(
        "document.querySelector('[name=name]').value = 'Anna';"
        "document.querySelector('[name=agree_club]').click();"
        "document.querySelector('button[type=submit]').click()"
    )
    phone.until(READY)


def at_the_lane(shop: Shop, text: str, at_s: float) -> Any:
    known = heard(shop)
    return verify(text, Till(shop_id="1", trust=known.trust, revoked=known.revoked), int(at_s))


def now_of(phone: Phone, shop: Shop) -> float:
    """The shop's clock stands still while the phone's goes on: where the phone thinks the shop is."""
    began = phone.run("shop.unlock('grant').then((grant) => Date.now() / 1000 + grant.ahead_s)")
    assert isinstance(began, float)
    return began


def read_from(picture: bytes) -> str:
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    return str(found.text)


def test_the_code_on_the_screen_is_read_by_a_scanner_and_counts_at_the_lane(
    phone: Phone, url: str, shop: Shop, tmp_path: Path
) -> None:
    join(phone, url)
    shown = read_from(phone.picture(tmp_path / "code.png"))
    assert len(shown) == 154
    assert isinstance(at_the_lane(shop, shown, now_of(phone, shop)), Verified)
    assert phone.run("document.getElementById('card').dataset.code.startsWith('OSC1MR:')")
    assert phone.complaints() == []


def test_the_phones_key_cannot_be_taken_out_and_the_grant_is_kept_encrypted(phone: Phone, url: str) -> None:
    join(phone, url)
    for key in ("device", "box", "number"):
        assert phone.run(f"shop.get('{key}').then((key) => key.extractable)") is False
    kept = phone.run(
        "shop.get('grant').then((kept) => Object.keys(kept).sort().join() + kept.body.constructor.name)"
    )
    assert kept == "body,ivArrayBuffer"


def test_every_letter_pattern_gives_a_code_that_a_scanner_reads(
    phone: Phone, url: str, tmp_path: Path
) -> None:
    """The page's own QR code, for texts of the lengths and letters a credential has, and odd ones."""
    join(phone, url)
    letters = phone.run("shop.LETTERS")
    texts = [
        "OSC1MR:" + (letters * 4)[: 154 - 7],
        "OSC1MR:" + "0" * 147,
        "OSC1MR:" + ":" * 147,
        "OSC1WR:" + (letters[::-1] * 4)[:147],
        "A" + "B7$" * 51,
    ]
    phone.run(
        "clearInterval(0); document.hidden; Object.defineProperty(document, 'hidden', { get: () => true })"
    )
    for text in texts:
        drawn = f"shop.drawn(shop.qr({json.dumps(text)}))"
        phone.run(f"document.querySelector('[data-part=code]').setAttribute('d', {drawn})")
        assert read_from(phone.picture(tmp_path / "qr.png")) == text
    assert (
        phone.run("(() => { try { shop.qr('a'); } catch (error) { return error.name; } })()") == "RangeError"
    )


def test_the_code_moves_on_when_the_service_is_gone_and_the_page_was_closed(phone: Phone, shop: Shop) -> None:
    with shop.served() as url:
        join(phone, url)
        phone.until_kept(f"{url}/phone")
        phone.until(READY)
    phone.open("about:blank")
    phone.open(f"{url}/phone")
    phone.until(READY)
    first = phone.run("document.getElementById('card').dataset.code")
    phone.run("const real = Date.now; Date.now = () => real() + 30_000")  # half a minute later
    phone.until(f"document.getElementById('card').dataset.code !== {json.dumps(first)}")
    shown = phone.run("document.getElementById('card').dataset.code")
    assert isinstance(at_the_lane(shop, shown, now_of(phone, shop)), Verified)
    assert at_the_lane(shop, first, now_of(phone, shop) + 60).reason.value == "old"
    phone.open(f"{url}/phone/goods/9521000001022")
    phone.until("document.body.innerText.includes('Your code works without a network.')")


def test_the_number_is_the_one_the_lane_works_out(phone: Phone, url: str, shop: Shop) -> None:
    join(phone, url)
    phone.run("document.querySelector('[data-part=ask]').click()")
    phone.until("document.querySelector('[data-part=number]').textContent.length > 10")
    typed = read_number(phone.run("document.querySelector('[data-part=number]').textContent"))
    assert isinstance(typed, Number)
    at_s = int(now_of(phone, shop))
    found = by_number(typed, heard(shop), Memory(), at_s=at_s, use="t-1")
    assert found.key is not None
    assert found.key.value[1:] == phone.run("shop.unlock('grant').then((grant) => grant.subject)")


def test_goods_are_scanned_priced_counted_and_kept_on_the_phone(phone: Phone, url: str) -> None:
    join(phone, url)
    phone.open(f"{url}/phone/scan")
    for code in ("9521000006010", "9521000006010", "9521000003019"):
        phone.run(
            f"{{ const field = document.getElementById('code'); field.value = '{code}';"
            "field.form.requestSubmit() }"
        )
    phone.until("document.getElementById('scan').dataset.priced === '2'")
    phone.until("document.querySelector('[data-part=total]').textContent !== ''")
    text = phone.run("document.querySelector('[data-part=lines]').innerText")
    assert "Milk Chocolate" in text
    assert "Club price: milk" in text
    phone.run("document.querySelector('[aria-label=\"One less: Milk Chocolate 100 g\"]').click()")
    phone.until("document.querySelector('.count').textContent === '1'")
    phone.open(f"{url}/phone/scan")
    phone.until("document.querySelectorAll('.line').length === 2")
    assert phone.complaints() == []


def test_the_camera_opens_with_the_reader_that_is_fetched_only_then(phone: Phone, url: str) -> None:
    join(phone, url)
    phone.open(f"{url}/phone/scan")
    loaded = "performance.getEntriesByType('resource').filter((one) => one.name.includes('zxing')).length"
    assert phone.run(loaded) == 0
    phone.run("document.querySelector('[data-part=open]').click()")
    phone.until(
        "document.querySelector('[data-part=camera-state]').textContent === 'Hold a barcode in the frame.'"
    )
    assert phone.run(loaded) >= 1
    assert phone.run("document.querySelector('video').srcObject.active")
    read = phone.run(BARCODE_READ)
    assert read == "9521000001015"
    phone.run("document.querySelector('[data-part=close]').click()")
    phone.until("document.querySelector('video').srcObject === null")
    assert phone.complaints() == []


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_page_can_be_read_touched_and_named(phone: Phone, url: str, language: str) -> None:
    phone.speaks(language)
    for path in STRANGERS:
        phone.open(url + path)
        assert phone.run(MEASURED) == [], path
        assert phone.run("document.documentElement.lang") == language
    join(phone, url)
    for path in PAGES:
        phone.open(url + path)
        phone.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert phone.run(MEASURED) == [], path
    assert phone.complaints() == []


def test_whoever_erases_everything_leaves_nothing_on_the_phone(phone: Phone, url: str) -> None:
    join(phone, url)
    phone.open(f"{url}/phone/me")
    phone.run(
        "document.querySelectorAll('details').forEach((one) => { one.open = true; });"
        "const form = document.querySelector('form[action=\"/phone/me/erase\"]');"
        "form.elements.word.value = 'erase'; form.querySelector('button').click()"
    )
    phone.until("location.pathname === '/phone' && document.querySelector('.hero') !== null")
    assert "Everything about you was erased." in phone.run("document.body.innerText")
    assert phone.run("shop.get('grant').then((kept) => kept === undefined)")
    assert phone.run("localStorage.length") == 0
