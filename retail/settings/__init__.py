"""The settings of a lane: what there is, what it may be, who may set it. Pure; lane and service share it."""
