"""Find bytes inside print data that a printer would execute at once.

A printer looks for DLE EOT, DLE ENQ and DLE DC4 in everything it receives, picture data included: a dithered
logo can ask for a status, or fire the cash drawer. No payload may hold such a pair.

Source: docs/devices/printer.md, "Traps".
"""

DLE = 0x10
_SECOND = frozenset((0x04, 0x05, 0x14))


def realtime_pairs(data: bytes) -> tuple[int, ...]:
    """Offsets of every `10 04`, `10 05` and `10 14` in `data`."""
    found = []
    at = data.find(DLE)
    while 0 <= at < len(data) - 1:
        if data[at + 1] in _SECOND:
            found.append(at)
        at = data.find(DLE, at + 1)
    return tuple(found)


def soften(raster: bytes) -> bytes:
    """The same picture with one dot changed per dangerous pair; nobody sees it.

    Bit 3 of the second byte flips, which leads to no other pair: 04 -> 0C, 05 -> 0D, 14 -> 1C.

    >>> soften(b"\\x10\\x04\\x10\\x14").hex()
    '100c101c'
    """
    pairs = realtime_pairs(raster)
    if not pairs:
        return raster
    changed = bytearray(raster)
    for at in pairs:
        changed[at + 1] ^= 0x08
    return bytes(changed)
