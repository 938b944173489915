"""What lanes sent: envelopes, the sales worked out of them, returns, baskets on their way, reports."""
