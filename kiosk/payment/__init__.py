"""Ways to pay. Today: a card terminal on a serial line, speaking ZVT."""
