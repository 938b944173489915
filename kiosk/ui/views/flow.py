"""What a shopper is asked, offered and may undo, as frozen data. Ready to read."""

import msgspec


class BagView(msgspec.Struct, frozen=True, kw_only=True):
    """A bag the shop sells."""

    key: str
    name: str
    picture: str
    price: str
    price_minor: int


class RoundUpView(msgspec.Struct, frozen=True, kw_only=True):
    """Rounding up for a charity, where the shopper chooses how to pay."""

    title: str = ""
    """Empty: it is not offered."""
    note: str = ""
    is_given: bool = False


class FlowView(msgspec.Struct, frozen=True, kw_only=True):
    """Bags, rounding up, undoing."""

    transaction_id: str = ""
    language: str = "en"
    currency: str = ""
    bags: tuple[BagView, ...] = ()
    """Asked about now; none: nobody asks."""
    none_text: str = ""
    one_text: str = ""
    some_text: str = ""
    """What the answer is called, with `{count}` and `{amount}`."""
    round_up: RoundUpView = RoundUpView()
    removed: str = ""
    """What the shopper just took off, and may have back."""
    is_cancelling: bool = False
    """The purchase ends in some seconds."""
