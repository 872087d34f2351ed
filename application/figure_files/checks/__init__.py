"""What is checked in the series of a load."""
