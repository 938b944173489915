"""Every situation of the lane is spoken; and a whole purchase by ear, word for word."""

import re

import pytest
from msgspec.structs import replace

from kiosk.checkout.snapshot import Snapshot
from kiosk.checkout.state import PAYING, Phase, PriceCheck, Printing, PrintState, State, TakenOff
from kiosk.spoken import choices
from kiosk.spoken.changes import change
from kiosk.spoken.screens import screen
from kiosk.spoken.words.entry import LANGUAGES
from kiosk.ui.samples import READY, situations
from kiosk.ui.samples.goods import paid, paying, sale
from retail.journal.events import ReceiptKind, Refusal

LANE = State(devices=READY)
MONEY = re.compile(r"charged|paid|went through|gone back|goes back|to pay|Total|empty", re.IGNORECASE)


def at(phase: Phase, sequence: int = 1, **more: object) -> Snapshot:
    return Snapshot(sequence=sequence, state=replace(LANE, phase=phase, **more))


def heard(before: Snapshot | None, after: Snapshot) -> list[str]:
    return [said.text for said in change(before, after)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_situation_is_spoken_whole(language: str) -> None:
    seen: set[Phase] = set()
    for name, shown in situations(language):
        seen.add(shown.state.phase)
        text = screen(shown)
        assert text, name
        assert "{" not in text, name
        assert not re.search(r"\d{6,}|\*\*|[€$£]", text), (name, text)
        if language == "zh":
            assert re.search(r"[\u4e00-\u9fff]", text), name
        for one in change(None, shown):
            assert one.text.strip() == one.text
            assert one.language == language
    assert seen == set(Phase)


def test_every_situation_of_an_open_sale_says_where_the_money_is() -> None:
    silent = [
        name
        for name, shown in situations("en")
        if shown.state.transaction is not None
        and (shown.outage or shown.state.help_called or shown.state.phase in PAYING)
        and not MONEY.search(screen(shown))
    ]
    assert silent == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_changed_is_silence(language: str) -> None:
    for name, shown in situations(language):
        later = replace(shown, sequence=shown.sequence + 1, refusal="")
        assert change(shown, later) == (), name


def test_an_item_is_heard_with_its_price_and_the_total() -> None:
    empty, one = at(Phase.SCANNING, transaction=sale(0)), at(Phase.SCANNING, 2, transaction=sale(1))
    assert heard(empty, one) == ["Red Apples 1 kg, 2 euros and 49 cents. Total 2 euros and 49 cents."]
    three = at(Phase.SCANNING, 3, transaction=sale(3))
    weighed = heard(at(Phase.SCANNING, transaction=sale(2)), three)[0]
    assert "1.236 kilograms" in weighed
    removed = heard(three, at(Phase.SCANNING, 4, transaction=sale(2)))[0]
    assert removed.startswith("Removed: ")
    assert "Total" in removed


def test_a_saving_is_heard_when_it_comes_and_when_it_goes() -> None:
    one, two = sale(1), sale(2)
    cheaper = replace(two, priced=replace(two.priced, saving_minor=30))
    assert (
        "You save 30 cents."
        in heard(at(Phase.SCANNING, transaction=one), at(Phase.SCANNING, 2, transaction=cheaper))[0]
    )
    assert (
        "you save 30 cents less"
        in heard(at(Phase.SCANNING, transaction=cheaper), at(Phase.SCANNING, 2, transaction=one))[0]
    )


def test_a_refusal_is_heard_once() -> None:
    shown = at(Phase.SCANNING, transaction=sale(0))
    refused = replace(shown, sequence=2, refusal="basket_empty")
    assert heard(shown, refused) == ["Your basket is empty. Scan an item first."]
    assert heard(refused, replace(refused, sequence=2)) == []
    device = replace(shown, sequence=3, refusal="late_payment_answer")
    assert heard(shown, device) == []


def test_the_total_is_heard_before_paying_and_every_refusal_after_it() -> None:
    tender = at(Phase.TENDER, transaction=sale(1))
    assert screen(tender).startswith("How would you like to pay? To pay: 2 euros and 49 cents, for 1 item.")
    for refusal in Refusal:
        told = screen(at(Phase.TENDER, transaction=replace(sale(1), refusal=refusal)))
        assert "charged" in told
        assert told.endswith("To pay: 2 euros and 49 cents, for 1 item.")


def test_paid_is_not_cut_off_by_the_screen_that_comes_by_itself() -> None:
    done = at(Phase.PAID, transaction=paid(sale(1)))
    asked = at(Phase.RECEIPT, 2, transaction=paid(sale(1)))
    card = at(Phase.CARD, transaction=replace(sale(1), payment=paying(sale(1))))
    assert [said.interrupts for said in change(card, done)] == [True]
    assert [said.interrupts for said in change(done, asked)] == [False]


def test_another_language_is_heard_in_that_language() -> None:
    said = change(at(Phase.ATTRACT), at(Phase.ATTRACT, 2, language="de"))
    assert said[0].language == "de"
    assert said[0].text.startswith("Deutsch. Willkommen.")
    unknown = change(at(Phase.ATTRACT, language="de"), at(Phase.ATTRACT, 2, language="xx"))
    assert unknown[0].language == "en"


def test_the_terminal_s_words_are_heard_without_numbers_of_cards() -> None:
    busy = replace(sale(1), payment=replace(paying(sale(1)), status_text="CARD 4111 1111 1111 1111 READ"))
    assert screen(at(Phase.CARD, transaction=busy)).endswith("when we say so. CARD READ")


def test_what_the_terminal_writes_next_is_heard_alone() -> None:
    first, next_ = (
        at(
            Phase.CARD,
            number,
            transaction=replace(sale(1), payment=replace(paying(sale(1)), status_text=text)),
        )
        for number, text in ((1, "INSERT CARD"), (2, "ENTER PIN"))
    )
    assert heard(first, next_) == ["ENTER PIN"]
    assert heard(next_, replace(next_, sequence=3)) == []


def test_what_staff_write_comes_first() -> None:
    assert screen(at(Phase.SCANNING, transaction=sale(0), message="Wait, 4006381333931 is recalled")) == (
        "A message from our staff: Wait, is recalled Your basket is empty."
    )


@pytest.mark.parametrize("state", PrintState)
def test_every_turn_of_printing_is_heard(state: PrintState) -> None:
    printing = Printing(job_id="1", copy=0, state=state, code="paper_end")
    sold = replace(paid(sale(1)), receipt_kind=ReceiptKind.PAPER, printing=printing)
    assert "receipt" in screen(at(Phase.RECEIPT, transaction=sold)).lower() or state is PrintState.WAITING


def test_what_can_be_chosen_is_told_in_the_words_of_the_screen_and_many_of_a_kind_once() -> None:
    offers = [
        choices.Offer("join", "Become a member"),
        *(choices.Offer(f"remove-{row}", f"Remove item {row}") for row in range(40)),
        choices.Offer("pay", "Pay"),
        choices.Offer("help", "Help"),
    ]
    selling = at(Phase.SCANNING, transaction=sale(1)).state
    assert choices.choices(selling, offers) == (
        "scan an item", "hear the basket", "Become a member", "remove an item", "Pay", "Help",
    )  # fmt: skip
    assert choices.choices(selling, offers[:1], sheet="Become a member") == ("Become a member",)
    tender = at(Phase.TENDER, transaction=sale(1)).state
    assert choices.said(tender, offers[-2:]) == "You can choose: Pay, Help."
    assert (
        choices.said(replace(tender, language="zh"), [choices.Offer("pay", "付款")]) == "您可以选择：付款。"
    )
    assert choices.said(tender, []) == ""


def test_what_stands_over_a_screen_is_told_where_one_is() -> None:
    shown = at(Phase.SCANNING, transaction=sale(1))
    offers = [choices.Offer("keyOk", "OK")]
    says, choose = choices.where(shown, offers, "Enter a number")
    assert says.endswith("Enter a number.")
    assert choose == "You can choose: keys to type with."


def test_what_is_taken_off_can_be_had_back_and_that_is_heard() -> None:
    two = sale(2)
    off = TakenOff(line=two.lines[1], pieces=1, may_undo=True)
    before = at(Phase.SCANNING, transaction=two)
    after = at(Phase.SCANNING, 2, transaction=replace(sale(1), off=off))
    assert heard(before, after)[0].endswith("Choose undo to have it back.")
    assert "undo" not in heard(after, at(Phase.SCANNING, 3, transaction=replace(two, off=None)))[0]


def test_that_an_empty_purchase_ends_is_heard_once_and_so_is_a_price_that_is_read() -> None:
    empty = at(Phase.SCANNING, transaction=sale(0))
    ends = at(Phase.SCANNING, 2, transaction=replace(sale(0), time_runs_out=True))
    said = "This ends by itself in a moment. Choose more time if you need it."
    assert heard(empty, ends) == [said]
    assert heard(ends, replace(ends, sequence=3)) == []
    price = at(Phase.ATTRACT, price_check=PriceCheck())
    assert heard(price, at(Phase.ATTRACT, 2, price_check=PriceCheck(time_runs_out=True)))[0].endswith(said)
