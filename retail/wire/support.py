"""What a lane collects for support, on its way to the service: one zip, without anything personal.

Source: docs/operate.md, "Support bundle".
"""

import msgspec

PATH = "/v1/support"
CONTENT_TYPE = "application/zip"
SIZE_MAX = 3 * 1024 * 1024
"""Bytes of a bundle."""


class SupportKept(msgspec.Struct, frozen=True, kw_only=True):
    """201: the service has it."""

    bundle_id: str
    server_time: int
