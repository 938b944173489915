"""Scales on a serial line: the one that weighs loose goods, and the one under the bagging area.

codec/         bytes <-> samples, one module per protocol. Pure
transport.py   the serial line. Knows no protocol
settler.py     from samples to a load at rest. Pure
weighing.py    from loads to the weight that is sold. Pure
driver.py      the thread that polls: deadlines, reconnecting, health

Source: docs/devices/scale.md.
"""
