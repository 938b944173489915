"""Balances and gift cards: the ledger, who may use it, and payments that load it."""
