"""A small process in the shop that shows lanes' alerts to attendants while the service is out of reach."""
