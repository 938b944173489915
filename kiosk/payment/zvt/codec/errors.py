"""The one error of the codec: bytes that are not what the ZVT protocol allows."""


class ProtocolError(ValueError):
    """The bytes do not form a valid block, APDU or field. The message says which and why."""
