"""From the cells of a file to the series of a load."""
