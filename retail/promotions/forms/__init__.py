"""The forms an offer can take. `takes` applies one to given units; `walks` looks for the best units.

Each form is written twice at most: what it takes off once its units are known (`takes`), and, where the units
have to be chosen among competing offers, how a walk over the units may use it (`walks`).
"""
