"""Forms made from the requests themselves: whatever can be asked for can be typed in."""
