"""The steps whose frames are measured are steps there are, and the table tells each of them."""

import re

from benchmarks import screens
from benchmarks.screens_steps import BETWEEN, STEPS
from kiosk.ui.comfort import TEXT_PERCENTS, Mode
from kiosk.ui.samples import situations
from retail.languages import LANGUAGES

SITUATIONS = frozenset(name for name, _ in situations("en"))


def test_every_step_goes_from_a_situation_there_is_to_exactly_one_next() -> None:
    assert BETWEEN in SITUATIONS
    for step in STEPS:
        assert step.before in SITUATIONS
        assert sum(map(bool, step[1:])) == 1, step
        assert step.after in SITUATIONS | {""}
        assert step.language in {*LANGUAGES, ""}
        assert step.text_percent in {*TEXT_PERCENTS, 0}
        assert step.mode in {*(mode.value for mode in Mode), ""}
    assert len({step.name for step in STEPS}) == len(STEPS)


def test_a_purchase_is_measured_from_its_first_touch_to_the_next_shopper() -> None:
    walked = ["attract"]
    for step in STEPS:
        if step.after and step.before in walked:
            walked.append(step.after)
    assert {"scanning-1", "tender", "card", "paid", "receipt", "thanks"} <= set(walked)
    assert walked[-1] == "attract"


def test_the_table_tells_the_longest_frame_of_each_time() -> None:
    frames = {"first": {"a to b": [30.0, 2.0], "c": [9.0]}, "later": {"a to b": [1.0, 3.0], "c": []}}
    rows = screens._steps(frames, {"a to b": [41.0, 1.0]}).splitlines()[2:]
    cells = [[cell.strip() for cell in re.split(r"\|", row)[1:-1]] for row in rows]
    assert cells[0] == ["a to b", "2", "1.0", "3.0", "3.0", "3.0", "30.0", "41.0"]
    assert cells[1] == ["c", "0", "nan", "nan", "nan", "0.0", "9.0", ""]
