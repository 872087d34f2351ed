"""Whether the scenarios notice: falsified outcomes, and what is broken on purpose."""
