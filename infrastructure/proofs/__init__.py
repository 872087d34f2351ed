"""The tree, the keys and the verification of the log, on PostgreSQL."""
