"""A wallet gateway in a process of its own: an HTTP server that takes money and misbehaves on request."""
