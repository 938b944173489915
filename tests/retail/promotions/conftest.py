"""Property tests here replay the same examples on every machine, however slow it is."""

from hypothesis import settings

settings.register_profile("offers", deadline=None, derandomize=True, database=None, max_examples=60)
settings.load_profile("offers")
