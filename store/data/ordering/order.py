"""What an order is: what somebody wishes, what stands in the books, and what it may be asked.

Nothing of it names a person: `member_order` leads to it (`store.data.ordering.order_listing`).

Source: docs/orders.md, "An order".
Invariants: frozen; `goods` as they were priced when it was placed, or as a lane's sale has paid them.
"""

from typing import Any, Literal

import msgspec
import sqlalchemy as sa

from store.data.ordering.order_money import PaidBy
from store.data.schema.orders import shop_order

State = Literal["placed", "ready", "collected", "sent", "cancelled"]
Way = Literal["pickup", "delivery"]
OPEN: tuple[State, ...] = ("placed", "ready")
GOODS_MAX = 30
PIECES_MAX = 99
ADDRESS_MAX = 300
BOUGHT = sa.and_(shop_order.c.paid_by == "lane", shop_order.c.paid_at > 0)
"""Whether a sale at a lane has paid it."""
PAYING = sa.and_(shop_order.c.paid_by == "wallet", shop_order.c.paid_at == 0)
"""Whether a wallet is paying it."""


class Goods(msgspec.Struct, frozen=True, kw_only=True):
    """A line of an order, as it was priced."""

    key: str
    names: dict[str, str]
    quantity: int
    paid_minor: int
    list_minor: int
    deposit_minor: int = 0
    years: int = 0


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody orders."""

    order_id: str
    """Named by the form: sent again, it is the same order."""
    subject: str
    goods: tuple[Goods, ...]
    total_minor: int
    currency: str
    from_at: int
    until_at: int
    kept_until: int
    way: Way = "pickup"
    paid_by: PaidBy = "balance"
    channel: str = "phone"
    address: str = ""
    pay_until: int = 0
    """Until when it may wait unpaid; 0: it is paid when it is placed."""


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """An order as it stands."""

    order_id: str
    subject: str
    way: Way
    state: State
    channel: str
    goods: tuple[Goods, ...]
    years: int
    total_minor: int
    currency: str
    paid_by: PaidBy
    account_id: str
    from_at: int
    until_at: int
    kept_until: int
    made_at: int
    ready_at: int
    closed_at: int
    closed_by: str
    why: str
    paid_at: int
    """0: not paid yet."""
    pay_until: int
    paid_in: str
    """The envelope of the sale that paid it at a lane."""
    held_in: str
    held_for: str
    """The lane that is paying it, and its purchase."""
    held_until: int

    @property
    def is_paying(self) -> bool:
        """Whether a wallet is paying it."""
        return self.paid_by == "wallet" and self.is_open and not self.is_paid

    @property
    def is_paid(self) -> bool:
        """Whether anything is left to pay."""
        return self.paid_at > 0

    def is_held(self, at: int) -> bool:
        """Whether a lane is paying it."""
        return not self.is_paid and at < self.held_until

    @property
    def is_open(self) -> bool:
        """Whether it waits for somebody."""
        return self.state in OPEN

    @property
    def short(self) -> str:
        """How staff call it: the last characters of its name."""
        return self.order_id[-6:].upper()


class MemberOrder(msgspec.Struct, frozen=True, kw_only=True):
    """An order as it is handed to its member with all their data."""

    store_id: str
    order: Order
    address: str


class TooManyError(Exception):
    """The member has as many orders that are not paid as the shop allows."""

    def __init__(self, most: int) -> None:
        super().__init__(f"{most} orders wait to be paid")
        self.most = most


class GoneError(Exception):
    """Whoever orders was forgotten, or the form is somebody else's."""


def order_of(row: Any) -> Order:
    """An order from its row."""
    plain = {name: getattr(row, name) for name in Order.__struct_fields__ if name != "goods"}
    return Order(**plain, goods=msgspec.json.decode(row.goods, type=tuple[Goods, ...]))
