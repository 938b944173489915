"""What is heard while a price is asked for, or somebody joins; and that it is not the basket."""

import pytest
from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import Joining, Phase, PriceCheck, State
from kiosk.spoken.changes import change
from kiosk.spoken.screens import screen
from kiosk.spoken.words.entry import LANGUAGES
from kiosk.ui.samples import READY
from kiosk.ui.samples.goods import sale
from retail.catalogue import Product
from retail.journal.price_checks import PriceChecked

LOOSE = Product(
    key="00000000000017",
    gtin="17",
    names={"": "Apples"},
    price_minor=299,
    currency="EUR",
    tax_rate_bp=700,
    unit="kg",
)


def asking(**check: object) -> Snapshot:
    return Snapshot(
        sequence=1,
        state=State(devices=READY, price_check=PriceCheck(**check)),  # type: ignore[arg-type]
    )


def joining(**more: object) -> Snapshot:
    one = Joining(ask_no=1, how="phone", **more)  # type: ignore[arg-type]
    state = State(devices=READY, phase=Phase.SCANNING, transaction=replace(sale(), joining=one))
    return Snapshot(sequence=1, state=state)


def test_a_price_is_said_with_that_nothing_was_added() -> None:
    assert screen(asking()).startswith("What does it cost?")
    found = screen(asking(checked=PriceChecked(product=LOOSE, scanned="17", symbology="ean13")))
    assert found == "Apples costs 2 euros and 99 cents a kilogram. Nothing was added."
    assert screen(asking(reason="unknown")).startswith("This has no price here.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_joins_hears_what_to_do_and_never_the_address(language: str) -> None:
    for one in (joining(), joining(is_asked=False, url="https://shop/phone/join/lane/word")):
        text = screen(replace(one, state=replace(one.state, language=language)))
        assert text
        assert "http" not in text
        assert "{" not in text


def test_joining_interrupts_the_basket_and_leaving_it_says_the_basket_again() -> None:
    shown = joining(is_asked=False, reason="no_link")
    before = replace(shown, state=replace(shown.state, transaction=sale()))
    assert [one.text for one in change(before, shown)] == [
        "Joining is not possible right now. Nothing was kept; shop on as always."
    ]
    assert next(one.text for one in change(shown, before)).startswith("Your basket:")


def test_giving_up_and_the_question_about_bags_are_heard() -> None:
    for given, said in (
        ({"cancel_asked": True}, "Your purchase is about to be given up."),
        ({"bags": (LOOSE,)}, "Do you need bags?"),
    ):
        state = State(devices=READY, phase=Phase.SCANNING, transaction=replace(sale(), **given))
        plain = replace(state, transaction=sale())
        heard = change(Snapshot(sequence=1, state=plain), Snapshot(sequence=2, state=state))
        assert heard[0].text.startswith(said)
