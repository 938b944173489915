"""Identifiers made by whoever writes a row, never by the database.

UUIDs of version 7 begin with their time, so new rows land beside each other in an index, and any number of
workers and lanes can make them without asking anybody.

Source: RFC 9562, section 5.7.
"""

import uuid_utils


def new_id() -> str:
    """A new UUIDv7 as text of 36 characters."""
    return str(uuid_utils.uuid7())
