"""The simulated printer against bytes it did not come from: guides' literals and python-escpos's encoder.

What lies on its paper is read back by zxing-cpp.
"""

import os
import random
import subprocess
import sys
import time

import pytest
import zxingcpp
from escpos.constants import QR_ECLEVEL_M
from escpos.printer import Dummy
from PIL import Image

from simulators.control import ControlClient, ControlError
from simulators.printer.director import Director
from simulators.printer.machine import Build, Machine
from simulators.printer.paper import PaperTray
from simulators.printer.port import Port

FOREVER = 1e9


class Counter:
    """A machine without cable, with a clock under the test's hand."""

    def __init__(self, folder, **build):
        self.build = Build(**build)
        self.tray = PaperTray(folder, self.build.dots, self.build.dots_per_mm, lead_dots=0)
        self.machine = Machine(self.build, self.tray)
        self.now = 0.0

    def send(self, data, *, passing_s=60.0):
        """Give bytes as room allows while time passes in steps; the answers."""
        answers, until = b"", self.now + passing_s
        while self.now < until or data:
            room = self.machine.room()
            self.machine.receive(data[:room])
            data = data[room:]
            answers += self.machine.take_answers()
            due = self.machine.run(self.now)
            answers += self.machine.take_answers()
            self.now = max(self.now + 0.001, due) if due is not None else until
            if due is None and data and self.machine.room() == 0:
                return answers
        return answers

    def piece(self, number=0):
        with Image.open(self.tray.kept[number].png) as picture:
            return picture.copy()

    def text(self, number=0):
        return self.tray.kept[number].txt.read_text("utf-8")


@pytest.fixture
def counter(tmp_path):
    return lambda **build: Counter(tmp_path / "paper", **build)


def answers_of(printer, hexadecimal):
    return printer.send(bytes.fromhex(hexadecimal)).hex(" ")


def test_a_receipt_encoded_by_python_escpos_prints_and_its_codes_are_read(counter):
    encoder = Dummy(profile="TM-T20II")
    encoder._raw(b"\x1b@\x1bt\x13")
    encoder._raw("Grünhof 2,99 €\n".encode("cp858"))
    encoder.qr("https://shop.example/r/42", ec=QR_ECLEVEL_M, size=5, native=True)
    encoder.barcode("{B20261123-42", "CODE128", function_type="B", check=False)
    encoder._raw(b"\n")
    encoder.cut(feed=False)
    printer = counter()
    printer.send(encoder.output)
    assert printer.text().splitlines()[0] == "Grünhof 2,99 €"
    found = {(code.format.name, code.text) for code in zxingcpp.read_barcodes(printer.piece().convert("L"))}
    assert found == {("QRCode", "https://shop.example/r/42"), ("Code128", "20261123-42")}
    assert not printer.machine.interpreter.unknown


@pytest.mark.parametrize("implementation", ["bitImageRaster", "graphics", "bitImageColumn"])
def test_pictures_by_python_escpos_land_dot_for_dot(counter, implementation):
    shades = random.Random(7)
    picture = Image.new("1", (96, 48))
    picture.putdata([shades.getrandbits(1) for _ in range(96 * 48)])
    encoder = Dummy(profile="TM-T20II")
    encoder.image(picture.convert("RGB"), impl=implementation)
    printer = counter()
    printer.send(encoder.output + b"\x1dVB\x00")
    printed = printer.piece().convert("1").crop((0, 0, 96, 48))
    assert list(printed.get_flattened_data()) == [255 * (dot != 0) for dot in picture.get_flattened_data()]


@pytest.mark.parametrize("columns", [48, 42, 32])
def test_a_full_line_and_its_line_feed_are_one_line_and_one_more_character_is_two(counter, columns):
    printer = counter(columns=columns)
    printer.send(b"\x1b@" + b"x" * columns + b"\ny\n" + b"z" * (columns + 1) + b"\n\x1dVB\x00")
    assert printer.text().splitlines() == ["x" * columns, "y", "z" * columns, "z"]
    assert printer.piece().width == {48: 576, 42: 512, 32: 384}[columns]


def test_the_ends_of_a_code_128_are_exact_in_sets_b_and_c(counter):
    printer = counter()
    printer.send(bytes.fromhex("1D 68 40 1D 77 02 1D 6B 49 0A 7B 43 14 1A 0A 0F 00 01 00 2A 1D 56 42 00"))
    paper = Image.new("L", (700, 140), 255)
    paper.paste(printer.piece().convert("L"), (60, 30))
    assert [code.text for code in zxingcpp.read_barcodes(paper)] == ["2026101500010042"]


def test_real_time_status_answers_past_a_full_buffer(counter):
    printer = counter(speed_mm_s=1.0)
    slow = printer.send(b"line\n" * 100, passing_s=0.01)
    assert slow == b""
    assert printer.machine.buffered > 400
    assert printer.send(b"\x10\x04\x01\x10\x04\x02\x10\x04\x03\x10\x04\x04", passing_s=0.01) == b"\x12" * 4


def test_a_queued_answer_comes_only_after_its_paper(counter):
    printer = counter(speed_mm_s=10.0)
    job = b"line\n" * 20 + bytes.fromhex("1D 28 48 06 00 30 30 50 30 30 31")
    assert printer.send(job, passing_s=5.0) == b""
    assert printer.send(b"", passing_s=5.0) == bytes.fromhex("37 22 50 30 30 31 00")


@pytest.mark.parametrize(
    ("hand", "expected"),
    [
        (lambda machine: None, "12 12 12 12"),
        (lambda machine: setattr(machine, "cover_open", True), "1a 16 12 12"),
        (lambda machine: machine.leave_paper(0), "1a 32 12 7e"),
        (lambda machine: machine.leave_paper(100), "12 12 12 1e"),
    ],
)
def test_real_time_status_bytes_are_the_documented_ones(counter, hand, expected):
    printer = counter()
    hand(printer.machine)
    assert answers_of(printer, "10 04 01 10 04 02 10 04 03 10 04 04") == expected


def test_status_is_pushed_once_when_asked_for_and_then_on_change_only(counter):
    printer = counter()
    assert answers_of(printer, "1D 61 0F") == "10 00 00 0f"
    assert answers_of(printer, "") == ""
    printer.machine.cover_open = True
    assert answers_of(printer, "") == "38 00 00 0f"
    printer.machine.cover_open = False
    printer.machine.leave_paper(0)
    assert answers_of(printer, "") == "18 00 0f 0f"
    assert answers_of(printer, "1D 61 00") == ""


def test_at_paper_end_nothing_queued_is_executed_and_the_rest_comes_after_loading(counter):
    printer = counter()
    printer.machine.leave_paper(10)
    assert printer.send(b"\x1b@" + b"line\n" * 10 + b"\x1dr\x01\x1dVB\x00") == b""
    assert printer.machine.paper_out
    assert printer.tray.kept == []
    printer.machine.load_paper()
    assert printer.send(b"") == b"\x00"
    assert [kept.ended for kept in printer.tray.kept] == ["paper_end", "cut"]
    assert (printer.text(0) + printer.text(1)).count("line") == 10


def test_the_buffer_stops_the_host_and_never_overflows(counter):
    printer = counter(buffer_size=256)
    printer.machine.cover_open = True
    printer.send(b"x" * 1000, passing_s=0.1)
    assert printer.machine.room() == 0
    assert printer.machine.buffered == 256


def test_a_jammed_knife_needs_a_free_knife_and_a_recovery_request(counter):
    printer = counter()
    printer.machine.cutter_blocked = True
    printer.send(b"\x1b@one\n\x1dVB\x00two\n")
    assert answers_of(printer, "10 04 03") == "1a"
    printer.send(b"\x10\x05\x01")
    assert printer.machine.is_offline
    printer.machine.cutter_blocked = False
    printer.send(b"\x10\x05\x01")
    assert [kept.ended for kept in printer.tray.kept] == ["cut"]
    assert "one" in printer.text()
    assert "two" not in printer.text()


def test_clearing_the_buffers_drops_the_rest_and_says_so(counter):
    printer = counter()
    printer.machine.cover_open = True
    printer.send(b"never\n", passing_s=0.1)
    assert answers_of(printer, "10 14 08 01 03 14 01 06 02 08") == "37 25 00"
    assert printer.machine.buffered == 0


def test_a_real_time_request_inside_a_picture_is_executed_and_still_printed(counter):
    printer = counter()
    picture = bytes.fromhex("1D 76 30 00 03 00 01 00 10 04 01")
    assert printer.send(picture) == b"\x12"
    assert not printer.machine.interpreter.unknown


def test_power_off_loses_buffer_modes_and_push_but_not_the_paper(counter):
    printer = counter(speed_mm_s=10.0)
    printer.send(b"\x1b@\x1da\x0f\x1bE\x01" + b"line\n" * 50, passing_s=1.0)
    hanging = printer.tray.piece.length
    printer.machine.power_cycle()
    printer.machine.cover_open = True
    assert printer.send(b"", passing_s=1.0) == b""
    assert printer.machine.buffered == 0
    assert printer.tray.piece.length == hanging > 0


def test_unknown_commands_are_counted_by_name(counter):
    printer = counter()
    printer.send(b"\x1b\x01\x1d\x02\x07")
    assert dict(printer.machine.interpreter.unknown) == {"1b01": 1, "1d02": 1, "07": 1}


def test_any_bytes_are_survived(counter):
    noise = random.Random(11)
    printer = counter(speed_mm_s=10_000.0)
    for _ in range(20):
        printer.send(noise.randbytes(300), passing_s=0.05)
    assert printer.machine.buffered <= printer.build.buffer_size


def test_the_director_refuses_what_it_does_not_know(counter, tmp_path):
    director = Director(counter().machine, Port(tmp_path / "tty"))
    with pytest.raises(ControlError, match=r"unknown 'explode'; one of .*cover_open"):
        director.handle({"do": "printer", "what": "explode"})
    with pytest.raises(ControlError, match="a number from 0"):
        director.handle({"do": "printer", "what": "paper_end_after_mm", "mm": "far"})
    with pytest.raises(ControlError, match="not 'dance'"):
        director.handle({"do": "dance"})


def test_the_process_prints_tears_on_request_and_cleans_up_behind_itself(tmp_path):
    link, control, paper = tmp_path / "tty", tmp_path / "printer.sock", tmp_path / "paper"
    command = [sys.executable, "-m", "simulators.printer", "--link", link, "--control", control]
    with subprocess.Popen([*command, "--paper", paper], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == f"printer ready on {link}\n"
        port = os.open(link, os.O_RDWR | os.O_NOCTTY)
        os.write(port, b"\x1b@hello\n\x10\x04\x01")
        assert os.read(port, 1) == b"\x12"
        os.close(port)
        client = ControlClient(control)
        deadline = time.monotonic() + 10
        while client.do("status")["busy"]:
            assert time.monotonic() < deadline
        client.do("printer", what="tear")
        (piece,) = client.do("papers")["papers"]
        process.terminate()
        assert process.wait(10) == 0
    assert piece["ended"] == "torn"
    assert (paper / "receipt-0001.txt").read_text("utf-8") == "hello\n"
    assert (paper / "receipt-0001.bin").read_bytes() == b"\x1b@hello\n\x10\x04\x01"
    assert not link.is_symlink()
    assert not control.exists()
