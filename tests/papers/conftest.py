"""The sample's whole life, as the running service has it, for tests that record nothing."""

from tests.http.conftest import sample, service

__all__ = ["sample", "service"]
