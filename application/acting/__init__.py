"""Load, decide, record: rights, idempotency, request checks and names."""
