"""How much processor time a frame may cost: for whoever asks and for whoever decodes, in two processes.

Source: docs/devices/scanner.md, "The cascade".
"""

FAST_MS = 30.0
"""A frame on its way to the screen: nineteen in twenty then cost less than 33 ms."""
DEEP_MS = 120.0
"""A frame that resists, on another core."""
