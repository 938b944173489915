"""GS1 element strings and Digital Links: application identifiers to values, and what the values measure.

Source: GS1 General Specifications (element strings 3, amounts payable 392n and 393n, net weight 310n) and GS1
Digital Link, read with `biip`.
Invariants: pure; never raises on any text.
"""

import re
from collections.abc import Mapping

import biip

from retail import money

AMOUNT_DIGITS_MAX = 15


def fields_of(text: str) -> dict[str, str]:
    """AI to value of an element string or of a Digital Link."""
    return _link_fields(text) if is_link(text) else _element_fields(text)


def net_weight_g(fields: Mapping[str, str]) -> int | None:
    """The net weight (AI 310n) in grams; None where there is none."""
    for ai, value in fields.items():
        if re.fullmatch(r"310[0-5]", ai) and value.isascii() and value.isdigit():
            return int(value) * 1000 // int(10 ** int(ai[3]))
    return None


def amount_payable(fields: Mapping[str, str], currency: str) -> int | None:
    """The amount in minor units; None where there is none, 0 where it cannot be one in this currency.

    AI 392n is in the shop's currency, 393n begins with its numeric ISO 4217 code; n counts decimals.
    """
    for ai, text in fields.items():
        if not re.fullmatch(r"39[23][0-9]", ai):
            continue
        digits = text
        if ai[2] == "3":
            if not money.is_currency(currency) or text[:3] != f"{money.numeric_code(currency):03}":
                return 0
            digits = text[3:]
        if not 1 <= len(digits) <= AMOUNT_DIGITS_MAX or not (digits.isascii() and digits.isdigit()):
            return 0
        amount, rest = divmod(int(digits) * 10 ** money.exponent(currency), 10 ** int(ai[3]))
        return amount if not rest and amount <= money.AMOUNT_MAX_MINOR else 0
    return None


def is_link(text: str) -> bool:
    """Whether it begins like a Digital Link."""
    return text[:8].lower() == "https://" or text[:7].lower() == "http://"


def _element_fields(text: str) -> dict[str, str]:
    """AI to value. One unreadable field must not hide the GTIN, so AI 01 at the front is read alone then."""
    cleaned = text.removeprefix("\x1d")
    message = biip.parse("]C1" + cleaned).gs1_message
    if message is not None:
        return {element.ai.ai: element.value for element in message.element_strings}
    lone = re.match(r"01([0-9]{14})", cleaned)
    return {"01": lone[1]} if lone else {}


def _link_fields(text: str) -> dict[str, str]:
    """AI to value of a Digital Link; scheme and host are case-blind (QR alphanumeric mode is upper case)."""
    scheme, _, rest = text.partition("://")
    host, slash, path = rest.partition("/")
    try:
        uri = biip.parse(f"{scheme.lower()}://{host.lower()}{slash}{path}").gs1_digital_link_uri
    except ValueError:  # a host that no URL parser can split; the path may still name the GTIN
        uri = None
    if uri is not None:
        return {element.ai.ai: element.value for element in uri.element_strings}
    lone = re.search(r"/(?:01|gtin)/([0-9]{8,14})(?=[/?#]|$)", "/" + path)
    return {"01": lone[1]} if lone else {}
