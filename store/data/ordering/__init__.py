"""Orders of phones: placed, paid, collected, and the stock they reserve."""
