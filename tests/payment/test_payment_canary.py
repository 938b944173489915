"""No card data on the lane's side, though terminal and gateway say card numbers, tracks and PINs everywhere.

Everything a lane keeps or shows is searched for them, as text and in packed digits: messages, journal,
database pages, envelopes, log, receipts. So it is for what else is worth money: a phone's code, the number of
a gift card, its PIN. The simulated terminal's own files are the one place they may stand.
"""

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import zstandard
from payment_rig import Rig, wait_for
from wallet_rig import WalletRig

from benchmarks import payment_store
from benchmarks.payment_lane_parts import Enrolment, Task
from benchmarks.payment_lane_process import LaneProcess
from benchmarks.payment_matrix_lane import PHONE_CODE
from kiosk.devices import refund as r
from kiosk.devices import terminal as t
from kiosk.payment.wallet import codec
from retail.card import CardResult
from simulators.shopper import scenario as scenarios
from simulators.shopper.reach import RealMoment
from simulators.shopper.runner import Runner
from simulators.shopper.world import ShopWorld
from simulators.terminal.card_data import CANARIES, LINES, NUMBER
from simulators.terminal.faults import FAULTS, STATES
from simulators.terminal.settings import Card
from simulators.wallet_gateway.book import Book

FAR_END = ("terminal-ledger.json", "terminal.log")
"""The terminal's own."""
SEPARATORS = re.compile(rb"[ \-]")


def canaries_in(data: bytes) -> list[str]:
    """What is found: as text, with gaps, in UTF-16, and in packed digits."""
    forms = {data, SEPARATORS.sub(b"", data), data.replace(b"\x00", b"")}
    found = []
    for canary in CANARIES:
        packed = bytes.fromhex(canary if len(canary) % 2 == 0 else canary + "f")
        needles = [canary.encode(), *([packed] if len(packed) > 3 else [])]
        if any(needle in form for form in forms for needle in needles):
            found.append(canary)
    return found


def test_search_finds_what_it_looks_for() -> None:
    for line in LINES:
        assert canaries_in(line.encode()), line
    assert canaries_in(b"\x00" + bytes.fromhex(NUMBER)) == [NUMBER]
    assert canaries_in(NUMBER.encode("utf-16-le")) == [NUMBER]
    assert canaries_in(b"************1111") == []


@pytest.mark.parametrize("card", list(Card))
def test_nothing_the_driver_says_holds_card_data(rig: Rig, card: Card) -> None:
    rig.faults.arm("card_data")
    rig.terminal.present_card(card)
    attempt = rig.request()
    outcome = rig.authorise(attempt)
    if isinstance(outcome, t.Unknown):
        outcome = rig.recover(attempt)
    assert card not in (Card.APPROVE, Card.UNPLUG) or isinstance(outcome, t.Approved)
    said = repr(rig.lane.messages) + repr(rig.lane.kept)
    assert canaries_in(said.encode()) == []
    if isinstance(outcome, t.Approved):
        assert outcome.result.masked_pan == "************1111"
        assert any("1111" in line for line in outcome.receipt_lines)


@pytest.mark.parametrize("fault", sorted(set(FAULTS) - {"card_data", *STATES}))
def test_no_fault_brings_card_data_in(rig: Rig, fault: str) -> None:
    rig.faults.arm("card_data")
    rig.faults.arm(fault)
    attempt = rig.request()
    outcome = rig.authorise(attempt)
    if isinstance(outcome, t.Unknown):
        rig.recover(attempt)
    rig.driver.end_of_day()
    wait_for(lambda: [m for m in rig.lane.messages if isinstance(m, t.EndOfDayAnswer)], "end of day")
    assert canaries_in((repr(rig.lane.messages) + repr(rig.lane.kept)).encode()) == []


class Desk:
    def __init__(self) -> None:
        self.said: list[object] = []

    def refund_said(self, message: r.RefundText | r.CardRefundAnswer) -> None:
        self.said.append(message)

    def keep_refund(self, refund_id: str, result: CardResult) -> None:
        self.said.append(result)


def test_refund_holds_no_card_data(rig: Rig) -> None:
    rig.faults.arm("card_data")
    desk = Desk()
    rig.driver.refund(r.CardRefund(refund_id="R1", amount_minor=5, currency="EUR"), None, desk)
    wait_for(lambda: any(isinstance(said, r.CardRefundAnswer) for said in desk.said), "refund")
    assert canaries_in(repr(desk.said).encode()) == []


class LeakyBook(Book):
    """A gateway that writes card data into every text it has, and into fields that are none."""

    def query(self, number: str) -> codec.OrderState:
        found = super().query(number)
        leak = " ".join(LINES)
        return msgspec.structs.replace(found, wallet=leak, reference=leak, text=leak)


@pytest.mark.parametrize("field", ["wallet", "reference", "text"])
def test_gateways_texts_are_cleaned(field: str) -> None:
    state = codec.OrderState(order_number="A1", state=codec.State.PAID, **{field: " ".join(LINES)})
    assert canaries_in(repr(codec.decode(codec.encode(state), codec.OrderState)).encode()) == []


@pytest.mark.parametrize("field", ["state", "currency"])
def test_gateways_words_that_are_none_are_not_repeated(field: str) -> None:
    raw = b'{"order_number":"A1","state":"paid","currency":"EUR"}'
    value = {"state": b'"paid"', "currency": b'"EUR"'}[field]
    for line in LINES:
        with pytest.raises(codec.ProtocolError) as error:
            codec.decode(raw.replace(value, b'"' + line.encode() + b'"'), codec.OrderState)
        assert canaries_in(str(error.value).encode()) == []


def test_nothing_the_wallet_driver_says_holds_card_data(tmp_path: Path) -> None:
    shop = WalletRig(tmp_path)
    try:
        shop.book = shop.gateway.book = LeakyBook(shop.faults)
        shop.create(shop.request(), "130123456789012345")
        assert len(shop.lane.messages) > 1
        assert canaries_in(repr(shop.lane.messages).encode()) == []
        assert "130123456789012345" not in repr(shop.lane.messages)
    finally:
        shop.close()


# --- a whole lane ---------------------------------------------------------------------------------------

SHOPPING = """
[[step]]
show = "pack:whole-milk-1-l"
[[step]]
touch = "pay"
[[step]]
card = "decline"
[[step]]
touch = "payCard"
[[step]]
wait = "card"
[[step]]
wait = "tender"
[[step]]
touch = "payCard"
[[step]]
wait = "card"
[[step]]
restart = true
[[step]]
wait = "paid"
[[step]]
touch = "receiptPaper"
[[step]]
wait = "thanks"
"""


def test_whole_lane_killed_in_a_payment_keeps_no_card_data_anywhere(tmp_path: Path) -> None:
    out = tmp_path / "out"
    scenario = scenarios.parse(SHOPPING, folder=tmp_path)
    world = ShopWorld(scenario, out)
    try:
        world.start()
        world.fleet.terminal.do("fault", name="card_data")
        report = Runner(scenario, world, lambda _: None, RealMoment()).run()
        assert report.failures == [], report.failures
        wait_for(world.papers, "the receipt")
        ledger = world.ledger()
    finally:
        world.stop()
    assert [row["kind"] for row in ledger] == ["charge"]
    files = [path for path in out.rglob("*") if path.is_file() and path.name not in FAR_END]
    names = {path.name for path in files}
    assert {"journal.db", "lane.log"} <= names, names
    assert any(path.suffix == ".txt" and b"1111" in path.read_bytes() for path in files), (
        "the card is printed"
    )
    assert {
        str(path): canaries_in(path.read_bytes()) for path in files if canaries_in(path.read_bytes())
    } == {}
    envelopes = list(packed_bodies(out / "lane"))
    assert len(envelopes) > 0
    assert [found for found in map(canaries_in, envelopes) if found] == []


# --- what else is worth money to whoever reads it -------------------------------------------------------

PIN = "91827364"


def pay_killed_and_again(folder: Path, way: str, step: str, **more: Any) -> list[str]:
    """A payment whose lane dies after `step` and whose next lane ends it; what both said."""
    task = Task(folder=str(folder), port="", mode="drop", way=way, **more.pop("task"))
    first = LaneProcess(msgspec.structs.replace(task, step=step, moment="committed"), is_cold=True)
    said = list[str]()
    first.tell("prepare")
    assert first.settled(said.append) == "ready"
    first.tell("pay", **more)
    assert first.settled(said.append) == ""
    assert first.end(), "it was killed"
    second = LaneProcess(task, is_cold=True)
    try:
        second.tell("watch")
        assert second.settled(said.append) == "not_paid"
        second.tell("pay", **more)
        assert second.settled(said.append) == "paid"
        second.tell("finish")
        assert second.settled(said.append) == "finished"
    finally:
        second.end()
    return said + first.seen + second.seen


def found_in(folder: Path, secrets: list[str]) -> dict[str, list[str]]:
    """Which of the secrets stand in which file, packed or not."""
    contents = {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    contents |= {f"envelope {number}": body for number, body in enumerate(packed_bodies(folder))}
    forms = {name: (content, content.replace(b"\x00", b"")) for name, content in contents.items()}
    found = {
        name: [one for one in secrets if any(one.encode() in form for form in both)]
        for name, both in forms.items()
    }
    return {name: ones for name, ones in found.items() if ones}


def test_no_gift_number_and_no_pin_stays_on_a_lane_that_was_killed_with_them(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    lane, shop = tmp_path / "lane", tmp_path / "shop"
    shop.mkdir()
    with payment_store.opened(shop) as store:
        digits, account = store.card(5000, PIN)
        enrolment: Enrolment = store.lane()
        said = pay_killed_and_again(
            lane, "value", "ValueAsked", gift=digits, pin=PIN, task={"store": enrolment}
        )
        left, held = wait_for(
            lambda: known if (known := store.account(account))[1] == 0 else None, "the capture", 40
        )
        assert (left, held) == (5000 - 1234, 0), "it was the PIN that opened it"
    secrets = [digits, digits[:-4], PIN]
    assert (lane / "journal.db").exists()
    assert found_in(lane, secrets) == {}
    assert found_in(shop, secrets) == {}
    told = capfd.readouterr()
    assert not any(one in f"{said}{told.out}{told.err}" for one in secrets)


def test_no_code_of_a_phone_stays_on_a_lane_that_was_killed_with_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    shop = WalletRig(tmp_path)
    try:
        said = pay_killed_and_again(
            tmp_path / "lane", "phone", "WalletRequested", task={"wallet_url": shop.gateway.url}
        )
        assert PHONE_CODE in shop.gateway.codes
    finally:
        shop.close()
    assert found_in(tmp_path, [PHONE_CODE]) == {}, "neither the lane nor the gateway keeps it"
    told = capfd.readouterr()
    assert PHONE_CODE not in f"{said}{told.out}{told.err}"


def packed_bodies(folder: Path) -> Iterator[bytes]:
    """Every packed value of every table, unpacked: what goes up to the service."""
    for path in folder.rglob("journal.db"):
        with contextlib.closing(sqlite3.connect(path)) as db:
            tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for table in tables:
                for row in db.execute(f'SELECT * FROM "{table}"'):
                    for value in row:
                        if isinstance(value, bytes) and value.startswith(b"\x28\xb5\x2f\xfd"):
                            yield zstandard.ZstdDecompressor().decompress(value, max_output_size=1 << 24)
