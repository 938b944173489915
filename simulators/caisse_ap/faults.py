"""What the terminal can do wrong, by name; the same kind of table as the ZVT terminal's."""

from simulators.terminal.faults import ALWAYS, Fault

FAULTS: dict[str, Fault] = {
    "deaf": Fault("L3", "nothing is answered at all", ALWAYS),
    "nak_once": Fault("L2", "the next request is answered NAK"),
    "nak_storm": Fault("L2", "three requests in a row are answered NAK", 3),
    "lose_ack": Fault("L3", "the next request is carried out but not acknowledged"),
    "no_accept": Fault("A1", "the next request is neither acknowledged nor carried out"),
    "garbage": Fault("L1", "noise before every answer", ALWAYS),
    "bad_lrc": Fault("L4", "one answer goes out with a wrong checksum"),
    "bad_lrc_always": Fault("L4", "every answer goes out with a wrong checksum", ALWAYS),
    "cut_answer": Fault("L5", "one answer stops in the middle"),
    "duplicate": Fault("L6", "every answer goes out twice", ALWAYS),
    "byte_by_byte": Fault("L7", "every byte is written alone", ALWAYS),
    "no_eot": Fault("L5", "the exchange is never ended", ALWAYS),
    "unplug_request": Fault("L8", "the cable is pulled when the request arrives, before its ACK"),
    "unplug_accepted": Fault("L8", "... after the ACK; the payment goes on and is told when it is back"),
    "unplug_answer": Fault("L8", "... in the middle of the answer, which is told again"),
    "charge_untold": Fault("A1", "the card is charged and nothing is ever told"),
    "not_verified": Fault("A3", "the answer says 9"),
    "odd_result": Fault("A3", "the answer says 3, which nothing explains"),
    "wrong_currency": Fault("A5", "the answer names another currency"),
    "other_register": Fault("A5", "the answer names another register"),
    "no_echo": Fault("A8", "the private field comes back empty", ALWAYS),
    "old_answer": Fault("A8", "an answer to an earlier payment is told first"),
}
NETWORK_FAULTS: dict[str, Fault] = {
    "hang_up": Fault("L8", "the connection is closed on the request, which is not carried out"),
    "charge_untold": Fault("A1", "the card is charged and the connection closed without an answer"),
    "cut_answer": Fault("L5", "the answer stops in the middle of a field"),
    "garbage": Fault("L1", "noise before the answer"),
    "byte_by_byte": Fault("L7", "every byte is written alone", ALWAYS),
    "odd_status": Fault("A3", "the answer has a status that nothing explains"),
    "contradiction": Fault("A3", "not done, because it was authorised"),
    "wrong_currency": Fault("A5", "the answer names another currency"),
    "other_register": Fault("A5", "the answer names another register"),
    "opposite": Fault("A5", "a payment is answered as a refund"),
    "whole_number": Fault("P1", "the answer holds a whole card number, in four fields"),
}
