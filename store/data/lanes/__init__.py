"""The lanes themselves: enrolled, how they are, whom they call, what they are told."""
