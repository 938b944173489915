"""A card terminal that is not there: speaks ZVT (pty or TCP), books into a ledger, misbehaves by name."""
