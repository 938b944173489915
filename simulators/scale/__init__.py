"""A scale in its own process: real bytes on a pty, for weighing goods or under the bagging area.

    python -m simulators.scale --link /tmp/tty-scale --control S.sock --protocol mt-sics

plate.py     what lies on it, and how its weight behaves
machine.py   answering the lane's questions in the protocol's bytes
"""

SCALES = {"bagging_scale": "mt-sics", "scale": "toledo-8217"}
"""The scales of a simulated lane: section of its settings, and the protocol each speaks."""
