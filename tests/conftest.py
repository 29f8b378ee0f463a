"""What holds for all tests: property tests have no deadline; speed is measured in benchmarks, never by a test."""

from hypothesis import HealthCheck, settings

settings.register_profile("irev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("irev")
