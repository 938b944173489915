"""The exit gate: reads a code, asks the service once, opens. A program of its own (`exit-gate run`).

Source: docs/gate.md.
"""
