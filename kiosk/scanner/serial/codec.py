"""Split a scanner's bytes into complete barcodes.

Scanners send characters at their own pace and end a code with a suffix we configure. A burst may hold
two codes, or half of one; nothing is emitted before the suffix arrives.

Source: docs/devices/hand_scanner.md, "Framing".
Invariants: never holds more than CODE_SIZE_MAX bytes and a suffix; feeding one byte at a time gives the same
codes as feeding all at once; a code that is too long or lacks its prefix is counted, never emitted in part.
"""

CODE_SIZE_MAX = 8192
"""Bytes of one code, its prefix included: more than a QR code can hold (7,089 digits)."""
MARK_SIZE_MAX = 8
"""Characters of a prefix or suffix."""
_LINE_ENDS = b"\r\n"
_WORDS = {"<CR>": "\r", "<LF>": "\n", "<TAB>": "\t", "<STX>": "\x02", "<ETX>": "\x03", "<GS>": "\x1d"}


def mark(words: str) -> bytes:
    """A prefix or suffix as set: printable characters, and <CR> <LF> <TAB> <STX> <ETX> <GS> for what is not.

    >>> mark("<CR><LF>")
    b'\\r\\n'
    """
    for word, character in _WORDS.items():
        words = words.replace(word, character)
    return words.encode()


class Decoder:
    """Bytes in, the codes' bytes out, without prefix and suffix."""

    def __init__(self, prefix: bytes = b"", suffix: bytes = b"\r") -> None:
        if not suffix:
            raise ValueError("a scanner's codes need a suffix: nothing else tells where one ends")
        self._prefix, self._suffix = prefix, suffix
        self._held = bytearray()
        self._is_spoilt = False
        self.lost = 0
        """Codes that were too long or had no prefix."""

    @property
    def is_inside(self) -> bool:
        """Whether a code has begun and not ended."""
        return self._is_spoilt or bool(self._held.lstrip(_LINE_ENDS))

    def feed(self, data: bytes) -> list[bytes]:
        """The codes that are complete with `data`."""
        codes = []
        for byte in data:
            self._held.append(byte)
            if self._held.endswith(self._suffix):
                code = self._ended()
                if code:
                    codes.append(code)
            elif len(self._held) > CODE_SIZE_MAX:
                self._is_spoilt = True
                del self._held[: -len(self._suffix)]
        return codes

    def forget(self) -> None:
        """Drop what has begun: the rest of it will not come."""
        self._held.clear()
        self._is_spoilt = False

    def spoil(self) -> None:
        """A part of the code under way is missing: whatever ends next is not emitted."""
        self._is_spoilt = True

    def _ended(self) -> bytes:
        code = bytes(self._held[: -len(self._suffix)]).lstrip(_LINE_ENDS)  # of a suffix longer than ours
        is_spoilt = self._is_spoilt
        self.forget()
        if is_spoilt or (code and not code.startswith(self._prefix)):
            self.lost += 1
            return b""
        code = code.removeprefix(self._prefix)
        if self._prefix and self._prefix[0] < 0x20:  # a control character begins a code wherever it stands
            code = code.rpartition(self._prefix)[2]
        return code


def encode(code: str, prefix: bytes = b"", suffix: bytes = b"\r") -> bytes:
    """What a scanner sends for a code."""
    return prefix + code.encode() + suffix
