"""Feed and webhooks."""
