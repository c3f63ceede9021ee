"""How the tests run: quick and repeatable by default, thorough on request."""

import os

from hypothesis import HealthCheck, settings

# LIFTGUARD_TESTS=thorough searches for longer and from a new seed each time.
_QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

settings.register_profile(
    "quick", deadline=None, derandomize=True, max_examples=60, suppress_health_check=_QUIET
)
settings.register_profile(
    "thorough", deadline=None, max_examples=2000, suppress_health_check=_QUIET
)
settings.load_profile(os.environ.get("LIFTGUARD_TESTS", "quick"))
