"""A hand scanner in its own process: real bytes on a pty, as a serial scanner or as a keyboard's events.

    python -m simulators.scanner --kind serial --link /tmp/tty-scanner --control S.sock

A keyboard scanner's events come out of the pty instead of `/dev/input/eventN`: a pty is no input device of
the machine, so that it types nowhere and the lane has nothing to grab.
"""
