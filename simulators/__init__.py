"""Hardware that is not there: camera, card terminal, receipt printer, each in its own process.

Every simulator speaks the real bytes at the far end of a real wire (pty, TCP), can be told to misbehave by
name, and runs alone (`python -m simulators.terminal --help`). The lane contains none of this code.
"""
