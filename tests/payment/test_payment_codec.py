"""The ZVT codec against bytes that were on real wires.

Frames marked "peer" were produced by, or are identical in the tests of, independent implementations; the
checksums of all frames were computed by hand from the polynomial before this code existed.
"""

import datetime
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.payment.zvt import codec as z
from kiosk.payment.zvt.codec.texts import LANGUAGES
from kiosk.payment.zvt.results import ReceiptBuffer, read_status

PASSWORD = 123456
FRAMES = [
    ("06 00 06 12 34 56 BA 09 78", "24 C3", z.Registration(password=PASSWORD, config=0xBA, currency=978)),
    (
        "06 00 10 10 12 34 56 BE 09 78 03 01 06 06 26 04 0A 02 06 D3",
        "78 B5",
        z.Registration(
            password=PASSWORD, config=z.UNATTENDED, currency=978, service=1, tlv=z.permit_print_blocks()
        ),
    ),
    (
        "06 01 0A 04 00 00 00 01 10 10 00 49 09 78",
        "F2 FF",
        z.Authorisation(amount_minor=11000, currency=978),
    ),
    (
        "06 01 0A 04 00 00 00 00 10 10 03 49 09 78",
        "EB 7D",
        z.Authorisation(amount_minor=1003, currency=978),
    ),
    ("06 01 0A 04 00 00 00 00 02 28 49 09 78", "70 10", z.Authorisation(amount_minor=228, currency=978)),
    ("06 01 0A 04 00 00 00 00 02 30 49 09 78", "10 FE", z.Authorisation(amount_minor=230, currency=978)),
    ("80 00 00", "F5 1F", z.Positive()),
    ("84 9C 00", "C3 41", z.Negative(0x9C)),
    ("84 6C 00", "F7 CD", z.Negative(0x6C)),
    ("04 FF 01 0A", "F5 7D", z.IntermediateStatus(status=0x0A)),
    ("06 0F 00", "C6 33", z.Completion()),
    ("06 1E 01 6C", "C9 F2", z.Abort(result=0x6C)),
    ("04 0F 02 27 6C", "76 32", z.StatusInformation(z.Fields((z.Field(0x27, b"\x6c"),)))),
    ("06 B0 00", "43 F3", z.AbortRequest()),
    ("06 20 05 12 34 56 03 03", "70 38", z.RepeatReceipt(password=PASSWORD, service=3)),
    (
        "06 30 0D 12 34 56 87 00 17 04 00 00 00 00 12 34",
        "D9 CD",
        z.Reversal(password=PASSWORD, receipt_number=17, amount_minor=1234),
    ),
    ("06 50 03 12 34 56", "C4 AF", z.EndOfDay(password=PASSWORD)),
    ("05 01 03 12 34 56", "E0 43", z.StatusEnquiry(password=PASSWORD)),
    ("06 70 00", "D9 F9", z.Diagnosis()),
    (
        "06 91 0B 12 34 56 AA 26 11 22 0C 14 30 00",
        "6E AD",
        z.SetTime(password=PASSWORD, date=261122, time=143000),
    ),
]
APPROVED = bytes.fromhex(
    "040f5a2700040000000025004909780c2255580d040522f0f8559883eeeeee80748702313b37353030373100000b000975"
    "196029525235350e24058a068c018bf1f14d617374657243617264002a383034303131393236202020202020"
)
"""An approval of 25.00 EUR by a Feig cVEND (EVerest/zvt, Apache 2.0)."""
DECLINED = bytes.fromhex(
    "040f31270529290010063cf0f1f54b6172746520616267656c65686e748a0d06132411070f4b6172746520616267656c65686e74"
)


def stuffed(body: str, crc: str) -> bytes:
    """The frame as the facts write it: DLE in the body already doubled."""
    return bytes.fromhex(f"10 02 {body} 10 03 {crc}")


def test_checksum_is_kermit_and_not_xmodem() -> None:
    assert z.crc16(b"123456789") == 0x2189


@pytest.mark.parametrize(("body", "crc", "message"), FRAMES, ids=[row[0][:14] for row in FRAMES])
def test_worked_frames_are_written_byte_for_byte(body: str, crc: str, message: z.Message) -> None:
    assert z.encode_block(z.encode(message)) == stuffed(body, crc)


@pytest.mark.parametrize(("body", "crc", "message"), FRAMES, ids=[row[0][:14] for row in FRAMES])
def test_worked_frames_are_read_back(body: str, crc: str, message: z.Message) -> None:
    (event,) = z.Decoder().feed(stuffed(body, crc))
    assert isinstance(event, z.Block)
    assert z.decode(event.apdu) == message


def test_real_declined_frame_has_its_checksum_and_text() -> None:
    block = z.encode_block(DECLINED)
    assert block[-2:] == bytes.fromhex("DA 31")
    message = z.decode(DECLINED)
    assert isinstance(message, z.StatusInformation)
    result = read_status(message, "cp437").result
    assert (result.result_code, result.text, result.amount_minor) == (5, "Karte abgelehnt", None)


def test_real_approval_is_understood_in_full() -> None:
    message = z.decode(APPROVED)
    assert isinstance(message, z.StatusInformation)
    result = read_status(message, "cp437").result
    assert result.result_code == 0
    assert (result.amount_minor, result.currency) == (2500, "EUR")
    assert (result.terminal_id, result.receipt_number, result.trace_number) == ("52523535", 231, 975)
    assert result.terminal_time == "0405225558"
    assert result.masked_pan == "************8074"
    assert (result.card_name, result.merchant_id) == ("MasterCard", "804011926")
    assert result.authorisation_code == "750071"


def recorded(shared_data: Path) -> list[bytes]:
    path = shared_data / "zvt" / "recorded.jsonl"
    if not path.is_file():
        pytest.skip(f"no recorded messages at {path}")
    return [bytes.fromhex(json.loads(line)["apdu"]) for line in path.read_text().splitlines()]


def test_recorded_messages_are_read_completely_and_written_back_the_same(shared_data: Path) -> None:
    results = 0
    for apdu in recorded(shared_data):
        message = z.decode(apdu)
        assert z.encode(message) == apdu
        results += isinstance(message, z.StatusInformation)
    assert results >= 7


def test_recorded_print_blocks_become_a_customer_receipt(shared_data: Path) -> None:
    buffers = []
    for apdu in recorded(shared_data):
        message = z.decode(apdu)
        if isinstance(message, z.PrintText) and message.receipt_type() == 2:
            buffer = ReceiptBuffer("cp437")
            buffer.add(message)
            buffers.append(buffer)
    assert any("** Customer Receipt **" in line for b in buffers for line in b.customer_lines())


def test_recorded_traffic_survives_every_split(shared_data: Path) -> None:
    stream = b"".join(z.encode_block(apdu) for apdu in recorded(shared_data))
    whole = z.Decoder().feed(stream)
    single = z.Decoder()
    assert [event for byte in stream for event in single.feed(bytes((byte,)))] == whole
    assert [event.apdu for event in whole if isinstance(event, z.Block)] == recorded(shared_data)


def test_recorded_traffic_is_cut_apart_over_tcp_however_it_arrives(shared_data: Path) -> None:
    apdus = recorded(shared_data)
    stream, single = b"".join(apdus), z.ApduStream()
    assert z.ApduStream().feed(stream) == apdus
    assert [apdu for byte in stream for apdu in single.feed(bytes((byte,)))] == apdus


def test_acknowledgements_and_glued_blocks_come_out_in_order() -> None:
    stream = b"\x06" + z.encode_block(b"\x80\x00\x00") + b"\x15" + z.encode_block(b"\x06\x0f\x00")
    assert z.Decoder().feed(stream) == [
        z.Ack(),
        z.Block(b"\x80\x00\x00"),
        z.Nak(),
        z.Block(b"\x06\x0f\x00"),
    ]


def test_wrong_checksum_is_damage_and_the_next_block_is_read() -> None:
    good = z.encode_block(b"\x80\x00\x00")
    bad = good[:-1] + b"\x00"
    events = z.Decoder().feed(bad + good)
    assert isinstance(events[0], z.Damaged)
    assert events[1] == z.Block(b"\x80\x00\x00")


def test_data_after_damage_is_never_taken_for_an_acknowledgement() -> None:
    decoder = z.Decoder()
    assert decoder.feed(bytes.fromhex("10 02 04 FF 10 77 06 15 06")) == []
    assert decoder.in_block
    assert isinstance(decoder.gap(), z.Damaged)
    assert decoder.feed(b"\x06") == [z.Ack()]


def test_new_block_inside_a_cut_one_is_read() -> None:
    whole = z.encode_block(b"\x06\x0f\x00")
    assert z.Decoder().feed(whole[:4] + whole) == [z.Block(b"\x06\x0f\x00")]


def test_longest_block_is_read_and_one_byte_more_is_refused() -> None:
    longest = b"\x06\xd3\xff\xff\xff" + b"\x10" * 0xFFFF
    assert z.Decoder().feed(z.encode_block(longest)) == [z.Block(longest)]
    decoder = z.Decoder()
    assert decoder.feed(z.encode_block(longest + b"\x00")) == []
    damaged = decoder.gap()
    assert damaged is not None
    assert "longer" in damaged.reason


def test_long_bodies_have_a_little_endian_length() -> None:
    raw = z.encode_apdu(z.Apdu(0x06D3, bytes(1121)))
    assert raw[:5] == bytes.fromhex("06 D3 FF 61 04")
    assert z.decode_apdu(raw).data == bytes(1121)


@pytest.mark.parametrize("raw", ["", "06", "0601", "060105", "06010400", "06FFFF", "06FFFF0100"])
def test_cut_apdus_are_refused(raw: str) -> None:
    with pytest.raises(z.ProtocolError):
        z.decode(bytes.fromhex(raw))


@pytest.mark.parametrize(
    "body",
    ["FE", "04 00", "22 F1", "22 F0 FA 00", "3C F0 F0", "06", "06 83 00", "06 05 00", "29 00 00"],
)
def test_fields_that_do_not_fit_are_refused(body: str) -> None:
    with pytest.raises(z.ProtocolError):
        z.parse_fields(bytes.fromhex(body))


@pytest.mark.parametrize(
    ("body", "timeout", "has_tlv"),
    [
        ("0A", None, False),
        ("17 01", 1, False),
        ("FF 01 06 05 24 03 07 01 41", 1, True),
        ("FF 06 05 24 03 07 01 41", None, True),
        ("0E 06", 6, False),
    ],
)
def test_intermediate_status_tells_timeout_from_container(
    body: str, timeout: int | None, has_tlv: bool
) -> None:
    data = bytes.fromhex(body)
    message = z.decode(z.encode_apdu(z.Apdu(0x04FF, data)))
    assert isinstance(message, z.IntermediateStatus)
    assert (message.timeout, message.tlv is not None) == (timeout, has_tlv)
    assert message.display_lines() == ([b"A"] if has_tlv else [])


@pytest.mark.parametrize(
    ("body", "status", "software"),
    [("DC", 0xDC, b""), ("F0", 0xF0, b""), ("F0 F0 F2 41 42 9C", 0x9C, b"AB"), ("00 06 03 1F 44 00", 0, b"")],
)
def test_status_enquiry_answers_are_read_by_position(body: str, status: int, software: bytes) -> None:
    state = z.Completion(bytes.fromhex(body)).state()
    assert (state.status, state.software) == (status, software)


def test_print_line_gives_up_its_container_only_when_it_fits() -> None:
    line = z.decode(bytes.fromhex("06D1 09 40 41 42 06 04 1F 07 01 02"))
    assert isinstance(line, z.PrintLine)
    assert (line.text, line.receipt_type()) == (b"AB", 2)
    plain = z.decode(bytes.fromhex("06D1 05 40 41 06 04 42"))
    assert isinstance(plain, z.PrintLine)
    assert (plain.text, plain.tlv) == (b"A\x06\x04B", None)


def test_abort_with_a_flag_byte_is_read() -> None:
    message = z.decode(bytes.fromhex("061E04B887FFFF"))
    assert message == z.Abort(result=0xB8, fields=z.Fields((z.Field(0x87, b"\xff\xff"),)))


def test_numbers_that_are_none_are_none() -> None:
    fields = z.parse_fields(bytes.fromhex("87 FF FF 04 00 00 00 00 0A 00"))
    assert (fields.number(z.Bmp.RECEIPT), fields.number(z.Bmp.AMOUNT)) == (None, None)


def test_long_trace_number_is_taken_from_the_container() -> None:
    message = z.decode(bytes.fromhex("040F 10 27 00 0B 00 00 00 06 08 1F 2B 05 00 10 01 60 05"))
    assert isinstance(message, z.StatusInformation)
    assert read_status(message, "cp437").result.trace_number == 10016005


@pytest.mark.parametrize("language", [*LANGUAGES, "fr"])
def test_every_code_has_a_text_in_every_language(language: str) -> None:
    for code in range(256):
        assert z.status_text(code, language).strip()
        assert z.result_text(code, language).strip()


def test_status_texts_are_the_standards_words() -> None:
    assert z.status_text(0x0A, "en") == "Insert card"
    assert z.status_text(0x0A, "de") == "Karte einstecken"
    assert z.status_text(0x0A, "zh") == "请插卡"
    assert z.status_text(0x4C, "en") == "Card not readable\nPlease remove card!"
    assert z.status_text(0x4B, "de") == "Bitte Karte entnehmen!"


@pytest.mark.parametrize(
    ("raw", "charset", "text"),
    [
        (b"Betrag \x84", "cp437", "Betrag ä"),
        (b"Betrag \xe4", "iso8859-1", "Betrag ä"),
        (b"w{hlen ~", "zvt7", "wählen ß"),
        (b"a\x00b\x1bc", "cp437", "a b c"),
    ],
)
def test_terminal_text_is_decoded_by_its_charset(raw: bytes, charset: str, text: str) -> None:
    assert z.decode_text(raw, charset) == text


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_are_a_message_or_a_protocol_error(data: bytes) -> None:
    try:
        message = z.decode(data)
    except z.ProtocolError:
        return
    assert z.decode(z.encode(message)) == message


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from([0x040F, 0x04FF, 0x060F, 0x061E, 0x06D1, 0x06D3, 0x0600, 0x0601, 0x0630, 0x0401]),
    st.binary(max_size=60),
)
def test_any_body_of_a_known_kind_is_a_message_or_a_protocol_error(instruction: int, data: bytes) -> None:
    raw = z.encode_apdu(z.Apdu(instruction, data))
    try:
        message = z.decode(raw)
    except z.ProtocolError:
        return
    if isinstance(message, z.StatusInformation):
        read_status(message, "cp437")
    if isinstance(message, z.PrintLine | z.PrintText):
        ReceiptBuffer("cp437").add(message)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.binary(max_size=40), max_size=5), st.lists(st.integers(1, 9), max_size=60))
def test_any_noise_gives_the_same_events_however_it_is_split(parts: list[bytes], cuts: list[int]) -> None:
    stream = b"".join(z.encode_block(part) if len(part) % 2 else part for part in parts)
    decoder, events, at = z.Decoder(), [], 0
    for size in cuts:
        events += decoder.feed(stream[at : at + size])
        at += size
    events += decoder.feed(stream[at:])
    assert events == z.Decoder().feed(stream)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**12 - 1), st.sampled_from([978, 756, 156]))
def test_every_amount_survives_the_wire(amount_minor: int, currency: int) -> None:
    message = z.Authorisation(amount_minor=amount_minor, currency=currency, payment_type=0x40)
    (event,) = z.Decoder().feed(z.encode_block(z.encode(message)))
    assert isinstance(event, z.Block)
    assert z.decode(event.apdu) == message


def test_amount_too_large_for_the_wire_is_refused() -> None:
    with pytest.raises(z.ProtocolError):
        z.encode(z.Authorisation(amount_minor=10**12))


def test_dates_are_read_as_the_terminal_writes_them() -> None:
    moment = datetime.datetime(2026, 11, 23, 4, 30, 25)
    fields = z.Fields(
        (
            z.Field(z.Bmp.RESULT, b"\x00"),
            z.Field(z.Bmp.DATE, bytes.fromhex(f"{moment:%m%d}")),
            z.Field(z.Bmp.TIME, bytes.fromhex(f"{moment:%H%M%S}")),
        )
    )
    assert read_status(z.StatusInformation(fields), "cp437").result.terminal_time == "1123043025"
