"""What people and scripts meet."""
