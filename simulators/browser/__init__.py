"""A headless Chromium as phone and tablet of a simulated shop: what its screens show is what people see.

chromium.py   the program, and the one connection to its debugging protocol
tab.py        one tab with a screen of its own size: open, touch, wait, take a picture
"""

from simulators.browser.chromium import CHROMIUM, Browser, BrowserError, running
from simulators.browser.tab import PHONE, TABLET, Tab

__all__ = ["CHROMIUM", "PHONE", "TABLET", "Browser", "BrowserError", "Tab", "running"]
