"""The real driver on a real pty against the simulator's process: each fault in each phase of a job.

The invariant behind every test: what the answer says is what lies in the tray, and no receipt is ever printed
twice without the word COPY. One receipt is recognised by its return barcode.
"""

import itertools
import os

import PIL.Image
import pytest
import zxingcpp

from kiosk.devices.health import Condition, Health
from kiosk.devices.printer import PrintAnswer, PrintJob, PrintOutcome, PrintWaiting
from kiosk.printer.blocks import Line
from kiosk.printer.driver import JOBS_MAX
from kiosk.printer.escpos import render
from kiosk.printer.layout import layout
from kiosk.printer.profile import Proof

RETURN_CODE = "[code128 20261123-003-00042]"
TOTAL = "EUR 8.78"


def receipts_on_paper(bench):
    return bench.texts().count(RETURN_CODE)


def test_printed_means_one_cut_receipt_in_the_tray(bench, make_job):
    bench.simulate()
    printer, heard = bench.drive()
    job = make_job()
    printer.print(job)
    answer = heard.answer("job-1")
    assert (answer.outcome, answer.reason) == (PrintOutcome.PRINTED, "")
    assert [paper["ended"] for paper in bench.papers()] == ["cut"]
    assert receipts_on_paper(bench) == 1
    assert bench.status()["unknown_commands"] == {}
    assert abs(bench.papers()[0]["height_mm"] - 12 - job.height_mm) <= 12
    assert printer.proof is Proof.FENCE_ID


@pytest.mark.parametrize(("language", "columns"), [("en", 48), ("de", 42), ("de", 32)])
def test_the_paper_says_what_the_layout_said_and_its_barcode_is_read(
    bench, make_job, make_receipt, language, columns
):
    bench.simulate("--columns", str(columns))
    printer, heard = bench.drive()
    printer.print(make_job(columns=columns, language=language))
    assert heard.answer("job-1").outcome is PrintOutcome.PRINTED
    blocks = layout(make_receipt(language=language), columns, language)
    expected = [block.text.strip() for block in blocks if isinstance(block, Line)]
    on_paper = [line.strip() for line in bench.texts().splitlines() if line and line[0] not in "─["]
    assert [line for line in on_paper if line and not line.startswith("[")] == expected
    with PIL.Image.open(bench.papers()[0]["png"]) as paper:
        codes = zxingcpp.read_barcodes(paper.convert("L"))
    assert [code.text for code in codes] == ["20261123-003-00042"]


def test_a_chinese_receipt_with_a_qr_code_is_read_from_the_paper(bench, make_receipt):
    bench.simulate("--columns", "32")
    printer, heard = bench.drive()
    payload, height_mm = render(make_receipt(language="zh"), 32, qr="https://shop.example/r/42?s=牛")
    printer.print(PrintJob(job_id="job-1", payload=payload, height_mm=height_mm))
    assert heard.answer("job-1").outcome is PrintOutcome.PRINTED
    with PIL.Image.open(bench.papers()[0]["png"]) as paper:
        codes = {code.text for code in zxingcpp.read_barcodes(paper.convert("L"))}
    assert codes == {"20261123-003-00042", "https://shop.example/r/42?s=牛"}


def test_printed_is_not_said_before_the_paper_has_moved(bench, make_job):
    bench.simulate("--speed-mm-s", "200")
    printer, heard = bench.drive(fence_s=5.0)
    printer.print(make_job())
    bench.wait_status(lambda status: status["hanging_mm"] > 30)
    assert not any(hasattr(message, "outcome") for message in heard.messages)
    assert heard.answer("job-1").outcome is PrintOutcome.PRINTED


def test_paper_end_mid_receipt_waits_and_prints_the_rest_once(bench, make_job):
    bench.simulate()
    printer, heard = bench.drive()
    heard.health("")
    bench.do("paper_end_mid")
    printer.print(make_job())
    heard.waiting("paper_end")
    heard.health("paper_end")
    bench.do("ready")
    assert heard.answer("job-1").outcome is PrintOutcome.PRINTED_SPLIT
    assert [paper["ended"] for paper in bench.papers()] == ["paper_end", "cut"]
    assert receipts_on_paper(bench) == 1
    assert bench.texts().count(TOTAL) == 1
    assert sum(isinstance(message, PrintWaiting) for message in heard.messages) == 1


def test_paper_end_is_found_by_asking_when_the_printer_pushes_nothing(bench, make_job):
    bench.simulate("--no-push")
    printer, heard = bench.drive(fence_s=0.3, speed_mm_s=1000)
    heard.health("")
    bench.do("paper_end_mid")
    printer.print(make_job())
    heard.waiting("paper_end")
    bench.do("ready")
    assert heard.answer("job-1").outcome is PrintOutcome.PRINTED_SPLIT
    assert receipts_on_paper(bench) == 1


def test_cover_opened_mid_receipt_waits_and_goes_on(bench, make_job):
    bench.simulate("--speed-mm-s", "300")
    printer, heard = bench.drive()
    printer.print(make_job())
    bench.wait_status(lambda status: status["hanging_mm"] > 30)
    bench.do("cover_open")
    heard.waiting("cover_open")
    bench.do("cover_close")
    assert heard.answer("job-1").outcome is PrintOutcome.PRINTED
    assert receipts_on_paper(bench) == 1


@pytest.mark.parametrize("what", ["cover_open", "paper_end"])
def test_a_bad_preflight_sends_nothing_and_the_next_try_prints(bench, make_job, what):
    bench.simulate()
    printer, heard = bench.drive()
    bench.do(what)
    heard.health(what)
    job = make_job()
    printer.print(job)
    answer = heard.answer("job-1")
    assert (answer.outcome, answer.reason) == (PrintOutcome.NOT_SENT, what)
    assert (
        bench.status()["buffered"] < len(job.payload) / 4
    )  # questions asked while it was offline, no receipt
    bench.do("ready")
    heard.health("")
    assert bench.papers() == []
    printer.print(make_job("job-2"))
    assert heard.answer("job-2").outcome is PrintOutcome.PRINTED
    assert receipts_on_paper(bench) == 1


def test_a_cover_opened_before_the_first_push_is_reported_and_not_buried_in_filler(bench, make_job):
    bench.simulate("--speed-mm-s", "2")
    earlier_lane = os.open(bench.address, os.O_RDWR | os.O_NOCTTY)
    os.write(earlier_lane, b"still printing\n" * 40)
    os.close(earlier_lane)
    bench.wait_status(lambda status: status["busy"])
    waiting = bench.status()["buffered"]
    printer, heard = bench.drive()
    bench.wait_status(lambda status: status["buffered"] > waiting + len(b"\x10\x04\x01") * 4)
    bench.do("cover_open")
    heard.health("cover_open")
    assert bench.status()["buffered"] < 1000
    printer.print(make_job())
    answer = heard.answer("job-1")
    assert (answer.outcome, answer.reason) == (PrintOutcome.NOT_SENT, "cover_open")


def test_unplugged_mid_job_is_unknown_and_never_resent(bench, make_job):
    bench.simulate("--speed-mm-s", "250")
    printer, heard = bench.drive()
    printer.print(make_job())
    bench.wait_status(lambda status: status["hanging_mm"] > 20)
    bench.do("unplug")
    assert heard.answer("job-1").outcome is PrintOutcome.UNKNOWN
    heard.health("unplugged")
    bench.do("replug")
    heard.health("")
    printer.print(make_job("job-2", copy=2))
    assert heard.answer("job-2").outcome is PrintOutcome.PRINTED
    assert receipts_on_paper(bench) == 2
    assert bench.texts().count("COPY 2") == 1


def test_unplugged_while_idle_refuses_and_comes_back_by_itself(bench, make_job):
    bench.simulate()
    printer, heard = bench.drive()
    heard.health("")
    bench.do("unplug")
    heard.health("unplugged")
    printer.print(make_job())
    answer = heard.answer("job-1")
    assert (answer.outcome, answer.reason) == (PrintOutcome.NOT_SENT, "unplugged")
    bench.do("replug")
    heard.health("")
    printer.print(make_job("job-2"))
    assert heard.answer("job-2").outcome is PrintOutcome.PRINTED


def test_power_cut_after_sending_is_unknown(bench, make_job):
    bench.simulate("--speed-mm-s", "100", "--buffer-size", "65536")
    printer, heard = bench.drive(fence_s=0.2, speed_mm_s=1000)
    printer.print(make_job())
    bench.wait_status(lambda status: status["hanging_mm"] > 20)
    bench.do("power_cycle")
    answer = heard.answer("job-1")
    assert (answer.outcome, answer.reason) == (PrintOutcome.UNKNOWN, "no_proof")
    assert receipts_on_paper(bench) == 0


def test_a_silent_printer_refuses_the_job_and_is_reported(bench, make_job):
    bench.simulate()
    printer, heard = bench.drive(answer_s=0.1)
    heard.health("")
    bench.do("silent")
    heard.health("no_answer")
    printer.print(make_job())
    assert heard.answer("job-1").outcome is PrintOutcome.NOT_SENT
    bench.do("speaking")
    heard.health("")
    assert bench.papers() == []


def test_a_printer_that_stops_reading_is_given_up_as_unknown(bench, make_job):
    bench.simulate("--speed-mm-s", "100")
    printer, heard = bench.drive(stall_s=0.2, fence_s=0.1, speed_mm_s=5000, answer_s=0.2)
    job = make_job(language="zh")
    assert len(job.payload) > 16_384
    printer.print(job)
    bench.wait_status(lambda status: status["hanging_mm"] > 20)
    bench.do("deaf")
    answer = heard.answer("job-1")
    assert (answer.outcome, answer.reason) == (PrintOutcome.UNKNOWN, "printer_stopped_reading")


def test_a_cutter_jam_is_a_remark_on_a_printed_receipt_until_an_attendant_resumes(bench, make_job):
    bench.simulate()
    printer, heard = bench.drive()
    bench.do("cutter_jam")
    printer.print(make_job())
    answer = heard.answer("job-1")
    assert (answer.outcome, answer.reason) == (PrintOutcome.PRINTED, "cutter_jam")
    heard.health("cutter_jam")
    printer.print(make_job("job-2"))
    assert heard.answer("job-2").outcome is PrintOutcome.NOT_SENT
    bench.do("cutter_freed")
    assert bench.status()["offline"]
    printer.clear_jam()
    heard.health("")
    assert receipts_on_paper(bench) == 1


@pytest.mark.parametrize(
    ("flags", "proof", "outcome"),
    [
        (["--no-process-id"], Proof.FENCE_REPORT, PrintOutcome.PRINTED),
        (["--no-process-id", "--no-report"], Proof.NONE, PrintOutcome.SENT_UNPROVEN),
    ],
)
def test_older_printers_prove_less_and_the_outcome_says_so(bench, make_job, flags, proof, outcome):
    bench.simulate(*flags)
    printer, heard = bench.drive(fence_s=0.5, speed_mm_s=1000)
    printer.print(make_job())
    assert heard.answer("job-1").outcome is outcome
    assert printer.proof is proof
    bench.wait_status(lambda status: status["pieces"] == 1)
    assert receipts_on_paper(bench) == 1


def test_running_low_is_a_warning_that_still_prints(bench, make_job):
    bench.simulate()
    printer, heard = bench.drive()
    heard.health("")
    bench.do("paper_low")
    heard.health("paper_low")
    health = [message for message in heard.messages if isinstance(message, Health)][-1]
    assert health.condition is Condition.WARNING
    printer.print(make_job())
    assert heard.answer("job-1").outcome is PrintOutcome.PRINTED


def test_ready_means_that_earlier_work_is_out_and_the_proof_is_known(bench):
    bench.simulate("--speed-mm-s", "100")
    earlier_lane = os.open(bench.address, os.O_RDWR | os.O_NOCTTY)
    os.write(earlier_lane, b"still printing\n" * 10)
    os.close(earlier_lane)
    printer, heard = bench.drive()
    heard.health("")
    assert printer.proof is Proof.FENCE_ID
    assert bench.status()["hanging_mm"] > 12 + 10 * 3


def test_health_is_said_on_change_only(bench):
    bench.simulate()
    _, heard = bench.drive()
    for what, code in [("cover_open", "cover_open"), ("cover_close", ""), ("cover_open", "cover_open")]:
        bench.do(what)
        heard.health(code)
    said = [message for message in heard.messages if isinstance(message, Health)]
    assert all(one != other for one, other in itertools.pairwise(said))


def test_stopping_mid_job_answers_unknown_and_jobs_after_it_not_sent(bench, make_job):
    bench.simulate("--speed-mm-s", "100")
    printer, heard = bench.drive()
    printer.print(make_job())
    printer.print(make_job("job-2"))
    bench.wait_status(lambda status: status["hanging_mm"] > 20)
    printer.stop()
    printer.print(make_job("job-3"))
    outcomes = [heard.answer(job).outcome for job in ("job-1", "job-2", "job-3")]
    assert outcomes == [PrintOutcome.UNKNOWN, PrintOutcome.NOT_SENT, PrintOutcome.NOT_SENT]


def test_more_jobs_than_fit_the_queue_are_refused_as_busy_and_all_get_one_answer(bench, make_job):
    bench.simulate("--speed-mm-s", "100")
    printer, heard = bench.drive()
    job_ids = [f"job-{number}" for number in range(JOBS_MAX + 2)]
    jobs = [make_job(job_id) for job_id in job_ids]
    for job in jobs:
        printer.print(job)
    assert heard.answer(job_ids[-1]).reason == "busy"
    printer.stop()
    answered = [message.job_id for message in heard.messages if isinstance(message, PrintAnswer)]
    assert sorted(answered) == job_ids


def test_a_lane_killed_mid_print_leaves_a_printer_the_next_lane_can_use(bench, make_job):
    bench.simulate("--speed-mm-s", "500")
    first, heard = bench.drive()
    first.print(make_job(language="zh"))
    bench.wait_status(lambda status: status["hanging_mm"] > 20)
    first.stop()
    assert heard.answer("job-1").outcome is PrintOutcome.UNKNOWN
    second, heard_again = bench.drive(answer_s=0.5, probe_s=1.5)
    heard_again.health("")
    second.print(make_job("job-2", copy=2))
    assert heard_again.answer("job-2").outcome is PrintOutcome.PRINTED
    assert bench.texts().count("COPY 2") == 1


def test_a_nameless_report_left_by_a_broken_link_does_not_prove_the_next_job(bench, make_job):
    bench.simulate("--no-process-id", "--speed-mm-s", "250", "--buffer-size", "65536")
    impatient, heard = bench.drive(fence_s=0.1, speed_mm_s=5000)
    impatient.print(make_job())
    assert heard.answer("job-1").outcome is PrintOutcome.UNKNOWN
    impatient.stop()
    patient, heard = bench.drive(fence_s=5.0, cut_s=3.0, probe_s=3.0)
    patient.print(make_job("job-2", copy=2))
    assert heard.answer("job-2").outcome is PrintOutcome.PRINTED
    assert bench.texts().count("COPY 2") == 1
    assert receipts_on_paper(bench) == 2
