"""What may be raised when bytes of a stranger are read.

`msgspec` names most faults `DecodeError`; text that is not UTF-8 and objects that lie too deep inside each
other come out as Python's own errors. Whoever reads what others wrote catches all of them.
"""

import msgspec

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""Raised by `msgspec.json.decode` and `msgspec.msgpack.decode`, and nothing else is, whatever the bytes."""
