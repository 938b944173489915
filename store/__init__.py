"""The central store service: receives every sale, feeds the lanes, shows the shop to its people."""

__version__ = "0.1.0"
