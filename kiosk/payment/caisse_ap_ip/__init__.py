"""Caisse-AP in the network: a connection for each payment. codec -> driver."""
