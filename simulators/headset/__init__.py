"""A headset's jack in its own process: the kernel's switch events on a pty.

    python -m simulators.headset --link /tmp/jack --control H.sock

A pty is no input device of the machine: its state cannot be asked for, only its events tell. So `state` sends
the jack's state again, as a forwarder of events does when somebody opens it.
"""
