"""Reports that auditors ask for first."""
