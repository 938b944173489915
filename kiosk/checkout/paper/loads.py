"""The slip of a balance that was topped up: by how much, what paid it, what is on it now. Pure.

Invariants: no lines and no taxes, because nothing was sold; the tenders are the total; names nobody.
"""

from kiosk.checkout.paper.tenders import card_tender
from kiosk.checkout.shop import Shop
from kiosk.checkout.state import Loading, Transaction
from retail.languages import lines_in
from retail.receipt import Loaded, Receipt


def load_slip(sale: Transaction, loading: Loading, shop: Shop, language: str, *, copy: int = 1) -> Receipt:
    """The receipt of a top-up."""
    return Receipt(
        seller=shop.seller,
        lane=shop.lane,
        transaction_id=sale.transaction_id,
        number=sale.number,
        started_at=sale.started_at,
        ended_at=sale.paid_at,
        currency=sale.currency,
        lines=(),
        total_minor=loading.amount_minor,
        taxes=(),
        tenders=tuple(
            card_tender(part.card, part.amount_minor, part.receipt_lines)
            for part in sale.taken
            if part.card is not None
        ),
        language=language,
        loaded=Loaded(balance_minor=loading.balance_minor + loading.amount_minor),
        copy=copy,
        footer=lines_in(shop.footer, language),
    )
