"""The base of everything a journal stores.

It has a module of its own so that what is journalled of interventions can be declared in their room and still
be part of one journal (`retail.journal.events.AnyEvent`).
"""

import msgspec


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="event", tag=True):
    """Base of every event; the tag is the class name."""
