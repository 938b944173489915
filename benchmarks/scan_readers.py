"""The readers that are measured: our two paths, and every library alone with all that a till needs on."""

import contextlib
import functools
import os
from collections.abc import Callable, Iterator, Sequence

from pyzbar import pyzbar

from kiosk.scanner import tapir
from kiosk.scanner.budgets import DEEP_MS, FAST_MS
from kiosk.scanner.decoders import Cascade
from kiosk.scanner.engines import TILL, bounds, read_zxing
from kiosk.scanner.frame import Gray
from kiosk.scanner.symbols import ZBAR, Decoded, normalised

FAST, DEEP = "fast", "deep"
Reader = Callable[[Gray], Sequence[Decoded]]
_TAPIR_FORMATS = (*tapir.BARS, *tapir.DOTS, "DataBar", "DataBarExpanded", "DataBarLimited")
_ZBAR_NAMES = {"I25": "ITF"}
_ZBAR_SYMBOLS = [
    pyzbar.ZBarSymbol[name]
    for name in (
        *("EAN13", "EAN8", "UPCA", "UPCE", "CODE128", "I25"),
        *("DATABAR", "DATABAR_EXP", "QRCODE"),
    )
]


def readers() -> dict[str, Reader]:
    """Every reader by its name."""
    made: dict[str, Reader] = {
        FAST: _cascade(FAST_MS),
        DEEP: _cascade(DEEP_MS),
        "zxing-cpp": lambda gray: read_zxing(gray, TILL, thorough=True),
        "pyzbar": _zbar,
    }
    if tapir.is_installed():
        for mode in ("low", "medium", "high"):
            made[f"tapirscan-{mode}"] = functools.partial(tapir.read, mode=mode, formats=_TAPIR_FORMATS)
    return made


def _cascade(budget_ms: float) -> Reader:
    cascade = Cascade()
    return lambda gray: cascade.examine(gray, budget_ms).reads


def _zbar(gray: Gray) -> list[Decoded]:
    """All of zbar, also what our cascade does not ask it for."""
    found = []
    with _quiet():
        codes = pyzbar.decode(gray, symbols=_ZBAR_SYMBOLS)
    for code in codes:
        name = _ZBAR_NAMES.get(code.type, code.type.replace("_", ""))
        if meaning := normalised(code.data.decode("utf-8", "replace"), name):
            corners = [(float(point.x), float(point.y)) for point in code.polygon]
            found.append(Decoded(*meaning, ZBAR, bounds(corners or [(0.0, 0.0)])))
    return found


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """zbar's DataBar reader complains on standard error about noise."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
