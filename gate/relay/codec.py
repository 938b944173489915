"""USB relay modules of the LCUS kind on a serial port: four bytes switch one relay.

    A0  number  state  sum      9600 baud, 8N1
        1..8    1 on   of the three before, lowest byte
                0 off

The module answers nothing: that a relay has moved is not proven by it.

Source: LCUS-1 manual, "communication protocol": open A0 01 01 A2, close A0 01 00 A1; docs/gate.md.
Invariants: pure.
"""

from retail.check import require

START = 0xA0
RELAYS_MAX = 8


def switch(relay: int, *, is_on: bool) -> bytes:
    """The bytes that switch a relay (1 to 8)."""
    require(1 <= relay <= RELAYS_MAX, f"a relay is one of 1 to {RELAYS_MAX}")
    body = bytes((START, relay, int(is_on)))
    return body + bytes((sum(body) & 0xFF,))
