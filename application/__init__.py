"""Requests to act, who may act, load-decide-record, views and queries."""
