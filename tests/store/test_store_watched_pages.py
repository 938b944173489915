"""Interventions in numbers and weights to decide: what their pages say, what a decision does to the lanes."""

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
from store_interventions import SECOND, approved, looked, over, raised, signed_off, signed_on
from store_office import NOW, Client, Office, Person, text_of
from store_world import watched

from retail.wire import bodies
from retail.wire.bodies import ProductRow
from store.data import audit
from store.data.database import Database
from store.data.goods import catalogue, editing, weights
from store.data.goods.catalogue import PRODUCT_KIND, CatalogueError
from store.data.journals.journal import Batch, receive
from store.data.people import staff
from store.data.rules import every_store
from store.data.schema.attention import weight_refusal, weight_sample, weight_struck
from store.projector.run import Projector

APPLES, MILK = "09521000001015", "09521000003019"
TODAY = "first=2027-01-15&last=2027-01-15"


@pytest.fixture(scope="module")
def office(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("watched")
    shutil.copyfile(sqlite_template, folder / "store.db")
    with watched(Database.open(f"sqlite:///{folder / 'store.db'}")) as database:
        office = Office(database, folder, days=1, per_day=4)
        _tell(office)
        yield office


def _tell(office: Office) -> None:
    """A purchase in which staff were needed, after those the shop has already."""
    people = office.database.read_sync(lambda c: {one.login: one.staff_id for one in staff.listed(c, "1")})
    anna = people["anna"]
    book = office.history.lanes[0]
    said = (
        raised(1, "weight_mismatch", "12:00:00", nudge=True, why="+120 g"),
        over(1, "12:00:08"),
        signed_on(anna, "12:00:50"),
        raised(2, "age_check", "12:01:00", why="from 16 years"),
        looked(2, "12:01:05", anna),
        approved(2, "12:01:20", anna, "id_seen"),
        signed_off(anna, "12:02:00"),
    )
    moment = office.history._local(NOW)
    book.seal([(moment, event) for event in said], "people-at-the-lane", "lane")
    items = tuple(book.waiting)
    batch = Batch(
        store_id="1", terminal_id=book.terminal_id, epoch=1, is_held=False, items=items, received_at=NOW
    )
    office.database.write_sync(lambda connection: receive(connection, [batch]))
    book.waiting.clear()
    Projector(office.database, office.clock).run_until_idle()


@pytest.fixture
def client(office: Office) -> Iterator[Client]:
    with office.running() as running:
        yield running


@pytest.fixture(autouse=True)
def _forget(office: Office) -> None:
    """No weights are known when a test begins."""

    def job(connection: sa.Connection) -> None:
        for table in (weight_sample, weight_struck, weight_refusal):
            connection.execute(sa.delete(table).where(table.c.store_id == "1"))
        for key in (APPLES, MILK):
            weights.publish(connection, "1", key, 0, 0, by="test", at=NOW)

    office.database.write_sync(job)


def weigh(office: Office, key: str, grams: Sequence[int], prefix: str = "w") -> None:
    """Samples of a product, the first the newest."""
    rows = [
        {
            "store_id": "1", "envelope_id": f"{prefix}{index}", "line_id": 1,
            "transaction_id": f"{prefix}:{index}",
            "product_key": key, "weight_g": weight_g, "at": NOW - index * 60 * SECOND,
        }
        for index, weight_g in enumerate(grams)
    ]  # fmt: skip
    office.database.write_sync(lambda connection: connection.execute(sa.insert(weight_sample), rows))


def known(office: Office, key: str) -> ProductRow:
    def job(connection: sa.Connection) -> ProductRow:
        listed = catalogue.find(connection, "1", PRODUCT_KIND, key)
        assert listed is not None
        return bodies.product_row(listed.body)

    return office.database.read_sync(job)


def deeds(office: Office, key: str) -> list[str]:
    found = office.database.read_sync(lambda c: audit.newest(c, "1", what=f"product:{key}"))
    return [f"{one.who} {one.action} {one.detail}" for one in found]


# --- interventions -----------------------------------------------------------------------------------------


def test_the_numbers_page_says_what_the_journal_says(office: Office, client: Client) -> None:
    text = text_of(Person(client, "max").get(f"/office/reports/interventions?{TODAY}"))
    assert "2 interventions," in text
    assert "Settled by the shopper 50 % 1 of 2" in text
    assert "First look 5 s 95 of 100 within 5 s" in text
    assert "Age check 1" in text
    assert "Anna 15 Jan 2027, 12:00 – 12:02 1 1 1 0 0 5 s 5 s 20 s 0" in text


def test_the_numbers_page_speaks_german_and_is_empty_with_a_word(office: Office, client: Client) -> None:
    max_ = Person(client, "max")
    max_.cookies["store-language"] = "de"
    text = text_of(max_.get("/office/reports/interventions"))
    assert "Altersprüfung 1" in text
    assert "Nach Schicht" in text
    nothing = text_of(max_.get("/office/reports/interventions?first=2026-01-01&last=2026-01-02"))
    assert "In diesen Tagen wurde niemand gebraucht" in nothing


@pytest.mark.parametrize(
    "path",
    [
        "/office/reports/interventions",
        "/office/export/interventions.csv",
        "/office/weights",
        f"/office/weights/{APPLES}",
    ],
)
def test_figures_and_weights_are_a_managers(client: Client, path: str) -> None:
    assert Person(client, "anna").get(path).status_code == 403
    assert Person(client, "max").get(path).status_code == 200


def test_figures_go_to_other_programs_as_csv_and_json_and_are_noted(office: Office, client: Client) -> None:
    max_ = Person(client, "max")
    csv = max_.get(f"/office/export/interventions.csv?{TODAY}")
    lines = csv.text.removeprefix("\ufeff").split("\r\n")
    assert lines[0].startswith("what,name,from,to,count,sales,per_100_sales,called_staff,self_cleared")
    assert lines[1].startswith("all,,,,2,")
    assert any(line.startswith("kind,age_check,,,1,") for line in lines)
    shift = "shift,Anna,2027-01-15T12:00:50+01:00,2027-01-15T12:02:00+01:00,1,"
    assert any(line.startswith(shift) for line in lines)
    document = json.loads(max_.get("/office/export/interventions.json").text)
    assert document["total"]["count"] == 2
    assert document["total"]["clearing"] == {"count": 2, "median_s": 8, "p95_s": 20}
    assert [one["kind"] for one in document["kinds"]] == ["age_check", "weight_mismatch"]
    assert ("Anna", 1) in [(one["name"], one["attended"]) for one in document["shifts"]]
    newest = office.database.read_sync(lambda c: audit.newest(c, "1", what="interventions.json"))
    assert [one.action for one in newest][:1] == ["report.export"]


def test_odd_days_and_lanes_are_no_mistake_of_the_page(client: Client) -> None:
    max_ = Person(client, "max")
    for query in ("first=x&last=9999-99-99", "lane=%00", "lane='%3B--", "first=2027-01-15&last=2020-01-01"):
        assert max_.get(f"/office/reports/interventions?{query}").status_code == 200


def test_signing_out_of_the_station_ends_a_shift_there(office: Office, client: Client) -> None:
    anna = Person(client, "anna")
    assert anna.post("/office/logout").status_code == 303
    assert anna.get("/office").status_code != 200

    def job(connection: sa.Connection) -> list[str]:
        return [one.action for one in audit.newest(connection, "1", limit=10) if one.who == "anna"]

    assert office.database.read_sync(job)[:2] == ["staff.logout", "staff.login"]


# --- weights -----------------------------------------------------------------------------------------------


def test_a_suggestion_is_shown_accepted_and_told_to_the_lanes(office: Office, client: Client) -> None:
    max_ = Person(client, "max")
    weigh(office, APPLES, [1_000, 1_010, 990, 1_005, 995, 1_000, 1_002, 998, 1_900])
    listed = text_of(max_.get("/office/weights"))
    assert "8 1 not known 1,000 g ± 50 g" in listed
    page = text_of(max_.get(f"/office/weights/{APPLES}"))
    assert "From 8 samples; 1 were left out." in page
    assert "1,900 g another weight" in page
    answer = max_.post(f"/office/weights/{APPLES}/accept", expected_g="1000", tolerance_g="0")
    assert (answer.status_code, answer.headers["location"]) == (303, "/office/weights?done=saved")
    assert (known(office, APPLES).expected_g, known(office, APPLES).tolerance_g) == (1_000, 0)
    assert deeds(office, APPLES)[0] == "max weight.accept 0/0 to 1000/0 g, 8 samples"
    assert "Nothing to decide" in text_of(max_.get("/office/weights"))
    assert "as expected" in text_of(max_.get("/office/weights?show=all"))


def test_a_planned_price_keeps_the_new_weight(office: Office) -> None:
    def plan(connection: sa.Connection) -> None:
        row = bodies.plain(known_in(connection))
        dearer = msgspec.structs.replace(row, price_minor=row.price_minor + 10)
        editing.put_product(connection, "1", dearer, by="max", at=NOW, valid_from=NOW + 86_400 * SECOND)
        weights.publish(connection, "1", MILK, 1_040, 20, by="max", at=NOW)

    def known_in(connection: sa.Connection) -> ProductRow:
        listed = catalogue.find(connection, "1", PRODUCT_KIND, MILK)
        assert listed is not None
        return bodies.product_row(listed.body)

    office.database.write_sync(plan)
    row = known(office, MILK)
    assert row.later
    assert {(one.expected_g, one.tolerance_g) for one in (row, *row.later)} == {(1_040, 20)}


def test_what_was_not_shown_is_not_accepted(office: Office, client: Client) -> None:
    max_ = Person(client, "max")
    weigh(office, APPLES, [1_000] * 9)
    wrong: tuple[dict[str, str], ...] = (
        {"expected_g": "900", "tolerance_g": "0"},
        {"expected_g": "", "tolerance_g": "0"},
        {},
    )
    for fields in wrong:
        answer = max_.send_form(f"/office/weights/{APPLES}/accept", fields, {})
        assert answer.status_code == 409
        assert "this is the suggestion now" in text_of(answer)
    assert max_.post(f"/office/weights/{APPLES}/refuse", expected_g="1").status_code == 409
    assert known(office, APPLES).expected_g == 0
    assert max_.post(f"/office/weights/{MILK}/accept", expected_g="1", tolerance_g="0").status_code == 409


def test_a_refused_suggestion_stays_away_until_it_changes(office: Office, client: Client) -> None:
    max_ = Person(client, "max")
    weigh(office, APPLES, [1_000] * 9)
    assert (
        max_.post(f"/office/weights/{APPLES}/refuse", expected_g="1000", tolerance_g="0").status_code == 303
    )
    assert "Nothing to decide" in text_of(max_.get("/office/weights"))
    assert "max refused this on" in text_of(max_.get(f"/office/weights/{APPLES}"))
    assert known(office, APPLES).expected_g == 0
    weigh(office, APPLES, [1_200] * 30, prefix="n")
    assert "1,200 g" in text_of(max_.get("/office/weights"))


def test_struck_out_samples_do_not_count_and_may_come_back(office: Office, client: Client) -> None:
    max_ = Person(client, "max")
    weigh(office, APPLES, [1_000, 1_300] * 8)
    assert "Two weights are sold under one number" in text_of(max_.get("/office/weights"))
    heavy = {f"s:w:{index}:1": "on" for index in range(1, 16, 2)}
    answer = max_.send_form(f"/office/weights/{APPLES}/strike", {"deed": "out", **heavy}, {})
    assert answer.headers["location"].endswith("done=saved")
    assert "1,000 g ± 50 g" in text_of(max_.get(f"/office/weights/{APPLES}"))
    again = max_.send_form(f"/office/weights/{APPLES}/strike", {"deed": "out", **heavy}, {})
    assert again.headers["location"].endswith("done=unchanged")
    max_.send_form(f"/office/weights/{APPLES}/strike", {"deed": "back", **heavy}, {})
    assert "Two weights are sold" in text_of(max_.get(f"/office/weights/{APPLES}"))
    actions = [one.split()[1] for one in deeds(office, APPLES)][:2]
    assert sorted(actions) == ["weight.put_back", "weight.strike"]


@pytest.mark.parametrize("box", ["s:", "s::1", "s:w:0:x", "s:w"])
def test_a_box_that_names_no_sample_is_refused(client: Client, box: str) -> None:
    assert (
        Person(client, "max").send_form(f"/office/weights/{APPLES}/strike", {box: "on"}, {}).status_code
        == 422
    )


def test_samples_of_others_are_not_struck_out(office: Office, client: Client) -> None:
    weigh(office, MILK, [1_000] * 3)
    answer = Person(client, "max").send_form(f"/office/weights/{APPLES}/strike", {"s:w:0:1": "on"}, {})
    assert answer.headers["location"].endswith("done=unchanged")
    query = sa.select(sa.func.count()).select_from(weight_struck)
    assert office.database.read_sync(lambda c: every_store(c, "verify").execute(query).scalar()) == 0


def test_a_product_that_nobody_sells_is_not_found_and_weighed_goods_have_no_piece(
    office: Office, client: Client
) -> None:
    assert Person(client, "max").get("/office/weights/00000000000000").status_code == 404

    def job(connection: sa.Connection) -> None:
        with pytest.raises(CatalogueError, match="not sold"):
            weights.publish(connection, "1", "00000000000000", 1, 0, by="max", at=NOW)
        with pytest.raises(CatalogueError, match="weighs up to"):
            weights.publish(connection, "1", APPLES, 10**9, 0, by="max", at=NOW)

    office.database.write_sync(job)


def test_a_list_longer_than_a_page_goes_on(
    office: Office, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.office.pages.weights.SHOWN_MAX", 1)
    weigh(office, APPLES, [1_000] * 9)
    weigh(office, MILK, [1_040] * 9, prefix="m")
    max_ = Person(client, "max")
    first = max_.get("/office/weights")
    assert f"after={APPLES}" in first.text
    assert MILK not in first.text
    second = max_.get(f"/office/weights?after={APPLES}")
    assert f"/office/weights/{MILK}" in second.text
    assert "after=" not in second.text
