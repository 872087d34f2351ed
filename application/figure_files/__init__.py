"""A file of figures, from cell to release."""
