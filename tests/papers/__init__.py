"""Papers: what each holds, that it is printed alike every time, and what may be done with it."""
