"""The attendant station on a small machine in the shop, for the time without the service."""
