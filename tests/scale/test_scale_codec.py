"""Both protocols against golden bytes, bad bytes and each other's rules."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.scale.codec import mt_sics, toledo_8217
from kiosk.scale.codec.answers import (
    Answer,
    Load,
    Other,
    ProtocolError,
    Sample,
    WrongMode,
    WrongUnit,
    ZeroRefused,
    decimal,
    milligrams,
)
from kiosk.scale.codec.lines import LINE_SIZE_MAX
from kiosk.scale.codec.protocols import PROTOCOLS, Decoder

STABLE, MOVING = Load.STABLE, Load.MOVING

# The reference manual's own examples (commands S, SI, Z, I4, "Error messages"), widths as it prescribes.
SICS: list[tuple[bytes, Answer]] = [
    (b"S S     100.00 g\r\n", Sample(load=STABLE, weight_mg=100_000)),
    (b"S D     129.07 g\r\n", Sample(load=MOVING, weight_mg=129_070)),
    (b"S S      1.235 kg\r\n", Sample(load=STABLE, weight_mg=1_235_000)),
    (b"S S     -0.002 kg\r\n", Sample(load=STABLE, weight_mg=-2_000)),
    (b"S S          0 g\r\n", Sample(load=STABLE)),
    (b"S M       3.00 g\r\n", Sample(load=STABLE, weight_mg=3_000)),
    (b"S +\r\n", Sample(load=Load.OVERLOAD)),
    (b"S -\r\n", Sample(load=Load.UNDER_ZERO)),
    (b"S I\r\n", Sample(load=Load.NOT_READY)),
    (b"S S Error 10b\r\n", Sample(load=Load.NOT_READY)),
    (b"S S       2.72 lb\r\n", WrongUnit(unit="lb")),
    (b"S S         12 PCS\r\n", WrongUnit(unit="PCS")),
    (b"Z A\r\n", Other(text="Z A")),
    (b"Z I\r\n", ZeroRefused()),
    (b"Z +\r\n", ZeroRefused()),
    (b'I4 A "B021002593"\r\n', Other(text='I4 A "B021002593"')),
    (b"ES\r\n", Other(text="ES")),
]
# DIVA service manual 72191202, 6.1.3.2 (responses to W) and 6.1.4.3 (status byte).
TOLEDO: list[tuple[bytes, Answer]] = [
    (b"\x0201.235\r", Sample(load=STABLE, weight_mg=1_235_000)),
    (b"\x0200.000\r", Sample(load=STABLE)),
    (b"\x02 1.235\r", Sample(load=STABLE, weight_mg=1_235_000)),
    (b"\x0201.235N\r", WrongMode()),
    (b"\x0202.72\r", WrongUnit(unit="lb")),
    (b"\x02?A\r", Sample(load=MOVING)),
    (b"\x02?B\r", Sample(load=Load.OVERLOAD)),
    (b"\x02?C\r", Sample(load=Load.OVERLOAD)),
    (b"\x02?D\r", Sample(load=Load.UNDER_ZERO)),
    (b"\x02?P\r", Sample(load=STABLE)),
    (b"\x02?H\r", Sample(load=Load.NOT_READY)),
]
GOLDEN = [("mt-sics", *one) for one in SICS] + [("toledo-8217", *one) for one in TOLEDO]


@pytest.mark.parametrize(("name", "data", "meant"), GOLDEN)
def test_golden_bytes_mean_what_the_manual_says(name: str, data: bytes, meant: Answer) -> None:
    decoder = Decoder(PROTOCOLS[name])
    assert (decoder.feed(data), decoder.garbled) == ([meant], 0)


def test_what_is_asked_is_what_the_manuals_say() -> None:
    sics, toledo = PROTOCOLS["mt-sics"], PROTOCOLS["toledo-8217"]
    assert (sics.hello, sics.ask_weight, sics.zero) == (b"@\r\n", b"SI\r\n", b"Z\r\n")
    assert (toledo.hello, toledo.ask_weight, toledo.zero) == (b"", b"W", b"Z")


@pytest.mark.parametrize(("data", "meant"), TOLEDO)
def test_a_parity_bit_that_the_line_left_in_changes_nothing(data: bytes, meant: Answer) -> None:
    even = bytes(byte | 0x80 if byte.bit_count() % 2 else byte for byte in data)
    assert even != data
    assert Decoder(PROTOCOLS["toledo-8217"]).feed(even) == [meant]


@pytest.mark.parametrize(
    "line",
    [b"", b" ", b"S", b"S S", b"S S 1.235", b"S S 1,235 kg", b"S S +1.235 kg", b"S S 1.2.3 kg", b"S X 1 kg",
     b"S S 1e3 g", b"S S  kg", b"S S 12345678 g", b"S S 0.0001 g", b"S S 1.235 kg more", b"QQ",
     b"S S 1.0 kg\x00",
     "S S ١ kg".encode(), b"\xff\xfe", b"Z", b"I4", b"s s 1.0 kg"],
)  # fmt: skip
def test_what_is_no_answer_of_mt_sics_is_an_error(line: bytes) -> None:
    with pytest.raises(ProtocolError):
        mt_sics.parse(line)


@pytest.mark.parametrize(
    "line",
    [b"", b"\x02", b"01.235", b"\x0201.2", b"\x0201235", b"\x0201.2355", b"\x02-1.235", b"\x02?",
     b"\x02?\x01",
     b"\x02?AA", b"\x0201.235NN", b"\x0201.235 kg", b"\x021234.000", b"\x02\xb2.000"],
)  # fmt: skip
def test_what_is_no_answer_of_8217_is_an_error(line: bytes) -> None:
    with pytest.raises(ProtocolError):
        toledo_8217.parse(line)


LIVELY = (
    st.binary(max_size=60)
    | st.sampled_from([data for _, data, _ in GOLDEN])
    | st.text("S DZI+-0123456789.kg\r\n").map(str.encode)
)


@given(st.sampled_from(sorted(PROTOCOLS)), st.lists(LIVELY, max_size=8).map(b"".join), st.data())
def test_any_bytes_in_any_pieces_give_the_same_answers_and_never_raise(
    name: str, data: bytes, draw: st.DataObject
) -> None:
    whole, parts = Decoder(PROTOCOLS[name]), Decoder(PROTOCOLS[name])
    pieces, rest = [], data
    while rest:
        size = draw.draw(st.integers(1, len(rest)))
        pieces.append(rest[:size])
        rest = rest[size:]
    assert whole.feed(data) == [answer for piece in pieces for answer in parts.feed(piece)]
    assert whole.garbled == parts.garbled


def test_a_line_without_end_is_dropped_counted_and_the_next_one_read() -> None:
    for name, good in (("mt-sics", b"\r\nS S 1 g\r\n"), ("toledo-8217", b"\r\x0200.001\r")):
        decoder = Decoder(PROTOCOLS[name])
        assert decoder.feed(b"x" * (LINE_SIZE_MAX * 50)) == []
        assert len(decoder._lines._held) <= LINE_SIZE_MAX
        assert decoder.feed(good) == [Sample(load=STABLE, weight_mg=1_000)]
        assert decoder.garbled == 1


def test_an_answer_of_8217_begins_at_its_mark_whatever_came_before() -> None:
    decoder = Decoder(PROTOCOLS["toledo-8217"])
    assert decoder.feed(b"noise\x0209.\x0201.235\r") == [Sample(load=STABLE, weight_mg=1_235_000)]


def test_what_has_begun_is_forgotten() -> None:
    decoder = Decoder(PROTOCOLS["mt-sics"])
    decoder.feed(b"S S    9.9")
    decoder.forget()
    assert decoder.feed(b"S S 1 g\r\n") == [Sample(load=STABLE, weight_mg=1_000)]


WEIGHTS = st.integers(-9_999_000, 99_999_000)


@given(WEIGHTS, st.sampled_from([("g", 3), ("kg", 6), ("mg", 0)]))
def test_a_weight_survives_its_text_exactly(weight_mg: int, form: tuple[str, int]) -> None:
    unit, places = form
    text = decimal(weight_mg, unit, places)
    if len(text.strip("-").partition(".")[0]) <= 7:
        assert milligrams(text, unit) == weight_mg


def test_a_weight_is_never_written_shorter_than_it_is() -> None:
    with pytest.raises(ValueError, match="more than 3 places"):
        decimal(1_235_500, "kg", 3)


@given(st.integers(-999, 99_999).map(lambda grams: grams * 1_000), st.sampled_from(list(Load)))
def test_what_the_simulator_writes_is_read_back(weight_mg: int, load: Load) -> None:
    sample = Sample(load=load, weight_mg=weight_mg if load in (STABLE, MOVING) else 0)
    assert Decoder(PROTOCOLS["mt-sics"]).feed(mt_sics.encode(sample)) == [sample]
    [read] = Decoder(PROTOCOLS["toledo-8217"]).feed(toledo_8217.encode(sample))
    assert isinstance(read, Sample)
    if load is STABLE and weight_mg >= 0:
        assert read == sample
    elif load is MOVING and weight_mg >= 0:
        assert read == Sample(load=MOVING)


def test_there_are_manuals_behind_both_protocols() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "devices" / "scale.md"
    assert all(f"`{name}`" in page.read_text(encoding="utf-8") for name in PROTOCOLS)
