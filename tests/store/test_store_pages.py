"""Every page of the back office: who sees it, what it says, what its forms do, and what they refuse."""

import html.parser
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from store_office import NOW, Client, Office, Person, text_of
from store_world import watched

from retail.wire import bodies
from retail.wire.bodies import OFFER_KIND
from retail.wire.gate import Passage
from store.data import audit
from store.data.database import Database
from store.data.goods import catalogue
from store.data.goods.catalogue import PRODUCT_KIND
from store.data.journals import exit_checks, exits, receipts, sales
from store.data.journals.receipts import SaleFilter, SaleRow
from store.data.lanes import alerts
from store.data.schema.ingest import envelope
from store.identity.roles import ROUTES, Access, Role, may
from store.office.pages import shell

STRAWBERRIES, RICE_SALE = "09521000001084", "week-strawberries"
MENU = [item.path for _, items in shell.MENU for item in items]
MORE = [
    "/office/lanes/1-1",
    "/office/reports/goods",
    "/office/reports/lanes",
    f"/office/goods/{STRAWBERRIES}",
    "/office/offers/new",
    f"/office/offers/{RICE_SALE}",
    "/office/terms/coupons",
    "/office/me",
]
ROLES = {"anna": Role.ATTENDANT, "max": Role.MANAGER, "ops": Role.SUPPORT}


@pytest.fixture(scope="module")
def office(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("office")
    shutil.copyfile(sqlite_template, folder / "store.db")
    with watched(Database.open(f"sqlite:///{folder / 'store.db'}")) as database:
        yield Office(database, folder, days=2, per_day=30)


@pytest.fixture(scope="module")
def client(office: Office) -> Iterator[Client]:  # type: ignore[override]
    with office.running() as opened:
        yield opened


@pytest.fixture(scope="module")
def people(client: Client) -> dict[str, Person]:
    return {login: Person(client, login) for login in ROLES}


@pytest.fixture(scope="module")
def anna(people: dict[str, Person]) -> Person:
    return people["anna"]


@pytest.fixture(scope="module")
def max_(people: dict[str, Person]) -> Person:
    return people["max"]


@pytest.fixture(scope="module")
def ops(people: dict[str, Person]) -> Person:
    return people["ops"]


def newest(office: Office, **wanted: Any) -> SaleRow:
    rows = office.database.read_sync(lambda one: receipts.listed(one, "1", SaleFilter(**wanted)))
    return rows[0]


def deeds(office: Office) -> list[tuple[str, str, str]]:
    found = office.database.read_sync(lambda one: audit.newest(one, "1", limit=20))
    return [(deed.who, deed.action, deed.what) for deed in found]


# --- who sees what -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*MENU, *MORE])
def test_page_opens_for_whom_the_table_names(people: dict[str, Person], path: str) -> None:
    access = access_for(path)
    for login, role in ROLES.items():
        answer = people[login].get(path)
        assert answer.status_code == (200 if may(role, access) else 403), (path, login)
        assert answer.headers["content-type"].startswith("text/html")


def access_for(path: str) -> Access:
    shapes = {
        re.sub(r"\{[^}]*\}", "[^/]+", route): access
        for (method, route), access in ROUTES.items()
        if method == "GET"
    }
    exact = ROUTES.get(("GET", path))
    return exact or next(access for shape, access in shapes.items() if re.fullmatch(shape, path))


def test_menu_shows_what_one_may_open(people: dict[str, Person]) -> None:
    shown = {
        login: set(re.findall(r'class="entry" href="([^"]+)"', people[login].get("/office").text))
        for login in ROLES
    }
    assert shown["anna"] == {
        "/office",
        "/station",
        "/office/alerts",
        "/office/lanes",
        "/office/sales",
        "/office/orders",
        "/office/suspended",
        "/office/exits",
        "/office/returns",
        "/office/goods",
        "/office/labels",
    }
    assert shown["max"] == set(MENU) - {"/office/audit"}
    assert shown["ops"] == set(MENU)


def test_stranger_is_sent_to_the_login_page_and_back(client: Client) -> None:
    answer = Person(client).get("/office/sales")
    assert (answer.status_code, answer.headers["location"]) == (303, "/office/login?next=/office/sales")
    page = Person(client).get("/office/login?next=/office/sales").text
    assert 'name="next" value="/office/sales"' in page


def test_wrong_password_is_said_on_the_login_page(client: Client) -> None:
    answer = Person(client).post("/office/login", _secret=False, login="anna", password="falsch!!")
    assert answer.status_code == 403
    assert "wrong, or locked" in text_of(answer)
    assert 'name="password"' in answer.text


def test_script_gets_the_same_refusal_as_json(client: Client) -> None:
    client.cookies.clear()
    answer = client.get("/office/sales", headers={"accept": "*/*"})
    assert (answer.status_code, answer.json()["code"]) == (401, "no_session")


def test_form_without_its_secret_is_refused_and_does_nothing(office: Office, max_: Person) -> None:
    before = deeds(office)
    answer = max_.post("/office/lanes/1-1/commands", _secret=False, name="open")
    assert answer.status_code == 403
    assert "another session" in text_of(answer)
    assert deeds(office) == before


def test_another_stores_sale_is_not_found(office: Office, client: Client) -> None:
    office.hire("otto", Role.MANAGER, store_id="2")
    otto = Person(client, "otto", store_id="2")
    assert otto.get(f"/office/sales/{newest(office).envelope_id}").status_code == 404
    assert "Sales yet" not in text_of(otto.get("/office/sales"))
    assert "Lane 1" not in text_of(otto.get("/office/lanes"))


# --- how pages are made ------------------------------------------------------------------------------------


class Faults(html.parser.HTMLParser):
    """What the policy forbids, and what somebody without a mouse or eyes would miss."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: list[str] = []
        self.labels: set[str] = set()
        self.fields: list[dict[str, str]] = []
        self._button: dict[str, str] | None = None
        self._said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "script" and "src" not in values:
            self.found.append("a script in the page")
        if tag == "style" or "style" in values:
            self.found.append(f"a style in the page: {values}")
        self.found.extend(f"{tag} has {name}" for name in values if name.startswith("on"))
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "label":
            self.labels.add(values.get("for", "") or "around")
        is_shown = values.get("type") not in ("hidden", "checkbox")
        if tag in ("input", "select", "textarea") and is_shown:
            self.fields.append(values)
        if tag == "img" and "alt" not in values:
            self.found.append("a picture without words")
        if tag in ("button", "a"):
            self._button, self._said = values, ""

    def handle_data(self, data: str) -> None:
        self._said += data.strip()

    def handle_endtag(self, tag: str) -> None:
        if tag in ("button", "a") and self._button is not None:
            if (
                not self._said
                and "aria-label" not in self._button
                and "brand" not in self._button.get("class", "")
            ):
                self.found.append(f"a {tag} that says nothing: {self._button}")
            self._button = None


@pytest.mark.parametrize("path", ["/office/login", *MENU, *MORE])
def test_page_has_no_inline_code_and_names_every_field(ops: Person, path: str) -> None:
    page = ops.get(path)
    parser = Faults()
    parser.feed(page.text)
    assert parser.found == []
    assert [one for one in parser.fields if one.get("id") not in parser.labels] == []
    assert len(parser.ids) == len(set(parser.ids))
    assert page.text.startswith("\n<!doctype html>") or page.text.startswith("<!doctype html>")
    assert "script-src 'self'" in page.headers["content-security-policy"]


def test_htmx_gets_only_the_block_it_replaces(anna: Person) -> None:
    answer = anna.get("/office", **{"hx-request": "true", "hx-target": "lanes"})
    assert "Lane 1" in answer.text
    assert "<html" not in answer.text
    assert "Newest sales" not in answer.text
    whole = anna.get("/office", **{"hx-request": "true", "hx-target": "no-such-block"})
    assert "<html" in whole.text


@pytest.mark.parametrize(
    "path", [path for path in (*MENU, *MORE) if path not in ("/office/me", "/office/offers/new")]
)
def test_every_part_that_lives_can_be_fetched_alone(ops: Person, path: str) -> None:
    for part in set(re.findall(r'hx-get="([^"]+)"[^>]*hx-target="#([^"]+)"', ops.get(path).text)):
        answer = ops.get(part[0].replace("&amp;", "&"), **{"hx-request": "true", "hx-target": part[1]})
        assert (answer.status_code, "<html" in answer.text) == (200, False), part


def test_static_files_are_kept_by_browsers_and_by_name_only(client: Client) -> None:
    page = Person(client).get("/office/login").text
    sheets = re.findall(r'(?:href|src)="(/office/static/[^"]+)"', page)
    assert {path.rpartition("/")[2].partition("?")[0] for path in sheets} >= {
        "office.css",
        "office.js",
        "htmx.min.js",
    }
    for path in sheets:
        answer = Person(client).get(path)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
    assert Person(client).get("/office/static/..%2F..%2Fapp.py").status_code == 404
    assert Person(client).get("/office/static/nothing.css").status_code == 404


def test_language_is_kept_in_the_browser(client: Client) -> None:
    someone = Person(client, "anna")
    answer = someone.post("/office/language", language="de", next="/office/alerts")
    assert (answer.status_code, answer.headers["location"]) == (303, "/office/alerts")
    someone.cookies[shell.LANGUAGE_COOKIE] = answer.cookies[shell.LANGUAGE_COOKIE]
    page = someone.get("/office/alerts")
    assert "Ich gehe" in text_of(page)
    assert '<html lang="de">' in page.text
    away = someone.post("/office/language", language="de", next="//elsewhere.example/office")
    assert away.headers["location"] == "/office"


# --- now ---------------------------------------------------------------------------------------------------


def test_today_shows_figures_lanes_alerts_and_newest_sales(office: Office, anna: Person) -> None:
    said = text_of(anna.get("/office"))
    for words in ("Takings", "Lane 1", "Scanning", "A shopper asks for help.", "Paying", "Newest sales"):
        assert words in said
    row = newest(office)
    assert f"/office/sales/{row.envelope_id}" in anna.get("/office").text


def test_first_attendant_counts_and_the_second_is_told(office: Office, client: Client, anna: Person) -> None:
    alert_id = office.database.write_sync(
        lambda one: alerts.open_alert(one, "1", terminal_id="1-2", kind="help", text="Wine.", at=NOW)
    )
    answer = anna.post(f"/office/alerts/{alert_id}/seen")
    assert (answer.status_code, answer.headers["location"]) == (303, "/office/alerts")
    assert "anna is on the way" in text_of(anna.get("/office/alerts"))
    second = Person(client, "max").post(f"/office/alerts/{alert_id}/seen")
    assert second.status_code == 409
    assert "Anna is on the way already" in text_of(second)
    assert anna.post(f"/office/alerts/{alert_id}/clear").headers["location"] == "/office/alerts?done=cleared"
    gone = anna.post(f"/office/alerts/{alert_id}/clear")
    assert gone.headers["location"] == "/office/alerts?done=unchanged"
    assert "Wine." in text_of(anna.get("/office/alerts")).partition("Cleared")[2]


def test_alert_text_is_never_markup(office: Office, anna: Person) -> None:
    office.database.write_sync(
        lambda one: alerts.open_alert(
            one, "1", terminal_id="1-2", kind="<b>", text="<script>alert(1)</script>", at=NOW
        )
    )
    page = anna.get("/office/alerts").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_lane_page_shows_commands_with_who_asked(office: Office, anna: Person) -> None:
    assert anna.post("/office/lanes/1-1/commands", name="message", text="One moment").status_code == 303
    said = text_of(anna.get("/office/lanes/1-1"))
    assert "Write to the shopper anna" in said
    assert "One moment" in said
    assert "on its way" in said
    assert ("anna", "lane.command", "1-1") in deeds(office)
    assert anna.post("/office/lanes/1-1/commands", name="self-destruct").status_code == 422
    assert anna.post("/office/lanes/1-1/commands", name="message").status_code == 422
    assert anna.post("/office/lanes/nowhere/commands", name="open").status_code == 404


def test_code_of_a_lane_is_shown_once(office: Office, max_: Person, anna: Person) -> None:
    answer = max_.post("/office/lanes", name="Lane 9")
    assert answer.status_code == 200
    code = re.search(r'class="code">([^<]+)<', answer.text)
    assert code is not None
    assert code[1] not in max_.get("/office/lanes").text
    assert "Lane 9" in text_of(max_.get("/office/lanes"))
    assert anna.post("/office/lanes", name="Lane 10").status_code == 403
    assert max_.post("/office/lanes", name="").status_code == 422


def test_revoking_asks_why_and_can_be_undone(office: Office, max_: Person) -> None:
    assert max_.post("/office/lanes/1-3/revoke", revoked="yes", why="").status_code == 422
    assert max_.post("/office/lanes/1-3/revoke", revoked="yes", why="stolen").status_code == 303
    assert "Revoked" in text_of(max_.get("/office/lanes/1-3"))
    assert ("max", "terminal.revoke", "1-3") in deeds(office)
    assert max_.post("/office/lanes/1-3/revoke", revoked="no", why="found").status_code == 303
    assert "Revoked" not in text_of(max_.get("/office/lanes/1-3"))


# --- sales -------------------------------------------------------------------------------------------------


def test_sale_page_explains_its_price_and_tells_its_history(office: Office, anna: Person) -> None:
    row = newest(office, offer_id="garden-12")
    said = text_of(anna.get(f"/office/sales/{row.envelope_id}"))
    assert "Fruit and vegetables: 1.50 off from 12.00 shared out by price" in said
    assert f"The sale begins, number {row.number}" in said
    assert "The terminal's answer is on disk: result 0" in said
    assert "The sale is complete" in said
    assert "Chain whole" in said
    total = f"€{row.total_minor // 100}.{row.total_minor % 100:02}"
    assert f"Total {total}" in said


def test_changed_body_breaks_the_chain_in_sight(office: Office, anna: Person) -> None:
    row = newest(office, outcome="sold", terminal_id="1-2")
    mine = (envelope.c.store_id == "1", envelope.c.id == row.envelope_id)

    def swap(connection: Any, body: bytes) -> bytes:
        before: bytes = connection.execute(sa.select(envelope.c.body).where(*mine)).scalar_one()
        connection.execute(sa.update(envelope).where(*mine).values(body=body))
        return before

    kept = office.database.write_sync(lambda one: swap(one, b"not what was sent"))
    try:
        answer = anna.get(f"/office/sales/{row.envelope_id}")
        assert answer.status_code == 200
        assert "Chain broken" in text_of(answer)
    finally:
        office.database.write_sync(lambda one: swap(one, kept))
    assert "Chain whole" in text_of(anna.get(f"/office/sales/{row.envelope_id}"))


@pytest.mark.parametrize(
    "asked",
    [
        lambda row, pan: f"q={row.number}",
        lambda row, pan: f"q={row.total_minor // 100}.{row.total_minor % 100:02}",
        lambda row, pan: f"q={row.transaction_id}",
        lambda row, pan: f"q={pan}",
        lambda row, pan: f"lane={row.terminal_id}&first={row.business_date}&last={row.business_date}",
        lambda row, pan: "outcome=sold",
    ],
)
def test_sales_are_found(office: Office, anna: Person, asked: Callable[[SaleRow, str], str]) -> None:
    row = newest(office, outcome="sold")
    tenders = office.database.read_sync(lambda one: receipts.tenders_of(one, "1", [row.envelope_id]))
    pan = tenders[row.envelope_id][0].masked_pan[-4:]
    page = anna.get(f"/office/sales?{asked(row, pan)}").text
    assert f"/office/sales/{row.envelope_id}" in page


def test_pages_of_sales_join_without_a_gap(office: Office, anna: Person) -> None:
    seen: list[str] = []
    path = "/office/sales?"
    while path:
        page = anna.get(path).text
        seen.extend(re.findall(r'data-href="/office/sales/([^"]+)"', page))
        older = re.search(r'href="(/office/sales\?[^"]*before=[^"]+)"', page)
        path = older[1].replace("&amp;", "&") if older else ""
    whole = office.database.read_sync(lambda one: receipts.listed(one, "1", SaleFilter(limit=200)))
    assert seen == [row.envelope_id for row in whole]
    assert len(seen) > 40


@pytest.mark.parametrize(
    "query", ["before=x/y", "first=nonsense", "q=%00", "before=99999999999999999999/a", "lane=%27"]
)
def test_nonsense_in_a_query_is_an_empty_list_or_the_whole(anna: Person, query: str) -> None:
    assert anna.get(f"/office/sales?{query}").status_code == 200


def test_set_aside_is_shown_accepted_with_a_reason_and_counts(
    office: Office, max_: Person, anna: Person
) -> None:
    waiting = office.database.read_sync(lambda one: sales.set_aside_ones(one, "1"))
    held = next(one for one in waiting if one.reason == "held")
    said = text_of(max_.get("/office/quarantine"))
    assert "It comes from a lane that was revoked." in said
    assert "the total is told as" in said
    assert anna.get("/office/quarantine").status_code == 403
    assert max_.post(f"/office/quarantine/{held.envelope_id}/accept", why="").status_code == 422
    again = max_.post(f"/office/quarantine/{held.envelope_id}/retry")
    assert again.headers["location"].endswith("done=still")
    accepted = max_.post(f"/office/quarantine/{held.envelope_id}/accept", why="the lane was ours all along")
    assert accepted.headers["location"].endswith("done=repaired")
    assert "accepted by max" in text_of(max_.get("/office/quarantine"))
    assert ("max", "envelope.accept", f"envelope:{held.envelope_id}") in deeds(office)
    assert max_.post(f"/office/quarantine/{held.envelope_id}/accept", why="again").status_code == 409


def test_card_number_is_shown_to_support_only(office: Office, max_: Person, ops: Person) -> None:
    waiting = office.database.read_sync(lambda one: sales.set_aside_ones(one, "1"))
    wrong = next(one for one in waiting if one.reason == "totals")
    arrival = office.database.read_sync(lambda one: sales.one(one, "1", wrong.envelope_id))
    assert arrival is not None

    def mark(reason: str, detail: str) -> None:
        office.database.write_sync(lambda one: sales.set_aside(one, arrival, reason, detail, NOW))

    mark("card_number", "entry 7, field scanned")
    try:
        hidden = text_of(max_.get(f"/office/quarantine/{wrong.envelope_id}"))
        assert "Only support may look at it." in hidden
        assert "The sale begins" not in hidden
        assert "field scanned" not in hidden
        assert "field scanned" not in text_of(max_.get("/office/quarantine"))
        assert "The sale begins" in text_of(ops.get(f"/office/quarantine/{wrong.envelope_id}"))
    finally:
        mark(wrong.reason, wrong.detail)


def test_day_close_agrees_with_itself_or_says_where_not(office: Office, max_: Person) -> None:
    said = text_of(max_.get("/office/day"))
    assert "Lane 2 still has 2 deliveries to send." in said
    assert "deliveries are set aside and not in these figures." in said
    before = text_of(max_.get("/office/day?day=2027-01-14"))
    assert "differ" not in before
    assert "Lane 4" in before
    assert "Thursday" in before
    assert max_.get("/office/day?day=rubbish").status_code == 200


# --- goods and offers --------------------------------------------------------------------------------------


def price_of(office: Office, at: int) -> int:
    found = office.database.read_sync(lambda one: catalogue.find(one, "1", PRODUCT_KIND, STRAWBERRIES))
    assert found is not None
    product = bodies.sold_at(found.body, at)
    assert product is not None
    return product.price_minor


def test_price_is_changed_now_or_planned_with_its_history(office: Office, max_: Person) -> None:
    path = f"/office/goods/{STRAWBERRIES}"
    assert max_.post(path, price="3,19").headers["location"].endswith("done=saved")
    assert price_of(office, NOW) == 319
    planned = max_.post(path, price="2.99", **{"from": "2027-01-20T08:00", "to": "2027-01-25T20:00"})
    assert planned.status_code == 303
    begins = 1_800_428_400_000_000  # 2027-01-20T08:00 in Berlin
    assert [price_of(office, at) for at in (begins - 1, begins, begins + 6 * 86_400_000_000)] == [
        319,
        299,
        319,
    ]
    said = text_of(max_.get(path))
    assert "20 Jan 2027, 08:00" in said
    assert said.count("max office") == 2


@pytest.mark.parametrize(
    "form",
    [
        {"price": ""},
        {"price": "abc"},
        {"price": "-1"},
        {"price": "0"},
        {"price": "1.999"},
        {"price": "1.00", "from": "2027-02-30T10:00"},
        {"price": "1.00", "from": "2027-03-02T10:00", "to": "2027-03-01T10:00"},
    ],
)
def test_impossible_price_is_refused_and_the_form_keeps_what_was_typed(
    office: Office, max_: Person, form: dict[str, str]
) -> None:
    before = price_of(office, NOW)
    answer = max_.post(f"/office/goods/{STRAWBERRIES}", **form)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert f'value="{form["price"]}"' in answer.text
    assert price_of(office, NOW) == before


def test_attendant_sees_prices_and_changes_none(anna: Person) -> None:
    assert 'name="price"' not in anna.get(f"/office/goods/{STRAWBERRIES}").text
    assert anna.post(f"/office/goods/{STRAWBERRIES}", price="0.01").status_code == 403


def offers_of(office: Office) -> dict[str, bytes]:
    return office.database.read_sync(lambda one: catalogue.everything(one, "1", OFFER_KIND))


def test_offer_with_a_mistake_is_refused_with_its_place(office: Office, max_: Person) -> None:
    before = offers_of(office)
    wrong = {"id": "bad", "name": "Bad", "derivation": [{"type": "percent", "percent_bp": 0}]}
    answer = max_.post("/office/offers", text=json.dumps(wrong))
    assert answer.status_code == 422
    assert re.search(r"offer 'bad', \S*percent_bp", text_of(answer))
    broken = max_.post("/office/offers", text="{not json")
    assert (broken.status_code, "not an offer" in text_of(broken)) == (422, True)
    assert offers_of(office) == before


def test_offer_is_switched_off_and_on_as_it_was(office: Office, max_: Person) -> None:
    before = offers_of(office)[RICE_SALE]
    assert max_.post(f"/office/offers/{RICE_SALE}/off").status_code == 303
    assert RICE_SALE not in offers_of(office)
    assert RICE_SALE in text_of(max_.get("/office/offers")).partition("Switched off")[2]
    assert "Switch on" in text_of(max_.get(f"/office/offers/{RICE_SALE}"))
    assert max_.post(f"/office/offers/{RICE_SALE}/on").status_code == 303
    assert offers_of(office)[RICE_SALE] == before
    needed = max_.post("/office/offers/code-thanks/off")
    assert needed.status_code == 409  # a next-visit coupon promises it


def test_preview_prices_a_day_both_ways_and_changes_nothing(office: Office, max_: Person) -> None:
    before = offers_of(office)
    half = {
        "id": "half-price",
        "name": "Everything at half price",
        "layer": "basket",
        "derivation": [{"type": "percent_of_total", "percent_bp": 5000}],
    }
    answer = max_.post("/office/offers/preview", text=json.dumps(half), day="2027-01-14")
    said = text_of(answer)
    assert answer.status_code == 200
    used = re.search(r"Used in (\d+) sales of (\d+)", said)
    assert used is not None
    assert int(used[1]) > 0.9 * int(used[2]) > 10
    assert "instead of" in said
    assert offers_of(office) == before
    nothing = {**half, "id": "never", "eligibility": [{"test": "min_spend", "amount_minor": 90_000_000}]}
    said = text_of(max_.post("/office/offers/preview", text=json.dumps(nothing), day="2027-01-14"))
    assert "No sale would have cost anything else." in said


def test_terms_are_edited_with_the_same_check(office: Office, max_: Person) -> None:
    answer = max_.post("/office/terms/points", text='{"earn": {"points": -1, "per_minor": 100}}')
    assert answer.status_code == 422
    assert max_.post("/office/terms/points", text="{").status_code == 422
    assert max_.post("/office/terms/nonsense", text="{}").status_code == 404


def test_worst_loss_of_coupons_is_lanes_times_coupons_times_worth(max_: Person) -> None:
    assert "4 lanes × 3 coupons × at most €5.00" in text_of(max_.get("/office/coupons"))


# --- members -----------------------------------------------------------------------------------------------


def test_member_is_found_by_card_with_a_reason_and_it_is_noted(office: Office, max_: Person) -> None:
    answer = max_.post("/office/members/find", kind="card", value="2100000079193", why="asks for points")
    assert answer.status_code == 200
    said = text_of(answer)
    assert "gold-1" in said
    assert "This look was noted: asks for points" in said
    assert ("max", "member.look", "gold-1") in deeds(office)
    by_phone = max_.post("/office/members/find", kind="phone", value="030 23125 102", why="lost card")
    assert "gold-2" in text_of(by_phone)
    assert max_.post("/office/members/find", kind="card", value="2100000079193", why="").status_code == 422
    assert max_.post("/office/members/find", kind="name", value="Schmidt", why="curious").status_code == 422
    assert max_.post("/office/members/find", kind="card", value="2100000000000", why="x").status_code == 404


def test_member_is_exported_and_forgotten_only_when_sure(office: Office, max_: Person) -> None:
    handed = max_.post("/office/members/club-2/export", why="asked for it")
    assert handed.headers["content-disposition"].startswith("attachment")
    assert handed.json()["member_id"] == "club-2"
    assert max_.post("/office/members/club-2/erase", why="asked for it", again="club-3").status_code == 422
    assert "club-2" in text_of(max_.post("/office/members/-/look", member_id="club-2", why="check"))
    assert max_.post("/office/members/club-2/erase", why="asked for it", again="club-2").status_code == 303
    said = text_of(max_.post("/office/members/-/look", member_id="club-2", why="check"))
    assert "Nothing is known about the person any more." in said
    actions = [action for _, action, what in deeds(office) if what == "club-2"]
    assert {"member.export", "member.erase", "member.look"} <= set(actions)


# --- people ------------------------------------------------------------------------------------------------


def test_accounts_are_added_changed_and_never_above_ones_own_role(office: Office, max_: Person) -> None:
    added = max_.post(
        "/office/people", login="eva", name="Eva", role="attendant", password="korrektes pferd 2"
    )
    assert added.status_code == 303
    assert max_.post("/office/people", login="eva", name="Eva", role="attendant").status_code == 422
    above = max_.post(
        "/office/people", login="root", name="Root", role="support", password="korrektes pferd 2"
    )
    assert (above.status_code, "nobody gives a role above their own" in text_of(above)) == (422, True)
    weak = max_.post("/office/people", login="kurt", name="Kurt", role="attendant", password="kurz")
    assert (weak.status_code, "8 to 128" in text_of(weak)) == (422, True)
    boss = office.hire("boss", Role.SUPPORT)
    assert max_.post(f"/office/people/{boss}", role="attendant", active="yes").status_code == 422
    assert "Boss" in text_of(max_.get("/office/people"))


def test_own_password_needs_the_old_one(client: Client, office: Office) -> None:
    office.hire("pia", Role.ATTENDANT)
    pia = Person(client, "pia")
    new = {"new": "neues passwort 9", "again": "neues passwort 9"}
    assert pia.post("/office/me/password", old="falsch", **new).status_code == 422
    assert (
        pia.post("/office/me/password", old="korrektes pferd", new="eins eins eins", again="zwei").status_code
        == 422
    )
    assert (
        pia.post("/office/me/password", old="korrektes pferd", **new).headers["location"] == "/office/login"
    )
    assert pia.get("/office").status_code == 303


def test_audit_log_is_paged_and_narrowed(ops: Person) -> None:
    ops.post("/office/lanes/1-1/commands", name="end_help")
    said = text_of(ops.get("/office/audit?what=1-1"))
    assert "lane.command" in said
    assert "member.look" not in said


def test_what_gates_did_stands_newest_first_with_why(office: Office, anna: Person) -> None:
    def job(connection: Any) -> None:
        for number, (opened, reason) in enumerate(((True, ""), (False, "used"), (True, "no_link"))):
            told = Passage(ask_id=f"a{number}", opened=opened, reason=reason, code="ab" * 16, at=number + 1)  # type: ignore[arg-type]
            exits.report(connection, "1", "1-1", told, office.clock())

    office.database.write_sync(job)
    page = text_of(anna.get("/office/exits"))
    said = ("left twice", "stayed shut Has left before", "opened")
    places = [page.index(one) for one in said]
    assert places == sorted(places)


@pytest.mark.parametrize("page", ["/station", "/office/exits"])
def test_a_look_at_the_exit_waits_at_the_station_and_counts_once(
    office: Office, anna: Person, page: str
) -> None:
    name = f"{len(page):032x}"
    one = exit_checks.Purchase(transaction_id=name, envelope_id="e", receipt="")
    rules = exit_checks.LookRules(drawn_permille=1000)
    office.database.write_sync(lambda c: exit_checks.is_due(c, "1", "1-1", one, rules, office.clock()))
    said = text_of(anna.get(page))
    assert f"Receipt {name[-6:]} , drawn at random" in said
    path = f"/office/exits/{name}/looked"
    assert anna.post(path, next=page).headers["location"].startswith(page)
    assert name[-6:] not in text_of(anna.get(page))
    assert "unchanged" in anna.post(path, next=page).headers["location"]
    assert "unchanged" in anna.post("/office/exits/nothing/looked").headers["location"]
