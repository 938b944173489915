"""What a lane and the store service say to each other, as frozen structs. Both sides read the same words.

MessagePack on the wire for uploads, JSON for the rest. Readers ignore fields they do not know; a field is
never reused with another meaning.

Source: docs/protocol.md.
"""

WIRE = 1
"""The newest version this program speaks."""
WIRE_OLDEST = 1
"""The oldest the service still takes."""
