"""German sentences for people: the terminal, pages and papers use the same."""
