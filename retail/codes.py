"""From scanned text to meaning: which product, which measure, or what else was shown.

A till that trusts text blindly charges for the wrong thing: check digits are verified here once more, and
variable-measure numbers (price or weight inside the code) are read by the store's own pattern table.

Source: GS1 General Specifications (GTIN, RCN, element strings, Digital Link), read with `biip`.
Invariants: pure; never raises on any text; a GTIN leaves this module as 14 digits with a true check digit.
"""

import enum

TEXT_MAX = 512
"""Longer texts than any retail code (GS1-128: 48, Data Matrix element strings: a few hundred) are refused."""


class Symbology(enum.Enum):
    """The symbol a text came from; values follow the names GS1 uses."""

    EAN_13 = "EAN-13"
    EAN_8 = "EAN-8"
    UPC_A = "UPC-A"
    UPC_E = "UPC-E"
    CODE_128 = "Code 128"
    GS1_128 = "GS1-128"
    ITF_14 = "ITF-14"
    DATABAR = "GS1 DataBar"
    DATABAR_LIMITED = "GS1 DataBar Limited"
    DATABAR_EXPANDED = "GS1 DataBar Expanded"
    QR = "QR"
    MICRO_QR = "Micro QR"
    DATA_MATRIX = "Data Matrix"
    GS1_DATA_MATRIX = "GS1 DataMatrix"
    GS1_QR = "GS1 QR"
    KEYED = "keyed"
