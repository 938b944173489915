"""A sample of the faults in `benchmarks.sync_faults`, and proof that it would see a lost or doubled sale."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import sync_faults
from kiosk.database.outbox import Outbox
from store.data import migrate

SEEDS = 8


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "store.db"
    migrate.prepare(f"sqlite:///{path}")
    return path


@pytest.fixture
def run(template: Path, tmp_path: Path) -> Callable[[int], Counter[str]]:
    def run(seeds: int) -> Counter[str]:
        total: Counter[str] = Counter()
        for seed in range(seeds):
            folder = tmp_path / str(seed)
            folder.mkdir()
            total.update(sync_faults.run_one(seed, folder, template)[0])
        return total

    return run


def test_nothing_is_lost_and_nothing_is_doubled(run: Callable[[int], Counter[str]]) -> None:
    total = run(SEEDS)
    assert total["sales"] > 10 * SEEDS
    assert (total["lost"], total["doubled"], total["broken"]) == (0, 0, 0)


def test_a_lane_that_forgot_would_be_seen(
    run: Callable[[int], Counter[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def forget(self: Outbox, epoch: int) -> int:
        mark = self.mark()
        self.acknowledge(mark.epoch, mark.sealed)
        return honest(self, epoch)

    honest = Outbox.open_epoch
    monkeypatch.setattr(Outbox, "open_epoch", forget)
    assert run(SEEDS)["lost"] > 0


def test_a_lane_that_sent_under_other_names_would_be_seen(
    run: Callable[[int], Counter[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def renamed(self: Outbox, epoch: int) -> int:
        mark = self.mark()
        self.acknowledge(mark.epoch, 0)
        return honest(self, epoch)

    honest, plain = Outbox.open_epoch, Outbox.pending

    def pending(self: Outbox, limit: int, bytes_max: int):  # type: ignore[no-untyped-def]
        epoch, items = plain(self, limit, bytes_max)
        return epoch, tuple(
            type(item)(seq=item.seq, id=f"{item.id}e{epoch}", prev=item.prev, hash=item.hash, body=item.body)
            for item in items
        )

    monkeypatch.setattr(Outbox, "open_epoch", renamed)
    monkeypatch.setattr(Outbox, "pending", pending)
    assert run(SEEDS)["doubled"] > 0
