"""Code 128 and QR as dots, drawn from the printer's own commands.

Source: ISO/IEC 15417 (Code 128 symbol widths); QR symbols by segno.
"""

import segno

_WIDTHS = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 "
    "122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 "
    "321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 "
    "211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 "
    "213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 "
    "121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 "
    "241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 "
    "412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 "
    "211214 211232 "
)
_STOP = "2331112"
_STARTS = {"A": 103, "B": 104, "C": 105}
_SWITCHES = {"A": 101, "B": 100, "C": 99}


class BadSymbolError(ValueError):
    """Data that no printer could draw; it would print nothing, or garbage."""


def code128(data: bytes) -> tuple[str, str]:
    """Modules (`1` is a bar) and text of a `GS k 73` command's data with its `{A {B {C` selectors."""
    values, text, chosen, at = [], "", "", 0
    while at < len(data):
        byte = data[at]
        if byte == 0x7B and at + 1 < len(data) and chr(data[at + 1]) in _STARTS:
            selector = chr(data[at + 1])
            values.append(_SWITCHES[selector] if chosen else _STARTS[selector])
            chosen, at = selector, at + 2
            continue
        if not chosen:
            raise BadSymbolError("Code 128 data starts with a code set")
        if byte == 0x7B:
            at += 1
        if chosen == "C":
            if byte > 99:
                raise BadSymbolError("code set C carries 0 to 99")
            text += f"{byte:02d}"
            values.append(byte)
        else:
            text += chr(byte)
            values.append(byte + 64 if byte < 32 else byte - 32)
        at += 1
    if len(values) < 2:
        raise BadSymbolError("Code 128 without content")
    check = (values[0] + sum(i * value for i, value in enumerate(values))) % 103
    widths = "".join(_WIDTHS[7 * value : 7 * value + 6] for value in [*values, check]) + _STOP
    return "".join(("1" if i % 2 == 0 else "0") * int(width) for i, width in enumerate(widths)), text


def qr(content: bytes, error: str) -> list[str]:
    """Rows of modules without quiet zone; `error` is L, M, Q or H."""
    try:
        text = content.decode("utf-8")
        symbol = segno.make_qr(text, error=error, boost_error=False)
    except (UnicodeDecodeError, ValueError) as problem:
        raise BadSymbolError(str(problem)) from problem
    return ["".join("1" if module else "0" for module in row) for row in symbol.matrix]
