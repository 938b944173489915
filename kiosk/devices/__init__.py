"""What the lane expects of its hardware: ports (Protocol classes), what devices say, their health.

Pure. A driver implements a port and speaks to the lane only through the frozen messages defined here;
it knows nothing of checkout. Words follow UnifiedPOS (status update, data event, output complete).
What the world may do (declined, paper out, *unknown*) is a value, never an exception.
"""
