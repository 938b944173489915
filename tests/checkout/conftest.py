"""Property tests here replay the same examples on every machine, however slow it is."""

from hypothesis import settings

settings.register_profile("lane", deadline=None, derandomize=True, database=None)
settings.load_profile("lane")
