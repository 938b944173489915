"""Hand scanners that are keyboards on USB, read from evdev. Source: docs/devices/hand_scanner.md."""
