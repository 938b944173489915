"""One Caisse-AP terminal's settings: line, identity, and how long to wait for what. Times in seconds."""

import msgspec


class CaisseApProfile(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the driver needs to know about the terminal at the other end."""

    port: str
    baud: int = 9600
    pos: str = "01"
    """The register's two digits."""
    currency: str = "EUR"
    echoes: bool = True
    """The terminal gives our reference back, or nothing. False: it writes numbers of its own there."""
    language: str = "en"
    answer_s: float = 3.0
    """From ENQ or a message to its ACK or NAK; some terminals are slow with the checksum byte."""
    result_s: float = 120.0
    """From the request to the terminal's ENQ with the result: the protocol's own limit."""
    late_s: float = 30.0
    """How long a terminal that came back is given to tell an answer it still holds."""
    idle_probe_s: float = 60.0
    """USB links of these terminals fall asleep: ask now and then."""
    reconnect_s: float = 1.0
    """Between two attempts to open the line."""
    recover_s: float = 240.0
    """How long `recover` waits for a line that is down before it answers Unknown again."""
