"""A scale in its own process: real bytes on a pty, for weighing goods or under the bagging area.

    python -m simulators.scale --link /tmp/tty-scale --control S.sock --protocol mt-sics

plate.py     what lies on it, and how its weight behaves
machine.py   answering the lane's questions in the protocol's bytes
"""
