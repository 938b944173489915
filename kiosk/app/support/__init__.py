"""What a lane collects for support, and records of what its devices say."""
