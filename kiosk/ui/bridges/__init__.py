"""What QML sees of the lane: thin objects with read-only properties, and slots that only post commands.

A bridge holds the newest view of its screen and tells QML when it changed. It decides nothing.

Invariants: used on the GUI thread only; a property without a change signal never changes.
"""
