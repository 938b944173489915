"""The checkout itself, pure: what a lane's state is and how commands change it.

    command --decide()--> events --(journal, one commit)--> evolve() --> reactions() --> effects

`decide`, `evolve` and `reactions` take values and return values: no I/O, no clock, no threads. The engine
(`kiosk.app.engine`) makes the events durable before anything acts on them.
"""
