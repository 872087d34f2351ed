"""Mappings: what stands where in a table that does not follow the template."""
