"""A USB relay module at the far end of a pty, as an exit gate moves it."""
