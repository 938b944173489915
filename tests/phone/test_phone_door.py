"""The phone pages without a browser: joining, who may see what, forms, limits, keys, erasing."""

import base64
import gc
import json
import os
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from litestar.testing import TestClient
from phone_shop import PAGE, Client, Known, Shop, heard

from retail.credential import issue, number
from retail.credential.code import Kind
from retail.credential.issue import Grant
from retail.credential.verify import Refused, Till, Verified, verify
from store.data.people import members, phones
from store.data.replication import feed_pages
from store.data.schema.base import metadata
from store.data.schema.feed import CHAIN
from store.front.admission import UNLIMITED, Rates
from store.identity.limits import Rate
from store.phone.agreements import AGREEMENTS
from store.phone.grants import CHALLENGE_S, USE


def counted(shop: Shop) -> dict[str, int]:
    """How much is kept of members."""
    tables = ("member_person", "member_key", "member_credential", "phone_device", "phone_session")
    with shop.database.engines.reader.connect() as connection:
        return {
            table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in (*tables, "phone_consent")
        }


def at_the_lane(shop: Shop, text: str) -> Verified | Refused:
    known = heard(shop)
    till = Till(shop_id="1", trust=known.trust, revoked=known.revoked)
    return verify(text, till, shop.clock.now_s)


def granted(phone: Known, proof: dict[str, str] | None = None) -> tuple[Grant, dict[str, Any]]:
    answer = phone.ask("/phone/api/grant", proof or {})
    assert answer.status_code == 200, answer.text
    body = answer.json()
    return msgspec.convert(body["grant"], Grant), body


# --- joining -----------------------------------------------------------------------------------------------


def test_nothing_is_ticked_beforehand(client: Client) -> None:
    form = client.get("/phone/join", headers=PAGE).text
    assert form.count('type="checkbox"') == len(AGREEMENTS)
    assert "checked" not in form


def test_without_the_membership_nobody_joins_and_nothing_is_kept(client: Client, shop: Shop) -> None:
    before = counted(shop)
    client.cookies.clear()
    answer = client.post("/phone/join", data={"name": "Anna", "agree_history": "yes"}, headers=PAGE)
    assert answer.status_code == 422
    assert 'value="Anna"' in answer.text, "what was typed stays"
    assert not answer.cookies
    assert counted(shop) == before


def test_only_what_was_ticked_is_agreed(client: Client) -> None:
    anna = Known(client, agree_history="yes")
    page = anna.get("/phone/me").text
    interests, history = (page.index(f'value="{name}"') for name in ("interests", "history"))
    assert "checked" not in page[interests:history]
    assert "checked" in page[history:]


def test_joining_says_nothing_about_anybody(client: Client) -> None:
    """Twice the same name, and no field by which a member could be found."""
    one, two = Known(client), Known(client)
    assert one.cookies != two.cookies
    names = set(re.findall(r'<input[^>]* name="(\w+)"', client.get("/phone/join", headers=PAGE).text))
    assert names == {"public_key", "name", *(f"agree_{each.purpose}" for each in AGREEMENTS)}


@pytest.mark.parametrize("key", ["x", "AAAA", base64.b64encode(b"\x04" + bytes(64)).decode(), "A" * 5000])
def test_what_is_no_key_of_a_phone_is_refused(client: Client, key: str) -> None:
    answer = client.post("/phone/join", data={"agree_club": "yes", "public_key": key})
    assert answer.status_code == 400


def test_a_name_is_encrypted_and_cut(client: Client, shop: Shop) -> None:
    anna = Known(client, name="Zebulon\x00<b>" + "a" * 100)
    with shop.database.engines.reader.connect() as connection:
        rows = connection.exec_driver_sql("SELECT sealed FROM member_person").scalars()
        assert not any(b"Zebulon" in bytes(sealed) for sealed in rows)
    assert anna.post("/phone/me/export").json()["member"]["person"]["name"] == "Zebulon<b>" + "a" * 30


def test_a_form_of_another_site_joins_nobody(client: Client) -> None:
    fields = {"agree_club": "yes"}
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}):
        assert client.post("/phone/join", data=fields, headers=headers).status_code == 403


def test_one_address_joins_only_so_often(shop: Shop) -> None:
    with TestClient(shop.app(Rates(stranger_address=Rate(per_second=0.5, burst=3)))) as client:
        codes = [
            client.post("/phone/join", data={"agree_club": "yes"}, follow_redirects=False).status_code
            for _ in range(4)
        ]
    assert codes == [303, 303, 303, 429]


# --- who may see what --------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/phone/wallet", "/phone/scan", "/phone/receipts", "/phone/me"])
def test_a_stranger_is_led_to_the_first_page(client: Client, path: str) -> None:
    answer = client.get(path, headers=PAGE, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/phone")


@pytest.mark.parametrize("cookie", ["", "x", "a" * 64, "a" * 10_000, "1.abc"])
def test_a_made_up_cookie_is_nobody(client: Client, cookie: str) -> None:
    answer = client.post("/phone/api/number", headers={"cookie": f"store-phone={cookie}"}, json={})
    assert (answer.status_code, answer.json()["code"]) == (401, "no_session")


def test_nothing_is_changed_without_the_secret_of_the_session(client: Client, anna: Known) -> None:
    other = Known(client)
    for secret in ("", "0" * 64, other.csrf):
        anna_with = Known.__new__(Known)
        anna_with.__dict__.update(anna.__dict__ | {"csrf": secret})
        for path in ("/phone/me/erase", "/phone/me/link", "/phone/me/consent", "/phone/me/export"):
            assert anna_with.post(path, word="erase").status_code == 403
        assert anna_with.ask("/phone/api/grant").status_code == 403
    assert anna.get("/phone/me").status_code == 200


def test_a_session_of_staff_is_no_members_and_the_other_way_round(client: Client, anna: Known) -> None:
    assert anna.get("/office/members").status_code == 303
    secret = next(iter(anna.cookies.values()))
    answer = client.get("/office/api/me", headers={"cookie": f"store-session=1.{secret}"})
    assert answer.status_code == 401


def test_pages_are_kept_by_nobody_and_only_scanning_may_ask_for_the_camera(anna: Known) -> None:
    for path in ("/phone", "/phone/wallet", "/phone/me", "/phone/scan"):
        headers = anna.get(path).headers
        assert headers["cache-control"] == "no-store"
        assert ("camera=(self)" in headers["permissions-policy"]) is (path == "/phone/scan")
        assert ("'wasm-unsafe-eval'" in headers["content-security-policy"]) is (path == "/phone/scan")
        assert "unsafe-inline" not in headers["content-security-policy"]


def test_too_many_questions_of_one_phone_are_refused_by_name(shop: Shop) -> None:
    rates = Rates(stranger_address=UNLIMITED, person=Rate(per_second=1, burst=20))
    with TestClient(shop.app(rates)) as client:
        anna = Known(client)
        answers = [anna.ask("/phone/api/basket", {"lines": []}) for _ in range(25)]
        codes = {answer.status_code for answer in answers}
        assert codes == {200, 429}
        assert answers[-1].json()["code"] == "too_often"
        assert int(answers[-1].headers["retry-after"]) >= 1


@pytest.mark.slow
def test_ten_thousand_scans_of_one_phone_are_refused_and_leave_nothing(shop: Shop) -> None:
    """Others are served meanwhile, and neither rows nor memory grow with what is refused."""

    def rows() -> int:
        with shop.database.engines.reader.connect() as connection:
            return sum(
                connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
                for table in metadata.tables
            )

    with TestClient(shop.app(Rates(stranger_address=UNLIMITED))) as client:
        anna, otto = Known(client), Known(client)

        def ask() -> int:
            answer = anna.ask("/phone/api/basket", {"lines": []})
            assert answer.status_code in (200, 429)
            assert answer.status_code == 200 or answer.json()["code"] == "too_often"
            return int(answer.status_code)

        codes = [ask() for _ in range(1_000)]
        before, kept = rows(), _held()
        codes += [ask() for _ in range(9_000)]
        assert codes.count(429) > 9_000
        assert rows() == before
        assert _held() - kept < 5_000_000
        assert otto.ask("/phone/api/basket", {"lines": []}).status_code == 200


def _held() -> int:
    """Bytes of this process in memory."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


# --- the code ----------------------------------------------------------------------------------------------


def test_a_grant_shows_codes_that_count_at_the_lane_without_a_link(shop: Shop, anna: Known) -> None:
    grant, body = granted(anna)
    text = issue.shown(grant, shop.clock.now_s)
    assert text is not None
    answer = at_the_lane(shop, text)
    assert isinstance(answer, Verified)
    assert answer.member_key is not None
    assert body["server_s"] == shop.clock.now_s
    shop.clock.move(11.9 * 3600)
    late = issue.shown(grant, shop.clock.now_s)
    assert isinstance(at_the_lane(shop, late or ""), Verified), "all day, and nobody was asked"


def test_a_lane_knows_the_member_by_what_the_feed_told(shop: Shop, anna: Known) -> None:
    from kiosk.database.replica import hashed_key
    from store.identity import lookup

    grant, _ = granted(anna)
    answer = at_the_lane(shop, issue.shown(grant, shop.clock.now_s) or "")
    assert isinstance(answer, Verified)
    assert answer.member_key is not None
    page = shop.database.read_sync(
        lambda connection: feed_pages.page(connection, "1", CHAIN, after=0, limit=2000, wire=1)
    )
    told_keys = {row.key for row in (page.rows if page is not None else ()) if row.kind == members.KIND}
    assert hashed_key(lookup.member_secret(shop.vault), answer.member_key) in told_keys


def test_the_number_counts_once_the_phone_opened_it(shop: Shop, anna: Known) -> None:
    _, body = granted(anna)
    key = base64.b64decode(body["number_key"])
    assert key not in [one.key for one in heard(shop).numbers]
    opened = anna.ask("/phone/api/number").json()
    assert opened["until_s"] == shop.clock.now_s + 1800
    (row,) = (one for one in heard(shop).numbers if one.key == key)
    assert number.number_at(row.key, Kind.MEMBER, shop.clock.now_s).startswith("2")


class Keyed:
    """A phone with a key of its own."""

    def __init__(self, client: Client) -> None:
        self.private = ec.generate_private_key(ec.SECP256R1())
        point = self.private.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )
        self.known = Known(client, public_key=base64.b64encode(point).decode())

    def challenge(self) -> str:
        text: str = self.known.get("/phone/api/challenge").json()["challenge"]
        return text

    def proof(self, challenge: str) -> dict[str, str]:
        signature = self.private.sign(USE + challenge.encode(), ec.ECDSA(hashes.SHA256()))
        raw = b"".join(part.to_bytes(32, "big") for part in decode_dss_signature(signature))
        return {"challenge": challenge, "signature": base64.b64encode(raw).decode()}


def test_a_phone_with_a_key_has_to_use_it(shop: Shop, client: Client) -> None:
    phone = Keyed(client)
    assert phone.known.ask("/phone/api/grant").json()["code"] == "challenge"
    granted(phone.known, phone.proof(phone.challenge()))


def test_a_stolen_cookie_or_an_old_signature_gets_no_grant(shop: Shop, client: Client) -> None:
    phone, thief = Keyed(client), Keyed(client)
    challenge = phone.challenge()
    forged = {**phone.proof(challenge), "signature": thief.proof(challenge)["signature"]}
    assert phone.known.ask("/phone/api/grant", forged).json()["code"] == "signature"
    others = thief.proof(thief.challenge())
    assert phone.known.ask("/phone/api/grant", others).json()["code"] == "challenge"
    old = phone.proof(challenge)
    shop.clock.move(CHALLENGE_S + 1)
    assert phone.known.ask("/phone/api/grant", old).json()["code"] == "challenge"


@pytest.mark.parametrize(
    "proof",
    [
        {"challenge": "1.x", "signature": ""},
        {"challenge": "9" * 400, "signature": "AA=="},
        {"challenge": "²", "signature": "AA=="},
        {"challenge": 1},
        [],
        {"signature": "not base 64!"},
    ],
)
def test_a_proof_that_is_none_is_refused(client: Client, proof: Any) -> None:
    phone = Keyed(client)
    assert phone.known.ask("/phone/api/grant", proof).status_code in (400, 403, 413)


# --- phones ------------------------------------------------------------------------------------------------


def code_of(page: str) -> str:
    found = re.search(r'class="number">([\d ]+)<', page)
    assert found is not None
    return found[1]


def test_another_phone_becomes_the_same_members_and_is_taken_back_alone(
    shop: Shop, client: Client, anna: Known
) -> None:
    grant, _ = granted(anna)
    code = code_of(anna.post("/phone/me/link").text)
    answer = client.post("/phone/link", data={"code": code}, headers=PAGE, follow_redirects=False)
    assert answer.status_code == 303
    second = Known.__new__(Known)
    second.__dict__.update(anna.__dict__ | {"cookies": dict(answer.cookies)})
    page = second.get("/phone/me").text
    second.csrf = re.search(r'data-csrf="(\w+)"', page)[1]  # type: ignore[index]
    other, _ = granted(second)
    assert other.subject != grant.subject
    first_end = re.findall(r"/phone/me/phones/([\w-]+)/end", page)[0]
    assert second.post(f"/phone/me/phones/{first_end}/end").status_code == 303
    assert anna.get("/phone/me").status_code == 303, "the lost phone is nobody now"
    lost = at_the_lane(shop, issue.shown(grant, shop.clock.now_s) or "")
    assert isinstance(lost, Refused)
    assert lost.reason.value == "revoked"
    assert isinstance(at_the_lane(shop, issue.shown(other, shop.clock.now_s) or ""), Verified)


def test_a_wrong_used_or_old_link_is_told_in_one_way(shop: Shop, client: Client, anna: Known) -> None:
    def refusal(code: str) -> str:
        answer = client.post("/phone/link", data={"code": code}, headers=PAGE)
        assert answer.status_code == 422
        assert "store-phone" not in answer.cookies
        return answer.text

    used = code_of(anna.post("/phone/me/link").text)
    client.post("/phone/link", data={"code": used}, headers=PAGE, follow_redirects=False)
    client.cookies.clear()
    old = code_of(anna.post("/phone/me/link").text)
    shop.clock.move(phones.LINK_S)
    assert refusal("000 000 0000") == refusal(used) == refusal(old) == refusal("")


def test_a_sixth_phone_is_refused(client: Client, anna: Known) -> None:
    answers = []
    for _ in range(phones.DEVICES_MAX):
        code = code_of(anna.post("/phone/me/link").text)
        answers.append(
            client.post("/phone/link", data={"code": code}, headers=PAGE, follow_redirects=False).status_code
        )
    assert answers == [303] * (phones.DEVICES_MAX - 1) + [422]


def test_nobody_takes_out_somebody_elses_phone(client: Client, anna: Known) -> None:
    ben = Known(client)
    device = re.findall(r"/phone/me/phones/([\w-]+)/end", anna.get("/phone/me").text)[0]
    assert ben.post(f"/phone/me/phones/{device}/end").status_code == 404
    assert anna.get("/phone/me").status_code == 200


# --- my data -----------------------------------------------------------------------------------------------


def test_a_consent_is_taken_back_and_its_history_stays(client: Client) -> None:
    anna = Known(client, agree_history="yes")
    answer = anna.post("/phone/me/consent", purpose="history")
    assert answer.headers["location"] == "/phone/me?done=saved"
    page = anna.get("/phone/me").text
    assert page.count("history-1") == 2
    assert "Taken back" in page
    assert anna.post("/phone/me/consent", purpose="history").headers["location"].endswith("unchanged")
    assert anna.post("/phone/me/consent", purpose="club").headers["location"].endswith("unchanged")
    assert anna.post("/phone/me/consent", purpose="nonsense", given="yes").status_code == 404


def test_the_export_is_whole_and_only_ones_own(client: Client) -> None:
    anna, ben = Known(client, name="Anna A."), Known(client, name="Ben B.")
    answer = anna.post("/phone/me/export")
    assert answer.headers["content-disposition"] == 'attachment; filename="my-data.json"'
    told_all = json.loads(answer.text)
    assert told_all["member"]["person"]["name"] == "Anna A."
    assert {one["purpose"] for one in told_all["member"]["agreed"]} >= {"club"}
    assert len(told_all["member"]["devices"]) == 1
    assert told_all["purchases"] == []
    assert "Ben" not in answer.text
    assert ben.post("/phone/me/export").json()["member"]["person"]["name"] == "Ben B."


def test_erasing_needs_the_word_and_then_nothing_is_left(shop: Shop, client: Client) -> None:
    before = counted(shop)
    anna = Known(client)
    grant, _ = granted(anna)
    anna.ask("/phone/api/number")
    assert anna.post("/phone/me/erase", word="").status_code == 422
    assert anna.get("/phone/me").status_code == 200
    answer = anna.post("/phone/me/erase", word=" Erase ")
    assert (answer.status_code, answer.headers["location"]) == (303, "/phone?done=erased")
    assert answer.headers["clear-site-data"] == '"storage"'
    assert anna.get("/phone/me").status_code == 303
    refused = at_the_lane(shop, issue.shown(grant, shop.clock.now_s) or "")
    assert isinstance(refused, Refused)
    assert refused.reason.value == "revoked"
    assert counted(shop) == before


# --- goods and the basket ----------------------------------------------------------------------------------

APPLES, CHOCOLATE, MILK = "9521000001015", "9521000006010", "9521000003019"


def lines(*wanted: tuple[str, int]) -> dict[str, Any]:
    return {"lines": [{"code": code, "quantity": quantity} for code, quantity in wanted]}


def test_a_basket_costs_what_the_lanes_engine_says_with_every_offer_named(anna: Known) -> None:
    answer = anna.ask("/phone/api/basket", lines((MILK, 1))).json()
    (milk,) = answer["lines"]
    assert milk["key"] == "0" + MILK
    cuts = {cut["name"] for cut in milk["cuts"]}
    assert "Club price: milk" in cuts, "the phone's member counts"
    assert milk["list_amount"] == "€1.19"


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("", "not one of our goods"),
        ("x" * 150, "not one of our goods"),
        ("9521000001016", "not one of our goods"),
        ("4006381333931", "do not know this product"),
        ("OSC1MR:ABC", "not one of our goods"),
        ("'; DROP TABLE sale; --", "not one of our goods"),
    ],
)
def test_whatever_is_scanned_has_an_answer_and_the_rest_is_priced(
    anna: Known, code: str, problem: str
) -> None:
    answer = anna.ask("/phone/api/basket", lines((code, 1), (APPLES, 1)))
    assert answer.status_code == 200
    bad, good = answer.json()["lines"]
    assert problem in bad["problem"]
    assert good["problem"] == ""
    assert good["amount"]


@pytest.mark.parametrize("quantity", [0, -1, 100, 10**12])
def test_an_impossible_quantity_is_told(anna: Known, quantity: int) -> None:
    (line,) = anna.ask("/phone/api/basket", lines((APPLES, quantity))).json()["lines"]
    assert "not sold at once" in line["problem"]


def test_a_basket_beyond_its_limit_is_refused(anna: Known) -> None:
    assert anna.ask("/phone/api/basket", lines(*[(APPLES, 1)] * 101)).status_code == 422
    assert anna.ask("/phone/api/basket", lines(("x" * 70_000, 1))).status_code == 413
    assert anna.ask("/phone/api/basket", {"lines": "all"}).status_code == 400


def test_goods_that_need_a_look_are_marked(shop: Shop, anna: Known) -> None:
    with shop.database.engines.reader.connect() as connection:
        key = connection.exec_driver_sql(
            "SELECT key FROM feed_row WHERE kind = 'product' AND category = 'drinks/wine' LIMIT 1"
        ).scalar_one()
    (wine,) = anna.ask("/phone/api/basket", lines((key[1:], 1))).json()["lines"]
    assert "16" in wine["check"]
    assert "16" in anna.get(f"/phone/goods/{key}").text


def test_a_product_tells_which_offers_count_and_what_is_missing_to_others(
    client: Client, anna: Known
) -> None:
    mine, strangers = (
        anna.get(f"/phone/goods/{MILK}").text,
        client.get(f"/phone/goods/{MILK}", headers=PAGE).text,
    )
    assert "Counts now: you save" in mine
    assert "For members: show your code" in strangers
    assert "Take 2 more" in anna.get(f"/phone/goods/{CHOCOLATE}").text
    assert "Staff 10" not in mine, "offers of groups one is not in are not spoken of"


@pytest.mark.parametrize("key", ["1", "x", "0" * 20, "..%2Fme", "%00", "9521000001016"])
def test_a_product_that_is_none_is_not_found(client: Client, key: str) -> None:
    answer = client.get(f"/phone/goods/{key}", headers=PAGE)
    assert answer.status_code == 404


def test_a_price_that_changed_is_on_the_phone_two_seconds_later(shop: Shop, anna: Known) -> None:
    from retail.catalogue import Product
    from store.data.goods import editing

    before = anna.ask("/phone/api/basket", lines((APPLES, 1))).json()["total"]
    sold = Product(
        key="0" + APPLES,
        gtin=APPLES,
        names={"": "Red Apples 1 kg"},
        price_minor=199,
        currency="EUR",
        tax_rate_bp=700,
        category="produce/fruit",
    )
    shop.database.write_sync(
        lambda connection: editing.put_product(connection, "1", sold, by="test", at=shop.clock.now)
    )
    shop.clock.move(3)
    after = anna.ask("/phone/api/basket", lines((APPLES, 1))).json()["total"]
    assert before != after


def test_strangers_who_ask_for_the_offers_again_and_again_cost_one_look(
    shop: Shop, client: Client, anna: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    from store.phone import goods, offers

    looks = 0
    real = offers.today_of

    def counted_look(*asked: Any) -> Any:
        nonlocal looks
        looks += 1
        return real(*asked)

    monkeypatch.setattr(goods, "today_of", counted_look)
    shop.clock.move(5)
    first = client.get("/phone/shop", headers=PAGE).text
    once = looks
    assert all(client.get("/phone/shop", headers=PAGE).text == first for _ in range(5))
    assert looks == once > 0
    anna.get("/phone/shop")
    assert looks == 2 * once, "a member has offers of their own"
    shop.clock.move(3)
    client.get("/phone/shop", headers=PAGE)
    assert looks == 3 * once


# --- languages, size ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "word"), [("de", "Mein Code"), ("fr", "Mon code"), ("en", "My code")])
def test_a_chosen_language_stays(client: Client, anna: Known, language: str, word: str) -> None:
    answer = anna.get(f"/phone?language={language}")
    assert word in answer.text
    anna.cookies |= dict(answer.cookies)
    assert f'lang="{language}"' in anna.get("/phone").text


def test_the_first_load_is_small(client: Client, anna: Known) -> None:
    """Page, style, scripts, icons and logo, as they travel; the barcode reader is not among them."""
    page = anna.get("/phone")
    assert client.get("/phone/join", headers=PAGE).headers["content-encoding"] == "gzip"
    assert "content-encoding" not in page.headers, "what holds a secret is not compressed"
    addresses = set(re.findall(r'(?:src|href)="(/phone/static/[^"#]+)', page.text))
    assert any("card.js" in one for one in addresses)
    assert not any("zxing" in one for one in addresses)
    sent = len(page.content)
    for address in (*addresses, "/phone/manifest.webmanifest"):
        with client.stream("GET", address, headers={"accept-encoding": "gzip"}) as answer:
            assert answer.status_code == 200
            sent += sum(len(part) for part in answer.iter_raw())
    assert sent < 60_000, sent


def test_everything_the_worker_keeps_is_there(client: Client) -> None:
    script = client.get("/phone/sw.js")
    assert script.headers["service-worker-allowed"] == "/phone"
    found = re.search(r"const FILES = (\[.*?\]);", script.text)
    assert found is not None
    for address in json.loads(found[1]):
        assert client.get(address).status_code == 200, address


def test_the_manifest_names_icons_that_are_there(client: Client) -> None:
    manifest = client.get("/phone/manifest.webmanifest").json()
    assert (manifest["start_url"], manifest["display"]) == ("/phone", "standalone")
    for icon in manifest["icons"]:
        assert client.get(icon["src"]).headers["content-type"] == icon["type"]
