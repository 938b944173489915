"""What the exit code of every command means, for scripts and service managers."""

OK = 0
"""Done."""
FAILED = 1
"""What was asked for failed, and standard error says why."""
MISUSED = 2
"""Wrong command line, settings or catalogue: trying again without changing them is useless."""
