"""Files brought into the service: whole or not at all, with history, and nothing twice."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_follower import Follower
from store_world import START, ManualClock

from retail.catalogue import CatalogueRefusedError, Product
from retail.member import Member
from retail.member_file import MembersRefusedError
from retail.terms import TermsRefusedError, read_terms
from retail.wire import bodies
from store import importing
from store.data.database import Database
from store.data.goods import catalogue, changes, editing
from store.data.goods.catalogue import Filter
from store.data.ids import new_id
from store.data.people import points
from store.data.replication import feed
from store.data.replication.replica_file import build
from store.data.rules import every_store
from store.data.schema.catalogue import change_row
from store.data.schema.feed import CHAIN
from store.identity import lookup
from store.identity.vault import Vault
from store.importing import Imported, Importer

STORE, SCOPE = "s1", "store:s1"
GOODS = """gtin,name,price_minor,currency,tax_rate_percent,category,name_de
9521000001015,Red Apples 1 kg,249,EUR,7,produce,Rote Äpfel 1 kg
9521000001022,Bananas 1 kg,179,EUR,7,produce/fruit,Bananen 1 kg
9521000001039,Oranges 1.5 kg,299,EUR,7,produce,Orangen
"""
APPLES, BANANAS, ORANGES = (f"0952100000{tail}" for tail in ("1015", "1022", "1039"))
OFFERS: dict[str, Any] = {
    "currency": "EUR",
    "offers": [
        {"id": "tea", "name": "Tea", "derivation": [{"type": "percent", "percent_bp": 1000}]},
        {
            "id": "card",
            "eligibility": [{"test": "member"}],
            "derivation": [{"type": "amount", "amount_minor": 5}],
        },
    ],
    "points": {"offline_points_max": 7},
}
MEMBERS = """card,phone,member_id,tier,groups,points,order_number,stamps,name
2100000079193,030 23125 101,gold-1,gold,,2480,118,coffee:10,Ada Adams
2100000158386,,,gold,family,640,61,coffee:3,
"""


@pytest.fixture
def importer(database: Database, clock: ManualClock) -> Importer:
    vault = Vault(bytes(range(32)))
    return Importer(database, vault, clock, store_id=STORE, currency="EUR", by="anna")


@pytest.fixture
def follower(database: Database) -> Follower:
    database.write_sync(lambda one: feed.begin(one, STORE, SCOPE))
    return Follower(database, STORE, SCOPE)


def price(database: Database, key: str, at: int) -> int | None:
    found = database.read_sync(lambda one: catalogue.find(one, STORE, "product", key))
    sold = bodies.sold_at(found.body, at) if found is not None else None
    return sold.price_minor if sold is not None else None


def product(database: Database, key: str, **changes_: Any) -> Product:
    found = database.read_sync(lambda one: catalogue.find(one, STORE, "product", key))
    assert found is not None
    plain = bodies.plain(bodies.product_row(found.body))
    return Product(**{name: getattr(plain, name) for name in Product.__struct_fields__} | changes_)


# --- goods -------------------------------------------------------------------------------------------------


def test_goods_take_their_place_in_one_step(importer: Importer, follower: Follower) -> None:
    told = importer.goods(GOODS, "goods.csv")
    assert str(told) == "goods: 3 in the file, 3 new or changed"
    page = follower.catch_up()
    assert {key for _, key in follower.rows} == {APPLES, BANANAS, ORANGES}
    assert (page.head.count, page.head.checksum) == (3, follower.checksum)


def test_nobody_sees_half_of_a_file(
    importer: Importer,
    follower: Follower,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(importing, "ROWS_AT_ONCE", 1)
    importer.goods(GOODS, "goods.csv")
    follower.catch_up()
    seen: list[tuple[int, int]] = []
    stage = changes.stage

    def looking(*args: Any, **keywords: Any) -> int:
        return stage(*args, **keywords)

    def between(connection: sa.Connection, *args: Any, **keywords: Any) -> int:
        number = looking(connection, *args, **keywords)
        built = build(database, STORE, tmp_path / f"{len(seen)}.db")
        seen.append((follower.catch_up().head.head, built.positions[SCOPE]))
        return number

    monkeypatch.setattr(changes, "stage", between)
    importer.goods(GOODS.replace(",249,", ",259,").replace(",179,", ",189,"), "goods.csv")
    assert set(seen) == {(3, 3)}
    assert follower.catch_up().head.head == 5


def test_the_same_file_again_changes_nothing(
    importer: Importer, database: Database, follower: Follower
) -> None:
    importer.goods(GOODS, "goods.csv")
    before = follower.catch_up().head
    assert str(importer.goods(GOODS, "goods.csv")) == "goods: 3 in the file, nothing changed"
    assert follower.catch_up().head == before
    assert len(database.read_sync(lambda one: changes.recent(one, STORE))) == 1

    def rows(connection: sa.Connection) -> int:
        return len(every_store(connection, "verify").execute(sa.select(change_row.c.key)).all())

    assert database.read_sync(rows) == 3


def test_what_a_file_no_longer_holds_is_gone(importer: Importer, follower: Follower) -> None:
    importer.goods(GOODS, "goods.csv")
    follower.catch_up()
    shorter = "\n".join(line for line in GOODS.splitlines() if "Bananas" not in line)
    assert importer.goods(shorter, "goods.csv") == Imported(what="goods", rows=2, changed=0, removed=1)
    page = follower.catch_up()
    assert {key for _, key in follower.rows} == {APPLES, ORANGES}
    assert page.head.count == 2


def test_every_mistake_is_named_and_nothing_is_stored(importer: Importer, follower: Follower) -> None:
    wrong = GOODS.replace("9521000001015", "123").replace(",299,", ",2.99,")
    with pytest.raises(CatalogueRefusedError) as refused:
        importer.goods(wrong, "goods.csv")
    assert [error.line for error in refused.value.errors] == [2, 4]
    assert "'123' is not a GTIN" in str(refused.value)
    with pytest.raises(CatalogueRefusedError, match="prices in USD, but the shop's currency is EUR"):
        importer.goods(GOODS.replace("EUR", "USD"), "goods.csv")
    assert follower.catch_up().head.head == 0


def test_a_failed_import_leaves_nothing_staged(
    importer: Importer, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(changes, "finish", fail)
    with pytest.raises(ZeroDivisionError):
        importer.goods(GOODS, "goods.csv")
    assert (
        database.read_sync(lambda one: every_store(one, "verify").execute(sa.select(change_row.c.key)).all())
        == []
    )
    assert database.read_sync(lambda one: changes.recent(one, STORE)) == ()


def test_an_import_that_died_is_discarded_a_day_later(
    database: Database, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "DISCARD_MAX", 2)
    change_id = database.write_sync(
        lambda one: changes.begin(one, STORE, SCOPE, source="goods.csv", by="anna", at=clock())
    )
    rows = [feed.Row(kind="product", key=str(number), body=b"1") for number in range(5)]
    database.write_sync(lambda one: changes.stage(one, STORE, SCOPE, change_id, rows, number=0))

    def abandoned() -> tuple[str, ...]:
        return database.read_sync(lambda one: changes.abandoned(one, STORE, at=clock()))

    assert abandoned() == ()
    clock.move(changes.STAGING_KEPT_US / 1_000_000 + 1)
    assert abandoned() == (change_id,)
    calls = 1
    while not database.write_sync(lambda one: changes.discard(one, STORE, change_id)):
        calls += 1
    assert calls == 4
    assert abandoned() == ()


def test_finishing_twice_is_finishing_once(database: Database, follower: Follower) -> None:
    change_id = database.write_sync(
        lambda one: changes.begin(one, STORE, SCOPE, source="goods.csv", by="anna", at=1)
    )
    rows = [feed.Row(kind="product", key="a", body=b"1")]
    database.write_sync(lambda one: changes.stage(one, STORE, SCOPE, change_id, rows, number=0))
    for _ in range(2):
        assert database.write_sync(lambda one: changes.finish(one, STORE, SCOPE, change_id, at=2)) == 1
    assert follower.catch_up().head.count == 1


def test_an_import_and_an_edit_that_meet_add_up(database: Database, follower: Follower) -> None:
    """The office changes a product while a file that changes it too is being staged."""
    put = lambda body: [feed.Row(kind="product", key="a", body=body)]  # noqa: E731
    database.write_sync(lambda one: feed.publish(one, STORE, SCOPE, put(b"1"), at=1))
    change_id = database.write_sync(
        lambda one: changes.begin(one, STORE, SCOPE, source="goods.csv", by="anna", at=1)
    )
    database.write_sync(lambda one: changes.stage(one, STORE, SCOPE, change_id, put(b"2"), number=0))
    database.write_sync(lambda one: feed.publish(one, STORE, SCOPE, put(b"3"), at=1))
    database.write_sync(lambda one: changes.finish(one, STORE, SCOPE, change_id, at=2))
    page = follower.catch_up()
    assert follower.rows == {("product", "a"): b"2"}
    assert (page.head.count, page.head.checksum) == (1, follower.checksum)


bodies_ = st.one_of(st.none(), st.binary(min_size=1, max_size=1))
acts = st.lists(
    st.tuples(
        st.sampled_from(["edit", "stage", "finish", "follow"]),
        st.integers(0, 1),
        st.sampled_from("abcd"),
        bodies_,
    ),
    max_size=16,
)


@given(acts=acts)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_files_and_edits_that_meet_in_any_order_add_up(
    database: Database, acts: list[tuple[str, int, str, bytes | None]]
) -> None:
    """Two files are staged and finished while the office edits: every follower ends with the feed's sums."""
    store_id = new_id()
    scope = feed.store_scope(store_id)
    database.write_sync(lambda one: feed.begin(one, store_id, scope))
    files = [
        database.write_sync(lambda one: changes.begin(one, store_id, scope, source="f", by="a", at=1))
        for _ in range(2)
    ]
    staged: list[set[str]] = [set(), set()]
    early = Follower(database, store_id, scope)
    for what, number, key, body in acts:
        rows, file = [feed.Row(kind="product", key=key, body=body)], files[number]
        if what == "edit":
            database.write_sync(lambda one, new=rows: feed.publish(one, store_id, scope, new, at=1))
        elif what == "stage" and key not in staged[number]:
            count = len(staged[number])
            staged[number].add(key)
            database.write_sync(
                lambda one, new=rows, its=file, at=count: changes.stage(
                    one, store_id, scope, its, new, number=at
                )
            )
        elif what == "finish":
            database.write_sync(lambda one, its=file: changes.finish(one, store_id, scope, its, at=2))
            staged[number] = set("abcd")  # what is finished takes no more
        else:
            early.step(2)
    late = Follower(database, store_id, scope)
    for follower in (early, late):
        head = follower.catch_up().head
        assert (head.count, head.checksum) == (len(follower.rows), follower.checksum)
    assert early.rows == late.rows


def test_planned_prices_stay_planned_when_a_file_comes(
    importer: Importer, database: Database, clock: ManualClock
) -> None:
    importer.goods(GOODS, "goods.csv")
    now = clock()
    cheap = product(database, APPLES, price_minor=199)
    database.write_sync(
        lambda one: editing.put_product(
            one, STORE, cheap, by="anna", at=now, valid_from=now + 100, valid_to=now + 200
        )
    )
    assert [price(database, APPLES, now + at) for at in (0, 99, 100, 199, 200)] == [249, 249, 199, 199, 249]
    assert str(importer.goods(GOODS, "goods.csv")).endswith("nothing changed")
    importer.goods(GOODS.replace(",249,", ",239,"), "goods.csv")
    assert [price(database, APPLES, now + at) for at in (0, 100, 200)] == [239, 199, 239]
    clock.now = now + 150
    importer.goods(GOODS.replace(",249,", ",229,"), "goods.csv")
    assert [price(database, APPLES, now + at) for at in (150, 200)] == [199, 229]


def test_the_history_tells_who_changed_what_and_when(
    importer: Importer, database: Database, clock: ManualClock
) -> None:
    importer.goods(GOODS, "goods.csv")
    clock.move(60)
    dearer = product(database, APPLES, price_minor=269)
    database.write_sync(lambda one: editing.put_product(one, STORE, dearer, by="ben", at=clock()))
    clock.move(60)
    database.write_sync(lambda one: editing.remove(one, STORE, "product", APPLES, by="cleo", at=clock()))
    versions = database.read_sync(lambda one: changes.history(one, STORE, SCOPE, "product", APPLES))
    assert [(one.changed_by, one.source) for one in versions] == [
        ("cleo", "office"),
        ("ben", "office"),
        ("anna", "goods.csv"),
    ]
    assert [one.body and bodies.product_row(one.body).price_minor for one in versions] == [None, 269, 249]
    assert [one.changed_at - versions[-1].changed_at for one in versions] == [120_000_000, 60_000_000, 0]


def test_a_deposit_that_changes_changes_what_is_sold_with_it(importer: Importer, database: Database) -> None:
    header = "gtin,name,price_minor,currency,tax_rate_percent,category,linked_gtin\n"
    goods = "9521000001015,Water,79,EUR,19,drinks,9521000001022\n9521000001039,Tea,99,EUR,7,tea,\n"
    importer.goods(header + goods + "9521000001022,Deposit,25,EUR,19,deposit,\n", "goods.csv")
    dearer = product(database, BANANAS, price_minor=30)
    database.write_sync(lambda one: editing.put_product(one, STORE, dearer, by="anna", at=2 * START))
    assert [item.price_minor for item in product(database, APPLES).linked] == [30]
    assert [one.row_count for one in database.read_sync(lambda one: changes.recent(one, STORE))] == [2, 3]
    with pytest.raises(catalogue.CatalogueError, match="are sold with it"):
        database.write_sync(
            lambda one: editing.put_product(one, STORE, dearer, by="anna", at=2 * START, valid_from=3 * START)
        )


# --- lists -------------------------------------------------------------------------------------------------


def test_goods_are_found_by_part_of_a_name_in_any_language_or_by_number(
    importer: Importer, database: Database
) -> None:
    importer.goods(GOODS, "goods.csv")

    def found(**wanted: Any) -> list[str]:
        lines = database.read_sync(lambda one: catalogue.listing(one, STORE, "product", Filter(**wanted)))
        return [line.key for line in lines.lines]

    assert found() == [BANANAS, ORANGES, APPLES]
    assert found(text="ROTE ÄPF") == [APPLES]
    assert found(text="000102") == [BANANAS]
    assert found(text="%") == []
    assert found(category="produce/fruit") == [BANANAS]
    assert found(category="produce") == [BANANAS, ORANGES, APPLES]
    assert database.read_sync(lambda one: catalogue.categories(one, STORE)) == ("produce", "produce/fruit")
    assert database.read_sync(lambda one: catalogue.count(one, STORE, "product")) == 3


def test_a_list_goes_on_after_its_last_line(importer: Importer, database: Database) -> None:
    importer.goods(GOODS, "goods.csv")
    keys, after = [], ("", "")
    while True:
        wanted = Filter(limit=2, after=after)
        page = database.read_sync(lambda one, its=wanted: catalogue.listing(one, STORE, "product", its))
        keys += [line.key for line in page.lines]
        if page.next is None:
            break
        after = page.next
    assert keys == [BANANAS, ORANGES, APPLES]


def test_a_store_does_not_say_again_what_its_chain_says(importer: Importer, database: Database) -> None:
    importer.goods(GOODS, "goods.csv")
    apples = product(database, APPLES)
    database.write_sync(lambda one: editing.remove(one, STORE, "product", APPLES, by="a", at=1))
    database.write_sync(lambda one: feed.publish(one, STORE, CHAIN, [catalogue.product_row(apples)], at=1))
    with pytest.raises(catalogue.CatalogueError, match="stands in chain"):
        database.write_sync(lambda one: editing.put_product(one, STORE, apples, by="a", at=1))
    with pytest.raises(catalogue.CatalogueError, match="stands in chain"):
        importer.goods(GOODS, "goods.csv")
    found = database.read_sync(lambda one: catalogue.find(one, STORE, "product", APPLES))
    assert found is not None
    assert found.scope == CHAIN


# --- terms -------------------------------------------------------------------------------------------------


def test_terms_come_out_as_their_lanes_join_them(
    importer: Importer, database: Database, follower: Follower
) -> None:
    told = importer.terms(json.dumps(OFFERS).encode(), "offers.json")
    assert told == Imported(what="terms", rows=4, changed=4)
    file = database.read_sync(lambda one: catalogue.terms_file(one, STORE))
    follower.catch_up()
    sections = {key: body for (kind, key), body in follower.rows.items() if kind == "terms"}
    offers = [(key, body) for (kind, key), body in follower.rows.items() if kind == "offer"]
    assert bodies.join_terms(sections, offers) == file
    terms = read_terms(file, "EUR")
    assert ({offer.id for offer in terms.offers}, terms.points.offline_points_max) == ({"tea", "card"}, 7)
    assert str(importer.terms(json.dumps(OFFERS, indent=3).encode(), "o.json")).endswith("nothing changed")


def test_impossible_terms_change_nothing(importer: Importer, follower: Follower) -> None:
    wrong = {**OFFERS, "offers": [{"id": "x", "derivation": [{"type": "percent", "percent_bp": 0}]}]}
    with pytest.raises(TermsRefusedError, match="offer 'x', derivation"):
        importer.terms(json.dumps(wrong).encode(), "offers.json")
    assert follower.catch_up().head.head == 0


def test_one_offer_is_edited_and_the_others_are_not_sent_again(
    importer: Importer, database: Database, follower: Follower
) -> None:
    importer.terms(json.dumps(OFFERS).encode(), "offers.json")
    follower.catch_up()
    new = {"id": "tea", "name": "More tea", "derivation": [{"type": "percent", "percent_bp": 2000}]}
    body = json.dumps(new).encode()
    database.write_sync(lambda one: editing.put_offer(one, STORE, body, "EUR", by="ben", at=5))
    assert [(row.kind, row.key) for row in follower.step().rows] == [("offer", "tea")]
    wrong = body.replace(b"2000", b"20000")
    with pytest.raises(TermsRefusedError):
        database.write_sync(lambda one: editing.put_offer(one, STORE, wrong, "EUR", by="ben", at=6))
    with pytest.raises(catalogue.CatalogueError):
        database.write_sync(lambda one: editing.put_offer(one, STORE, b"[1]", "EUR", by="ben", at=6))
    database.write_sync(lambda one: editing.remove_offer(one, STORE, "card", "EUR", by="ben", at=7))
    section = b'{"offline_points_max": 9}'
    database.write_sync(lambda one: editing.put_section(one, STORE, "points", section, "EUR", by="b", at=8))
    terms = read_terms(database.read_sync(lambda one: catalogue.terms_file(one, STORE)), "EUR")
    assert ([offer.name for offer in terms.offers], terms.points.offline_points_max) == (["More tea"], 9)


def test_terms_can_be_read_as_they_were(importer: Importer, database: Database, clock: ManualClock) -> None:
    importer.terms(json.dumps(OFFERS).encode(), "offers.json")
    before = clock()
    was = database.read_sync(lambda one: catalogue.terms_file(one, STORE))
    clock.move(60)
    database.write_sync(lambda one: editing.remove_offer(one, STORE, "tea", "EUR", by="ben", at=clock()))
    now = database.read_sync(lambda one: catalogue.terms_file(one, STORE))
    assert now != was

    def as_of(at: int) -> bytes:
        return database.read_sync(lambda one: catalogue.terms_file(one, STORE, at=at))

    assert (as_of(before), as_of(clock()), as_of(before - 1)) == (was, now, b"")


# --- members -----------------------------------------------------------------------------------------------


def lanes_know(database: Database) -> dict[str, Member]:
    follower = Follower(database, CHAIN, CHAIN)
    follower.catch_up()
    return {key: msgspec.json.decode(body, type=Member) for (_, key), body in follower.rows.items()}


def test_members_go_down_the_chains_feed_by_their_keyed_hashes(
    importer: Importer, database: Database
) -> None:
    assert str(importer.members(MEMBERS)) == "members: 2 in the file, 2 new or changed"
    vault = Vault(bytes(range(32)))
    known = lanes_know(database)
    ada = known[lookup.member_lookup(vault, "card", "2100000079193")]
    assert ada == known[lookup.member_lookup(vault, "phone", "+493023125101")]
    assert (ada.member_id, ada.tier, ada.points, ada.stamps) == ("gold-1", "gold", 2480, {"coffee": 10})
    ben = known[lookup.member_lookup(vault, "card", "2100000158386")]
    assert (ben.groups, ben.points, ben.order_number) == (("family",), 640, 61)
    assert len(known) == 3


def test_the_same_members_again_change_nothing(importer: Importer, database: Database) -> None:
    importer.members(MEMBERS)
    head = database.read_sync(lambda one: feed.read_head(one, CHAIN, CHAIN))
    assert str(importer.members(MEMBERS)) == "members: 2 in the file, nothing changed"
    assert database.read_sync(lambda one: feed.read_head(one, CHAIN, CHAIN)) == head
    assert database.read_sync(lambda one: len(points.entries(one, "gold-1"))) == 1


def test_a_changed_tier_is_told_and_balances_stay_the_services(
    importer: Importer, database: Database
) -> None:
    importer.members(MEMBERS)
    changed = MEMBERS.replace("gold-1,gold,", "gold-1,silver,").replace("2480,118,coffee:10", "1,1,coffee:1")
    assert importer.members(changed).changed == 1
    vault = Vault(bytes(range(32)))
    ada = lanes_know(database)[lookup.member_lookup(vault, "card", "2100000079193")]
    assert (ada.tier, ada.points, ada.order_number, ada.stamps) == ("silver", 2480, 118, {"coffee": 10})


def test_members_with_mistakes_are_refused_whole_and_nobody_is_quoted(
    importer: Importer, database: Database
) -> None:
    importer.members(MEMBERS)
    with pytest.raises(MembersRefusedError) as refused:
        importer.members("card,member_id\n2100000079193,other\n2100000158386,gold-1\n")
    assert [error.reason for error in refused.value.errors] == ["a key is another member's"] * 2
    with pytest.raises(MembersRefusedError, match="line 2: card is none by the shop's rules"):
        importer.members("card,member_id\n2100000079190,a\n2100000158386,b\n")
    assert "2100000" not in str(refused.value)
    assert len(lanes_know(database)) == 3


# --- which file it is --------------------------------------------------------------------------------------


def test_a_file_is_told_by_its_name_and_header(importer: Importer, tmp_path: Path) -> None:
    for name, text in (("a.csv", GOODS), ("b.json", json.dumps(OFFERS)), ("c.csv", MEMBERS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [importer.bring_in(tmp_path / name).what for name in ("a.csv", "b.json", "c.csv")] == [
        "goods",
        "terms",
        "members",
    ]
    (tmp_path / "d.csv").write_bytes(GOODS.encode("latin-1"))
    with pytest.raises(CatalogueRefusedError, match="line 2: not UTF-8 text"):
        importer.bring_in(tmp_path / "d.csv")
