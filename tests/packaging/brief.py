"""A plugin of pytest: few examples a property, where it is the package that is tested."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "brief",
    deadline=None,
    derandomize=True,
    max_examples=6,
    suppress_health_check=list(HealthCheck),
)
