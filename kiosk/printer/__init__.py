"""Receipts on paper: receipt as data -> layout -> ESC/POS bytes -> driver with proof of print."""
