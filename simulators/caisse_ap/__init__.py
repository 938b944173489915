"""A French card terminal that is not there: speaks Caisse-AP on a pty, books, misbehaves by name."""
