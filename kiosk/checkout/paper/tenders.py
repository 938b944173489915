"""The card block of a receipt, for money that came and money that goes back. Pure."""

from retail.card import CardResult
from retail.receipt import CardTender


def card_tender(card: CardResult, amount_minor: int, receipt_lines: tuple[str, ...]) -> CardTender:
    """What a receipt has to say about a card; `amount_minor` is negative where it goes back."""
    return CardTender(
        amount_minor=amount_minor,
        card_name=card.card_name,
        masked_pan=card.masked_pan,
        application_id=card.application_id,
        authorisation_code=card.authorisation_code,
        terminal_id=card.terminal_id,
        merchant_id=card.merchant_id,
        receipt_number=card.receipt_number,
        trace_number=card.trace_number,
        entry_mode=card.entry_mode,
        verification=card.verification,
        terminal_lines=receipt_lines,
    )
