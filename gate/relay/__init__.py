"""The relay that moves the barrier: what is sent, and who sends it."""
