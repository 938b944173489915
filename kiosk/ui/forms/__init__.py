"""What a person has begun and not finished: digits, words and choices, until they are one command. Pure."""
