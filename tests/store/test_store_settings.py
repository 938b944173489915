"""Layers of settings at the service: who may set what, what is previewed, what lanes are sent, signed."""

import base64
import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from store_office import NOW, Office, Person
from store_world import watched

from retail.settings.key import By, Layer
from retail.settings.schema import every_key
from retail.wire.live import LaneStatus
from retail.wire.settings import SettingsLayer, SettingsNow
from store.data import audit
from store.data.database import Database
from store.data.lanes import commands, lane_status, settings_layers, support_bundles, terminals
from store.data.replication import feed
from store.data.schema.feed import CHAIN, feed_row
from store.data.schema.identity import terminal
from store.front.front import Front
from store.office import fleet, settings_form

LANE = "1-1"


@pytest.fixture
def office(sqlite_dsn: str, tmp_path: Path) -> Iterator[Office]:
    with watched(Database.open(sqlite_dsn)) as database:
        made = Office(database, tmp_path / "service", days=1, per_day=2)
        for store_id in ("1", "2"):
            database.write_sync(functools.partial(_add_lane, store_id))
        database.write_sync(lambda one: feed.begin(one, "2", "store:2"))
        yield made


def _add_lane(store_id: str, connection: sa.Connection) -> str:
    return terminals.make(connection, store_id, f"Lane {store_id}", NOW)


def _keep(body: bytes, connection: sa.Connection) -> str:
    return support_bundles.keep(connection, "1", LANE, body, NOW)


def sent(office: Office, owner: str, scope: str, layer: str) -> SettingsLayer:
    """The row a lane is fed."""
    query = sa.select(feed_row.c.body).where(
        feed_row.c.store_id == owner,
        feed_row.c.scope == scope,
        feed_row.c.kind == "setting",
        feed_row.c.key == f"layer:{layer}",
    )
    body = office.database.read_sync(lambda one: one.execute(query).scalar())
    assert body is not None
    return msgspec.json.decode(body, type=SettingsLayer)


def save(person: Person, layer: str, holder: str = "", why: str = "test", **values: str) -> int:
    fields = {f"{settings_form.FIELD}{path.replace('__', '.')}": text for path, text in values.items()}
    answer = send(person, "/office/settings", layer=layer, holder=holder, why=why, **fields)
    return int(answer.status_code)


def send(person: Person, path: str, **fields: str) -> Any:
    """Send a form, whatever its fields are called."""
    return person.send_form(path, fields, {})


def test_what_is_saved_is_sent_to_the_layers_lanes_signed_by_the_service(office: Office) -> None:
    with office.running() as client:
        ops = Person(client, "ops")
        assert save(ops, "chain", timers__paid_s="3,5") == 303
        assert save(ops, "store", shop__footer="Thank you\nCome again") == 303
        assert save(ops, "lane", LANE, lane__name="7") == 303
        keys: Front = client.app.state["service"].shared["front"]
        public = keys.keyring.public_keys()
    chain, store = sent(office, CHAIN, CHAIN, "chain"), sent(office, "1", "store:1", "store")
    lane = sent(office, "1", f"terminal:1.{LANE}", "lane")
    assert chain.values == {"timers.paid_s": 3.5}
    assert store.values == {"shop.footer": ["Thank you", "Come again"]}
    assert (lane.holder, lane.values) == (LANE, {"lane.name": "7"})
    for one in (chain, store, lane):
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public[one.key_id]))
        key.verify(base64.b64decode(one.signature), one.signed_bytes())
    deeds = office.database.read_sync(lambda one: audit.newest(one, "1"))
    assert [one.detail for one in deeds if one.action == "settings.save"] == [
        "lane.name=7", "shop.footer=['Thank you', 'Come again']", "timers.paid_s=3.5",
    ]  # fmt: skip


def test_a_value_lanes_would_refuse_is_not_saved_and_the_reason_is_told(office: Office) -> None:
    with office.running() as client:
        ops = Person(client, "ops")
        assert save(ops, "chain", timers__paid_s="61") == 422
        answer = send(ops, "/office/settings/preview", layer="chain", **{"set.timers.paid_s": "soon"})
    assert answer.status_code == 422
    assert "timers.paid_s is &#39;soon&#39;" in answer.text
    assert 'value="soon"' in answer.text  # what was typed is not lost
    chain = settings_layers.chain_place()
    assert office.database.read_sync(lambda one: settings_layers.newest(one, chain)) is None


def test_the_languages_of_lanes_are_a_list_in_the_shops_order(office: Office) -> None:
    with office.running() as client:
        manager = Person(client, "max")
        for wrong in ("fr\nxx", "fr\nfr"):
            assert save(manager, "store", lane__languages=wrong) == 422
        assert save(manager, "store", lane__language="fr", lane__languages="fr\nar\nen") == 303
        page = manager.get("/office/settings?layer=store").text
    assert sent(office, "1", "store:1", "store").values == {
        "lane.language": "fr", "lane.languages": ["fr", "ar", "en"],
    }  # fmt: skip
    assert "some of en, de, fr, es, zh, ar" in page


def test_a_manager_sets_the_store_and_its_lanes_and_only_what_is_a_managers(office: Office) -> None:
    with office.running() as client:
        manager, attendant = Person(client, "max"), Person(client, "anna")
        assert save(manager, "chain", timers__paid_s="3") == 403
        assert save(manager, "region", "north", timers__paid_s="3") == 403
        assert save(attendant, "store", timers__paid_s="3") == 403
        assert save(manager, "lane", "2-1", timers__paid_s="3") == 404  # another store's
        beyond = {"shop__currency": "CHF", "terminal__port": "/dev/x"}
        assert save(manager, "store", timers__paid_s="3", **beyond) == 303
        page = manager.get("/office/settings?layer=store").text
    assert sent(office, "1", "store:1", "store").values == {"timers.paid_s": 3.0}
    assert "set.timers.paid_s" in page
    assert "set.shop.currency" not in page
    assert "set.terminal.port" not in page


def test_a_managers_form_leaves_what_support_has_set(office: Office) -> None:
    with office.running() as client:
        assert save(Person(client, "ops"), "store", shop__currency="CHF", timers__paid_s="3") == 303
        assert save(Person(client, "max"), "store", timers__paid_s="4") == 303
    assert sent(office, "1", "store:1", "store").values == {"shop.currency": "CHF", "timers.paid_s": 4.0}


def test_preview_says_which_lanes_change_and_which_a_narrower_layer_keeps(office: Office) -> None:
    with office.running() as client:
        ops = Person(client, "ops")
        save(ops, "lane", LANE, timers__paid_s="9")
        answer = send(ops, "/office/settings/preview", layer="chain", **{"set.timers.paid_s": "3"})
    assert answer.status_code == 200
    lanes = office.database.read_sync(
        lambda one: [each.terminal_id for store in ("1", "2") for each in terminals.listed(one, store)
                     if each.kind == "lane"]
    )  # fmt: skip
    assert f"{len(lanes) - 1} of {len(lanes)} lanes change" in answer.text
    assert "Nothing changes: a narrower layer counts" in answer.text
    assert "3.0 s" in answer.text


def test_a_store_that_moves_takes_its_regions_layer_and_leaves_the_old_one(office: Office) -> None:
    with office.running() as client:
        ops = Person(client, "ops")
        assert ops.post("/office/settings/region", region="north").status_code == 303
        assert save(ops, "region", "north", timers__thanks_s="5") == 303
        assert sent(office, "1", "store:1", "region").values == {"timers.thanks_s": 5.0}
        assert ops.post("/office/settings/region", region="").status_code == 303
    layers = office.database.read_sync(lambda one: settings_layers.of_lane(one, "1", LANE))
    assert layers == ()
    head = office.database.read_sync(lambda one: feed.read_head(one, "1", "store:1"))
    assert head is not None
    query = sa.select(feed_row.c.is_deleted).where(
        feed_row.c.store_id == "1", feed_row.c.scope == "store:1", feed_row.c.key == "layer:region"
    )
    assert office.database.read_sync(lambda one: one.execute(query).scalar()) is True


def test_saving_the_same_makes_no_version(office: Office) -> None:
    with office.running() as client:
        ops = Person(client, "ops")
        save(ops, "chain", timers__paid_s="3")
        save(ops, "chain", timers__paid_s="3.0")
    past = office.database.read_sync(lambda one: settings_layers.history(one, settings_layers.chain_place()))
    assert [one.layer.version for one in past] == [1]


def test_no_secret_no_path_and_no_port_of_a_device_can_come_from_the_service() -> None:
    for path, one in every_key().items():
        is_place = "Path" in str(one.type) or path.endswith(".port") or path == "camera.source"
        if one.key.secret or is_place:
            assert one.key.by is By.FILE, path
    assert {layer.word for layer in Layer} >= {"chain", "region", "store", "lane"}


# --- the fleet ---------------------------------------------------------------------------------------------


def tell(office: Office, **told: object) -> None:
    status = LaneStatus(version="1.2.0", phase="attract", is_open=True, help_called=False, **told)  # type: ignore[arg-type]
    office.database.write_sync(lambda one: lane_status.tell(one, "1", LANE, status, "line", NOW))


def test_the_fleet_shows_version_unsent_settings_and_the_last_error_and_narrows(office: Office) -> None:
    now = SettingsNow(state="refused", layers={"chain": 1}, reasons=("timers.paid_s is 61",))
    tell(office, unsent=4, settings=now, last_error="kiosk.printer.driver: paper is out",
         devices={"printer": "fault", "terminal": "ready"})  # fmt: skip
    with office.running() as client:
        ops = Person(client, "ops")
        page = ops.get("/office/fleet").text
        assert ">4<" in page
        assert "1.2.0" in page
        assert "Printer: does not work" in page
        assert "paper is out" in page
        assert "refused" in page
        for show, is_there in (("trouble", True), ("unsent", True), ("settings", True), ("update", False)):
            assert (f"/office/fleet/{LANE}" in ops.get(f"/office/fleet?show={show}").text) is is_there, show
        assert f"/office/fleet/{LANE}" in ops.get("/office/fleet?q=PRINT").text
        assert f"/office/fleet/{LANE}" not in ops.get("/office/fleet?q=nothing").text
        one = ops.get(f"/office/fleet/{LANE}").text
        assert "timers.paid_s is 61" in one
        assert "2-1" not in ops.get("/office/fleet").text
        assert "2-1" in ops.get("/office/fleet?stores=all").text
        assert "2-1" not in Person(client, "max").get("/office/fleet?stores=all").text


def test_chosen_lanes_are_told_and_it_is_noted_who_told_them(office: Office) -> None:
    office.database.write_sync(_activate)
    with office.running() as client:
        manager = Person(client, "max")
        answer = send(manager, "/office/fleet/act", name="support", **{f"lane.{LANE}": "yes"})
        assert answer.status_code == 303
        assert send(manager, "/office/fleet/act", name="support").status_code == 422
        assert send(manager, "/office/fleet/act", name="resync", **{f"lane.{LANE}": "yes"}).status_code == 422
        assert send(manager, "/office/fleet/act", name="restart", **{"lane.2-1": "yes"}).status_code == 404
        assert send(Person(client, "anna"), "/office/fleet/act", name="restart").status_code == 403
    waiting = office.database.read_sync(lambda one: commands.waiting(one, "1", LANE, NOW))
    assert [(one.name, one.by) for one in waiting] == [("support", "max")]
    deeds = office.database.read_sync(lambda one: audit.newest(one, "1", what=LANE))
    assert [(one.who, one.detail) for one in deeds if one.action == "lane.command"] == [("max", "support")]


def _activate(connection: sa.Connection) -> None:
    mine = (terminal.c.store_id == "1", terminal.c.terminal_id == LANE)
    connection.execute(sa.update(terminal).where(*mine).values(state="active"))


def test_a_few_bundles_of_a_lane_are_kept_and_only_its_store_gets_them(office: Office) -> None:
    for number in range(support_bundles.KEPT + 2):
        body = b"PK\x03\x04" + bytes([number])
        office.database.write_sync(functools.partial(_keep, body))
    kept = office.database.read_sync(lambda one: support_bundles.listed(one, "1", LANE))
    assert len(kept) == support_bundles.KEPT
    path = f"/office/fleet/{LANE}/bundles/{kept[0].bundle_id}"
    with office.running() as client:
        answer = Person(client, "max").get(path)
        assert answer.status_code == 200
        assert answer.content == b"PK\x03\x04" + bytes([support_bundles.KEPT + 1])
        assert "attachment" in answer.headers["content-disposition"]
        assert Person(client, "anna").get(path).status_code == 403
    deeds = office.database.read_sync(lambda one: audit.newest(one, "1", what=LANE))
    assert "support.download" in {one.action for one in deeds}


@pytest.mark.parametrize(
    ("told", "wanted", "word"),
    [
        (None, {}, "unknown"),
        (SettingsNow(state="file"), {}, "file"),
        (SettingsNow(state="file"), {"chain": 1}, "late"),
        (SettingsNow(state="good", layers={"chain": 1}), {"chain": 1}, "good"),
        (SettingsNow(state="good", layers={"chain": 1}), {"chain": 2}, "late"),
        (SettingsNow(state="trial", layers={"chain": 2}, wanted={"chain": 2}), {"chain": 2}, "trial"),
        (SettingsNow(state="rolled_back", wanted={"chain": 2}), {"chain": 2}, "rolled_back"),
        (SettingsNow(state="rolled_back", wanted={"chain": 2}), {"chain": 3}, "late"),
    ],
)
def test_how_a_lane_stands_to_what_it_should_have(
    told: SettingsNow | None, wanted: dict[str, int], word: str
) -> None:
    assert fleet.standing(told, wanted) == word
    assert word in fleet.SETTINGS
