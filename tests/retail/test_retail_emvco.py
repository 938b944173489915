"""Merchant-presented payment codes against published samples, and against bad text.

Sources of samples: the specification of EMVCo (Best Transport), PromptPay.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail import emvco

BEST_TRANSPORT = (
    "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN"
    "5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京"
    "540523.7253031565502016233030412340603***0708A60086670902ME"
    "91320016A0112233449988770708123456786304A13A"
)
PROMPT_PAY = "00020101021229370016A000000677010111011300668999999995802TH530376454044.2263049DF5"


@pytest.mark.parametrize("text", [BEST_TRANSPORT, PROMPT_PAY])
def test_published_samples_are_read_and_written_back_to_the_same_text(text: str) -> None:
    assert emvco.encode(emvco.parse(text)) == text


def test_best_transport_says_what_the_specification_says() -> None:
    found = emvco.parse(BEST_TRANSPORT)
    assert found.is_dynamic
    assert found.value("59") == "BEST TRANSPORT"
    assert found.value("64", "01") == "最佳运输"
    assert found.value("62", "07") == "A6008667"
    assert (found.currency, found.amount_minor) == ("CNY", 2372)
    assert found.value("62", "99") == ""


def test_currency_that_is_not_carried_gives_no_amount() -> None:
    found = emvco.parse(PROMPT_PAY)
    assert found.value("54") == "4.22"
    assert (found.currency, found.amount_minor) == (None, None)


def test_payment_of_ours_is_made_to_the_byte() -> None:
    made = emvco.payment(
        account=("26", emvco.join((("00", "shop.example"), ("01", "4711")))),
        amount_minor=1205,
        currency="EUR",
        country="DE",
        name="Shop",
        city="Köln",
        reference="0001-000007",
    )
    text = emvco.encode(made)
    assert text == (
        "00020101021226240012shop.example01044711520454115303978540512.055802DE5904Shop6004Köln"
        "621505110001-0000076304" + emvco.crc(text[:-4])
    )
    assert emvco.parse(text) == made
    assert (made.amount_minor, made.currency) == (1205, "EUR")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "begin"),
        ("000202" + "6304AAAA", "begin"),
        ("0002", "cut off"),
        ("000201", "end with a checksum"),
        (BEST_TRANSPORT[:-1] + "B", "checksum A13B instead of A13A"),
        (BEST_TRANSPORT.replace("23.72", "13.72"), "checksum"),
        (BEST_TRANSPORT[:-4], "cut off"),
        ("00020" + "1" * 600, "more than 512"),
        ("000201XX02DE6304AAAA", "no tag"),
        ("0002015900" + "6304AAAA", "empty"),
        ("000201\ud800", "UTF-8"),
    ],
)
def test_what_is_no_code_is_refused_with_its_reason(text: str, why: str) -> None:
    with pytest.raises(emvco.PayloadError, match=why):
        emvco.parse(text)


def test_template_that_makes_no_sense_is_refused_though_its_checksum_fits() -> None:
    body = "000201" + "2604abcd" + "6304"
    with pytest.raises(emvco.PayloadError, match="no tag"):
        emvco.parse(body + emvco.crc(body))


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("12.34", "EUR", 1234),
        ("12", "EUR", 1200),
        ("0.5", "EUR", 50),
        ("500", "JPY", 500),
        ("500.0", "JPY", None),
        ("12.345", "EUR", None),
        ("12,34", "EUR", None),
        (".50", "EUR", None),
        ("\u0661", "EUR", None),
        ("99999999999999", "EUR", None),
    ],
)
def test_amounts(text: str, currency: str, minor: int | None) -> None:
    assert emvco.read_amount(text, currency) == minor


@pytest.mark.parametrize("value", ["", "x" * 100])
def test_field_that_does_not_fit_is_not_written(value: str) -> None:
    with pytest.raises(emvco.PayloadError):
        emvco.encode(emvco.Payload(fields=(("00", "01"), ("59", value))))


def test_nothing_is_asked_for_nothing() -> None:
    with pytest.raises(emvco.PayloadError):
        emvco.write_amount(0, "EUR")


TAGS = st.sampled_from(
    [f"{number:02d}" for number in range(100) if f"{number:02d}" not in ("63", *emvco.TEMPLATES)]
)
VALUES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@given(st.lists(st.tuples(TAGS, VALUES), max_size=15))
def test_whatever_is_written_is_read_again(fields: list[tuple[str, str]]) -> None:
    payload = emvco.Payload(fields=(("00", "01"), *fields))
    assert emvco.parse(emvco.encode(payload)) == payload


@given(st.text(max_size=80) | st.text("0123456789", max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    for whole in (text, "000201" + text, _closed("000201" + text)):
        try:
            emvco.parse(whole)
        except emvco.PayloadError:
            continue


def _closed(body: str) -> str:
    try:
        return f"{body}6304{emvco.crc(body + '6304')}"
    except UnicodeEncodeError:
        return body
