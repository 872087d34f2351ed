"""Jobcenter side by side."""
