"""Stored rows over all agreements: overview, what is due, circumstances."""
