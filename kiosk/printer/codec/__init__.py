"""ESC/POS as values: requests to bytes, status bytes to answers. Pure.

`commands` builds what is sent, `answers` splits what comes back, `status` says what it means, `realtime`
finds bytes that a printer would execute out of turn.

Source: docs/devices/printer.md.
"""
