"""PostgreSQL and files: where facts are kept."""
