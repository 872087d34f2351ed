"""Files of figures: read in a child process with limits, written as templates."""
