"""A card terminal that is not there: speaks ZVT on a pty, books into a ledger, misbehaves by name."""
