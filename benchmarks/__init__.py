"""Figures that anyone can measure again: `make bench`. Never tests; nothing fails for being slow."""
