"""The staff a lane knows: badges, PINs, and changes that count at once."""

import hashlib
import hmac
from pathlib import Path

import msgspec
import pytest
from argon2 import PasswordHasher

from kiosk.app.staff import NOBODY, StaffList
from kiosk.database.catalogue import CatalogueStore, StaffNow
from retail.interventions.sign_in import Claim, How
from retail.interventions.words import Role
from retail.wire.feed import MODULUS, FeedPage, FeedRow, row_hash
from retail.wire.staff import StaffRow

SECRET = b"s" * 32
WEAK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
BADGE = "LK-0042-7781"


def hashed(badge: str) -> str:
    return hmac.new(SECRET, f"badge:{badge}".encode(), hashlib.sha256).hexdigest()


ANNA = StaffRow(
    staff_id="s-1", name="Anna", role="attendant", number="101", badge=hashed(BADGE), pin=WEAK.hash("2580")
)


class Told:
    """What a lane was told of its staff."""

    def __init__(self, *people: StaffRow) -> None:
        self.generation = 1
        self.people = people
        self.reads = 0

    def staff(self) -> StaffNow:
        self.reads += 1
        return StaffNow(people=self.people, secret=SECRET)

    def change(self, *people: StaffRow) -> None:
        self.people, self.generation = people, self.generation + 1


def test_a_badge_is_found_by_its_keyed_hash_and_an_article_is_none() -> None:
    known = StaffList(Told(ANNA))
    assert known.by_badge(BADGE) == Claim(staff_id="s-1", how=How.BADGE, is_right=True, role=Role.ATTENDANT)
    for text in ("4012345678901", "", " ", "x" * 5_000, hashed(BADGE)):
        assert known.by_badge(text) is None


@pytest.mark.parametrize(
    ("number", "pin", "staff_id", "is_right"),
    [
        ("101", "2580", "s-1", True),
        ("101", "2581", "s-1", False),
        ("101", "", "s-1", False),
        ("101", "2580" + "0" * 5_000, "s-1", False),
        ("102", "2580", "", False),
        ("", "2580", "", False),
    ],
)
def test_a_pin_belongs_to_a_number(number: str, pin: str, staff_id: str, is_right: bool) -> None:
    claim = StaffList(Told(ANNA)).by_pin(number, pin)
    assert (claim.staff_id, claim.is_right, claim.how) == (staff_id, is_right, How.PIN)


def test_every_number_costs_one_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def look(_self: PasswordHasher, stored: str, _pin: str) -> bool:
        compared.append(stored)
        return True

    monkeypatch.setattr(PasswordHasher, "verify", look)
    known = StaffList(Told(ANNA, StaffRow(staff_id="s-2", name="Ben", role="attendant", number="102")))
    rights = [known.by_pin(number, "1111").is_right for number in ("101", "102", "999")]
    assert compared == [ANNA.pin, NOBODY, NOBODY]
    assert rights == [True, False, False], (
        "whoever has no PIN is let in by none, whatever the comparison says"
    )


def test_a_closed_account_is_told_from_a_stranger() -> None:
    told = Told(ANNA)
    known = StaffList(told)
    assert known.by_badge(BADGE) is not None
    told.change(msgspec.structs.replace(ANNA, is_revoked=True, pin=""))
    claim = known.by_badge(BADGE)
    assert claim is not None
    assert claim.is_revoked
    by_pin = known.by_pin("101", "2580")
    assert (by_pin.staff_id, by_pin.is_revoked, by_pin.is_right) == ("s-1", True, False)
    assert known.name("s-1") == "Anna"


def test_the_list_is_read_once_for_each_state() -> None:
    told = Told(ANNA)
    known = StaffList(told)
    for _ in range(20):
        known.by_badge("4012345678901")
    assert told.reads == 1


def test_a_lane_without_a_service_knows_nobody(tmp_path: Path) -> None:
    store = CatalogueStore(tmp_path)
    known = StaffList(store)
    assert known.by_badge(BADGE) is None
    assert not known.by_pin("101", "2580").is_right
    assert known.name("s-1") == "s-1"
    store.close()


def _page(after: int, rows: tuple[FeedRow, ...], living: tuple[FeedRow, ...]) -> FeedPage:
    return FeedPage(
        scope="store:1",
        feed_epoch="e",
        after=after,
        to=after + len(rows),
        head=after + len(rows),
        more=False,
        rows=rows,
        count=len(living),
        checksum=sum(row_hash(row.kind, row.key, row.body) for row in living) % MODULUS,
        server_time=1,
    )


def _row(pos: int, key: str, body: bytes) -> FeedRow:
    return FeedRow(pos=pos, kind="staff", key=key, op="put", body=body)


def test_what_the_feed_brings_counts_while_an_older_state_is_sold_by(tmp_path: Path) -> None:
    store = CatalogueStore(tmp_path)
    known = StaffList(store)
    sold_by = store.open_replica()
    hired = _row(1, "s-1", msgspec.json.encode(ANNA))
    store.apply([_page(0, (hired,), (hired,))])
    assert known.by_pin("101", "2580").is_right
    assert sold_by.staff() == ()
    closed = _row(2, "s-1", msgspec.json.encode(msgspec.structs.replace(ANNA, is_revoked=True, pin="")))
    store.apply([_page(1, (closed,), (closed,))])
    assert not known.by_pin("101", "2580").is_right
    sold_by.close()
    store.close()


def test_a_row_of_a_newer_service_is_passed_over(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    store = CatalogueStore(tmp_path)
    newer = _row(1, "s-9", b'{"staff_id":"s-9","name":"R2","role":"robot"}')
    anna = _row(2, "s-1", msgspec.json.encode(ANNA))
    store.apply([_page(0, (newer, anna), (newer, anna))])
    known = StaffList(store)
    assert known.by_pin("101", "2580").is_right
    assert known.name("s-9") == "s-9"
    assert "s-9 cannot be read" in caplog.text
    store.close()
