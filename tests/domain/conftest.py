"""Properties are tried without a time limit for a single example: machines are slow now and then."""

from hypothesis import settings

settings.register_profile("domain", deadline=None)
settings.load_profile("domain")
