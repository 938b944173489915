"""Following the feed: to the head or not at all, whole when pieces do not fit, and only what is signed."""

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.sync.answers import Failure, Unreachable
from kiosk.sync.backoff import Backoff
from kiosk.sync.follower import PAGES_MAX, POLL_S, Follower, UnfitError
from kiosk.sync.identity import Identity
from retail.wire.feed import FeedPage, FeedRow, SnapshotManifest, SnapshotRequired

STORE, LANE = "store:S1", "terminal:S1.1"
SERVICE_KEY = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
FILE = b"a replica, as good as any for this test" * 10


def text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


WHO = Identity(
    url="http://127.0.0.1:1",
    store_id="S1",
    terminal_id="1",
    scopes=(STORE, LANE),
    service_keys={"k1": text(SERVICE_KEY.public_key().public_bytes_raw())},
    private_key=text(b"l" * 32),
)


class Position(msgspec.Struct):
    feed_epoch: str
    pos: int


class Keeper:
    """A replica that notes what is done to it."""

    def __init__(self, **positions: int) -> None:
        self.at = {scope: Position(feed_epoch="e1", pos=pos) for scope, pos in positions.items()}
        self.applied: list[list[int]] = []
        self.adopted: list[bytes] = []
        self.unfit = 0

    def positions(self) -> dict[str, Position]:
        return self.at

    def apply(self, pages: Sequence[FeedPage]) -> frozenset[str]:
        if self.unfit:
            self.unfit -= 1
            raise UnfitError("does not add up")
        self.applied.append([row.pos for page in pages for row in page.rows])
        for page in pages:
            self.at[page.scope].pos = page.to
        return frozenset({"product"})

    def adopt(self, path: Path) -> None:
        self.adopted.append(path.read_bytes())
        path.unlink()
        self.at = {scope: Position(feed_epoch="e2", pos=100) for scope in WHO.scopes}


def manifest(**changes: object) -> SnapshotManifest:
    packed = zstandard.compress(FILE)
    made = SnapshotManifest(
        store_id="S1", feed_epoch="e2", positions={STORE: 100, LANE: 100}, schema=1, size=len(packed),
        unpacked_size=len(FILE), sha256=hashlib.sha256(packed).hexdigest(),
        unpacked_sha256=hashlib.sha256(FILE).hexdigest(), made_at=0, key_id="k1",
    )  # fmt: skip
    made = msgspec.structs.replace(made, **changes)
    return msgspec.structs.replace(made, signature=text(SERVICE_KEY.sign(made.signed_bytes())))


class Service:
    """A feed with `head` rows per scope, in pages of ten."""

    identity = WHO

    def __init__(self, head: int = 0, offered: SnapshotManifest | None = None) -> None:
        self.head = head
        self.offered = offered or manifest()
        self.required: SnapshotRequired | None = None
        self.down: set[str] = set()
        self.file = zstandard.compress(FILE)

    def rows(
        self, scope: str, after: int, feed_epoch: str, wait_s: int = 0
    ) -> FeedPage | SnapshotRequired | Failure:
        if scope in self.down:
            return Unreachable(reason="cut")
        if self.required is not None and feed_epoch == "e1":
            return self.required
        to = max(after, min(self.head, after + 10))
        rows = tuple(
            FeedRow(pos=pos, kind="product", key=str(pos), op="put", body=b"{}")
            for pos in range(after + 1, to + 1)
        )
        return FeedPage(
            scope=scope, feed_epoch=feed_epoch, after=after, to=to, head=max(self.head, to),
            more=to < self.head, rows=rows, count=0, checksum=0, server_time=0,
        )  # fmt: skip

    def manifest(self, scope: str) -> SnapshotManifest | Failure:
        return Unreachable(reason="cut") if "snapshot" in self.down else self.offered

    def download(self, scope: str, wanted: SnapshotManifest, path: Path) -> Path | Failure:
        path.write_bytes(self.file)
        return path


class Following:
    """A follower with everything around it."""

    def __init__(self, folder: Path, keeper: Keeper, service: Service) -> None:
        self.keeper, self.service, self.told = keeper, service, 0
        self.follower = Follower(
            WHO, service, keeper, folder, self._changed, Backoff(lambda: 0.5), lambda: 0.5
        )

    def _changed(self) -> None:
        self.told += 1

    def step(self) -> float:
        return self.follower.step()


def known(pos: int = 0) -> Keeper:
    return Keeper(**{STORE: pos, LANE: pos})


def test_all_scopes_are_followed_to_their_heads_and_told_once(tmp_path: Path) -> None:
    lane = Following(tmp_path, known(), Service(head=25))
    assert POLL_S * 0.6 < lane.step() <= POLL_S
    assert lane.keeper.applied == [[*range(1, 26), *range(1, 26)]], "in one go"
    assert lane.told == 1
    lane.step()
    assert lane.told == 1, "nothing new, nobody is told"


def test_a_line_cut_half_way_changes_nothing(tmp_path: Path) -> None:
    service = Service(head=25)
    service.down.add(LANE)
    lane = Following(tmp_path, known(), service)
    assert lane.step() < POLL_S
    assert (lane.keeper.applied, lane.told, lane.follower.trouble) == ([], 0, "cut")
    service.down.clear()
    lane.step()
    assert (lane.told, lane.follower.trouble) == (1, "")


def test_a_lane_without_a_replica_fetches_it_whole(tmp_path: Path) -> None:
    lane = Following(tmp_path, Keeper(), Service(head=105))
    lane.step()
    assert lane.keeper.adopted == [FILE]
    assert lane.keeper.applied == [[*range(101, 106), *range(101, 106)]], "what came since the file was made"
    assert list(tmp_path.iterdir()) == [], "nothing is left lying about"


@pytest.mark.parametrize("reason", ["cursor_too_old", "feed_epoch_changed"])
def test_a_feed_that_began_anew_is_fetched_whole(tmp_path: Path, reason: str) -> None:
    service = Service(head=5)
    service.required = SnapshotRequired(scope=STORE, feed_epoch="e2", reason=reason)
    lane = Following(tmp_path, known(3), service)
    lane.step()
    assert (lane.keeper.adopted, lane.follower.trouble) == ([FILE], "")


def test_a_page_that_does_not_fit_is_mended_by_the_whole(tmp_path: Path) -> None:
    lane = Following(tmp_path, known(), Service(head=5))
    lane.keeper.unfit = 1
    lane.step()
    assert (lane.keeper.adopted, lane.follower.trouble) == ([FILE], "")


def test_files_that_never_fit_do_not_become_a_circle(tmp_path: Path) -> None:
    lane = Following(tmp_path, known(), Service(head=500))
    lane.keeper.unfit = 99
    lane.step()
    assert len(lane.keeper.adopted) <= 3
    assert lane.follower.trouble == "snapshots do not fit the feed"


def test_too_much_to_catch_up_on_is_fetched_whole(tmp_path: Path) -> None:
    lane = Following(tmp_path, known(), Service(head=10 * PAGES_MAX + 20))
    lane.keeper.at = {scope: Position(feed_epoch="e1", pos=0) for scope in WHO.scopes}
    lane.step()
    assert lane.keeper.adopted[0] == FILE


@pytest.mark.parametrize(
    ("offered", "why"),
    [
        (manifest(key_id="k9"), "signed with a key this lane does not know"),
        (msgspec.structs.replace(manifest(), size=1), "its signature does not hold"),
        (
            msgspec.structs.replace(manifest(), signature=text(OTHER_KEY.sign(manifest().signed_bytes()))),
            "its signature does not hold",
        ),
        (msgspec.structs.replace(manifest(), signature="not base64!"), "its signature does not hold"),
        (manifest(store_id="S2"), "made for store S2, this is S1"),
        (manifest(sha256="0" * 64), "the file was damaged on its way"),
        (manifest(unpacked_size=len(FILE) - 1), "it unpacks to more"),
        (manifest(unpacked_sha256="0" * 64), "it does not unpack to what its manifest says"),
    ],
)
def test_a_file_is_used_only_if_everything_about_it_holds(
    tmp_path: Path, offered: SnapshotManifest, why: str
) -> None:
    lane = Following(tmp_path, known(), Service(offered=offered))
    lane.follower.resync()
    lane.step()
    assert why in lane.follower.trouble
    assert (lane.keeper.adopted, lane.told) == ([], 0)
    assert not (tmp_path / "snapshot.new").exists()


def test_a_service_that_signs_with_a_new_key_is_asked_who_it_is(tmp_path: Path) -> None:
    lane = Following(tmp_path, known(), Service(offered=manifest(key_id="k9")))
    asked: list[str] = []
    lane.follower.unknown_key = lambda: asked.append("who")
    lane.follower.resync()
    lane.step()
    assert asked == ["who"]
    lane.service.identity = msgspec.structs.replace(
        WHO, service_keys={"k9": WHO.service_keys["k1"], **WHO.service_keys}
    )
    lane.step()
    assert lane.keeper.adopted == [FILE]


def test_a_file_that_is_not_packed_as_it_should_is_refused(tmp_path: Path) -> None:
    service = Service()
    service.file = b"not zstd at all"
    service.offered = manifest(sha256=hashlib.sha256(service.file).hexdigest())
    lane = Following(tmp_path, known(), service)
    lane.follower.resync()
    lane.step()
    assert "it cannot be unpacked" in lane.follower.trouble
