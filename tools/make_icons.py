"""Draw the screens' icons: one stroke, one grid, two inks.

Each icon is a few SVG shapes on a 24 x 24 grid with round ends. The software renderer of the screens cannot
recolour a picture, so each icon is written twice: `name.svg` in ink for light ground, `name-light.svg` in
white for coloured buttons.

Run by hand when an icon is added: .venv/bin/python tools/make_icons.py

Invariants: shapes only, no text and no fonts; everything lies within the grid; same input, same bytes.
"""

# ruff: noqa: E501  a path is one word; broken over lines it is harder to compare with the picture

from __future__ import annotations

import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "assets" / "icons"
INKS = {"": "#14261c", "-light": "#ffffff"}
FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" '
    'stroke="{ink}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">{shapes}</svg>\n'
)

QR_CORNERS = (
    '<rect x="3.5" y="3.5" width="6.5" height="6.5" rx="1"/>'
    '<rect x="14" y="3.5" width="6.5" height="6.5" rx="1"/>'
    '<rect x="3.5" y="14" width="6.5" height="6.5" rx="1"/>'
)
PAPER = (
    '<path d="M5 3v18l2.3-1.6L9.7 21l2.3-1.6L14.3 21l2.4-1.6L19 21V3l-2.3 1.6L14.3 3 12 4.6 9.7 3 7.3 4.6z"/>'
)

ICONS = {
    "arrow-right": '<path d="M4 12h16M13.5 5.5 20 12l-6.5 6.5"/>',
    "back": '<path d="M20 12H4M10.5 5.5 4 12l6.5 6.5"/>',
    "backspace": '<path d="M8.5 5H19a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H8.5L2.5 12z"/><path d="M11.5 9.5l5 5M16.5 9.5l-5 5"/>',
    "bag": '<path d="M5.2 8h13.6l1.1 11.2a1.6 1.6 0 0 1-1.6 1.8H5.7a1.6 1.6 0 0 1-1.6-1.8z"/>'
    '<path d="M8.5 11V7a3.5 3.5 0 0 1 7 0v4"/>',
    "bottle": '<path d="M10 2.8h4M10.3 2.8v4.4c0 1.6-2.8 2.6-2.8 5.3v6.7a1.8 1.8 0 0 0 1.8 1.8h5.4a1.8 1.8 0 0 0 1.8-1.8v-6.7'
    'c0-2.7-2.8-3.7-2.8-5.3V2.8"/><path d="M7.5 13.5h9"/>',
    "camera": '<path d="M4.5 7h3l1.8-2.5h5.4L16.5 7h3A1.5 1.5 0 0 1 21 8.5v9A1.5 1.5 0 0 1 19.5 19h-15'
    'A1.5 1.5 0 0 1 3 17.5v-9A1.5 1.5 0 0 1 4.5 7z"/><circle cx="12" cy="12.8" r="3.5"/>',
    "cap": '<path d="M2.5 9.5 12 5l9.5 4.5L12 14z"/><path d="M6.5 11.8v4.7c2.8 2.4 8.200 2.4 11 0v-4.700M21.500 9.500v5.500"/>',
    "card": '<rect x="2.5" y="5" width="19" height="14" rx="2.2"/><path d="M2.5 9.8h19M6.5 15h4"/>',
    "check": '<path d="m4.5 12.8 5 5L19.5 7"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 6.8V12l3.6 2.2"/>',
    "close": '<path d="M5.5 5.5l13 13M18.5 5.5l-13 13"/>',
    "coupon": '<path d="M2.8 9.2V7a1.5 1.5 0 0 1 1.5-1.5h15.4A1.5 1.5 0 0 1 21.2 7v2.2a2.8 2.8 0 0 0 0 5.6V17a1.5 1.5 0 0 1-1.5 1.5H4.3'
    'A1.5 1.5 0 0 1 2.8 17v-2.2a2.8 2.8 0 0 0 0-5.6z"/><path d="M9.6 14.6l4.8-5.2M9.7 9.6v.05M14.3 14.5v.05"/>',
    "drawer": '<path d="M5 11.5 6.500 4h11L19 11.500"/><rect x="3" y="11.5" width="18" height="8.500" rx="1.500"/><path d="M9.500 15.700h5"/>',
    "exit": '<path d="M10 3.500H5.500A1.500 1.500 0 0 0 4 5v14a1.500 1.500 0 0 0 1.500 1.500H10M9.500 12H20.500M16 7.500l4.500 4.500-4.500 4.500"/>',
    "gift": '<rect x="3" y="8" width="18" height="4.5" rx="1"/><path d="M5 12.5V19a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-6.5M12 8v13"/>'
    '<path d="M12 8C9 8 6.8 7 7.2 4.9 7.6 3 10.8 2.8 12 8c1.2-5.2 4.4-5 4.8-3.100C17.2 7 15 8 12 8z"/>',
    "globe": '<circle cx="12" cy="12" r="9"/><path d="M3 12h18"/><ellipse cx="12" cy="12" rx="4" ry="9"/>',
    "hand": '<path d="M7 12.5V6a1.5 1.5 0 0 1 3 0v5V4.2a1.5 1.5 0 0 1 3 0V11 5.2a1.5 1.5 0 0 1 3 0'
    "V12 8.2a1.5 1.5 0 0 1 3 0V14.5a7 7 0 0 1-7 7c-2.6 0-4.3-1.2-5.7-3.3L3.3 14.3"
    'a1.5 1.5 0 0 1 2.4-1.8z"/>',
    "help": '<circle cx="12" cy="12" r="9"/><path d="M9.3 9.4a2.8 2.8 0 1 1 4.3 2.5c-1 .6-1.6 1.2-1.6 2.2"/>'
    '<path d="M12 17.2v.05"/>',
    "keypad": '<path d="M5.5 5v.05M12 5v.05M18.5 5v.05M5.5 11v.05M12 11v.05M18.5 11v.05M5.5 17v.05'
    'M12 17v.05M18.5 17v.05M12 21.5v.05" stroke-width="3.2"/>',
    "leaf": '<path d="M5.5 18.5C2.5 11 8 4 20 4c.8 10.5-4.5 17.5-14.5 14.5z"/><path d="M3.5 21C6 16 9.5 12.5 14.5 10"/>',
    "lock": '<rect x="4.5" y="10.5" width="15" height="10.5" rx="2"/><path d="M8 10.5V7a4 4 0 0 1 8 0v3.5M12 14.7v2"/>',
    "member": '<rect x="2.5" y="4.5" width="19" height="15" rx="2.2"/><circle cx="8.5" cy="10.3" r="2.2"/>'
    '<path d="M5 16c.3-2 1.6-3 3.5-3s3.2 1 3.5 3M15.5 9.500h3M15.5 13h3"/>',
    "message": '<path d="M5 4h14a2 2 0 0 1 2 2v8.500a2 2 0 0 1-2 2h-7L7 21v-4.500H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z"/><path d="M7.500 8.700h9M7.500 12.200h5.500"/>',
    "minus": '<path d="M4.5 12h15"/>',
    "moon": '<path d="M20 14.200A8.500 8.500 0 1 1 9.800 4a7 7 0 0 0 10.200 10.200z"/>',
    "no-paper": '<path d="M8.5 3l1.2 0 2.3 1.6L14.3 3l2.4 1.6L19 3v11.5M19 19v2l-2.3-1.6-2.4 1.6-2.3-1.6'
    'L9.7 21l-2.4-1.6L5 21V7"/><path d="M3 3l18 18"/>',
    "pause": '<circle cx="12" cy="12" r="9"/><path d="M9.700 8.700v6.600M14.300 8.700v6.600"/>',
    "percent": '<path d="M18.500 5.500l-13 13"/><circle cx="7" cy="7" r="2.800"/><circle cx="17" cy="17" r="2.800"/>',
    "phone-pay": '<rect x="3.5" y="2.5" width="11" height="19" rx="2.2"/><path d="M8 18h2"/>'
    '<path d="M17.5 9.5a4 4 0 0 1 0 5M20 7a7.6 7.6 0 0 1 0 10"/>',
    "plus": '<path d="M12 4.5v15M4.5 12h15"/>',
    "printer": '<path d="M7 8.5V3h10v5.5M7 17H5a2 2 0 0 1-2-2v-4.5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2V15a2 2 0 0 1-2 2h-2"/>'
    '<rect x="7" y="14" width="10" height="7" rx="1"/><path d="M17.5 11.7v.05"/>',
    "qr": QR_CORNERS + '<path d="M14.2 14.2v.05M20.3 14.2v.05M17.2 17.2v.05M14.2 20.3v.05M20.3 20.3v.05"/>',
    "receipt": PAPER + '<path d="M8.7 9.3h6.6M8.7 13.5h4.6"/>',
    "restart": '<path d="M19.500 12a7.500 7.500 0 1 1-2.300-5.400L19.500 9"/><path d="M19.500 4v5h-5"/>',
    "scale": '<path d="M3.500 8.500h17l-2 12h-13zM12 8.500V4.500M6.500 4.500h11"/><path d="M9 15.700a3 3 0 0 1 6 0"/>',
    "scan-barcode": '<path d="M3 8V5a2 2 0 0 1 2-2h3M16 3h3a2 2 0 0 1 2 2v3M21 16v3a2 2 0 0 1-2 2h-3M8 21H5a2 2 0 0 1-2-2v-3"/>'
    '<path d="M7 8v8M10.3 8v8M13.7 8v8M17 8v8"/>',
    "speaker": '<path d="M4 9.5v5h3.5L12.5 19V5L7.5 9.5z"/><path d="M16 9a4.3 4.3 0 0 1 0 6M18.8 6.3a8 8 0 0 1 0 11.4"/>',
    "staff": '<circle cx="12" cy="7.5" r="4"/><path d="M4 21c.3-4.3 3.4-7 8-7s7.7 2.7 8 7"/><path d="M9.8 17.5l2.2 1.5 2.2-1.5"/>',
    "star": '<path d="M12 3.200l2.7 5.6 6.1.8-4.5 4.2 1.2 6.100L12 16.900l-5.5 3 1.2-6.100L3.2 9.600l6.1-.8z"/>',
    "tag": '<path d="M3.5 12.300V5a1.5 1.5 0 0 1 1.5-1.500h7.300a2 2 0 0 1 1.4.6l6.6 6.600a2 2 0 0 1 0 2.800l-6.8 6.800a2 2 0 0 1-2.8 0'
    'l-6.6-6.600a2 2 0 0 1-.6-1.400z"/><path d="M8.2 8.200v.05" stroke-width="2.8"/>',
    "trash": '<path d="M4 6.5h16M9 6.5V4a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2.5M6 6.5l.8 12.7A1.9 1.9 0 0 0 8.7 21h6.6'
    'a1.9 1.9 0 0 0 1.9-1.8L18 6.5M10.2 11v5.5M13.8 11v5.5"/>',
    "undo": '<path d="M8.5 4.5 4 9l4.5 4.5"/><path d="M4 9h10.5a5.5 5.5 0 0 1 0 11H9"/>',
    "unlock": '<rect x="4.5" y="10.5" width="15" height="10.5" rx="2"/><path d="M8 10.500V7a4 4 0 0 1 7.700-1.500M12 14.700v2"/>',
    "warning": '<path d="M12 3.5 2.3 20h19.4z"/><path d="M12 10v4.5M12 17.3v.05"/>',
}


def main() -> int:
    """Write every icon in every ink."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, shapes in ICONS.items():
        for suffix, ink in INKS.items():
            (TARGET / f"{name}{suffix}.svg").write_text(FRAME.format(ink=ink, shapes=shapes))
    print(f"{len(ICONS)} icons in {len(INKS)} inks")
    return 0


if __name__ == "__main__":
    sys.exit(main())
