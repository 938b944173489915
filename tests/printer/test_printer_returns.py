"""The slip of goods that came back: golden texts in three languages and widths, and that it adds up."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.printer.blocks import Barcode, Line, QrCode
from kiosk.printer.layout import layout
from kiosk.printer.text import render_text
from kiosk.printer.words import LANGUAGES
from retail.receipt import Receipt, Returned

GOLDEN = Path(__file__).parent / "golden"
AMOUNT = re.compile(r"(-?\d+)\.(\d\d)(?: [A-Z])?$")
MakeSlip = Callable[..., Receipt]


@pytest.mark.parametrize("columns", [48, 42, 32])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_return_reads_as_golden(make_return_slip: MakeSlip, language: str, columns: int) -> None:
    text = render_text(make_return_slip(language=language), columns)
    golden = GOLDEN / f"return_{language}_{columns}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def lines_of(slip: Receipt, columns: int = 48) -> list[str]:
    return [block.text for block in layout(slip, columns, slip.language) if isinstance(block, Line)]


def minor(line: str) -> int | None:
    found = AMOUNT.search(line.rstrip())
    if found is None:
        return None
    whole, cents = found.groups()
    return int(whole + cents)


def test_a_second_person_can_add_it_up(make_return_slip: MakeSlip) -> None:
    slip = make_return_slip()
    lines = [line for line in lines_of(slip) if not line.startswith(" ")]
    at = next(number for number, line in enumerate(lines) if line.startswith("TOTAL"))
    above = [amount for line in lines[:at] if (amount := minor(line)) is not None]
    below = [amount for line in lines[at + 1 :] if (amount := minor(line)) is not None]
    assert sum(above) == minor(lines[at]) == slip.total_minor == -1299
    assert sum(below[:4]) == slip.total_minor


@pytest.mark.parametrize(("language", "word"), [("en", "RETURN"), ("de", "RÜCKGABE"), ("zh", "退货")])
def test_it_says_what_it_is_and_offers_no_code_to_bring_something_back(
    make_return_slip: MakeSlip, make_receipt: MakeSlip, language: str, word: str
) -> None:
    slip = make_return_slip(language=language)
    assert lines_of(slip)[0] == word
    assert not [block for block in layout(slip, 48, language) if isinstance(block, Barcode | QrCode)]
    assert word not in lines_of(make_receipt(language=language))


def test_a_copy_of_it_says_both(make_return_slip: MakeSlip) -> None:
    assert ["COPY 2" in lines_of(make_return_slip(copy=2))[0], lines_of(make_return_slip(copy=2))[1]] == [
        True,
        "RETURN",
    ]


def test_a_whole_return_speaks_of_nothing_that_is_left(make_return_slip: MakeSlip) -> None:
    slip = make_return_slip()
    assert slip.returned is not None
    whole = replace(slip, returned=replace(slip.returned, not_given_minor=0))
    assert "Not given back yet" in "\n".join(lines_of(slip))
    assert "Not given back yet" not in "\n".join(lines_of(whole))


def test_a_sale_whose_day_is_not_known_is_named_by_its_number(make_return_slip: MakeSlip) -> None:
    nameless = Returned(number=42, lane="3", sold_at="")
    assert "Of receipt 42, lane 3" in "".join(lines_of(make_return_slip(returned=nameless)))
