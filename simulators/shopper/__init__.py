"""A scripted shopper: drives the running lane through its screen and its wires, and notes what happened.

    scenario.py  the script, read and checked       runner.py        performs the steps
    state.py     what the lane says of itself       expectations.py  how far that is from what was expected
    lane.py      the lane as a child process        summary.py       what is said about the run
    world.py     lane and simulators put together   outputs.py       receipt, journal, summary on disk

Source: docs/scenarios.md. Nothing of the lane is imported here: it is a separate process, steered through a
socket, so that it can be killed like a real one.
"""
