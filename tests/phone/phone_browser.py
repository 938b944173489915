"""A shopper's phone: a tab of a headless Chromium of 390 x 844, for tests of the phone pages."""

from simulators.browser import CHROMIUM, Browser, Tab, running

Phone = Tab

__all__ = ["CHROMIUM", "Browser", "Phone", "running"]
