"""The slip of a balance that was topped up: what it is, what is on the balance, and nothing of goods."""

from collections.abc import Callable

import pytest

from kiosk.printer.blocks import Barcode, Line, QrCode
from kiosk.printer.layout import layout
from kiosk.printer.words import LANGUAGES, words
from retail.receipt import Loaded, Receipt

MakeSlip = Callable[..., Receipt]


@pytest.fixture
def make_load_slip(make_receipt: MakeSlip) -> MakeSlip:
    def make(language: str = "en") -> Receipt:
        return make_receipt(
            language=language,
            lines=(),
            taxes=(),
            discounts=(),
            saving_minor=0,
            points_minor=0,
            member=None,
            next_visit=None,
            total_minor=2000,
            loaded=Loaded(balance_minor=4550),
        )

    return make


def lines_of(slip: Receipt) -> list[str]:
    return [block.text for block in layout(slip, 48, slip.language) if isinstance(block, Line)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_it_is_and_what_is_on_the_balance(make_load_slip: MakeSlip, language: str) -> None:
    said, say = lines_of(make_load_slip(language)), words(language)
    assert said[0] == say.loaded
    assert [line for line in said if line.startswith(say.balance_now)] != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_counts_no_goods_and_offers_to_bring_none_back(
    make_load_slip: MakeSlip, make_receipt: MakeSlip, language: str
) -> None:
    say = words(language)
    told, sold = (
        " ".join(lines_of(make_load_slip(language))),
        " ".join(lines_of(make_receipt(language=language))),
    )
    sentence = say.returns.split()[0]
    assert (sentence in told, sentence in sold) == (False, True)
    assert say.pieces(0) not in told
    assert say.loaded not in sold


def test_its_number_stays_on_it_as_a_code(make_load_slip: MakeSlip) -> None:
    assert [one for one in layout(make_load_slip(), 48, "en") if isinstance(one, Barcode | QrCode)] != []
