"""What auditors ask first."""
