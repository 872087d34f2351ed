"""The way of a file of figures: rows, checks, plan, delivery, decision."""
