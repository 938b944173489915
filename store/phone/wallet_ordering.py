"""Ordering with a wallet in one touch: the order is placed while the wallet pays, and is paid by itself.

Source: docs/orders.md, "Paid by wallet".
Invariants: nobody is asked to pay another amount than the one on the button.
"""

import msgspec

from store.data.clock import SECOND
from store.data.ordering import order_listing, order_wallet
from store.data.ordering.order import Order, Wish
from store.data.ordering.order_wallet import PAYING_S, BusyError, ChangedError, FullError
from store.data.stored_value.wallet_charges import Charge
from store.identity.errors import Rejected
from store.identity.principals import Shopper
from store.phone.prices import Prices
from store.phone.shell import Phone
from store.phone.wallet_gateway import Gateway
from store.phone.words import Words

CHARGE = "/phone/charge"
AMOUNT_DIGITS_MAX = 9


async def begin(
    phone: Phone, prices: Prices, gateway: Gateway, who: Shopper, wish: Wish, shown: str, *, at: int
) -> str:
    """Place an order that a wallet pays `shown` of; why not, in English. Raises what placing does."""
    if not gateway.is_there:
        raise Rejected("no_wallets", "this shop takes no wallets on phones", 409)
    is_amount = shown.isascii() and shown.isdigit() and len(shown) <= AMOUNT_DIGITS_MAX
    amount = int(shown) if is_amount else 0
    limits = await prices.ask((), None, lambda pricer, _: pricer.terms.stored_value)
    waiting = msgspec.structs.replace(wish, paid_by="wallet", pay_until=at + PAYING_S * SECOND)
    vault = phone.front.vault
    try:
        await phone.write(
            lambda connection: order_wallet.begin(
                connection,
                vault,
                phone.store_id,
                who.member_id,
                waiting,
                amount,
                subject=who.subject,
                limits=limits,
                at=at,
            )
        )
    except ChangedError:
        return "Your balance has changed. Please look at it once more."
    except BusyError:
        return "Other payments of yours are still open."
    except FullError:
        return "There is no room on your balance for so much."
    gateway.wake()
    return ""


def page_of(order_id: str) -> str:
    """Where an order that a wallet pays is paid."""
    return f"{CHARGE}/{order_wallet.charge_of(order_id)}"


def money_of(order: Order, charge: Charge | None, words: Words) -> str:
    """What became of the money of an order whose wallet did not pay it in time."""
    if charge is None or order.is_paid:
        return ""
    amount = words.amount(charge.settled_minor or charge.amount_minor, charge.currency)
    match charge.state:
        case "paid":
            return words.text(
                "Your wallet paid {amount} when the goods were free again: it is on your balance.",
                amount=amount,
            )
        case "failed":
            return words.text("Nothing was paid, and nothing was taken from your wallet.")
        case "giving_back" | "given_back":
            return words.text("What the wallet paid goes back to it.")
        case "unclear":
            return words.text("Whether your wallet paid is not known yet. Staff see it and find out.")
        case _:
            return words.text("Should your wallet still pay, it goes to your balance.")


def again(order: Order) -> str:
    """Where the same goods are ordered again."""
    return "/phone/order?" + "&".join(f"q.{one.key}={one.quantity}" for one in order.goods)


async def order_of(phone: Phone, charge: Charge) -> Order | None:
    """The order of a payment; None: it loads the balance."""
    if not charge.order_id:
        return None
    found: Order | None = await phone.read(
        lambda connection: order_listing.one(connection, phone.store_id, charge.order_id)
    )
    return found
