"""The checkout itself, pure: state, commands, decide, evolve, reactions."""
