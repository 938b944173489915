"""Every answer of the service has its reaction; nothing is skipped, nothing is believed blindly."""

from collections.abc import Callable

import pytest

from kiosk.sync.answers import Failure, Refused, Unreachable
from kiosk.sync.backoff import WAIT_MAX_S, Backoff
from kiosk.sync.uploader import IDLE_S, Uploader
from retail.journal.envelope import GENESIS_HASH, Envelope, digest
from retail.wire.upload import ITEMS_MAX, Acknowledged, Conflict, Fork, Gap, Upload


class Box:
    """An outbox in memory, by the same rules."""

    def __init__(self, count: int) -> None:
        self.epoch, self.acked = 1, 0
        self.units: list[Envelope] = []
        for _ in range(count):
            self.add()

    @property
    def sealed(self) -> int:
        return len(self.units)

    def add(self, body: bytes = b"") -> None:
        prev = self.units[-1].hash if self.units else GENESIS_HASH
        seq = len(self.units) + 1
        body = body or b"sale %d" % seq
        self.units.append(Envelope(seq=seq, id=f"id{seq}", prev=prev, hash=digest(prev, body), body=body))

    def mark(self) -> "Box":
        return self

    def pending(self, limit: int, bytes_max: int) -> tuple[int, tuple[Envelope, ...]]:
        return self.epoch, tuple(self.units[self.acked : self.acked + limit])

    def acknowledge(self, epoch: int, acked: int) -> None:
        if epoch == self.epoch:
            self.acked = acked

    def open_epoch(self, epoch: int) -> int:
        rest, self.units = self.units[self.acked :], []
        self.epoch, self.acked = epoch, 0
        for unit in rest:
            self.add(unit.body)
        return len(rest)

    def holds(self, seq: int, unit_hash: bytes) -> bool:
        return unit_hash == (self.units[seq - 1].hash if seq else GENESIS_HASH)


Answer = Callable[[Upload], Acknowledged | Conflict | Failure]


class Service:
    """Answers as told; what it was sent is kept."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.sent: list[Upload] = []

    def upload(self, batch: Upload) -> Acknowledged | Conflict | Failure:
        self.sent.append(batch)
        return self.answers.pop(0)(batch)


def took(batch: Upload) -> Acknowledged:
    last = batch.items[-1]
    return Acknowledged(acked=last.seq, head_hash=last.hash, server_time=0)


def uploader(box: Box, *answers: Answer) -> tuple[Uploader, Service]:
    service = Service(*answers)
    return Uploader(box, service, Backoff(lambda: 0.5)), service


def test_an_empty_outbox_asks_nobody() -> None:
    sender, service = uploader(Box(0))
    assert sender.step() == IDLE_S
    assert service.sent == []


def test_everything_goes_up_in_order_a_batch_at_a_time() -> None:
    box = Box(ITEMS_MAX + 50)
    sender, service = uploader(box, took, took)
    assert [sender.step(), sender.step()] == [0.0, 0.0]
    assert [[unit.seq for unit in batch.items][:: len(batch.items) - 1] for batch in service.sent] == [
        [1, ITEMS_MAX],
        [ITEMS_MAX + 1, ITEMS_MAX + 50],
    ]
    assert box.acked == ITEMS_MAX + 50


def test_a_lost_answer_means_sending_the_same_again() -> None:
    box = Box(3)
    sender, service = uploader(box, lambda _: Unreachable(reason="timeout"), took)
    assert sender.step() > 0
    assert sender.trouble.code == "unreachable"
    sender.step()
    assert service.sent[0] == service.sent[1]
    assert (box.acked, sender.trouble.code) == (3, "")


def test_the_service_says_when_to_come_back() -> None:
    sender, _ = uploader(Box(1), lambda _: Unreachable(reason="busy", retry_after_s=60.0))
    assert 60.0 <= sender.step() <= 61.0


def test_waiting_grows_to_a_limit_and_success_ends_it() -> None:
    box = Box(1)
    sender, _ = uploader(box, *[lambda _: Unreachable(reason="down")] * 20, took)
    waits = [sender.step() for _ in range(20)]
    assert waits == sorted(waits)
    assert waits[-1] == WAIT_MAX_S / 2
    assert sender.step() == 0.0


def test_a_restored_service_gets_what_it_lost() -> None:
    box = Box(10)
    box.acked = 8
    gap = Gap(acked=4, head_hash=box.units[3].hash)
    sender, service = uploader(box, lambda _: gap, took)
    sender.step()
    assert box.acked == 4
    sender.step()
    assert [unit.seq for unit in service.sent[1].items] == [5, 6, 7, 8, 9, 10]
    assert box.acked == 10


def test_a_gap_that_names_somebody_elses_envelope_is_not_followed() -> None:
    box = Box(5)
    box.acked = 4
    sender, _ = uploader(box, lambda _: Gap(acked=2, head_hash=b"x" * 32))
    assert sender.step() > 0
    assert (box.acked, sender.trouble.code) == (4, "refused")


def test_a_gap_again_and_again_does_not_hammer() -> None:
    box = Box(5)
    gap = Gap(acked=0, head_hash=GENESIS_HASH)
    sender, _ = uploader(box, lambda _: gap, lambda _: gap)
    assert sender.step() == 0.0
    assert sender.step() > 0


def test_a_fork_opens_the_next_epoch_with_the_same_ids_and_staff_hear_of_it() -> None:
    box = Box(5)
    box.acked = 3
    bodies = [unit.body for unit in box.units[3:]]
    sender, service = uploader(box, lambda _: Fork(acked=9, head_hash=b"y" * 32, next_epoch=2), took)
    assert sender.step() == 0.0
    assert sender.trouble.code == "forked"
    sender.step()
    assert service.sent[1].epoch == 2
    assert [unit.body for unit in service.sent[1].items] == bodies
    assert box.acked == 2


def test_a_fork_into_an_old_epoch_is_refused() -> None:
    box = Box(2)
    sender, _ = uploader(box, lambda _: Fork(acked=9, head_hash=b"y" * 32, next_epoch=1))
    assert sender.step() > 0
    assert (box.epoch, sender.trouble.code) == (1, "refused")


def test_a_service_that_has_more_than_this_disk_tells_of_an_old_disk() -> None:
    box = Box(3)
    sender, _ = uploader(box, lambda _: Acknowledged(acked=9, head_hash=b"y" * 32, server_time=0))
    sender.step()
    assert (box.acked, sender.trouble.code) == (3, "forked")


@pytest.mark.parametrize("status", [413, 422])
def test_a_refused_batch_becomes_smaller_and_nothing_is_dropped(status: int) -> None:
    box = Box(4)
    no = Refused(status=status, code="too_large", detail="")
    sender, service = uploader(box, lambda _: no, lambda _: no, took, took)
    for _ in range(4):
        sender.step()
    assert [len(batch.items) for batch in service.sent] == [4, 2, 1, 2]
    assert box.acked == 3


def test_one_envelope_that_is_refused_alone_stays_and_staff_hear_of_it() -> None:
    box = Box(1)
    sender, _ = uploader(box, lambda _: Refused(status=422, code="unreadable", detail="why"))
    assert sender.step() > 0
    assert (box.acked, sender.trouble) == (0, sender.trouble)
    assert sender.trouble.detail == "unreadable: why"


def test_too_old_words_are_told_by_name() -> None:
    sender, _ = uploader(Box(1), lambda _: Refused(status=426, code="wire_too_old", detail=""))
    sender.step()
    assert sender.trouble.code == "wire_too_old"


def test_an_acknowledgement_of_nothing_new_does_not_hammer() -> None:
    box = Box(3)
    sender, _ = uploader(box, lambda _: Acknowledged(acked=0, head_hash=GENESIS_HASH, server_time=0))
    assert sender.step() > 0
