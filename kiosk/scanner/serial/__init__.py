"""Hand scanners on a serial line (RS-232, or USB as a COM port). Source: docs/devices/hand_scanner.md."""
