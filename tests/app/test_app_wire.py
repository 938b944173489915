"""Records of a line: the framing is there to be played again, data of a person or a card never are."""

import io
import os
import threading
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.support import wire_record
from kiosk.app.support.wire_record import KINDS, Mask, Record, shape_of_block
from retail.card_numbers import hidden
from simulators.wire import play

CARD = b"4111111111111111"
PACKED = bytes.fromhex("4111111111111111")
DEADLINE_S = 20.0


def recorded(kind: str, chunk: bytes) -> str:
    file = io.StringIO()
    Record(file, kind, clock=lambda: 0.0).add("device", chunk)
    return file.getvalue()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("card", [CARD, PACKED, b"x" + CARD + b"y", b";" + CARD + b"=2512101?"])
def test_no_card_number_gets_into_a_record(kind: str, card: bytes) -> None:
    told = recorded(kind, card)
    assert CARD.hex() not in told
    assert PACKED.hex() not in told
    assert CARD.decode() not in told


@given(st.binary(max_size=80), st.sampled_from(KINDS))
def test_whatever_passes_a_record_holds_nothing_like_a_card_number(noise: bytes, kind: str) -> None:
    told = Mask(kind)(noise[:40] + CARD + noise[40:])
    shown = bytes.fromhex("".join(told.partition("*")[0].split()))
    text = shown.decode("latin-1")
    assert hidden(text) == text


def test_of_a_terminal_only_the_control_field_and_the_length_are_written() -> None:
    assert shape_of_block(bytes.fromhex("06010a0400000000012349097819") + CARD) == "0601 *28"
    assert shape_of_block(bytes.fromhex("1002 040f 1e27 00")) == "1002040f *3"
    assert shape_of_block(b"\x06") == "06"
    assert shape_of_block(CARD) == "*16"
    assert shape_of_block(b"") == ""


def test_of_a_printer_commands_stay_and_texts_keep_their_length_only() -> None:
    told = Mask("printer")(b"\x1b@\x1ba1Anna 42\n\x1dV\x00")
    assert bytes.fromhex(told) == b"\x1b@\x1ba1xxxx 00\n\x1dV\x00"


def test_a_scale_is_written_whole() -> None:
    assert Mask("scale")(b"S S     1.234 kg\r\n") == b"S S     1.234 kg\r\n".hex()


def test_a_record_ends_at_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire_record, "SIZE_MAX", 200)
    record = Record(io.StringIO(), "scale")
    goes_on = [record.add("device", b"x" * 20) for _ in range(6)]
    assert goes_on[0] is True
    assert goes_on[-1] is False


# --- between a lane and a device ---------------------------------------------------------------------------


@pytest.fixture
def lines() -> Iterator[list[int]]:
    """Our ends and the others' of two ptys: towards the lane, towards the device."""
    ends = [*os.openpty(), *os.openpty()]
    for one in (ends[1], ends[3]):
        tty.setraw(one)
    yield ends
    for one in ends:
        os.close(one)


def test_bytes_pass_both_ways_unchanged_while_they_are_recorded_and_play_again(
    lines: list[int], tmp_path: Path
) -> None:
    lane_ours, lane, device_ours, device = lines
    path, ending = tmp_path / "a.wire", threading.Event()
    with path.open("w", encoding="ascii") as file:
        record = Record(file, "scale")
        between = threading.Thread(
            target=wire_record.passed_on,
            args=(lane_ours, device_ours, record.add),
            kwargs={"ends": ending.is_set},
        )
        between.start()
        try:
            os.write(lane, b"S\r\n")
            assert os.read(device, 100) == b"S\r\n"
            os.write(device, b"S S 1.234 kg\r\n")
            assert os.read(lane, 100) == b"S S 1.234 kg\r\n"
        finally:
            ending.set()
            between.join(DEADLINE_S)
    said = play.read(path)
    assert [(one.is_lane, one.data) for one in said] == [(True, b"S\r\n"), (False, b"S S 1.234 kg\r\n")]
    player = threading.Thread(target=play.play, args=(device_ours, said), kwargs={"sleep": lambda _s: None})
    player.start()
    os.write(device, b"S\r\n")
    assert os.read(device, 100) == b"S S 1.234 kg\r\n"
    player.join(DEADLINE_S)
    assert not player.is_alive()


def test_hidden_bytes_are_played_as_zeros_of_the_same_number(tmp_path: Path) -> None:
    path = tmp_path / "a.wire"
    path.write_text("wire 1 terminal\n0.100000 < 0601 *3\n", encoding="ascii")
    assert play.read(path) == [play.Said(0.1, False, b"\x06\x01\x00\x00\x00")]


@pytest.mark.parametrize("text", ["", "wire 2 scale\n", "wire 1 scale\n0.1 < zz\n", "wire 1 scale\nhello\n"])
def test_a_file_that_is_no_record_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.wire"
    path.write_text(text, encoding="ascii")
    with pytest.raises(play.RecordError):
        play.read(path)
