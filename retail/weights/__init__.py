"""What goods weigh: learned from sales, and used to say which item is missing or too much.

samples.py      which sales teach a weight
learning.py     from samples to a weight with its tolerance, and what was left out
explaining.py   a difference in the bagging area, item by item

Source: docs/devices/scale.md, "What goods weigh". Pure.
"""
