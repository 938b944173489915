"""A scripted shopper: drives the running lane through its screen and its wires, and notes what happened.

    steps.py     the steps as values               scenario.py      the script, read and checked
    runner.py    performs the steps                expectations.py  how far things are from what was expected
    pictures.py  what can be shown                 expected.py      what can be expected, read and checked
    keyboard.py  what keys type a text             adding.py        the printed receipt, added up again
    reach.py     what hands can reach, and time    summary.py       what is said about the run
    state.py     what the lane says of itself
    lane.py      the lane as a child process       outputs.py       receipt, journal, summary on disk
    world.py     lane and simulators together      cli.py           the command

Source: docs/scenarios.md. Nothing of the lane is imported here: it is a separate process, steered through a
socket, so that it can be killed like a real one.
"""
