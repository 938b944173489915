"""What labels can do wrong, by name. Armed over the control channel, used up as it strikes."""

from simulators.terminal.faults import ALWAYS, Fault

FAULTS: dict[str, Fault] = {
    "silent": Fault("L1", "labels show what they are told and never say so", ALWAYS),
    "stuck": Fault("L2", "labels keep showing what they showed, and say so", ALWAYS),
    "goes_back": Fault("L3", "the next label shows what it was told before, and says so"),
    "lost_word": Fault(
        "L4", "the next word of labels does not get through; it is said again at the next look"
    ),
    "twice": Fault("L5", "every word of labels is said twice", ALWAYS),
    "made_up": Fault("L6", "the next word names a label nobody hung"),
    "garbage": Fault("L7", "the next word is not JSON"),
    "bad_picture": Fault("L8", "the next picture arrives damaged: the label keeps the old one, and says so"),
}
