"""The agreement as living requirements: its words, what carries them out, and what shows it."""
