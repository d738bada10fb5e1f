"""Hypothesis profiles: quick at the desk, more in CI, few for the wheel, many and very many on request."""

import os

import msgspec  # noqa: F401 - so that what is read does not hang on which test is the first to need it
from hypothesis import HealthCheck, settings

_COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}

settings.register_profile("desk", max_examples=100, **_COMMON)
settings.register_profile("brief", max_examples=5, derandomize=True, **_COMMON)
settings.register_profile("ci", max_examples=15, derandomize=True, **_COMMON)
settings.register_profile("searching", max_examples=2_000, **_COMMON)
settings.register_profile("thorough", max_examples=20_000, **_COMMON)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "desk"))
