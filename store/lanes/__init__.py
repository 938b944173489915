"""The lanes' door: HTTP for the journal up, the feed down, and what may be spent once."""
