"""The requirements of features/, bound to the real service on PostgreSQL."""
