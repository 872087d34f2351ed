"""Checks of the series of a load."""
