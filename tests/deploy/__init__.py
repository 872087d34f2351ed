"""The service as it is put into operation."""
