"""An archive comes in as many attempts as the link needs, and is what was signed or nothing."""

import pytest

from benchmarks.update_world import World
from kiosk.update.errors import Why
from kiosk.update.status import State

SIZE = 600_000


def archives(world: World) -> list[str]:
    return [wanted for path, wanted in world.server.asked if "/targets/" in path]


def test_a_download_that_breaks_goes_on_where_it_was(world: World) -> None:
    archive = world.offer("1.1.0", size=SIZE)
    world.server.cut_after = 200_000
    assert world.round().why is Why.UNREACHABLE
    (part,) = world.house.downloads.iterdir()
    have = part.stat().st_size
    assert 0 < have < archive.stat().st_size
    assert world.round().next == "1.1.0"
    assert archives(world) == ["", f"bytes={have}-"]


def test_a_server_that_cannot_resume_sends_all_of_it_again(world: World) -> None:
    world.offer("1.1.0", size=SIZE)
    world.server.cut_after = 200_000
    world.round()
    world.server.ranges = False
    assert world.round().next == "1.1.0"


def test_what_is_not_what_was_signed_is_thrown_away_and_fetched_anew(world: World) -> None:
    world.offer("1.1.0", size=SIZE)
    world.server.spoil = lambda path, body: body[:-1] + b"!" if "/targets/" in path else body
    found = world.round()
    assert (found.state, found.why, found.condemned) == (State.STUCK, Why.DAMAGED, ())
    assert list(world.house.downloads.iterdir()) == []
    world.server.spoil = lambda _path, body: body
    assert world.round().next == "1.1.0"


def test_what_is_longer_than_signed_ends_at_its_length(world: World) -> None:
    world.offer("1.1.0", size=SIZE)
    world.server.spoil = lambda path, body: body + bytes(10_000_000) if "/targets/" in path else body
    assert world.round().why is Why.DAMAGED
    assert sum(path.stat().st_size for path in world.house.downloads.iterdir()) == 0


@pytest.mark.parametrize("have", ["too long", "wrong", "whole and right"])
def test_whatever_lies_in_the_way_of_a_download_is_proved(world: World, have: str) -> None:
    archive = world.offer("1.1.0", size=SIZE)
    world.house.prepare()
    body = archive.read_bytes()
    left = {"too long": body + b"!", "wrong": bytes(len(body)), "whole and right": body}[have]
    (world.house.downloads / f"{archive.name.partition('.')[0]}.part").write_bytes(left)
    found = world.round()
    if have == "wrong":
        assert found.why is Why.DAMAGED
        found = world.round()
    assert found.next == "1.1.0"
    assert archives(world) == ([] if have == "whole and right" else [""])
