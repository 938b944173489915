"""Amounts, weights and counts as a voice reads them right.

A screen's `€12.34` becomes "euro twelve point three four" in a voice; so figures are written as words of the
language say them, with plain digits for the numbers themselves, which every voice reads.

Invariants: no grouping separators and no symbols; a minus is a word; nothing is rounded.
"""

from kiosk.spoken.words.entry import Words
from retail.languages import FORMS_MARK, counted
from retail.money import exponent, format_decimal

_ONE = {
    "EUR": Words("euro", "Euro", "欧元"),
    "GBP": Words("pound", "Pfund", "英镑"),
    "USD": Words("dollar", "Dollar", "美元"),
    "CHF": Words("franc", "Franken", "瑞士法郎"),
    "CNY": Words("yuan", "Yuan", "元"),
    "JPY": Words("yen", "Yen", "日元"),
}
_MANY = {
    **_ONE,
    "EUR": Words("euros", "Euro", "欧元"),
    "GBP": Words("pounds", "Pfund", "英镑"),
    "USD": Words("dollars", "Dollar", "美元"),
    "CHF": Words("francs", "Franken", "瑞士法郎"),
}
_SMALL_ONE = {
    "EUR": Words("cent", "Cent", "欧分"),
    "GBP": Words("penny", "Penny", "便士"),
    "USD": Words("cent", "Cent", "美分"),
    "CHF": Words("centime", "Rappen", "生丁"),
    "CNY": Words("fen", "Fen", "分"),
}
_SMALL_MANY = {
    **_SMALL_ONE,
    "EUR": Words("cents", "Cent", "欧分"),
    "GBP": Words("pence", "Pence", "便士"),
    "USD": Words("cents", "Cent", "美分"),
    "CHF": Words("centimes", "Rappen", "生丁"),
}
_MINUS = Words("minus ", "minus ", "负")
_AND = Words(" and ", " und ", "")
_KILOGRAMS = Words("{n} kilograms", "{n} Kilogramm", "{n}公斤")
_ONE_KILOGRAM = Words("1 kilogram", "1 Kilogramm", "1公斤")
_FRACTION = 100
"""A number whose plural form is that of fractions in every language here."""
_GRAMS = Words("{n} grams", "{n} Gramm", "{n}克")
_ONE_GRAM = Words("1 gram", "1 Gramm", "1克")
_ITEMS = Words("{n} items", "{n} Artikel", "{n}件商品")
_ONE_ITEM = Words("1 item", "1 Artikel", "1件商品")
_POINTS = Words("{n} points", "{n} Punkte", "{n}个积分")
_ONE_POINT = Words("1 point", "1 Punkt", "1个积分")


def amount(amount_minor: int, currency: str, language: str) -> str:
    """An amount in words and digits.

    >>> amount(1234, "EUR", "en"), amount(1205, "EUR", "de"), amount(1234, "CNY", "zh")
    ('12 euros and 34 cents', '12 Euro und 5 Cent', '12元3角4分')
    """
    minus = _MINUS.in_language(language) if amount_minor < 0 else ""
    if currency not in _ONE:  # a currency without words is read with its digits
        plain = format_decimal(abs(amount_minor), exponent(currency), language)
        return f"{minus}{plain} {currency}"
    whole, small = divmod(abs(amount_minor), 10 ** exponent(currency))
    gap = "" if language == "zh" else " "
    parts = []
    if whole or not small:
        parts.append(_of_unit(whole, _ONE[currency], _MANY[currency], language, gap))
    if small and language == "zh" and currency == "CNY":
        parts.append(_jiao(small, has_yuan=whole > 0))
    elif small:
        zero = "零" if language == "zh" and whole and small < 10 else ""
        parts.append(zero + _of_unit(small, _SMALL_ONE[currency], _SMALL_MANY[currency], language, gap))
    return minus + _AND.in_language(language).join(parts)


def weight(weight_g: int, language: str) -> str:
    """A weight: in grams below a kilogram, else in kilograms.

    >>> weight(850, "en"), weight(1236, "de"), weight(3000, "zh")
    ('850 grams', '1,236 Kilogramm', '3公斤')
    """
    if weight_g < 1000:
        return _number(weight_g, _ONE_GRAM, _GRAMS, language)
    whole, rest = divmod(weight_g, 1000)
    if not rest:
        return _number(whole, _ONE_KILOGRAM, _KILOGRAMS, language)
    exact = format_decimal(weight_g, 3, language).rstrip("0")
    return counted(_KILOGRAMS.in_language(language), _FRACTION, language).format(n=exact)


def items(count: int, language: str) -> str:
    """`3 items`."""
    return _number(count, _ONE_ITEM, _ITEMS, language)


def points(count: int, language: str) -> str:
    """`240 points`."""
    return _number(count, _ONE_POINT, _POINTS, language)


def _number(count: int, one: Words, many: Words, language: str) -> str:
    words = one if count == 1 else many
    text = counted(words.in_language(language), count, language)
    return text.format(n=_counted(count, language))


def _of_unit(count: int, one: Words, many: Words, language: str, gap: str) -> str:
    """`3 euros`; a language whose word for it bends with the number has the number in its words."""
    forms = many.in_language(language)
    if FORMS_MARK in forms:
        return counted(forms, count, language).format(n=count)
    return f"{_counted(count, language)}{gap}{(one if count == 1 else many).in_language(language)}"


def _counted(count: int, language: str) -> str:
    """The number as it stands before what is counted: Chinese says `两` for two of something."""
    return "两" if language == "zh" and count == 2 else str(count)


def _jiao(fen: int, *, has_yuan: bool) -> str:
    jiao, rest = divmod(fen, 10)
    if not jiao:
        return f"零{rest}分" if has_yuan else f"{rest}分"
    return f"{jiao}角" + (f"{rest}分" if rest else "")
