"""What means of payment are called on paper. Pure."""

from typing import assert_never

from kiosk.printer.cells import clean
from kiosk.printer.words import Words
from retail.receipt import AnyTender, CardTender, ValueTender, WalletTender


def tender_name(tender: AnyTender, say: Words) -> str:
    """The brand where there is one, else the kind; a gift card by its last digits."""
    match tender:
        case CardTender():
            return clean(tender.card_name) or say.card
        case WalletTender():
            return clean(tender.wallet) or say.wallet
        case ValueTender(kind="member"):
            return say.balance
        case ValueTender():
            digits = clean(tender.last_digits)
            return f"{say.gift_card} *{digits}" if digits else say.gift_card
        case _:
            assert_never(tender)
