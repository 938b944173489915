"""Offers: what they are, which of them touch a basket, which combination is best, and why.

Pure: no I/O, no clock, no randomness. `engine.price_basket` prices from scratch, `session.OpenBasket` scan by
scan; both give the same answer. Source: docs/offers.md.
"""
