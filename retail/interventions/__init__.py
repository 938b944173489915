"""Interventions: when a lane needs the shopper to look again, or a person of the staff to come.

The table of kinds (`kinds`) is data; the engine (`engine`) raises, groups, escalates and clears them as
journal events; a store's own rules are `policy`. Pure, as all of `retail`: time and chance are passed in.

Source: docs/interventions.md.
"""
