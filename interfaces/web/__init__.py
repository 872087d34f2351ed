"""Pages for people: the same application layer as the API, drawn on the server, usable without scripts."""
