"""A member's live code at the lane: by the newest keys, without a link, and only after it was verified."""

import datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.app.members import CountedMembers
from kiosk.app.shown import ShownMembers
from kiosk.database.book import Told
from kiosk.database.catalogue import CatalogueStore
from retail.credential import issue, number, told
from retail.credential.code import Credential, Kind, parse, subject_of
from retail.credential.number import Number, read_number
from retail.credential.reasons import Reason
from retail.credential.told import NumberKey
from retail.credential.trust import Revocation, TrustedKey
from retail.member import Member, MemberKey
from retail.wire.feed import MODULUS, FeedPage, FeedRow, row_hash

AT = 1_900_000_000
ANNA = subject_of(bytes(range(10)))
PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KEY = TrustedKey(
    public=PRIVATE.public_key().public_bytes_raw(), from_s=AT - 9, until_s=AT + 86_400, shop_id="1"
)
NUMBER = NumberKey(kind=Kind.MEMBER, subject=ANNA, key=bytes(range(32)), until_s=AT + 3600)


class Feed:
    """What the service told this lane."""

    def __init__(
        self, *rows: tuple[str, bytes], scopes: tuple[str, ...] = ("chain", "store:1", "terminal:1.1-1")
    ):
        self.generation, self.rows, self.at_scopes, self.reads = 1, rows, scopes, 0

    def settings(self, prefix: str) -> tuple[tuple[str, bytes], ...]:
        self.reads += 1
        return tuple(row for row in self.rows if row[0].startswith(prefix))

    def scopes(self) -> tuple[str, ...]:
        return self.at_scopes

    def tell(self, *rows: tuple[str, bytes]) -> None:
        self.rows, self.generation = (*self.rows, *rows), self.generation + 1


class Anna:
    """A replica with one member."""

    def find(self, key: MemberKey) -> Member | None:
        return Member(member_id="m-anna") if key.value == f"#{ANNA}" else None


def utc(at_s: int) -> str:
    return datetime.datetime.fromtimestamp(at_s, datetime.UTC).isoformat()


def shown(at_s: int = AT, shop_id: str = "1", from_s: int = AT) -> Credential:
    signer = issue.Signer(key=KEY if shop_id == "1" else _of(shop_id), sign=PRIVATE.sign)
    grant = issue.moving(
        Kind.MEMBER, ANNA, shop_id=shop_id, from_s=from_s, last_link=b"last-link-12", signer=signer
    )
    read = parse(issue.shown(grant, at_s) or "")
    assert isinstance(read, Credential)
    return read


def _of(shop_id: str) -> TrustedKey:
    return TrustedKey(public=KEY.public, from_s=KEY.from_s, until_s=KEY.until_s, shop_id=shop_id)


def lane(feed: Feed) -> CountedMembers:
    return CountedMembers(Anna(), Told(at="", epoch=0, booked=0), (), lambda *_: (), ShownMembers(feed))


def test_a_live_code_names_the_member_without_a_link() -> None:
    answer = lane(Feed(told.key_row(KEY))).by_code(shown(), utc(AT), "t-1")
    assert answer == Member(member_id="m-anna")


@pytest.mark.parametrize(
    ("credential", "at_s", "reason"),
    [
        (shown(), AT + 60, Reason.OLD),
        (shown(), AT + 3600, Reason.OLD),
        (shown(AT + 3600), AT, Reason.AHEAD),
        (shown(shop_id="2"), AT, Reason.WRONG_SHOP),
    ],
)
def test_a_picture_a_wrong_clock_and_another_shop_are_refused(
    credential: Credential, at_s: int, reason: Reason
) -> None:
    assert lane(Feed(told.key_row(KEY))).by_code(credential, utc(at_s), "t-1") is reason


HOUR = 3600


def clocked(members: ShownMembers) -> CountedMembers:
    return CountedMembers(Anna(), Told(at="", epoch=0, booked=0), (), lambda *_: (), members)


@pytest.mark.parametrize("off_s", [HOUR, -HOUR, 40, -40, 86_400 * 365])
def test_a_lane_whose_clock_is_wrong_reads_codes_by_the_service_s_time(off_s: int) -> None:
    known = ShownMembers(Feed(told.key_row(KEY)))
    members = clocked(known)
    known.follow_clock(lambda: AT * 1_000_000)
    assert members.by_code(shown(), utc(AT + off_s), "t-1") == Member(member_id="m-anna")
    known.follow_clock(lambda: (AT + 61) * 1_000_000)
    assert members.by_code(shown(), utc(AT + 61 + off_s), "t-2") is Reason.OLD


@pytest.mark.parametrize("off_s", [15, -15])
def test_a_clock_found_wrong_forgets_no_copy_and_refuses_nobody(off_s: int) -> None:
    known = ShownMembers(Feed(told.key_row(KEY)))
    members = clocked(known)
    anna = Member(member_id="m-anna")
    assert members.by_code(shown(), utc(AT + 10 + off_s), "t-1") == anna
    known.follow_clock(lambda: (AT + 11) * 1_000_000)
    assert members.by_code(shown(), utc(AT + 11 + off_s), "t-2") is Reason.COPIED
    known.follow_clock(lambda: (AT + 21) * 1_000_000)
    assert members.by_code(shown(AT + 20), utc(AT + 21 + off_s), "t-2") == anna


@pytest.mark.parametrize("set_s", [HOUR, -HOUR])
def test_a_clock_that_somebody_sets_meanwhile_changes_nothing(set_s: int) -> None:
    known = ShownMembers(Feed(told.key_row(KEY)))
    members = clocked(known)
    known.follow_clock(lambda: AT * 1_000_000)
    assert members.by_code(shown(), utc(AT), "t-1") == Member(member_id="m-anna")
    assert members.by_code(shown(), utc(AT + set_s), "t-2") is Reason.COPIED
    assert members.by_code(shown(), utc(AT + set_s), "t-1") == Member(member_id="m-anna")
    known.follow_clock(lambda: (AT + 20) * 1_000_000)
    assert members.by_code(shown(AT + 20), utc(AT + 20 + set_s), "t-2") == Member(member_id="m-anna")


def test_without_a_word_of_the_service_a_wrong_clock_is_named() -> None:
    known = ShownMembers(Feed(told.key_row(KEY)))
    known.follow_clock(lambda: None)
    members = clocked(known)
    assert members.by_code(shown(), utc(AT + HOUR), "t-1") is Reason.OLD
    assert members.by_code(shown(), utc(AT - HOUR), "t-1") in (Reason.AHEAD, Reason.KEY_OVER)


def test_a_lane_that_was_never_fed_believes_no_code() -> None:
    assert lane(Feed(scopes=())).by_code(shown(), utc(AT), "t-1") is Reason.UNKNOWN_KEY
    plain = CountedMembers(Anna(), Told(at="", epoch=0, booked=0), (), lambda *_: ())
    assert plain.by_code(shown(), utc(AT), "t-1") is Reason.UNKNOWN_KEY


def test_a_lost_phone_stops_the_moment_the_lane_hears_of_it() -> None:
    feed = Feed(told.key_row(KEY))
    members = lane(feed)
    assert members.by_code(shown(), utc(AT), "t-1") == Member(member_id="m-anna")
    feed.tell(told.revoked_row(Revocation(subject=ANNA)))
    assert members.by_code(shown(AT + 20), utc(AT + 20), "t-1") is Reason.REVOKED
    assert feed.reads == 2, "what was told is read once per change"


def test_the_same_code_counts_for_the_same_sale_only() -> None:
    members = lane(Feed(told.key_row(KEY)))
    for use, answer in (("t-1", Member(member_id="m-anna")), ("t-1", Member(member_id="m-anna"))):
        assert members.by_code(shown(), utc(AT), use) == answer
    assert members.by_code(shown(), utc(AT), "t-2") is Reason.COPIED


def test_a_genuine_code_of_a_member_this_lane_has_not_heard_of_is_unknown() -> None:
    class Nobody:
        def find(self, key: MemberKey) -> Member | None:
            return None

    members = CountedMembers(
        Nobody(), Told(at="", epoch=0, booked=0), (), lambda *_: (), ShownMembers(Feed(told.key_row(KEY)))
    )
    assert members.by_code(shown(), utc(AT), "t-1") is Reason.UNKNOWN


def test_a_number_that_is_open_here_names_the_member() -> None:
    typed = read_number(number.number_at(NUMBER.key, Kind.MEMBER, AT))
    assert isinstance(typed, Number)
    assert lane(Feed(told.number_row(NUMBER))).by_number(typed, utc(AT), "t-1") == Member(member_id="m-anna")
    assert lane(Feed()).by_number(typed, utc(AT), "t-1") is Reason.UNKNOWN


def test_what_the_feed_brings_counts_at_once(tmp_path: Path) -> None:
    """The rows as the service writes them, through the lane's own replica."""
    store = CatalogueStore(tmp_path)
    members = CountedMembers(Anna(), Told(at="", epoch=0, booked=0), (), lambda *_: (), ShownMembers(store))
    assert members.by_code(shown(), utc(AT), "t-1") is Reason.UNKNOWN_KEY
    rows = [
        FeedRow(pos=at + 1, kind="setting", key=key, op="put", body=body)
        for at, (key, body) in enumerate((told.key_row(KEY), ("help_text", b'"Hi"')))
    ]
    page = FeedPage(
        scope="store:1",
        feed_epoch="e",
        after=0,
        to=2,
        head=2,
        more=False,
        rows=tuple(rows),
        count=2,
        checksum=sum(row_hash(row.kind, row.key, row.body) for row in rows) % MODULUS,
        server_time=1,
    )
    store.apply([page])
    assert members.by_code(shown(), utc(AT), "t-1") == Member(member_id="m-anna")
    store.close()
