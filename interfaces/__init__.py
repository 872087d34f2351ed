"""The ways in and out: command line, and where the parts are put together."""
