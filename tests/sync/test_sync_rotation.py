"""A lane's key is changed in time, and at every moment one of the keys on disk counts."""

import base64
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.sync import identity
from kiosk.sync.answers import Failure, Refused, Unreachable
from kiosk.sync.identity import Identity
from kiosk.sync.rotation import AGAIN_S, KEY_LIFE_S, LOOK_S, Rotation
from retail.wire.identity import KeyChange, KeyChanged, key_bytes

DAY = 24 * 3600 * 1_000_000
START = 1_800_000_000_000_000
FIRST = base64.b64encode(b"1" * 32).decode()
WHO = Identity(
    url="http://service", store_id="1", terminal_id="1-1", scopes=(), service_keys={"k1": "a"},
    private_key=FIRST,
)  # fmt: skip


class Service:
    """Takes a new key from who has the present one; `loses` answers as told."""

    def __init__(self, who: Identity) -> None:
        self.identity = who
        self.public = who.key().public_key().public_bytes_raw()
        self.is_down = False
        self.loses_answer = False
        self.changes = 0

    def use(self, who: Identity) -> None:
        self.identity = who

    def change_key(self, change: KeyChange) -> KeyChanged | Failure:
        if self.is_down:
            return Unreachable(reason="cut")
        if self.identity.key().public_key().public_bytes_raw() != self.public:
            return Refused(status=401, code="signature", detail="not a key of this lane")
        new = base64.b64decode(change.public_key)
        Ed25519PublicKey.from_public_bytes(new).verify(
            base64.b64decode(change.proof), key_bytes(self.identity.terminal_id, change.public_key)
        )
        self.public, self.changes = new, self.changes + 1
        if self.loses_answer:
            return Unreachable(reason="the answer was lost")
        return KeyChanged(key_id="k", old_until=0, service_keys={"k1": "a", "k2": "b"}, server_time=0)


class Lane:
    def __init__(self, folder: Path) -> None:
        self.folder, self.now = folder, START
        self.service = Service(WHO)
        self.rotation = Rotation(self.service, lambda: self.now, lambda who: identity.save(self.folder, who))

    def kept(self) -> Identity:
        found = identity.load(self.folder)
        assert found is not None
        return found

    def counts(self) -> bool:
        """Whether a lane started from this disk could still be heard."""
        kept = self.kept()
        publics = [kept.key().public_key().public_bytes_raw()]
        if kept.next_key:
            new = msgspec.structs.replace(kept, private_key=kept.next_key)
            publics.append(new.key().public_key().public_bytes_raw())
        return self.service.public in publics


@pytest.fixture
def lane(tmp_path: Path) -> Lane:
    made = Lane(tmp_path)
    made.rotation.step()
    return made


def test_a_key_lasts_ninety_days(lane: Lane) -> None:
    assert lane.kept().made_at == START
    lane.now = START + KEY_LIFE_S * 1_000_000 - 1
    assert lane.rotation.step() == LOOK_S
    assert lane.service.changes == 0
    lane.now += 1
    assert lane.rotation.step() == LOOK_S
    kept = lane.kept()
    assert (lane.service.changes, kept.made_at, kept.next_key) == (1, lane.now, "")
    assert kept.private_key != FIRST
    assert kept.service_keys == {"k1": "a", "k2": "b"}
    assert lane.service.identity == kept


def test_the_services_new_keys_are_asked_for_when_they_are_missing(lane: Lane) -> None:
    lane.rotation.want()
    lane.rotation.step()
    assert lane.kept().service_keys == {"k1": "a", "k2": "b"}
    lane.rotation.step()
    assert lane.service.changes == 1


def test_without_a_link_the_old_key_stays_and_it_is_tried_again_with_the_same_new_one(lane: Lane) -> None:
    lane.now += 100 * DAY
    lane.service.is_down = True
    assert lane.rotation.step() == AGAIN_S
    waiting = lane.kept().next_key
    assert lane.kept().private_key == FIRST
    assert lane.counts()
    lane.service.is_down = False
    lane.rotation.step()
    assert lane.kept().private_key == waiting


def test_a_lost_answer_locks_nobody_out(lane: Lane) -> None:
    lane.now += 100 * DAY
    lane.service.loses_answer = True
    assert lane.rotation.step() == AGAIN_S
    assert lane.counts(), "the new key is on disk"
    lane.service.loses_answer = False
    assert lane.rotation.step() == LOOK_S
    assert lane.counts()
    assert lane.kept().next_key == ""
