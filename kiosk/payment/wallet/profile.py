"""One wallet gateway's settings: where it is, who we are, how long to wait for what. Times in seconds."""

import msgspec


class WalletProfile(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the driver needs to know about the gateway at the other end."""

    url: str
    """`https://...`; `http://` only for a gateway on this machine."""
    token: str = ""
    """Sent as `Authorization: Bearer`; never shown."""
    ca_file: str = ""
    """Whom to trust besides the system's authorities; empty for the system's alone."""
    connect_s: float = 3.0
    answer_s: float = 10.0
    """From a question to the whole answer."""
    poll_s: float = 2.0
    """Between two questions about an order nobody has paid yet."""
    order_s: float = 120.0
    """How long a shopper has to pay before the order is cancelled."""
    settle_s: float = 15.0
    """How long an outcome that is not known is asked for before the answer is Unknown, for now."""
    retry_s: float = 1.0
    """After a question that was not answered, before the next."""
    idle_s: float = 60.0
    """Between two looks at a gateway nobody needs."""

    def __repr__(self) -> str:
        """Without the token."""
        return f"WalletProfile(url={self.url!r})"
