"""Camera barcode scanner: a source of frames, a cascade of decoders, a tracker that decides what was shown.

    sources/ -> mailbox (newest frame only) -> watch + motion gate -> decoders -> tracker -> `CodeRead`

`camera.CameraScanner` puts the parts together and implements the `Scanner` port. Everything that decides
(tracker, motion, watch, symbols) is pure and takes the time as an argument.

Source: docs/devices/scanner.md.
"""
