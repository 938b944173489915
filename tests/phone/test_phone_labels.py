"""Shelf labels: what they are told, what they say, when shelf and lane differ, and labels that misbehave."""

import io
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from phone_office import Staff, staff_of
from phone_shop import Client, Shop
from PIL import Image

from benchmarks.store_shoppers import ASSETS
from retail.unit_price import Net, unit_price
from retail.wire.bodies import sold_at
from retail.wire.labels import SIZES, Deal, LabelRow, LabelText, Shown
from simulators.control import ControlClient
from simulators.labels.faults import FAULTS
from store.data.goods import catalogue, editing, labels, labels_shown, stories
from store.data.goods.catalogue import PRODUCT_KIND
from store.data.ids import new_id
from store.identity.passwords import Passwords
from store.importing import Importer
from store.office import accounts
from store.reports.label_picture import PALETTE, draw

STRAWBERRIES, STRAWBERRIES_GTIN = "09521000001084", "9521000001084"
APPLES, APPLES_GTIN = "09521000001015", "9521000001015"
LEMONS = "09521000001046"
DEADLINE_S = 60.0
MINUTE = 60_000_000


@pytest.fixture
def max_(shop: Shop, client: Client) -> Staff:
    return staff_of(shop, client)


class Labels:
    """A base station in its own process."""

    def __init__(self, control: Path, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._control = ControlClient(control)

    def do(self, name: str, /, **more: Any) -> dict[str, Any]:
        return self._control.do(name, **more)

    def until(self, holds: Callable[[], bool]) -> None:
        ends = time.monotonic() + DEADLINE_S
        while not holds():
            assert self._process.poll() is None
            assert time.monotonic() < ends, self.do("status")
            time.sleep(0.02)

    def rounds(self, more: int = 2) -> None:
        """Whole looks that began after now."""
        wanted = self.do("status")["rounds"] + more
        self.until(lambda: self.do("status")["rounds"] >= wanted)


@pytest.fixture
def station(shop: Shop, running: "Labels") -> Iterator["Labels"]:
    """The base station, which behaves until it is told otherwise, with no label of the tests before."""
    for one in shop.database.read_sync(lambda one: labels.listed(one, "1", limit=200)):
        take_off(shop, one.label_id)
    running.until(lambda: not running.do("shows")["labels"])
    yield running
    running.do("behave")


@pytest.fixture(scope="module")
def running(shop: Shop, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Labels]:
    who, at = "test", shop.clock()
    terminal_id = shop.database.write_sync(
        lambda one: accounts.add_lane(one, "1", "Labels", who=who, at=at, kind="lane")
    )
    code, code_hash = accounts.make_code(Passwords(), terminal_id)
    made = shop.database.write_sync(lambda one: accounts.set_code(one, "1", code, code_hash, who=who, at=at))
    assert made is not None
    control = tmp_path_factory.mktemp("labels") / "control"
    with shop.served() as url:
        command = [sys.executable, "-m", "simulators.labels", url, made.written, "--every", "0.05"]
        process = subprocess.Popen([*command, "--control", str(control)])
        try:
            ends = time.monotonic() + DEADLINE_S
            while not control.exists():
                assert process.poll() is None
                assert time.monotonic() < ends
                time.sleep(0.02)
            yield Labels(control, process)
        finally:
            process.terminate()
            process.wait(DEADLINE_S)


def name() -> str:
    return f"L-{new_id()[-12:]}"


def hang(shop: Shop, label_id: str, key: str, size: str = "296x128") -> None:
    shop.database.write_sync(lambda one: labels.put(one, "1", label_id, key, size, at=shop.clock()))


def take_off(shop: Shop, label_id: str) -> None:
    shop.database.write_sync(lambda one: labels.take_off(one, "1", label_id, at=shop.clock()))


def label(shop: Shop, label_id: str) -> labels.Label:
    found = shop.database.read_sync(lambda one: labels.one(one, "1", label_id))
    assert found is not None
    return found


def price(shop: Shop, key: str, minor: int) -> None:
    """Change a price as the office does."""
    listed = shop.database.read_sync(lambda one: catalogue.find(one, "1", PRODUCT_KIND, key))
    assert listed is not None
    now = sold_at(listed.body, shop.clock())
    assert now is not None
    product = msgspec.structs.replace(now, price_minor=minor)
    shop.database.write_sync(lambda one: editing.put_product(one, "1", product, by="max", at=shop.clock()))


def lane_price(shop: Shop, key: str) -> int:
    """What a lane takes now, by what the feed told it."""
    listed = shop.database.read_sync(lambda one: catalogue.find(one, "1", PRODUCT_KIND, key))
    assert listed is not None
    sold = sold_at(listed.body, shop.clock())
    assert sold is not None
    return sold.price_minor


def shown_by(station: Labels, label_id: str) -> dict[str, Any]:
    return dict(station.do("shows")["labels"].get(label_id, {}))


def test_a_label_fetches_its_picture_and_its_word_is_kept(shop: Shop, station: Labels) -> None:
    mine = name()
    hang(shop, mine, STRAWBERRIES, "400x300")
    station.until(lambda: label(shop, mine).is_shown)
    shows = shown_by(station, mine)
    assert (shows["price_minor"], shows["size"]) == (299, "400x300")
    [said] = [
        one
        for one in shop.database.read_sync(lambda one: labels_shown.history(one, "1", STRAWBERRIES))
        if one.label_id == mine
    ]
    assert said.text.price_minor == 299
    assert said.text.list_minor > 299
    assert said.until_at == 0
    assert said.text.deal is not None
    assert "Strawberries" in said.text.deal.name


def test_a_rise_stands_on_the_shelf_before_any_lane_takes_it(shop: Shop, station: Labels) -> None:
    mine = name()
    hang(shop, mine, APPLES)
    station.until(lambda: label(shop, mine).is_shown)
    before = lane_price(shop, APPLES)
    shop.clock.move(60)
    price(shop, APPLES, before + 50)
    station.until(
        lambda: label(shop, mine).is_shown and shown_by(station, mine)["price_minor"] == before + 50
    )
    assert lane_price(shop, APPLES) == before
    shop.clock.move(labels.GRACE_MIN * 60 - 1)
    assert lane_price(shop, APPLES) == before
    shop.clock.move(1)
    assert lane_price(shop, APPLES) == before + 50


def test_a_cut_is_at_the_lanes_at_once_and_on_the_shelf_soon(shop: Shop, station: Labels) -> None:
    mine = name()
    hang(shop, mine, LEMONS)
    station.until(lambda: label(shop, mine).is_shown)
    shop.clock.move(60)
    price(shop, LEMONS, 99)
    assert lane_price(shop, LEMONS) == 99
    # a label that counts on the price of in half an hour would be late, not wrong: it is the same now
    station.until(lambda: label(shop, mine).is_shown and shown_by(station, mine)["price_minor"] == 99)


def test_a_file_that_raises_a_price_waits_for_the_label_too(shop: Shop, tmp_path: Path) -> None:
    listed = shop.database.read_sync(lambda one: catalogue.find(one, "1", PRODUCT_KIND, LEMONS))
    assert listed is not None
    hang(shop, name(), LEMONS)
    before = lane_price(shop, LEMONS)
    file = tmp_path / "catalogue.csv"
    rows = (ASSETS / "catalogue.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(at for at, row in enumerate(rows) if row.startswith("9521000001046,"))
    cells = rows[at].split(",")
    rows[at] = ",".join([*cells[:2], str(before + 30), *cells[3:]])
    file.write_text("".join(rows), encoding="utf-8")
    importer = Importer(shop.database, shop.vault, shop.clock, store_id="1", currency="EUR", by="test")
    importer.bring_in(file)
    assert lane_price(shop, LEMONS) == before
    importer.bring_in(file)  # again changes nothing about it
    shop.clock.move(labels.GRACE_MIN * 60)
    assert lane_price(shop, LEMONS) == before + 30


def test_what_the_shelf_said_is_answered_by_number_and_moment(
    shop: Shop, station: Labels, max_: Staff
) -> None:
    mine, key, gtin = name(), "09521000001039", "9521000001039"
    hang(shop, mine, key)
    station.until(lambda: label(shop, mine).is_shown)
    at_first = shop.clock()
    before = lane_price(shop, key)
    shop.database.write_sync(lambda one: labels.set_grace(one, "1", 0))
    station.do("fault", name="stuck")
    shop.clock.move(3600)
    price(shop, key, before + 100)  # no time for labels, and this one does not move
    station.until(lambda: label(shop, mine).pos != label(shop, mine).shown_pos)
    station.rounds()
    shop.clock.move(600)
    max_.log_in()
    said = max_.proof(gtin, shop.clock())
    assert f"{before / 100:.2f}" in said
    assert f"{(before + 100) / 100:.2f}" in said
    assert "The shelf said less: €1.00 back for each." in said, said
    assert "no more than the shelf said" in max_.proof(gtin, at_first + MINUTE)
    assert "no label answered" in max_.proof(gtin, at_first - 86_400_000_000)
    shop.database.write_sync(lambda one: labels.set_grace(one, "1", labels.GRACE_MIN))


def test_labels_that_do_not_answer_stand_first_in_the_office(
    shop: Shop, station: Labels, max_: Staff
) -> None:
    mine = name()
    station.do("fault", name="silent")
    hang(shop, mine, STRAWBERRIES)
    station.until(lambda: bool(shown_by(station, mine)))
    assert label(shop, mine).shown_pos == 0
    shop.clock.move(300)
    max_.log_in()
    page = max_.get("/office/labels").text
    assert "do not answer" in page
    assert "never answered" in page
    rows = page[page.index('id="labels"') :]
    assert mine in rows[: rows.index("</tr>", rows.index("<tbody>"))]
    station.do("behave")
    take_off(shop, mine)
    station.until(lambda: not shown_by(station, mine))


@pytest.mark.parametrize("fault", sorted(set(FAULTS) - {"silent", "stuck"}))
def test_whatever_labels_do_wrong_what_is_kept_is_what_they_say(
    shop: Shop, station: Labels, fault: str
) -> None:
    mine, key = name(), "09521000001022"
    hang(shop, mine, key)
    station.until(lambda: label(shop, mine).is_shown)
    before = shown_by(station, mine)["price_minor"]
    station.do("fault", name=fault)
    shop.clock.move(60)
    shop.database.write_sync(
        lambda one: stories.put(
            one,
            "1",
            key,
            stories.Story(net_amount=200 + 150 * sorted(FAULTS).index(fault)),
            by="max",
            at=shop.clock(),
        )
    )
    if fault in ("goes_back", "bad_picture"):
        station.until(lambda: label(shop, mine).pos > label(shop, mine).shown_pos)
        station.rounds()
        assert not label(shop, mine).is_shown
    else:
        station.until(lambda: label(shop, mine).is_shown and label(shop, mine).text_no > 0)
        station.rounds()
        assert label(shop, mine).is_shown
    assert shown_by(station, mine)["price_minor"] == before
    station.do("behave")
    take_off(shop, mine)
    station.until(lambda: not shown_by(station, mine))


def test_a_word_about_what_was_never_told_is_kept_nowhere(shop: Shop) -> None:
    mine = name()
    hang(shop, mine, APPLES)
    verdict = shop.database.write_sync(
        lambda one: labels_shown.shown(one, "1", Shown(label_id=mine, pos=10**6), at=shop.clock())
    )
    assert verdict == "unknown"
    assert label(shop, mine).shown_pos == 0
    other = shop.database.write_sync(
        lambda one: labels_shown.shown(one, "2", Shown(label_id=mine, pos=1), at=shop.clock())
    )
    assert other == "unknown"


def test_the_office_hangs_shows_and_takes_off_labels(shop: Shop, max_: Staff) -> None:
    mine = name()
    assert max_.post("/office/labels", label_id=mine, gtin=APPLES_GTIN, size="800x480").status_code == 303
    picture = max_.get(f"/office/labels/{mine}/picture")
    assert picture.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(picture.content)).size == SIZES["800x480"]
    refused = max_.post("/office/labels", label_id=mine, gtin="4006381333931", size="296x128")
    assert "No goods have this number." in refused.text
    assert max_.post("/office/labels", label_id="../x", gtin=APPLES_GTIN, size="296x128").status_code == 422
    assert max_.post("/office/labels/rules", grace="9999").status_code == 422
    assert max_.post("/office/labels/rules", grace="45").status_code == 303
    assert shop.database.read_sync(lambda one: labels.grace_min(one, "1")) == 45
    max_.post("/office/labels/rules", grace=str(labels.GRACE_MIN))
    assert max_.post(f"/office/labels/{mine}/off").status_code == 303
    assert label(shop, mine).is_gone


TEXTS = {
    "deal": LabelText(
        key=STRAWBERRIES, gtin=STRAWBERRIES_GTIN, name="Erdbeeren aus der Region 500 g Schale",
        currency="EUR", price_minor=299, list_minor=399, unit_price_minor=598, unit_price_per="kg",
        deal=Deal(name="Erdbeeren: Wochenpreis", last_day="2027-01-20"),
    ),
    "plain": LabelText(key=APPLES, gtin=APPLES_GTIN, name="Äpfel", currency="EUR", price_minor=8),
    "long": LabelText(
        key=APPLES, gtin=APPLES_GTIN, name="Donaudampfschifffahrtsgesellschaftskapitänsmütze " * 5,
        currency="EUR", price_minor=9_999_999, unit_price_minor=1, unit_price_per="l", deposit_minor=825,
        deal=Deal(name="Sehr langer Name eines Angebots " * 5, last_day="2027-12-31"),
    ),
    "yen": LabelText(key=APPLES, gtin=APPLES_GTIN, name="りんご", currency="JPY", price_minor=198, unit="kg"),
    "gone": LabelText(key=APPLES, gtin=APPLES_GTIN, name="Äpfel", currency="EUR", price_minor=0),
}  # fmt: skip


@pytest.mark.parametrize("size", sorted(SIZES))
@pytest.mark.parametrize("text", sorted(TEXTS))
def test_a_picture_is_black_white_and_red_and_leaves_its_edge_free(text: str, size: str) -> None:
    for language in ("en", "de", "fr", "es", "zh"):
        png = draw(TEXTS[text], size, language, "https://shop.example/shelf/9521000001084")
        image = Image.open(io.BytesIO(png))
        assert image.size == SIZES[size]
        colours = {colour for _, colour in image.convert("RGB").getcolors() or []}
        assert colours <= {PALETTE[:3], PALETTE[3:6], PALETTE[6:9]}
        assert ((200, 0, 0) in colours) is (TEXTS[text].deal is not None)
        width, height = image.size
        plain = image.convert("RGB")
        edges = [(x, height - 1) for x in range(width)] + [(0, y) for y in range(height // 2, height)]
        assert all(plain.getpixel(place) == (255, 255, 255) for place in edges), (
            "something runs off the label"
        )


@pytest.mark.parametrize(
    ("price_minor", "net", "per_minor", "per"),
    [
        (299, Net(amount=500, unit="g"), 598, "kg"),
        (89, Net(amount=330, unit="ml"), 270, "l"),
        (199, Net(amount=6, unit="piece"), 33, "piece"),
        (1, Net(amount=3000, unit="g"), 0, "kg"),
    ],
)
def test_a_price_for_comparing_is_rounded_half_up(
    price_minor: int, net: Net, per_minor: int, per: str
) -> None:
    found = unit_price(price_minor, net)
    assert found is not None
    assert (found.amount_minor, found.per) == (per_minor, per)


def test_nothing_is_compared_where_the_content_is_not_known() -> None:
    assert unit_price(100, None) is None
    assert unit_price(100, Net(amount=1, unit="piece")) is None


def test_a_row_of_the_feed_is_what_was_agreed() -> None:
    row = LabelRow(
        label_id="L1", pos=7, size="296x128", text=TEXTS["plain"], picture="/v1/labels/L1/picture?pos=7"
    )
    assert msgspec.json.decode(msgspec.json.encode(row)) == {
        "label_id": "L1",
        "pos": 7,
        "size": "296x128",
        "text": {
            "key": APPLES, "gtin": APPLES_GTIN, "name": "Äpfel", "currency": "EUR", "price_minor": 8,
        },
        "picture": "/v1/labels/L1/picture?pos=7",
    }  # fmt: skip
