"""Other ways to keep the same life, measured beside this software: `make benchpeers`."""
