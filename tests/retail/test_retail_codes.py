"""Codes: every text has a meaning, none raises, and no text buys the wrong product.

Samples are from the GS1 General Specifications unless a comment says otherwise.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.codes import (
    TEXT_MAX,
    MeasureKind,
    MeasurePattern,
    NotAProduct,
    ProductCode,
    Symbology,
    check_digit,
    check_digit_ok,
    gtin_14,
    interpret,
    upc_e_to_a,
)

GTIN = "4006381333931"
KEY = "0" + GTIN
GS = "\x1d"


def key_of(text: str, symbology: Symbology) -> str:
    meaning = interpret(text, symbology)
    assert isinstance(meaning, ProductCode), meaning
    return meaning.key


def reason_of(text: str, symbology: Symbology) -> str:
    meaning = interpret(text, symbology)
    assert isinstance(meaning, NotAProduct), meaning
    return meaning.reason


# --- never raises ----------------------------------------------------------------------------------------

_WORDS = st.sampled_from(
    [
        "01", "3103", "17", "10", "21", "392", "8005", "99", KEY, GTIN, "96385074", "271301", GS, "https://",
        "HTTPS://", "id.gs1.org", "/01/", "/gtin/", "?17=271301", "[", "]", "%", ":", "@", "#", "\x00", "٣",
    ]
)  # fmt: skip


@given(
    st.one_of(st.text(max_size=600), st.text("0123456789", max_size=40), st.lists(_WORDS).map("".join)),
    st.sampled_from(Symbology),
)
def test_every_text_has_a_meaning_and_every_key_a_true_check_digit(text: str, symbology: Symbology) -> None:
    meaning = interpret(text, symbology)
    if isinstance(meaning, ProductCode):
        assert len(meaning.key) == 14
        assert check_digit_ok(meaning.key)
        assert meaning.alternative_key is None or check_digit_ok(meaning.alternative_key)
    else:
        assert meaning.reason in {"unknown", "not_a_product", "unreadable", "too_long"}


@pytest.mark.parametrize("text", ["https://[::1", "http://[", "https://id.gs1.org:x/01/" + KEY])
def test_a_link_no_url_parser_can_split_is_still_answered(text: str) -> None:
    interpret(text, Symbology.QR)


@pytest.mark.parametrize("symbology", Symbology)
def test_four_thousand_characters_are_too_long_whatever_the_symbol(symbology: Symbology) -> None:
    assert reason_of("1" * 4000, symbology) == "too_long"
    assert reason_of("x" * (TEXT_MAX + 1), symbology) == "too_long"
    assert interpret("x" * TEXT_MAX, symbology) != NotAProduct(reason="too_long")


# --- plain retail codes ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "symbology", "key"),
    [
        (GTIN, Symbology.EAN_13, KEY),
        (GTIN, Symbology.KEYED, KEY),
        ("96385074", Symbology.EAN_8, "00000096385074"),
        ("036000291452", Symbology.UPC_A, "00036000291452"),
        ("0036000291452", Symbology.EAN_13, "00036000291452"),
        ("15400141288763", Symbology.ITF_14, "15400141288763"),
        ("04252614", Symbology.UPC_E, "00042100005264"),
        (GTIN, Symbology.CODE_128, KEY),
    ],
)
def test_a_plain_number_is_its_gtin(text: str, symbology: Symbology, key: str) -> None:
    assert key_of(text, symbology) == key


@pytest.mark.parametrize(
    ("text", "symbology"),
    [
        ("4006381333932", Symbology.EAN_13),
        ("96385075", Symbology.EAN_8),
        ("036000291453", Symbology.UPC_A),
        ("15400141288764", Symbology.ITF_14),
        ("4006381333931", Symbology.ITF_14),
        ("", Symbology.EAN_13),
        ("٤٠٠٦٣٨١٣٣٣٩٣١", Symbology.EAN_13),  # digits, but not ASCII
        ("400638133393 1", Symbology.KEYED),
    ],
)
def test_a_wrong_check_digit_or_length_is_unreadable(text: str, symbology: Symbology) -> None:
    assert reason_of(text, symbology) == "unreadable"


def test_an_eight_digit_symbol_is_never_read_as_the_other_eight_digit_kind() -> None:
    """One misread digit must not turn a valid EAN-8 into another article by way of UPC-E, or back."""
    only_upc_e, only_ean_8 = "04252614", "96385074"
    assert upc_e_to_a(only_upc_e)
    assert not check_digit_ok(only_upc_e)
    assert upc_e_to_a(only_ean_8) is None
    assert check_digit_ok(only_ean_8)
    assert reason_of(only_upc_e, Symbology.EAN_8) == "unreadable"
    assert reason_of(only_ean_8, Symbology.UPC_E) == "unreadable"
    assert reason_of("96385074", Symbology.EAN_13) == "unreadable"


@pytest.mark.parametrize(
    ("upc_e", "upc_a"),
    [  # one per rule of 5.2.2.4.2: last digit 0, 1, 2, 3, 4, 5 to 9
        ("01234505", "012000003455"),
        ("01234514", "012100003454"),
        ("01234523", "012200003453"),
        ("01234531", "012300000451"),
        ("01234543", "012340000053"),
        ("01234558", "012345000058"),
        ("01234565", "012345000065"),
        ("01234572", "012345000072"),
        ("01234589", "012345000089"),
        ("01234596", "012345000096"),
        ("04252614", "042100005264"),
        ("11234562", "112345000062"),
    ],
)
def test_upc_e_expands_by_its_last_digit(upc_e: str, upc_a: str) -> None:
    assert upc_e_to_a(upc_e) == upc_a


@pytest.mark.parametrize("text", ["21234565", "0123456", "012345650", "0123456x", "01234566", "٠١٢٣٤٥٦٥"])
def test_what_is_not_upc_e_does_not_expand(text: str) -> None:
    assert upc_e_to_a(text) is None


@given(st.text("0123456789", min_size=7, max_size=13).filter(lambda t: len(t) in (7, 11, 12, 13)))
def test_any_single_wrong_digit_is_noticed(payload: str) -> None:
    number = payload + str(check_digit(payload))
    assert check_digit_ok(number)
    for place, digit in enumerate(number):
        wrong = number[:place] + str((int(digit) + 1) % 10) + number[place + 1 :]
        assert not check_digit_ok(wrong)


def test_ean_8_wins_where_eight_digits_are_both() -> None:
    both = next(
        f"{number:07d}{check_digit(f'{number:07d}')}"
        for number in range(1_000_000)
        if upc_e_to_a(f"{number:07d}{check_digit(f'{number:07d}')}")
    )
    assert gtin_14(both) == both.zfill(14)


# --- price and weight in the number ----------------------------------------------------------------------


def ean(payload: str) -> str:
    return payload + str(check_digit(payload))


def test_a_price_embedded_number_gives_price_and_the_number_without_it() -> None:
    meaning = interpret(ean("221234500199"), Symbology.EAN_13)
    assert meaning == ProductCode(
        key="0" + ean("221234500199"), alternative_key="0" + ean("221234500000"), price_minor=199
    )


def test_a_weight_embedded_number_gives_grams() -> None:
    meaning = interpret(ean("261234501250"), Symbology.EAN_13)
    assert meaning == ProductCode(
        key="0" + ean("261234501250"), alternative_key="0" + ean("261234500000"), weight_g=1250
    )


def test_the_store_s_pattern_table_decides_and_not_ours() -> None:
    pattern = MeasurePattern(prefix="02", kind=MeasureKind.PRICE, measure_digits=4)
    number = ean("21234500499")  # UPC-A random weight, number system 2
    assert interpret(number, Symbology.UPC_A, (pattern,)) == ProductCode(
        key="00" + number, alternative_key="00" + ean("21234500000"), price_minor=499
    )
    assert interpret(ean("221234500199"), Symbology.EAN_13, ()) == ProductCode(key="0" + ean("221234500199"))


def test_a_gtin_of_eight_digits_is_never_a_measured_number() -> None:
    assert interpret(ean("2612345"), Symbology.EAN_8) == ProductCode(key=ean("2612345").zfill(14))


# --- GS1 element strings ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "symbology",
    [Symbology.GS1_128, Symbology.GS1_DATA_MATRIX, Symbology.GS1_QR, Symbology.DATABAR_EXPANDED],
)
def test_an_element_string_gives_its_gtin(symbology: Symbology) -> None:
    assert key_of(f"01{KEY}", symbology) == KEY
    assert key_of(f"{GS}01{KEY}", symbology) == KEY
    assert key_of(f"01{KEY}1727123110LOT1{GS}21SER", symbology) == KEY
    assert key_of(f"10LOT1{GS}01{KEY}", symbology) == KEY


def test_a_net_weight_is_read_in_grams() -> None:
    meaning = interpret(f"01{KEY}3103001234", Symbology.GS1_128)
    assert meaning == ProductCode(key=KEY, weight_g=1234)
    assert interpret(f"01{KEY}3102000123", Symbology.GS1_128) == ProductCode(key=KEY, weight_g=1230)
    assert interpret(f"01{KEY}3105123456", Symbology.GS1_128) == ProductCode(key=KEY, weight_g=1234)


MEASURED = "90614141000012"
MEASURED = MEASURED[:-1] + str(check_digit(MEASURED[:-1]))


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("3922000156", "EUR", 156),
        ("392100156", "EUR", 1560),
        ("392000156", "JPY", 156),
        ("39230001560", "EUR", 156),
        ("3932978000156", "EUR", 156),
    ],
)
def test_the_amount_payable_is_the_price_of_a_measured_pack(amount: str, currency: str, minor: int) -> None:
    text = f"01{MEASURED}3103000482{amount}"
    meaning = interpret(text, Symbology.DATABAR_EXPANDED, currency=currency)
    assert meaning == ProductCode(key=MEASURED, weight_g=482, price_minor=minor)


@pytest.mark.parametrize("amount", ["3932840000156", "3923000156", "3922000000", "3922999999999999999"])
def test_an_amount_that_cannot_be_one_of_this_shop_refuses_the_code(amount: str) -> None:
    """Another currency, a fraction of a cent, nothing, more than any pack."""
    read = interpret(f"01{MEASURED}{amount}", Symbology.DATABAR_EXPANDED, currency="EUR")
    assert not isinstance(read, ProductCode) or (
        read.price_minor is None and amount == "39229999999999999999"
    )


def test_goods_that_are_all_alike_have_no_price_in_their_code() -> None:
    """Else anybody could print one."""
    for text in (f"01{KEY}3922000001", f"https://id.gs1.org/01/{KEY}?3922=000001"):
        assert interpret(text, Symbology.GS1_QR, currency="EUR") == ProductCode(key=KEY)


def test_without_a_currency_an_amount_is_not_read() -> None:
    assert interpret(f"01{MEASURED}3922000156", Symbology.GS1_128) == ProductCode(key=MEASURED)


# --- add-ons ---------------------------------------------------------------------------------------------


def test_an_add_on_is_the_issue_of_a_periodical_and_stays_with_the_unit() -> None:
    paper = ean("977123456700")
    read = interpret(paper, Symbology.EAN_13, add_on="07")
    assert read == ProductCode(key="0" + paper, add_on="07")
    assert (read.issue, interpret(paper, Symbology.EAN_13)) == ("07", ProductCode(key="0" + paper))


def test_an_add_on_of_other_goods_is_kept_and_means_nothing() -> None:
    book = ean("978020137962")
    read = interpret(book, Symbology.EAN_13, add_on="54499")
    assert isinstance(read, ProductCode)
    assert (read.add_on, read.issue, read.price_minor) == ("54499", "", None)


@pytest.mark.parametrize("add_on", ["7", "123", "12345 ", "ab", "١٢"])
def test_what_is_no_add_on_is_left_out(add_on: str) -> None:
    assert interpret(GTIN, Symbology.EAN_13, add_on=add_on) == ProductCode(key=KEY)


def test_only_an_ean_or_upc_has_an_add_on_beside_it() -> None:
    assert interpret(f"01{KEY}", Symbology.GS1_128, add_on="07") == ProductCode(key=KEY)


def test_an_impossible_date_does_not_hide_the_product() -> None:
    assert key_of(f"01{KEY}17271301", Symbology.GS1_DATA_MATRIX) == KEY


def test_a_wrong_gtin_check_digit_in_an_element_string_is_unreadable() -> None:
    assert reason_of("0104006381333932", Symbology.GS1_128) == "unreadable"
    assert reason_of("010400638133393217271301", Symbology.GS1_128) == "unreadable"


@pytest.mark.parametrize("text", ["00340123450000000000", "10LOT1", "", GS, "8110106141416543213150110120"])
def test_an_element_string_without_gtin_sells_nothing(text: str) -> None:
    assert reason_of(text, Symbology.GS1_128) == "not_a_product"


def test_a_bare_number_is_not_an_order_number_of_an_element_string() -> None:
    """`4006381333931` also parses as AI 400; only the symbol says which it is."""
    assert key_of(GTIN, Symbology.EAN_13) == KEY
    assert reason_of(GTIN, Symbology.GS1_128) == "not_a_product"


def test_databar_is_a_gtin_with_or_without_its_ai() -> None:
    for symbology in (Symbology.DATABAR, Symbology.DATABAR_LIMITED):
        assert key_of(f"01{KEY}", symbology) == KEY
        assert key_of(KEY, symbology) == KEY
    assert reason_of("04006381333932", Symbology.DATABAR) == "unreadable"


# --- GS1 Digital Link ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "link",
    [
        f"https://id.gs1.org/01/{KEY}",
        f"http://id.gs1.org/01/{KEY}",
        f"HTTPS://ID.GS1.ORG/01/{KEY}",
        f"https://id.gs1.org/01/{GTIN}",
        f"https://example.com/some/path/01/{KEY}/10/LOT?17=271231",
        f"https://id.gs1.org/gtin/{KEY}",
        f"https://id.gs1.org/01/{KEY}?17=271301",
        f"https://id.gs1.org/01/{KEY}#about",
    ],
)
@pytest.mark.parametrize("symbology", [Symbology.QR, Symbology.GS1_QR, Symbology.DATA_MATRIX])
def test_a_digital_link_gives_its_gtin(link: str, symbology: Symbology) -> None:
    assert key_of(link, symbology) == KEY


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("https://example.com/", "not_a_product"),
        ("https://example.com/4006381333931", "not_a_product"),
        ("WIFI:S:shop;T:WPA;P:secret;;", "not_a_product"),
        ("https://id.gs1.org/01/04006381333932", "unreadable"),
        ("https://", "not_a_product"),
        (f"ftp://id.gs1.org/01/{KEY}", "not_a_product"),
        ("", "not_a_product"),
    ],
)
def test_another_qr_code_sells_nothing(text: str, reason: str) -> None:
    assert reason_of(text, Symbology.QR) == reason


def test_words_in_a_line_code_are_unknown() -> None:
    assert reason_of("HELLO-42", Symbology.CODE_128) == "unknown"
