"""ZVT: the German protocol between cash register and card terminal. codec -> transport -> driver.

From the wire up: `transport` (bytes), `link` (acknowledged blocks), `dialogue` (one command to its end),
`session` (the commands of the trade), `inquest` and `recovery` (what became of an attempt), `giving_back`
(reversal and refund), `connected` (registration and baseline), `driver` (implements the port).
"""
