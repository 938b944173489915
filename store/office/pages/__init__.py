"""The back office in a browser: pages the service renders itself, with a little htmx where things live."""
