"""What the gateway can do wrong, by name. Armed over the control channel, used up as it strikes."""

from simulators.terminal.faults import ALWAYS, Fault

FAULTS: dict[str, Fault] = {
    "slow": Fault("W1", "the next answer takes longer than anybody waits"),
    "drip": Fault("W1", "the next answer comes byte by byte, for ever"),
    "down": Fault("W1", "the next three questions are answered 503", 3),
    "lost_question": Fault("W2", "the next question that changes something is dropped unread"),
    "lost_reply": Fault("W2", "the next question that changes something is carried out, its answer lost"),
    "server_error": Fault("W2", "the same, answered 500"),
    "late_arrival": Fault("W3", "the next new order arrives only after whoever sent it has given up"),
    "late_refund": Fault("W3", "the next refund arrives only after whoever sent it has given up"),
    "duplicate": Fault("W4", "every question that changes something arrives twice", ALWAYS),
    "stale": Fault("W5", "the next two questions about a paid order are answered from before", 2),
    "other_order": Fault("W5", "the next answer is about another order"),
    "garbage": Fault("W6", "the next answer is not JSON"),
    "odd_state": Fault("W6", "the next answer names a state nobody knows"),
    "huge": Fault("W6", "the next answer is a megabyte"),
    "mute": Fault("W6", "everything is carried out and nothing is answered in JSON", ALWAYS),
    "strange_404": Fault("W6", "the next question is answered 404 by somebody in between"),
    "wrong_amount": Fault("W7", "the next payment is 1.00 more than asked"),
    "wrong_currency": Fault("W7", "the next payment is in another currency"),
    "no_amount": Fault("W7", "the next paid order does not say how much", ALWAYS),
    "wrong_code": Fault("W8", "the next code to show asks for another amount"),
    "bad_code": Fault("W8", "the next code to show has a wrong checksum"),
    "pays_before_cancel": Fault("W9", "the shopper pays at the moment the cancel arrives: paid"),
    "cancel_gives_back": Fault("W9", "the same, but the gateway closes the order and gives the money back"),
    "pays_after_cancel": Fault("W9", "a payment comes after the cancel; the gateway gives it back itself"),
    "revives": Fault("W9", "a payment comes after the cancel, and the gateway keeps it"),
    "refund_refused": Fault("W10", "the next refund is refused"),
    "refund_pending": Fault("W10", "the next refund takes two more questions", 3),
    "refund_part": Fault("W10", "the next refund gives back 1.00 less than asked"),
}
