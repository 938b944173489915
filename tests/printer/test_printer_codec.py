"""Status bytes, requests and barcodes against literals.

The literals come from docs/devices/printer.md (published programming guides and recorded answers), never from
this code.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.printer.codec import commands
from kiosk.printer.codec.answers import (
    BLOCK_MAX,
    AnswerParser,
    Block,
    FlowControl,
    PaperReport,
    ProcessId,
    PushedStatus,
    RealTime,
    Unclassified,
)
from kiosk.printer.codec.code128 import code128_data
from kiosk.printer.codec.realtime import realtime_pairs, soften
from kiosk.printer.codec.status import PrinterStatus, from_pushed, with_realtime
from retail.check import BrokenInvariantError


def parse(hexadecimal):
    return AnswerParser().feed(bytes.fromhex(hexadecimal))


def test_interleaved_answers_are_told_apart():
    assert parse("12 10 00 00 0F 00 37 22 50 30 30 31 00 13 11 16 5F 54 4D 00") == [
        RealTime(0x12),
        PushedStatus(bytes.fromhex("10 00 00 0F")),
        PaperReport(0),
        ProcessId(b"P001"),
        FlowControl(may_send=False),
        FlowControl(may_send=True),
        RealTime(0x16),
        Block(b"_TM"),
    ]


def test_a_torn_push_is_given_up_and_the_next_answer_is_understood():
    assert parse("10 00 12 37 22 50 12") == [
        Unclassified(b"\x10\x00"),
        RealTime(0x12),
        Unclassified(b"\x37\x22P"),
        RealTime(0x12),
    ]


def test_a_block_without_end_is_bounded():
    answers = AnswerParser().feed(b"\x5f" + b"A" * (3 * BLOCK_MAX))
    assert max(len(answer.value) for answer in answers if isinstance(answer, Unclassified)) <= BLOCK_MAX


LIKELY = st.sampled_from([0x10, 0x12, 0x16, 0x00, 0x0F, 0x37, 0x22, 0x41, 0x5F, 0x11, 0x13, 0x72, 0xFF])


@given(
    st.lists(LIKELY | st.integers(0, 255), max_size=60).map(bytes), st.lists(st.integers(1, 7), max_size=60)
)
def test_byte_by_byte_gives_the_same_answers_as_all_at_once(data, steps):
    whole = AnswerParser().feed(data)
    parser, pieces, at = AnswerParser(), [], 0
    for step in [*steps, len(data)]:
        pieces += parser.feed(data[at : at + step])
        at += step
    assert pieces == whole


@pytest.mark.parametrize(
    ("which", "value", "fault"),
    [
        (1, 0x12, ""),
        (1, 0x16, ""),
        (1, 0x1A, "offline"),
        (2, 0x16, "cover_open"),
        (3, 0x1A, "cutter_jam"),
        (3, 0x32, "printer_error"),
        (3, 0x52, "head_hot"),
        (4, 0x1E, ""),
        (4, 0x72, "paper_end"),
        (4, 0x7E, "paper_end"),
    ],
)
def test_real_time_answers_mean_what_the_bit_table_says(which, value, fault):
    assert with_realtime(PrinterStatus(), which, value).fault == fault


@pytest.mark.parametrize(
    ("pushed", "fault", "paper_low"),
    [
        ("10 00 00 0F", "", False),
        ("14 00 00 0F", "", False),
        ("38 00 00 0F", "cover_open", False),
        ("18 08 00 0F", "cutter_jam", False),
        ("18 20 00 0F", "printer_error", False),
        ("18 40 00 0F", "head_hot", False),
        ("10 00 03 0F", "", True),
        ("18 00 0F 0F", "paper_end", True),
        ("38 00 0C 0F", "cover_open", False),
    ],
)
def test_pushed_status_means_what_the_bit_table_says(pushed, fault, paper_low):
    status = from_pushed(bytes.fromhex(pushed))
    assert (status.fault, status.paper_low) == (fault, paper_low)


@pytest.mark.parametrize(
    ("request_bytes", "documented"),
    [
        (commands.status_query(4), "10 04 04"),
        (commands.STATUS_PUSH_ON, "1D 61 0F"),
        (commands.PAPER_QUERY, "1D 72 01"),
        (commands.process_id(b"P001"), "1D 28 48 06 00 30 30 50 30 30 31"),
        (commands.CUT, "1D 56 42 00"),
        (commands.RECOVER_AND_RESUME, "10 05 01"),
        (commands.CODE_PAGE_CP858, "1B 74 13"),
        (commands.line_spacing(24), "1B 33 18"),
    ],
)
def test_requests_are_the_documented_bytes(request_bytes, documented):
    assert request_bytes == bytes.fromhex(documented)


def test_a_token_that_is_not_four_printable_characters_is_refused():
    for token in (b"P01", b"P0011", b"P\x00\x101"):
        with pytest.raises(BrokenInvariantError):
            commands.process_id(token)


def test_digit_pairs_halve_the_barcode_as_two_other_encoders_do():
    command = commands.barcode_code128(code128_data("2026101500010042"), 64, 2)
    assert command.endswith(bytes.fromhex("1D 6B 49 0A 7B 43 14 1A 0A 0F 00 01 00 2A"))


@pytest.mark.parametrize("digits", ["1604", "1605", "1620", "00160412"])
def test_digits_that_spell_a_real_time_command_fall_back_to_set_b(digits):
    assert code128_data(digits) == b"{B" + digits.encode()


def test_a_brace_is_escaped_and_mixed_text_switches_sets():
    assert code128_data("a{b") == b"{Ba{{b"
    assert code128_data("AB123456") == b"{BAB{C\x0c\x22\x38"


@given(st.lists(st.sampled_from([0x10, 0x04, 0x05, 0x14, 0x00, 0xFF]), max_size=200).map(bytes))
def test_softened_pictures_hold_no_real_time_command_and_change_one_dot_per_pair(raster):
    soft = soften(raster)
    assert realtime_pairs(soft) == ()
    changed = [(a ^ b).bit_count() for a, b in zip(raster, soft, strict=True)]
    assert set(changed) <= {0, 1}
    assert sum(changed) == len(realtime_pairs(raster))
