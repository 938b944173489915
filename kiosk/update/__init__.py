"""New programs for the lane: fetched, proved, put beside the one that sells, and taken back when they fail.

It knows folders, signatures and one other process; no screen, no checkout, no journal. docs/updates.md.
"""
