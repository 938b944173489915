"""The bytes of hand scanners: framing, input events, layouts. Golden samples are written out as literals."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.scanner.hid import codec as hid
from kiosk.scanner.hid.reader import KeyedCodes
from kiosk.scanner.serial import codec as serial
from kiosk.scanner.serial.codec import CODE_SIZE_MAX, mark


def fed(decoder: serial.Decoder | KeyedCodes, *bursts: bytes) -> list[bytes]:
    return [code for burst in bursts for code in decoder.feed(burst)]


@pytest.mark.parametrize(
    ("suffix", "burst"),
    [
        ("<CR>", b"4006381333931\r9780201310054\r"),
        ("<LF>", b"4006381333931\n9780201310054\n"),
        ("<CR><LF>", b"4006381333931\r\n9780201310054\r\n"),
        ("<CR>", b"4006381333931\r\n9780201310054\r\n"),  # set to one line end, sends two
        ("<ETX>", b"4006381333931\x039780201310054\x03"),
        ("#", b"4006381333931#9780201310054#"),
    ],
)
def test_a_burst_of_two_codes_is_two_codes(suffix: str, burst: bytes) -> None:
    assert fed(serial.Decoder(b"", mark(suffix)), burst) == [b"4006381333931", b"9780201310054"]


def test_nothing_is_emitted_before_the_suffix_arrives() -> None:
    decoder = serial.Decoder()
    assert fed(decoder, b"400638") == []
    assert decoder.is_inside
    assert fed(decoder, b"1333931\r") == [b"4006381333931"]
    assert not decoder.is_inside


def test_half_a_code_that_is_forgotten_does_not_join_the_next() -> None:
    decoder = serial.Decoder()
    decoder.feed(b"400638")
    decoder.forget()
    assert fed(decoder, b"9780201310054\r") == [b"9780201310054"]


def test_what_lacks_its_prefix_is_lost_and_counted() -> None:
    decoder = serial.Decoder(b"\x02", b"\x03")
    assert fed(decoder, b"38133393\x03", b"\x029780201310054\x03") == [b"9780201310054"]
    assert decoder.lost == 1
    assert fed(decoder, b"\x024006", b"\x029780201310054\x03") == [b"9780201310054"]


def test_a_code_without_end_is_lost_and_holds_no_memory() -> None:
    decoder = serial.Decoder()
    for _ in range(30):
        assert decoder.feed(b"9" * 1000) == []
        assert len(decoder._held) <= CODE_SIZE_MAX + 1
    assert fed(decoder, b"999\r4006381333931\r") == [b"4006381333931"]
    assert decoder.lost == 1
    assert fed(serial.Decoder(), b"9" * CODE_SIZE_MAX + b"\r") == [b"9" * CODE_SIZE_MAX]


def test_empty_codes_are_none_and_a_suffix_is_needed() -> None:
    assert fed(serial.Decoder(), b"\r\r\r\n\r") == []
    with pytest.raises(ValueError, match="suffix"):
        serial.Decoder(b"", b"")


_BYTES = st.binary(max_size=60) | st.lists(
    st.sampled_from([b"\r", b"\n", b"\x02", b"\x03", b"A", b"4006381333931"]), max_size=30
).map(b"".join)


@given(
    data=_BYTES,
    prefix=st.sampled_from([b"", b"\x02", b"A"]),
    suffix=st.sampled_from([b"\r", b"\r\n", b"\x03"]),
)
def test_byte_by_byte_gives_the_same_codes_as_at_once(data: bytes, prefix: bytes, suffix: bytes) -> None:
    whole, single = serial.Decoder(prefix, suffix), serial.Decoder(prefix, suffix)
    assert fed(whole, data) == fed(single, *(bytes([byte]) for byte in data))
    assert whole.lost == single.lost


def event(kind: int, code: int, value: int) -> bytes:
    """As the kernel of a 64-bit machine writes it: two 8-byte times, two 2-byte words, one 4-byte value."""
    return struct.pack("<qqHHi", 1700000000, 123456, kind, code, value)


def presses(*codes: int) -> bytes:
    return b"".join(event(1, code, value) + event(0, 0, 0) for code in codes for value in (1, 0))


def test_a_recorded_event_is_one_key() -> None:
    # input-event-codes.h: KEY_4 5, KEY_0 11, KEY_6 7, KEY_ENTER 28; EV_MSC (4) scan codes in between
    recorded = presses(5, 11, 11, 7) + event(4, 4, 458792) + presses(28)
    assert len(event(1, 5, 1)) == 24
    assert fed(KeyedCodes(hid.US), recorded) == [b"4006"]


@pytest.mark.parametrize(
    ("layout", "codes", "typed"),
    [
        (hid.US, (44, 21), b"zy"),
        (hid.DE, (44, 21), b"yz"),
        (hid.DE, (12, 26, 39, 40), "ßüöä".encode()),
        (hid.US, (71, 82, 98, 55, 74, 78, 83), b"70/*-+."),  # the number pad
        (hid.DE, (71, 82), b"70"),
    ],
)
def test_keys_type_what_the_layout_says(layout: hid.Layout, codes: tuple[int, ...], typed: bytes) -> None:
    assert fed(KeyedCodes(layout), presses(*codes, 28)) == [typed]


def test_shift_control_and_altgr_change_what_a_key_types() -> None:
    shifted = event(1, 42, 1) + presses(30, 3) + event(1, 42, 0) + presses(30)
    assert fed(KeyedCodes(hid.US), shifted + presses(28)) == [b"A@a"]
    assert fed(KeyedCodes(hid.DE), shifted + presses(28)) == [b'A"a']
    gs = event(1, 29, 1) + presses(27) + event(1, 29, 0)  # Ctrl and ]
    assert fed(KeyedCodes(hid.US), presses(2) + gs + presses(3, 28)) == [b"1\x1d2"]
    at = event(1, 100, 1) + presses(16) + event(1, 100, 0)
    assert fed(KeyedCodes(hid.DE), at + presses(28)) == [b"@"]


@pytest.mark.parametrize("layout", [hid.US, hid.DE])
def test_control_with_any_key_types_a_control_character_or_nothing(layout: hid.Layout) -> None:
    keyboard = hid.Keyboard(layout)
    keyboard.key(29, 1)
    for modifier in (42, 100):
        for code in range(256):
            typed = keyboard.key(code, 1) if code not in (*hid.SHIFTS, *hid.CTRLS, hid.ALTGR) else ""
            assert typed == "" or (len(typed) == 1 and typed < " ")
        keyboard.key(modifier, 1)


def test_key_repeat_and_keys_that_type_nothing_do_not_count() -> None:
    held = event(1, 5, 1) + event(1, 5, 2) * 5 + event(1, 5, 0) + presses(59, 125)
    assert fed(KeyedCodes(hid.US), held + presses(28)) == [b"4"]


def test_a_code_of_which_the_kernel_dropped_keys_is_lost_and_the_next_one_is_whole() -> None:
    decoder = KeyedCodes(hid.US)
    dropped = presses(5, 11) + event(1, 42, 1) + event(0, 3, 0) + presses(7)[:24] + event(0, 0, 0)
    assert fed(decoder, dropped + presses(9, 28) + presses(2, 3, 28)) == [b"12"]
    assert decoder.lost == 1


@pytest.mark.parametrize("layout", ["us", "de"])
@given(
    text=st.text(st.sampled_from("]E0C1Qd 0123456789abcxyzABCXYZ-_.:/?=&%+$*()\x1d"), min_size=1, max_size=40)
)
def test_what_is_typed_is_read_however_it_is_cut(layout: str, text: str) -> None:
    strokes = hid.keystrokes(text + "\r", hid.LAYOUTS[layout])
    assert fed(KeyedCodes(hid.LAYOUTS[layout]), strokes) == [text.encode()]
    cut = [strokes[n : n + 7] for n in range(0, len(strokes), 7)]
    assert fed(KeyedCodes(hid.LAYOUTS[layout]), *cut) == [text.encode()]


@given(st.binary(max_size=400))
def test_noise_on_the_event_device_never_raises(data: bytes) -> None:
    KeyedCodes(hid.DE).feed(data)


def test_a_mark_is_written_in_words() -> None:
    assert mark("<STX>") == b"\x02"
    assert mark("~<CR><LF>") == b"~\r\n"
