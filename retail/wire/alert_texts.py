"""What alerts say: one English sentence for each text key, with places for what differs.

A lane tells an alert's key and values beside the sentence made of them (`retail.wire.live.AlertRaised`). Who
shows it in another language looks the key up; who does not know the key shows the sentence as it came. The
template is always the reader's own, never one that came over the line.

Source: docs/protocol.md, "Live channel"; `retail.interventions.kinds` for interventions.
Invariants: pure; a sentence is never made of half its values; values are English words and figures.
"""

import string
from collections.abc import Mapping
from types import MappingProxyType

from retail.interventions.kinds import TABLE

VALUES_MAX = 12
"""Of one alert; more are not kept."""
VALUE_MAX = 300
"""Characters of one value that are kept."""

DEVICE = "device"
PRINTING = "printing"
HELP = "help"
PAYMENT_ASKED = "payment_unknown.asked"
PAYMENT_PERSON = "payment_unknown.person"
OUTAGE = "outage"
INTERVENTION = "intervention."
"""What comes before the word of an intervention."""

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        HELP: "A shopper asks for help.",
        PAYMENT_ASKED: "It is not known whether the card was charged. The lane is asking the terminal.",
        PAYMENT_PERSON: "The terminal cannot say whether the card was charged. A person must decide.",
        DEVICE: "{device}: {trouble}",
        PRINTING: "The receipt printer stopped in the middle of a receipt: {trouble}",
        OUTAGE: "The lane is out of service: {trouble}",
        OUTAGE + ".disk_full": "The lane is out of service: its disk is full. Free space and it goes on.",
        OUTAGE + ".journal_failed": "The lane is out of service: its journal cannot be written. {trouble}",
        OUTAGE + ".broken": "The lane is out of service: its program failed. {trouble}",
        "coupon_loss": "A single-use coupon ({coupon}) was accepted a second time without a link; "
        "the loss is {loss_minor} minor units.",
        "value_loss": "A purchase was paid with stored value that was not there (card or balance …{last}); "
        "the loss is {loss_minor} minor units.",
        "value_contradiction": "A purchase was told twice with different amounts of stored value "
        "({first_minor} and {second_minor} minor units). The first counts.",
        "return_odd.unheld": "Return {number} gave back {given_minor} minor units that were never held here.",
        "return_odd.released": "Return {number} gave back {given_minor} minor units after its hold was let "
        "go.",
        "return_odd.different": "Return {number} gave back {given_minor} minor units, not what was held for "
        "it.",
        "return_odd.twice": "Return {number} tells of a return that another transaction told of before "
        "({given_minor} minor units).",
        "value_guessing": "Numbers of gift cards are being guessed at this lane. It is not answered for "
        "five minutes.",
        "journal_fork": "Lane {lane} sent another journal than before (epoch {epoch}, envelope {envelope}). "
        "Was its disk restored, or are there two of it?",
        "journal_different": "Envelope {envelope} came twice with different content "
        "(epoch {epoch}, {number}).",
        "enrolment": "The code for lane {lane} was tried too often and no longer works.",
        "account_locked": "The account {login} was locked: five wrong passwords or PINs in a row.",
        **{INTERVENTION + kind.word: kind.name for kind in TABLE},
    }
)
"""English, by key."""


def filled(template: str, values: Mapping[str, str]) -> str | None:
    """A template, in any language, with its places filled in; None if a value is missing.

    >>> filled("{device}: {trouble}", {"device": "Printer", "trouble": "no paper"})
    'Printer: no paper'
    """
    if places(template) <= values.keys():
        return template.format_map(values)
    return None


def places(template: str) -> set[str]:
    """The names a template leaves open."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def sentence(key: str, values: Mapping[str, str]) -> str:
    """The English sentence of a key of this table, all its values given."""
    text = filled(TEXTS[key], values)
    if text is None:
        raise ValueError(f"{key} needs {sorted(places(TEXTS[key]))}")
    return text


def kept_values(values: Mapping[str, str]) -> dict[str, str]:
    """What of a stranger's values is kept."""
    return {name[:VALUE_MAX]: value[:VALUE_MAX] for name, value in list(values.items())[:VALUES_MAX]}
