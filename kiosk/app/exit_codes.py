"""What the exit code of every command means, for scripts and service managers."""

OK = 0
"""Done."""
FAILED = 1
"""What was asked for failed, and standard error says why."""
MISUSED = 2
"""Wrong command line, settings or catalogue: trying again without changing them is useless."""
RESTART = 3
"""Ended in order, to be started again at once."""


class RefusedError(Exception):
    """The command cannot do what was asked; the text says why."""

    def __init__(self, sentence: str, exit_code: int) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code
