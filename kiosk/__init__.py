"""One self-checkout lane: screens, devices, journal and the rules that tie them together."""

__version__ = "0.1.0"
