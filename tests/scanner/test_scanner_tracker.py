from dataclasses import replace

import pytest
from scanner_pictures import read

from kiosk.scanner.symbols import Decoded
from kiosk.scanner.tracker import CODES_MAX, GONE_FRAMES, GONE_S, MARGIN_STRONG, UNREAD_HOLD_S, Tracker
from retail.codes import TEXT_MAX, Symbology

A, B = "4006381333931", "9780201310054"
STEP = 1 / 15


class Belt:
    """A tracker that is fed frame after frame, 15 per second."""

    def __init__(self) -> None:
        self.tracker, self.number = Tracker(), 0

    @property
    def now(self) -> float:
        return self.number * STEP

    def see(self, *reads: Decoded, times: int = 1, moved: bool = True, bars: bool = False) -> list[str]:
        texts = []
        for _ in range(times):
            self.number += 1
            unread = [read(A).box] if bars else []
            accepted = self.tracker.saw(self.number, self.now, reads, moved=moved, unread_bars=unread)
            texts += [code.text for code in accepted]
        return texts


def agreed(text: str, **place: float) -> tuple[Decoded, Decoded]:
    return read(text, "zxing", **place), read(text, "zbar", **place)  # type: ignore[arg-type]


def test_two_engines_in_one_frame_are_enough() -> None:
    assert Belt().see(*agreed(A)) == [A]


def test_one_engine_needs_three_of_the_last_four_frames() -> None:
    belt = Belt()
    assert belt.see(read(A), times=2) == []
    assert belt.see() == []
    assert belt.see(read(A)) == [A]


def test_three_reads_spread_over_five_frames_are_not_enough() -> None:
    belt = Belt()
    assert belt.see(read(A)) + belt.see() + belt.see(read(A)) + belt.see() + belt.see(read(A)) == []


def test_two_engines_that_share_no_mistakes_may_agree_in_two_frames() -> None:
    belt = Belt()
    assert belt.see(read(A, "tapir")) + belt.see() == []
    assert belt.see(read(A)) == [A]
    belt = Belt()
    assert belt.see(read(A, "zbar")) + belt.see(read(A)) == []  # these two swap the same digits


def test_a_weighed_read_is_enough_if_it_leads_by_far_else_with_a_second_one() -> None:
    weighed = replace(read(A, "soft"), margin=MARGIN_STRONG)
    assert Belt().see(weighed) == [A]
    belt, fair = Belt(), replace(weighed, margin=MARGIN_STRONG - 0.1)
    assert belt.see(fair) == []
    assert belt.see(fair) == [A]


def test_a_strong_read_does_not_outweigh_another_code_in_its_place() -> None:
    weighed = replace(read(A, "soft"), margin=MARGIN_STRONG)
    assert Belt().see(weighed, read(B), times=10) == []


def test_a_well_checked_code_needs_two_frames() -> None:
    belt = Belt()
    expanded = read("0104006381333931", symbology=Symbology.DATABAR_EXPANDED)
    assert belt.see(expanded) == []
    assert belt.see(expanded) == [expanded.text]


def test_the_second_engine_alone_never_decides() -> None:
    assert Belt().see(read(A, "zbar"), times=20) == []


def test_a_matrix_code_is_accepted_at_once() -> None:
    assert Belt().see(read("https://id.gs1.org/01/04006381333931", symbology=Symbology.QR)) != []


@pytest.mark.parametrize(
    ("text", "symbology"), [("96385074", Symbology.EAN_8), ("042100005264", Symbology.UPC_E)]
)
def test_short_codes_need_a_second_engine(text: str, symbology: Symbology) -> None:
    belt = Belt()
    assert belt.see(read(text, symbology=symbology), times=10) == []
    assert belt.see(read(text, symbology=symbology), read(text, "zbar", symbology)) == [text]


@pytest.mark.parametrize(
    ("text", "symbology"),
    [("96385074", Symbology.EAN_8), ("042100005264", Symbology.UPC_E), ("1234567890", Symbology.ITF)],
)
def test_two_engines_in_one_frame_are_too_little_for_a_short_code(text: str, symbology: Symbology) -> None:
    belt, both = Belt(), (read(text, symbology=symbology), read(text, "zbar", symbology))
    assert belt.see(*both) == []
    assert belt.see(read(text, symbology=symbology)) == [text]


def test_two_codes_read_in_one_place_block_each_other_until_one_is_gone() -> None:
    belt = Belt()
    assert belt.see(*agreed(A), read(B)) == []
    assert belt.see(read(A), read(B), times=5) == []
    assert belt.see(read(A), times=4) == [A]


def test_half_a_code_does_not_block_the_whole_one() -> None:
    assert Belt().see(*agreed(A), read("96385074", symbology=Symbology.EAN_8)) == [A]


def test_two_products_side_by_side_are_both_accepted() -> None:
    assert sorted(Belt().see(*agreed(A), *agreed(B, x=500))) == [A, B]


def test_one_product_showing_two_equal_codes_counts_once() -> None:
    assert Belt().see(*agreed(A), *agreed(A, x=500)) == [A]


def test_a_product_that_stays_counts_once() -> None:
    belt = Belt()
    assert belt.see(*agreed(A), times=600) == [A]


def test_a_product_that_flickers_counts_once() -> None:
    belt = Belt()
    texts = []
    for _ in range(50):
        texts += belt.see(*agreed(A)) + belt.see(times=9)
    assert texts == [A]


def test_shown_again_after_it_was_gone_counts_again() -> None:
    belt = Belt()
    assert belt.see(*agreed(A), times=5) == [A]
    belt.see(times=round(GONE_S / STEP) + 2)
    assert belt.see(*agreed(A)) == [A]


def test_after_movement_an_unread_product_is_missing_until_it_is_gone_or_read_again() -> None:
    belt = Belt()
    belt.see(*agreed(A))
    belt.see(times=3, moved=False)
    assert not belt.tracker.is_missing_one
    belt.see(times=2)
    assert belt.tracker.is_missing_one
    belt.see(*agreed(A))
    assert not belt.tracker.is_missing_one
    belt.see(times=round(GONE_S / STEP) + GONE_FRAMES + 2)
    assert not belt.tracker.is_missing_one
    assert belt.tracker.present == frozenset()


def test_without_movement_nothing_is_ever_gone() -> None:
    belt = Belt()
    assert belt.see(*agreed(A)) == [A]
    belt.see(times=300, moved=False)
    assert belt.see(*agreed(A), moved=False) == []


def test_time_without_decoded_frames_does_not_make_a_product_gone() -> None:
    belt = Belt()
    assert belt.see(*agreed(A)) == [A]
    belt.number += 1000  # a machine that was busy with something else
    assert belt.see(*agreed(A)) == []


def test_bars_still_lying_there_unread_keep_the_product_present() -> None:
    belt = Belt()
    assert belt.see(*agreed(A)) == [A]
    belt.see(times=round((UNREAD_HOLD_S - 0.5) / STEP), bars=True)
    assert belt.see(*agreed(A)) == []


def test_unread_bars_do_not_hold_a_product_for_ever() -> None:
    belt = Belt()
    assert belt.see(*agreed(A)) == [A]
    belt.see(times=round(UNREAD_HOLD_S / STEP) + GONE_FRAMES + round(GONE_S / STEP) + 2, bars=True)
    assert belt.see(*agreed(A)) == [A]


def test_a_new_product_in_the_same_place_is_accepted_after_the_old_reads_have_passed() -> None:
    belt = Belt()
    assert belt.see(*agreed(A), times=3) == [A]
    assert belt.see(*agreed(B), times=5) == [B]


def test_an_endless_text_is_cut_not_lost() -> None:
    tracker = Tracker()
    [code] = tracker.saw(1, 0.0, [read("x" * 4000, symbology=Symbology.QR)])
    assert code.text == "x" * TEXT_MAX
    assert tracker.saw(2, 0.1, [read("x" * 4000, symbology=Symbology.QR)]) == []


def test_evidence_and_times_tell_how_it_was_settled() -> None:
    tracker = Tracker()
    tracker.saw(811, 5.0, [read(A)])
    [code] = tracker.saw(812, 5.1, agreed(A))
    assert code.evidence == ("zxing@811", "zxing@812", "zbar@812")
    assert (code.first_seen_at, code.frame_at) == (5.0, 5.1)


def test_the_gs1_reading_of_the_first_engine_names_the_symbology() -> None:
    tracker = Tracker()
    text = "0104006381333931"
    [code] = tracker.saw(
        1, 0.0, [read(text, "zbar", Symbology.CODE_128), read(text, "zxing", Symbology.GS1_128)]
    )
    assert code.symbology is Symbology.GS1_128


def test_codes_beyond_the_limit_push_out_the_oldest() -> None:
    belt = Belt()
    for n in range(CODES_MAX + 10):
        belt.see(read(f"code {n}", symbology=Symbology.QR, x=n * 200.0))
    assert len(belt.tracker.present) <= CODES_MAX


def with_add_on(add_on: str, engine: str = "zxing") -> Decoded:
    return replace(read(A, engine), add_on=add_on)


def test_an_add_on_needs_two_equal_reads_and_no_other() -> None:
    def told(*reads: Decoded) -> str:
        [code] = Tracker().saw(1, 0.0, reads)
        return code.add_on

    assert told(with_add_on("07"), with_add_on("07", "tapir")) == "07"
    assert told(with_add_on("07"), read(A, "zbar")) == ""
    assert told(with_add_on("07"), with_add_on("07", "tapir"), with_add_on("01", "zbar")) == ""


def test_an_add_on_is_not_part_of_what_makes_a_product_the_same() -> None:
    belt = Belt()
    assert belt.see(with_add_on("07"), read(A, "zbar")) == [A]
    assert belt.see(with_add_on("08"), read(A, "zbar"), times=5) == []


def test_after_forgetting_the_same_product_counts_anew() -> None:
    belt = Belt()
    assert belt.see(*agreed(A)) == [A]
    belt.tracker.forget()
    assert belt.see(*agreed(A)) == [A]


GTIN_A = "04006381333931"
LINK = read(f"https://id.gs1.org/01/{GTIN_A}", symbology=Symbology.QR, x=500)


def matrix(lot: str, x: float = 500) -> Decoded:
    return read(f"01{GTIN_A}10{lot}", symbology=Symbology.GS1_DATA_MATRIX, x=x)


def test_two_codes_of_one_pack_count_once_in_whatever_order_they_are_read() -> None:
    assert Belt().see(*agreed(A), LINK) == [LINK.text]
    belt = Belt()
    assert belt.see(*agreed(A)) + belt.see(LINK) + belt.see(*agreed(A), LINK, times=20) == [A]
    belt = Belt()
    assert belt.see(LINK) + belt.see(*agreed(A)) == [LINK.text]


def test_of_two_codes_read_at_once_the_one_that_says_more_is_told() -> None:
    assert Belt().see(*agreed(A), matrix("L4711")) == [matrix("L4711").text]


def test_a_pack_that_turns_from_one_code_to_the_other_and_back_counts_once() -> None:
    belt = Belt()
    texts = []
    for _ in range(4):
        texts += (
            belt.see(*agreed(A), times=3) + belt.see(*agreed(A), LINK, times=2) + belt.see(LINK, times=20)
        )
    assert texts == [A]


def test_two_units_of_one_product_with_lots_of_their_own_count_both() -> None:
    assert sorted(Belt().see(matrix("L1"), matrix("L2", 900))) == [matrix("L1").text, matrix("L2").text]


def test_codes_of_different_products_never_lock_each_other() -> None:
    other = read("https://id.gs1.org/01/09780201310054", symbology=Symbology.QR, x=500)
    assert sorted(Belt().see(*agreed(A), other)) == [A, other.text]


def test_a_pack_shown_again_after_it_was_gone_counts_again_by_its_other_code() -> None:
    belt = Belt()
    assert belt.see(*agreed(A)) == [A]
    belt.see(times=round(GONE_S / STEP) + GONE_FRAMES + 2)
    assert belt.see(LINK) == [LINK.text]
