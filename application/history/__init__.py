"""The history: what every entry says and changed, read in pages across agreements, and exported."""
